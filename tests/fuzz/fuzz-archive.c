/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-archive.h"
#include "caseness-fuzz.h"

#include <glib/gstdio.h>
#include <string.h>

/* The first byte chooses the name; the rest is the archive. */
static const char *const names[] = { "fuzz.zip", "fuzz.tar.gz", "fuzz.tgz" };

/* Nothing that comes out is anything but a file or a folder, and the folder goes when the archive is freed. */
static void
check_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_false (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        check_folder (path);
      else
        g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

static void
unpack (const char *path)
{
  g_autoptr(GError) error = NULL;
  CasenessArchive *archive = caseness_archive_unpack (path, NULL, &error);
  g_autofree char *folder = NULL;

  g_assert_true ((archive == NULL) == (error != NULL));
  if (archive == NULL)
    return;
  check_folder (archive->root);
  folder = g_strdup (archive->folder.folder);
  caseness_archive_free (archive);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  if (size < 1)
    return 0;
  folder = g_dir_make_tmp ("caseness-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, names[data[0] % G_N_ELEMENTS (names)], NULL);
  g_file_set_contents_full (path, (const char *) data + 1, (gssize) size - 1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  unpack (path);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
