/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-stage.h"
#include "caseness-variable.h"

G_BEGIN_DECLS

/** CASENESS_MAX_CROSSED: most variables that are laid across one another. */
#define CASENESS_MAX_CROSSED 3

/** CasenessEquityCut: what people are divided by: one variable, or several at once. */
typedef struct
{
  const CasenessVariable *variables[CASENESS_MAX_CROSSED];
  guint n_variables;
} CasenessEquityCut;

/** caseness_equity_cut_is_equal: whether two cuts name the same variables in the same order. */
gboolean caseness_equity_cut_is_equal (const CasenessEquityCut *a, const CasenessEquityCut *b);

/**
 * CasenessEquityPlan:
 *
 * What counting needs that no filter changes: the days on which pathways came to a stage, by span of time, and into
 * which class of each cut they fall. Pathways that are in the same groups of every variable of a cut are one class, so
 * that those in several groups are counted in one pass like all others. Immutable and reference-counted.
 */
typedef struct _CasenessEquityPlan CasenessEquityPlan;

/**
 * caseness_equity_plan_new:
 * @frame: a snapshot and the period whose end settles ages
 * @cuts: (array length=n_cuts): what to divide by
 * @n_cuts: how many
 * @spans: (array length=n_spans): times that follow one another without a gap, such as months
 * @n_spans: how many
 *
 * Returns: (transfer full): the plan.
 */
CasenessEquityPlan *caseness_equity_plan_new (CasenessFrame *frame, const CasenessEquityCut *cuts, guint n_cuts,
                                              const CasenessPeriod *spans, guint n_spans);

/** caseness_equity_plan_join_unsaid: has those of whom a group of its own says that nothing is known, `ZZ Not Stated` or
 *  `Invalid Code`, in one row with those not known, so that it tells of all of them. So it has those of indeterminate
 *  gender: they are few, and larger groups beside them would have to be hidden for their sake. A group that a list of local
 *  population tells of stays. To be called before anything is counted. */
void caseness_equity_plan_join_unsaid (CasenessEquityPlan *plan);

/** caseness_equity_plan_joins_unsaid: whether it does so. */
gboolean caseness_equity_plan_joins_unsaid (const CasenessEquityPlan *plan);

/** caseness_equity_plan_ref: Returns: (transfer full): @plan with one more reference. */
CasenessEquityPlan *caseness_equity_plan_ref (CasenessEquityPlan *plan);

/** caseness_equity_plan_unref: drops a reference. */
void caseness_equity_plan_unref (CasenessEquityPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityPlan, caseness_equity_plan_unref)

/** caseness_equity_plan_get_snapshot: Returns: (transfer none): the snapshot it is of. */
CasenessSnapshot *caseness_equity_plan_get_snapshot (const CasenessEquityPlan *plan);

/** caseness_equity_plan_get_period: Returns: (transfer none): the period whose end settles ages. */
const CasenessPeriod *caseness_equity_plan_get_period (const CasenessEquityPlan *plan);

/** caseness_equity_plan_find_cut: Returns: the number of @cut in the plan, or -1. */
int caseness_equity_plan_find_cut (const CasenessEquityPlan *plan, const CasenessEquityCut *cut);

/** caseness_equity_plan_get_cut: Returns: (transfer none): cut number @cut. */
const CasenessEquityCut *caseness_equity_plan_get_cut (const CasenessEquityPlan *plan, guint cut);

/** caseness_equity_plan_get_n_cuts: how many cuts there are. */
guint caseness_equity_plan_get_n_cuts (const CasenessEquityPlan *plan);

/** caseness_equity_plan_get_labels: Returns: (transfer none) (element-type utf8): the groups of one variable of a cut. */
const GPtrArray *caseness_equity_plan_get_labels (const CasenessEquityPlan *plan, guint cut, guint variable);

/** caseness_equity_plan_get_spans: Returns: (transfer none) (array length=n): the times it counts by. */
const CasenessPeriod *caseness_equity_plan_get_spans (const CasenessEquityPlan *plan, guint *n);

G_END_DECLS
