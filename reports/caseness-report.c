/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-picture-private.h"
#include "caseness-report-private.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#define A4_LONG 842.0
#define A4_SHORT 595.0
#define MARGIN (15 / 25.4 * 72) /* 15 mm */
#define HEADER_HEIGHT 28.0
#define HEADER_GAP 16.0 /* beside the box in the middle */
#define PAGE_NUMBER_WIDTH 70
/* Of sources, and of method, at most; the definitions give them whole. */
#define FOOTER_LINES 2
#define FOOTER_LINES_UPRIGHT 3
#define MOST_USED 0.55 /* of a page that the next part follows on */
#define LITTLE_USED 0.4 /* of the last page */

static void
free_block (gpointer data)
{
  caseness_report_block_free (data);
}

static void
lay_paper (CasenessReport *report, CasenessReportPaper paper)
{
  gboolean is_landscape = paper == CASENESS_REPORT_LANDSCAPE;

  report->page_width = is_landscape ? A4_LONG : A4_SHORT;
  report->page_height = is_landscape ? A4_SHORT : A4_LONG;
}

CasenessReport *
caseness_report_create (const CasenessReportInfo *info)
{
  CasenessReport *report = g_new0 (CasenessReport, 1);

  report->references = 1;
  report->title = g_strdup (info->title);
  report->name = g_strdup (info->name);
  report->service = g_strdup (info->service);
  report->file_name = g_strdup (info->file_name);
  report->confidentiality = g_strdup (info->confidentiality);
  report->sources = g_strdup (info->sources);
  report->method = g_strdup (info->method);
  report->definitions = g_strdup (info->definitions);
  report->as_at = info->as_at;
  lay_paper (report, info->paper);
  report->theme = caseness_theme_get (CASENESS_THEME_PRINT);
  report->font_map = pango_cairo_font_map_new ();
  report->context = caseness_picture_create_context (report->font_map);
  report->texts = caseness_text_store_new (report->context);
  report->blocks = g_ptr_array_new_with_free_func (free_block);
  report->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  return report;
}

CasenessReport *
caseness_report_ref (CasenessReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  g_atomic_int_inc (&report->references);
  return report;
}

void
caseness_report_unref (CasenessReport *report)
{
  g_return_if_fail (report != NULL);

  if (!g_atomic_int_dec_and_test (&report->references))
    return;
  g_hash_table_unref (report->anchors);
  g_clear_pointer (&report->places, g_array_unref);
  g_ptr_array_unref (report->blocks);
  caseness_text_store_free (report->texts);
  g_object_unref (report->context);
  g_object_unref (report->font_map);
  g_free (report->title);
  g_free (report->name);
  g_free (report->service);
  g_free (report->file_name);
  g_free (report->confidentiality);
  g_free (report->sources);
  g_free (report->method);
  g_free (report->definitions);
  g_free (report);
}

const char *
caseness_report_get_title (CasenessReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  return report->title;
}

const char *
caseness_report_get_file_name (CasenessReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  return report->file_name;
}

void
caseness_report_get_page_size (CasenessReport *report, double *width, double *height)
{
  g_return_if_fail (report != NULL);

  if (width != NULL)
    *width = report->page_width;
  if (height != NULL)
    *height = report->page_height;
}

CasenessReportPaper
caseness_report_get_paper (CasenessReport *report)
{
  g_return_val_if_fail (report != NULL, CASENESS_REPORT_LANDSCAPE);
  return report->page_width > report->page_height ? CASENESS_REPORT_LANDSCAPE : CASENESS_REPORT_PORTRAIT;
}

void
caseness_report_set_paper (CasenessReport *report, CasenessReportPaper paper)
{
  g_return_if_fail (report != NULL);

  if (paper == caseness_report_get_paper (report))
    return;
  lay_paper (report, paper);
  g_clear_pointer (&report->places, g_array_unref);
  g_hash_table_remove_all (report->anchors);
}

static double
get_body_width (CasenessReport *report)
{
  return report->page_width - 2 * MARGIN;
}

static double
get_body_height (CasenessReport *report)
{
  return report->body_bottom - report->body_top - 8;
}

