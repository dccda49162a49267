/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-plot-private.h"
#include "caseness-share-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define BAR 0.55 /* height of one of several bars of a group */
#define DOT 0.22 /* radius, where an interval stands */

#define ROOM 0.35 /* of a row's height: around its bars */
#define N_TICKS 3

/* What is worked out while a chart is laid out. */
typedef struct
{
  CasenessRowPlan rows;
  CasenessShareChart *chart;
  CasenessChartAxis axis; /* of both sides */
} Plan;

static Plan *
get_plan (CasenessRowPlan *rows)
{
  return (Plan *) rows;
}

static CasenessChartAxis
find_axis (const CasenessShareChart *chart)
{
  CasenessChartRange range = { 0, 0 };
  guint i, k;

  for (i = 0; i < chart->groups->len; i++)
    for (k = 0; k < chart->series->len; k++)
      {
        caseness_chart_range_add (&range, SHARE_OF (chart, i, k)->share);
        caseness_chart_range_add (&range, SHARE_OF (chart, i, k)->high);
      }
  return caseness_chart_axis_cover (CASENESS_CHART_PERCENT, 0, range.high, FALSE, N_TICKS);
}

static guint
count_side (const CasenessShareChart *chart, CasenessShareSide side)
{
  guint n = 0;
  guint i;

  for (i = 0; i < chart->series->len; i++)
    n += SHARE_SERIES (chart, i)->side == side;
  return n;
}

static double
get_x (const Plan *plan, CasenessShareSide side, double value)
{
  double share = caseness_chart_axis_get_share (&plan->axis, value);

  return side == CASENESS_SHARE_RIGHT ? plan->rows.plot_x + plan->rows.plot_width * share
                                      : plan->rows.left_x + plan->rows.left_width * (1 - share);
}

static void
draw_interval (Plan *plan, const CasenessShare *share, CasenessShareSide side, double y)
{
  const CasenessTheme *theme = plan->rows.base.theme;
  double x = get_x (plan, side, share->share);
  CasenessChartMarker marker = { x, y, theme->text_size * DOT, CASENESS_CHART_CIRCLE, theme->text, theme->background };
  CasenessChartPath *path;

  if (isnan (share->low) || isnan (share->high))
    return;
  path = caseness_chart_plan_add_path (&plan->rows.base, theme->line, theme->text, NULL, 0);
  caseness_chart_path_add (path, get_x (plan, side, share->low), y);
  caseness_chart_path_add (path, get_x (plan, side, share->high), y);
  g_array_append_val (plan->rows.base.part->markers, marker);
}

static void
draw_bar (Plan *plan, guint group, guint series, double y, double height)
{
  const CasenessTheme *theme = plan->rows.base.theme;
  const CasenessShare *share = SHARE_OF (plan->chart, group, series);
  CasenessShareSide side = SHARE_SERIES (plan->chart, series)->side;
  double zero = get_x (plan, side, 0);
  double end = share->is_suppressed ? zero + (side == CASENESS_SHARE_RIGHT ? 1 : -1) * theme->text_size * BAR
                                    : get_x (plan, side, share->share);
  CasenessChartBox box = { MIN (zero, end), y, fabs (end - zero), height };

  if (isnan (end))
    return;
  if (share->is_suppressed)
    caseness_stack_look_set_suppressed (&box, theme);
  else
    caseness_stack_look_set (&box, SHARE_SERIES (plan->chart, series)->look, theme);
  if (box.width > 2 * theme->hair_line)
    g_array_append_val (plan->rows.base.part->boxes, box);
  draw_interval (plan, share, side, y + height / 2);
}

static char *
dup_label (const Plan *plan, guint group, guint series)
{
  const CasenessShare *share = SHARE_OF (plan->chart, group, series);
  g_autofree char *words = caseness_share_dup_words (share);
  g_autofree char *low = caseness_chart_format_value (CASENESS_CHART_PERCENT, share->low);
  g_autofree char *high = caseness_chart_format_value (CASENESS_CHART_PERCENT, share->high);

  if (isnan (share->low) || isnan (share->high))
    /* Translators: read by a screen reader: group, what is counted: its share. */
    return g_strdup_printf (_("%s, %s: %s"), SHARE_GROUP (plan->chart, group)->label,
                            SHARE_SERIES (plan->chart, series)->heading, words);
  /* Translators: read by a screen reader: group, what is counted: its share and the interval of that. */
  return g_strdup_printf (_("%s, %s: %s, %s to %s"), SHARE_GROUP (plan->chart, group)->label,
                          SHARE_SERIES (plan->chart, series)->heading, words, low, high);
}

