/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-plot-private.h"
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
  char *detail; /* nullable: more than the mark says */
  gboolean is_large;
  gboolean is_hidden;
} CasenessLineValue;

typedef struct
{
  char *label;
  GArray *values; /* CasenessLineValue, one per point */
} CasenessLineSeries;

typedef struct
{
  CasenessLineLevel kind;
  char *heading; /* of its column where the chart is a table; shared by its parts */
  char *label;
  double value;
  guint from;
  guint to;
} CasenessLineLevelLine;

typedef struct
{
  CasenessLineFlag kind;
  guint point;
  char *text;
} CasenessLineFlagMark;

typedef struct
{
  guint from;
  guint to;
  gboolean is_above;
  char *text;
} CasenessLineRun;

struct _CasenessLineChart
{
  CasenessChart parent;
  char *value_heading;
  CasenessChartUnit unit;
  gboolean has_zero;
  GPtrArray *points; /* CasenessLinePoint */
  GPtrArray *series; /* CasenessLineSeries */
  GPtrArray *levels; /* CasenessLineLevelLine */
  GArray *flags;     /* CasenessLineFlagMark */
  GArray *runs;      /* CasenessLineRun */
};

#define LINE_POINT(chart, index) ((CasenessLinePoint *) g_ptr_array_index ((chart)->points, (index)))
#define LINE_SERIES(chart, index) ((CasenessLineSeries *) g_ptr_array_index ((chart)->series, (index)))
#define LINE_LEVEL(chart, index) ((CasenessLineLevelLine *) g_ptr_array_index ((chart)->levels, (index)))
#define LINE_VALUE(chart, series, point) \
  (&g_array_index (LINE_SERIES ((chart), (series))->values, CasenessLineValue, (point)))

/* What is worked out while a chart is laid out. */
typedef struct
{
  CasenessChartPlan base;
  CasenessLineChart *chart;
  CasenessChartPlot plot;
} CasenessLinePlan;

/* How a mark looks: the colours that readers know from Making Data Count; on a grey printer the shape says it. */
typedef struct
{
  CasenessColour fill;
  CasenessChartShape shape;
} CasenessLineMarkLook;

/* How a level looks. */
typedef struct
{
  CasenessColour colour;
  gboolean has_text_colour; /* the theme's, instead */
  const double *dashes;
  int n_dashes;
} CasenessLineLevelLook;

/* caseness-line-chart-looks.c */
const CasenessLineMarkLook *caseness_line_mark_get_look (CasenessLineMark mark);
const CasenessLineLevelLook *caseness_line_level_get_look (CasenessLineLevel level);
gboolean caseness_line_level_is_far (const CasenessLineChart *chart, const CasenessLineLevelLine *level);
CasenessChartRange caseness_line_chart_find_extent (const CasenessLineChart *chart);
CasenessChartAxis caseness_line_chart_find_axis (const CasenessLineChart *chart, guint n_ticks);
gboolean caseness_line_chart_breaks_at (const CasenessLineChart *chart, guint point);

/* caseness-line-chart-flags.c: what is said of moments in time, above the plot, in it and below it. */
double caseness_line_plan_get_flags_height (const CasenessLinePlan *plan);
void caseness_line_plan_flags (CasenessLinePlan *plan);
void caseness_line_plan_runs (CasenessLinePlan *plan);
void caseness_line_plan_notes (CasenessLinePlan *plan);

/* caseness-line-chart.c */
char *caseness_line_chart_dup_label (const CasenessLineChart *chart, guint series, guint point);

/* caseness-line-chart-layout.c */
double caseness_line_plan_get_step (const CasenessLinePlan *plan);
double caseness_line_plan_get_x (const CasenessLinePlan *plan, guint point);
CasenessChartLayout *caseness_line_chart_lay_out (CasenessChart *chart, PangoContext *context,
                                                  const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
