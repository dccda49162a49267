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

/** CasenessDerivedWriter: keeps something that need not be in memory all at once. */
typedef struct _CasenessDerivedWriter CasenessDerivedWriter;

/**
 * caseness_derived_writer_new:
 * @store: a store that can be written
 * @basis: what stands on it
 * @error: return location
 *
 * Begins to write in place of what was kept before.
 *
 * Returns: (transfer full) (nullable): the writer, to be finished; NULL with @error set when nothing was changed.
 */
CasenessDerivedWriter *caseness_derived_writer_new (CasenessStore *store, const char *basis, GError **error);

/**
 * caseness_derived_writer_take:
 * @writer: a writer
 * @bytes: what follows what was taken before
 * @error: return location
 *
 * Takes as much from the front of @bytes as is worth a piece, a multiple of eight or nothing.
 *
 * Returns: whether it could be written; if not, finish the writer without bytes.
 */
gboolean caseness_derived_writer_take (CasenessDerivedWriter *writer, GByteArray *bytes, GError **error);

/**
 * caseness_derived_writer_finish:
 * @writer: (transfer full): the writer
 * @bytes: (nullable): the rest; NULL when something went wrong
 * @error: return location
 *
 * Returns: whether all is kept; if not, nothing was changed.
 */
gboolean caseness_derived_writer_finish (CasenessDerivedWriter *writer, GByteArray *bytes, GError **error);

G_END_DECLS
