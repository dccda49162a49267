/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-picture-private.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>
#include <string.h>

PangoContext *
caseness_picture_create_context (PangoFontMap *font_map)
{
  PangoContext *context = pango_font_map_create_context (font_map);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Unhinted text is equally wide on every surface, so that all of them break lines alike. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

cairo_status_t
caseness_picture_write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
caseness_picture_check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("The report could not be drawn (%s). Close other programs to free memory and try again."),
               cairo_status_to_string (status));
  return FALSE;
}

gboolean
caseness_picture_finish (cairo_surface_t *surface, cairo_t *cr, GError **error)
{
  gboolean is_drawn = caseness_picture_check_status (cairo_status (cr), error);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (is_drawn)
    is_drawn = caseness_picture_check_status (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  return is_drawn;
}

/* Cairo numbers its surfaces through the life of the program; without the number the same report is the same bytes. */
GBytes *
caseness_picture_drop_surface_number (GByteArray *file)
{
  static const char mark[] = "<g id=\"surface";
  const char *text;
  const char *found;

  g_byte_array_append (file, (const guint8 *) "", 1);
  text = (const char *) file->data;
  found = strstr (text, mark);
  if (found != NULL)
    {
      guint start = (guint) (found - text) + strlen (mark);
      guint n_digits = strspn (text + start, "0123456789");

      g_byte_array_remove_range (file, start, n_digits);
    }
  g_byte_array_set_size (file, file->len - 1);
  return g_byte_array_free_to_bytes (file);
}
