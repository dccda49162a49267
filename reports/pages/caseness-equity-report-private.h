/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-table.h"
#include "caseness-equity-report.h"

G_BEGIN_DECLS

/** CasenessEquityReportRows: how the rows of a table are set. */
typedef enum
{
  CASENESS_EQUITY_ROWS_PLAIN,
  CASENESS_EQUITY_ROWS_SIDE_BY_SIDE, /* close, where they are short */
  CASENESS_EQUITY_ROWS_OF_WORDS,     /* the last column has sentences, and most of the room */
} CasenessEquityReportRows;

/** caseness_equity_report_add_table: adds the columns of @table that @wanted names by number, ended by -1; NULL takes all.
 *  Blank columns are left out, and rows of which nothing may be told are named above. */
void caseness_equity_report_add_table (CasenessReportBuilder *builder, const CasenessChartTable *table, const int *wanted,
                                       CasenessEquityReportRows rows);

/** caseness_equity_report_add_annex: adds one table of everybody by each characteristic that the answer is not by. */
void caseness_equity_report_add_annex (CasenessReportBuilder *builder, const CasenessEquityAnswer *answer);

G_END_DECLS
