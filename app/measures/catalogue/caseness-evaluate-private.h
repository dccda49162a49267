/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Shared by the files that answer a question: the answer (caseness-answer.c), counting rows (caseness-evaluate-count.c),
 * and the rest (caseness-evaluate.c).
 */

/* What the rows of one measure add up to in one group. */
typedef struct
{
  gint64 sum;
  guint32 n;
} CasenessCell;

/* A value and the group it belongs to; sorted, the values of a group lie together in order. */
typedef struct
{
  guint32 group;
  gint32 value;
} CasenessGroupedValue;

/* One variable in one period. */
typedef struct
{
  GPtrArray *labels;
  CasenessFigure *figures; /* group by group, all measures of the catalogue */
} CasenessBlock;

struct _CasenessAnswer
{
  CasenessPeriod *periods;
  guint n_periods;
  const CasenessMeasure **measures;
  guint n_measures;
  char **variables;
  guint n_variables;
  CasenessBlock *blocks; /* period by period */
};

/* The groups of several variables side by side, so that what one pathway falls into lies together. */
typedef struct
{
  guint width;      /* how many variables */
  guint16 *groups;  /* by pathway, then variable */
} CasenessMatrix;

/* What several threads share: nothing in it changes while they work. */
typedef struct
{
  CasenessSnapshot *snapshot;
  const CasenessQuestion *question;
  const CasenessMeasure *catalogue;
  guint n_catalogue;
  gboolean *is_needed;          /* by measure of the catalogue */
  guint n_variables;
  CasenessGrouping **groupings; /* by variable; NULL where they depend on the period */
  gboolean is_filter_by_period; /* other people are wanted in another period */
  guint64 *filter;              /* pathways, unless that is so; NULL for everybody */
  CasenessAnswer *answer;
  GCancellable *cancellable;    /* (nullable) */
  int next_period;              /* (atomic): which nobody has taken */
} CasenessShared;

/* What is at hand while a thread works out one period after another. */
typedef struct _CasenessWork CasenessWork;
struct _CasenessWork
{
  const CasenessShared *shared;
  CasenessFrame *frame;
  CasenessGrouping **groupings; /* by variable; owned where they depend on the period */
  CasenessMatrix matrix;                /* of those groupings that put everybody into one group */
  guint *matrix_variables;      /* which variables they are */
  CasenessCell **cells;                 /* by variable: group by group, all measures */
  GArray **values;              /* by variable: CasenessGroupedValue, of the measure at hand */
  CasenessBlock *blocks;                /* of this period */
  const guint64 *filter;        /* pathways; NULL for everybody */
  guint64 *own_filter;          /* the same where it depends on the period */
  guint64 *row_filters[CASENESS_N_TABLES]; /* the same for the rows of other tables, once asked for */
  guint32 *rows;                /* of the measure at hand */
  guint32 *pathways;            /* whose they are */
  gint32 *row_values;
  guint n_rows;
  guint n_room;                 /* for rows */
  GError *error;
  CasenessWork *helper;         /* (nullable): counts some of the measures, where there are fewer periods than threads */
};

/** caseness_question_get_variable: Returns: (transfer none) (nullable): one of the variables, NULL for Total. */
static inline const CasenessVariable *
caseness_question_get_variable (const CasenessQuestion *question, guint i)
{
  return question->n_variables > 0 ? question->variables[i] : NULL;
}

/** caseness_question_is_grouped_by_period: whether somebody may be in another group of that variable in another period. */
static inline gboolean
caseness_question_is_grouped_by_period (const CasenessQuestion *question, guint i)
{
  const CasenessVariable *variable = caseness_question_get_variable (question, i);

  return variable != NULL && caseness_variable_is_by_period (variable);
}

/** caseness_answer_new: Returns: (transfer full): an answer without figures yet. */
CasenessAnswer *caseness_answer_new (const CasenessQuestion *question);

/** caseness_work_start_matrix: puts the groups of the period side by side, once they are known. */
void caseness_work_start_matrix (CasenessWork *work);

/** caseness_work_lend: lets @helper count into the groups of the period of @work. */
void caseness_work_lend (const CasenessWork *work, CasenessWork *helper);

/** caseness_work_take_back: ends that. */
void caseness_work_take_back (CasenessWork *helper);

/** caseness_work_count: counts the rows of a measure of the catalogue in all groups of all variables. */
void caseness_work_count (CasenessWork *work, guint measure);

/** caseness_work_drop_filter: forgets whom the filter lets through. */
void caseness_work_drop_filter (CasenessWork *work);

G_END_DECLS
