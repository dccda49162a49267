/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-comparison.h"

#include "caseness-statistics-ratios.h"

#include <math.h>
#include <string.h>

/* From so many expected on either side of the line the normal limits of a share are good enough. */
#define FEWEST_FOR_NORMAL 5

/* How much of each end of the groups is drawn in before their spread is measured. */
#define TRIM 0.1

static double
get_numerator (const CasenessRecovery *row)
{
  return row->recovered;
}

double
caseness_recovery_get_size (const CasenessRecovery *row, CasenessRecoveryBasis basis)
{
  g_return_val_if_fail (row != NULL, NAN);

  return basis == CASENESS_RECOVERY_ADJUSTED ? row->expected : caseness_recovery_get_denominator (row);
}

CasenessInterval
caseness_recovery_get_value (const CasenessRecovery *row, CasenessRecoveryBasis basis)
{
  return basis == CASENESS_RECOVERY_ADJUSTED ? caseness_recovery_get_ratio (row) : caseness_recovery_get_rate (row);
}

static CasenessRecoverySpread
measure_spread (const GPtrArray *rows, CasenessRecoveryBasis basis)
{
  g_autofree double *numerators = g_new (double, rows->len + 1);
  g_autofree double *denominators = g_new (double, rows->len + 1);
  CasenessRecoverySpread spread = { 0, NAN, 0 };
  g_auto(CasenessDispersion) dispersion = { 0 };
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const CasenessRecovery *row = g_ptr_array_index (rows, i);

      if (!(caseness_recovery_get_size (row, basis) > 0))
        continue;
      numerators[spread.n_units] = get_numerator (row);
      denominators[spread.n_units++] = caseness_recovery_get_size (row, basis);
    }
  if (spread.n_units < 2)
    return spread;
  caseness_dispersion_measure (numerators, denominators, spread.n_units,
                               basis == CASENESS_RECOVERY_ADJUSTED ? CASENESS_FUNNEL_SQUARE_ROOT
                                                                   : CASENESS_FUNNEL_ARCSINE,
                               TRIM, &dispersion);
  spread.phi = dispersion.phi;
  spread.tau2 = dispersion.tau2;
  return spread;
}

/* Beside a count of @everybody (transfer full). */
static CasenessRecoveryComparison *
compare (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people, GPtrArray *everybody)
{
  CasenessRecoveryComparison *self = g_new0 (CasenessRecoveryComparison, 1);
  guint i;

  self->rows = caseness_recovery_count_four_way (frame, variables, people);
  self->everybody = everybody;
  for (i = 0; i < CASENESS_N_RECOVERY_BASES; i++)
    self->spreads[i] = measure_spread (self->rows, i);
  return self;
}

CasenessRecoveryComparison *
caseness_recovery_comparison_new (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people)
{
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();

  g_return_val_if_fail (frame != NULL && variables != NULL, NULL);
  return compare (frame, variables, people, caseness_recovery_count_four_way (frame, nothing, people));
}

CasenessRecoveryComparison *
caseness_recovery_comparison_new_beside (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people,
                                         const CasenessRecoveryComparison *other)
{
  g_return_val_if_fail (frame != NULL && variables != NULL && other != NULL, NULL);
  return compare (frame, variables, people, g_ptr_array_ref (other->everybody));
}

void
caseness_recovery_comparison_free (CasenessRecoveryComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_ptr_array_unref (comparison->rows);
  g_ptr_array_unref (comparison->everybody);
  g_free (comparison);
}

const CasenessRecovery *
caseness_recovery_comparison_get_everybody (const CasenessRecoveryComparison *comparison)
{
  g_return_val_if_fail (comparison != NULL, NULL);

  return comparison->everybody->len > 0 ? g_ptr_array_index (comparison->everybody, 0) : NULL;
}

double
caseness_recovery_comparison_get_baseline (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis)
{
  const CasenessRecovery *everybody = caseness_recovery_comparison_get_everybody (comparison);

  if (basis == CASENESS_RECOVERY_ADJUSTED)
    return 1;
  return everybody != NULL ? caseness_recovery_get_rate (everybody).value : NAN;
}

static CasenessInterval
limit_share (double baseline, double size, double confidence)
{
  gboolean is_small = size * baseline * (1 - baseline) < FEWEST_FOR_NORMAL;

  return is_small ? caseness_funnel_share_exact (baseline, (guint) lround (size), confidence)
                  : caseness_funnel_share (baseline, size, confidence);
}

CasenessInterval
caseness_recovery_comparison_limits (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis,
                                     gboolean is_widened, double size, double confidence)
{
  double baseline = caseness_recovery_comparison_get_baseline (comparison, basis);
  double tau2 = comparison->spreads[basis].tau2;

  if (basis == CASENESS_RECOVERY_ADJUSTED)
    return is_widened ? caseness_funnel_ratio_spread (size, tau2, confidence)
                      : caseness_funnel_ratio (size, confidence);
  return is_widened ? caseness_funnel_share_spread (baseline, size, tau2, confidence)
                    : limit_share (baseline, size, confidence);
}

