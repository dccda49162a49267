/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-cycle.h"
#include "caseness-series.h"

G_BEGIN_DECLS

/** CASENESS_CYCLE_FEWEST_BEFORE: of fewer points before a change there are no limits to hold what came after against. */
#define CASENESS_CYCLE_FEWEST_BEFORE 6

/** CASENESS_CYCLE_FEWEST_AFTER: with fewer points after it nothing can be said, unless one is beyond a limit. */
#define CASENESS_CYCLE_FEWEST_AFTER 3

/** CasenessCycleVerdict: what the figure says of a change. It never says why. */
typedef enum
{
  CASENESS_CYCLE_NO_FIGURE,  /* no measure, or no day of the change yet */
  CASENESS_CYCLE_NOT_BEGUN,  /* no whole month since the change */
  CASENESS_CYCLE_NO_BEFORE,  /* too few points before it */
  CASENESS_CYCLE_TOO_EARLY,
  CASENESS_CYCLE_BETTER,     /* better than what was ordinary before, beyond chance */
  CASENESS_CYCLE_WORSE,
  CASENESS_CYCLE_DIFFERENT,  /* beyond chance, of a figure of which neither way is better */
  CASENESS_CYCLE_BOTH,       /* now better, now worse */
  CASENESS_CYCLE_NO_SIGN,    /* nothing beyond what was ordinary before */
} CasenessCycleVerdict;

/** CasenessCycleSide: a figure before a change, or since. */
typedef struct
{
  guint n_points;     /* that have a value */
  double numerator;   /* of percentages: all points together */
  double denominator;
  double value;       /* of percentages the share of all together, else the mean of the points; NaN for none */
} CasenessCycleSide;

/** CasenessCycleResult: what became of a figure. Immutable. */
typedef struct
{
  CasenessCycle *cycle;       /* owned */
  CasenessSeries *series;     /* (nullable): as it is to be shown: with the step if people say there is one */
  guint first_after;          /* the first whole point of the time since the change; n_points for none */
  CasenessCycleSide before;
  CasenessCycleSide after;
  CasenessInterval difference; /* of shares, in percentage points with 95 % limits; NaN where it has no meaning */
  guint n_run;                /* points since the change that run on one side of the mean of before, to the latest */
  guint n_beyond;             /* points since the change beyond a limit of before */
  CasenessCycleVerdict verdict;
} CasenessCycleResult;

/**
 * caseness_cycle_result_new:
 * @cycle: a cycle
 * @snapshot: what is known
 * @filter: (nullable): joined to the cycle's own
 * @last: the last day that is looked at
 * @cancellable: (nullable)
 * @error: return location: a group to filter by that there is not
 *
 * Months before the change make the limits; the month in which it began, unless on its first day, is on neither side. A
 * run counts only as far as it lies after the change. Limits are drawn afresh from the change only where people recorded a
 * step; the verdict does not depend on it.
 *
 * Returns: (transfer full) (nullable): what became of it.
 */
CasenessCycleResult *caseness_cycle_result_new (const CasenessCycle *cycle, CasenessSnapshot *snapshot,
                                                CasenessFilter *filter, CasenessDate last, GCancellable *cancellable,
                                                GError **error);

/** caseness_cycle_result_free: frees it. */
void caseness_cycle_result_free (CasenessCycleResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessCycleResult, caseness_cycle_result_free)

/** caseness_cycle_result_judge: fills in both sides, the run and the verdict of @result from @series, whose limits stand
 *  on the points before the change; for tests. */
void caseness_cycle_result_judge (CasenessCycleResult *result, const CasenessSeries *series);

/** caseness_cycle_result_dup_sentence: Returns: (transfer full): whether it worked, in plain words, and how sure that is. */
char *caseness_cycle_result_dup_sentence (const CasenessCycleResult *result);

/** caseness_cycle_result_dup_advice: Returns: (transfer full): what to bear in mind of that sentence, and to do next. */
char *caseness_cycle_result_dup_advice (const CasenessCycleResult *result);

/**
 * caseness_cycle_result_dup_sides:
 * @result: a result
 * @suppresses: whether it is for people outside, who are not told of fewer than five
 *
 * Returns: (transfer full): the figure before and since, and their difference, in one sentence; empty where there is none.
 */
char *caseness_cycle_result_dup_sides (const CasenessCycleResult *result, gboolean suppresses);

G_END_DECLS
