/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"
#include "caseness-standards.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_STANDARDS_WINDOW (caseness_standards_window_get_type ())
G_DECLARE_FINAL_TYPE (CasenessStandardsWindow, caseness_standards_window, CASENESS, STANDARDS_WINDOW, AdwWindow)

/**
 * CasenessStandardsWindow:
 *
 * What figures are held to, from when to when, and who says so. A row opens it to be changed, ended or taken out; what
 * is recorded goes into the service file, holds everywhere at once, and can be undone.
 *
 * Actions: `standards.add`, `standards.export`.
 */

/** caseness_standards_window_new: Returns: (transfer none): the window over @parent (nullable), not shown yet. */
GtkWindow *caseness_standards_window_new (GtkWindow *parent, CasenessSession *session);

/** caseness_standards_window_write: records @standard in place of @old (nullable), as the dialog does. */
void caseness_standards_window_write (CasenessStandardsWindow *self, const CasenessStandard *old,
                                      const CasenessStandard *standard);

/** caseness_standards_window_remove: takes out the standard at @position of the service file's. */
void caseness_standards_window_remove (CasenessStandardsWindow *self, guint position);

G_END_DECLS
