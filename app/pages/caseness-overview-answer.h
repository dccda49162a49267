/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-overview.h"

G_BEGIN_DECLS

/** CasenessOverviewQuery: what the overview page is asked to show. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFilter *filter;
  CasenessJournal *journal;
  CasenessDate last;
  CasenessOverviewSet set;
  CasenessSeriesStep step;
} CasenessOverviewQuery;

/** caseness_overview_query_copy: Returns: (transfer full): a copy with references of its own. */
CasenessOverviewQuery *caseness_overview_query_copy (const CasenessOverviewQuery *query);

/** caseness_overview_query_free: frees a copy. */
void caseness_overview_query_free (CasenessOverviewQuery *query);

/** CasenessOverviewAnswer: everything the page shows for one query. Immutable; made in a thread. */
typedef struct
{
  CasenessOverview *overview;
} CasenessOverviewAnswer;

/** caseness_overview_answer_new: Returns: (transfer full) (nullable): the answer, or NULL when cancelled. */
CasenessOverviewAnswer *caseness_overview_answer_new (const CasenessOverviewQuery *query, GCancellable *cancellable);

/** caseness_overview_answer_free: frees an answer. */
void caseness_overview_answer_free (CasenessOverviewAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessOverviewAnswer, caseness_overview_answer_free)

G_END_DECLS
