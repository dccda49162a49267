/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-plot-private.h"
#include "caseness-line-chart-private.h"

#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define PLOT_HEIGHT 15.0
#define LEAST_PLOT 6.0     /* height where the room is low */
#define NARROWEST_STEP 0.8 /* between two points */
#define MARKER 0.32        /* radius */
#define AREA 1.8           /* of a point, across */
#define N_TICKS 5

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const double mixed_dashes[] = { 8, 3, 2, 3 };

/* How series are told apart without colour; colours are the theme's. */
static const struct
{
  const double *dashes;
  int n_dashes;
  CasenessChartShape shape;
} series_looks[CASENESS_N_SERIES] = {
  { NULL, 0, CASENESS_CHART_CIRCLE },
  { caseness_chart_long_dashes, 2, CASENESS_CHART_SQUARE },
  { caseness_chart_short_dashes, 2, CASENESS_CHART_TRIANGLE },
  { mixed_dashes, G_N_ELEMENTS (mixed_dashes), CASENESS_CHART_DIAMOND },
};

/* The colours that readers know from Making Data Count; on a grey printer the shape says it. */
static const struct
{
  CasenessColour fill;
  CasenessChartShape shape;
} mark_looks[] = {
  [CASENESS_LINE_MARK_COMMON] = { RGB (0xa6a6a6), CASENESS_CHART_CIRCLE },
  [CASENESS_LINE_MARK_IMPROVEMENT] = { RGB (0x00b0f0), CASENESS_CHART_RING },
  [CASENESS_LINE_MARK_CONCERN] = { RGB (0xe46c0a), CASENESS_CHART_SQUARE },
  [CASENESS_LINE_MARK_NEUTRAL] = { RGB (0x490092), CASENESS_CHART_TRIANGLE },
};

static const CasenessColour limit_colour = RGB (0xa6a6a6);
static const CasenessColour target_colour = RGB (0xde1b1b);

/* What is worked out while a chart is laid out. */
typedef struct
{
  CasenessChartPlan base;
  CasenessLineChart *chart;
  CasenessChartPlot plot;
} Plan;

static double
measure (const Plan *plan, const char *text)
{
  return caseness_chart_plan_measure_text (&plan->base, text, plan->base.theme->small_text_size, PANGO_WEIGHT_NORMAL);
}

static void
find_axis (Plan *plan)
{
  CasenessLineChart *chart = plan->chart;
  CasenessChartRange range = CASENESS_CHART_RANGE_INIT;
  guint i, k;

  for (i = 0; i < chart->series->len; i++)
    for (k = 0; k < chart->points->len; k++)
      caseness_chart_range_add (&range, LINE_VALUE (chart, i, k)->value);
  for (i = 0; i < chart->levels->len; i++)
    caseness_chart_range_add (&range, LINE_LEVEL (chart, i)->value);
  plan->plot.axis = caseness_chart_axis_cover (chart->unit, range.low, range.high, chart->has_zero, N_TICKS);
}

static void
share_width (Plan *plan)
{
  guint i;

  for (i = 0; i < plan->chart->series->len; i++)
    caseness_chart_plot_need_name (&plan->plot, LINE_SERIES (plan->chart, i)->label, PANGO_WEIGHT_NORMAL);
  for (i = 0; i < plan->chart->levels->len; i++)
    caseness_chart_plot_need_name (&plan->plot, LINE_LEVEL (plan->chart, i)->label, PANGO_WEIGHT_NORMAL);
  caseness_chart_plot_share_width (&plan->plot, MAX (plan->chart->points->len, 4u) * plan->base.theme->text_size
                                                    * NARROWEST_STEP);
}

static double
get_step (const Plan *plan)
{
  return plan->plot.width / MAX (plan->chart->points->len, 1u);
}

/* Points stand in the middle of their months. */
static double
get_x (const Plan *plan, guint point)
{
  return plan->plot.x + (point + 0.5) * get_step (plan);
}

static double
get_y (const Plan *plan, double value)
{
  return caseness_chart_plot_get_y (&plan->plot, value);
}

/* Every how many points there is a label, so that they do not touch: each month, quarter, half or year. */
static guint
find_label_step (const Plan *plan)
{
  static const guint steps[] = { 1, 2, 3, 6, 12, 24, 60 };
  double widest = 0;
  guint i;

  for (i = 0; i < plan->chart->points->len; i++)
    widest = MAX (widest, measure (plan, LINE_POINT (plan->chart, i)->label));
  for (i = 0; i < G_N_ELEMENTS (steps) - 1; i++)
    if (steps[i] * get_step (plan) >= widest + plan->base.theme->text_size * CASENESS_PLOT_GAP)
      break;
  return steps[i];
}

static guint
find_first_major (const CasenessLineChart *chart)
{
  guint i;

  for (i = 0; i < chart->points->len; i++)
    if (LINE_POINT (chart, i)->is_major)
      return i;
  return 0;
}

