/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-submission.h"

G_BEGIN_DECLS

/** CasenessRowFacts: what the columns of ours are worked out from, beside the row itself. */
typedef struct
{
  gboolean keep_identifiers; /* store NHS number, postcode and birth date too */
  guint64 salt;              /* of the tags that stand for NHS numbers */
  GHashTable *births;        /* (nullable) (element-type utf8 CasenessDate): by LocalPatientId */
  GHashTable *deciles;       /* (nullable) (element-type utf8 guint): of deprivation, likewise */
} CasenessRowFacts;

/** CasenessRowValue: what a cell is for the store. */
typedef enum
{
  CASENESS_ROW_NULL,
  CASENESS_ROW_NUMBER,
  CASENESS_ROW_TEXT,
} CasenessRowValue;

/**
 * CasenessRowColumns:
 *
 * The columns of a stored table beside its key: the fields of the data set, and those of ours that are left of
 * identifiers that are not kept.
 */
typedef struct _CasenessRowColumns CasenessRowColumns;

/** caseness_row_columns_new: Returns: (transfer full): the columns of @spec, fields first. */
CasenessRowColumns *caseness_row_columns_new (const CasenessTableSpec *spec);

/** caseness_row_columns_free: frees the columns. */
void caseness_row_columns_free (CasenessRowColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessRowColumns, caseness_row_columns_free)

/** caseness_row_columns_get_count: Returns: how many there are. */
guint caseness_row_columns_get_count (const CasenessRowColumns *columns);

/** caseness_row_columns_get_name: Returns: (transfer none): the name of one. */
const char *caseness_row_columns_get_name (const CasenessRowColumns *columns, guint column);

/**
 * caseness_row_columns_read:
 * @columns: the columns of the row's table
 * @column: which one
 * @cells: the row
 * @facts: what else is known
 * @number: (out): the number, if it is one
 * @text: (out): the text, if it is that; it lives as long as the row
 *
 * Returns: which of the two it is, or neither.
 */
CasenessRowValue caseness_row_columns_read (const CasenessRowColumns *columns, guint column, const char *const *cells,
                                            const CasenessRowFacts *facts, gint64 *number, const char **text);

G_END_DECLS
