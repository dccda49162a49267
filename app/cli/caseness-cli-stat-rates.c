/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli-stat-private.h"

#include "caseness-statistics-funnel.h"
#include "caseness-statistics-ratios.h"

#include <math.h>
#include <string.h>

#define PER_100000 100000

static void
put_limits (CasenessStat *stat, const CasenessInterval *interval)
{
  caseness_stat_put (stat, "lower", interval->lower);
  caseness_stat_put (stat, "upper", interval->upper);
}

static void
put_method (CasenessStat *stat, double count)
{
  caseness_stat_put_text (stat, "ci_method", count < CASENESS_FEWEST_FOR_BYAR ? "exact" : "byars");
}

static CasenessInterval
read_wilson (CasenessStat *stat)
{
  double n = caseness_stat_amount (stat, "n");
  double x = caseness_stat_between (stat, "x", 0, n, NAN);

  return caseness_interval_wilson (x, n, caseness_stat_confidence (stat));
}

static void
run_wilson (CasenessStat *stat)
{
  CasenessInterval share = read_wilson (stat);

  caseness_stat_put (stat, "value", share.value);
  put_limits (stat, &share);
}

static void
run_rate (CasenessStat *stat)
{
  double events = caseness_stat_amount (stat, "events");
  double denominator = caseness_stat_amount (stat, "denominator");
  double multiplier = caseness_stat_between (stat, "multiplier", 0, G_MAXDOUBLE, PER_100000);
  CasenessInterval rate = caseness_interval_poisson (events, caseness_stat_confidence (stat));

  rate = caseness_interval_divide (rate, denominator / multiplier);
  caseness_stat_put (stat, "rate", rate.value);
  put_limits (stat, &rate);
  put_method (stat, events);
}

static void
run_byar (CasenessStat *stat)
{
  CasenessInterval count = caseness_interval_byar (caseness_stat_amount (stat, "count"),
                                                   caseness_stat_confidence (stat));

  put_limits (stat, &count);
}

static void
run_poisson (CasenessStat *stat)
{
  CasenessInterval count = caseness_interval_poisson (caseness_stat_amount (stat, "count"),
                                                      caseness_stat_confidence (stat));

  put_limits (stat, &count);
  put_method (stat, count.value);
}

static void
run_poisson_exact (CasenessStat *stat)
{
  CasenessInterval count = caseness_interval_poisson_exact (caseness_stat_amount (stat, "count"),
                                                            caseness_stat_confidence (stat));

  put_limits (stat, &count);
}

static void
put_ratio (CasenessStat *stat, double observed, double expected)
{
  CasenessInterval ratio = caseness_standardised_ratio (observed, expected, caseness_stat_confidence (stat));

  caseness_stat_put (stat, "expected", expected);
  caseness_stat_put (stat, "ratio", ratio.value);
  put_limits (stat, &ratio);
}

static void
run_standardised_ratio (CasenessStat *stat)
{
  guint n, i;
  g_autofree double *sizes = caseness_stat_numbers (stat, "strata_n", &n);
  g_autofree double *events = caseness_stat_numbers_of (stat, "ref_events", n);
  g_autofree double *reference = caseness_stat_numbers_of (stat, "ref_n", n);
  g_autofree CasenessStratum *strata = g_new (CasenessStratum, n + 1);
  double observed = caseness_stat_amount (stat, "observed");

  for (i = 0; i < n; i++)
    strata[i] = (CasenessStratum){ sizes[i], events[i], reference[i] };
  caseness_stat_put (stat, "observed", observed);
  put_ratio (stat, observed, caseness_expect (strata, n).expected);
  put_method (stat, observed);
}

static void
run_standardised_rate (CasenessStat *stat)
{
  double observed = caseness_stat_amount (stat, "observed"), expected = caseness_stat_amount (stat, "expected");
  double reference = caseness_stat_amount (stat, "ref_rate_per_100000");
  CasenessInterval rate = caseness_standardised_ratio (observed, expected, caseness_stat_confidence (stat));

  rate = caseness_interval_divide (rate, 1 / reference);
  caseness_stat_put (stat, "rate", rate.value);
  put_limits (stat, &rate);
}

