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
