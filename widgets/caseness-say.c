/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-say.h"

void
caseness_say (GtkWidget *widget, const char *message)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && message != NULL);

  gtk_widget_activate_action (widget, CASENESS_SAY_ACTION, "s", message);
}
