/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_PACK_WINDOW (caseness_pack_window_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPackWindow, caseness_pack_window, CASENESS, PACK_WINDOW, AdwWindow)

/**
 * CasenessPackWindow:
 *
 * Where a contract review is prepared: the commentary on each part, the contract's numbers by month, and sets of reports
 * that are made with one press. What is written is kept in the service file and can be undone.
 */

/** caseness_pack_window_new: Returns: (transfer none): the window, which GTK owns, on behalf of @page. */
GtkWindow *caseness_pack_window_new (CasenessPage *page);

G_END_DECLS
