/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-casemix.h"
#include "caseness-nice.h"
#include "caseness-recovery-comparison.h"
#include "caseness-recovery-pairs.h"
#include "caseness-review-record.h"
#include "fixture.h"

#include <math.h>
#include <string.h>

#define NEAR 1e-6

static const char *const sick = "+PHQ9:15+GAD:10", *const well = "+PHQ9:5+GAD:3";

/* Finished courses of two sessions, received on the first of January and discharged on the first of March. */
static void
add_courses (GString *script, guint n, const char *team, const char *problem, const char *first, const char *last)
{
  gsize start = script->len;
  guint i;

  for (i = 0; i < n; i++)
    g_string_append_printf (script,
                            "R X%zu-%u 2025-01-01 2025-03-01;Q East %s -;P 01 %s 1;"
                            "C X%zu-%ua 2025-01-10 03 5 A/S1/CBT%s;C X%zu-%ub 2025-02-10 03 5 B/S1/CBT%s;",
                            start, i, team, problem, start, i, first, start, i, last);
}

static CasenessFrame *
frame_new (const char *script)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
  CasenessPeriod period = { caseness_date_new (2025, 3, 1), caseness_date_new (2025, 3, 31) };
  CasenessFrame *frame = caseness_frame_new (snapshot);

  caseness_frame_set_period (frame, &period);
  return frame;
}

static GPtrArray *
list_variables (const char *name)
{
  GPtrArray *variables = g_ptr_array_new ();

  if (name != NULL)
    g_ptr_array_add (variables, (gpointer) caseness_variable_find (name));
  return variables;
}

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
  g_autoptr(GPtrArray) variables = list_variables (NULL), rows = NULL;
  const CasenessRecovery *row;
  guint i;

  for (i = 0; i < 5; i++)
    {
      g_autofree char *first = g_strdup_printf ("+PHQ9:%u", 10 + 2 * i);
      g_autofree char *last = g_strdup_printf ("+PHQ9:%u", 4 + 2 * i);

      add_courses (script, 1, "North", "F322", first, last);
    }
  add_courses (script, 1, "North", "F322", "+PHQ9:27", ""); /* no pair */
  add_courses (script, 4, "North", "F322", "+GAD:10", "+GAD:5");
  frame = frame_new (script->str);
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
  g_autoptr(GPtrArray) variables = list_variables (NULL), rows = NULL;
  const CasenessRecovery *row;

  add_courses (script, 3, "North", "F322", whole, better);
  add_courses (script, 1, "North", "F322", whole, no_work);
  add_courses (script, 1, "North", "F322", whole, "+WASAS_Work:1");
  frame = frame_new (script->str);
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
  g_autoptr(CasenessFrame) frame = frame_new (script);
  g_autoptr(GPtrArray) variables = list_variables (NULL), rows = caseness_recovery_count (frame, variables, NULL);
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
  g_autoptr(GPtrArray) variables = list_variables (NULL), rows = NULL;
  const CasenessRecovery *row;

  add_courses (script, 3, "North", "F322", sick, well);
  add_courses (script, 2, "North", "F322", sick, "+PHQ9:21+GAD:10");
  add_courses (script, 4, "North", "F322", sick, sick);
  add_courses (script, 5, "North", "F322", sick, "");
  frame = frame_new (script->str);
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
  g_autoptr(GPtrArray) variables = list_variables ("Team"), two_way = NULL, four_way = NULL;

  add_courses (script, 20, "North", "F322", sick, well);
  add_courses (script, 80, "North", "F322", sick, sick);
  add_courses (script, 20, "South", "F322", sick, well);
  add_courses (script, 40, "South", "F322", sick, sick);
  add_courses (script, 20, "East", "F322", sick, well);
  add_courses (script, 20, "East", "F322", sick, sick);
  frame = frame_new (script->str);
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
      g_autoptr(GPtrArray) compared = list_variables ("Team");
      guint k;

      for (k = 0; k < cases[i].n_low; k++)
        g_string_append_printf (script,
                                "R A%02u 2025-01-01 2025-03-01;P 01 F322 1;C A%02ua 2025-01-10 03 5 "
                                "A/S1/GSH-Book%s;C A%02ub 2025-02-10 03 5 B/S1/GSH-Book%s;",
                                k, k, sick, k, well);
      add_courses (script, 30, "North", "F322", sick, sick); /* CBT */
      frame = frame_new (script->str);
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

