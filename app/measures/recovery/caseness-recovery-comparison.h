/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-recovery.h"
#include "caseness-statistics-funnel.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CasenessRecoveryBasis: what groups are compared by. */
typedef enum
{
  CASENESS_RECOVERY_CRUDE,    /* the share that recovered, around that of everybody */
  CASENESS_RECOVERY_ADJUSTED, /* observed over expected recoveries, around 1 */
  CASENESS_N_RECOVERY_BASES
} CasenessRecoveryBasis;

/** CasenessStanding: how far a group is from what chance explains, small groups not being judged. */
typedef enum
{
  CASENESS_STANDING_TOO_FEW,
  CASENESS_STANDING_INSIDE,
  CASENESS_STANDING_LOW_95,  /* worth a look */
  CASENESS_STANDING_HIGH_95,
  CASENESS_STANDING_LOW_998, /* to be looked into */
  CASENESS_STANDING_HIGH_998,
  CASENESS_N_STANDINGS
} CasenessStanding;

/** CASENESS_FEWEST_JUDGED: smaller groups are shown with their counts and nothing is said of them (methods, section 7). */
#define CASENESS_FEWEST_JUDGED 10

/** CASENESS_FEWEST_FOR_95: of smaller groups only 99.8 % limits are asked about. */
#define CASENESS_FEWEST_FOR_95 30

/** CASENESS_FEWEST_UNITS_TO_WIDEN: with fewer groups their spread is noise, and limits are not widened by it. */
#define CASENESS_FEWEST_UNITS_TO_WIDEN 10

/** CASENESS_FEWEST_UNITS_IN_FUNNEL: fewer groups than these are better seen side by side than in a funnel. */
#define CASENESS_FEWEST_UNITS_IN_FUNNEL 5

/** CasenessRecoverySpread: by how much groups differ beyond chance (methods, section 6.4). */
typedef struct
{
  guint n_units; /* groups that have a figure */
  double phi;    /* 1 where chance explains all; NaN for fewer than two groups */
  double tau2;
} CasenessRecoverySpread;

/** CasenessRecoveryComparison: groups held against each other. Immutable. */
typedef struct
{
  GPtrArray *rows;               /* (element-type CasenessRecovery) */
  GPtrArray *everybody;          /* (element-type CasenessRecovery): one row, or none without courses */
  CasenessRecoverySpread spreads[CASENESS_N_RECOVERY_BASES];
} CasenessRecoveryComparison;

/**
 * caseness_recovery_comparison_new:
 * @frame: a snapshot and a period
 * @variables: (element-type CasenessVariable): what to group by
 * @people: (nullable): a bitmap of whom to count
 *
 * Returns: (transfer full): the comparison, expectations being those of caseness_recovery_count_four_way().
 */
CasenessRecoveryComparison *caseness_recovery_comparison_new (CasenessFrame *frame, const GPtrArray *variables,
                                                              const guint64 *people);

/**
 * caseness_recovery_comparison_new_beside:
 * @frame: a snapshot and a period
 * @variables: as caseness_recovery_comparison_new()
 * @people: likewise
 * @other: a comparison of the same people in the same period by something else
 *
 * As caseness_recovery_comparison_new(), without counting everybody again.
 *
 * Returns: (transfer full): the comparison.
 */
CasenessRecoveryComparison *caseness_recovery_comparison_new_beside (CasenessFrame *frame, const GPtrArray *variables,
                                                                     const guint64 *people,
                                                                     const CasenessRecoveryComparison *other);

/** caseness_recovery_comparison_free: frees a comparison. */
void caseness_recovery_comparison_free (CasenessRecoveryComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessRecoveryComparison, caseness_recovery_comparison_free)

/** caseness_recovery_comparison_get_everybody: Returns: (transfer none) (nullable): all courses; NULL for none. */
const CasenessRecovery *caseness_recovery_comparison_get_everybody (const CasenessRecoveryComparison *comparison);

/** caseness_recovery_comparison_get_baseline: Returns: the line the groups lie about, NaN without courses. */
double caseness_recovery_comparison_get_baseline (const CasenessRecoveryComparison *comparison,
                                                  CasenessRecoveryBasis basis);

/** caseness_recovery_get_size: Returns: what makes a group large: courses, or recoveries expected. */
double caseness_recovery_get_size (const CasenessRecovery *row, CasenessRecoveryBasis basis);

/** caseness_recovery_get_value: Returns: the figure of a group and its 95 % limits; NaN where there is none. */
CasenessInterval caseness_recovery_get_value (const CasenessRecovery *row, CasenessRecoveryBasis basis);

/**
 * caseness_recovery_comparison_limits:
 * @comparison: a comparison
 * @basis: what is compared
 * @is_widened: for how far groups differ beyond chance
 * @size: caseness_recovery_get_size()
 * @confidence: CASENESS_CONFIDENCE_95 or CASENESS_CONFIDENCE_998
 *
 * Where the normal limits of a share would be wrong for their small group the exact ones are taken (methods, section 6.2).
 *
 * Returns: the limits of a group of @size.
 */
CasenessInterval caseness_recovery_comparison_limits (const CasenessRecoveryComparison *comparison,
                                                      CasenessRecoveryBasis basis, gboolean is_widened, double size,
                                                      double confidence);

/** caseness_recovery_comparison_can_widen: whether there are enough groups and they differ more than by chance. */
gboolean caseness_recovery_comparison_can_widen (const CasenessRecoveryComparison *comparison,
                                                 CasenessRecoveryBasis basis);

/** caseness_recovery_comparison_judge: Returns: where a group stands, by the house rules of methods, section 7. */
CasenessStanding caseness_recovery_comparison_judge (const CasenessRecoveryComparison *comparison,
                                                     const CasenessRecovery *row, CasenessRecoveryBasis basis,
                                                     gboolean is_widened);

/** caseness_recovery_comparison_count: writes how many groups have each standing. */
void caseness_recovery_comparison_count (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis,
                                         gboolean is_widened, guint n[CASENESS_N_STANDINGS]);

/** caseness_recovery_comparison_list_outside: Returns: (transfer container) (element-type CasenessRecovery): the groups
 *  outside their limits, in the order of the rows: never by how far out they are. */
GPtrArray *caseness_recovery_comparison_list_outside (const CasenessRecoveryComparison *comparison,
                                                      CasenessRecoveryBasis basis, gboolean is_widened);

/**
 * caseness_recovery_comparison_list_by_value:
 *
 * Returns: (transfer container) (element-type CasenessRecovery): the groups with the highest value first, ties by name,
 *   those too few to be judged after them, those without a value last. An order to read a chart by; places in it mean
 *   nothing and are not numbered (methods, section 7).
 */
GPtrArray *caseness_recovery_comparison_list_by_value (const CasenessRecoveryComparison *comparison,
                                                       CasenessRecoveryBasis basis);

/** caseness_recovery_comparison_expect_outside: Returns: how many groups would be outside 95 % by chance alone. */
double caseness_recovery_comparison_expect_outside (const CasenessRecoveryComparison *comparison,
                                                    CasenessRecoveryBasis basis);

/** caseness_standing_is_outside: whether a standing is beyond 95 % or 99.8 % limits. */
gboolean caseness_standing_is_outside (CasenessStanding standing);

/** caseness_standing_is_far: whether it is beyond 99.8 % limits. */
gboolean caseness_standing_is_far (CasenessStanding standing);

G_END_DECLS
