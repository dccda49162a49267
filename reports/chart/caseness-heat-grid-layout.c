/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-heat-grid-private.h"

#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define HEAD_MARGIN 0.15 /* on either side of a column's head */
#define PART_GAP 1.6     /* between parts */
#define ROW_PADDING 0.12 /* of a row no higher than its label */

static PangoLayout *
create_text (const CasenessHeatPlan *plan, const char *text, double size, PangoWeight weight, double width,
             PangoAlignment align)
{
  return caseness_chart_plan_create_text (&plan->base, text, size, weight, width, align);
}

/* Adds a text to the part, aligned in its width. */
static void
add_text (CasenessHeatPlan *plan, PangoLayout *text, double x, double y, double width, PangoAlignment align,
          CasenessColour colour, int row, gboolean is_head)
{
  caseness_chart_plan_add_text (&plan->base, text, x + caseness_text_get_indent (text, width, align), y, colour, row,
                                is_head);
}

static void
add_area (CasenessHeatPlan *plan, int row, int column, double x, double y, double width, double height)
{
  caseness_chart_plan_add_area (&plan->base, row, column, x, y, width, height,
                                caseness_heat_grid_dup_label (plan->grid, row, column));
}

/* Which columns a part shows: shaded [from, to), and the plain ones or not. */
typedef struct
{
  guint from;
  guint to;
  gboolean has_plain;
  double *x; /* of each column of the grid, where shown */
} Span;

static double
get_column_width (const CasenessHeatPlan *plan, guint column)
{
  guint n = caseness_heat_plan_count_shaded (plan->grid);

  if (column >= n)
    return plan->plain_widths[column - n];
  return plan->own_widths->len > 0 ? g_array_index (plan->own_widths, double, column) : plan->column_width;
}

/* Returns: where the last column ends. */
static double
place_columns (const CasenessHeatPlan *plan, Span *span)
{
  double x = plan->head_width;
  guint column;

  for (column = span->from; column < span->to; column++)
    {
      if (column > span->from && caseness_heat_plan_starts_with_rule (plan->grid, column))
        x += caseness_chart_plan_snap (&plan->base, plan->rule_gap);
      span->x[column] = caseness_chart_plan_snap (&plan->base, x);
      x += get_column_width (plan, column) + plan->base.theme->gap;
    }
  for (column = span->to; span->has_plain && column < plan->grid->columns->len; column++)
    {
      span->x[column] = x;
      x += get_column_width (plan, column);
    }
  return x;
}

static gboolean
is_shown (const Span *span, guint column, guint n_shaded)
{
  return column < n_shaded ? column >= span->from && column < span->to : span->has_plain;
}

static void
plan_family_heads (CasenessHeatPlan *plan, const Span *span)
{
  double height = 0;
  guint from, to;

  for (from = span->from; from < span->to; from = to)
    {
      int family = HEAT_COLUMN (plan->grid, from)->family;
      const char *heading = HEAT_FAMILY (plan->grid, family)->heading;
      PangoLayout *text;
      double width;

      for (to = from + 1; to < span->to && HEAT_COLUMN (plan->grid, to)->family == family; to++)
        ;
      if (heading == NULL)
        continue;
      width = span->x[to - 1] + get_column_width (plan, to - 1) - span->x[from];
      text = create_text (plan, heading, plan->label_size, PANGO_WEIGHT_BOLD, width, PANGO_ALIGN_CENTER);
      height = MAX (height, caseness_text_get_height (text));
      add_text (plan, text, span->x[from], plan->base.y, width, PANGO_ALIGN_CENTER, plan->base.theme->text,
                CASENESS_CHART_TEXT_LOOSE, TRUE);
    }
  plan->base.y += height > 0 ? height + plan->label_size * 0.25 : 0;
}

/* Neighbouring heads must not run into each other; only a single long word may stand out of a very narrow
 * column, which makes the margin negative. */
static double
get_head_margin (const CasenessHeatPlan *plan, guint column)
{
  double word;

  if (column >= caseness_heat_plan_count_shaded (plan->grid))
    return 0;
  word = caseness_heat_plan_measure_longest_word (plan, HEAT_COLUMN (plan->grid, column)->label) + 0.5;
  return MIN (plan->text_size * HEAD_MARGIN, (get_column_width (plan, column) - word) / 2);
}

