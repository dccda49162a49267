/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-plot-private.h"
#include "caseness-funnel-chart-private.h"

#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define PLOT_HEIGHT 17.0
#define LEAST_PLOT 7.0 /* height where the room is low */
#define NARROWEST 14.0
#define MARKER 0.34    /* radius */
#define NAME_GAP 0.3   /* between a marker and its name */

#define N_TICKS 6
#define STEEP 0.15 /* of the largest size: limits of smaller groups may run out of the plot */

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const CasenessColour beyond_colour = RGB (0xed8b00);

/* What must not be written over. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Obstacle;

/* What is worked out while a chart is laid out. */
typedef struct
{
  CasenessChartPlan base;
  CasenessFunnelChart *chart;
  CasenessChartPlot plot;
  CasenessChartAxis sizes;
  GArray *order;     /* guint: points by size */
  GArray *obstacles; /* Obstacle */
} Plan;

static void
add_limits_to_range (const CasenessFunnelCurves *curves, double from, CasenessChartRange *range)
{
  guint i;

  for (i = 0; i < curves->samples->len; i++)
    {
      const CasenessFunnelSample *sample = &g_array_index (curves->samples, CasenessFunnelSample, i);

      if (sample->size < from)
        continue;
      caseness_chart_range_add (range, sample->low);
      caseness_chart_range_add (range, sample->high);
    }
}

static void
find_axes (Plan *plan)
{
  CasenessFunnelChart *chart = plan->chart;
  double largest = caseness_funnel_chart_get_largest (chart);
  CasenessChartRange range = CASENESS_CHART_RANGE_INIT;
  guint i;

  for (i = 0; i < chart->points->len; i++)
    if (caseness_funnel_chart_is_drawn (FUNNEL_POINT (chart, i)))
      caseness_chart_range_add (&range, FUNNEL_POINT (chart, i)->value);
  caseness_chart_range_add (&range, chart->centre.value);
  caseness_chart_range_add (&range, chart->standard.value);
  add_limits_to_range (&chart->limits[CASENESS_FUNNEL_LIMIT_INNER], largest * STEEP, &range);
  add_limits_to_range (&chart->limits[CASENESS_FUNNEL_LIMIT_OUTER], largest, &range);
  plan->plot.axis = caseness_chart_axis_cover (chart->unit, range.low, range.high, FALSE, N_TICKS);
  plan->sizes = caseness_chart_axis_cover (CASENESS_CHART_COUNT, 0, MAX (largest * 1.02, 1), TRUE, N_TICKS);
}

static void
need_names (Plan *plan)
{
  gsize i;

  for (i = 0; i < CASENESS_N_FUNNEL_LIMITS; i++)
    caseness_chart_plot_need_name (&plan->plot, plan->chart->limits[i].label, PANGO_WEIGHT_NORMAL);
  caseness_chart_plot_need_name (&plan->plot, plan->chart->centre.label, PANGO_WEIGHT_BOLD);
  caseness_chart_plot_need_name (&plan->plot, plan->chart->standard.label, PANGO_WEIGHT_NORMAL);
}

static double
get_x (const Plan *plan, double size)
{
  return plan->plot.x + plan->plot.width * caseness_chart_axis_get_share (&plan->sizes, size);
}

static gboolean
is_in_plot (const Plan *plan, double size, double value)
{
  return value >= plan->plot.axis.low && value <= plan->plot.axis.high && size <= plan->sizes.high;
}

/* Where a curve crosses the edge of the plot between two samples, one inside and one outside. */
static void
add_crossing (const Plan *plan, CasenessChartPath *path, double size, double value, double to_size, double to_value)
{
  double share = 1;

  if (to_value > plan->plot.axis.high)
    share = (plan->plot.axis.high - value) / (to_value - value);
  else if (to_value < plan->plot.axis.low)
    share = (plan->plot.axis.low - value) / (to_value - value);
  if (size + share * (to_size - size) > plan->sizes.high)
    share = (plan->sizes.high - size) / (to_size - size);
  caseness_chart_path_add (path, get_x (plan, size + share * (to_size - size)),
                           caseness_chart_plot_get_y (&plan->plot, value + share * (to_value - value)));
}

