/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-tell.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
caseness_tell (GtkWindow *parent, const char *heading, const char *words)
{
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (heading != NULL && words != NULL);

  dialog = adw_message_dialog_new (parent, heading, words);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
