/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CasenessWorker:
 *
 * One thread that does long work in the order it was asked for, so that two jobs never write the same service file
 * at once. A store is opened and closed inside a job, and so never leaves that thread.
 */
typedef struct _CasenessWorker CasenessWorker;

/** caseness_worker_new: Returns: (transfer full): a worker with nothing to do. */
CasenessWorker *caseness_worker_new (void);

/**
 * caseness_worker_push:
 * @worker: a worker
 * @task: the task that @work returns on; its last reference may be dropped in the thread, so its source should be NULL
 * @work: run in the thread, unless the task's cancellable was cancelled before its turn came
 */
void caseness_worker_push (CasenessWorker *worker, GTask *task, GTaskThreadFunc work);

/** caseness_worker_free: lets the jobs that were pushed end on their own and frees the worker without waiting. */
void caseness_worker_free (CasenessWorker *worker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessWorker, caseness_worker_free)

G_END_DECLS
