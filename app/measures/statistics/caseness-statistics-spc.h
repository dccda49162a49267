/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-interval.h"

G_BEGIN_DECLS

/*
 * Control charts of one figure over time, as NHS England's Making Data Count draws them (methods, section 9). What is
 * not defined is NaN.
 */

/** CASENESS_SPC_FEWEST_POINTS: limits from fewer points than these are trial limits. */
#define CASENESS_SPC_FEWEST_POINTS 12

/** CasenessSpcOptions: what people may decide. */
typedef struct
{
  gboolean screens_ranges; /* leave outlying steps from point to point out; FALSE matches the NHS Excel tool */
  guint baseline;          /* limits from so many first points; 0 from all */
  guint shift;             /* points on one side of the mean that make a shift */
  guint trend;             /* points rising or falling that make a trend */
  gboolean counts_beyond;  /* a point outside the limits counts for two in three */
} CasenessSpcOptions;

/** caseness_spc_options_init: sets the ordinary decisions. */
void caseness_spc_options_init (CasenessSpcOptions *options);

/** CasenessSpcLimits: where the figure lies while nothing changes. */
typedef struct
{
  double mean;
  double lower;
  double upper;
  double near_lower; /* two thirds of the way to the limits */
  double near_upper;
  guint n;           /* points the limits stand on */
  gboolean is_trial; /* fewer than CASENESS_SPC_FEWEST_POINTS in the phase */
} CasenessSpcLimits;

/** caseness_spc_measure: Returns: the limits of @n values, none of which is missing. */
CasenessSpcLimits caseness_spc_measure (const double *values, guint n, const CasenessSpcOptions *options);

/** CasenessSpcRule: what makes a point special, the rule that colours it first. */
typedef enum
{
  CASENESS_SPC_LIMIT, /* outside the limits */
  CASENESS_SPC_TREND,
  CASENESS_SPC_TWO_IN_THREE,
  CASENESS_SPC_SHIFT,
  CASENESS_SPC_N_RULES,
  CASENESS_SPC_COMMON = CASENESS_SPC_N_RULES /* no rule: common cause */
} CasenessSpcRule;

/** CasenessSpcPoint: one point of a chart. */
typedef struct
{
  double value;                       /* NaN where there is none */
  guint phase;
  gint8 signs[CASENESS_SPC_N_RULES];  /* by rule: 1 high or rising, -1 low or falling, 0 does not apply */
  CasenessSpcRule rule;               /* the one that colours the point */
  gint8 sign;                         /* its sign */
} CasenessSpcPoint;

/** CasenessSpcChart: a figure over time, in one or more phases. */
typedef struct
{
  CasenessSpcPoint *points;
  guint n_points;
  CasenessSpcLimits *phases;
  guint n_phases;
} CasenessSpcChart;

/**
 * caseness_spc_chart_init:
 * @chart: (out caller-allocates): the answer; clear with caseness_spc_chart_clear()
 * @values: (array length=n): the figure, NaN where it is missing
 * @n: how many
 * @starts: (nullable) (array length=n_starts): the points, in order, at which people say that a new phase begins
 * @n_starts: how many
 * @options: decisions
 *
 * Limits and rules start afresh with each phase. A missing value is skipped: its neighbours are next to each other.
 */
void caseness_spc_chart_init (CasenessSpcChart *chart, const double *values, guint n, const guint *starts,
                              guint n_starts, const CasenessSpcOptions *options);

/** caseness_spc_chart_clear: frees what @chart holds. */
void caseness_spc_chart_clear (CasenessSpcChart *chart);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasenessSpcChart, caseness_spc_chart_clear)

/*
 * The rules one by one. Each writes @n signs: 1 high or rising, -1 low or falling, 0 does not apply.
 */

/** caseness_spc_mark_limits: points outside the limits; a point on a limit is inside. */
void caseness_spc_mark_limits (const double *values, guint n, double lower, double upper, gint8 *signs);

/** caseness_spc_mark_sides: on which side of @mean each point lies; 0 on it. */
void caseness_spc_mark_sides (const double *values, guint n, double mean, gint8 *signs);

