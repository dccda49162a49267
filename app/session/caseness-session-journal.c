/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-session-private.h"

typedef struct _Step Step;

/* What to do to the journal of a file; a value that the working thread may read without asking the session anything. */
struct _Step
{
  CasenessJournalStep (*take) (CasenessStore *store, const Step *step, char **words, GError **error);
  char *path;          /* owned */
  GPtrArray *changes;  /* (element-type utf8) (nullable): kind, subject and body of each, body may be NULL */
  char *words;         /* owned, nullable */
  gint64 action_id;
  gboolean is_quiet;   /* views need not know of it */
  GDateTime *now;      /* owned */
};

/* What came of it. */
typedef struct
{
  CasenessJournalStep step;
  char *words;              /* owned, nullable */
  CasenessJournal *journal; /* owned: what is recorded now */
} Outcome;

static void
step_free (Step *step)
{
  g_free (step->path);
  g_clear_pointer (&step->changes, g_ptr_array_unref);
  g_free (step->words);
  g_date_time_unref (step->now);
  g_free (step);
}

static void
outcome_free (Outcome *outcome)
{
  g_free (outcome->words);
  g_clear_pointer (&outcome->journal, caseness_journal_unref);
  g_free (outcome);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

static void
take_step_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Step *step = task_data;
  g_autoptr(Outcome) outcome = g_new0 (Outcome, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_store_open (step->path, CASENESS_STORE_WRITE, &error);

  if (store != NULL)
    outcome->step = step->take (store, step, &outcome->words, &error);
  if (outcome->step != CASENESS_JOURNAL_FAILED)
    outcome->journal = caseness_journal_load (store, &error);
  if (outcome->journal != NULL)
    g_task_return_pointer (task, g_steal_pointer (&outcome), (GDestroyNotify) outcome_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
is_open (CasenessSession *self, const char *path)
{
  return self->file != NULL && g_strcmp0 (g_file_peek_path (self->file), path) == 0;
}

static void
step_taken_cb (GObject *object, GAsyncResult *inner, gpointer user_data)
{
  g_autoptr(GTask) outer = user_data;
  CasenessSession *self = g_task_get_source_object (outer);
  const Step *step = g_task_get_task_data (G_TASK (inner));
  g_autoptr(GError) error = NULL;
  g_autoptr(Outcome) outcome = g_task_propagate_pointer (G_TASK (inner), &error);

  if (outcome == NULL)
    {
      g_task_return_error (outer, g_steal_pointer (&error));
      return;
    }
  if (is_open (self, step->path) && !step->is_quiet)
    caseness_session_show_journal (self, outcome->journal);
  g_task_return_pointer (outer, g_steal_pointer (&outcome), (GDestroyNotify) outcome_free);
}

/* As with jobs, the thread holds no reference to the session, which must not end in a thread. Steps queue behind a long
 * job rather than fail because it has the file. */
static void
start (CasenessSession *self, Step *step, GAsyncReadyCallback callback, gpointer user_data, gpointer source_tag)
{
  GTask *outer = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) inner = g_task_new (NULL, NULL, step_taken_cb, outer);

  step->path = g_file_get_path (self->file);
  step->now = g_date_time_new_now_local ();
  g_task_set_source_tag (outer, source_tag);
  g_task_set_source_tag (inner, source_tag);
  g_task_set_task_data (inner, step, (GDestroyNotify) step_free);
  caseness_worker_push (self->worker, inner, take_step_in_worker);
}

static CasenessJournalStep
finish (CasenessSession *self, GAsyncResult *result, char **words, GError **error)
{
  g_autoptr(Outcome) outcome = NULL;

  if (words != NULL)
    *words = NULL;
  g_return_val_if_fail (g_task_is_valid (result, self), CASENESS_JOURNAL_FAILED);

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  if (outcome != NULL && words != NULL)
    *words = g_steal_pointer (&outcome->words);
  return outcome != NULL ? outcome->step : CASENESS_JOURNAL_FAILED;
}

static GPtrArray *
copy_changes (const CasenessJournalChange *changes, guint n_changes)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_changes; i++)
    {
      g_ptr_array_add (copy, g_strdup (changes[i].kind));
      g_ptr_array_add (copy, g_strdup (changes[i].subject));
      g_ptr_array_add (copy, g_strdup (changes[i].body));
    }
  return copy;
}

