/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-percent.h"
#include "caseness-statistics-capacity.h"
#include "caseness-statistics-equity.h"
#include "caseness-statistics-funnel.h"
#include "caseness-statistics-summary.h"
#include "caseness-suppression.h"

#include <math.h>

#define NEAR 1e-6

static void
assert_interval (CasenessInterval found, double value, double lower, double upper)
{
  const double pairs[][2] = { { found.value, value }, { found.lower, lower }, { found.upper, upper } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (isnan (pairs[i][1]) || isinf (pairs[i][1]))
        g_assert_true (isnan (pairs[i][1]) ? isnan (pairs[i][0]) : pairs[i][0] == pairs[i][1]);
      else
        g_assert_cmpfloat_with_epsilon (pairs[i][0], pairs[i][1], NEAR);
    }
}

/* Nine are exact, ten are Byar's; nothing at all has an upper limit. */
static void
test_counts (void)
{
  static const struct
  {
    double count;
    double confidence;
    double lower;
    double upper;
  } cases[] = {
    { 0, 0.95, 0, 3.688879 },         { 1, 0.95, 0.025318, 5.571643 },  { 9, 0.95, 4.115373, 17.084803 },
    { 9, 0.998, 2.452424, 22.657373 }, { 10, 0.95, 4.787450, 18.391459 }, { -1, 0.95, NAN, NAN },
    { 5, 1, NAN, NAN },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessInterval found = caseness_interval_poisson (cases[i].count, cases[i].confidence);

      assert_interval (found, isnan (cases[i].lower) ? NAN : cases[i].count, cases[i].lower, cases[i].upper);
    }
  /* Byar's lower limit of one event at 99.8 % would be below 0. */
  g_assert_true (isnan (caseness_interval_byar (1, 0.998).lower));
  assert_interval (caseness_interval_divide (caseness_interval_poisson (0, 0.95), 0), NAN, NAN, NAN);
}

static void
test_means (void)
{
  const double values[] = { 2, 4, 6 };
  double deviation;

  assert_interval (caseness_interval_mean (values, 3, 0.95, &deviation), 4, 4 - 4.968275, 4 + 4.968275);
  g_assert_cmpfloat_with_epsilon (deviation, 2, NEAR);
  assert_interval (caseness_interval_mean (values, 1, 0.95, &deviation), 2, NAN, NAN);
  g_assert_true (isnan (deviation));
  assert_interval (caseness_interval_mean (values, 0, 0.95, NULL), NAN, NAN, NAN);
}

static void
test_comparisons (void)
{
  assert_interval (caseness_interval_difference (10, 10, 0, 10, 0.95), 1, 0.607509, 1);
  assert_interval (caseness_interval_difference (0, 0, 1, 2, 0.95), NAN, NAN, NAN);
  assert_interval (caseness_interval_rate_ratio (0, 10, 5, 10, 0.95), 0, NAN, NAN);
  assert_interval (caseness_interval_rate_ratio_exact (5, 100, 0, 120, 0.95), INFINITY, 1.099627, INFINITY);
  assert_interval (caseness_interval_rate_ratio_exact (0, 100, 5, 120, 0.95), 0, 0, 1.309535);
  assert_interval (caseness_interval_rate_ratio_exact (1, 0, 1, 1, 0.95), NAN, NAN, NAN);
}

/* A kind of case nobody has asks nothing of the reference; one that somebody has does. */
static void
test_expected (void)
{
  const CasenessStratum strata[] = { { 10, 30, 60 }, { 0, 0, 0 }, { 4, NAN, 20 } };
  const CasenessStratum unknown = { 1, 0, 0 };
  CasenessExpected expected = caseness_expect (strata, G_N_ELEMENTS (strata));

  g_assert_cmpfloat_with_epsilon (expected.n, 14, NEAR);
  g_assert_cmpfloat_with_epsilon (expected.expected, 5, NEAR);
  g_assert_cmpfloat_with_epsilon (expected.variance, 2.5, NEAR);
  g_assert_true (isnan (caseness_expect (&unknown, 1).expected));
  assert_interval (caseness_standardised_ratio (0, 7.2, 0.95), 0, 0, 0.512344);
  assert_interval (caseness_standardised_ratio (0, 0, 0.95), NAN, NAN, NAN);
}

