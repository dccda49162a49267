/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-worker.h"

struct _CasenessWorker
{
  GThreadPool *pool; /* owned: one thread, kept while the worker lives */
};

typedef struct
{
  GTask *task; /* owned */
  GTaskThreadFunc work;
} Job;

static void
run_in_worker (gpointer data, gpointer user_data)
{
  g_autofree Job *job = data;
  g_autoptr(GTask) task = g_steal_pointer (&job->task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GError) error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    job->work (task, g_task_get_source_object (task), g_task_get_task_data (task), cancellable);
}

CasenessWorker *
caseness_worker_new (void)
{
  CasenessWorker *worker = g_new0 (CasenessWorker, 1);

  /* A shared pool of one thread cannot fail to start one: it borrows it when there is work. */
  worker->pool = g_thread_pool_new (run_in_worker, NULL, 1, FALSE, NULL);
  return worker;
}

void
caseness_worker_push (CasenessWorker *worker, GTask *task, GTaskThreadFunc work)
{
  Job *job;

  g_return_if_fail (worker != NULL);
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (work != NULL);

  job = g_new0 (Job, 1);
  job->task = g_object_ref (task);
  job->work = work;
  g_thread_pool_push (worker->pool, job, NULL);
}

void
caseness_worker_free (CasenessWorker *worker)
{
  if (worker == NULL)
    return;
  g_thread_pool_free (worker->pool, FALSE, FALSE);
  g_free (worker);
}
