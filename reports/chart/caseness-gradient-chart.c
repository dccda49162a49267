/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-gradient-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

static void
free_group (gpointer data)
{
  CasenessGradientGroup *group = data;

  g_free (group->label);
  g_free (group);
}

static void
free_chart (CasenessChart *chart)
{
  CasenessGradientChart *self = (CasenessGradientChart *) chart;

  g_free (self->group_heading);
  g_free (self->value_heading);
  g_free (self->low_end);
  g_free (self->high_end);
  g_free (self->fit_label);
  g_free (self->reference_label);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/* What a screen reader says at a group. */
char *
caseness_gradient_chart_dup_label (const CasenessGradientChart *chart, guint index)
{
  const CasenessGradientGroup *group = GRADIENT_GROUP (chart, index);
  g_autofree char *value = caseness_chart_format_value (chart->unit, group->value);
  g_autofree char *low = caseness_chart_format_value (chart->unit, group->low);
  g_autofree char *high = caseness_chart_format_value (chart->unit, group->high);

  if (isnan (group->low) || isnan (group->high))
    /* Translators: read by a screen reader: what the groups are and which, what is measured: value. */
    return g_strdup_printf (_("%s %s, %s: %s"), chart->group_heading, group->label, chart->value_heading, value);
  /* Translators: read by a screen reader: what the groups are and which, what is measured: value, its interval. */
  return g_strdup_printf (_("%s %s, %s: %s, %s to %s"), chart->group_heading, group->label, chart->value_heading,
                          value, low, high);
}

static void
append_fit (GString *text, const CasenessGradientChart *chart)
{
  g_autofree char *low = caseness_chart_format_value (chart->unit, chart->fit_low);
  g_autofree char *high = caseness_chart_format_value (chart->unit, chart->fit_high);

  if (isnan (chart->fit_low) || chart->low_end == NULL || chart->high_end == NULL)
    return;
  /* Translators: where a fitted line begins and ends: value and name of the end, twice. */
  g_string_append_printf (text, _(" The fitted line goes from %s (%s) to %s (%s)."), low, chart->low_end, high,
                          chart->high_end);
}

static void
append_groups (GString *text, const CasenessGradientChart *chart)
{
  guint n = 0, first = 0, last = 0;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  guint i;

  for (i = 0; i < chart->groups->len; i++)
    if (!isnan (GRADIENT_GROUP (chart, i)->value))
      {
        first = n++ == 0 ? i : first;
        last = i;
      }
  if (n == 0)
    {
      g_string_append (text, _("There are no values."));
      return;
    }
  low = caseness_chart_format_value (chart->unit, GRADIENT_GROUP (chart, first)->value);
  high = caseness_chart_format_value (chart->unit, GRADIENT_GROUP (chart, last)->value);
  /* Translators: what is measured, how many groups, then the first and the last group and their values. */
  g_string_append_printf (text, ngettext ("%s, %u group: %s %s with %s, %s %s with %s.",
                                          "%s, %u groups: %s %s with %s, %s %s with %s.", n),
                          chart->value_heading, n, chart->group_heading, GRADIENT_GROUP (chart, first)->label, low,
                          chart->group_heading, GRADIENT_GROUP (chart, last)->label, high);
  append_fit (text, chart);
}

static char *
dup_summary (const CasenessChart *chart)
{
  g_autoptr(GString) text = caseness_chart_begin_summary (chart);

  append_groups (text, (const CasenessGradientChart *) chart);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static double
get_fitted (const CasenessGradientChart *chart, double place)
{
  return chart->fit_low + place * (chart->fit_high - chart->fit_low);
}

static void
fill_table (const CasenessChart *chart, CasenessChartTable *table)
{
  const CasenessGradientChart *self = (const CasenessGradientChart *) chart;
  guint i;

  caseness_chart_table_add_column (table, self->group_heading);
  caseness_chart_table_add_column (table, self->value_heading);
  caseness_chart_table_add_column (table, C_("column of a table", "From"));
  caseness_chart_table_add_column (table, C_("column of a table", "To"));
  if (self->fit_label != NULL)
    caseness_chart_table_add_column (table, self->fit_label);
  for (i = 0; i < self->groups->len; i++)
    {
      const CasenessGradientGroup *group = GRADIENT_GROUP (self, i);

      caseness_chart_table_add_text (table, group->label);
      caseness_chart_table_add_number (table, self->unit, group->value);
      caseness_chart_table_add_number (table, self->unit, group->low);
      caseness_chart_table_add_number (table, self->unit, group->high);
      if (self->fit_label != NULL)
        caseness_chart_table_add_number (table, self->unit, get_fitted (self, group->place));
    }
}

static const CasenessChartClass gradient_chart_class
    = { caseness_gradient_chart_lay_out, dup_summary, fill_table, free_chart };

CasenessGradientChart *
caseness_gradient_chart_new (const char *group_heading, const char *value_heading, CasenessChartUnit unit)
{
  CasenessGradientChart *chart;

  g_return_val_if_fail (group_heading != NULL && value_heading != NULL, NULL);

  chart = g_new0 (CasenessGradientChart, 1);
  caseness_chart_init (&chart->parent, &gradient_chart_class);
  chart->group_heading = g_strdup (group_heading);
  chart->value_heading = g_strdup (value_heading);
  chart->unit = unit;
  chart->groups = g_ptr_array_new_with_free_func (free_group);
  chart->fit_low = chart->fit_high = chart->reference = NAN;
  return chart;
}

void
caseness_gradient_chart_unref (CasenessGradientChart *chart)
{
  g_return_if_fail (chart != NULL);

  caseness_chart_unref (&chart->parent);
}

CasenessChart *
caseness_gradient_chart_as_chart (CasenessGradientChart *chart)
{
  return chart != NULL ? &chart->parent : NULL;
}

guint
caseness_gradient_chart_add_group (CasenessGradientChart *chart, const char *label, double place, double value,
                                   double low, double high)
{
  CasenessGradientGroup *group;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);
  g_return_val_if_fail (place >= 0 && place <= 1, 0);

  group = g_new0 (CasenessGradientGroup, 1);
  *group = (CasenessGradientGroup) { g_strdup (label), place, value, low, high };
  g_ptr_array_add (chart->groups, group);
  return chart->groups->len - 1;
}

static void
set_words (char **place, const char *words)
{
  g_free (*place);
  *place = g_strdup (words);
}

void
caseness_gradient_chart_set_ends (CasenessGradientChart *chart, const char *low, const char *high)
{
  g_return_if_fail (chart != NULL);

  set_words (&chart->low_end, low);
  set_words (&chart->high_end, high);
}

void
caseness_gradient_chart_set_fit (CasenessGradientChart *chart, double at_low, double at_high, const char *label)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (label != NULL);

  chart->fit_low = at_low;
  chart->fit_high = at_high;
  set_words (&chart->fit_label, label);
}

void
caseness_gradient_chart_set_reference (CasenessGradientChart *chart, double value, const char *label)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (label != NULL);

  chart->reference = value;
  set_words (&chart->reference_label, label);
}

guint
caseness_gradient_chart_get_n_groups (const CasenessGradientChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->groups->len;
}
