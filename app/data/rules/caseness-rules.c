/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-rules.h"

#include "caseness-reference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The words of the rules table, in the order of CasenessRuleTest. */
static const char *const test_names[] = {
  "blank", "not-in-list", "too-long", "wrong-length", "not-digits", "not-a-date", "not-a-time", "not-a-date-time",
  "before-field", "after-field", "before-date", "combination", "snomed", "scheme-form", "tool-unknown", "score-form",
  "score-range", "year-month", "year-month-slash", "year-month-before-birth", "version-form", "nhs-number",
  "postcode", "birth-date", "header-differs", "duplicate-key", "several-open", "same-moment", "closed-before-period",
  "orphan", "childless", "registration-gap", "no-date-in-period", "shape", "national", "upload",
  "unlisted",
};
G_STATIC_ASSERT (G_N_ELEMENTS (test_names) == CASENESS_RULE_N_TESTS);

typedef struct
{
  CasenessRule *rules;
  guint n_rules;
} Rules;

typedef struct
{
  const CasenessReference *reference;
  GHashTable *lists; /* "version list" → set of codes */
  guint row;
} Loading;

static const char *
get_cell (const Loading *loading, const char *column)
{
  const CasenessReference *r = loading->reference;

  return caseness_reference_get_cell (r, loading->row, caseness_reference_find_column (r, column));
}

static G_GNUC_NORETURN void
stop (const Loading *loading, const char *what)
{
  g_error ("reference table rules, %s: %s", get_cell (loading, "rule"), what);
}

CasenessRuleTest
caseness_rule_find_test (const char *name)
{
  guint i = 0;

  while (i < CASENESS_RULE_N_TESTS && !g_str_equal (test_names[i], name))
    i++;
  return (CasenessRuleTest) i;
}

/* Code lists */

static void
add_code (GHashTable *lists, const char *version, const char *list, const char *code)
{
  g_autofree char *name = g_strconcat (version, " ", list, NULL);
  GHashTable *codes = g_hash_table_lookup (lists, name);

  if (codes == NULL)
    {
      codes = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (lists, g_steal_pointer (&name), codes);
    }
  g_hash_table_add (codes, (gpointer) code);
}

static GHashTable *
load_lists (void)
{
  const CasenessReference *r = caseness_reference_get ("code-lists");
  guint list = caseness_reference_find_column (r, "list");
  guint code = caseness_reference_find_column (r, "code");
  guint versions = caseness_reference_find_column (r, "versions");
  GHashTable *lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < caseness_reference_get_n_rows (r); row++)
    {
      g_auto(GStrv) words = g_strsplit (caseness_reference_get_cell (r, row, versions), ";", 0);

      for (guint i = 0; words[i] != NULL; i++)
        add_code (lists, words[i], caseness_reference_get_cell (r, row, list),
                  caseness_reference_get_cell (r, row, code));
    }
  return lists;
}

static GHashTable *
find_list (const Loading *loading, const char *version, const char *list)
{
  g_autofree char *name = g_strconcat (version, " ", list, NULL);

  return g_hash_table_lookup (loading->lists, name);
}

/* Names */

static int
find_table (const char *name)
{
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (g_str_equal (tables[i].name, name))
      return (int) i;
  return -1;
}

static int
find_column (const Loading *loading, int table, const char *field)
{
  int column = caseness_spec_find_field (&caseness_spec_get_tables (NULL)[table], field);

  if (column < 0)
    stop (loading, field);
  return column;
}

static void
load_other (const Loading *loading, CasenessRule *rule, const char *name)
{
  const char *dot = strchr (name, '.');
  g_autofree char *table = dot == NULL ? NULL : g_strndup (name, (gsize) (dot - name));

  rule->other_table = table == NULL ? rule->table : find_table (table);
  if (rule->other_table < 0)
    stop (loading, name);
  rule->other_column = find_column (loading, rule->other_table, dot == NULL ? name : dot + 1);
  if (dot != NULL)
    return;
  if (rule->n_columns == CASENESS_RULE_MAX_COLUMNS)
    stop (loading, "too many fields");
  rule->columns[rule->n_columns++] = (guint) rule->other_column;
}

static void
load_fields (const Loading *loading, CasenessRule *rule)
{
  const char *table = get_cell (loading, "table");
  const char *field = get_cell (loading, "field");
  g_auto(GStrv) others = g_strsplit (get_cell (loading, "other"), ";", 0);

  rule->table = *table == '\0' ? -1 : find_table (table);
  rule->column = rule->other_table = rule->other_column = -1;
  if (rule->table < 0 || *field == '\0')
    return;
  rule->column = find_column (loading, rule->table, field);
  rule->columns[rule->n_columns++] = (guint) rule->column;
  for (guint i = 0; others[i] != NULL; i++)
    load_other (loading, rule, others[i]);
}

/* Arguments */

static void
load_condition (const Loading *loading, CasenessRule *rule, const char *text)
{
  CasenessRuleCondition *condition = &rule->conditions[rule->n_conditions];
  gsize length = strcspn (text, "=!");
  g_autofree char *field = g_strndup (text, length);

  if (rule->n_conditions == CASENESS_RULE_MAX_CONDITIONS || text[length] == '\0')
    stop (loading, text);
  rule->n_conditions++;
  condition->column = (guint) find_column (loading, rule->table, field);
  condition->values = g_strsplit (text + length + 1, "|", 0);
  if (g_str_equal (text + length, "=*"))
    condition->kind = CASENESS_CONDITION_FILLED;
  else if (g_str_equal (text + length, "=-"))
    condition->kind = CASENESS_CONDITION_BLANK;
  else
    condition->kind = text[length] == '=' ? CASENESS_CONDITION_IN : CASENESS_CONDITION_NOT_IN;
}

