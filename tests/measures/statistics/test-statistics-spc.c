/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-statistics-spc.h"

#include <math.h>

#define NEAR 1e-9
#define MOST 40

/* Values and signs of a case as text: blanks between values, one letter a point for signs: + - and . */
static guint
read_values (const char *text, double *values)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  guint n;

  for (n = 0; words[n] != NULL; n++)
    values[n] = *words[n] == '?' ? NAN : g_ascii_strtod (words[n], NULL);
  g_assert_cmpuint (n, <=, MOST);
  return n;
}

static char *
print_signs (const CasenessSpcChart *chart, CasenessSpcRule rule)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < chart->n_points; i++)
    g_string_append_c (text, "-.+"[chart->points[i].signs[rule] + 1]);
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *values;
  CasenessSpcRule rule;
  const char *signs;
} RuleCase;

/* Both sides of every boundary of the four rules. */
static const RuleCase rule_cases[] = {
  { "seven-above", "9 9 9 9 9 9 9 1 1 1 1 1 1 1", CASENESS_SPC_SHIFT, "+++++++-------" },
  { "six-above", "9 9 9 9 9 9 1 9 1 9 1 1 1 1", CASENESS_SPC_SHIFT, ".............." },
  { "on-the-mean-breaks", "6 6 6 5 6 6 6 6 2", CASENESS_SPC_SHIFT, "........." },
  { "seven-rising", "1 2 3 4 5 6 7 1", CASENESS_SPC_TREND, "+++++++." },
  { "six-rising", "1 2 3 4 5 6 1 1", CASENESS_SPC_TREND, "........" },
  { "equal-breaks", "1 2 3 4 4 5 6 7", CASENESS_SPC_TREND, "........" },
  { "peak-belongs-to-the-right", "1 2 3 4 5 6 7 6 5 4 3 2 1", CASENESS_SPC_TREND, "++++++-------" },
  { "all-equal", "5 5 5 5 5 5 5 5", CASENESS_SPC_LIMIT, "........" },
  { "outside", "20 22 19 21 20 18 22 21 19 20 21 20 35 20 21", CASENESS_SPC_LIMIT, "............+.." },
};

static void
test_rule (gconstpointer data)
{
  const RuleCase *rule_case = data;
  CasenessSpcOptions options;
  g_auto(CasenessSpcChart) chart = { 0 };
  g_autofree char *signs = NULL;
  double values[MOST];

  caseness_spc_options_init (&options);
  caseness_spc_chart_init (&chart, values, read_values (rule_case->values, values), NULL, 0, &options);
  signs = print_signs (&chart, rule_case->rule);
  g_assert_cmpstr (signs, ==, rule_case->signs);
}

/* A point outside counts for two in three unless told otherwise, and the third must be on the same side. */
static void
test_two_in_three (void)
{
  static const struct
  {
    const char *values;
    gboolean counts_beyond;
    const char *signs;
  } cases[] = {
    { "50 57 60 51", TRUE, ".++." },  { "50 57 60 51", FALSE, "...." }, { "57 49 57 50", TRUE, "...." },
    { "57 51 57 50", TRUE, "+.+." },  { "56 51 57 50", TRUE, "...." },  { "43 49 42 50", TRUE, "-.-." },
    { "57 57", TRUE, ".." },
  };
  const CasenessSpcLimits limits = { 50, 41, 59, 44, 56, 4, FALSE };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessSpcOptions options;
      CasenessSpcPoint points[MOST] = { 0 };
      double values[MOST];
      guint n = read_values (cases[i].values, values);
      CasenessSpcChart chart = { points, n, NULL, 0 };
      g_autofree char *signs = NULL;

      caseness_spc_options_init (&options);
      options.counts_beyond = cases[i].counts_beyond;
      caseness_spc_judge (values, n, &limits, &options, points);
      signs = print_signs (&chart, CASENESS_SPC_TWO_IN_THREE);
      g_assert_cmpstr (signs, ==, cases[i].signs);
    }
}

