/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-row-plan-private.h"

#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define LEAST_HEAD 7.0  /* the labels are not cut narrower than this */
#define LEAST_PLOT 3.0  /* on paper, where nothing scrolls */
#define PART_GAP 1.6    /* between parts */
#define SWATCH 1.5      /* height kept for it, with what is left free */

#define HEAD_SHARE 0.34 /* of the width, at most, for the labels */

static void
free_column (gpointer data)
{
  CasenessRowColumn *column = data;

  g_free (column->heading);
  g_ptr_array_unref (column->cells);
  g_free (column);
}

static void
free_row (gpointer data)
{
  CasenessPlannedRow *row = data;

  g_free (row->label);
  g_free (row);
}

void
caseness_row_plan_init (CasenessRowPlan *plan, const CasenessRowPlanClass *klass, CasenessChart *chart,
                        PangoContext *context, const CasenessChartRoom *room, const CasenessTheme *theme)
{
  *plan = (CasenessRowPlan) { .klass = klass };
  plan->base = (CasenessChartPlan) { caseness_chart_layout_new (chart, theme), context, theme, room };
  plan->columns = g_ptr_array_new_with_free_func (free_column);
  plan->rows = g_ptr_array_new_with_free_func (free_row);
}

void
caseness_row_plan_add_row (CasenessRowPlan *plan, const char *label, CasenessRowKind kind)
{
  CasenessPlannedRow *row = g_new0 (CasenessPlannedRow, 1);

  row->label = g_strdup (label);
  row->kind = kind;
  g_ptr_array_add (plan->rows, row);
}

/* Returns: (transfer none): a column without cells. */
CasenessRowColumn *
caseness_row_plan_add_column (CasenessRowPlan *plan, const char *heading, PangoWeight weight, gboolean is_secondary)
{
  CasenessRowColumn *column = g_new0 (CasenessRowColumn, 1);

  column->heading = g_strdup (heading != NULL ? heading : "");
  column->weight = weight;
  column->align = PANGO_ALIGN_RIGHT;
  column->is_secondary = is_secondary;
  column->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (plan->columns, column);
  return column;
}

/* @text: (transfer full) (nullable): the cell of the next row */
void
caseness_row_column_take_cell (CasenessRowColumn *column, char *text)
{
  g_ptr_array_add (column->cells, text);
}

static double
measure (const CasenessRowPlan *plan, const char *text, double size, PangoWeight weight)
{
  return text != NULL ? caseness_chart_plan_measure_text (&plan->base, text, size, weight) : 0;
}

static PangoWeight
get_weight (const CasenessRowPlan *plan, guint row)
{
  CasenessRowKind kind = PLANNED_ROW (plan, row)->kind;

  return kind == CASENESS_ROW_HEADING || kind == CASENESS_ROW_TOTAL ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;
}

static PangoWeight
get_cell_weight (const CasenessRowPlan *plan, const CasenessRowColumn *column, guint row)
{
  return column->is_secondary ? column->weight : MAX (column->weight, get_weight (plan, row));
}

static double
get_cell_size (const CasenessRowPlan *plan, const CasenessRowColumn *column)
{
  return column->is_secondary ? plan->base.theme->small_text_size : plan->base.theme->text_size;
}

static double
measure_longest_word (const CasenessRowPlan *plan, const char *heading)
{
  g_auto(GStrv) words = g_strsplit (heading, " ", -1);
  double longest = 0;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    longest = MAX (longest, measure (plan, words[i], plan->base.theme->small_text_size, PANGO_WEIGHT_NORMAL));
  return longest;
}

static void
measure_column (CasenessRowPlan *plan, CasenessRowColumn *column)
{
  double size = get_cell_size (plan, column);
  guint row;

  column->width = measure_longest_word (plan, column->heading);
  for (row = 0; row < plan->rows->len; row++)
    if (row < column->cells->len)
      column->width = MAX (column->width, measure (plan, g_ptr_array_index (column->cells, row), size,
                                                   get_cell_weight (plan, column, row)));
  column->width = ceil (column->width) + 1;
}

static double
measure_labels (const CasenessRowPlan *plan)
{
  double widest = measure (plan, plan->row_heading, plan->base.theme->small_text_size, PANGO_WEIGHT_NORMAL);
  guint row;

  for (row = 0; row < plan->rows->len; row++)
    if (PLANNED_ROW (plan, row)->kind != CASENESS_ROW_HEADING)
      widest = MAX (widest, measure (plan, PLANNED_ROW (plan, row)->label, plan->base.theme->text_size,
                                     get_weight (plan, row)));
  return ceil (widest) + 1;
}

static double
get_gap (const CasenessRowPlan *plan)
{
  return plan->base.theme->text_size * CASENESS_ROW_GAP;
}

