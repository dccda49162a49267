/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-report-private.h"

#include <pango/pangocairo.h>

#define BOX_PADDING 3
#define NARROWEST 30 /* points a column is squeezed to */
#define MOST_SQUEEZED 0.5 /* of the width they want, before columns that can be spared are left out */

typedef struct
{
  char *heading;
  CasenessReportAlign align;
  double stretch;
  double widest;        /* points its text takes at most before it wraps; 0 for any */
  gboolean is_spare;    /* left out where there is no room for all */
  gboolean is_left_out;
  gboolean is_drawn;    /* holds drawings, which are not squeezed */
  double x;
  double width;
} Column;

typedef struct
{
  CasenessReportCell kind;
  char *text; /* nullable */
  CasenessMiniature *miniature; /* owned, nullable */
} Cell;

struct _CasenessReportTable
{
  GArray *columns; /* Column */
  GArray *cells;   /* Cell, row by row */
  gboolean is_compact;
  gboolean has_lines; /* to write on */
  gboolean has_drawings;
  gboolean is_narrow;
};

/* How close together rows and columns stand. */
typedef struct
{
  double column_gap;
  double row_padding;
  double smaller; /* than body text, in points */
} Spacing;

static const Spacing airy = { 12, 2.2, 0.5 };
static const Spacing narrow = { 6, 1.5, 0.5 };
static const Spacing compact = { 7, 0.5, 1 };
static const Spacing compact_to_write_on = { 7, 1.2, 1 };

#define COLUMN(table, index) (&g_array_index ((table)->columns, Column, (index)))
#define CELL(table, row, column) (&g_array_index ((table)->cells, Cell, (row) * (table)->columns->len + (column)))

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->heading);
}

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_clear_pointer (&cell->miniature, caseness_miniature_unref);
}

CasenessReportTable *
caseness_report_table_new (void)
{
  CasenessReportTable *table = g_new0 (CasenessReportTable, 1);

  table->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  table->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (table->columns, clear_column);
  g_array_set_clear_func (table->cells, clear_cell);
  return table;
}

void
caseness_report_table_free (CasenessReportTable *table)
{
  g_return_if_fail (table != NULL);

  g_array_unref (table->columns);
  g_array_unref (table->cells);
  g_free (table);
}

void
caseness_report_table_add_column (CasenessReportTable *table, const char *heading, CasenessReportAlign align,
                                  double stretch)
{
  Column column = { .heading = g_strdup (heading), .align = align, .stretch = stretch };

  g_return_if_fail (table != NULL);
  g_return_if_fail (table->cells->len == 0);

  g_array_append_val (table->columns, column);
}

void
caseness_report_table_add_cell (CasenessReportTable *table, CasenessReportCell kind, const char *text)
{
  Cell cell = { kind, g_strdup (text), NULL };

  g_return_if_fail (table != NULL);
  g_return_if_fail (table->columns->len > 0);

  g_array_append_val (table->cells, cell);
  table->has_lines |= kind == CASENESS_REPORT_CELL_WRITE;
}

void
caseness_report_table_add_miniature (CasenessReportTable *table, CasenessMiniature *miniature)
{
  Cell cell = { CASENESS_REPORT_CELL_DRAWN, NULL, miniature != NULL ? caseness_miniature_ref (miniature) : NULL };

  g_return_if_fail (table != NULL);
  g_return_if_fail (table->columns->len > 0);

  COLUMN (table, table->cells->len % table->columns->len)->is_drawn = TRUE;
  g_array_append_val (table->cells, cell);
  table->has_drawings = TRUE;
}

void
caseness_report_table_set_compact (CasenessReportTable *table)
{
  g_return_if_fail (table != NULL);

  table->is_compact = TRUE;
}

void
caseness_report_table_set_spare (CasenessReportTable *table)
{
  g_return_if_fail (table != NULL && table->columns->len > 0);

  COLUMN (table, table->columns->len - 1)->is_spare = TRUE;
}

