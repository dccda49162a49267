/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-heat-grid-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Sizes that go with the text, as multiples of its size. */
#define CELL_PADDING 0.35      /* on either side of a cell's text */
#define PLAIN_PADDING 0.8      /* before a plain column */
#define HEAD_PADDING 0.8       /* after a row label */
#define WIDEST_CELL 4.2        /* wider cells look empty */
#define HEAD_MARGIN 0.15       /* on either side of a column's head */
#define HEAD_SHARE 0.3         /* of the width, at most, for the row labels */
#define NARROW_HEAD_SHARE 0.14 /* the same where every point counts */
#define LEAST_HEAD 10          /* the row labels are not cut narrower than this */
#define NARROWEST_CELL 1.5
#define OVERHANG 0.25          /* of a head's longest word over a very narrow column, on either side */
#define SMALLEST_TARGET 24     /* pixels: what a finger or an unsteady hand still hits (WCAG 2.2) */
#define PART_GAP 1.6           /* between parts */

typedef struct
{
  CasenessHeatGrid *grid;
  CasenessHeatGridLayout *layout;
  PangoContext *context;
  const CasenessTheme *theme;
  const CasenessHeatGridRoom *room;
  double text_size;
  double label_size;       /* of column heads */
  double natural_width;    /* of one shaded column, head on one line */
  double narrow_width;     /* the same, head on two lines */
  double narrowest_width;  /* the same, each word of the head on its own line */
  double head_share;       /* of the width, at most, for the row labels */
  double head_width;
  double column_width;     /* of every shaded column */
  double *plain_widths;    /* one per plain column */
  double rule_gap;         /* taken by the double rule */
  CasenessHeatPart *part;  /* being filled */
  double y;                /* next free line of the layout */
} Plan;

static guint
count_shaded (const CasenessHeatGrid *grid)
{
  return grid->columns->len - grid->n_plain;
}

static PangoWeight
get_cell_weight (const Plan *plan, const CasenessHeatRow *row, const CasenessHeatColumn *column)
{
  gboolean is_past = column->family >= 0 && HEAT_FAMILY (plan->grid, column->family)->shade == CASENESS_SHADE_PAST;

  if (row->kind == CASENESS_HEAT_ROW_NOTE)
    return PANGO_WEIGHT_NORMAL;
  if (row->kind == CASENESS_HEAT_ROW_TOTAL || is_past || column->is_bold)
    return PANGO_WEIGHT_BOLD;
  return PANGO_WEIGHT_NORMAL;
}