static CasenessJournalStep
take_write (CasenessStore *store, const Step *step, char **words, GError **error)
{
  const guint n_parts = 3;
  guint n = step->changes->len / n_parts;
  g_autofree CasenessJournalChange *changes = g_new0 (CasenessJournalChange, n);
  const CasenessJournalStamp stamp = { step->now, g_get_user_name () };

  for (guint i = 0; i < n; i++)
    {
      changes[i].kind = g_ptr_array_index (step->changes, n_parts * i);
      changes[i].subject = g_ptr_array_index (step->changes, n_parts * i + 1);
      changes[i].body = g_ptr_array_index (step->changes, n_parts * i + 2);
    }
  *words = g_strdup (step->words);
  return caseness_journal_write (store, changes, n, step->words, &stamp, error) > 0 ? CASENESS_JOURNAL_DONE
                                                                                      : CASENESS_JOURNAL_FAILED;
}

static CasenessJournalStep
take_draft (CasenessStore *store, const Step *step, char **words, GError **error)
{
  const CasenessJournalStamp stamp = { step->now, g_get_user_name () };
  const CasenessJournalChange change
    = { g_ptr_array_index (step->changes, 0), g_ptr_array_index (step->changes, 1), g_ptr_array_index (step->changes, 2) };

  return caseness_journal_keep_draft (store, &change, &stamp, error) ? CASENESS_JOURNAL_DONE : CASENESS_JOURNAL_FAILED;
}

static CasenessJournalStep
take_undo (CasenessStore *store, const Step *step, char **words, GError **error)
{
  return caseness_journal_undo (store, step->action_id, step->now, words, error);
}

static CasenessJournalStep
take_redo (CasenessStore *store, const Step *step, char **words, GError **error)
{
  return caseness_journal_redo (store, words, error);
}

void
caseness_session_write_journal_async (CasenessSession *self, const CasenessJournalChange *changes, guint n_changes,
                                      const char *words, GAsyncReadyCallback callback, gpointer user_data)
{
  Step *step;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (self->file != NULL);
  g_return_if_fail (changes != NULL && n_changes > 0);
  g_return_if_fail (words != NULL);

  step = g_new0 (Step, 1);
  step->take = take_write;
  step->changes = copy_changes (changes, n_changes);
  step->words = g_strdup (words);
  start (self, step, callback, user_data, caseness_session_write_journal_async);
}

gboolean
caseness_session_write_journal_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, NULL, error) == CASENESS_JOURNAL_DONE;
}

/* Steps are taken in the order asked for, so that those before this one have been. */
static CasenessJournalStep
take_none (CasenessStore *store, const Step *step, char **words, GError **error)
{
  return CASENESS_JOURNAL_DONE;
}

void
caseness_session_settle_journal_async (CasenessSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  Step *step;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (self->file != NULL);

  step = g_new0 (Step, 1);
  step->take = take_none;
  step->is_quiet = TRUE;
  start (self, step, callback, user_data, caseness_session_settle_journal_async);
}

gboolean
caseness_session_settle_journal_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, NULL, error) == CASENESS_JOURNAL_DONE;
}

void
caseness_session_keep_draft_async (CasenessSession *self, const CasenessJournalChange *change, gboolean is_quiet,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  Step *step;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (self->file != NULL);
  g_return_if_fail (change != NULL);

  step = g_new0 (Step, 1);
  step->take = take_draft;
  step->changes = copy_changes (change, 1);
  step->is_quiet = is_quiet;
  start (self, step, callback, user_data, caseness_session_keep_draft_async);
}

gboolean
caseness_session_keep_draft_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, NULL, error) == CASENESS_JOURNAL_DONE;
}

void
caseness_session_undo_journal_async (CasenessSession *self, gint64 action_id, GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  Step *step;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (self->file != NULL);

  step = g_new0 (Step, 1);
  step->take = take_undo;
  step->action_id = action_id;
  start (self, step, callback, user_data, caseness_session_undo_journal_async);
}

CasenessJournalStep
caseness_session_undo_journal_finish (CasenessSession *self, GAsyncResult *result, char **words, GError **error)
{
  return finish (self, result, words, error);
}

void
caseness_session_redo_journal_async (CasenessSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  Step *step;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (self->file != NULL);

  step = g_new0 (Step, 1);
  step->take = take_redo;
  start (self, step, callback, user_data, caseness_session_redo_journal_async);
}

CasenessJournalStep
caseness_session_redo_journal_finish (CasenessSession *self, GAsyncResult *result, char **words, GError **error)
{
  return finish (self, result, words, error);
}
