/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-table-export.h"

#include "caseness-save-dialog.h"
#include "caseness-say.h"
#include "caseness-workbook.h"

#include <glib/gi18n-lib.h>

#define WORKBOOK_ENDING ".xlsx"

/* The second one only where workbooks can be written. */
static const CasenessFileKind kinds[] = {
  { N_("Table for spreadsheets (CSV)"), "csv" },
  { N_("Workbook (Excel)"), "xlsx" },
};

/* Saving: a table and where it goes, for the thread. */
typedef struct
{
  CasenessCsvWriter *table; /* owned */
  GFile *file;              /* owned, nullable */
  gint64 now;               /* seconds since 1970 */
} Saving;

static void
saving_free (Saving *saving)
{
  caseness_csv_writer_free (saving->table);
  g_clear_object (&saving->file);
  g_free (saving);
}

GBytes *
caseness_table_export_make (const CasenessCsvWriter *table, const char *name, gint64 now, GError **error)
{
  g_autofree char *lower = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (table != NULL && name != NULL, NULL);

  lower = g_ascii_strdown (name, -1);
  if (g_str_has_suffix (lower, WORKBOOK_ENDING))
    return caseness_workbook_render (table, NULL, now, error);
  text = caseness_csv_writer_peek (table, &length);
  return g_bytes_new (text, length);
}

static void
save_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Saving *saving = task_data;
  GError *error = NULL;
  g_autofree char *name = g_file_get_basename (saving->file);
  g_autoptr(GBytes) bytes = caseness_table_export_make (saving->table, name, saving->now, &error);

  if (bytes != NULL
      && g_file_replace_contents (saving->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (saving->file);
  g_autofree char *message = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is the name of a file */
    message = g_strdup_printf (_("Saved as %s"), name);
  else
    message = g_strdup_printf (_("The table could not be saved: %s"), error->message);
  caseness_say (GTK_WIDGET (object), message);
}

static void
asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr(GTask) task = NULL;

  saving->file = caseness_save_dialog_ask_finish (result, NULL);
  if (saving->file == NULL)
    {
      saving_free (saving);
      return;
    }
  task = g_task_new (object, NULL, saved_cb, NULL);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_in_worker);
}

void
caseness_table_export_save (GtkWidget *widget, const char *title, const char *name, CasenessCsvWriter *writer)
{
  Saving *saving;

  g_return_if_fail (GTK_IS_WIDGET (widget) && writer != NULL);

  saving = g_new0 (Saving, 1);
  saving->table = caseness_csv_writer_steal (writer);
  saving->now = g_get_real_time () / G_USEC_PER_SEC;
  caseness_save_dialog_ask_async (widget, title, name, kinds, caseness_workbook_is_available () ? 2 : 1, asked_cb,
                                  saving);
}
