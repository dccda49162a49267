/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-tables.h"

G_BEGIN_DECLS

/** CasenessEquityCells: how cells are written: for whom, and what is hidden from them. */
typedef struct
{
  CasenessChartTable *table;
  const CasenessEquityShared *shared; /* NULL tells everything */
  gboolean is_narrow;                 /* few columns (caseness_equity_table_new_narrow()) */
} CasenessEquityCells;

/** caseness_equity_cells_columns: adds columns; @headings ends with NULL and is translated already. */
void caseness_equity_cells_columns (CasenessEquityCells *cells, const char *const *headings);

/** caseness_equity_cells_hidden: fills a cell with what must not be told. */
void caseness_equity_cells_hidden (CasenessEquityCells *cells);

/** caseness_equity_cells_count: fills a cell with a number of people seen, or a star. */
void caseness_equity_cells_count (CasenessEquityCells *cells, double count, gboolean is_hidden);

/** caseness_equity_cells_number: fills a cell with a number that tells of nobody, blank for NaN. */
void caseness_equity_cells_number (CasenessEquityCells *cells, double number, int decimals);

/** caseness_equity_cells_share: the same with a share of 1, as a percentage. */
void caseness_equity_cells_share (CasenessEquityCells *cells, double share, gboolean is_hidden);

/** caseness_equity_cells_interval: fills a cell with the limits of an interval. */
void caseness_equity_cells_interval (CasenessEquityCells *cells, CasenessInterval interval, double scale, int decimals,
                                     gboolean is_hidden);

/** caseness_equity_cells_ratio: fills a cell with a ratio, its side of 1 and a warning where too many are not known. */
void caseness_equity_cells_ratio (CasenessEquityCells *cells, const CasenessEquityWay *way, guint group,
                                  CasenessEquityStage stage);

/* The tables that are more than groups and steps; the rest is in caseness-equity-tables.c. */
void caseness_equity_table_fill_outcomes (CasenessEquityCells *cells, const CasenessEquityAnswer *answer);
void caseness_equity_table_fill_care (CasenessEquityCells *cells, const CasenessEquityAnswer *answer);
void caseness_equity_table_fill_routes (CasenessEquityCells *cells, const CasenessEquityAnswer *answer);
void caseness_equity_table_fill_deprivation (CasenessEquityCells *cells, const CasenessEquityAnswer *answer);
void caseness_equity_table_fill_trend (CasenessEquityCells *cells, const CasenessEquityAnswer *answer);
void caseness_equity_table_fill_one (CasenessEquityCells *cells, const CasenessEquityAnswer *answer);
void caseness_equity_table_fill_checklist (CasenessEquityCells *cells, const CasenessEquityAnswer *answer);
void caseness_equity_table_fill_tests (CasenessEquityCells *cells, const CasenessEquityAnswer *answer);

G_END_DECLS
