/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-journal-body.h"
#include "caseness-journal-private.h"
#include "caseness-store-private.h"

#define NO_ACTION 0 /* what is undone and redone has a number from 1 on */

static char *
format_time (GDateTime *time)
{
  return g_date_time_format (time, "%Y-%m-%d %H:%M:%S");
}

static CasenessJournalEntry *
read_entry (CasenessStatement *row)
{
  CasenessJournalEntry *entry = g_new0 (CasenessJournalEntry, 1);

  entry->entry_id = caseness_statement_get_int (row, 0);
  entry->action_id = caseness_statement_get_int (row, 1);
  entry->kind = g_strdup (caseness_statement_get_text (row, 2));
  entry->subject = g_strdup (caseness_statement_get_text (row, 3));
  entry->body = g_strdup (caseness_statement_get_text (row, 4));
  entry->words = g_strdup (caseness_statement_get_text (row, 5));
  entry->written_at = g_strdup (caseness_statement_get_text (row, 6));
  entry->written_by = g_strdup (caseness_statement_get_text (row, 7));
  return entry;
}

static gboolean
read_entries (CasenessStore *store, CasenessJournal *journal, GError **error)
{
  g_autoptr(CasenessStatement) row = caseness_store_prepare (store, "select-journal", error);
  CasenessStep step = CASENESS_STEP_ERROR;

  while (row != NULL && (step = caseness_statement_step (row, NULL, error)) == CASENESS_STEP_ROW)
    caseness_journal_take_entry (journal, read_entry (row));
  return step == CASENESS_STEP_DONE;
}

/* Which action @query names, if any; @action_id is asked for where the query wants one. */
static CasenessStep
find_action (CasenessStore *store, const char *query, gint64 *action_id, char **words, GError **error)
{
  g_autoptr(CasenessStatement) row = caseness_store_prepare (store, query, error);
  CasenessStep step;

  if (row == NULL)
    return CASENESS_STEP_ERROR;
  if (*action_id != 0)
    caseness_statement_bind_int (row, ":action_id", *action_id);
  step = caseness_statement_step (row, NULL, error);
  if (step != CASENESS_STEP_ROW)
    return step;
  *action_id = caseness_statement_get_int (row, 0);
  *words = g_strdup (caseness_statement_get_text (row, 1));
  return step;
}

CasenessJournal *
caseness_journal_load (CasenessStore *store, GError **error)
{
  g_autoptr(CasenessJournal) journal = caseness_journal_new ();
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  gint64 undo_id = 0, redo_id = 0;

  g_return_val_if_fail (store != NULL, NULL);

  if (!read_entries (store, journal, error)
      || find_action (store, "select-journal-undo", &undo_id, &undo, error) == CASENESS_STEP_ERROR
      || find_action (store, "select-journal-redo", &redo_id, &redo, error) == CASENESS_STEP_ERROR)
    return NULL;
  caseness_journal_set_steps (journal, undo, redo);
  return g_steal_pointer (&journal);
}

static gint64
ask_next_action (CasenessStore *store, GError **error)
{
  g_autoptr(CasenessStatement) row = caseness_store_prepare (store, "select-journal-next-action", error);

  if (row == NULL || caseness_statement_step (row, NULL, error) != CASENESS_STEP_ROW)
    return 0;
  return caseness_statement_get_int (row, 0);
}

static gboolean
forget_redo (CasenessStore *store, GError **error)
{
  g_autoptr(CasenessStatement) forget = caseness_store_prepare (store, "forget-journal-redo", error);

  return forget != NULL && caseness_statement_run (forget, NULL, error);
}

