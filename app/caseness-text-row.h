/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_TEXT_ROW (caseness_text_row_get_type ())
G_DECLARE_FINAL_TYPE (CasenessTextRow, caseness_text_row, CASENESS, TEXT_ROW, GObject)

/** CasenessTextRow: one row of a CasenessTextTable, as it is read. */

/** caseness_text_row_new: @cells: (transfer full) (array zero-terminated=1): one a column. */
CasenessTextRow *caseness_text_row_new (char **cells);

/** caseness_text_row_get_cell: Returns: (transfer none): what stands in @column, empty beyond the last. */
const char *caseness_text_row_get_cell (CasenessTextRow *self, guint column);

G_END_DECLS
