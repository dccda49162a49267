/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-bar-chart-private.h"
#include "caseness-chart-axis.h"

#include <glib/gi18n.h>
#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define GAP 0.8          /* between columns, and before a value */
#define NARROWEST_PLOT 9 /* of the bars themselves */
#define PART_GAP 1.6     /* between parts */
#define TICK_WIDTH 0.6   /* of what stands for a suppressed value */

#define HEAD_SHARE 0.38 /* of the width, at most, for the labels */
#define BAR_SHARE 0.62  /* of a row's height */
#define N_TICKS 4

static const double reference_dashes[] = { 6, 3 };

/* What is worked out while a chart is laid out. */
typedef struct
{
  CasenessChartPlan base;
  CasenessBarChart *chart;
  CasenessChartAxis axis;
  double head_width;  /* of the labels, without the gap after them */
  double value_width; /* of the widest value */
  double note_width;  /* of the notes; 0 for none */
  double plot_x;      /* where zero is */
  double plot_width;  /* to the end of the axis */
  GArray *reference;  /* double, of the part: x and y in turn, broken where a value stands in the way */
} Plan;

static double
measure (const Plan *plan, const char *text, PangoWeight weight)
{
  return text != NULL ? caseness_chart_plan_measure_text (&plan->base, text, plan->base.theme->text_size, weight) : 0;
}

static double
get_gap (const Plan *plan)
{
  return plan->base.theme->text_size * GAP;
}

static double
get_widest_value (const CasenessBarChart *chart)
{
  double widest = isnan (chart->reference) ? 0 : chart->reference;
  guint i;

  for (i = 0; i < chart->bars->len; i++)
    if (BAR (chart, i)->value > widest)
      widest = BAR (chart, i)->value;
  return widest;
}

static void
measure_columns (Plan *plan)
{
  CasenessBarChart *chart = plan->chart;
  guint i;

  plan->head_width = measure (plan, chart->row_heading, PANGO_WEIGHT_BOLD);
  plan->note_width = measure (plan, chart->note_heading, PANGO_WEIGHT_NORMAL);
  for (i = 0; i < chart->bars->len; i++)
    {
      g_autofree char *value = caseness_bar_chart_dup_value (chart, i);

      plan->head_width = MAX (plan->head_width, measure (plan, BAR (chart, i)->label, PANGO_WEIGHT_NORMAL));
      plan->note_width = MAX (plan->note_width, measure (plan, BAR (chart, i)->note, PANGO_WEIGHT_NORMAL));
      plan->value_width = MAX (plan->value_width, measure (plan, value, PANGO_WEIGHT_BOLD));
    }
}

/* Labels give way first; what is still too wide is scrolled. */
static void
share_width (Plan *plan)
{
  double narrowest = plan->base.theme->text_size * NARROWEST_PLOT;
  double gap = get_gap (plan);
  double fixed = 2 * gap + plan->value_width + (plan->note_width > 0 ? gap + plan->note_width : 0);
  double width = plan->base.room->width;
  double least_head = MIN (plan->head_width, narrowest);

  plan->head_width = MIN (plan->head_width, MAX (width * HEAD_SHARE, least_head));
  plan->base.layout->minimum_width = ceil (least_head + fixed + narrowest);
  plan->plot_x = caseness_chart_plan_snap (&plan->base, plan->head_width + gap);
  plan->plot_width = caseness_chart_plan_snap (&plan->base, MAX (width - plan->head_width - fixed, narrowest));
  plan->base.layout->width = MAX (width, plan->head_width + fixed + plan->plot_width);
}

static double
get_x (const Plan *plan, double value)
{
  return plan->plot_x + plan->plot_width * caseness_chart_axis_get_share (&plan->axis, value);
}

