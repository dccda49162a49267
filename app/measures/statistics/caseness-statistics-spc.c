/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-statistics-spc.h"

#include <math.h>
#include <string.h>

#define LIMIT_FACTOR 2.66      /* of the mean range: three sigmas, as Making Data Count rounds it */
#define RANGE_PER_SIGMA 1.128  /* mean range of two points */
#define RANGE_LIMIT_FACTOR 3.267 /* a range beyond so many times the mean is left out */
#define ORDINARY_RUN 7

void
caseness_spc_options_init (CasenessSpcOptions *options)
{
  options->screens_ranges = TRUE;
  options->baseline = 0;
  options->shift = ORDINARY_RUN;
  options->trend = ORDINARY_RUN;
  options->counts_beyond = TRUE;
}

/* The mean of the steps from point to point that are below @limit. */
static double
average_ranges (const double *values, guint n, double limit)
{
  double sum = 0;
  guint count = 0, i;

  for (i = 1; i < n; i++)
    {
      double range = fabs (values[i] - values[i - 1]);

      if (range < limit)
        {
          sum += range;
          count++;
        }
    }
  return count > 0 ? sum / count : 0;
}

/* Screened once, not over and over; when every step is out, none is left. */
static double
measure_range (const double *values, guint n, gboolean is_screened)
{
  double mean = average_ranges (values, n, INFINITY);

  return is_screened ? average_ranges (values, n, RANGE_LIMIT_FACTOR * mean) : mean;
}

CasenessSpcLimits
caseness_spc_measure (const double *values, guint n, const CasenessSpcOptions *options)
{
  CasenessSpcLimits limits = { NAN, NAN, NAN, NAN, NAN, 0, n < CASENESS_SPC_FEWEST_POINTS };
  double sum = 0, range;
  guint i;

  limits.n = options->baseline > 0 ? MIN (options->baseline, n) : n;
  for (i = 0; i < limits.n; i++)
    sum += values[i];
  if (limits.n > 0)
    limits.mean = sum / limits.n;
  if (limits.n < 2)
    return limits;
  range = LIMIT_FACTOR * measure_range (values, limits.n, options->screens_ranges);
  limits.lower = limits.mean - range;
  limits.upper = limits.mean + range;
  limits.near_lower = limits.mean - range * 2 / 3;
  limits.near_upper = limits.mean + range * 2 / 3;
  return limits;
}

void
caseness_spc_mark_limits (const double *values, guint n, double lower, double upper, gint8 *signs)
{
  guint i;

  for (i = 0; i < n; i++)
    signs[i] = values[i] > upper ? 1 : values[i] < lower ? -1 : 0;
}

void
caseness_spc_mark_sides (const double *values, guint n, double mean, gint8 *signs)
{
  caseness_spc_mark_limits (values, n, mean, mean, signs);
}

void
caseness_spc_trigger_shift (const gint8 *sides, guint n, guint points, gint8 *signs)
{
  guint run = 0, i;

  for (i = 0; i < n; i++)
    {
      run = sides[i] == 0 ? 0 : i > 0 && sides[i] == sides[i - 1] ? run + 1 : 1;
      signs[i] = run > 0 && run >= points ? sides[i] : 0;
    }
}

/* A trend is a shift of the steps, of which there is one less than points. */
void
caseness_spc_trigger_trend (const double *values, guint n, guint points, gint8 *signs)
{
  g_autofree gint8 *steps = g_new0 (gint8, n + 1);
  guint i;

  for (i = 1; i < n; i++)
    steps[i] = (values[i] > values[i - 1]) - (values[i] < values[i - 1]);
  caseness_spc_trigger_shift (steps, n, MAX (points, 2) - 1, signs);
}

void
caseness_spc_fill_back (const gint8 *triggers, guint n, guint points, gint8 *signs)
{
  guint i, k;

  memset (signs, 0, n * sizeof *signs);
  for (i = 0; i < n; i++)
    for (k = 0; triggers[i] != 0 && k < points && k <= i; k++)
      signs[i - k] = triggers[i];
}

