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

double
caseness_chart_axis_get_share (const CasenessChartAxis *axis, double value)
{
  return (value - axis->low) / (axis->high - axis->low);
}

guint
caseness_chart_axis_get_n_ticks (const CasenessChartAxis *axis)
{
  return (guint) floor ((axis->high - axis->low) / axis->step + 0.5) + 1;
}

double
caseness_chart_axis_get_tick (const CasenessChartAxis *axis, guint index)
{
  return (round (axis->low / axis->step) + index) * axis->step;
}

char *
caseness_chart_axis_format_tick (const CasenessChartAxis *axis, guint index)
{
  double value = caseness_chart_axis_get_tick (axis, index);
  int digits = fabs (axis->step - round (axis->step)) < HAIR ? 0 : axis->step < 0.1 ? 2 : 1;

  /* Translators: a percentage under an axis. */
  return g_strdup_printf (axis->unit == CASENESS_CHART_PERCENT ? _("%'.*f%%") : "%'.*f", digits, value + 0.0);
}
