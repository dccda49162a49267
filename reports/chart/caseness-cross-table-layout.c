/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cross-table-private.h"

#include <math.h>
#include <string.h>

/* Sizes that go with the text, as multiples of its size. */
#define CELL_PADDING 0.45 /* on either side of a cell's text */
#define NARROWEST_CELL 2.0
#define WIDEST_CELL 4.5 /* wider cells look empty */
#define HEAD_GAP 0.8    /* between labels and cells */
#define LEAST_HEAD 7.0
#define PART_GAP 1.4
#define LEGEND_GAP 1.2 /* between its pieces */
#define SWATCH 1.5

#define WIDEST_WORD 4.6 /* of a head, beyond which it is broken on a screen; paper has room */
#define WIDEST_HEAD 12.0 /* of the labels, beyond which they wrap on a screen */

#define HEAD_SHARE 0.3     /* of the width, at most, for the labels */
#define INSET 2            /* of a fill within its outline, in hair lines */
#define SIGN_RADIUS 0.3    /* of the small text */
#define LINE_HEIGHT 1.28
#define LEAST_LINE_HEIGHT 1.12 /* of rows that are set closer to end on their page */
#define N_CIRCLE 20        /* pieces of a circle */
#define SMALLEST_TARGET 24 /* pixels: what a finger or an unsteady hand still hits (WCAG 2.2) */

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const CasenessColour far_lower = RGB (0x7c2855);
static const CasenessColour lower = RGB (0xc9a9b9);
static const CasenessColour higher = RGB (0x99accf);
static const CasenessColour far_higher = RGB (0x003087);

/* What is worked out while a table is laid out. */
typedef struct
{
  CasenessChartPlan base;
  CasenessCrossTable *table;
  double head_width;
  double natural_width; /* of a column */
  double column_width;
  double row_height;
} Plan;

static double
measure (const Plan *plan, const char *text, double size, PangoWeight weight)
{
  return text != NULL ? caseness_chart_plan_measure_text (&plan->base, text, size, weight) : 0;
}

static double
measure_longest_word (const Plan *plan, const char *label)
{
  g_auto(GStrv) words = g_strsplit_set (label, " -", -1);
  double longest = 0;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    longest = MAX (longest, measure (plan, words[i], plan->base.theme->small_text_size, PANGO_WEIGHT_NORMAL));
  if (plan->base.theme->kind != CASENESS_THEME_PRINT)
    longest = MIN (longest, plan->base.theme->small_text_size * WIDEST_WORD);
  return longest;
}

static double
measure_cell (const Plan *plan, const CasenessCrossCell *cell)
{
  const CasenessTheme *theme = plan->base.theme;
  g_autofree char *value = caseness_cross_table_dup_value (plan->table, cell);
  g_autofree char *n = caseness_cross_table_dup_n (cell);
  double sign = cell->pair == CASENESS_CROSS_PAIR_ADVISED_AGAINST ? 7 * SIGN_RADIUS * theme->small_text_size : 0;

  return MAX (measure (plan, value, theme->text_size, PANGO_WEIGHT_BOLD),
              measure (plan, n, theme->small_text_size, PANGO_WEIGHT_NORMAL) + sign);
}

static double
find_row_height (const CasenessTheme *theme, double line_height)
{
  return (theme->text_size + theme->small_text_size) * line_height + 2 * INSET * theme->hair_line;
}

static void
measure_all (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  double widest = theme->text_size * NARROWEST_CELL;
  double labels = measure (plan, plan->table->row_heading, theme->small_text_size, PANGO_WEIGHT_NORMAL);
  guint row, column;

  if (theme->kind != CASENESS_THEME_PRINT)
    widest = MAX (widest, SMALLEST_TARGET);
  for (column = 0; column < plan->table->columns->len; column++)
    widest = MAX (widest, measure_longest_word (plan, CROSS_COLUMN (plan->table, column)->label));
  for (row = 0; row < plan->table->rows->len; row++)
    {
      labels = MAX (labels, measure (plan, CROSS_ROW (plan->table, row)->label, theme->text_size, PANGO_WEIGHT_BOLD));
      for (column = 0; column < plan->table->columns->len; column++)
        widest = MAX (widest, measure_cell (plan, CROSS_CELL (plan->table, row, column))
                                  + 2 * theme->text_size * CELL_PADDING);
    }
  if (theme->kind != CASENESS_THEME_PRINT)
    labels = MIN (labels, theme->text_size * WIDEST_HEAD);
  plan->natural_width = ceil (widest) + 1;
  plan->head_width = MIN (labels + 1, MAX (plan->base.room->width * HEAD_SHARE, theme->text_size * LEAST_HEAD));
  plan->row_height = caseness_chart_plan_snap (&plan->base, find_row_height (theme, LINE_HEIGHT));
}

