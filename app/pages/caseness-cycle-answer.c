/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cycle-answer.h"

CasenessCycleQuery *
caseness_cycle_query_new (const CasenessCycle *cycle, CasenessSnapshot *snapshot, CasenessDate as_at)
{
  CasenessCycleQuery *query = g_new0 (CasenessCycleQuery, 1);

  query->cycle = caseness_cycle_copy (cycle);
  query->snapshot = caseness_snapshot_ref (snapshot);
  query->as_at = as_at;
  return query;
}

void
caseness_cycle_query_free (CasenessCycleQuery *query)
{
  caseness_cycle_free (query->cycle);
  caseness_snapshot_unref (query->snapshot);
  g_free (query);
}

CasenessCycleAnswer *
caseness_cycle_answer_new (const CasenessCycleQuery *query, GCancellable *cancellable)
{
  CasenessCycleAnswer *answer = g_new0 (CasenessCycleAnswer, 1);
  g_autoptr(GError) error = NULL;

  answer->result
    = caseness_cycle_result_new (query->cycle, query->snapshot, NULL, query->as_at, cancellable, &error);
  if (answer->result == NULL && g_cancellable_is_cancelled (cancellable))
    {
      g_free (answer);
      return NULL;
    }
  if (answer->result == NULL)
    answer->trouble = g_strdup (error->message);
  return answer;
}

void
caseness_cycle_answer_free (CasenessCycleAnswer *answer)
{
  g_clear_pointer (&answer->result, caseness_cycle_result_free);
  g_free (answer->trouble);
  g_free (answer);
}
