/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_NOTE_DIALOG (caseness_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CasenessNoteDialog, caseness_note_dialog, CASENESS, NOTE_DIALOG, AdwMessageDialog)

/**
 * CasenessNoteDialog:
 *
 * Asks for a note on a figure, or for a step change and its reason: words and a day. Without words nothing is written.
 *
 * Signals:
 * - `written` (string kind, int day, boolean is-of-all, string text): somebody wrote it
 */

/**
 * caseness_note_dialog_new:
 * @parent: (nullable): its window
 * @kind: CASENESS_RECORD_ANNOTATION or CASENESS_RECORD_STEP_CHANGE
 * @name: of the figure
 * @day: a known day to begin with
 *
 * Returns: (transfer floating): the dialog.
 */
GtkWidget *caseness_note_dialog_new (GtkWindow *parent, const char *kind, const char *name, CasenessDate day);

/** caseness_note_dialog_set_text: fills in the words, as typing them does. */
void caseness_note_dialog_set_text (CasenessNoteDialog *self, const char *text);

G_END_DECLS
