/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-catalogue.h"
#include "caseness-measure-detail.h"
#include "caseness-overview.h"

G_BEGIN_DECLS

/** CasenessMeasuresQuery: what the measures page is asked to show. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFilter *filter;
  CasenessJournal *journal;
  CasenessPeriod period;
  const CasenessMeasure *measure; /* (nullable): the one that is open; the rest is about it */
  CasenessDetailStep step;
  const CasenessVariable *by;     /* (nullable) */
  const CasenessVariable *and_by; /* (nullable) */
} CasenessMeasuresQuery;

/** caseness_measures_query_copy: Returns: (transfer full): a copy with references of its own. */
CasenessMeasuresQuery *caseness_measures_query_copy (const CasenessMeasuresQuery *query);

/** caseness_measures_query_free: frees a copy. */
void caseness_measures_query_free (CasenessMeasuresQuery *query);

/** caseness_measures_answer_list: Returns: (transfer full) (nullable): the CasenessCatalogue, NULL when cancelled. */
CasenessCatalogue *caseness_measures_answer_list (const CasenessMeasuresQuery *query, GCancellable *cancellable);

/** CasenessMeasureAnswer: everything there is to show of one measure. Immutable; made in a thread. */
typedef struct
{
  CasenessExplanation *explanation; /* owned */
  CasenessOverview *overview;       /* owned: its months, the one row of it; none when it cannot be computed */
  CasenessMeasureDetail *detail;    /* owned */
} CasenessMeasureAnswer;

/** caseness_measure_answer_new: Returns: (transfer full) (nullable): the answer, or NULL when cancelled. */
CasenessMeasureAnswer *caseness_measure_answer_new (const CasenessMeasuresQuery *query, GCancellable *cancellable);

/** caseness_measure_answer_free: frees an answer. */
void caseness_measure_answer_free (CasenessMeasureAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessMeasureAnswer, caseness_measure_answer_free)

G_END_DECLS
