/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-heat-grid-private.h"

#include <math.h>

/* Sizes that go with the text, as multiples of its size. */
#define HEAD_MARGIN 0.15 /* on either side of a column's head */
#define PART_GAP 1.6     /* between parts */

/* Adds a text to the part; returns its height. */
static double
add_text (CasenessHeatPlan *plan, PangoLayout *text, double x, double y, CasenessColour colour, int row,
          gboolean is_head)
{
  CasenessHeatText item = { text, x, y, colour, row, is_head };
  int height = 0;

  if (text != NULL)
    pango_layout_get_size (text, NULL, &height);
  g_array_append_val (plan->part->texts, item);
  return (double) height / PANGO_SCALE;
}

static PangoLayout *
create_text (const CasenessHeatPlan *plan, const char *text, double size, PangoWeight weight, double width,
             PangoAlignment align)
{
  PangoLayout *layout = caseness_theme_create_layout (plan->theme, plan->context, text, size, weight);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, align);
  return layout;
}

static double
get_text_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
add_region (CasenessHeatPlan *plan, int row, int column, double x, double y, double width, double height)
{
  CasenessHeatRegion region = { row, column, x, y, width, height, NULL };

  region.label = caseness_heat_grid_dup_label (plan->grid, row, column);
  g_array_append_val (plan->layout->regions, region);
}

static void
add_line (CasenessHeatPlan *plan, double x, double y, double width, double height, CasenessColour colour)
{
  CasenessHeatLine line = { x, y, width, height, colour };

  g_array_append_val (plan->part->lines, line);
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

  return column < n ? plan->column_width : plan->plain_widths[column - n];
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
        x += caseness_heat_plan_snap (plan, plan->rule_gap);
      span->x[column] = caseness_heat_plan_snap (plan, x);
      x += plan->column_width + plan->theme->gap;
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
      double width, head_height;

      for (to = from + 1; to < span->to && HEAT_COLUMN (plan->grid, to)->family == family; to++)
        ;
      if (heading == NULL)
        continue;
      width = span->x[to - 1] + plan->column_width - span->x[from];
      head_height
          = add_text (plan, create_text (plan, heading, plan->label_size, PANGO_WEIGHT_BOLD, width, PANGO_ALIGN_CENTER),
                      span->x[from], plan->y, plan->theme->text, HEAT_TEXT_FAMILY, TRUE);
      height = MAX (height, head_height);
    }
  plan->y += height > 0 ? height + plan->label_size * 0.25 : 0;
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
  return MIN (plan->text_size * HEAD_MARGIN, (plan->column_width - word) / 2);
}

static PangoLayout *
create_column_head (const CasenessHeatPlan *plan, guint column)
{
  gboolean is_shaded = column < caseness_heat_plan_count_shaded (plan->grid);

  return create_text (plan, HEAT_COLUMN (plan->grid, column)->label, plan->label_size, PANGO_WEIGHT_NORMAL,
                      get_column_width (plan, column) - 2 * get_head_margin (plan, column),
                      is_shaded ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT);
}

static void
plan_column_heads (CasenessHeatPlan *plan, const Span *span)
{
  guint n_shaded = caseness_heat_plan_count_shaded (plan->grid);
  PangoLayout *corner = create_text (plan, plan->grid->row_heading, plan->text_size, PANGO_WEIGHT_BOLD,
                                     plan->head_width, PANGO_ALIGN_LEFT);
  double height = get_text_height (corner);
  guint column;

  for (column = 0; column < plan->grid->columns->len; column++)
    if (is_shown (span, column, n_shaded))
      {
        g_autoptr(PangoLayout) head = create_column_head (plan, column);

        height = MAX (height, get_text_height (head));
      }
  add_text (plan, corner, 0, plan->y + height - get_text_height (corner), plan->theme->text, HEAT_TEXT_COLUMN_HEADS,
            TRUE);
  for (column = 0; column < plan->grid->columns->len; column++)
    if (is_shown (span, column, n_shaded))
      {
        PangoLayout *head = create_column_head (plan, column);

        add_text (plan, head, span->x[column] + get_head_margin (plan, column),
                  plan->y + height - get_text_height (head), plan->theme->secondary_text, HEAT_TEXT_COLUMN_HEADS, TRUE);
        add_region (plan, -1, column, span->x[column], plan->y, get_column_width (plan, column), height);
      }
  plan->y = caseness_heat_plan_snap (plan, plan->y + height + plan->label_size * 0.4);
}