static void
test_direct (void)
{
  const double nine[] = { 4, 5 }, ten[] = { 5, 5 }, sizes[] = { 100, 200 }, weights[] = { 1, 1 };

  assert_interval (caseness_direct_rate (nine, sizes, weights, 2, 0.95), NAN, NAN, NAN);
  g_assert_cmpfloat_with_epsilon (caseness_direct_rate (ten, sizes, weights, 2, 0.95).value, 0.0375, NEAR);
}

/* On the line is inside, just past it is out. */
static void
test_funnel_flags (void)
{
  CasenessInterval limits = caseness_funnel_share (0.5, 100, 0.95);

  g_assert_cmpint (caseness_funnel_flag_share (100 * limits.upper, 100, 0.5), ==, CASENESS_FUNNEL_INSIDE);
  g_assert_cmpint (caseness_funnel_flag_share (100 * limits.upper + 1e-6, 100, 0.5), ==, CASENESS_FUNNEL_HIGH_95);
  g_assert_cmpint (caseness_funnel_flag_share (100 * limits.lower - 1e-6, 100, 0.5), ==, CASENESS_FUNNEL_LOW_95);
  g_assert_cmpint (caseness_funnel_flag_share (34, 100, 0.5), ==, CASENESS_FUNNEL_LOW_998);
  g_assert_cmpint (caseness_funnel_flag_share (66, 100, 0.5), ==, CASENESS_FUNNEL_HIGH_998);
  g_assert_cmpint (caseness_funnel_flag_ratio (0, 3.68), ==, CASENESS_FUNNEL_INSIDE);
  g_assert_cmpint (caseness_funnel_flag_ratio (0, 3.69), ==, CASENESS_FUNNEL_LOW_95);
  g_assert_cmpint (caseness_funnel_flag_ratio (0, 6.91), ==, CASENESS_FUNNEL_LOW_998);
  g_assert_cmpint (caseness_funnel_flag_ratio (9, 4.11), ==, CASENESS_FUNNEL_HIGH_95);
  g_assert_cmpint (caseness_funnel_flag_ratio (9, 2.45), ==, CASENESS_FUNNEL_HIGH_998);
}

static void
test_funnel_limits (void)
{
  assert_interval (caseness_funnel_share (0.5, 0, 0.95), 0.5, NAN, NAN);
  assert_interval (caseness_funnel_share (0.9, 5, 0.998), 0.9, 0.485402, 1);
  assert_interval (caseness_funnel_share_exact (0.5, 5, 0.95), 0.5, 0, 0.84);
  assert_interval (caseness_funnel_share_exact (0, 5, 0.95), 0, 0, 0);
  assert_interval (caseness_funnel_share_exact (1, 5, 0.95), 1, 1, 1);
  assert_interval (caseness_funnel_share_exact (0.5, 0, 0.95), 0.5, NAN, NAN);
  /* One case says nothing: the funnel is as wide as can be, and does not turn back. */
  assert_interval (caseness_funnel_share_spread (0.5, 1, 0, 0.998), 0.5, 0, 1);
  assert_interval (caseness_funnel_ratio (0, 0.95), NAN, NAN, NAN);
}

/* Groups that all do alike differ by less than chance would have it. */
static void
test_dispersion (void)
{
  const double alike[] = { 50, 25, 10 }, apart[] = { 90, 5, 10 }, sizes[] = { 100, 50, 20 };
  g_auto(CasenessDispersion) none = { 0 }, much = { 0 }, nobody = { 0 };

  caseness_dispersion_measure (alike, sizes, 3, CASENESS_FUNNEL_ARCSINE, 0, &none);
  g_assert_cmpfloat (none.tau2, ==, 0);
  caseness_dispersion_measure (apart, sizes, 3, CASENESS_FUNNEL_ARCSINE, 0, &much);
  g_assert_cmpfloat (much.phi, >, 1);
  g_assert_cmpfloat (much.tau2, >, 0);
  caseness_dispersion_measure (alike, sizes, 0, CASENESS_FUNNEL_LOG, 0.1, &nobody);
  g_assert_true (isnan (nobody.phi));
}

