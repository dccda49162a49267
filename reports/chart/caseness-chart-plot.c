/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-plot-private.h"

#include <math.h>

#define CAP 0.25 /* half of the bar across the end of a whisker */

const double caseness_chart_long_dashes[2] = { 6, 3 };
const double caseness_chart_short_dashes[2] = { 2, 2 };
const double caseness_chart_dots[2] = { 1, 2 };

/* A name at the right end of a line. */
typedef struct
{
  char *text;
  double y;
  CasenessColour colour;
  PangoWeight weight;
} EndLabel;

static void
clear_end_label (gpointer data)
{
  EndLabel *label = data;

  g_free (label->text);
}

void
caseness_chart_plot_init (CasenessChartPlot *plot, CasenessChartPlan *plan)
{
  *plot = (CasenessChartPlot) { .plan = plan };
  plot->end_labels = g_array_new (FALSE, FALSE, sizeof (EndLabel));
  g_array_set_clear_func (plot->end_labels, clear_end_label);
}

void
caseness_chart_plot_clear (CasenessChartPlot *plot)
{
  g_clear_pointer (&plot->end_labels, g_array_unref);
}

void
caseness_chart_range_add (CasenessChartRange *range, double value)
{
  if (!isfinite (value))
    return;
  range->low = isnan (range->low) ? value : MIN (range->low, value);
  range->high = isnan (range->high) ? value : MAX (range->high, value);
}

static double
measure (const CasenessChartPlot *plot, const char *text, PangoWeight weight)
{
  return caseness_chart_plan_measure_text (plot->plan, text, plot->plan->theme->small_text_size, weight);
}

/* Keeps room for a name at the right, before the width is shared. */
void
caseness_chart_plot_need_name (CasenessChartPlot *plot, const char *text, PangoWeight weight)
{
  if (text != NULL)
    plot->end_width = MAX (plot->end_width, ceil (measure (plot, text, weight)) + 1);
}

static double
measure_ticks (const CasenessChartPlot *plot)
{
  double widest = 0;
  guint i;

  for (i = 0; i < caseness_chart_axis_get_n_ticks (&plot->axis); i++)
    {
      g_autofree char *label = caseness_chart_axis_format_tick (&plot->axis, i);

      widest = MAX (widest, measure (plot, label, PANGO_WEIGHT_NORMAL));
    }
  return widest;
}

/* @least_plot: the narrowest the plot may be on a screen, where the rest is scrolled */
void
caseness_chart_plot_share_width (CasenessChartPlot *plot, double least_plot)
{
  const CasenessTheme *theme = plot->plan->theme;
  CasenessChartLayout *layout = plot->plan->layout;
  double gap = theme->text_size * CASENESS_PLOT_GAP;
  double ticks = measure_ticks (plot) + gap + theme->text_size * CASENESS_PLOT_TICK;
  double ends = plot->end_width > 0 ? plot->end_width + 2 * gap : gap;

  layout->minimum_width = ceil (ticks + ends + least_plot);
  layout->width = plot->plan->room->width;
  if (theme->kind != CASENESS_THEME_PRINT)
    layout->width = ceil (MAX (layout->width, layout->minimum_width));
  plot->x = caseness_chart_plan_snap (plot->plan, ticks);
  plot->width = MAX (layout->width - ticks - ends, theme->text_size);
  plot->end_x = plot->x + plot->width + 2 * gap;
}

/* The plot begins at the next free line and is @height high, less where @below and the rest would not fit the room. */
void
caseness_chart_plot_share_height (CasenessChartPlot *plot, double height, double least, double below)
{
  const CasenessChartRoom *room = plot->plan->room;
  double limit = room->first_height > 0 ? room->first_height : room->part_height;

  plot->y = plot->plan->y;
  if (limit > 0)
    height = CLAMP (limit - below - (plot->plan->y - plot->plan->part->y), MIN (least, height), height);
  plot->height = caseness_chart_plan_snap (plot->plan, height);
}

/* What is measured, above the axis; an axis that does not begin at zero says so. */
void
caseness_chart_plot_add_heading (CasenessChartPlot *plot, const char *heading)
{
  CasenessChartPlan *plan = plot->plan;
  double line = plan->theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
  g_autofree char *text = caseness_chart_axis_dup_heading (&plot->axis, heading);

  caseness_chart_plan_add_label (plan, text, PANGO_WEIGHT_NORMAL, 0, plan->layout->width, PANGO_ALIGN_LEFT,
                                 plan->y + line / 2, plan->theme->secondary_text);
  plan->y += caseness_chart_plan_snap (plan, line * 1.5);
}

double
caseness_chart_plot_get_y (const CasenessChartPlot *plot, double value)
{
  return plot->y + plot->height * (1 - caseness_chart_axis_get_share (&plot->axis, value));
}

void
caseness_chart_plot_add_value_axis (CasenessChartPlot *plot)
{
  CasenessChartPlan *plan = plot->plan;
  const CasenessTheme *theme = plan->theme;
  double tick = theme->text_size * CASENESS_PLOT_TICK;
  guint i;

  for (i = 0; i < caseness_chart_axis_get_n_ticks (&plot->axis); i++)
    {
      g_autofree char *label = caseness_chart_axis_format_tick (&plot->axis, i);
      double y = caseness_chart_plot_get_y (plot, caseness_chart_axis_get_tick (&plot->axis, i));

      caseness_chart_plan_add_line (plan, plot->x, caseness_chart_plan_snap (plan, y), plot->width, theme->hair_line,
                                    i == 0 ? theme->axis : theme->grid);
      caseness_chart_plan_add_label (plan, label, PANGO_WEIGHT_NORMAL, 0, plot->x - tick, PANGO_ALIGN_RIGHT, y,
                                     theme->secondary_text);
    }
}

