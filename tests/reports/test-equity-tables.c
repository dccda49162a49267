/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-report.h"
#include "caseness-equity-tables.h"
#include "caseness-suppression.h"
#include "fixture.h"
#include "report-text.h"

#include <math.h>
#include <string.h>

/* @n referrals of an ethnic category, each with a finished course when @last is given. */
static void
add_people (GString *script, guint n, const char *ethnicity, const char *last)
{
  gsize start = script->len;
  guint i;

  for (i = 0; i < n; i++)
    {
      g_string_append_printf (script, "R X%zu-%u 2025-01-10 %s;M 198001 %u %s;", start, i, last != NULL ? "2025-03-01" : "",
                              i % 2 + 1, ethnicity);
      if (last != NULL)
        g_string_append_printf (script,
                                "C X%zu-%ua 2025-01-20 03 5 A/S1/GSH-Book+PHQ9:15+GAD:10;"
                                "C X%zu-%ub 2025-02-10 03 5 B/S1/GSH-Book%s;",
                                start, i, start, i, last);
    }
}

static CasenessEquityAnswer *
make_answer (const char *script)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
  CasenessEquityQuestion question;

  caseness_equity_question_init (&question);
  question.snapshot = snapshot;
  question.period = (CasenessPeriod){ caseness_date_new (2025, 1, 1), caseness_date_new (2025, 12, 31) };
  question.as_at = question.period.end;
  return caseness_equity_answer_new (&question, NULL);
}

static const char population[] = "G A1 Ethnicity White 800 16;G A1 Ethnicity Mixed 50 20;"
                                 "G A1 Ethnicity Asian~or~Asian~British 80 16;G A1 Ethnicity Black~or~Black~British 40 24;"
                                 "G A1 Ethnicity Other~Ethnic~Groups 30 20;";

/*
 * Whoever gets the table and knows the total cannot tell a small count from it: two cells at least are hidden or none,
 * and what is told is a multiple of five. A group of whom nobody came at all has a star too, and hides nobody else.
 */
static void
test_suppression (void)
{
  static const guint sizes[][5] = { { 40, 3, 12, 9, 6 }, { 40, 0, 12, 9, 6 }, { 7, 7, 7, 7, 7 }, { 40, 4, 4, 9, 6 },
                                    { 5, 4, 5, 5, 5 },   { 60, 5, 6, 7, 1 } };
  static const char *const codes[] = { "A", "D", "K", "N", "S" };
  gsize i, k;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GString) script = g_string_new (population);
      g_autoptr(CasenessEquityAnswer) answer = NULL;
      g_autoptr(CasenessChartTable) table = NULL;
      guint n_hidden = 0, n_small = 0, n_none = 0, row;

      for (k = 0; k < G_N_ELEMENTS (codes); k++)
        {
          add_people (script, sizes[i][k], codes[k], NULL);
          n_small += sizes[i][k] > 0 && sizes[i][k] < CASENESS_FEWEST_TOLD;
          n_none += sizes[i][k] == 0;
        }
      add_people (script, 20, "Z", NULL);
      answer = make_answer (script->str);
      table = caseness_equity_table_new (answer, CASENESS_EQUITY_VIEW_RATIOS, TRUE);
      for (row = 0; row < caseness_chart_table_get_n_rows (table); row++)
        {
          double seen = caseness_chart_table_get_number (table, row, 4);

          n_hidden += strcmp (caseness_chart_table_get_cell (table, row, 4), CASENESS_SUPPRESSED) == 0;
          g_assert_true (isnan (seen) || fmod (seen, 5) == 0);
          if (strcmp (caseness_chart_table_get_cell (table, row, 4), CASENESS_SUPPRESSED) == 0
              && strcmp (caseness_chart_table_get_cell (table, row, 6), "") != 0)
            g_assert_cmpstr (caseness_chart_table_get_cell (table, row, 6), ==, CASENESS_SUPPRESSED);
        }
      if (n_small > 0)
        g_assert_cmpuint (n_hidden, >, 1);
      else
        g_assert_cmpuint (n_hidden, ==, n_none);
    }
}

