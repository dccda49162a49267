/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-casemix.h"
#include "caseness-nice.h"
#include "caseness-recovery-comparison.h"
#include "caseness-recovery-pairs.h"
#include "caseness-review.h"
#include "course-fixture.h"

#include <math.h>
#include <string.h>

#define NEAR 1e-6

static const CasenessRecovery *
find_row (const GPtrArray *rows, const char *group)
{
  guint i;

  for (i = 0; i < rows->len; i++)
    if (strcmp (((const CasenessRecovery *) g_ptr_array_index (rows, i))->group, group) == 0)
      return g_ptr_array_index (rows, i);
  g_error ("There is no group %s", group);
}

/* First PHQ-9 scores 10, 12, 14, 16, 18: mean 14, deviation √10; last ones 4, 6, 8, 10, 12: mean 8. */
static void
test_effect (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GPtrArray) variables = course_fixture_list_variables (NULL), rows = NULL;
  const CasenessRecovery *row;
  guint i;

  for (i = 0; i < 5; i++)
    {
      g_autofree char *first = g_strdup_printf ("+PHQ9:%u", 10 + 2 * i);
      g_autofree char *last = g_strdup_printf ("+PHQ9:%u", 4 + 2 * i);

      course_fixture_add (script, 1, "North", "F322", first, last);
    }
  course_fixture_add (script, 1, "North", "F322", "+PHQ9:27", ""); /* no pair */
  course_fixture_add (script, 4, "North", "F322", "+GAD:10", "+GAD:5");
  frame = course_fixture_frame_new (script->str);
  rows = caseness_recovery_count (frame, variables, NULL);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpuint (row->changes[CASENESS_RECOVERY_PHQ9].n, ==, 5);
  g_assert_cmpfloat_with_epsilon (row->changes[CASENESS_RECOVERY_PHQ9].mean_first, 14, NEAR);
  g_assert_cmpfloat_with_epsilon (row->changes[CASENESS_RECOVERY_PHQ9].mean_last, 8, NEAR);
  g_assert_cmpfloat_with_epsilon (caseness_recovery_get_effect (row, CASENESS_RECOVERY_PHQ9), 6 / sqrt (10), NEAR);
  g_assert_cmpuint (row->changes[CASENESS_RECOVERY_GAD7].n, ==, 4);
  g_assert_true (isnan (caseness_recovery_get_effect (row, CASENESS_RECOVERY_GAD7))); /* four pairs are too few */
}

/* WSAS is the sum of five items, of those to whom work applied at both ends. */
static void
test_wsas (void)
{
  static const char *const whole = "+WASAS_Work:4+WASAS_HomeManagement:4+WASAS_SocialLeisureActivities:4"
                                   "+WASAS_PrivateLeisureActivities:4+WASAS_Relationships:4";
  static const char *const better = "+WASAS_Work:1+WASAS_HomeManagement:1+WASAS_SocialLeisureActivities:1"
                                    "+WASAS_PrivateLeisureActivities:1+WASAS_Relationships:1";
  static const char *const no_work = "+WASAS_Work:9+WASAS_HomeManagement:1+WASAS_SocialLeisureActivities:1"
                                     "+WASAS_PrivateLeisureActivities:1+WASAS_Relationships:1";
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GPtrArray) variables = course_fixture_list_variables (NULL), rows = NULL;
  const CasenessRecovery *row;

  course_fixture_add (script, 3, "North", "F322", whole, better);
  course_fixture_add (script, 1, "North", "F322", whole, no_work);
  course_fixture_add (script, 1, "North", "F322", whole, "+WASAS_Work:1");
  frame = course_fixture_frame_new (script->str);
  rows = caseness_recovery_count (frame, variables, NULL);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpuint (row->changes[CASENESS_RECOVERY_WSAS].n, ==, 3);
  g_assert_cmpfloat_with_epsilon (row->changes[CASENESS_RECOVERY_WSAS].mean_first, 20, NEAR);
  g_assert_cmpfloat_with_epsilon (row->changes[CASENESS_RECOVERY_WSAS].mean_last, 5, NEAR);
}

