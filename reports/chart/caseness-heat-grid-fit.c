/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-heat-grid-private.h"

#include <math.h>
#include <string.h>

/* Sizes that go with the text, as multiples of its size. */
#define CELL_PADDING 0.35      /* on either side of a cell's text */
#define PLAIN_PADDING 0.8      /* before a plain column */
#define WIDEST_CELL 4.2        /* wider cells look empty */
#define HEAD_SHARE 0.3         /* of the width, at most, for the row labels */
#define NARROW_HEAD_SHARE 0.14 /* the same where every point counts */
#define LEAST_HEAD 10          /* the row labels are not cut narrower than this */
#define NARROWEST_CELL 1.5
#define OVERHANG 0.25      /* of a head's longest word over a very narrow column, on either side */
#define SMALLEST_TARGET 24 /* pixels: what a finger or an unsteady hand still hits (WCAG 2.2) */

guint
caseness_heat_plan_count_shaded (const CasenessHeatGrid *grid)
{
  return grid->columns->len - grid->n_plain;
}

PangoWeight
caseness_heat_plan_get_cell_weight (const CasenessHeatPlan *plan, const CasenessHeatRow *row,
                                    const CasenessHeatColumn *column)
{
  gboolean is_past = column->family >= 0 && HEAT_FAMILY (plan->grid, column->family)->shade == CASENESS_SHADE_PAST;

  if (row->kind == CASENESS_HEAT_ROW_NOTE)
    return PANGO_WEIGHT_NORMAL;
  if (row->kind == CASENESS_HEAT_ROW_TOTAL || is_past || column->is_bold)
    return PANGO_WEIGHT_BOLD;
  return PANGO_WEIGHT_NORMAL;
}

static double
measure_text (const CasenessHeatPlan *plan, const char *text, double size, PangoWeight weight)
{
  return caseness_chart_plan_measure_text (&plan->base, text, size, weight);
}

/* The least width at which a head stands on two lines, broken at one of its blanks. */
static double
measure_two_lines (const CasenessHeatPlan *plan, const char *label)
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

double
caseness_heat_plan_measure_longest_word (const CasenessHeatPlan *plan, const char *label)
{
  g_auto(GStrv) words = g_strsplit (label, " ", -1);
  double longest = 0;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    longest = MAX (longest, measure_text (plan, words[i], plan->label_size, PANGO_WEIGHT_NORMAL));
  return longest;
}

static double
measure_cells (const CasenessHeatPlan *plan, guint column)
{
  double widest = 0;
  guint row;

  for (row = 0; row < plan->grid->rows->len; row++)
    {
      const char *text = caseness_heat_grid_get_cell (plan->grid, row, column);
      PangoWeight weight
          = caseness_heat_plan_get_cell_weight (plan, HEAT_ROW (plan->grid, row), HEAT_COLUMN (plan->grid, column));

      if (text != NULL)
        widest = MAX (widest, measure_text (plan, text, plan->text_size, weight));
    }
  return widest;
}

static void
measure_row_heads (CasenessHeatPlan *plan)
{
  double widest = measure_text (plan, plan->grid->row_heading, plan->text_size, PANGO_WEIGHT_BOLD);
  guint row;

  for (row = 0; row < plan->grid->rows->len; row++)
    widest = MAX (widest, measure_text (plan, HEAT_ROW (plan->grid, row)->label, plan->text_size, PANGO_WEIGHT_BOLD));
  plan->head_width = MIN (widest + plan->text_size * HEAD_PADDING,
                          MAX (plan->base.room->width * plan->head_share, plan->text_size * LEAST_HEAD));
}

/* The least width of one column, its head on as many lines as it has words. */
static double
measure_narrowest_column (const CasenessHeatPlan *plan, guint column, double cells)
{
  const char *label = HEAT_COLUMN (plan->grid, column)->label;
  double word = caseness_heat_plan_measure_longest_word (plan, label) - 2 * plan->text_size * OVERHANG;

  return MAX (cells + plan->text_size * CELL_PADDING, word);
}

