/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-report-private.h"

#define STRIP_GAP 22      /* between strips of a compact table */
#define SQUEEZE 0.8       /* of their natural width is enough for two strips: better some long names on two lines */
#define LEAST_ROWS 3      /* of a table at the foot of a page, and of what is left of it on the next */
#define SMALL_TABLE 0.3   /* of a page: such a table is not cut */
#define MOST_STRIPS 4
#define BALANCE_STEPS 12  /* halvings until strips are as short as they can be, near enough */

typedef struct
{
  CasenessReportBlock parent;
  CasenessReportTable *table;
  GArray *heights; /* double: of each row of a compact table */
  GArray *ends;    /* guint: the row after each strip, n_strips for each item */
  guint n_strips;
} TableBlock;

static double
get_height (const TableBlock *block, guint row)
{
  return g_array_index (block->heights, double, row);
}

static void
measure_rows (TableBlock *block, CasenessReport *report, double width)
{
  guint n_rows = caseness_report_table_get_n_rows (block->table);
  guint row;

  g_array_set_size (block->heights, 0);
  caseness_report_table_measure (block->table, report, width);
  for (row = 0; row < n_rows; row++)
    {
      double height = caseness_report_table_get_row_height (block->table, report, row);

      g_array_append_val (block->heights, height);
    }
}

static void
measure_table (CasenessReportBlock *block, CasenessReport *report, double width, double page_height)
{
  TableBlock *self = (TableBlock *) block;
  guint n, row;
  double height;

  measure_rows (self, report, width);
  block->head_height = height = caseness_report_table_get_head_height (self->table, report);
  n = self->heights->len;
  for (row = 0; row < n; row++)
    height += get_height (self, row);
  for (row = 0; row < n; row++)
    {
      gboolean is_near_end = row + 1 < LEAST_ROWS || row + LEAST_ROWS >= n;
      gboolean keeps_next = row + 1 < n && (is_near_end || height <= page_height * SMALL_TABLE);

      caseness_report_block_add_item (block, get_height (self, row), 0, keeps_next);
    }
}

static void
begin_table (CasenessReportBlock *block, CasenessReportCanvas *canvas)
{
  cairo_tag_begin (canvas->cr, "Table", NULL);
  caseness_report_table_draw_heads (((TableBlock *) block)->table, canvas, block->head_height);
}

static void
draw_row (CasenessReportBlock *block, guint row, CasenessReportCanvas *canvas)
{
  TableBlock *self = (TableBlock *) block;

  caseness_report_table_draw_row (self->table, row, get_height (self, row), canvas);
}

static void
end_table (CasenessReportBlock *block, CasenessReportCanvas *canvas)
{
  cairo_tag_end (canvas->cr, "Table");
}

/* Compact tables: strips side by side, read down one and on at the top of the next; an item is all of them on a page. */

static double
get_strip_width (const TableBlock *block, double width)
{
  return (width - (block->n_strips - 1) * STRIP_GAP) / block->n_strips;
}

static guint
count_strips (double width, double strip_width)
{
  return (guint) ((width + STRIP_GAP) / (strip_width + STRIP_GAP));
}

/* Returns: the row after the last one that fits into a strip of @height; at least one does. A section is not cut, unless it
 * is longer than that. */
static guint
find_end_of_strip (const TableBlock *block, guint row, double height)
{
  guint first = row, section = row;

  for (; row < block->heights->len; row++)
    {
      if (caseness_report_table_starts_section (block->table, row))
        section = row;
      height -= get_height (block, row);
      if (row > first && height < -0.01)
        return section > first ? section : row;
    }
  return row;
}

static guint
find_end_of_strips (const TableBlock *block, guint row, double height)
{
  guint strip;

  for (strip = 0; strip < block->n_strips; strip++)
    row = find_end_of_strip (block, row, height);
  return row;
}

/* The height of the longest section from @row on, as far as it fits into @most; 0 without sections. */
static double
find_longest_section (const TableBlock *block, guint row, double most)
{
  double longest = 0, section = 0;
  gboolean is_in_section = FALSE;

  for (; row < block->heights->len; row++)
    {
      if (caseness_report_table_starts_section (block->table, row))
        {
          is_in_section = TRUE;
          section = 0;
        }
      section += get_height (block, row);
      if (is_in_section)
        longest = MAX (longest, section);
    }
  return MIN (longest, most);
}

