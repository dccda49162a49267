/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-statistics-intervals.h"

G_BEGIN_DECLS

/*
 * Funnel plots: how far a group may lie from the average by chance alone (methods, section 6). Limits come as an
 * interval whose value is the line they lie about.
 */

#define CASENESS_CONFIDENCE_95 0.95
#define CASENESS_CONFIDENCE_998 0.998

/** CasenessFunnelFlag: on which side of which pair of limits a point lies; on the line is inside. */
typedef enum
{
  CASENESS_FUNNEL_INSIDE,
  CASENESS_FUNNEL_LOW_95,
  CASENESS_FUNNEL_HIGH_95,
  CASENESS_FUNNEL_LOW_998,
  CASENESS_FUNNEL_HIGH_998,
} CasenessFunnelFlag;

/** caseness_funnel_share: Returns: @baseline and its limits for groups of @n, cut to 0 and 1. */
CasenessInterval caseness_funnel_share (double baseline, double n, double confidence);

/** caseness_funnel_share_exact: as caseness_funnel_share(), from the binomial distribution: better for small groups. */
CasenessInterval caseness_funnel_share_exact (double baseline, guint n, double confidence);

/** caseness_funnel_flag_share: Returns: where @x of @n lies in the funnel about @baseline. */
CasenessFunnelFlag caseness_funnel_flag_share (double x, double n, double baseline);

/** caseness_funnel_ratio: Returns: 1 and the limits of observed over expected where @expected events are expected. */
CasenessInterval caseness_funnel_ratio (double expected, double confidence);

/** caseness_funnel_flag_ratio: Returns: where a ratio lies: outside when its own interval leaves 1 out. */
CasenessFunnelFlag caseness_funnel_flag_ratio (double observed, double expected);

/** CasenessFunnelScale: on which scale the spread of groups is measured. */
typedef enum
{
  CASENESS_FUNNEL_ARCSINE,     /* shares */
  CASENESS_FUNNEL_LOG,         /* ratios; the most extreme groups are left out, as for the national SHMI */
  CASENESS_FUNNEL_SQUARE_ROOT, /* ratios; the most extreme groups are drawn in */
} CasenessFunnelScale;

/** CasenessDispersion: by how much groups differ more than chance would have it (Spiegelhalter). */
typedef struct
{
  double target;             /* the average share, or 1 */
  double target_transformed;
  double *z;                 /* how far each group is out */
  double *z_used;            /* the same with extremes drawn in; NaN where the group is left out */
  guint n;
  guint n_used;
  double phi;                /* 1 where chance explains all */
  double tau2;               /* what there is beyond chance, 0 if nothing */
} CasenessDispersion;

/**
 * caseness_dispersion_measure:
 * @numerators: (array length=n): recovered, or observed
 * @denominators: (array length=n): courses, or expected
 * @n: how many groups
 * @scale: on which scale
 * @trim: how much of each end is extreme, such as 0.1
 * @dispersion: (out caller-allocates): the answer; clear with caseness_dispersion_clear()
 */
void caseness_dispersion_measure (const double *numerators, const double *denominators, guint n,
                                  CasenessFunnelScale scale, double trim, CasenessDispersion *dispersion);

/** caseness_dispersion_clear: frees what @dispersion holds. */
void caseness_dispersion_clear (CasenessDispersion *dispersion);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasenessDispersion, caseness_dispersion_clear)

/** caseness_funnel_share_spread: as caseness_funnel_share(), widened by @tau2. */
CasenessInterval caseness_funnel_share_spread (double baseline, double n, double tau2, double confidence);

/** caseness_funnel_ratio_spread: as caseness_funnel_ratio(), widened by @tau2, which is measured on square roots. */
CasenessInterval caseness_funnel_ratio_spread (double expected, double tau2, double confidence);

G_END_DECLS
