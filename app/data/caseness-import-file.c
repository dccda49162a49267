/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* renameat2 */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import.h"

#include "caseness-claim.h"
#include "caseness-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* An empty file, such as a desktop's "new document" leaves, counts as one that is still to be made. */
typedef enum
{
  FOUND_NOTHING,
  FOUND_EMPTY,
  FOUND_FILE,
} Found;

static Found
look_for (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return FOUND_NOTHING;
  return S_ISREG (info.st_mode) && info.st_size == 0 ? FOUND_EMPTY : FOUND_FILE;
}

static void
set_cannot_make (GError **error, const char *path, int reason)
{
  CasenessDataError code = reason == ENOSPC || reason == EDQUOT ? CASENESS_DATA_ERROR_FULL
                                                                : CASENESS_DATA_ERROR_READ_ONLY;

  /* Translators: a file name, then what the system said. */
  g_set_error (error, CASENESS_DATA_ERROR, code, _ ("%s: the file cannot be made (%s). Choose another folder."), path,
               g_strerror (reason));
}

/* A hidden file beside the one that is wanted, claimed for as long as @file is open. */
typedef struct
{
  char *path;
  int file;
} Draft;

static void
remove_file (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

/* What a killed import left beside @path, and no other one is working on. */
static void
remove_left_drafts (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *start = g_strconcat (".", name, ".", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *other;

  while (dir != NULL && (other = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *draft = g_build_filename (folder, other, NULL);

      if (g_str_has_prefix (other, start) && strlen (other) == strlen (start) + strlen ("XXXXXX")
          && caseness_claim_is_left_behind (draft))
        remove_file (draft);
    }
}

static gboolean
has_name (int file)
{
  struct stat about;

  return fstat (file, &about) == 0 && about.st_nlink > 0;
}

/* Readable by its owner only. Another import may take it for left behind in the moment before it is claimed; then it
 * has lost its name, and the next one is made. */
static gboolean
make_draft (Draft *draft, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strconcat (".", name, ".XXXXXX", NULL);

  remove_left_drafts (path);
  for (;;)
    {
      g_autofree char *made = g_build_filename (folder, hidden, NULL);

      draft->file = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0600);
      if (draft->file < 0)
        {
          set_cannot_make (error, path, errno);
          return FALSE;
        }
      caseness_claim_take (draft->file);
      if (has_name (draft->file))
        {
          draft->path = g_steal_pointer (&made);
          return TRUE;
        }
      close (draft->file);
    }
}

/* A new name is safe from a power cut when its folder is written out too; where a folder cannot be, nothing is lost but
 * that promise. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (file < 0)
    return;
  fsync (file);
  g_close (file, NULL);
}

/* Gives the finished draft its name, but never over a file that somebody else made meanwhile. Some network drives
 * cannot promise that; there the gap between looking and renaming is a few microseconds. */
static gboolean
publish (const char *draft, const char *path, Found found, GError **error)
{
  int result;

  if (found == FOUND_EMPTY)
    result = g_rename (draft, path);
  else
    {
      result = renameat2 (AT_FDCWD, draft, AT_FDCWD, path, RENAME_NOREPLACE);
      if (result != 0 && (errno == EINVAL || errno == ENOSYS) && look_for (path) == FOUND_NOTHING)
        result = g_rename (draft, path);
    }
  if (result == 0)
    {
      sync_folder (path);
      return TRUE;
    }
  if (errno != EEXIST)
    set_cannot_make (error, path, errno);
  else
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_BUSY,
                 _ ("%s: somebody else made the file at this moment. Import again to add to it."), path);
  return FALSE;
}

static CasenessReceipt *
import_into (const char *file, const char *known_as, CasenessStoreMode mode, const char *const *paths,
             const CasenessImportOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessStore) store = caseness_store_open (file, mode, error);

  if (store == NULL)
    return NULL;
  caseness_store_set_path (store, known_as);
  return caseness_import_paths (store, paths, options, cancellable, error);
}

/* The file appears when it is whole: until then all goes into a draft, which a refusal throws away (rulings 101). */
static CasenessReceipt *
import_into_draft (const char *path, Found found, const char *const *paths, const CasenessImportOptions *options,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessReceipt) receipt = NULL;
  Draft draft = { NULL, -1 };

  if (!make_draft (&draft, path, error))
    return NULL;
  receipt = import_into (draft.path, path, CASENESS_STORE_WRITE, paths, options, cancellable, error);
  if (receipt != NULL && !publish (draft.path, path, found, error))
    g_clear_pointer (&receipt, caseness_receipt_free);
  if (receipt == NULL)
    remove_file (draft.path);
  close (draft.file); /* after SQLite has closed it: closing drops the locks that the process has on the file */
  g_free (draft.path);
  return g_steal_pointer (&receipt);
}

static CasenessReceipt *
try_without_file (const char *const *paths, const CasenessImportOptions *options, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr(CasenessStore) store = caseness_store_open_in_memory (error);

  return store != NULL ? caseness_import_paths (store, paths, options, cancellable, error) : NULL;
}

CasenessReceipt *
caseness_import_file (const char *store_path, const char *const *paths, const CasenessImportOptions *options,
                      GCancellable *cancellable, GError **error)
{
  Found found;

  g_return_val_if_fail (store_path != NULL && paths != NULL && options != NULL, NULL);
  found = look_for (store_path);
  if (found == FOUND_FILE)
    return import_into (store_path, store_path, options->is_dry_run ? CASENESS_STORE_READ : CASENESS_STORE_WRITE, paths,
                        options, cancellable, error);
  if (options->is_dry_run)
    return try_without_file (paths, options, cancellable, error);
  return import_into_draft (store_path, found, paths, options, cancellable, error);
}
