/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-experience-answer.h"

CasenessExperienceQuery *
caseness_experience_query_copy (const CasenessExperienceQuery *query)
{
  CasenessExperienceQuery *copy = g_memdup2 (query, sizeof *query);

  caseness_snapshot_ref (copy->snapshot);
  caseness_filter_ref (copy->filter);
  return copy;
}

void
caseness_experience_query_free (CasenessExperienceQuery *query)
{
  caseness_snapshot_unref (query->snapshot);
  caseness_filter_unref (query->filter);
  g_free (query);
}

CasenessExperienceAnswer *
caseness_experience_answer_new (const CasenessExperienceQuery *query, GCancellable *cancellable)
{
  CasenessExperience *experience
    = caseness_experience_new (query->snapshot, &query->period, query->filter, query->variable, cancellable, NULL);
  CasenessExperienceAnswer *answer;

  if (experience == NULL)
    return NULL;
  answer = g_new0 (CasenessExperienceAnswer, 1);
  answer->query = caseness_experience_query_copy (query);
  answer->experience = experience;
  return answer;
}

void
caseness_experience_answer_free (CasenessExperienceAnswer *answer)
{
  caseness_experience_query_free (answer->query);
  caseness_experience_free (answer->experience);
  g_free (answer);
}
