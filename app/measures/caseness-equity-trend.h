/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-way.h"

G_BEGIN_DECLS

/** CasenessEquityMonth: the gap of one group in one span of a plan. */
typedef struct
{
  CasenessPeriod span;
  guint observed;
  double expected;
  CasenessInterval ratio; /* NaN throughout below CASENESS_FEWEST_EXPECTED: too few to say */
} CasenessEquityMonth;

/**
 * caseness_equity_trend_new:
 * @cube: counts
 * @cut: number of a cut
 * @way: the answer by that cut
 * @group: number of a group that is listed
 * @stage: which stage
 *
 * The group's ratio month by month, for an XmR chart. Shares of need are those of @way; people stay in the group they
 * are in at the end of the period, so that months add up to it.
 *
 * Returns: (transfer full) (element-type CasenessEquityMonth): a row for each span of the plan.
 */
GArray *caseness_equity_trend_new (const CasenessEquityCube *cube, guint cut, const CasenessEquityWay *way,
                                   guint group, CasenessEquityStage stage);

/**
 * caseness_equity_list_months:
 * @period: a period
 * @earliest: the first day of which anything is known, or CASENESS_DATE_NONE
 * @n_months: how many months to go back from its end
 *
 * Returns: (transfer full) (element-type CasenessPeriod): whole months up to the end of @period, cut where it begins
 *   and ends, and all of its own however many they are.
 */
GArray *caseness_equity_list_months (const CasenessPeriod *period, CasenessDate earliest, guint n_months);

G_END_DECLS
