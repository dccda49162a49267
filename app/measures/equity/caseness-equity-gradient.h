/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-shared.h"

G_BEGIN_DECLS

/** CASENESS_EQUITY_DEPRIVATION: the variable whose groups stand in order, the most deprived first. */
#define CASENESS_EQUITY_DEPRIVATION "Indices of Deprivation Decile"

/** CASENESS_EQUITY_DEPRIVATION_FIFTHS: the same in fifths. */
#define CASENESS_EQUITY_DEPRIVATION_FIFTHS "Deprivation Quintile"

/** CasenessEquityFigure: what may run from the most to the least deprived. */
typedef enum
{
  CASENESS_EQUITY_FIGURE_REFERRED, /* per thousand people who live there */
  CASENESS_EQUITY_FIGURE_TREATED,  /* per thousand people who live there */
  CASENESS_EQUITY_FIGURE_RECOVERY, /* and on in the order of CasenessEquityOutcome: shares of 1 */
  CASENESS_N_EQUITY_FIGURES = CASENESS_EQUITY_FIGURE_RECOVERY + CASENESS_N_EQUITY_OUTCOMES
} CasenessEquityFigure;

/** caseness_equity_figure_is_share: whether it is a share, else people per thousand. */
gboolean caseness_equity_figure_is_share (CasenessEquityFigure figure);

/** CasenessEquityPoint: one tenth or fifth. */
typedef struct
{
  const char *label;       /* of the way's group */
  double midpoint;         /* where it stands, 0 the most deprived to 1 the least */
  guint numerator;
  double denominator;
  CasenessInterval value;
} CasenessEquityPoint;

/** CASENESS_FEWEST_RANKS, CASENESS_MOST_RANKS: how many groups a slope may be fitted through. */
#define CASENESS_FEWEST_RANKS 5
#define CASENESS_MOST_RANKS 10

/** CasenessEquityGradient: how a figure runs along deprivation (methods, section 12.4). */
typedef struct
{
  CasenessEquityFigure figure;
  CasenessEquityPoint points[CASENESS_MOST_RANKS];
  guint n_points;
  CasenessSlope slope;      /* NaN throughout where there is none: see @is_fitted */
  double average;           /* of all the points together */
  guint unknown;            /* people whose deprivation is not known, of those that the figure counts */
  gboolean is_fitted;       /* five to ten groups, none empty and all with a value */
  gboolean is_by_population; /* groups weigh as many as live there; else as many as the figure is of */
} CasenessEquityGradient;

/**
 * caseness_equity_gradient_fit:
 * @way: the answer by CASENESS_EQUITY_DEPRIVATION or its fifths
 * @figure: what to look at
 *
 * A weighted straight line through the groups with limits by formula, so that they print the same every time.
 *
 * Returns: the gradient; @way must outlive its labels.
 */
CasenessEquityGradient caseness_equity_gradient_fit (const CasenessEquityWay *way, CasenessEquityFigure figure);

/** caseness_equity_gradient_hides: whether point number @point must not be told outside the service; @shared (nullable) is
 *  what may be told of the @way that the gradient was fitted to. */
gboolean caseness_equity_gradient_hides (const CasenessEquityGradient *gradient, guint point, const CasenessEquityWay *way,
                                         const CasenessEquityShared *shared);

/** caseness_equity_gradient_hides_line: whether any point must not be told, so that no line through them may be told either,
 *  from which it could be worked out. */
gboolean caseness_equity_gradient_hides_line (const CasenessEquityGradient *gradient, const CasenessEquityWay *way,
                                              const CasenessEquityShared *shared);

G_END_DECLS