static CasenessSpcLimits
measure (const char *text, guint baseline, gboolean is_screened)
{
  CasenessSpcOptions options;
  double values[MOST];
  guint n = read_values (text, values);

  caseness_spc_options_init (&options);
  options.baseline = baseline;
  options.screens_ranges = is_screened;
  return caseness_spc_measure (values, n, &options);
}

static void
test_limits (void)
{
  CasenessSpcLimits one = measure ("5", 0, TRUE), two = measure ("4 6", 0, TRUE);
  CasenessSpcLimits screened = measure ("1 1 1 1 2", 0, TRUE), open = measure ("1 1 1 1 2", 0, FALSE);
  CasenessSpcLimits fixed = measure ("4 6 100 100", 2, TRUE);

  g_assert_cmpfloat (one.mean, ==, 5);
  g_assert_true (isnan (one.lower));
  g_assert_cmpfloat_with_epsilon (two.upper, 5 + 2.66 * 2, NEAR);
  g_assert_cmpfloat_with_epsilon (two.near_upper, 5 + 2.66 * 2 * 2 / 3, NEAR);
  g_assert_cmpfloat_with_epsilon (screened.upper, 1.2, NEAR);
  g_assert_cmpfloat_with_epsilon (open.upper, 1.2 + 2.66 / 4, NEAR);
  g_assert_cmpfloat_with_epsilon (fixed.upper, two.upper, NEAR);
  g_assert_cmpuint (fixed.n, ==, 2);
}

/* Limits from 11 points are on trial; from 12 they are not. */
static void
test_trial (void)
{
  g_assert_true (measure ("1 2 1 2 1 2 1 2 1 2 1", 0, TRUE).is_trial);
  g_assert_false (measure ("1 2 1 2 1 2 1 2 1 2 1 2", 0, TRUE).is_trial);
}

/* No step is taken over a new phase, and no run goes on. */
static void
test_phases (void)
{
  CasenessSpcOptions options;
  g_auto(CasenessSpcChart) chart = { 0 };
  double values[MOST];
  const guint starts[] = { 4 };
  guint n = read_values ("1 3 1 3 101 103 101 103", values);

  caseness_spc_options_init (&options);
  caseness_spc_chart_init (&chart, values, n, starts, 1, &options);
  g_assert_cmpuint (chart.n_phases, ==, 2);
  g_assert_cmpfloat_with_epsilon (chart.phases[0].upper, 2 + 2.66 * 2, NEAR);
  g_assert_cmpfloat_with_epsilon (chart.phases[1].lower, 102 - 2.66 * 2, NEAR);
  g_assert_cmpuint (chart.points[3].phase, ==, 0);
  g_assert_cmpuint (chart.points[4].phase, ==, 1);
  g_assert_cmpint (chart.points[4].rule, ==, CASENESS_SPC_COMMON);
}

/* A month without a figure stands in the chart and changes nothing about the others. */
static void
test_gap (void)
{
  CasenessSpcOptions options;
  g_auto(CasenessSpcChart) whole = { 0 }, gap = { 0 };
  double values[MOST];
  guint n = read_values ("1 2 3 4 5 6 7 1", values);

  caseness_spc_options_init (&options);
  caseness_spc_chart_init (&whole, values, n, NULL, 0, &options);
  n = read_values ("1 2 3 ? 4 5 6 7 1", values);
  caseness_spc_chart_init (&gap, values, n, NULL, 0, &options);
  g_assert_cmpfloat_with_epsilon (gap.phases[0].upper, whole.phases[0].upper, NEAR);
  g_assert_cmpint (gap.points[3].rule, ==, CASENESS_SPC_COMMON);
  g_assert_true (isnan (gap.points[3].value));
  g_assert_cmpint (gap.points[7].signs[CASENESS_SPC_TREND], ==, 1);
}