double
caseness_chart_plot_get_number_axis_height (const CasenessChartPlot *plot)
{
  const CasenessTheme *theme = plot->plan->theme;

  return theme->text_size * CASENESS_PLOT_TICK + 2.2 * theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
}

/* Numbers under the plot, what they are in the middle below them. */
void
caseness_chart_plot_add_number_axis (CasenessChartPlot *plot, const CasenessChartAxis *axis, const char *heading)
{
  CasenessChartPlan *plan = plot->plan;
  const CasenessTheme *theme = plan->theme;
  double bottom = plot->y + plot->height;
  double tick = theme->text_size * CASENESS_PLOT_TICK;
  double line = theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
  double room = plot->width / MAX (caseness_chart_axis_get_n_ticks (axis) - 1, 1u);
  guint i;

  for (i = 0; i < caseness_chart_axis_get_n_ticks (axis); i++)
    {
      g_autofree char *label = caseness_chart_axis_format_tick (axis, i);
      double share = caseness_chart_axis_get_share (axis, caseness_chart_axis_get_tick (axis, i));
      double x = caseness_chart_plan_snap (plan, plot->x + plot->width * share);

      caseness_chart_plan_add_line (plan, x, bottom, theme->hair_line, tick, theme->axis);
      caseness_chart_plan_add_label (plan, label, PANGO_WEIGHT_NORMAL, x - room / 2, room, PANGO_ALIGN_CENTER,
                                     bottom + tick + line / 2, theme->secondary_text);
    }
  caseness_chart_plan_add_label (plan, heading, PANGO_WEIGHT_NORMAL, plot->x, plot->width, PANGO_ALIGN_CENTER,
                                 bottom + tick + line * 1.5, theme->secondary_text);
}

/* @label: (nullable): its name at the right end */
void
caseness_chart_plot_add_level (CasenessChartPlot *plot, double value, double width, CasenessColour colour,
                               const double *dashes, const char *label, PangoWeight weight)
{
  CasenessChartPath *path;
  double y = caseness_chart_plot_get_y (plot, value);

  if (isnan (value))
    return;
  path = caseness_chart_plan_add_path (plot->plan, width, colour, dashes, dashes != NULL ? 2 : 0);
  caseness_chart_path_add (path, plot->x, y);
  caseness_chart_path_add (path, plot->x + plot->width, y);
  if (label != NULL)
    caseness_chart_plot_add_name (plot, label, y, plot->plan->theme->secondary_text, weight);
}

void
caseness_chart_plot_add_name (CasenessChartPlot *plot, const char *text, double y, CasenessColour colour,
                              PangoWeight weight)
{
  EndLabel label = { g_strdup (text), y, colour, weight };

  g_array_append_val (plot->end_labels, label);
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
keep_names_apart (CasenessChartPlot *plot)
{
  double height = plot->plan->theme->small_text_size * CASENESS_PLOT_LINE_HEIGHT;
  double lowest = plot->y + plot->height;
  GArray *labels = plot->end_labels;
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
}

void
caseness_chart_plot_place_names (CasenessChartPlot *plot)
{
  guint i;

  keep_names_apart (plot);
  for (i = 0; i < plot->end_labels->len; i++)
    {
      const EndLabel *label = &g_array_index (plot->end_labels, EndLabel, i);

      caseness_chart_plan_add_label (plot->plan, label->text, label->weight, plot->end_x, plot->end_width,
                                     PANGO_ALIGN_LEFT, label->y, label->colour);
    }
}

static void
add_stroke (CasenessChartPlot *plot, double x0, double y0, double x1, double y1, CasenessColour colour)
{
  CasenessChartPath *path = caseness_chart_plan_add_path (plot->plan, plot->plan->theme->line, colour, NULL, 0);

  caseness_chart_path_add (path, x0, y0);
  caseness_chart_path_add (path, x1, y1);
}

/* A line up and down with a bar across both ends. */
void
caseness_chart_plot_add_whisker (CasenessChartPlot *plot, double x, double low, double high, CasenessColour colour)
{
  double cap = plot->plan->theme->text_size * CAP;
  double top = caseness_chart_plot_get_y (plot, high);
  double bottom = caseness_chart_plot_get_y (plot, low);

  if (isnan (low) || isnan (high))
    return;
  add_stroke (plot, x, top, x, bottom, colour);
  add_stroke (plot, x - cap, top, x + cap, top, colour);
  add_stroke (plot, x - cap, bottom, x + cap, bottom, colour);
}

/* @label: (transfer full): what a screen reader says at the point */
void
caseness_chart_plot_add_target (CasenessChartPlot *plot, int row, int column, double x, double y, char *label)
{
  double size = plot->plan->theme->text_size * CASENESS_PLOT_TARGET;

  caseness_chart_plan_add_area (plot->plan, row, column, x - size / 2, y - size / 2, size, size, label);
}
