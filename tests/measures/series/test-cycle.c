/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cycle-result.h"
#include "fixture.h"

#include <math.h>
#include <string.h>

#define MOST 40
#define NEAR 1e-6

typedef struct
{
  CasenessPeriod periods[MOST];
  CasenessFigure figures[MOST];
  double targets[MOST];
  guint n;
  gboolean is_percent;
} Months;

/* Monthly values from April 2024, `?` for a missing one; `x/n` for a percentage. */
static void
read_months (Months *months, const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  guint i;

  *months = (Months){ .n = g_strv_length (words) };
  for (i = 0; i < months->n; i++)
    {
      const char *slash = strchr (words[i], '/');
      double value = *words[i] == '?' ? NAN : g_ascii_strtod (words[i], NULL);
      double n = slash != NULL ? g_ascii_strtod (slash + 1, NULL) : NAN;

      months->periods[i].start = caseness_date_add_months (caseness_date_new (2024, 4, 1), (int) i);
      months->periods[i].end = caseness_date_month_end (months->periods[i].start);
      months->figures[i] = (CasenessFigure){ value, n, slash != NULL ? 100 * value / n : value };
      months->targets[i] = NAN;
      months->is_percent |= slash != NULL;
    }
}

/* What became of @text when the change began on a day; limits stand on @baseline first months. */
static void
judge (CasenessCycleResult *result, const char *text, CasenessSpcDirection direction, CasenessDate starts, guint baseline)
{
  Months months;
  CasenessSeriesMeasured measured;
  CasenessSeriesChoice choice;

  read_months (&months, text);
  measured = (CasenessSeriesMeasured){ months.n, months.periods, months.figures, months.targets, months.is_percent,
                                       direction };
  caseness_series_choice_init (&choice);
  choice.spc.baseline = baseline;
  *result = (CasenessCycleResult){ .cycle = caseness_cycle_new () };
  result->cycle->starts = starts;
  result->series = caseness_series_new (&measured, &choice);
  caseness_cycle_result_judge (result, result->series);
}

static void
clear (CasenessCycleResult *result)
{
  caseness_cycle_free (result->cycle);
  caseness_series_unref (result->series);
}

#define UP CASENESS_SPC_INCREASE
#define DOWN CASENESS_SPC_DECREASE
#define NEITHER CASENESS_SPC_NEITHER
/* Mean 50, moving ranges 2 throughout, so limits 50 ± 5.32: 44.68 and 55.32, near ones 46.45 and 53.55. */
#define TWELVE "49 51 49 51 49 51 49 51 49 51 49 51"

static const struct
{
  const char *why;
  const char *values; /* since the change on the first of April 2025 */
  CasenessSpcDirection direction;
  CasenessCycleVerdict verdict;
} cases[] = {
  { "two months are too few", " 49 51", UP, CASENESS_CYCLE_TOO_EARLY },
  { "three are enough to say that there is nothing yet", " 49 51 49", UP, CASENESS_CYCLE_NO_SIGN },
  { "a missing month is none", " 49 ? 51", UP, CASENESS_CYCLE_TOO_EARLY },
  { "inside the limit", " 55.3", UP, CASENESS_CYCLE_TOO_EARLY },
  { "beyond the limit, whenever", " 55.4", UP, CASENESS_CYCLE_BETTER },
  { "the same where less is better", " 55.4", DOWN, CASENESS_CYCLE_WORSE },
  { "the same where neither is", " 55.4", NEITHER, CASENESS_CYCLE_DIFFERENT },
  { "below", " 44.6 50 50", UP, CASENESS_CYCLE_WORSE },
  { "now above, now below", " 55.4 44.6", UP, CASENESS_CYCLE_BOTH },
  { "six above, and one before: a run that began before the change", " 51 52 51 52 51 52", UP, CASENESS_CYCLE_NO_SIGN },
  { "seven above", " 51 52 51 52 51 52 51", UP, CASENESS_CYCLE_BETTER },
  { "seven with one on the mean", " 51 52 51 50 51 52 51", UP, CASENESS_CYCLE_NO_SIGN },
  { "seven below", " 49 48 49 48 49 48 49", UP, CASENESS_CYCLE_WORSE },
  { "two of three close to the limit", " 54 51 54", UP, CASENESS_CYCLE_BETTER },
  { "one close to the limit", " 54 51 51", UP, CASENESS_CYCLE_NO_SIGN },
  { "six steps up, one of them before the change", " 51.1 51.2 51.3 49.1 49.2 49.3", UP, CASENESS_CYCLE_NO_SIGN },
};

