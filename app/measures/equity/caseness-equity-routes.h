/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-shared.h"

G_BEGIN_DECLS

/** CasenessEquityRoutes: how the people of each group came to the service: their referrals by source. Immutable. */
typedef struct
{
  CasenessEquityWay *groups;             /* by a characteristic */
  CasenessEquityShared *groups_shared;   /* what of it may be told outside */
  CasenessEquityWay *crossed;            /* (nullable): by that and the source, unless they are the same */
  CasenessEquityShared *crossed_shared;
  GPtrArray *names;                      /* char *, owned reference: the sources */
} CasenessEquityRoutes;

/** caseness_equity_routes_cross: Returns: @by across source of referral, or by itself where it is that. */
CasenessEquityCut caseness_equity_routes_cross (const CasenessVariable *by);

/**
 * caseness_equity_routes_new:
 * @cube: counts by the characteristic, by source of referral, and by caseness_equity_routes_cross()
 * @by: the characteristic
 * @area: (nullable): an area of the local population list
 *
 * Returns: (transfer full): their referrals by source.
 */
CasenessEquityRoutes *caseness_equity_routes_new (const CasenessEquityCube *cube, const CasenessVariable *by,
                                                  const char *area);

/** caseness_equity_routes_free: frees it. */
void caseness_equity_routes_free (CasenessEquityRoutes *routes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityRoutes, caseness_equity_routes_free)

/** caseness_equity_routes_count: Returns: referrals of group number @group by source number @route; -1 of those of whom
 *  the characteristic is not known. */
int caseness_equity_routes_count (const CasenessEquityRoutes *routes, guint group, guint route);

/** caseness_equity_routes_hides: whether that must not be told outside. */
gboolean caseness_equity_routes_hides (const CasenessEquityRoutes *routes, guint group, guint route);

G_END_DECLS
