/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

G_BEGIN_DECLS

/**
 * CasenessLineChart:
 *
 * Series over time: points joined by lines, up to four series told apart by dash, marker and a label at their end,
 * and level lines (mean, limits, target), each over all points or some. A run chart with its limits is one series whose
 * points carry marks, and three or four levels. Areas: row = series, column = point.
 */
typedef struct _CasenessLineChart CasenessLineChart;

/** CasenessLineMark: what a point says; shapes tell them apart on a grey printer. */
typedef enum
{
  CASENESS_LINE_MARK_SERIES,      /* the marker of its series */
  CASENESS_LINE_MARK_COMMON,      /* grey circle: common cause */
  CASENESS_LINE_MARK_IMPROVEMENT, /* blue circle in a ring */
  CASENESS_LINE_MARK_CONCERN,     /* orange square */
  CASENESS_LINE_MARK_NEUTRAL,     /* purple triangle: special cause, neither good nor bad */
} CasenessLineMark;

/** CasenessLineLevel: what a level line stands for. */
typedef enum
{
  CASENESS_LINE_MEAN,   /* solid black */
  CASENESS_LINE_LIMIT,  /* grey, short dashes */
  CASENESS_LINE_TARGET, /* red, long and short dashes */
  CASENESS_LINE_PLAN,   /* purple, long dashes */
} CasenessLineLevel;

/** CasenessLineFlag: what is said of a moment in time. */
typedef enum
{
  CASENESS_LINE_BASELINE, /* the limits stand on the points up to and with this one */
  CASENESS_LINE_BREAK,    /* the figure is another one from this point on: lines are broken before it */
  CASENESS_LINE_NOTE,     /* something happened here */
} CasenessLineFlag;

/**
 * caseness_line_chart_new:
 * @value_heading: what is measured: `Finished a course`
 * @unit: what the values are
 * @has_zero: whether the axis must begin at zero; percentages then end at 100
 *
 * Returns: (transfer full): a chart without points.
 */
CasenessLineChart *caseness_line_chart_new (const char *value_heading, CasenessChartUnit unit, gboolean has_zero);

/** caseness_line_chart_unref: drops a reference. */
void caseness_line_chart_unref (CasenessLineChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessLineChart, caseness_line_chart_unref)

/** caseness_line_chart_as_chart: Returns: (transfer none): the same, for titles, summary, layout and reports. */
CasenessChart *caseness_line_chart_as_chart (CasenessLineChart *chart);

/**
 * caseness_line_chart_add_point:
 * @chart: a chart without series
 * @label: stands under the axis where there is room: `Apr 24`
 * @is_major: whether a year begins here: a longer tick, and a label before others
 *
 * Adds the next point in time. Returns: its index.
 */
guint caseness_line_chart_add_point (CasenessLineChart *chart, const char *label, gboolean is_major);

/** caseness_line_chart_add_series: adds a line, without values, after all points are there. Returns: its index. */
guint caseness_line_chart_add_series (CasenessLineChart *chart, const char *label);

/** caseness_line_chart_set_value: gives a series its value at a point; where it has none the line has a gap. */
void caseness_line_chart_set_value (CasenessLineChart *chart, guint series, guint point, double value,
                                    CasenessLineMark mark);

/**
 * caseness_line_chart_add_level:
 * @chart: a chart with points
 * @kind: what it stands for
 * @label: written at its right end: `mean`
 * @value: where
 * @from: first point
 * @to: last point
 */
void caseness_line_chart_add_level (CasenessLineChart *chart, CasenessLineLevel kind, const char *label, double value,
                                    guint from, guint to);

/**
 * caseness_line_chart_add_part:
 * @heading: of the column that all parts of the level share where the chart is read as a table: `upper limit`
 *
 * As caseness_line_chart_add_level(), for a level that steps from point to point.
 */
void caseness_line_chart_add_part (CasenessLineChart *chart, CasenessLineLevel kind, const char *heading,
                                   const char *label, double value, guint from, guint to);

/** caseness_line_chart_set_detail: has a point speak of more than its mark, as `below the lower limit`. */
void caseness_line_chart_set_detail (CasenessLineChart *chart, guint series, guint point, const char *detail);

/** caseness_line_chart_set_large: draws a point half as large again: it lies beyond a limit. */
void caseness_line_chart_set_large (CasenessLineChart *chart, guint series, guint point);

/**
 * caseness_line_chart_set_hidden:
 * @label: what a screen reader says: why there is no value
 *
 * Marks a point whose value may not be told: a hatched tick and a star on the axis, so that nobody takes it for zero.
 */
void caseness_line_chart_set_hidden (CasenessLineChart *chart, guint series, guint point, const char *label);

/**
 * caseness_line_chart_add_flag:
 * @chart: a chart with points
 * @kind: what it says
 * @point: where
 * @text: stands beside a baseline; of the others a letter stands over the point and the text below the chart
 */
void caseness_line_chart_add_flag (CasenessLineChart *chart, CasenessLineFlag kind, guint point, const char *text);

/**
 * caseness_line_chart_add_run:
 * @chart: a chart with a mean
 * @from: first point of the run
 * @to: last point
 * @is_above: whether the run lies above the mean; its words stand on the other side
 * @text: `7 points below the mean, Jan to Jul`
 */
void caseness_line_chart_add_run (CasenessLineChart *chart, guint from, guint to, gboolean is_above, const char *text);

/** caseness_line_chart_get_n_points: how many points in time there are. */
guint caseness_line_chart_get_n_points (const CasenessLineChart *chart);

G_END_DECLS
