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
 * @writer: the table, made for people; what was written is taken from it
 *
 * Asks where to save a table, as CSV or, where this build can, as a workbook, and saves it; caseness_say() tells the
 * outcome, unless nobody wanted to save after all.
 */
void caseness_table_export_save (GtkWidget *widget, const char *title, const char *name, CasenessCsvWriter *writer);

/**
 * caseness_table_export_make:
 * @table: a table made for people
 * @name: of the file; what ends in `.xlsx` is a workbook, everything else CSV
 * @now: seconds since 1970
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the bytes of the file.
 */
GBytes *caseness_table_export_make (const CasenessCsvWriter *table, const char *name, gint64 now, GError **error);

G_END_DECLS
