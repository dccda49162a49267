/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-compare-extract.h"
#include "caseness-extract-view-private.h"
#include "caseness-turning.h"

#include "caseness-store.h"

G_BEGIN_DECLS

/** CasenessPair: one pathway on both sides. */
typedef struct
{
  guint row;           /* of the extract; means nothing where only we have it */
  const char *id;      /* ServiceRequestId */
  const char *patient; /* of the extract */
  guint32 now;         /* of what is known now, or CASENESS_NO_ROW */
  guint32 then;        /* of what was when the month was submitted, likewise */
} CasenessPair;

/** CasenessComparing: a comparison under way. */
typedef struct
{
  CasenessStore *store;
  const CasenessSubmission *extract;
  GCancellable *cancellable;
  CasenessExtractView *view;
  CasenessTurning *turning; /* the rows as submitted */
  CasenessSnapshot *now;
  CasenessSnapshot *then;
  GHashTable *now_index;  /* id → pathway of @now plus 1 */
  GHashTable *then_index; /* likewise of @then */
  GHashTable *sent;       /* (element-type utf8): referrals of the month's submission that counts */
  GHashTable *strangers;  /* person and day of receipt → CasenessDifference of a referral that only the extract has */
  gboolean is_sent_again; /* the submission that counts was made after the extract's */
  CasenessDifferences *result;
} CasenessComparing;

/**
 * caseness_difference_index:
 *
 * Pathways have not the same numbers in every snapshot, so they are found by their referral.
 *
 * Returns: (transfer full): ServiceRequestId → the first pathway of @provider that goes by it, plus 1.
 */
GHashTable *caseness_difference_index (const CasenessSnapshot *snapshot, const char *provider);

/** caseness_difference_find: Returns: the pathway of @index that goes by that referral, or CASENESS_NO_ROW. */
guint32 caseness_difference_find (GHashTable *index, const char *service_request_id);

/** caseness_difference_set: gives @row a reason and a detail (transfer full). */
void caseness_difference_set (CasenessDifference *row, CasenessDifferenceReason reason, char *detail);

/** caseness_difference_explain: finds why field @field of a pathway that both sides have differs, rules aside. */
void caseness_difference_explain (const CasenessComparing *comparing, const CasenessPair *pair, guint field,
                                  CasenessDifference *row);

/** caseness_difference_explain_missing: finds why a pathway of the extract is not held. */
void caseness_difference_explain_missing (const CasenessComparing *comparing, const CasenessPair *pair,
                                          CasenessDifference *row);

/** caseness_difference_explain_extra: finds why the extract lacks a pathway that is held; @is_sent: in that month. */
void caseness_difference_explain_extra (const CasenessComparing *comparing, gboolean is_sent, CasenessDifference *row);

/** caseness_difference_try_rules: decides each rule in doubt the other way while rows are unexplained. */
gboolean caseness_difference_try_rules (CasenessComparing *comparing, GError **error);

G_END_DECLS
