/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-stack-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define TICK_WIDTH 0.6 /* of what stands for suppressed counts */

#define BAR_SHARE 0.62   /* of a row's height */
#define SEGMENT_GAP 1    /* between segments, white */
#define LEAST_SEGMENT 2  /* somebody is there */

/* What is worked out while a chart is laid out. */
typedef struct
{
  CasenessRowPlan rows;
  CasenessStackChart *chart;
} Plan;

static Plan *
get_plan (CasenessRowPlan *rows)
{
  return (Plan *) rows;
}

static void
add_box (Plan *plan, double x, double y, double width, double height, CasenessStackLook look)
{
  CasenessChartBox box = { x, y, width, height };

  caseness_stack_look_set (&box, look, plan->rows.base.theme);
  g_array_append_val (plan->rows.base.part->boxes, box);
}

static void
draw_bar (Plan *plan, const CasenessStackRow *row, double y, double height)
{
  const CasenessTheme *theme = plan->rows.base.theme;
  double whole = caseness_stack_row_get_whole (row);
  double gap = SEGMENT_GAP * theme->hair_line;
  double before = 0;
  guint i;

  for (i = 0; i < plan->chart->segments->len; i++)
    {
      double count = STACK_COUNT (row, i);
      double left = caseness_chart_plan_snap (&plan->rows.base,
                                              plan->rows.plot_x + plan->rows.plot_width * before / whole);
      double right = caseness_chart_plan_snap (&plan->rows.base,
                                               plan->rows.plot_x + plan->rows.plot_width * (before + count) / whole);

      before += count;
      if (count > 0)
        add_box (plan, left, y, MAX (right - left - gap, LEAST_SEGMENT * theme->hair_line), height,
                 STACK_SEGMENT (plan->chart, i)->look);
    }
}

static void
draw_note (Plan *plan, const char *note, double middle)
{
  caseness_chart_plan_add_label (&plan->rows.base, note, PANGO_WEIGHT_NORMAL, plan->rows.plot_x, plan->rows.plot_width,
                                 PANGO_ALIGN_LEFT, middle, plan->rows.base.theme->secondary_text);
}

/* What a screen reader says at a count. */
static char *
dup_label (const Plan *plan, const CasenessStackRow *row, guint segment)
{
  gboolean is_whole = segment == plan->chart->segments->len;
  guint whole = caseness_stack_row_get_whole (row);
  g_autofree char *count = caseness_stack_row_dup_count (row, segment);
  g_autofree char *share = NULL;

  if (is_whole || row->is_suppressed || whole == 0)
    /* Translators: read by a screen reader: row, what is counted: how many. */
    return g_strdup_printf (_("%s, %s: %s"), row->label,
                            is_whole ? C_("column of a table", "All")
                                     : STACK_SEGMENT (plan->chart, segment)->full_label,
                            count);
  share = caseness_chart_format_value (CASENESS_CHART_PERCENT, 100.0 * STACK_COUNT (row, segment) / whole);
  /* Translators: read by a screen reader: row, what is counted: how many, which share of the row. */
  return g_strdup_printf (_("%s, %s: %s, %s"), row->label, STACK_SEGMENT (plan->chart, segment)->full_label, count,
                          share);
}

static void
add_areas (Plan *plan, guint index, double height)
{
  CasenessRowPlan *rows = &plan->rows;
  const CasenessStackRow *row = STACK_ROW (plan->chart, index);
  double gap = rows->base.theme->text_size * CASENESS_ROW_GAP;
  guint i;

  for (i = 0; i <= plan->chart->segments->len; i++)
    {
      double x = caseness_row_plan_get_column_x (rows, i) - gap / 2;

      if (i < plan->chart->segments->len && STACK_COUNT (row, i) == 0)
        continue;
      caseness_chart_plan_add_area (&rows->base, (int) index, (int) i, x, rows->base.y,
                                    ROW_COLUMN (rows, i)->width + gap, height - rows->base.theme->gap,
                                    dup_label (plan, row, i));
    }
}

static void
draw_row (CasenessRowPlan *rows, guint index, double height)
{
  Plan *plan = get_plan (rows);
  const CasenessStackRow *row = STACK_ROW (plan->chart, index);
  double bar_height = caseness_chart_plan_snap (&rows->base, MIN (height, rows->base.theme->row_height) * BAR_SHARE);
  double y = rows->base.y + caseness_chart_plan_snap (&rows->base, (height - bar_height) / 2);

  if (row->is_suppressed)
    {
      CasenessChartBox box = { rows->plot_x, y, rows->base.theme->text_size * TICK_WIDTH, bar_height };

      caseness_stack_look_set_suppressed (&box, rows->base.theme);
      g_array_append_val (rows->base.part->boxes, box);
    }
  else if (row->note != NULL)
    draw_note (plan, row->note, rows->base.y + height / 2);
  else if (caseness_stack_row_get_whole (row) == 0)
    draw_note (plan, _("no data"), rows->base.y + height / 2);
  else
    draw_bar (plan, row, y, bar_height);
  add_areas (plan, index, height);
}

static void
draw_swatch (CasenessRowPlan *rows, guint column, double x, double y, double width, double height)
{
  caseness_stack_look_draw_swatch (rows, STACK_SEGMENT (get_plan (rows)->chart, column)->look, x, y, width, height);
}

static const CasenessRowPlanClass stack_rows = {
  .row_height = 0.9,
  .narrowest_plot = 8,
  .has_rules = TRUE,
  .draw_row = draw_row,
  .draw_swatch = draw_swatch,
};

static void
add_count_columns (Plan *plan)
{
  guint i, k;

  for (i = 0; i <= plan->chart->segments->len; i++)
    {
      gboolean is_whole = i == plan->chart->segments->len;
      CasenessRowColumn *column = caseness_row_plan_add_column (
          &plan->rows, is_whole ? C_("column of a table", "All") : STACK_SEGMENT (plan->chart, i)->heading,
          is_whole ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, FALSE);

      column->has_swatch = !is_whole;
      for (k = 0; k < plan->chart->rows->len; k++)
        {
          const CasenessStackRow *row = STACK_ROW (plan->chart, k);

          caseness_row_column_take_cell (column, caseness_stack_row_dup_count (row, i));
        }
    }
}

static void
add_text_columns (Plan *plan)
{
  guint i, k;

  for (i = 0; i < plan->chart->columns->len; i++)
    {
      CasenessRowColumn *column = caseness_stack_column_plan (&plan->rows, STACK_COLUMN (plan->chart, i));

      for (k = 0; k < plan->chart->rows->len; k++)
        caseness_row_column_take_cell (column, g_strdup (g_ptr_array_index (STACK_ROW (plan->chart, k)->cells, i)));
    }
}

CasenessChartLayout *
caseness_stack_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                              const CasenessTheme *theme)
{
  CasenessStackChart *self = (CasenessStackChart *) chart;
  Plan plan;
  guint i;

  caseness_row_plan_init (&plan.rows, &stack_rows, chart, context, room, theme);
  plan.chart = self;
  plan.rows.row_heading = self->row_heading;
  plan.rows.plot_heading = self->plot_heading;
  for (i = 0; i < self->rows->len; i++)
    caseness_row_plan_add_row (&plan.rows, STACK_ROW (self, i)->label, STACK_ROW (self, i)->kind);
  add_count_columns (&plan);
  add_text_columns (&plan);
  return caseness_row_plan_lay_out (&plan.rows);
}
