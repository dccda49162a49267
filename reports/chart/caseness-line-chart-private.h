/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-private.h"
#include "caseness-line-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  gboolean is_major;
} CasenessLinePoint;

typedef struct
{
  double value; /* NAN for none */
  CasenessLineMark mark;
} CasenessLineValue;

typedef struct
{
  char *label;
  GArray *values; /* CasenessLineValue, one per point */
} CasenessLineSeries;

typedef struct
{
  CasenessLineLevel kind;
  char *label;
  double value;
  guint from;
  guint to;
} CasenessLineLevelLine;

struct _CasenessLineChart
{
  CasenessChart parent;
  char *value_heading;
  CasenessChartUnit unit;
  gboolean has_zero;
  GPtrArray *points; /* CasenessLinePoint */
  GPtrArray *series; /* CasenessLineSeries */
  GPtrArray *levels; /* CasenessLineLevelLine */
};

#define LINE_POINT(chart, index) ((CasenessLinePoint *) g_ptr_array_index ((chart)->points, (index)))
#define LINE_SERIES(chart, index) ((CasenessLineSeries *) g_ptr_array_index ((chart)->series, (index)))
#define LINE_LEVEL(chart, index) ((CasenessLineLevelLine *) g_ptr_array_index ((chart)->levels, (index)))
#define LINE_VALUE(chart, series, point) \
  (&g_array_index (LINE_SERIES ((chart), (series))->values, CasenessLineValue, (point)))

/* caseness-line-chart.c */
char *caseness_line_chart_dup_label (const CasenessLineChart *chart, guint series, guint point);

/* caseness-line-chart-layout.c */
CasenessChartLayout *caseness_line_chart_lay_out (CasenessChart *chart, PangoContext *context,
                                                  const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