/* On the screen of the service counts are exact; in a spreadsheet numbers stay numbers. */
static void
test_exact (void)
{
  g_autoptr(GString) script = g_string_new (population);
  g_autoptr(CasenessEquityAnswer) answer = NULL;
  g_autoptr(CasenessChartTable) table = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  add_people (script, 3, "K", NULL);
  add_people (script, 17, "A", NULL);
  answer = make_answer (script->str);
  table = caseness_equity_table_new (answer, CASENESS_EQUITY_VIEW_RATIOS, FALSE);
  g_assert_cmpfloat (caseness_chart_table_get_number (table, 0, 4), ==, 17);
  g_assert_cmpfloat (caseness_chart_table_get_number (table, 2, 4), ==, 3);
  caseness_equity_table_write_csv (writer, table);
  g_assert_nonnull (strstr (caseness_csv_writer_peek (writer, NULL), "White,800,16,128,17,"));
}

/* Words tell of a gap without blame, and say when a group is too few to be told of. */
static void
test_words (void)
{
  g_autoptr(GString) script = g_string_new (population);
  g_autoptr(CasenessEquityAnswer) answer = NULL;
  g_autofree char *title = NULL, *warning = NULL, *older = NULL, *aspirations = NULL;

  add_people (script, 400, "A", "+PHQ9:5+GAD:3");
  add_people (script, 10, "K", "+PHQ9:15+GAD:10");
  add_people (script, 25, "D", NULL);
  add_people (script, 25, "N", NULL);
  add_people (script, 20, "S", NULL);
  add_people (script, 80, "Z", NULL);
  answer = make_answer (script->str);
  title = caseness_equity_words_title (answer, CASENESS_EQUITY_VIEW_RATIOS, TRUE);
  warning = caseness_equity_words_warning (answer, TRUE);
  older = caseness_equity_words_older (answer, TRUE);
  aspirations = caseness_equity_words_aspirations (answer, FALSE);
  g_assert_nonnull (strstr (aspirations, "need of those who live here: not yet"));
  g_assert_nonnull (strstr (aspirations, "who people are: not yet"));
  g_assert_true (g_str_has_prefix (title, "Fewer than expected at referral"));
  g_assert_nonnull (strstr (title, "Asian or Asian British"));
  g_assert_nonnull (strstr (warning, "14.3%"));
  g_assert_nonnull (strstr (older, "12%"));
  g_assert_nonnull (strstr (older, "10.6%"));
}

static const char *
find_cell (const CasenessChartTable *table, const char *name, guint column)
{
  guint row;

  for (row = 0; row < caseness_chart_table_get_n_rows (table); row++)
    if (strcmp (caseness_chart_table_get_cell (table, row, 0), name) == 0)
      return caseness_chart_table_get_cell (table, row, column);
  return NULL;
}

/* The manual's aspirations as tests, with what the plan of 2011 says of older people: of ten Asian people none recovered, of
 * four hundred White ones all, while others finished no course. What is not known by anybody is not tested. */