/* Where all that is left fits, the strips become about equally long, and no shorter than their longest section. */
static double
balance (const TableBlock *block, guint row, double height)
{
  double too_low = find_longest_section (block, row, height);
  guint i;

  if (find_end_of_strips (block, row, height) < block->heights->len)
    return height;
  for (i = 0; i < BALANCE_STEPS; i++)
    {
      double middle = (too_low + height) / 2;

      if (find_end_of_strips (block, row, middle) < block->heights->len)
        too_low = middle;
      else
        height = middle;
    }
  return height;
}

/* What must be left of a page for the table to begin there: all of a small one, a few rows of another. */
static double
get_least_strip (const TableBlock *block, double head_height, double page_height)
{
  double whole = balance (block, 0, page_height - head_height), few = 0;
  guint row;

  if (head_height + whole <= page_height * SMALL_TABLE)
    return whole;
  for (row = 0; row < MIN (LEAST_ROWS, block->heights->len); row++)
    few += get_height (block, row);
  return few;
}

static void
measure_strips (CasenessReportBlock *block, CasenessReport *report, double width, double page_height)
{
  TableBlock *self = (TableBlock *) block;
  double natural = caseness_report_table_get_natural_width (self->table, report);
  double head_height;

  self->n_strips = MAX (count_strips (width, natural), MIN (count_strips (width, natural * SQUEEZE), 2));
  self->n_strips = CLAMP (self->n_strips, 1, MOST_STRIPS);
  measure_rows (self, report, get_strip_width (self, width));
  head_height = caseness_report_table_get_head_height (self->table, report);
  block->least_height = head_height + get_least_strip (self, head_height, page_height);
}

/* Adds an item of strips no higher than @height. Returns: the row after them. */
static guint
add_strips (TableBlock *block, CasenessReport *report, guint row, double height)
{
  double head_height = caseness_report_table_get_head_height (block->table, report);
  double room = balance (block, row, height - head_height);
  double highest = 0;
  guint strip;

  for (strip = 0; strip < block->n_strips; strip++)
    {
      guint end = find_end_of_strip (block, row, room);
      double used = 0;

      for (; row < end; row++)
        used += get_height (block, row);
      highest = MAX (highest, used);
      g_array_append_val (block->ends, end);
    }
  caseness_report_block_add_item (&block->parent, head_height + highest, 0, FALSE);
  return row;
}

static void
fill_strips (CasenessReportBlock *block, CasenessReport *report, double width, double left, double page_height)
{
  TableBlock *self = (TableBlock *) block;
  guint row = 0;

  g_array_set_size (self->ends, 0);
  while (row < self->heights->len)
    row = add_strips (self, report, row, row == 0 ? left : page_height);
}

static void
draw_strip (TableBlock *block, guint from, guint to, CasenessReportCanvas *canvas)
{
  double head_height = caseness_report_table_get_head_height (block->table, canvas->report);
  guint row;

  cairo_tag_begin (canvas->cr, "Table", NULL);
  caseness_report_table_draw_heads (block->table, canvas, head_height);
  canvas->y += head_height;
  for (row = from; row < to; row++)
    {
      caseness_report_table_draw_row (block->table, row, get_height (block, row), canvas);
      canvas->y += get_height (block, row);
    }
  cairo_tag_end (canvas->cr, "Table");
}

static void
draw_strips (CasenessReportBlock *block, guint item, CasenessReportCanvas *canvas)
{
  TableBlock *self = (TableBlock *) block;
  double width = get_strip_width (self, canvas->width);
  guint first = item * self->n_strips;
  guint from = item == 0 ? 0 : g_array_index (self->ends, guint, first - 1);
  guint strip;

  for (strip = 0; strip < self->n_strips; strip++)
    {
      guint to = g_array_index (self->ends, guint, first + strip);
      CasenessReportCanvas part = *canvas;

      part.x += strip * (width + STRIP_GAP);
      part.width = width;
      if (to > from)
        draw_strip (self, from, to, &part);
      from = to;
    }
}

static void
free_table (CasenessReportBlock *block)
{
  TableBlock *self = (TableBlock *) block;

  caseness_report_table_free (self->table);
  g_array_unref (self->heights);
  g_array_unref (self->ends);
  g_free (self);
}

static const CasenessReportBlockClass table_class
    = { measure_table, begin_table, draw_row, end_table, free_table, NULL };
static const CasenessReportBlockClass compact_class
    = { measure_strips, NULL, draw_strips, NULL, free_table, fill_strips };

CasenessReportBlock *
caseness_report_block_table (CasenessReportTable *table)
{
  TableBlock *block = g_new0 (TableBlock, 1);

  caseness_report_block_init (&block->parent,
                              caseness_report_table_is_compact (table) ? &compact_class : &table_class);
  block->table = table;
  block->heights = g_array_new (FALSE, FALSE, sizeof (double));
  block->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  return &block->parent;
}