static double
measure_columns (CasenessRowPlan *plan)
{
  double width = 0;
  guint i;

  for (i = 0; i < plan->columns->len; i++)
    {
      measure_column (plan, ROW_COLUMN (plan, i));
      width += ROW_COLUMN (plan, i)->width + get_gap (plan);
    }
  return width;
}

/* Labels give way first; what is still too wide is scrolled on a screen, and squeezed on paper. */
static void
share_width (CasenessRowPlan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  CasenessChartLayout *layout = plan->base.layout;
  gboolean is_print = theme->kind == CASENESS_THEME_PRINT;
  double gap = get_gap (plan);
  double columns = measure_columns (plan);
  double labels = measure_labels (plan);
  double least_head = MIN (labels, theme->text_size * LEAST_HEAD);
  double plot = theme->text_size * plan->klass->narrowest_plot * (plan->klass->is_mirrored ? 2 : 1);
  double gaps = plan->klass->is_mirrored ? 2 * gap : gap;

  layout->minimum_width = ceil (least_head + gaps + plot + columns);
  layout->width = is_print ? plan->base.room->width : ceil (MAX (plan->base.room->width, layout->minimum_width));
  plan->head_width = CLAMP (layout->width - gaps - plot - columns, least_head,
                            MAX (MIN (labels, layout->width * HEAD_SHARE), least_head));
  plot = layout->width - plan->head_width - gaps - columns;
  plot = MAX (plot, theme->text_size * LEAST_PLOT);
  plan->plot_width = plan->klass->is_mirrored ? plot / 2 : plot;
  plan->left_width = plan->klass->is_mirrored ? plot / 2 : 0;
  plan->head_x = plan->klass->is_mirrored ? plan->left_width + gap : 0;
  plan->plot_x = caseness_chart_plan_snap (&plan->base, plan->head_x + plan->head_width + gap);
  plan->columns_x = plan->plot_x + plan->plot_width;
}

/* Where the text of a column may begin. */
double
caseness_row_plan_get_column_x (const CasenessRowPlan *plan, guint column)
{
  double x = plan->columns_x;
  guint i;

  for (i = 0; i < column; i++)
    x += get_gap (plan) + ROW_COLUMN (plan, i)->width;
  return x + get_gap (plan);
}

static void
add_text (CasenessRowPlan *plan, const char *text, double size, PangoWeight weight, double x, double width,
          PangoAlignment align, double y, double height, CasenessColour colour, int row, gboolean is_head)
{
  PangoLayout *layout = caseness_chart_plan_create_text (&plan->base, text, size, weight, width, align);

  caseness_chart_plan_add_text (&plan->base, layout, x + caseness_text_get_indent (layout, width, align),
                                y + (height - caseness_text_get_height (layout)) / 2, colour, row, is_head);
}

/* @y: bottom */
static void
add_head (CasenessRowPlan *plan, const char *text, double x, double width, PangoAlignment align, double y)
{
  const CasenessTheme *theme = plan->base.theme;
  PangoLayout *layout = caseness_chart_plan_create_text (&plan->base, text != NULL ? text : "",
                                                         theme->small_text_size, PANGO_WEIGHT_NORMAL, width, align);

  caseness_chart_plan_add_text (&plan->base, layout, x + caseness_text_get_indent (layout, width, align),
                                y - caseness_text_get_height (layout), theme->secondary_text,
                                CASENESS_CHART_TEXT_COLUMN_HEADS, TRUE);
}

static double
measure_head (const CasenessRowPlan *plan, const char *text, double width)
{
  g_autoptr(PangoLayout) layout
      = caseness_chart_plan_create_text (&plan->base, text != NULL ? text : "", plan->base.theme->small_text_size,
                                         PANGO_WEIGHT_NORMAL, width, PANGO_ALIGN_RIGHT);

  return caseness_text_get_height (layout);
}

static gboolean
has_swatches (const CasenessRowPlan *plan)
{
  guint i;

  for (i = 0; i < plan->columns->len; i++)
    if (ROW_COLUMN (plan, i)->has_swatch)
      return TRUE;
  return FALSE;
}

/* Without swatches. */
static double
measure_heads (const CasenessRowPlan *plan)
{
  double height = MAX (measure_head (plan, plan->row_heading, plan->head_width),
                       measure_head (plan, plan->plot_heading, plan->plot_width));
  guint i;

  for (i = 0; i < plan->columns->len; i++)
    height = MAX (height, measure_head (plan, ROW_COLUMN (plan, i)->heading, ROW_COLUMN (plan, i)->width));
  return height;
}

