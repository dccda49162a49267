/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-shared.h"

G_BEGIN_DECLS

/** CasenessEquityRoutes: how the people of each group came to the service, their referrals by source; or what they were
 *  given there, their finished courses by intensity. Immutable. */
typedef struct
{
  CasenessEquityStage stage;             /* that is counted */
  CasenessEquityWay *groups;             /* by a characteristic */
  CasenessEquityShared *groups_shared;   /* what of it may be told outside */
  CasenessEquityWay *crossed;            /* (nullable): by that and the source or intensity, unless they are the same */
  CasenessEquityShared *crossed_shared;
  GPtrArray *names;                      /* char *, owned reference: the sources or intensities */
} CasenessEquityRoutes;

/** CASENESS_EQUITY_SOURCES: the variable that tells where referrals came from. */
#define CASENESS_EQUITY_SOURCES "Referral Route"

/** CASENESS_EQUITY_INTENSITIES: the variable that tells the intensity of therapy in a course. */
#define CASENESS_EQUITY_INTENSITIES "Step"

/** caseness_equity_routes_cross: Returns: @by across the variable @across, or by itself where it is that. */
CasenessEquityCut caseness_equity_routes_cross (const CasenessVariable *by, const char *across);

/**
 * caseness_equity_routes_new:
 * @cube: counts by the characteristic, by the variable across it, and by caseness_equity_routes_cross()
 * @by: the characteristic
 * @across: the other variable: CASENESS_EQUITY_SOURCES …
 * @stage: what to count
 * @area: (nullable): an area of the local population list
 *
 * Returns: (transfer full): the people of each group by it.
 */
CasenessEquityRoutes *caseness_equity_routes_new (const CasenessEquityCube *cube, const CasenessVariable *by,
                                                  const char *across, CasenessEquityStage stage, const char *area);

/** caseness_equity_routes_free: frees it. */
void caseness_equity_routes_free (CasenessEquityRoutes *routes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityRoutes, caseness_equity_routes_free)

/** caseness_equity_routes_count: Returns: people of group number @group by source or intensity number @route; -1 of those
 *  of whom the characteristic is not known. */
int caseness_equity_routes_count (const CasenessEquityRoutes *routes, guint group, guint route);

/** caseness_equity_routes_hides: whether that must not be told outside. */
gboolean caseness_equity_routes_hides (const CasenessEquityRoutes *routes, guint group, guint route);

G_END_DECLS
