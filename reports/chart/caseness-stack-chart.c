/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-stack-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

static void
free_segment (gpointer data)
{
  CasenessStackSegment *segment = data;

  g_free (segment->heading);
  g_free (segment->full_label);
  g_free (segment);
}

CasenessStackColumn *
caseness_stack_column_new (const char *heading, gboolean is_secondary)
{
  CasenessStackColumn *column = g_new0 (CasenessStackColumn, 1);

  *column = (CasenessStackColumn) { g_strdup (heading), is_secondary };
  return column;
}

void
caseness_stack_column_free (gpointer data)
{
  CasenessStackColumn *column = data;

  g_free (column->heading);
  g_free (column);
}

static void
free_row (gpointer data)
{
  CasenessStackRow *row = data;

  g_free (row->label);
  g_free (row->note);
  g_array_unref (row->counts);
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
free_chart (CasenessChart *chart)
{
  CasenessStackChart *self = (CasenessStackChart *) chart;

  g_free (self->row_heading);
  g_free (self->plot_heading);
  g_ptr_array_unref (self->segments);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
caseness_stack_row_get_whole (const CasenessStackRow *row)
{
  guint whole = 0;
  guint i;

  for (i = 0; i < row->counts->len; i++)
    whole += STACK_COUNT (row, i);
  return whole;
}

static gboolean
is_hidden (const CasenessStackRow *row, guint segment)
{
  return row->is_suppressed && (segment >= row->counts->len || (row->told & (G_GUINT64_CONSTANT (1) << segment)) == 0);
}

/* The number in a segment, or after the last of all together. */
static guint
get_count (const CasenessStackRow *row, guint segment)
{
  return segment < row->counts->len ? STACK_COUNT (row, segment) : caseness_stack_row_get_whole (row);
}

/* A count as it is written in its row. */
char *
caseness_stack_row_dup_count (const CasenessStackRow *row, guint segment)
{
  return is_hidden (row, segment) ? g_strdup ("*")
                                  : caseness_chart_format_value (CASENESS_CHART_COUNT, get_count (row, segment));
}

/* The share of the first segment in percent; NAN where nobody is or it must not be told. */
static double
get_first_share (const CasenessStackRow *row)
{
  guint whole = caseness_stack_row_get_whole (row);

  return whole == 0 || row->is_suppressed || row->note != NULL ? NAN : 100.0 * STACK_COUNT (row, 0) / whole;
}

/* The rows with the least and the greatest share of the first segment. Returns: how many have one. */
static guint
find_extremes (const CasenessStackChart *chart, guint *least, guint *greatest)
{
  guint n = 0;
  guint i;

  for (i = 0; i < chart->rows->len; i++)
    {
      double share = get_first_share (STACK_ROW (chart, i));

      if (STACK_ROW (chart, i)->kind != CASENESS_ROW_PLAIN || isnan (share))
        continue;
      if (n == 0 || share < get_first_share (STACK_ROW (chart, *least)))
        *least = i;
      if (n == 0 || share > get_first_share (STACK_ROW (chart, *greatest)))
        *greatest = i;
      n++;
    }
  return n;
}

static void
append_totals (GString *text, const CasenessStackChart *chart)
{
  guint i;

  for (i = 0; i < chart->rows->len; i++)
    {
      const CasenessStackRow *row = STACK_ROW (chart, i);
      double value = get_first_share (row);
      g_autofree char *share = NULL;
      g_autofree char *whole = NULL;

      if (row->kind != CASENESS_ROW_TOTAL || isnan (value))
        continue;
      share = caseness_chart_format_value (CASENESS_CHART_PERCENT, value);
      whole = caseness_chart_format_value (CASENESS_CHART_COUNT, caseness_stack_row_get_whole (row));
      /* Translators: a row that sums up the others, the share of the first segment and of how many. */
      g_string_append_printf (text, _(" %s: %s of %s."), row->label, share, whole);
    }
}

static char *
dup_summary (const CasenessChart *chart)
{
  const CasenessStackChart *self = (const CasenessStackChart *) chart;
  g_autoptr(GString) text = caseness_chart_begin_summary (chart);
  guint least = 0, greatest = 0;
  guint n = self->segments->len > 0 ? find_extremes (self, &least, &greatest) : 0;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (n == 0)
    {
      g_string_append (text, _("There are no values."));
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  low = caseness_chart_format_value (CASENESS_CHART_PERCENT, get_first_share (STACK_ROW (self, least)));
  high = caseness_chart_format_value (CASENESS_CHART_PERCENT, get_first_share (STACK_ROW (self, greatest)));
  /* Translators: what the first segment is, how many rows, the largest and the smallest share: label and value. */
  g_string_append_printf (text, ngettext ("%s, %u row: largest share %s with %s, smallest %s with %s.",
                                          "%s, %u rows: largest share %s with %s, smallest %s with %s.", n),
                          STACK_SEGMENT (self, 0)->full_label, n, STACK_ROW (self, greatest)->label, high,
                          STACK_ROW (self, least)->label, low);
  append_totals (text, self);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_row (const CasenessStackChart *chart, CasenessChartTable *table, const CasenessStackRow *row)
{
  guint i;

  caseness_chart_table_add_text (table, row->label);
  for (i = 0; i <= chart->segments->len; i++)
    {
      if (is_hidden (row, i))
        caseness_chart_table_add_text (table, "*");
      else
        caseness_chart_table_add_number (table, CASENESS_CHART_COUNT, get_count (row, i));
    }
  for (i = 0; i < chart->columns->len; i++)
    caseness_chart_table_add_text (table, g_ptr_array_index (row->cells, i));
}

static void
fill_table (const CasenessChart *chart, CasenessChartTable *table)
{
  const CasenessStackChart *self = (const CasenessStackChart *) chart;
  guint i;

  caseness_chart_table_add_column (table, self->row_heading);
  for (i = 0; i < self->segments->len; i++)
    caseness_chart_table_add_column (table, STACK_SEGMENT (self, i)->full_label);
  caseness_chart_table_add_column (table, C_("column of a table", "All"));
  for (i = 0; i < self->columns->len; i++)
    caseness_chart_table_add_column (table, STACK_COLUMN (self, i)->heading);
  for (i = 0; i < self->rows->len; i++)
    fill_row (self, table, STACK_ROW (self, i));
}

static const CasenessChartClass stack_chart_class
    = { caseness_stack_chart_lay_out, dup_summary, fill_table, free_chart };

CasenessStackChart *
caseness_stack_chart_new (const char *row_heading, const char *plot_heading)
{
  CasenessStackChart *chart;

  g_return_val_if_fail (row_heading != NULL, NULL);

  chart = g_new0 (CasenessStackChart, 1);
  caseness_chart_init (&chart->parent, &stack_chart_class);
  chart->row_heading = g_strdup (row_heading);
  chart->plot_heading = g_strdup (plot_heading);
  chart->segments = g_ptr_array_new_with_free_func (free_segment);
  chart->columns = g_ptr_array_new_with_free_func (caseness_stack_column_free);
  chart->rows = g_ptr_array_new_with_free_func (free_row);
  return chart;
}

void
caseness_stack_chart_unref (CasenessStackChart *chart)
{
  g_return_if_fail (chart != NULL);

  caseness_chart_unref (&chart->parent);
}

CasenessChart *
caseness_stack_chart_as_chart (CasenessStackChart *chart)
{
  return chart != NULL ? &chart->parent : NULL;
}

guint
caseness_stack_chart_add_segment (CasenessStackChart *chart, const char *heading, const char *full_label,
                                  CasenessStackLook look)
{
  CasenessStackSegment *segment;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (heading != NULL && full_label != NULL, 0);
  g_return_val_if_fail (look < CASENESS_N_STACK_LOOKS, 0);
  g_return_val_if_fail (chart->rows->len == 0, 0);

  segment = g_new0 (CasenessStackSegment, 1);
  *segment = (CasenessStackSegment) { g_strdup (heading), g_strdup (full_label), look };
  g_ptr_array_add (chart->segments, segment);
  return chart->segments->len - 1;
}

guint
caseness_stack_chart_add_column (CasenessStackChart *chart, const char *heading, gboolean is_secondary)
{
  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (heading != NULL, 0);
  g_return_val_if_fail (chart->rows->len == 0, 0);

  g_ptr_array_add (chart->columns, caseness_stack_column_new (heading, is_secondary));
  return chart->columns->len - 1;
}

guint
caseness_stack_chart_add_row (CasenessStackChart *chart, const char *label)
{
  CasenessStackRow *row;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  row = g_new0 (CasenessStackRow, 1);
  row->label = g_strdup (label);
  row->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (row->counts, chart->segments->len);
  row->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (row->cells, chart->columns->len);
  g_ptr_array_add (chart->rows, row);
  return chart->rows->len - 1;
}

void
caseness_stack_chart_set_count (CasenessStackChart *chart, guint row, guint segment, guint count)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (row < chart->rows->len && segment < chart->segments->len);

  STACK_COUNT (STACK_ROW (chart, row), segment) = count;
}

void
caseness_stack_chart_set_suppressed (CasenessStackChart *chart, guint row)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (row < chart->rows->len);

  STACK_ROW (chart, row)->is_suppressed = TRUE;
}

void
caseness_stack_chart_tell_count (CasenessStackChart *chart, guint row, guint segment)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (row < chart->rows->len && segment < chart->segments->len && segment < 64);

  STACK_ROW (chart, row)->told |= G_GUINT64_CONSTANT (1) << segment;
}

void
caseness_stack_chart_set_note (CasenessStackChart *chart, guint row, const char *note)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (row < chart->rows->len);

  g_free (STACK_ROW (chart, row)->note);
  STACK_ROW (chart, row)->note = g_strdup (note);
}

void
caseness_stack_chart_set_total (CasenessStackChart *chart, guint row)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (row < chart->rows->len);

  STACK_ROW (chart, row)->kind = CASENESS_ROW_TOTAL;
}

void
caseness_stack_chart_set_cell (CasenessStackChart *chart, guint row, guint column, const char *text)
{
  char **cell;

  g_return_if_fail (chart != NULL);
  g_return_if_fail (row < chart->rows->len && column < chart->columns->len);

  cell = (char **) &STACK_ROW (chart, row)->cells->pdata[column];
  g_free (*cell);
  *cell = g_strdup (text);
}

guint
caseness_stack_chart_get_n_rows (const CasenessStackChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->rows->len;
}

guint
caseness_stack_chart_get_n_segments (const CasenessStackChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->segments->len;
}
