/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-private.h"

#include "caseness-data-error.h"

#include <glib/gi18n-lib.h>

/* Rows gather in memory and go out in pieces of this size. */
#define PIECE (512 * 1024)

struct _CasenessDemoOutput
{
  GCancellable *cancellable; /* not owned, nullable */
  GPtrArray *made;           /* (element-type GFile): folders and files, in the order they were made */
  GOutputStream *stream;     /* owned, nullable */
};

CasenessDemoOutput *
caseness_demo_output_new (GCancellable *cancellable)
{
  CasenessDemoOutput *output = g_new0 (CasenessDemoOutput, 1);

  output->cancellable = cancellable;
  output->made = g_ptr_array_new_with_free_func (g_object_unref);
  return output;
}

void
caseness_demo_output_free (CasenessDemoOutput *output)
{
  g_clear_object (&output->stream);
  g_ptr_array_unref (output->made);
  g_free (output);
}

void
caseness_demo_output_undo (CasenessDemoOutput *output)
{
  guint i;

  if (output->stream != NULL)
    g_output_stream_close (output->stream, NULL, NULL);
  g_clear_object (&output->stream);
  for (i = output->made->len; i > 0; i--)
    g_file_delete (g_ptr_array_index (output->made, i - 1), NULL, NULL);
  g_ptr_array_set_size (output->made, 0);
}

/* Says in the user's words why @file could not be written. */
static gboolean
fail (GFile *file, GError *cause, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, cause);
  else
    {
      int code = g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? CASENESS_DATA_ERROR_FULL
                 : g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
                         || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
                     ? CASENESS_DATA_ERROR_READ_ONLY
                     : CASENESS_DATA_ERROR_FAILED;

      /* Translators: %1$s is a file or folder, %2$s what the system says. */
      g_set_error (error, CASENESS_DATA_ERROR, code,
                   _ ("The demo service cannot be written to %1$s: %2$s. Choose a folder you may write to, "
                      "on a disk with room."),
                   path, cause->message);
      g_error_free (cause);
    }
  return FALSE;
}

gboolean
caseness_demo_output_make_folder (CasenessDemoOutput *output, const char *path, GError **error)
{
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GFile) parent = g_file_get_parent (folder);
  g_autofree char *parent_path = NULL;
  GError *cause = NULL;

  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return TRUE;
  if (parent != NULL && !g_file_query_exists (parent, NULL))
    {
      parent_path = g_file_get_path (parent);
      if (!caseness_demo_output_make_folder (output, parent_path, error))
        return FALSE;
    }
  if (!g_file_make_directory (folder, output->cancellable, &cause))
    return fail (folder, cause, error);
  g_ptr_array_add (output->made, g_object_ref (folder));
  return TRUE;
}

static gboolean
open_file (CasenessDemoOutput *output, GFile *file, GError **error)
{
  GError *cause = NULL;

  output->stream = G_OUTPUT_STREAM (g_file_create (file, G_FILE_CREATE_NONE, output->cancellable, &cause));
  if (output->stream == NULL)
    return fail (file, cause, error);
  g_ptr_array_add (output->made, g_object_ref (file));
  return TRUE;
}

/* Appends what @rows holds to the table's file in @folder, in pieces: small amounts wait until the last call.
 * A file is opened for each piece, so that no number of tables needs many open files. */
gboolean
caseness_demo_output_save (CasenessDemoOutput *output,
                           const char *folder,
                           const char *table,
                           CasenessCsvWriter *rows,
                           gboolean is_last,
                           GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GFile) file = NULL;
  GError *cause = NULL;
  gsize length;
  const char *text = caseness_csv_writer_peek (rows, &length);
  gboolean is_saved;

  if (!is_last && length < PIECE)
    return TRUE;
  name = g_strconcat (table, ".csv", NULL);
  file = g_file_new_build_filename (folder, name, NULL);
  if (g_ptr_array_find_with_equal_func (output->made, file, (GEqualFunc) g_file_equal, NULL))
    output->stream
        = G_OUTPUT_STREAM (g_file_append_to (file, G_FILE_CREATE_NONE, output->cancellable, &cause));
  else if (!open_file (output, file, error))
    return FALSE;
  if (output->stream == NULL)
    return fail (file, cause, error);
  is_saved = g_output_stream_write_all (output->stream, text, length, NULL, output->cancellable, &cause)
             && g_output_stream_close (output->stream, output->cancellable, &cause);
  g_clear_object (&output->stream);
  caseness_csv_writer_clear (rows);
  return is_saved ? TRUE : fail (file, cause, error);
}
