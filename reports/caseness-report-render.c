/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-picture-private.h"
#include "caseness-png-writer.h"
#include "caseness-report-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define BOOKMARK_LEVELS 3

/* Formats by the ending of the file's name. */
static const struct
{
  const char *ending;
  CasenessReportFormat format;
} formats[] = {
  { ".pdf", CASENESS_REPORT_PDF },
  { ".svg", CASENESS_REPORT_SVG },
  { ".png", CASENESS_REPORT_PNG },
};

gboolean
caseness_report_format_from_name (const char *file_name, CasenessReportFormat *format)
{
  g_autofree char *lower = NULL;
  gsize i;

  g_return_val_if_fail (file_name != NULL, FALSE);

  lower = g_ascii_strdown (file_name, -1);
  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      {
        if (format != NULL)
          *format = formats[i].format;
        return TRUE;
      }
  return FALSE;
}

static void
describe_pdf (CasenessReport *report, cairo_surface_t *surface)
{
  char day[11];
  g_autofree char *created = g_strdup_printf ("%sT00:00:00Z", caseness_date_write_iso (report->as_at, day));

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, report->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, report->service);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, report->confidentiality);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Caseness " CASENESS_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, created);
}

static void
add_bookmarks (CasenessReport *report, cairo_surface_t *surface)
{
  int parents[BOOKMARK_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };
  guint i;

  for (i = 0; i < report->places->len; i++)
    {
      const CasenessReportPlace *place = &g_array_index (report->places, CasenessReportPlace, i);
      guint level = place->block->bookmark_level;
      g_autofree char *target = NULL;
      guint deeper;
      int id;

      if (level == 0 || place->item > 0)
        continue;
      target = g_strdup_printf ("page=%u pos=[0 %d]", place->page + 1, (int) (report->body_top + place->y));
      id = cairo_pdf_surface_add_outline (surface, parents[level - 1], place->block->bookmark, target,
                                          level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (deeper = level; deeper <= BOOKMARK_LEVELS; deeper++)
        parents[deeper] = id;
    }
}

static gboolean
draw_pdf_pages (CasenessReport *report, cairo_t *cr, GCancellable *cancellable, GError **error)
{
  guint page;

  cairo_tag_begin (cr, "Document", NULL);
  for (page = 0; page < report->n_pages; page++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      caseness_report_draw_page_with_links (report, page, cr, TRUE);
      if (page + 1 == report->n_pages)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  return TRUE;
}

static GBytes *
render_pdf (CasenessReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr(GByteArray) file = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (caseness_picture_write_cb, file, report->page_width,
                                                                  report->page_height);
  cairo_t *cr = cairo_create (surface);
  gboolean is_drawn;

  describe_pdf (report, surface);
  add_bookmarks (report, surface);
  is_drawn = draw_pdf_pages (report, cr, cancellable, error);
  is_drawn = caseness_picture_finish (surface, cr, is_drawn ? error : NULL) && is_drawn;
  return is_drawn ? g_byte_array_free_to_bytes (g_steal_pointer (&file)) : NULL;
}

/* Pictures get white paper; PDF and printers have their own, and a page painted all over would make Cairo 1.16 forget
 * the tags opened before. */
static void
draw_paper (CasenessReport *report, cairo_t *cr)
{
  caseness_colour_set_source (report->theme.background, cr);
  cairo_rectangle (cr, 0, 0, report->page_width, report->page_height);
  cairo_fill (cr);
}

static gboolean
draw_svg_pages (CasenessReport *report, cairo_t *cr, GCancellable *cancellable, GError **error)
{
  guint page;

  for (page = 0; page < report->n_pages; page++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      draw_paper (report, cr);
      caseness_report_draw_page_with_links (report, page, cr, FALSE);
      cairo_translate (cr, 0, report->page_height);
    }
  return TRUE;
}

static GBytes *
render_svg (CasenessReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr(GByteArray) file = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (caseness_picture_write_cb, file, report->page_width,
                                                                  report->page_height * report->n_pages);
  cairo_t *cr = cairo_create (surface);
  gboolean is_drawn = draw_svg_pages (report, cr, cancellable, error);

  is_drawn = caseness_picture_finish (surface, cr, is_drawn ? error : NULL) && is_drawn;
  return is_drawn ? caseness_picture_drop_surface_number (g_steal_pointer (&file)) : NULL;
}

static gboolean
add_page_to_png (CasenessReport *report, guint page, cairo_surface_t *surface, CasenessPngWriter *writer,
                 GError **error)
{
  cairo_t *cr = cairo_create (surface);
  const unsigned char *pixels;
  int stride = cairo_image_surface_get_stride (surface);
  int row;

  cairo_scale (cr, CASENESS_PICTURE_PNG_SCALE, CASENESS_PICTURE_PNG_SCALE);
  draw_paper (report, cr);
  caseness_report_draw_page_with_links (report, page, cr, FALSE);
  if (!caseness_picture_check_status (cairo_status (cr), error))
    {
      cairo_destroy (cr);
      return FALSE;
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (row = 0; row < cairo_image_surface_get_height (surface); row++)
    if (!caseness_png_writer_add_row (writer, (const guint32 *) (const void *) (pixels + (gsize) row * stride), error))
      return FALSE;
  return TRUE;
}

static GBytes *
render_png (CasenessReport *report, GCancellable *cancellable, GError **error)
{
  int width = (int) ceil (report->page_width * CASENESS_PICTURE_PNG_SCALE);
  int height = (int) ceil (report->page_height * CASENESS_PICTURE_PNG_SCALE);
  g_autoptr(CasenessPngWriter) writer = caseness_png_writer_new (width, height * report->n_pages,
                                                                 CASENESS_PICTURE_PNG_SCALE * CASENESS_PICTURE_POINTS_PER_INCH);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  gboolean is_drawn = TRUE;
  guint page;

  for (page = 0; page < report->n_pages && is_drawn; page++)
    is_drawn = !g_cancellable_set_error_if_cancelled (cancellable, error)
               && add_page_to_png (report, page, surface, writer, error);
  cairo_surface_destroy (surface);
  return is_drawn ? caseness_png_writer_end (g_steal_pointer (&writer), error) : NULL;
}

GBytes *
caseness_report_render (CasenessReport *report, CasenessReportFormat format, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (report != NULL, NULL);

  caseness_report_paginate (report);
  switch (format)
    {
    case CASENESS_REPORT_PDF:
      return render_pdf (report, cancellable, error);
    case CASENESS_REPORT_SVG:
      return render_svg (report, cancellable, error);
    case CASENESS_REPORT_PNG:
      return render_png (report, cancellable, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

gboolean
caseness_report_save (CasenessReport *report, const char *path, CasenessReportFormat format,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (report != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  bytes = caseness_report_render (report, format, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, error))
    return TRUE;
  g_prefix_error (error, _("The report was not saved. Choose another folder or free some space and try again: "));
  return FALSE;
}
