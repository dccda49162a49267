/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

G_BEGIN_DECLS

/**
 * CasenessHeatGrid:
 *
 * The description of a table of counts whose cells are shaded: families of columns under a common heading, a double
 * rule between families, plain columns after them, rows, a total row. It knows words and numbers but no sizes; build
 * it, then lay it out (caseness-chart.h). Reference-counted; not to be changed once laid out.
 */
typedef struct _CasenessHeatGrid CasenessHeatGrid;

/** CasenessHeatRowKind: how a row is set. */
typedef enum
{
  CASENESS_HEAT_ROW_PLAIN,
  CASENESS_HEAT_ROW_TOTAL, /* bold, under a rule, never shaded */
  CASENESS_HEAT_ROW_NOTE,  /* secondary text, never shaded: "of these, no date" */
} CasenessHeatRowKind;

/**
 * caseness_heat_grid_new:
 * @row_heading: heading of the first column: `Therapy`
 *
 * Returns: (transfer full): a grid without rows and columns.
 */
CasenessHeatGrid *caseness_heat_grid_new (const char *row_heading);

/** caseness_heat_grid_ref: Returns: (transfer full): @grid with one more reference. */
CasenessHeatGrid *caseness_heat_grid_ref (CasenessHeatGrid *grid);

/** caseness_heat_grid_unref: drops a reference. */
void caseness_heat_grid_unref (CasenessHeatGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessHeatGrid, caseness_heat_grid_unref)

/** caseness_heat_grid_as_chart: Returns: (transfer none) (nullable): the same, for layout, windows and reports. */
CasenessChart *caseness_heat_grid_as_chart (CasenessHeatGrid *grid);

/** caseness_heat_grid_from_chart: Returns: (transfer none) (nullable): the grid that @chart is, NULL for others. */
CasenessHeatGrid *caseness_heat_grid_from_chart (CasenessChart *chart);

/**
 * caseness_heat_grid_set_titles:
 * @title: (nullable): the message, in words
 * @subtitle: (nullable): measure, cohort, period, n
 * @footnote: (nullable): method, under the grid
 */
void caseness_heat_grid_set_titles (CasenessHeatGrid *grid, const char *title, const char *subtitle,
                                    const char *footnote);

/** caseness_heat_grid_get_title: Returns: (transfer none) (nullable): the message. */
const char *caseness_heat_grid_get_title (const CasenessHeatGrid *grid);

/** caseness_heat_grid_get_subtitle: Returns: (transfer none) (nullable): measure, cohort, period, n. */
const char *caseness_heat_grid_get_subtitle (const CasenessHeatGrid *grid);

/** caseness_heat_grid_get_footnote: Returns: (transfer none) (nullable): the method. */
const char *caseness_heat_grid_get_footnote (const CasenessHeatGrid *grid);

/** caseness_heat_grid_get_row_heading: Returns: (transfer none): the heading of the first column. */
const char *caseness_heat_grid_get_row_heading (const CasenessHeatGrid *grid);

/**
 * caseness_heat_grid_add_family:
 * @grid: a grid
 * @heading: (nullable): stands above its columns: `weeks past breach`
 * @shade: what its cells are coloured from
 *
 * The columns added next belong to it. Families of different shade are parted by the double rule.
 */
void caseness_heat_grid_add_family (CasenessHeatGrid *grid, const char *heading, CasenessShade shade);

/**
 * caseness_heat_grid_add_column:
 * @grid: a grid with a family
 * @label: what stands at its head: `1 to 2`
 * @full_label: the same when read alone: `1 to 2 weeks past`
 * @level: 0 to 1, how far along the family's colours
 *
 * Returns: its index.
 */
guint caseness_heat_grid_add_column (CasenessHeatGrid *grid, const char *label, const char *full_label,
                                     double level);

/**
 * caseness_heat_grid_add_plain_column:
 * @grid: a grid
 * @label: what stands at its head: `Total`
 * @full_label: the same when read alone: `total waiting`
 * @is_bold: whether its cells are
 *
 * Adds one of the plain columns that follow all families.
 *
 * Returns: its index.
 */
guint caseness_heat_grid_add_plain_column (CasenessHeatGrid *grid, const char *label, const char *full_label,
                                           gboolean is_bold);

/** caseness_heat_grid_add_row: adds a row after the columns are there. Returns: its index. */
guint caseness_heat_grid_add_row (CasenessHeatGrid *grid, const char *label, CasenessHeatRowKind kind);

/** caseness_heat_grid_set_cell: gives a cell its text; NULL or "" leaves it blank, without shade and hit region. */
void caseness_heat_grid_set_cell (CasenessHeatGrid *grid, guint row, guint column, const char *text);

/** caseness_heat_grid_set_count: gives a cell a number; nothing is drawn for 0. */
void caseness_heat_grid_set_count (CasenessHeatGrid *grid, guint row, guint column, guint count);

/** caseness_heat_grid_set_summary: says in one sentence what the grid shows; otherwise the titles do. */
void caseness_heat_grid_set_summary (CasenessHeatGrid *grid, const char *summary);

/** caseness_heat_grid_dup_summary: Returns: (transfer full): one sentence for those who do not see the grid. */
char *caseness_heat_grid_dup_summary (const CasenessHeatGrid *grid);

/** caseness_heat_grid_get_n_rows: how many rows there are, total rows included. */
guint caseness_heat_grid_get_n_rows (const CasenessHeatGrid *grid);

/** caseness_heat_grid_get_n_columns: how many columns there are, the row labels not counted. */
guint caseness_heat_grid_get_n_columns (const CasenessHeatGrid *grid);

/** caseness_heat_grid_get_row_label: Returns: (transfer none): the label of a row. */
const char *caseness_heat_grid_get_row_label (const CasenessHeatGrid *grid, guint row);

/** caseness_heat_grid_get_row_kind: how a row is set. */
CasenessHeatRowKind caseness_heat_grid_get_row_kind (const CasenessHeatGrid *grid, guint row);

/** caseness_heat_grid_get_column_label: Returns: (transfer none): the full label of a column. */
const char *caseness_heat_grid_get_column_label (const CasenessHeatGrid *grid, guint column);

/** caseness_heat_grid_get_cell: Returns: (transfer none) (nullable): the text of a cell, NULL when blank. */
const char *caseness_heat_grid_get_cell (const CasenessHeatGrid *grid, guint row, guint column);

/**
 * caseness_heat_grid_dup_label:
 * @grid: a grid
 * @row: a row, or -1 for the head of @column
 * @column: a column, or -1 for the head of @row
 *
 * Returns: (transfer full): what a screen reader says there: `CBT, 1 to 2 weeks past: 7`.
 */
char *caseness_heat_grid_dup_label (const CasenessHeatGrid *grid, int row, int column);

G_END_DECLS
