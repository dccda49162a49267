/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-heat-grid-private.h"

#include <math.h>

#include <glib/gi18n.h>

static void
free_family (gpointer data)
{
  CasenessHeatFamily *family = data;

  g_free (family->heading);
  g_free (family);
}

static void
free_column (gpointer data)
{
  CasenessHeatColumn *column = data;

  g_free (column->label);
  g_free (column->full_label);
  g_free (column);
}

static void
free_row (gpointer data)
{
  CasenessHeatRow *row = data;

  g_free (row->label);
  g_ptr_array_unref (row->cells);
  g_array_unref (row->numbers);
  g_free (row);
}

static void
free_grid (CasenessChart *chart)
{
  CasenessHeatGrid *grid = (CasenessHeatGrid *) chart;

  g_free (grid->row_heading);
  g_ptr_array_unref (grid->families);
  g_ptr_array_unref (grid->columns);
  g_ptr_array_unref (grid->rows);
  g_free (grid);
}

static char *
dup_summary (const CasenessChart *chart)
{
  const CasenessHeatGrid *grid = (const CasenessHeatGrid *) chart;
  char *titles = caseness_chart_dup_titles (chart);

  if (titles != NULL)
    return titles;
  return g_strdup_printf (ngettext ("A grid of %u row.", "A grid of %u rows.", grid->rows->len), grid->rows->len);
}

/* Nobody is drawn as a blank, and yet a number. */
static void
fill_cell (CasenessChartTable *table, const CasenessHeatRow *row, guint column)
{
  const char *text = g_ptr_array_index (row->cells, column);

  caseness_chart_table_add_cell (table, text != NULL ? text : "", g_array_index (row->numbers, double, column));
}

static void
fill_table (const CasenessChart *chart, CasenessChartTable *table)
{
  const CasenessHeatGrid *grid = (const CasenessHeatGrid *) chart;
  guint row, column;

  caseness_chart_table_add_column (table, grid->row_heading);
  for (column = 0; column < grid->columns->len; column++)
    caseness_chart_table_add_column (table, HEAT_COLUMN (grid, column)->full_label);
  for (row = 0; row < grid->rows->len; row++)
    {
      caseness_chart_table_add_text (table, HEAT_ROW (grid, row)->label);
      for (column = 0; column < grid->columns->len; column++)
        fill_cell (table, HEAT_ROW (grid, row), column);
    }
}

static const CasenessChartClass heat_grid_class = { caseness_heat_grid_lay_out, dup_summary, fill_table, free_grid };

CasenessHeatGrid *
caseness_heat_grid_new (const char *row_heading)
{
  CasenessHeatGrid *grid = g_new0 (CasenessHeatGrid, 1);

  g_return_val_if_fail (row_heading != NULL, NULL);

  caseness_chart_init (&grid->parent, &heat_grid_class);
  grid->row_heading = g_strdup (row_heading);
  grid->families = g_ptr_array_new_with_free_func (free_family);
  grid->columns = g_ptr_array_new_with_free_func (free_column);
  grid->rows = g_ptr_array_new_with_free_func (free_row);
  return grid;
}

CasenessChart *
caseness_heat_grid_as_chart (CasenessHeatGrid *grid)
{
  return grid != NULL ? &grid->parent : NULL;
}

CasenessHeatGrid *
caseness_heat_grid_from_chart (CasenessChart *chart)
{
  return chart != NULL && chart->klass == &heat_grid_class ? (CasenessHeatGrid *) chart : NULL;
}

CasenessHeatGrid *
caseness_heat_grid_ref (CasenessHeatGrid *grid)
{
  g_return_val_if_fail (grid != NULL, NULL);

  caseness_chart_ref (&grid->parent);
  return grid;
}

void
caseness_heat_grid_unref (CasenessHeatGrid *grid)
{
  g_return_if_fail (grid != NULL);

  caseness_chart_unref (&grid->parent);
}

void
caseness_heat_grid_set_titles (CasenessHeatGrid *grid, const char *title, const char *subtitle, const char *footnote)
{
  g_return_if_fail (grid != NULL);

  caseness_chart_set_titles (&grid->parent, title, subtitle, footnote);
}

const char *
caseness_heat_grid_get_title (const CasenessHeatGrid *grid)
{
  g_return_val_if_fail (grid != NULL, NULL);

  return grid->parent.title;
}

const char *
caseness_heat_grid_get_subtitle (const CasenessHeatGrid *grid)
{
  g_return_val_if_fail (grid != NULL, NULL);

  return grid->parent.subtitle;
}

const char *
caseness_heat_grid_get_footnote (const CasenessHeatGrid *grid)
{
  g_return_val_if_fail (grid != NULL, NULL);

  return grid->parent.footnote;
}

const char *
caseness_heat_grid_get_row_heading (const CasenessHeatGrid *grid)
{
  g_return_val_if_fail (grid != NULL, NULL);

  return grid->row_heading;
}

void
caseness_heat_grid_add_family (CasenessHeatGrid *grid, const char *heading, CasenessShade shade)
{
  CasenessHeatFamily *family = g_new0 (CasenessHeatFamily, 1);

  g_return_if_fail (grid != NULL);
  g_return_if_fail (grid->rows->len == 0);
  g_return_if_fail (grid->n_plain == 0);

  family->heading = g_strdup (heading);
  family->shade = shade;
  g_ptr_array_add (grid->families, family);
}

static CasenessHeatColumn *
add_column (CasenessHeatGrid *grid, const char *label, const char *full_label)
{
  CasenessHeatColumn *column = g_new0 (CasenessHeatColumn, 1);

  column->label = g_strdup (label);
  column->full_label = g_strdup (full_label);
  column->family = -1;
  g_ptr_array_add (grid->columns, column);
  return column;
}

