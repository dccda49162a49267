/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-read-ahead.h"

#include "caseness-memory.h"

/* So much CSV text is read ahead of what is stored, or one month, whatever its size. In memory a month takes two to three
 * times its text, so that the months of a very large provider come one after the other, and of others two at a time. */
#define MOST_AHEAD (96 * 1024 * 1024)

/* Two: with the thread that stores, enough for the processors that desks have, and each holds a month in memory. */
#define N_READERS 2

/* One submission being read. */
typedef struct
{
  CasenessReadAhead *ahead;
  const char *folder;
  GThread *thread; /* (nullable): NULL when nothing is being read */
  GError *error;   /* of @thread; read after it has ended */
} Reader;

struct _CasenessReadAhead
{
  GPtrArray *folders;
  guint64 *bytes;            /* of each folder */
  GCancellable *own;         /* stops the threads when nobody wants the rest */
  GCancellable *cancellable; /* (nullable): the caller's */
  gulong handler;
  guint n_begun;
  guint n_taken;
  Reader readers[N_READERS]; /* folder i is read by reader i % N_READERS */
};

static gpointer
read_in_worker (gpointer data)
{
  Reader *reader = data;

  return caseness_submission_read (reader->folder, reader->ahead->own, &reader->error);
}

static void
begin (CasenessReadAhead *ahead)
{
  Reader *reader = &ahead->readers[ahead->n_begun % N_READERS];

  reader->ahead = ahead;
  reader->folder = ahead->folders->pdata[ahead->n_begun++];
  reader->thread = g_thread_new ("read-ahead", read_in_worker, reader);
}

/* The one taken last counts too: it is still being stored. */
static gboolean
has_room (const CasenessReadAhead *ahead)
{
  guint64 bytes = ahead->bytes[ahead->n_begun];

  for (guint i = ahead->n_taken > 0 ? ahead->n_taken - 1 : 0; i < ahead->n_begun; i++)
    bytes += ahead->bytes[i];
  return bytes <= MOST_AHEAD;
}

static void
begin_those_that_fit (CasenessReadAhead *ahead)
{
  while (ahead->n_begun < ahead->folders->len && ahead->n_begun < ahead->n_taken + N_READERS && has_room (ahead))
    begin (ahead);
}

static void
cancelled_cb (GCancellable *cancellable, gpointer own)
{
  g_cancellable_cancel (own);
}

CasenessReadAhead *
caseness_read_ahead_new (GPtrArray *folders, const guint64 *bytes, GCancellable *cancellable)
{
  CasenessReadAhead *ahead = g_new0 (CasenessReadAhead, 1);

  caseness_memory_expect_months ();
  ahead->folders = g_ptr_array_ref (folders);
  ahead->bytes = g_memdup2 (bytes, folders->len * sizeof *bytes);
  ahead->own = g_cancellable_new ();
  if (cancellable != NULL)
    {
      ahead->cancellable = g_object_ref (cancellable);
      ahead->handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (ahead->own),
                                              g_object_unref);
    }
  begin_those_that_fit (ahead);
  return ahead;
}

static CasenessSubmission *
end (Reader *reader, GError **error)
{
  CasenessSubmission *submission = g_thread_join (g_steal_pointer (&reader->thread));

  if (reader->error != NULL)
    g_propagate_error (error, g_steal_pointer (&reader->error));
  return submission;
}

CasenessSubmission *
caseness_read_ahead_take (CasenessReadAhead *ahead, GError **error)
{
  CasenessSubmission *submission;

  g_return_val_if_fail (ahead != NULL && ahead->n_taken < ahead->folders->len, NULL);
  if (ahead->n_begun == ahead->n_taken)
    begin (ahead); /* too large for beside the one before, which is stored by now */
  caseness_memory_expect_months ();
  submission = end (&ahead->readers[ahead->n_taken++ % N_READERS], error);
  if (submission != NULL)
    begin_those_that_fit (ahead);
  return submission;
}

void
caseness_read_ahead_free (CasenessReadAhead *ahead)
{
  if (ahead == NULL)
    return;
  g_cancellable_cancel (ahead->own);
  for (guint i = 0; i < N_READERS; i++)
    if (ahead->readers[i].thread != NULL)
      caseness_submission_free (end (&ahead->readers[i], NULL));
  if (ahead->cancellable != NULL)
    g_cancellable_disconnect (ahead->cancellable, ahead->handler);
  g_clear_object (&ahead->cancellable);
  g_object_unref (ahead->own);
  g_ptr_array_unref (ahead->folders);
  g_free (ahead->bytes);
  g_free (ahead);
  caseness_memory_give_back (); /* the threads will not read again, and what is derived next is as large as what they read */
}