static void
add_text (Plan *plan, const char *text, double size, PangoWeight weight, double x, double width, PangoAlignment align,
          double y, double height, CasenessColour colour, int row, gboolean is_head)
{
  PangoLayout *layout = caseness_chart_plan_create_text (&plan->base, text, size, weight, width, align);

  caseness_chart_plan_add_text (&plan->base, layout, x + caseness_text_get_indent (layout, width, align),
                                y + (height - caseness_text_get_height (layout)) / 2, colour, row, is_head);
}

/* The name of the reference line stands over it, inside the chart. */
static void
plan_reference_label (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double size = theme->small_text_size;
  double width, x;

  if (plan->chart->reference_label == NULL)
    return;
  width = caseness_chart_plan_measure_text (&plan->base, plan->chart->reference_label, size, PANGO_WEIGHT_NORMAL) + 1;
  width = MIN (width, plan->base.layout->width);
  x = CLAMP (get_x (plan, plan->chart->reference) - width / 2, 0, plan->base.layout->width - width);
  add_text (plan, plan->chart->reference_label, size, PANGO_WEIGHT_NORMAL, x, width, PANGO_ALIGN_LEFT, plan->base.y,
            size * 1.4, theme->secondary_text, CASENESS_CHART_TEXT_LOOSE, FALSE);
  plan->base.y += caseness_chart_plan_snap (&plan->base, size * 1.5);
}

static void
plan_heads (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double size = theme->small_text_size;
  double height = size * 1.5;
  double right = plan->base.layout->width;

  add_text (plan, plan->chart->row_heading, size, PANGO_WEIGHT_BOLD, 0, plan->head_width, PANGO_ALIGN_LEFT,
            plan->base.y, height, theme->text, CASENESS_CHART_TEXT_COLUMN_HEADS, TRUE);
  add_text (plan, plan->chart->value_heading, size, PANGO_WEIGHT_NORMAL, plan->plot_x,
            plan->plot_width + plan->value_width, PANGO_ALIGN_LEFT, plan->base.y, height, theme->secondary_text,
            CASENESS_CHART_TEXT_COLUMN_HEADS, TRUE);
  if (plan->note_width > 0)
    add_text (plan, plan->chart->note_heading != NULL ? plan->chart->note_heading : "", size, PANGO_WEIGHT_NORMAL,
              right - plan->note_width, plan->note_width, PANGO_ALIGN_RIGHT, plan->base.y, height,
              theme->secondary_text, CASENESS_CHART_TEXT_COLUMN_HEADS, TRUE);
  plan->base.y = caseness_chart_plan_snap (&plan->base, plan->base.y + height + size * 0.2);
}

/* Fill and hatch of a bar; on a grey printer the hatch and the outline tell them apart. */
static void
set_look (CasenessChartBox *box, const CasenessBar *bar, const CasenessTheme *theme)
{
  box->outline = theme->axis;
  box->hatch = CASENESS_HATCH_NONE;
  if (bar->is_suppressed)
    {
      box->fill = theme->background;
      box->hatch = CASENESS_HATCH_RISING;
      box->hatch_colour = theme->axis;
      return;
    }
  box->fill = bar->kind == CASENESS_BAR_NOTABLE ? theme->notable
              : bar->kind == CASENESS_BAR_PALE  ? theme->grid
                                                : theme->series[0];
  if (bar->kind != CASENESS_BAR_NOTABLE)
    return;
  box->hatch = CASENESS_HATCH_RISING;
  box->hatch_colour = caseness_colour_mix (box->fill, theme->background, 0.6);
}

/* Returns: where the bar ends. */
static double
plan_bar (Plan *plan, const CasenessBar *bar, double height)
{
  const CasenessTheme *theme = plan->base.theme;
  double bar_height = caseness_chart_plan_snap (&plan->base, height * BAR_SHARE);
  CasenessChartBox box = { plan->plot_x, plan->base.y, 0, bar_height };

  if (bar->is_suppressed)
    box.width = theme->text_size * TICK_WIDTH;
  else if (!isnan (bar->value))
    box.width = get_x (plan, bar->value) - plan->plot_x;
  box.width = caseness_chart_plan_snap (&plan->base, box.width);
  box.y += caseness_chart_plan_snap (&plan->base, (height - bar_height) / 2);
  set_look (&box, bar, theme);
  if (box.width > 2 * theme->hair_line)
    g_array_append_val (plan->base.part->boxes, box);
  return plan->plot_x + box.width;
}

