/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "attack.h"
#include "caseness-equity-tables.h"
#include "caseness-store.h"
#include "caseness-suppression.h"
#include "cli-demo.h"
#include "cli-run.h"
#include "data-fixture.h"
#include "equity-print.h"

#include <string.h>

/*
 * The equity report as it is printed, held against who the people are: what its tables say is read back from the PDF, table by
 * table and cell by cell, and so is every table that leaves as CSV. No number told is of fewer than five. Somebody who has all
 * of it, of everybody and of the people of filters, knows every number told exactly, and solves for those that are hidden:
 * over the rows, columns and totals of a table, over the other tables of the print, over its annex and over the CSVs.
 */

static char *folder;
static CasenessSnapshot *snapshot;

static const CasenessPeriod *
get_period (void)
{
  static CasenessPeriod period;

  period = (CasenessPeriod){ caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) };
  return &period;
}

/* What is asked on the command line, as the program reads it. */
typedef struct
{
  const char *by;     /* nullable */
  const char *gender; /* nullable: of whom alone */
  gboolean picks;     /* older Bangladeshi women are asked about */
} Print;

static const Print prints[] = {
  { NULL, NULL, TRUE },
  { "Gender", NULL, FALSE },
  { NULL, "Female", FALSE },
  { NULL, "Male", FALSE },
  { "Disability", NULL, FALSE },
  { "Ethnic Group", NULL, FALSE },
};

/* The others as CSV alone; pdfinfo tells the first line of long names, which are alike. */
#define N_ON_PAPER (G_N_ELEMENTS (prints) - 2)

static const struct
{
  const char *variable;
  const char *group;
} picks[CASENESS_MAX_CROSSED] = { { "Working Age", "65 and over" },
                                  { "Ethnic Group", "Asian or Asian British: Bangladeshi" },
                                  { "Gender", "Female" } };

/* The same question as the command line asks. */
static CasenessEquityAnswer *
ask (const Print *print)
{
  g_autoptr(CasenessFilter) filter = caseness_filter_new ();
  CasenessEquityQuestion question;
  CasenessDimension gender;

  if (print->gender != NULL)
    {
      g_autoptr(CasenessFilter) everybody = filter;

      g_assert_true (caseness_dimension_parse ("Gender", &gender));
      filter = caseness_filter_with (everybody, gender, print->gender);
    }
  caseness_equity_question_init (&question);
  question.snapshot = snapshot;
  question.filter = filter;
  question.period = *get_period ();
  question.as_at = question.period.end;
  if (print->by != NULL)
    question.cut.variables[0] = caseness_variable_find (print->by);
  for (guint i = 0; print->picks && i < G_N_ELEMENTS (picks); i++)
    question.picks[i] = (CasenessEquityPick){ caseness_variable_find (picks[i].variable), (char *) picks[i].group };
  return caseness_equity_answer_new (&question, NULL);
}

/* The tags of the report that the command line prints. */
static char *
print_report (const Print *print)
{
  g_autofree char *path = g_build_filename (folder, "equity.pdf", NULL);
  g_autoptr(GString) line = g_string_new ("report '@/demo.caseness' --kind equity --from 2025-04-01 --to 2025-06-30");
  const char *const argv[] = { "pdfinfo", "-struct-text", path, NULL };
  char *text = NULL;

  if (print->by != NULL)
    g_string_append_printf (line, " --by '%s'", print->by);
  if (print->gender != NULL)
    g_string_append_printf (line, " --where Gender=%s", print->gender);
  for (guint i = 0; print->picks && i < G_N_ELEMENTS (picks); i++)
    g_string_append_printf (line, " --pick '%s=%s'", picks[i].variable, picks[i].group);
  g_string_append (line, " --output '@/equity.pdf'");
  g_test_message ("%s", line->str);
  g_assert_cmpint (cli_run (folder, line->str, NULL, NULL), ==, 0);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  return text;
}

/* What leaves as CSV: every table of the page, and the ratios by every characteristic. */
static void
read_csvs (EquityPrint *read, const CasenessEquityAnswer *answer)
{
  for (guint view = 0; view < CASENESS_N_EQUITY_VIEWS; view++)
    {
      g_autoptr(CasenessChartTable) wide = caseness_equity_table_new (answer, view, TRUE);
      g_autoptr(CasenessChartTable) narrow = caseness_equity_table_new_narrow (answer, view, TRUE);

      equity_print_read_table (read, answer, wide);
      equity_print_read_table (read, answer, narrow);
    }
  for (const char *const *name = caseness_equity_list_variables (); *name != NULL; name++)
    equity_print_read_stages (read, answer, *name);
}

