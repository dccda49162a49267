/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-report-private.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#define HEADING_LEVELS 3
#define TERM_WIDTH 130
#define TERM_GAP 14
#define CHART_SPACE 6    /* above a chart */
#define PART_SPACE 14    /* between its parts */
#define LARGE_CHART 100  /* points: higher ones are set as small as paper allows */
#define DENSE_ROW 13   /* of these, the height of a row */
#define LEAST_SHARE 0.33 /* of a page must be left for one that runs over to begin there */
#define TERM_SPACE 5     /* below a definition */
#define CLOSE_TERM_SPACE 2
#define TEXT_SPACE 3     /* below a text */

void
caseness_report_block_init (CasenessReportBlock *block, const CasenessReportBlockClass *klass)
{
  block->klass = klass;
  block->items = g_array_new (FALSE, FALSE, sizeof (CasenessReportItem));
}

void
caseness_report_block_free (CasenessReportBlock *block)
{
  g_array_unref (block->items);
  g_free (block->bookmark);
  g_free (block->anchor);
  block->klass->free (block);
}

void
caseness_report_block_add_item (CasenessReportBlock *block, double height, double space_before, gboolean keeps_next)
{
  CasenessReportItem item = { height, space_before, keeps_next };

  g_array_append_val (block->items, item);
}

