/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-day-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define ROW_HEIGHT 1.9
#define SPAN_HEIGHT 1.35
#define MARKER 0.3 /* radius */
#define CROSS 0.32 /* half of its width */
#define GAP 0.8    /* between names and the days */
#define LEAST_PLOT 16.0
#define TICK 0.35
#define LINE_HEIGHT 1.35
#define TARGET 1.4

/* What is worked out while a chart is laid out. */
typedef struct
{
  CasenessChartPlan base;
  CasenessDayChart *chart;
  double names_width;
  double x;
  double width;
  double top; /* of the rows */
} Plan;

static double
get_line (const Plan *plan)
{
  return plan->base.theme->small_text_size * LINE_HEIGHT;
}

/* In the middle of a day. */
static double
get_x (const Plan *plan, CasenessDate day)
{
  double days = plan->chart->to - plan->chart->from + 1;

  return plan->x + plan->width * (day - plan->chart->from + 0.5) / days;
}

static double
get_middle (const Plan *plan, guint row)
{
  return plan->top + (row + 0.5) * plan->base.theme->text_size * ROW_HEIGHT;
}

static double
get_bottom (const Plan *plan)
{
  return plan->top + plan->chart->rows->len * plan->base.theme->text_size * ROW_HEIGHT;
}

static void
share_width (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  guint i;

  for (i = 0; i < plan->chart->rows->len; i++)
    plan->names_width = MAX (plan->names_width,
                             caseness_chart_plan_measure_text (&plan->base, DAY_ROW (plan->chart, i)->name,
                                                               theme->small_text_size, PANGO_WEIGHT_NORMAL)
                               + 1);
  plan->x = plan->names_width + theme->text_size * GAP;
  plan->base.layout->minimum_width = plan->x + theme->text_size * LEAST_PLOT;
  plan->base.layout->width = MAX (plan->base.room->width, plan->base.layout->minimum_width);
  plan->width = plan->base.layout->width - plan->x - 1;
}

/* The first day of the month after that of @day. */
static CasenessDate
get_next_month (CasenessDate day)
{
  return caseness_date_month_end (day) + 1;
}

static char *
dup_month (CasenessDate first)
{
  int year, month, day;
  g_autoptr(GDateTime) date = NULL;

  caseness_date_split (first, &year, &month, &day);
  date = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  return g_date_time_format (date, "%b %y");
}

/* A line where a month begins; its name where there is room after the one before. */
static void
draw_months (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double bottom = get_bottom (plan), end = -G_MAXDOUBLE;
  CasenessDate first;

  for (first = get_next_month (plan->chart->from - 1); first <= plan->chart->to; first = get_next_month (first))
    {
      g_autofree char *name = dup_month (first);
      double width
        = caseness_chart_plan_measure_text (&plan->base, name, theme->small_text_size, PANGO_WEIGHT_NORMAL) + 1;
      double x = caseness_chart_plan_snap (&plan->base, get_x (plan, first));

      caseness_chart_plan_add_line (&plan->base, x, plan->top, theme->hair_line,
                                    bottom - plan->top + theme->text_size * TICK, theme->grid);
      if (x - width / 2 < end || x + width / 2 > plan->base.layout->width)
        continue;
      caseness_chart_plan_add_label (&plan->base, name, PANGO_WEIGHT_NORMAL, x - width / 2, width, PANGO_ALIGN_LEFT,
                                     bottom + theme->text_size * TICK + get_line (plan) / 2, theme->secondary_text);
      end = x + width / 2 + theme->small_text_size * 0.5;
    }
}

static void
draw_axis (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;

  caseness_chart_plan_add_line (&plan->base, plan->x, caseness_chart_plan_snap (&plan->base, get_bottom (plan)),
                                plan->width, theme->line, theme->axis);
}

static void
draw_cross (Plan *plan, double x, double y)
{
  const CasenessTheme *theme = plan->base.theme;
  double half = theme->text_size * CROSS;
  CasenessChartPath *path = caseness_chart_plan_add_path (&plan->base, theme->line * 1.5, theme->text, NULL, 0);

  caseness_chart_path_add (path, x - half, y - half);
  caseness_chart_path_add (path, x + half, y + half);
  caseness_chart_path_add (path, NAN, NAN);
  caseness_chart_path_add (path, x - half, y + half);
  caseness_chart_path_add (path, x + half, y - half);
}

static void
draw_mark (Plan *plan, const CasenessDayEvent *event, double y)
{
  static const CasenessChartShape shapes[] = {
    [CASENESS_DAY_DONE] = CASENESS_CHART_CIRCLE,
    [CASENESS_DAY_FIRST] = CASENESS_CHART_DIAMOND,
    [CASENESS_DAY_OTHER] = CASENESS_CHART_CIRCLE,
    [CASENESS_DAY_MOVED] = CASENESS_CHART_SQUARE,
  };
  const CasenessTheme *theme = plan->base.theme;
  gboolean is_filled = event->mark == CASENESS_DAY_DONE;
  CasenessChartMarker marker = {
    .x = get_x (plan, event->day),
    .y = y,
    .radius = theme->text_size * MARKER,
  };

  if (event->mark == CASENESS_DAY_FAILED)
    {
      draw_cross (plan, marker.x, y);
      return;
    }
  marker.shape = shapes[event->mark];
  marker.fill = is_filled ? theme->series[0] : theme->background;
  marker.outline = is_filled ? theme->background : theme->text;
  marker.is_bold = !is_filled;
  g_array_append_val (plan->base.part->markers, marker);
}

