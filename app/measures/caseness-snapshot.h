/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"
#include "caseness-store.h"

G_BEGIN_DECLS

/**
 * CasenessSnapshot:
 *
 * Everything the views need of one service file at one moment: an immutable, reference-counted struct of arrays, one
 * pathway per referral. Safe to share between threads.
 */
typedef struct _CasenessSnapshot CasenessSnapshot;

/**
 * caseness_snapshot_load:
 * @store: a store
 * @cancellable: (nullable)
 * @error: return location
 *
 * Reads the rows that count now, merges the months (rulings 26 to 31) and derives the pathways (derivations, all
 * sections, default switches).
 *
 * Returns: (transfer full) (nullable): the snapshot, or NULL with @error set.
 */
CasenessSnapshot *caseness_snapshot_load (CasenessStore *store, GCancellable *cancellable, GError **error);

/** caseness_snapshot_ref: Returns: (transfer full): @snapshot with one more reference. */
CasenessSnapshot *caseness_snapshot_ref (CasenessSnapshot *snapshot);

/** caseness_snapshot_unref: drops a reference. */
void caseness_snapshot_unref (CasenessSnapshot *snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessSnapshot, caseness_snapshot_unref)

/** caseness_snapshot_get_n_pathways: how many pathways there are. */
guint caseness_snapshot_get_n_pathways (const CasenessSnapshot *snapshot);

/** caseness_snapshot_get_service_name: Returns: (transfer none): the name that heads pages and reports, maybe empty. */
const char *caseness_snapshot_get_service_name (const CasenessSnapshot *snapshot);

/**
 * caseness_snapshot_get_latest_period_end:
 *
 * Returns: the last day of the latest month submitted by any provider, CASENESS_DATE_NONE without submissions.
 */
CasenessDate caseness_snapshot_get_latest_period_end (const CasenessSnapshot *snapshot);

/** caseness_snapshot_get_earliest_period_start: first day of the earliest month submitted, or CASENESS_DATE_NONE. */
CasenessDate caseness_snapshot_get_earliest_period_start (const CasenessSnapshot *snapshot);

/** caseness_snapshot_get_n_sources: how many submissions and lists the figures stand on. */
guint caseness_snapshot_get_n_sources (const CasenessSnapshot *snapshot);

/**
 * caseness_snapshot_describe_sources:
 *
 * Returns: (transfer none): one line for the foot of pages and reports, in the user's language: submissions to which
 *   month, which lists loaded when, receipt numbers.
 */
const char *caseness_snapshot_describe_sources (const CasenessSnapshot *snapshot);

G_END_DECLS
