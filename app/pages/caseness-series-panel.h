/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-overview.h"
#include "caseness-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_SERIES_PANEL (caseness_series_panel_get_type ())
G_DECLARE_FINAL_TYPE (CasenessSeriesPanel, caseness_series_panel, CASENESS, SERIES_PANEL, AdwBin)

/**
 * CasenessSeriesPanel:
 *
 * One figure over time in full: its XmR chart with rules, baseline, step changes and notes, what it says in words, and
 * what people may decide of it. Decisions go into the service file and can be undone.
 *
 * Signals:
 * - `closed`: somebody wants to go back
 */

/** caseness_series_panel_set_page: on whose behalf it speaks, exports and explains; not owned. */
void caseness_series_panel_set_page (CasenessSeriesPanel *self, CasenessPage *page);

/** caseness_series_panel_embed: leaves going back and explaining to the page around it, and
 *  how charts are drawn to the overview; notes are still written by pressing a point. */
void caseness_series_panel_embed (CasenessSeriesPanel *self);

/**
 * caseness_series_panel_show:
 * @self: a panel
 * @overview: (nullable): what was worked out; NULL shows nothing
 * @row: (nullable): the figure of it
 */
void caseness_series_panel_show (CasenessSeriesPanel *self, CasenessOverview *overview,
                                 const CasenessOverviewRow *row);

/** caseness_series_panel_get_measure: Returns: (transfer none) (nullable): which figure is shown. */
const CasenessMeasure *caseness_series_panel_get_measure (CasenessSeriesPanel *self);

G_END_DECLS
