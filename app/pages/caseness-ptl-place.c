/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-place.h"

struct _CasenessPtlPlace
{
  CasenessPtlSplit split;
  char *group; /* nullable: one of the rows below */
  char *weeks; /* nullable: one of the columns after */
  int extra_row;    /* from the last group on; -1 for all */
  int extra_column; /* from the last week on; -1 for all */
};

CasenessPtlPlace *
caseness_ptl_place_new (const CasenessPtlAnswer *answer, int row, int column)
{
  CasenessPtlPlace *place = g_new0 (CasenessPtlPlace, 1);
  int n_rows = (int) answer->grid->rows->len;
  guint n_columns;
  const CasenessPtlColumn *columns = caseness_ptl_get_columns (answer->ptl, &n_columns);

  place->split = answer->grid->split;
  if (row >= 0 && row < n_rows)
    place->group = g_strdup (((CasenessPtlRow *) g_ptr_array_index (answer->grid->rows, (guint) row))->label);
  else
    place->extra_row = row < 0 ? -1 : row - n_rows;
  if (column >= 0 && column < (int) n_columns)
    place->weeks = g_strdup (columns[column].label);
  else
    place->extra_column = column < 0 ? -1 : column - (int) n_columns;
  return place;
}

void
caseness_ptl_place_free (CasenessPtlPlace *place)
{
  g_free (place->group);
  g_free (place->weeks);
  g_free (place);
}

static gboolean
find_row (const CasenessPtlPlace *place, const CasenessPtlGrid *grid, int *row)
{
  guint i;

  if (place->group == NULL)
    {
      *row = place->extra_row < 0 ? -1 : (int) grid->rows->len + place->extra_row;
      return TRUE;
    }
  for (i = 0; i < grid->rows->len; i++)
    if (g_str_equal (((CasenessPtlRow *) g_ptr_array_index (grid->rows, i))->label, place->group))
      {
        *row = (int) i;
        return place->split == grid->split;
      }
  return FALSE;
}

static gboolean
find_column (const CasenessPtlPlace *place, const CasenessPtl *ptl, int *column)
{
  guint n_columns, i;
  const CasenessPtlColumn *columns = caseness_ptl_get_columns (ptl, &n_columns);

  if (place->weeks == NULL)
    {
      *column = place->extra_column < 0 ? -1 : (int) n_columns + place->extra_column;
      return TRUE;
    }
  for (i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i].label, place->weeks))
      {
        *column = (int) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
caseness_ptl_place_find (const CasenessPtlPlace *place, const CasenessPtlAnswer *answer, int *row, int *column)
{
  return find_row (place, answer->grid, row) && find_column (place, answer->ptl, column);
}