static PangoAlignment
get_head_align (const CasenessHeatPlan *plan, guint column)
{
  return column < caseness_heat_plan_count_shaded (plan->grid) ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT;
}

static PangoLayout *
create_column_head (const CasenessHeatPlan *plan, guint column)
{
  return create_text (plan, HEAT_COLUMN (plan->grid, column)->label, plan->label_size, PANGO_WEIGHT_NORMAL,
                      get_column_width (plan, column) - 2 * get_head_margin (plan, column),
                      get_head_align (plan, column));
}

static void
plan_column_head (CasenessHeatPlan *plan, const Span *span, guint column, double height)
{
  PangoLayout *head = create_column_head (plan, column);
  double margin = get_head_margin (plan, column);
  double width = get_column_width (plan, column);

  add_text (plan, head, span->x[column] + margin, plan->base.y + height - caseness_text_get_height (head),
            width - 2 * margin, get_head_align (plan, column), plan->base.theme->secondary_text,
            CASENESS_CHART_TEXT_COLUMN_HEADS, TRUE);
  add_area (plan, -1, column, span->x[column], plan->base.y, width, height);
}

static void
plan_column_heads (CasenessHeatPlan *plan, const Span *span)
{
  guint n_shaded = caseness_heat_plan_count_shaded (plan->grid);
  PangoLayout *corner = create_text (plan, plan->grid->row_heading, plan->text_size, PANGO_WEIGHT_BOLD,
                                     plan->head_width, PANGO_ALIGN_LEFT);
  double height = caseness_text_get_height (corner);
  guint column;

  for (column = 0; column < plan->grid->columns->len; column++)
    if (is_shown (span, column, n_shaded))
      {
        g_autoptr(PangoLayout) head = create_column_head (plan, column);

        height = MAX (height, caseness_text_get_height (head));
      }
  add_text (plan, corner, 0, plan->base.y + height - caseness_text_get_height (corner), plan->head_width,
            PANGO_ALIGN_LEFT, plan->base.theme->text, CASENESS_CHART_TEXT_COLUMN_HEADS, TRUE);
  for (column = 0; column < plan->grid->columns->len; column++)
    if (is_shown (span, column, n_shaded))
      plan_column_head (plan, span, column, height);
  plan->base.y = caseness_chart_plan_snap (&plan->base, plan->base.y + height + plan->label_size * 0.4);
}

static void
plan_box (CasenessHeatPlan *plan, const CasenessHeatColumn *column, double x, double y, double width, double height,
          PangoLayout *text)
{
  CasenessShade shade = HEAT_FAMILY (plan->grid, column->family)->shade;
  CasenessChartBox box = { x, y, width, height };

  box.fill = caseness_theme_get_shade (plan->base.theme, shade, column->level);
  box.outline = plan->base.theme->axis;
  box.hatch = shade == CASENESS_SHADE_PAST ? CASENESS_HATCH_RISING : CASENESS_HATCH_NONE;
  box.hatch_colour = caseness_colour_mix (box.fill, caseness_theme_get_ink (plan->base.theme, box.fill), 0.45);
  box.text_width = caseness_text_get_width (text);
  box.text_x = x + (width - box.text_width) / 2;
  g_array_append_val (plan->base.part->boxes, box);
}

static CasenessColour
get_cell_colour (const CasenessHeatPlan *plan, const CasenessHeatRow *row, const CasenessHeatColumn *column)
{
  CasenessColour fill;

  if (row->kind == CASENESS_HEAT_ROW_NOTE)
    return plan->base.theme->secondary_text;
  if (row->kind == CASENESS_HEAT_ROW_TOTAL || column->family < 0)
    return plan->base.theme->text;
  fill = caseness_theme_get_shade (plan->base.theme, HEAT_FAMILY (plan->grid, column->family)->shade, column->level);
  return caseness_theme_get_ink (plan->base.theme, fill);
}

