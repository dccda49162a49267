/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-file-bytes.h"

#include "caseness-data-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

static void
set_system_error (const char *path, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _("%s cannot be read: %s."), name,
               g_strerror (code));
}

static gboolean
is_regular (const struct stat *about, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (S_ISREG (about->st_mode))
    return TRUE;
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               _("%s is not an ordinary file. Put the CSV file itself in its place."), name);
  return FALSE;
}

/* In one go where the file is as long as it was said to be: one byte more is asked for, and does not come. */
static GBytes *
read_all (int fd, gsize size, const char *path, GError **error)
{
  static const gsize piece = 1024 * 1024;
  gsize room = MIN (size, G_MAXINT32) + 1;
  g_autofree guint8 *data = g_malloc (room);
  gsize length = 0;
  gssize n;

  while ((n = read (fd, data + length, room - length)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      length += (gsize) MAX (n, 0);
      if (n < 0 || length > G_MAXINT32)
        {
          set_system_error (path, n < 0 ? errno : EFBIG, error);
          return NULL;
        }
      if (length == room)
        {
          room += piece;
          data = g_realloc (data, room);
        }
    }
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

GBytes *
caseness_file_bytes_read (const char *path, GError **error)
{
  struct stat about;
  GBytes *bytes = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  /* Asked by name first, since opening a device may do something; then of the open file, which may be another one. */
  if (stat (path, &about) != 0)
    {
      set_system_error (path, errno, error);
      return NULL;
    }
  if (!is_regular (&about, path, error))
    return NULL;
  fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    {
      set_system_error (path, errno, error);
      return NULL;
    }
  if (fstat (fd, &about) != 0)
    set_system_error (path, errno, error);
  else if (is_regular (&about, path, error))
    bytes = read_all (fd, (gsize) about.st_size, path, error);
  close (fd);
  return bytes;
}