static void
plan_box (CasenessHeatPlan *plan, const CasenessHeatColumn *column, double x, double y, double height,
          PangoLayout *text)
{
  CasenessShade shade = HEAT_FAMILY (plan->grid, column->family)->shade;
  CasenessHeatBox box = { x, y, plan->column_width, height };
  int text_width;

  pango_layout_get_size (text, &text_width, NULL);
  box.fill = caseness_theme_get_shade (plan->theme, shade, column->level);
  box.outline = plan->theme->axis;
  box.is_hatched = shade == CASENESS_SHADE_PAST;
  box.hatch = caseness_colour_mix (box.fill, caseness_theme_get_ink (plan->theme, box.fill), 0.45);
  box.text_width = (double) text_width / PANGO_SCALE;
  box.text_x = x + (plan->column_width - box.text_width) / 2;
  g_array_append_val (plan->part->boxes, box);
}

static CasenessColour
get_cell_colour (const CasenessHeatPlan *plan, const CasenessHeatRow *row, const CasenessHeatColumn *column)
{
  CasenessColour fill;

  if (row->kind == CASENESS_HEAT_ROW_NOTE)
    return plan->theme->secondary_text;
  if (row->kind == CASENESS_HEAT_ROW_TOTAL || column->family < 0)
    return plan->theme->text;
  fill = caseness_theme_get_shade (plan->theme, HEAT_FAMILY (plan->grid, column->family)->shade, column->level);
  return caseness_theme_get_ink (plan->theme, fill);
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
  g_autoptr(PangoLayout) layout = NULL;

  if (text == NULL)
    {
      add_text (plan, NULL, 0, 0, plan->theme->text, row_index, FALSE);
      return;
    }
  layout = caseness_theme_create_layout (plan->theme, plan->context, text, plan->text_size,
                                         caseness_heat_plan_get_cell_weight (plan, row, column));
  if (column->family >= 0 && row->kind == CASENESS_HEAT_ROW_PLAIN)
    plan_box (plan, column, x, plan->y, height - plan->theme->gap, layout);
  add_region (plan, row_index, column_index, x, plan->y, width, height - plan->theme->gap);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, align);
  add_text (plan, g_object_ref (layout), x, plan->y + (height - plan->theme->gap - get_text_height (layout)) / 2,
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
  double needed = get_text_height (head) + plan->text_size * 0.3;

  return ceil (MAX (plan->theme->row_height, needed));
}

static void
plan_row (CasenessHeatPlan *plan, const Span *span, guint row_index, double right)
{
  const CasenessHeatRow *row = HEAT_ROW (plan->grid, row_index);
  PangoLayout *head = create_row_head (plan, row);
  double height = get_row_height (plan, row_index);
  gboolean is_note = row->kind == CASENESS_HEAT_ROW_NOTE;
  guint n_shaded = caseness_heat_plan_count_shaded (plan->grid);
  guint column;

  if (row->kind == CASENESS_HEAT_ROW_TOTAL)
    {
      add_line (plan, 0, plan->y, right, plan->theme->line, plan->theme->text);
      plan->y += caseness_heat_plan_snap (plan, plan->theme->line + 1);
    }
  add_text (plan, head, 0, plan->y + (height - plan->theme->gap - get_text_height (head)) / 2,
            is_note ? plan->theme->secondary_text : plan->theme->text, row_index, TRUE);
  add_region (plan, row_index, -1, 0, plan->y, plan->head_width - plan->theme->gap, height - plan->theme->gap);
  for (column = 0; column < plan->grid->columns->len; column++)
    if (is_shown (span, column, n_shaded))
      plan_cell (plan, span, row_index, column, height);
  plan->y += height;
}

