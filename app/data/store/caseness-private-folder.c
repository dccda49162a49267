/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-private-folder.h"

#include "caseness-claim.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER_PREFIX "caseness-archive-"
#define CLAIM_NAME "claim"

static void
remove_tree (const char *path)
{
  struct stat about;

  if (lstat (path, &about) == 0 && S_ISDIR (about.st_mode))
    {
      g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *below = g_build_filename (path, name, NULL);

          remove_tree (below);
        }
    }
  g_remove (path);
}

static void
remove_leftovers (void)
{
  g_autoptr(GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (g_get_tmp_dir (), name, NULL);
      g_autofree char *claim = g_build_filename (folder, CLAIM_NAME, NULL);

      if (g_str_has_prefix (name, FOLDER_PREFIX) && caseness_claim_is_left_behind (claim))
        remove_tree (folder);
    }
}

int
caseness_private_folder_make (CasenessPrivateFolder *folder, const char *name)
{
  g_autofree char *claim = NULL;

  g_return_val_if_fail (folder != NULL && name != NULL, EINVAL);

  remove_leftovers ();
  folder->claim = -1;
  folder->folder = g_build_filename (g_get_tmp_dir (), FOLDER_PREFIX "XXXXXX", NULL);
  if (g_mkdtemp_full (folder->folder, 0700) == NULL)
    {
      g_clear_pointer (&folder->folder, g_free);
      return errno;
    }
  claim = g_build_filename (folder->folder, CLAIM_NAME, NULL);
  folder->claim = g_open (claim, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (folder->claim < 0)
    return errno;
  caseness_claim_take (folder->claim);
  folder->root = g_build_filename (folder->folder, name, NULL);
  return g_mkdir (folder->root, 0700) == 0 ? 0 : errno;
}

void
caseness_private_folder_clear (CasenessPrivateFolder *folder)
{
  g_return_if_fail (folder != NULL);

  if (folder->folder == NULL)
    return;
  remove_tree (folder->folder);
  if (folder->claim >= 0)
    close (folder->claim);
  g_clear_pointer (&folder->folder, g_free);
  g_clear_pointer (&folder->root, g_free);
}
