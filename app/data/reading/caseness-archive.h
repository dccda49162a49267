/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-private-folder.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CasenessArchive: the CSV files and Microsoft Access databases of an archive in a private folder. */
typedef struct
{
  const char *root;  /* the folder with what was in the archive; it bears the archive's name */
  GPtrArray *nested; /* (element-type utf8): archives inside the archive, which are not opened */
  CasenessPrivateFolder folder; /* around @root */
} CasenessArchive;

/** caseness_archive_is_name: Returns: whether a file called @name is an archive that can be unpacked. */
gboolean caseness_archive_is_name (const char *name);

/**
 * caseness_archive_unpack:
 * @path: a .zip, .tar.gz or .tgz file
 * @cancellable: (nullable): leaves nothing behind
 * @error: return location: damaged, encrypted, too large, or it holds something that no submission needs, such as a
 *   link or a name that leads out of the archive (rulings 99)
 *
 * Returns: (transfer full) (nullable): the archive, or NULL with @error set and nothing left behind.
 */
CasenessArchive *caseness_archive_unpack (const char *path, GCancellable *cancellable, GError **error);

/** caseness_archive_free: removes the folder. */
void caseness_archive_free (CasenessArchive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessArchive, caseness_archive_free)

G_END_DECLS
