/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-table.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  char *text; /* as people read it */
  double number;
} Cell;

struct _CasenessChartTable
{
  GPtrArray *headings; /* char * */
  GArray *cells;       /* Cell, row by row */
};

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
}

CasenessChartTable *
caseness_chart_table_new (void)
{
  CasenessChartTable *table = g_new0 (CasenessChartTable, 1);

  table->headings = g_ptr_array_new_with_free_func (g_free);
  table->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (table->cells, clear_cell);
  return table;
}

void
caseness_chart_table_free (CasenessChartTable *table)
{
  g_return_if_fail (table != NULL);

  g_ptr_array_unref (table->headings);
  g_array_unref (table->cells);
  g_free (table);
}

void
caseness_chart_table_add_column (CasenessChartTable *table, const char *heading)
{
  g_return_if_fail (table != NULL);
  g_return_if_fail (heading != NULL);
  g_return_if_fail (table->cells->len == 0);

  g_ptr_array_add (table->headings, g_strdup (heading));
}

void
caseness_chart_table_add_text (CasenessChartTable *table, const char *text)
{
  Cell cell = { g_strdup (text != NULL ? text : ""), NAN };

  g_return_if_fail (table != NULL && table->headings->len > 0);

  g_array_append_val (table->cells, cell);
}

void
caseness_chart_table_add_number (CasenessChartTable *table, CasenessChartUnit unit, double number)
{
  Cell cell = { NULL, number };

  g_return_if_fail (table != NULL && table->headings->len > 0);

  cell.text = isnan (number) ? g_strdup ("") : caseness_chart_format_value (unit, number);
  g_array_append_val (table->cells, cell);
}

void
caseness_chart_table_add_cell (CasenessChartTable *table, const char *text, double number)
{
  Cell cell = { g_strdup (text), number };

  g_return_if_fail (table != NULL && table->headings->len > 0);
  g_return_if_fail (text != NULL);

  g_array_append_val (table->cells, cell);
}

guint
caseness_chart_table_get_n_columns (const CasenessChartTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->headings->len;
}

guint
caseness_chart_table_get_n_rows (const CasenessChartTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->headings->len > 0 ? table->cells->len / table->headings->len : 0;
}

const char *
caseness_chart_table_get_heading (const CasenessChartTable *table, guint column)
{
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (column < table->headings->len, NULL);

  return g_ptr_array_index (table->headings, column);
}

static const Cell *
get_cell (const CasenessChartTable *table, guint row, guint column)
{
  return &g_array_index (table->cells, Cell, row * table->headings->len + column);
}

const char *
caseness_chart_table_get_cell (const CasenessChartTable *table, guint row, guint column)
{
  g_return_val_if_fail (row < caseness_chart_table_get_n_rows (table), NULL);
  g_return_val_if_fail (column < table->headings->len, NULL);

  return get_cell (table, row, column)->text;
}

double
caseness_chart_table_get_number (const CasenessChartTable *table, guint row, guint column)
{
  g_return_val_if_fail (row < caseness_chart_table_get_n_rows (table), NAN);
  g_return_val_if_fail (column < table->headings->len, NAN);

  return get_cell (table, row, column)->number;
}

gboolean
caseness_chart_table_is_numeric (const CasenessChartTable *table, guint column)
{
  guint row;

  g_return_val_if_fail (table != NULL && column < table->headings->len, FALSE);

  for (row = 0; row < caseness_chart_table_get_n_rows (table); row++)
    if (!isnan (get_cell (table, row, column)->number))
      return TRUE;
  return FALSE;
}

#define MOST_DECIMALS 6

void
caseness_chart_table_write_csv (const CasenessChartTable *table, CasenessCsvWriter *writer)
{
  guint row, column;

  g_return_if_fail (table != NULL && writer != NULL);

  for (column = 0; column < table->headings->len; column++)
    caseness_csv_writer_text (writer, g_ptr_array_index (table->headings, column));
  caseness_csv_writer_end_row (writer);
  for (row = 0; row < caseness_chart_table_get_n_rows (table); row++)
    {
      for (column = 0; column < table->headings->len; column++)
        {
          const Cell *cell = get_cell (table, row, column);

          if (isnan (cell->number))
            caseness_csv_writer_text (writer, cell->text);
          else
            caseness_csv_writer_number (writer, cell->number, MOST_DECIMALS);
        }
      caseness_csv_writer_end_row (writer);
    }
}

/* What parts cells and rows may not stand in one. */
static void
append_cell (GString *text, const char *cell, gboolean is_first)
{
  gsize start;

  if (!is_first)
    g_string_append_c (text, '\t');
  start = text->len;
  g_string_append (text, cell);
  g_strdelimit (text->str + start, "\t\n\r", ' ');
}

char *
caseness_chart_table_dup_text (const CasenessChartTable *table)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint row, column;

  g_return_val_if_fail (table != NULL, NULL);

  for (column = 0; column < table->headings->len; column++)
    append_cell (text, g_ptr_array_index (table->headings, column), column == 0);
  g_string_append_c (text, '\n');
  for (row = 0; row < caseness_chart_table_get_n_rows (table); row++)
    {
      for (column = 0; column < table->headings->len; column++)
        append_cell (text, get_cell (table, row, column)->text, column == 0);
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
caseness_chart_format_value (CasenessChartUnit unit, double value)
{
  switch (unit)
    {
    case CASENESS_CHART_PERCENT:
      /* Translators: a percentage. */
      return g_strdup_printf (_("%.1f%%"), value);
    case CASENESS_CHART_NUMBER:
      return g_strdup_printf ("%'.1f", value);
    case CASENESS_CHART_RATIO:
      return g_strdup_printf ("%'.2f", value);
    case CASENESS_CHART_COUNT:
    default:
      return g_strdup_printf ("%'.0f", round (value));
    }
}
