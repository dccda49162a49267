/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-table.h"
#include "caseness-equity-report.h"

G_BEGIN_DECLS

/** caseness_equity_report_add_table: adds the columns of @table that @wanted names by number, ended by -1; NULL takes all.
 *  Blank columns are left out, and rows of which nothing may be told are named above. @is_compact sets its rows close, side
 *  by side. */
void caseness_equity_report_add_table (CasenessReportBuilder *builder, const CasenessChartTable *table, const int *wanted,
                                       gboolean is_compact);

/** caseness_equity_report_add_annex: adds one table of everybody by each characteristic that the answer is not by. */
void caseness_equity_report_add_annex (CasenessReportBuilder *builder, const CasenessEquityAnswer *answer);

G_END_DECLS
