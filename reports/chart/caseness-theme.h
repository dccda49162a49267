/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/** CasenessColour: red, green and blue from 0 to 1; opaque. */
typedef struct
{
  double red;
  double green;
  double blue;
} CasenessColour;

/** CasenessThemeKind: where a drawing will be looked at. */
typedef enum
{
  CASENESS_THEME_PRINT, /* one unit is a point, drawings split over parts and pages */
  CASENESS_THEME_LIGHT, /* one unit is a pixel of the screen */
  CASENESS_THEME_DARK,
} CasenessThemeKind;

/** CasenessShade: the families a cell can be coloured from. */
typedef enum
{
  CASENESS_SHADE_NONE,
  CASENESS_SHADE_BEFORE, /* pale to blue */
  CASENESS_SHADE_PAST,   /* amber to dark red, hatched, bold */
  CASENESS_N_SHADES
} CasenessShade;

#define CASENESS_RAMP_LENGTH 5
#define CASENESS_N_SERIES 4

/**
 * CasenessTheme:
 *
 * Everything a drawing takes from outside: colours, text sizes, line widths. A value: ask for one with
 * caseness_theme_get(), change what you know better (the font and colours of the window) and pass it down.
 * Sizes are in the unit of the drawing.
 */
typedef struct
{
  CasenessThemeKind kind;
  const char *font_family; /* fallbacks after commas; static or outliving the theme */
  double text_size;        /* body, cells */
  double small_text_size;  /* captions, column heads; never under 9 pt or 12 px */
  double title_size;       /* message title of a chart */
  double heading_size;     /* top heading of a report page */
  double minimum_text_size;
  double row_height;
  double gap;              /* between cells */
  double hair_line;
  double line;
  double breach_rule;      /* each line of the double rule */
  CasenessColour background;
  CasenessColour text;
  CasenessColour secondary_text;
  CasenessColour heading;
  CasenessColour axis;      /* outlines and rules that must be seen */
  CasenessColour reference; /* reference lines */
  CasenessColour grid;      /* bands, lines between rows */
  CasenessColour series[CASENESS_N_SERIES]; /* bars and lines, apart from each other in grey as well */
  CasenessColour notable;   /* what a title speaks of */
  CasenessColour ramps[CASENESS_N_SHADES][CASENESS_RAMP_LENGTH]; /* by level, 0 to 1 in equal steps */
} CasenessTheme;

/** caseness_theme_get: Returns: a theme to use as it is or to change. */
CasenessTheme caseness_theme_get (CasenessThemeKind kind);

/** caseness_theme_scale_text: makes text and what holds it @factor times as large, for large text settings. */
void caseness_theme_scale_text (CasenessTheme *theme, double factor);

/** caseness_theme_get_shade: Returns: the fill of @shade at @level, 0 (far from breach) to 1 (furthest past). */
CasenessColour caseness_theme_get_shade (const CasenessTheme *theme, CasenessShade shade, double level);

/** caseness_theme_get_ink: Returns: dark or white text, whichever reads better on @fill. */
CasenessColour caseness_theme_get_ink (const CasenessTheme *theme, CasenessColour fill);

/** caseness_colour_mix: Returns: @a at 0, @b at 1, in between otherwise. */
CasenessColour caseness_colour_mix (CasenessColour a, CasenessColour b, double share_of_b);

/** caseness_colour_get_contrast: Returns: the contrast ratio of WCAG 2, 1 to 21. */
double caseness_colour_get_contrast (CasenessColour a, CasenessColour b);

/** caseness_colour_set_source: makes @colour the source of @cr. */
void caseness_colour_set_source (CasenessColour colour, cairo_t *cr);

/**
 * caseness_theme_create_layout:
 * @theme: a theme
 * @context: where text is measured
 * @text: what it says
 * @size: in the unit of the drawing
 * @weight: PANGO_WEIGHT_NORMAL or heavier
 *
 * Returns: (transfer full): a line of text with figures of equal width.
 */
PangoLayout *caseness_theme_create_layout (const CasenessTheme *theme, PangoContext *context, const char *text,
                                           double size, PangoWeight weight);

G_END_DECLS