static void
test_sessions_waits_and_misses (void)
{
  const char *script
    = "R A 2025-01-01 2025-03-01;C A1 2025-01-11 03 5 A/S1/CBT;C A2 2025-01-31 03 5 B/S1/CBT;C A3 2025-02-01 03 3;"
      "C A4 2025-02-02 03 2;C A5 2025-02-03 03 7;C A6 2025-02-04 03 4;"
      "R B 2025-01-01 2025-03-01;C B1 2025-02-13 03 6 A/S1/CBT;C B2 2025-02-14 03 5 B/S1/CBT;C B3 2025-02-15 03 5 "
      "C/S1/CBT;C B4 2025-02-16 03 5 D/S1/CBT;C B5 2025-02-17 03 5 E/S1/CBT;"
      "R C 2025-01-01 2025-03-01;C C1 2025-02-12 03 5 A/S1/CBT;C C2 2025-02-22 03 5 B/S1/CBT;C C3 2025-02-23 03 5 "
      "C/S1/CBT;C C4 2025-03-02 03 3";
  g_autoptr(CasenessFrame) frame = course_fixture_frame_new (script);
  g_autoptr(GPtrArray) variables = course_fixture_list_variables (NULL);
  g_autoptr(GPtrArray) rows = caseness_recovery_count (frame, variables, NULL);
  const CasenessRecovery *row = g_ptr_array_index (rows, 0);

  /* 2, 3 and 5 sessions */
  g_assert_cmpfloat_with_epsilon (caseness_recovery_get_mean_sessions (row), 10.0 / 3, NEAR);
  g_assert_cmpfloat_with_epsilon (row->median_sessions, 3, NEAR);
  /* 10, 42 and 43 days to the first, 20, 10 and 1 to the second */
  g_assert_cmpfloat_with_epsilon (row->first_waits.median, 42, NEAR);
  g_assert_cmpuint (row->first_waits.within_6_weeks, ==, 2);
  g_assert_cmpfloat_with_epsilon (row->second_waits.median, 10, NEAR);
  /* Ten attended, one missed, one too late; cancelled ones and those after discharge do not count. */
  g_assert_cmpuint (row->appointments, ==, 12);
  g_assert_cmpuint (row->missed, ==, 1);
  g_assert_cmpuint (row->no_outcome, ==, 3);
  g_assert_cmpuint (row->pathways->len, ==, 3);
}

/* Improved, deteriorated, without change and not known are everybody, each once. */
static void
test_outcomes_add_up (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GPtrArray) variables = course_fixture_list_variables (NULL), rows = NULL;
  const CasenessRecovery *row;

  course_fixture_add (script, 3, "North", "F322", COURSE_SICK, COURSE_WELL);
  course_fixture_add (script, 2, "North", "F322", COURSE_SICK, "+PHQ9:21+GAD:10");
  course_fixture_add (script, 4, "North", "F322", COURSE_SICK, COURSE_SICK);
  course_fixture_add (script, 5, "North", "F322", COURSE_SICK, "");
  frame = course_fixture_frame_new (script->str);
  rows = caseness_recovery_count (frame, variables, NULL);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpuint (row->improved, ==, 3);
  g_assert_cmpuint (row->deteriorated, ==, 2);
  g_assert_cmpuint (row->no_change, ==, 4);
  g_assert_cmpuint (row->no_outcome, ==, 5);
  g_assert_cmpuint (row->courses, ==, 14);
}

/* North: 20 of 100; South: 20 of 60; East: 20 of 40, so that 60 of 200 is what chance lies about. By team nobody is more
 * than a fifth but all are, so that each is expected what the other two had. */
