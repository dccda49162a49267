/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-session-private.h"

/* Most pathways kept under other rules, all snapshots together, so that a large service does not fill the memory. */
#define MOST_KEPT 400000

/* Nor the rows they are derived from, of a service of more pathways than this. */
#define MOST_WITH_ROWS 100000

/* Turn: what the thread needs, and whose pathways they are. */
typedef struct
{
  char *path;                 /* owned */
  const CasenessDoubt *doubt;
  CasenessSwitches switches;
  gboolean can_turn;          /* this version can decide it the other way */
  CasenessSnapshot *shown;    /* owned: what was shown when it was asked */
  CasenessTurning *turning;   /* owned, nullable: the rows, if they were read before; the thread puts them here */
} Turn;

/* Returns (transfer full): what stands for it among what is kept; the day matters only to what depends on it. */
static char *
dup_key (const Turn *turn)
{
  return g_strdup_printf ("%s/%d", turn->doubt->name, turn->switches.known_until);
}

static void
turn_free (Turn *turn)
{
  g_free (turn->path);
  caseness_snapshot_unref (turn->shown);
  caseness_turning_unref (turn->turning);
  g_free (turn);
}

/* The rows are read once and kept for the next rule, where there are not too many. */
static CasenessSnapshot *
run (Turn *turn, CasenessStore *store, GCancellable *cancellable, GError **error)
{
  if (turn->turning == NULL && caseness_snapshot_get_n_pathways (turn->shown) <= MOST_WITH_ROWS)
    {
      turn->turning = caseness_turning_new (store, CASENESS_DATE_NONE, cancellable, error);
      if (turn->turning == NULL)
        return NULL;
    }
  return turn->turning != NULL ? caseness_turning_run (turn->turning, store, &turn->switches, cancellable, error)
                               : caseness_snapshot_load_with (store, &turn->switches, cancellable, error);
}

static void
turn_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Turn *turn = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = NULL;
  CasenessSnapshot *snapshot = NULL;

  if (turn->can_turn)
    store = caseness_job_open_store (turn->path, &error);
  else
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", turn->doubt->name);
  if (store != NULL)
    snapshot = run (turn, store, cancellable, &error);
  if (snapshot != NULL)
    g_task_return_pointer (task, snapshot, (GDestroyNotify) caseness_snapshot_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
keep (CasenessSession *self, const Turn *turn, CasenessSnapshot *snapshot)
{
  guint n = (g_hash_table_size (self->turned) + 1) * caseness_snapshot_get_n_pathways (snapshot);

  if (self->snapshot != turn->shown)
    return;
  if (self->turning == NULL && turn->turning != NULL)
    self->turning = caseness_turning_ref (turn->turning);
  if (n > MOST_KEPT)
    g_hash_table_remove_all (self->turned);
  g_hash_table_insert (self->turned, dup_key (turn), caseness_snapshot_ref (snapshot));
}

static void
turned_cb (GObject *object, GAsyncResult *inner, gpointer user_data)
{
  g_autoptr(GTask) outer = user_data;
  CasenessSession *self = g_task_get_source_object (outer);
  g_autoptr(GError) error = NULL;
  CasenessSnapshot *snapshot = g_task_propagate_pointer (G_TASK (inner), &error);

  if (snapshot == NULL)
    {
      g_task_return_error (outer, g_steal_pointer (&error));
      return;
    }
  keep (self, g_task_get_task_data (G_TASK (inner)), snapshot);
  g_task_return_pointer (outer, snapshot, (GDestroyNotify) caseness_snapshot_unref);
}

void
caseness_session_turn_async (CasenessSession *self, const CasenessDoubt *doubt, CasenessDate period_end,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *outer;
  g_autoptr(GTask) inner = NULL;
  g_autofree char *key = NULL;
  CasenessSnapshot *known;
  Turn *turn;

  g_return_if_fail (CASENESS_IS_SESSION (self) && doubt != NULL);
  g_return_if_fail (self->file != NULL && self->snapshot != NULL);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, caseness_session_turn_async);
  turn = g_new0 (Turn, 1);
  turn->path = g_file_get_path (self->file);
  turn->doubt = doubt;
  turn->can_turn = caseness_doubt_turn (doubt, period_end, &turn->switches);
  turn->shown = caseness_snapshot_ref (self->snapshot);
  turn->turning = self->turning != NULL ? caseness_turning_ref (self->turning) : NULL;
  key = dup_key (turn);
  known = g_hash_table_lookup (self->turned, key);
  if (known != NULL)
    {
      turn_free (turn);
      g_task_return_pointer (outer, caseness_snapshot_ref (known), (GDestroyNotify) caseness_snapshot_unref);
      g_object_unref (outer);
      return;
    }
  inner = g_task_new (NULL, cancellable, turned_cb, outer);
  g_task_set_source_tag (inner, caseness_session_turn_async);
  g_task_set_task_data (inner, turn, (GDestroyNotify) turn_free);
  caseness_worker_push (self->worker, inner, turn_in_worker);
}

CasenessSnapshot *
caseness_session_turn_finish (CasenessSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
