/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-private-folder.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CasenessAccess:
 *
 * The tables of a Microsoft Access database that are tables of the data set or local lists, as CSV files in a private
 * folder: from here on they are read like any others.
 */
typedef struct
{
  const char *root;    /* the folder with the CSV files; it bears the database's name */
  GPtrArray *left_out; /* (element-type utf8): names of its other tables */
  guint n_tables;      /* CSV files in @root */
  CasenessPrivateFolder folder; /* around @root */
} CasenessAccess;

/** caseness_access_is_name: Returns: whether a file called @name is such a database (.mdb, .accdb). */
gboolean caseness_access_is_name (const char *name);

/**
 * caseness_access_read:
 * @path: a database
 * @shown: the name by which people know it
 * @cancellable: (nullable): leaves nothing behind
 * @error: return location: damaged, protected, or CASENESS_DATA_ERROR_NO_READER
 *
 * Reads through mdbtools' library, in a process of its own (caseness-read-access): the library trusts what it reads,
 * and a database that crashes it or has it loop must not take more than that process with it. The process is looked
 * for where CASENESS_READ_ACCESS says, beside the running program, and where the program was installed. Without it, as
 * where the library is missing, the error says how to go on without.
 *
 * Returns: (transfer full) (nullable): the tables, or NULL with @error set and nothing left behind.
 */
CasenessAccess *caseness_access_read (const char *path, const char *shown, GCancellable *cancellable, GError **error);

/** caseness_access_free: removes the folder. */
void caseness_access_free (CasenessAccess *access);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessAccess, caseness_access_free)

G_END_DECLS
