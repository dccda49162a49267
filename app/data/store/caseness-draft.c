/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* renameat2 */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-draft.h"

#include "caseness-claim.h"
#include "caseness-data-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
set_cannot_make (GError **error, const char *path, int reason)
{
  CasenessDataError code = reason == ENOSPC || reason == EDQUOT ? CASENESS_DATA_ERROR_FULL
                                                                : CASENESS_DATA_ERROR_READ_ONLY;

  /* Translators: a file name, then what the system said. */
  g_set_error (error, CASENESS_DATA_ERROR, code, _ ("%s: the file cannot be made (%s). Choose another folder."), path,
               g_strerror (reason));
}

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
gboolean
caseness_draft_make (CasenessDraft *draft, const char *path, GError **error)
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
      draft->file = -1;
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

/* Whoever filled the draft did not wait for the disk. */
static gboolean
sync_draft (const CasenessDraft *draft, const char *path, GError **error)
{
  if (fsync (draft->file) == 0)
    return TRUE;
  set_cannot_make (error, path, errno);
  return FALSE;
}

/* Gives the finished draft its name, but never over a file that somebody else made meanwhile. Some network drives
 * cannot promise that; there the gap between looking and renaming is a few microseconds. */
gboolean
caseness_draft_publish (CasenessDraft *draft, const char *path, gboolean may_replace, GError **error)
{
  int result;

  if (!sync_draft (draft, path, error))
    return FALSE;
  if (may_replace)
    result = g_rename (draft->path, path);
  else
    {
      result = renameat2 (AT_FDCWD, draft->path, AT_FDCWD, path, RENAME_NOREPLACE);
      if (result != 0 && (errno == EINVAL || errno == ENOSYS) && !g_file_test (path, G_FILE_TEST_EXISTS))
        result = g_rename (draft->path, path);
    }
  if (result == 0)
    {
      g_clear_pointer (&draft->path, g_free);
      sync_folder (path);
      return TRUE;
    }
  if (errno != EEXIST)
    set_cannot_make (error, path, errno);
  else
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_BUSY,
                 _ ("%s: somebody else made the file at this moment. Try again."), path);
  return FALSE;
}

void
caseness_draft_clear (CasenessDraft *draft)
{
  if (draft->path != NULL)
    remove_file (draft->path);
  if (draft->file >= 0)
    close (draft->file);
  draft->file = -1;
  g_clear_pointer (&draft->path, g_free);
}