static void
draw_column_head (CasenessRowPlan *plan, guint index, double top, double bottom)
{
  const CasenessRowColumn *column = ROW_COLUMN (plan, index);
  double x = caseness_row_plan_get_column_x (plan, index);

  add_head (plan, column->heading, x, column->width, column->align, bottom);
  if (column->has_swatch)
    plan->klass->draw_swatch (plan, index, x, top, column->width, plan->base.theme->small_text_size);
}

static void
draw_heads (CasenessRowPlan *plan)
{
  double size = plan->base.theme->small_text_size;
  double top = caseness_chart_plan_snap (&plan->base, plan->base.y);
  double bottom = top + measure_heads (plan) + (has_swatches (plan) ? size * SWATCH : 0);
  guint i;

  if (plan->klass->is_mirrored)
    add_head (plan, plan->left_heading, plan->left_x, plan->left_width, PANGO_ALIGN_RIGHT, bottom);
  add_head (plan, plan->row_heading, plan->head_x, plan->head_width,
            plan->klass->is_mirrored ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT, bottom);
  add_head (plan, plan->plot_heading, plan->plot_x, plan->plot_width, PANGO_ALIGN_LEFT, bottom);
  for (i = 0; i < plan->columns->len; i++)
    draw_column_head (plan, i, top, bottom);
  plan->base.y = caseness_chart_plan_snap (&plan->base, bottom + size * 0.35);
}

static double
get_row_height (const CasenessRowPlan *plan, guint row)
{
  const CasenessTheme *theme = plan->base.theme;
  gboolean is_heading = PLANNED_ROW (plan, row)->kind == CASENESS_ROW_HEADING;
  double width = is_heading ? plan->base.layout->width : plan->head_width;
  g_autoptr(PangoLayout) label
      = caseness_chart_plan_create_text (&plan->base, PLANNED_ROW (plan, row)->label, theme->text_size,
                                         get_weight (plan, row), width, PANGO_ALIGN_LEFT);
  double least = is_heading ? theme->row_height : MAX (theme->row_height * plan->klass->row_height, plan->least_height);

  return ceil (MAX (least, caseness_text_get_height (label) + theme->text_size * 0.3));
}

static void
draw_cells (CasenessRowPlan *plan, guint row, double height)
{
  const CasenessTheme *theme = plan->base.theme;
  guint i;

  for (i = 0; i < plan->columns->len; i++)
    {
      const CasenessRowColumn *column = ROW_COLUMN (plan, i);
      const char *text = row < column->cells->len ? g_ptr_array_index (column->cells, row) : NULL;

      add_text (plan, text != NULL ? text : "", get_cell_size (plan, column), get_cell_weight (plan, column, row),
                caseness_row_plan_get_column_x (plan, i), column->width, column->align, plan->base.y, height,
                column->is_secondary ? theme->secondary_text : theme->text, (int) row, FALSE);
    }
}

static void
draw_row (CasenessRowPlan *plan, guint row)
{
  const CasenessPlannedRow *planned = PLANNED_ROW (plan, row);
  const CasenessTheme *theme = plan->base.theme;
  double height = get_row_height (plan, row);
  gboolean is_heading = planned->kind == CASENESS_ROW_HEADING;
  gboolean has_rule = planned->kind == CASENESS_ROW_TOTAL || planned->kind == CASENESS_ROW_APART;
  PangoAlignment align = plan->klass->is_mirrored ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;

  if (has_rule || (plan->klass->has_rules && !is_heading))
    caseness_chart_plan_add_line (&plan->base, 0, caseness_chart_plan_snap (&plan->base, plan->base.y),
                                  plan->base.layout->width, has_rule ? theme->line : theme->hair_line,
                                  has_rule ? theme->axis : theme->grid);
  add_text (plan, planned->label, theme->text_size, get_weight (plan, row), is_heading ? 0 : plan->head_x,
            is_heading ? plan->base.layout->width : plan->head_width, is_heading ? PANGO_ALIGN_LEFT : align,
            plan->base.y, height, theme->text, (int) row, TRUE);
  if (!is_heading)
    {
      draw_cells (plan, row, height);
      caseness_chart_plan_add_area (&plan->base, (int) row, -1, plan->head_x, plan->base.y, plan->head_width,
                                    height - theme->gap, g_strdup (planned->label));
      plan->klass->draw_row (plan, row, height);
    }
  plan->base.y += height;
}

