/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-table-export.h"

#include "caseness-save-dialog.h"
#include "caseness-say.h"

#include <glib/gi18n-lib.h>

static const CasenessFileKind csv_kind = { N_("Table for spreadsheets (CSV)"), "csv" };

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = caseness_save_dialog_save_finish (result, &error);
  g_autofree char *message = NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file != NULL)
    /* Translators: %s is the name of a file */
    message = g_strdup_printf (_("Saved as %s"), name);
  else
    message = g_strdup_printf (_("The table could not be saved: %s"), error->message);
  caseness_say (GTK_WIDGET (object), message);
}

void
caseness_table_export_save (GtkWidget *widget, const char *title, const char *name, CasenessCsvWriter *writer)
{
  g_autoptr(GBytes) bytes = NULL;
  const char *text;
  gsize length;

  g_return_if_fail (GTK_IS_WIDGET (widget) && writer != NULL);

  text = caseness_csv_writer_peek (writer, &length);
  bytes = g_bytes_new (text, length);
  caseness_save_dialog_save_async (widget, title, name, &csv_kind, bytes, saved_cb, NULL);
}