/* Around 50 %, exact limits: 10 courses 19 to 81 and 1 to 99 %; normal ones: 30 courses 32.1 to 67.9 and 21.8 to 78.2 %. */
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
  g_autoptr(GPtrArray) variables = list_variables ("Team"), outside = NULL;
  g_autoptr(CasenessRecoveryComparison) comparison = NULL;
  guint n[CASENESS_N_STANDINGS];

  add_courses (script, 45, "North", "F322", sick, well);
  add_courses (script, 55, "North", "F322", sick, sick);
  add_courses (script, 5, "South", "F322", sick, well);
  add_courses (script, 45, "South", "F322", sick, sick);
  add_courses (script, 3, "East", "F322", sick, well);
  frame = frame_new (script->str);
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

#define BIT(question) (1u << CASENESS_REVIEW_##question)

/* Each question from both sides of its boundary; C is a course of one person, `@` stands for what all have. */
static const struct
{
  const char *why;
  const char *rows;
  guint32 answers; /* of those asked about */
  guint32 asked;
} people[] = {
  { "no PCL-5 for PTSD", "P 01 F431 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:15+GAD:10;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:14",
    BIT (NO_MEASURE), BIT (NO_MEASURE) | BIT (MEASURE_ONCE) },
  { "PCL-5 once",
    "P 01 F431 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:15+PTSD:50;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:14", BIT (MEASURE_ONCE),
    BIT (NO_MEASURE) | BIT (MEASURE_ONCE) },
  { "depression has no measure of its own",
    "P 01 F322 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:15+GAD:10;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:14", 0,
    BIT (NO_MEASURE) | BIT (MEASURE_ONCE) },
  { "within reliable change of both: 15 and 11",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:15+GAD:11", BIT (NEAR_MISS),
    BIT (NEAR_MISS) | BIT (NO_OUTCOME) },
  { "PHQ-9 of 16 is no near miss",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:16+GAD:11", 0, BIT (NEAR_MISS) },
  { "GAD-7 of 12 is no near miss",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:15+GAD:12", 0, BIT (NEAR_MISS) },
  { "no last score", "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-02-01 03 5 B/S/CBT", BIT (NO_OUTCOME),
    BIT (NEAR_MISS) | BIT (NO_OUTCOME) },
  { "PHQ-9 below for the first time",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-01-20 03 5 B/S/CBT+PHQ9:12+GAD:15;"
    "C 3 2025-02-01 03 5 C/S/CBT+PHQ9:9+GAD:15",
    BIT (FIRST_DIP), BIT (FIRST_DIP) },
  { "below the second time",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-01-20 03 5 B/S/CBT+PHQ9:9+GAD:15;"
    "C 3 2025-02-01 03 5 C/S/CBT+PHQ9:9+GAD:15",
    0, BIT (FIRST_DIP) },
  { "dipped and came back",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-01-20 03 5 B/S/CBT+PHQ9:9+GAD:15;"
    "C 3 2025-02-01 03 5 C/S/CBT+PHQ9:10+GAD:15",
    0, BIT (FIRST_DIP) },
  { "42 days to the first, 90 to the second are not long",
    "R 2024-11-01;C 1 2024-12-13 03 5 A/S/CBT+PHQ9:20;C 2 2025-03-13 03 5 B/S/CBT+PHQ9:20", 0,
    BIT (LONG_FIRST_WAIT) | BIT (LONG_SECOND_WAIT) },
  { "43 and 91 are", "R 2024-11-01;C 1 2024-12-14 03 5 A/S/CBT+PHQ9:20;C 2 2025-03-15 03 5 B/S/CBT+PHQ9:20",
    BIT (LONG_FIRST_WAIT) | BIT (LONG_SECOND_WAIT), BIT (LONG_FIRST_WAIT) | BIT (LONG_SECOND_WAIT) },
  { "low intensity alone",
    "C 1 2025-01-10 02 5 A/S/GSH-Book+PHQ9:20;C 2 2025-02-01 02 5 B/S/GSH-Book+PHQ9:20", BIT (NOT_STEPPED_UP),
    BIT (NOT_STEPPED_UP) },
  { "stepped up", "C 1 2025-01-10 02 5 A/S/GSH-Book+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20", 0,
    BIT (NOT_STEPPED_UP) },
  { "counselling for panic",
    "P 01 F410 1;C 1 2025-01-10 03 5 A/S/CfD+PHQ9:20;C 2 2025-02-01 03 5 B/S/CfD+PHQ9:20",
    BIT (PAIR_NOT_RECOMMENDED), BIT (PAIR_NOT_RECOMMENDED) },
  { "CBT for panic", "P 01 F410 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20", 0,
    BIT (PAIR_NOT_RECOMMENDED) },
  { "mixed, both at caseness",
    "P 01 F412 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:10+GAD:8;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:10", BIT (MIXED_DESCRIPTOR),
    BIT (MIXED_DESCRIPTOR) },
  { "mixed, GAD-7 below",
    "P 01 F412 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:10+GAD:7;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:10", 0,
    BIT (MIXED_DESCRIPTOR) },
  { "one missed",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20;C 3 2025-02-02 03 3;C 4 2025-02-03 03 2",
    0, BIT (MISSED_APPOINTMENTS) },
  { "two missed",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20;C 3 2025-02-02 03 3;C 4 2025-02-03 03 3",
    BIT (MISSED_APPOINTMENTS), BIT (MISSED_APPOINTMENTS) },
  { "out of work",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20;E 2025-01-10 02 -", BIT (OUT_OF_WORK),
    BIT (OUT_OF_WORK) },
  { "in work", "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20;E 2025-01-10 01 N", 0,
    BIT (OUT_OF_WORK) },
};

static GArray *
list_all (CasenessFrame *frame)
{
  g_autoptr(GPtrArray) variables = list_variables (NULL);
  g_autoptr(GPtrArray) rows = caseness_recovery_count (frame, variables, NULL);

  return g_array_ref (((CasenessRecovery *) g_ptr_array_index (rows, 0))->pathways);
}

static CasenessFrame *
frame_of_one (const char *rows)
{
  gboolean has_own_date = g_str_has_prefix (rows, "R ");
  const char *rest = has_own_date ? rows + strlen ("R 2024-11-01;") : rows;
  g_autofree char *received = has_own_date ? g_strndup (rows + 2, 10) : g_strdup ("2025-01-01");
  g_autofree char *script = g_strdup_printf ("R One %s 2025-03-20;M 198001 1 A;%s", received, rest);

  return frame_new (script);
}

static void
test_questions (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(CasenessFrame) frame = frame_of_one (people[i].rows);
      g_autoptr(GArray) pathways = list_all (frame);
      g_autoptr(CasenessReview) review = caseness_review_new (frame, pathways);

      g_test_message ("%s", people[i].why);
      g_assert_cmpuint (review->people->len, ==, 1);
      g_assert_cmphex (g_array_index (review->people, CasenessReviewPerson, 0).answers & people[i].asked, ==,
                       people[i].answers);
    }
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

  add_courses (script, 3, "North", "F322", sick, well);
  add_courses (script, 2, "South", "F322", sick, sick);
  frame = frame_new (script->str);
  period = *caseness_frame_get_period (frame);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) variables = list_variables (NULL), rows = NULL;
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

/* On the list are those at caseness who did not recover and those who got worse, not those who did well. */
static void
test_who_is_on_the_list (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GArray) pathways = NULL;
  g_autoptr(CasenessReview) review = NULL;

  add_courses (script, 3, "North", "F322", sick, well);
  add_courses (script, 2, "North", "F322", sick, sick);
  add_courses (script, 1, "North", "F322", well, "+PHQ9:12+GAD:3"); /* worse, and no case at the start */
  add_courses (script, 1, "North", "F322", well, well);
  frame = frame_new (script->str);
  pathways = list_all (frame);
  review = caseness_review_new (frame, pathways);
  g_assert_cmpuint (review->people->len, ==, 3);
  g_assert_cmpuint (review->n_not_recovered, ==, 2);
  g_assert_cmpuint (review->n_deteriorated, ==, 1);
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

  add_courses (script, 4, "North", "F322", sick, well);
  add_courses (script, 1, "North", "F412", "+PHQ9:10+GAD:8", well);
  add_courses (script, 1, "North", "F412", "+PHQ9:10+GAD:8", sick);
  add_courses (script, 1, "North", "F412", "+PHQ9:10+GAD:7", well);
  frame = frame_new (script->str);
  g_ptr_array_add (variables, (gpointer) caseness_variable_find (by_problem));
  comparison = caseness_recovery_comparison_new (frame, variables, NULL);
  pairs = caseness_recovery_pairs_new (frame, NULL, comparison);
  g_assert_cmpuint (pairs->mixed, ==, 1); /* after depression, of which there are more */
  g_assert_cmpuint (pairs->n_mixed, ==, 3);
  g_assert_cmpuint (pairs->n_mixed_in_doubt, ==, 2);
}