/** caseness_spc_trigger_shift: points that end @points or more in a row of the same of @sides. */
void caseness_spc_trigger_shift (const gint8 *sides, guint n, guint points, gint8 *signs);

/** caseness_spc_trigger_trend: points that end @points or more in a row, each above (below) the one before. */
void caseness_spc_trigger_trend (const double *values, guint n, guint points, gint8 *signs);

/** caseness_spc_fill_back: every point of the runs whose ends are @triggers; the later run has a shared point. */
void caseness_spc_fill_back (const gint8 *triggers, guint n, guint points, gint8 *signs);

/**
 * caseness_spc_mark_two_in_three:
 * @beyond: (array length=n): which points lie beyond the near limits, and on which side
 * @sides: (nullable) (array length=n): the side of the mean of each; NULL not to ask where the third point lies
 * @n: how many
 * @signs: (out caller-allocates) (array length=n): the points beyond, of three in a row that hold two of them
 */
void caseness_spc_mark_two_in_three (const gint8 *beyond, const gint8 *sides, guint n, gint8 *signs);

/** caseness_spc_judge: fills in the rules of @n values of one phase, none missing, against @limits. */
void caseness_spc_judge (const double *values, guint n, const CasenessSpcLimits *limits,
                         const CasenessSpcOptions *options, CasenessSpcPoint *points);

/** caseness_spc_choose_rule: has the first of the rules that apply to @point colour it. */
void caseness_spc_choose_rule (CasenessSpcPoint *point);

/** CasenessSpcDirection: which way is better. */
typedef enum
{
  CASENESS_SPC_INCREASE,
  CASENESS_SPC_DECREASE,
  CASENESS_SPC_NEITHER,
} CasenessSpcDirection;

/** CasenessSpcMeaning: what a special point means for the service. */
typedef enum
{
  CASENESS_SPC_MEANS_NOTHING,
  CASENESS_SPC_MEANS_IMPROVEMENT,
  CASENESS_SPC_MEANS_CONCERN,
  CASENESS_SPC_MEANS_CHANGE, /* neither way is better */
} CasenessSpcMeaning;

/** caseness_spc_interpret: Returns: what a sign means where @direction is better. */
CasenessSpcMeaning caseness_spc_interpret (int sign, CasenessSpcDirection direction);

/** CasenessSpcAssurance: whether a target will be met while nothing changes. */
typedef enum
{
  CASENESS_SPC_NO_ASSURANCE,
  CASENESS_SPC_HIT_OR_MISS,
  CASENESS_SPC_PASS,
  CASENESS_SPC_FAIL,
} CasenessSpcAssurance;

/** caseness_spc_assure: Returns: what the limits say of @target (NaN: none); a target on a limit is hit or miss. */
CasenessSpcAssurance caseness_spc_assure (const CasenessSpcLimits *limits, double target,
                                          CasenessSpcDirection direction);

/** caseness_spc_share_limits: Returns: @events of @total; limits @sigmas away for a month with @n, cut to 0 and 1. */
CasenessInterval caseness_spc_share_limits (double events, double total, double n, double sigmas);

/**
 * caseness_spc_share_spread:
 *
 * Returns: by how much the shares of @n months differ more (above 1) or less than chance has it: Laney's factor of P
 *   prime (methods, section 9.8).
 */
double caseness_spc_share_spread (const double *numerators, const double *denominators, guint n,
                                  const CasenessSpcOptions *options);

/**
 * caseness_spc_share_limits_spread:
 * @numerators: (array length=n): events
 * @denominators: (array length=n): of how many
 * @n: how many months
 * @options: decisions
 * @limits: (out caller-allocates) (array length=n): the average share, and each month's limits
 *
 * As caseness_spc_share_limits() at three sigmas, widened or narrowed by how far the months differ (Laney's P prime).
 */
void caseness_spc_share_limits_spread (const double *numerators, const double *denominators, guint n,
                                       const CasenessSpcOptions *options, CasenessInterval *limits);

G_END_DECLS
