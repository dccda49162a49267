/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-session-private.h"

#include <glib/gi18n-lib.h>

/* What an outer task carries until its inner one is done. */
typedef struct
{
  CasenessJob *job;           /* owned */
  GCancellable *own;          /* owned: cancelled by a newer request or by the caller's */
  GCancellable *callers;      /* owned, nullable */
  gulong cancelled_handler;
} Request;

static void
request_free (Request *request)
{
  if (request->callers != NULL)
    g_cancellable_disconnect (request->callers, request->cancelled_handler);
  g_clear_object (&request->callers);
  g_clear_object (&request->own);
  g_clear_pointer (&request->job, caseness_job_free);
  g_free (request);
}

static void
told_cb (double fraction, const char *what, gpointer session)
{
  caseness_session_show_work (session, fraction, what);
}

static void
set_in_flight (CasenessSession *self, Request *request)
{
  gboolean was_busy = self->in_flight != NULL;

  g_cancellable_cancel (self->in_flight);
  caseness_session_drop_in_flight (self);
  self->in_flight = g_object_ref (request->own);
  self->relay = caseness_progress_ref (request->job->progress);
  caseness_session_show_work (self, 0, "");
  if (!was_busy)
    caseness_session_notify_busy (self);
}

static void
run_job_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  CasenessJobResult *result = caseness_job_run (task_data, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) caseness_job_result_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Nothing came of it: the file was read to its end, but something else is shown by then. */
static gboolean
is_opening_pushed_aside (CasenessSession *self, const Request *request)
{
  return request->job->kind == CASENESS_JOB_OPEN && self->in_flight != request->own;
}

/* A job that a newer one has pushed aside still hands over its receipt, but is not shown. */
static void
job_done_cb (GObject *object, GAsyncResult *inner, gpointer user_data)
{
  g_autoptr(GTask) outer = user_data;
  CasenessSession *self = g_task_get_source_object (outer);
  Request *request = g_task_get_task_data (outer);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessJobResult) result = g_task_propagate_pointer (G_TASK (inner), &error);
  g_autoptr(GFile) file = g_file_new_for_path (request->job->path);

  if (result != NULL && is_opening_pushed_aside (self, request))
    {
      g_clear_pointer (&result, caseness_job_result_free);
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Another file was opened meanwhile"));
    }
  if (self->in_flight == request->own)
    {
      caseness_session_drop_in_flight (self);
      if (result != NULL)
        caseness_session_show_work (self, 1, self->status); /* also of a job too short to have told of itself */
      if (result != NULL && result->snapshot != NULL)
        caseness_session_show (self, file, result->snapshot, result->journal);
      caseness_session_notify_busy (self);
    }
  if (result != NULL)
    g_task_return_pointer (outer, g_steal_pointer (&result), (GDestroyNotify) caseness_job_result_free);
  else
    g_task_return_error (outer, g_steal_pointer (&error));
}

static void
forward_cancel_cb (GCancellable *callers, gpointer own)
{
  g_cancellable_cancel (own);
}

static void
start_job (CasenessSession *self, CasenessJob *job, GCancellable *cancellable, GAsyncReadyCallback callback,
           gpointer user_data, gpointer source_tag)
{
  GTask *outer = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) inner = NULL;
  Request *request = g_new0 (Request, 1);

  job->now = g_date_time_new_now_local ();
  job->progress = caseness_progress_new (told_cb, self);
  request->job = job;
  request->own = g_cancellable_new ();
  if (cancellable != NULL)
    {
      request->callers = g_object_ref (cancellable);
      request->cancelled_handler = g_cancellable_connect (cancellable, G_CALLBACK (forward_cancel_cb),
                                                          g_object_ref (request->own), g_object_unref);
    }
  g_task_set_source_tag (outer, source_tag);
  g_task_set_task_data (outer, request, (GDestroyNotify) request_free);
  set_in_flight (self, request);

  /* The thread may be the last to let go of the inner task, and a session must not end in a thread. */
  inner = g_task_new (NULL, request->own, job_done_cb, outer);
  g_task_set_source_tag (inner, source_tag);
  /* A finished import must not be reported as cancelled because the wish came a moment too late. */
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, NULL);
  caseness_worker_push (self->worker, inner, run_job_in_worker);
}