/* Twenty recovered from depression after 2 to 21 sessions: three in four after 6.75 or more (type 7). */
static void
test_few_sessions (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GArray) pathways = NULL;
  g_autoptr(CasenessReview) review = NULL;
  guint n, k;

  for (n = 2; n <= 23; n++)
    {
      gboolean is_asked = n > 21;
      guint n_sessions = is_asked ? n - 16 : n; /* 6 and 7 */

      g_string_append_printf (script, "R P%02u 2025-01-01 2025-03-01;P 01 F322 1;", n);
      for (k = 1; k <= n_sessions; k++)
        g_string_append_printf (script, "C P%02u-%02u 2025-02-%02u 03 5 A/S/CBT%s;", n, k, k,
                                k == 1 ? sick : k == n_sessions ? is_asked ? sick : well : "");
    }
  frame = frame_new (script->str);
  pathways = list_all (frame);
  review = caseness_review_new (frame, pathways);
  g_assert_cmpuint (review->people->len, ==, 2);
  g_assert_true (caseness_review_person_has (&g_array_index (review->people, CasenessReviewPerson, 0),
                                             CASENESS_REVIEW_FEW_SESSIONS));
  g_assert_false (caseness_review_person_has (&g_array_index (review->people, CasenessReviewPerson, 1),
                                              CASENESS_REVIEW_FEW_SESSIONS));
  g_assert_cmpuint (review->counts[CASENESS_REVIEW_FEW_SESSIONS], ==, 1);
}

