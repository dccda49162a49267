/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-sorted-column.h"

static void
collect_words (GtkWidget *widget, GString *words)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";
  GtkWidget *child;

  if (!gtk_widget_get_visible (widget))
    return;
  if (*text != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", text);
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

static gboolean
is_first (GtkColumnView *view, GtkColumnViewColumn *column)
{
  g_autoptr(GtkColumnViewColumn) first = g_list_model_get_item (gtk_column_view_get_columns (view), 0);

  return first == column;
}

/* GTK leaves rows and cells without names: a row is called by its first cell, and a cell says which column it stands in. */
static void
name_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkColumnViewColumn *column)
{
  GtkWidget *child = gtk_list_item_get_child (item), *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  GtkColumnView *view = gtk_column_view_column_get_column_view (column);
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *name = NULL;

  if (row == NULL || view == NULL)
    return;
  collect_words (child, words);
  name = g_strdup_printf ("%s: %s", gtk_column_view_column_get_title (column), words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words->len > 0 ? name : gtk_column_view_column_get_title (column), -1);
  if (is_first (view, column))
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

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
  g_signal_connect_object (factory, "bind", G_CALLBACK (name_cell_cb), made, 0);
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
