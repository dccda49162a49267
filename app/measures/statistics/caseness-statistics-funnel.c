/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-statistics-funnel.h"

#include "caseness-distribution.h"
#include "caseness-statistics-summary.h"

#include <math.h>
#include <stdlib.h>

static double
get_z (double confidence)
{
  return caseness_normal_quantile (0.5 + confidence / 2);
}

CasenessInterval
caseness_funnel_share (double baseline, double n, double confidence)
{
  CasenessInterval limits = { baseline, NAN, NAN };
  double half;

  if (!(n > 0))
    return limits;
  half = get_z (confidence) * sqrt (baseline * (1 - baseline) / n);
  limits.lower = MAX (baseline - half, 0);
  limits.upper = MIN (baseline + half, 1);
  return limits;
}

/* The count below which @tail lies, between two whole numbers as far as the chance of the upper one reaches. */
static double
interpolate_count (double tail, double p, guint n)
{
  guint count = 0, enough = n;

  while (count < enough)
    {
      guint middle = count + (enough - count) / 2;

      if (caseness_binomial_sum (middle, n, p) < tail)
        count = middle + 1;
      else
        enough = middle;
    }
  return count - (caseness_binomial_sum (count, n, p) - tail) / caseness_binomial_point (count, n, p);
}

CasenessInterval
caseness_funnel_share_exact (double baseline, guint n, double confidence)
{
  double tail = (1 - confidence) / 2;
  CasenessInterval limits = { baseline, baseline, baseline };

  if (n == 0)
    limits.lower = limits.upper = NAN;
  if (n == 0 || !(baseline > 0 && baseline < 1))
    return limits;
  limits.lower = CLAMP (interpolate_count (tail, baseline, n) / n, 0, 1);
  limits.upper = CLAMP (interpolate_count (1 - tail, baseline, n) / n, 0, 1);
  return limits;
}

/* The outer limits speak first. */
static CasenessFunnelFlag
place (double value, const CasenessInterval *inner, const CasenessInterval *outer)
{
  if (value < outer->lower)
    return CASENESS_FUNNEL_LOW_998;
  if (value > outer->upper)
    return CASENESS_FUNNEL_HIGH_998;
  if (value < inner->lower)
    return CASENESS_FUNNEL_LOW_95;
  if (value > inner->upper)
    return CASENESS_FUNNEL_HIGH_95;
  return CASENESS_FUNNEL_INSIDE;
}

CasenessFunnelFlag
caseness_funnel_flag_share (double x, double n, double baseline)
{
  CasenessInterval inner = caseness_funnel_share (baseline, n, CASENESS_CONFIDENCE_95);
  CasenessInterval outer = caseness_funnel_share (baseline, n, CASENESS_CONFIDENCE_998);

  return place (x / n, &inner, &outer);
}

CasenessInterval
caseness_funnel_ratio (double expected, double confidence)
{
  double tail = (1 - confidence) / 2;
  CasenessInterval limits = { expected, NAN, NAN };

  limits.lower = caseness_gamma_quantile (tail, expected);
  limits.upper = caseness_gamma_quantile (1 - tail, expected + 1);
  return caseness_interval_divide (limits, expected);
}

/* Whether the interval holds 1 is the same question as where the point lies, asked from the other side. */
static CasenessFunnelFlag
flag_interval (double observed, double expected, double confidence, CasenessFunnelFlag low, CasenessFunnelFlag high)
{
  CasenessInterval limits = caseness_interval_poisson (observed, confidence);

  return limits.upper < expected ? low : limits.lower > expected ? high : CASENESS_FUNNEL_INSIDE;
}

CasenessFunnelFlag
caseness_funnel_flag_ratio (double observed, double expected)
{
  CasenessFunnelFlag flag = flag_interval (observed, expected, CASENESS_CONFIDENCE_998, CASENESS_FUNNEL_LOW_998,
                                           CASENESS_FUNNEL_HIGH_998);

  return flag != CASENESS_FUNNEL_INSIDE ? flag
                                        : flag_interval (observed, expected, CASENESS_CONFIDENCE_95,
                                                         CASENESS_FUNNEL_LOW_95, CASENESS_FUNNEL_HIGH_95);
}

static double
transform (double value, CasenessFunnelScale scale)
{
  return scale == CASENESS_FUNNEL_ARCSINE ? asin (sqrt (value))
         : scale == CASENESS_FUNNEL_LOG   ? log (value)
                                          : sqrt (value);
}

/* The standard error of a group on the scale. */
static double
get_error (double denominator, CasenessFunnelScale scale)
{
  return (scale == CASENESS_FUNNEL_LOG ? 1 : 0.5) / sqrt (denominator);
}

