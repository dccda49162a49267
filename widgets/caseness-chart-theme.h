/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * caseness_chart_theme_of_widget:
 * @widget: where a chart will be drawn
 *
 * Returns: the screen theme with the font, colours, text size and contrast that @widget has in its window now.
 */
CasenessTheme caseness_chart_theme_of_widget (GtkWidget *widget);

/** caseness_chart_theme_get_text_factor: Returns: how much larger text is than ordinarily, by the desktop's settings. */
double caseness_chart_theme_get_text_factor (GtkWidget *widget);

G_END_DECLS
