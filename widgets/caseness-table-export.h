/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * caseness_table_export_save:
 * @widget: what the table is shown on
 * @title: heading of the dialog
 * @name: suggested file name
 * @writer: the table
 *
 * Asks where to save a table and saves it; caseness_say() tells the outcome, unless nobody wanted to save after all.
 */
void caseness_table_export_save (GtkWidget *widget, const char *title, const char *name, CasenessCsvWriter *writer);

G_END_DECLS
