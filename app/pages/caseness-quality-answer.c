/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-answer.h"

CasenessQualityQuery *
caseness_quality_query_copy (const CasenessQualityQuery *query)
{
  CasenessQualityQuery *copy = g_memdup2 (query, sizeof *query);

  caseness_snapshot_ref (copy->snapshot);
  caseness_filter_ref (copy->filter);
  return copy;
}

void
caseness_quality_query_free (CasenessQualityQuery *query)
{
  caseness_snapshot_unref (query->snapshot);
  caseness_filter_unref (query->filter);
  g_free (query);
}

CasenessQualityAnswer *
caseness_quality_answer_new (const CasenessQualityQuery *query, GCancellable *cancellable)
{
  g_autoptr(CasenessQualityAnswer) answer = g_new0 (CasenessQualityAnswer, 1);

  answer->quality = caseness_quality_new (query->snapshot, &query->period, query->filter, query->as_at);
  answer->split = query->split;
  if (query->split != CASENESS_QUALITY_BY_ITEM)
    {
      answer->groups = caseness_quality_count (answer->quality, query->split);
      answer->rules = caseness_quality_count_rules_by (answer->quality, query->split);
    }
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&answer);
}

void
caseness_quality_answer_free (CasenessQualityAnswer *answer)
{
  caseness_quality_unref (answer->quality);
  g_clear_pointer (&answer->groups, g_ptr_array_unref);
  g_clear_pointer (&answer->rules, g_ptr_array_unref);
  g_free (answer);
}
