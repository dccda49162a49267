/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** caseness_recent_add: remembers that a service file was opened. */
void caseness_recent_add (GFile *file);

/**
 * caseness_recent_fill_menu:
 * @menu: a menu, emptied first
 *
 * Lists the service files opened lately that are still there, newest first; each item opens its file by
 * `win.open-recent`. Says so when there is none.
 */
void caseness_recent_fill_menu (GMenu *menu);

G_END_DECLS
