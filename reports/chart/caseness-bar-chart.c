/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-bar-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

static void
free_bar (gpointer data)
{
  CasenessBar *bar = data;

  g_free (bar->label);
  g_free (bar->note);
  g_free (bar);
}

static void
free_chart (CasenessChart *chart)
{
  CasenessBarChart *self = (CasenessBarChart *) chart;

  g_free (self->row_heading);
  g_free (self->value_heading);
  g_free (self->note_heading);
  g_free (self->reference_label);
  g_ptr_array_unref (self->bars);
  g_free (self);
}

/* The bars with the least and the greatest value. Returns: how many have one. */
static guint
find_extremes (const CasenessBarChart *chart, guint *least, guint *greatest)
{
  guint n = 0;
  guint i;

  for (i = 0; i < chart->bars->len; i++)
    {
      double value = BAR (chart, i)->value;

      if (isnan (value))
        continue;
      if (n == 0 || value < BAR (chart, *least)->value)
        *least = i;
      if (n == 0 || value > BAR (chart, *greatest)->value)
        *greatest = i;
      n++;
    }
  return n;
}

static char *
dup_range (const CasenessBarChart *chart)
{
  guint least = 0, greatest = 0;
  guint n = find_extremes (chart, &least, &greatest);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (n == 0)
    return g_strdup (_("There are no values."));
  low = caseness_bar_chart_dup_value (chart, least);
  high = caseness_bar_chart_dup_value (chart, greatest);
  if (n == 1)
    /* Translators: what a bar stands for and its value. */
    return g_strdup_printf (_("%s: %s."), BAR (chart, least)->label, low);
  /* Translators: what the bars show, how many, then the highest and the lowest: label and value. */
  return g_strdup_printf (ngettext ("%s, %u bar: highest %s with %s, lowest %s with %s.",
                                    "%s, %u bars: highest %s with %s, lowest %s with %s.", n),
                          chart->value_heading, n, BAR (chart, greatest)->label, high, BAR (chart, least)->label, low);
}

static guint
count_below_reference (const CasenessBarChart *chart)
{
  guint n = 0;
  guint i;

  for (i = 0; i < chart->bars->len; i++)
    n += BAR (chart, i)->value < chart->reference;
  return n;
}

static char *
dup_summary (const CasenessChart *chart)
{
  const CasenessBarChart *self = (const CasenessBarChart *) chart;
  g_autofree char *titles = caseness_chart_dup_titles (chart);
  g_autoptr(GString) text = g_string_new (titles);
  g_autofree char *range = dup_range (self);

  if (text->len > 0)
    g_string_append (text, g_str_has_suffix (text->str, ".") ? " " : ". ");
  g_string_append (text, range);
  if (self->reference_label != NULL)
    {
      guint n_below = count_below_reference (self);

      /* Translators: how many bars end before the reference line, and its name. */
      g_string_append_printf (text, ngettext (" %u is below %s.", " %u are below %s.", n_below), n_below,
                              self->reference_label);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_notes (const CasenessBarChart *chart)
{
  guint i;

  for (i = 0; i < chart->bars->len; i++)
    if (BAR (chart, i)->note != NULL)
      return TRUE;
  return chart->note_heading != NULL;
}

static void
fill_table (const CasenessChart *chart, CasenessChartTable *table)
{
  const CasenessBarChart *self = (const CasenessBarChart *) chart;
  gboolean has_note_column = has_notes (self);
  guint i;

  caseness_chart_table_add_column (table, self->row_heading);
  caseness_chart_table_add_column (table, self->value_heading);
  if (has_note_column)
    caseness_chart_table_add_column (table, self->note_heading != NULL ? self->note_heading : "");
  for (i = 0; i < self->bars->len; i++)
    {
      const CasenessBar *bar = BAR (self, i);

      caseness_chart_table_add_text (table, bar->label);
      if (bar->is_suppressed)
        caseness_chart_table_add_text (table, "*");
      else
        caseness_chart_table_add_number (table, self->unit, bar->value);
      if (has_note_column)
        caseness_chart_table_add_text (table, bar->note);
    }
}

static const CasenessChartClass bar_chart_class = { caseness_bar_chart_lay_out, dup_summary, fill_table, free_chart };

CasenessBarChart *
caseness_bar_chart_new (const char *row_heading, const char *value_heading, CasenessChartUnit unit)
{
  CasenessBarChart *chart = g_new0 (CasenessBarChart, 1);

  g_return_val_if_fail (row_heading != NULL && value_heading != NULL, NULL);

  caseness_chart_init (&chart->parent, &bar_chart_class);
  chart->row_heading = g_strdup (row_heading);
  chart->value_heading = g_strdup (value_heading);
  chart->unit = unit;
  chart->bars = g_ptr_array_new_with_free_func (free_bar);
  chart->reference = NAN;
  return chart;
}

void
caseness_bar_chart_unref (CasenessBarChart *chart)
{
  g_return_if_fail (chart != NULL);

  caseness_chart_unref (&chart->parent);
}

CasenessChart *
caseness_bar_chart_as_chart (CasenessBarChart *chart)
{
  return chart != NULL ? &chart->parent : NULL;
}

void
caseness_bar_chart_set_note_heading (CasenessBarChart *chart, const char *heading)
{
  g_return_if_fail (chart != NULL);

  g_free (chart->note_heading);
  chart->note_heading = g_strdup (heading);
}

static CasenessBar *
add_bar (CasenessBarChart *chart, const char *label, double value, const char *note)
{
  CasenessBar *bar = g_new0 (CasenessBar, 1);

  bar->label = g_strdup (label);
  bar->note = g_strdup (note);
  bar->value = value;
  g_ptr_array_add (chart->bars, bar);
  return bar;
}

guint
caseness_bar_chart_add_bar (CasenessBarChart *chart, const char *label, double value, CasenessBarKind kind,
                            const char *note)
{
  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);
  g_return_val_if_fail (isnan (value) || value >= 0, 0);

  add_bar (chart, label, value, note)->kind = kind;
  return chart->bars->len - 1;
}

guint
caseness_bar_chart_add_suppressed (CasenessBarChart *chart, const char *label, const char *note)
{
  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  add_bar (chart, label, NAN, note)->is_suppressed = TRUE;
  return chart->bars->len - 1;
}

void
caseness_bar_chart_set_reference (CasenessBarChart *chart, double value, const char *label)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (label != NULL);

  chart->reference = value;
  g_free (chart->reference_label);
  chart->reference_label = g_strdup (label);
}

guint
caseness_bar_chart_get_n_bars (const CasenessBarChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->bars->len;
}

/* What stands at the end of a bar. */
char *
caseness_bar_chart_dup_value (const CasenessBarChart *chart, guint bar)
{
  if (BAR (chart, bar)->is_suppressed)
    return g_strdup ("*");
  if (isnan (BAR (chart, bar)->value))
    return g_strdup (_("no data"));
  return caseness_chart_format_value (chart->unit, BAR (chart, bar)->value);
}
