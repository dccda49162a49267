/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-spc-icon.h"

#include <math.h>

/* Everything is drawn in a square of side 1. */
#define RING 0.45
#define RING_LINE 0.065
#define LINE 0.035
#define DOT 0.048
#define LETTER_LINE 0.055
#define LETTER_WIDTH 0.13
#define LETTER_HEIGHT 0.2
#define N_DOTS 5
#define WAVE_Y 0.6
#define WAVE_HEIGHT 0.07

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const CasenessColour grey = RGB (0xbfbfbf);
static const CasenessColour blue = RGB (0x0072c6);
static const CasenessColour orange = RGB (0xff6600);
static const CasenessColour purple = RGB (0x8000c0);

static const double dot_x[N_DOTS] = { 0.24, 0.37, 0.5, 0.63, 0.76 };
static const double steady_y[N_DOTS] = { 0.56, 0.43, 0.58, 0.42, 0.54 };
static const double rising_y[N_DOTS] = { 0.68, 0.6, 0.66, 0.5, 0.38 };

/* A dash of the assurance icons: where the target lies from the wave. */
#define NO_TARGET NAN

static const struct
{
  const CasenessColour *colour;
  char letter; /* 0 for none */
  int direction; /* of the dots: 0 none, 1 rising, -1 falling */
  gboolean has_dots;
  double target_y;
} looks[CASENESS_N_SPC_ICONS] = {
  [CASENESS_SPC_ICON_COMMON] = { &grey, 0, 0, TRUE, NO_TARGET },
  [CASENESS_SPC_ICON_IMPROVEMENT_HIGH] = { &blue, 'H', 1, TRUE, NO_TARGET },
  [CASENESS_SPC_ICON_IMPROVEMENT_LOW] = { &blue, 'L', -1, TRUE, NO_TARGET },
  [CASENESS_SPC_ICON_CONCERN_HIGH] = { &orange, 'H', 1, TRUE, NO_TARGET },
  [CASENESS_SPC_ICON_CONCERN_LOW] = { &orange, 'L', -1, TRUE, NO_TARGET },
  [CASENESS_SPC_ICON_CHANGE_HIGH] = { &purple, 0, 1, FALSE, NO_TARGET },
  [CASENESS_SPC_ICON_CHANGE_LOW] = { &purple, 0, -1, FALSE, NO_TARGET },
  [CASENESS_SPC_ICON_PASS] = { &blue, 'P', 0, FALSE, WAVE_Y + 0.14 },
  [CASENESS_SPC_ICON_FAIL] = { &orange, 'F', 0, FALSE, WAVE_Y - 0.13 },
  [CASENESS_SPC_ICON_HIT_OR_MISS] = { &grey, '?', 0, FALSE, WAVE_Y },
  [CASENESS_SPC_ICON_NO_TARGET] = { &grey, 0, 0, FALSE, NO_TARGET },
};

