/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-row-index.h"

#include <string.h>

struct _CasenessRowIndex
{
  GHashTable *rows; /* key → row + 1 */
};

CasenessRowIndex *
caseness_row_index_new (const CasenessSubmissionTable *table, guint column, gboolean kept_only)
{
  CasenessRowIndex *index = g_new0 (CasenessRowIndex, 1);

  index->rows = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint row = 0; row < table->n_rows; row++)
    {
      const char *key = caseness_row_get_cells (table, row)[column];

      if (key == NULL || (kept_only && table->is_rejected[row]))
        continue;
      if (!g_hash_table_contains (index->rows, key))
        g_hash_table_insert (index->rows, (gpointer) key, GUINT_TO_POINTER (row + 1));
    }
  return index;
}

void
caseness_row_index_free (CasenessRowIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->rows);
  g_free (index);
}

guint
caseness_row_index_find (const CasenessRowIndex *index, const char *key)
{
  /* 0 - 1 is CASENESS_NO_ROW. */
  return key == NULL ? CASENESS_NO_ROW : GPOINTER_TO_UINT (g_hash_table_lookup (index->rows, key)) - 1;
}

/* Groups: an open hash of first rows. GHashTable cannot compare rows, since its functions get no table. */

typedef struct
{
  const CasenessSubmissionTable *table;
  const guint *columns;
  guint n_columns;
  guint *slots; /* first rows of groups, by hash */
  guint mask;
} Hashing;

static guint
hash_row (const Hashing *hashing, guint row)
{
  const char **cells = caseness_row_get_cells (hashing->table, row);
  guint hash = 2166136261u;

  for (guint i = 0; i < hashing->n_columns; i++)
    {
      const char *p = cells[hashing->columns[i]];

      for (; p != NULL && *p != '\0'; p++)
        hash = (hash ^ (guchar) *p) * 16777619u;
      hash = (hash ^ 0xFF) * 16777619u;
    }
  return hash ^ (hash >> 15);
}

static gboolean
are_equal (const Hashing *hashing, guint a, guint b)
{
  const char **cells_a = caseness_row_get_cells (hashing->table, a);
  const char **cells_b = caseness_row_get_cells (hashing->table, b);

  for (guint i = 0; i < hashing->n_columns; i++)
    if (g_strcmp0 (cells_a[hashing->columns[i]], cells_b[hashing->columns[i]]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
has_blank (const Hashing *hashing, guint row)
{
  const char **cells = caseness_row_get_cells (hashing->table, row);

  for (guint i = 0; i < hashing->n_columns; i++)
    if (cells[hashing->columns[i]] == NULL)
      return TRUE;
  return FALSE;
}

/* Returns the first row of the group @row belongs to, which is @row itself when it is the first one. */
static guint
find_first (Hashing *hashing, guint row)
{
  guint slot = hash_row (hashing, row) & hashing->mask;

  while (hashing->slots[slot] != CASENESS_NO_ROW)
    {
      if (are_equal (hashing, hashing->slots[slot], row))
        return hashing->slots[slot];
      slot = (slot + 1) & hashing->mask;
    }
  hashing->slots[slot] = row;
  return row;
}

CasenessRowGroups *
caseness_row_groups_new (const CasenessSubmissionTable *table, const guint *columns, guint n_columns,
                         gboolean are_blanks_equal, const guint8 *is_left_out)
{
  CasenessRowGroups *groups = g_new0 (CasenessRowGroups, 1);
  Hashing hashing = { .table = table, .columns = columns, .n_columns = n_columns };
  g_autofree guint *last = g_new (guint, MAX (table->n_rows, 1));
  guint n_slots = 16;

  while (n_slots < 2 * table->n_rows)
    n_slots *= 2;
  hashing.mask = n_slots - 1;
  hashing.slots = g_new (guint, n_slots);
  memset (hashing.slots, 0xFF, n_slots * sizeof (guint));
  groups->first = g_new (guint, table->n_rows);
  groups->next = g_new (guint, table->n_rows);
  groups->size = g_new0 (guint, table->n_rows);
  for (guint row = 0; row < table->n_rows; row++)
    {
      gboolean is_out = (is_left_out != NULL && is_left_out[row]) || (!are_blanks_equal && has_blank (&hashing, row));
      guint first = is_out ? CASENESS_NO_ROW : find_first (&hashing, row);

      groups->first[row] = first;
      groups->next[row] = CASENESS_NO_ROW;
      if (is_out)
        continue;
      if (first != row)
        groups->next[last[first]] = row;
      last[first] = row;
      groups->size[first]++;
    }
  g_free (hashing.slots);
  return groups;
}

void
caseness_row_groups_free (CasenessRowGroups *groups)
{
  if (groups == NULL)
    return;
  g_free (groups->first);
  g_free (groups->next);
  g_free (groups->size);
  g_free (groups);
}