static void
run_casemix (CasenessStat *stat)
{
  g_autoptr(GPtrArray) cells = caseness_stat_objects (stat, "cells");
  g_autofree CasenessStratum *strata = g_new (CasenessStratum, cells->len + 1);
  double observed = caseness_stat_amount (stat, "observed_recovered"), excess;
  CasenessExpected expected;
  guint i;

  for (i = 0; i < cells->len; i++)
    {
      JsonObject *cell = g_ptr_array_index (cells, i);

      strata[i].n = caseness_stat_member (stat, cell, "n");
      strata[i].reference_events = caseness_stat_member (stat, cell, "ref_recovered");
      strata[i].reference_n = caseness_stat_member (stat, cell, "ref_n");
    }
  expected = caseness_expect (strata, cells->len);
  caseness_stat_put (stat, "n", expected.n);
  put_ratio (stat, observed, expected.expected);
  excess = observed - expected.expected;
  caseness_stat_put (stat, "observed_minus_expected", excess);
  caseness_stat_put (stat, "binomial_variance", expected.variance);
  caseness_stat_put (stat, "z", expected.variance > 0 ? excess / sqrt (expected.variance) : NAN);
}

/* Somebody who knows only the number of events may ask whether they are enough. */
static CasenessInterval
read_direct_rate (CasenessStat *stat)
{
  guint n;
  g_autofree double *events = caseness_stat_numbers (stat, "events", &n);
  g_autofree double *sizes = caseness_stat_numbers_of (stat, "n", n);
  g_autofree double *weights = caseness_stat_numbers_of (stat, "std_weights", n);

  return caseness_direct_rate (events, sizes, weights, n, caseness_stat_confidence (stat));
}

static void
run_direct_rate (CasenessStat *stat)
{
  double multiplier = caseness_stat_between (stat, "multiplier", 0, G_MAXDOUBLE, PER_100000);
  CasenessInterval rate = { NAN, NAN, NAN };

  if (!caseness_stat_has (stat, "events_total") || caseness_stat_amount (stat, "events_total") >= 10)
    rate = caseness_interval_divide (read_direct_rate (stat), 1 / multiplier);
  caseness_stat_put (stat, "rate", rate.value);
  put_limits (stat, &rate);
}

static void
run_mean (CasenessStat *stat)
{
  guint n;
  g_autofree double *values = caseness_stat_numbers (stat, "values", &n);
  double deviation;
  CasenessInterval mean = caseness_interval_mean (values, n, caseness_stat_confidence (stat), &deviation);

  caseness_stat_put (stat, "n", n);
  caseness_stat_put (stat, "mean", mean.value);
  caseness_stat_put (stat, "sd", deviation);
  put_limits (stat, &mean);
}

static void
run_difference (CasenessStat *stat)
{
  double n1 = caseness_stat_amount (stat, "n1"), n2 = caseness_stat_amount (stat, "n2");
  double x1 = caseness_stat_between (stat, "x1", 0, n1, NAN), x2 = caseness_stat_between (stat, "x2", 0, n2, NAN);
  CasenessInterval difference
    = caseness_interval_difference (x1, n1, x2, n2, caseness_stat_confidence (stat));

  caseness_stat_put (stat, "difference", difference.value);
  put_limits (stat, &difference);
}

static void
run_rate_ratio (CasenessStat *stat)
{
  double events1 = caseness_stat_amount (stat, "events1"), n1 = caseness_stat_amount (stat, "n1");
  double events2 = caseness_stat_amount (stat, "events2"), n2 = caseness_stat_amount (stat, "n2");
  double confidence = caseness_stat_confidence (stat);
  CasenessInterval large = caseness_interval_rate_ratio (events1, n1, events2, n2, confidence);
  CasenessInterval exact = caseness_interval_rate_ratio_exact (events1, n1, events2, n2, confidence);

  caseness_stat_put (stat, "ratio", exact.value);
  caseness_stat_put (stat, "lower_log", large.lower);
  caseness_stat_put (stat, "upper_log", large.upper);
  caseness_stat_put (stat, "lower_exact", exact.lower);
  caseness_stat_put (stat, "upper_exact", exact.upper);
}