static void
test_verdicts (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (TWELVE, cases[i].values, NULL);
      CasenessCycleResult result;

      judge (&result, text, cases[i].direction, caseness_date_new (2025, 4, 1), 12);
      g_test_message ("%s", cases[i].why);
      g_assert_cmpint (result.verdict, ==, cases[i].verdict);
      clear (&result);
    }
}

/* The first of a month belongs to the time since, any later day's month to neither; five months before are too few. */
static void
test_sides (void)
{
  static const struct
  {
    int year, month, of_month;
    guint n_before, n_after;
    CasenessCycleVerdict verdict;
  } days[] = {
    { 2025, 4, 1, 12, 3, CASENESS_CYCLE_NO_SIGN },   { 2025, 4, 2, 12, 2, CASENESS_CYCLE_TOO_EARLY },
    { 2025, 3, 31, 11, 3, CASENESS_CYCLE_NO_SIGN },  { 2025, 7, 1, 15, 0, CASENESS_CYCLE_NOT_BEGUN },
    { 2025, 6, 30, 14, 0, CASENESS_CYCLE_NOT_BEGUN }, { 2024, 9, 1, 5, 10, CASENESS_CYCLE_NO_BEFORE },
    { 2024, 10, 1, 6, 9, CASENESS_CYCLE_NO_SIGN },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (days); i++)
    {
      CasenessCycleResult result;

      judge (&result, TWELVE " 49 51 49", UP, caseness_date_new (days[i].year, days[i].month, days[i].of_month),
             MIN (days[i].n_before, 12));
      g_test_message ("%d-%d-%d", days[i].year, days[i].month, days[i].of_month);
      g_assert_cmpuint (result.before.n_points, ==, days[i].n_before);
      g_assert_cmpuint (result.after.n_points, ==, days[i].n_after);
      g_assert_cmpint (result.verdict, ==, days[i].verdict);
      clear (&result);
    }
}

#define TWELVE_HALVES "5/10 5/10 5/10 5/10 5/10 5/10 5/10 5/10 5/10 5/10 5/10 5/10"

/* 60 of 120 before, 24 of 30 since; shares are of all months together. */
static void
test_words (void)
{
  CasenessCycleResult result;
  g_autofree char *sides = NULL;
  g_autofree char *outside = NULL;
  g_autofree char *sentence = NULL;

  judge (&result, TWELVE_HALVES " 12/15 8/10 4/5", UP, caseness_date_new (2025, 4, 1), 12);
  g_assert_cmpfloat_with_epsilon (result.before.value, 50, NEAR);
  g_assert_cmpfloat_with_epsilon (result.after.value, 80, NEAR);
  g_assert_cmpfloat_with_epsilon (result.difference.value, 30, NEAR);
  sides = caseness_cycle_result_dup_sides (&result, FALSE);
  g_assert_true (g_str_has_prefix (sides, "Before: 50.0% (12 months, 60 of 120). Since: 80.0% (3 months, 24 of 30). "
                                          "Difference +30.0 points, 95% interval +"));
  outside = caseness_cycle_result_dup_sides (&result, TRUE);
  g_assert_true (g_str_has_prefix (outside, "Before: 50.0% (12 months, 60 of 120). Since: 80.0% (3 months, 25 of 30). "));
  sentence = caseness_cycle_result_dup_sentence (&result);
  g_assert_cmpstr (sentence, ==, "Since the change the figure is better than chance explains. 3 months lie beyond the "
                                 "limits of before.");
  clear (&result);
}

/* Four people are not told of outside, nor is a difference to them. */
static void
test_few (void)
{
  CasenessCycleResult result;
  g_autofree char *outside = NULL;

  judge (&result, TWELVE_HALVES " 2/10 1/10 1/10", UP, caseness_date_new (2025, 4, 1), 12);
  outside = caseness_cycle_result_dup_sides (&result, TRUE);
  g_assert_cmpstr (outside, ==, "Before: 50.0% (12 months, 60 of 120). Since: * (3 months).");
  clear (&result);
}

static CasenessCycle *
make_cycle (CasenessDate starts, CasenessCycleState state)
{
  CasenessCycle *cycle = caseness_cycle_new ();
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessFilter) north = caseness_filter_with (everybody, CASENESS_DIMENSION_TEAM, "North");

  caseness_cycle_set_text (&cycle->aim, "  More recover  ");
  caseness_cycle_set_text (&cycle->measure, "M192");
  caseness_cycle_set_text (&cycle->change, "PCL-5 at\nevery session");
  caseness_cycle_set_text (&cycle->owner, "Lead");
  caseness_cycle_set_filter (cycle, north);
  cycle->starts = starts;
  cycle->state = state;
  return cycle;
}