/* Foot of the page. While the page of the definitions is not known, a long number holds its place. */
static PangoLayout *
create_footer (CasenessReport *report)
{
  g_autoptr(GString) text = g_string_new (report->sources);
  PangoLayout *layout;
  guint definitions_page;

  g_string_append_c (text, '\n');
  if (report->method != NULL)
    g_string_append_printf (text, "%s ", report->method);
  if (report->definitions != NULL)
    {
      definitions_page = caseness_report_get_page_of (report, report->definitions);
      g_string_append_printf (text, _("Definitions on page %u."), definitions_page > 0 ? definitions_page : 999);
      g_string_append_c (text, ' ');
    }
  g_string_append (text, _("Local management information, not official statistics."));
  layout = caseness_report_create_text (report, text->str, report->theme.small_text_size, PANGO_WEIGHT_NORMAL,
                                        get_body_width (report) - PAGE_NUMBER_WIDTH);
  pango_layout_set_height (layout, caseness_report_get_paper (report) == CASENESS_REPORT_PORTRAIT ? -FOOTER_LINES_UPRIGHT
                                                                                              : -FOOTER_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* Pagination: one pass over the items of all blocks. */
typedef struct
{
  CasenessReport *report;
  double body_height;
  double y;
  guint page;
  CasenessReportBlock *run; /* whose items the page ends with, nullable */
} Flow;

static const CasenessReportItem *
get_item (CasenessReportBlock *block, guint item)
{
  return &g_array_index (block->items, CasenessReportItem, item);
}

/* Height of an item and all that must stand on the same page with it. */
static double
get_group_height (const Flow *flow, guint block_index, guint item_index, gboolean at_top)
{
  GPtrArray *blocks = flow->report->blocks;
  CasenessReportBlock *run = at_top ? NULL : flow->run;
  double height = 0;

  for (; block_index < blocks->len; block_index++, item_index = 0)
    {
      CasenessReportBlock *block = g_ptr_array_index (blocks, block_index);

      if (block->items->len == 0)
        return height + block->least_height; /* yet to be filled, or empty */
      for (; item_index < block->items->len; item_index++)
        {
          const CasenessReportItem *item = get_item (block, item_index);

          height += item->height + (height > 0 || !at_top ? item->space_before : 0);
          height += run == block ? 0 : block->head_height;
          run = block;
          if (!item->keeps_next)
            return height;
        }
    }
  return height;
}

static void
begin_page (Flow *flow)
{
  flow->page++;
  flow->y = 0;
  flow->run = NULL;
}

static void
place_item (Flow *flow, CasenessReportBlock *block, guint index)
{
  const CasenessReportItem *item = get_item (block, index);
  CasenessReportPlace place = { block, index, flow->page, 0, flow->run != block };

  if (flow->y > 0)
    flow->y += item->space_before;
  place.y = flow->y;
  if (place.begins_run)
    flow->y += block->head_height;
  flow->y += item->height;
  flow->run = block;
  if (index == 0 && block->anchor != NULL)
    g_hash_table_insert (flow->report->anchors, block->anchor, GUINT_TO_POINTER (flow->page + 1));
  g_array_append_val (flow->report->places, place);
}

/* A heading before the block has already seen to it that the least height is left. */
static void
fill_block (Flow *flow, CasenessReportBlock *block)
{
  if (flow->y > 0 && flow->y + block->least_height > flow->body_height)
    begin_page (flow);
  g_array_set_size (block->items, 0);
  block->klass->fill (block, flow->report, get_body_width (flow->report), flow->body_height - flow->y,
                      flow->body_height);
}

/* A part follows one that leaves it about half a page, so that nobody turns a page that says nothing; so does the first one
 * after the contents. */
static gboolean
begins_page (const Flow *flow, guint block_index)
{
  const CasenessReport *report = flow->report;
  CasenessReportBreak before = ((const CasenessReportBlock *) g_ptr_array_index (report->blocks, block_index))->before;

  if (block_index == report->n_contents)
    before = report->has_reading ? CASENESS_REPORT_BREAK_PAGE : CASENESS_REPORT_BREAK_PART;
  return before == CASENESS_REPORT_BREAK_PAGE
         || (before == CASENESS_REPORT_BREAK_PART && flow->y > flow->body_height * MOST_USED);
}

static void
flow_block (Flow *flow, guint block_index, gboolean *holds_group)
{
  CasenessReportBlock *block = g_ptr_array_index (flow->report->blocks, block_index);
  guint item;

  if (flow->y > 0 && begins_page (flow, block_index))
    begin_page (flow);
  if (block->klass->fill != NULL)
    fill_block (flow, block);
  for (item = 0; item < block->items->len; item++)
    {
      double needed = get_item (block, item)->height;

      /* Inside a group the first item has already asked for all. */
      if (!*holds_group && get_group_height (flow, block_index, item, TRUE) <= flow->body_height)
        needed = get_group_height (flow, block_index, item, FALSE);
      if (flow->y > 0 && flow->y + needed > flow->body_height)
        begin_page (flow);
      place_item (flow, block, item);
      *holds_group = get_item (block, item)->keeps_next;
    }
}

/* Each block says how high it is, whichever of them are laid out then. */
static void
measure (CasenessReport *report)
{
  g_autoptr(PangoLayout) footer = create_footer (report);
  guint i;

  report->body_top = MARGIN + HEADER_HEIGHT;
  report->body_bottom = report->page_height - MARGIN - caseness_report_get_text_height (footer) - 8;
  for (i = 0; i < report->blocks->len; i++)
    {
      CasenessReportBlock *block = g_ptr_array_index (report->blocks, i);

      g_array_set_size (block->items, 0);
      block->klass->measure (block, report, get_body_width (report), get_body_height (report));
    }
}

/* Blocks that make use of what is left of a page are yet to be filled, however they were when the report was laid out
 * before: what they asked for there is not what they need here. */
static void
empty_filled (CasenessReport *report)
{
  guint i;

  for (i = 0; i < report->blocks->len; i++)
    {
      CasenessReportBlock *block = g_ptr_array_index (report->blocks, i);

      if (block->klass->fill != NULL)
        g_array_set_size (block->items, 0);
    }
}

/* Returns: how much of the last page is used. */
static double
lay_out (CasenessReport *report, guint first_block)
{
  Flow flow = { .report = report, .body_height = get_body_height (report) };
  gboolean holds_group = FALSE;
  guint i;

  empty_filled (report);

  g_clear_pointer (&report->places, g_array_unref);
  g_hash_table_remove_all (report->anchors);
  report->places = g_array_new (FALSE, FALSE, sizeof (CasenessReportPlace));
  for (i = first_block; i < report->blocks->len; i++)
    flow_block (&flow, i, &holds_group);
  report->n_pages = flow.page + 1;
  return flow.y / flow.body_height;
}

/* Only a report of several pages, and how many there are is known when it has been laid out, has contents. */
static double
lay_out_with_contents (CasenessReport *report)
{
  double used = lay_out (report, report->n_contents);

  return caseness_report_needs_contents (report) ? lay_out (report, 0) : used;
}

static gboolean
ends_with_definitions (const CasenessReport *report)
{
  return report->blocks->len > 0
         && caseness_report_block_is_definitions (g_ptr_array_index (report->blocks, report->blocks->len - 1));
}

/* A last page with little but the end of the definitions is saved, if setting them closer does. */
static void
lay_out_closer (CasenessReport *report)
{
  guint n_pages = report->n_pages;

  report->is_close = TRUE;
  measure (report);
  lay_out_with_contents (report);
  if (report->n_pages < n_pages)
    return;
  report->is_close = FALSE;
  measure (report);
  lay_out_with_contents (report);
}

void
caseness_report_paginate (CasenessReport *report)
{
  if (report->places != NULL)
    return;
  g_hash_table_remove_all (report->anchors);
  report->is_close = FALSE;
  measure (report);
  if (lay_out_with_contents (report) < LITTLE_USED && report->n_pages > 1 && ends_with_definitions (report))
    lay_out_closer (report);
}

guint
caseness_report_get_n_pages (CasenessReport *report)
{
  g_return_val_if_fail (report != NULL, 0);

  caseness_report_paginate (report);
  return report->n_pages;
}

/* Returns: the page from 1, or 0 while it is not known. */
guint
caseness_report_get_page_of (CasenessReport *report, const char *anchor)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (report->anchors, anchor));
}