static void
test_aspirations (void)
{
  static const struct
  {
    const char *test;
    const char *found;
    const char *held_against;
    const char *answer;
    const char *below;
  } cases[] = {
    { "65 and over, % of those treated: expected by the plan of 2011", "0.0", "12", "Not yet", "" },
    { "Prevalence at 65 to 74, %: taken by the plan of 2011", "", "10.6", "", "" },
    { "Use as need: Ethnic group, five", "2 of 3", "0", "Not yet", "Mixed, Asian or Asian British" },
    { "Recovery the same: Ethnic group, five", "1 of 2", "0", "Not yet", "Asian or Asian British" },
    { "Recovery the same: Gender", "0 of 2", "0", "Yes, as far as numbers tell", "" },
  };
  g_autoptr(GString) script = g_string_new ("G A1 Ethnicity White 800 16;G A1 Ethnicity Mixed 400 20;"
                                            "G A1 Ethnicity Asian~or~Asian~British 400 16;");
  g_autoptr(CasenessEquityAnswer) answer = NULL;
  g_autoptr(CasenessChartTable) table = NULL, told = NULL, narrow = NULL;

  add_people (script, 400, "A", "+PHQ9:5+GAD:3");
  add_people (script, 10, "K", "+PHQ9:15+GAD:10");
  answer = make_answer (script->str);
  table = caseness_equity_table_new (answer, CASENESS_EQUITY_VIEW_TESTS, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].test);
      g_assert_nonnull (find_cell (table, cases[i].test, 0));
      g_assert_cmpstr (find_cell (table, cases[i].test, 1), ==, cases[i].found);
      g_assert_cmpstr (find_cell (table, cases[i].test, 3), ==, cases[i].held_against);
      g_assert_cmpstr (find_cell (table, cases[i].test, 4), ==, cases[i].answer);
      g_assert_cmpstr (find_cell (table, cases[i].test, 5), ==, cases[i].below);
    }
  g_assert_null (find_cell (table, "Recovery the same: Religion", 0));
  told = caseness_equity_table_new (answer, CASENESS_EQUITY_VIEW_TESTS, TRUE);
  g_assert_cmpstr (find_cell (told, "65 and over, % of those treated: expected by the plan of 2011", 1), ==, CASENESS_SUPPRESSED);
  g_assert_cmpstr (find_cell (told, "65 and over, % of those treated: expected by the plan of 2011", 4), ==, "");
  narrow = caseness_equity_table_new_narrow (answer, CASENESS_EQUITY_VIEW_TESTS, FALSE);
  g_assert_cmpstr (find_cell (narrow, "Ethnic group, five", 2), ==, "Not yet: Asian or Asian British");
  g_assert_cmpstr (find_cell (narrow, "Gender", 1), ==, "–");
  g_assert_cmpstr (find_cell (narrow, "Gender", 2), ==, "Yes, of 2 groups");
}