void
caseness_report_table_set_widest (CasenessReportTable *table, double widest)
{
  g_return_if_fail (table != NULL && table->columns->len > 0);

  COLUMN (table, table->columns->len - 1)->widest = widest;
}

void
caseness_report_table_set_narrow (CasenessReportTable *table)
{
  g_return_if_fail (table != NULL);

  table->is_narrow = TRUE;
}

gboolean
caseness_report_table_is_compact (const CasenessReportTable *table)
{
  return table->is_compact;
}

gboolean
caseness_report_table_starts_section (const CasenessReportTable *table, guint row)
{
  return CELL (table, row, 0)->kind == CASENESS_REPORT_CELL_SECTION;
}

guint
caseness_report_table_get_n_rows (const CasenessReportTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->columns->len == 0 ? 0 : table->cells->len / table->columns->len;
}

static const Spacing *
get_spacing (const CasenessReportTable *table)
{
  if (!table->is_compact)
    return table->is_narrow ? &narrow : &airy;
  return table->has_lines ? &compact_to_write_on : &compact;
}

static double
get_text_size (const CasenessReportTable *table, CasenessReport *report)
{
  return report->theme.text_size - get_spacing (table)->smaller;
}

static PangoWeight
get_weight (CasenessReportCell kind)
{
  return kind == CASENESS_REPORT_CELL_BOLD || kind == CASENESS_REPORT_CELL_SECTION ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;
}

/* The text that is drawn: page references become numbers, which are known once the pages are. */
static char *
dup_cell_text (CasenessReport *report, const Cell *cell)
{
  guint page;

  if (cell->kind == CASENESS_REPORT_CELL_WRITE || cell->text == NULL)
    return g_strdup ("");
  if (cell->kind != CASENESS_REPORT_CELL_PAGE)
    return g_strdup (cell->text);
  page = caseness_report_get_page_of (report, cell->text);
  return page == 0 ? g_strdup ("000") : g_strdup_printf ("%u", page);
}

static void
get_drawing_size (CasenessReport *report, const Cell *cell, double *width, double *height)
{
  *width = *height = 0;
  if (cell->miniature != NULL)
    caseness_miniature_get_size (cell->miniature, &report->theme, width, height);
}

static double
measure_cell (CasenessReportTable *table, CasenessReport *report, const Cell *cell)
{
  double drawing, height;
  g_autofree char *text = dup_cell_text (report, cell);
  double box = cell->kind == CASENESS_REPORT_CELL_BOXED ? 2 * BOX_PADDING : 0;

  get_drawing_size (report, cell, &drawing, &height);
  return MAX (drawing, caseness_shared_text_measure (&report->theme, report->context, text,
                                                     get_text_size (table, report), get_weight (cell->kind)))
         + box + 0.5;
}

static void
measure_natural_widths (CasenessReportTable *table, CasenessReport *report)
{
  guint column, row;

  for (column = 0; column < table->columns->len; column++)
    COLUMN (table, column)->width
        = caseness_shared_text_measure (&report->theme, report->context, COLUMN (table, column)->heading,
                                        report->theme.small_text_size, PANGO_WEIGHT_NORMAL)
          + 0.5;
  for (row = 0; row < caseness_report_table_get_n_rows (table); row++)
    for (column = 0; column < table->columns->len; column++)
      {
        double width = measure_cell (table, report, CELL (table, row, column));

        if (COLUMN (table, column)->widest > 0)
          width = MIN (width, COLUMN (table, column)->widest);
        COLUMN (table, column)->width = MAX (COLUMN (table, column)->width, width);
      }
}

static double
sum_widths (const CasenessReportTable *table, double *stretch)
{
  double sum = -get_spacing (table)->column_gap;
  guint i;

  for (i = 0; i < table->columns->len; i++)
    {
      if (COLUMN (table, i)->is_left_out)
        continue;
      sum += COLUMN (table, i)->width + get_spacing (table)->column_gap;
      if (stretch != NULL)
        *stretch += COLUMN (table, i)->stretch;
    }
  return sum;
}