static double
get_cells_x (const Plan *plan)
{
  return plan->head_width + plan->base.theme->text_size * HEAD_GAP;
}

/* How many columns stand beside each other: all on a screen, which scrolls; on paper as many as fit. */
static guint
share_width (Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;
  guint n = MAX (plan->table->columns->len, 1u);
  double room = plan->base.room->width - get_cells_x (plan);
  guint n_parts = 1;
  guint per_part;

  plan->base.layout->minimum_width = ceil (get_cells_x (plan) + n * (plan->natural_width + theme->gap));
  if (theme->kind == CASENESS_THEME_PRINT)
    while (n_parts < n && ((n + n_parts - 1) / n_parts) * (plan->natural_width + theme->gap) > room)
      n_parts++;
  per_part = (n + n_parts - 1) / n_parts;
  plan->column_width = caseness_chart_plan_snap (
      &plan->base, CLAMP (room / per_part - theme->gap, plan->natural_width,
                          MAX (plan->natural_width, theme->text_size * WIDEST_CELL)));
  plan->base.layout->width = MAX (plan->base.room->width,
                                  get_cells_x (plan) + per_part * (plan->column_width + theme->gap));
  return per_part;
}

static double
get_x (const Plan *plan, guint first, guint column)
{
  return get_cells_x (plan) + (column - first) * (plan->column_width + plan->base.theme->gap);
}

static CasenessColour
get_fill (const CasenessTheme *theme, CasenessCrossShade shade)
{
  switch (shade)
    {
    case CASENESS_CROSS_FAR_LOWER:
      return far_lower;
    case CASENESS_CROSS_LOWER:
      return lower;
    case CASENESS_CROSS_HIGHER:
      return higher;
    case CASENESS_CROSS_FAR_HIGHER:
      return far_higher;
    case CASENESS_CROSS_LIKE:
    default:
      return theme->background;
    }
}

static void
add_fill (Plan *plan, double x, double y, double width, double height, CasenessColour fill)
{
  double inset = INSET * plan->base.theme->hair_line;
  CasenessChartBox box = { x + inset, y + inset, width - 2 * inset, height - 2 * inset, fill, fill };

  g_array_append_val (plan->base.part->boxes, box);
}

static void
add_outline (Plan *plan, double x, double y, double width, double height)
{
  const CasenessTheme *theme = plan->base.theme;
  double half = theme->line / 2;
  CasenessChartPath *path = caseness_chart_plan_add_path (&plan->base, theme->line, theme->series[0], NULL, 0);

  caseness_chart_path_add (path, x + half, y + half);
  caseness_chart_path_add (path, x + width - half, y + half);
  caseness_chart_path_add (path, x + width - half, y + height - half);
  caseness_chart_path_add (path, x + half, y + height - half);
  caseness_chart_path_add (path, x + half, y);
}

/* The crossed circle. */
static void
add_sign (Plan *plan, double x, double y, CasenessColour colour)
{
  double radius = plan->base.theme->small_text_size * SIGN_RADIUS;
  CasenessChartPath *path
      = caseness_chart_plan_add_path (&plan->base, plan->base.theme->hair_line * 1.2, colour, NULL, 0);
  guint i;

  for (i = 0; i <= N_CIRCLE; i++)
    caseness_chart_path_add (path, x + radius * cos (2 * G_PI * i / N_CIRCLE),
                             y + radius * sin (2 * G_PI * i / N_CIRCLE));
  caseness_chart_path_add (path, NAN, NAN);
  caseness_chart_path_add (path, x - radius * G_SQRT2 / 2, y + radius * G_SQRT2 / 2);
  caseness_chart_path_add (path, x + radius * G_SQRT2 / 2, y - radius * G_SQRT2 / 2);
}