static void
test_own_left_out (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GPtrArray) variables = course_fixture_list_variables ("Team"), two_way = NULL, four_way = NULL;

  course_fixture_add (script, 20, "North", "F322", COURSE_SICK, COURSE_WELL);
  course_fixture_add (script, 80, "North", "F322", COURSE_SICK, COURSE_SICK);
  course_fixture_add (script, 20, "South", "F322", COURSE_SICK, COURSE_WELL);
  course_fixture_add (script, 40, "South", "F322", COURSE_SICK, COURSE_SICK);
  course_fixture_add (script, 20, "East", "F322", COURSE_SICK, COURSE_WELL);
  course_fixture_add (script, 20, "East", "F322", COURSE_SICK, COURSE_SICK);
  frame = course_fixture_frame_new (script->str);
  two_way = caseness_recovery_count (frame, variables, NULL);
  four_way = caseness_recovery_count_four_way (frame, variables, NULL);
  g_assert_cmpfloat_with_epsilon (find_row (two_way, "North")->expected, 100 * 0.3, NEAR);
  g_assert_cmpfloat_with_epsilon (find_row (four_way, "North")->expected, 100 * 40.0 / 100, NEAR);
  g_assert_true (find_row (four_way, "North")->leaves_own_out);
  g_assert_cmpfloat_with_epsilon (find_row (four_way, "North")->variance, 100 * 0.4 * 0.6, NEAR);
  g_assert_cmpfloat_with_epsilon (caseness_recovery_get_more (find_row (four_way, "North")), -20, NEAR);
  /* Exactly a fifth is not more than a fifth. */
  g_assert_false (find_row (four_way, "East")->leaves_own_out);
  g_assert_cmpfloat_with_epsilon (find_row (four_way, "East")->expected, 40 * 0.3, NEAR);
}

/* Courses alike by problem, severity and step: twenty are a cell, nineteen ask the next coarser one. */
static void
test_four_way_collapses (void)
{
  static const struct
  {
    guint n_low;
    double expected;
    const char *why;
  } cases[] = {
    { 20, 1, "twenty of low intensity, all of whom recovered" },
    { 19, 19.0 / 49, "nineteen, so all of the same problem and severity" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) script = g_string_new (NULL);
      g_autoptr(CasenessFrame) frame = NULL;
      g_autoptr(CasenessCasemix) casemix = NULL;
      g_autoptr(GPtrArray) compared = course_fixture_list_variables ("Team");
      guint k;

      for (k = 0; k < cases[i].n_low; k++)
        g_string_append_printf (script,
                                "R A%02u 2025-01-01 2025-03-01;P 01 F322 1;C A%02ua 2025-01-10 03 5 "
                                "A/S1/GSH-Book%s;C A%02ub 2025-02-10 03 5 B/S1/GSH-Book%s;",
                                k, k, COURSE_SICK, k, COURSE_WELL);
      course_fixture_add (script, 30, "North", "F322", COURSE_SICK, COURSE_SICK); /* CBT */
      frame = course_fixture_frame_new (script->str);
      casemix = caseness_casemix_new_four_way (frame, compared);
      g_test_message ("%s", cases[i].why);
      g_assert_cmpfloat_with_epsilon (caseness_casemix_expect (casemix, 0), cases[i].expected, NEAR);
    }
}

static CasenessRecoveryComparison *
comparison_of (GPtrArray *rows, CasenessRecovery *everybody)
{
  CasenessRecoveryComparison *comparison = g_new0 (CasenessRecoveryComparison, 1);

  comparison->rows = g_ptr_array_ref (rows);
  comparison->everybody = g_ptr_array_new ();
  g_ptr_array_add (comparison->everybody, everybody);
  return comparison;
}

/* Around 50 %, exact limits: 10 courses 19 to 81 and 1 to 99 %; normal ones: 30 courses 32.1 to 67.9 and
 * 21.8 to 78.2 %. */
static const struct
{
  const char *why;
  guint recovered;
  guint courses;
  CasenessStanding standing;
} standings[] = {
  { "nine courses are not judged, whatever came of them", 0, 9, CASENESS_STANDING_TOO_FEW },
  { "ten are, by the outer limits alone", 0, 10, CASENESS_STANDING_LOW_998 },
  { "one in ten is outside the inner ones, which are not asked", 1, 10, CASENESS_STANDING_INSIDE },
  { "all of ten", 10, 10, CASENESS_STANDING_HIGH_998 },
  { "9 of 29 is 31 %, outside the inner ones, which are not asked", 9, 29, CASENESS_STANDING_INSIDE },
  { "10 of 30 is 33.3 %", 10, 30, CASENESS_STANDING_INSIDE },
  { "9 of 30 is 30 %", 9, 30, CASENESS_STANDING_LOW_95 },
  { "21 of 30 is 70 %", 21, 30, CASENESS_STANDING_HIGH_95 },
  { "7 of 30 is 23.3 %", 7, 30, CASENESS_STANDING_LOW_95 },
  { "6 of 30 is 20 %", 6, 30, CASENESS_STANDING_LOW_998 },
  { "24 of 30 is 80 %", 24, 30, CASENESS_STANDING_HIGH_998 },
};

