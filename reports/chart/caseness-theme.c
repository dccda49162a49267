/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-theme.h"

#include <math.h>

#define READABLE 4.5 /* contrast of text, WCAG 2 AA */
#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

/* NHS identity colours; the past ramp is bent so that each whole week keeps its number readable (4.5 to 1). */
#define PAST_RAMP { RGB (0xffb81c), RGB (0xf29d22), RGB (0xe07f28), RGB (0xa63a34), RGB (0x8a1538) }

static const CasenessColour dark_ink = RGB (0x231f20);
static const CasenessColour black_ink = RGB (0x000000); /* where a middling fill leaves no other choice */
static const CasenessColour white_ink = RGB (0xffffff);

static const CasenessTheme themes[] = {
  [CASENESS_THEME_PRINT] = {
    .kind = CASENESS_THEME_PRINT,
    .font_family = "Cantarell,Sans",
    .text_size = 10,
    .small_text_size = 9,
    .title_size = 11.5,
    .heading_size = 16,
    .minimum_text_size = 9,
    .row_height = 18,
    .gap = 1,
    .hair_line = 0.5,
    .line = 1.2,
    .breach_rule = 1.5,
    .background = RGB (0xffffff),
    .text = RGB (0x231f20),
    .secondary_text = RGB (0x425563),
    .heading = RGB (0x003087),
    .axis = RGB (0x425563),
    .reference = RGB (0x768692),
    .grid = RGB (0xe8edee),
    .series = { RGB (0x003087), RGB (0xae2573), RGB (0x00a499), RGB (0x231f20) },
    .notable = RGB (0x8a1538),
    .ramps = {
      [CASENESS_SHADE_NONE] = { RGB (0xf3f6f6), RGB (0xf3f6f6), RGB (0xf3f6f6), RGB (0xf3f6f6), RGB (0xf3f6f6) },
      [CASENESS_SHADE_BEFORE] = { RGB (0xffffff), RGB (0xd0edf9), RGB (0xa0dbf3), RGB (0x71c8ec), RGB (0x41b6e6) },
      [CASENESS_SHADE_PAST] = PAST_RAMP,
    },
  },
  [CASENESS_THEME_LIGHT] = {
    .kind = CASENESS_THEME_LIGHT,
    .font_family = "Cantarell,Sans",
    .text_size = 14.67,
    .small_text_size = 12,
    .title_size = 14.67,
    .heading_size = 20,
    .minimum_text_size = 12,
    .row_height = 30,
    .gap = 2,
    .hair_line = 1,
    .line = 1.5,
    .breach_rule = 2,
    .background = RGB (0xffffff),
    .text = RGB (0x2e3436),
    .secondary_text = RGB (0x5e5c64),
    .heading = RGB (0x2e3436),
    .axis = RGB (0x425563),
    .reference = RGB (0x768692),
    .grid = RGB (0xe8edee),
    .series = { RGB (0x003087), RGB (0xae2573), RGB (0x00a499), RGB (0x231f20) },
    .notable = RGB (0x8a1538),
    .ramps = {
      [CASENESS_SHADE_NONE] = { RGB (0xf3f6f6), RGB (0xf3f6f6), RGB (0xf3f6f6), RGB (0xf3f6f6), RGB (0xf3f6f6) },
      [CASENESS_SHADE_BEFORE] = { RGB (0xffffff), RGB (0xd0edf9), RGB (0xa0dbf3), RGB (0x71c8ec), RGB (0x41b6e6) },
      [CASENESS_SHADE_PAST] = PAST_RAMP,
    },
  },
  [CASENESS_THEME_DARK] = {
    .kind = CASENESS_THEME_DARK,
    .font_family = "Cantarell,Sans",
    .text_size = 14.67,
    .small_text_size = 12,
    .title_size = 14.67,
    .heading_size = 20,
    .minimum_text_size = 12,
    .row_height = 30,
    .gap = 2,
    .hair_line = 1,
    .line = 1.5,
    .breach_rule = 2,
    .background = RGB (0x353535),
    .text = RGB (0xffffff),
    .secondary_text = RGB (0xc3c1bd),
    .heading = RGB (0xffffff),
    .axis = RGB (0x9aa7b0),
    .reference = RGB (0x768692),
    .grid = RGB (0x4a4f52),
    .series = { RGB (0x41b6e6), RGB (0xf0a0c8), RGB (0x6fd6cd), RGB (0xffffff) },
    .notable = RGB (0xe0707f),
    .ramps = {
      [CASENESS_SHADE_NONE] = { RGB (0x3b4043), RGB (0x3b4043), RGB (0x3b4043), RGB (0x3b4043), RGB (0x3b4043) },
      [CASENESS_SHADE_BEFORE] = { RGB (0x3b4043), RGB (0x3b5c6c), RGB (0x3a748f), RGB (0x4aa0c6), RGB (0x41b6e6) },
      [CASENESS_SHADE_PAST] = PAST_RAMP,
    },
  },
};

CasenessTheme
caseness_theme_get (CasenessThemeKind kind)
{
  return themes[kind];
}

void
caseness_theme_scale_text (CasenessTheme *theme, double factor)
{
  g_return_if_fail (theme != NULL);
  g_return_if_fail (factor > 0);

  theme->text_size *= factor;
  theme->small_text_size = MAX (theme->small_text_size * factor, theme->minimum_text_size);
  theme->title_size *= factor;
  theme->heading_size *= factor;
  theme->row_height *= factor;
}

CasenessColour
caseness_colour_mix (CasenessColour a, CasenessColour b, double share_of_b)
{
  CasenessColour mixed = {
    a.red + (b.red - a.red) * share_of_b,
    a.green + (b.green - a.green) * share_of_b,
    a.blue + (b.blue - a.blue) * share_of_b,
  };

  return mixed;
}

static double
linearise (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (CasenessColour colour)
{
  return 0.2126 * linearise (colour.red) + 0.7152 * linearise (colour.green) + 0.0722 * linearise (colour.blue);
}

double
caseness_colour_get_contrast (CasenessColour a, CasenessColour b)
{
  double light = get_luminance (a);
  double dark = get_luminance (b);

  if (light < dark)
    {
      double swap = light;

      light = dark;
      dark = swap;
    }
  return (light + 0.05) / (dark + 0.05);
}

void
caseness_colour_set_source (CasenessColour colour, cairo_t *cr)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

CasenessColour
caseness_theme_get_shade (const CasenessTheme *theme, CasenessShade shade, double level)
{
  double place = CLAMP (level, 0.0, 1.0) * (CASENESS_RAMP_LENGTH - 1);
  int below = MIN ((int) place, CASENESS_RAMP_LENGTH - 2);

  g_return_val_if_fail (shade < CASENESS_N_SHADES, theme->background);

  return caseness_colour_mix (theme->ramps[shade][below], theme->ramps[shade][below + 1], place - below);
}

CasenessColour
caseness_theme_get_ink (const CasenessTheme *theme, CasenessColour fill)
{
  if (caseness_colour_get_contrast (fill, dark_ink) >= READABLE)
    return dark_ink;
  if (caseness_colour_get_contrast (fill, white_ink) >= READABLE)
    return white_ink;
  return black_ink;
}

PangoLayout *
caseness_theme_create_layout (const CasenessTheme *theme, PangoContext *context, const char *text, double size,
                              PangoWeight weight)
{
  g_autoptr(PangoFontDescription) font = pango_font_description_new ();
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = pango_layout_new (context);

  pango_font_description_set_family (font, theme->font_family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  /* Figures of one width, and no joined letters, which would be other characters to who searches or listens. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1, liga=0, clig=0, dlig=0"));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}