static void
measure_shaded_columns (CasenessHeatPlan *plan)
{
  double padding = 2 * plan->text_size * CELL_PADDING;
  guint column;

  plan->natural_width = plan->narrow_width = plan->narrowest_width = plan->text_size * NARROWEST_CELL;
  if (plan->base.theme->kind != CASENESS_THEME_PRINT)
    plan->narrowest_width = MAX (plan->narrowest_width, SMALLEST_TARGET);
  for (column = 0; column < caseness_heat_plan_count_shaded (plan->grid); column++)
    {
      const char *label = HEAT_COLUMN (plan->grid, column)->label;
      double bare_cells = measure_cells (plan, column);
      double cells = bare_cells + padding;
      double label_width = measure_text (plan, label, plan->label_size, PANGO_WEIGHT_NORMAL);

      plan->natural_width = MAX (plan->natural_width, MAX (cells, label_width + padding / 2));
      plan->narrow_width = MAX (plan->narrow_width, MAX (cells, measure_two_lines (plan, label) + padding / 2));
      plan->narrowest_width = MAX (plan->narrowest_width, measure_narrowest_column (plan, column, bare_cells));
    }
}

static void
measure_plain_columns (CasenessHeatPlan *plan)
{
  guint first = caseness_heat_plan_count_shaded (plan->grid);
  guint i;

  for (i = 0; i < plan->grid->n_plain; i++)
    {
      double label
          = measure_text (plan, HEAT_COLUMN (plan->grid, first + i)->label, plan->label_size, PANGO_WEIGHT_NORMAL);

      plan->plain_widths[i] = MAX (label, measure_cells (plan, first + i)) + plan->text_size * PLAIN_PADDING;
    }
}

static void
measure_all (CasenessHeatPlan *plan, double text_size)
{
  plan->text_size = text_size;
  plan->label_size = MIN (plan->base.theme->small_text_size, text_size);
  plan->rule_gap = 2 * plan->base.theme->breach_rule + text_size * 0.8;
  measure_row_heads (plan);
  measure_shaded_columns (plan);
  measure_plain_columns (plan);
}

gboolean
caseness_heat_plan_starts_with_rule (const CasenessHeatGrid *grid, guint column)
{
  int family = HEAT_COLUMN (grid, column)->family;
  int before = column == 0 ? family : HEAT_COLUMN (grid, column - 1)->family;

  return family >= 0 && before != family && HEAT_FAMILY (grid, before)->shade != HEAT_FAMILY (grid, family)->shade;
}

static double
sum_plain_widths (const CasenessHeatPlan *plan)
{
  double sum = 0;
  guint i;

  for (i = 0; i < plan->grid->n_plain; i++)
    sum += plan->plain_widths[i];
  return sum;
}

/* Everything but the shaded columns [from, to): row labels, rules, and plain columns when they follow. */
static double
get_fixed_width (const CasenessHeatPlan *plan, guint from, guint to, gboolean has_plain)
{
  double width = plan->head_width + (has_plain ? sum_plain_widths (plan) : 0);
  guint column;

  for (column = from + 1; column < to; column++)
    if (caseness_heat_plan_starts_with_rule (plan->grid, column))
      width += plan->rule_gap;
  return width;
}

static double
get_width_at (const CasenessHeatPlan *plan, double column_width)
{
  guint n = caseness_heat_plan_count_shaded (plan->grid);

  return get_fixed_width (plan, 0, n, TRUE) + n * (column_width + plan->base.theme->gap);
}

/* Spreads what is left over the plain columns, so that the grid ends where its page or card does. */
static void
widen_plain_columns (CasenessHeatPlan *plan, double used)
{
  double left = plan->base.room->width - used;
  guint i;

  if (left <= 0)
    return;
  for (i = 0; i < plan->grid->n_plain; i++)
    plan->plain_widths[i] += MIN (left / plan->grid->n_plain, plan->text_size * 2.5);
}

/* How hard a grid is squeezed to fit: heads on two lines, smaller text, heads on as many lines as they have
 * words. */
typedef struct
{
  double text_size;
  double head_share;
  gboolean is_narrowest;
} Squeeze;

static double
get_least_column_width (const CasenessHeatPlan *plan, const Squeeze *squeeze)
{
  return squeeze->is_narrowest ? plan->narrowest_width : plan->narrow_width;
}

static void
try_squeeze (CasenessHeatPlan *plan, const Squeeze *squeeze)
{
  plan->head_share = squeeze->head_share;
  measure_all (plan, squeeze->text_size);
}