static void
plan_double_rules (CasenessHeatPlan *plan, const Span *span, double top)
{
  double rule = plan->theme->breach_rule;
  guint column;

  for (column = span->from + 1; column < span->to; column++)
    if (caseness_heat_plan_starts_with_rule (plan->grid, column))
      {
        double middle
            = caseness_heat_plan_snap (plan, (span->x[column - 1] + plan->column_width + span->x[column]) / 2);

        add_line (plan, middle - 1.5 * rule, top, rule, plan->y - top, plan->theme->text);
        add_line (plan, middle + 0.5 * rule, top, rule, plan->y - top, plan->theme->text);
      }
}

static void
plan_paragraph (CasenessHeatPlan *plan, const char *text, double size, PangoWeight weight, CasenessColour colour,
                int kind)
{
  if (text == NULL || *text == '\0')
    return;
  plan->y += add_text (plan, create_text (plan, text, size, weight, plan->room->width, PANGO_ALIGN_LEFT), 0, plan->y,
                       colour, kind, FALSE);
}

static void
plan_titles (CasenessHeatPlan *plan)
{
  const CasenessTheme *theme = plan->theme;

  if (!plan->room->has_titles || plan->layout->parts->len > 1)
    return;
  plan_paragraph (plan, plan->grid->title, theme->title_size, PANGO_WEIGHT_BOLD, theme->text, HEAT_TEXT_TITLE);
  plan_paragraph (plan, plan->grid->subtitle, theme->small_text_size, PANGO_WEIGHT_NORMAL, theme->secondary_text,
                  HEAT_TEXT_SUBTITLE);
  if (plan->y > 0)
    plan->y = caseness_heat_plan_snap (plan, plan->y + plan->text_size * 0.7);
}

static void
free_part (gpointer data)
{
  CasenessHeatPart *part = data;

  g_array_unref (part->boxes);
  g_array_unref (part->lines);
  g_array_unref (part->texts);
  g_free (part);
}

static void
clear_text (gpointer data)
{
  CasenessHeatText *text = data;

  g_clear_object (&text->layout);
}

static void
clear_region (gpointer data)
{
  CasenessHeatRegion *region = data;

  g_free ((char *) region->label);
}

static void
begin_part (CasenessHeatPlan *plan)
{
  plan->part = g_new0 (CasenessHeatPart, 1);
  plan->part->boxes = g_array_new (FALSE, FALSE, sizeof (CasenessHeatBox));
  plan->part->lines = g_array_new (FALSE, FALSE, sizeof (CasenessHeatLine));
  plan->part->texts = g_array_new (FALSE, FALSE, sizeof (CasenessHeatText));
  g_array_set_clear_func (plan->part->texts, clear_text);
  if (plan->layout->parts->len > 0)
    plan->y += caseness_heat_plan_snap (plan, plan->text_size * PART_GAP);
  plan->part->y = plan->y;
  g_ptr_array_add (plan->layout->parts, plan->part);
}

/* How many rows from @row on fit into a part after its heads; at least one. */
static guint
count_rows_that_fit (const CasenessHeatPlan *plan, guint row, double head_height)
{
  double used = head_height;
  guint n = 0;

  if (plan->room->part_height <= 0)
    return plan->grid->rows->len - row;
  for (; row < plan->grid->rows->len; row++, n++)
    {
      used += get_row_height (plan, row);
      if (HEAT_ROW (plan->grid, row)->kind == CASENESS_HEAT_ROW_TOTAL)
        used += plan->theme->line + 1;
      if (n > 0 && used > plan->room->part_height)
        break;
    }
  return n;
}