static double
measure_text (const Plan *plan, const char *text, double size, PangoWeight weight)
{
  g_autoptr(PangoLayout) layout = caseness_theme_create_layout (plan->theme, plan->context, text, size, weight);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/* The least width at which a head stands on two lines, broken at one of its blanks. */
static double
measure_two_lines (const Plan *plan, const char *label)
{
  double best = measure_text (plan, label, plan->label_size, PANGO_WEIGHT_NORMAL);
  const char *blank;

  for (blank = strchr (label, ' '); blank != NULL; blank = strchr (blank + 1, ' '))
    {
      g_autofree char *first = g_strndup (label, blank - label);
      double widest = MAX (measure_text (plan, first, plan->label_size, PANGO_WEIGHT_NORMAL),
                           measure_text (plan, blank + 1, plan->label_size, PANGO_WEIGHT_NORMAL));

      best = MIN (best, widest);
    }
  return best;
}

static double
measure_longest_word (const Plan *plan, const char *label)
{
  g_auto(GStrv) words = g_strsplit (label, " ", -1);
  double longest = 0;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    longest = MAX (longest, measure_text (plan, words[i], plan->label_size, PANGO_WEIGHT_NORMAL));
  return longest;
}

static double
measure_cells (const Plan *plan, guint column)
{
  double widest = 0;
  guint row;

  for (row = 0; row < plan->grid->rows->len; row++)
    {
      const char *text = caseness_heat_grid_get_cell (plan->grid, row, column);
      PangoWeight weight = get_cell_weight (plan, HEAT_ROW (plan->grid, row), HEAT_COLUMN (plan->grid, column));

      if (text != NULL)
        widest = MAX (widest, measure_text (plan, text, plan->text_size, weight));
    }
  return widest;
}

static void
measure_row_heads (Plan *plan)
{
  double widest = measure_text (plan, plan->grid->row_heading, plan->text_size, PANGO_WEIGHT_BOLD);
  guint row;

  for (row = 0; row < plan->grid->rows->len; row++)
    widest = MAX (widest, measure_text (plan, HEAT_ROW (plan->grid, row)->label, plan->text_size,
                                        PANGO_WEIGHT_BOLD));
  plan->head_width = MIN (widest + plan->text_size * HEAD_PADDING,
                          MAX (plan->room->width * plan->head_share, plan->text_size * LEAST_HEAD));
}

static void
measure_shaded_columns (Plan *plan)
{
  double padding = 2 * plan->text_size * CELL_PADDING;
  guint column;

  plan->natural_width = plan->narrow_width = plan->narrowest_width = plan->text_size * NARROWEST_CELL;
  if (plan->theme->kind != CASENESS_THEME_PRINT)
    plan->narrowest_width = MAX (plan->narrowest_width, SMALLEST_TARGET);
  for (column = 0; column < count_shaded (plan->grid); column++)
    {
      const char *label = HEAT_COLUMN (plan->grid, column)->label;
      double bare_cells = measure_cells (plan, column);
      double cells = bare_cells + padding;
      double word = measure_longest_word (plan, label) - 2 * plan->text_size * OVERHANG;
      double label_width = measure_text (plan, label, plan->label_size, PANGO_WEIGHT_NORMAL);

      plan->natural_width = MAX (plan->natural_width, MAX (cells, label_width + padding / 2));
      plan->narrow_width = MAX (plan->narrow_width, MAX (cells, measure_two_lines (plan, label) + padding / 2));
      plan->narrowest_width = MAX (plan->narrowest_width, MAX (bare_cells + padding / 2, word));
    }
}

static void
measure_plain_columns (Plan *plan)
{
  guint first = count_shaded (plan->grid);
  guint i;

  for (i = 0; i < plan->grid->n_plain; i++)
    {
      double label = measure_text (plan, HEAT_COLUMN (plan->grid, first + i)->label, plan->label_size,
                                   PANGO_WEIGHT_NORMAL);

      plan->plain_widths[i] = MAX (label, measure_cells (plan, first + i)) + plan->text_size * PLAIN_PADDING;
    }
}

static void
measure_all (Plan *plan, double text_size)
{
  plan->text_size = text_size;
  plan->label_size = MIN (plan->theme->small_text_size, text_size);
  plan->rule_gap = 2 * plan->theme->breach_rule + text_size * 0.8;
  measure_row_heads (plan);
  measure_shaded_columns (plan);
  measure_plain_columns (plan);
}

static gboolean
starts_with_rule (const CasenessHeatGrid *grid, guint column)
{
  int family = HEAT_COLUMN (grid, column)->family;
  int before = column == 0 ? family : HEAT_COLUMN (grid, column - 1)->family;

  return family >= 0 && before != family && HEAT_FAMILY (grid, before)->shade != HEAT_FAMILY (grid, family)->shade;
}

static double
sum_plain_widths (const Plan *plan)
{
  double sum = 0;
  guint i;

  for (i = 0; i < plan->grid->n_plain; i++)
    sum += plan->plain_widths[i];
  return sum;
}

/* Everything but the shaded columns [from, to): row labels, rules, and plain columns when they follow. */
static double
get_fixed_width (const Plan *plan, guint from, guint to, gboolean has_plain)
{
  double width = plan->head_width + (has_plain ? sum_plain_widths (plan) : 0);
  guint column;

  for (column = from + 1; column < to; column++)
    if (starts_with_rule (plan->grid, column))
      width += plan->rule_gap;
  return width;
}

static double
get_width_at (const Plan *plan, double column_width)
{
  guint n = count_shaded (plan->grid);

  return get_fixed_width (plan, 0, n, TRUE) + n * (column_width + plan->theme->gap);
}

/* Whole pixels on a screen keep cells and their outlines sharp. */
static double
snap (const Plan *plan, double value)
{
  return plan->theme->kind == CASENESS_THEME_PRINT ? value : floor (value);
}

/* Spreads what is left over the plain columns, so that the grid ends where its page or card does. */
static void
widen_plain_columns (Plan *plan, double used)
{
  double left = plan->room->width - used;
  guint i;

  if (left <= 0)
    return;
  for (i = 0; i < plan->grid->n_plain; i++)
    plan->plain_widths[i] += MIN (left / plan->grid->n_plain, plan->text_size * 2.5);
}

/* How hard a grid is squeezed to fit: heads on two lines, smaller text, heads on as many lines as they have words. */
typedef struct
{
  double text_size;
  double head_share;
  gboolean is_narrowest;
} Squeeze;

static double
get_least_column_width (const Plan *plan, const Squeeze *squeeze)
{
  return squeeze->is_narrowest ? plan->narrowest_width : plan->narrow_width;
}

static void
try_squeeze (Plan *plan, const Squeeze *squeeze)
{
  plan->head_share = squeeze->head_share;
  measure_all (plan, squeeze->text_size);
}

/* FALSE when even the hardest squeeze does not fit; the plan is then measured for it. */
static gboolean
fit_columns (Plan *plan)
{
  const Squeeze squeezes[] = {
    { plan->theme->text_size, HEAD_SHARE, FALSE },
    { plan->theme->minimum_text_size, HEAD_SHARE, FALSE },
    { plan->theme->minimum_text_size, NARROW_HEAD_SHARE, TRUE },
  };
  guint n = count_shaded (plan->grid);
  gsize i;

  try_squeeze (plan, &squeezes[G_N_ELEMENTS (squeezes) - 1]);
  plan->layout->minimum_width = ceil (get_width_at (plan, plan->narrowest_width));
  for (i = 0; i < G_N_ELEMENTS (squeezes); i++)
    {
      double each;

      try_squeeze (plan, &squeezes[i]);
      each = n == 0 ? 0 : (plan->room->width - get_fixed_width (plan, 0, n, TRUE)) / n - plan->theme->gap;
      if (n == 0 || each >= get_least_column_width (plan, &squeezes[i]))
        {
          plan->column_width = snap (plan, MIN (each, MAX (plan->natural_width, plan->text_size * WIDEST_CELL)));
          widen_plain_columns (plan, get_width_at (plan, plan->column_width));
          return TRUE;
        }
    }
  return FALSE;
}

/* On a screen there is no need to squeeze hard: what does not fit is scrolled. */
static void
let_scroll (Plan *plan)
{
  const Squeeze gentle = { plan->theme->text_size, HEAD_SHARE, FALSE };

  try_squeeze (plan, &gentle);
  plan->column_width = ceil (plan->narrow_width);
}

/* Adds a text to the part; returns its height. */
static double
add_text (Plan *plan, PangoLayout *text, double x, double y, CasenessColour colour, int row, gboolean is_head)
{
  CasenessHeatText item = { text, x, y, colour, row, is_head };
  int height = 0;

  if (text != NULL)
    pango_layout_get_size (text, NULL, &height);
  g_array_append_val (plan->part->texts, item);
  return (double) height / PANGO_SCALE;
}

static PangoLayout *
create_text (const Plan *plan, const char *text, double size, PangoWeight weight, double width, PangoAlignment align)
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
add_region (Plan *plan, int row, int column, double x, double y, double width, double height)
{
  CasenessHeatRegion region = { row, column, x, y, width, height, NULL };

  region.label = caseness_heat_grid_dup_label (plan->grid, row, column);
  g_array_append_val (plan->layout->regions, region);
}

static void
add_line (Plan *plan, double x, double y, double width, double height, CasenessColour colour)
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
get_column_width (const Plan *plan, guint column)
{
  guint n = count_shaded (plan->grid);

  return column < n ? plan->column_width : plan->plain_widths[column - n];
}

/* Returns: where the last column ends. */
static double
place_columns (const Plan *plan, Span *span)
{
  double x = plan->head_width;
  guint column;

  for (column = span->from; column < span->to; column++)
    {
      if (column > span->from && starts_with_rule (plan->grid, column))
        x += snap (plan, plan->rule_gap);
      span->x[column] = snap (plan, x);
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
plan_family_heads (Plan *plan, const Span *span)
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
      head_height = add_text (plan, create_text (plan, heading, plan->label_size, PANGO_WEIGHT_BOLD, width,
                                                 PANGO_ALIGN_CENTER),
                              span->x[from], plan->y, plan->theme->text, HEAT_TEXT_FAMILY, TRUE);
      height = MAX (height, head_height);
    }
  plan->y += height > 0 ? height + plan->label_size * 0.25 : 0;
}

/* Neighbouring heads must not run into each other; only a single long word may stand out of a very narrow column,
 * which makes the margin negative. */
static double
get_head_margin (const Plan *plan, guint column)
{
  double word;

  if (column >= count_shaded (plan->grid))
    return 0;
  word = measure_longest_word (plan, HEAT_COLUMN (plan->grid, column)->label) + 0.5;
  return MIN (plan->text_size * HEAD_MARGIN, (plan->column_width - word) / 2);
}

static PangoLayout *
create_column_head (const Plan *plan, guint column)
{
  gboolean is_shaded = column < count_shaded (plan->grid);

  return create_text (plan, HEAT_COLUMN (plan->grid, column)->label, plan->label_size, PANGO_WEIGHT_NORMAL,
                      get_column_width (plan, column) - 2 * get_head_margin (plan, column),
                      is_shaded ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT);
}

static void
plan_column_heads (Plan *plan, const Span *span)
{
  guint n_shaded = count_shaded (plan->grid);
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
  plan->y = snap (plan, plan->y + height + plan->label_size * 0.4);
}

static void
plan_box (Plan *plan, const CasenessHeatColumn *column, double x, double y, double height, PangoLayout *text)
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
get_cell_colour (const Plan *plan, const CasenessHeatRow *row, const CasenessHeatColumn *column)
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
plan_cell (Plan *plan, const Span *span, guint row_index, guint column_index, double height)
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
                                         get_cell_weight (plan, row, column));
  if (column->family >= 0 && row->kind == CASENESS_HEAT_ROW_PLAIN)
    plan_box (plan, column, x, plan->y, height - plan->theme->gap, layout);
  add_region (plan, row_index, column_index, x, plan->y, width, height - plan->theme->gap);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, align);
  add_text (plan, g_object_ref (layout), x,
            plan->y + (height - plan->theme->gap - get_text_height (layout)) / 2, get_cell_colour (plan, row, column),
            row_index, FALSE);
}

