/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * press_key:
 * @from: where the focus is
 * @key: a GDK_KEY_ value
 * @modifiers: held with it
 *
 * Does what the shortcuts of @from and of everything around it do for a key, as GTK bubbles it.
 *
 * Returns: whether one of them took the key.
 */
gboolean press_key (GtkWidget *from, guint key, GdkModifierType modifiers);

/** run_until: runs the main loop until @is_done is true of @data, or fails after a minute. */
void run_until (gboolean (*is_done) (gpointer data), gpointer data);

/** run_for_a_while: lets frames be drawn and what is pending happen. */
void run_for_a_while (void);

/** find_child: Returns: (transfer none) (nullable): the first descendant of a type, by name of the type. */
GtkWidget *find_child (GtkWidget *widget, const char *type_name);

/** find_window: Returns: (transfer none) (nullable): a window of @type that is open. */
GtkWindow *find_window (GType type);

G_END_DECLS
