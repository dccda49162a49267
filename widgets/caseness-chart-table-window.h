/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_CHART_TABLE_WINDOW (caseness_chart_table_window_get_type ())
G_DECLARE_FINAL_TYPE (CasenessChartTableWindow, caseness_chart_table_window, CASENESS, CHART_TABLE_WINDOW, AdwWindow)

/**
 * CasenessChartTableWindow:
 *
 * The numbers of a chart as a table, to be sorted, copied and saved.
 */

/**
 * caseness_chart_table_window_new:
 * @parent: (nullable): its window
 * @chart: a chart
 *
 * Returns: (transfer none): a window, not shown yet.
 */
GtkWindow *caseness_chart_table_window_new (GtkWindow *parent, CasenessChart *chart);

/** caseness_chart_table_window_show: shows the numbers of @chart instead. */
void caseness_chart_table_window_show (CasenessChartTableWindow *self, CasenessChart *chart);

G_END_DECLS