static void
test_standing (void)
{
  CasenessRecovery everybody = { .courses = 1000, .recovered = 500, .expected = 500 };
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  g_autoptr(CasenessRecoveryComparison) comparison = comparison_of (rows, &everybody);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      CasenessRecovery row = { .courses = standings[i].courses, .recovered = standings[i].recovered };

      g_test_message ("%s", standings[i].why);
      g_assert_cmpint (caseness_recovery_comparison_judge (comparison, &row, CASENESS_RECOVERY_CRUDE, FALSE), ==,
                       standings[i].standing);
    }
}

/* Given the cases: below five expected or ten courses nothing is said. */
static void
test_standing_adjusted (void)
{
  static const struct
  {
    guint recovered;
    guint courses;
    double expected;
    CasenessStanding standing;
  } cases[] = {
    { 0, 9, 8, CASENESS_STANDING_TOO_FEW },     { 0, 40, 4.99, CASENESS_STANDING_TOO_FEW },
    { 5, 40, 5, CASENESS_STANDING_INSIDE },     { 50, 100, 50, CASENESS_STANDING_INSIDE },
    { 20, 100, 50, CASENESS_STANDING_LOW_998 }, { 90, 100, 50, CASENESS_STANDING_HIGH_998 },
    { 35, 100, 50, CASENESS_STANDING_LOW_95 },
  };
  CasenessRecovery everybody = { .courses = 1000, .recovered = 500, .expected = 500 };
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  g_autoptr(CasenessRecoveryComparison) comparison = comparison_of (rows, &everybody);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessRecovery row = { .courses = cases[i].courses, .at_caseness = cases[i].courses,
                               .recovered = cases[i].recovered, .expected = cases[i].expected };

      g_test_message ("%zu", i);
      g_assert_cmpint (caseness_recovery_comparison_judge (comparison, &row, CASENESS_RECOVERY_ADJUSTED, FALSE), ==,
                       cases[i].standing);
    }
}

/* Widening takes ten groups that differ more than chance has it; a group far out comes back inside. */
static void
test_widened (void)
{
  CasenessRecovery everybody = { .courses = 1000, .recovered = 500, .expected = 500 };
  CasenessRecovery low = { .courses = 100, .recovered = 33 };
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  g_autoptr(CasenessRecoveryComparison) comparison = comparison_of (rows, &everybody);
  CasenessRecoverySpread *spread = &comparison->spreads[CASENESS_RECOVERY_CRUDE];

  *spread = (CasenessRecoverySpread){ .n_units = 9, .phi = 3, .tau2 = 0.02 };
  g_assert_false (caseness_recovery_comparison_can_widen (comparison, CASENESS_RECOVERY_CRUDE));
  spread->n_units = 10;
  g_assert_true (caseness_recovery_comparison_can_widen (comparison, CASENESS_RECOVERY_CRUDE));
  spread->phi = 1;
  g_assert_false (caseness_recovery_comparison_can_widen (comparison, CASENESS_RECOVERY_CRUDE));
  g_assert_cmpint (caseness_recovery_comparison_judge (comparison, &low, CASENESS_RECOVERY_CRUDE, FALSE), ==,
                   CASENESS_STANDING_LOW_998);
  /* asin √0.33 is 0.612, π/4 is 0.785: 0.174 apart, inside 1.96 √(0.0025 + 0.02) = 0.294 */
  g_assert_cmpint (caseness_recovery_comparison_judge (comparison, &low, CASENESS_RECOVERY_CRUDE, TRUE), ==,
                   CASENESS_STANDING_INSIDE);
}

