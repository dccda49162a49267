/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-interval-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

static void
free_row (gpointer data)
{
  CasenessIntervalRow *row = data;

  g_free (row->label);
  g_free (row->missing);
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
free_chart (CasenessChart *chart)
{
  CasenessIntervalChart *self = (CasenessIntervalChart *) chart;

  g_free (self->row_heading);
  g_free (self->value_heading);
  g_free (self->reference_label);
  g_free (self->first_heading);
  g_free (self->second_heading);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

char *
caseness_interval_chart_dup_value (const CasenessIntervalChart *chart, const CasenessIntervalRow *row)
{
  if (!isnan (row->value))
    return caseness_chart_format_value (chart->unit, row->value);
  return g_strdup (row->missing != NULL ? row->missing : _("no data"));
}

/* Returns: (transfer full) (nullable): the ends of the interval in words. */
char *
caseness_interval_chart_dup_interval (const CasenessIntervalChart *chart, const CasenessIntervalRow *row)
{
  /* The sign of a percentage stands at the value already. */
  CasenessChartUnit unit = chart->unit == CASENESS_CHART_PERCENT ? CASENESS_CHART_NUMBER : chart->unit;
  g_autofree char *low = caseness_chart_format_value (unit, row->low);
  g_autofree char *high = caseness_chart_format_value (unit, row->high);

  if (isnan (row->low) || isnan (row->high))
    return NULL;
  /* Translators: the ends of an interval: "48.8 to 51.8". */
  return g_strdup_printf (_("%s to %s"), low, high);
}

/* Returns: (transfer none) (nullable): the side of the line in a word. */
const char *
caseness_interval_chart_get_word (const CasenessIntervalRow *row)
{
  switch (row->mark)
    {
    case CASENESS_INTERVAL_LOWER:
      return C_("side of a line", "lower");
    case CASENESS_INTERVAL_HIGHER:
      return C_("side of a line", "higher");
    case CASENESS_INTERVAL_SPANS:
    case CASENESS_INTERVAL_TOO_SMALL:
    default:
      return NULL;
    }
}

gboolean
caseness_interval_chart_has_words (const CasenessIntervalChart *chart)
{
  guint i;

  for (i = 0; i < chart->rows->len; i++)
    if (caseness_interval_chart_get_word (INTERVAL_ROW (chart, i)) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
get_value_heading (const CasenessIntervalChart *chart)
{
  return chart->second_heading != NULL ? chart->first_heading : chart->value_heading;
}

/* What a screen reader says at a row. */
char *
caseness_interval_chart_dup_label (const CasenessIntervalChart *chart, guint index)
{
  const CasenessIntervalRow *row = INTERVAL_ROW (chart, index);
  g_autofree char *value = caseness_interval_chart_dup_value (chart, row);
  g_autofree char *interval = caseness_interval_chart_dup_interval (chart, row);
  const char *word = caseness_interval_chart_get_word (row);
  /* Translators: read by a screen reader: row, what is measured: value. */
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  g_string_append_printf (text, _("%s, %s: %s"), row->label, get_value_heading (chart), value);
  if (interval != NULL)
    g_string_append_printf (text, ", %s", interval);
  if (!isnan (row->second) && chart->second_heading != NULL)
    {
      g_autofree char *second = caseness_chart_format_value (chart->unit, row->second);

      g_string_append_printf (text, ", %s: %s", chart->second_heading, second);
    }
  if (word != NULL)
    g_string_append_printf (text, ", %s", word);
  for (i = 0; i < chart->columns->len; i++)
    if (g_ptr_array_index (row->cells, i) != NULL)
      g_string_append_printf (text, ", %s: %s", (const char *) g_ptr_array_index (chart->columns, i),
                              (const char *) g_ptr_array_index (row->cells, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The rows with the least and the greatest value. Returns: how many have one. */
static guint
find_extremes (const CasenessIntervalChart *chart, guint *least, guint *greatest)
{
  guint n = 0;
  guint i;

  for (i = 0; i < chart->rows->len; i++)
    {
      const CasenessIntervalRow *row = INTERVAL_ROW (chart, i);

      if (row->kind != CASENESS_ROW_PLAIN || isnan (row->value))
        continue;
      if (n == 0 || row->value < INTERVAL_ROW (chart, *least)->value)
        *least = i;
      if (n == 0 || row->value > INTERVAL_ROW (chart, *greatest)->value)
        *greatest = i;
      n++;
    }
  return n;
}

/* @format: of how many there are, in the singular and plural */
static void
append_marked (GString *text, const CasenessIntervalChart *chart, CasenessIntervalMark mark, const char *words)
{
  const char *separator = ": ";
  guint i;

  g_string_append_printf (text, " %s", words);
  for (i = 0; i < chart->rows->len; i++)
    {
      if (INTERVAL_ROW (chart, i)->mark != mark || INTERVAL_ROW (chart, i)->kind == CASENESS_ROW_HEADING)
        continue;
      g_string_append_printf (text, "%s%s", separator, INTERVAL_ROW (chart, i)->label);
      separator = ", ";
    }
  g_string_append_c (text, '.');
}

static guint
count_mark (const CasenessIntervalChart *chart, CasenessIntervalMark mark)
{
  guint n = 0;
  guint i;

  for (i = 0; i < chart->rows->len; i++)
    n += INTERVAL_ROW (chart, i)->kind != CASENESS_ROW_HEADING && INTERVAL_ROW (chart, i)->mark == mark;
  return n;
}

static void
append_marks (GString *text, const CasenessIntervalChart *chart)
{
  guint n_lower = count_mark (chart, CASENESS_INTERVAL_LOWER);
  guint n_higher = count_mark (chart, CASENESS_INTERVAL_HIGHER);
  g_autofree char *lower = NULL;
  g_autofree char *higher = NULL;

  if (chart->reference_label == NULL)
    return;
  if (n_lower + n_higher == 0)
    {
      /* Translators: %s is the line that rows are compared with: "service 50.3%". */
      g_string_append_printf (text, _(" No interval lies wholly on one side of %s."), chart->reference_label);
      return;
    }
  /* Translators: how many rows, and the line they are compared with; their names follow after a colon. */
  lower = g_strdup_printf (ngettext ("%u is lower than %s", "%u are lower than %s", n_lower), n_lower,
                           chart->reference_label);
  higher = g_strdup_printf (ngettext ("%u is higher than %s", "%u are higher than %s", n_higher), n_higher,
                            chart->reference_label);
  if (n_lower > 0)
    append_marked (text, chart, CASENESS_INTERVAL_LOWER, lower);
  if (n_higher > 0)
    append_marked (text, chart, CASENESS_INTERVAL_HIGHER, higher);
}

static char *
dup_summary (const CasenessChart *chart)
{
  const CasenessIntervalChart *self = (const CasenessIntervalChart *) chart;
  g_autoptr(GString) text = caseness_chart_begin_summary (chart);
  guint least = 0, greatest = 0;
  guint n = find_extremes (self, &least, &greatest);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (n == 0)
    {
      g_string_append (text, _("There are no values."));
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  low = caseness_chart_format_value (self->unit, INTERVAL_ROW (self, least)->value);
  high = caseness_chart_format_value (self->unit, INTERVAL_ROW (self, greatest)->value);
  /* Translators: what is measured, how many rows, the highest and the lowest: label and value. */
  g_string_append_printf (text, ngettext ("%s, %u row: highest %s with %s, lowest %s with %s.",
                                          "%s, %u rows: highest %s with %s, lowest %s with %s.", n),
                          self->value_heading, n, INTERVAL_ROW (self, greatest)->label, high,
                          INTERVAL_ROW (self, least)->label, low);
  append_marks (text, self);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_headings (const CasenessIntervalChart *chart)
{
  guint i;

  for (i = 0; i < chart->rows->len; i++)
    if (INTERVAL_ROW (chart, i)->kind == CASENESS_ROW_HEADING)
      return TRUE;
  return FALSE;
}

static void
fill_headings (const CasenessIntervalChart *chart, CasenessChartTable *table)
{
  guint i;

  if (has_headings (chart))
    caseness_chart_table_add_column (table, C_("column of a table", "Group"));
  caseness_chart_table_add_column (table, chart->row_heading);
  caseness_chart_table_add_column (table, get_value_heading (chart));
  caseness_chart_table_add_column (table, C_("column of a table", "From"));
  caseness_chart_table_add_column (table, C_("column of a table", "To"));
  if (chart->second_heading != NULL)
    caseness_chart_table_add_column (table, chart->second_heading);
  if (chart->reference_label != NULL)
    {
      /* Translators: heading of a column; %s is a line: "service 50.3%". */
      g_autofree char *against = g_strdup_printf (_("Against %s"), chart->reference_label);

      caseness_chart_table_add_column (table, against);
    }
  for (i = 0; i < chart->columns->len; i++)
    caseness_chart_table_add_column (table, g_ptr_array_index (chart->columns, i));
}

static void
fill_row (const CasenessIntervalChart *chart, CasenessChartTable *table, const char *group, guint index)
{
  const CasenessIntervalRow *row = INTERVAL_ROW (chart, index);
  guint i;

  if (has_headings (chart))
    caseness_chart_table_add_text (table, group);
  caseness_chart_table_add_text (table, row->label);
  caseness_chart_table_add_number (table, chart->unit, row->value);
  caseness_chart_table_add_number (table, chart->unit, row->low);
  caseness_chart_table_add_number (table, chart->unit, row->high);
  if (chart->second_heading != NULL)
    caseness_chart_table_add_number (table, chart->unit, row->second);
  if (chart->reference_label != NULL)
    caseness_chart_table_add_text (table, caseness_interval_chart_get_word (row));
  for (i = 0; i < chart->columns->len; i++)
    caseness_chart_table_add_text (table, g_ptr_array_index (row->cells, i));
}

static void
fill_table (const CasenessChart *chart, CasenessChartTable *table)
{
  const CasenessIntervalChart *self = (const CasenessIntervalChart *) chart;
  const char *group = NULL;
  guint i;

  fill_headings (self, table);
  for (i = 0; i < self->rows->len; i++)
    if (INTERVAL_ROW (self, i)->kind == CASENESS_ROW_HEADING)
      group = INTERVAL_ROW (self, i)->label;
    else
      fill_row (self, table, group, i);
}

static const CasenessChartClass interval_chart_class
    = { caseness_interval_chart_lay_out, dup_summary, fill_table, free_chart };

CasenessIntervalChart *
caseness_interval_chart_new (const char *row_heading, const char *value_heading, CasenessChartUnit unit,
                             gboolean is_log)
{
  CasenessIntervalChart *chart;

  g_return_val_if_fail (row_heading != NULL && value_heading != NULL, NULL);

  chart = g_new0 (CasenessIntervalChart, 1);
  caseness_chart_init (&chart->parent, &interval_chart_class);
  chart->row_heading = g_strdup (row_heading);
  chart->value_heading = g_strdup (value_heading);
  chart->unit = unit;
  chart->is_log = is_log;
  chart->columns = g_ptr_array_new_with_free_func (g_free);
  chart->rows = g_ptr_array_new_with_free_func (free_row);
  chart->reference = chart->range_low = chart->range_high = NAN;
  return chart;
}

void
caseness_interval_chart_unref (CasenessIntervalChart *chart)
{
  g_return_if_fail (chart != NULL);

  caseness_chart_unref (&chart->parent);
}

CasenessChart *
caseness_interval_chart_as_chart (CasenessIntervalChart *chart)
{
  return chart != NULL ? &chart->parent : NULL;
}

guint
caseness_interval_chart_add_column (CasenessIntervalChart *chart, const char *heading)
{
  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (heading != NULL, 0);
  g_return_val_if_fail (chart->rows->len == 0, 0);

  g_ptr_array_add (chart->columns, g_strdup (heading));
  return chart->columns->len - 1;
}

static CasenessIntervalRow *
add_row (CasenessIntervalChart *chart, const char *label, CasenessRowKind kind)
{
  CasenessIntervalRow *row = g_new0 (CasenessIntervalRow, 1);

  row->label = g_strdup (label);
  row->kind = kind;
  row->value = row->low = row->high = row->second = NAN;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (row->cells, chart->columns->len);
  g_ptr_array_add (chart->rows, row);
  return row;
}

guint
caseness_interval_chart_add_heading (CasenessIntervalChart *chart, const char *label)
{
  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  add_row (chart, label, CASENESS_ROW_HEADING);
  return chart->rows->len - 1;
}

guint
caseness_interval_chart_add_row (CasenessIntervalChart *chart, const char *label, double value, double low,
                                 double high, CasenessIntervalMark mark)
{
  CasenessIntervalRow *row;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  row = add_row (chart, label, CASENESS_ROW_PLAIN);
  row->value = value;
  row->low = low;
  row->high = high;
  row->mark = mark;
  return chart->rows->len - 1;
}

void
caseness_interval_chart_set_total (CasenessIntervalChart *chart, guint row)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (row < chart->rows->len);

  INTERVAL_ROW (chart, row)->kind = CASENESS_ROW_TOTAL;
}

void
caseness_interval_chart_set_missing (CasenessIntervalChart *chart, guint row, const char *words)
{
  g_return_if_fail (chart != NULL && words != NULL);
  g_return_if_fail (row < chart->rows->len);

  g_free (INTERVAL_ROW (chart, row)->missing);
  INTERVAL_ROW (chart, row)->missing = g_strdup (words);
}

void
caseness_interval_chart_set_cell (CasenessIntervalChart *chart, guint row, guint column, const char *text)
{
  char **cell;

  g_return_if_fail (chart != NULL);
  g_return_if_fail (row < chart->rows->len && column < chart->columns->len);

  cell = (char **) &INTERVAL_ROW (chart, row)->cells->pdata[column];
  g_free (*cell);
  *cell = g_strdup (text);
}

void
caseness_interval_chart_set_reference (CasenessIntervalChart *chart, double value, const char *label)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (label != NULL);

  chart->reference = value;
  g_free (chart->reference_label);
  chart->reference_label = g_strdup (label);
}

void
caseness_interval_chart_set_range (CasenessIntervalChart *chart, double low, double high)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (low < high);

  chart->range_low = low;
  chart->range_high = high;
}

void
caseness_interval_chart_set_short_heading (CasenessIntervalChart *chart, const char *heading)
{
  g_return_if_fail (chart != NULL && heading != NULL);

  g_free (chart->first_heading);
  chart->first_heading = g_strdup (heading);
}

void
caseness_interval_chart_set_second (CasenessIntervalChart *chart, const char *first_heading,
                                    const char *second_heading)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (first_heading != NULL && second_heading != NULL);

  g_free (chart->first_heading);
  g_free (chart->second_heading);
  chart->first_heading = g_strdup (first_heading);
  chart->second_heading = g_strdup (second_heading);
}

void
caseness_interval_chart_set_second_value (CasenessIntervalChart *chart, guint row, double value)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (row < chart->rows->len);

  INTERVAL_ROW (chart, row)->second = value;
}

guint
caseness_interval_chart_get_n_rows (const CasenessIntervalChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->rows->len;
}
