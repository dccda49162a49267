/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#define HAIR 1e-9 /* of a step: what rounding may lose */

/* The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below @least; people are not counted in halves. */
static double
find_step (double least, CasenessChartUnit unit)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double power = pow (10, floor (log10 (least)));
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (steps) - 1; i++)
    if (steps[i] * power >= least * (1 - HAIR) && (unit != CASENESS_CHART_COUNT || steps[i] != 2.5 || power >= 10))
      break;
  if (unit == CASENESS_CHART_COUNT)
    return MAX (steps[i] * power, 1);
  return steps[i] * power;
}

CasenessChartAxis
caseness_chart_axis_cover (CasenessChartUnit unit, double low, double high, gboolean has_zero, guint n_ticks)
{
  CasenessChartAxis axis = { .unit = unit };

  if (isnan (low) || isnan (high))
    low = high = 0;
  if (has_zero)
    {
      low = MIN (low, 0);
      high = MAX (high, unit == CASENESS_CHART_PERCENT ? 100 : 0);
    }
  if (high <= low)
    high = low + 1;
  axis.step = find_step ((high - low) / MAX (n_ticks, 1), unit);
  axis.low = floor (low / axis.step + HAIR) * axis.step;
  axis.high = ceil (high / axis.step - HAIR) * axis.step;
  return axis;
}

/* The ticks of a log scale by number: 1, 2, 5, 10, 20 ... and 0.5, 0.2, 0.1 ... below. */
static double
get_log_tick (int number)
{
  static const double leads[] = { 1, 2, 5 };
  int decade = (int) floor (number / 3.0);

  return leads[number - 3 * decade] * pow (10, decade);
}

/* The number of the last tick not above @value. */
static int
find_log_tick (double value)
{
  int number = 3 * (int) floor (log10 (value));

  while (get_log_tick (number + 1) <= value * (1 + HAIR))
    number++;
  return number;
}

CasenessChartAxis
caseness_chart_axis_cover_log (CasenessChartUnit unit, double low, double high)
{
  CasenessChartAxis axis = { .unit = unit, .is_log = TRUE };
  int first, last;

  if (!(low > 0))
    low = high > 0 ? MIN (high, 1) : 1;
  if (!(high > low))
    high = low;
  first = find_log_tick (low);
  last = find_log_tick (high);
  if (last == first || get_log_tick (last) < high * (1 - HAIR))
    last++;
  axis.low = get_log_tick (first);
  axis.high = get_log_tick (last);
  return axis;
}

double
caseness_chart_axis_get_share (const CasenessChartAxis *axis, double value)
{
  if (axis->is_log)
    return value > 0 ? log (value / axis->low) / log (axis->high / axis->low) : isnan (value) ? NAN : -1;
  return (value - axis->low) / (axis->high - axis->low);
}

guint
caseness_chart_axis_get_n_ticks (const CasenessChartAxis *axis)
{
  if (axis->is_log)
    return (guint) (find_log_tick (axis->high) - find_log_tick (axis->low)) + 1;
  return (guint) floor ((axis->high - axis->low) / axis->step + 0.5) + 1;
}

double
caseness_chart_axis_get_tick (const CasenessChartAxis *axis, guint index)
{
  if (axis->is_log)
    return get_log_tick (find_log_tick (axis->low) + (int) index);
  return (round (axis->low / axis->step) + index) * axis->step;
}

static int
count_digits (double step)
{
  if (fabs (step - round (step)) < HAIR)
    return 0;
  return step < 0.1 || fabs (step - 0.25) < HAIR ? 2 : 1;
}

char *
caseness_chart_axis_format_tick (const CasenessChartAxis *axis, guint index)
{
  double value = caseness_chart_axis_get_tick (axis, index);
  int digits = axis->is_log ? MAX (0, (int) -floor (log10 (value) + HAIR)) : count_digits (axis->step);

  /* Translators: a percentage under an axis. */
  return g_strdup_printf (axis->unit == CASENESS_CHART_PERCENT ? _("%'.*f%%") : "%'.*f", digits, value + 0.0);
}

char *
caseness_chart_axis_dup_heading (const CasenessChartAxis *axis, const char *heading)
{
  g_autofree char *low = NULL;

  if (axis->is_log || axis->low <= 0)
    return g_strdup (heading);
  low = caseness_chart_axis_format_tick (axis, 0);
  /* Translators: what is measured, and where its axis begins: "Recovery, axis from 20%". */
  return g_strdup_printf (_("%s, axis from %s"), heading, low);
}
