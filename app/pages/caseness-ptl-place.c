/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-place.h"

#include "caseness-ptl-meeting-words.h"
#include "caseness-ptl-words.h"

#include <glib/gi18n-lib.h>

struct _CasenessPtlPlace
{
  CasenessPtlSplit split;
  char *group; /* nullable: one of the rows below */
  char *weeks; /* nullable: one of the columns after */
  int extra_row;    /* from the last group on; -1 for all */
  int extra_column; /* from the last week on; -1 for all */
  int move;         /* a CasenessPtlMove; -1 for a figure of the grid */
};

CasenessPtlPlace *
caseness_ptl_place_new (const CasenessPtlAnswer *answer, int row, int column)
{
  CasenessPtlPlace *place = g_new0 (CasenessPtlPlace, 1);
  int n_rows = (int) answer->grid->rows->len;
  guint n_columns;
  const CasenessPtlColumn *columns = caseness_ptl_get_columns (answer->ptl, &n_columns);

  place->move = -1;
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

CasenessPtlPlace *
caseness_ptl_place_new_of_move (CasenessPtlMove move)
{
  CasenessPtlPlace *place = g_new0 (CasenessPtlPlace, 1);

  g_return_val_if_fail (move < CASENESS_N_PTL_MOVES, NULL);
  place->move = (int) move;
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
  return place->move < 0 && find_row (place, answer->grid, row) && find_column (place, answer->ptl, column);
}

GPtrArray *
caseness_ptl_place_list_people (const CasenessPtlPlace *place, const CasenessPtlAnswer *answer)
{
  int row, column;

  g_return_val_if_fail (place != NULL && answer != NULL, NULL);

  if (place->move >= 0)
    return g_ptr_array_copy (answer->since->moves[place->move], NULL, NULL);
  return caseness_ptl_place_find (place, answer, &row, &column) ? caseness_ptl_answer_list_people (answer, row, column)
                                                                : NULL;
}

char *
caseness_ptl_place_dup_title (const CasenessPtlPlace *place, const CasenessPtlAnswer *answer, gboolean hides_names)
{
  g_autofree char *day = NULL;
  int row, column;

  g_return_val_if_fail (place != NULL && answer != NULL, NULL);

  if (place->move == CASENESS_PTL_MOVE_ACTION_OPEN)
    return g_strdup (caseness_ptl_move_get_label (CASENESS_PTL_MOVE_ACTION_OPEN));
  if (place->move >= 0)
    {
      day = caseness_date_format_short (answer->since->day);
      /* Translators: a figure and a day: "Newly past breach since 23 June" */
      return g_strdup_printf (_("%s since %s"), caseness_ptl_move_get_label (place->move), day);
    }
  return caseness_ptl_place_find (place, answer, &row, &column)
             ? caseness_ptl_words_people (answer, row, column, hides_names) : g_strdup ("");
}
