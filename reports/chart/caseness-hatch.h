/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** CasenessHatch: patterns that tell areas apart without colour. */
typedef enum
{
  CASENESS_HATCH_NONE,
  CASENESS_HATCH_RISING,  /* 45 degrees */
  CASENESS_HATCH_FALLING, /* 135 degrees */
  CASENESS_HATCH_CROSS,
  CASENESS_HATCH_DOTS,
} CasenessHatch;

/**
 * caseness_hatch_trace:
 * @cr: a context
 * @hatch: which
 * @x: left
 * @y: top
 * @width: of the area
 * @height: of the area
 * @spacing: between lines, measured across them
 *
 * Adds a rectangle's pattern to the path of @cr, so that one stroke (of dots: one fill) draws those of many areas.
 */
void caseness_hatch_trace (cairo_t *cr, CasenessHatch hatch, double x, double y, double width, double height,
                           double spacing);

/**
 * caseness_hatch_draw:
 * @cr: a context with the source and line width to draw with
 * @hatch: which
 * @x: left
 * @y: top
 * @width: of the area
 * @height: of the area
 * @spacing: between lines, measured across them
 *
 * Fills a rectangle with lines or dots, never with an image, so that paper stays sharp. The pattern hangs on the
 * origin, not on the area, so that neighbours run on.
 */
void caseness_hatch_draw (cairo_t *cr, CasenessHatch hatch, double x, double y, double width, double height,
                          double spacing);

G_END_DECLS