static char *
dup_area_label (const Plan *plan, guint index, const char *value)
{
  const CasenessBar *bar = BAR (plan->chart, index);

  if (bar->note == NULL)
    /* Translators: read by a screen reader: bar, what it shows: value. */
    return g_strdup_printf (_("%s, %s: %s"), bar->label, plan->chart->value_heading, value);
  /* Translators: read by a screen reader: bar, what it shows: value, note. */
  return g_strdup_printf (_("%s, %s: %s, %s"), bar->label, plan->chart->value_heading, value, bar->note);
}

static double
get_row_height (const Plan *plan, guint index)
{
  const CasenessTheme *theme = plan->base.theme;
  g_autoptr(PangoLayout) label
      = caseness_chart_plan_create_text (&plan->base, BAR (plan->chart, index)->label, theme->text_size,
                                         PANGO_WEIGHT_NORMAL, plan->head_width, PANGO_ALIGN_LEFT);

  return ceil (MAX (theme->row_height, caseness_text_get_height (label) + theme->text_size * 0.3));
}

static void
add_to_reference (Plan *plan, double x, double y)
{
  g_array_append_val (plan->reference, x);
  g_array_append_val (plan->reference, y);
}

/* Ends before a value that stands from @left to @right and goes on after it. */
static void
break_reference (Plan *plan, double left, double right, double height)
{
  double x = get_x (plan, plan->chart->reference);

  if (isnan (x) || x < left || x > right)
    return;
  add_to_reference (plan, x, plan->base.y);
  add_to_reference (plan, x, NAN);
  add_to_reference (plan, x, plan->base.y + height);
}

static void
plan_row (Plan *plan, guint index)
{
  const CasenessBar *bar = BAR (plan->chart, index);
  const CasenessTheme *theme = plan->base.theme;
  double height = get_row_height (plan, index);
  double right = plan->base.layout->width;
  double end = plan_bar (plan, bar, height);
  g_autofree char *value = caseness_bar_chart_dup_value (plan->chart, index);
  gboolean is_value = !isnan (bar->value);
  double value_x = end + get_gap (plan) / 2;

  add_text (plan, bar->label, theme->text_size, PANGO_WEIGHT_NORMAL, 0, plan->head_width, PANGO_ALIGN_LEFT,
            plan->base.y, height, theme->text, (int) index, TRUE);
  add_text (plan, value, theme->text_size,
            bar->kind == CASENESS_BAR_NOTABLE && is_value ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
            value_x, plan->value_width + 1, PANGO_ALIGN_LEFT, plan->base.y, height,
            is_value ? theme->text : theme->secondary_text, (int) index, FALSE);
  break_reference (plan, value_x - 2, value_x + measure (plan, value, PANGO_WEIGHT_BOLD) + 2, height);
  if (plan->note_width > 0)
    add_text (plan, bar->note != NULL ? bar->note : "", theme->text_size, PANGO_WEIGHT_NORMAL,
              right - plan->note_width, plan->note_width, PANGO_ALIGN_RIGHT, plan->base.y, height,
              theme->secondary_text, (int) index, FALSE);
  caseness_chart_plan_add_area (&plan->base, (int) index, -1, 0, plan->base.y, plan->head_width, height - theme->gap,
                                g_strdup (bar->label));
  caseness_chart_plan_add_area (&plan->base, (int) index, 0, plan->plot_x, plan->base.y,
                                plan->plot_width + plan->value_width, height - theme->gap,
                                dup_area_label (plan, index, value));
  plan->base.y += height;
}