static double
get_text_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/* In the middle of the page, or of what the words on either side leave of it. */
static void
draw_confidentiality (CasenessReportCanvas *canvas, PangoLayout *text, double left, double right)
{
  CasenessReport *report = canvas->report;
  double width = get_text_width (text);
  double height = caseness_report_get_text_height (text);
  double x = (report->page_width - width) / 2;

  if (x - HEADER_GAP < left || x + width + HEADER_GAP > right)
    x = (left + right - width) / 2;
  caseness_colour_set_source (report->theme.text, canvas->cr);
  cairo_set_line_width (canvas->cr, 1);
  cairo_rectangle (canvas->cr, x - 6, MARGIN - 2, width + 12, height + 4);
  cairo_stroke (canvas->cr);
  caseness_report_show_text (canvas, text, x, MARGIN, report->theme.text);
}

static void
draw_rule (CasenessReportCanvas *canvas, double y)
{
  caseness_colour_set_source (canvas->report->theme.reference, canvas->cr);
  cairo_rectangle (canvas->cr, MARGIN, y, get_body_width (canvas->report), 0.6);
  cairo_fill (canvas->cr);
}

static void
draw_header (CasenessReportCanvas *canvas)
{
  CasenessReport *report = canvas->report;
  double size = report->theme.small_text_size, width = get_body_width (report), room;
  g_autofree char *day = caseness_date_format_long (report->as_at);
  g_autofree char *name = g_strdup_printf (C_("report name after the service's", ", %s"), report->name);
  g_autoptr(PangoLayout) left = caseness_report_create_text (report, report->service, size, PANGO_WEIGHT_BOLD, -1);
  g_autoptr(PangoLayout) after = caseness_report_create_text (report, name, size, PANGO_WEIGHT_NORMAL, -1);
  g_autoptr(PangoLayout) middle
    = caseness_report_create_text (report, report->confidentiality, size, PANGO_WEIGHT_BOLD, -1);
  g_autoptr(PangoLayout) right = caseness_report_create_text (report, day, size, PANGO_WEIGHT_NORMAL, -1);

  room = width - get_text_width (after) - get_text_width (middle) - get_text_width (right) - 2 * HEADER_GAP;
  if (get_text_width (left) > room)
    {
      g_autofree char *short_day = caseness_date_format_short (report->as_at);

      room += get_text_width (right);
      pango_layout_set_text (right, short_day, -1);
      room -= get_text_width (right);
    }
  if (get_text_width (left) > room)
    {
      pango_layout_set_width (left, (int) (MAX (room, 0) * PANGO_SCALE));
      pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
    }
  room = MIN (get_text_width (left), MAX (room, 0));
  caseness_report_show_text (canvas, left, MARGIN, MARGIN, report->theme.text);
  caseness_report_show_text (canvas, after, MARGIN + room, MARGIN, report->theme.secondary_text);
  draw_confidentiality (canvas, middle, MARGIN + room + get_text_width (after),
                        MARGIN + width - get_text_width (right));
  caseness_report_show_text (canvas, right, MARGIN + width - get_text_width (right), MARGIN,
                             report->theme.secondary_text);
  draw_rule (canvas, MARGIN + 18);
}

