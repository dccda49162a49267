/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-store.h"

G_BEGIN_DECLS

/**
 * CasenessJournal:
 *
 * What people recorded in a service file: notes, actions, plans, saved views. It is an immutable value that is loaded
 * with the file, cheap to share between threads. It knows no kinds: what a kind means, and what its body holds, is
 * known to those who write it. A subject says what the entry is about, by an id that outlives an import.
 */
typedef struct _CasenessJournal CasenessJournal;

/** CasenessJournalEntry: one thing that was recorded and not undone. */
typedef struct
{
  gint64 entry_id;
  gint64 action_id; /* entries that were written together share it; 0 for a draft */
  char *kind;
  char *subject;
  char *body;       /* (nullable): a JSON object, see caseness-journal-body.h; NULL: the subject was removed */
  char *words;      /* what was done */
  char *written_at; /* local time, as 2025-07-01 09:30:00 */
  char *written_by;
} CasenessJournalEntry;

/** CasenessJournalChange: what is to be recorded. */
typedef struct
{
  const char *kind;    /* a word that only its owner uses, as "review-note" */
  const char *subject; /* what it is about */
  const char *body;    /* (nullable): a JSON object; NULL removes the subject */
} CasenessJournalChange;

/** CasenessJournalStamp: who records something and when; nothing below looks at the clock. */
typedef struct
{
  GDateTime *now;
  const char *user;
} CasenessJournalStamp;

/** caseness_journal_new: Returns: (transfer full): a journal without entries. */
CasenessJournal *caseness_journal_new (void);

/**
 * caseness_journal_load:
 * @store: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is recorded in @store now, or NULL with @error set.
 */
CasenessJournal *caseness_journal_load (CasenessStore *store, GError **error);

/** caseness_journal_ref: Returns: (transfer full): @journal with one more reference. */
CasenessJournal *caseness_journal_ref (CasenessJournal *journal);

/** caseness_journal_unref: drops a reference. */
void caseness_journal_unref (CasenessJournal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessJournal, caseness_journal_unref)

/** caseness_journal_get: Returns: (transfer none) (nullable): what holds for @subject; NULL: nothing, or removed. */
const CasenessJournalEntry *caseness_journal_get (CasenessJournal *journal, const char *kind, const char *subject);

/**
 * caseness_journal_list:
 * @journal: a journal
 * @kind: a kind
 *
 * Returns: (transfer container) (element-type CasenessJournalEntry): what holds for every subject of @kind that is not
 *   removed, in the order in which the subjects were first written.
 */
GPtrArray *caseness_journal_list (CasenessJournal *journal, const char *kind);

/**
 * caseness_journal_list_history:
 * @journal: a journal
 * @kind: a kind
 * @subject: a subject
 *
 * Returns: (transfer container) (element-type CasenessJournalEntry): every entry about @subject that is not undone,
 *   removals too, oldest first.
 */
GPtrArray *caseness_journal_list_history (CasenessJournal *journal, const char *kind, const char *subject);

/** caseness_journal_get_undo: Returns: (transfer none) (nullable): the words of what an undo would undo. */
const char *caseness_journal_get_undo (CasenessJournal *journal);

/** caseness_journal_get_redo: Returns: (transfer none) (nullable): the words of what a redo would bring back. */
const char *caseness_journal_get_redo (CasenessJournal *journal);

/**
 * caseness_journal_write:
 * @store: a store open for writing
 * @changes: (array length=n_changes): what to record, at least one
 * @n_changes: how many
 * @words: what is done, for people, as "Note on a review"; it is shown in meeting mode too and so identifies nobody
 * @stamp: who and when
 * @error: return location
 *
 * Records all of @changes or nothing, as one action, and has them on the disk before it returns. What was undone before
 * cannot be redone any more.
 *
 * Returns: the number of the action, or 0 with @error set.
 */
gint64 caseness_journal_write (CasenessStore *store, const CasenessJournalChange *changes, guint n_changes,
                               const char *words, const CasenessJournalStamp *stamp, GError **error);

/**
 * caseness_journal_keep_draft:
 * @store: a store open for writing
 * @change: what is being written, its kind a draft's; without a body it is finished with
 * @stamp: who and when
 * @error: return location
 *
 * Has words on the disk while they are being typed. It is no action: nobody undoes it, and what was undone before can
 * still be redone.
 *
 * Returns: whether it is kept.
 */
gboolean caseness_journal_keep_draft (CasenessStore *store, const CasenessJournalChange *change,
                                      const CasenessJournalStamp *stamp, GError **error);

/** CasenessJournalStep: what undoing or redoing came to; three outcomes, three values. */
typedef enum
{
  CASENESS_JOURNAL_FAILED,
  CASENESS_JOURNAL_NOTHING, /* there is nothing to undo or redo */
  CASENESS_JOURNAL_DONE,
} CasenessJournalStep;

/**
 * caseness_journal_undo:
 * @store: a store open for writing
 * @action_id: the action to undo, or 0 for the newest that is not undone
 * @now: the time
 * @words: (out) (transfer full) (optional): the words of what was undone; NULL unless done
 * @error: return location
 *
 * Returns: what it came to.
 */
CasenessJournalStep caseness_journal_undo (CasenessStore *store, gint64 action_id, GDateTime *now, char **words,
                                           GError **error);

/** caseness_journal_redo: brings back what was undone last, as caseness_journal_undo(). */
CasenessJournalStep caseness_journal_redo (CasenessStore *store, char **words, GError **error);

G_END_DECLS