guint
caseness_heat_grid_add_column (CasenessHeatGrid *grid, const char *label, const char *full_label, double level)
{
  CasenessHeatColumn *column;

  g_return_val_if_fail (grid != NULL, 0);
  g_return_val_if_fail (grid->families->len > 0, 0);
  g_return_val_if_fail (grid->rows->len == 0 && grid->n_plain == 0, 0);

  column = add_column (grid, label, full_label);
  column->family = (int) grid->families->len - 1;
  column->level = level;
  return grid->columns->len - 1;
}

guint
caseness_heat_grid_add_plain_column (CasenessHeatGrid *grid, const char *label, const char *full_label,
                                     gboolean is_bold)
{
  g_return_val_if_fail (grid != NULL, 0);
  g_return_val_if_fail (grid->rows->len == 0, 0);

  add_column (grid, label, full_label)->is_bold = is_bold;
  grid->n_plain++;
  return grid->columns->len - 1;
}

guint
caseness_heat_grid_add_row (CasenessHeatGrid *grid, const char *label, CasenessHeatRowKind kind)
{
  CasenessHeatRow *row = g_new0 (CasenessHeatRow, 1);
  const double none = NAN;
  guint i;

  g_return_val_if_fail (grid != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  row->label = g_strdup (label);
  row->kind = kind;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (row->cells, grid->columns->len);
  row->numbers = g_array_sized_new (FALSE, FALSE, sizeof (double), grid->columns->len);
  for (i = 0; i < grid->columns->len; i++)
    g_array_append_val (row->numbers, none);
  g_ptr_array_add (grid->rows, row);
  return grid->rows->len - 1;
}

void
caseness_heat_grid_set_cell (CasenessHeatGrid *grid, guint row, guint column, const char *text)
{
  char **cell;
  char *copy;

  g_return_if_fail (grid != NULL);
  g_return_if_fail (row < grid->rows->len && column < grid->columns->len);

  g_array_index (HEAT_ROW (grid, row)->numbers, double, column) = NAN;
  cell = (char **) &HEAT_ROW (grid, row)->cells->pdata[column];
  copy = text == NULL || *text == '\0' ? NULL : g_strdup (text);
  g_free (*cell);
  *cell = copy;
}

void
caseness_heat_grid_set_count (CasenessHeatGrid *grid, guint row, guint column, guint count)
{
  g_autofree char *text = count == 0 ? NULL : g_strdup_printf ("%'u", count);

  caseness_heat_grid_set_cell (grid, row, column, text);
  g_array_index (HEAT_ROW (grid, row)->numbers, double, column) = count;
}

void
caseness_heat_grid_set_summary (CasenessHeatGrid *grid, const char *summary)
{
  g_return_if_fail (grid != NULL);

  caseness_chart_set_summary (&grid->parent, summary);
}

char *
caseness_heat_grid_dup_summary (const CasenessHeatGrid *grid)
{
  g_return_val_if_fail (grid != NULL, NULL);

  return caseness_chart_dup_summary (&grid->parent);
}

guint
caseness_heat_grid_get_n_rows (const CasenessHeatGrid *grid)
{
  g_return_val_if_fail (grid != NULL, 0);

  return grid->rows->len;
}

guint
caseness_heat_grid_get_n_columns (const CasenessHeatGrid *grid)
{
  g_return_val_if_fail (grid != NULL, 0);

  return grid->columns->len;
}

const char *
caseness_heat_grid_get_row_label (const CasenessHeatGrid *grid, guint row)
{
  g_return_val_if_fail (grid != NULL, NULL);
  g_return_val_if_fail (row < grid->rows->len, NULL);

  return HEAT_ROW (grid, row)->label;
}

CasenessHeatRowKind
caseness_heat_grid_get_row_kind (const CasenessHeatGrid *grid, guint row)
{
  g_return_val_if_fail (grid != NULL, CASENESS_HEAT_ROW_PLAIN);
  g_return_val_if_fail (row < grid->rows->len, CASENESS_HEAT_ROW_PLAIN);

  return HEAT_ROW (grid, row)->kind;
}

const char *
caseness_heat_grid_get_column_label (const CasenessHeatGrid *grid, guint column)
{
  g_return_val_if_fail (grid != NULL, NULL);
  g_return_val_if_fail (column < grid->columns->len, NULL);

  return HEAT_COLUMN (grid, column)->full_label;
}

const char *
caseness_heat_grid_get_cell (const CasenessHeatGrid *grid, guint row, guint column)
{
  g_return_val_if_fail (grid != NULL, NULL);
  g_return_val_if_fail (row < grid->rows->len && column < grid->columns->len, NULL);

  return g_ptr_array_index (HEAT_ROW (grid, row)->cells, column);
}

char *
caseness_heat_grid_dup_label (const CasenessHeatGrid *grid, int row, int column)
{
  g_return_val_if_fail (grid != NULL, NULL);
  g_return_val_if_fail (row >= 0 || column >= 0, NULL);

  if (row < 0)
    return g_strdup (HEAT_COLUMN (grid, column)->full_label);
  if (column < 0)
    return g_strdup (HEAT_ROW (grid, row)->label);
  /* Translators: read by a screen reader: row, column: count, as in "CBT, 1 to 2 weeks past: 7". */
  return g_strdup_printf (_("%s, %s: %s"), HEAT_ROW (grid, row)->label, HEAT_COLUMN (grid, column)->full_label,
                          (const char *) g_ptr_array_index (HEAT_ROW (grid, row)->cells, column));
}