/* Lines behind the bars at every tick, the one at zero stronger, and the names of the ticks below. */
static void
plan_axis (Plan *plan, double top)
{
  const CasenessTheme *theme = plan->base.theme;
  double size = theme->small_text_size;
  double width = plan->plot_width / (caseness_chart_axis_get_n_ticks (&plan->axis) - 1);
  guint i;

  for (i = 0; i < caseness_chart_axis_get_n_ticks (&plan->axis); i++)
    {
      double x = get_x (plan, caseness_chart_axis_get_tick (&plan->axis, i));
      double thickness = i == 0 ? theme->line : theme->hair_line;
      g_autofree char *label = caseness_chart_axis_format_tick (&plan->axis, i);

      x = caseness_chart_plan_snap (&plan->base, x - thickness / 2);
      caseness_chart_plan_add_line (&plan->base, x, top, thickness, plan->base.y - top,
                                    i == 0 ? theme->axis : theme->grid);
      add_text (plan, label, size, PANGO_WEIGHT_NORMAL, x - width / 2, width, PANGO_ALIGN_CENTER, plan->base.y,
                size * 1.6, theme->secondary_text, CASENESS_CHART_TEXT_LOOSE, FALSE);
    }
}

static void
plan_reference (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  CasenessChartPath path = { g_array_ref (plan->reference), theme->line, theme->text, reference_dashes,
                             G_N_ELEMENTS (reference_dashes) };

  add_to_reference (plan, get_x (plan, plan->chart->reference), plan->base.y);
  g_array_append_val (plan->base.part->paths, path);
}

/* How many bars fit from @bar on; at least one. */
static guint
find_end_of_part (const Plan *plan, guint bar)
{
  const CasenessChartRoom *room = plan->base.room;
  double left = plan->base.layout->parts->len == 1 && room->first_height > 0 ? room->first_height : room->part_height;
  guint first = bar;

  if (room->part_height <= 0)
    return plan->chart->bars->len;
  left -= plan->base.y - plan->base.part->y + plan->base.theme->small_text_size * 1.6;
  for (; bar < plan->chart->bars->len; bar++)
    {
      left -= get_row_height (plan, bar);
      if (bar > first && left < 0)
        break;
    }
  return bar;
}

static guint
plan_part (Plan *plan, guint bar)
{
  double top;
  guint end;

  caseness_chart_plan_begin_part (&plan->base, plan->base.theme->text_size * PART_GAP);
  caseness_chart_plan_titles (&plan->base);
  plan_reference_label (plan);
  plan_heads (plan);
  top = plan->base.y;
  g_clear_pointer (&plan->reference, g_array_unref);
  plan->reference = g_array_new (FALSE, FALSE, sizeof (double));
  add_to_reference (plan, get_x (plan, plan->chart->reference), top);
  for (end = find_end_of_part (plan, bar); bar < end; bar++)
    plan_row (plan, bar);
  plan_axis (plan, top);
  if (plan->chart->reference_label != NULL)
    plan_reference (plan);
  plan->base.y += caseness_chart_plan_snap (&plan->base, plan->base.theme->small_text_size * 1.6);
  if (end == plan->chart->bars->len)
    caseness_chart_plan_footnote (&plan->base);
  caseness_chart_plan_end_part (&plan->base);
  return end;
}

CasenessChartLayout *
caseness_bar_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                            const CasenessTheme *theme)
{
  CasenessChartLayout *layout = caseness_chart_layout_new (chart, theme);
  Plan plan = { .base = { layout, context, theme, room }, .chart = (CasenessBarChart *) chart };
  guint bar = 0;

  plan.axis = caseness_chart_axis_cover (plan.chart->unit, 0, get_widest_value (plan.chart), TRUE, N_TICKS);
  measure_columns (&plan);
  share_width (&plan);
  do
    bar = plan_part (&plan, bar);
  while (bar < plan.chart->bars->len);
  g_array_unref (plan.reference);
  if (theme->kind != CASENESS_THEME_PRINT)
    layout->width = ceil (layout->width);
  return layout;
}