static CasenessJobResult *
finish_job (CasenessSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static CasenessJob *
new_job (CasenessJobKind kind, GFile *file)
{
  CasenessJob *job = g_new0 (CasenessJob, 1);

  job->kind = kind;
  job->path = g_file_get_path (file);
  return job;
}

/* Files on a phone or a web share have no path, and SQLite needs one. */
static gboolean
has_local_path (CasenessSession *self, GFile *file, GAsyncReadyCallback callback, gpointer user_data,
                gpointer source_tag)
{
  if (g_file_peek_path (file) != NULL)
    return TRUE;
  g_task_report_new_error (self, callback, user_data, source_tag, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FAILED,
                           "%s", _("A service file must be on this computer or a network drive. Copy it there first."));
  return FALSE;
}

void
caseness_session_drop_in_flight (CasenessSession *self)
{
  g_clear_object (&self->in_flight);
  if (self->relay != NULL)
    caseness_progress_stop (self->relay);
  g_clear_pointer (&self->relay, caseness_progress_unref);
}

void
caseness_session_open_async (CasenessSession *self, GFile *file, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  if (has_local_path (self, file, callback, user_data, caseness_session_open_async))
    start_job (self, new_job (CASENESS_JOB_OPEN, file), cancellable, callback, user_data,
               caseness_session_open_async);
}

gboolean
caseness_session_open_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr(CasenessJobResult) done = finish_job (self, result, error);

  return done != NULL;
}

void
caseness_session_set_keeps_identifiers (CasenessSession *self, gboolean keeps_identifiers)
{
  g_return_if_fail (CASENESS_IS_SESSION (self));

  self->keeps_identifiers = !!keeps_identifiers;
}

void
caseness_session_set_forgets_lookup (CasenessSession *self, gboolean forgets_lookup)
{
  g_return_if_fail (CASENESS_IS_SESSION (self));

  self->forgets_lookup = !!forgets_lookup;
}

void
caseness_session_import_async (CasenessSession *self, GFile *file, const char *const *paths,
                               const char *service_name, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  CasenessJob *job;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (paths != NULL);

  if (!has_local_path (self, file, callback, user_data, caseness_session_import_async))
    return;
  job = new_job (CASENESS_JOB_IMPORT, file);
  job->paths = g_strdupv ((char **) paths);
  job->service_name = g_strdup (service_name);
  job->keeps_identifiers = self->keeps_identifiers;
  job->forgets_lookup = self->forgets_lookup;
  self->keeps_identifiers = self->forgets_lookup = FALSE;
  start_job (self, job, cancellable, callback, user_data, caseness_session_import_async);
}

CasenessReceipt *
caseness_session_import_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr(CasenessJobResult) done = finish_job (self, result, error);

  return done != NULL ? g_steal_pointer (&done->receipt) : NULL;
}

void
caseness_session_undo_import_async (CasenessSession *self, gint64 import_id, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  CasenessJob *job;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (self->file != NULL);

  job = new_job (CASENESS_JOB_UNDO, self->file);
  job->import_id = import_id;
  start_job (self, job, cancellable, callback, user_data, caseness_session_undo_import_async);
}

gboolean
caseness_session_undo_import_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr(CasenessJobResult) done = finish_job (self, result, error);

  return done != NULL;
}

void
caseness_session_share_async (CasenessSession *self, GFile *copy, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  CasenessJob *job;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (self->file != NULL);
  g_return_if_fail (G_IS_FILE (copy));

  if (!has_local_path (self, copy, callback, user_data, caseness_session_share_async))
    return;
  job = new_job (CASENESS_JOB_SHARE, self->file);
  job->copy_path = g_file_get_path (copy);
  start_job (self, job, cancellable, callback, user_data, caseness_session_share_async);
}

gboolean
caseness_session_share_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr(CasenessJobResult) done = finish_job (self, result, error);

  return done != NULL;
}

void
caseness_session_salvage_async (CasenessSession *self, GFile *damaged, GFile *saved, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  CasenessJob *job;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (damaged) && G_IS_FILE (saved));

  if (!has_local_path (self, damaged, callback, user_data, caseness_session_salvage_async)
      || !has_local_path (self, saved, callback, user_data, caseness_session_salvage_async))
    return;
  job = new_job (CASENESS_JOB_SALVAGE, damaged);
  job->copy_path = g_file_get_path (saved);
  start_job (self, job, cancellable, callback, user_data, caseness_session_salvage_async);
}

CasenessSalvage *
caseness_session_salvage_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr(CasenessJobResult) done = finish_job (self, result, error);

  return done != NULL ? g_steal_pointer (&done->salvage) : NULL;
}

void
caseness_session_explore_demo_async (CasenessSession *self, GFile *file, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data)
{
  CasenessJob *job;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!has_local_path (self, file, callback, user_data, caseness_session_explore_demo_async))
    return;
  job = new_job (CASENESS_JOB_DEMO, file);
  job->service_name = g_strdup (_("Demo Talking Therapies"));
  start_job (self, job, cancellable, callback, user_data, caseness_session_explore_demo_async);
}

gboolean
caseness_session_explore_demo_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr(CasenessJobResult) done = finish_job (self, result, error);

  return done != NULL;
}
