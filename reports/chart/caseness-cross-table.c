/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cross-table-private.h"

#include <glib/gi18n.h>
#include <math.h>

static void
free_column (gpointer data)
{
  CasenessCrossColumn *column = data;

  g_free (column->label);
  g_free (column->full_label);
  g_free (column);
}

static void
free_row (gpointer data)
{
  CasenessCrossRow *row = data;

  g_free (row->label);
  g_array_unref (row->cells);
  g_free (row);
}

static void
free_table (CasenessChart *chart)
{
  CasenessCrossTable *self = (CasenessCrossTable *) chart;

  g_free (self->row_heading);
  g_free (self->column_heading);
  g_free (self->value_heading);
  g_free (self->n_heading);
  g_free (self->advised);
  g_free (self->advised_against);
  g_free (self->inner);
  g_free (self->outer);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

gboolean
caseness_cross_cell_is_blank (const CasenessCrossCell *cell)
{
  return cell->n == 0 && !cell->is_suppressed;
}

gboolean
caseness_cross_table_is_total (const CasenessCrossTable *table, guint row, guint column)
{
  return (table->has_total_row && row + 1 == table->rows->len)
         || (table->has_total_column && column + 1 == table->columns->len);
}

/* Returns: (transfer full) (nullable): the large line of a cell, with its sign. */
char *
caseness_cross_table_dup_value (const CasenessCrossTable *table, const CasenessCrossCell *cell)
{
  const char *sign = cell->shade > 0 ? "+" : cell->shade < 0 ? "−" : "";
  g_autofree char *number = NULL;

  if (isnan (cell->value))
    return NULL;
  if (table->unit == CASENESS_CHART_PERCENT)
    number = g_strdup_printf ("%.0f", cell->value);
  else
    number = caseness_chart_format_value (table->unit, cell->value);
  return g_strconcat (sign, number, NULL);
}

/* Returns: (transfer full): the small line of a cell. */
char *
caseness_cross_table_dup_n (const CasenessCrossCell *cell)
{
  if (cell->is_suppressed)
    return g_strdup ("*");
  return cell->n == 0 ? g_strdup ("") : caseness_chart_format_value (CASENESS_CHART_COUNT, cell->n);
}

/* Returns: (transfer none) (nullable): what a shade says. */
static const char *
get_side (CasenessCrossShade shade)
{
  if (shade == CASENESS_CROSS_LIKE)
    return NULL;
  return shade > 0 ? C_("side of a line", "higher") : C_("side of a line", "lower");
}

static gboolean
is_far (CasenessCrossShade shade)
{
  return shade == CASENESS_CROSS_FAR_HIGHER || shade == CASENESS_CROSS_FAR_LOWER;
}

static const char *
get_pair (const CasenessCrossTable *table, CasenessCrossPair pair)
{
  return pair == CASENESS_CROSS_PAIR_ADVISED           ? table->advised
         : pair == CASENESS_CROSS_PAIR_ADVISED_AGAINST ? table->advised_against
                                                       : NULL;
}

/* What a screen reader says at a cell. */
char *
caseness_cross_table_dup_label (const CasenessCrossTable *table, guint row, guint column)
{
  const CasenessCrossCell *cell = CROSS_CELL (table, row, column);
  g_autofree char *n = caseness_cross_table_dup_n (cell);
  const char *side = get_side (cell->shade);
  const char *level = is_far (cell->shade) ? table->outer : table->inner;
  const char *pair = get_pair (table, cell->pair);
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: read by a screen reader: row, column. */
  g_string_append_printf (text, _("%s, %s"), CROSS_ROW (table, row)->label, CROSS_COLUMN (table, column)->full_label);
  if (!isnan (cell->value))
    {
      g_autofree char *value = caseness_chart_format_value (table->unit, cell->value);

      g_string_append_printf (text, ": %s", value);
    }
  g_string_append_printf (text, ", %s: %s", table->n_heading, n);
  if (side != NULL)
    g_string_append_printf (text, ", %s", side);
  if (side != NULL && level != NULL)
    g_string_append_printf (text, ", %s", level);
  if (pair != NULL)
    g_string_append_printf (text, ", %s", pair);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_cells (const CasenessCrossTable *table)
{
  guint n = 0;
  guint row, column;

  for (row = 0; row < table->rows->len; row++)
    for (column = 0; column < table->columns->len; column++)
      n += !caseness_cross_table_is_total (table, row, column)
           && !caseness_cross_cell_is_blank (CROSS_CELL (table, row, column));
  return n;
}

static void
append_shaded (GString *text, const CasenessCrossTable *table, CasenessCrossShade shade)
{
  gboolean is_first = TRUE;
  guint row, column;

  for (row = 0; row < table->rows->len; row++)
    for (column = 0; column < table->columns->len; column++)
      {
        const CasenessCrossCell *cell = CROSS_CELL (table, row, column);
        g_autofree char *value = NULL;

        if (cell->shade != shade || caseness_cross_table_is_total (table, row, column))
          continue;
        if (is_first)
          g_string_append (text, shade > 0 ? _(" Much higher than the whole:") : _(" Much lower than the whole:"));
        value = caseness_chart_format_value (table->unit, cell->value);
        /* Translators: a row and a column of a table, and their value. */
        g_string_append_printf (text, _("%s %s with %s %s"), is_first ? "" : ",", CROSS_ROW (table, row)->label,
                                CROSS_COLUMN (table, column)->full_label, value);
        is_first = FALSE;
      }
  if (!is_first)
    g_string_append_c (text, '.');
}

static char *
dup_summary (const CasenessChart *chart)
{
  const CasenessCrossTable *self = (const CasenessCrossTable *) chart;
  g_autoptr(GString) text = caseness_chart_begin_summary (chart);
  guint n = count_cells (self);

  if (n == 0)
    g_string_append (text, _("There are no values."));
  else
    {
      /* Translators: what is measured, what the rows and columns are, how many cells are filled. */
      g_string_append_printf (text, ngettext ("%s, %s by %s, %u cell.", "%s, %s by %s, %u cells.", n),
                              self->value_heading, self->row_heading, self->column_heading, n);
      append_shaded (text, self, CASENESS_CROSS_FAR_HIGHER);
      append_shaded (text, self, CASENESS_CROSS_FAR_LOWER);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_cell (const CasenessCrossTable *self, CasenessChartTable *table, guint row, guint column)
{
  const CasenessCrossCell *cell = CROSS_CELL (self, row, column);

  caseness_chart_table_add_text (table, CROSS_ROW (self, row)->label);
  caseness_chart_table_add_text (table, CROSS_COLUMN (self, column)->full_label);
  caseness_chart_table_add_number (table, self->unit, cell->value);
  if (cell->is_suppressed)
    caseness_chart_table_add_text (table, "*");
  else
    caseness_chart_table_add_number (table, CASENESS_CHART_COUNT, cell->n);
  caseness_chart_table_add_text (table, get_side (cell->shade));
  caseness_chart_table_add_text (table, get_pair (self, cell->pair));
}

/* One line a cell: that is how a screen reader or a spreadsheet can follow it. */
static void
fill_table (const CasenessChart *chart, CasenessChartTable *table)
{
  const CasenessCrossTable *self = (const CasenessCrossTable *) chart;
  guint row, column;

  caseness_chart_table_add_column (table, self->row_heading);
  caseness_chart_table_add_column (table, self->column_heading);
  caseness_chart_table_add_column (table, self->value_heading);
  caseness_chart_table_add_column (table, self->n_heading);
  caseness_chart_table_add_column (table, C_("column of a table", "Against the whole"));
  caseness_chart_table_add_column (table, C_("column of a table", "Advice"));
  for (row = 0; row < self->rows->len; row++)
    for (column = 0; column < self->columns->len; column++)
      if (!caseness_cross_cell_is_blank (CROSS_CELL (self, row, column)))
        fill_cell (self, table, row, column);
}

static const CasenessChartClass cross_table_class
    = { caseness_cross_table_lay_out, dup_summary, fill_table, free_table };

CasenessCrossTable *
caseness_cross_table_new (const char *row_heading, const char *column_heading, const char *value_heading,
                          CasenessChartUnit unit, const char *n_heading)
{
  CasenessCrossTable *table;

  g_return_val_if_fail (row_heading != NULL && column_heading != NULL, NULL);
  g_return_val_if_fail (value_heading != NULL && n_heading != NULL, NULL);

  table = g_new0 (CasenessCrossTable, 1);
  caseness_chart_init (&table->parent, &cross_table_class);
  table->row_heading = g_strdup (row_heading);
  table->column_heading = g_strdup (column_heading);
  table->value_heading = g_strdup (value_heading);
  table->n_heading = g_strdup (n_heading);
  table->unit = unit;
  table->columns = g_ptr_array_new_with_free_func (free_column);
  table->rows = g_ptr_array_new_with_free_func (free_row);
  return table;
}

void
caseness_cross_table_unref (CasenessCrossTable *table)
{
  g_return_if_fail (table != NULL);

  caseness_chart_unref (&table->parent);
}

CasenessChart *
caseness_cross_table_as_chart (CasenessCrossTable *table)
{
  return table != NULL ? &table->parent : NULL;
}

static void
set_words (char **place, const char *words)
{
  g_free (*place);
  *place = g_strdup (words);
}

void
caseness_cross_table_set_legend (CasenessCrossTable *table, const char *advised, const char *advised_against,
                                 const char *inner, const char *outer)
{
  g_return_if_fail (table != NULL);

  set_words (&table->advised, advised);
  set_words (&table->advised_against, advised_against);
  set_words (&table->inner, inner);
  set_words (&table->outer, outer);
}

guint
caseness_cross_table_add_column (CasenessCrossTable *table, const char *label, const char *full_label)
{
  CasenessCrossColumn *column;

  g_return_val_if_fail (table != NULL, 0);
  g_return_val_if_fail (label != NULL && full_label != NULL, 0);
  g_return_val_if_fail (table->rows->len == 0, 0);

  column = g_new0 (CasenessCrossColumn, 1);
  *column = (CasenessCrossColumn) { g_strdup (label), g_strdup (full_label) };
  g_ptr_array_add (table->columns, column);
  return table->columns->len - 1;
}

guint
caseness_cross_table_add_row (CasenessCrossTable *table, const char *label)
{
  const CasenessCrossCell blank = { .value = NAN };
  CasenessCrossRow *row;
  guint i;

  g_return_val_if_fail (table != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  row = g_new0 (CasenessCrossRow, 1);
  row->label = g_strdup (label);
  row->cells = g_array_new (FALSE, FALSE, sizeof (CasenessCrossCell));
  for (i = 0; i < table->columns->len; i++)
    g_array_append_val (row->cells, blank);
  g_ptr_array_add (table->rows, row);
  return table->rows->len - 1;
}

void
caseness_cross_table_set_totals (CasenessCrossTable *table, gboolean has_row, gboolean has_column)
{
  g_return_if_fail (table != NULL);

  table->has_total_row = has_row;
  table->has_total_column = has_column;
}

static void
set_cell (CasenessCrossTable *table, guint row, guint column, CasenessCrossCell cell)
{
  g_return_if_fail (table != NULL);
  g_return_if_fail (row < table->rows->len && column < table->columns->len);

  *CROSS_CELL (table, row, column) = cell;
}

void
caseness_cross_table_set_value (CasenessCrossTable *table, guint row, guint column, double value, guint n,
                                CasenessCrossShade shade, CasenessCrossPair pair)
{
  set_cell (table, row, column, (CasenessCrossCell) { value, n, FALSE, shade, pair });
}

void
caseness_cross_table_set_small (CasenessCrossTable *table, guint row, guint column, guint n, CasenessCrossPair pair)
{
  set_cell (table, row, column, (CasenessCrossCell) { NAN, n, FALSE, CASENESS_CROSS_LIKE, pair });
}

void
caseness_cross_table_set_suppressed (CasenessCrossTable *table, guint row, guint column, CasenessCrossPair pair)
{
  set_cell (table, row, column, (CasenessCrossCell) { NAN, 0, TRUE, CASENESS_CROSS_LIKE, pair });
}

guint
caseness_cross_table_get_n_rows (const CasenessCrossTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->rows->len;
}

guint
caseness_cross_table_get_n_columns (const CasenessCrossTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->columns->len;
}
