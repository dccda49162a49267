/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-snapshot.h"

#include "caseness-store.h"

G_BEGIN_DECLS

/*
 * A snapshot as bytes: its columns as they lie in memory, for the program that wrote them on the machine that did.
 * Service name, sources and published figures are not among them, because they change without the rows.
 */

/** caseness_snapshot_write: Returns: (transfer full): @snapshot as bytes. */
GByteArray *caseness_snapshot_write (const CasenessSnapshot *snapshot);

/**
 * caseness_snapshot_keep:
 * @snapshot: a snapshot
 * @store: a store that can be written
 * @basis: what it stands on (caseness-derived.h)
 * @error: return location
 *
 * Keeps in @store what caseness_snapshot_write() would give, which is never in memory as a whole.
 *
 * Returns: whether it is kept; if not, nothing was changed.
 */
gboolean caseness_snapshot_keep (const CasenessSnapshot *snapshot, CasenessStore *store, const char *basis,
                                 GError **error);

/**
 * caseness_snapshot_take:
 * @bytes: (transfer full): what caseness_snapshot_write() made
 * @n_bytes: how much
 *
 * Reads a snapshot where it lies. Whatever @bytes holds, nothing that is asked of the result leaves it.
 *
 * Returns: (transfer full) (nullable): the snapshot, or NULL when @bytes hold none that is whole.
 */
CasenessSnapshot *caseness_snapshot_take (guint8 *bytes, gsize n_bytes);

G_END_DECLS