/* Both lines of a cell are one text, so that they are one cell to who listens. */
static PangoLayout *
create_cell_text (const Plan *plan, const CasenessCrossCell *cell, gboolean is_bold)
{
  const CasenessTheme *theme = plan->base.theme;
  g_autofree char *value = caseness_cross_table_dup_value (plan->table, cell);
  g_autofree char *n = caseness_cross_table_dup_n (cell);
  g_autofree char *text = NULL;
  PangoAttrList *attributes;
  PangoAttribute *size, *weight;
  PangoLayout *layout;

  if (value == NULL)
    return caseness_chart_plan_create_text (&plan->base, n, theme->small_text_size,
                                            is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, plan->column_width,
                                            PANGO_ALIGN_CENTER);
  text = g_strdup_printf ("%s\n%s", value, n);
  layout = caseness_theme_create_layout (theme, plan->base.context, text, theme->text_size, PANGO_WEIGHT_BOLD);
  attributes = pango_layout_get_attributes (layout);
  size = pango_attr_size_new_absolute ((int) (theme->small_text_size * PANGO_SCALE));
  weight = pango_attr_weight_new (PANGO_WEIGHT_NORMAL);
  size->start_index = weight->start_index = (guint) strlen (value);
  pango_attr_list_insert (attributes, size);
  pango_attr_list_insert (attributes, weight);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_spacing (layout, (int) (-0.1 * theme->text_size * PANGO_SCALE));
  return layout;
}

static CasenessColour
get_ink (const CasenessTheme *theme, const CasenessCrossCell *cell)
{
  if (cell->shade != CASENESS_CROSS_LIKE)
    return caseness_theme_get_ink (theme, get_fill (theme, cell->shade));
  return isnan (cell->value) || cell->pair == CASENESS_CROSS_PAIR_ADVISED_AGAINST ? theme->secondary_text
                                                                                  : theme->text;
}

static void
draw_marks (Plan *plan, const CasenessCrossCell *cell, double x)
{
  const CasenessTheme *theme = plan->base.theme;
  double small = theme->small_text_size;
  double bottom = plan->base.y + plan->row_height;

  if (cell->shade != CASENESS_CROSS_LIKE)
    add_fill (plan, x, plan->base.y, plan->column_width, plan->row_height - theme->gap, get_fill (theme, cell->shade));
  if (cell->pair == CASENESS_CROSS_PAIR_ADVISED)
    add_outline (plan, x, plan->base.y, plan->column_width, plan->row_height - theme->gap);
  if (cell->pair == CASENESS_CROSS_PAIR_ADVISED_AGAINST)
    add_sign (plan, x + plan->column_width - (1 + 1.4 * SIGN_RADIUS) * small * 0.6,
              isnan (cell->value) ? plan->base.y + plan->row_height / 2 : bottom - small * 0.9, get_ink (theme, cell));
}

static void
draw_cell (Plan *plan, guint first, guint row, guint column)
{
  const CasenessCrossCell *cell = CROSS_CELL (plan->table, row, column);
  gboolean is_total = caseness_cross_table_is_total (plan->table, row, column);
  double x = get_x (plan, first, column);
  PangoLayout *text;

  if (caseness_cross_cell_is_blank (cell))
    {
      caseness_chart_plan_add_text (&plan->base, NULL, x, plan->base.y, plan->base.theme->text, (int) row, FALSE);
      return;
    }
  draw_marks (plan, cell, x);
  text = create_cell_text (plan, cell, is_total);
  caseness_chart_plan_add_text (&plan->base, text, x + (plan->column_width - caseness_text_get_width (text)) / 2,
                                plan->base.y + (plan->row_height - caseness_text_get_height (text)) / 2,
                                get_ink (plan->base.theme, cell), (int) row, FALSE);
  caseness_chart_plan_add_area (&plan->base, (int) row, (int) column, x, plan->base.y, plan->column_width,
                                plan->row_height - plan->base.theme->gap,
                                caseness_cross_table_dup_label (plan->table, row, column));
}

static void
draw_row (Plan *plan, guint first, guint end, guint row)
{
  const CasenessTheme *theme = plan->base.theme;
  const char *label = CROSS_ROW (plan->table, row)->label;
  gboolean is_total = plan->table->has_total_row && row + 1 == plan->table->rows->len;
  PangoLayout *text = caseness_chart_plan_create_text (&plan->base, label, theme->text_size,
                                                       is_total ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
                                                       plan->head_width, PANGO_ALIGN_LEFT);
  double width = get_x (plan, first, end) - theme->gap;
  guint column;

  if (is_total)
    {
      caseness_chart_plan_add_line (&plan->base, 0, plan->base.y, width, theme->hair_line, theme->axis);
      plan->base.y += caseness_chart_plan_snap (&plan->base, 2 * theme->gap);
    }
  caseness_chart_plan_add_text (&plan->base, text, 0,
                                plan->base.y + (plan->row_height - caseness_text_get_height (text)) / 2, theme->text,
                                (int) row, TRUE);
  caseness_chart_plan_add_area (&plan->base, (int) row, -1, 0, plan->base.y, plan->head_width,
                                plan->row_height - theme->gap, g_strdup (label));
  for (column = first; column < end; column++)
    draw_cell (plan, first, row, column);
  plan->base.y += plan->row_height;
}

