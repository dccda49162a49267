/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-shared.h"

G_BEGIN_DECLS

/** CasenessEquityRoutes: how the people of each group came to the service: their referrals by source. Immutable. */
typedef struct
{
  CasenessEquityCube *cube;
  CasenessEquityWay *groups;             /* by a characteristic */
  CasenessEquityShared *groups_shared;   /* what of it may be told outside */
  CasenessEquityWay *crossed;            /* (nullable): by that and the source, unless they are the same */
  CasenessEquityShared *crossed_shared;
  GPtrArray *names;                      /* char *, owned reference: the sources */
} CasenessEquityRoutes;

/**
 * caseness_equity_routes_new:
 * @cube: counts of the same people, and of everybody
 * @people: (nullable): a bitmap of whom @cube counts
 * @by: the characteristic
 * @area: (nullable): an area of the local population list
 *
 * Returns: (transfer full): their referrals by source.
 */
CasenessEquityRoutes *caseness_equity_routes_new (const CasenessEquityCube *cube, const guint64 *people,
                                                  const CasenessVariable *by, const char *area);

/** caseness_equity_routes_free: frees it. */
void caseness_equity_routes_free (CasenessEquityRoutes *routes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityRoutes, caseness_equity_routes_free)

/** caseness_equity_routes_count: Returns: referrals of group number @group by source number @route; -1 of those of whom
 *  the characteristic is not known. */
int caseness_equity_routes_count (const CasenessEquityRoutes *routes, guint group, guint route);

/** caseness_equity_routes_hides: whether that must not be told outside. */
gboolean caseness_equity_routes_hides (const CasenessEquityRoutes *routes, guint group, guint route);

G_END_DECLS
