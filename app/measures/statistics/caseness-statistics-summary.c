/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-statistics-summary.h"

#include "caseness-statistics-intervals.h"

#include <math.h>
#include <stdlib.h>

#define SIX_WEEKS 42
#define EIGHTEEN_WEEKS 126
#define NORMAL_95 1.96 /* as Jacobson and Truax print it, and as thresholds are published with it */

double
caseness_quantile_sorted (const double *values, guint n, double p)
{
  double place = (n - 1.0) * p;
  guint below;

  if (n == 0 || !(p >= 0 && p <= 1))
    return NAN;
  below = (guint) floor (place);
  if (below + 1 >= n)
    return values[n - 1];
  return values[below] + (place - below) * (values[below + 1] - values[below]);
}

static int
compare_doubles (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Days and sessions are whole numbers, few of which differ: they need only be counted. */
#define MOST_COUNTED 4096
#define FEWEST_COUNTED 64

static gboolean
sort_by_counting (double *values, guint n)
{
  g_autofree guint *counts = NULL;
  guint i, k, place = 0;

  if (n < FEWEST_COUNTED)
    return FALSE;
  for (i = 0; i < n; i++)
    if (!(values[i] >= 0 && values[i] < MOST_COUNTED) || values[i] != (guint) values[i])
      return FALSE;
  counts = g_new0 (guint, MOST_COUNTED);
  for (i = 0; i < n; i++)
    counts[(guint) values[i]]++;
  for (i = 0; i < MOST_COUNTED; i++)
    for (k = 0; k < counts[i]; k++)
      values[place++] = i;
  return TRUE;
}

void
caseness_sort_doubles (double *values, guint n)
{
  if (n > 0 && !sort_by_counting (values, n))
    qsort (values, n, sizeof *values, compare_doubles);
}

/* Copies the waits that can be, and counts the others. */
static double *
keep_possible (const double *days, guint n, CasenessWaits *waits)
{
  double *kept = g_new (double, n + 1);
  guint i;

  for (i = 0; i < n; i++)
    if (days[i] < 0)
      waits->n_negative++;
    else if (!isnan (days[i]))
      kept[waits->n++] = days[i];
  caseness_sort_doubles (kept, waits->n);
  return kept;
}

CasenessWaits
caseness_waits_sum_up (const double *days, guint n)
{
  CasenessWaits waits = { 0 };
  g_autofree double *kept = keep_possible (days, n, &waits);
  guint i;

  waits.median = caseness_quantile_sorted (kept, waits.n, 0.5);
  waits.first_quartile = caseness_quantile_sorted (kept, waits.n, 0.25);
  waits.third_quartile = caseness_quantile_sorted (kept, waits.n, 0.75);
  waits.ninth_decile = caseness_quantile_sorted (kept, waits.n, 0.9);
  waits.mean = caseness_interval_mean (kept, waits.n, 0.95, NULL).value;
  for (i = 0; i < waits.n; i++)
    {
      waits.within_6_weeks += kept[i] <= SIX_WEEKS;
      waits.within_18_weeks += kept[i] <= EIGHTEEN_WEEKS;
    }
  return waits;
}

double
caseness_effect_size (double mean_first, double mean_last, double deviation_first)
{
  return deviation_first > 0 ? (mean_first - mean_last) / deviation_first : NAN;
}

CasenessChange
caseness_change_sum_up (const double *first, const double *last, guint n)
{
  CasenessChange change = { .n = n };

  change.mean_first = caseness_interval_mean (first, n, 0.95, &change.deviation_first).value;
  change.mean_last = caseness_interval_mean (last, n, 0.95, &change.deviation_last).value;
  change.effect_size = caseness_effect_size (change.mean_first, change.mean_last, change.deviation_first);
  return change;
}

CasenessReliableChange
caseness_reliable_change (double deviation, double reliability)
{
  CasenessReliableChange change;

  change.error = deviation * sqrt (1 - reliability);
  change.difference = G_SQRT2 * change.error;
  change.threshold = NORMAL_95 * change.difference;
  return change;
}

double
caseness_clinical_cutoff (double mean_clinical, double deviation_clinical, double mean_other,
                          double deviation_other)
{
  return (deviation_clinical * mean_other + deviation_other * mean_clinical) / (deviation_clinical + deviation_other);
}

double
caseness_autocorrelation (const double *values, guint n, double *threshold)
{
  double mean = caseness_interval_mean (values, n, 0.95, NULL).value;
  double together = 0, alone = 0;
  guint i;

  for (i = 0; i < n; i++)
    {
      alone += (values[i] - mean) * (values[i] - mean);
      if (i > 0)
        together += (values[i] - mean) * (values[i - 1] - mean);
    }
  *threshold = n > 0 ? 2 / sqrt (n) : NAN;
  return alone > 0 ? together / alone : NAN;
}
