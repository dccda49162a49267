/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_IMPORTS_DIALOG (caseness_imports_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CasenessImportsDialog, caseness_imports_dialog, CASENESS, IMPORTS_DIALOG, AdwWindow)

/**
 * CasenessImportsDialog:
 *
 * What the open service file holds and where it came from: every import it remembers, newest first, each with its
 * receipt and a way to undo it.
 *
 * Signals:
 * - `toast` (string): something is done, in words
 */

/** caseness_imports_dialog_new: Returns: (transfer none): the dialog, owned by GTK until it is closed. */
CasenessImportsDialog *caseness_imports_dialog_new (GtkWindow *parent, CasenessSession *session);

G_END_DECLS