static void
test_words (void)
{
  guint n, i;
  const CasenessReviewTheme *themes = caseness_review_theme_get_all (&n);

  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    {
      g_assert_true (*caseness_review_get_words (i)->label != '\0');
      g_assert_true (g_str_has_suffix (caseness_review_get_words (i)->meaning, "."));
    }
  g_assert_cmpuint (n, >, 5);
  for (i = 0; i < n; i++)
    g_assert_true (g_str_has_suffix (themes[i].meaning, "."));
}

/* What is kept reads back; nothing ticked and nothing written is nothing kept. */
static void
test_record (void)
{
  g_autofree char *themes = caseness_review_dup_theme_body (5);
  g_autofree char *note = caseness_review_dup_note_body ("  Read “twice”.\n ");
  g_autofree char *no_themes = caseness_review_dup_theme_body (0);
  g_autofree char *no_note = caseness_review_dup_note_body (" \n");
  g_autoptr(CasenessJournal) journal = caseness_journal_new ();
  g_autofree char *nothing = caseness_review_dup_note (journal, "x");

  g_assert_cmpstr (themes, ==, "{\"themes\":[\"measure\",\"dose\"]}");
  g_assert_cmpstr (note, ==, "{\"text\":\"Read “twice”.\"}");
  g_assert_null (no_themes);
  g_assert_null (no_note);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (caseness_review_get_themes (journal, "x"), ==, 0);
  g_assert_false (caseness_review_has_record (journal, "x"));
}

/* Nobody reviewed yet: every team of the list, and all of them. */
static void
test_tally (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GArray) pathways = NULL;
  g_autoptr(CasenessReview) review = NULL;
  g_autoptr(CasenessJournal) journal = caseness_journal_new ();
  g_autoptr(GPtrArray) rows = NULL;
  const CasenessReviewTally *all;

  add_courses (script, 2, "South", "F322", sick, sick);
  add_courses (script, 3, "North", "F322", sick, sick);
  frame = frame_new (script->str);
  pathways = list_all (frame);
  review = caseness_review_new (frame, pathways);
  rows = caseness_review_tally (review, journal);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (((CasenessReviewTally *) rows->pdata[0])->team, ==, "North");
  all = g_ptr_array_index (rows, 2);
  g_assert_null (all->team);
  g_assert_cmpuint (all->n_people, ==, 5);
  g_assert_cmpuint (all->n_reviewed, ==, 0);
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
  g_test_add_func ("/measures/review/questions", test_questions);
  g_test_add_func ("/measures/review/who-is-on-the-list", test_who_is_on_the_list);
  g_test_add_func ("/measures/review/few-sessions", test_few_sessions);
  g_test_add_func ("/measures/recovery/mixed-pairs", test_mixed_pairs);
  g_test_add_func ("/measures/recovery/asked-again", test_asked_again);
  g_test_add_func ("/measures/review/words", test_words);
  g_test_add_func ("/measures/review/record", test_record);
  g_test_add_func ("/measures/review/tally", test_tally);
  return g_test_run ();
}
