/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CasenessSortedColumn: a column of a table that people can widen and sort by. */
typedef struct
{
  const char *title;
  GCallback set_up;         /* of a factory: setup_cb (GtkSignalListItemFactory *, GtkListItem *, gpointer data) */
  GCallback bind;           /* likewise */
  GCompareDataFunc compare; /* of two rows */
  gpointer data;            /* what the three are given */
  gboolean takes_room;      /* the room that others leave */
} CasenessSortedColumn;

/** caseness_sorted_column_append: adds @column to the end of @view. */
void caseness_sorted_column_append (GtkColumnView *view, const CasenessSortedColumn *column);

/**
 * caseness_sorted_column_sort:
 * @view: with such columns
 * @rows: what it shows; not consumed
 *
 * Has @view show @rows sorted by its columns. One row at a time can be chosen, and none need be.
 *
 * Returns: (transfer full): @rows in the order shown.
 */
GtkSortListModel *caseness_sorted_column_sort (GtkColumnView *view, GListModel *rows);

G_END_DECLS
