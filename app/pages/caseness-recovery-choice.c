/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-choice.h"

#include <glib/gi18n-lib.h>

/* What can be compared: who treats, what, and where; the second choice begins with nothing else. */
static const char *const variables[] = {
  "Clinician", "Modality", "Problem Descriptor", "Step",     "Team",     "Site",
  "Supervisor", "Locality", "Commissioner",      "Provider", "Age Group", "Indices of Deprivation Decile",
};

void
caseness_recovery_choice_fill (GtkDropDown *by_choice, GtkDropDown *and_choice)
{
  g_autoptr(GtkStringList) by = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) and = gtk_string_list_new (NULL);
  gsize i;

  gtk_string_list_append (and, _("Nothing else"));
  for (i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      gtk_string_list_append (by, g_dgettext (GETTEXT_PACKAGE, variables[i]));
      gtk_string_list_append (and, g_dgettext (GETTEXT_PACKAGE, variables[i]));
    }
  gtk_drop_down_set_model (by_choice, G_LIST_MODEL (by));
  gtk_drop_down_set_model (and_choice, G_LIST_MODEL (and));
}

void
caseness_recovery_choice_read (GtkDropDown *by_choice, GtkDropDown *and_choice, const CasenessVariable *chosen[2])
{
  guint by = gtk_drop_down_get_selected (by_choice), and = gtk_drop_down_get_selected (and_choice);

  g_return_if_fail (by < G_N_ELEMENTS (variables) && and <= G_N_ELEMENTS (variables));

  chosen[0] = caseness_variable_find (variables[by]);
  chosen[1] = and > 0 ? caseness_variable_find (variables[and - 1]) : NULL;
}