static double
get_target (const double *numerators, const double *denominators, guint n, CasenessFunnelScale scale)
{
  double events = 0, sizes = 0;
  guint i;

  if (scale != CASENESS_FUNNEL_ARCSINE)
    return 1;
  for (i = 0; i < n; i++)
    {
      events += numerators[i];
      sizes += denominators[i];
    }
  return events / sizes;
}

/* Values beyond the quantiles at both ends become those quantiles. */
static void
draw_extremes_in (const double *sorted, CasenessDispersion *self, double trim)
{
  double least = caseness_quantile_sorted (sorted, self->n, trim);
  double most = caseness_quantile_sorted (sorted, self->n, 1 - trim);
  guint i;

  for (i = 0; i < self->n; i++)
    self->z_used[i] = CLAMP (self->z[i], least, most);
}

/* Leaves out groups by their rank among all. */
static void
leave_extremes_out (const double *sorted, CasenessDispersion *self, double trim)
{
  guint i;

  for (i = 0; i < self->n; i++)
    {
      guint rank = 1;
      double place_of_rank;

      while (rank < self->n && sorted[rank - 1] < self->z[i])
        rank++;
      place_of_rank = rank / (self->n + 1.0);
      self->z_used[i] = place_of_rank < trim || place_of_rank >= 1 - trim ? NAN : self->z[i];
    }
}

static void
measure_spread (CasenessDispersion *self, const double *denominators, CasenessFunnelScale scale)
{
  double squares = 0, weights = 0, weights_squared = 0, beyond;
  guint i;

  for (i = 0; i < self->n; i++)
    if (!isnan (self->z_used[i]))
      {
        double weight = pow (get_error (denominators[i], scale), -2);

        self->n_used++;
        squares += self->z_used[i] * self->z_used[i];
        weights += weight;
        weights_squared += weight * weight;
      }
  self->phi = self->n_used > 0 ? squares / self->n_used : NAN;
  beyond = squares - (self->n_used - 1.0);
  self->tau2 = beyond > 0 && self->n_used > 1 ? beyond / (weights - weights_squared / weights) : 0;
}

void
caseness_dispersion_measure (const double *numerators, const double *denominators, guint n,
                             CasenessFunnelScale scale, double trim, CasenessDispersion *dispersion)
{
  g_autofree double *sorted = g_new0 (double, n + 1);
  guint i;

  *dispersion = (CasenessDispersion){ .n = n, .z = g_new0 (double, n + 1), .z_used = g_new0 (double, n + 1) };
  dispersion->target = get_target (numerators, denominators, n, scale);
  dispersion->target_transformed = transform (dispersion->target, scale);
  for (i = 0; i < n; i++)
    sorted[i] = dispersion->z[i] = (transform (numerators[i] / denominators[i], scale)
                                    - dispersion->target_transformed)
                                   / get_error (denominators[i], scale);
  caseness_sort_doubles (sorted, n);
  if (scale == CASENESS_FUNNEL_LOG)
    leave_extremes_out (sorted, dispersion, trim);
  else
    draw_extremes_in (sorted, dispersion, trim);
  measure_spread (dispersion, denominators, scale);
}

void
caseness_dispersion_clear (CasenessDispersion *dispersion)
{
  g_clear_pointer (&dispersion->z, g_free);
  g_clear_pointer (&dispersion->z_used, g_free);
}

/* Past the ends of the scale the sine turns back, so the limit stays at the end. */
static double
turn_back (double angle)
{
  return angle <= 0 ? 0 : angle >= G_PI_2 ? 1 : pow (sin (angle), 2);
}

CasenessInterval
caseness_funnel_share_spread (double baseline, double n, double tau2, double confidence)
{
  CasenessInterval limits = { baseline, NAN, NAN };
  double target, half;

  if (!(n > 0))
    return limits;
  target = transform (baseline, CASENESS_FUNNEL_ARCSINE);
  half = get_z (confidence) * sqrt (pow (get_error (n, CASENESS_FUNNEL_ARCSINE), 2) + tau2);
  limits.lower = turn_back (target - half);
  limits.upper = turn_back (target + half);
  return limits;
}

CasenessInterval
caseness_funnel_ratio_spread (double expected, double tau2, double confidence)
{
  CasenessInterval limits = { 1, NAN, NAN };
  double half;

  if (!(expected > 0))
    return limits;
  half = get_z (confidence) * sqrt (pow (get_error (expected, CASENESS_FUNNEL_SQUARE_ROOT), 2) + tau2);
  limits.lower = half < 1 ? pow (1 - half, 2) : 0;
  limits.upper = pow (1 + half, 2);
  return limits;
}
