/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-calendar-file.h"

#include "caseness-submission-calendar.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
make_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("The folder “%s” could not be made: %s"), folder,
               g_strerror (errno));
  return FALSE;
}

char *
caseness_calendar_file_make (GError **error)
{
  g_autofree char *path = caseness_submission_calendar_dup_path ();
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  const char *text;
  gsize length;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  caseness_submission_calendar_write_csv (writer);
  text = caseness_csv_writer_peek (writer, &length);
  if (!make_folder_of (path, error) || !g_file_set_contents (path, text, (gssize) length, error))
    return NULL;
  return g_steal_pointer (&path);
}

char *
caseness_calendar_file_read (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *end = NULL;

  if (!caseness_submission_calendar_load_own (&error))
    return g_strdup (error->message);
  end = caseness_date_format_short (caseness_submission_calendar_get_end ());
  return g_strdup_printf (_("Known until %s. Each year’s is published anew: add a row for each month and window, save the "
                            "file, and come back here."),
                          end);
}
