/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-theme.h"

#include <adwaita.h>

/* What one point at the desktop's ordinary resolution is worth in GtkSettings:gtk-xft-dpi. */
#define ORDINARY_XFT_DPI (96 * 1024)

static CasenessColour
from_rgba (const GdkRGBA *rgba)
{
  CasenessColour colour = { rgba->red, rgba->green, rgba->blue };

  return colour;
}

/* Cards are a veil over the window in the dark style, so the two are mixed. */
static void
take_background (GtkStyleContext *style, CasenessTheme *theme)
{
  GdkRGBA window, card;

  if (!gtk_style_context_lookup_color (style, "window_bg_color", &window)
      || !gtk_style_context_lookup_color (style, "card_bg_color", &card))
    return;
  theme->background = caseness_colour_mix (from_rgba (&window), from_rgba (&card), card.alpha);
}

static void
take_text (GtkStyleContext *style, CasenessTheme *theme)
{
  GdkRGBA text;

  gtk_style_context_get_color (style, &text);
  theme->text = caseness_colour_mix (theme->background, from_rgba (&text), text.alpha);
  theme->heading = theme->text;
}

/* Everything that carries meaning stands out as the text does. */
static void
raise_contrast (CasenessTheme *theme)
{
  theme->secondary_text = theme->text;
  theme->axis = theme->text;
  theme->reference = theme->text;
  theme->grid = caseness_colour_mix (theme->background, theme->text, 0.4);
}

double
caseness_chart_theme_get_text_factor (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP ((double) dpi / ORDINARY_XFT_DPI, 0.5, 4.0) : 1.0;
}

CasenessTheme
caseness_chart_theme_of_widget (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean is_dark = adw_style_manager_get_dark (manager);
  CasenessTheme theme = caseness_theme_get (is_dark ? CASENESS_THEME_DARK : CASENESS_THEME_LIGHT);
  const PangoFontDescription *font;
  double factor;

  font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  if (font != NULL && pango_font_description_get_family (font) != NULL)
    theme.font_family = g_intern_string (pango_font_description_get_family (font));
  take_background (gtk_widget_get_style_context (widget), &theme);
  take_text (gtk_widget_get_style_context (widget), &theme);
  if (adw_style_manager_get_high_contrast (manager))
    raise_contrast (&theme);
  factor = caseness_chart_theme_get_text_factor (widget);
  /* Who asks for large text gets it, also where a grid would rather shrink than scroll. */
  theme.minimum_text_size *= MAX (factor, 1.0);
  caseness_theme_scale_text (&theme, factor);
  return theme;
}
