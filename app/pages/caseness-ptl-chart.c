/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-chart.h"

#include "caseness-ptl-words.h"

#include <glib/gi18n-lib.h>

/* The fifth week past breach is as dark as it gets: white numbers from 3 to 4 on (charts, section 2). */
#define DARKEST_WEEK_PAST 4.0

static gboolean
has_standard (const CasenessPtlAnswer *answer)
{
  return caseness_ptl_get_standard (answer->ptl) >= 0;
}

static void
add_weeks (CasenessHeatGrid *chart, const CasenessPtlAnswer *answer, gboolean is_past)
{
  guint n_columns, n_wanted = 0, i, nth = 0;
  const CasenessPtlColumn *columns = caseness_ptl_get_columns (answer->ptl, &n_columns);

  for (i = 0; i < n_columns; i++)
    n_wanted += !columns[i].is_past == !is_past;
  for (i = 0; i < n_columns; i++)
    {
      g_autofree char *words = NULL;
      double level;

      if (!columns[i].is_past != !is_past)
        continue;
      words = caseness_ptl_words_column (answer->ptl, &columns[i]);
      level = nth++ / (is_past ? DARKEST_WEEK_PAST : (double) MAX (n_wanted - 1, 1));
      caseness_heat_grid_add_column (chart, columns[i].short_label, words, MIN (level, 1.0));
    }
}

static void
add_columns (CasenessHeatGrid *chart, const CasenessPtlAnswer *answer)
{
  if (!has_standard (answer))
    {
      caseness_heat_grid_add_family (chart, _ ("weeks waited"), CASENESS_SHADE_BEFORE);
      add_weeks (chart, answer, FALSE);
    }
  else
    {
      caseness_heat_grid_add_family (chart, _ ("weeks before breach"), CASENESS_SHADE_BEFORE);
      add_weeks (chart, answer, FALSE);
      caseness_heat_grid_add_family (chart, _ ("weeks past breach"), CASENESS_SHADE_PAST);
      add_weeks (chart, answer, TRUE);
    }
  caseness_heat_grid_add_plain_column (chart, C_ ("column", "Total"), _ ("total waiting"), TRUE);
  if (has_standard (answer))
    caseness_heat_grid_add_plain_column (chart, C_ ("column", "Past"), _ ("past breach"), TRUE);
  caseness_heat_grid_add_plain_column (chart, C_ ("column", "Longest"), _ ("longest wait"), FALSE);
}

static void
add_row (CasenessHeatGrid *chart, const CasenessPtlAnswer *answer, const CasenessPtlRow *row, const char *label,
         CasenessHeatRowKind kind)
{
  guint index = caseness_heat_grid_add_row (chart, label, kind);
  guint n_columns, i;

  caseness_ptl_get_columns (answer->ptl, &n_columns);
  for (i = 0; i < n_columns; i++)
    caseness_heat_grid_set_count (chart, index, i, row->counts[i]);
  caseness_heat_grid_set_count (chart, index, i++, row->total);
  if (has_standard (answer))
    caseness_heat_grid_set_count (chart, index, i++, row->n_past);
  if (row->longest_wait >= 0 && kind != CASENESS_HEAT_ROW_NOTE)
    {
      /* Translators: a number of days in a narrow column: "72 d" */
      g_autofree char *days = g_strdup_printf (_ ("%d d"), row->longest_wait);

      caseness_heat_grid_set_cell (chart, index, i, days);
    }
}

static void
add_rows (CasenessHeatGrid *chart, const CasenessPtlAnswer *answer, gboolean hides_names)
{
  const CasenessPtlGrid *grid = answer->grid;
  guint i;

  for (i = 0; i < grid->rows->len + CASENESS_N_PTL_EXTRA_ROWS; i++)
    {
      g_autofree char *label = caseness_ptl_words_row (answer, i, hides_names);

      if (i < grid->rows->len)
        add_row (chart, answer, g_ptr_array_index (grid->rows, i), label, CASENESS_HEAT_ROW_PLAIN);
      else if (i == grid->rows->len + CASENESS_PTL_ROW_TOTAL)
        add_row (chart, answer, grid->total, label, CASENESS_HEAT_ROW_TOTAL);
      else
        add_row (chart, answer, grid->undated, label, CASENESS_HEAT_ROW_NOTE);
    }
}

CasenessHeatGrid *
caseness_ptl_chart_new (const CasenessPtlAnswer *answer, gboolean hides_names)
{
  CasenessHeatGrid *chart = caseness_heat_grid_new (_ (caseness_ptl_split_get_title (answer->grid->split)));
  g_autofree char *title = caseness_ptl_words_title (answer, hides_names);
  g_autofree char *subtitle = caseness_ptl_words_subtitle (answer, hides_names);
  g_autofree char *footnote = caseness_ptl_words_footnote (answer);

  caseness_heat_grid_set_titles (chart, title, subtitle, footnote);
  add_columns (chart, answer);
  add_rows (chart, answer, hides_names);
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