/* Fills the part with heads and rows from @row on. Returns: the row after the last one. */
static guint
plan_part (CasenessHeatPlan *plan, Span *span, guint row, gboolean is_last_of_row)
{
  double right = place_columns (plan, span);
  double top;
  guint end;

  begin_part (plan);
  plan_titles (plan);
  top = plan->y;
  plan_family_heads (plan, span);
  plan_column_heads (plan, span);
  for (end = row + count_rows_that_fit (plan, row, plan->y - plan->part->y); row < end; row++)
    plan_row (plan, span, row, right);
  plan_double_rules (plan, span, top);
  if (is_last_of_row && row == plan->grid->rows->len && plan->room->has_titles && plan->grid->footnote != NULL)
    {
      plan->y += caseness_heat_plan_snap (plan, plan->text_size * 0.6);
      plan_paragraph (plan, plan->grid->footnote, plan->theme->small_text_size, PANGO_WEIGHT_NORMAL,
                      plan->theme->secondary_text, HEAT_TEXT_FOOTNOTE);
    }
  plan->part->height = plan->y - plan->part->y;
  plan->layout->width = MAX (plan->layout->width, right);
  return row;
}

static void
plan_all_parts (CasenessHeatPlan *plan, guint n_parts)
{
  guint n = caseness_heat_plan_count_shaded (plan->grid);
  guint per_part = (n + n_parts - 1) / n_parts;
  g_autofree double *x = g_new0 (double, plan->grid->columns->len + 1);
  guint row = 0;

  do
    {
      guint next = row;
      guint i;

      for (i = 0; i < n_parts; i++)
        {
          Span span = { MIN (i * per_part, n), MIN ((i + 1) * per_part, n), i == n_parts - 1, x };

          next = plan_part (plan, &span, row, i == n_parts - 1);
        }
      row = next;
    }
  while (row < plan->grid->rows->len);
}

CasenessHeatGridLayout *
caseness_heat_grid_layout_in (CasenessHeatGrid *grid, PangoContext *context, const CasenessHeatGridRoom *room,
                              const CasenessTheme *theme)
{
  g_autofree double *plain_widths = NULL;
  CasenessHeatGridLayout *layout;
  CasenessHeatPlan plan = { grid, NULL, context, theme, room };
  guint n_parts;

  g_return_val_if_fail (grid != NULL && context != NULL && room != NULL && theme != NULL, NULL);

  layout = plan.layout = g_new0 (CasenessHeatGridLayout, 1);
  layout->grid = caseness_heat_grid_ref (grid);
  layout->theme = *theme;
  layout->parts = g_ptr_array_new_with_free_func (free_part);
  layout->regions = g_array_new (FALSE, FALSE, sizeof (CasenessHeatRegion));
  g_array_set_clear_func (layout->regions, clear_region);
  plan.plain_widths = plain_widths = g_new0 (double, grid->n_plain + 1);
  n_parts = caseness_heat_plan_fit (&plan);
  plan_all_parts (&plan, n_parts);
  if (room->has_titles)
    layout->width = MAX (layout->width, room->width);
  if (theme->kind != CASENESS_THEME_PRINT)
    layout->width = ceil (layout->width);
  layout->height = plan.y;
  return layout;
}

CasenessHeatGridLayout *
caseness_heat_grid_layout (CasenessHeatGrid *grid, PangoContext *context, double width, const CasenessTheme *theme)
{
  CasenessHeatGridRoom room = { .width = width, .has_titles = TRUE };

  return caseness_heat_grid_layout_in (grid, context, &room, theme);
}

void
caseness_heat_grid_layout_free (CasenessHeatGridLayout *layout)
{
  g_return_if_fail (layout != NULL);

  caseness_heat_grid_unref (layout->grid);
  g_ptr_array_unref (layout->parts);
  g_array_unref (layout->regions);
  g_free (layout);
}
