/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-read-ahead.h"

struct _CasenessReadAhead
{
  GPtrArray *folders;
  GCancellable *own;         /* stops the thread when nobody wants the rest */
  GCancellable *cancellable; /* (nullable): the caller's */
  gulong handler;
  guint next;                /* the folder that @thread reads */
  GThread *thread;           /* (nullable): NULL when nothing is being read */
  GError *error;             /* of @thread; read after it has ended */
};

static gpointer
read_in_worker (gpointer data)
{
  CasenessReadAhead *ahead = data;

  return caseness_submission_read (ahead->folders->pdata[ahead->next], ahead->own, &ahead->error);
}

static void
begin (CasenessReadAhead *ahead)
{
  if (ahead->next < ahead->folders->len)
    ahead->thread = g_thread_new ("read-ahead", read_in_worker, ahead);
}

static void
cancelled_cb (GCancellable *cancellable, gpointer own)
{
  g_cancellable_cancel (own);
}

CasenessReadAhead *
caseness_read_ahead_new (GPtrArray *folders, GCancellable *cancellable)
{
  CasenessReadAhead *ahead = g_new0 (CasenessReadAhead, 1);

  ahead->folders = g_ptr_array_ref (folders);
  ahead->own = g_cancellable_new ();
  if (cancellable != NULL)
    {
      ahead->cancellable = g_object_ref (cancellable);
      ahead->handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (ahead->own),
                                              g_object_unref);
    }
  begin (ahead);
  return ahead;
}

static CasenessSubmission *
end (CasenessReadAhead *ahead, GError **error)
{
  CasenessSubmission *submission = g_thread_join (g_steal_pointer (&ahead->thread));

  ahead->next++;
  if (ahead->error != NULL)
    g_propagate_error (error, g_steal_pointer (&ahead->error));
  return submission;
}

CasenessSubmission *
caseness_read_ahead_take (CasenessReadAhead *ahead, GError **error)
{
  CasenessSubmission *submission;

  g_return_val_if_fail (ahead != NULL && ahead->thread != NULL, NULL);
  submission = end (ahead, error);
  if (submission != NULL)
    begin (ahead);
  return submission;
}

void
caseness_read_ahead_free (CasenessReadAhead *ahead)
{
  g_autoptr(CasenessSubmission) unwanted = NULL;

  if (ahead == NULL)
    return;
  g_cancellable_cancel (ahead->own);
  if (ahead->thread != NULL)
    unwanted = end (ahead, NULL);
  if (ahead->cancellable != NULL)
    g_cancellable_disconnect (ahead->cancellable, ahead->handler);
  g_clear_object (&ahead->cancellable);
  g_object_unref (ahead->own);
  g_ptr_array_unref (ahead->folders);
  g_free (ahead);
}
