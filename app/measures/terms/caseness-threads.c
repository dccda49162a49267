/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-threads.h"

typedef struct
{
  guint n_pieces;
  gint next; /* the first piece that nobody has taken, changed atomically */
  CasenessPiece act;
  gpointer data;
} Work;

guint
caseness_threads_choose (guint n_pathways, guint n_pieces)
{
  if (n_pathways < CASENESS_FEWEST_FOR_THREADS)
    return 1;
  return CLAMP (n_pieces, 1, MIN (g_get_num_processors (), CASENESS_MOST_THREADS));
}

static void
work (gpointer work_data, gpointer pool_data)
{
  Work *shared = pool_data;
  guint piece;

  while ((piece = (guint) g_atomic_int_add (&shared->next, 1)) < shared->n_pieces)
    shared->act (piece, shared->data);
}

void
caseness_threads_run (guint n_threads, guint n_pieces, CasenessPiece act, gpointer data)
{
  Work shared = { n_pieces, 0, act, data };
  GThreadPool *pool = NULL;
  guint i;

  g_return_if_fail (n_threads > 0 && act != NULL);
  if (n_threads > 1)
    pool = g_thread_pool_new (work, &shared, (gint) n_threads - 1, FALSE, NULL);
  for (i = 1; i < n_threads; i++)
    g_thread_pool_push (pool, &shared, NULL);
  work (NULL, &shared);
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
}