gboolean
caseness_recovery_comparison_can_widen (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis)
{
  const CasenessRecoverySpread *spread = &comparison->spreads[basis];

  return spread->n_units >= CASENESS_FEWEST_UNITS_TO_WIDEN && spread->phi > 1;
}

/* On the line is inside; the outer limits speak first, and alone for small groups. */
static CasenessStanding
place (double value, const CasenessInterval *inner, const CasenessInterval *outer, gboolean has_inner)
{
  if (value < outer->lower)
    return CASENESS_STANDING_LOW_998;
  if (value > outer->upper)
    return CASENESS_STANDING_HIGH_998;
  if (has_inner && value < inner->lower)
    return CASENESS_STANDING_LOW_95;
  if (has_inner && value > inner->upper)
    return CASENESS_STANDING_HIGH_95;
  return CASENESS_STANDING_INSIDE;
}

CasenessStanding
caseness_recovery_comparison_judge (const CasenessRecoveryComparison *comparison, const CasenessRecovery *row,
                                    CasenessRecoveryBasis basis, gboolean is_widened)
{
  guint n = basis == CASENESS_RECOVERY_ADJUSTED ? row->at_caseness : caseness_recovery_get_denominator (row);
  double size = caseness_recovery_get_size (row, basis);
  CasenessInterval inner, outer;

  if (n < CASENESS_FEWEST_JUDGED
      || (basis == CASENESS_RECOVERY_ADJUSTED && !(row->expected >= CASENESS_FEWEST_EXPECTED)))
    return CASENESS_STANDING_TOO_FEW;
  inner = caseness_recovery_comparison_limits (comparison, basis, is_widened, size, CASENESS_CONFIDENCE_95);
  outer = caseness_recovery_comparison_limits (comparison, basis, is_widened, size, CASENESS_CONFIDENCE_998);
  return place (get_numerator (row) / size, &inner, &outer, n >= CASENESS_FEWEST_FOR_95);
}

void
caseness_recovery_comparison_count (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis,
                                    gboolean is_widened, guint n[CASENESS_N_STANDINGS])
{
  guint i;

  for (i = 0; i < CASENESS_N_STANDINGS; i++)
    n[i] = 0;
  for (i = 0; i < comparison->rows->len; i++)
    n[caseness_recovery_comparison_judge (comparison, g_ptr_array_index (comparison->rows, i), basis, is_widened)]++;
}

GPtrArray *
caseness_recovery_comparison_list_outside (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis,
                                           gboolean is_widened)
{
  GPtrArray *outside = g_ptr_array_new ();
  guint i;

  for (i = 0; i < comparison->rows->len; i++)
    {
      CasenessRecovery *row = g_ptr_array_index (comparison->rows, i);

      if (caseness_standing_is_outside (caseness_recovery_comparison_judge (comparison, row, basis, is_widened)))
        g_ptr_array_add (outside, row);
    }
  return outside;
}

/* Who is ordered, and what by. */
typedef struct
{
  const CasenessRecoveryComparison *comparison;
  CasenessRecoveryBasis basis;
} Order;

static int
get_class (const Order *order, const CasenessRecovery *row)
{
  if (isnan (caseness_recovery_get_value (row, order->basis).value))
    return 2;
  return caseness_recovery_comparison_judge (order->comparison, row, order->basis, FALSE) == CASENESS_STANDING_TOO_FEW;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CasenessRecovery *first = *(const CasenessRecovery *const *) a, *second = *(const CasenessRecovery *const *) b;
  const Order *order = user_data;
  int class = get_class (order, first), other_class = get_class (order, second);
  double value = caseness_recovery_get_value (first, order->basis).value;
  double other = caseness_recovery_get_value (second, order->basis).value;

  if (class != other_class)
    return class - other_class;
  if (value != other && class < 2)
    return value > other ? -1 : 1;
  return strcmp (first->group, second->group);
}

GPtrArray *
caseness_recovery_comparison_list_by_value (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis)
{
  GPtrArray *rows = g_ptr_array_new ();
  Order order = { comparison, basis };
  guint i;

  for (i = 0; i < comparison->rows->len; i++)
    g_ptr_array_add (rows, g_ptr_array_index (comparison->rows, i));
  g_ptr_array_sort_with_data (rows, compare_rows, &order);
  return rows;
}

static guint
count_judged (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis)
{
  guint n = 0, i;

  for (i = 0; i < comparison->rows->len; i++)
    {
      const CasenessRecovery *row = g_ptr_array_index (comparison->rows, i);

      n += caseness_recovery_get_denominator (row) >= CASENESS_FEWEST_FOR_95
           && caseness_recovery_comparison_judge (comparison, row, basis, FALSE) != CASENESS_STANDING_TOO_FEW;
    }
  return n;
}

double
caseness_recovery_comparison_expect_outside (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis)
{
  return (1 - CASENESS_CONFIDENCE_95) * count_judged (comparison, basis);
}

gboolean
caseness_standing_is_outside (CasenessStanding standing)
{
  return standing >= CASENESS_STANDING_LOW_95;
}

gboolean
caseness_standing_is_far (CasenessStanding standing)
{
  return standing >= CASENESS_STANDING_LOW_998;
}
