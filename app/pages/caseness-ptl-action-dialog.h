/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-action.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_PTL_ACTION_DIALOG (caseness_ptl_action_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPtlActionDialog, caseness_ptl_action_dialog, CASENESS, PTL_ACTION_DIALOG,
                      AdwMessageDialog)

/**
 * CasenessPtlActionDialog:
 *
 * Asks what is to be done about people who wait, by whom and by when. Without words nothing is written.
 *
 * Signals:
 * - `written` (string what, string owner, int due, boolean is-done): somebody wrote it
 * - `removed`: the action is not to be kept
 */

/**
 * caseness_ptl_action_dialog_new:
 * @parent: (nullable): its window
 * @whom: whom it is about, in words
 * @due: the day to begin with
 * @owners: (array zero-terminated=1): who had actions before, the latest first
 *
 * Returns: (transfer floating): the dialog.
 */
GtkWidget *caseness_ptl_action_dialog_new (GtkWindow *parent, const char *whom, CasenessDate due,
                                           const char *const *owners);

/**
 * caseness_ptl_action_dialog_edit:
 * @self: a dialog
 * @action: what was agreed
 * @is_done: whether it is done
 *
 * Fills in an action, which can then be removed or be done too.
 */
void caseness_ptl_action_dialog_edit (CasenessPtlActionDialog *self, const CasenessPtlAction *action, gboolean is_done);

/** caseness_ptl_action_dialog_fill: fills in words, as typing them does. */
void caseness_ptl_action_dialog_fill (CasenessPtlActionDialog *self, const char *what, const char *owner);

G_END_DECLS
