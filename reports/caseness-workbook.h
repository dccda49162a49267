/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * caseness_workbook_is_available:
 *
 * Returns: whether this build can write workbooks; it was made with libxlsxwriter or without.
 */
gboolean caseness_workbook_is_available (void);

/**
 * caseness_workbook_render:
 * @table: a table for people, whose first row is its head
 * @name: (nullable): of its sheet
 * @created: seconds since 1970, told in the file; same table and time, same bytes
 * @error: return location
 *
 * Makes an Excel workbook (.xlsx): numbers and days are such, and what is text stays text, whatever it looks like: no
 * formula and no link comes about.
 *
 * Returns: (transfer full) (nullable): the bytes of the file, or NULL with @error set.
 */
GBytes *caseness_workbook_render (const CasenessCsvWriter *table, const char *name, gint64 created, GError **error);

G_END_DECLS
