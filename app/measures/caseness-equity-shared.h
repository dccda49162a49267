/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-outcome.h"

G_BEGIN_DECLS

/**
 * CasenessEquityShared:
 *
 * Which counts of an answer may be told outside the service (methods, section 14). Whoever reads them is taken to know
 * every number that is told exactly, since an interval gives it away, and to have other prints of the same period.
 *
 * Promised is that no count below five, nor a none, can be worked out
 * - from one print: groups add up to all whose group is known, those and the others to all, and where groups are parts
 *   of larger ones (`resources/reference/population-folds.csv`), to those;
 * - from the prints of a filter and of everybody, of a filter and of the same with one wish less, and, for a filter of one
 *   wish, of that filter, of everybody and of all whom it leaves out. To that end a count is hidden too where what the
 *   filter leaves out of it is below five, and what is hidden besides is chosen by everybody's counts, so that both have
 *   the same gaps.
 *
 * Two things tell of nobody and are told: of a group that the filter is about and leaves whole or leaves out, that nobody
 * else is in it or nobody at all; and of a group of whom nobody came to any stage in the period, that there are none.
 *
 * Not promised is anything of prints of other periods, of filters that differ in the groups they name of one
 * characteristic, or in two wishes or more; nor of groups crossed against each characteristic by itself, where those not
 * known stand between. All counts told are rounded to five besides.
 */
typedef struct _CasenessEquityShared CasenessEquityShared;

/**
 * caseness_equity_shared_new:
 * @cube: the counts, and with a filter those of more people
 * @cut: number of the cut that @way is by
 * @way: an answer, which it does not keep
 *
 * Returns: (transfer full): what may be told of @way.
 */
CasenessEquityShared *caseness_equity_shared_new (const CasenessEquityCube *cube, guint cut,
                                                  const CasenessEquityWay *way);

/** caseness_equity_shared_free: frees it. */
void caseness_equity_shared_free (CasenessEquityShared *shared);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityShared, caseness_equity_shared_free)

/** caseness_equity_shared_hides: whether the count of group number @group at @stage, and all that is worked out from it,
 *  must not be told. @shared may be NULL, which tells everything. */
gboolean caseness_equity_shared_hides (const CasenessEquityShared *shared, guint group, CasenessEquityStage stage);

/** caseness_equity_shared_hides_known: the same of all whose group is known, and of what is expected by their number. */
gboolean caseness_equity_shared_hides_known (const CasenessEquityShared *shared, CasenessEquityStage stage);

/** caseness_equity_shared_hides_outcome: the same for a share of courses. */
gboolean caseness_equity_shared_hides_outcome (const CasenessEquityShared *shared, guint group,
                                               CasenessEquityOutcome outcome);

G_END_DECLS
