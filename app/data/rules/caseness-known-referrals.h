/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-store.h"
#include "caseness-submission.h"

G_BEGIN_DECLS

/**
 * CasenessKnownReferrals:
 *
 * The ServiceRequestIds held and being imported, against which waiting lists and bookings are checked.
 */
typedef struct _CasenessKnownReferrals CasenessKnownReferrals;

/** caseness_known_referrals_new: Returns: (transfer full) (nullable): those that @store holds. */
CasenessKnownReferrals *caseness_known_referrals_new (CasenessStore *store, GCancellable *cancellable, GError **error);

/** caseness_known_referrals_free: frees them. */
void caseness_known_referrals_free (CasenessKnownReferrals *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessKnownReferrals, caseness_known_referrals_free)

/** caseness_known_referrals_add: adds the referrals of @submission that are kept. */
void caseness_known_referrals_add (CasenessKnownReferrals *known, const CasenessSubmission *submission);

/**
 * caseness_known_referrals_check:
 * @known: the referrals
 * @table: a local list; its count of warnings grows
 * @findings: (element-type CasenessFinding): one more for each kept row of somebody unknown
 *
 * Checks the waiting list and the booked appointments; the other lists may well name referrals of long ago. Says
 * nothing while no referral is known, since a list may be imported first.
 */
void caseness_known_referrals_check (CasenessKnownReferrals *known, CasenessSubmissionTable *table,
                                     GPtrArray *findings);

G_END_DECLS
