/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-submission.h"

G_BEGIN_DECLS

#define CASENESS_NO_ROW G_MAXUINT

/** caseness_row_get_cells: the cells of row @row of @table. */
static inline const char **
caseness_row_get_cells (const CasenessSubmissionTable *table, guint row)
{
  return table->cells + (gsize) row * table->n_columns;
}

/** CasenessRowIndex: finds the row of a table by the text of one column. */
typedef struct _CasenessRowIndex CasenessRowIndex;

/**
 * caseness_row_index_new:
 * @table: a table that outlives the index
 * @column: the column with the key
 * @kept_only: leave out the rows that are rejected so far
 *
 * Where several rows have a key, the first is found.
 *
 * Returns: (transfer full): the index.
 */
CasenessRowIndex *caseness_row_index_new (const CasenessSubmissionTable *table, guint column, gboolean kept_only);

/** caseness_row_index_free: frees the index. */
void caseness_row_index_free (CasenessRowIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessRowIndex, caseness_row_index_free)

/** caseness_row_index_find: Returns: the row with the (nullable) @key, or CASENESS_NO_ROW. */
guint caseness_row_index_find (const CasenessRowIndex *index, const char *key);

/**
 * CasenessRowGroups:
 *
 * The rows of a table that are equal in some columns: the first of them, how many there are, and the next one.
 */
typedef struct
{
  guint *first; /* one a row: first row of its group, or CASENESS_NO_ROW when the row is in none */
  guint *next;  /* one a row: next row of its group, or CASENESS_NO_ROW */
  guint *size;  /* one a row: rows in the group that starts there */
} CasenessRowGroups;

/**
 * caseness_row_groups_new:
 * @table: a table
 * @columns: (array length=n_columns): the columns compared
 * @n_columns: how many
 * @are_blanks_equal: whether a blank equals a blank; otherwise a row with a blank in @columns is in no group
 * @is_left_out: (nullable): one a row: rows that are in no group
 *
 * Returns: (transfer full): the groups.
 */
CasenessRowGroups *caseness_row_groups_new (const CasenessSubmissionTable *table, const guint *columns,
                                            guint n_columns, gboolean are_blanks_equal, const guint8 *is_left_out);

/** caseness_row_groups_free: frees the groups. */
void caseness_row_groups_free (CasenessRowGroups *groups);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessRowGroups, caseness_row_groups_free)

G_END_DECLS
