/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-accelerators.h"

#include <glib/gi18n-lib.h>

/* The shortcuts window, resources/ui/caseness-shortcuts.ui, says the same in the same words; a test compares them. */
static const CasenessAccelerator accelerators[] = {
  { "win.open", "<Control>o", N_("Open a service file") },
  { "win.import", "<Control>i", N_("Import a submission") },
  { "win.imports", "<Control><Shift>i", N_("Imports and sources") },
  { "win.undo", "<Control>z", N_("Undo what was recorded last") },
  { "win.redo", "<Control><Shift>z", N_("Redo what was undone") },
  { "win.print", "<Control>p", N_("Print the page") },
  { "win.page", CASENESS_PAGE_KEYS, N_("A page, by its place in the sidebar") },
  { "win.choose-period", "<Control>d", N_("Choose the period") },
  { "win.meeting-mode", "<Control>m", N_("Meeting mode: hide identifiers and names") },
  { "win.show-sidebar", "F9", N_("Show the sidebar") },
  { "app.preferences", "<Control>comma", N_("Preferences") },
  { "win.shortcuts", "<Control>question", N_("Keyboard shortcuts") },
  { "window.close", "<Control>w", N_("Close the window") },
  { "app.quit", "<Control>q", N_("Quit") },
};

const CasenessAccelerator *
caseness_accelerators_get (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (accelerators);
  return accelerators;
}

/* Pages are counted from 0, their keys from 1; the tenth has 0. */
static void
install_page_keys (GtkApplication *application)
{
  for (int page = 0; page < CASENESS_N_PAGE_KEYS; page++)
    {
      g_autofree char *action = g_strdup_printf ("win.page(%d)", page);
      g_autofree char *key = g_strdup_printf ("<Control>%d", (page + 1) % 10);
      const char *keys[] = { key, NULL };

      gtk_application_set_accels_for_action (application, action, keys);
    }
}

void
caseness_accelerators_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    {
      const char *keys[] = { accelerators[i].keys, NULL };

      if (g_str_equal (accelerators[i].keys, CASENESS_PAGE_KEYS))
        install_page_keys (application);
      else
        gtk_application_set_accels_for_action (application, accelerators[i].action, keys);
    }
}