/* How wide a column is for what it is to have: one that takes two shares of room to spare keeps twice as much. */
static double
get_relative_width (const Column *column)
{
  return column->is_drawn ? 0 : column->width / MAX (column->stretch, 1);
}

/* Takes what is too much from the widest column, again and again; its text wraps. */
static void
squeeze_columns (CasenessReportTable *table, double too_much)
{
  while (too_much > 0)
    {
      Column *widest = COLUMN (table, 0);
      double taken;
      guint i;

      for (i = 1; i < table->columns->len; i++)
        if (get_relative_width (COLUMN (table, i)) > get_relative_width (widest))
          widest = COLUMN (table, i);
      taken = MIN (too_much, MIN (10, widest->width - NARROWEST));
      if (taken <= 0)
        break;
      widest->width -= taken;
      too_much -= taken;
    }
}

/* With what is spare, unless columns would have to be squeezed for it to less than half of what they want. */
static void
choose_columns (CasenessReportTable *table, double width)
{
  gboolean is_crowded;
  guint i;

  for (i = 0; i < table->columns->len; i++)
    COLUMN (table, i)->is_left_out = FALSE;
  is_crowded = sum_widths (table, NULL) * MOST_SQUEEZED > width;
  for (i = 0; i < table->columns->len; i++)
    if (is_crowded && COLUMN (table, i)->is_spare)
      {
        COLUMN (table, i)->is_left_out = TRUE;
        COLUMN (table, i)->width = 0;
      }
}

static void
place_columns (CasenessReportTable *table, double width)
{
  double stretch = 0, left, x = 0;
  guint i;

  choose_columns (table, width);
  left = width - sum_widths (table, &stretch);
  if (left < 0)
    squeeze_columns (table, -left);
  for (i = 0; i < table->columns->len; i++)
    {
      Column *column = COLUMN (table, i);

      if (column->is_left_out)
        continue;
      if (left > 0 && stretch > 0)
        column->width += left * column->stretch / stretch;
      column->x = x;
      x += column->width + get_spacing (table)->column_gap;
    }
}

