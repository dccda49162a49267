/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-records.h"

G_BEGIN_DECLS

/*
 * Most of what a service sends is contacts, with their activities, scores and answers. Months of them that are too much
 * for memory are put into a file, one block after another, and come back for some referrals at a time: all else stays.
 *
 * A block is what some months in a row told, so that rows which belong together are of one block, but for contacts that a
 * later block sends again (rulings 29), which are found when all blocks are there. In a block the rows of a referral stand
 * together, in the order in which they came, so that brought back they hang on their referral as they would have, had
 * they never left: what is derived is the same to the last byte, however many blocks there are and however few
 * referrals come back at a time.
 */

/** caseness_spill_new: Returns: (transfer full) (nullable): a spill of nothing, or NULL with @error set. */
CasenessSpill *caseness_spill_new (GError **error);

/** caseness_spill_free: frees it and its file. */
void caseness_spill_free (CasenessSpill *spill);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessSpill, caseness_spill_free)

/**
 * caseness_spill_put:
 * @spill: a spill that is not closed
 * @records: rows of the months after those that were put before
 * @error: return location
 *
 * Puts contacts, activities, scores and answers into the file, and takes them and the ids of contacts and activities from
 * @records.
 *
 * Returns: whether it could; if not, @records are of no more use.
 */
gboolean caseness_spill_put (CasenessSpill *spill, CasenessRecords *records, GError **error);

/**
 * caseness_spill_close:
 * @spill: a spill, when all was put
 * @records: the other rows
 * @error: return location
 *
 * Finds which contacts a later block sent again.
 *
 * Returns: whether it could.
 */
gboolean caseness_spill_close (CasenessSpill *spill, const CasenessRecords *records, GError **error);

/**
 * caseness_spill_bring:
 * @spill: a closed spill
 * @records: the other rows
 * @referrals: (array length=n): indices of referrals, each once
 * @n: how many
 * @error: return location
 *
 * Puts the rows of @referrals into @records, in place of those that were brought before.
 *
 * Returns: whether it could.
 */
gboolean caseness_spill_bring (CasenessSpill *spill, CasenessRecords *records, const guint32 *referrals, guint n,
                               GError **error);

/** caseness_spill_get_size: how many bytes were put, which is about what the rows take in memory. */
guint64 caseness_spill_get_size (const CasenessSpill *spill);

G_END_DECLS
