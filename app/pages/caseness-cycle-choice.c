/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cycle-choice.h"

#include "caseness-group-words.h"
#include "caseness-overview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Shows @words, one a value, and chooses @chosen. */
static void
show (CasenessCycleChoice *choice, GtkStringList *words, GStrv values, const char *chosen)
{
  guint i;

  caseness_cycle_choice_clear (choice);
  choice->values = values;
  gtk_drop_down_set_model (choice->drop_down, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (choice->drop_down, 0);
  for (i = 0; chosen != NULL && values[i] != NULL; i++)
    if (strcmp (values[i], chosen) == 0)
      gtk_drop_down_set_selected (choice->drop_down, i + 1);
}

static void
add_group (GtkStringList *words, GStrvBuilder *values, CasenessDimension dimension, const char *label)
{
  g_autofree char *name = caseness_group_words (caseness_dimension_get_variable (dimension), label);

  g_strv_builder_add (values, label);
  gtk_string_list_append (words, name);
}

void
caseness_cycle_choice_fill_groups (CasenessCycleChoice *choice, CasenessDimension dimension, CasenessSnapshot *snapshot,
                                   const CasenessPeriod *period, const char *chosen)
{
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(CasenessGrouping) groups = NULL;
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GStrvBuilder) values = g_strv_builder_new ();
  gboolean has_chosen = chosen == NULL;
  guint i;

  g_return_if_fail (choice != NULL && snapshot != NULL && period != NULL);

  choice->dimension = dimension;
  frame = caseness_frame_new (snapshot);
  caseness_frame_set_period (frame, period);
  groups = caseness_variable_group (caseness_dimension_get_variable (dimension), frame);
  gtk_string_list_append (words, _("All"));
  for (i = 0; i < groups->labels->len; i++)
    {
      const char *label = g_ptr_array_index (groups->labels, i);

      has_chosen |= g_strcmp0 (chosen, label) == 0;
      add_group (words, values, dimension, label);
    }
  if (!has_chosen)
    add_group (words, values, dimension, chosen);
  show (choice, words, g_strv_builder_end (values), chosen);
}

void
caseness_cycle_choice_fill_measures (CasenessCycleChoice *choice, const char *chosen)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GStrvBuilder) values = g_strv_builder_new ();
  g_autoptr(GtkExpression) what = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  guint n, i;
  const CasenessMeasure *measures = caseness_measure_get_all (&n);

  g_return_if_fail (choice != NULL);

  gtk_string_list_append (words, _("None yet"));
  for (i = 0; i < n; i++)
    {
      CasenessOverviewStandard standard;
      g_autofree char *name = NULL;

      caseness_overview_describe_measure (&measures[i], &standard);
      name = g_strdup_printf ("%s (%s)", g_dgettext (GETTEXT_PACKAGE, standard.name), measures[i].id);
      gtk_string_list_append (words, name);
      g_strv_builder_add (values, measures[i].id);
    }
  gtk_drop_down_set_expression (choice->drop_down, what);
  gtk_drop_down_set_enable_search (choice->drop_down, TRUE);
  show (choice, words, g_strv_builder_end (values), chosen);
}

const char *
caseness_cycle_choice_get (const CasenessCycleChoice *choice)
{
  guint selected;

  g_return_val_if_fail (choice != NULL, NULL);

  selected = gtk_drop_down_get_selected (choice->drop_down);
  if (choice->values == NULL || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return choice->values[selected - 1];
}

void
caseness_cycle_choice_clear (CasenessCycleChoice *choice)
{
  g_return_if_fail (choice != NULL);
  g_clear_pointer (&choice->values, g_strfreev);
}