static void
add_target (Plan *plan, guint row, guint column, const CasenessDayEvent *event, double y)
{
  double size = plan->base.theme->text_size * TARGET;
  g_autofree char *day = caseness_date_format_short (event->day);
  /* Translators: read by a screen reader: a day, and what happened. */
  char *label = g_strdup_printf (_("%s: %s"), day, event->label);

  caseness_chart_plan_add_area (&plan->base, (int) row, (int) column, get_x (plan, event->day) - size / 2, y - size / 2,
                                size, size, label);
}

static void
draw_span (Plan *plan, const CasenessDaySpan *span, double y)
{
  const CasenessTheme *theme = plan->base.theme;
  double height = caseness_chart_plan_snap (&plan->base, theme->text_size * SPAN_HEIGHT);
  double start = get_x (plan, span->from) - theme->text_size * MARKER;
  double end = get_x (plan, span->to) + theme->text_size * MARKER;
  CasenessChartBox box = { start, y - height / 2, end - start, height };
  double width = span->label != NULL ? caseness_chart_plan_measure_text (&plan->base, span->label,
                                                                         theme->small_text_size, PANGO_WEIGHT_BOLD)
                                         + 1
                                     : 0;

  box.fill = span->is_strong ? theme->series[0] : theme->background;
  box.outline = theme->axis;
  g_array_append_val (plan->base.part->boxes, box);
  if (span->label != NULL && width <= box.width)
    caseness_chart_plan_add_label (&plan->base, span->label, PANGO_WEIGHT_BOLD, start + (box.width - width) / 2, width,
                                   PANGO_ALIGN_LEFT, y, caseness_theme_get_ink (theme, box.fill));
}

static void
draw_row (Plan *plan, guint index)
{
  const CasenessDayRow *row = DAY_ROW (plan->chart, index);
  double y = get_middle (plan, index);
  guint i;

  caseness_chart_plan_add_label (&plan->base, row->name, PANGO_WEIGHT_NORMAL, 0, plan->names_width, PANGO_ALIGN_LEFT, y,
                                 plan->base.theme->text);
  for (i = 0; i < row->spans->len; i++)
    draw_span (plan, &g_array_index (row->spans, CasenessDaySpan, i), y);
  for (i = 0; i < row->events->len; i++)
    {
      const CasenessDayEvent *event = &g_array_index (row->events, CasenessDayEvent, i);

      draw_mark (plan, event, y);
      add_target (plan, index, i, event, y);
    }
}

/* Names above the rows, pushed into the drawing; one that would touch the one before is left out. */
static void
draw_edges (Plan *plan, double names)
{
  const CasenessTheme *theme = plan->base.theme;
  double end = -G_MAXDOUBLE;
  guint i;

  for (i = 0; i < plan->chart->edges->len; i++)
    {
      const CasenessDayEdge *edge = &g_array_index (plan->chart->edges, CasenessDayEdge, i);
      double x = caseness_chart_plan_snap (&plan->base, get_x (plan, edge->day));
      double width = caseness_chart_plan_measure_text (&plan->base, edge->label, theme->small_text_size, PANGO_WEIGHT_BOLD) + 1;
      double left = CLAMP (x - width / 2, plan->x, MAX (plan->base.layout->width - width, plan->x));

      caseness_chart_plan_add_line (&plan->base, x, names + get_line (plan), theme->line,
                                    get_bottom (plan) - names - get_line (plan), theme->text);
      if (left < end)
        continue;
      caseness_chart_plan_add_label (&plan->base, edge->label, PANGO_WEIGHT_BOLD, left, width, PANGO_ALIGN_LEFT,
                                     names + get_line (plan) / 2, theme->text);
      end = left + width + theme->small_text_size * 0.5;
    }
}

static void
draw_all (Plan *plan)
{
  double names = plan->base.y;
  guint i;

  plan->top = plan->base.y + (plan->chart->edges->len > 0 ? caseness_chart_plan_snap (&plan->base, get_line (plan) * 1.2) : 0);
  draw_months (plan);
  draw_edges (plan, names);
  for (i = 0; i < plan->chart->rows->len; i++)
    draw_row (plan, i);
  draw_axis (plan);
  plan->base.y = get_bottom (plan) + caseness_chart_plan_snap (&plan->base, plan->base.theme->text_size * TICK + get_line (plan));
}

CasenessChartLayout *
caseness_day_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                            const CasenessTheme *theme)
{
  CasenessChartLayout *layout = caseness_chart_layout_new (chart, theme);
  Plan plan = { .base = { layout, context, theme, room }, .chart = (CasenessDayChart *) chart };

  share_width (&plan);
  caseness_chart_plan_begin_part (&plan.base, 0);
  caseness_chart_plan_titles (&plan.base);
  if (plan.chart->rows->len > 0)
    draw_all (&plan);
  caseness_chart_plan_footnote (&plan.base);
  caseness_chart_plan_end_part (&plan.base);
  return layout;
}
