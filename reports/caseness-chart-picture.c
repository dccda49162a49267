/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-picture.h"

#include "caseness-file-name.h"
#include "caseness-picture-private.h"
#include "caseness-png-writer.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Points: the width of a chart on A4 landscape between its margins, and the white around it. */
#define WIDTH 757
#define MARGIN 14
#define SOURCE_GAP 6

#define LONGEST_NAME 60

/* A chart placed on its paper. */
typedef struct
{
  CasenessTheme theme;
  PangoContext *context;       /* owned */
  CasenessChartLayout *layout; /* owned */
  PangoLayout *source;         /* owned, nullable */
  double width;                /* of the paper */
  double height;
  double source_y;
  const char *title;
} Picture;

static void
place_source (Picture *picture, const char *source)
{
  int height;

  if (source == NULL || *source == '\0')
    return;
  picture->source = caseness_theme_create_layout (&picture->theme, picture->context, source,
                                                  picture->theme.small_text_size, PANGO_WEIGHT_NORMAL);
  pango_layout_set_width (picture->source, (int) ((picture->width - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_wrap (picture->source, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (picture->source, NULL, &height);
  picture->source_y = picture->height - MARGIN + SOURCE_GAP;
  picture->height = picture->source_y + height + MARGIN;
}

static void
place (Picture *picture, CasenessChart *chart, const char *source)
{
  PangoFontMap *font_map = pango_cairo_font_map_new ();
  CasenessChartRoom room = { .width = WIDTH, .has_titles = TRUE };
  double width, height;

  *picture = (Picture){ .theme = caseness_theme_get (CASENESS_THEME_PRINT) };
  picture->context = caseness_picture_create_context (font_map);
  g_object_unref (font_map);
  picture->layout = caseness_chart_lay_out (chart, picture->context, &room, &picture->theme);
  caseness_chart_layout_get_size (picture->layout, &width, &height);
  picture->width = ceil (MAX (width, WIDTH)) + 2 * MARGIN;
  picture->height = ceil (height) + 2 * MARGIN;
  picture->title = caseness_chart_get_title (chart);
  place_source (picture, source);
}

static void
picture_clear (Picture *picture)
{
  g_clear_object (&picture->source);
  g_clear_pointer (&picture->layout, caseness_chart_layout_free);
  g_clear_object (&picture->context);
}

/* PDF has paper of its own, and a page painted all over would make Cairo 1.16 forget the tags opened before. */
static void
draw (const Picture *picture, cairo_t *cr, gboolean has_paper)
{
  if (!has_paper)
    {
      caseness_colour_set_source (picture->theme.background, cr);
      cairo_paint (cr);
    }
  cairo_save (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  caseness_chart_layout_draw (picture->layout, cr);
  cairo_restore (cr);
  if (picture->source == NULL)
    return;
  if (has_paper)
    cairo_tag_begin (cr, "P", NULL);
  caseness_colour_set_source (picture->theme.secondary_text, cr);
  cairo_move_to (cr, MARGIN, picture->source_y);
  pango_cairo_show_layout (cr, picture->source);
  if (has_paper)
    cairo_tag_end (cr, "P");
}

static GBytes *
render_pdf (const Picture *picture, GError **error)
{
  g_autoptr(GByteArray) file = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (caseness_picture_write_cb, file, picture->width,
                                                                  picture->height);
  cairo_t *cr = cairo_create (surface);

  if (picture->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, picture->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Caseness " CASENESS_VERSION);
  /* Without a day of its own Cairo takes today's, and no two files would be the same. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_tag_begin (cr, "Document", NULL);
  draw (picture, cr, TRUE);
  cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
  return caseness_picture_finish (surface, cr, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&file)) : NULL;
}

static GBytes *
render_svg (const Picture *picture, GError **error)
{
  g_autoptr(GByteArray) file = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (caseness_picture_write_cb, file, picture->width,
                                                                  picture->height);
  cairo_t *cr = cairo_create (surface);

  draw (picture, cr, FALSE);
  return caseness_picture_finish (surface, cr, error)
           ? caseness_picture_drop_surface_number (g_steal_pointer (&file))
           : NULL;
}

static gboolean
write_rows (CasenessPngWriter *writer, cairo_surface_t *surface, GError **error)
{
  const unsigned char *pixels;
  int stride = cairo_image_surface_get_stride (surface);
  int row;

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (row = 0; row < cairo_image_surface_get_height (surface); row++)
    if (!caseness_png_writer_add_row (writer, (const guint32 *) (const void *) (pixels + (gsize) row * stride), error))
      return FALSE;
  return TRUE;
}

static GBytes *
render_png (const Picture *picture, GError **error)
{
  int width = (int) ceil (picture->width * CASENESS_PICTURE_PNG_SCALE);
  int height = (int) ceil (picture->height * CASENESS_PICTURE_PNG_SCALE);
  g_autoptr(CasenessPngWriter) writer
    = caseness_png_writer_new (width, height, CASENESS_PICTURE_PNG_SCALE * CASENESS_PICTURE_POINTS_PER_INCH);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  gboolean is_drawn;

  cairo_scale (cr, CASENESS_PICTURE_PNG_SCALE, CASENESS_PICTURE_PNG_SCALE);
  draw (picture, cr, FALSE);
  is_drawn = caseness_picture_check_status (cairo_status (cr), error) && write_rows (writer, surface, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return is_drawn ? caseness_png_writer_end (g_steal_pointer (&writer), error) : NULL;
}

GBytes *
caseness_chart_picture_render (CasenessChart *chart, const char *source, CasenessReportFormat format, GError **error)
{
  Picture picture;
  GBytes *bytes = NULL;

  g_return_val_if_fail (chart != NULL, NULL);

  place (&picture, chart, source);
  switch (format)
    {
    case CASENESS_REPORT_PDF:
      bytes = render_pdf (&picture, error);
      break;
    case CASENESS_REPORT_SVG:
      bytes = render_svg (&picture, error);
      break;
    case CASENESS_REPORT_PNG:
    default:
      bytes = render_png (&picture, error);
      break;
    }
  picture_clear (&picture);
  return bytes;
}

char *
caseness_chart_picture_dup_name (const CasenessChart *chart)
{
  g_autoptr(GString) name = g_string_new (NULL);
  const char *title;

  g_return_val_if_fail (chart != NULL, NULL);

  title = caseness_chart_get_title (chart);
  caseness_file_name_append (name, title != NULL ? title : "", LONGEST_NAME);
  return name->len > 0 ? g_string_free (g_steal_pointer (&name), FALSE) : g_strdup ("chart");
}
