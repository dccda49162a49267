/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-progress.h"
#include "caseness-worker.h"

#define N_JOBS 20

typedef struct
{
  guint n_run;
  guint n_done;
} Log;

static void
work_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Log *log = task_data;

  g_task_return_int (task, log->n_run++);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Log *log = user_data;

  g_assert_cmpint (g_task_propagate_int (G_TASK (result), NULL), ==, log->n_done);
  log->n_done++;
}

static void
push (CasenessWorker *worker, Log *log, GCancellable *cancellable, GAsyncReadyCallback callback)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, log);

  g_task_set_task_data (task, log, NULL);
  caseness_worker_push (worker, task, work_in_worker);
}

static void
test_order (void)
{
  g_autoptr(CasenessWorker) worker = caseness_worker_new ();
  Log log = { 0 };

  for (guint i = 0; i < N_JOBS; i++)
    push (worker, &log, NULL, done_cb);
  while (log.n_done < N_JOBS)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (log.n_run, ==, N_JOBS);
}

static void
cancelled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  Log *log = user_data;

  g_assert_cmpint (g_task_propagate_int (G_TASK (result), &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  log->n_done++;
}

static void
test_cancelled_before_its_turn (void)
{
  g_autoptr(CasenessWorker) worker = caseness_worker_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Log log = { 0 };

  g_cancellable_cancel (cancellable);
  push (worker, &log, cancellable, cancelled_cb);
  while (log.n_done == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (log.n_run, ==, 0);
}

static void
test_freed_with_work_left (void)
{
  CasenessWorker *worker = caseness_worker_new ();
  Log log = { 0 };

  push (worker, &log, NULL, done_cb);
  push (worker, &log, NULL, done_cb);
  caseness_worker_free (worker);
  while (log.n_done < 2)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  guint n;
  double fraction;
  char *what;
} Told;

static void
told_cb (double fraction, const char *what, gpointer user_data)
{
  Told *told = user_data;

  told->n++;
  told->fraction = fraction;
  g_free (told->what);
  told->what = g_strdup (what);
}

static gpointer
say_much (gpointer progress)
{
  for (guint i = 0; i <= 1000; i++)
    caseness_progress_say (i / 1000.0, i < 1000 ? "going" : "there", progress);
  return NULL;
}

static void
test_burst_is_told_once (void)
{
  Told told = { 0 };
  g_autoptr(CasenessProgress) progress = caseness_progress_new (told_cb, &told);

  caseness_progress_set_range (progress, 0.2, 0.6);
  g_thread_join (g_thread_new ("burst", say_much, progress));
  while (told.n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (told.n, ==, 1);
  g_assert_cmpfloat_with_epsilon (told.fraction, 0.6, 1e-9);
  g_assert_cmpstr (told.what, ==, "there");
  g_free (told.what);
}

static void
test_stopped_is_silent (void)
{
  Told told = { 0 };
  g_autoptr(CasenessProgress) progress = caseness_progress_new (told_cb, &told);

  caseness_progress_say (0.5, "going", progress);
  caseness_progress_stop (progress);
  for (guint i = 0; i < 10; i++)
    {
      g_usleep (10 * 1000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (told.n, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/worker/order", test_order);
  g_test_add_func ("/session/worker/cancelled-before-its-turn", test_cancelled_before_its_turn);
  g_test_add_func ("/session/worker/freed-with-work-left", test_freed_with_work_left);
  g_test_add_func ("/session/progress/burst-is-told-once", test_burst_is_told_once);
  g_test_add_func ("/session/progress/stopped-is-silent", test_stopped_is_silent);
  return g_test_run ();
}
