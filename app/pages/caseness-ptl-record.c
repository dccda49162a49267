/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-record.h"

#include "caseness-ptl-meeting.h"

#include <glib/gi18n-lib.h>

/* Record: what is to be written together. The thread that lists the queues touches nothing but this. */
typedef struct
{
  CasenessSnapshot *snapshot; /* owned */
  CasenessDate as_at;
  gboolean keeps_lists;
  GArray *changes;            /* (element-type CasenessJournalChange): owns its texts */
  char *words;
} Record;

static void
clear_change (gpointer data)
{
  CasenessJournalChange *change = data;

  g_free ((char *) change->subject);
  g_free ((char *) change->body);
}

static Record *
record_new (const CasenessPtlAnswer *answer, const char *words, gboolean keeps_lists)
{
  Record *record = g_new0 (Record, 1);

  record->snapshot = caseness_snapshot_ref (answer->query->snapshot);
  record->as_at = answer->query->as_at;
  record->keeps_lists = keeps_lists;
  record->words = g_strdup (words);
  record->changes = g_array_new (FALSE, FALSE, sizeof (CasenessJournalChange));
  g_array_set_clear_func (record->changes, clear_change);
  return record;
}

static void
record_free (Record *record)
{
  caseness_snapshot_unref (record->snapshot);
  g_array_unref (record->changes);
  g_free (record->words);
  g_free (record);
}

/* @subject and @body (nullable): (transfer full) */
static void
add_change (Record *record, const char *kind, char *subject, char *body)
{
  const CasenessJournalChange change = { kind, subject, body };

  g_array_append_val (record->changes, change);
}

/* The whole queues by their own standards, whatever the page is narrowed to. */
static void
list_queues_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Record *record = task_data;
  guint stage;

  for (stage = 0; record->keeps_lists && stage < CASENESS_N_STAGES; stage++)
    {
      g_autoptr(CasenessPtl) ptl
          = caseness_ptl_new (record->snapshot, stage, record->as_at, CASENESS_STANDARD_OF_STAGE, NULL);

      add_change (record, CASENESS_RECORD_PTL_MEETING, caseness_ptl_meeting_dup_subject (stage, record->as_at),
                  caseness_ptl_meeting_dup_body (ptl));
    }
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr(CasenessPage) page = data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error))
    caseness_page_toast (page, error->message);
}

/* The file may have been closed, or another opened, meanwhile. */
static void
listed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  CasenessPage *page = CASENESS_PAGE (object);
  CasenessSession *session = caseness_page_get_session (page);
  const Record *record = g_task_get_task_data (G_TASK (result));

  if (session == NULL || caseness_session_get_snapshot (session) != record->snapshot || record->changes->len == 0)
    return;
  caseness_session_write_journal_async (session, (const CasenessJournalChange *) (gconstpointer) record->changes->data,
                                        record->changes->len, record->words, written_cb, g_object_ref (page));
}

/* @record: (transfer full) */
static void
write_record (CasenessPage *page, Record *record)
{
  g_autoptr(GTask) task = g_task_new (page, NULL, listed_cb, NULL);

  g_task_set_source_tag (task, write_record);
  g_task_set_task_data (task, record, (GDestroyNotify) record_free);
  g_task_run_in_thread (task, list_queues_in_worker);
}

static void
add_action (Record *record, CasenessStage stage, const CasenessPtlPerson *person, const CasenessPtlAction *action)
{
  add_change (record, CASENESS_RECORD_PTL_ACTION, caseness_ptl_action_dup_subject (stage, person, action->made),
              caseness_ptl_action_dup_body (action, stage, person));
}

void
caseness_ptl_record_action (CasenessPage *page, const CasenessPtlAnswer *answer, const GPtrArray *people,
                            const char *what, const char *owner, CasenessDate due, gboolean is_done)
{
  Record *record = record_new (answer, ngettext ("Action about somebody who waits", "Action about people who wait",
                                                 people->len),
                               !answer->is_kept);
  CasenessDate as_at = answer->query->as_at;
  guint i;

  for (i = 0; i < people->len; i++)
    {
      const CasenessPtlPerson *person = g_ptr_array_index (people, i);
      const CasenessPtlAction *earlier = caseness_ptl_actions_find (answer->actions, person);
      gboolean was_open = earlier != NULL && caseness_ptl_action_is_open (earlier, as_at);
      gboolean is_change = was_open || (earlier != NULL && is_done);
      CasenessPtlAction action = { NULL, (char *) what, (char *) owner, is_change ? earlier->made : as_at, due,
                                   CASENESS_DATE_NONE };

      if (is_done)
        action.done = is_change && !was_open ? earlier->done : as_at;
      add_action (record, answer->query->stage, person, &action);
    }
  write_record (page, record);
}

void
caseness_ptl_record_done (CasenessPage *page, const CasenessPtlAnswer *answer, const GPtrArray *people)
{
  Record *record = record_new (answer, _("Action done"), !answer->is_kept);
  guint i;

  for (i = 0; i < people->len; i++)
    {
      const CasenessPtlPerson *person = g_ptr_array_index (people, i);
      const CasenessPtlAction *earlier = caseness_ptl_actions_find (answer->actions, person);
      CasenessPtlAction action;

      if (earlier == NULL || !caseness_ptl_action_is_open (earlier, answer->query->as_at))
        continue;
      action = *earlier;
      action.done = answer->query->as_at;
      add_action (record, answer->query->stage, person, &action);
    }
  write_record (page, record);
}

void
caseness_ptl_record_removal (CasenessPage *page, const CasenessPtlAnswer *answer, const GPtrArray *people)
{
  Record *record = record_new (answer, _("Action removed"), FALSE);
  guint i;

  for (i = 0; i < people->len; i++)
    {
      const CasenessPtlAction *earlier = caseness_ptl_actions_find (answer->actions, g_ptr_array_index (people, i));

      if (earlier != NULL)
        add_change (record, CASENESS_RECORD_PTL_ACTION, g_strdup (earlier->subject), NULL);
    }
  write_record (page, record);
}

void
caseness_ptl_record_lists (CasenessPage *page, const CasenessPtlAnswer *answer)
{
  write_record (page, record_new (answer, _("Lists of a meeting"), TRUE));
}
