/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-way.h"

G_BEGIN_DECLS

/** CasenessEquityOutcome: how finished courses ended, as shares. */
typedef enum
{
  CASENESS_EQUITY_RECOVERY,          /* of courses at caseness */
  CASENESS_EQUITY_RELIABLE_RECOVERY, /* of courses at caseness */
  CASENESS_EQUITY_IMPROVEMENT,       /* reliable, of all courses */
  CASENESS_EQUITY_DETERIORATION,     /* reliable, of all courses */
  CASENESS_N_EQUITY_OUTCOMES
} CasenessEquityOutcome;

/** caseness_equity_outcome_get_measure: Returns: (transfer none): the national measure it is, such as `M192`. */
const char *caseness_equity_outcome_get_measure (CasenessEquityOutcome outcome);

/** caseness_equity_outcome_get_numerator: Returns: the stage that is counted. */
CasenessEquityStage caseness_equity_outcome_get_numerator (CasenessEquityOutcome outcome);

/** caseness_equity_outcome_get_denominator: Returns: the stage it is counted of. */
CasenessEquityStage caseness_equity_outcome_get_denominator (CasenessEquityOutcome outcome);

/** CasenessEquityRate: the outcome of one group, and how it differs from that of everybody else who is known. */
typedef struct
{
  guint numerator;
  guint denominator;
  CasenessInterval rate;       /* Wilson; shares of 1 */
  CasenessInterval difference; /* Newcombe (methods, section 3.1) */
} CasenessEquityRate;

/**
 * caseness_equity_get_rate:
 * @way: the answer by group
 * @group: number of a group
 * @outcome: which outcome
 *
 * Somebody in several groups is compared with those who are not in this one. The group of those not known is compared
 * with nobody.
 *
 * Returns: the rate and the difference; NaN where there is nothing to divide by.
 */
CasenessEquityRate caseness_equity_get_rate (const CasenessEquityWay *way, guint group, CasenessEquityOutcome outcome);

/** caseness_equity_get_overall: Returns: the outcome of everybody, known or not, compared with nobody. */
CasenessEquityRate caseness_equity_get_overall (const CasenessEquityWay *way, CasenessEquityOutcome outcome);

/** CasenessEquityAdjusted: recoveries of a group against those expected of courses that began like its own. */
typedef struct
{
  guint observed;
  double expected;
  CasenessInterval ratio; /* NaN throughout below CASENESS_FEWEST_EXPECTED */
  double rate;            /* share of 1: the service's recovery rate times the ratio, at most 1; NaN without a ratio */
} CasenessEquityAdjusted;

/** caseness_equity_adjust: Returns: recovery of group number @group given problem and severity at the start. */
CasenessEquityAdjusted caseness_equity_adjust (const CasenessEquityWay *way, guint group);

G_END_DECLS
