/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-plot-private.h"
#include "caseness-interval-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define MARKER 0.34
#define ARROW 0.3 /* of a whisker that goes on */

#define N_TICKS 5
#define HEAVY 2.2         /* whisker of a row on one side of the line */
#define FURTHEST_RATIO 3 /* how far past the values a log axis follows the whiskers */

enum
{
  COLUMN_VALUE,
  COLUMN_INTERVAL,
  COLUMN_SECOND, /* the word where there are no second values */
};

/* What is worked out while a chart is laid out. */
typedef struct
{
  CasenessRowPlan rows;
  CasenessIntervalChart *chart;
  CasenessChartAxis axis;
} Plan;

static Plan *
get_plan (CasenessRowPlan *rows)
{
  return (Plan *) rows;
}

static void
add_whiskers_to_range (const CasenessIntervalChart *chart, CasenessChartRange *range)
{
  CasenessChartRange values = *range;
  guint i;

  for (i = 0; i < chart->rows->len; i++)
    {
      const CasenessIntervalRow *row = INTERVAL_ROW (chart, i);

      caseness_chart_range_add (range, chart->is_log ? MAX (row->low, values.low / FURTHEST_RATIO) : row->low);
      caseness_chart_range_add (range, chart->is_log ? MIN (row->high, values.high * FURTHEST_RATIO) : row->high);
    }
}

static CasenessChartAxis
find_axis (const CasenessIntervalChart *chart)
{
  CasenessChartRange range = CASENESS_CHART_RANGE_INIT;
  guint i;

  for (i = 0; i < chart->rows->len; i++)
    {
      const CasenessIntervalRow *row = INTERVAL_ROW (chart, i);

      if (chart->is_log && !(row->value > 0))
        continue;
      caseness_chart_range_add (&range, row->value);
      caseness_chart_range_add (&range, row->second);
    }
  caseness_chart_range_add (&range, chart->reference);
  add_whiskers_to_range (chart, &range);
  if (!isnan (chart->range_low))
    range = (CasenessChartRange) { chart->range_low, chart->range_high };
  return chart->is_log ? caseness_chart_axis_cover_log (chart->unit, range.low, range.high)
                       : caseness_chart_axis_cover (chart->unit, range.low, range.high, FALSE, N_TICKS);
}

static double
get_x (const Plan *plan, double value)
{
  return plan->rows.plot_x + plan->rows.plot_width * caseness_chart_axis_get_share (&plan->axis, value);
}

static void
add_stroke (Plan *plan, double x0, double y0, double x1, double y1, double width, CasenessColour colour)
{
  CasenessChartPath *path = caseness_chart_plan_add_path (&plan->rows.base, width, colour, NULL, 0);

  caseness_chart_path_add (path, x0, y0);
  caseness_chart_path_add (path, x1, y1);
}

/* The end of a whisker that goes on beyond the axis. */
static void
draw_arrow (Plan *plan, double x, double y, int direction, double width, CasenessColour colour)
{
  double size = plan->rows.base.theme->text_size * ARROW;

  add_stroke (plan, x, y, x - direction * size, y - size, width, colour);
  add_stroke (plan, x, y, x - direction * size, y + size, width, colour);
}

static gboolean
is_heavy (const CasenessIntervalRow *row)
{
  return row->mark == CASENESS_INTERVAL_LOWER || row->mark == CASENESS_INTERVAL_HIGHER;
}

static void
draw_whisker (Plan *plan, const CasenessIntervalRow *row, double y, CasenessColour colour)
{
  double width = plan->rows.base.theme->line * (is_heavy (row) ? HEAVY : 1);
  double left = get_x (plan, row->low);
  double right = get_x (plan, row->high);
  double plot_left = plan->rows.plot_x;
  double plot_right = plot_left + plan->rows.plot_width;

  if (isnan (left) || isnan (right) || left > plot_right || right < plot_left)
    return;
  add_stroke (plan, MAX (left, plot_left), y, MIN (right, plot_right), y, width, colour);
  if (left < plot_left)
    draw_arrow (plan, plot_left, y, -1, width, colour);
  if (right > plot_right)
    draw_arrow (plan, plot_right, y, 1, width, colour);
}

static gboolean
is_in_plot (const Plan *plan, double value)
{
  double share = caseness_chart_axis_get_share (&plan->axis, value);

  return !isnan (value) && share >= -1e-9 && share <= 1 + 1e-9;
}

static void
add_marker (Plan *plan, double x, double y, CasenessChartShape shape, CasenessColour fill, CasenessColour outline)
{
  CasenessChartMarker marker = { x, y, plan->rows.base.theme->text_size * MARKER, shape, fill, outline };

  marker.is_bold = TRUE;
  g_array_append_val (plan->rows.base.part->markers, marker);
}

static void
draw_second (Plan *plan, const CasenessIntervalRow *row, double y)
{
  const CasenessTheme *theme = plan->rows.base.theme;

  if (!is_in_plot (plan, row->second))
    return;
  if (is_in_plot (plan, row->value))
    add_stroke (plan, get_x (plan, row->value), y, get_x (plan, row->second), y, theme->line, theme->axis);
  add_marker (plan, get_x (plan, row->second), y, CASENESS_CHART_DIAMOND, theme->background, theme->axis);
}