/* One curve, cut where it leaves the plot. Returns: its last value in the plot, NAN where it has none. */
static double
plan_curve (Plan *plan, const CasenessFunnelCurves *curves, gboolean is_high, double width, const double *dashes)
{
  CasenessChartPath *path
      = caseness_chart_plan_add_path (&plan->base, width, plan->base.theme->axis, dashes, dashes != NULL ? 2 : 0);
  double before_size = NAN, before = NAN, last = NAN;
  guint i;

  for (i = 0; i < curves->samples->len; i++)
    {
      const CasenessFunnelSample *sample = &g_array_index (curves->samples, CasenessFunnelSample, i);
      double value = is_high ? sample->high : sample->low;
      gboolean was_in = is_in_plot (plan, before_size, before);
      gboolean is_in = is_in_plot (plan, sample->size, value);

      if (is_in && !was_in && !isnan (before))
        add_crossing (plan, path, sample->size, value, before_size, before);
      if (is_in)
        caseness_chart_path_add (path, get_x (plan, sample->size), caseness_chart_plot_get_y (&plan->plot, value));
      else if (was_in && !isnan (value))
        add_crossing (plan, path, before_size, before, sample->size, value);
      if (!is_in)
        caseness_chart_path_add (path, NAN, NAN);
      last = is_in ? value : last;
      before_size = sample->size;
      before = value;
    }
  return last;
}

static void
plan_limits (Plan *plan, CasenessFunnelLimit limit)
{
  const CasenessTheme *theme = plan->base.theme;
  const CasenessFunnelCurves *curves = &plan->chart->limits[limit];
  gboolean is_inner = limit == CASENESS_FUNNEL_LIMIT_INNER;
  int side;

  for (side = 0; side < 2; side++)
    {
      double last = plan_curve (plan, curves, side == 1, is_inner ? theme->line : 1.2 * theme->hair_line,
                                is_inner ? caseness_chart_long_dashes : NULL);

      if (!isnan (last))
        caseness_chart_plot_add_name (&plan->plot, curves->label, caseness_chart_plot_get_y (&plan->plot, last),
                                      theme->secondary_text, PANGO_WEIGHT_NORMAL);
    }
}

static void
plan_lines (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;

  plan_limits (plan, CASENESS_FUNNEL_LIMIT_OUTER);
  plan_limits (plan, CASENESS_FUNNEL_LIMIT_INNER);
  caseness_chart_plot_add_level (&plan->plot, plan->chart->standard.value, theme->line, theme->axis,
                                 caseness_chart_dots, plan->chart->standard.label, PANGO_WEIGHT_NORMAL);
  caseness_chart_plot_add_level (&plan->plot, plan->chart->centre.value, theme->line, theme->text, NULL,
                                 plan->chart->centre.label, PANGO_WEIGHT_BOLD);
}

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CasenessFunnelChart *chart = user_data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;
  double difference = FUNNEL_POINT (chart, first)->size - FUNNEL_POINT (chart, second)->size;

  return difference < 0 ? -1 : difference > 0 ? 1 : first < second ? -1 : first > second;
}

static void
find_order (Plan *plan)
{
  guint i;

  for (i = 0; i < plan->chart->points->len; i++)
    if (caseness_funnel_chart_is_drawn (FUNNEL_POINT (plan->chart, i)))
      g_array_append_val (plan->order, i);
  g_array_sort_with_data (plan->order, compare_sizes, plan->chart);
}

static CasenessChartMarker
create_marker (const Plan *plan, const CasenessFunnelPoint *point)
{
  const CasenessTheme *theme = plan->base.theme;
  CasenessChartMarker marker = { get_x (plan, point->size), caseness_chart_plot_get_y (&plan->plot, point->value),
                                 theme->text_size * MARKER };

  marker.shape = point->place == CASENESS_FUNNEL_PLACE_FAR      ? CASENESS_CHART_SQUARE
                 : point->place == CASENESS_FUNNEL_PLACE_BEYOND ? CASENESS_CHART_HALF
                                                                : CASENESS_CHART_CIRCLE;
  marker.has_halo
      = point->place == CASENESS_FUNNEL_PLACE_FAR || point->place == CASENESS_FUNNEL_PLACE_BEYOND;
  marker.halo = beyond_colour;
  marker.is_bold = TRUE;
  marker.outline = point->place == CASENESS_FUNNEL_PLACE_TOO_SMALL ? theme->reference : theme->series[0];
  marker.fill = marker.has_halo ? theme->series[0] : theme->background;
  return marker;
}

static void
plan_points (Plan *plan)
{
  guint i;

  for (i = 0; i < plan->order->len; i++)
    {
      guint index = g_array_index (plan->order, guint, i);
      CasenessChartMarker marker = create_marker (plan, FUNNEL_POINT (plan->chart, index));
      double reach = marker.radius + 2 * plan->base.theme->hair_line;
      Obstacle obstacle = { marker.x - reach, marker.y - reach, 2 * reach, 2 * reach };

      g_array_append_val (plan->base.part->markers, marker);
      g_array_append_val (plan->obstacles, obstacle);
      caseness_chart_plot_add_target (&plan->plot, 0, (int) index, marker.x, marker.y,
                                      caseness_funnel_chart_dup_label (plan->chart, index));
    }
}

