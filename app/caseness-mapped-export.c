/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-mapped-export.h"

#include "caseness-file-bytes.h"
#include "caseness-publication.h"
#include "caseness-spec.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "caseness", "mappings", NULL);
}

/* "Our bookings / north" becomes "our-bookings-north.caseness-mapping". */
static char *
name_file (const char *name)
{
  g_autoptr(GString) file = g_string_new (NULL);
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (const char *c = lower; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_isalnum (g_utf8_get_char (c)))
        g_string_append_unichar (file, g_utf8_get_char (c));
      else if (file->len > 0 && file->str[file->len - 1] != '-')
        g_string_append_c (file, '-');
    }
  g_string_append (file, file->len > 0 ? CASENESS_MAPPING_SUFFIX : "mapping" CASENESS_MAPPING_SUFFIX);
  return g_string_free (g_steal_pointer (&file), FALSE);
}

/* What NHS England publishes needs no mapping. */
static gboolean
is_published (GFile *file, const char *name)
{
  g_autoptr(GBytes) bytes = g_file_peek_path (file) != NULL ? caseness_file_bytes_read (g_file_peek_path (file), NULL)
                                                            : NULL;
  g_auto(GStrv) headers = bytes != NULL ? caseness_mapping_read_headers (bytes, name, NULL) : NULL;

  return headers != NULL && caseness_publication_is_one ((const char *const *) headers);
}

gboolean
caseness_mapped_export_is_wanted (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  if (name == NULL || strlen (name) < 5 || g_ascii_strcasecmp (name + strlen (name) - 4, ".csv") != 0)
    return FALSE;
  if (is_published (file, name))
    return FALSE;
  name[strlen (name) - 4] = '\0';
  return caseness_spec_find_table (name) == NULL;
}

CasenessMapping *
caseness_mapped_export_find_mapping (GFile *file)
{
  g_autofree char *folder = get_folder ();
  const char *path = g_file_peek_path (file);
  g_autoptr(GBytes) bytes = path != NULL ? caseness_file_bytes_read (path, NULL) : NULL;
  g_auto(GStrv) headers = bytes != NULL ? caseness_mapping_read_headers (bytes, path, NULL) : NULL;

  return headers != NULL ? caseness_mapping_find (folder, (const char *const *) headers) : NULL;
}

gboolean
caseness_mapped_export_save (const CasenessMapping *mapping, GError **error)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *base = name_file (mapping->name);
  g_autofree char *path = g_build_filename (folder, base, NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return caseness_mapping_save (mapping, path, error);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _("The folder “%s” could not be made: %s. Free some room or ask for the right to write there."), folder,
               g_strerror (errno));
  return FALSE;
}

/* The month of an export is told by its name or by that of its folder, so that both stay. */
static char *
make_folder_like (GFile *file, GError **error)
{
  g_autofree char *outer = g_dir_make_tmp ("caseness-export-XXXXXX", error);
  g_autoptr(GFile) parent = g_file_get_parent (file);
  g_autofree char *name = parent != NULL ? g_file_get_basename (parent) : NULL;
  char *folder = NULL;

  if (outer == NULL)
    return NULL;
  folder = g_build_filename (outer, name != NULL && *name != '/' ? name : "export", NULL);
  if (g_mkdir (folder, 0700) == 0)
    return folder;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("The folder “%s” could not be made: %s"), folder,
               g_strerror (errno));
  g_rmdir (outer);
  g_free (folder);
  return NULL;
}

char *
caseness_mapped_export_stage (GFile *file, const CasenessMapping *mapping, GError **error)
{
  g_autofree char *folder = make_folder_like (file, error);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *link_path = folder != NULL ? g_build_filename (folder, base, NULL) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "export" CASENESS_MAPPING_SUFFIX, NULL) : NULL;

  if (folder == NULL)
    return NULL;
  if (symlink (g_file_peek_path (file), link_path) != 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("“%s” could not be read: %s."), base,
                 g_strerror (errno));
  else if (caseness_mapping_save (mapping, path, error))
    return g_steal_pointer (&folder);
  caseness_mapped_export_unstage (folder);
  return NULL;
}

void
caseness_mapped_export_unstage (const char *folder)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  g_autofree char *outer = g_path_get_dirname (folder);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_rmdir (outer);
}
