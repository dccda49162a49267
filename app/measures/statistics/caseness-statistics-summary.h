/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Figures that sum up a list of values (methods, sections 9.9, 10 and 11). What is not defined is NaN.
 */

/**
 * caseness_quantile_sorted:
 * @values: (array length=n): values, smallest first
 * @n: how many
 * @p: from 0 to 1
 *
 * Returns: the quantile as spreadsheets and R give it unasked (type 7).
 */
double caseness_quantile_sorted (const double *values, guint n, double p);

/** caseness_sort_doubles: puts @n values in order, smallest first. */
void caseness_sort_doubles (double *values, guint n);

/** CasenessWaits: a list of waits in days. */
typedef struct
{
  guint n;
  guint n_negative; /* faults of the data, left out of everything else */
  double median;
  double first_quartile;
  double third_quartile;
  double ninth_decile;
  double mean;
  guint within_6_weeks;
  guint within_18_weeks;
} CasenessWaits;

/** caseness_waits_sum_up: Returns: what @n waits amount to. */
CasenessWaits caseness_waits_sum_up (const double *days, guint n);

/** CasenessChange: scores before and after, of people who have both. */
typedef struct
{
  guint n;
  double mean_first;
  double mean_last;
  double deviation_first; /* standard deviations, with n - 1 */
  double deviation_last;
  double effect_size; /* the fall in deviations of the first score, as the national annual report has it */
} CasenessChange;

/** caseness_effect_size: Returns: the fall of a mean in deviations of the first score; NaN when nobody differs. */
double caseness_effect_size (double mean_first, double mean_last, double deviation_first);

/** caseness_change_sum_up: Returns: what @n pairs amount to. */
CasenessChange caseness_change_sum_up (const double *first, const double *last, guint n);

/** CasenessReliableChange: where thresholds of reliable change come from; the national ones are fixed, never this. */
typedef struct
{
  double error;      /* standard error of measurement */
  double difference; /* of a difference of two measurements */
  double threshold;
} CasenessReliableChange;

/** caseness_reliable_change: Returns: Jacobson and Truax's threshold. */
CasenessReliableChange caseness_reliable_change (double deviation, double reliability);

/** caseness_clinical_cutoff: Returns: their cut-off c between a clinical and another population. */
double caseness_clinical_cutoff (double mean_clinical, double deviation_clinical, double mean_other,
                                 double deviation_other);

/**
 * caseness_autocorrelation:
 * @values: (array length=n): a series
 * @n: how many
 * @threshold: (out): beyond this either way control limits deserve a caution
 *
 * Returns: how much each value is like the one before, from -1 to 1.
 */
double caseness_autocorrelation (const double *values, guint n, double *threshold);

G_END_DECLS
