/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-equity-answer.h"
#include "caseness-equity.h"
#include "caseness-store.h"
#include "caseness-suppression.h"
#include "cli-demo.h"
#include "cli-run.h"
#include "data-fixture.h"

#include <gio/gio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * Equity on the command line, of a demonstration service: every variable, every stage, any two variables across each other and
 * every table. Groups add up to everybody; what is suppressed tells of no small number.
 */

#define PERIOD "--from 2025-01-01 --to 2025-06-30"
#define N_FIGURES 8 /* columns after the name of the group */

enum
{
  POPULATION,
  PREVALENCE,
  EXPECTED,
  OBSERVED,
  RATIO,
  RATIO_LOW,
  RATIO_HIGH,
  MISSING
};

static char *folder;
static CasenessSnapshot *snapshot;

/* What `caseness-cli equity` prints with these options. */
static char *
ask (const char *options)
{
  g_autofree char *line = g_strdup_printf ("equity '@/demo.caseness' " PERIOD " %s", options);
  g_autofree char *err = NULL;
  char *out = NULL;

  g_test_message ("%s", options);
  g_assert_cmpint (cli_run (folder, line, &out, &err), ==, 0);
  return out;
}

/* The figures of a row, from its end: names may be quoted and hold commas. */
static void
split_row (const char *row, char *figures[N_FIGURES])
{
  g_autofree char *text = g_strdup (row);

  for (int i = N_FIGURES - 1; i >= 0; i--)
    {
      char *comma = strrchr (text, ',');

      g_assert_nonnull (comma);
      figures[i] = g_strdup (comma + 1);
      *comma = '\0';
    }
}

/* Goes through what is printed. Returns: the sum of the people seen. */
static double
sum_observed (const char *csv, gboolean is_suppressed)
{
  g_auto(GStrv) rows = g_strsplit (csv, "\n", -1);
  double sum = 0;

  g_assert_cmpstr (rows[0], ==, "group,population,prevalence_pct,expected,observed,ratio,ratio_low,ratio_high,missing_pct");
  for (guint i = 1; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      char *figures[N_FIGURES];
      gboolean is_hidden;
      double observed;

      split_row (rows[i], figures);
      is_hidden = strcmp (figures[OBSERVED], CASENESS_SUPPRESSED) == 0;
      observed = g_ascii_strtod (figures[OBSERVED], NULL);
      g_assert_true (is_suppressed || !is_hidden);
      if (is_suppressed && !is_hidden && (observed < CASENESS_FEWEST_TOLD || fmod (observed, CASENESS_FEWEST_TOLD) != 0))
        g_error ("told: %s", rows[i]);
      for (guint k = RATIO; k <= RATIO_HIGH; k++)
        g_assert_true (!is_hidden || *figures[k] == '\0' || strcmp (figures[k], CASENESS_SUPPRESSED) == 0);
      sum += observed;
      for (guint k = 0; k < N_FIGURES; k++)
        g_free (figures[k]);
    }
  return sum;
}

static char *
write_way (const CasenessEquityWay *way, CasenessEquityStage stage, const CasenessEquityShared *shared)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

  caseness_equity_write_csv (writer, way, stage, shared);
  return g_strdup (caseness_csv_writer_peek (writer, NULL));
}

static const CasenessPeriod *
get_period (void)
{
  static CasenessPeriod period;

  period = (CasenessPeriod){ caseness_date_new (2025, 1, 1), caseness_date_new (2025, 6, 30) };
  return &period;
}

