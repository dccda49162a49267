/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-archive.h"

#include "caseness-access.h"
#include "caseness-data-error.h"
#include "caseness-mapping.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Tables of months shrink ten- or twenty-fold. What swells a hundredfold, or beyond two thousand million bytes, was
 * made to fill a disk. */
#define MOST_SWELLING 100
#define LEAST_LIMIT (G_GUINT64_CONSTANT (256) * 1024 * 1024)
#define MOST_LIMIT (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024)

/* Ten years of months of twenty providers are some 50,000 files. */
#define MOST_ENTRIES 50000

#define PIECE (64 * 1024)

static const char *const endings[] = { ".zip", ".tar.gz", ".tgz" };

/* Archives that are not opened inside another one. */
static const char *const nested_endings[]
  = { ".zip", ".tar.gz", ".tgz", ".tar", ".gz", ".tar.bz2", ".tar.xz", ".7z", ".rar" };

typedef struct
{
  CasenessArchive *archive;
  struct archive *reader;
  const char *path;
  GCancellable *cancellable;
  guint64 left;      /* bytes that may still come out */
  guint n_entries;
  const char *entry; /* (nullable): name of the one that is being looked at */
} Unpacking;

static gboolean
has_ending (const char *name, const char *const *list, gsize n)
{
  gsize length = strlen (name);

  for (gsize i = 0; i < n; i++)
    if (length > strlen (list[i]) && g_ascii_strcasecmp (name + length - strlen (list[i]), list[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
caseness_archive_is_name (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return has_ending (name, endings, G_N_ELEMENTS (endings));
}

static gboolean
refuse (const Unpacking *unpacking, const char *sentence, GError **error)
{
  g_autofree char *shown = g_filename_display_name (unpacking->path);

  if (unpacking->entry != NULL)
    {
      g_autofree char *entry = g_utf8_make_valid (unpacking->entry, -1);

      /* Translators: an archive, the name of a file in it, and a sentence about it. */
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _ ("%s: %s: %s"), shown, entry, sentence);
    }
  else
    /* Translators: a file name, then a sentence about it. */
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _ ("%s: %s"), shown, sentence);
  return FALSE;
}

static gboolean
refuse_size (const Unpacking *unpacking, GError **error)
{
  return refuse (unpacking,
                 _ ("unpacked, this is far larger than a submission can be. Unpack it yourself if you trust it, and "
                    "import the folder."),
                 error);
}

static gboolean
refuse_damaged (const Unpacking *unpacking, GError **error)
{
  return refuse (unpacking, _ ("the archive is damaged or cut short. Copy or export it again."), error);
}

static gboolean
set_cannot_write (const Unpacking *unpacking, int reason, GError **error)
{
  CasenessDataError code = reason == ENOSPC || reason == EDQUOT ? CASENESS_DATA_ERROR_FULL
                                                                : CASENESS_DATA_ERROR_FAILED;

  /* Translators: a file name, the folder for temporary files, then what the system said. */
  g_set_error (error, CASENESS_DATA_ERROR, code, _ ("%s: it cannot be unpacked in %s (%s). Make room there and try "
                                                   "again."),
               unpacking->path, g_get_tmp_dir (), g_strerror (reason));
  return FALSE;
}

static gboolean
make_folder (Unpacking *unpacking, GError **error)
{
  CasenessArchive *archive = unpacking->archive;
  g_autofree char *name = g_path_get_basename (unpacking->path);
  int reason = caseness_private_folder_make (&archive->folder, name);

  archive->root = archive->folder.root;
  return reason == 0 || set_cannot_write (unpacking, reason, error);
}

/* Entries */

/* Returns (transfer full) (nullable): the name as a path below the root, or NULL when it leads out of it. */
static char *
make_relative (const char *name)
{
  g_autofree char *slashes = g_strdelimit (g_strdup (name), "\\", '/');
  g_auto(GStrv) parts = g_strsplit (slashes, "/", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  if (slashes[0] == '/' || (g_ascii_isalpha (slashes[0]) && slashes[1] == ':'))
    return NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (strcmp (parts[i], "..") == 0)
        return NULL;
      if (parts[i][0] != '\0' && strcmp (parts[i], ".") != 0)
        g_ptr_array_add (kept, parts[i]);
    }
  g_ptr_array_add (kept, NULL);
  return g_build_filenamev ((char **) kept->pdata);
}

/* What desktops add to archives of their own accord. */
static gboolean
is_hidden (const char *relative)
{
  return relative[0] == '.' || strstr (relative, G_DIR_SEPARATOR_S ".") != NULL
         || g_str_has_prefix (relative, "__MACOSX" G_DIR_SEPARATOR_S);
}

static gboolean
check_kind (const Unpacking *unpacking, struct archive_entry *entry, GError **error)
{
  if (archive_entry_is_encrypted (entry))
    return refuse (unpacking, _ ("it is encrypted. Unpack the archive with its password and import the folder."),
                   error);
  if (archive_entry_symlink (entry) != NULL || archive_entry_hardlink (entry) != NULL
      || (archive_entry_filetype (entry) != AE_IFREG && archive_entry_filetype (entry) != AE_IFDIR))
    return refuse (unpacking, _ ("this is a link or a device and not a file. Make the archive again without it."),
                   error);
  return TRUE;
}

/* What an entry says of its size is believed when it is too much; what comes out is counted all the same. */
static gboolean
check_size (Unpacking *unpacking, struct archive_entry *entry, GError **error)
{
  if (++unpacking->n_entries > MOST_ENTRIES)
    return refuse (unpacking, _ ("there are more files in it than submissions can have."), error);
  if (archive_entry_size_is_set (entry) && (guint64) archive_entry_size (entry) > unpacking->left)
    return refuse_size (unpacking, error);
  return TRUE;
}

static gboolean
write_piece (const Unpacking *unpacking, int file, const char *data, gsize size, GError **error)
{
  while (size > 0)
    {
      gssize n = write (file, data, size);

      if (n < 0 && errno != EINTR)
        return set_cannot_write (unpacking, errno, error);
      data += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

static gboolean
copy_data (Unpacking *unpacking, int file, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  la_ssize_t n;

  while ((n = archive_read_data (unpacking->reader, piece, PIECE)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (unpacking->cancellable, error))
        return FALSE;
      if ((guint64) n > unpacking->left)
        return refuse_size (unpacking, error);
      unpacking->left -= (guint64) n;
      if (!write_piece (unpacking, file, piece, (gsize) n, error))
        return FALSE;
    }
  return n == 0 || refuse_damaged (unpacking, error);
}

static gboolean
unpack_file (Unpacking *unpacking, const char *relative, GError **error)
{
  g_autofree char *path = g_build_filename (unpacking->archive->root, relative, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean is_done;
  int file = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    file = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0 && (errno == EEXIST || errno == ENOTDIR))
    return refuse (unpacking, _ ("the name is there twice. Make the archive again with one file of each name."), error);
  if (file < 0 && errno == ENAMETOOLONG)
    return refuse (unpacking, _ ("the name is too long. Make the archive again with shorter names."), error);
  if (file < 0)
    return set_cannot_write (unpacking, errno, error);
  is_done = copy_data (unpacking, file, error);
  if (close (file) != 0 && is_done)
    return set_cannot_write (unpacking, errno, error);
  return is_done;
}

static gboolean
skip (Unpacking *unpacking, struct archive_entry *entry)
{
  if (archive_entry_size_is_set (entry))
    unpacking->left -= MIN (unpacking->left, (guint64) MAX (archive_entry_size (entry), 0));
  return TRUE;
}

static gboolean
take_entry (Unpacking *unpacking, struct archive_entry *entry, GError **error)
{
  static const char *const tables[] = { ".csv", CASENESS_MAPPING_SUFFIX };
  g_autofree char *relative = make_relative (unpacking->entry);

  if (relative == NULL)
    return refuse (unpacking, _ ("the name leads out of the archive. Make the archive again with names of its own."),
                   error);
  if (!check_kind (unpacking, entry, error) || !check_size (unpacking, entry, error))
    return FALSE;
  if (archive_entry_filetype (entry) == AE_IFDIR || is_hidden (relative))
    return skip (unpacking, entry);
  if (has_ending (relative, tables, G_N_ELEMENTS (tables)) || caseness_access_is_name (relative))
    return unpack_file (unpacking, relative, error);
  if (has_ending (relative, nested_endings, G_N_ELEMENTS (nested_endings)))
    g_ptr_array_add (unpacking->archive->nested, g_utf8_make_valid (relative, -1));
  return skip (unpacking, entry);
}

static gboolean
refuse_empty (const Unpacking *unpacking, GError **error)
{
  return refuse (unpacking, _ ("the archive is empty. Export the submission again and pack it with its files."), error);
}

static gboolean
unpack_entries (Unpacking *unpacking, GError **error)
{
  struct archive_entry *entry;
  int result;

  while ((result = archive_read_next_header (unpacking->reader, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      unpacking->entry = archive_entry_pathname_utf8 (entry);
      if (unpacking->entry == NULL)
        unpacking->entry = archive_entry_pathname (entry);
      if (unpacking->entry == NULL)
        return refuse_damaged (unpacking, error);
      if (g_cancellable_set_error_if_cancelled (unpacking->cancellable, error)
          || !take_entry (unpacking, entry, error))
        return FALSE;
    }
  unpacking->entry = NULL;
  if (archive_read_has_encrypted_entries (unpacking->reader) > 0)
    return refuse (unpacking, _ ("it is encrypted. Unpack the archive with its password and import the folder."),
                   error);
  if (result != ARCHIVE_EOF)
    return refuse_damaged (unpacking, error);
  return unpacking->n_entries > 0 || refuse_empty (unpacking, error);
}

/* The end of a zip file's list of contents at its very beginning, which libarchive takes for damage. */
static gboolean
is_empty_zip (int file)
{
  static const char mark[] = { 'P', 'K', 5, 6 };
  char start[sizeof mark];

  return pread (file, start, sizeof start, 0) == (gssize) sizeof start && memcmp (start, mark, sizeof mark) == 0;
}

/* Only the reader of zip files that starts at their list of contents: the other one believes what stands between. */
static void
allow_formats (struct archive *reader)
{
  archive_read_support_filter_gzip (reader);
  archive_read_support_format_tar (reader);
  archive_read_support_format_zip_seekable (reader);
}

static gboolean
unpack (Unpacking *unpacking, GError **error)
{
  int file = g_open (unpacking->path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  struct stat about;
  gboolean is_done = FALSE;

  if (file < 0 || fstat (file, &about) != 0 || !S_ISREG (about.st_mode))
    refuse (unpacking, _ ("the file cannot be read. Check that you may open it."), error);
  else if (is_empty_zip (file))
    refuse_empty (unpacking, error);
  else
    {
      unpacking->left = CLAMP (MOST_SWELLING * (guint64) about.st_size, LEAST_LIMIT, MOST_LIMIT);
      allow_formats (unpacking->reader);
      if (archive_read_open_fd (unpacking->reader, file, PIECE) != ARCHIVE_OK)
        refuse_damaged (unpacking, error);
      else
        is_done = make_folder (unpacking, error) && unpack_entries (unpacking, error);
    }
  archive_read_free (unpacking->reader);
  if (file >= 0)
    close (file);
  return is_done;
}

CasenessArchive *
caseness_archive_unpack (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessArchive) archive = NULL;
  Unpacking unpacking = { .path = path, .cancellable = cancellable };

  g_return_val_if_fail (path != NULL, NULL);

  archive = g_new0 (CasenessArchive, 1);
  archive->nested = g_ptr_array_new_with_free_func (g_free);
  unpacking.archive = archive;
  unpacking.reader = archive_read_new ();
  return unpack (&unpacking, error) ? g_steal_pointer (&archive) : NULL;
}

void
caseness_archive_free (CasenessArchive *archive)
{
  if (archive == NULL)
    return;
  caseness_private_folder_clear (&archive->folder);
  g_ptr_array_unref (archive->nested);
  g_free (archive);
}
