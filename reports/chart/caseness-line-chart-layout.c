/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-axis.h"
#include "caseness-line-chart-private.h"

#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define PLOT_HEIGHT 15.0
#define LEAST_PLOT 6.0     /* height where the room is low */
#define NARROWEST_STEP 0.8 /* between two points */
#define LABEL_GAP 0.5      /* between a label and what it names */
#define TICK 0.35          /* length; a year's first is twice as long */
#define MARKER 0.32        /* radius */
#define AREA 1.8           /* of a point, across */
#define LINE_HEIGHT 1.35   /* of labels above each other */
#define N_TICKS 5

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const double long_dashes[] = { 6, 3 };
static const double short_dashes[] = { 2, 2 };
static const double mixed_dashes[] = { 8, 3, 2, 3 };

/* How series are told apart without colour; colours are the theme's. */
static const struct
{
  const double *dashes;
  int n_dashes;
  CasenessChartShape shape;
} series_looks[CASENESS_N_SERIES] = {
  { NULL, 0, CASENESS_CHART_CIRCLE },
  { long_dashes, G_N_ELEMENTS (long_dashes), CASENESS_CHART_SQUARE },
  { short_dashes, G_N_ELEMENTS (short_dashes), CASENESS_CHART_TRIANGLE },
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

/* A name at the right end of a line. */
typedef struct
{
  const char *text;
  double y;
  CasenessColour colour;
} EndLabel;

/* What is worked out while a chart is laid out. */
typedef struct
{
  CasenessChartPlan base;
  CasenessLineChart *chart;
  CasenessChartAxis axis;
  double plot_x;
  double plot_width;
  double plot_y;
  double plot_height;
  double end_x;       /* of the names at the right */
  double end_width;
  GArray *end_labels; /* EndLabel */
} Plan;

static double
measure (const Plan *plan, const char *text)
{
  return caseness_chart_plan_measure_text (&plan->base, text, plan->base.theme->small_text_size, PANGO_WEIGHT_NORMAL);
}

static void
widen (double value, double *low, double *high)
{
  if (isnan (value))
    return;
  *low = isnan (*low) ? value : MIN (*low, value);
  *high = isnan (*high) ? value : MAX (*high, value);
}

static void
find_axis (Plan *plan)
{
  CasenessLineChart *chart = plan->chart;
  double low = NAN, high = NAN;
  guint i, k;

  for (i = 0; i < chart->series->len; i++)
    for (k = 0; k < chart->points->len; k++)
      widen (LINE_VALUE (chart, i, k)->value, &low, &high);
  for (i = 0; i < chart->levels->len; i++)
    widen (LINE_LEVEL (chart, i)->value, &low, &high);
  plan->axis = caseness_chart_axis_cover (chart->unit, low, high, chart->has_zero, N_TICKS);
}

static double
measure_ticks (const Plan *plan)
{
  double widest = 0;
  guint i;

  for (i = 0; i < caseness_chart_axis_get_n_ticks (&plan->axis); i++)
    {
      g_autofree char *label = caseness_chart_axis_format_tick (&plan->axis, i);

      widest = MAX (widest, measure (plan, label));
    }
  return widest;
}

static double
measure_end_labels (const Plan *plan)
{
  double widest = 0;
  guint i;

  for (i = 0; i < plan->chart->series->len; i++)
    widest = MAX (widest, measure (plan, LINE_SERIES (plan->chart, i)->label));
  for (i = 0; i < plan->chart->levels->len; i++)
    widest = MAX (widest, measure (plan, LINE_LEVEL (plan->chart, i)->label));
  return widest + 1;
}

static void
share_width (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  CasenessChartLayout *layout = plan->base.layout;
  double gap = theme->text_size * LABEL_GAP;
  double least_plot = MAX (plan->chart->points->len, 4u) * theme->text_size * NARROWEST_STEP;
  double ticks = measure_ticks (plan) + gap + theme->text_size * TICK;
  double fixed;

  plan->end_width = measure_end_labels (plan);
  fixed = ticks + gap * 2 + plan->end_width;
  layout->minimum_width = ceil (fixed + least_plot);
  layout->width = plan->base.theme->kind == CASENESS_THEME_PRINT ? plan->base.room->width
                                                                 : MAX (plan->base.room->width, layout->minimum_width);
  plan->plot_x = caseness_chart_plan_snap (&plan->base, ticks);
  plan->plot_width = MAX (layout->width - fixed, theme->text_size);
  plan->end_x = plan->plot_x + plan->plot_width + gap * 2;
}

static double
get_step (const Plan *plan)
{
  return plan->plot_width / MAX (plan->chart->points->len, 1u);
}

/* Points stand in the middle of their months. */
static double
get_x (const Plan *plan, guint point)
{
  return plan->plot_x + (point + 0.5) * get_step (plan);
}

static double
get_y (const Plan *plan, double value)
{
  return plan->plot_y + plan->plot_height * (1 - caseness_chart_axis_get_share (&plan->axis, value));
}

static void
add_label (Plan *plan, const char *text, double x, double middle, double width, PangoAlignment align,
           CasenessColour colour)
{
  PangoLayout *layout = caseness_chart_plan_create_text (&plan->base, text, plan->base.theme->small_text_size,
                                                         PANGO_WEIGHT_NORMAL, width, align);

  caseness_chart_plan_add_text (&plan->base, layout, x + caseness_text_get_indent (layout, width, align),
                                middle - caseness_text_get_height (layout) / 2, colour, CASENESS_CHART_TEXT_LOOSE,
                                FALSE);
}

static void
plan_value_axis (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double tick = theme->text_size * TICK;
  guint i;

  for (i = 0; i < caseness_chart_axis_get_n_ticks (&plan->axis); i++)
    {
      g_autofree char *label = caseness_chart_axis_format_tick (&plan->axis, i);
      double y = get_y (plan, caseness_chart_axis_get_tick (&plan->axis, i));
      double line_y = caseness_chart_plan_snap (&plan->base, y);

      caseness_chart_plan_add_line (&plan->base, plan->plot_x, line_y, plan->plot_width, theme->hair_line,
                                    i == 0 ? theme->axis : theme->grid);
      add_label (plan, label, 0, y, plan->plot_x - tick, PANGO_ALIGN_RIGHT, theme->secondary_text);
    }
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
    if (steps[i] * get_step (plan) >= widest + plan->base.theme->text_size * LABEL_GAP)
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
  double bottom = plan->plot_y + plan->plot_height;
  double tick = theme->text_size * TICK;
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
        add_label (plan, point->label, left, bottom + 2 * tick + theme->small_text_size * LINE_HEIGHT / 2, width,
                   PANGO_ALIGN_CENTER, theme->secondary_text);
    }
}

