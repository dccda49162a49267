/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_CHART_VIEW (caseness_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessChartView, caseness_chart_view, CASENESS, CHART_VIEW, GtkWidget)

/**
 * CasenessChartView:
 *
 * Shows a chart as reports/chart draws it, in the colours of the window. Assistive technology meets an image whose
 * name is the chart's title and whose description is its summary; over every figure lies a CasenessChartRegion to press.
 * Tab enters and leaves the figures, arrows, Home, End, Ctrl+Home and Ctrl+End walk them, Enter presses.
 * Shift+F10, the menu key, the secondary button and the button in its corner open a menu: `chart.copy-picture`,
 * `chart.copy-numbers`, `chart.save-picture` and `chart.show-table`.
 * Put it into a GtkScrolledWindow: it asks for the width the chart needs.
 *
 * Properties:
 * - `read-out` (string, nullable, read only): the figure under focus or pointer, in words
 *
 * Signals:
 * - `region-activated` (int row, int column): a figure was pressed; -1 stands for a head
 */

/** caseness_chart_view_new: Returns: (transfer full): a view that shows nothing. */
GtkWidget *caseness_chart_view_new (void);

/** caseness_chart_view_set_chart: shows @chart, or nothing when NULL. Focus stays at its row and column. */
void caseness_chart_view_set_chart (CasenessChartView *self, CasenessChart *chart);

/** caseness_chart_view_get_chart: Returns: (transfer none) (nullable): what is shown. */
CasenessChart *caseness_chart_view_get_chart (CasenessChartView *self);

/** CasenessChartTeller: Returns: (transfer full) (nullable): what of the chart that is shown may be taken away; NULL, having
 *  said so to the user, where nothing may. */
typedef CasenessChart *(*CasenessChartTeller) (gpointer data);

/** caseness_chart_view_set_teller: what the menu copies, saves and lists is from now on what @teller answers, asked with
 *  @data (not owned) each time; NULL lets that leave which is shown. */
void caseness_chart_view_set_teller (CasenessChartView *self, CasenessChartTeller teller, gpointer data);

/** caseness_chart_view_set_source: where its numbers come from (nullable), in words that go with a copy. */
void caseness_chart_view_set_source (CasenessChartView *self, const char *source);

/** caseness_chart_view_open_menu: offers what can be taken away, as the menu key does: a picture, its numbers, a table. */
void caseness_chart_view_open_menu (CasenessChartView *self);

/** caseness_chart_view_select: rings the figure at @row and @column, and no other. */
void caseness_chart_view_select (CasenessChartView *self, int row, int column);

/** caseness_chart_view_unselect: rings no figure. */
void caseness_chart_view_unselect (CasenessChartView *self);

/**
 * caseness_chart_view_find_region:
 *
 * Returns: (transfer none) (nullable): the button over a figure, NULL where none is drawn.
 */
GtkWidget *caseness_chart_view_find_region (CasenessChartView *self, int row, int column);

/** caseness_chart_view_get_read_out: Returns: (transfer none) (nullable): the figure under focus or pointer. */
const char *caseness_chart_view_get_read_out (CasenessChartView *self);

G_END_DECLS
