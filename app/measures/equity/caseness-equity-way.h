/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-population.h"
#include "caseness-statistics-equity.h"

G_BEGIN_DECLS

/** CASENESS_UNKNOWN_WARNING: from more than this percentage not known on, no ratio stands without a warning. */
#define CASENESS_UNKNOWN_WARNING 10

/** CasenessEquityGroup: one group on its way through the service. */
typedef struct
{
  CasenessEquityLine *line;                      /* (transfer none): which group, and who lives there */
  double need;                                   /* people in need, NaN unless prevalence is known */
  guint observed[CASENESS_N_EQUITY_STAGES];
  double recoveries; /* expected of its courses at caseness, given how they began */
  CasenessShare shares[CASENESS_N_EQUITY_STAGES]; /* NaN throughout unless the group is listed */
} CasenessEquityGroup;

/** CasenessEquityWay: who comes to each stage of the service, against who lives there. Immutable. */
typedef struct
{
  GPtrArray *groups;                        /* CasenessEquityGroup: those listed, the others, those not known */
  GPtrArray *lines;                         /* CasenessEquityLine */
  char *area;                               /* (nullable): of whose list */
  guint observed[CASENESS_N_EQUITY_STAGES]; /* all together */
  guint missing[CASENESS_N_EQUITY_STAGES];  /* of them not known */
  double recoveries;                        /* expected of all courses at caseness */
  double population;                        /* of the groups listed */
  double need;                              /* NaN unless the prevalence of every group is known */
  gboolean has_population;
  gboolean is_by_need;                      /* expected by need; else by population */
  gboolean is_estimated;                    /* crossed groups, worked out from single variables */
} CasenessEquityWay;

/**
 * caseness_equity_way_new:
 * @cube: counts
 * @cut: number of a cut
 * @area: (nullable): an area of the local population list; NULL for all its rows
 * @by_population: expect by population even where need is known
 *
 * Expected are as many as would be seen of each group were all groups seen alike for their need, or where the
 * prevalence of a group is not known, for their number (methods, section 12.2; rulings 81, 82).
 *
 * Returns: (transfer full): the answer.
 */
CasenessEquityWay *caseness_equity_way_new (const CasenessEquityCube *cube, guint cut, const char *area,
                                            gboolean by_population);

/** caseness_equity_way_free: frees the answer. */
void caseness_equity_way_free (CasenessEquityWay *way);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityWay, caseness_equity_way_free)

/**
 * caseness_equity_way_recount:
 * @way: an answer
 * @cube: other counts by the same plan
 * @cut: number of the cut that @way is by
 * @counts: (out caller-allocates): by group and stage, then those of all together
 *
 * How many other people are in the same groups.
 */
void caseness_equity_way_recount (const CasenessEquityWay *way, const CasenessEquityCube *cube, guint cut,
                                  guint (*counts)[CASENESS_N_EQUITY_STAGES]);

/** caseness_equity_way_get_group: Returns: (transfer none): group number @group. */
const CasenessEquityGroup *caseness_equity_way_get_group (const CasenessEquityWay *way, guint group);

/** caseness_equity_way_get_missing: Returns: percentage not known at @stage, NaN when nobody came to it. */
double caseness_equity_way_get_missing (const CasenessEquityWay *way, CasenessEquityStage stage);

/** caseness_equity_way_is_doubtful: whether so many are not known at @stage that ratios need a warning. */
gboolean caseness_equity_way_is_doubtful (const CasenessEquityWay *way, CasenessEquityStage stage);

/** CasenessEquityVerdict: what an interval says of a ratio. */
typedef enum
{
  CASENESS_EQUITY_NO_VERDICT, /* no ratio, or an interval that holds 1 */
  CASENESS_EQUITY_FEWER,      /* the whole interval is below 1: under-represented */
  CASENESS_EQUITY_MORE,
} CasenessEquityVerdict;

/** caseness_equity_group_judge: Returns: what the interval of the ratio at @stage says. */
CasenessEquityVerdict caseness_equity_group_judge (const CasenessEquityGroup *group, CasenessEquityStage stage);

/** caseness_equity_group_get_to_parity: Returns: people missing until the ratio is 1, 0 when none are, NaN unknown. */
double caseness_equity_group_get_to_parity (const CasenessEquityGroup *group, CasenessEquityStage stage);

/**
 * caseness_equity_get_access:
 * @treated: people whose first treatment was in the period
 * @need: people in need
 * @period: the period
 *
 * Returns: people treated in a year for every hundred in need, with the limits of a count (methods, section 12.1).
 */
CasenessInterval caseness_equity_get_access (guint treated, double need, const CasenessPeriod *period);

G_END_DECLS
