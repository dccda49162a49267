/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-session-private.h"

/* What is asked of the open file; it changes nothing, so that neither progress nor a new snapshot comes of it. */
typedef struct _Query Query;

struct _Query
{
  char *path; /* owned */
  gint64 import_id;
  gpointer (*read) (CasenessStore *store, const Query *query, GError **error);
  GDestroyNotify free_answer;
};

static void
query_free (Query *query)
{
  g_free (query->path);
  g_free (query);
}

static void
ask_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Query *query = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_job_open_store (query->path, &error);
  gpointer answer = store != NULL ? query->read (store, query, &error) : NULL;

  if (answer != NULL)
    g_task_return_pointer (task, answer, query->free_answer);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
answered_cb (GObject *object, GAsyncResult *inner, gpointer user_data)
{
  g_autoptr(GTask) outer = user_data;
  const Query *query = g_task_get_task_data (G_TASK (inner));
  g_autoptr(GError) error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (inner), &error);

  if (answer != NULL)
    g_task_return_pointer (outer, answer, query->free_answer);
  else
    g_task_return_error (outer, g_steal_pointer (&error));
}

/* As with jobs, the thread holds no reference to the session, which must not end in a thread. */
static void
ask (CasenessSession *self, Query question, GCancellable *cancellable, GAsyncReadyCallback callback,
     gpointer user_data, gpointer source_tag)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GTask) inner = g_task_new (NULL, cancellable, answered_cb, outer);
  Query *query = g_memdup2 (&question, sizeof question);

  query->path = g_file_get_path (self->file);
  g_task_set_source_tag (outer, source_tag);
  g_task_set_source_tag (inner, source_tag);
  g_task_set_task_data (inner, query, (GDestroyNotify) query_free);
  caseness_worker_push (self->worker, inner, ask_in_worker);
}

static gpointer
finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
read_holdings (CasenessStore *store, const Query *query, GError **error)
{
  g_autoptr(CasenessHoldings) holdings = g_new0 (CasenessHoldings, 1);

  holdings->imports = caseness_import_list (store, error);
  holdings->timeline = holdings->imports != NULL ? caseness_timeline_list (store, error) : NULL;
  holdings->sources = holdings->timeline != NULL ? caseness_import_list_sources (store, error) : NULL;
  return holdings->sources != NULL ? g_steal_pointer (&holdings) : NULL;
}

static gpointer
read_receipt (CasenessStore *store, const Query *query, GError **error)
{
  return caseness_import_load_receipt (store, query->import_id, error);
}

void
caseness_holdings_free (CasenessHoldings *holdings)
{
  if (holdings == NULL)
    return;
  g_clear_pointer (&holdings->imports, g_ptr_array_unref);
  g_clear_pointer (&holdings->timeline, g_ptr_array_unref);
  g_clear_pointer (&holdings->sources, g_ptr_array_unref);
  g_free (holdings);
}

void
caseness_session_load_holdings_async (CasenessSession *self, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data)
{
  Query query = { .read = read_holdings, .free_answer = (GDestroyNotify) caseness_holdings_free };

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (self->file != NULL);

  ask (self, query, cancellable, callback, user_data, caseness_session_load_holdings_async);
}

CasenessHoldings *
caseness_session_load_holdings_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

void
caseness_session_load_receipt_async (CasenessSession *self, gint64 import_id, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data)
{
  Query query = { .read = read_receipt, .free_answer = (GDestroyNotify) caseness_receipt_free,
                  .import_id = import_id };

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (self->file != NULL);

  ask (self, query, cancellable, callback, user_data, caseness_session_load_receipt_async);
}

CasenessReceipt *
caseness_session_load_receipt_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}
