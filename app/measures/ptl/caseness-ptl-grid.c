/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-private.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_remainder (const char *label)
{
  return strcmp (label, CASENESS_GROUP_NOT_RECORDED) == 0 || strcmp (label, CASENESS_GROUP_NO_PRIORITY) == 0;
}

int
caseness_ptl_compare_labels (const char *a, const char *b)
{
  if (is_remainder (a) != is_remainder (b))
    return is_remainder (a) ? 1 : -1;
  return strcmp (a, b);
}

static CasenessPtlRow *
row_new (const char *label, guint n_columns)
{
  CasenessPtlRow *row = g_new0 (CasenessPtlRow, 1);

  row->label = g_strdup (label);
  row->counts = g_new0 (guint, n_columns);
  row->longest_wait = -1;
  return row;
}

static void
row_free (CasenessPtlRow *row)
{
  g_free (row->label);
  g_free (row->counts);
  g_free (row);
}

static void
row_add (CasenessPtlRow *row, const CasenessPtlPerson *person)
{
  row->counts[person->column]++;
  row->total++;
  row->n_past += person->is_past;
  row->longest_wait = MAX (row->longest_wait, person->wait_days);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const CasenessPtlRow *first = *(const CasenessPtlRow *const *) a, *second = *(const CasenessPtlRow *const *) b;

  return caseness_ptl_compare_labels (first->label, second->label);
}

static CasenessPtlRow *
get_row (CasenessPtlGrid *grid, GHashTable *rows, const char *label, guint n_columns)
{
  CasenessPtlRow *row = g_hash_table_lookup (rows, label);

  if (row == NULL)
    {
      row = row_new (label, n_columns);
      g_ptr_array_add (grid->rows, row);
      g_hash_table_insert (rows, row->label, row);
    }
  return row;
}

CasenessPtlGrid *
caseness_ptl_count (const CasenessPtl *ptl, CasenessPtlSplit split, CasenessPtlSplit only_split,
                    const char *only_group)
{
  g_autoptr(GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  const CasenessPtlPerson *people;
  CasenessPtlGrid *grid;
  guint n_people, n_columns, i;

  g_return_val_if_fail (ptl != NULL && split < CASENESS_N_PTL_SPLITS && only_split < CASENESS_N_PTL_SPLITS, NULL);
  people = caseness_ptl_get_people (ptl, &n_people);
  caseness_ptl_get_columns (ptl, &n_columns);
  grid = g_new0 (CasenessPtlGrid, 1);
  grid->split = split;
  grid->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  grid->total = row_new (N_("Total"), n_columns);
  grid->undated = row_new (CASENESS_GROUP_UNDATED, n_columns);
  if (split == CASENESS_PTL_SPLIT_ALL)
    get_row (grid, rows, CASENESS_GROUP_ALL, n_columns); /* there even when nobody waits */
  for (i = 0; i < n_people; i++)
    {
      if (only_split != CASENESS_PTL_SPLIT_ALL && only_group != NULL
          && strcmp (people[i].group[only_split], only_group) != 0)
        continue;
      row_add (get_row (grid, rows, people[i].group[split], n_columns), &people[i]);
      row_add (grid->total, &people[i]);
      if (people[i].booked_date == CASENESS_DATE_NONE)
        row_add (grid->undated, &people[i]);
    }
  g_ptr_array_sort (grid->rows, compare_rows);
  return grid;
}

void
caseness_ptl_grid_free (CasenessPtlGrid *grid)
{
  if (grid == NULL)
    return;
  g_ptr_array_unref (grid->rows);
  row_free (grid->total);
  row_free (grid->undated);
  g_free (grid);
}
