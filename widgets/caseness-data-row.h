/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-miniature.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_DATA_ROW (caseness_data_row_get_type ())
G_DECLARE_FINAL_TYPE (CasenessDataRow, caseness_data_row, CASENESS, DATA_ROW, GObject)

/**
 * caseness_data_row_new:
 * @id: what the row stands for, told back when it is opened
 * @n_cells: how many cells it has
 *
 * Returns: (transfer full): a row of empty cells.
 */
CasenessDataRow *caseness_data_row_new (guint id, guint n_cells);

/** caseness_data_row_set_text: has a cell say @text, by which it is also sorted. */
void caseness_data_row_set_text (CasenessDataRow *self, guint cell, const char *text);

/** caseness_data_row_set_number: has a cell say @text and be sorted by @value; NaN comes last. */
void caseness_data_row_set_number (CasenessDataRow *self, guint cell, const char *text, double value);

/** caseness_data_row_set_detail: has a cell say @detail below its text. */
void caseness_data_row_set_detail (CasenessDataRow *self, guint cell, const char *detail);

/** caseness_data_row_get_detail: Returns: (transfer none): what stands below the text of a cell. */
const char *caseness_data_row_get_detail (CasenessDataRow *self, guint cell);

/** caseness_data_row_set_drawing: has a cell show @drawing and be sorted by @value; NaN comes last. */
void caseness_data_row_set_drawing (CasenessDataRow *self, guint cell, CasenessMiniature *drawing, double value);

/** caseness_data_row_get_drawing: Returns: (transfer none) (nullable): what a cell shows. */
CasenessMiniature *caseness_data_row_get_drawing (CasenessDataRow *self, guint cell);

/** caseness_data_row_get_id: Returns: what the row stands for. */
guint caseness_data_row_get_id (CasenessDataRow *self);

/** caseness_data_row_get_text: Returns: (transfer none): what a cell says. */
const char *caseness_data_row_get_text (CasenessDataRow *self, guint cell);

/** caseness_data_row_get_value: Returns: the number behind a cell, NaN where there is none. */
double caseness_data_row_get_value (CasenessDataRow *self, guint cell);

/** caseness_data_row_compare: orders by the value of a cell: numbers by size, texts by the user's language. */
int caseness_data_row_compare (CasenessDataRow *a, CasenessDataRow *b, guint cell);

G_END_DECLS
