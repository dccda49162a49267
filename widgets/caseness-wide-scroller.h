/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_WIDE_SCROLLER (caseness_wide_scroller_get_type ())
G_DECLARE_FINAL_TYPE (CasenessWideScroller, caseness_wide_scroller, CASENESS, WIDE_SCROLLER, GtkWidget)

/**
 * CasenessWideScroller:
 *
 * Scrolls a child that may be wider than the window, such as a table whose last columns matter: the bar below it stays
 * in sight as long as something is out of sight, and takes no room otherwise. It is as high as its child where there
 * is room.
 *
 * Properties: `child` (GtkWidget, nullable); `most-height` (int, pixels): a higher child is scrolled, -1 for none.
 */

/** caseness_wide_scroller_new: Returns: (transfer full): an empty scroller. */
GtkWidget *caseness_wide_scroller_new (void);

/** caseness_wide_scroller_set_child: scrolls @child in place of another. */
void caseness_wide_scroller_set_child (CasenessWideScroller *self, GtkWidget *child);

/** caseness_wide_scroller_get_child: Returns: (transfer none) (nullable): what is scrolled. */
GtkWidget *caseness_wide_scroller_get_child (CasenessWideScroller *self);

G_END_DECLS
