/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-queues.h"
#include "caseness-ptl-since.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CasenessPtlQuery: what the waiting page is asked to show. A value. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFilter *filter;
  CasenessStage stage;
  CasenessDate as_at;
  int standard_days; /* or CASENESS_STANDARD_OF_STAGE */
  CasenessPtlSplit split;
  CasenessPtlSplit only_split; /* CASENESS_PTL_SPLIT_ALL for everybody */
  char *only_group;            /* (nullable) */
  CasenessJournal *journal;    /* (nullable): actions and kept lists */
} CasenessPtlQuery;

/** caseness_ptl_query_copy: Returns: (transfer full): a copy with references of its own. */
CasenessPtlQuery *caseness_ptl_query_copy (const CasenessPtlQuery *query);

/** caseness_ptl_query_free: frees a copy. */
void caseness_ptl_query_free (CasenessPtlQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPtlQuery, caseness_ptl_query_free)

/**
 * caseness_ptl_query_narrow:
 * @query: a query
 *
 * Returns: (transfer full): its filter, with the one group that is counted joined to it, for what leaves the page.
 */
CasenessFilter *caseness_ptl_query_narrow (const CasenessPtlQuery *query);

/**
 * CasenessPtlAnswer:
 *
 * Everything the waiting page shows for one query. Immutable and reference-counted; made in a thread.
 */
typedef struct
{
  CasenessPtlQuery *query;
  CasenessPtl *ptl;
  CasenessPtlGrid *grid;
  guint n_waiting[CASENESS_N_STAGES];   /* how many wait for each stage, in this filter */
  GStrv only_groups;                    /* the groups of the query's second split */
  CasenessPtlActions *actions;
  CasenessPtlSince *since;
  gboolean is_kept;                     /* the list of this day is kept */
  GArray *queues;                       /* (element-type CasenessPtlQueue): everybody, then the largest groups */
  GStrv *groups;                        /* (array length=CASENESS_N_DIMENSIONS): what a filter can be set to */
} CasenessPtlAnswer;

/** The rows of the grid below those of its groups. */
typedef enum
{
  CASENESS_PTL_ROW_TOTAL,
  CASENESS_PTL_ROW_UNDATED,
  CASENESS_N_PTL_EXTRA_ROWS
} CasenessPtlExtraRow;

/** The columns of the grid after those of weeks. */
typedef enum
{
  CASENESS_PTL_COLUMN_TOTAL,
  CASENESS_PTL_COLUMN_PAST,
  CASENESS_PTL_COLUMN_LONGEST,
  CASENESS_N_PTL_EXTRA_COLUMNS
} CasenessPtlExtraColumn;

/**
 * caseness_ptl_answer_new:
 * @query: what is asked; its one group may be gone from this day, filter or queue, and everybody is counted then
 * @earlier: (nullable): an answer to a like question, whose parts are used again where they still hold
 * @cancellable: (nullable)
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the answer, or NULL when cancelled.
 */
CasenessPtlAnswer *caseness_ptl_answer_new (const CasenessPtlQuery *query, CasenessPtlAnswer *earlier,
                                            GCancellable *cancellable, GError **error);

/** caseness_ptl_answer_ref: Returns: (transfer full): @answer with one more reference. */
CasenessPtlAnswer *caseness_ptl_answer_ref (CasenessPtlAnswer *answer);

/** caseness_ptl_answer_unref: drops a reference. */
void caseness_ptl_answer_unref (CasenessPtlAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPtlAnswer, caseness_ptl_answer_unref)

/**
 * caseness_ptl_answer_list_people:
 * @answer: an answer
 * @row: a row of its grid, then total and undated; -1 for everybody
 * @column: a column of weeks, then total, past and longest; -1 for all
 *
 * Returns: (transfer container) (element-type CasenessPtlPerson): who is counted there, in waiting order; they belong
 *   to @answer.
 */
GPtrArray *caseness_ptl_answer_list_people (const CasenessPtlAnswer *answer, int row, int column);

G_END_DECLS
