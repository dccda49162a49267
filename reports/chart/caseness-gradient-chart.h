/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

G_BEGIN_DECLS

/**
 * CasenessGradientChart:
 *
 * Groups in an order, each a point with its interval, standing at the middle of its share of everybody, with a line
 * fitted through them. Areas: row 0, column = group.
 */
typedef struct _CasenessGradientChart CasenessGradientChart;

/**
 * caseness_gradient_chart_new:
 * @group_heading: what the groups are: `Decile`
 * @value_heading: what is measured: `Reliable recovery`
 * @unit: what the values are
 *
 * Returns: (transfer full): a chart without groups.
 */
CasenessGradientChart *caseness_gradient_chart_new (const char *group_heading, const char *value_heading,
                                                    CasenessChartUnit unit);

/** caseness_gradient_chart_unref: drops a reference. */
void caseness_gradient_chart_unref (CasenessGradientChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessGradientChart, caseness_gradient_chart_unref)

/** caseness_gradient_chart_as_chart: Returns: (transfer none): the same, for titles, summary, layout and reports. */
CasenessChart *caseness_gradient_chart_as_chart (CasenessGradientChart *chart);

/**
 * caseness_gradient_chart_add_group:
 * @chart: a chart
 * @label: under the axis: `1`
 * @place: middle of its share of everybody, counted from the low end, 0 to 1
 * @value: its value, NAN for none, which is not drawn
 * @low: lower end of its interval, NAN where there is none
 * @high: upper end
 *
 * Adds the next group in order. Returns: its index.
 */
guint caseness_gradient_chart_add_group (CasenessGradientChart *chart, const char *label, double place, double value,
                                         double low, double high);

/** caseness_gradient_chart_set_ends: names the ends of the axis: `most deprived` and `least deprived`. */
void caseness_gradient_chart_set_ends (CasenessGradientChart *chart, const char *low, const char *high);

/** caseness_gradient_chart_set_fit: draws the line from @at_low at the low end to @at_high at the other, named @label. */
void caseness_gradient_chart_set_fit (CasenessGradientChart *chart, double at_low, double at_high, const char *label);

/** caseness_gradient_chart_set_reference: draws a dashed level line, named @label: `service 47.2%`. */
void caseness_gradient_chart_set_reference (CasenessGradientChart *chart, double value, const char *label);

/** caseness_gradient_chart_get_n_groups: how many groups there are. */
guint caseness_gradient_chart_get_n_groups (const CasenessGradientChart *chart);

G_END_DECLS
