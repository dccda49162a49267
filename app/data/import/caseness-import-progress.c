/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import-progress.h"

#include <glib/gi18n.h>

#define REPORT_EVERY (G_USEC_PER_SEC / 5)

void
caseness_import_progress_start (CasenessImportProgress *progress, const char *what)
{
  g_free (progress->what);
  progress->what = g_strdup (what);
}

static void
report (CasenessImportProgress *progress, double ahead)
{
  gint64 now = g_get_monotonic_time ();
  double fraction;

  if (progress->func == NULL || now < progress->next_report)
    return;
  progress->next_report = now + REPORT_EVERY;
  fraction = progress->total > 0 ? (progress->done + ahead) / progress->total : 0;
  progress->func (CLAMP (fraction, 0, 1), progress->what != NULL ? progress->what : "", progress->func_data);
}

gboolean
caseness_import_progress_check (CasenessImportProgress *progress, double ahead, GError **error)
{
  if (g_cancellable_is_cancelled (progress->cancellable))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped; nothing was changed."));
      return FALSE;
    }
  report (progress, ahead);
  return TRUE;
}

void
caseness_import_progress_clear (CasenessImportProgress *progress)
{
  g_clear_pointer (&progress->what, g_free);
}
