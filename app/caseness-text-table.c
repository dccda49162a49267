/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-text-table.h"

#include "caseness-text-row.h"

#include <glib/gi18n-lib.h>

/* Narrower, a sentence becomes a column of single words. */
#define LEAST_TEXT_WIDTH 320

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const CasenessTextColumn *column = user_data;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->is_number ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), column->expands);
  if (column->expands)
    gtk_widget_set_size_request (label, LEAST_TEXT_WIDTH, -1);
  if (column->is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const CasenessTextColumn *description = user_data;
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  const char *text = caseness_text_row_get_cell (gtk_list_item_get_item (item), column);
  g_autofree char *beginning = description->n_shown > 0 ? g_strndup (text, description->n_shown) : NULL;
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), beginning != NULL ? beginning : text);
  gtk_widget_set_tooltip_text (label, beginning != NULL ? text : NULL);
}

static GtkColumnViewColumn *
make_column (const CasenessTextColumn *description, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) description);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) description);
  column = gtk_column_view_column_new (gettext (description->title), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, description->expands);
  return column;
}

GtkWidget *
caseness_text_table_new (const char *name, const CasenessTextColumn *columns, guint n_columns, GListModel *rows)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view;

  g_return_val_if_fail (columns != NULL, scrolled);
  g_return_val_if_fail (G_IS_LIST_MODEL (rows), scrolled);

  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (rows))));
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = make_column (&columns[i], i);

      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}
