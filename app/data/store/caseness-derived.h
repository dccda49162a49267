/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-store.h"

G_BEGIN_DECLS

/*
 * What was worked out from the rows of a service file, kept in it as one piece of bytes with the basis it stands on.
 */

/**
 * caseness_derived_dup_basis:
 * @store: a store
 * @method: how things are worked out: the program and its decisions
 * @error: return location
 *
 * Returns: (transfer full) (nullable): words that are the same only where @method and the rows that count are, or NULL
 *   with @error set.
 */
char *caseness_derived_dup_basis (CasenessStore *store, const char *method, GError **error);

/**
 * caseness_derived_read:
 * @store: a store
 * @basis: what it must stand on
 * @n_bytes: (out): how much there is
 *
 * Returns: (transfer full) (nullable): what was kept, or NULL when there is nothing on that basis or it is damaged.
 */
guint8 *caseness_derived_read (CasenessStore *store, const char *basis, gsize *n_bytes);

/**
 * caseness_derived_write:
 * @store: a store that can be written
 * @basis: what it stands on
 * @bytes: (array length=n_bytes): what to keep in place of what was kept before
 * @n_bytes: how much
 * @error: return location
 *
 * Returns: whether it is kept; if not, nothing was changed.
 */
gboolean caseness_derived_write (CasenessStore *store, const char *basis, const guint8 *bytes, gsize n_bytes,
                                 GError **error);

G_END_DECLS
