/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-use.h"

G_BEGIN_DECLS

/** CasenessAdsmQuery: what the page on ADSM use is asked to show. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFilter *filter;
  CasenessPeriod period;
  CasenessDate as_at;
  CasenessAdsmFamily family;
  CasenessAdsmSplit split;
} CasenessAdsmQuery;

/** caseness_adsm_query_copy: Returns: (transfer full): a copy with references of its own. */
CasenessAdsmQuery *caseness_adsm_query_copy (const CasenessAdsmQuery *query);

/** caseness_adsm_query_free: frees a copy. */
void caseness_adsm_query_free (CasenessAdsmQuery *query);

/** CasenessAdsmAnswer: everything the page shows for one query. Immutable and reference-counted; made in a thread. */
typedef struct
{
  CasenessAdsmUse *use;        /* (nullable): NULL when the filter names a group that there is not */
  CasenessGrouping *problems;  /* of every pathway */
} CasenessAdsmAnswer;

/** caseness_adsm_answer_new: Returns: (transfer full) (nullable): the answer, or NULL when cancelled. */
CasenessAdsmAnswer *caseness_adsm_answer_new (const CasenessAdsmQuery *query, GCancellable *cancellable);

/** caseness_adsm_answer_ref: Returns: (transfer full): @answer with one more reference. */
CasenessAdsmAnswer *caseness_adsm_answer_ref (CasenessAdsmAnswer *answer);

/** caseness_adsm_answer_unref: drops a reference. */
void caseness_adsm_answer_unref (CasenessAdsmAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessAdsmAnswer, caseness_adsm_answer_unref)

/** caseness_adsm_answer_get_problem: Returns: (transfer none): the problem descriptor of a pathway, as its group is
 *  labelled. */
const char *caseness_adsm_answer_get_problem (const CasenessAdsmAnswer *answer, guint pathway);

G_END_DECLS
