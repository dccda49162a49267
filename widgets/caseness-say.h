/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CASENESS_SAY_ACTION: takes a string: something that is done, or why it is not, in words. Installed by whatever has a
 *  place to say it: a page, a window. */
#define CASENESS_SAY_ACTION "page.say"

/** caseness_say: says @message on the nearest place around @widget that can; nowhere when there is none. */
void caseness_say (GtkWidget *widget, const char *message);

G_END_DECLS
