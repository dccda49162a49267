/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-sorted-column.h"

void
caseness_sorted_column_append (GtkColumnView *view, const CasenessSortedColumn *column)
{
  GtkListItemFactory *factory;
  g_autoptr(GtkSorter) sorter = NULL;
  g_autoptr(GtkColumnViewColumn) made = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (column != NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", column->set_up, column->data);
  g_signal_connect (factory, "bind", column->bind, column->data);
  sorter = GTK_SORTER (gtk_custom_sorter_new (column->compare, column->data, NULL));
  made = gtk_column_view_column_new (column->title, factory);
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column->takes_room);
  gtk_column_view_append_column (view, made);
}

GtkSortListModel *
caseness_sorted_column_sort (GtkColumnView *view, GListModel *rows)
{
  GtkSortListModel *sorted;
  g_autoptr(GtkSingleSelection) selection = NULL;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);

  sorted = gtk_sort_list_model_new (g_object_ref (rows), g_object_ref (gtk_column_view_get_sorter (view)));
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (sorted)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  return sorted;
}
