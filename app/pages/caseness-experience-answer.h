/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-experience.h"

G_BEGIN_DECLS

/** CasenessExperienceQuery: what the experience page is asked to show. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFilter *filter;
  CasenessPeriod period;
  CasenessDate as_at;
  const CasenessVariable *variable; /* (nullable): by what; everybody without one */
} CasenessExperienceQuery;

/** caseness_experience_query_copy: Returns: (transfer full): a copy with references of its own. */
CasenessExperienceQuery *caseness_experience_query_copy (const CasenessExperienceQuery *query);

/** caseness_experience_query_free: frees a copy. */
void caseness_experience_query_free (CasenessExperienceQuery *query);

/** CasenessExperienceAnswer: everything the page shows for one query. Immutable; made in a thread. */
typedef struct
{
  CasenessExperienceQuery *query;
  CasenessExperience *experience;
} CasenessExperienceAnswer;

/** caseness_experience_answer_new: Returns: (transfer full) (nullable): the answer, or NULL when cancelled. */
CasenessExperienceAnswer *caseness_experience_answer_new (const CasenessExperienceQuery *query,
                                                          GCancellable *cancellable);

/** caseness_experience_answer_free: frees an answer. */
void caseness_experience_answer_free (CasenessExperienceAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessExperienceAnswer, caseness_experience_answer_free)

G_END_DECLS
