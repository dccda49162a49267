/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

G_BEGIN_DECLS

/**
 * CasenessFunnelChart:
 *
 * Points by their size (across) and value (up) within limits that narrow as the size grows. Who gives the points says
 * where each lies; shapes tell it on a grey printer. Areas: row 0, column = the point in the order added; keys walk
 * them by size.
 */
typedef struct _CasenessFunnelChart CasenessFunnelChart;

/** CasenessFunnelPlace: where a point lies. */
typedef enum
{
  CASENESS_FUNNEL_PLACE_INSIDE,    /* hollow circle */
  CASENESS_FUNNEL_PLACE_BEYOND,    /* outside the inner limits: half-filled, orange ring */
  CASENESS_FUNNEL_PLACE_FAR,       /* outside the outer limits: filled square, named */
  CASENESS_FUNNEL_PLACE_TOO_SMALL, /* to be judged: hollow grey circle */
} CasenessFunnelPlace;

/** CasenessFunnelLimit: which pair of limits. */
typedef enum
{
  CASENESS_FUNNEL_LIMIT_INNER, /* dashed */
  CASENESS_FUNNEL_LIMIT_OUTER, /* thin and solid */
  CASENESS_N_FUNNEL_LIMITS
} CasenessFunnelLimit;

/** CasenessFunnelCurve: gives the limits of groups of @size; NAN where there are none. */
typedef void (*CasenessFunnelCurve) (double size, double *low, double *high, gpointer user_data);

/**
 * caseness_funnel_chart_new:
 * @point_heading: what a point stands for: `Clinician`
 * @value_heading: what is measured: `Recovery`
 * @unit: what the values are
 * @size_heading: what makes a point large: `Finished courses at caseness`
 *
 * Returns: (transfer full): a chart without points.
 */
CasenessFunnelChart *caseness_funnel_chart_new (const char *point_heading, const char *value_heading,
                                                CasenessChartUnit unit, const char *size_heading);

/** caseness_funnel_chart_unref: drops a reference. */
void caseness_funnel_chart_unref (CasenessFunnelChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessFunnelChart, caseness_funnel_chart_unref)

/** caseness_funnel_chart_as_chart: Returns: (transfer none): the same, for titles, summary, layout and reports. */
CasenessChart *caseness_funnel_chart_as_chart (CasenessFunnelChart *chart);

/**
 * caseness_funnel_chart_add_point:
 * @chart: a chart
 * @name: what it stands for; drawn beside a point that lies far outside
 * @size: how many it rests on; what is not above 0 is not drawn
 * @value: its value, NAN where there is none, which is not drawn
 * @place: where it lies
 *
 * Returns: its index.
 */
guint caseness_funnel_chart_add_point (CasenessFunnelChart *chart, const char *name, double size, double value,
                                       CasenessFunnelPlace place);

/** caseness_funnel_chart_set_centre: draws the line the limits lie about, named @label: `service 50.3%`. */
void caseness_funnel_chart_set_centre (CasenessFunnelChart *chart, double value, const char *label);

/** caseness_funnel_chart_set_standard: draws a thin dotted line, named @label: `standard 50%`. */
void caseness_funnel_chart_set_standard (CasenessFunnelChart *chart, double value, const char *label);

/**
 * caseness_funnel_chart_set_limits:
 * @chart: a chart with all its points
 * @limit: which
 * @label: their name: `99.8%`
 * @curve: called for sizes from 1 to a little more than the largest point's, in order
 * @user_data: for @curve
 */
void caseness_funnel_chart_set_limits (CasenessFunnelChart *chart, CasenessFunnelLimit limit, const char *label,
                                       CasenessFunnelCurve curve, gpointer user_data);

/** caseness_funnel_chart_get_n_points: how many points there are, those not drawn included. */
guint caseness_funnel_chart_get_n_points (const CasenessFunnelChart *chart);

G_END_DECLS
