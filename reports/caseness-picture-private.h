/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* caseness-picture.c: what every file drawn by Cairo needs. */

/* How much larger than points pixels are counted: 144 dots per inch. */
#define CASENESS_PICTURE_PNG_SCALE 2.0
#define CASENESS_PICTURE_POINTS_PER_INCH 72

/* Where text is measured that is as wide on every surface. */
PangoContext *caseness_picture_create_context (PangoFontMap *font_map);

/* Appends what a surface writes to the GByteArray @closure. */
cairo_status_t caseness_picture_write_cb (void *closure, const unsigned char *data, unsigned int length);

/* Whether all went well, in words where not. */
gboolean caseness_picture_check_status (cairo_status_t status, GError **error);

/* Finishes @surface, which is gone, and whatever was drawn by @cr, which is gone too. Returns whether all went well. */
gboolean caseness_picture_finish (cairo_surface_t *surface, cairo_t *cr, GError **error);

/* The bytes of an SVG (which are gone) without what differs from one run to the next. */
GBytes *caseness_picture_drop_surface_number (GByteArray *file);

G_END_DECLS
