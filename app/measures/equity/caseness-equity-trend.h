/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-shared.h"

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

/**
 * caseness_equity_trend_hide:
 * @cube: the counts, and with a filter those of more people
 * @cut: number of the cut that @way is by
 * @way: an answer
 * @group: number of a group of it
 * @stage: a stage
 * @shared: what may be told of @way
 *
 * Which months of a trend may not be told outside: small ones, those whose rest a filter would give away, and as many
 * others of the period as it takes that none can be worked out from the count of the whole period.
 *
 * Returns: (transfer full): by month.
 */
gboolean *caseness_equity_trend_hide (const CasenessEquityCube *cube, guint cut, const CasenessEquityWay *way, guint group,
                                      CasenessEquityStage stage, const CasenessEquityShared *shared);

G_END_DECLS