static void
plan_cell (CasenessHeatPlan *plan, const Span *span, guint row_index, guint column_index, double height)
{
  const CasenessHeatRow *row = HEAT_ROW (plan->grid, row_index);
  const CasenessHeatColumn *column = HEAT_COLUMN (plan->grid, column_index);
  const char *text = caseness_heat_grid_get_cell (plan->grid, row_index, column_index);
  double width = get_column_width (plan, column_index);
  double x = span->x[column_index];
  PangoAlignment align = column->family >= 0 ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT;
  PangoLayout *layout;

  if (text == NULL)
    {
      caseness_chart_plan_add_text (&plan->base, NULL, 0, 0, plan->base.theme->text, row_index, FALSE);
      return;
    }
  layout = create_text (plan, text, plan->text_size, caseness_heat_plan_get_cell_weight (plan, row, column), width,
                        align);
  if (column->family >= 0 && row->kind == CASENESS_HEAT_ROW_PLAIN)
    plan_box (plan, column, x, plan->base.y, width, height - plan->base.theme->gap, layout);
  add_area (plan, row_index, column_index, x, plan->base.y, width, height - plan->base.theme->gap);
  add_text (plan, layout, x,
            plan->base.y + (height - plan->base.theme->gap - caseness_text_get_height (layout)) / 2, width, align,
            get_cell_colour (plan, row, column), row_index, FALSE);
}

static PangoLayout *
create_row_head (const CasenessHeatPlan *plan, const CasenessHeatRow *row)
{
  PangoWeight weight = row->kind == CASENESS_HEAT_ROW_TOTAL ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;

  return create_text (plan, row->label, plan->text_size, weight, plan->head_width - plan->text_size * HEAD_PADDING,
                      PANGO_ALIGN_LEFT);
}

static double
get_row_height (const CasenessHeatPlan *plan, guint row)
{
  g_autoptr(PangoLayout) head = create_row_head (plan, HEAT_ROW (plan->grid, row));
  double needed = caseness_text_get_height (head) + plan->text_size * ROW_PADDING;

  needed = MAX (plan->base.theme->row_height, needed);
  return plan->base.theme->kind == CASENESS_THEME_PRINT ? needed : ceil (needed);
}

static void
plan_row (CasenessHeatPlan *plan, const Span *span, guint row_index, double right)
{
  const CasenessHeatRow *row = HEAT_ROW (plan->grid, row_index);
  const CasenessTheme *theme = plan->base.theme;
  PangoLayout *head = create_row_head (plan, row);
  double height = get_row_height (plan, row_index);
  guint n_shaded = caseness_heat_plan_count_shaded (plan->grid);
  guint column;

  if (row->kind == CASENESS_HEAT_ROW_TOTAL)
    {
      caseness_chart_plan_add_line (&plan->base, 0, plan->base.y, right, theme->line, theme->text);
      plan->base.y += caseness_chart_plan_snap (&plan->base, theme->line + 1);
    }
  add_text (plan, head, 0, plan->base.y + (height - theme->gap - caseness_text_get_height (head)) / 2,
            plan->head_width, PANGO_ALIGN_LEFT,
            row->kind == CASENESS_HEAT_ROW_NOTE ? theme->secondary_text : theme->text, row_index, TRUE);
  add_area (plan, row_index, -1, 0, plan->base.y, plan->head_width - theme->gap, height - theme->gap);
  for (column = 0; column < plan->grid->columns->len; column++)
    if (is_shown (span, column, n_shaded))
      plan_cell (plan, span, row_index, column, height);
  plan->base.y += height;
}

static void
plan_double_rules (CasenessHeatPlan *plan, const Span *span, double top)
{
  double rule = plan->base.theme->breach_rule;
  double height = plan->base.y - top;
  CasenessColour colour = plan->base.theme->text;
  guint column;

  for (column = span->from + 1; column < span->to; column++)
    if (caseness_heat_plan_starts_with_rule (plan->grid, column))
      {
        double middle = (span->x[column - 1] + get_column_width (plan, column - 1) + span->x[column]) / 2;

        middle = caseness_chart_plan_snap (&plan->base, middle);
        caseness_chart_plan_add_line (&plan->base, middle - 1.5 * rule, top, rule, height, colour);
        caseness_chart_plan_add_line (&plan->base, middle + 0.5 * rule, top, rule, height, colour);
      }
}