PangoLayout *
caseness_report_create_text (CasenessReport *report, const char *text, double size, PangoWeight weight, double width)
{
  PangoLayout *layout = caseness_theme_create_layout (&report->theme, report->context, text, size, weight);

  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

double
caseness_report_get_text_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

void
caseness_report_show_text (CasenessReportCanvas *canvas, PangoLayout *layout, double x, double y,
                           CasenessColour colour)
{
  caseness_colour_set_source (colour, canvas->cr);
  cairo_move_to (canvas->cr, x, y);
  pango_cairo_show_layout (canvas->cr, layout);
}

/* Headings and paragraphs: one text, one look. */
typedef struct
{
  CasenessReportBlock parent;
  char *text;
  const char *tag;
  guint level; /* of a heading; 0 for a paragraph */
  gboolean keeps_next;
  CasenessReportStyle style;
} TextBlock;

static double
get_heading_size (const CasenessTheme *theme, guint level)
{
  return level == 1 ? theme->heading_size : level == 2 ? theme->title_size + 1 : theme->title_size;
}

static PangoLayout *
create_block_text (TextBlock *block, CasenessReport *report, double width)
{
  const CasenessTheme *theme = &report->theme;

  if (block->level > 0)
    return caseness_report_create_text (report, block->text, get_heading_size (theme, block->level),
                                        block->level == 1 ? PANGO_WEIGHT_ULTRABOLD : PANGO_WEIGHT_BOLD, width);
  return caseness_report_create_text (report, block->text,
                                      block->style == CASENESS_REPORT_BODY ? theme->text_size
                                                                           : theme->small_text_size,
                                      PANGO_WEIGHT_NORMAL, width);
}

static void
measure_text (CasenessReportBlock *block, CasenessReport *report, double width, double page_height)
{
  TextBlock *self = (TextBlock *) block;
  g_autoptr(PangoLayout) layout = create_block_text (self, report, width);
  double above = self->level == 0 ? 0 : self->level == 1 ? 14 : 10;

  caseness_report_block_add_item (block, caseness_report_get_text_height (layout) + TEXT_SPACE, above, self->keeps_next);
}

static void
draw_text (CasenessReportBlock *block, guint item, CasenessReportCanvas *canvas)
{
  TextBlock *self = (TextBlock *) block;
  const CasenessTheme *theme = &canvas->report->theme;
  g_autoptr(PangoLayout) layout = create_block_text (self, canvas->report, canvas->width);
  CasenessColour colour = self->level == 1 ? theme->heading
                          : self->level == 0 && self->style == CASENESS_REPORT_SECONDARY ? theme->secondary_text
                                                                                         : theme->text;

  cairo_tag_begin (canvas->cr, self->tag, NULL);
  caseness_report_show_text (canvas, layout, canvas->x, canvas->y, colour);
  cairo_tag_end (canvas->cr, self->tag);
}

static void
free_text (CasenessReportBlock *block)
{
  g_free (((TextBlock *) block)->text);
  g_free (block);
}

static const CasenessReportBlockClass text_class = { measure_text, NULL, draw_text, NULL, free_text, NULL };

CasenessReportBlock *
caseness_report_block_heading (guint level, const char *text)
{
  static const char *const tags[] = { "H1", "H2", "H3" };
  TextBlock *block = g_new0 (TextBlock, 1);

  caseness_report_block_init (&block->parent, &text_class);
  block->text = g_strdup (text);
  block->level = CLAMP (level, 1, HEADING_LEVELS);
  block->tag = tags[block->level - 1];
  block->keeps_next = TRUE;
  return &block->parent;
}

CasenessReportBlock *
caseness_report_block_paragraph (CasenessReportStyle style, const char *text)
{
  TextBlock *block = g_new0 (TextBlock, 1);

  caseness_report_block_init (&block->parent, &text_class);
  block->text = g_strdup (text);
  block->style = style;
  block->tag = "P";
  return &block->parent;
}

CasenessReportBlock *
caseness_report_block_kept_paragraph (const char *text)
{
  CasenessReportBlock *block = caseness_report_block_paragraph (CASENESS_REPORT_SECONDARY, text);

  ((TextBlock *) block)->keeps_next = TRUE;
  return block;
}

/* A chart: each part of its layout is an item. */
typedef struct
{
  CasenessReportBlock parent;
  CasenessChart *chart;
  CasenessChartLayout *layout; /* NULL until measured */
  gboolean is_dense;           /* many rows, set as small as paper allows */
  gboolean runs_over;          /* onto another page, where its parts say what they continue */
} ChartBlock;

static double
get_chart_height (const ChartBlock *block)
{
  double height;

  caseness_chart_layout_get_size (block->layout, NULL, &height);
  return height;
}

static PangoLayout *
create_continuation (ChartBlock *block, CasenessReport *report, double width)
{
  const char *title = caseness_chart_get_title (block->chart);
  g_autofree char *text = title != NULL ? g_strdup_printf (_("%s (continued)"), title) : g_strdup (_("Continued"));

  return caseness_report_create_text (report, text, report->theme.text_size, PANGO_WEIGHT_BOLD, width);
}

static double
get_continuation_height (ChartBlock *block, CasenessReport *report, double width)
{
  g_autoptr(PangoLayout) text = create_continuation (block, report, width);

  return caseness_report_get_text_height (text) + 6;
}

static void
lay_out_chart (ChartBlock *block, CasenessReport *report, const CasenessChartRoom *room)
{
  CasenessTheme theme = report->theme;

  if (block->is_dense)
    {
      theme.text_size = theme.minimum_text_size;
      theme.row_height = DENSE_ROW;
    }
  g_clear_pointer (&block->layout, caseness_chart_layout_free);
  block->layout = caseness_chart_lay_out (block->chart, report->context, room, &theme);
}

/* The footnote, which stands below as a text of its own, is on the page where the chart ends. */
static double
get_footnote_height (ChartBlock *block, CasenessReport *report, double width)
{
  const char *footnote = caseness_chart_get_footnote (block->chart);
  g_autoptr(PangoLayout) layout = NULL;

  if (footnote == NULL)
    return 0;
  layout = caseness_report_create_text (report, footnote, report->theme.small_text_size, PANGO_WEIGHT_NORMAL, width);
  return caseness_report_get_text_height (layout) + TEXT_SPACE;
}

/* What fits on a page is not cut: it asks for its whole height. */
static void
measure_chart (CasenessReportBlock *block, CasenessReport *report, double width, double page_height)
{
  ChartBlock *self = (ChartBlock *) block;
  CasenessChartRoom room = { .width = width };
  double height;

  self->is_dense = FALSE;
  lay_out_chart (self, report, &room);
  self->is_dense = get_chart_height (self) > LARGE_CHART;
  if (self->is_dense)
    lay_out_chart (self, report, &room);
  height = get_chart_height (self) + CHART_SPACE + get_footnote_height (self, report, width);
  /* A heading of two lines and its paragraphs stand above. */
  self->runs_over = height > page_height - 6 * report->theme.title_size;
  block->least_height = self->runs_over ? page_height * LEAST_SHARE : height;
}

static void
fill_chart (CasenessReportBlock *block, CasenessReport *report, double width, double left, double page_height)
{
  ChartBlock *self = (ChartBlock *) block;
  double above = self->runs_over ? get_continuation_height (self, report, width) : 0;
  CasenessChartRoom room = { .width = width, .part_height = page_height - above, .first_height = left - CHART_SPACE,
                             .below = get_footnote_height (self, report, width) };
  gboolean has_footnote = caseness_chart_get_footnote (self->chart) != NULL;
  guint n_parts, part;

  if (self->runs_over)
    lay_out_chart (self, report, &room);
  n_parts = caseness_chart_layout_get_n_parts (self->layout);
  for (part = 0; part < n_parts; part++)
    {
      double height;

      caseness_chart_layout_get_part (self->layout, part, NULL, &height);
      caseness_report_block_add_item (block, height + (part > 0 ? above : 0), part == 0 ? CHART_SPACE : PART_SPACE,
                                      !self->runs_over && (part + 1 < n_parts || has_footnote));
    }
}

static void
draw_chart (CasenessReportBlock *block, guint item, CasenessReportCanvas *canvas)
{
  ChartBlock *self = (ChartBlock *) block;
  double above = 0;

  if (self->runs_over && item > 0)
    {
      g_autoptr(PangoLayout) text = create_continuation (self, canvas->report, canvas->width);

      above = get_continuation_height (self, canvas->report, canvas->width);
      cairo_tag_begin (canvas->cr, "P", NULL);
      caseness_report_show_text (canvas, text, canvas->x, canvas->y, canvas->report->theme.text);
      cairo_tag_end (canvas->cr, "P");
    }
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, canvas->x, canvas->y + above);
  caseness_chart_layout_draw_part (self->layout, item, canvas->cr);
  cairo_restore (canvas->cr);
}

