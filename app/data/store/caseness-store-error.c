/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-store-private.h"

#include <errno.h>
#include <glib/gi18n.h>

/* What the database can report that people can act on; each sentence goes on after the file's name. */
static const struct
{
  int result;
  CasenessDataError code;
  const char *sentence;
} meanings[] = {
  { SQLITE_BUSY, CASENESS_DATA_ERROR_BUSY,
    N_ ("somebody else is changing the file at this moment. Nothing was changed; try again in a minute.") },
  { SQLITE_LOCKED, CASENESS_DATA_ERROR_BUSY,
    N_ ("somebody else is changing the file at this moment. Nothing was changed; try again in a minute.") },
  { SQLITE_FULL, CASENESS_DATA_ERROR_FULL,
    N_ ("there is no room left on the disk. Nothing was changed; make room and try again.") },
  { SQLITE_READONLY, CASENESS_DATA_ERROR_READ_ONLY,
    N_ ("the file cannot be written. Check that you may change it and its folder, or work on a copy.") },
  { SQLITE_PERM, CASENESS_DATA_ERROR_READ_ONLY,
    N_ ("the file cannot be written. Check that you may change it and its folder, or work on a copy.") },
  { SQLITE_CANTOPEN, CASENESS_DATA_ERROR_READ_ONLY,
    N_ ("the file cannot be opened. Check that you may read and change it and its folder.") },
  { SQLITE_CORRUPT, CASENESS_DATA_ERROR_CORRUPT,
    N_ ("the file is damaged. Go back to a copy of it, or save what can still be read of it into a new file.") },
  { SQLITE_NOTADB, CASENESS_DATA_ERROR_NOT_A_STORE,
    N_ ("this is not a Caseness service file. Choose a file that Caseness made, or a name that is not taken.") },
};

static gboolean
is_disk_full (CasenessStore *store)
{
  int system_error = sqlite3_system_errno (store->database);

  return system_error == ENOSPC || system_error == EDQUOT;
}

void
caseness_store_set_error (CasenessStore *store, GError **error)
{
  int extended = sqlite3_extended_errcode (store->database);
  int result = extended & 0xff;

  if (result == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped; nothing was changed."));
      return;
    }
  if (result == SQLITE_IOERR && is_disk_full (store))
    result = SQLITE_FULL;
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].result == result)
      {
        /* Translators: a file name, then a sentence about it. */
        g_set_error (error, CASENESS_DATA_ERROR, meanings[i].code, _ ("%s: %s"), store->path,
                     _ (meanings[i].sentence));
        return;
      }
  /* Translators: the first %s is a file name, the second what the database said, in English. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FAILED,
               _ ("%s: the file could not be read or written (%s). Check the disk or network drive it is on."),
               store->path, sqlite3_errmsg (store->database));
}