/* Extremes are drawn in on one scale and left out on the other. */
static void
test_extremes (void)
{
  const double observed[] = { 1, 10, 10, 10, 10, 10, 10, 10, 10, 90 };
  const double expected[] = { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 };
  g_auto(CasenessDispersion) in = { 0 }, out = { 0 };

  caseness_dispersion_measure (observed, expected, 10, CASENESS_FUNNEL_SQUARE_ROOT, 0.1, &in);
  g_assert_cmpuint (in.n_used, ==, 10);
  g_assert_cmpfloat (in.z_used[9], <, in.z[9]);
  caseness_dispersion_measure (observed, expected, 10, CASENESS_FUNNEL_LOG, 0.1, &out);
  g_assert_cmpuint (out.n_used, ==, 8);
  g_assert_true (isnan (out.z_used[0]) && isnan (out.z_used[9]));
}

static void
test_waits (void)
{
  const double days[] = { 42, 126, 43, -3, 127, NAN };
  CasenessWaits waits = caseness_waits_sum_up (days, G_N_ELEMENTS (days));

  g_assert_cmpuint (waits.n, ==, 4);
  g_assert_cmpuint (waits.n_negative, ==, 1);
  g_assert_cmpuint (waits.within_6_weeks, ==, 1);
  g_assert_cmpuint (waits.within_18_weeks, ==, 3);
  g_assert_cmpfloat_with_epsilon (waits.median, 84.5, NEAR);
  g_assert_true (isnan (caseness_waits_sum_up (days, 0).median));
  g_assert_true (isnan (caseness_quantile_sorted (days, 1, 1.5)));
}

static void
test_change (void)
{
  const double alike[] = { 10, 10 }, later[] = { 4, 6 };
  double threshold;

  g_assert_true (isnan (caseness_change_sum_up (alike, later, 2).effect_size));
  g_assert_cmpfloat_with_epsilon (caseness_change_sum_up (later, alike, 2).effect_size, -5 / G_SQRT2, NEAR);
  g_assert_cmpfloat_with_epsilon (caseness_reliable_change (5, 1).threshold, 0, NEAR);
  g_assert_cmpfloat_with_epsilon (caseness_clinical_cutoff (14, 4.5, 3, 3), 7.4, NEAR);
  g_assert_true (isnan (caseness_autocorrelation (alike, 2, &threshold)));
}

/* Just below five expected nothing is said; five is enough. */
static void
test_shares (void)
{
  const double observed[] = { 0, 100 }, need[] = { 50, 950 }, fewer[] = { 49.9, 950.1 };
  CasenessShare shares[2];

  caseness_share_out (observed, need, 2, 0.95, shares);
  assert_interval (shares[0].ratio, 0, 0, 0.737776);
  g_assert_cmpfloat_with_epsilon (shares[0].gap, -5, NEAR);
  caseness_share_out (observed, fewer, 2, 0.95, shares);
  assert_interval (shares[0].ratio, NAN, NAN, NAN);
  g_assert_cmpfloat_with_epsilon (shares[0].expected, 4.99, NEAR);
}

/* Five groups alike: by hand the logarithm of the ratio has a variance of (2 × 0.825 + 2 × 0.425) × 0.19 = 0.475. */
static void
test_relative_index (void)
{
  const double people[] = { 100, 100, 100, 100, 100 }, values[] = { 0.05, 0.05, 0.05, 0.05, 0.05 };
  const double error = sqrt (0.000475), errors[] = { error, error, error, error, error };
  CasenessSlope slope = caseness_slope_fit (people, values, errors, 5, CASENESS_SLOPE_PLAIN, 0.95, NULL);

  g_assert_cmpfloat_with_epsilon (slope.relative, 1, NEAR);
  g_assert_cmpfloat_with_epsilon (log (slope.relative_upper), caseness_normal_quantile (0.975) * sqrt (0.475), NEAR);
  g_assert_cmpfloat_with_epsilon (slope.relative_lower * slope.relative_upper, 1, NEAR);
  slope = caseness_slope_fit (people, values, NULL, 5, CASENESS_SLOPE_PLAIN, 0.95, NULL);
  g_assert_true (isnan (slope.relative_lower));
  slope = caseness_slope_fit (people, values, errors, 5, CASENESS_SLOPE_LOG, 0.95, NULL);
  g_assert_true (isnan (slope.relative_upper));
}

