/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-aside.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _CasenessAside
{
  int file;
  guint64 size;
  int reason; /* errno of what could not be read, 0 for none */
};

static gboolean
fail (GError **error, int reason)
{
  /* Translators: what the system said of the file. */
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (reason),
               _ ("Rows could not be put aside on the disk while pathways are worked out: %s"), g_strerror (reason));
  return FALSE;
}

/* Where the system says; else where temporary files are not in memory, as they are in other places of some systems. */
static const char *
choose_folder (void)
{
  const char *chosen = g_getenv ("TMPDIR");

  if (chosen != NULL && *chosen != '\0')
    return chosen;
  return g_access ("/var/tmp", W_OK) == 0 ? "/var/tmp" : g_get_tmp_dir ();
}

CasenessAside *
caseness_aside_new (GError **error)
{
  g_autofree char *path = g_build_filename (choose_folder (), "caseness-rows-XXXXXX", NULL);
  int file = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  CasenessAside *aside;

  if (file < 0)
    {
      fail (error, errno);
      return NULL;
    }
  g_unlink (path);
  aside = g_new0 (CasenessAside, 1);
  aside->file = file;
  return aside;
}

void
caseness_aside_free (CasenessAside *aside)
{
  if (aside == NULL)
    return;
  close (aside->file);
  g_free (aside);
}

guint64
caseness_aside_get_size (const CasenessAside *aside)
{
  g_return_val_if_fail (aside != NULL, 0);
  return aside->size;
}

gboolean
caseness_aside_write (CasenessAside *aside, gconstpointer bytes, gsize n, GError **error)
{
  gsize n_written = 0;

  g_return_val_if_fail (aside != NULL, FALSE);
  while (n_written < n)
    {
      gssize more = pwrite (aside->file, (const guint8 *) bytes + n_written, n - n_written,
                            (off_t) (aside->size + n_written));

      if (more < 0 && errno == EINTR)
        continue;
      if (more < 0)
        return fail (error, errno);
      n_written += (gsize) more;
    }
  aside->size += n;
  return TRUE;
}

gboolean
caseness_aside_read (CasenessAside *aside, guint64 from, gpointer bytes, gsize n, GError **error)
{
  gsize n_read = 0;

  g_return_val_if_fail (aside != NULL && from <= aside->size && n <= aside->size - from, FALSE);
  while (n_read < n)
    {
      gssize more = pread (aside->file, (guint8 *) bytes + n_read, n - n_read, (off_t) (from + n_read));

      if (more < 0 && errno == EINTR)
        continue;
      if (more <= 0)
        {
          aside->reason = more < 0 ? errno : EIO;
          return fail (error, aside->reason);
        }
      n_read += (gsize) more;
    }
  return TRUE;
}

gboolean
caseness_aside_check (const CasenessAside *aside, GError **error)
{
  g_return_val_if_fail (aside != NULL, FALSE);
  return aside->reason == 0 || fail (error, aside->reason);
}
