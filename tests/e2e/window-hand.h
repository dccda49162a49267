/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What tests do with windows of their own process: wait, look, answer file dialogs, take pictures. */

/** HandCondition: what is waited for. */
typedef gboolean (*HandCondition) (gconstpointer data);

/** hand_wait_until: runs the main loop until @condition holds; ends the test after some minutes, naming @what. */
void hand_wait_until (HandCondition condition, gconstpointer data, const char *what);

/** hand_let_pass: runs @n turns of the main loop, waiting a little when there is nothing to do. */
void hand_let_pass (guint n);

/** hand_find_window: Returns: (transfer none) (nullable): a window of @type that is on the screen. */
GtkWindow *hand_find_window (GType type);

/** hand_list_shown: Returns: (transfer full): @top and all below it that is on the screen, some of which may leave it
 *  while the list is gone through. */
GPtrArray *hand_list_shown (GtkWidget *top);

/** hand_answer_file_dialog: waits for the dialog that asks where to save and answers @path. */
void hand_answer_file_dialog (const char *path);

/** hand_keep_picture: draws @window as it is into CASENESS_SCREENSHOT_DIR as @name.png. */
void hand_keep_picture (GtkWidget *window, const char *name);

G_END_DECLS