static void
test_meaning (void)
{
  g_assert_cmpint (caseness_spc_interpret (0, CASENESS_SPC_INCREASE), ==, CASENESS_SPC_MEANS_NOTHING);
  g_assert_cmpint (caseness_spc_interpret (1, CASENESS_SPC_INCREASE), ==, CASENESS_SPC_MEANS_IMPROVEMENT);
  g_assert_cmpint (caseness_spc_interpret (1, CASENESS_SPC_DECREASE), ==, CASENESS_SPC_MEANS_CONCERN);
  g_assert_cmpint (caseness_spc_interpret (-1, CASENESS_SPC_DECREASE), ==, CASENESS_SPC_MEANS_IMPROVEMENT);
  g_assert_cmpint (caseness_spc_interpret (-1, CASENESS_SPC_NEITHER), ==, CASENESS_SPC_MEANS_CHANGE);
}

static void
test_assurance (void)
{
  const CasenessSpcLimits limits = { .lower = 40, .upper = 60 }, none = { .lower = NAN, .upper = NAN };

  g_assert_cmpint (caseness_spc_assure (&limits, 60, CASENESS_SPC_INCREASE), ==, CASENESS_SPC_HIT_OR_MISS);
  g_assert_cmpint (caseness_spc_assure (&limits, 60.1, CASENESS_SPC_INCREASE), ==, CASENESS_SPC_FAIL);
  g_assert_cmpint (caseness_spc_assure (&limits, 60.1, CASENESS_SPC_DECREASE), ==, CASENESS_SPC_PASS);
  g_assert_cmpint (caseness_spc_assure (&limits, 39.9, CASENESS_SPC_INCREASE), ==, CASENESS_SPC_PASS);
  g_assert_cmpint (caseness_spc_assure (&limits, 39.9, CASENESS_SPC_DECREASE), ==, CASENESS_SPC_FAIL);
  g_assert_cmpint (caseness_spc_assure (&limits, 50, CASENESS_SPC_NEITHER), ==, CASENESS_SPC_NO_ASSURANCE);
  g_assert_cmpint (caseness_spc_assure (&limits, NAN, CASENESS_SPC_INCREASE), ==, CASENESS_SPC_NO_ASSURANCE);
  g_assert_cmpint (caseness_spc_assure (&none, 50, CASENESS_SPC_INCREASE), ==, CASENESS_SPC_NO_ASSURANCE);
}

static void
test_shares (void)
{
  CasenessInterval few = caseness_spc_share_limits (3, 30, 5, 3), none = caseness_spc_share_limits (0, 0, 5, 3);
  CasenessInterval month = caseness_spc_share_limits (3, 30, 0, 3);

  g_assert_cmpfloat (few.lower, ==, 0);
  g_assert_cmpfloat_with_epsilon (few.upper, 0.502492235949962, NEAR);
  g_assert_true (isnan (none.value) && isnan (none.lower));
  g_assert_cmpfloat_with_epsilon (month.value, 0.1, NEAR);
  g_assert_true (isnan (month.lower));
}

int
main (int argc, char **argv)
{
  gsize i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (rule_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/measures/spc/rule/%s", rule_cases[i].name);

      g_test_add_data_func (path, &rule_cases[i], test_rule);
    }
  g_test_add_func ("/measures/spc/rule/two-in-three", test_two_in_three);
  g_test_add_func ("/measures/spc/limits", test_limits);
  g_test_add_func ("/measures/spc/trial", test_trial);
  g_test_add_func ("/measures/spc/phases", test_phases);
  g_test_add_func ("/measures/spc/gap", test_gap);
  g_test_add_func ("/measures/spc/meaning", test_meaning);
  g_test_add_func ("/measures/spc/assurance", test_assurance);
  g_test_add_func ("/measures/spc/shares", test_shares);
  return g_test_run ();
}
