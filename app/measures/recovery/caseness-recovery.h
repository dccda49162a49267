/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-interval.h"
#include "caseness-statistics-summary.h"
#include "caseness-variable.h"

G_BEGIN_DECLS

/** CasenessRecoveryScale: what effect sizes are shown of. */
typedef enum
{
  CASENESS_RECOVERY_PHQ9,
  CASENESS_RECOVERY_GAD7,
  CASENESS_RECOVERY_WSAS, /* the sum of its five items, of those to whom all five applied */
  CASENESS_N_RECOVERY_SCALES
} CasenessRecoveryScale;

/** CasenessRecoveryOutcome: what became of a course; every course is of one of them (charts, section 6). */
typedef enum
{
  CASENESS_OUTCOME_RELIABLE_RECOVERY,
  CASENESS_OUTCOME_RECOVERY_ONLY,    /* recovered, not reliably */
  CASENESS_OUTCOME_IMPROVEMENT_ONLY, /* reliably better, not recovered */
  CASENESS_OUTCOME_NO_RELIABLE_CHANGE,
  CASENESS_OUTCOME_RELIABLY_WORSE,
  CASENESS_OUTCOME_NOT_KNOWN,        /* no last score */
  CASENESS_N_RECOVERY_OUTCOMES
} CasenessRecoveryOutcome;

/** CASENESS_FEWEST_FOR_EFFECT: of fewer pairs of scores no mean and no effect size is told (methods, section 11.1). */
#define CASENESS_FEWEST_FOR_EFFECT 5

/** CasenessRecovery: how the courses of one group turned out. */
typedef struct
{
  char *group;
  GArray *pathways;     /* guint32: whose courses they are */
  guint courses;        /* finished in the period */
  guint at_caseness;    /* at the start */
  guint not_at_caseness;
  guint recovered;
  guint improved;       /* reliably, as the next two */
  guint deteriorated;
  guint no_change;
  guint no_outcome;     /* none of the three is known, for want of a last score */
  guint reliably_recovered;
  guint outcomes[CASENESS_N_RECOVERY_OUTCOMES]; /* sum up to the courses */
  guint sessions;       /* of treatment, all together */
  double median_sessions;
  CasenessChange changes[CASENESS_N_RECOVERY_SCALES]; /* in points; of those with both scores */
  CasenessWaits first_waits;  /* days from referral to first treatment */
  CasenessWaits second_waits; /* days from first to second treatment */
  guint appointments;   /* within the courses, those cancelled aside */
  guint missed;         /* of them: not attended without notice */
  double expected;      /* recoveries, given the cases (caseness_casemix_expect_group()) */
  double variance;
  gboolean leaves_own_out; /* expected from the courses of the others alone */
} CasenessRecovery;

/**
 * caseness_recovery_count:
 * @frame: a snapshot and a period
 * @variables: (element-type CasenessVariable): what to group by, crossed when there are several
 * @people: (nullable): a bitmap of whom to count (caseness_evaluate_people()); what to expect of them is worked out
 *   over everybody
 *
 * Returns: (transfer full) (element-type CasenessRecovery): a row a group that has courses.
 */
GPtrArray *caseness_recovery_count (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people);

/** caseness_recovery_count_four_way: as caseness_recovery_count(), what to expect being worked out as
 *  caseness_casemix_new_four_way() says, without their own courses for large groups. */
GPtrArray *caseness_recovery_count_four_way (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people);

/** caseness_recovery_get_denominator: Returns: the courses a rate of recovery is of (rulings 7). */
guint caseness_recovery_get_denominator (const CasenessRecovery *recovery);

/** caseness_recovery_get_rate: Returns: the share that recovered and its 95 % limits, from 0 to 1. */
CasenessInterval caseness_recovery_get_rate (const CasenessRecovery *recovery);

/** caseness_recovery_get_ratio: Returns: observed over expected recoveries; NaN where too few are expected. */
CasenessInterval caseness_recovery_get_ratio (const CasenessRecovery *recovery);

/** caseness_recovery_get_reliable_rate: Returns: the share that recovered and got reliably better. */
CasenessInterval caseness_recovery_get_reliable_rate (const CasenessRecovery *recovery);

/** caseness_recovery_get_share: Returns: @count of all courses, with its limits. */
CasenessInterval caseness_recovery_get_share (const CasenessRecovery *recovery, guint count);

/** caseness_recovery_get_mean_sessions: Returns: treatment sessions per course; NaN without courses. */
double caseness_recovery_get_mean_sessions (const CasenessRecovery *recovery);

/** caseness_recovery_get_missed_rate: Returns: the share of appointments, those cancelled aside, that were missed. */
CasenessInterval caseness_recovery_get_missed_rate (const CasenessRecovery *recovery);

/** caseness_recovery_get_effect: Returns: an effect size; NaN of fewer pairs than CASENESS_FEWEST_FOR_EFFECT. */
double caseness_recovery_get_effect (const CasenessRecovery *recovery, CasenessRecoveryScale scale);

/** caseness_recovery_get_more: Returns: recoveries more (fewer when negative) than expected; NaN where too few are
 *  expected to say. */
double caseness_recovery_get_more (const CasenessRecovery *recovery);

/** caseness_recovery_write_full_csv: writes rows with all there is to say of them, for the page's table. */
void caseness_recovery_write_full_csv (CasenessCsvWriter *writer, const GPtrArray *rows);

/** caseness_recovery_write_csv: writes rows as `caseness-cli recovery` prints them. */
void caseness_recovery_write_csv (CasenessCsvWriter *writer, const GPtrArray *rows);

G_END_DECLS