/* The rows from @row on that still fit below @used; at least one. */
static guint
count_rows_that_fit (const CasenessHeatPlan *plan, guint row, double used, double room)
{
  guint n = 0;

  for (; row < plan->grid->rows->len; row++, n++)
    {
      used += get_row_height (plan, row);
      if (HEAT_ROW (plan->grid, row)->kind == CASENESS_HEAT_ROW_TOTAL)
        used += plan->base.theme->line + 1;
      if (n > 0 && used > room)
        break;
    }
  return n;
}

/* Totals must not stand alone in a part: where the first row left over is one of them, two rows go with it. */
static guint
find_end_of_part (const CasenessHeatPlan *plan, guint row, guint n_parts)
{
  const CasenessChartRoom *room = plan->base.room;
  double height = plan->base.layout->parts->len == 1 && room->first_height > 0 ? room->first_height
                                                                                : room->part_height;
  double used = plan->base.y - plan->base.part->y;
  guint end = plan->grid->rows->len;

  if (room->part_height <= 0)
    return end;
  /* The heads of the parts beside this one may need one line more. */
  used += n_parts > 1 ? plan->label_size * 1.3 : 0;
  end = row + count_rows_that_fit (plan, row, used, height);
  if (end < plan->grid->rows->len && end > row + 2 && HEAT_ROW (plan->grid, end)->kind != CASENESS_HEAT_ROW_PLAIN)
    end -= 2;
  return end;
}

/* Begins a part with its heads. Returns: where its last column ends. */
static double
begin_part (CasenessHeatPlan *plan, Span *span, double *top)
{
  double right = place_columns (plan, span);

  caseness_chart_plan_begin_part (&plan->base, plan->text_size * PART_GAP);
  caseness_chart_plan_titles (&plan->base);
  *top = plan->base.y;
  plan_family_heads (plan, span);
  plan_column_heads (plan, span);
  plan->base.layout->width = MAX (plan->base.layout->width, right);
  return right;
}

/* The same rows in as many parts as the columns need. Returns: the row after the last one. */
static guint
plan_rows (CasenessHeatPlan *plan, guint row, guint n_parts)
{
  guint n = caseness_heat_plan_count_shaded (plan->grid);
  guint per_part = (n + n_parts - 1) / n_parts;
  g_autofree double *x = g_new0 (double, plan->grid->columns->len + 1);
  guint end = row;
  guint i, k;

  for (i = 0; i < n_parts; i++)
    {
      Span span = { MIN (i * per_part, n), MIN ((i + 1) * per_part, n), i == n_parts - 1, x };
      double top;
      double right = begin_part (plan, &span, &top);

      if (i == 0)
        end = find_end_of_part (plan, row, n_parts);
      for (k = row; k < end; k++)
        plan_row (plan, &span, k, right);
      plan_double_rules (plan, &span, top);
      if (i == n_parts - 1 && end == plan->grid->rows->len)
        caseness_chart_plan_footnote (&plan->base);
      caseness_chart_plan_end_part (&plan->base);
    }
  return end;
}

CasenessChartLayout *
caseness_heat_grid_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                            const CasenessTheme *theme)
{
  CasenessHeatGrid *grid = (CasenessHeatGrid *) chart;
  g_autofree double *plain_widths = g_new0 (double, grid->n_plain + 1);
  g_autoptr(GArray) own_widths = g_array_new (FALSE, FALSE, sizeof (double));
  CasenessChartLayout *layout = caseness_chart_layout_new (chart, theme);
  CasenessHeatPlan plan = { .base = { layout, context, theme, room },
                            .grid = grid,
                            .plain_widths = plain_widths,
                            .own_widths = own_widths };
  guint n_parts = caseness_heat_plan_fit (&plan);
  guint row = 0;

  do
    row = plan_rows (&plan, row, n_parts);
  while (row < grid->rows->len);
  if (room->has_titles)
    layout->width = MAX (layout->width, room->width);
  if (theme->kind != CASENESS_THEME_PRINT)
    layout->width = ceil (layout->width);
  return layout;
}