static void
test_slope (void)
{
  const double population[] = { 1, 1 }, values[] = { 0.2, 0.4 };
  double midpoints[2];
  CasenessSlope slope = caseness_slope_fit (population, values, NULL, 2, CASENESS_SLOPE_PLAIN, 0.95, midpoints);

  g_assert_cmpfloat_with_epsilon (slope.index, 0.4, NEAR);
  g_assert_cmpfloat_with_epsilon (slope.relative, 5, NEAR);
  g_assert_cmpfloat_with_epsilon (midpoints[0], 0.25, NEAR);
  g_assert_true (isnan (slope.lower));
  g_assert_true (isnan (caseness_slope_fit (population, values, NULL, 1, CASENESS_SLOPE_PLAIN, 0.95, NULL).index));
}

static void
test_queues (void)
{
  const CasenessStay stays[] = { { 0, 7 }, { 3, CASENESS_DATE_NONE }, { 9, CASENESS_DATE_NONE } };

  g_assert_cmpuint (caseness_stays_count (stays, 3, -1), ==, 0);
  g_assert_cmpuint (caseness_stays_count (stays, 3, 6), ==, 2);
  g_assert_cmpuint (caseness_stays_count (stays, 3, 7), ==, 1);
  g_assert_cmpfloat_with_epsilon (caseness_stays_get_mean_wait (stays, 3, 9), 3, NEAR);
  g_assert_true (isnan (caseness_stays_get_mean_wait (stays, 3, -1)));
  g_assert_cmpfloat_with_epsilon (caseness_stays_get_leaving_rate (stays, 3), 1.0 / 7, NEAR);
  g_assert_true (isnan (caseness_stays_get_leaving_rate (stays + 1, 2)));
  g_assert_cmpfloat_with_epsilon (caseness_queue_get_weeks_to (90, 90, 20, 20), 0, NEAR);
  g_assert_true (isnan (caseness_queue_get_weeks_to (91, 90, 20, 20)));
  g_assert_true (isnan (caseness_queue_get_load (20, 0)));
}

static void
test_bands (void)
{
  static const struct
  {
    int wait;
    gboolean is_past;
    guint from;
    guint to;
  } cases[] = {
    { -1, FALSE, 6, 5 }, { 0, FALSE, 6, 5 },  { 6, FALSE, 6, 5 },  { 7, FALSE, 5, 4 },   { 35, FALSE, 1, 0 },
    { 42, FALSE, 1, 0 }, { 43, TRUE, 0, 1 },  { 49, TRUE, 0, 1 },  { 50, TRUE, 1, 2 },   { 224, TRUE, 25, 26 },
    { 225, TRUE, 26, G_MAXUINT },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessBand band = caseness_band_of (cases[i].wait, 42);

      g_assert_cmpint (band.is_past, ==, cases[i].is_past);
      g_assert_cmpuint (band.from_week, ==, cases[i].from);
      g_assert_cmpuint (band.to_week, ==, cases[i].to);
    }
}

static void
test_small_numbers (void)
{
  static const struct
  {
    gint64 count;
    const char *shown;
    const char *of_hospitals;
  } cases[] = { { 0, "*", "0" },  { 1, "*", "*" },   { 4, "*", "*" },   { 5, "5", "*" },
                { 7, "5", "*" },  { 8, "10", "10" }, { 12, "10", "10" }, { 13, "15", "15" } };
  const gint64 one_small[] = { 30, 4, 9, 9 }, two_small[] = { 1, 2, 9 }, alone[] = { 1 };
  gboolean is_hidden[4];
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = caseness_suppress_count (cases[i].count);
      g_autofree char *of_hospitals = caseness_suppress_count_hes (cases[i].count);

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (of_hospitals, ==, cases[i].of_hospitals);
    }
  caseness_suppress_row (one_small, 4, CASENESS_TOTALS_EXACT, is_hidden);
  g_assert_true (!is_hidden[0] && is_hidden[1] && is_hidden[2] && !is_hidden[3]);
  caseness_suppress_row (two_small, 3, CASENESS_TOTALS_EXACT, is_hidden);
  g_assert_true (is_hidden[0] && is_hidden[1] && !is_hidden[2]);
  caseness_suppress_row (alone, 1, CASENESS_TOTALS_EXACT, is_hidden);
  g_assert_true (is_hidden[0]);
}

