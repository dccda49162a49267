/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-line-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define PLOT_HEIGHT 15.0
#define LOW_PLOT 10.5      /* on wide paper, so that two charts stand on a page */
#define PAPER_PLOT 12.0    /* on upright paper, so that three do */
#define WIDE_PAPER 600     /* points */
#define LEAST_PLOT 6.0     /* height where the room is low */
#define NARROWEST_STEP 0.7 /* between two points */
#define MARKER 0.32        /* radius */
#define AREA 1.8           /* of a point, across */
#define LARGE 1.5          /* a point beyond a limit */
#define N_TICKS 5

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

static double
measure (const CasenessLinePlan *plan, const char *text)
{
  return caseness_chart_plan_measure_text (&plan->base, text, plan->base.theme->small_text_size, PANGO_WEIGHT_NORMAL);
}

/* A line whose points carry marks is told apart by them; its name is in the title. */
static gboolean
has_marks (const CasenessLinePlan *plan, guint series)
{
  guint i;

  for (i = 0; i < plan->chart->points->len; i++)
    if (LINE_VALUE (plan->chart, series, i)->mark != CASENESS_LINE_MARK_SERIES)
      return TRUE;
  return FALSE;
}

/* A target too far away to be drawn is named where it would be. */
static char *
dup_level_label (const CasenessLinePlan *plan, const CasenessLineLevelLine *level)
{
  if (!caseness_line_level_is_far (plan->chart, level))
    return g_strdup (level->label);
  /* Translators: a target that lies outside a chart: `target 75%`. */
  return g_strdup_printf (level->value < plan->plot.axis.low ? _("%s is below") : _("%s is above"), level->label);
}

static gboolean
reaches_end (const CasenessLinePlan *plan, const CasenessLineLevelLine *level)
{
  return level->to == plan->chart->points->len - 1;
}

static void
share_width (CasenessLinePlan *plan)
{
  guint i;

  for (i = 0; i < plan->chart->series->len; i++)
    if (!has_marks (plan, i))
      caseness_chart_plot_need_name (&plan->plot, LINE_SERIES (plan->chart, i)->label, PANGO_WEIGHT_NORMAL);
  for (i = 0; i < plan->chart->levels->len; i++)
    if (reaches_end (plan, LINE_LEVEL (plan->chart, i)))
      {
        g_autofree char *label = dup_level_label (plan, LINE_LEVEL (plan->chart, i));

        caseness_chart_plot_need_name (&plan->plot, label, PANGO_WEIGHT_NORMAL);
      }
  caseness_chart_plot_share_width (&plan->plot, MAX (plan->chart->points->len, 4u) * plan->base.theme->text_size
                                                    * NARROWEST_STEP);
}

double
caseness_line_plan_get_step (const CasenessLinePlan *plan)
{
  return plan->plot.width / MAX (plan->chart->points->len, 1u);
}

/* Points stand in the middle of their months. */
double
caseness_line_plan_get_x (const CasenessLinePlan *plan, guint point)
{
  return plan->plot.x + (point + 0.5) * caseness_line_plan_get_step (plan);
}

