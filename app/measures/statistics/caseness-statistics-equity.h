/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-statistics-ratios.h"

G_BEGIN_DECLS

/*
 * Who is seen, against who lives there (methods, section 12). What is not defined is NaN.
 */

/** CasenessShare: one group: how many of all seen, and how many there would be were all seen alike. */
typedef struct
{
  double expected_share;
  double expected;
  CasenessInterval observed_share; /* of all that are known */
  CasenessInterval ratio;          /* NaN throughout below CASENESS_FEWEST_EXPECTED */
  double gap;                      /* people seen beyond those expected */
} CasenessShare;

/**
 * caseness_share_out:
 * @observed: (array length=n): people seen, by group
 * @need: (array length=n): people in need, by group
 * @n: how many groups
 * @confidence: such as 0.95
 * @shares: (out caller-allocates) (array length=n): the answer
 */
void caseness_share_out (const double *observed, const double *need, guint n, double confidence,
                         CasenessShare *shares);

/** CasenessSlopeScale: the scale a straight line is fitted on. */
typedef enum
{
  CASENESS_SLOPE_PLAIN,
  CASENESS_SLOPE_LOG,   /* rates */
  CASENESS_SLOPE_LOGIT, /* shares */
} CasenessSlopeScale;

/** CasenessSlope: how a figure runs from the first group to the last. */
typedef struct
{
  double index;     /* slope index of inequality: last end less first end; below 0: lower at the last */
  double relative;  /* relative index: last end over first end */
  double intercept; /* the first end */
  double lower;     /* limits of @index; NaN without standard errors */
  double upper;
  double relative_lower; /* limits of @relative; NaN without standard errors, and where an end is not above 0 */
  double relative_upper;
} CasenessSlope;

/**
 * caseness_slope_fit:
 * @population: (array length=n): people by group, most deprived first, none empty
 * @values: (array length=n): the figure by group
 * @errors: (nullable) (array length=n): its standard errors
 * @n: how many groups
 * @scale: the scale to fit on
 * @confidence: such as 0.95
 * @midpoints: (out caller-allocates) (optional) (array length=n): where on the line each group stands
 *
 * A weighted straight line. Its limits come from a formula, not from drawing lots, so they print the same every time: both
 * ends of the line are sums of the values with fixed weights; the logarithm of their ratio has the error that follows from
 * theirs and from what they share (delta method).
 *
 * Returns: the slope.
 */
CasenessSlope caseness_slope_fit (const double *population, const double *values, const double *errors, guint n,
                                  CasenessSlopeScale scale, double confidence, double *midpoints);

G_END_DECLS