static CasenessChartPath *
add_path (Plan *plan, double width, CasenessColour colour, const double *dashes, int n_dashes)
{
  CasenessChartPath path = { g_array_new (FALSE, FALSE, sizeof (double)), width, colour, dashes, n_dashes };
  GArray *paths = plan->base.part->paths;

  g_array_append_val (paths, path);
  return &g_array_index (paths, CasenessChartPath, paths->len - 1);
}

static void
add_to_path (CasenessChartPath *path, double x, double y)
{
  g_array_append_val (path->points, x);
  g_array_append_val (path->points, y);
}

static void
add_end_label (Plan *plan, const char *text, double y, CasenessColour colour)
{
  EndLabel label = { text, y, colour };

  g_array_append_val (plan->end_labels, label);
}

static void
plan_level (Plan *plan, const CasenessLineLevelLine *level)
{
  const CasenessTheme *theme = plan->base.theme;
  double y = get_y (plan, level->value);
  double half = get_step (plan) / 2;
  CasenessChartPath *path;

  if (level->kind == CASENESS_LINE_MEAN)
    path = add_path (plan, theme->line, theme->text, NULL, 0);
  else if (level->kind == CASENESS_LINE_LIMIT)
    path = add_path (plan, theme->line, limit_colour, short_dashes, G_N_ELEMENTS (short_dashes));
  else
    path = add_path (plan, theme->line, target_colour, mixed_dashes, G_N_ELEMENTS (mixed_dashes));
  add_to_path (path, get_x (plan, level->from) - half, y);
  add_to_path (path, get_x (plan, level->to) + half, y);
  if (level->to == plan->chart->points->len - 1)
    add_end_label (plan, level->label, y, theme->secondary_text);
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
  path = add_path (plan, theme->line, has_marks ? theme->reference : theme->series[series],
                   series_looks[series].dashes, series_looks[series].n_dashes);
  for (i = 0; i < plan->chart->points->len; i++)
    {
      double value = LINE_VALUE (plan->chart, series, i)->value;

      add_to_path (path, get_x (plan, i), isnan (value) ? NAN : get_y (plan, value));
      if (isnan (value))
        continue;
      last_y = get_y (plan, value);
      plan_point (plan, series, i);
    }
  if (!isnan (last_y))
    add_end_label (plan, LINE_SERIES (plan->chart, series)->label, last_y, theme->text);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const EndLabel *first = a;
  const EndLabel *second = b;

  return first->y < second->y ? -1 : first->y > second->y;
}

