/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the keyboard walks the figures of a chart, which stand in reading order. */

/**
 * caseness_chart_steps_find_next:
 * @layout: a chart as it is laid out
 * @from: the figure one is at
 * @across: 1 for the next of its row, -1 for the one before, 0 for neither
 * @down: the same of rows, where the nearest column is taken
 *
 * Returns: the figure, -1 where there is none.
 */
int caseness_chart_steps_find_next (const CasenessChartLayout *layout, guint from, int across, int down);

/**
 * caseness_chart_steps_find_end:
 * @layout: a chart as it is laid out
 * @from: the figure one is at, -1 for none
 * @is_last: the last figure, not the first
 * @of_all: of the whole chart, not of the row of @from
 *
 * Returns: the figure, -1 when there are none.
 */
int caseness_chart_steps_find_end (const CasenessChartLayout *layout, int from, gboolean is_last, gboolean of_all);

/**
 * caseness_chart_steps_add_keys:
 * @klass: the class of a view
 * @move: called with `(ii)`, how far across and down
 * @jump: called with `(bb)`, whether to the last figure and of all
 *
 * Arrows move, Home and End jump in the row, with Ctrl in the whole chart.
 */
void caseness_chart_steps_add_keys (GtkWidgetClass *klass, GtkShortcutFunc move, GtkShortcutFunc jump);

G_END_DECLS