/* Codes and doubled names of the data set are said as people say them, crossed groups too; what needs no other stays. */
static void
test_group_words (void)
{
  static const struct
  {
    const char *label;
    const char *words;
  } cases[] = {
    { "XX Other", "Other disability" },
    { "Invalid Code", "Not valid" },
    { "Invalid code", "Not valid" },
    { "02 Hearing", "Hearing" },
    { "University: University and Over 25", "University, over 25" },
    { "02 Hearing / Female / Gay/Lesbian", "Hearing / Female / Gay or lesbian" },
    { CASENESS_EQUITY_NOT_KNOWN, "Not stated, not known" },
    { "Asian or Asian British: Bangladeshi / Female", "Asian or Asian British: Bangladeshi / Female" },
    { "A group of our own", "A group of our own" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (caseness_equity_words_group (cases[i].label), ==, cases[i].words);
}

/* No group that any variable has begins with a code of digits, says itself twice or shouts. */
static void
test_every_group_in_words (void)
{
  for (const char *const *name = caseness_equity_list_variables (); *name != NULL; name++)
    {
      g_auto(GStrv) groups = caseness_variable_dup_groups (caseness_variable_find (*name));

      for (guint i = 0; groups[i] != NULL; i++)
        {
          const char *words = caseness_equity_words_group (groups[i]);

          g_test_message ("%s: %s", *name, words);
          g_assert_false (g_regex_match_simple ("^([0-9]{2}|NN|XX|ZZ) [A-Z]|[Cc]ode$|^(.+): \\2|Invalid|`", words, 0, 0));
        }
    }
}

/* Of whom a code says that nothing is known is in one row with those of whom there is none, and out of what is tested. */
static void
test_unsaid (void)
{
  static const struct
  {
    const char *code;
    guint n;
    gboolean is_known;
  } cases[] = { { "195967001", 7, TRUE }, { "748031000000103", 9, TRUE }, { "73211009", 6, TRUE }, { "1", 11, FALSE },
                { "", 8, FALSE } };
  g_autoptr(GString) script = g_string_new (population);
  g_autoptr(CasenessEquityAnswer) answer = NULL;
  g_autoptr(CasenessChartTable) table = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  CasenessEquityQuestion question;
  guint unknown = 0, n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; k < cases[i].n; k++, n++)
      {
        g_string_append_printf (script, "R X%u 2025-01-10;M 198001 1 A;C X%u 2025-01-20 03 5I A/S1/GSH-Book;", n, n);
        if (*cases[i].code != '\0')
          g_string_append_printf (script, "K %s;", cases[i].code);
        unknown += !cases[i].is_known;
      }
  snapshot = fixture_snapshot_new (script->str, NULL);
  caseness_equity_question_init (&question);
  question.snapshot = snapshot;
  question.period = (CasenessPeriod){ caseness_date_new (2025, 1, 1), caseness_date_new (2025, 12, 31) };
  question.as_at = question.period.end;
  question.cut.variables[0] = caseness_variable_find ("LongTermCondition");
  answer = caseness_equity_answer_new (&question, NULL);
  g_assert_cmpuint (answer->way->missing[CASENESS_EQUITY_REFERRED], ==, unknown);
  table = caseness_equity_table_new (answer, CASENESS_EQUITY_VIEW_RATIOS, FALSE);
  g_assert_cmpstr (find_cell (table, "Asthma", 4), ==, "7");
  g_assert_cmpstr (find_cell (table, "Diabetes", 4), ==, "6");
  g_assert_cmpstr (find_cell (table, "No long-term condition", 4), ==, "9");
  g_assert_cmpstr (find_cell (table, "Not stated, not known", 4), ==, "19");
  g_assert_cmpstr (find_cell (table, "All known", 4), ==, "22");
  g_assert_null (find_cell (table, "No code recorded", 4));
  g_assert_null (find_cell (table, "Not valid", 4));
}

/* The report says that it names nobody, and holds every part: every characteristic that the answer is not by, too. */
static void
test_report (void)
{
  g_autoptr(GString) script = g_string_new (population);
  g_autoptr(CasenessEquityAnswer) answer = NULL;
  g_autoptr(CasenessReport) report = NULL;
  g_autofree char *text = NULL;
  const char *const *names = caseness_equity_list_variables ();
  const char *annex;

  add_people (script, 40, "A", "+PHQ9:5+GAD:3");
  add_people (script, 3, "K", "+PHQ9:15+GAD:10");
  answer = make_answer (script->str);
  report = caseness_equity_report_new (answer);
  g_assert_cmpuint (caseness_report_get_n_pages (report), >, 5);
  text = report_text_dup (report);
  g_assert_nonnull (strstr (text, "Does not identify people"));
  annex = strstr (text, "Every other characteristic");
  g_assert_nonnull (annex);
  for (; *names != NULL; names++)
    if (strcmp (*names, "Ethnic Group 5") != 0 && strcmp (*names, "Working Age") != 0 && strcmp (*names, "Referral Route") != 0)
      {
        g_test_message ("%s", *names);
        g_assert_nonnull (strstr (annex, caseness_equity_words_variable (*names)));
      }
}

/* What may be told of every view, as text. */
static char *
tell_all (CasenessEquityAnswer *answer)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  for (guint view = 0; view < CASENESS_N_EQUITY_VIEWS; view++)
    {
      g_autoptr(CasenessChartTable) table = caseness_equity_table_new (answer, view, TRUE);

      if (table != NULL)
        caseness_equity_table_write_csv (writer, table);
    }
  return g_strdup (caseness_csv_writer_peek (writer, NULL));
}