static void
add_area (Plan *plan, guint group, guint series, double height)
{
  CasenessRowPlan *rows = &plan->rows;
  const CasenessShare *share = SHARE_OF (plan->chart, group, series);
  double gap = rows->base.theme->text_size * CASENESS_ROW_GAP;

  if (isnan (share->share) && !share->is_suppressed)
    return;
  caseness_chart_plan_add_area (&rows->base, (int) group, (int) series,
                                caseness_row_plan_get_column_x (rows, series) - gap / 2, rows->base.y,
                                ROW_COLUMN (rows, series)->width + gap, height - rows->base.theme->gap,
                                dup_label (plan, group, series));
}

static void
draw_row (CasenessRowPlan *rows, guint index, double height)
{
  Plan *plan = get_plan (rows);
  double bar = caseness_chart_plan_snap (&rows->base, rows->base.theme->text_size * BAR);
  guint used[CASENESS_N_SHARE_SIDES] = { 0, 0 };
  guint i;

  for (i = 0; i < plan->chart->series->len; i++)
    {
      CasenessShareSide side = SHARE_SERIES (plan->chart, i)->side;
      double top = (height - count_side (plan->chart, side) * bar) / 2;

      draw_bar (plan, index, i, caseness_chart_plan_snap (&rows->base, rows->base.y + top) + used[side]++ * bar,
                bar - rows->base.theme->hair_line);
      add_area (plan, index, i, height);
    }
}

static void
draw_swatch (CasenessRowPlan *rows, guint column, double x, double y, double width, double height)
{
  caseness_stack_look_draw_swatch (rows, SHARE_SERIES (get_plan (rows)->chart, column)->look, x, y, width, height);
}

static void
draw_below (CasenessRowPlan *rows)
{
  Plan *plan = get_plan (rows);

  caseness_row_plan_draw_axis (rows, &plan->axis, rows->left_x, rows->left_width, TRUE);
  caseness_row_plan_draw_axis (rows, &plan->axis, rows->plot_x, rows->plot_width, FALSE);
}

static const CasenessRowPlanClass share_rows = {
  .is_mirrored = TRUE,
  .row_height = 0.9,
  .narrowest_plot = 6,
  .has_rules = TRUE,
  .draw_row = draw_row,
  .draw_swatch = draw_swatch,
  .draw_below = draw_below,
  .below = 1.8,
};

static void
add_columns (Plan *plan)
{
  const CasenessShareChart *chart = plan->chart;
  guint i, k;

  for (i = 0; i < chart->series->len; i++)
    {
      CasenessRowColumn *column = caseness_row_plan_add_column (&plan->rows, SHARE_SERIES (chart, i)->heading,
                                                                PANGO_WEIGHT_NORMAL, FALSE);

      column->has_swatch = TRUE;
      for (k = 0; k < chart->groups->len; k++)
        caseness_row_column_take_cell (column, caseness_share_dup_words (SHARE_OF (chart, k, i)));
    }
  for (i = 0; i < chart->columns->len; i++)
    {
      CasenessRowColumn *column = caseness_stack_column_plan (&plan->rows, SHARE_COLUMN (chart, i));

      for (k = 0; k < chart->groups->len; k++)
        caseness_row_column_take_cell (column, g_strdup (g_ptr_array_index (SHARE_GROUP (chart, k)->cells, i)));
    }
}

CasenessChartLayout *
caseness_share_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                              const CasenessTheme *theme)
{
  CasenessShareChart *self = (CasenessShareChart *) chart;
  guint n_bars = MAX (count_side (self, CASENESS_SHARE_LEFT), count_side (self, CASENESS_SHARE_RIGHT));
  Plan plan;
  guint i;

  caseness_row_plan_init (&plan.rows, &share_rows, chart, context, room, theme);
  plan.chart = self;
  plan.axis = find_axis (self);
  plan.rows.row_heading = self->row_heading;
  plan.rows.left_heading = self->headings[CASENESS_SHARE_LEFT];
  plan.rows.plot_heading = self->headings[CASENESS_SHARE_RIGHT];
  plan.rows.least_height = n_bars * theme->text_size * BAR + theme->row_height * ROOM;
  for (i = 0; i < self->groups->len; i++)
    caseness_row_plan_add_row (&plan.rows, SHARE_GROUP (self, i)->label,
                               SHARE_GROUP (self, i)->is_apart ? CASENESS_ROW_APART : CASENESS_ROW_PLAIN);
  add_columns (&plan);
  return caseness_row_plan_lay_out (&plan.rows);
}
