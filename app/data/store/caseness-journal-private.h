/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-journal.h"

G_BEGIN_DECLS

/* caseness-journal.c is the value, caseness-journal-store.c is how it gets into the file and out of it. */

/** caseness_journal_take_entry: adds an entry, newer than all that are there, while a journal is being made. */
void caseness_journal_take_entry (CasenessJournal *journal, CasenessJournalEntry *entry);

/** caseness_journal_set_steps: says what an undo and a redo would do (both nullable) while a journal is being made. */
void caseness_journal_set_steps (CasenessJournal *journal, const char *undo, const char *redo);

G_END_DECLS
