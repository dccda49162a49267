/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-reference.h"
#include "caseness-rule-tests.h"
#include "caseness-rules.h"

#include <string.h>

/* The data set's own rules: those with another source are ours. */
#define N_PUBLISHED 382

static const char *
get_cell (const char *table, guint row, const char *column)
{
  const CasenessReference *r = caseness_reference_get (table);

  return caseness_reference_get_cell (r, row, caseness_reference_find_column (r, column));
}

static void
test_unique_ids (void)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rules, n_published = 0;
  const CasenessRule *rules = caseness_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      if (!g_hash_table_add (ids, (gpointer) rules[i].id))
        g_error ("%s is there twice", rules[i].id);
      n_published += g_str_has_prefix (rules[i].id, "IDS") ? 1 : 0;
    }
  g_assert_cmpuint (n_published, ==, N_PUBLISHED);
}

static void
test_rows_are_complete (void)
{
  guint n_rules;
  const CasenessRule *rules = caseness_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      g_assert_cmpstr (rules[i].meaning, !=, "");
      g_assert_cmpstr (rules[i].fix, !=, "");
      g_assert_cmpstr (get_cell ("rules", i, "source"), !=, "");
      g_assert_true (g_str_has_suffix (rules[i].meaning, ".") && g_str_has_suffix (rules[i].fix, "."));
      if (!rules[i].is_judged)
        g_assert_cmpstr (get_cell ("rules", i, "reason"), !=, "");
      else if (caseness_rule_is_of_one_row (rules[i].test))
        g_assert_cmpint (rules[i].column, >=, 0);
      if (rules[i].test == CASENESS_RULE_NOT_IN_LIST && rules[i].is_judged)
        g_assert_true ((rules[i].list != NULL || !rules[i].is_for_2_1)
                       && (rules[i].list_2_0 != NULL || !rules[i].is_for_2_0));
    }
}

/* Each test is used by a rule, and asked of one row or known to be asked elsewhere. */
static void
test_every_test_is_used (void)
{
  gboolean is_used[CASENESS_RULE_N_TESTS] = { FALSE };
  guint n_rules;
  const CasenessRule *rules = caseness_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    is_used[rules[i].test] = TRUE;
  for (guint i = 0; i < CASENESS_RULE_N_TESTS; i++)
    {
      g_assert_true (is_used[i]);
      g_assert_cmpint (caseness_rule_is_of_one_row ((CasenessRuleTest) i), ==, i < CASENESS_RULE_DUPLICATE_KEY);
    }
  g_assert_cmpint (caseness_rule_find_test ("no such test"), ==, CASENESS_RULE_N_TESTS);
}

/* Every mandatory field has a rule that says so, and the other way round (rulings 87). */
static void
test_mandatory_fields (void)
{
  guint n_rules, n_tables;
  const CasenessRule *rules = caseness_rules_get (&n_rules);
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    for (guint j = 0; j < tables[i].n_fields && !tables[i].is_list; j++)
      {
        gboolean has_rule = FALSE;

        for (guint k = 0; k < n_rules; k++)
          has_rule = has_rule || (rules[k].table == (int) i && rules[k].column == (int) j
                                  && rules[k].test == CASENESS_RULE_BLANK_FIELD
                                  && rules[k].effect == CASENESS_RULE_REJECT);
        if (has_rule != tables[i].fields[j].is_mandatory)
          g_error ("%s.%s: %s", tables[i].name, tables[i].fields[j].name, has_rule ? "not mandatory" : "no rule");
      }
}

/* What the store types as a date, a time or a number can be read as one in every row that is kept. */
static void
test_typed_fields_are_judged (void)
{
  static const CasenessRuleTest expected[] = {
    [CASENESS_FIELD_DATE] = CASENESS_RULE_NOT_A_DATE,
    [CASENESS_FIELD_TIME] = CASENESS_RULE_NOT_A_TIME,
    [CASENESS_FIELD_DATE_TIME] = CASENESS_RULE_NOT_A_DATE_TIME,
    [CASENESS_FIELD_INTEGER] = CASENESS_RULE_NOT_DIGITS,
  };
  guint n_rules, n_tables;
  const CasenessRule *rules = caseness_rules_get (&n_rules);
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    for (guint j = 0; j < tables[i].n_fields && !tables[i].is_list; j++)
      {
        gboolean is_judged = tables[i].fields[j].type == CASENESS_FIELD_TEXT;

        for (guint k = 0; k < n_rules; k++)
          is_judged = is_judged || (rules[k].table == (int) i && rules[k].column == (int) j
                                    && rules[k].test == expected[tables[i].fields[j].type]);
        if (!is_judged)
          g_error ("%s.%s is not judged", tables[i].name, tables[i].fields[j].name);
      }
}

static void
test_spec (void)
{
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);
  const CasenessTableSpec *referral = caseness_spec_find_table ("ids101referral");

  g_assert_cmpuint (n_tables, ==, 28);
  g_assert_cmpstr (tables[0].name, ==, "IDS000Header");
  g_assert_cmpstr (tables[22].name, ==, "LOCStaff");
  g_assert_cmpstr (referral->name, ==, "IDS101Referral");
  g_assert_null (caseness_spec_find_table ("IDS999"));
  g_assert_cmpint (caseness_spec_find_field (referral, "SOURCEOFREFERRALMH"), ==,
                   caseness_spec_find_field (referral, "SourceOfReferralIAPT"));
  g_assert_cmpint (caseness_spec_find_field (referral, "Colour"), ==, -1);
  for (guint i = 0; i < n_tables; i++)
    for (guint j = 0; j < tables[i].n_fields; j++)
      {
        g_assert_cmpint (caseness_spec_find_field (&tables[i], tables[i].fields[j].name), ==, (int) j);
        if (!tables[i].is_extract)
          g_assert_cmpuint (tables[i].n_fields, <=, 64); /* blanked fields of a row are bits of one word */
      }
}

/* One row for each code; the fatigue questionnaire's is empty until it is known (rulings 13). */
static void
test_codes_are_unique (gconstpointer data)
{
  const char *table = data;
  g_autoptr(GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_empty = 0;

  for (guint row = 0; row < caseness_reference_get_n_rows (caseness_reference_get (table)); row++)
    {
      const char *code = get_cell (table, row, "snomed_code");

      g_assert_cmpstr (get_cell (table, row, "source"), !=, "");
      if (*code == '\0')
        n_empty++;
      else
        g_assert_true (g_hash_table_add (codes, (gpointer) code));
    }
  g_assert_cmpuint (n_empty, ==, g_str_equal (table, "assessment-tools") ? 1 : 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/rules/unique-ids", test_unique_ids);
  g_test_add_func ("/data/rules/rows-are-complete", test_rows_are_complete);
  g_test_add_func ("/data/rules/every-test-is-used", test_every_test_is_used);
  g_test_add_func ("/data/rules/mandatory-fields", test_mandatory_fields);
  g_test_add_func ("/data/rules/typed-fields-are-judged", test_typed_fields_are_judged);
  g_test_add_func ("/data/spec/tables-and-fields", test_spec);
  g_test_add_data_func ("/data/reference/tools-are-unique", "assessment-tools", test_codes_are_unique);
  g_test_add_data_func ("/data/reference/therapies-are-unique", "therapies", test_codes_are_unique);
  return g_test_run ();
}