static gboolean
are_alike (const gint8 *sides, guint last, gint8 sign)
{
  return sides == NULL || (sides[last] == sign && sides[last - 1] == sign && sides[last - 2] == sign);
}

void
caseness_spc_mark_two_in_three (const gint8 *beyond, const gint8 *sides, guint n, gint8 *signs)
{
  guint i, k;
  int sign;

  memset (signs, 0, n * sizeof *signs);
  for (i = 2; i < n; i++)
    for (sign = -1; sign <= 1; sign += 2)
      {
        int count = (beyond[i] == sign) + (beyond[i - 1] == sign) + (beyond[i - 2] == sign);

        for (k = i - 2; count >= 2 && are_alike (sides, i, sign) && k <= i; k++)
          if (beyond[k] == sign)
            signs[k] = sign;
      }
}

/* Points past the limits themselves are past the near limits too. */
static void
leave_out (const gint8 *outside, guint n, gint8 *beyond)
{
  guint i;

  for (i = 0; i < n; i++)
    if (outside[i] != 0)
      beyond[i] = 0;
}

static void
copy_signs (const gint8 *signs, guint n, CasenessSpcRule rule, CasenessSpcPoint *points)
{
  guint i;

  for (i = 0; i < n; i++)
    points[i].signs[rule] = signs[i];
}

/* The rules stand in the order in which they colour a point. */
void
caseness_spc_choose_rule (CasenessSpcPoint *point)
{
  guint rule = 0;

  while (rule < CASENESS_SPC_N_RULES && point->signs[rule] == 0)
    rule++;
  point->rule = rule;
  point->sign = rule < CASENESS_SPC_N_RULES ? point->signs[rule] : 0;
}

void
caseness_spc_judge (const double *values, guint n, const CasenessSpcLimits *limits,
                    const CasenessSpcOptions *options, CasenessSpcPoint *points)
{
  g_autofree gint8 *outside = g_new0 (gint8, n + 1), *beyond = g_new0 (gint8, n + 1);
  g_autofree gint8 *sides = g_new0 (gint8, n + 1), *triggers = g_new0 (gint8, n + 1);
  g_autofree gint8 *signs = g_new0 (gint8, n + 1);
  guint i;

  caseness_spc_mark_limits (values, n, limits->lower, limits->upper, outside);
  copy_signs (outside, n, CASENESS_SPC_LIMIT, points);
  caseness_spc_trigger_trend (values, n, options->trend, triggers);
  caseness_spc_fill_back (triggers, n, options->trend, signs);
  copy_signs (signs, n, CASENESS_SPC_TREND, points);
  caseness_spc_mark_sides (values, n, limits->mean, sides);
  caseness_spc_mark_limits (values, n, limits->near_lower, limits->near_upper, beyond);
  if (!options->counts_beyond)
    leave_out (outside, n, beyond);
  caseness_spc_mark_two_in_three (beyond, sides, n, signs);
  copy_signs (signs, n, CASENESS_SPC_TWO_IN_THREE, points);
  caseness_spc_trigger_shift (sides, n, options->shift, triggers);
  caseness_spc_fill_back (triggers, n, options->shift, signs);
  copy_signs (signs, n, CASENESS_SPC_SHIFT, points);
  for (i = 0; i < n; i++)
    caseness_spc_choose_rule (&points[i]);
}

/* One phase: its values without the missing ones, judged, and put back where they stand. */
static void
judge_phase (CasenessSpcChart *chart, guint phase, guint start, guint end, const CasenessSpcOptions *options)
{
  g_autofree double *values = g_new (double, end - start + 1);
  g_autofree CasenessSpcPoint *judged = g_new0 (CasenessSpcPoint, end - start + 1);
  guint n = 0, i;

  for (i = start; i < end; i++)
    if (!isnan (chart->points[i].value))
      values[n++] = chart->points[i].value;
  chart->phases[phase] = caseness_spc_measure (values, n, options);
  caseness_spc_judge (values, n, &chart->phases[phase], options, judged);
  for (i = start, n = 0; i < end; i++)
    {
      double value = chart->points[i].value;

      chart->points[i] = isnan (value) ? (CasenessSpcPoint){ .rule = CASENESS_SPC_COMMON } : judged[n++];
      chart->points[i].value = value;
      chart->points[i].phase = phase;
    }
}