static PangoLayout *
create_column_head (const Plan *plan, guint column)
{
  gboolean is_total = plan->table->has_total_column && column + 1 == plan->table->columns->len;

  return caseness_chart_plan_create_text (&plan->base, CROSS_COLUMN (plan->table, column)->label,
                                          plan->base.theme->small_text_size,
                                          is_total ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, plan->column_width,
                                          PANGO_ALIGN_CENTER);
}

static void
draw_heads (Plan *plan, guint first, guint end)
{
  const CasenessTheme *theme = plan->base.theme;
  PangoLayout *heading = caseness_chart_plan_create_text (&plan->base, plan->table->row_heading, theme->small_text_size,
                                                          PANGO_WEIGHT_NORMAL, plan->head_width, PANGO_ALIGN_LEFT);
  double height = caseness_text_get_height (heading);
  guint i;

  for (i = first; i < end; i++)
    {
      g_autoptr(PangoLayout) head = create_column_head (plan, i);

      height = MAX (height, caseness_text_get_height (head));
    }
  caseness_chart_plan_add_text (&plan->base, heading, 0, plan->base.y + height - caseness_text_get_height (heading),
                                theme->secondary_text, CASENESS_CHART_TEXT_COLUMN_HEADS, TRUE);
  for (i = first; i < end; i++)
    {
      PangoLayout *head = create_column_head (plan, i);
      double x = get_x (plan, first, i);

      caseness_chart_plan_add_text (&plan->base, head,
                                    x + caseness_text_get_indent (head, plan->column_width, PANGO_ALIGN_CENTER),
                                    plan->base.y + height - caseness_text_get_height (head), theme->secondary_text,
                                    CASENESS_CHART_TEXT_COLUMN_HEADS, TRUE);
      caseness_chart_plan_add_area (&plan->base, -1, (int) i, x, plan->base.y, plan->column_width, height,
                                    g_strdup (CROSS_COLUMN (plan->table, i)->full_label));
    }
  plan->base.y = caseness_chart_plan_snap (&plan->base, plan->base.y + height + theme->text_size * 0.3);
}

/* A piece of the legend: a swatch or two, then its words; on the next line where it does not fit. */
static void
draw_legend_piece (Plan *plan, double *x, const char *words, guint n_swatches, const CasenessCrossShade *shades)
{
  const CasenessTheme *theme = plan->base.theme;
  double size = caseness_chart_plan_snap (&plan->base, theme->text_size * SWATCH);
  double line = theme->small_text_size * 1.5;
  double width = measure (plan, words, theme->small_text_size, PANGO_WEIGHT_NORMAL) + 1;
  double swatches = n_swatches * (size + 3);
  guint i;

  if (*x > 0 && *x + swatches + width > plan->base.room->width)
    {
      *x = 0;
      plan->base.y += caseness_chart_plan_snap (&plan->base, line);
    }
  for (i = 0; i < n_swatches; i++)
    {
      double left = *x + i * (size + 3);
      double height = caseness_chart_plan_snap (&plan->base, line * 0.8);
      double top = plan->base.y + caseness_chart_plan_snap (&plan->base, line * 0.1);

      if (shades == NULL)
        add_outline (plan, left, top, size, height);
      else
        {
          add_fill (plan, left, top, size, height, get_fill (theme, shades[i]));
          caseness_chart_plan_add_label (&plan->base, shades[i] > 0 ? "+" : "−", PANGO_WEIGHT_BOLD, left, size,
                                         PANGO_ALIGN_CENTER, top + height / 2,
                                         caseness_theme_get_ink (theme, get_fill (theme, shades[i])));
        }
    }
  caseness_chart_plan_add_label (&plan->base, words, PANGO_WEIGHT_NORMAL, *x + swatches, width, PANGO_ALIGN_LEFT,
                                 plan->base.y + line / 2, theme->secondary_text);
  *x += swatches + width + theme->text_size * LEGEND_GAP;
}

static gboolean
has_legend (const CasenessCrossTable *table)
{
  return table->advised != NULL || table->advised_against != NULL || table->inner != NULL || table->outer != NULL;
}

