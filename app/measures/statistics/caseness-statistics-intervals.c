/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-statistics-intervals.h"

#include "caseness-distribution.h"

#include <math.h>

static const CasenessInterval undefined = { NAN, NAN, NAN };

static gboolean
is_confidence (double confidence)
{
  return confidence > 0 && confidence < 1;
}

CasenessInterval
caseness_interval_poisson_exact (double count, double confidence)
{
  double tail = (1 - confidence) / 2;
  CasenessInterval interval = { count, 0, NAN };

  if (!(count >= 0) || !is_confidence (confidence))
    return undefined;
  if (count > 0)
    interval.lower = caseness_gamma_quantile (tail, count);
  interval.upper = caseness_gamma_quantile (1 - tail, count + 1);
  return interval;
}

static double
cube_byar (double count, double deviations)
{
  return count * pow (1 - 1 / (9 * count) + deviations / (3 * sqrt (count)), 3);
}

CasenessInterval
caseness_interval_byar (double count, double confidence)
{
  CasenessInterval interval = { count, NAN, NAN };
  double z;

  if (!(count >= 0) || !is_confidence (confidence))
    return undefined;
  z = caseness_normal_quantile (0.5 + confidence / 2);
  interval.lower = count > 0 ? cube_byar (count, -z) : 0;
  interval.upper = cube_byar (count + 1, z);
  if (interval.lower < 0)
    interval.lower = NAN;
  return interval;
}

CasenessInterval
caseness_interval_poisson (double count, double confidence)
{
  return count < CASENESS_FEWEST_FOR_BYAR ? caseness_interval_poisson_exact (count, confidence)
                                          : caseness_interval_byar (count, confidence);
}

CasenessInterval
caseness_interval_divide (CasenessInterval interval, double divisor)
{
  if (!(divisor > 0))
    return undefined;
  interval.value /= divisor;
  interval.lower /= divisor;
  interval.upper /= divisor;
  return interval;
}

static double
get_mean (const double *values, guint n)
{
  double sum = 0;
  guint i;

  for (i = 0; i < n; i++)
    sum += values[i];
  return n > 0 ? sum / n : NAN;
}

static double
get_deviation (const double *values, guint n, double mean)
{
  double sum = 0;
  guint i;

  for (i = 0; i < n; i++)
    sum += (values[i] - mean) * (values[i] - mean);
  return n > 1 ? sqrt (sum / (n - 1)) : NAN;
}

CasenessInterval
caseness_interval_mean (const double *values, guint n, double confidence, double *deviation)
{
  CasenessInterval interval = undefined;
  double spread, half;

  interval.value = get_mean (values, n);
  spread = get_deviation (values, n, interval.value);
  half = n > 1 ? caseness_t_quantile (0.5 + confidence / 2, n - 1) * spread / sqrt (n) : NAN;
  interval.lower = interval.value - half;
  interval.upper = interval.value + half;
  if (deviation != NULL)
    *deviation = spread;
  return interval;
}

CasenessInterval
caseness_interval_difference (double x1, double n1, double x2, double n2, double confidence)
{
  CasenessInterval first = caseness_interval_wilson (x1, n1, confidence);
  CasenessInterval second = caseness_interval_wilson (x2, n2, confidence);
  CasenessInterval interval;

  interval.value = first.value - second.value;
  interval.lower = interval.value - hypot (first.value - first.lower, second.upper - second.value);
  interval.upper = interval.value + hypot (first.upper - first.value, second.value - second.lower);
  return interval;
}

/* Infinite without events in the second group, and not defined without any at all. */
static double
get_rate_ratio (double events1, double n1, double events2, double n2)
{
  return n1 > 0 && n2 > 0 ? (events1 / n1) / (events2 / n2) : NAN;
}

CasenessInterval
caseness_interval_rate_ratio (double events1, double n1, double events2, double n2, double confidence)
{
  CasenessInterval interval = undefined;

  interval.value = get_rate_ratio (events1, n1, events2, n2);
  if (events1 > 0 && events2 > 0 && is_confidence (confidence))
    {
      double half = caseness_normal_quantile (0.5 + confidence / 2) * sqrt (1 / events1 + 1 / events2);

      interval.lower = interval.value * exp (-half);
      interval.upper = interval.value * exp (half);
    }
  return interval;
}

CasenessInterval
caseness_interval_rate_ratio_exact (double events1, double n1, double events2, double n2, double confidence)
{
  double tail = (1 - confidence) / 2;
  CasenessInterval interval = undefined;

  interval.value = get_rate_ratio (events1, n1, events2, n2);
  if (isnan (interval.value) || !is_confidence (confidence))
    return interval;
  interval.lower = 0;
  interval.upper = INFINITY;
  /* Of all events, the share in the first group is binomial; its limits as odds, at equal sizes, are the ratio's. */
  if (events1 > 0)
    {
      double share = caseness_beta_quantile (tail, events1, events2 + 1);

      interval.lower = share / (1 - share) * n2 / n1;
    }
  if (events2 > 0)
    {
      double share = caseness_beta_quantile (1 - tail, events1 + 1, events2);

      interval.upper = share / (1 - share) * n2 / n1;
    }
  return interval;
}
