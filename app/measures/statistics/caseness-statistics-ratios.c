/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-statistics-ratios.h"

#include <math.h>

#define FEWEST_EVENTS 10

CasenessExpected
caseness_expect (const CasenessStratum *strata, guint n_strata)
{
  CasenessExpected sum = { 0, 0, 0 };
  guint i;

  for (i = 0; i < n_strata; i++)
    {
      double events = isnan (strata[i].reference_events) ? 0 : strata[i].reference_events;
      double share;

      if (!(strata[i].n > 0))
        continue;
      share = strata[i].reference_n > 0 ? events / strata[i].reference_n : NAN;
      sum.n += strata[i].n;
      sum.expected += strata[i].n * share;
      sum.variance += strata[i].n * share * (1 - share);
    }
  return sum;
}

CasenessInterval
caseness_standardised_ratio (double observed, double expected, double confidence)
{
  return caseness_interval_divide (caseness_interval_poisson (observed, confidence), expected);
}

CasenessInterval
caseness_direct_rate (const double *events, const double *sizes, const double *weights, guint n_strata,
                      double confidence)
{
  double total = 0, weight = 0, rate = 0, variance = 0, scale;
  CasenessInterval count, interval = { NAN, NAN, NAN };
  guint i;

  for (i = 0; i < n_strata; i++)
    {
      total += events[i];
      weight += weights[i];
      rate += weights[i] * events[i] / sizes[i];
      variance += weights[i] * weights[i] * events[i] / (sizes[i] * sizes[i]);
    }
  if (!(total >= FEWEST_EVENTS))
    return interval;
  /* The limits of the count of events, brought to the scale of the weighted rate (Dobson). */
  count = caseness_interval_byar (total, confidence);
  interval.value = rate / weight;
  scale = sqrt (variance / total) / weight;
  interval.lower = interval.value + scale * (count.lower - total);
  interval.upper = interval.value + scale * (count.upper - total);
  return interval;
}
