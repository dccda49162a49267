/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-region.h"
#include "caseness-chart.h"

G_BEGIN_DECLS

/**
 * CasenessChartRegions:
 *
 * The regions over a chart: a child of the view for every figure, in the order of its layout. It knows which one Tab comes
 * back to, which is read out and which is ringed. For the view alone, which owns it.
 *
 * Signals:
 * - `activated` (int row, int column): a figure was pressed
 * - `read`: another figure is read out, or none
 */
#define CASENESS_TYPE_CHART_REGIONS (caseness_chart_regions_get_type ())
G_DECLARE_FINAL_TYPE (CasenessChartRegions, caseness_chart_regions, CASENESS, CHART_REGIONS, GObject)

/** caseness_chart_regions_new: Returns: (transfer full): none yet; @view, which is not owned, gets them as children. */
CasenessChartRegions *caseness_chart_regions_new (GtkWidget *view);

/** caseness_chart_regions_drop: takes all out of the view, which is being disposed of. */
void caseness_chart_regions_drop (CasenessChartRegions *self);

/** caseness_chart_regions_sync: has them stand for the figures of @layout (nullable), kept where possible so that focus
 *  and assistive technology are not thrown about. */
void caseness_chart_regions_sync (CasenessChartRegions *self, const CasenessChartLayout *layout);

/** caseness_chart_regions_allocate: puts each over its figure in @layout, of which it was last told; the picture begins
 *  @inset pixels inside the view. */
void caseness_chart_regions_allocate (CasenessChartRegions *self, const CasenessChartLayout *layout, int inset);

/** caseness_chart_regions_snapshot: draws them as children of the view. */
void caseness_chart_regions_snapshot (CasenessChartRegions *self, GtkSnapshot *snapshot);

/** caseness_chart_regions_select: rings the figure at @row and @column, and no other, also after the next sync. */
void caseness_chart_regions_select (CasenessChartRegions *self, int row, int column);

/** caseness_chart_regions_unselect: rings no figure. */
void caseness_chart_regions_unselect (CasenessChartRegions *self);

/** caseness_chart_regions_get: Returns: (transfer none) (nullable): the one at @index; NULL where there is none, as at -1. */
GtkWidget *caseness_chart_regions_get (CasenessChartRegions *self, int index);

/** caseness_chart_regions_find: Returns: (transfer none) (nullable): the one at @row and @column. */
GtkWidget *caseness_chart_regions_find (CasenessChartRegions *self, int row, int column);

/** caseness_chart_regions_find_focused: Returns: the index of the one that has the focus, -1 when none has. */
int caseness_chart_regions_find_focused (CasenessChartRegions *self);

/** caseness_chart_regions_get_entry: Returns: (transfer none) (nullable): the one Tab comes back to, NULL before any had the
 *  focus. */
GtkWidget *caseness_chart_regions_get_entry (CasenessChartRegions *self);

/** caseness_chart_regions_get_read: Returns: (transfer none) (nullable): what the figure under focus or pointer says. */
const char *caseness_chart_regions_get_read (CasenessChartRegions *self);

G_END_DECLS
