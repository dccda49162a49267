/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-heat-grid.h"
#include "caseness-ptl-report-words.h"

#include <glib/gi18n.h>

/* Past breach the colour deepens with each of the first weeks and then stays. */
#define DEEPEST_WEEK 4

static double
get_level (const CasenessPtlColumn *column, guint n_before)
{
  if (column->is_past)
    return MIN (column->from_week, DEEPEST_WEEK) / (double) DEEPEST_WEEK;
  return n_before > 1 ? (n_before - MIN (column->from_week, n_before)) / (n_before - 1.0) : 1;
}

static void
add_week_columns (CasenessHeatGrid *heat, const CasenessPtl *ptl)
{
  guint n_columns, n_before, i;
  const CasenessPtlColumn *columns = caseness_ptl_get_columns (ptl, &n_columns);
  gboolean has_standard = caseness_ptl_get_standard (ptl) >= 0;

  for (n_before = 0; n_before < n_columns && !columns[n_before].is_past; n_before++)
    ;
  for (i = 0; i < n_columns; i++)
    {
      if (i == 0 && !columns[i].is_past)
        caseness_heat_grid_add_family (heat, has_standard ? _("weeks before breach") : _("weeks waited"),
                                       has_standard ? CASENESS_SHADE_BEFORE : CASENESS_SHADE_NONE);
      if (columns[i].is_past && i == n_before)
        caseness_heat_grid_add_family (heat, _("weeks past breach"), CASENESS_SHADE_PAST);
      caseness_heat_grid_add_column (heat, columns[i].short_label, columns[i].label,
                                     get_level (&columns[i], n_before));
    }
}

static void
set_counts (CasenessHeatGrid *heat, guint row_index, const CasenessPtlRow *row, guint n_columns, gboolean has_past)
{
  g_autofree char *longest = row->longest_wait >= 0 ? caseness_ptl_report_dup_days (row->longest_wait) : NULL;
  guint i;

  for (i = 0; i < n_columns; i++)
    caseness_heat_grid_set_count (heat, row_index, i, row->counts[i]);
  caseness_heat_grid_set_count (heat, row_index, i++, row->total);
  if (has_past)
    caseness_heat_grid_set_count (heat, row_index, i++, row->n_past);
  caseness_heat_grid_set_cell (heat, row_index, i, longest);
}

static void
add_row (CasenessHeatGrid *heat, const CasenessPtl *ptl, const char *label, CasenessHeatRowKind kind,
         const CasenessPtlRow *row)
{
  guint n_columns;

  caseness_ptl_get_columns (ptl, &n_columns);
  set_counts (heat, caseness_heat_grid_add_row (heat, label, kind), row, n_columns,
              caseness_ptl_get_standard (ptl) >= 0);
}

CasenessHeatGrid *
caseness_ptl_heat_grid_new (const CasenessPtl *ptl, const CasenessPtlGrid *counts)
{
  CasenessHeatGrid *heat;
  guint i;

  g_return_val_if_fail (ptl != NULL, NULL);
  g_return_val_if_fail (counts != NULL, NULL);

  heat = caseness_heat_grid_new (_(caseness_ptl_split_get_title (counts->split)));
  add_week_columns (heat, ptl);
  caseness_heat_grid_add_plain_column (heat, _("Total"), _("total"), TRUE);
  if (caseness_ptl_get_standard (ptl) >= 0)
    caseness_heat_grid_add_plain_column (heat, _("Past"), _("past breach"), TRUE);
  caseness_heat_grid_add_plain_column (heat, _("Longest"), _("longest wait"), FALSE);
  for (i = 0; i < counts->rows->len; i++)
    {
      const CasenessPtlRow *row = g_ptr_array_index (counts->rows, i);

      add_row (heat, ptl, caseness_ptl_report_get_label (row->label), CASENESS_HEAT_ROW_PLAIN, row);
    }
  if (counts->split != CASENESS_PTL_SPLIT_ALL)
    add_row (heat, ptl, _("All"), CASENESS_HEAT_ROW_TOTAL, counts->total);
  if (counts->split != CASENESS_PTL_SPLIT_APPOINTMENT)
    add_row (heat, ptl, _("of these, no date"), CASENESS_HEAT_ROW_NOTE, counts->undated);
  return heat;
}
