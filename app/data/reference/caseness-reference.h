/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CasenessReference:
 *
 * One table of `resources/reference/`, read once and kept for the life of the process. Cells are text, trimmed, never
 * NULL. Immutable, so any thread may read it.
 */
typedef struct _CasenessReference CasenessReference;

/**
 * caseness_reference_get:
 * @name: a file name of resources/reference without its ending, such as `therapies`
 *
 * A table that is missing or malformed is a fault of the build and stops the program.
 *
 * Returns: (transfer none): the table.
 */
const CasenessReference *caseness_reference_get (const char *name);

/** caseness_reference_get_n_rows: number of rows below the header. */
guint caseness_reference_get_n_rows (const CasenessReference *table);

/**
 * caseness_reference_find_column:
 * @table: a table
 * @column: a column heading
 *
 * Returns: its index; a heading that is not there is a fault of the build and stops the program.
 */
guint caseness_reference_find_column (const CasenessReference *table, const char *column);

/** caseness_reference_get_cell: the text at @row and @column. Returns: (transfer none). */
const char *caseness_reference_get_cell (const CasenessReference *table, guint row, guint column);

G_END_DECLS