/* What an earlier answer found and this one takes over changes nothing that is told, whatever was asked before; nor does it
 * matter whether the parts are worked out at once or when they are asked for. */
static void
test_kept (void)
{
  static const struct
  {
    const char *variables[2];
    const char *dimension;
    const char *value;
  } steps[] = {
    { { "Ethnic Group" }, NULL, NULL },        { { "Ethnic Group" }, "Gender", "Female" },
    { { "Gender" }, "Gender", "Female" },      { { "Gender", "Age Group" }, NULL, NULL },
    { { "Ethnic Group" }, "Gender", "Male" },  { { "Ethnic Group", "Gender" }, "Age Group", "18 to 25" },
    { { "Ethnic Group" }, NULL, NULL },        { { "Age Group" }, "Ethnic Group", "White" },
  };
  static const guint sizes[] = { 40, 3, 12, 9, 6 };
  static const char *const codes[] = { "A", "D", "K", "N", "S" };
  g_autoptr(GString) script = g_string_new (population);
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessEquityAnswer) last = NULL;
  g_autofree char *first_told = NULL;

  for (gsize k = 0; k < G_N_ELEMENTS (codes); k++)
    add_people (script, sizes[k], codes[k], k % 2 == 0 ? "+PHQ9:5+GAD:3" : NULL);
  snapshot = fixture_snapshot_new (script->str, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
      g_autoptr(CasenessFilter) filter = NULL;
      g_autoptr(CasenessEquityAnswer) fresh = NULL, next = NULL;
      g_autofree char *told = NULL, *told_fresh = NULL;
      CasenessEquityQuestion question;
      CasenessDimension dimension;

      caseness_equity_question_init (&question);
      question.snapshot = snapshot;
      question.period = (CasenessPeriod){ caseness_date_new (2025, 1, 1), caseness_date_new (2025, 12, 31) };
      question.as_at = question.period.end;
      for (question.cut.n_variables = 0; question.cut.n_variables < 2 && steps[i].variables[question.cut.n_variables] != NULL;
           question.cut.n_variables++)
        {
          question.cut.variables[question.cut.n_variables]
            = caseness_variable_find (steps[i].variables[question.cut.n_variables]);
          g_assert_nonnull (question.cut.variables[question.cut.n_variables]);
        }
      if (steps[i].dimension != NULL)
        {
          g_assert_true (caseness_dimension_parse (steps[i].dimension, &dimension));
          question.filter = filter = caseness_filter_with (everybody, dimension, steps[i].value);
        }
      question.wanted = CASENESS_EQUITY_ALL_PARTS;
      fresh = caseness_equity_answer_new (&question, NULL);
      question.wanted = 0;
      question.plan = last != NULL ? last->plan : NULL;
      next = caseness_equity_answer_new (&question, NULL);
      told = tell_all (next);
      told_fresh = tell_all (fresh);
      g_assert_nonnull (strchr (told, '*'));
      g_assert_cmpstr (told, ==, told_fresh);
      if (i == 0)
        first_told = g_steal_pointer (&told);
      else if (steps[i].dimension != NULL)
        g_assert_cmpstr (told, !=, first_told);
      caseness_equity_answer_unref (g_steal_pointer (&last));
      last = g_steal_pointer (&next);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/equity/suppression", test_suppression);
  g_test_add_func ("/reports/equity/exact", test_exact);
  g_test_add_func ("/reports/equity/kept", test_kept);
  g_test_add_func ("/reports/equity/words", test_words);
  g_test_add_func ("/reports/equity/aspirations", test_aspirations);
  g_test_add_func ("/reports/equity/group-words", test_group_words);
  g_test_add_func ("/reports/equity/every-group-in-words", test_every_group_in_words);
  g_test_add_func ("/reports/equity/unsaid", test_unsaid);
  g_test_add_func ("/reports/equity/report", test_report);
  return g_test_run ();
}
