/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-page.h"

G_BEGIN_DECLS

/**
 * caseness_page_save_csv:
 * @page: whose table it is
 * @title: heading of the dialog
 * @name: suggested file name
 * @writer: the table
 *
 * Asks where to save a table, saves it and says so on @page.
 */
void caseness_page_save_csv (CasenessPage *page, const char *title, const char *name, CasenessCsvWriter *writer);

G_END_DECLS
