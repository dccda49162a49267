/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CasenessFileKind: a kind of file people may save. */
typedef struct
{
  const char *name;   /* in words, marked for gettext: `Spreadsheet text (CSV)` */
  const char *suffix; /* without the dot: `csv` */
} CasenessFileKind;

/**
 * caseness_save_dialog_ask_async:
 * @widget: what the question comes from
 * @title: heading of the dialog
 * @name: suggested file name, with its ending
 * @kinds: (array length=n_kinds): what may be chosen, the usual one first
 * @n_kinds: how many
 * @callback: called when answered
 * @user_data: closure
 *
 * Asks where to save. A name without ending gets that of the kind chosen.
 */
void caseness_save_dialog_ask_async (GtkWidget *widget, const char *title, const char *name,
                                     const CasenessFileKind *kinds, guint n_kinds, GAsyncReadyCallback callback,
                                     gpointer user_data);

/** caseness_save_dialog_ask_finish: Returns: (transfer full) (nullable): the file; NULL, G_IO_ERROR_CANCELLED: none. */
GFile *caseness_save_dialog_ask_finish (GAsyncResult *result, GError **error);

G_END_DECLS