static double
get_legend_height (const Plan *plan)
{
  const CasenessTheme *theme = plan->base.theme;

  return has_legend (plan->table) ? theme->text_size * 0.4 + theme->small_text_size * 1.5 : 0;
}

static void
draw_legend (Plan *plan)
{
  static const CasenessCrossShade inner[] = { CASENESS_CROSS_HIGHER, CASENESS_CROSS_LOWER };
  static const CasenessCrossShade outer[] = { CASENESS_CROSS_FAR_HIGHER, CASENESS_CROSS_FAR_LOWER };
  const CasenessCrossTable *table = plan->table;
  const CasenessTheme *theme = plan->base.theme;
  double line = theme->small_text_size * 1.5;
  double x = 0;

  if (!has_legend (table))
    return;
  plan->base.y += caseness_chart_plan_snap (&plan->base, theme->text_size * 0.4);
  if (table->advised != NULL)
    draw_legend_piece (plan, &x, table->advised, 1, NULL);
  if (table->advised_against != NULL)
    {
      x += theme->small_text_size;
      add_sign (plan, x - theme->small_text_size * 0.6, plan->base.y + line / 2, theme->text);
      draw_legend_piece (plan, &x, table->advised_against, 0, NULL);
    }
  if (table->inner != NULL)
    draw_legend_piece (plan, &x, table->inner, 2, inner);
  if (table->outer != NULL)
    draw_legend_piece (plan, &x, table->outer, 2, outer);
  plan->base.y += caseness_chart_plan_snap (&plan->base, line);
}

/* How many rows fit from @row on; at least one. Those that nearly all fit are set closer: none goes on alone, and what
 * belongs below the last part has its place there. */
static guint
find_end_of_part (Plan *plan, guint row, gboolean is_only)
{
  const CasenessChartRoom *room = plan->base.room;
  const CasenessTheme *theme = plan->base.theme;
  double heads = plan->base.y - plan->base.part->y + 2 * theme->gap;
  double left = plan->base.layout->parts->len == 1 && room->first_height > 0 ? room->first_height : room->part_height;
  /* The heads of the columns still to come may be a line higher. */
  double last = is_only ? left : MIN (left, room->part_height - theme->small_text_size * LINE_HEIGHT);
  guint n = plan->table->rows->len - row;

  if (room->part_height <= 0)
    return plan->table->rows->len;
  left -= heads;
  last -= heads + get_legend_height (plan) + room->below;
  if (n * plan->row_height > last && n * find_row_height (theme, LEAST_LINE_HEIGHT) <= last)
    plan->row_height = last / n;
  if (n <= 1 || n * plan->row_height <= last)
    return plan->table->rows->len;
  return MIN (plan->table->rows->len - 1, row + (guint) MAX (left / plan->row_height, 1));
}

/* The same rows in as many parts as the columns need. Returns: the row after the last one. */
static guint
draw_rows (Plan *plan, guint row, guint per_part)
{
  guint n = plan->table->columns->len;
  guint end = row;
  guint first = 0;

  do
    {
      guint last = MIN (first + per_part, n);
      guint i;

      caseness_chart_plan_begin_part (&plan->base, plan->base.theme->text_size * PART_GAP);
      caseness_chart_plan_titles (&plan->base);
      draw_heads (plan, first, last);
      if (first == 0)
        end = find_end_of_part (plan, row, per_part >= n);
      for (i = row; i < end; i++)
        draw_row (plan, first, last, i);
      first = last;
      if (first == n && end == plan->table->rows->len)
        {
          draw_legend (plan);
          caseness_chart_plan_footnote (&plan->base);
        }
      caseness_chart_plan_end_part (&plan->base);
    }
  while (first < n);
  return end;
}

CasenessChartLayout *
caseness_cross_table_lay_out (CasenessChart *chart, PangoContext *context, const CasenessChartRoom *room,
                              const CasenessTheme *theme)
{
  CasenessChartLayout *layout = caseness_chart_layout_new (chart, theme);
  Plan plan = { .base = { layout, context, theme, room }, .table = (CasenessCrossTable *) chart };
  guint row = 0;
  guint per_part;

  measure_all (&plan);
  per_part = share_width (&plan);
  do
    row = draw_rows (&plan, row, per_part);
  while (row < plan.table->rows->len);
  if (theme->kind != CASENESS_THEME_PRINT)
    layout->width = ceil (layout->width);
  return layout;
}
