/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-cycle-result.h"

G_BEGIN_DECLS

/** CasenessCycleQuery: which cycle to look into. Owns what it holds. */
typedef struct
{
  CasenessCycle *cycle;
  CasenessSnapshot *snapshot;
  CasenessDate as_at;
} CasenessCycleQuery;

/** caseness_cycle_query_new: Returns: (transfer full): what became of @cycle as known in @snapshot on a day. */
CasenessCycleQuery *caseness_cycle_query_new (const CasenessCycle *cycle, CasenessSnapshot *snapshot,
                                              CasenessDate as_at);

/** caseness_cycle_query_free: frees a query. */
void caseness_cycle_query_free (CasenessCycleQuery *query);

/** CasenessCycleAnswer: what became of it. Immutable; made in a thread. */
typedef struct
{
  CasenessCycleResult *result; /* (nullable): NULL when its filter names a group that there is no more */
  char *trouble;               /* (nullable): why there is no result */
} CasenessCycleAnswer;

/** caseness_cycle_answer_new: Returns: (transfer full) (nullable): the answer, or NULL when cancelled. */
CasenessCycleAnswer *caseness_cycle_answer_new (const CasenessCycleQuery *query, GCancellable *cancellable);

/** caseness_cycle_answer_free: frees an answer. */
void caseness_cycle_answer_free (CasenessCycleAnswer *answer);

G_END_DECLS