static PangoAlignment
get_alignment (const Column *column)
{
  return column->align == CASENESS_REPORT_END ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/* The name of a section goes on above the columns that have nothing in its row. */
static double
get_cell_width (CasenessReportTable *table, guint row, guint index)
{
  const Column *column = COLUMN (table, index);
  double end = column->x + column->width;
  guint i;

  if (CELL (table, row, index)->kind != CASENESS_REPORT_CELL_SECTION || column->align != CASENESS_REPORT_START)
    return column->width;
  for (i = index + 1; i < table->columns->len && g_strcmp0 (CELL (table, row, i)->text, "") == 0; i++)
    if (!COLUMN (table, i)->is_left_out)
      end = COLUMN (table, i)->x + COLUMN (table, i)->width;
  return end - column->x;
}

static PangoLayout *
create_cell_text (CasenessReportTable *table, CasenessReport *report, guint row, guint index)
{
  const Column *column = COLUMN (table, index);
  const Cell *cell = CELL (table, row, index);
  g_autofree char *text = dup_cell_text (report, cell);
  double box = cell->kind == CASENESS_REPORT_CELL_BOXED ? 2 * BOX_PADDING : 0;

  return caseness_shared_text_fit (&report->theme, report->context, text, get_text_size (table, report),
                                   get_weight (cell->kind), get_cell_width (table, row, index) - box,
                                   get_alignment (column));
}

static double
get_line_height (CasenessReportTable *table, CasenessReport *report)
{
  g_autoptr(PangoLayout) line = caseness_shared_text (&report->theme, report->context, "0",
                                                      get_text_size (table, report), PANGO_WEIGHT_NORMAL);

  return caseness_text_get_height (line);
}

static PangoLayout *
create_head (CasenessReportTable *table, CasenessReport *report, guint index)
{
  const Column *column = COLUMN (table, index);

  return caseness_shared_text_fit (&report->theme, report->context, column->heading, report->theme.small_text_size,
                                   PANGO_WEIGHT_NORMAL, column->width, get_alignment (column));
}

double
caseness_report_table_get_head_height (CasenessReportTable *table, CasenessReport *report)
{
  double height = get_line_height (table, report);
  guint i;

  for (i = 0; i < table->columns->len; i++)
    if (COLUMN (table, i)->width > 0)
      {
        g_autoptr(PangoLayout) text = create_head (table, report, i);

        height = MAX (height, caseness_text_get_height (text));
      }
  return height + 2 * MAX (get_spacing (table)->row_padding, 1);
}

double
caseness_report_table_get_row_height (CasenessReportTable *table, CasenessReport *report, guint row)
{
  double height = get_line_height (table, report);
  guint column;

  for (column = 0; column < table->columns->len; column++)
    {
      const Cell *cell = CELL (table, row, column);
      double width, drawing;

      if (COLUMN (table, column)->is_left_out)
        continue;

      get_drawing_size (report, cell, &width, &drawing);
      height = MAX (height, drawing);
      /* Only long text can need a second line; skipping the rest keeps long lists quick. */
      if (cell->text != NULL && g_utf8_strlen (cell->text, -1) * 2 > COLUMN (table, column)->width / 6)
        {
          g_autoptr(PangoLayout) text = create_cell_text (table, report, row, column);

          height = MAX (height, caseness_text_get_height (text));
        }
    }
  return height + 2 * get_spacing (table)->row_padding;
}

double
caseness_report_table_get_natural_width (CasenessReportTable *table, CasenessReport *report)
{
  measure_natural_widths (table, report);
  return sum_widths (table, NULL);
}

void
caseness_report_table_measure (CasenessReportTable *table, CasenessReport *report, double width)
{
  measure_natural_widths (table, report);
  place_columns (table, width);
}

static void
draw_rule (CasenessReportCanvas *canvas, double y, double thickness, CasenessColour colour)
{
  caseness_colour_set_source (colour, canvas->cr);
  cairo_rectangle (canvas->cr, canvas->x, y - thickness, canvas->width, thickness);
  cairo_fill (canvas->cr);
}

/* Heads of fewer lines stand at the foot of the row, above their column. */
void
caseness_report_table_draw_heads (CasenessReportTable *table, CasenessReportCanvas *canvas, double height)
{
  const CasenessTheme *theme = &canvas->report->theme;
  guint i;

  draw_rule (canvas, canvas->y + height, 0.8, theme->text);
  cairo_tag_begin (canvas->cr, "TR", NULL);
  for (i = 0; i < table->columns->len; i++)
    {
      const Column *column = COLUMN (table, i);
      PangoAlignment align = get_alignment (column);
      g_autoptr(PangoLayout) text = column->is_left_out ? NULL : create_head (table, canvas->report, i);
      double padding = MAX (get_spacing (table)->row_padding, 1);

      if (column->is_left_out)
        continue;
      cairo_tag_begin (canvas->cr, "TH", NULL);
      caseness_report_show_text (canvas, text,
                                 canvas->x + column->x + caseness_text_get_indent (text, column->width, align),
                                 canvas->y + height - padding - caseness_text_get_height (text), theme->secondary_text);
      cairo_tag_end (canvas->cr, "TH");
    }
  cairo_tag_end (canvas->cr, "TR");
}

static void
draw_dashed_box (CasenessReportCanvas *canvas, PangoLayout *text, double x, double y)
{
  PangoRectangle area; /* of a paragraph, aligned inside its width */
  double padding = BOX_PADDING;

  pango_layout_get_extents (text, NULL, &area);
  caseness_colour_set_source (canvas->report->theme.axis, canvas->cr);
  cairo_save (canvas->cr);
  cairo_set_line_width (canvas->cr, 0.7);
  cairo_set_dash (canvas->cr, (const double[]) { 2, 1.5 }, 2, 0);
  cairo_rectangle (canvas->cr, x + (double) area.x / PANGO_SCALE - padding, y - 0.4,
                   (double) area.width / PANGO_SCALE + 2 * padding, (double) area.height / PANGO_SCALE + 0.8);
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
}

static void
draw_dotted_line (CasenessReportCanvas *canvas, double x, double y, double width)
{
  caseness_colour_set_source (canvas->report->theme.reference, canvas->cr);
  cairo_save (canvas->cr);
  cairo_set_line_width (canvas->cr, 0.8);
  cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (canvas->cr, (const double[]) { 0, 2 }, 2, 0);
  cairo_move_to (canvas->cr, x, y);
  cairo_line_to (canvas->cr, x + width, y);
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
}

/* Opens a link to the page a reference names. Returns: whether there is one to be closed. */
static gboolean
begin_link (CasenessReportCanvas *canvas, const Cell *cell)
{
  g_autofree char *attributes = NULL;

  if (!canvas->has_links || cell->kind != CASENESS_REPORT_CELL_PAGE
      || caseness_report_get_page_of (canvas->report, cell->text) == 0)
    return FALSE;
  /* By name: Cairo 1.16 stumbles over the number of a page that is still to come. */
  attributes = g_strdup_printf ("dest='%s'", cell->text);
  cairo_tag_begin (canvas->cr, CAIRO_TAG_LINK, attributes);
  return TRUE;
}

static void
draw_cell (CasenessReportTable *table, guint row, guint index, double height, CasenessReportCanvas *canvas)
{
  const Column *column = COLUMN (table, index);
  const Cell *cell = CELL (table, row, index);
  const CasenessTheme *theme = &canvas->report->theme;
  g_autoptr(PangoLayout) text = NULL;
  double box = cell->kind == CASENESS_REPORT_CELL_BOXED ? BOX_PADDING : 0;
  double x = canvas->x + column->x + box;
  double y = canvas->y + get_spacing (table)->row_padding;
  gboolean is_link;

  if (cell->kind == CASENESS_REPORT_CELL_WRITE)
    {
      draw_dotted_line (canvas, x, canvas->y + height - 3.5, column->width);
      return;
    }
  if (cell->miniature != NULL)
    {
      caseness_miniature_draw (cell->miniature, canvas->cr, theme, x, canvas->y, column->width, height);
      return;
    }
  text = create_cell_text (table, canvas->report, row, index);
  x += caseness_text_get_indent (text, column->width - 2 * box, get_alignment (column));
  if (table->has_drawings)
    y = canvas->y + (height - caseness_text_get_height (text)) / 2; /* beside drawings, in the middle */
  if (box > 0)
    draw_dashed_box (canvas, text, x, y);
  is_link = begin_link (canvas, cell);
  caseness_report_show_text (canvas, text, x, y,
                             cell->kind == CASENESS_REPORT_CELL_SECONDARY ? theme->secondary_text : theme->text);
  if (is_link)
    cairo_tag_end (canvas->cr, CAIRO_TAG_LINK);
}

void
caseness_report_table_draw_row (CasenessReportTable *table, guint row, double height, CasenessReportCanvas *canvas)
{
  guint column;

  draw_rule (canvas, canvas->y + height, 0.5,
             caseness_colour_mix (canvas->report->theme.reference, canvas->report->theme.background, 0.5));
  cairo_tag_begin (canvas->cr, "TR", NULL);
  for (column = 0; column < table->columns->len; column++)
    {
      if (COLUMN (table, column)->is_left_out)
        continue;
      cairo_tag_begin (canvas->cr, "TD", NULL);
      draw_cell (table, row, column, height, canvas);
      cairo_tag_end (canvas->cr, "TD");
    }
  cairo_tag_end (canvas->cr, "TR");
}