/* From top to bottom, each at its line or just below the name above; from the bottom those too low move up again. */
static void
plan_end_labels (Plan *plan)
{
  double height = plan->base.theme->small_text_size * LINE_HEIGHT;
  double lowest = plan->plot_y + plan->plot_height;
  GArray *labels = plan->end_labels;
  guint i;

  g_array_sort (labels, compare_labels);
  for (i = 1; i < labels->len; i++)
    g_array_index (labels, EndLabel, i).y
        = MAX (g_array_index (labels, EndLabel, i).y, g_array_index (labels, EndLabel, i - 1).y + height);
  for (i = labels->len; i > 0; i--)
    {
      EndLabel *label = &g_array_index (labels, EndLabel, i - 1);

      label->y = MIN (label->y, lowest);
      lowest = label->y - height;
    }
  for (i = 0; i < labels->len; i++)
    {
      const EndLabel *label = &g_array_index (labels, EndLabel, i);

      add_label (plan, label->text, plan->end_x, label->y, plan->end_width, PANGO_ALIGN_LEFT, label->colour);
    }
}

static double
get_plot_height (const Plan *plan, double below)
{
  const CasenessTheme *theme = plan->base.theme;
  const CasenessChartRoom *room = plan->base.room;
  double height = theme->text_size * PLOT_HEIGHT;
  double limit = room->first_height > 0 ? room->first_height : room->part_height;

  if (limit > 0)
    height = CLAMP (limit - below - (plan->base.y - plan->base.part->y), theme->text_size * LEAST_PLOT, height);
  return caseness_chart_plan_snap (&plan->base, height);
}

static void
plan_plot (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double line = theme->small_text_size * LINE_HEIGHT;
  double below = 2 * theme->text_size * TICK + line;
  guint i;

  add_label (plan, plan->chart->value_heading, 0, plan->base.y + line / 2, plan->base.layout->width, PANGO_ALIGN_LEFT,
             theme->secondary_text);
  plan->base.y += caseness_chart_plan_snap (&plan->base, line * 1.5);
  plan->plot_y = plan->base.y;
  plan->plot_height = get_plot_height (plan, below);
  plan_value_axis (plan);
  plan_time_axis (plan);
  for (i = 0; i < plan->chart->levels->len; i++)
    plan_level (plan, LINE_LEVEL (plan->chart, i));
  for (i = 0; i < plan->chart->series->len; i++)
    plan_series (plan, i);
  plan_end_labels (plan);
  plan->base.y = caseness_chart_plan_snap (&plan->base, plan->plot_y + plan->plot_height + below);
}

CasenessChartLayout *
caseness_line_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                             const CasenessTheme *theme)
{
  CasenessChartLayout *layout = caseness_chart_layout_new (chart, theme);
  g_autoptr(GArray) end_labels = g_array_new (FALSE, FALSE, sizeof (EndLabel));
  Plan plan = { .base = { layout, context, theme, room },
                .chart = (CasenessLineChart *) chart,
                .end_labels = end_labels };

  find_axis (&plan);
  share_width (&plan);
  caseness_chart_plan_begin_part (&plan.base, 0);
  caseness_chart_plan_titles (&plan.base);
  plan_plot (&plan);
  caseness_chart_plan_footnote (&plan.base);
  caseness_chart_plan_end_part (&plan.base);
  if (theme->kind != CASENESS_THEME_PRINT)
    layout->width = ceil (layout->width);
  return layout;
}
