/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-answer.h"

CasenessAdsmQuery *
caseness_adsm_query_copy (const CasenessAdsmQuery *query)
{
  CasenessAdsmQuery *copy = g_memdup2 (query, sizeof *query);

  caseness_snapshot_ref (copy->snapshot);
  caseness_filter_ref (copy->filter);
  return copy;
}

void
caseness_adsm_query_free (CasenessAdsmQuery *query)
{
  caseness_snapshot_unref (query->snapshot);
  caseness_filter_unref (query->filter);
  g_free (query);
}

static CasenessGrouping *
group_problems (const CasenessAdsmQuery *query)
{
  g_autoptr(CasenessFrame) frame = caseness_frame_new (query->snapshot);

  caseness_frame_set_period (frame, &query->period);
  return caseness_variable_group (caseness_adsm_split_get_variable (CASENESS_ADSM_BY_PROBLEM), frame);
}

CasenessAdsmAnswer *
caseness_adsm_answer_new (const CasenessAdsmQuery *query, GCancellable *cancellable)
{
  CasenessAdsmAnswer *answer;

  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  answer = g_rc_box_new0 (CasenessAdsmAnswer);
  answer->use = caseness_adsm_use_new (query->snapshot, &query->period, query->filter, query->as_at, query->family,
                                       query->split, NULL);
  answer->problems = group_problems (query);
  return answer;
}

CasenessAdsmAnswer *
caseness_adsm_answer_ref (CasenessAdsmAnswer *answer)
{
  return g_rc_box_acquire (answer);
}

static void
clear_answer (CasenessAdsmAnswer *answer)
{
  g_clear_pointer (&answer->use, caseness_adsm_use_free);
  g_clear_pointer (&answer->problems, caseness_grouping_free);
}

void
caseness_adsm_answer_unref (CasenessAdsmAnswer *answer)
{
  g_rc_box_release_full (answer, (GDestroyNotify) clear_answer);
}

const char *
caseness_adsm_answer_get_problem (const CasenessAdsmAnswer *answer, guint pathway)
{
  g_return_val_if_fail (answer != NULL, NULL);

  return g_ptr_array_index (answer->problems->labels, answer->problems->groups[pathway]);
}
