/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-overview-answer.h"

#define MONTHS 24
#define WEEKS 52

CasenessOverviewQuery *
caseness_overview_query_copy (const CasenessOverviewQuery *query)
{
  CasenessOverviewQuery *copy = g_memdup2 (query, sizeof *query);

  caseness_snapshot_ref (copy->snapshot);
  caseness_filter_ref (copy->filter);
  caseness_journal_ref (copy->journal);
  return copy;
}

void
caseness_overview_query_free (CasenessOverviewQuery *query)
{
  caseness_snapshot_unref (query->snapshot);
  caseness_filter_unref (query->filter);
  caseness_journal_unref (query->journal);
  g_free (query);
}

CasenessOverviewAnswer *
caseness_overview_answer_new (const CasenessOverviewQuery *query, GCancellable *cancellable)
{
  g_autoptr(CasenessOverviewAnswer) answer = g_new0 (CasenessOverviewAnswer, 1);
  CasenessOverviewOptions options = {
    .set = query->set,
    .step = query->step,
    .n_points = query->step == CASENESS_SERIES_MONTHS ? MONTHS : WEEKS,
    .last = query->last,
    .filter = query->filter,
    .journal = query->journal,
  };

  answer->overview = caseness_overview_new (query->snapshot, &options, cancellable, NULL);
  if (answer->overview == NULL)
    return NULL;
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&answer);
}

void
caseness_overview_answer_free (CasenessOverviewAnswer *answer)
{
  g_clear_pointer (&answer->overview, caseness_overview_unref);
  g_free (answer);
}
