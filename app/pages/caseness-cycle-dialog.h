/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-cycle.h"
#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_CYCLE_DIALOG (caseness_cycle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CasenessCycleDialog, caseness_cycle_dialog, CASENESS, CYCLE_DIALOG, AdwWindow)

/**
 * CasenessCycleDialog:
 *
 * Where a Plan-Do-Study-Act cycle is written. What is typed is on the disk within a second, as a draft, so that nothing is
 * lost when the program or the computer dies; it becomes a cycle when people record it. Closing keeps the draft.
 *
 * Signals:
 * - `message` (string): something to tell people
 */

/**
 * caseness_cycle_dialog_new:
 * @parent: (nullable): its window
 * @session: a session with an open file
 * @cycle: what to begin with
 * @hides_staff: whether clinicians are not to be named, nor chosen
 *
 * Returns: (transfer none): the dialog, which GTK owns.
 */
GtkWindow *caseness_cycle_dialog_new (GtkWindow *parent, CasenessSession *session, const CasenessCycle *cycle,
                                      gboolean hides_staff);

/** caseness_cycle_dialog_read: Returns: (transfer full): what its fields say now. */
CasenessCycle *caseness_cycle_dialog_read (CasenessCycleDialog *self);

G_END_DECLS
