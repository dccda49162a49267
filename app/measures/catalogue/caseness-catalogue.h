/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-explanation.h"
#include "caseness-journal.h"

#include "caseness-csv-writer.h"

G_BEGIN_DECLS

/** CasenessCatalogueEntry: a measure with its figure of a period. */
typedef struct
{
  const CasenessMeasure *measure;
  const char *topic;                /* what it is about, as caseness_catalogue_get_topics() has it */
  CasenessFigure figure;
  CasenessInterval interval;        /* 95%, NAN throughout where none fits */
  const CasenessStandard *standard; /* (nullable): in force on the period's last day */
  gboolean is_pinned;               /* people asked to see it first on the overview */
} CasenessCatalogueEntry;

/** CasenessCatalogue: every measure that may be asked for, worked out for one period. Immutable, reference-counted. */
typedef struct
{
  CasenessSnapshot *snapshot; /* owned */
  CasenessFilter *filter;     /* owned, nullable */
  CasenessPeriod period;
  GArray *entries;            /* CasenessCatalogueEntry: by topic, then as in the national metadata */
} CasenessCatalogue;

/** caseness_catalogue_get_topics: Returns: (transfer none) (element-type utf8): what measures are about, in the order
 *  in which people go through the service (`resources/reference/topics.csv`). Marked for translation. */
const GPtrArray *caseness_catalogue_get_topics (void);

/** caseness_catalogue_find_topic: Returns: (transfer none): the topic of a measure that may be asked for. */
const char *caseness_catalogue_find_topic (const CasenessMeasure *measure);

/**
 * caseness_catalogue_new:
 * @snapshot: a snapshot
 * @period: the period
 * @filter: (nullable): whose figures
 * @journal: (nullable): what people pinned
 * @cancellable: (nullable)
 * @error: return location: cancelled, or a group to filter by that there is not
 *
 * Returns: (transfer full) (nullable): the catalogue, or NULL with @error set.
 */
CasenessCatalogue *caseness_catalogue_new (CasenessSnapshot *snapshot, const CasenessPeriod *period,
                                           const CasenessFilter *filter, CasenessJournal *journal,
                                           GCancellable *cancellable, GError **error);

/** caseness_catalogue_ref: Returns: (transfer full): @catalogue with one more reference. */
CasenessCatalogue *caseness_catalogue_ref (CasenessCatalogue *catalogue);

/** caseness_catalogue_unref: drops a reference. */
void caseness_catalogue_unref (CasenessCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessCatalogue, caseness_catalogue_unref)

/**
 * caseness_catalogue_write_csv:
 * @writer: where to
 * @catalogue: figures
 * @chosen: (nullable) (element-type guint): which entries; NULL for all
 * @suppresses: small numbers, and what they could be worked out from, are hidden, and counts rounded
 *
 * Writes `period_start,period_end,topic,measure_id,measure_name,numerator,denominator,value,low,high,standard,
 * definition`.
 */
void caseness_catalogue_write_csv (CasenessCsvWriter *writer, const CasenessCatalogue *catalogue, const GArray *chosen,
                                   gboolean suppresses);

G_END_DECLS