static void
load_conditions (const Loading *loading, CasenessRule *rule, const char *arguments)
{
  g_auto(GStrv) conditions = g_strsplit (arguments, ";", 0);

  for (guint i = 0; conditions[i] != NULL; i++)
    load_condition (loading, rule, conditions[i]);
}

static void
load_numbers (CasenessRule *rule, const char *arguments)
{
  char *end;

  rule->minimum = (guint) g_ascii_strtoull (arguments, &end, 10);
  rule->maximum = *end == '-' ? (guint) g_ascii_strtoull (end + 1, NULL, 10) : rule->minimum;
  rule->is_flagged = *end == 'm'; /* months rather than days */
}

static void
load_arguments (const Loading *loading, CasenessRule *rule)
{
  const char *arguments = get_cell (loading, "arguments");

  rule->values = g_strsplit (arguments, "|", 0);
  if (rule->test == CASENESS_RULE_COMBINATION)
    load_conditions (loading, rule, arguments);
  else if (rule->test == CASENESS_RULE_NOT_IN_LIST)
    {
      rule->list = find_list (loading, "2.1", arguments);
      rule->list_2_0 = find_list (loading, "2.0", arguments);
    }
  else if (rule->test == CASENESS_RULE_BEFORE_DATE)
    rule->date = caseness_date_parse (arguments);
  else if (rule->test == CASENESS_RULE_DUPLICATE_KEY)
    rule->is_flagged = g_str_equal (arguments, "blank-equal");
  else if (rule->test == CASENESS_RULE_SNOMED)
    rule->is_flagged = g_str_equal (arguments, "expression");
  else
    load_numbers (rule, arguments);
}

static CasenessRuleEffect
load_effect (const Loading *loading)
{
  static const char *const words[] = { "keep", "blank", "reject", "refuse" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], get_cell (loading, "effect")))
      return (CasenessRuleEffect) i;
  stop (loading, "no such effect");
}

static CasenessFindingLevel
load_level (const Loading *loading, CasenessRuleEffect effect)
{
  const char *word = get_cell (loading, "level");

  if (g_str_equal (word, "file"))
    return CASENESS_FINDING_FILE;
  /* The published level of an unreadable optional date drops the row; rulings 16 keeps it, so it is a warning. */
  if (g_str_equal (word, "record") && effect != CASENESS_RULE_BLANK)
    return CASENESS_FINDING_RECORD;
  return CASENESS_FINDING_WARNING;
}

static void
load_rule (const Loading *loading, CasenessRule *rule)
{
  const char *versions = get_cell (loading, "versions");

  rule->id = get_cell (loading, "rule");
  rule->test = caseness_rule_find_test (get_cell (loading, "test"));
  if (rule->test == CASENESS_RULE_N_TESTS)
    stop (loading, "no such test");
  rule->effect = load_effect (loading);
  rule->level = load_level (loading, rule->effect);
  rule->is_for_2_0 = strstr (versions, "2.0") != NULL;
  rule->is_for_2_1 = strstr (versions, "2.1") != NULL;
  rule->is_judged = g_str_equal (get_cell (loading, "judged"), "Y");
  rule->meaning = get_cell (loading, "meaning");
  rule->fix = get_cell (loading, "fix");
  load_fields (loading, rule);
  load_arguments (loading, rule);
}

static Rules *
load_rules (void)
{
  Loading loading = { .reference = caseness_reference_get ("rules"), .lists = load_lists () };
  Rules *rules = g_new0 (Rules, 1);

  rules->n_rules = caseness_reference_get_n_rows (loading.reference);
  rules->rules = g_new0 (CasenessRule, rules->n_rules);
  for (loading.row = 0; loading.row < rules->n_rules; loading.row++)
    load_rule (&loading, &rules->rules[loading.row]);
  g_hash_table_unref (loading.lists);
  return rules;
}

const CasenessRule *
caseness_rules_get (guint *n_rules)
{
  static Rules *rules;

  if (g_once_init_enter (&rules))
    g_once_init_leave (&rules, load_rules ());
  if (n_rules != NULL)
    *n_rules = rules->n_rules;
  return rules->rules;
}

const CasenessRule *
caseness_rules_find (const char *id)
{
  guint n_rules;
  const CasenessRule *rules = caseness_rules_get (&n_rules);

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < n_rules; i++)
    if (g_str_equal (rules[i].id, id))
      return &rules[i];
  return NULL;
}

gboolean
caseness_rule_is_consequence (const CasenessRule *rule)
{
  return rule->test == CASENESS_RULE_ORPHAN || rule->test == CASENESS_RULE_CHILDLESS;
}

char *
caseness_rule_describe (const CasenessRule *rule, const char *value)
{
  const char *meaning = g_dgettext (GETTEXT_PACKAGE, rule->meaning);
  const char *fix = g_dgettext (GETTEXT_PACKAGE, rule->fix);

  if (value == NULL)
    return g_strdup_printf ("%s %s", meaning, fix);
  /* Translators: %1$s says what is wrong, %2$s is the value sent, %3$s how to put it right. */
  return g_strdup_printf (_("%1$s Sent: “%2$s”. %3$s"), meaning, value, fix);
}