/* Every how many points there is a label, so that they do not touch: each month, quarter, half or year. */
static guint
find_label_step (const CasenessLinePlan *plan)
{
  static const guint steps[] = { 1, 2, 3, 6, 12, 24, 60 };
  double widest = 0;
  guint i;

  for (i = 0; i < plan->chart->points->len; i++)
    widest = MAX (widest, measure (plan, LINE_POINT (plan->chart, i)->label));
  for (i = 0; i < G_N_ELEMENTS (steps) - 1; i++)
    if (steps[i] * caseness_line_plan_get_step (plan) >= widest + plan->base.theme->text_size * CASENESS_PLOT_GAP)
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
plan_time_axis (CasenessLinePlan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double bottom = plan->plot.y + plan->plot.height;
  double tick = theme->text_size * CASENESS_PLOT_TICK; /* a year's first is twice as long */
  double line = theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
  guint step = find_label_step (plan);
  guint phase = find_first_major (plan->chart) % step;
  double width = step * caseness_line_plan_get_step (plan);
  guint i;

  for (i = 0; i < plan->chart->points->len; i++)
    {
      const CasenessLinePoint *point = LINE_POINT (plan->chart, i);
      double x = caseness_chart_plan_snap (&plan->base, caseness_line_plan_get_x (plan, i));
      double left = CLAMP (x - width / 2, 0, MAX (plan->base.layout->width - width, 0));

      caseness_chart_plan_add_line (&plan->base, x, bottom, theme->hair_line, point->is_major ? 2 * tick : tick,
                                    theme->axis);
      if (i % step == phase)
        caseness_chart_plan_add_label (&plan->base, point->label, PANGO_WEIGHT_NORMAL, left, width, PANGO_ALIGN_CENTER,
                                       bottom + 2 * tick + line / 2, theme->secondary_text);
    }
}

static void
plan_level (CasenessLinePlan *plan, const CasenessLineLevelLine *level)
{
  const CasenessTheme *theme = plan->base.theme;
  const CasenessLineLevelLook *look = caseness_line_level_get_look (level->kind);
  double y = caseness_chart_plot_get_y (&plan->plot,
                                        CLAMP (level->value, plan->plot.axis.low, plan->plot.axis.high));
  double half = caseness_line_plan_get_step (plan) / 2;

  if (!caseness_line_level_is_far (plan->chart, level))
    {
      CasenessChartPath *path = caseness_chart_plan_add_path (
        &plan->base, theme->line, look->has_text_colour ? theme->text : look->colour, look->dashes, look->n_dashes);

      caseness_chart_path_add (path, caseness_line_plan_get_x (plan, level->from) - half, y);
      caseness_chart_path_add (path, caseness_line_plan_get_x (plan, level->to) + half, y);
    }
  if (reaches_end (plan, level))
    {
      g_autofree char *label = dup_level_label (plan, level);

      caseness_chart_plot_add_name (&plan->plot, label, y, look->has_text_colour ? theme->text : theme->secondary_text,
                                    PANGO_WEIGHT_NORMAL);
    }
}

static void
add_area (CasenessLinePlan *plan, guint series, guint point, double y)
{
  double size = plan->base.theme->text_size * AREA;
  double width = MIN (size, caseness_line_plan_get_step (plan));

  caseness_chart_plan_add_area (&plan->base, (int) series, (int) point,
                                caseness_line_plan_get_x (plan, point) - width / 2, y - size / 2, width, size,
                                caseness_line_chart_dup_label (plan->chart, series, point));
}

static void
plan_point (CasenessLinePlan *plan, guint series, guint point)
{
  const CasenessTheme *theme = plan->base.theme;
  const CasenessLineValue *value = LINE_VALUE (plan->chart, series, point);
  double y = caseness_chart_plot_get_y (&plan->plot, value->value);
  CasenessChartMarker marker = { caseness_line_plan_get_x (plan, point), y, theme->text_size * MARKER };

  marker.radius *= value->is_large ? LARGE : 1;
  marker.outline = theme->axis;
  marker.fill = theme->series[series];
  marker.shape = series_looks[series].shape;
  if (value->mark != CASENESS_LINE_MARK_SERIES)
    {
      marker.fill = caseness_line_mark_get_look (value->mark)->fill;
      marker.shape = caseness_line_mark_get_look (value->mark)->shape;
    }
  g_array_append_val (plan->base.part->markers, marker);
  add_area (plan, series, point, y);
}

/* What may not be told: a short hatched tick on the axis under a star. */
static void
plan_hidden (CasenessLinePlan *plan, guint series, guint point)
{
  const CasenessTheme *theme = plan->base.theme;
  double size = theme->text_size * MARKER * 2;
  double x = caseness_line_plan_get_x (plan, point), bottom = plan->plot.y + plan->plot.height;
  CasenessChartBox box = { caseness_chart_plan_snap (&plan->base, x - size / 2),
                           caseness_chart_plan_snap (&plan->base, bottom - size), size, size, theme->background,
                           theme->axis, CASENESS_HATCH_RISING, theme->axis, 0, 0 };

  g_array_append_val (plan->base.part->boxes, box);
  caseness_chart_plan_add_label (&plan->base, "*", PANGO_WEIGHT_NORMAL, x - size, size * 2, PANGO_ALIGN_CENTER,
                                 bottom - size - theme->small_text_size * 0.5, theme->text);
  add_area (plan, series, point, bottom - size);
}

static void
plan_series (CasenessLinePlan *plan, guint series)
{
  const CasenessTheme *theme = plan->base.theme;
  gboolean is_marked = has_marks (plan, series);
  double last_y = NAN;
  CasenessChartPath *path;
  guint i;

  path = caseness_chart_plan_add_path (&plan->base, theme->line, is_marked ? theme->reference : theme->series[series],
                                       series_looks[series].dashes, series_looks[series].n_dashes);
  for (i = 0; i < plan->chart->points->len; i++)
    {
      double value = LINE_VALUE (plan->chart, series, i)->value;
      double x = caseness_line_plan_get_x (plan, i);

      if (caseness_line_chart_breaks_at (plan->chart, i))
        caseness_chart_path_add (path, x, NAN);
      caseness_chart_path_add (path, x, isnan (value) ? NAN : caseness_chart_plot_get_y (&plan->plot, value));
      if (LINE_VALUE (plan->chart, series, i)->is_hidden)
        plan_hidden (plan, series, i);
      if (isnan (value))
        continue;
      last_y = caseness_chart_plot_get_y (&plan->plot, value);
      plan_point (plan, series, i);
    }
  if (!isnan (last_y) && !is_marked)
    caseness_chart_plot_add_name (&plan->plot, LINE_SERIES (plan->chart, series)->label, last_y, theme->text,
                                  PANGO_WEIGHT_NORMAL);
}

static double
get_plot_height (const CasenessLinePlan *plan)
{
  if (plan->base.theme->kind != CASENESS_THEME_PRINT)
    return PLOT_HEIGHT;
  return plan->base.room->width > WIDE_PAPER ? LOW_PLOT : PAPER_PLOT;
}

static void
plan_plot (CasenessLinePlan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double below = 2 * theme->text_size * CASENESS_PLOT_TICK + theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
  guint i;

  caseness_chart_plot_add_heading (&plan->plot, plan->chart->value_heading);
  plan->base.y += caseness_chart_plan_snap (&plan->base, caseness_line_plan_get_flags_height (plan));
  caseness_chart_plot_share_height (&plan->plot, theme->text_size * get_plot_height (plan), theme->text_size * LEAST_PLOT, below);
  caseness_chart_plot_add_value_axis (&plan->plot);
  plan_time_axis (plan);
  caseness_line_plan_flags (plan);
  for (i = 0; i < plan->chart->levels->len; i++)
    plan_level (plan, LINE_LEVEL (plan->chart, i));
  for (i = 0; i < plan->chart->series->len; i++)
    plan_series (plan, i);
  caseness_line_plan_runs (plan);
  caseness_chart_plot_place_names (&plan->plot);
  plan->base.y = caseness_chart_plan_snap (&plan->base, plan->plot.y + plan->plot.height + below);
  caseness_line_plan_notes (plan);
}

CasenessChartLayout *
caseness_line_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                             const CasenessTheme *theme)
{
  CasenessChartLayout *layout = caseness_chart_layout_new (chart, theme);
  CasenessLinePlan plan = { .base = { layout, context, theme, room }, .chart = (CasenessLineChart *) chart };

  caseness_chart_plot_init (&plan.plot, &plan.base);
  plan.plot.axis = caseness_line_chart_find_axis (plan.chart, N_TICKS);
  share_width (&plan);
  caseness_chart_plan_begin_part (&plan.base, 0);
  caseness_chart_plan_titles (&plan.base);
  plan_plot (&plan);
  caseness_chart_plan_footnote (&plan.base);
  caseness_chart_plan_end_part (&plan.base);
  caseness_chart_plot_clear (&plan.plot);
  return layout;
}