static void
put_both_limits (CasenessStat *stat, const CasenessInterval *inner, const CasenessInterval *outer)
{
  caseness_stat_put (stat, "l95", inner->lower);
  caseness_stat_put (stat, "u95", inner->upper);
  caseness_stat_put (stat, "l998", outer->lower);
  caseness_stat_put (stat, "u998", outer->upper);
}

static void
run_funnel_share (CasenessStat *stat)
{
  double n = caseness_stat_amount (stat, "n"), baseline = caseness_stat_between (stat, "baseline", 0, 1, NAN);
  CasenessInterval inner = caseness_funnel_share (baseline, n, CASENESS_CONFIDENCE_95);
  CasenessInterval outer = caseness_funnel_share (baseline, n, CASENESS_CONFIDENCE_998);
  CasenessInterval wanted = caseness_funnel_share (baseline, n, caseness_stat_confidence (stat));

  put_both_limits (stat, &inner, &outer);
  put_limits (stat, &wanted);
}

static void
run_funnel_share_exact (CasenessStat *stat)
{
  guint n = (guint) caseness_stat_between (stat, "n", 0, G_MAXINT32, NAN);
  double target = caseness_stat_between (stat, "target", 0, 1, NAN);
  CasenessInterval limits = caseness_funnel_share_exact (target, n, caseness_stat_confidence (stat));

  put_limits (stat, &limits);
}

static void
run_funnel_share_spread (CasenessStat *stat)
{
  double n = caseness_stat_amount (stat, "n"), target = caseness_stat_between (stat, "target", 0, 1, NAN);
  double tau2 = caseness_stat_amount (stat, "tau2");
  CasenessInterval limits = caseness_funnel_share_spread (target, n, tau2, caseness_stat_confidence (stat));

  put_limits (stat, &limits);
}

static void
put_flag (CasenessStat *stat, CasenessFunnelFlag flag)
{
  static const char *const names[] = {
    [CASENESS_FUNNEL_INSIDE] = "not_significant", [CASENESS_FUNNEL_LOW_95] = "low_95",
    [CASENESS_FUNNEL_HIGH_95] = "high_95",        [CASENESS_FUNNEL_LOW_998] = "low_998",
    [CASENESS_FUNNEL_HIGH_998] = "high_998",
  };

  caseness_stat_put_text (stat, "flag", names[flag]);
}

static void
run_flag_share (CasenessStat *stat)
{
  double n = caseness_stat_amount (stat, "n"), x = caseness_stat_between (stat, "x", 0, n, NAN);

  put_flag (stat, caseness_funnel_flag_share (x, n, caseness_stat_between (stat, "baseline", 0, 1, NAN)));
}

static void
run_flag_ratio (CasenessStat *stat)
{
  double observed = caseness_stat_amount (stat, "observed");

  put_flag (stat, caseness_funnel_flag_ratio (observed, caseness_stat_amount (stat, "expected")));
}

/* With observed events along the bottom: how many would have to be expected for the ratio to lie on the line. */
static void
run_funnel_ratio (CasenessStat *stat)
{
  double observed = caseness_stat_amount (stat, "observed");
  CasenessInterval inner = caseness_interval_poisson_exact (observed, CASENESS_CONFIDENCE_95);
  CasenessInterval outer = caseness_interval_poisson_exact (observed, CASENESS_CONFIDENCE_998);

  caseness_stat_put (stat, "exp_at_l95", inner.upper);
  caseness_stat_put (stat, "ratio_l95", observed / inner.upper);
  caseness_stat_put (stat, "exp_at_u95", inner.lower);
  caseness_stat_put (stat, "ratio_u95", observed / inner.lower);
  caseness_stat_put (stat, "exp_at_l998", outer.upper);
  caseness_stat_put (stat, "exp_at_u998", outer.lower);
}

