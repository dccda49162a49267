/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packed-months.h"

#include <archive.h>
#include <archive_entry.h>

static void
pack_file (struct archive *archive, const char *path, const char *name)
{
  struct archive_entry *entry = archive_entry_new ();
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, text, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

void
pack_files (const char *path, const char *place, const char *zip)
{
  struct archive *archive = archive_write_new ();
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *alone = dir == NULL ? g_path_get_basename (path) : NULL;
  const char *name = dir != NULL ? g_dir_read_name (dir) : alone;

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (archive, zip), ==, ARCHIVE_OK);
  for (; name != NULL; name = dir != NULL ? g_dir_read_name (dir) : NULL)
    {
      g_autofree char *from = dir != NULL ? g_build_filename (path, name, NULL) : g_strdup (path);
      g_autofree char *to = place != NULL ? g_build_filename (place, name, NULL) : g_strdup (name);

      pack_file (archive, from, to);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

void
damage_rows (const char *month, const char *file, guint every, const char *column, const char *value)
{
  g_autofree char *path = g_build_filename (month, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GString) damaged = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;
  g_auto(GStrv) header = NULL;
  guint where = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", 0);
  header = g_strsplit (lines[0], ",", 0);
  while (!g_str_equal (header[where], column))
    where++;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", 0);
      g_autofree char *joined = NULL;

      if (i > 0 && i % every == 0)
        {
          g_free (cells[where]);
          cells[where] = g_strdup (value);
        }
      joined = g_strjoinv (",", cells);
      g_string_append_printf (damaged, "%s\n", joined);
    }
  g_assert_true (g_file_set_contents (path, damaged->str, -1, NULL));
}
