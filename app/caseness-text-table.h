/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CasenessTextColumn: one column of a table to be read. */
typedef struct
{
  const char *title;   /* marked for gettext */
  gboolean is_number;  /* stands at the end of its column */
  gboolean expands;    /* takes the room that is left, and wraps */
  guint n_shown;       /* characters shown, the rest in a tooltip; 0 for all */
} CasenessTextColumn;

/**
 * caseness_text_table_new:
 * @name: what a screen reader calls it
 * @columns: (array length=n_columns): static
 * @n_columns: how many
 * @rows: (transfer none): a list of CasenessTextRow
 *
 * Returns: (transfer full): a table of @rows in a scrolled window, in their order.
 */
GtkWidget *caseness_text_table_new (const char *name, const CasenessTextColumn *columns, guint n_columns,
                                    GListModel *rows);

G_END_DECLS
