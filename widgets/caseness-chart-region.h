/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_CHART_REGION (caseness_chart_region_get_type ())
G_DECLARE_FINAL_TYPE (CasenessChartRegion, caseness_chart_region, CASENESS, CHART_REGION, GtkButton)

/**
 * CasenessChartRegion:
 *
 * A button without looks of its own over one figure of a chart, so that pointer, keyboard and assistive technology
 * reach the figure by the ways they know. The chart below draws it; the style sheet rings it on hover and focus.
 */

/** caseness_chart_region_new: Returns: (transfer full): a region that stands for nothing yet. */
GtkWidget *caseness_chart_region_new (void);

/**
 * caseness_chart_region_stand_for:
 * @self: a region
 * @row: -1 for the head of @column
 * @column: -1 for the head of @row
 * @label: what the figure says when read alone; is the accessible name
 */
void caseness_chart_region_stand_for (CasenessChartRegion *self, int row, int column, const char *label);

/** caseness_chart_region_get_row: Returns: the row, or -1. */
int caseness_chart_region_get_row (CasenessChartRegion *self);

/** caseness_chart_region_get_column: Returns: the column, or -1. */
int caseness_chart_region_get_column (CasenessChartRegion *self);

/** caseness_chart_region_get_label: Returns: (transfer none): what the figure says. */
const char *caseness_chart_region_get_label (CasenessChartRegion *self);

G_END_DECLS
