/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_WRAP_BOX (caseness_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (CasenessWrapBox, caseness_wrap_box, CASENESS, WRAP_BOX, GtkWidget)

/**
 * CasenessWrapBox:
 *
 * Sets its children side by side and starts a new line where the next one does not fit, so that large text and narrow
 * windows lose nothing. Children are added in a template or by caseness_wrap_box_append().
 *
 * Properties:
 * - `spacing` (int): between children of one line
 * - `line-spacing` (int): between lines
 * - `spread` (boolean): the last child of a line of several stands at the line's end
 */

/** caseness_wrap_box_new: Returns: (transfer full): an empty box. */
GtkWidget *caseness_wrap_box_new (void);

/** caseness_wrap_box_append: adds @child as the last one. */
void caseness_wrap_box_append (CasenessWrapBox *self, GtkWidget *child);

/** caseness_wrap_box_set_spacing: the room between children of a line. */
void caseness_wrap_box_set_spacing (CasenessWrapBox *self, int spacing);

/** caseness_wrap_box_set_line_spacing: the room between lines. */
void caseness_wrap_box_set_line_spacing (CasenessWrapBox *self, int line_spacing);

/** caseness_wrap_box_set_spread: whether a line's last child stands at its end. */
void caseness_wrap_box_set_spread (CasenessWrapBox *self, gboolean is_spread);

G_END_DECLS
