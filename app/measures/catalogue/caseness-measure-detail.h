/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-explanation.h"

#include "caseness-csv-writer.h"

G_BEGIN_DECLS

/** CasenessDetailStep: how time is cut for a table. */
typedef enum
{
  CASENESS_DETAIL_PERIOD,          /* it is not: the whole period */
  CASENESS_DETAIL_MONTHS,
  CASENESS_DETAIL_QUARTERS,
  CASENESS_DETAIL_FINANCIAL_YEARS,
  CASENESS_DETAIL_ROLLING_YEARS,   /* twelve months up to each month */
  CASENESS_N_DETAIL_STEPS
} CasenessDetailStep;

/** caseness_detail_step_get_name: Returns: (transfer none): `Months` …, in the user's language. */
const char *caseness_detail_step_get_name (CasenessDetailStep step);

/** CasenessDetailRow: the figure of one group, or of two groups crossed, over one period. */
typedef struct
{
  CasenessPeriod period;
  char *group;               /* (nullable): of the first variable, where there is one */
  char *other;               /* (nullable): of the second */
  CasenessFigure figure;
  CasenessInterval interval; /* 95%, NAN throughout where none fits */
} CasenessDetailRow;

/** CasenessMeasureDetail: one measure over time and by group. Immutable and reference-counted. */
typedef struct
{
  CasenessSnapshot *snapshot; /* owned */
  CasenessFilter *filter;     /* owned, nullable */
  const CasenessMeasure *measure;
  CasenessPeriod period;
  CasenessDetailStep step;
  const CasenessVariable *by;     /* (nullable) */
  const CasenessVariable *and_by; /* (nullable) */
  GPtrArray *rows;                /* CasenessDetailRow: by period, latest first, then by group as they are printed */
} CasenessMeasureDetail;

/** CasenessDetailQuestion: what to work out. All of it is borrowed. */
typedef struct
{
  const CasenessMeasure *measure;
  CasenessPeriod period;
  CasenessDetailStep step;
  const CasenessVariable *by;     /* (nullable): everybody without one */
  const CasenessVariable *and_by; /* (nullable): crossed with @by */
  const CasenessFilter *filter;   /* (nullable) */
} CasenessDetailQuestion;

/**
 * caseness_measure_detail_new:
 * @snapshot: a snapshot
 * @question: what to work out
 * @cancellable: (nullable)
 * @error: return location: cancelled, or a group to filter by that there is not
 *
 * What is cut ends with the period's last day; quarters and years end there though they may not be over, and those that
 * begin before the first month submitted are left out, not being whole. Of groups crossed, those that nobody is in are
 * left out.
 *
 * Returns: (transfer full) (nullable): the figures, or NULL with @error set.
 */
CasenessMeasureDetail *caseness_measure_detail_new (CasenessSnapshot *snapshot, const CasenessDetailQuestion *question,
                                                    GCancellable *cancellable, GError **error);

/** caseness_measure_detail_ref: Returns: (transfer full): @detail with one more reference. */
CasenessMeasureDetail *caseness_measure_detail_ref (CasenessMeasureDetail *detail);

/** caseness_measure_detail_unref: drops a reference. */
void caseness_measure_detail_unref (CasenessMeasureDetail *detail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessMeasureDetail, caseness_measure_detail_unref)

/** caseness_measure_detail_find_address: Returns: (transfer full): where the figure of @row stands. */
CasenessFigureAddress *caseness_measure_detail_find_address (const CasenessMeasureDetail *detail,
                                                             const CasenessDetailRow *row);

/**
 * caseness_measure_detail_write_csv:
 * @writer: where to
 * @detail: figures
 * @suppresses: small numbers, and what they could be worked out from, are hidden, and counts rounded
 *
 * Writes `period_start,period_end,variable,group,variable_2,group_2,measure_id,measure_name,numerator,denominator,
 * value,low,high` and a row a row.
 */
void caseness_measure_detail_write_csv (CasenessCsvWriter *writer, const CasenessMeasureDetail *detail,
                                        gboolean suppresses);

G_END_DECLS
