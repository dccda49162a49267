/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-private.h"
#include "caseness-funnel-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  double size;
  double value; /* NAN for none */
  CasenessFunnelPlace place;
} CasenessFunnelPoint;

/* The limits at one size. */
typedef struct
{
  double size;
  double low;
  double high;
} CasenessFunnelSample;

/* A pair of curves, or a level line without samples. */
typedef struct
{
  char *label;     /* nullable: there is none */
  GArray *samples; /* CasenessFunnelSample, by size */
} CasenessFunnelCurves;

typedef struct
{
  char *label; /* nullable: there is none */
  double value;
} CasenessFunnelLevel;

struct _CasenessFunnelChart
{
  CasenessChart parent;
  char *point_heading;
  char *value_heading;
  char *size_heading;
  CasenessChartUnit unit;
  GPtrArray *points; /* CasenessFunnelPoint */
  CasenessFunnelLevel centre;
  CasenessFunnelLevel standard;
  CasenessFunnelCurves limits[CASENESS_N_FUNNEL_LIMITS];
};

#define FUNNEL_POINT(chart, index) ((CasenessFunnelPoint *) g_ptr_array_index ((chart)->points, (index)))

/* caseness-funnel-chart.c */
gboolean caseness_funnel_chart_is_drawn (const CasenessFunnelPoint *point);
double caseness_funnel_chart_get_largest (const CasenessFunnelChart *chart);
char *caseness_funnel_chart_dup_label (const CasenessFunnelChart *chart, guint point);

/* caseness-funnel-chart-layout.c */
CasenessChartLayout *caseness_funnel_chart_lay_out (CasenessChart *chart, PangoContext *context,
                                                    const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
