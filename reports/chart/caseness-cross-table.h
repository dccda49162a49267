/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

G_BEGIN_DECLS

/**
 * CasenessCrossTable:
 *
 * Two ways of dividing the same people crossed: in each cell a value over how many it rests on, shaded where it lies
 * apart from the whole, with a sign so that it reads in grey. A pair of row and column may be one to be recommended, an
 * outline, or not, a crossed circle. Areas: row and column; heads are -1; blank cells have none.
 */
typedef struct _CasenessCrossTable CasenessCrossTable;

/** CasenessCrossShade: how far a cell lies from the whole; who gives the numbers judges. */
typedef enum
{
  CASENESS_CROSS_FAR_LOWER = -2, /* dark pink, - */
  CASENESS_CROSS_LOWER = -1,     /* pale pink, - */
  CASENESS_CROSS_LIKE = 0,
  CASENESS_CROSS_HIGHER = 1,     /* pale blue, + */
  CASENESS_CROSS_FAR_HIGHER = 2, /* dark blue, + */
} CasenessCrossShade;

/** CasenessCrossPair: what is said of a row and a column together. */
typedef enum
{
  CASENESS_CROSS_PAIR_OPEN,    /* nothing */
  CASENESS_CROSS_PAIR_ADVISED, /* outlined */
  CASENESS_CROSS_PAIR_ADVISED_AGAINST, /* crossed circle, grey text */
} CasenessCrossPair;

/**
 * caseness_cross_table_new:
 * @row_heading: heading of the rows: `Problem descriptor`
 * @column_heading: what the columns are: `Therapy`
 * @value_heading: what is measured: `Recovery`
 * @unit: what the values are; percentages stand in whole numbers without their sign
 * @n_heading: what they rest on: `courses`
 *
 * Returns: (transfer full): a table without rows and columns.
 */
CasenessCrossTable *caseness_cross_table_new (const char *row_heading, const char *column_heading,
                                              const char *value_heading, CasenessChartUnit unit, const char *n_heading);

/** caseness_cross_table_unref: drops a reference. */
void caseness_cross_table_unref (CasenessCrossTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessCrossTable, caseness_cross_table_unref)

/** caseness_cross_table_as_chart: Returns: (transfer none): the same, for titles, summary, layout and reports. */
CasenessChart *caseness_cross_table_as_chart (CasenessCrossTable *table);

/**
 * caseness_cross_table_set_legend:
 * @table: a table
 * @advised: (nullable): what an outline says: `NICE recommends`
 * @advised_against: (nullable): what a crossed circle says: `does not`
 * @inner: (nullable): what pale colours say: `95% interval excludes 50.3`
 * @outer: (nullable): what dark colours say
 *
 * Puts a legend under the table. What is NULL is left out.
 */
void caseness_cross_table_set_legend (CasenessCrossTable *table, const char *advised, const char *advised_against,
                                      const char *inner, const char *outer);

/**
 * caseness_cross_table_add_column:
 * @table: a table without rows
 * @label: at its head: `GSH-Book`
 * @full_label: the same when read alone
 *
 * Returns: its index.
 */
guint caseness_cross_table_add_column (CasenessCrossTable *table, const char *label, const char *full_label);

/** caseness_cross_table_add_row: adds a row, blank, after all columns. Returns: its index. */
guint caseness_cross_table_add_row (CasenessCrossTable *table, const char *label);

/** caseness_cross_table_set_totals: the last row, the last column or both sum up the others: bold, apart. */
void caseness_cross_table_set_totals (CasenessCrossTable *table, gboolean has_row, gboolean has_column);

/**
 * caseness_cross_table_set_value:
 * @table: a table
 * @row: a row
 * @column: a column
 * @value: its value
 * @n: how many it rests on
 * @shade: where it lies
 * @pair: what is said of the two
 */
void caseness_cross_table_set_value (CasenessCrossTable *table, guint row, guint column, double value, guint n,
                                     CasenessCrossShade shade, CasenessCrossPair pair);

/** caseness_cross_table_set_small: a cell with too few for a value: how many, nothing for 0, and no value. */
void caseness_cross_table_set_small (CasenessCrossTable *table, guint row, guint column, guint n,
                                     CasenessCrossPair pair);

/** caseness_cross_table_set_suppressed: a cell that must not be told: `*`. */
void caseness_cross_table_set_suppressed (CasenessCrossTable *table, guint row, guint column, CasenessCrossPair pair);

/** caseness_cross_table_get_n_rows: how many rows there are, the totals included. */
guint caseness_cross_table_get_n_rows (const CasenessCrossTable *table);

/** caseness_cross_table_get_n_columns: how many columns there are, the totals included. */
guint caseness_cross_table_get_n_columns (const CasenessCrossTable *table);

G_END_DECLS
