/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

G_BEGIN_DECLS

/** CasenessChartAxis: a scale of values with round ticks. A plain value. */
typedef struct
{
  CasenessChartUnit unit;
  double low;
  double high; /* always above low */
  double step; /* ticks are whole multiples of it */
  gboolean is_log; /* whether equal ratios are equally far apart; ticks are then 1, 2 and 5 times powers of ten */
} CasenessChartAxis;

/**
 * caseness_chart_axis_cover:
 * @unit: what the values are
 * @low: least value
 * @high: greatest value
 * @has_zero: whether it must begin at zero; percentages then end at 100
 * @n_ticks: about how many ticks there should be, at least 1
 *
 * Returns: an axis from a tick at or below @low to one at or above @high, also where both are the same or not numbers.
 */
CasenessChartAxis caseness_chart_axis_cover (CasenessChartUnit unit, double low, double high, gboolean has_zero,
                                             guint n_ticks);

/**
 * caseness_chart_axis_cover_log:
 * @unit: what the values are
 * @low: least value; what is not above zero has no place on the scale and is left out
 * @high: greatest value
 *
 * Returns: an axis of ratios from a tick at or below @low to one at or above @high.
 */
CasenessChartAxis caseness_chart_axis_cover_log (CasenessChartUnit unit, double low, double high);

/** caseness_chart_axis_get_share: Returns: where @value stands between the ends, 0 to 1; outside where it is. On a log
 * scale what is not above zero has no place: -1. */
double caseness_chart_axis_get_share (const CasenessChartAxis *axis, double value);

/** caseness_chart_axis_get_n_ticks: how many ticks there are. */
guint caseness_chart_axis_get_n_ticks (const CasenessChartAxis *axis);

/** caseness_chart_axis_get_tick: Returns: the value of a tick. */
double caseness_chart_axis_get_tick (const CasenessChartAxis *axis, guint index);

/** caseness_chart_axis_format_tick: Returns: (transfer full): a tick's value with no more digits than the step needs. */
char *caseness_chart_axis_format_tick (const CasenessChartAxis *axis, guint index);

/**
 * caseness_chart_axis_dup_heading:
 * @axis: an axis
 * @heading: what is measured: `Recovery`
 *
 * Returns: (transfer full): the heading, which says so where the axis does not begin at zero: `Recovery, axis from 20%`.
 */
char *caseness_chart_axis_dup_heading (const CasenessChartAxis *axis, const char *heading);

G_END_DECLS
