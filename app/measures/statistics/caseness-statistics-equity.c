/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-statistics-equity.h"

#include <math.h>

#define FEWEST_GROUPS 2 /* for a line to run through */

static const CasenessInterval undefined = { NAN, NAN, NAN };

static double
sum_up (const double *values, guint n)
{
  double sum = 0;
  guint i;

  for (i = 0; i < n; i++)
    sum += values[i];
  return sum;
}

void
caseness_share_out (const double *observed, const double *need, guint n, double confidence, CasenessShare *shares)
{
  double all_observed = sum_up (observed, n), all_need = sum_up (need, n);
  guint i;

  for (i = 0; i < n; i++)
    {
      CasenessShare *share = &shares[i];

      share->expected_share = all_need > 0 ? need[i] / all_need : NAN;
      share->expected = all_observed * share->expected_share;
      share->observed_share = caseness_interval_wilson (observed[i], all_observed, confidence);
      share->ratio = share->expected >= CASENESS_FEWEST_EXPECTED
                       ? caseness_standardised_ratio (observed[i], share->expected, confidence)
                       : undefined;
      share->gap = observed[i] - share->expected;
    }
}

static double
transform (double value, CasenessSlopeScale scale)
{
  return scale == CASENESS_SLOPE_LOG     ? log (value)
         : scale == CASENESS_SLOPE_LOGIT ? log (value / (1 - value))
                                         : value;
}

static double
transform_back (double value, CasenessSlopeScale scale)
{
  return scale == CASENESS_SLOPE_LOG     ? exp (value)
         : scale == CASENESS_SLOPE_LOGIT ? 1 / (1 + exp (-value))
                                         : value;
}

/* Half of each group stands before its midpoint, and half behind. */
static void
place_midpoints (const double *population, guint n, double *midpoints)
{
  double all = sum_up (population, n), before = 0;
  guint i;

  for (i = 0; i < n; i++)
    {
      midpoints[i] = (before + population[i] / 2) / all;
      before += population[i];
    }
}

/* Of both ends of the line, the first half the slope below the mean and the last half above, the errors and what they share. */
static void
limit_relative (CasenessSlope *fit, const double *shares, const double *weights, const double *errors, guint n, double z)
{
  double first = fit->intercept, last = fit->intercept + fit->index, of_first = 0, of_last = 0, common = 0, error;
  guint i;

  if (!(first > 0 && last > 0))
    return;
  for (i = 0; i < n; i++)
    {
      double in_first = (shares[i] - weights[i] / 2) * errors[i], in_last = (shares[i] + weights[i] / 2) * errors[i];

      of_first += in_first * in_first;
      of_last += in_last * in_last;
      common += in_first * in_last;
    }
  error = sqrt (of_first / (first * first) + of_last / (last * last) - 2 * common / (first * last));
  fit->relative_lower = fit->relative * exp (-z * error);
  fit->relative_upper = fit->relative * exp (z * error);
}

/* Slope and intercept are sums of the values with fixed weights, so the error of the slope is a sum too. */
CasenessSlope
caseness_slope_fit (const double *population, const double *values, const double *errors, guint n,
                    CasenessSlopeScale scale, double confidence, double *midpoints)
{
  g_autofree double *places = g_new (double, n + 1), *shares = g_new (double, n + 1), *weights = g_new (double, n + 1);
  double z = caseness_normal_quantile (0.5 + confidence / 2);
  double all = sum_up (population, n), mean = 0, spread = 0, slope = 0, variance = 0, first, half;
  CasenessSlope fit = { NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  guint i;

  if (n < FEWEST_GROUPS)
    return fit;
  place_midpoints (population, n, places);
  for (i = 0; i < n; i++)
    {
      shares[i] = population[i] / all;
      mean += shares[i] * transform (values[i], scale);
      spread += shares[i] * (places[i] - 0.5) * (places[i] - 0.5);
    }
  for (i = 0; i < n; i++)
    {
      weights[i] = shares[i] * (places[i] - 0.5) / spread;
      slope += weights[i] * (transform (values[i], scale) - mean);
      variance += errors != NULL ? pow (weights[i] * errors[i], 2) : NAN;
    }
  first = mean - slope / 2;
  fit.intercept = transform_back (first, scale);
  fit.index = transform_back (first + slope, scale) - fit.intercept;
  fit.relative = transform_back (first + slope, scale) / fit.intercept;
  half = scale == CASENESS_SLOPE_PLAIN ? z * sqrt (variance) : NAN;
  fit.lower = fit.index - half;
  fit.upper = fit.index + half;
  if (scale == CASENESS_SLOPE_PLAIN && errors != NULL)
    limit_relative (&fit, shares, weights, errors, n, z);
  for (i = 0; i < n && midpoints != NULL; i++)
    midpoints[i] = places[i];
  return fit;
}