static void
draw_footer (CasenessReportCanvas *canvas)
{
  CasenessReport *report = canvas->report;
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), canvas->page + 1, report->n_pages);
  g_autoptr(PangoLayout) text = create_footer (report);
  g_autoptr(PangoLayout) page = caseness_report_create_text (report, number, report->theme.small_text_size,
                                                             PANGO_WEIGHT_BOLD, PAGE_NUMBER_WIDTH);
  double y = report->body_bottom + 8;

  draw_rule (canvas, report->body_bottom + 2);
  caseness_report_show_text (canvas, text, MARGIN, y, report->theme.secondary_text);
  pango_layout_set_alignment (page, PANGO_ALIGN_RIGHT);
  caseness_report_show_text (canvas, page, report->page_width - MARGIN - PAGE_NUMBER_WIDTH, y, report->theme.text);
}

/* Running heads are no part of the text: their tag tells readers not to read them again on every page. */
static void
draw_frame (CasenessReportCanvas *canvas, void (*draw) (CasenessReportCanvas *canvas))
{
  cairo_tag_begin (canvas->cr, "Private", NULL);
  draw (canvas);
  cairo_tag_end (canvas->cr, "Private");
}

static void
mark_destination (CasenessReportCanvas *canvas, const char *anchor)
{
  g_autofree char *attributes = g_strdup_printf ("name='%s' x=0 y=%d", anchor, (int) canvas->y);

  cairo_tag_begin (canvas->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (canvas->cr, CAIRO_TAG_DEST);
}

static void
draw_body (CasenessReportCanvas *canvas)
{
  GArray *places = canvas->report->places;
  CasenessReportBlock *run = NULL;
  guint i;

  for (i = 0; i < places->len; i++)
    {
      const CasenessReportPlace *place = &g_array_index (places, CasenessReportPlace, i);

      if (place->page != canvas->page)
        continue;
      canvas->y = canvas->report->body_top + place->y;
      if (place->begins_run)
        {
          if (run != NULL && run->klass->end != NULL)
            run->klass->end (run, canvas);
          run = place->block;
          if (run->klass->begin != NULL)
            run->klass->begin (run, canvas);
          canvas->y += run->head_height;
        }
      if (canvas->has_links && place->item == 0 && place->block->anchor != NULL)
        mark_destination (canvas, place->block->anchor);
      place->block->klass->draw (place->block, place->item, canvas);
    }
  if (run != NULL && run->klass->end != NULL)
    run->klass->end (run, canvas);
}

void
caseness_report_draw_page_with_links (CasenessReport *report, guint page, cairo_t *cr, gboolean has_links)
{
  CasenessReportCanvas canvas = {
    .report = report,
    .page = page,
    .cr = cr,
    .x = MARGIN,
    .width = get_body_width (report),
    .has_links = has_links,
  };

  cairo_save (cr);
  draw_frame (&canvas, draw_header);
  draw_body (&canvas);
  draw_frame (&canvas, draw_footer);
  cairo_restore (cr);
}

void
caseness_report_draw_page (CasenessReport *report, guint page, cairo_t *cr)
{
  g_return_if_fail (report != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < caseness_report_get_n_pages (report));

  caseness_report_draw_page_with_links (report, page, cr, FALSE);
}
