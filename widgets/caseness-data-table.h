/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_DATA_TABLE (caseness_data_table_get_type ())
G_DECLARE_FINAL_TYPE (CasenessDataTable, caseness_data_table, CASENESS, DATA_TABLE, GtkWidget)

/** CasenessDataKind: what the cells of a column are. */
typedef enum
{
  CASENESS_DATA_NAME,   /* what the row is about, in bold */
  CASENESS_DATA_TEXT,
  CASENESS_DATA_PROSE,  /* sentences, which take the room that is left and wrap */
  CASENESS_DATA_NUMBER, /* at the end of the column */
  CASENESS_DATA_SHARE,  /* a number from 0 to 1, with a bar */
  CASENESS_DATA_TITLE,  /* what the row is about, in bold, with its detail below */
  CASENESS_DATA_FIGURE, /* a number that the row is read for, in bold, with its detail below */
  CASENESS_DATA_PAIR,   /* a number with its detail below */
  CASENESS_DATA_DRAWN,  /* a drawing */
} CasenessDataKind;

/** CasenessDataColumn: a column. */
typedef struct
{
  const char *title; /* in the user's language */
  CasenessDataKind kind;
} CasenessDataColumn;

/**
 * CasenessDataTable:
 *
 * A table that is sorted by pressing its headings and whose rows open, by Enter or a double click.
 *
 * Signals:
 * - `row-opened` (uint id): a row was opened
 */

/** caseness_data_table_new: Returns: (transfer full): an empty table. */
GtkWidget *caseness_data_table_new (void);

/** caseness_data_table_set_name: says what the table is to those who do not see it. */
void caseness_data_table_set_name (CasenessDataTable *self, const char *name, const char *description);

/**
 * caseness_data_table_show:
 * @self: a table
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many
 * @rows: (element-type CasenessDataRow): its rows, each with a cell per column
 *
 * Shows other rows. Columns that stay as they were keep how they are sorted.
 */
void caseness_data_table_show (CasenessDataTable *self, const CasenessDataColumn *columns, guint n_columns,
                               GPtrArray *rows);

/** caseness_data_table_get_rows: Returns: (transfer none): the rows as sorted now, of CasenessDataRow. */
GListModel *caseness_data_table_get_rows (CasenessDataTable *self);

/** caseness_data_table_sort_by: sorts by a column, as pressing its heading does. */
void caseness_data_table_sort_by (CasenessDataTable *self, guint column, GtkSortType order);

/** caseness_data_table_open: opens the row at @position, as sorted now. */
void caseness_data_table_open (CasenessDataTable *self, guint position);

G_END_DECLS
