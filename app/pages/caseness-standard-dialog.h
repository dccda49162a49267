/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-standards.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_STANDARD_DIALOG (caseness_standard_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CasenessStandardDialog, caseness_standard_dialog, CASENESS, STANDARD_DIALOG, AdwMessageDialog)

/**
 * CasenessStandardDialog:
 *
 * Asks what a figure is to reach, from when to when, and who says so.
 *
 * Signals:
 * - `written` (pointer): a CasenessStandard was decided, to be copied
 * - `removed`: it is to be one no more
 */

/**
 * caseness_standard_dialog_new:
 * @parent: (nullable): whose window it lies over
 * @standard: (nullable): what is changed; NULL for a new one
 * @day: the day on which a new one comes into force, unless people choose another
 *
 * Returns: (transfer none): a dialog, not shown yet.
 */
GtkWidget *caseness_standard_dialog_new (GtkWindow *parent, const CasenessStandard *standard, CasenessDate day);

/** caseness_standard_dialog_fill: has it say what @standard says, as if it had been typed. */
void caseness_standard_dialog_fill (CasenessStandardDialog *self, const CasenessStandard *standard);

G_END_DECLS
