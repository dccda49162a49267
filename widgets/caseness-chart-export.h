/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What people take away from a chart. What is done, or why it is not, is said by caseness_say(). */

/** caseness_chart_export_copy_picture: puts a picture of @chart, and a drawing for those who can take one, on the
 *  clipboard. @source (nullable) says where its numbers come from. */
void caseness_chart_export_copy_picture (GtkWidget *widget, CasenessChart *chart, const char *source);

/** caseness_chart_export_copy_numbers: puts the numbers of @chart on the clipboard, as a table. */
void caseness_chart_export_copy_numbers (GtkWidget *widget, CasenessChart *chart);

/** caseness_chart_export_save_picture: asks where to save @chart as PNG, SVG or PDF, and saves it. */
void caseness_chart_export_save_picture (GtkWidget *widget, CasenessChart *chart, const char *source);

/** caseness_chart_export_save_numbers: asks where to save the numbers of @chart as a table, and saves them. */
void caseness_chart_export_save_numbers (GtkWidget *widget, CasenessChart *chart);

G_END_DECLS
