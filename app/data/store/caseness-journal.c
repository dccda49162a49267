/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-journal-private.h"

/* The entries of one kind: those of each subject, oldest first, and the subjects in the order of their first entry. */
typedef struct
{
  GHashTable *by_subject; /* (element-type utf8 GPtrArray) */
  GPtrArray *subjects;    /* (element-type GPtrArray) (unowned): the same arrays */
} Kind;

struct _CasenessJournal
{
  GPtrArray *entries; /* (element-type CasenessJournalEntry): oldest first */
  GHashTable *kinds;  /* (element-type utf8 Kind) */
  char *undo;         /* (nullable) */
  char *redo;         /* (nullable) */
};

static void
entry_free (CasenessJournalEntry *entry)
{
  g_free (entry->kind);
  g_free (entry->subject);
  g_free (entry->body);
  g_free (entry->words);
  g_free (entry->written_at);
  g_free (entry->written_by);
  g_free (entry);
}

static Kind *
kind_new (void)
{
  Kind *kind = g_new0 (Kind, 1);

  kind->by_subject = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  kind->subjects = g_ptr_array_new ();
  return kind;
}

static void
kind_free (Kind *kind)
{
  g_ptr_array_unref (kind->subjects);
  g_hash_table_unref (kind->by_subject);
  g_free (kind);
}

static void
journal_clear (CasenessJournal *journal)
{
  g_hash_table_unref (journal->kinds);
  g_ptr_array_unref (journal->entries);
  g_free (journal->undo);
  g_free (journal->redo);
}

CasenessJournal *
caseness_journal_new (void)
{
  CasenessJournal *journal = g_atomic_rc_box_new0 (CasenessJournal);

  journal->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  journal->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) kind_free);
  return journal;
}

CasenessJournal *
caseness_journal_ref (CasenessJournal *journal)
{
  g_return_val_if_fail (journal != NULL, NULL);
  return g_atomic_rc_box_acquire (journal);
}

void
caseness_journal_unref (CasenessJournal *journal)
{
  if (journal != NULL)
    g_atomic_rc_box_release_full (journal, (GDestroyNotify) journal_clear);
}

void
caseness_journal_take_entry (CasenessJournal *journal, CasenessJournalEntry *entry)
{
  Kind *kind = g_hash_table_lookup (journal->kinds, entry->kind);
  GPtrArray *history;

  g_ptr_array_add (journal->entries, entry);
  if (kind == NULL)
    {
      kind = kind_new ();
      g_hash_table_insert (journal->kinds, entry->kind, kind);
    }
  history = g_hash_table_lookup (kind->by_subject, entry->subject);
  if (history == NULL)
    {
      history = g_ptr_array_new ();
      g_hash_table_insert (kind->by_subject, entry->subject, history);
      g_ptr_array_add (kind->subjects, history);
    }
  g_ptr_array_add (history, entry);
}

void
caseness_journal_set_steps (CasenessJournal *journal, const char *undo, const char *redo)
{
  journal->undo = g_strdup (undo);
  journal->redo = g_strdup (redo);
}

static const CasenessJournalEntry *
get_latest (GPtrArray *history)
{
  const CasenessJournalEntry *latest = g_ptr_array_index (history, history->len - 1);

  return latest->body != NULL ? latest : NULL;
}

static GPtrArray *
find_history (CasenessJournal *journal, const char *kind, const char *subject)
{
  const Kind *found = g_hash_table_lookup (journal->kinds, kind);

  return found != NULL ? g_hash_table_lookup (found->by_subject, subject) : NULL;
}

const CasenessJournalEntry *
caseness_journal_get (CasenessJournal *journal, const char *kind, const char *subject)
{
  GPtrArray *history;

  g_return_val_if_fail (journal != NULL && kind != NULL && subject != NULL, NULL);

  history = find_history (journal, kind, subject);
  return history != NULL ? get_latest (history) : NULL;
}

GPtrArray *
caseness_journal_list (CasenessJournal *journal, const char *kind)
{
  GPtrArray *list = g_ptr_array_new ();
  const Kind *found;

  g_return_val_if_fail (journal != NULL && kind != NULL, list);

  found = g_hash_table_lookup (journal->kinds, kind);
  for (guint i = 0; found != NULL && i < found->subjects->len; i++)
    {
      const CasenessJournalEntry *latest = get_latest (g_ptr_array_index (found->subjects, i));

      if (latest != NULL)
        g_ptr_array_add (list, (gpointer) latest);
    }
  return list;
}

GPtrArray *
caseness_journal_list_history (CasenessJournal *journal, const char *kind, const char *subject)
{
  GPtrArray *list = g_ptr_array_new ();
  GPtrArray *history;

  g_return_val_if_fail (journal != NULL && kind != NULL && subject != NULL, list);

  history = find_history (journal, kind, subject);
  for (guint i = 0; history != NULL && i < history->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (history, i));
  return list;
}

const char *
caseness_journal_get_undo (CasenessJournal *journal)
{
  g_return_val_if_fail (journal != NULL, NULL);
  return journal->undo;
}

const char *
caseness_journal_get_redo (CasenessJournal *journal)
{
  g_return_val_if_fail (journal != NULL, NULL);
  return journal->redo;
}