static void
free_chart (CasenessReportBlock *block)
{
  ChartBlock *self = (ChartBlock *) block;

  g_clear_pointer (&self->layout, caseness_chart_layout_free);
  caseness_chart_unref (self->chart);
  g_free (self);
}

static const CasenessReportBlockClass chart_class = { measure_chart, NULL, draw_chart, NULL, free_chart, fill_chart };

CasenessReportBlock *
caseness_report_block_chart (CasenessChart *chart)
{
  ChartBlock *block = g_new0 (ChartBlock, 1);

  caseness_report_block_init (&block->parent, &chart_class);
  block->chart = caseness_chart_ref (chart);
  return &block->parent;
}

/* A list of definitions: term left, meaning right, each an item. */
typedef struct
{
  CasenessReportBlock parent;
  GPtrArray *texts; /* term, meaning, term, meaning … */
} DefinitionsBlock;

static PangoLayout *
create_definition_text (DefinitionsBlock *block, CasenessReport *report, guint index, double width)
{
  gboolean is_term = index % 2 == 0;

  return caseness_report_create_text (report, g_ptr_array_index (block->texts, index),
                                      report->is_close ? report->theme.minimum_text_size : report->theme.text_size,
                                      is_term ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
                                      is_term ? TERM_WIDTH : width - TERM_WIDTH - TERM_GAP);
}

static void
measure_definitions (CasenessReportBlock *block, CasenessReport *report, double width, double page_height)
{
  DefinitionsBlock *self = (DefinitionsBlock *) block;
  guint i;

  for (i = 0; i + 1 < self->texts->len; i += 2)
    {
      g_autoptr(PangoLayout) term = create_definition_text (self, report, i, width);
      g_autoptr(PangoLayout) text = create_definition_text (self, report, i + 1, width);
      double height = MAX (caseness_report_get_text_height (term), caseness_report_get_text_height (text));

      caseness_report_block_add_item (block, height + (report->is_close ? CLOSE_TERM_SPACE : TERM_SPACE), 0, FALSE);
    }
}

static void
begin_definitions (CasenessReportBlock *block, CasenessReportCanvas *canvas)
{
  cairo_tag_begin (canvas->cr, "L", NULL);
}

static void
draw_definition (CasenessReportBlock *block, guint item, CasenessReportCanvas *canvas)
{
  static const char *const tags[] = { "Lbl", "LBody" };
  guint i;

  cairo_tag_begin (canvas->cr, "LI", NULL);
  for (i = 0; i < 2; i++)
    {
      g_autoptr(PangoLayout) text = create_definition_text ((DefinitionsBlock *) block, canvas->report,
                                                            2 * item + i, canvas->width);

      cairo_tag_begin (canvas->cr, tags[i], NULL);
      caseness_report_show_text (canvas, text, canvas->x + i * (TERM_WIDTH + TERM_GAP), canvas->y,
                                 canvas->report->theme.text);
      cairo_tag_end (canvas->cr, tags[i]);
    }
  cairo_tag_end (canvas->cr, "LI");
}

static void
end_definitions (CasenessReportBlock *block, CasenessReportCanvas *canvas)
{
  cairo_tag_end (canvas->cr, "L");
}

static void
free_definitions (CasenessReportBlock *block)
{
  g_ptr_array_unref (((DefinitionsBlock *) block)->texts);
  g_free (block);
}

static const CasenessReportBlockClass definitions_class = {
  measure_definitions, begin_definitions, draw_definition, end_definitions, free_definitions, NULL };

CasenessReportBlock *
caseness_report_block_definitions (void)
{
  DefinitionsBlock *block = g_new0 (DefinitionsBlock, 1);

  caseness_report_block_init (&block->parent, &definitions_class);
  block->texts = g_ptr_array_new_with_free_func (g_free);
  return &block->parent;
}

gboolean
caseness_report_block_is_definitions (const CasenessReportBlock *block)
{
  return block->klass == &definitions_class;
}

void
caseness_report_block_add_definition (CasenessReportBlock *block, const char *term, const char *text)
{
  DefinitionsBlock *self = (DefinitionsBlock *) block;

  g_ptr_array_add (self->texts, g_strdup (term));
  g_ptr_array_add (self->texts, g_strdup (text));
}

/* Space: nothing to draw. */
typedef struct
{
  CasenessReportBlock parent;
  double height;
} SpaceBlock;

static void
measure_space (CasenessReportBlock *block, CasenessReport *report, double width, double page_height)
{
  caseness_report_block_add_item (block, 0, ((SpaceBlock *) block)->height, FALSE);
}

static void
draw_space (CasenessReportBlock *block, guint item, CasenessReportCanvas *canvas)
{
}

static void
free_space (CasenessReportBlock *block)
{
  g_free (block);
}

static const CasenessReportBlockClass space_class = { measure_space, NULL, draw_space, NULL, free_space, NULL };

CasenessReportBlock *
caseness_report_block_space (double height)
{
  SpaceBlock *block = g_new0 (SpaceBlock, 1);

  caseness_report_block_init (&block->parent, &space_class);
  block->height = height;
  return &block->parent;
}