/* As the journal takes it and gives it back; what is missing or unknown reads as nothing. */
static void
test_record (void)
{
  g_autoptr(CasenessCycle) cycle = make_cycle (caseness_date_new (2025, 4, 1), CASENESS_CYCLE_STUDY);
  g_autofree char *body = NULL;
  CasenessJournalEntry entry = { .subject = cycle->id };
  CasenessJournalEntry strange = { .subject = (char *) "x", .body = (char *) "{\"state\":\"dance\",\"measure\":\"M0\"}" };
  g_autoptr(CasenessCycle) back = NULL;
  g_autoptr(CasenessCycle) nothing = NULL;

  cycle->reviewed = caseness_date_new (2025, 9, 30);
  cycle->is_step = TRUE;
  entry.body = body = caseness_cycle_dup_body (cycle);
  back = caseness_cycle_read (&entry);
  g_assert_true (caseness_cycle_is_same (cycle, back));
  g_assert_cmpstr (back->aim, ==, "More recover");
  g_assert_cmpstr (back->change, ==, "PCL-5 at\nevery session");
  g_assert_cmpstr (caseness_cycle_get_measure (back)->id, ==, "M192");
  g_assert_true (caseness_filter_wants (back->filter, CASENESS_DIMENSION_TEAM, "North"));
  g_assert_false (caseness_filter_wants (back->filter, CASENESS_DIMENSION_TEAM, "South"));
  g_assert_cmpint (back->reviewed, ==, caseness_date_new (2025, 9, 30));
  caseness_cycle_set_text (&back->learnt, "It helped");
  g_assert_false (caseness_cycle_is_same (cycle, back));
  nothing = caseness_cycle_read (&strange);
  g_assert_cmpint (nothing->state, ==, CASENESS_CYCLE_PLAN);
  g_assert_null (caseness_cycle_get_measure (nothing));
  g_assert_cmpint (nothing->starts, ==, CASENESS_DATE_NONE);
  g_assert_true (caseness_filter_is_empty (nothing->filter));
}

/* From rows to a verdict: one team of two, before and since, in the months that are loaded. */
static void
test_result (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessCycle) cycle = make_cycle (caseness_date_new (2025, 9, 1), CASENESS_CYCLE_DO);
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessCycleResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint month, i;

  for (month = 3; month <= 12; month++)
    for (i = 0; i < 10; i++)
      g_string_append_printf (script,
                              "R X%u-%u 2025-01-01 2025-%02u-20;Q East %s -;P 01 F322 1;"
                              "C X%u-%ua 2025-01-10 03 5 A/S1/CBT+PHQ9:15+GAD:10;"
                              "C X%u-%ub 2025-02-10 03 5 B/S1/CBT%s;",
                              month, i, month, i % 2 == 0 ? "North" : "South", month, i, month, i,
                              (i % 4 == 0 || month >= 9) ? "+PHQ9:5+GAD:3" : "+PHQ9:15+GAD:10");
  snapshot = fixture_snapshot_new (script->str, NULL);
  result = caseness_cycle_result_new (cycle, snapshot, NULL, caseness_date_new (2025, 12, 31), NULL, &error);
  g_assert_no_error (error);
  /* North: three of its five each month before, all since. */
  g_assert_cmpfloat_with_epsilon (result->before.numerator, 18, NEAR);
  g_assert_cmpfloat_with_epsilon (result->before.denominator, 30, NEAR);
  g_assert_cmpfloat_with_epsilon (result->after.numerator, 20, NEAR);
  g_assert_cmpfloat_with_epsilon (result->after.denominator, 20, NEAR);
  g_assert_cmpint (result->verdict, ==, CASENESS_CYCLE_BETTER);
  g_assert_cmpuint (result->series->changes->len, ==, 0); /* nobody recorded a step */
  cycle->is_step = TRUE;
  g_clear_pointer (&result, caseness_cycle_result_free);
  result = caseness_cycle_result_new (cycle, snapshot, NULL, caseness_date_new (2025, 12, 31), NULL, &error);
  g_assert_cmpint (result->verdict, ==, CASENESS_CYCLE_BETTER); /* the verdict does not depend on it */
  g_assert_cmpuint (result->series->changes->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/cycle/verdicts", test_verdicts);
  g_test_add_func ("/measures/cycle/sides", test_sides);
  g_test_add_func ("/measures/cycle/words", test_words);
  g_test_add_func ("/measures/cycle/few", test_few);
  g_test_add_func ("/measures/cycle/record", test_record);
  g_test_add_func ("/measures/cycle/result", test_result);
  return g_test_run ();
}