/* Lines behind the rows at every tick, and their names below; @is_backwards: from right to left. */
void
caseness_row_plan_draw_axis (CasenessRowPlan *plan, const CasenessChartAxis *axis, double x, double width,
                             gboolean is_backwards)
{
  const CasenessTheme *theme = plan->base.theme;
  double size = theme->small_text_size;
  guint n = caseness_chart_axis_get_n_ticks (axis);
  double room;
  guint i;

  for (i = 0; i < n; i++)
    {
      double share = caseness_chart_axis_get_share (axis, caseness_chart_axis_get_tick (axis, i));
      double place = x + width * (is_backwards ? 1 - share : share);
      g_autofree char *label = caseness_chart_axis_format_tick (axis, i);
      CasenessChartLine line = { caseness_chart_plan_snap (&plan->base, place), plan->top, theme->hair_line,
                                 plan->base.y - plan->top, theme->grid };

      g_array_prepend_val (plan->base.part->lines, line); /* under the rules between rows */
      room = measure (plan, label, size, PANGO_WEIGHT_NORMAL) + 1;
      add_text (plan, label, size, PANGO_WEIGHT_NORMAL, CLAMP (place - room / 2, 0, plan->base.layout->width - room),
                room, PANGO_ALIGN_LEFT, plan->base.y, size * 1.6, theme->secondary_text, CASENESS_CHART_TEXT_LOOSE,
                FALSE);
    }
  caseness_chart_plan_add_line (&plan->base, x, caseness_chart_plan_snap (&plan->base, plan->base.y), width,
                                theme->hair_line, theme->axis);
}

/* A line down all rows of the part. */
void
caseness_row_plan_draw_reference (CasenessRowPlan *plan, double x, const double *dashes)
{
  const CasenessTheme *theme = plan->base.theme;
  CasenessChartPath *path;

  if (isnan (x))
    return;
  path = caseness_chart_plan_add_path (&plan->base, theme->line, theme->text, dashes, dashes != NULL ? 2 : 0);
  caseness_chart_path_add (path, x, plan->top);
  caseness_chart_path_add (path, x, plan->base.y);
}

/* The name of a reference line, over it and inside the chart. */
void
caseness_row_plan_draw_reference_label (CasenessRowPlan *plan, const char *label, double x)
{
  double size = plan->base.theme->small_text_size;
  double width = MIN (measure (plan, label, size, PANGO_WEIGHT_NORMAL) + 1, plan->base.layout->width);

  if (label == NULL || isnan (x))
    return;
  caseness_chart_plan_add_label (&plan->base, label, PANGO_WEIGHT_NORMAL,
                                 CLAMP (x - width / 2, 0, plan->base.layout->width - width), width, PANGO_ALIGN_LEFT,
                                 plan->base.y + size * 0.7, plan->base.theme->secondary_text);
  plan->base.y += caseness_chart_plan_snap (&plan->base, size * 1.5);
}

/* How many rows fit from @row on; at least one, and no heading alone at the end. */
static guint
find_end_of_part (const CasenessRowPlan *plan, guint row)
{
  const CasenessChartRoom *room = plan->base.room;
  double left = plan->base.layout->parts->len == 1 && room->first_height > 0 ? room->first_height : room->part_height;
  guint first = row;

  if (room->part_height <= 0)
    return plan->rows->len;
  left -= plan->base.y - plan->base.part->y + plan->base.theme->small_text_size * plan->klass->below;
  for (; row < plan->rows->len; row++)
    {
      left -= get_row_height (plan, row);
      if (row > first && left < 0)
        break;
    }
  while (row < plan->rows->len && row > first + 1 && PLANNED_ROW (plan, row - 1)->kind == CASENESS_ROW_HEADING)
    row--;
  return row;
}

static guint
draw_part (CasenessRowPlan *plan, guint row)
{
  guint end;

  caseness_chart_plan_begin_part (&plan->base, plan->base.theme->text_size * PART_GAP);
  caseness_chart_plan_titles (&plan->base);
  draw_heads (plan);
  if (plan->klass->draw_above != NULL)
    plan->klass->draw_above (plan);
  plan->top = plan->base.y;
  for (end = find_end_of_part (plan, row); row < end; row++)
    draw_row (plan, row);
  if (plan->klass->draw_below != NULL)
    plan->klass->draw_below (plan);
  plan->base.y += caseness_chart_plan_snap (&plan->base, plan->base.theme->small_text_size * plan->klass->below);
  if (end == plan->rows->len)
    caseness_chart_plan_footnote (&plan->base);
  caseness_chart_plan_end_part (&plan->base);
  return end;
}

/* Consumes the plan. */
CasenessChartLayout *
caseness_row_plan_lay_out (CasenessRowPlan *plan)
{
  guint row = 0;

  share_width (plan);
  do
    row = draw_part (plan, row);
  while (row < plan->rows->len);
  g_clear_pointer (&plan->columns, g_ptr_array_unref);
  g_clear_pointer (&plan->rows, g_ptr_array_unref);
  return plan->base.layout;
}