static gboolean
insert (CasenessStore *store, gint64 action_id, const CasenessJournalChange *changes, guint n_changes,
        const char *words, const CasenessJournalStamp *stamp, GError **error)
{
  g_autofree char *written_at = format_time (stamp->now);
  g_autofree char *written_by = g_utf8_make_valid (stamp->user, -1);
  g_autoptr(CasenessStatement) row = caseness_store_prepare (store, "insert-journal-entry", error);

  if (row == NULL)
    return FALSE;
  caseness_statement_bind_int (row, ":action_id", action_id);
  caseness_statement_bind_text (row, ":words", words);
  caseness_statement_bind_text (row, ":written_at", written_at);
  caseness_statement_bind_text (row, ":written_by", written_by);
  for (guint i = 0; i < n_changes; i++)
    {
      caseness_statement_bind_text (row, ":kind", changes[i].kind);
      caseness_statement_bind_text (row, ":subject", changes[i].subject);
      caseness_statement_bind_text (row, ":body", changes[i].body);
      if (!caseness_statement_run (row, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
are_valid (const CasenessJournalChange *changes, guint n_changes)
{
  for (guint i = 0; i < n_changes; i++)
    if (changes[i].kind == NULL || changes[i].subject == NULL
        || (changes[i].body != NULL && !caseness_journal_body_is_valid (changes[i].body)))
      return FALSE;
  return n_changes > 0;
}

gint64
caseness_journal_write (CasenessStore *store, const CasenessJournalChange *changes, guint n_changes, const char *words,
                        const CasenessJournalStamp *stamp, GError **error)
{
  gint64 action_id;

  g_return_val_if_fail (store != NULL, 0);
  g_return_val_if_fail (changes != NULL && are_valid (changes, n_changes), 0);
  g_return_val_if_fail (words != NULL, 0);
  g_return_val_if_fail (stamp != NULL && stamp->now != NULL && stamp->user != NULL, 0);

  if (!caseness_store_begin (store, error))
    return 0;
  action_id = ask_next_action (store, error);
  if (action_id > 0 && forget_redo (store, error)
      && insert (store, action_id, changes, n_changes, words, stamp, error) && caseness_store_commit (store, error))
    return action_id;
  caseness_store_rollback (store);
  return 0;
}

gboolean
caseness_journal_keep_draft (CasenessStore *store, const CasenessJournalChange *change,
                             const CasenessJournalStamp *stamp, GError **error)
{
  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (change != NULL && are_valid (change, 1), FALSE);
  g_return_val_if_fail (stamp != NULL && stamp->now != NULL && stamp->user != NULL, FALSE);

  if (!caseness_store_begin (store, error))
    return FALSE;
  if (insert (store, NO_ACTION, change, 1, "", stamp, error) && caseness_store_commit (store, error))
    return TRUE;
  caseness_store_rollback (store);
  return FALSE;
}

static gboolean
mark (CasenessStore *store, const char *script, gint64 action_id, const char *undone_at, GError **error)
{
  g_autoptr(CasenessStatement) marking = caseness_store_prepare (store, script, error);

  if (marking == NULL)
    return FALSE;
  caseness_statement_bind_int (marking, ":action_id", action_id);
  if (undone_at != NULL)
    caseness_statement_bind_text (marking, ":undone_at", undone_at);
  return caseness_statement_run (marking, NULL, error);
}

/* Finds the action and marks it in one transaction, so that two programs do not undo the same one. */
static CasenessJournalStep
find_and_mark (CasenessStore *store, const char *query, const char *script, gint64 action_id, const char *undone_at,
               char **words, GError **error)
{
  g_autofree char *found = NULL;
  CasenessStep step;

  if (!caseness_store_begin (store, error))
    return CASENESS_JOURNAL_FAILED;
  step = find_action (store, query, &action_id, &found, error);
  if (step != CASENESS_STEP_ROW || !mark (store, script, action_id, undone_at, error)
      || !caseness_store_commit (store, error))
    {
      caseness_store_rollback (store);
      return step == CASENESS_STEP_DONE ? CASENESS_JOURNAL_NOTHING : CASENESS_JOURNAL_FAILED;
    }
  if (words != NULL)
    *words = g_steal_pointer (&found);
  return CASENESS_JOURNAL_DONE;
}

CasenessJournalStep
caseness_journal_undo (CasenessStore *store, gint64 action_id, GDateTime *now, char **words, GError **error)
{
  g_autofree char *undone_at = NULL;

  g_return_val_if_fail (store != NULL && action_id >= 0 && now != NULL, CASENESS_JOURNAL_FAILED);

  undone_at = format_time (now);
  if (words != NULL)
    *words = NULL;
  return find_and_mark (store, action_id == 0 ? "select-journal-undo" : "select-journal-action", "undo-journal-action",
                        action_id, undone_at, words, error);
}

CasenessJournalStep
caseness_journal_redo (CasenessStore *store, char **words, GError **error)
{
  g_return_val_if_fail (store != NULL, CASENESS_JOURNAL_FAILED);

  if (words != NULL)
    *words = NULL;
  return find_and_mark (store, "select-journal-redo", "redo-journal-action", 0, NULL, words, error);
}