/* On square roots: E = 25 has an error of 0.1; with 0.03 added, 1.96 √0.04 = 0.392 either way. */
static void
test_ratio_spread (void)
{
  CasenessInterval limits = caseness_funnel_ratio_spread (25, 0.03, 0.95);

  g_assert_cmpfloat_with_epsilon (limits.lower, pow (1 - 1.959963984540054 * 0.2, 2), NEAR);
  g_assert_cmpfloat_with_epsilon (limits.upper, pow (1 + 1.959963984540054 * 0.2, 2), NEAR);
  g_assert_true (isnan (caseness_funnel_ratio_spread (0, 0.03, 0.95).lower));
  g_assert_cmpfloat (caseness_funnel_ratio_spread (0.1, 0, 0.95).lower, ==, 0);
}

static void
test_comparison (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GPtrArray) variables = course_fixture_list_variables ("Team"), outside = NULL;
  g_autoptr(CasenessRecoveryComparison) comparison = NULL;
  guint n[CASENESS_N_STANDINGS];

  course_fixture_add (script, 45, "North", "F322", COURSE_SICK, COURSE_WELL);
  course_fixture_add (script, 55, "North", "F322", COURSE_SICK, COURSE_SICK);
  course_fixture_add (script, 5, "South", "F322", COURSE_SICK, COURSE_WELL);
  course_fixture_add (script, 45, "South", "F322", COURSE_SICK, COURSE_SICK);
  course_fixture_add (script, 3, "East", "F322", COURSE_SICK, COURSE_WELL);
  frame = course_fixture_frame_new (script->str);
  comparison = caseness_recovery_comparison_new (frame, variables, NULL);
  g_assert_cmpfloat_with_epsilon (caseness_recovery_comparison_get_baseline (comparison, CASENESS_RECOVERY_CRUDE),
                                  53.0 / 153, NEAR);
  caseness_recovery_comparison_count (comparison, CASENESS_RECOVERY_CRUDE, FALSE, n);
  g_assert_cmpuint (n[CASENESS_STANDING_TOO_FEW], ==, 1);
  g_assert_cmpuint (n[CASENESS_STANDING_HIGH_95], ==, 1); /* 45 % against 34.6 ± 9.3 */
  g_assert_cmpuint (n[CASENESS_STANDING_LOW_998], ==, 1); /* 10 % against 34.6 ± 20.8 */
  outside = caseness_recovery_comparison_list_outside (comparison, CASENESS_RECOVERY_CRUDE, FALSE);
  g_assert_cmpuint (outside->len, ==, 2);
  g_assert_cmpstr (((CasenessRecovery *) outside->pdata[0])->group, ==, "North"); /* in the order of names */
  g_assert_cmpuint (comparison->spreads[CASENESS_RECOVERY_CRUDE].n_units, ==, 3);
}

static void
test_nice (void)
{
  static const char *const ptsd = "Anxiety and stress related disorders: F431 - Post-traumatic stress disorder";

  g_assert_cmpint (caseness_nice_get_view (ptsd, "EMDR"), ==, CASENESS_NICE_RECOMMENDS);
  g_assert_cmpint (caseness_nice_get_view (ptsd, "CfD"), ==, CASENESS_NICE_DOES_NOT);
  g_assert_cmpint (caseness_nice_get_view (ptsd, "IET"), ==, CASENESS_NICE_SILENT);
  g_assert_cmpint (caseness_nice_get_view ("Not stated/Not known/Invalid", "CBT"), ==, CASENESS_NICE_SILENT);
  g_assert_cmpint (caseness_nice_get_view ("Depression", "NonGSH-Book"), ==, CASENESS_NICE_DOES_NOT);
  g_assert_true (g_str_has_suffix (caseness_nice_find ("Depression", "CfD")->note, "."));
}

