/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-data-error.h"
#include "caseness-reference.h"
#include "caseness-rules.h"
#include "month-fixture.h"

#include <string.h>

/* Every rule the data set publishes, by its id, with the level it is published with and a month on either side of it:
 * one that breaks it and one that only just does not. tests/fixtures/rules.csv holds them; a rule without months is one
 * that is not judged. The months are the sound one with changes, parted by a bar:
 *
 *   IDS002GP:2 Field=value;Field=value  sets cells of line 2; a column that is not there is added
 *   IDS002GP+2 Field=value              appends line 2 once more, with these cells
 *   IDS002GP-2                          leaves line 2 out
 *
 * told_as is empty for a finding of the rule itself, "refused" for a submission refused with the rule's words, "refused"
 * and a rule for one refused with the words of another that says the same first, or the finding that comes before it:
 * tables whose key is all their columns can only repeat rows (rulings 11). */
typedef enum
{
  RULE,
  LEVEL,
  VERSION,
  TOLD_AS,
  BREAKS,
  PASSES,
  N_COLUMNS,
} Column;

/* Judged at the national system only: directories, the account of the upload, and a message without a rule. */
#define N_NOT_JUDGED 16

#define REFUSED "refused"

static GPtrArray *examples; /* of char ** */
static MonthFixture month;

/* Changes to a file */

typedef struct
{
  char *file;
  GPtrArray *rows; /* of GPtrArray of char * */
} Sheet;

static void
sheet_clear (Sheet *sheet)
{
  g_free (sheet->file);
  g_ptr_array_unref (sheet->rows);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static GPtrArray *
split_row (const char *line)
{
  g_auto(GStrv) cells = g_strsplit (line, ",", 0);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; cells[i] != NULL; i++)
    g_ptr_array_add (row, g_strdup (cells[i]));
  return row;
}

static void
sheet_read (Sheet *sheet, const char *table, gsize length)
{
  g_autofree char *name = g_strndup (table, length);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  sheet->file = g_strconcat (name, ".csv", NULL);
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  path = g_build_filename (month.folder, sheet->file, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", 0);
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (sheet->rows, split_row (lines[i]));
}

static void
sheet_write (const Sheet *sheet)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      GPtrArray *row = sheet->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        g_string_append_printf (text, "%s%s", j == 0 ? "" : ",", (const char *) row->pdata[j]);
      g_string_append_c (text, '\n');
    }
  month_fixture_write (&month, sheet->file, text->str);
}

static guint
find_or_add_column (Sheet *sheet, const char *name)
{
  GPtrArray *header = sheet->rows->pdata[0];
  guint column;

  if (g_ptr_array_find_with_equal_func (header, name, g_str_equal, &column))
    return column;
  g_ptr_array_add (header, g_strdup (name));
  for (guint i = 1; i < sheet->rows->len; i++)
    g_ptr_array_add (sheet->rows->pdata[i], g_strdup (""));
  return header->len - 1;
}

static void
set_cells (Sheet *sheet, guint line, const char *settings)
{
  g_auto(GStrv) parts = g_strsplit (settings, ";", 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');
      GPtrArray *row;
      guint column;

      g_assert_nonnull (equals);
      *equals = '\0';
      column = find_or_add_column (sheet, parts[i]);
      row = sheet->rows->pdata[line - 1];
      g_free (row->pdata[column]);
      row->pdata[column] = g_strdup (equals + 1);
    }
}

static void
repeat_row (Sheet *sheet, guint line)
{
  GPtrArray *row = sheet->rows->pdata[line - 1];

  g_ptr_array_add (sheet->rows, g_ptr_array_copy (row, (GCopyFunc) (void (*) (void)) g_strdup, NULL));
  g_ptr_array_set_free_func (sheet->rows->pdata[sheet->rows->len - 1], g_free);
}

static void
change (const char *text)
{
  gsize length = strcspn (text, ":+-");
  char how = text[length];
  g_auto(Sheet) sheet = { NULL };
  char *end;
  guint line = (guint) g_ascii_strtoull (text + length + 1, &end, 10);

  sheet_read (&sheet, text, length);
  g_assert_cmpuint (line, <=, sheet.rows->len);
  if (how == '-')
    g_ptr_array_remove_index (sheet.rows, line - 1);
  else if (how == '+')
    {
      repeat_row (&sheet, line);
      line = sheet.rows->len;
    }
  if (*end == ' ')
    set_cells (&sheet, line, end + 1);
  sheet_write (&sheet);
}

static void
restore (const char *changes)
{
  g_auto(GStrv) parts = g_strsplit (changes, "|", 0);

  month_fixture_restore (&month, "IDS000Header.csv");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *table = g_strndup (parts[i], strcspn (parts[i], ":+-"));
      g_autofree char *file = g_strconcat (table, ".csv", NULL);

      month_fixture_restore (&month, file);
    }
}

/* What comes of them */

