/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* F_OFD_SETLK */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-claim.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* A lock of the open file and not of the process: SQLite's own opening and closing does not drop it, and it ends by
 * itself when the process is killed. */
gboolean
caseness_claim_take (int file)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1 };
  int result;

  do
    result = fcntl (file, F_OFD_SETLK, &lock);
  while (result != 0 && errno == EINTR);
  return result == 0;
}

gboolean
caseness_claim_is_left_behind (const char *path)
{
  int file = g_open (path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);
  struct stat about;
  gboolean is_left;

  if (file < 0)
    return FALSE;
  is_left = fstat (file, &about) == 0 && S_ISREG (about.st_mode) && about.st_uid == getuid ()
            && caseness_claim_take (file);
  close (file);
  return is_left;
}