static void
run_funnel_ratio_expected (CasenessStat *stat)
{
  double expected = caseness_stat_amount (stat, "expected");
  CasenessInterval inner = caseness_funnel_ratio (expected, CASENESS_CONFIDENCE_95);
  CasenessInterval outer = caseness_funnel_ratio (expected, CASENESS_CONFIDENCE_998);

  put_both_limits (stat, &inner, &outer);
}

static void
run_outliers (CasenessStat *stat)
{
  guint n, i;
  g_autofree double *ratios = caseness_stat_numbers (stat, "ratios", &n);
  double lower = caseness_stat_number (stat, "lower"), upper = caseness_stat_number (stat, "upper");

  for (i = 0; i < n; i++)
    ratios[i] = ratios[i] < lower || ratios[i] > upper;
  caseness_stat_put_numbers (stat, "outlier", ratios, n);
}

static void
put_dispersion (CasenessStat *stat, const char *numerators, const char *denominators, CasenessFunnelScale scale)
{
  guint n;
  g_autofree double *events = caseness_stat_numbers (stat, numerators, &n);
  g_autofree double *sizes = caseness_stat_numbers_of (stat, denominators, n);
  g_auto(CasenessDispersion) dispersion = { 0 };

  caseness_dispersion_measure (events, sizes, n, scale, caseness_stat_between (stat, "trim", 0, 0.5, 0.1),
                               &dispersion);
  caseness_stat_put (stat, "target", dispersion.target);
  caseness_stat_put (stat, "target_transformed", dispersion.target_transformed);
  caseness_stat_put_numbers (stat, "z", dispersion.z, n);
  caseness_stat_put_numbers (stat, "z_used", dispersion.z_used, n);
  caseness_stat_put (stat, "n_used", dispersion.n_used);
  caseness_stat_put (stat, "phi", dispersion.phi);
  caseness_stat_put (stat, "tau2", dispersion.tau2);
}

static void
run_dispersion_share (CasenessStat *stat)
{
  put_dispersion (stat, "numerators", "denominators", CASENESS_FUNNEL_ARCSINE);
}

static void
run_dispersion_ratio (CasenessStat *stat)
{
  const char *scale = caseness_stat_text (stat, "transform", "log");

  put_dispersion (stat, "observed", "expected",
                  g_str_has_prefix (scale, "sq") ? CASENESS_FUNNEL_SQUARE_ROOT : CASENESS_FUNNEL_LOG);
}

const CasenessStatMethod caseness_stat_methods_rates[] = {
  { "wilson", run_wilson },
  { "rate_poisson_ci", run_rate },
  { "byar_count_ci", run_byar },
  { "poisson_count_ci", run_poisson },
  { "poisson_exact_ci", run_poisson_exact },
  { "mean_ci_t", run_mean },
  { "newcombe_difference", run_difference },
  { "rate_ratio", run_rate_ratio },
  { "indirect_standardised_ratio", run_standardised_ratio },
  { "indirect_standardised_rate", run_standardised_rate },
  { "direct_standardised_rate", run_direct_rate },
  { "casemix_recovery_ratio", run_casemix },
  { "funnel_limits_proportion", run_funnel_share },
  { "funnel_limits_binomial_exact", run_funnel_share_exact },
  { "funnel_limits_proportion_od", run_funnel_share_spread },
  { "funnel_flag_proportion", run_flag_share },
  { "funnel_limits_ratio", run_funnel_ratio },
  { "funnel_limits_ratio_expected", run_funnel_ratio_expected },
  { "funnel_flag_ratio", run_flag_ratio },
  { "funnel_outlier_rule", run_outliers },
  { "funnel_overdispersion_proportion", run_dispersion_share },
  { "funnel_overdispersion_ratio", run_dispersion_ratio },
  { "funnel_dispersion_phi_ratio", run_dispersion_ratio },
  { NULL },
};