/* Of mixed anxiety and depression two are at caseness on both measures, whatever became of them; one on one alone. */
static void
test_mixed_pairs (void)
{
  static const char by_problem[] = "Problem Descriptor";
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();
  g_autoptr(CasenessRecoveryComparison) comparison = NULL;
  g_autoptr(CasenessRecoveryPairs) pairs = NULL;

  course_fixture_add (script, 4, "North", "F322", COURSE_SICK, COURSE_WELL);
  course_fixture_add (script, 1, "North", "F412", "+PHQ9:10+GAD:8", COURSE_WELL);
  course_fixture_add (script, 1, "North", "F412", "+PHQ9:10+GAD:8", COURSE_SICK);
  course_fixture_add (script, 1, "North", "F412", "+PHQ9:10+GAD:7", COURSE_WELL);
  frame = course_fixture_frame_new (script->str);
  g_ptr_array_add (variables, (gpointer) caseness_variable_find (by_problem));
  comparison = caseness_recovery_comparison_new (frame, variables, NULL);
  pairs = caseness_recovery_pairs_new (frame, NULL, comparison);
  g_assert_cmpuint (pairs->mixed, ==, 1); /* after depression, of which there are more */
  g_assert_cmpuint (pairs->n_mixed, ==, 3);
  g_assert_cmpuint (pairs->n_mixed_in_doubt, ==, 2);
}

/* What is kept with the snapshot is that of the period asked for, and of everybody whatever filter came before. */
static void
test_asked_again (void)
{
  static const CasenessPeriod later = { 22000, 22030 }; /* in 2030 */
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  CasenessPeriod period;
  guint64 first_alone[2] = { 1, 0 };
  const struct
  {
    const CasenessPeriod *period;
    const guint64 *people;
    guint courses;
    guint recovered;
    guint reviewed;
  } cases[] = {
    { &period, first_alone, 1, 1, 0 }, { &period, NULL, 5, 3, 2 },        { &later, NULL, 0, 0, 0 },
    { &period, NULL, 5, 3, 2 },        { &period, first_alone, 1, 1, 0 },
  };
  gsize i;

  course_fixture_add (script, 3, "North", "F322", COURSE_SICK, COURSE_WELL);
  course_fixture_add (script, 2, "South", "F322", COURSE_SICK, COURSE_SICK);
  frame = course_fixture_frame_new (script->str);
  period = *caseness_frame_get_period (frame);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) variables = course_fixture_list_variables (NULL), rows = NULL;
      const CasenessRecovery *row;
      CasenessReview *review;

      caseness_frame_set_period (frame, cases[i].period);
      rows = caseness_recovery_count_four_way (frame, variables, cases[i].people);
      g_assert_cmpuint (rows->len, ==, cases[i].courses > 0);
      if (rows->len == 0)
        continue;
      row = g_ptr_array_index (rows, 0);
      review = caseness_review_new (frame, row->pathways);
      g_assert_cmpuint (row->courses, ==, cases[i].courses);
      g_assert_cmpuint (row->recovered, ==, cases[i].recovered);
      g_assert_cmpfloat_with_epsilon (row->expected, cases[i].courses * 0.6, NEAR);
      g_assert_cmpuint (review->people->len, ==, cases[i].reviewed);
      caseness_review_free (review);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measures/recovery/effect", test_effect);
  g_test_add_func ("/measures/recovery/wsas", test_wsas);
  g_test_add_func ("/measures/recovery/sessions-waits-misses", test_sessions_waits_and_misses);
  g_test_add_func ("/measures/recovery/outcomes-add-up", test_outcomes_add_up);
  g_test_add_func ("/measures/recovery/own-left-out", test_own_left_out);
  g_test_add_func ("/measures/recovery/four-way-collapses", test_four_way_collapses);
  g_test_add_func ("/measures/recovery/standing", test_standing);
  g_test_add_func ("/measures/recovery/standing-adjusted", test_standing_adjusted);
  g_test_add_func ("/measures/recovery/widened", test_widened);
  g_test_add_func ("/measures/recovery/ratio-spread", test_ratio_spread);
  g_test_add_func ("/measures/recovery/comparison", test_comparison);
  g_test_add_func ("/measures/nice", test_nice);
  g_test_add_func ("/measures/recovery/mixed-pairs", test_mixed_pairs);
  g_test_add_func ("/measures/recovery/asked-again", test_asked_again);
  return g_test_run ();
}