static void
plan_time_axis (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double bottom = plan->plot.y + plan->plot.height;
  double tick = theme->text_size * CASENESS_PLOT_TICK; /* a year's first is twice as long */
  double line = theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
  guint step = find_label_step (plan);
  guint phase = find_first_major (plan->chart) % step;
  double width = step * get_step (plan);
  guint i;

  for (i = 0; i < plan->chart->points->len; i++)
    {
      const CasenessLinePoint *point = LINE_POINT (plan->chart, i);
      double x = caseness_chart_plan_snap (&plan->base, get_x (plan, i));
      double left = CLAMP (x - width / 2, 0, MAX (plan->base.layout->width - width, 0));

      caseness_chart_plan_add_line (&plan->base, x, bottom, theme->hair_line, point->is_major ? 2 * tick : tick,
                                    theme->axis);
      if (i % step == phase)
        caseness_chart_plan_add_label (&plan->base, point->label, PANGO_WEIGHT_NORMAL, left, width, PANGO_ALIGN_CENTER,
                                       bottom + 2 * tick + line / 2, theme->secondary_text);
    }
}

static void
plan_level (Plan *plan, const CasenessLineLevelLine *level)
{
  const CasenessTheme *theme = plan->base.theme;
  double y = get_y (plan, level->value);
  double half = get_step (plan) / 2;
  CasenessChartPath *path;

  if (level->kind == CASENESS_LINE_MEAN)
    path = caseness_chart_plan_add_path (&plan->base, theme->line, theme->text, NULL, 0);
  else if (level->kind == CASENESS_LINE_LIMIT)
    path = caseness_chart_plan_add_path (&plan->base, theme->line, limit_colour, caseness_chart_short_dashes, 2);
  else
    path = caseness_chart_plan_add_path (&plan->base, theme->line, target_colour, mixed_dashes, G_N_ELEMENTS (mixed_dashes));
  caseness_chart_path_add (path, get_x (plan, level->from) - half, y);
  caseness_chart_path_add (path, get_x (plan, level->to) + half, y);
  if (level->to == plan->chart->points->len - 1)
    caseness_chart_plot_add_name (&plan->plot, level->label, y, theme->secondary_text, PANGO_WEIGHT_NORMAL);
}

static void
plan_point (Plan *plan, guint series, guint point)
{
  const CasenessTheme *theme = plan->base.theme;
  const CasenessLineValue *value = LINE_VALUE (plan->chart, series, point);
  double x = get_x (plan, point);
  double y = get_y (plan, value->value);
  double size = theme->text_size * AREA;
  double width = MIN (size, get_step (plan));
  CasenessChartMarker marker = { x, y, theme->text_size * MARKER };

  marker.outline = theme->axis;
  marker.fill = theme->series[series];
  marker.shape = series_looks[series].shape;
  if (value->mark != CASENESS_LINE_MARK_SERIES)
    {
      marker.fill = mark_looks[value->mark].fill;
      marker.shape = mark_looks[value->mark].shape;
    }
  g_array_append_val (plan->base.part->markers, marker);
  caseness_chart_plan_add_area (&plan->base, (int) series, (int) point, x - width / 2, y - size / 2, width, size,
                                caseness_line_chart_dup_label (plan->chart, series, point));
}

static void
plan_series (Plan *plan, guint series)
{
  const CasenessTheme *theme = plan->base.theme;
  gboolean has_marks = FALSE;
  double last_y = NAN;
  CasenessChartPath *path;
  guint i;

  for (i = 0; i < plan->chart->points->len; i++)
    has_marks |= LINE_VALUE (plan->chart, series, i)->mark != CASENESS_LINE_MARK_SERIES;
  path = caseness_chart_plan_add_path (&plan->base, theme->line, has_marks ? theme->reference : theme->series[series],
                   series_looks[series].dashes, series_looks[series].n_dashes);
  for (i = 0; i < plan->chart->points->len; i++)
    {
      double value = LINE_VALUE (plan->chart, series, i)->value;

      caseness_chart_path_add (path, get_x (plan, i), isnan (value) ? NAN : get_y (plan, value));
      if (isnan (value))
        continue;
      last_y = get_y (plan, value);
      plan_point (plan, series, i);
    }
  if (!isnan (last_y))
    caseness_chart_plot_add_name (&plan->plot, LINE_SERIES (plan->chart, series)->label, last_y, theme->text,
                                  PANGO_WEIGHT_NORMAL);
}

static void
plan_plot (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double below = 2 * theme->text_size * CASENESS_PLOT_TICK + theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
  guint i;

  caseness_chart_plot_add_heading (&plan->plot, plan->chart->value_heading);
  caseness_chart_plot_share_height (&plan->plot, theme->text_size * PLOT_HEIGHT, theme->text_size * LEAST_PLOT, below);
  caseness_chart_plot_add_value_axis (&plan->plot);
  plan_time_axis (plan);
  for (i = 0; i < plan->chart->levels->len; i++)
    plan_level (plan, LINE_LEVEL (plan->chart, i));
  for (i = 0; i < plan->chart->series->len; i++)
    plan_series (plan, i);
  caseness_chart_plot_place_names (&plan->plot);
  plan->base.y = caseness_chart_plan_snap (&plan->base, plan->plot.y + plan->plot.height + below);
}

CasenessChartLayout *
caseness_line_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                             const CasenessTheme *theme)
{
  CasenessChartLayout *layout = caseness_chart_layout_new (chart, theme);
  Plan plan = { .base = { layout, context, theme, room }, .chart = (CasenessLineChart *) chart };

  caseness_chart_plot_init (&plan.plot, &plan.base);
  find_axis (&plan);
  share_width (&plan);
  caseness_chart_plan_begin_part (&plan.base, 0);
  caseness_chart_plan_titles (&plan.base);
  plan_plot (&plan);
  caseness_chart_plan_footnote (&plan.base);
  caseness_chart_plan_end_part (&plan.base);
  caseness_chart_plot_clear (&plan.plot);
  return layout;
}
