/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-session.h"

#include "caseness-job.h"
#include "caseness-worker.h"

#include <glib/gi18n-lib.h>

/* GObject boxed types of plain values defined further down the tree, where nobody needs GObject. */
#define CASENESS_TYPE_PERIOD (caseness_session_period_get_type ())
#define CASENESS_TYPE_SNAPSHOT (caseness_session_snapshot_get_type ())
#define CASENESS_TYPE_FILTER (caseness_session_filter_get_type ())

struct _CasenessSession
{
  GObject parent_instance;
  CasenessWorker *worker;     /* owned: the thread that opens stores */
  GFile *file;                /* owned, nullable: the open service file */
  CasenessSnapshot *snapshot; /* owned, nullable: what the views show */
  CasenessFilter *filter;     /* owned */
  CasenessPeriod period;
  CasenessDate as_at;
  gboolean meeting_mode;
  GCancellable *in_flight;    /* owned, nullable: the newest long request */
  CasenessProgress *relay;    /* owned, nullable: how far it is */
  double progress;
  char *status;
};

enum
{
  PROP_FILE = 1,
  PROP_SNAPSHOT,
  PROP_SERVICE_NAME,
  PROP_BUSY,
  PROP_PROGRESS,
  PROP_STATUS,
  PROP_PERIOD,
  PROP_FILTER,
  PROP_AS_AT,
  PROP_MEETING_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static CasenessPeriod *
copy_period (CasenessPeriod *period)
{
  return g_memdup2 (period, sizeof *period);
}

static GType caseness_session_period_get_type (void);
static GType caseness_session_snapshot_get_type (void);
static GType caseness_session_filter_get_type (void);
G_DEFINE_BOXED_TYPE (CasenessPeriod, caseness_session_period, copy_period, g_free)
G_DEFINE_BOXED_TYPE (CasenessSnapshot, caseness_session_snapshot, caseness_snapshot_ref, caseness_snapshot_unref)
G_DEFINE_BOXED_TYPE (CasenessFilter, caseness_session_filter, caseness_filter_ref, caseness_filter_unref)

G_DEFINE_FINAL_TYPE (CasenessSession, caseness_session, G_TYPE_OBJECT)

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
notify (CasenessSession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
told_cb (double fraction, const char *what, gpointer user_data)
{
  CasenessSession *self = user_data;

  if (self->progress != fraction)
    {
      self->progress = fraction;
      notify (self, PROP_PROGRESS);
    }
  if (g_strcmp0 (self->status, what) != 0)
    {
      g_free (self->status);
      self->status = g_strdup (what);
      notify (self, PROP_STATUS);
    }
}

/* Forgets the newest request, which is over or no longer wanted. */
static void
drop_in_flight (CasenessSession *self)
{
  g_clear_object (&self->in_flight);
  if (self->relay != NULL)
    caseness_progress_stop (self->relay);
  g_clear_pointer (&self->relay, caseness_progress_unref);
}

static void
set_in_flight (CasenessSession *self, Request *request)
{
  gboolean was_busy = self->in_flight != NULL;

  g_cancellable_cancel (self->in_flight);
  drop_in_flight (self);
  self->in_flight = g_object_ref (request->own);
  self->relay = caseness_progress_ref (request->job->progress);
  told_cb (0, "", self);
  if (!was_busy)
    notify (self, PROP_BUSY);
}

static CasenessDate
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return caseness_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                            g_date_time_get_day_of_month (now));
}

/* A file of local lists alone has no month; its lists are looked at as they stand today. */
static CasenessDate
find_latest_day (CasenessSnapshot *snapshot)
{
  CasenessDate latest = CASENESS_DATE_NONE;

  if (snapshot != NULL)
    latest = caseness_snapshot_get_latest_period_end (snapshot);
  return latest != CASENESS_DATE_NONE ? latest : today ();
}

static void
look_at_latest (CasenessSession *self)
{
  CasenessDate latest = find_latest_day (self->snapshot);
  CasenessPeriod period = caseness_period_around (CASENESS_PERIOD_QUARTER, latest);

  caseness_session_set_as_at (self, latest);
  caseness_session_set_period (self, &period);
}

static gboolean
is_same_file (GFile *a, GFile *b)
{
  return a != NULL && b != NULL && g_file_equal (a, b);
}

