/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-chart.h"

#include "caseness-ptl-heat-grid.h"
#include "caseness-ptl-words.h"

static gboolean
has_standard (const CasenessPtlAnswer *answer)
{
  return caseness_ptl_get_standard (answer->ptl) >= 0;
}

static void
add_renamed_row (const CasenessPtlAnswer *answer, const CasenessPtlRow *row, GPtrArray *rows)
{
  CasenessPtlRow *renamed = g_memdup2 (row, sizeof *row);

  renamed->label = caseness_ptl_words_group (answer, answer->grid->split, row->label, TRUE);
  g_ptr_array_add (rows, renamed);
}

static void
free_renamed_row (gpointer row)
{
  g_free (((CasenessPtlRow *) row)->label);
  g_free (row);
}

/* The same counts under the codes that stand for names. */
static CasenessHeatGrid *
draw_with_codes (const CasenessPtlAnswer *answer)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (free_renamed_row);
  CasenessPtlGrid renamed = *answer->grid;
  guint i;

  for (i = 0; i < answer->grid->rows->len; i++)
    add_renamed_row (answer, g_ptr_array_index (answer->grid->rows, i), rows);
  renamed.rows = rows;
  return caseness_ptl_heat_grid_new (answer->ptl, &renamed);
}

CasenessHeatGrid *
caseness_ptl_chart_new (const CasenessPtlAnswer *answer, gboolean hides_names)
{
  gboolean has_names = answer->grid->split == CASENESS_PTL_SPLIT_CLINICIAN;
  CasenessHeatGrid *chart = has_names && hides_names ? draw_with_codes (answer)
                                                     : caseness_ptl_heat_grid_new (answer->ptl, answer->grid);
  g_autofree char *title = caseness_ptl_words_title (answer, hides_names);
  g_autofree char *subtitle = caseness_ptl_words_subtitle (answer, hides_names);
  g_autofree char *footnote = caseness_ptl_words_footnote (answer);

  caseness_heat_grid_set_titles (chart, title, subtitle, footnote);
  return chart;
}

int
caseness_ptl_chart_find_column (const CasenessPtlAnswer *answer, int column)
{
  guint n_columns;

  caseness_ptl_get_columns (answer->ptl, &n_columns);
  if (!has_standard (answer) && column == (int) n_columns + CASENESS_PTL_COLUMN_PAST)
    return (int) n_columns + CASENESS_PTL_COLUMN_LONGEST;
  return column;
}

int
caseness_ptl_chart_place_column (const CasenessPtlAnswer *answer, int column)
{
  guint n_columns;

  caseness_ptl_get_columns (answer->ptl, &n_columns);
  if (!has_standard (answer) && column == (int) n_columns + CASENESS_PTL_COLUMN_LONGEST)
    return column - 1;
  return column;
}