static guint
count_told (const EquityPrint *read)
{
  guint n = 0;

  for (guint i = 0; i < read->numbers->len; i++)
    n += ((const EquityNumber *) read->numbers->pdata[i])->is_told;
  return n;
}

static void
set_members (const EquityPrint *read, const GArray *atoms, const EquityNumber *number, gboolean *has)
{
  for (guint i = 0; i < atoms->len; i++)
    has[i] = number->has[g_array_index (atoms, guint, i)];
}

/* One person for each set of numbers that somebody may be in: those in the same cannot be told apart. */
static GArray *
list_atoms (const EquityPrint *read, CasenessEquityStage stage)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  GArray *atoms = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) numbers = g_ptr_array_new ();

  for (guint i = 0; i < read->numbers->len; i++)
    if (((const EquityNumber *) read->numbers->pdata[i])->stage == stage)
      g_ptr_array_add (numbers, read->numbers->pdata[i]);
  for (guint p = 0; p < read->n_people; p++)
    {
      g_autofree guint8 *key = g_new (guint8, numbers->len + 1);
      gboolean is_any = FALSE;

      for (guint i = 0; i < numbers->len; i++)
        {
          key[i] = ((const EquityNumber *) numbers->pdata[i])->has[p];
          is_any |= key[i] != 0;
        }
      if (is_any && g_hash_table_add (seen, g_bytes_new (key, numbers->len)))
        g_array_append_val (atoms, p);
    }
  return atoms;
}

/* What is not promised (caseness-equity-shared.h): how many they are of whom a characteristic is not known. */
static gboolean
is_no_secret (const EquityNumber *number)
{
  return strstr (number->name, CASENESS_EQUITY_NOT_KNOWN) != NULL;
}

/* Solves for what is hidden at a stage. @hides_small_only: had nothing but small numbers been hidden. Returns: how many small
 * ones follow. */
static guint
solve_stage (const EquityPrint *read, CasenessEquityStage stage, gboolean hides_small_only)
{
  g_autoptr(GArray) atoms = list_atoms (read, stage);
  g_autoptr(Attack) attack = attack_new (MAX (atoms->len, 1));
  g_autofree gboolean *has = g_new0 (gboolean, atoms->len + 1);
  guint n = 0;

  for (guint i = 0; i < read->numbers->len; i++)
    {
      const EquityNumber *number = read->numbers->pdata[i];

      if (number->stage != stage || (hides_small_only ? caseness_suppress_is_small (number->count) : !number->is_told))
        continue;
      set_members (read, atoms, number, has);
      attack_tell (attack, has);
    }
  for (guint i = 0; i < read->numbers->len; i++)
    {
      const EquityNumber *number = read->numbers->pdata[i];

      if (number->stage != stage || number->is_told || number->count == 0 || !caseness_suppress_is_small (number->count)
          || is_no_secret (number))
        continue;
      set_members (read, atoms, number, has);
      if (!attack_knows (attack, has))
        continue;
      if (!hides_small_only)
        g_test_message ("stage %u, %s: %u follows", stage, number->name, number->count);
      n++;
    }
  return n;
}

static guint
solve (const EquityPrint *read, gboolean hides_small_only)
{
  guint n = 0;

  for (guint stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    n += solve_stage (read, stage, hides_small_only);
  return n;
}

static void
test_printed_whole (void)
{
  g_autoptr(EquityPrint) read = equity_print_new (snapshot, get_period ());
  guint of_paper;

  for (gsize i = 0; i < N_ON_PAPER; i++)
    {
      g_autoptr(CasenessEquityAnswer) answer = ask (&prints[i]);
      g_autofree char *tags = print_report (&prints[i]);

      equity_print_read_report (read, answer, tags);
    }
  of_paper = count_told (read);
  for (gsize i = 0; i < G_N_ELEMENTS (prints); i++)
    {
      g_autoptr(CasenessEquityAnswer) answer = ask (&prints[i]);

      read_csvs (read, answer);
    }
  g_test_message ("%u numbers, %u told on paper, %u with the CSVs", read->numbers->len, of_paper, count_told (read));
  g_assert_cmpuint (of_paper, >, 400);
  g_assert_cmpuint (count_told (read), >, of_paper);
  g_assert_cmpuint (solve (read, FALSE), ==, 0);
  g_assert_cmpuint (solve (read, TRUE), >, 20);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = cli_demo_new ("--referrals 2400 --months 12 --end 2025-06", &snapshot);
  g_test_add_func ("/cli/equity-print/printed-whole", test_printed_whole);
  status = g_test_run ();
  caseness_snapshot_unref (snapshot);
  data_fixture_remove_tree (folder);
  g_free (folder);
  return status;
}
