/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-filter.h"
#include "caseness-measure.h"
#include "caseness-variable.h"

G_BEGIN_DECLS

/** CasenessFigure: one cell of the answer; NAN where a part has no meaning or nothing to stand on. */
typedef struct
{
  double numerator;
  double denominator;
  double value;
} CasenessFigure;

/** CasenessWhere: a wish to see only the people of one group, or of any of some groups of one variable. */
typedef struct
{
  const CasenessVariable *variable;
  const char *value;
  const char *const *others; /* (nullable): more groups, any of which will do as well */
} CasenessWhere;

/** CasenessQuestion: what to work out. All of it is borrowed. */
typedef struct
{
  const CasenessPeriod *periods;
  guint n_periods;
  const CasenessMeasure *const *measures; /* (nullable): NULL for all that are listed */
  guint n_measures;
  const CasenessVariable *const *variables; /* NULL in it is Total; none is Total alone */
  guint n_variables;
  const CasenessWhere *where;  /* joined by "and", each taken at the end of the period (rulings 108) */
  guint n_where;
  const CasenessFilter *filter; /* (nullable): joined to them */
} CasenessQuestion;

/**
 * CasenessAnswer:
 *
 * The figures of every measure asked for, by every variable, in every period, from one pass over the columns of a
 * snapshot. Immutable.
 */
typedef struct _CasenessAnswer CasenessAnswer;

/**
 * caseness_evaluate:
 * @snapshot: a snapshot
 * @question: what to work out
 * @cancellable: (nullable)
 * @error: return location: cancelled, or a group to filter by that there is not
 *
 * Returns: (transfer full) (nullable): the figures, or NULL with @error set.
 */
CasenessAnswer *caseness_evaluate (CasenessSnapshot *snapshot, const CasenessQuestion *question,
                                   GCancellable *cancellable, GError **error);

/** caseness_answer_free: frees the answer. */
void caseness_answer_free (CasenessAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessAnswer, caseness_answer_free)

/** caseness_answer_get_n_periods: how many periods were asked for. */
guint caseness_answer_get_n_periods (const CasenessAnswer *answer);

/** caseness_answer_get_period: Returns: (transfer none): one of them. */
const CasenessPeriod *caseness_answer_get_period (const CasenessAnswer *answer, guint period);

/** caseness_answer_get_n_measures: how many measures were asked for. */
guint caseness_answer_get_n_measures (const CasenessAnswer *answer);

/** caseness_answer_get_measure: Returns: (transfer none): one of them. */
const CasenessMeasure *caseness_answer_get_measure (const CasenessAnswer *answer, guint measure);

/** caseness_answer_get_n_variables: how many variables were asked for, Total counting as one. */
guint caseness_answer_get_n_variables (const CasenessAnswer *answer);

/** caseness_answer_get_variable_name: Returns: (transfer none): the name of one of them. */
const char *caseness_answer_get_variable_name (const CasenessAnswer *answer, guint variable);

/** caseness_answer_get_n_groups: how many groups a variable has in a period. */
guint caseness_answer_get_n_groups (const CasenessAnswer *answer, guint period, guint variable);

/** caseness_answer_get_group: Returns: (transfer none): the label of one of them. */
const char *caseness_answer_get_group (const CasenessAnswer *answer, guint period, guint variable, guint group);

/** caseness_answer_get: Returns: a figure. */
CasenessFigure caseness_answer_get (const CasenessAnswer *answer, guint period, guint variable, guint group,
                                    guint measure);

/**
 * caseness_evaluate_rows:
 * @snapshot: a snapshot
 * @question: one period, any filters; measures and variables are not looked at
 * @measure: a measure that is counted from rows
 * @error: return location: a group to filter by that there is not
 *
 * Who is behind a figure.
 *
 * Returns: (transfer full) (element-type guint) (nullable): the rows of the measure's table that it counts, in order.
 */
GArray *caseness_evaluate_rows (CasenessSnapshot *snapshot, const CasenessQuestion *question,
                                const CasenessMeasure *measure, GError **error);

/**
 * caseness_evaluate_people:
 * @snapshot: a snapshot
 * @question: one period and any filters; measures and variables are not looked at
 * @error: return location: a group to filter by that there is not
 *
 * Returns: (transfer full) (nullable): a bitmap of the pathways that pass, or NULL with @error set.
 */
guint64 *caseness_evaluate_people (CasenessSnapshot *snapshot, const CasenessQuestion *question, GError **error);

G_END_DECLS