/* FALSE when even the hardest squeeze does not fit; the plan is then measured for it. */
static gboolean
fit_columns (CasenessHeatPlan *plan)
{
  const Squeeze squeezes[] = {
    { plan->base.theme->text_size, HEAD_SHARE, FALSE },
    { plan->base.theme->minimum_text_size, HEAD_SHARE, FALSE },
    { plan->base.theme->minimum_text_size, NARROW_HEAD_SHARE, TRUE },
  };
  guint n = caseness_heat_plan_count_shaded (plan->grid);
  gsize i;

  try_squeeze (plan, &squeezes[G_N_ELEMENTS (squeezes) - 1]);
  plan->base.layout->minimum_width = ceil (get_width_at (plan, plan->narrowest_width));
  for (i = 0; i < G_N_ELEMENTS (squeezes); i++)
    {
      double each;

      try_squeeze (plan, &squeezes[i]);
      each = n == 0 ? 0 : (plan->base.room->width - get_fixed_width (plan, 0, n, TRUE)) / n - plan->base.theme->gap;
      if (n == 0 || each >= get_least_column_width (plan, &squeezes[i]))
        {
          plan->column_width
              = caseness_chart_plan_snap (&plan->base, MIN (each, MAX (plan->natural_width, plan->text_size * WIDEST_CELL)));
          widen_plain_columns (plan, get_width_at (plan, plan->column_width));
          return TRUE;
        }
    }
  return FALSE;
}

/* On a screen there is no need to squeeze hard: what does not fit is scrolled. */
static void
let_scroll (CasenessHeatPlan *plan)
{
  const Squeeze gentle = { plan->base.theme->text_size, HEAD_SHARE, FALSE };

  try_squeeze (plan, &gentle);
  plan->column_width = ceil (plan->narrow_width);
}

/* The last resort before a grid is cut: few columns have long numbers, so the others give them room. */
static gboolean
fit_own_widths (CasenessHeatPlan *plan)
{
  const Squeeze hardest = { plan->base.theme->minimum_text_size, NARROW_HEAD_SHARE, TRUE };
  guint n = caseness_heat_plan_count_shaded (plan->grid);
  double left;
  guint i;

  try_squeeze (plan, &hardest);
  left = plan->base.room->width - get_fixed_width (plan, 0, n, TRUE) - n * plan->base.theme->gap;
  for (i = 0; i < n; i++)
    {
      double width = MAX (measure_narrowest_column (plan, i, measure_cells (plan, i)),
                          plan->text_size * NARROWEST_CELL);

      left -= width;
      g_array_append_val (plan->own_widths, width);
    }
  if (left < 0)
    {
      g_array_set_size (plan->own_widths, 0);
      return FALSE;
    }
  for (i = 0; i < n; i++)
    g_array_index (plan->own_widths, double, i) += left / n;
  return TRUE;
}

/* How many parts the columns need side by side, at the minimum size: as few as can be, all about as wide. */
static guint
cut_columns (CasenessHeatPlan *plan)
{
  guint n = caseness_heat_plan_count_shaded (plan->grid);
  guint n_parts;

  plan->head_share = HEAD_SHARE;
  measure_all (plan, plan->base.theme->minimum_text_size);
  for (n_parts = 2; n_parts < n; n_parts++)
    {
      guint per_part = (n + n_parts - 1) / n_parts;
      double widest = get_fixed_width (plan, 0, n, TRUE) + per_part * (plan->narrow_width + plan->base.theme->gap);

      if (widest <= plan->base.room->width)
        break;
    }
  plan->column_width = MIN (plan->text_size * WIDEST_CELL,
                            (plan->base.room->width - get_fixed_width (plan, 0, n, TRUE)) / ((n + n_parts - 1) / n_parts)
                                - plan->base.theme->gap);
  plan->column_width = MAX (plan->column_width, plan->narrow_width);
  return n_parts;
}

guint
caseness_heat_plan_fit (CasenessHeatPlan *plan)
{
  if (fit_columns (plan))
    return 1;
  if (plan->base.theme->kind == CASENESS_THEME_PRINT)
    return fit_own_widths (plan) ? 1 : cut_columns (plan);
  let_scroll (plan);
  return 1;
}
