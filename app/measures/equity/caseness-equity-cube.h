/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-plan.h"

G_BEGIN_DECLS

/**
 * CasenessEquityCube:
 *
 * How many of the people chosen came to each stage, in each span, by each class of each cut of a plan. Never changes for
 * those who look at it; what nobody asks for is not counted. Several threads may ask.
 */
typedef struct _CasenessEquityCube CasenessEquityCube;

/**
 * CasenessEquityChoice:
 *
 * Which groups are meant, by variable of a cut: a row of flags by group. A pathway is meant when it is in one of the
 * chosen groups of every variable, and counts once, in however many of them it is.
 */
typedef struct
{
  const gboolean *is_chosen[CASENESS_MAX_CROSSED];
} CasenessEquityChoice;

/**
 * caseness_equity_cube_new:
 * @plan: a plan
 * @people: (nullable): a bitmap of whom to count (caseness_evaluate_people()), NULL for everybody
 *
 * One pass over the events of @plan, and one for each of its cuts when it is first asked for.
 *
 * Returns: (transfer full): the counts.
 */
CasenessEquityCube *caseness_equity_cube_new (CasenessEquityPlan *plan, const guint64 *people);

/** caseness_equity_cube_count_all: counts by every cut at once, with as many threads as are worth while. */
void caseness_equity_cube_count_all (CasenessEquityCube *cube);

/** caseness_equity_cube_free: frees the counts. */
void caseness_equity_cube_free (CasenessEquityCube *cube);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityCube, caseness_equity_cube_free)

/** caseness_equity_cube_get_plan: Returns: (transfer none): the plan it counts by. */
CasenessEquityPlan *caseness_equity_cube_get_plan (const CasenessEquityCube *cube);

/**
 * caseness_equity_cube_add_wider:
 * @cube: the counts
 * @wider: (transfer full): those of more people of the same times, by some of the same cuts
 *
 * Says what else may be told of the same people month by month: everybody, and those that each wish of a filter by itself
 * leaves out, so that none of it can be worked out from a difference (caseness_equity_trend_hide()).
 */
void caseness_equity_cube_add_wider (CasenessEquityCube *cube, CasenessEquityCube *wider);

/** caseness_equity_cube_get_wider: Returns: (transfer none) (element-type CasenessEquityCube): what was added so. */
const GPtrArray *caseness_equity_cube_get_wider (const CasenessEquityCube *cube);

/** CasenessEquityWish: what a filter wants of one characteristic. */
typedef struct
{
  const CasenessVariable *variable; /* (nullable): NULL for what cannot be told apart */
  guint64 *people;                  /* owned: a bitmap of whom that lets through */
} CasenessEquityWish;

/** caseness_equity_cube_add_wish: says that the people counted are those of a filter that has this wish; @people is
 *  (transfer full). */
void caseness_equity_cube_add_wish (CasenessEquityCube *cube, const CasenessVariable *variable, guint64 *people);

/** caseness_equity_cube_is_of_everybody: whether it counts everybody. */
gboolean caseness_equity_cube_is_of_everybody (const CasenessEquityCube *cube);

/** caseness_equity_cube_get_wishes: Returns: (transfer none) (element-type CasenessEquityWish): all that was said so. */
const GPtrArray *caseness_equity_cube_get_wishes (const CasenessEquityCube *cube);

/** caseness_equity_cube_get_n_classes: how many classes the pathways of a cut fall into. */
guint caseness_equity_cube_get_n_classes (const CasenessEquityCube *cube, guint cut);

/** caseness_equity_cube_is_class_in: whether class number @which is in one of the groups @is_chosen of variable number
 *  @variable of a cut. */
gboolean caseness_equity_cube_is_class_in (const CasenessEquityCube *cube, guint cut, guint which, guint variable,
                                           const gboolean *is_chosen);

/** caseness_equity_cube_count_class: how many of class number @which came to each stage in the period of the plan. */
void caseness_equity_cube_count_class (const CasenessEquityCube *cube, guint cut, guint which, guint *counts);

/**
 * caseness_equity_cube_count:
 * @cube: the counts
 * @cut: number of a cut
 * @choice: (nullable): which groups; NULL for everybody
 * @span: a span, or -1 for all that lie in the period of the plan
 * @counts: (out caller-allocates) (array fixed-size=CASENESS_N_EQUITY_STAGES): how many, by stage
 */
void caseness_equity_cube_count (const CasenessEquityCube *cube, guint cut, const CasenessEquityChoice *choice,
                                 int span, guint *counts);

/**
 * caseness_equity_cube_expect:
 * @cube: the counts
 * @cut: number of a cut
 * @choice: (nullable): which groups; NULL for everybody
 *
 * Returns: how many courses at caseness in the period of the plan would have recovered, had each done as those like it
 *   by problem and severity at the start did in the whole service (methods, section 5).
 */
double caseness_equity_cube_expect (const CasenessEquityCube *cube, guint cut, const CasenessEquityChoice *choice);

G_END_DECLS
