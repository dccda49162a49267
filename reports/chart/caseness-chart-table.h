/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"

#include <glib.h>

G_BEGIN_DECLS

/** CasenessChartUnit: what the numbers of a chart are; how they are written and where its axis ends. */
typedef enum
{
  CASENESS_CHART_COUNT,   /* `1,203` */
  CASENESS_CHART_PERCENT, /* 0 to 100, `61.4%` */
  CASENESS_CHART_NUMBER,  /* `8.4` */
  CASENESS_CHART_RATIO,   /* `1.13` */
} CasenessChartUnit;

/**
 * CasenessChartTable:
 *
 * The numbers of a chart as a table: the other way to read it, on screen, aloud or in a spreadsheet. A cell is a text,
 * or a number that knows how it is written.
 */
typedef struct _CasenessChartTable CasenessChartTable;

/** caseness_chart_table_new: Returns: (transfer full): a table without columns. */
CasenessChartTable *caseness_chart_table_new (void);

/** caseness_chart_table_free: frees a table. */
void caseness_chart_table_free (CasenessChartTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessChartTable, caseness_chart_table_free)

/** caseness_chart_table_add_column: adds a column before there are rows. */
void caseness_chart_table_add_column (CasenessChartTable *table, const char *heading);

/** caseness_chart_table_add_text: fills the next cell, row by row; NULL for a blank one. */
void caseness_chart_table_add_text (CasenessChartTable *table, const char *text);

/** caseness_chart_table_add_number: fills the next cell, row by row; NAN for a blank one. */
void caseness_chart_table_add_number (CasenessChartTable *table, CasenessChartUnit unit, double number);

/** caseness_chart_table_add_cell: fills the next cell with a number that is written as @text; NAN for a text alone. */
void caseness_chart_table_add_cell (CasenessChartTable *table, const char *text, double number);

/** caseness_chart_table_get_n_columns: how many columns there are. */
guint caseness_chart_table_get_n_columns (const CasenessChartTable *table);

/** caseness_chart_table_get_n_rows: how many rows there are, heads not counted. */
guint caseness_chart_table_get_n_rows (const CasenessChartTable *table);

/** caseness_chart_table_get_heading: Returns: (transfer none): the head of a column. */
const char *caseness_chart_table_get_heading (const CasenessChartTable *table, guint column);

/** caseness_chart_table_get_cell: Returns: (transfer none): a cell as people read it; "" for a blank one. */
const char *caseness_chart_table_get_cell (const CasenessChartTable *table, guint row, guint column);

/** caseness_chart_table_get_number: Returns: the number of a cell, NAN for texts and blanks. */
double caseness_chart_table_get_number (const CasenessChartTable *table, guint row, guint column);

/** caseness_chart_table_is_numeric: whether a column holds numbers, so that they stand at its end. */
gboolean caseness_chart_table_is_numeric (const CasenessChartTable *table, guint column);

/** caseness_chart_table_write_csv: writes the table for a spreadsheet: numbers as numbers, the rest as people read it. */
void caseness_chart_table_write_csv (const CasenessChartTable *table, CasenessCsvWriter *writer);

/** caseness_chart_table_dup_text: Returns: (transfer full): the table as people read it, cells parted by tabs. */
char *caseness_chart_table_dup_text (const CasenessChartTable *table);

/** caseness_chart_format_value: Returns: (transfer full): a number as people read it in their language. */
char *caseness_chart_format_value (CasenessChartUnit unit, double value);

G_END_DECLS
