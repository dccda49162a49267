/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_NOTE_VIEW (caseness_note_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessNoteView, caseness_note_view, CASENESS, NOTE_VIEW, AdwBin)

/**
 * CasenessNoteView:
 *
 * The note of a review, to be read and written. It is recorded when somebody stops typing for a moment or goes elsewhere,
 * and undone as everything recorded is. Words are on the disk as a draft while they are being typed, so that a program
 * that ends meanwhile loses none: who opens the note again finds them.
 *
 * Signals: `message` (string): what went wrong.
 */

/**
 * caseness_note_view_show:
 * @self: a view
 * @session: (nullable): whose journal keeps the note
 * @subject: (nullable): whom it is about (caseness_review_dup_subject()); NULL for nobody
 *
 * Records what was typed about the one before, and shows the note about @subject as kept now.
 */
void caseness_note_view_show (CasenessNoteView *self, CasenessSession *session, const char *subject);

/** caseness_note_view_save: records what was typed, unless it is what is kept already. */
void caseness_note_view_save (CasenessNoteView *self);

/** caseness_note_view_tell: says below the note what became of something recorded beside it. */
void caseness_note_view_tell (CasenessNoteView *self, const char *words);

/** caseness_note_view_get_buffer: Returns: (transfer none): the words. */
GtkTextBuffer *caseness_note_view_get_buffer (CasenessNoteView *self);

G_END_DECLS
