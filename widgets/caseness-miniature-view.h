/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-miniature.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_MINIATURE_VIEW (caseness_miniature_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessMiniatureView, caseness_miniature_view, CASENESS, MINIATURE_VIEW, GtkWidget)

/**
 * CasenessMiniatureView:
 *
 * Shows a miniature in the colours of the window. Assistive technology meets an image with its words, and so does who
 * rests the pointer on it.
 */

/** caseness_miniature_view_new: Returns: (transfer full): a view that shows nothing. */
GtkWidget *caseness_miniature_view_new (void);

/** caseness_miniature_view_set: shows @miniature, or nothing when NULL. */
void caseness_miniature_view_set (CasenessMiniatureView *self, CasenessMiniature *miniature);

G_END_DECLS