void
caseness_spc_chart_init (CasenessSpcChart *chart, const double *values, guint n, const guint *starts,
                         guint n_starts, const CasenessSpcOptions *options)
{
  guint phase, start = 0, i;

  chart->n_points = n;
  chart->points = g_new0 (CasenessSpcPoint, n + 1);
  chart->n_phases = n_starts + 1;
  chart->phases = g_new0 (CasenessSpcLimits, chart->n_phases);
  for (i = 0; i < n; i++)
    chart->points[i].value = values[i];
  for (phase = 0; phase < chart->n_phases; phase++)
    {
      guint end = phase < n_starts ? CLAMP (starts[phase], start, n) : n;

      judge_phase (chart, phase, start, end, options);
      start = end;
    }
}

void
caseness_spc_chart_clear (CasenessSpcChart *chart)
{
  g_clear_pointer (&chart->points, g_free);
  g_clear_pointer (&chart->phases, g_free);
}

CasenessSpcMeaning
caseness_spc_interpret (int sign, CasenessSpcDirection direction)
{
  if (sign == 0)
    return CASENESS_SPC_MEANS_NOTHING;
  if (direction == CASENESS_SPC_NEITHER)
    return CASENESS_SPC_MEANS_CHANGE;
  return (sign > 0) == (direction == CASENESS_SPC_INCREASE) ? CASENESS_SPC_MEANS_IMPROVEMENT
                                                            : CASENESS_SPC_MEANS_CONCERN;
}

CasenessSpcAssurance
caseness_spc_assure (const CasenessSpcLimits *limits, double target, CasenessSpcDirection direction)
{
  gboolean is_upward = direction == CASENESS_SPC_INCREASE;

  if (isnan (target) || isnan (limits->lower) || direction == CASENESS_SPC_NEITHER)
    return CASENESS_SPC_NO_ASSURANCE;
  if (target > limits->upper)
    return is_upward ? CASENESS_SPC_FAIL : CASENESS_SPC_PASS;
  if (target < limits->lower)
    return is_upward ? CASENESS_SPC_PASS : CASENESS_SPC_FAIL;
  return CASENESS_SPC_HIT_OR_MISS;
}

CasenessInterval
caseness_spc_share_limits (double events, double total, double n, double sigmas)
{
  CasenessInterval limits = { NAN, NAN, NAN };
  double half;

  if (!(total > 0))
    return limits;
  limits.value = events / total;
  if (!(n > 0))
    return limits;
  half = sigmas * sqrt (limits.value * (1 - limits.value) / n);
  limits.lower = MAX (limits.value - half, 0);
  limits.upper = MIN (limits.value + half, 1);
  return limits;
}

double
caseness_spc_share_spread (const double *numerators, const double *denominators, guint n,
                           const CasenessSpcOptions *options)
{
  g_autofree double *z = g_new0 (double, n + 1);
  double events = 0, total = 0, share;
  guint i;

  for (i = 0; i < n; i++)
    {
      events += numerators[i];
      total += denominators[i];
    }
  share = total > 0 ? events / total : NAN;
  for (i = 0; i < n; i++)
    z[i] = (numerators[i] / denominators[i] - share) / sqrt (share * (1 - share) / denominators[i]);
  return measure_range (z, n, options->screens_ranges) / RANGE_PER_SIGMA;
}

void
caseness_spc_share_limits_spread (const double *numerators, const double *denominators, guint n,
                                  const CasenessSpcOptions *options, CasenessInterval *limits)
{
  double spread = caseness_spc_share_spread (numerators, denominators, n, options);
  double events = 0, total = 0;
  guint i;

  for (i = 0; i < n; i++)
    {
      events += numerators[i];
      total += denominators[i];
    }
  for (i = 0; i < n; i++)
    limits[i] = caseness_spc_share_limits (events, total, denominators[i], 3 * spread);
}
