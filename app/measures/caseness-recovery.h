/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-interval.h"
#include "caseness-variable.h"

G_BEGIN_DECLS

/** CasenessRecovery: how the courses of one group turned out. */
typedef struct
{
  char *group;
  guint courses;        /* finished in the period */
  guint at_caseness;    /* at the start */
  guint not_at_caseness;
  guint recovered;
  guint improved;       /* reliably, as the next two */
  guint deteriorated;
  guint no_change;
  guint reliably_recovered;
  guint sessions;       /* of treatment, all together */
  double expected;      /* recoveries, given problems and severity (caseness_casemix_expect()) */
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

/** caseness_recovery_get_denominator: Returns: the courses a rate of recovery is of (rulings 7). */
guint caseness_recovery_get_denominator (const CasenessRecovery *recovery);

/** caseness_recovery_get_rate: Returns: the share that recovered and its 95 % limits, from 0 to 1. */
CasenessInterval caseness_recovery_get_rate (const CasenessRecovery *recovery);

/** caseness_recovery_get_ratio: Returns: observed over expected recoveries; NaN where too few are expected. */
CasenessInterval caseness_recovery_get_ratio (const CasenessRecovery *recovery);

/** caseness_recovery_write_csv: writes rows as `caseness-cli recovery` prints them. */
void caseness_recovery_write_csv (CasenessCsvWriter *writer, const GPtrArray *rows);

G_END_DECLS
