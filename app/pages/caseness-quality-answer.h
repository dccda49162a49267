/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-quality.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CasenessQualityQuery: what the data quality page is asked to show. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFilter *filter;
  CasenessPeriod period;
  CasenessDate as_at;
  CasenessQualitySplit split;
} CasenessQualityQuery;

/** caseness_quality_query_copy: Returns: (transfer full): a copy with references of its own. */
CasenessQualityQuery *caseness_quality_query_copy (const CasenessQualityQuery *query);

/** caseness_quality_query_free: frees a copy. */
void caseness_quality_query_free (CasenessQualityQuery *query);

/** CasenessQualityAnswer: everything the page shows for one query. Immutable; made in a thread. */
typedef struct
{
  CasenessQuality *quality;
  CasenessQualitySplit split;
  GPtrArray *groups;                    /* (nullable) (element-type CasenessQualityGroup): unless by item */
  GPtrArray *rules;                     /* (nullable) (element-type CasenessQualityRule): of each group, as groups */
} CasenessQualityAnswer;

/** caseness_quality_answer_new: Returns: (transfer full) (nullable): the answer, or NULL when cancelled. */
CasenessQualityAnswer *caseness_quality_answer_new (const CasenessQualityQuery *query, GCancellable *cancellable);

/** caseness_quality_answer_free: frees an answer. */
void caseness_quality_answer_free (CasenessQualityAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessQualityAnswer, caseness_quality_answer_free)

G_END_DECLS