static void
draw_row (CasenessRowPlan *rows, guint index, double height)
{
  Plan *plan = get_plan (rows);
  const CasenessIntervalRow *row = INTERVAL_ROW (plan->chart, index);
  const CasenessTheme *theme = rows->base.theme;
  gboolean is_small = row->mark == CASENESS_INTERVAL_TOO_SMALL;
  CasenessColour colour = is_small ? theme->reference : theme->series[0];
  double y = rows->base.y + height / 2;
  double right = caseness_row_plan_get_column_x (rows, COLUMN_INTERVAL) + ROW_COLUMN (rows, COLUMN_INTERVAL)->width;

  draw_whisker (plan, row, y, colour);
  draw_second (plan, row, y);
  if (is_in_plot (plan, row->value))
    add_marker (plan, get_x (plan, row->value), y, CASENESS_CHART_CIRCLE, is_small ? theme->background : colour, colour);
  caseness_chart_plan_add_area (&rows->base, (int) index, 0, rows->plot_x, rows->base.y, right - rows->plot_x,
                                height - theme->gap, caseness_interval_chart_dup_label (plan->chart, index));
}

static void
draw_swatch (CasenessRowPlan *rows, guint column, double x, double y, double width, double height)
{
  const CasenessTheme *theme = rows->base.theme;
  double radius = theme->text_size * MARKER;
  gboolean is_second = column == COLUMN_SECOND;

  add_marker (get_plan (rows), x + width - radius, y + height / 2,
              is_second ? CASENESS_CHART_DIAMOND : CASENESS_CHART_CIRCLE,
              is_second ? theme->background : theme->series[0], is_second ? theme->axis : theme->series[0]);
}

static void
draw_above (CasenessRowPlan *rows)
{
  Plan *plan = get_plan (rows);

  caseness_row_plan_draw_reference_label (rows, plan->chart->reference_label, get_x (plan, plan->chart->reference));
}

static void
draw_below (CasenessRowPlan *rows)
{
  Plan *plan = get_plan (rows);

  caseness_row_plan_draw_axis (rows, &plan->axis, rows->plot_x, rows->plot_width, FALSE);
  if (plan->chart->reference_label != NULL && is_in_plot (plan, plan->chart->reference))
    caseness_row_plan_draw_reference (rows, get_x (plan, plan->chart->reference), NULL);
}

static const CasenessRowPlanClass interval_rows = {
  .row_height = 0.85,
  .narrowest_plot = 10,
  .draw_above = draw_above,
  .draw_row = draw_row,
  .draw_swatch = draw_swatch,
  .draw_below = draw_below,
  .below = 1.8,
};

static void
add_value_columns (Plan *plan)
{
  const CasenessIntervalChart *chart = plan->chart;
  gboolean has_second = chart->second_heading != NULL;
  CasenessRowColumn *value = caseness_row_plan_add_column (
      &plan->rows, chart->first_heading != NULL ? chart->first_heading : chart->value_heading, PANGO_WEIGHT_BOLD, FALSE);
  CasenessRowColumn *interval
      = caseness_row_plan_add_column (&plan->rows, _("95% interval"), PANGO_WEIGHT_NORMAL, TRUE);
  CasenessRowColumn *second = has_second ? caseness_row_plan_add_column (&plan->rows, chart->second_heading,
                                                                         PANGO_WEIGHT_NORMAL, FALSE)
                                         : NULL;
  guint i;

  value->has_swatch = has_second;
  if (has_second)
    second->has_swatch = TRUE;
  for (i = 0; i < chart->rows->len; i++)
    {
      const CasenessIntervalRow *row = INTERVAL_ROW (chart, i);
      gboolean is_heading = row->kind == CASENESS_ROW_HEADING;

      caseness_row_column_take_cell (value, is_heading ? NULL : caseness_interval_chart_dup_value (chart, row));
      caseness_row_column_take_cell (interval, caseness_interval_chart_dup_interval (chart, row));
      if (has_second)
        caseness_row_column_take_cell (
            second, isnan (row->second) ? NULL : caseness_chart_format_value (chart->unit, row->second));
    }
}

static void
add_text_columns (Plan *plan)
{
  const CasenessIntervalChart *chart = plan->chart;
  CasenessRowColumn *words;
  guint i, k;

  if (caseness_interval_chart_has_words (chart))
    {
      words = caseness_row_plan_add_column (&plan->rows, NULL, PANGO_WEIGHT_NORMAL, FALSE);
      words->align = PANGO_ALIGN_LEFT;
      for (i = 0; i < chart->rows->len; i++)
        caseness_row_column_take_cell (words, g_strdup (caseness_interval_chart_get_word (INTERVAL_ROW (chart, i))));
    }
  for (k = 0; k < chart->columns->len; k++)
    {
      CasenessRowColumn *column = caseness_row_plan_add_column (&plan->rows, g_ptr_array_index (chart->columns, k),
                                                                PANGO_WEIGHT_NORMAL, FALSE);

      for (i = 0; i < chart->rows->len; i++)
        caseness_row_column_take_cell (column, g_strdup (g_ptr_array_index (INTERVAL_ROW (chart, i)->cells, k)));
    }
}

CasenessChartLayout *
caseness_interval_chart_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                                 const CasenessTheme *theme)
{
  CasenessIntervalChart *self = (CasenessIntervalChart *) chart;
  g_autofree char *plot_heading = NULL;
  Plan plan;
  guint i;

  caseness_row_plan_init (&plan.rows, &interval_rows, chart, context, room, theme);
  plan.chart = self;
  plan.axis = find_axis (self);
  plan.rows.row_heading = self->row_heading;
  plan.rows.plot_heading = plot_heading = caseness_chart_axis_dup_heading (&plan.axis, self->value_heading);
  for (i = 0; i < self->rows->len; i++)
    caseness_row_plan_add_row (&plan.rows, INTERVAL_ROW (self, i)->label, INTERVAL_ROW (self, i)->kind);
  add_value_columns (&plan);
  add_text_columns (&plan);
  return caseness_row_plan_lay_out (&plan.rows);
}
