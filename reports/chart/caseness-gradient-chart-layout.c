/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-plot-private.h"
#include "caseness-gradient-chart-private.h"

#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define PLOT_HEIGHT 12.0
#define LEAST_PLOT 6.0
#define NARROWEST 14.0
#define MARKER 0.34 /* radius */

#define N_TICKS 5
#define BELOW 2.4 /* lines under the plot: groups, then the ends and what the groups are */

/* What is worked out while a chart is laid out. */
typedef struct
{
  CasenessChartPlan base;
  CasenessGradientChart *chart;
  CasenessChartPlot plot;
} Plan;

static void
find_axis (Plan *plan)
{
  CasenessGradientChart *chart = plan->chart;
  CasenessChartRange range = CASENESS_CHART_RANGE_INIT;
  guint i;

  for (i = 0; i < chart->groups->len; i++)
    {
      const CasenessGradientGroup *group = GRADIENT_GROUP (chart, i);

      caseness_chart_range_add (&range, group->value);
      caseness_chart_range_add (&range, group->low);
      caseness_chart_range_add (&range, group->high);
    }
  caseness_chart_range_add (&range, chart->fit_low);
  caseness_chart_range_add (&range, chart->fit_high);
  caseness_chart_range_add (&range, chart->reference);
  plan->plot.axis = caseness_chart_axis_cover (chart->unit, range.low, range.high, FALSE, N_TICKS);
}

static double
get_x (const Plan *plan, double place)
{
  return plan->plot.x + plan->plot.width * place;
}

static void
plan_lines (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  const CasenessGradientChart *chart = plan->chart;
  CasenessChartPath *path;

  caseness_chart_plot_add_level (&plan->plot, chart->reference, theme->line, theme->axis, caseness_chart_long_dashes,
                                 chart->reference_label, PANGO_WEIGHT_NORMAL);
  if (isnan (chart->fit_low) || isnan (chart->fit_high))
    return;
  path = caseness_chart_plan_add_path (&plan->base, theme->line, theme->series[0], NULL, 0);
  caseness_chart_path_add (path, get_x (plan, 0), caseness_chart_plot_get_y (&plan->plot, chart->fit_low));
  caseness_chart_path_add (path, get_x (plan, 1), caseness_chart_plot_get_y (&plan->plot, chart->fit_high));
  caseness_chart_plot_add_name (&plan->plot, chart->fit_label, caseness_chart_plot_get_y (&plan->plot, chart->fit_high),
                                theme->text, PANGO_WEIGHT_BOLD);
}

static void
plan_group (Plan *plan, guint index)
{
  const CasenessTheme *theme = plan->base.theme;
  const CasenessGradientGroup *group = GRADIENT_GROUP (plan->chart, index);
  double x = get_x (plan, group->place);
  double y = caseness_chart_plot_get_y (&plan->plot, group->value);
  CasenessChartMarker marker = { x, y, theme->text_size * MARKER, CASENESS_CHART_CIRCLE, theme->series[0],
                                 theme->background };

  if (isnan (group->value))
    return;
  caseness_chart_plot_add_whisker (&plan->plot, x, group->low, group->high, theme->series[0]);
  g_array_append_val (plan->base.part->markers, marker);
  caseness_chart_plot_add_target (&plan->plot, 0, (int) index, x, y,
                                  caseness_gradient_chart_dup_label (plan->chart, index));
}

/* Names of groups that would touch the one before are left out. */
static void
plan_group_labels (Plan *plan, double middle)
{
  double end = -G_MAXDOUBLE;
  guint i;

  for (i = 0; i < plan->chart->groups->len; i++)
    {
      const CasenessGradientGroup *group = GRADIENT_GROUP (plan->chart, i);
      double width = caseness_chart_plan_measure_text (&plan->base, group->label, plan->base.theme->small_text_size,
                                                       PANGO_WEIGHT_NORMAL);
      double left = get_x (plan, group->place) - width / 2;

      if (left < end)
        continue;
      caseness_chart_plan_add_label (&plan->base, group->label, PANGO_WEIGHT_NORMAL, left, width + 1, PANGO_ALIGN_LEFT,
                                     middle, plan->base.theme->secondary_text);
      end = left + width + plan->base.theme->small_text_size * 0.3;
    }
}

static void
plan_ends (Plan *plan, double middle)
{
  const CasenessTheme *theme = plan->base.theme;
  const CasenessGradientChart *chart = plan->chart;
  double third = plan->plot.width / 3;

  if (chart->low_end != NULL)
    caseness_chart_plan_add_label (&plan->base, chart->low_end, PANGO_WEIGHT_BOLD, plan->plot.x, third,
                                   PANGO_ALIGN_LEFT, middle, theme->text);
  caseness_chart_plan_add_label (&plan->base, chart->group_heading, PANGO_WEIGHT_NORMAL, plan->plot.x + third, third,
                                 PANGO_ALIGN_CENTER, middle, theme->secondary_text);
  if (chart->high_end != NULL)
    caseness_chart_plan_add_label (&plan->base, chart->high_end, PANGO_WEIGHT_BOLD, plan->plot.x + 2 * third, third,
                                   PANGO_ALIGN_RIGHT, middle, theme->text);
}

static void
plan_plot (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double line = theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
  double below = BELOW * line;
  double bottom;
  guint i;

  caseness_chart_plot_add_heading (&plan->plot, plan->chart->value_heading);
  caseness_chart_plot_share_height (&plan->plot, theme->text_size * PLOT_HEIGHT, theme->text_size * LEAST_PLOT, below);
  caseness_chart_plot_add_value_axis (&plan->plot);
  plan_lines (plan);
  for (i = 0; i < plan->chart->groups->len; i++)
    plan_group (plan, i);
  caseness_chart_plot_place_names (&plan->plot);
  bottom = plan->plot.y + plan->plot.height;
  plan_group_labels (plan, bottom + line * 0.7);
  plan_ends (plan, bottom + line * 1.8);
  plan->base.y = caseness_chart_plan_snap (&plan->base, bottom + below);
}

CasenessChartLayout *
caseness_gradient_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                                 const CasenessTheme *theme)
{
  CasenessChartLayout *layout = caseness_chart_layout_new (chart, theme);
  Plan plan = { .base = { layout, context, theme, room }, .chart = (CasenessGradientChart *) chart };

  caseness_chart_plot_init (&plan.plot, &plan.base);
  find_axis (&plan);
  caseness_chart_plot_need_name (&plan.plot, plan.chart->fit_label, PANGO_WEIGHT_BOLD);
  caseness_chart_plot_need_name (&plan.plot, plan.chart->reference_label, PANGO_WEIGHT_NORMAL);
  caseness_chart_plot_share_width (&plan.plot, theme->text_size * NARROWEST);
  caseness_chart_plan_begin_part (&plan.base, 0);
  caseness_chart_plan_titles (&plan.base);
  plan_plot (&plan);
  caseness_chart_plan_footnote (&plan.base);
  caseness_chart_plan_end_part (&plan.base);
  caseness_chart_plot_clear (&plan.plot);
  return layout;
}
