/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-outcome.h"

G_BEGIN_DECLS

/**
 * CasenessEquityShared:
 *
 * Which counts of an answer may be told outside the service (methods, section 14). Whoever reads them is taken to know
 * every number that is told exactly, since an interval gives it away, and to have all other prints of the same period and
 * the same local population.
 *
 * Promised is that no hidden count can be worked out from all of those together: each characteristic by itself, two or
 * three across one another, everything under filters of one wish or two, of one group or several, and groups and the
 * larger ones that they are parts of (`resources/reference/population-folds.csv`). To that end a number is told or hidden
 * by who it is of, whichever print it stands in: a group of a filter's people and the same two groups crossed are one
 * (CasenessEquityFamily, CasenessToldCube). Of more than three characteristics at once nothing is told; and nothing under a
 * filter that wants neither whole groups nor larger ones. A count under a filter of several groups is told if each of
 * theirs is.
 *
 * Two things tell of nobody and are told: that none are in a group that the filter is about and leaves out; and of a group
 * of whom nobody came to any stage in the period, that there are none. Of how many people of a filter or of crossed groups
 * a characteristic is not known may be worked out, where it has two groups or more.
 *
 * Not promised is anything of prints of other periods. All counts told are rounded to five besides.
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

/** caseness_equity_shared_stars: whether a star stands for the count and all that is worked out from it: it is hidden, or
 *  below five, none among them, as in what NHS England publishes (methods, section 14.1), though none may tell of nobody. */
gboolean caseness_equity_shared_stars (const CasenessEquityShared *shared, guint group, CasenessEquityStage stage);

/** caseness_equity_shared_stars_outcome: the same for a share of courses. */
gboolean caseness_equity_shared_stars_outcome (const CasenessEquityShared *shared, guint group,
                                               CasenessEquityOutcome outcome);

G_END_DECLS