/* How much of @place is in the way of others or outside the plot. */
static double
measure_overlap (const Plan *plan, const Obstacle *place)
{
  double overlap = 0;
  guint i;

  if (place->x < plan->plot.x || place->x + place->width > plan->plot.x + plan->plot.width)
    overlap += place->width * place->height;
  if (place->y < plan->plot.y || place->y + place->height > plan->plot.y + plan->plot.height)
    overlap += place->width * place->height;
  for (i = 0; i < plan->obstacles->len; i++)
    {
      const Obstacle *other = &g_array_index (plan->obstacles, Obstacle, i);
      double width = MIN (place->x + place->width, other->x + other->width) - MAX (place->x, other->x);
      double height = MIN (place->y + place->height, other->y + other->height) - MAX (place->y, other->y);

      if (width > 0 && height > 0)
        overlap += width * height;
    }
  return overlap;
}

/* Beside its point, where the name hides least: at the left or right, then below or above. */
static void
plan_name (Plan *plan, guint index)
{
  const CasenessTheme *theme = plan->base.theme;
  const CasenessFunnelPoint *point = FUNNEL_POINT (plan->chart, index);
  double x = get_x (plan, point->size);
  double y = caseness_chart_plot_get_y (&plan->plot, point->value);
  double reach = theme->text_size * (MARKER + NAME_GAP);
  double height = theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
  double width
      = caseness_chart_plan_measure_text (&plan->base, point->name, theme->small_text_size, PANGO_WEIGHT_BOLD) + 1;
  const Obstacle places[] = {
    { x - reach - width, y - height / 2, width, height }, { x + reach, y - height / 2, width, height },
    { x - width / 2, y + reach, width, height },          { x - width / 2, y - reach - height, width, height },
    { x + reach, y - reach - height, width, height },     { x - reach - width, y + reach, width, height },
    { x + reach, y + reach, width, height },              { x - reach - width, y - reach - height, width, height },
  };
  const Obstacle *best = &places[0];
  gsize i;

  for (i = 1; i < G_N_ELEMENTS (places); i++)
    if (measure_overlap (plan, &places[i]) < measure_overlap (plan, best))
      best = &places[i];
  caseness_chart_plan_add_label (&plan->base, point->name, PANGO_WEIGHT_BOLD, best->x, width, PANGO_ALIGN_LEFT,
                                 best->y + height / 2, theme->text);
  caseness_chart_plan_back_last_text (&plan->base);
  g_array_append_vals (plan->obstacles, best, 1);
}

static void
plan_names (Plan *plan)
{
  guint i;

  for (i = 0; i < plan->order->len; i++)
    {
      guint index = g_array_index (plan->order, guint, i);

      if (FUNNEL_POINT (plan->chart, index)->place == CASENESS_FUNNEL_PLACE_FAR)
        plan_name (plan, index);
    }
}

static void
plan_plot (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double below = caseness_chart_plot_get_number_axis_height (&plan->plot);

  caseness_chart_plot_add_heading (&plan->plot, plan->chart->value_heading);
  caseness_chart_plot_share_height (&plan->plot, theme->text_size * PLOT_HEIGHT, theme->text_size * LEAST_PLOT, below);
  caseness_chart_plot_add_value_axis (&plan->plot);
  caseness_chart_plot_add_number_axis (&plan->plot, &plan->sizes, plan->chart->size_heading);
  plan_lines (plan);
  plan_points (plan);
  plan_names (plan);
  caseness_chart_plot_place_names (&plan->plot);
  plan->base.y = caseness_chart_plan_snap (&plan->base, plan->plot.y + plan->plot.height + below);
}

CasenessChartLayout *
caseness_funnel_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                               const CasenessTheme *theme)
{
  CasenessChartLayout *layout = caseness_chart_layout_new (chart, theme);
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  Plan plan = { .base = { layout, context, theme, room },
                .chart = (CasenessFunnelChart *) chart,
                .order = order,
                .obstacles = obstacles };

  caseness_chart_plot_init (&plan.plot, &plan.base);
  find_axes (&plan);
  find_order (&plan);
  need_names (&plan);
  caseness_chart_plot_share_width (&plan.plot, theme->text_size * NARROWEST);
  caseness_chart_plan_begin_part (&plan.base, 0);
  caseness_chart_plan_titles (&plan.base);
  plan_plot (&plan);
  caseness_chart_plan_footnote (&plan.base);
  caseness_chart_plan_end_part (&plan.base);
  caseness_chart_plot_clear (&plan.plot);
  return layout;
}