/* By every variable groups add up to as many at every stage; those of whom somebody may be in several, to no fewer. */
static void
test_every_stage (void)
{
  const char *const *names = caseness_equity_list_variables ();
  g_autoptr(CasenessFrame) frame = caseness_frame_new (snapshot);

  caseness_frame_set_period (frame, get_period ());
  for (; *names != NULL; names++)
    {
      const CasenessVariable *variable = caseness_variable_find (*names);
      g_autoptr(CasenessEquityWay) way = caseness_equity_count (frame, variable, NULL, NULL);

      for (guint stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
        {
          g_autofree char *csv = write_way (way, stage, NULL);
          double sum = sum_observed (csv, FALSE);

          g_test_message ("%s, stage %u", *names, stage);
          g_assert_cmpuint (way->observed[CASENESS_EQUITY_REFERRED], >, 1000);
          if (caseness_variable_is_many (variable))
            g_assert_cmpfloat (sum, >=, way->observed[stage]);
          else
            g_assert_cmpfloat (sum, ==, way->observed[stage]);
        }
    }
}

/* Any two across each other, at every stage: nothing small is told, and something is. */
static void
test_every_pair (void)
{
  const char *const *names = caseness_equity_list_variables ();
  CasenessEquityQuestion question;
  double told = 0;

  caseness_equity_question_init (&question);
  question.snapshot = snapshot;
  question.period = *get_period ();
  question.as_at = question.period.end;
  question.cut.n_variables = 2;
  for (guint i = 0; names[i] != NULL; i++)
    for (guint k = i + 1; names[k] != NULL; k++)
      {
        g_autoptr(CasenessEquityAnswer) answer = NULL;

        question.cut.variables[0] = caseness_variable_find (names[i]);
        question.cut.variables[1] = caseness_variable_find (names[k]);
        answer = caseness_equity_answer_new (&question, NULL);
        g_test_message ("%s by %s", names[i], names[k]);
        for (guint stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
          {
            g_autofree char *csv = write_way (answer->way, stage, caseness_equity_answer_share (answer, TRUE));

            told += sum_observed (csv, TRUE);
          }
      }
  g_assert_cmpfloat (told, >, 100000);
}

/* As a whole process: by every variable in full and suppressed; a pair, and every table. */
static void
test_processes (void)
{
  static const char *const tables[] = { "ratios", "shares", "outcomes", "care", "sources", "deprivation", "trend", "checklist",
                                        "aspirations" };
  const char *const *names = caseness_equity_list_variables ();
  g_autofree char *pair = NULL, *one = NULL, *by_gender = ask ("--by Gender");
  double all = sum_observed (by_gender, FALSE);

  for (; *names != NULL; names++)
    {
      g_autofree char *full = g_strdup_printf ("--by '%s'", *names);
      g_autofree char *suppressed = g_strdup_printf ("%s --suppress", full);
      g_autofree char *out = ask (full), *told = ask (suppressed);

      if (caseness_variable_is_many (caseness_variable_find (*names)))
        g_assert_cmpfloat (sum_observed (out, FALSE), >=, all);
      else
        g_assert_cmpfloat (sum_observed (out, FALSE), ==, all);
      sum_observed (told, TRUE);
    }
  pair = ask ("--by 'Ethnic Group' --by 'Age Group' --stage recovered");
  g_assert_nonnull (strchr (pair, '*'));
  sum_observed (pair, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *options = g_strdup_printf ("--table %s", tables[i]);
      g_autofree char *out = ask (options);

      g_assert_nonnull (strchr (out, '\n'));
      g_assert_cmpuint (strlen (strchr (out, '\n')), >, 40);
    }
  one = ask ("--table one-group --pick 'Working Age=65 and over' --pick 'Ethnic Group=Asian or Asian British: Bangladeshi' "
             "--pick Gender=Female");
  g_assert_nonnull (strstr (one, "\nReferred,*,"));
}

/* The words of the equity report that these options make. */
static char *
print_report (const char *options)
{
  g_autofree char *line = g_strdup_printf ("report '@/demo.caseness' --kind equity " PERIOD " --output '@/equity.pdf' %s", options);
  g_autofree char *path = g_build_filename (folder, "equity.pdf", NULL);
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  char *text = NULL;

  g_test_message ("report %s", options);
  g_assert_cmpint (cli_run (folder, line, NULL, NULL), ==, 0);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  return text;
}

/* The report looks at the group that is asked about, and compares by what it is told to, as it does from the window. */
static void
test_report (void)
{
  static const struct
  {
    const char *options;
    const char *told;
    const char *untold; /* nullable */
  } cases[] = {
    { "", "By Ethnic group, five.", "Asked about" },
    { "--by Gender", "By Gender.", "Asked about" },
    { "--by Gender --by 'Working Age'", "By Gender by Age, under and over 65.", "Asked about" },
    { "--population q00 --pick Gender=Female", "Female: not clearly fewer than expected at any step.", "The same but for" },
    { "--pick 'Working Age=65 and over' --pick 'Ethnic Group=Asian or Asian British: Bangladeshi' --pick Gender=Female",
      "65 and over / Asian or Asian British: Bangladeshi / Female: too few to tell of", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = print_report (cases[i].options);

      g_assert_nonnull (strstr (text, cases[i].told));
      if (cases[i].untold != NULL)
        g_assert_null (strstr (text, cases[i].untold));
    }
}

/* What cannot be done is said in words. */
static void
test_refusals (void)
{
  static const struct
  {
    const char *options;
    int status;
    const char *err;
  } reports[] = {
    { "--kind equity --by Moon", 2, "--by: “Moon” is not one" },
    { "--kind equity --by Gender --by gender", 2, "two different variables" },
    { "--kind equity --by Gender --by Religion --by Language", 2, "two variables at most" },
    { "--kind equity --pick Gender", 2, "VARIABLE=GROUP" },
    { "--kind equity --pick Gender=Moon", 2, "Gender has no group “Moon”" },
    { "--kind equity --pick Gender=Female --pick gender=Male", 2, "each variable once" },
    { "--kind equity --population Nowhere", 1, "the list of local population has Q00" },
    { "--kind ptl --pick Gender=Female", 2, "--pick: is for --kind equity" },
    { "--kind ptl --population Q00", 2, "--population: is for --kind equity" },
    { "--kind ptl --by Gender", 2, "--by: “Gender” is not one" },
    { "--set Board --pick Gender=Female", 2, "--pick" },
    { "--set Board --by Gender", 2, "--by" },
    { "--set Board --population Q00", 2, "--population" },
  }, cases[] = {
    { "", 2, "--by: is missing" },
    { "--by Moon", 2, "there is no variable “Moon”" },
    { "--by Gender --by Gender", 2, "two different variables" },
    { "--by Gender --by Religion --by Language", 2, "two variables at most" },
    { "--by Gender --stage gone", 2, "must be referred" },
    { "--by Gender --population Nowhere", 1, "the list of local population has Q00" },
    { "--table moon", 2, "there is no table “moon”; there are ratios" },
    { "--table one-group", 2, "needs --pick" },
    { "--by Gender --pick Gender=Female", 2, "is for --table one-group" },
    { "--table one-group --pick Gender", 2, "VARIABLE=GROUP" },
    { "--table one-group --pick Gender=Moon", 2, "Gender has no group “Moon”" },
    { "--table one-group --pick Gender=Female --pick gender=Male", 2, "each variable once" },
    { "--by Religion", 0, "does not tell by Religion" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf ("equity '@/demo.caseness' " PERIOD " %s", cases[i].options);
      g_autofree char *out = NULL, *err = NULL;

      g_test_message ("%s", cases[i].options);
      g_assert_cmpint (cli_run (folder, line, &out, &err), ==, cases[i].status);
      g_assert_nonnull (strstr (err, cases[i].err));
      g_assert_true ((*out == '\0') == (cases[i].status != 0));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *path = g_build_filename (folder, "refused.pdf", NULL);
      g_autofree char *line
        = g_strdup_printf ("report '@/demo.caseness' " PERIOD " --output '@/refused.pdf' %s", reports[i].options);
      g_autofree char *err = NULL;

      g_test_message ("report %s", reports[i].options);
      g_assert_cmpint (cli_run (folder, line, NULL, &err), ==, reports[i].status);
      g_assert_nonnull (strstr (err, reports[i].err));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = cli_demo_new ("--referrals 1200 --months 6 --end 2025-06", &snapshot);
  g_test_add_func ("/cli/equity/every-stage", test_every_stage);
  g_test_add_func ("/cli/equity/every-pair", test_every_pair);
  g_test_add_func ("/cli/equity/processes", test_processes);
  g_test_add_func ("/cli/equity/report", test_report);
  g_test_add_func ("/cli/equity/refusals", test_refusals);
  status = g_test_run ();
  caseness_snapshot_unref (snapshot);
  data_fixture_remove_tree (folder);
  g_free (folder);
  return status;
}