/* The new file, snapshot and what is looked at change together: nobody sees a new snapshot under an old day. */
static void
show_snapshot (CasenessSession *self, GFile *file, CasenessSnapshot *snapshot)
{
  gboolean is_same = is_same_file (self->file, file);
  gboolean has_moved = !is_same || find_latest_day (self->snapshot) != find_latest_day (snapshot);
  g_autoptr (CasenessFilter) everybody = caseness_filter_new ();

  g_object_freeze_notify (G_OBJECT (self));
  if (!is_same && g_set_object (&self->file, file))
    notify (self, PROP_FILE);
  g_clear_pointer (&self->snapshot, caseness_snapshot_unref);
  self->snapshot = snapshot != NULL ? caseness_snapshot_ref (snapshot) : NULL;
  notify (self, PROP_SNAPSHOT);
  notify (self, PROP_SERVICE_NAME);
  if (has_moved)
    look_at_latest (self);
  if (!is_same)
    caseness_session_set_filter (self, everybody);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
run_job_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  CasenessJobResult *result = caseness_job_run (task_data, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) caseness_job_result_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* A job that a newer one has pushed aside still hands over its receipt, but is not shown. */
static void
job_done_cb (GObject *object, GAsyncResult *inner, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  CasenessSession *self = g_task_get_source_object (outer);
  Request *request = g_task_get_task_data (outer);
  g_autoptr (GError) error = NULL;
  g_autoptr (CasenessJobResult) result = g_task_propagate_pointer (G_TASK (inner), &error);
  g_autoptr (GFile) file = g_file_new_for_path (request->job->path);

  if (self->in_flight == request->own)
    {
      drop_in_flight (self);
      if (result != NULL)
        show_snapshot (self, file, result->snapshot);
      notify (self, PROP_BUSY);
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
  g_autoptr (GTask) inner = NULL;
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

static void
list_imports_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CasenessStore) store = caseness_job_open_store (task_data, &error);
  GPtrArray *records = store != NULL ? caseness_import_list (store, &error) : NULL;

  if (records != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
imports_listed_cb (GObject *object, GAsyncResult *inner, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *records = g_task_propagate_pointer (G_TASK (inner), &error);

  if (records != NULL)
    g_task_return_pointer (outer, records, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (outer, g_steal_pointer (&error));
}

static void
caseness_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CasenessSession *self = CASENESS_SESSION (object);

  switch (id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_SNAPSHOT:
      g_value_set_boxed (value, self->snapshot);
      break;
    case PROP_SERVICE_NAME:
      g_value_set_string (value, caseness_session_get_service_name (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->in_flight != NULL);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_PERIOD:
      g_value_set_boxed (value, &self->period);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    case PROP_AS_AT:
      g_value_set_int (value, self->as_at);
      break;
    case PROP_MEETING_MODE:
      g_value_set_boolean (value, self->meeting_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
caseness_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CasenessSession *self = CASENESS_SESSION (object);

  switch (id)
    {
    case PROP_PERIOD:
      caseness_session_set_period (self, g_value_get_boxed (value));
      break;
    case PROP_FILTER:
      caseness_session_set_filter (self, g_value_get_boxed (value));
      break;
    case PROP_AS_AT:
      caseness_session_set_as_at (self, g_value_get_int (value));
      break;
    case PROP_MEETING_MODE:
      caseness_session_set_meeting_mode (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
caseness_session_dispose (GObject *object)
{
  CasenessSession *self = CASENESS_SESSION (object);

  g_cancellable_cancel (self->in_flight);
  drop_in_flight (self);
  g_clear_pointer (&self->worker, caseness_worker_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->snapshot, caseness_snapshot_unref);
  g_clear_pointer (&self->filter, caseness_filter_unref);
  G_OBJECT_CLASS (caseness_session_parent_class)->dispose (object);
}

static void
caseness_session_finalize (GObject *object)
{
  CasenessSession *self = CASENESS_SESSION (object);

  g_free (self->status);
  G_OBJECT_CLASS (caseness_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, readable);
  properties[PROP_SNAPSHOT] = g_param_spec_boxed ("snapshot", NULL, NULL, CASENESS_TYPE_SNAPSHOT, readable);
  properties[PROP_SERVICE_NAME] = g_param_spec_string ("service-name", NULL, NULL, "", readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, readable);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, "", readable);
  properties[PROP_PERIOD] = g_param_spec_boxed ("period", NULL, NULL, CASENESS_TYPE_PERIOD, writable);
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, CASENESS_TYPE_FILTER, writable);
  properties[PROP_AS_AT] = g_param_spec_int ("as-at", NULL, NULL, G_MININT32, G_MAXINT32, 0, writable);
  properties[PROP_MEETING_MODE] = g_param_spec_boolean ("meeting-mode", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (class, N_PROPS, properties);
}

static void
caseness_session_class_init (CasenessSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = caseness_session_get_property;
  object_class->set_property = caseness_session_set_property;
  object_class->dispose = caseness_session_dispose;
  object_class->finalize = caseness_session_finalize;
  install_properties (object_class);
}

static void
caseness_session_init (CasenessSession *self)
{
  self->worker = caseness_worker_new ();
  self->filter = caseness_filter_new ();
  self->status = g_strdup ("");
  self->as_at = today ();
  self->period = caseness_period_around (CASENESS_PERIOD_QUARTER, self->as_at);
}

CasenessSession *
caseness_session_new (void)
{
  return g_object_new (CASENESS_TYPE_SESSION, NULL);
}

GFile *
caseness_session_get_file (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), NULL);

  return self->file;
}

CasenessSnapshot *
caseness_session_get_snapshot (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), NULL);

  return self->snapshot;
}

const char *
caseness_session_get_service_name (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), "");

  return self->snapshot != NULL ? caseness_snapshot_get_service_name (self->snapshot) : "";
}

gboolean
caseness_session_get_busy (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), FALSE);

  return self->in_flight != NULL;
}

