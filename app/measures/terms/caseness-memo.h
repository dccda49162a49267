/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-period.h"

G_BEGIN_DECLS

/**
 * CasenessMemo:
 *
 * Bitmaps that were worked out from a snapshot, for whoever asks for them again: another filter leaves them as they are.
 * Takes a bounded amount of memory; when that is full, bitmaps make room for others at random, so that going round and
 * round over a few more than fit still finds most of them. For several threads.
 */
typedef struct _CasenessMemo CasenessMemo;

/** caseness_memo_new: Returns: (transfer full): nothing yet, and room for @n_bytes of bitmaps. */
CasenessMemo *caseness_memo_new (gsize n_bytes);

/** caseness_memo_free: frees the memo; bitmaps that somebody holds stay. */
void caseness_memo_free (CasenessMemo *memo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessMemo, caseness_memo_free)

/**
 * caseness_memo_get:
 * @memo: a memo
 * @key: what it is a bitmap of, interned
 * @period: of when; both ends CASENESS_DATE_NONE for what does not depend on it
 *
 * Returns: (transfer full) (nullable): the bitmap, to be dropped with caseness_memo_drop(), or NULL.
 */
const guint64 *caseness_memo_get (CasenessMemo *memo, const char *key, const CasenessPeriod *period);

/**
 * caseness_memo_put:
 * @memo: a memo
 * @key: what it is a bitmap of, interned
 * @period: of when
 * @bitmap: (transfer full): allocated with g_atomic_rc_box_alloc0()
 * @n_bytes: its size
 *
 * Returns: (transfer full): @bitmap, to be dropped with caseness_memo_drop().
 */
const guint64 *caseness_memo_put (CasenessMemo *memo, const char *key, const CasenessPeriod *period, guint64 *bitmap,
                                  gsize n_bytes);

/**
 * caseness_memo_put_object:
 * @memo: a memo
 * @key: what it is, interned
 * @period: of when
 * @object: (transfer full): anything allocated with g_atomic_rc_box_alloc0() that never changes
 * @n_bytes: its size and that of what it owns
 * @clear: frees what it owns
 *
 * As caseness_memo_put() for more than a bitmap. caseness_memo_get() finds it again; whoever holds it lets go of it with
 * g_atomic_rc_box_release_full() and the same @clear.
 *
 * Returns: (transfer full): @object.
 */
gpointer caseness_memo_put_object (CasenessMemo *memo, const char *key, const CasenessPeriod *period, gpointer object,
                                   gsize n_bytes, GDestroyNotify clear);

/**
 * CasenessMemoMake:
 * @user_data: who asks
 * @n_bytes: (out): how much it takes
 *
 * Returns: (transfer full): what is to be kept, allocated with g_atomic_rc_box_alloc() and owning nothing.
 */
typedef gpointer (*CasenessMemoMake) (gpointer user_data, gsize *n_bytes);

/**
 * caseness_memo_get_or_make:
 * @memo: a memo
 * @key: what it is, interned
 * @period: of when
 * @make: makes it when it is not kept
 * @user_data: for @make
 *
 * Two threads that ask at one time may both make it: what is kept is that of the first.
 *
 * Returns: (transfer full): what is kept or was made, to be dropped with caseness_memo_drop().
 */
gconstpointer caseness_memo_get_or_make (CasenessMemo *memo, const char *key, const CasenessPeriod *period,
                                         CasenessMemoMake make, gpointer user_data);

/** caseness_memo_drop: lets go of a bitmap. */
void caseness_memo_drop (gpointer bitmap);

G_END_DECLS
