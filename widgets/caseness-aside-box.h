/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_ASIDE_BOX (caseness_aside_box_get_type ())
G_DECLARE_FINAL_TYPE (CasenessAsideBox, caseness_aside_box, CASENESS, ASIDE_BOX, GtkWidget)

/**
 * CasenessAsideBox:
 *
 * Sets its second child beside the first, which takes the room that is left, as long as that is enough; where it is not,
 * the second stands below and has the whole width as well. Children are added in a template or by
 * caseness_aside_box_append(); there are two of them.
 *
 * Properties:
 * - `spacing` (int, pixels): between the two
 * - `enough` (int, pixels): the width that the first child needs to have the second beside it
 */

/** caseness_aside_box_new: Returns: (transfer full): an empty box. */
GtkWidget *caseness_aside_box_new (void);

/** caseness_aside_box_append: adds @child as the last one. */
void caseness_aside_box_append (CasenessAsideBox *self, GtkWidget *child);

G_END_DECLS
