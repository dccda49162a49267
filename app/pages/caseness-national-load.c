/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national-load.h"

#include "caseness-publication.h"

#include <glib/gi18n-lib.h>

/* The published file among what was imported; NULL when there is none. */
static const char *
find_published (const CasenessReceipt *receipt)
{
  for (guint i = 0; i < receipt->lines->len; i++)
    {
      const CasenessReceiptLine *line = receipt->lines->pdata[i];

      if (g_str_equal (line->table, CASENESS_PUBLICATION_TABLE))
        return line->file;
    }
  return NULL;
}

/* The publication in @file that tells of this service, of files of one name the one loaded last; 0 when none does. */
static gint64
find_publication (CasenessSession *session, const char *file)
{
  const CasenessPublishedList *published = caseness_snapshot_get_published (caseness_session_get_snapshot (session));
  gint64 found = 0;

  for (guint i = 0; i < published->figures->len; i++)
    {
      const CasenessPublishedFigure *figure = &g_array_index (published->figures, CasenessPublishedFigure, i);

      if (figure->level == CASENESS_PUBLISHED_PROVIDER && g_str_equal (figure->source, file))
        found = MAX (found, figure->publication_id);
    }
  return found;
}

void
caseness_national_load_async (CasenessSession *session, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  const char *const paths[] = { g_file_peek_path (file), NULL };

  g_return_if_fail (CASENESS_IS_SESSION (session) && paths[0] != NULL);

  caseness_session_import_async (session, caseness_session_get_file (session), paths, NULL, NULL, callback, user_data);
}

char *
caseness_national_load_finish (CasenessSession *session, GAsyncResult *result, gint64 *publication_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = caseness_session_import_finish (session, result, &error);
  const char *file = receipt != NULL ? find_published (receipt) : NULL;

  *publication_id = file != NULL ? find_publication (session, file) : 0;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  if (receipt == NULL)
    return g_strdup (error->message);
  if (*publication_id != 0)
    /* Translators: %s is the name of a published file */
    return g_strdup_printf (_("%s is loaded and compared below. Undo it under Imports."), file);
  if (file != NULL)
    /* Translators: %s is the name of a published file */
    return g_strdup_printf (_("%s is loaded, but has no figure of this service. Undo it under Imports."), file);
  if (receipt->was_held)
    return g_strdup (_("That file is loaded already. Choose it above to compare with it."));
  return g_strdup (_("These are no published figures: they were imported, and not compared. Undo it under Imports."));
}