const CasenessPeriod *
caseness_session_get_period (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), NULL);

  return &self->period;
}

void
caseness_session_set_period (CasenessSession *self, const CasenessPeriod *period)
{
  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (period != NULL && period->start <= period->end);

  if (caseness_period_equal (&self->period, period))
    return;
  self->period = *period;
  notify (self, PROP_PERIOD);
}

CasenessFilter *
caseness_session_get_filter (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), NULL);

  return self->filter;
}

void
caseness_session_set_filter (CasenessSession *self, CasenessFilter *filter)
{
  CasenessFilter *old;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (filter != NULL);

  if (caseness_filter_equal (self->filter, filter))
    return;
  old = self->filter;
  self->filter = caseness_filter_ref (filter);
  caseness_filter_unref (old);
  notify (self, PROP_FILTER);
}

CasenessDate
caseness_session_get_as_at (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), CASENESS_DATE_NONE);

  return self->as_at;
}

void
caseness_session_set_as_at (CasenessSession *self, CasenessDate as_at)
{
  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (as_at != CASENESS_DATE_NONE);

  if (self->as_at == as_at)
    return;
  self->as_at = as_at;
  notify (self, PROP_AS_AT);
}

gboolean
caseness_session_get_meeting_mode (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), TRUE);

  return self->meeting_mode;
}

void
caseness_session_set_meeting_mode (CasenessSession *self, gboolean meeting_mode)
{
  g_return_if_fail (CASENESS_IS_SESSION (self));

  meeting_mode = !!meeting_mode;
  if (self->meeting_mode == meeting_mode)
    return;
  self->meeting_mode = meeting_mode;
  notify (self, PROP_MEETING_MODE);
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
  g_autoptr (CasenessJobResult) done = finish_job (self, result, error);

  return done != NULL;
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
  start_job (self, job, cancellable, callback, user_data, caseness_session_import_async);
}

CasenessReceipt *
caseness_session_import_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr (CasenessJobResult) done = finish_job (self, result, error);

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
  g_autoptr (CasenessJobResult) done = finish_job (self, result, error);

  return done != NULL;
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
  g_autoptr (CasenessJobResult) done = finish_job (self, result, error);

  return done != NULL;
}

void
caseness_session_list_imports_async (CasenessSession *self, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *outer;
  g_autoptr (GTask) inner = NULL;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (self->file != NULL);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, caseness_session_list_imports_async);
  inner = g_task_new (NULL, cancellable, imports_listed_cb, outer);
  g_task_set_source_tag (inner, caseness_session_list_imports_async);
  g_task_set_task_data (inner, g_file_get_path (self->file), g_free);
  caseness_worker_push (self->worker, inner, list_imports_in_worker);
}

GPtrArray *
caseness_session_list_imports_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
caseness_session_close (CasenessSession *self)
{
  gboolean was_busy;

  g_return_if_fail (CASENESS_IS_SESSION (self));

  was_busy = self->in_flight != NULL;
  g_cancellable_cancel (self->in_flight);
  drop_in_flight (self);
  show_snapshot (self, NULL, NULL);
  if (was_busy)
    notify (self, PROP_BUSY);
}