static PangoLayout *
create_row_head (const Plan *plan, const CasenessHeatRow *row)
{
  PangoWeight weight = row->kind == CASENESS_HEAT_ROW_TOTAL ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;

  return create_text (plan, row->label, plan->text_size, weight, plan->head_width - plan->text_size * HEAD_PADDING,
                      PANGO_ALIGN_LEFT);
}

static double
get_row_height (const Plan *plan, guint row)
{
  g_autoptr(PangoLayout) head = create_row_head (plan, HEAT_ROW (plan->grid, row));
  double needed = get_text_height (head) + plan->text_size * 0.3;

  return ceil (MAX (plan->theme->row_height, needed));
}

static void
plan_row (Plan *plan, const Span *span, guint row_index, double right)
{
  const CasenessHeatRow *row = HEAT_ROW (plan->grid, row_index);
  PangoLayout *head = create_row_head (plan, row);
  double height = get_row_height (plan, row_index);
  gboolean is_note = row->kind == CASENESS_HEAT_ROW_NOTE;
  guint n_shaded = count_shaded (plan->grid);
  guint column;

  if (row->kind == CASENESS_HEAT_ROW_TOTAL)
    {
      add_line (plan, 0, plan->y, right, plan->theme->line, plan->theme->text);
      plan->y += snap (plan, plan->theme->line + 1);
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
plan_double_rules (Plan *plan, const Span *span, double top)
{
  double rule = plan->theme->breach_rule;
  guint column;

  for (column = span->from + 1; column < span->to; column++)
    if (starts_with_rule (plan->grid, column))
      {
        double middle = snap (plan, (span->x[column - 1] + plan->column_width + span->x[column]) / 2);

        add_line (plan, middle - 1.5 * rule, top, rule, plan->y - top, plan->theme->text);
        add_line (plan, middle + 0.5 * rule, top, rule, plan->y - top, plan->theme->text);
      }
}

static void
plan_paragraph (Plan *plan, const char *text, double size, PangoWeight weight, CasenessColour colour, int kind)
{
  if (text == NULL || *text == '\0')
    return;
  plan->y += add_text (plan, create_text (plan, text, size, weight, plan->room->width, PANGO_ALIGN_LEFT), 0, plan->y,
                       colour, kind, FALSE);
}

static void
plan_titles (Plan *plan)
{
  const CasenessTheme *theme = plan->theme;

  if (!plan->room->has_titles || plan->layout->parts->len > 1)
    return;
  plan_paragraph (plan, plan->grid->title, theme->title_size, PANGO_WEIGHT_BOLD, theme->text, HEAT_TEXT_TITLE);
  plan_paragraph (plan, plan->grid->subtitle, theme->small_text_size, PANGO_WEIGHT_NORMAL, theme->secondary_text,
                  HEAT_TEXT_SUBTITLE);
  if (plan->y > 0)
    plan->y = snap (plan, plan->y + plan->text_size * 0.7);
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
begin_part (Plan *plan)
{
  plan->part = g_new0 (CasenessHeatPart, 1);
  plan->part->boxes = g_array_new (FALSE, FALSE, sizeof (CasenessHeatBox));
  plan->part->lines = g_array_new (FALSE, FALSE, sizeof (CasenessHeatLine));
  plan->part->texts = g_array_new (FALSE, FALSE, sizeof (CasenessHeatText));
  g_array_set_clear_func (plan->part->texts, clear_text);
  if (plan->layout->parts->len > 0)
    plan->y += snap (plan, plan->text_size * PART_GAP);
  plan->part->y = plan->y;
  g_ptr_array_add (plan->layout->parts, plan->part);
}

/* How many rows from @row on fit into a part after its heads; at least one. */
static guint
count_rows_that_fit (const Plan *plan, guint row, double head_height)
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
plan_part (Plan *plan, Span *span, guint row, gboolean is_last_of_row)
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
      plan->y += snap (plan, plan->text_size * 0.6);
      plan_paragraph (plan, plan->grid->footnote, plan->theme->small_text_size, PANGO_WEIGHT_NORMAL,
                      plan->theme->secondary_text, HEAT_TEXT_FOOTNOTE);
    }
  plan->part->height = plan->y - plan->part->y;
  plan->layout->width = MAX (plan->layout->width, right);
  return row;
}

/* How many parts the columns need side by side, at the minimum size: as few as can be, all about as wide. */
static guint
count_column_parts (Plan *plan)
{
  guint n = count_shaded (plan->grid);
  guint n_parts;

  for (n_parts = 2; n_parts < n; n_parts++)
    {
      guint per_part = (n + n_parts - 1) / n_parts;
      double widest = get_fixed_width (plan, 0, n, TRUE) + per_part * (plan->narrow_width + plan->theme->gap);

      if (widest <= plan->room->width)
        break;
    }
  plan->column_width = MIN (plan->text_size * WIDEST_CELL,
                            (plan->room->width - get_fixed_width (plan, 0, n, TRUE)) / ((n + n_parts - 1) / n_parts)
                            - plan->theme->gap);
  plan->column_width = MAX (plan->column_width, plan->narrow_width);
  return n_parts;
}

static void
plan_all_parts (Plan *plan, guint n_parts)
{
  guint n = count_shaded (plan->grid);
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
  Plan plan = { grid, NULL, context, theme, room };
  guint n_parts = 1;

  g_return_val_if_fail (grid != NULL && context != NULL && room != NULL && theme != NULL, NULL);

  layout = plan.layout = g_new0 (CasenessHeatGridLayout, 1);
  layout->grid = caseness_heat_grid_ref (grid);
  layout->theme = *theme;
  layout->parts = g_ptr_array_new_with_free_func (free_part);
  layout->regions = g_array_new (FALSE, FALSE, sizeof (CasenessHeatRegion));
  g_array_set_clear_func (layout->regions, clear_region);
  plan.plain_widths = plain_widths = g_new0 (double, grid->n_plain + 1);
  if (!fit_columns (&plan))
    {
      if (theme->kind == CASENESS_THEME_PRINT)
        {
          plan.head_share = HEAD_SHARE;
          measure_all (&plan, theme->minimum_text_size);
          n_parts = count_column_parts (&plan);
        }
      else
        {
          let_scroll (&plan);
        }
    }
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
