/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-hatch.h"

#include <math.h>

/* Lines x + y = k × step rise to the right; only the piece inside the rectangle is drawn, so no clip is needed. */
static void
add_rising_lines (cairo_t *cr, double x, double y, double width, double height, double step)
{
  double sum;

  for (sum = ceil ((x + y) / step) * step; sum < x + y + width + height; sum += step)
    {
      double left = MAX (x, sum - (y + height));
      double right = MIN (x + width, sum - y);

      if (left >= right)
        continue;
      cairo_move_to (cr, left, sum - left);
      cairo_line_to (cr, right, sum - right);
    }
}

/* Lines y - x = k × step fall to the right. */
static void
add_falling_lines (cairo_t *cr, double x, double y, double width, double height, double step)
{
  double difference;

  for (difference = ceil ((y - x - width) / step) * step; difference < y + height - x; difference += step)
    {
      double left = MAX (x, y - difference);
      double right = MIN (x + width, y + height - difference);

      if (left >= right)
        continue;
      cairo_move_to (cr, left, difference + left);
      cairo_line_to (cr, right, difference + right);
    }
}

static void
add_dots (cairo_t *cr, double x, double y, double width, double height, double step)
{
  double radius = cairo_get_line_width (cr);
  double row, column;

  for (row = ceil ((y + radius) / step) * step; row <= y + height - radius; row += step)
    for (column = ceil ((x + radius) / step) * step; column <= x + width - radius; column += step)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, column, row, radius, 0, 2 * G_PI);
      }
}

void
caseness_hatch_trace (cairo_t *cr, CasenessHatch hatch, double x, double y, double width, double height,
                      double spacing)
{
  double step = spacing * G_SQRT2;

  g_return_if_fail (spacing > 0);

  if (hatch == CASENESS_HATCH_DOTS)
    add_dots (cr, x, y, width, height, spacing);
  if (hatch == CASENESS_HATCH_RISING || hatch == CASENESS_HATCH_CROSS)
    add_rising_lines (cr, x, y, width, height, step);
  if (hatch == CASENESS_HATCH_FALLING || hatch == CASENESS_HATCH_CROSS)
    add_falling_lines (cr, x, y, width, height, step);
}

void
caseness_hatch_draw (cairo_t *cr, CasenessHatch hatch, double x, double y, double width, double height, double spacing)
{
  cairo_new_path (cr);
  caseness_hatch_trace (cr, hatch, x, y, width, height, spacing);
  if (hatch == CASENESS_HATCH_DOTS)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}