typedef struct
{
  CasenessSubmission *submission; /* (nullable): refused */
  GError *error;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->submission, caseness_submission_free);
  g_clear_error (&outcome->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
read_with (Outcome *outcome, const char *version, const char *changes)
{
  g_auto(GStrv) parts = g_strsplit (changes, "|", 0);

  if (g_str_equal (version, "2.0"))
    change ("IDS000Header:2 DatSetVer=2.0");
  for (guint i = 0; parts[i] != NULL; i++)
    change (parts[i]);
  outcome->submission = month_fixture_read (&month, &outcome->error);
  restore (changes);
  if (outcome->submission == NULL)
    g_assert_error (outcome->error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
}

static const CasenessFinding *
find_finding (const Outcome *outcome, const char *rule)
{
  for (guint i = 0; outcome->submission != NULL && i < outcome->submission->findings->len; i++)
    {
      const CasenessFinding *finding = outcome->submission->findings->pdata[i];

      if (g_str_equal (finding->rule, rule))
        return finding;
    }
  return NULL;
}

static const CasenessRule *
find_rule (const char *id, guint *row)
{
  guint n_rules;
  const CasenessRule *rules = caseness_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (g_str_equal (rules[i].id, id))
      {
        *row = i;
        return &rules[i];
      }
  g_error ("%s has no row in the rules table", id);
}

/* A rule that leaves an optional field empty keeps the row, so its finding is a warning (rulings 16). */
static void
assert_level (const CasenessFinding *finding, const CasenessRule *rule, const char *level)
{
  const char *expected = rule->effect == CASENESS_RULE_BLANK && g_str_equal (level, "record") ? "warning" : level;

  g_assert_cmpstr (caseness_finding_level_get_word (finding->level), ==, expected);
  g_assert_true (g_str_has_prefix (finding->message, rule->meaning));
  g_assert_true (g_str_has_suffix (finding->message, rule->fix));
  g_assert_cmpstr (finding->file, !=, "");
}

/* The shape of a submission is told in words of its own. */
static void
assert_refused (const Outcome *outcome, const CasenessRule *rule, const char *other)
{
  guint row;
  const CasenessRule *told = *other == '\0' ? rule : find_rule (other + 1, &row);

  if (outcome->submission != NULL)
    g_test_fail_printf ("%s does not refuse", rule->id);
  else if (rule->test != CASENESS_RULE_SHAPE && strstr (outcome->error->message, told->meaning) == NULL)
    g_test_fail_printf ("%s: “%s” does not say “%s”", rule->id, outcome->error->message, told->meaning);
}

static void
assert_broken (const CasenessRule *rule, char **example)
{
  const char *told_as = example[TOLD_AS];
  g_auto(Outcome) outcome = { NULL };
  const CasenessFinding *finding;

  read_with (&outcome, example[VERSION], example[BREAKS]);
  if (g_str_has_prefix (told_as, REFUSED))
    {
      assert_refused (&outcome, rule, told_as + strlen (REFUSED));
      return;
    }
  if (outcome.submission == NULL)
    {
      g_test_fail_printf ("%s refuses: %s", rule->id, outcome.error->message);
      return;
    }
  finding = find_finding (&outcome, *told_as == '\0' ? rule->id : told_as);
  if (finding == NULL)
    g_test_fail_printf ("%s is not broken by %s", rule->id, example[BREAKS]);
  else if (*told_as == '\0')
    assert_level (finding, rule, example[LEVEL]);
}

/* A header may be refused for another reason, such as a month that began in 1890. */
static void
assert_passes (const CasenessRule *rule, char **example)
{
  g_auto(Outcome) outcome = { NULL };

  read_with (&outcome, example[VERSION], example[PASSES]);
  if (outcome.submission == NULL && (rule->test == CASENESS_RULE_SHAPE || strstr (outcome.error->message, rule->meaning)))
    g_test_fail_printf ("%s refuses: %s", rule->id, outcome.error->message);
  if (find_finding (&outcome, rule->id) != NULL)
    g_test_fail_printf ("%s is broken by %s", rule->id, example[PASSES]);
}

static const char *
get_cell (guint row, const char *column)
{
  const CasenessReference *rules = caseness_reference_get ("rules");

  return caseness_reference_get_cell (rules, row, caseness_reference_find_column (rules, column));
}

static void
test_example (gconstpointer data)
{
  char **example = (char **) data;
  guint row;
  const CasenessRule *rule = find_rule (example[RULE], &row);

  g_assert_cmpstr (get_cell (row, "level"), ==, example[LEVEL]);
  if (!rule->is_judged)
    {
      g_assert_cmpstr (example[BREAKS], ==, "");
      g_assert_cmpstr (get_cell (row, "reason"), !=, "");
      return;
    }
  g_assert_cmpstr (example[BREAKS], !=, "");
  assert_broken (rule, example);
  assert_passes (rule, example);
}

/* No published rule without an example, and none that the data set does not name. */
static void
test_every_rule (void)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rules, n_published = 0, n_not_judged = 0;
  const CasenessRule *rules = caseness_rules_get (&n_rules);

  for (guint i = 0; i < examples->len; i++)
    g_assert_true (g_hash_table_add (ids, ((char **) examples->pdata[i])[RULE]));
  for (guint i = 0; i < n_rules; i++)
    {
      if (g_str_has_prefix (rules[i].id, "CASENESS"))
        continue;
      n_published++;
      n_not_judged += rules[i].is_judged ? 0 : 1;
      if (!g_hash_table_contains (ids, rules[i].id))
        g_error ("%s has no example", rules[i].id);
    }
  g_assert_cmpuint (n_published, ==, examples->len);
  g_assert_cmpuint (n_not_judged, ==, N_NOT_JUDGED);
}

static void
read_examples (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "rules.csv", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", 0);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      char **cells = g_strsplit (lines[i], ",", 0);

      g_assert_cmpuint (g_strv_length (cells), ==, N_COLUMNS);
      g_ptr_array_add (examples, cells);
    }
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  read_examples ();
  month_fixture_set_up (&month, NULL);
  g_test_add_func ("/data/rule-examples/every-rule", test_every_rule);
  for (guint i = 0; i < examples->len; i++)
    {
      g_autofree char *path = g_strconcat ("/data/rule-examples/", ((char **) examples->pdata[i])[RULE], NULL);

      g_test_add_data_func (path, examples->pdata[i], test_example);
    }
  failed = g_test_run ();
  month_fixture_tear_down (&month, NULL);
  g_ptr_array_unref (examples);
  return failed;
}
