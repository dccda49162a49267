/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-miniature.h"

G_BEGIN_DECLS

/**
 * CasenessReportTable:
 *
 * A table of a report: columns, then rows cell by cell. Its heads are repeated on every page it runs over.
 */
typedef struct _CasenessReportTable CasenessReportTable;

/** CasenessReportCell: how a cell is set. */
typedef enum
{
  CASENESS_REPORT_CELL_TEXT,
  CASENESS_REPORT_CELL_BOLD,
  CASENESS_REPORT_CELL_SECTION, /* bold, above the empty cells beside it; the rows to the next such stay together in a compact table */
  CASENESS_REPORT_CELL_SECONDARY,
  CASENESS_REPORT_CELL_BOXED, /* in a dashed box: something is missing */
  CASENESS_REPORT_CELL_WRITE, /* a dotted line to write on; the text is not drawn */
  CASENESS_REPORT_CELL_DRAWN, /* a drawing; its words are not drawn, see caseness_report_table_add_miniature() */
  CASENESS_REPORT_CELL_PAGE,  /* the text is an anchor; the page where it stands is drawn */
} CasenessReportCell;

/** CasenessReportAlign: where a column's text stands. */
typedef enum
{
  CASENESS_REPORT_START,
  CASENESS_REPORT_END,
} CasenessReportAlign;

/** caseness_report_table_new: Returns: (transfer full): a table without columns. */
CasenessReportTable *caseness_report_table_new (void);

/** caseness_report_table_free: frees a table. */
void caseness_report_table_free (CasenessReportTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessReportTable, caseness_report_table_free)

/**
 * caseness_report_table_add_column:
 * @table: a table without rows
 * @heading: its head
 * @align: where its text stands
 * @stretch: its share of the width that no text needs; 0 for none
 */
void caseness_report_table_add_column (CasenessReportTable *table, const char *heading, CasenessReportAlign align,
                                       double stretch);

/**
 * caseness_report_table_add_cell:
 * @table: a table
 * @kind: how it is set
 * @text: (nullable): what it says
 *
 * Adds the next cell, row by row from left to right.
 */
void caseness_report_table_add_cell (CasenessReportTable *table, CasenessReportCell kind, const char *text);

/**
 * caseness_report_table_add_miniature:
 * @table: a table
 * @miniature: (nullable): a drawing; what it says should also stand in words in its row
 *
 * Adds the next cell, which is drawn.
 */
void caseness_report_table_add_miniature (CasenessReportTable *table, CasenessMiniature *miniature);

/**
 * caseness_report_table_set_compact:
 * @table: a table that is not yet part of a report
 *
 * Sets its rows small and close, in as many strips side by side as the page is wide; reading goes down a strip, then on
 * at the head of the next.
 */
void caseness_report_table_set_compact (CasenessReportTable *table);

/** caseness_report_table_set_narrow: has columns stand closer to each other: there are many. */
void caseness_report_table_set_narrow (CasenessReportTable *table);

/** caseness_report_table_set_spare: has the column last added left out on paper on which the others would be squeezed too
 *  much: what it says stands somewhere else too. */
void caseness_report_table_set_spare (CasenessReportTable *table);

/** caseness_report_table_set_widest: has the column last added ask for no more than @widest points: longer text wraps, so
 *  that a compact table has as many strips as its short rows let it. */
void caseness_report_table_set_widest (CasenessReportTable *table, double widest);

/** caseness_report_table_get_n_rows: how many whole rows there are. */
guint caseness_report_table_get_n_rows (const CasenessReportTable *table);

G_END_DECLS
