/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-table.h"
#include "caseness-csv-writer.h"
#include "caseness-equity-words.h"

G_BEGIN_DECLS

/**
 * caseness_equity_table_new:
 * @answer: an answer
 * @view: which view
 * @is_shared: whether the table leaves the service: counts below five and what they could be worked out from are `*`,
 *   the others rounded to five
 *
 * The table of a view, the same on screen, on paper and in a spreadsheet. Crossed groups are suppressed wherever they
 * are shown.
 *
 * Returns: (transfer full): the table.
 */
CasenessChartTable *caseness_equity_table_new (const CasenessEquityAnswer *answer, CasenessEquityView view,
                                               gboolean is_shared);

/** caseness_equity_table_new_narrow: Returns: (transfer full): the same for a screen that has no room for all its columns:
 *  ratios have seen and expected in one cell, and the rarer sources of referral stand together. */
CasenessChartTable *caseness_equity_table_new_narrow (const CasenessEquityAnswer *answer, CasenessEquityView view,
                                                      gboolean is_shared);

/** caseness_equity_table_new_of_groups: Returns: (transfer full): the table of ratios of @way, which is by @cut, narrow as
 *  that of caseness_equity_table_new_narrow() where @is_narrow; @shared (nullable) is what may be told of it, NULL all. */
CasenessChartTable *caseness_equity_table_new_of_groups (const CasenessEquityCut *cut, const CasenessEquityWay *way,
                                                         const CasenessEquityShared *shared, gboolean is_narrow);

/** caseness_equity_table_write_csv: writes a table as people open it in a spreadsheet. */
void caseness_equity_table_write_csv (CasenessCsvWriter *writer, const CasenessChartTable *table);

G_END_DECLS