/* Half goes up, also where the fraction has no exact double. */
static void
test_percentages (void)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

  g_assert_cmpfloat (caseness_percent_round (1, 400, 1), ==, 0.3);
  g_assert_cmpfloat (caseness_percent_round (129, 2000, 1), ==, 6.5);
  g_assert_cmpfloat (caseness_percent_round (1, 200, 0), ==, 1);
  g_assert_cmpfloat (caseness_percent_round (99, 20000, 0), ==, 0);
  g_assert_cmpfloat (caseness_percent_round (0, 30, 1), ==, 0);
  g_assert_true (isnan (caseness_percent_round (0, 0, 1)));
  caseness_percent_write (writer, 50);
  caseness_percent_write (writer, NAN);
  caseness_percent_write (writer, 33.34999);
  caseness_csv_writer_end_row (writer);
  g_assert_cmpstr (caseness_csv_writer_peek (writer, NULL), ==, "50.0,,33.3\n");
}

/* Whole numbers are counted where there are many of them; others, and few, are compared. */
static void
test_sorting (void)
{
  static const struct
  {
    guint n;
    double step;
    double least;
    const char *why;
  } cases[] = {
    { 0, 1, 0, "none" },
    { 63, 1, 0, "too few to count" },
    { 64, 1, 0, "enough to count" },
    { 500, 1, 0, "many" },
    { 500, 1, -3, "some negative" },
    { 500, 0.5, 0, "halves" },
    { 500, 10, 0, "some too large to count" },
  };
  gsize i;
  guint k;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree double *values = g_new (double, cases[i].n + 1);
      double sum = 0;

      g_test_message ("%s", cases[i].why);
      for (k = 0; k < cases[i].n; k++)
        values[k] = cases[i].least + cases[i].step * (k * 331 % 499);
      for (k = 0; k < cases[i].n; k++)
        sum += values[k];
      caseness_sort_doubles (values, cases[i].n);
      for (k = 1; k < cases[i].n; k++)
        g_assert_cmpfloat (values[k - 1], <=, values[k]);
      for (k = 0; k < cases[i].n; k++)
        sum -= values[k];
      g_assert_cmpfloat_with_epsilon (sum, 0, NEAR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/statistics/counts", test_counts);
  g_test_add_func ("/measures/statistics/means", test_means);
  g_test_add_func ("/measures/statistics/comparisons", test_comparisons);
  g_test_add_func ("/measures/statistics/expected", test_expected);
  g_test_add_func ("/measures/statistics/direct", test_direct);
  g_test_add_func ("/measures/statistics/funnel/flags", test_funnel_flags);
  g_test_add_func ("/measures/statistics/funnel/limits", test_funnel_limits);
  g_test_add_func ("/measures/statistics/funnel/dispersion", test_dispersion);
  g_test_add_func ("/measures/statistics/funnel/extremes", test_extremes);
  g_test_add_func ("/measures/statistics/waits", test_waits);
  g_test_add_func ("/measures/statistics/change", test_change);
  g_test_add_func ("/measures/statistics/equity/shares", test_shares);
  g_test_add_func ("/measures/statistics/equity/slope", test_slope);
  g_test_add_func ("/measures/statistics/equity/relative-index", test_relative_index);
  g_test_add_func ("/measures/statistics/queues", test_queues);
  g_test_add_func ("/measures/statistics/bands", test_bands);
  g_test_add_func ("/measures/statistics/small-numbers", test_small_numbers);
  g_test_add_func ("/measures/statistics/percentages", test_percentages);
  g_test_add_func ("/measures/statistics/sorting", test_sorting);
  return g_test_run ();
}
