/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-store.h"

G_BEGIN_DECLS

/**
 * caseness_store_export_anonymous:
 * @store: a store
 * @path: the file to make; one of that name is replaced
 * @cancellable: (nullable): leaves nothing behind
 * @error: return location
 *
 * Makes a copy that can be shared: NHS numbers, postcodes, birth dates, names of staff and reasons in free words are
 * empty; the local ids of patients, referrals, contacts, activities, staff and appointments are other ones, chosen at
 * random but in the same order, so that every figure stays what it is; receipts name nobody and no file, findings no
 * value; what people recorded in the journal is not in it. Dates and birth months stay. At last the bytes of the copy are searched for every id and identifier of eight
 * characters or more, and a copy that holds one is not kept.
 *
 * Returns: whether the copy is there.
 */
gboolean caseness_store_export_anonymous (CasenessStore *store, const char *path, GCancellable *cancellable,
                                          GError **error);

/** CasenessSalvage: what could be read of a damaged service file. */
typedef struct
{
  guint64 n_rows;  /* saved; those that were reached from both ends count twice */
  GPtrArray *lost; /* (element-type utf8): names of the tables of which some rows or all could not be read */
} CasenessSalvage;

/** caseness_salvage_free: frees what it holds. */
void caseness_salvage_free (CasenessSalvage *salvage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessSalvage, caseness_salvage_free)

/**
 * caseness_store_salvage:
 * @damaged: a service file that is reported as damaged; it is not changed
 * @path: the file to make, which must not exist
 * @cancellable: (nullable): leaves nothing behind
 * @error: return location: nothing of it can be read
 *
 * Copies every row that can still be read into a new service file.
 *
 * Returns: (transfer full) (nullable): what was saved, or NULL with @error set.
 */
CasenessSalvage *caseness_store_salvage (const char *damaged, const char *path, GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
