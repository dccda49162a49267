/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-staff-words.h"

#include "caseness-staff-numbers.h"

#include <glib/gi18n.h>
#include <string.h>

#define NOT_RECORDED "Not recorded"
#define SUPERVISOR "Supervisor"

static gboolean
is_told (const char *staff, gboolean hides_names)
{
  return !hides_names || *staff == '\0' || strcmp (staff, NOT_RECORDED) == 0;
}

static char *
dup_name (const char *staff)
{
  return g_strdup (*staff != '\0' ? g_dgettext (GETTEXT_PACKAGE, staff) : "");
}

char *
caseness_staff_words_name (const CasenessSnapshot *snapshot, const char *staff, gboolean hides_names)
{
  guint number;

  g_return_val_if_fail (snapshot != NULL && staff != NULL, NULL);

  if (is_told (staff, hides_names))
    return dup_name (staff);
  number = caseness_staff_numbers_find (snapshot, staff);
  /* Translators: stands for the name of a clinician in meeting mode */
  return number > 0 ? g_strdup_printf (_("Clinician %u"), number) : g_strdup (_("A clinician"));
}

static char *
dup_supervisor (const CasenessSnapshot *snapshot, const char *staff, gboolean hides_names)
{
  guint number;

  if (is_told (staff, hides_names))
    return dup_name (staff);
  number = caseness_staff_numbers_find (snapshot, staff);
  /* Translators: stands for the name of a supervisor in meeting mode */
  return number > 0 ? g_strdup_printf (_("Supervisor %u"), number) : g_strdup (_("A supervisor"));
}

char *
caseness_staff_words_group (const CasenessSnapshot *snapshot, const CasenessVariable *variable, const char *label,
                            gboolean hides_names)
{
  g_return_val_if_fail (snapshot != NULL && label != NULL, NULL);

  if (variable == NULL || !caseness_variable_names_staff (variable))
    return dup_name (label);
  if (strcmp (caseness_variable_get_name (variable), SUPERVISOR) == 0)
    return dup_supervisor (snapshot, label, hides_names);
  return caseness_staff_words_name (snapshot, label, hides_names);
}