static void
draw_ring (cairo_t *cr, const CasenessTheme *theme, CasenessColour colour, gboolean is_dashed)
{
  static const double dashes[] = { 0.07, 0.06 };

  cairo_new_path (cr);
  cairo_arc (cr, 0.5, 0.5, RING, 0, 2 * G_PI);
  caseness_colour_set_source (theme->background, cr);
  cairo_fill_preserve (cr);
  caseness_colour_set_source (is_dashed ? theme->reference : colour, cr);
  cairo_set_line_width (cr, is_dashed ? LINE : RING_LINE);
  if (is_dashed)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static double
get_dot_y (int direction, guint dot)
{
  return direction == 0 ? steady_y[dot] : direction > 0 ? rising_y[dot] : 1.08 - rising_y[dot];
}

/* The last two dots stand for what changed: square where it is a concern, in a ring where it is not. */
static void
draw_dot (cairo_t *cr, const CasenessTheme *theme, double x, double y, CasenessColour fill, gboolean is_square,
          gboolean is_ringed)
{
  cairo_new_path (cr);
  if (is_square)
    cairo_rectangle (cr, x - DOT * 1.1, y - DOT * 1.1, DOT * 2.2, DOT * 2.2);
  else
    cairo_arc (cr, x, y, DOT, 0, 2 * G_PI);
  caseness_colour_set_source (fill, cr);
  cairo_fill_preserve (cr);
  caseness_colour_set_source (theme->axis, cr);
  cairo_set_line_width (cr, LINE / 2);
  cairo_stroke (cr);
  if (!is_ringed)
    return;
  cairo_arc (cr, x, y, DOT * 1.65, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, const CasenessTheme *theme, CasenessColour colour, int direction)
{
  gboolean is_concern = colour.red > colour.blue;
  guint i;

  cairo_new_path (cr);
  for (i = 0; i < N_DOTS; i++)
    cairo_line_to (cr, dot_x[i], get_dot_y (direction, i));
  caseness_colour_set_source (theme->reference, cr);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
  for (i = 0; i < N_DOTS; i++)
    {
      gboolean is_special = direction != 0 && i + 2 >= N_DOTS;

      draw_dot (cr, theme, dot_x[i], get_dot_y (direction, i), is_special ? colour : grey, is_special && is_concern,
                is_special && !is_concern);
    }
}

static void
draw_arrow (cairo_t *cr, CasenessColour colour, int direction)
{
  double tip = 0.5 - 0.26 * direction, foot = 0.5 + 0.26 * direction, barb = tip + 0.2 * direction;

  cairo_new_path (cr);
  cairo_move_to (cr, 0.5, foot);
  cairo_line_to (cr, 0.5, tip);
  cairo_move_to (cr, 0.34, barb);
  cairo_line_to (cr, 0.5, tip);
  cairo_line_to (cr, 0.66, barb);
  caseness_colour_set_source (colour, cr);
  cairo_set_line_width (cr, RING_LINE);
  cairo_stroke (cr);
}

static void
draw_wave (cairo_t *cr, const CasenessTheme *theme, CasenessColour colour, double target_y)
{
  static const double dashes[] = { 0.09, 0.045 };
  guint i;

  cairo_new_path (cr);
  for (i = 0; i <= 40; i++)
    cairo_line_to (cr, 0.2 + 0.6 * i / 40, WAVE_Y - WAVE_HEIGHT * sin (i / 40.0 * 4 * G_PI));
  caseness_colour_set_source (theme->reference, cr);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
  cairo_move_to (cr, 0.2, target_y);
  cairo_line_to (cr, 0.8, target_y);
  caseness_colour_set_source (colour.red == colour.blue ? theme->axis : colour, cr);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, LINE * 1.2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A question mark: an arc, a stem and a point. */
static void
trace_question (cairo_t *cr, double left, double top)
{
  double r = LETTER_WIDTH / 2, middle = left + r;

  cairo_arc (cr, middle, top + r, r, G_PI, G_PI / 3);
  cairo_line_to (cr, middle, top + LETTER_HEIGHT * 0.7);
  cairo_move_to (cr, middle, top + LETTER_HEIGHT);
  cairo_line_to (cr, middle, top + LETTER_HEIGHT + 0.001);
}

/* Letters as strokes, so that an icon is the same wherever it is drawn and needs no font. */
static void
trace_letter (cairo_t *cr, char letter, double left, double top)
{
  double right = left + LETTER_WIDTH, bottom = top + LETTER_HEIGHT, middle = top + LETTER_HEIGHT / 2;

  cairo_new_path (cr);
  if (letter == '?')
    {
      trace_question (cr, left, top);
      return;
    }
  cairo_move_to (cr, left, top);
  cairo_line_to (cr, left, bottom);
  if (letter == 'L')
    cairo_line_to (cr, right, bottom);
  if (letter == 'H' || letter == 'F')
    {
      cairo_move_to (cr, left, middle);
      cairo_line_to (cr, letter == 'H' ? right : right - 0.02, middle);
    }
  if (letter == 'H')
    {
      cairo_move_to (cr, right, top);
      cairo_line_to (cr, right, bottom);
    }
  if (letter == 'F')
    {
      cairo_move_to (cr, left, top);
      cairo_line_to (cr, right, top);
    }
  if (letter == 'P')
    {
      cairo_move_to (cr, left, top);
      cairo_line_to (cr, left + LETTER_WIDTH * 0.5, top);
      cairo_arc (cr, left + LETTER_WIDTH * 0.5, top + LETTER_HEIGHT / 4, LETTER_HEIGHT / 4, -G_PI / 2, G_PI / 2);
      cairo_line_to (cr, left, middle);
    }
}

/* H stands left of rising dots, L right of falling ones, letters of a target in the middle above the wave. */
static void
draw_letter (cairo_t *cr, const CasenessTheme *theme, char letter, int direction)
{
  double left = direction > 0 ? 0.24 : direction < 0 ? 0.62 : 0.5 - LETTER_WIDTH / 2;
  double top = direction != 0 ? 0.2 : 0.19;

  trace_letter (cr, letter, left, top);
  caseness_colour_set_source (theme->text, cr);
  cairo_set_line_width (cr, LETTER_LINE);
  cairo_stroke (cr);
}

void
caseness_spc_icon_draw (CasenessSpcIcon icon, cairo_t *cr, const CasenessTheme *theme, double x, double y, double size)
{
  g_return_if_fail (icon < CASENESS_N_SPC_ICONS);
  g_return_if_fail (cr != NULL && theme != NULL);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_ring (cr, theme, *looks[icon].colour, icon == CASENESS_SPC_ICON_NO_TARGET);
  if (looks[icon].has_dots)
    draw_dots (cr, theme, *looks[icon].colour, looks[icon].direction);
  else if (looks[icon].direction != 0)
    draw_arrow (cr, *looks[icon].colour, looks[icon].direction);
  if (!isnan (looks[icon].target_y))
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      draw_wave (cr, theme, *looks[icon].colour, looks[icon].target_y);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
    }
  if (looks[icon].letter != 0)
    draw_letter (cr, theme, looks[icon].letter, looks[icon].direction);
  cairo_restore (cr);
}
