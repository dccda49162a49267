/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * caseness_tell:
 * @parent: the window somebody just did something in
 * @heading: what came of it, in a few words
 * @words: why, or what follows
 *
 * Tells it in a dialogue with nothing to do but close it: a screen reader reads it, and it does not go away by itself.
 */
void caseness_tell (GtkWindow *parent, const char *heading, const char *words);

G_END_DECLS
