/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-measures-answer.h"

#define MONTHS 24

CasenessMeasuresQuery *
caseness_measures_query_copy (const CasenessMeasuresQuery *query)
{
  CasenessMeasuresQuery *copy = g_memdup2 (query, sizeof *query);

  caseness_snapshot_ref (copy->snapshot);
  caseness_filter_ref (copy->filter);
  caseness_journal_ref (copy->journal);
  return copy;
}

void
caseness_measures_query_free (CasenessMeasuresQuery *query)
{
  caseness_snapshot_unref (query->snapshot);
  caseness_filter_unref (query->filter);
  caseness_journal_unref (query->journal);
  g_free (query);
}

CasenessCatalogue *
caseness_measures_answer_list (const CasenessMeasuresQuery *query, GCancellable *cancellable)
{
  return caseness_catalogue_new (query->snapshot, &query->period, query->filter, query->journal, cancellable, NULL);
}

static CasenessExplanation *
explain (const CasenessMeasuresQuery *query)
{
  g_autoptr(CasenessFigureAddress) address
    = caseness_figure_address_new (query->measure->id, &query->period, NULL, query->filter);

  return caseness_explanation_new (address, query->snapshot, NULL);
}

static CasenessOverview *
draw (const CasenessMeasuresQuery *query, GCancellable *cancellable)
{
  CasenessOverviewOptions options = {
    .step = CASENESS_SERIES_MONTHS,
    .n_points = MONTHS,
    .last = query->period.end,
    .filter = query->filter,
    .journal = query->journal,
    .measure = query->measure,
  };

  return caseness_overview_new (query->snapshot, &options, cancellable, NULL);
}

static CasenessMeasureDetail *
break_down (const CasenessMeasuresQuery *query, GCancellable *cancellable)
{
  const CasenessDetailQuestion question = {
    .measure = query->measure,
    .period = query->period,
    .step = query->step,
    .by = query->by,
    .and_by = query->and_by,
    .filter = query->filter,
  };

  return caseness_measure_detail_new (query->snapshot, &question, cancellable, NULL);
}

CasenessMeasureAnswer *
caseness_measure_answer_new (const CasenessMeasuresQuery *query, GCancellable *cancellable)
{
  g_autoptr(CasenessMeasureAnswer) answer = g_new0 (CasenessMeasureAnswer, 1);
  gboolean can_compute = query->measure->statistic != CASENESS_STATISTIC_NONE;

  answer->explanation = explain (query);
  if (can_compute)
    answer->overview = draw (query, cancellable);
  answer->detail = break_down (query, cancellable);
  if (answer->explanation == NULL || answer->detail == NULL || (can_compute && answer->overview == NULL))
    return NULL;
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&answer);
}

void
caseness_measure_answer_free (CasenessMeasureAnswer *answer)
{
  g_clear_pointer (&answer->explanation, caseness_explanation_unref);
  g_clear_pointer (&answer->overview, caseness_overview_unref);
  g_clear_pointer (&answer->detail, caseness_measure_detail_unref);
  g_free (answer);
}
