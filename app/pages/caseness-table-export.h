/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CasenessSayFunc: tells people on @widget that something is done, or why it is not, in words. */
typedef void (*CasenessSayFunc) (GtkWidget *widget, const char *message);

/**
 * caseness_table_export_save:
 * @widget: what the table is shown on
 * @title: heading of the dialog
 * @name: suggested file name
 * @writer: the table
 * @say: called with the outcome, unless nobody wanted to save after all
 *
 * Asks where to save a table and saves it.
 */
void caseness_table_export_save (GtkWidget *widget, const char *title, const char *name, CasenessCsvWriter *writer,
                                 CasenessSayFunc say);

G_END_DECLS
