/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-progress.h"

#define INTERVAL_MS 50

struct _CasenessProgress
{
  gatomicrefcount ref_count;
  GMainContext *context;      /* owned: where it is told */
  CasenessProgressTold told;  /* NULL once stopped; only touched on the main loop */
  gpointer user_data;
  GMutex lock;                /* guards all below */
  double from;
  double to;
  double fraction;
  char *what;
  gboolean is_pending;        /* a word waits to be told */
};

static gboolean
tell_cb (gpointer data)
{
  CasenessProgress *progress = data;
  g_autofree char *what = NULL;
  double fraction;

  g_mutex_lock (&progress->lock);
  progress->is_pending = FALSE;
  fraction = progress->fraction;
  what = g_strdup (progress->what);
  g_mutex_unlock (&progress->lock);
  if (progress->told != NULL)
    progress->told (fraction, what, progress->user_data);
  return G_SOURCE_REMOVE;
}

static void
schedule (CasenessProgress *progress)
{
  g_autoptr(GSource) source = g_timeout_source_new (INTERVAL_MS);

  g_source_set_callback (source, tell_cb, caseness_progress_ref (progress),
                         (GDestroyNotify) caseness_progress_unref);
  g_source_attach (source, progress->context);
}

CasenessProgress *
caseness_progress_new (CasenessProgressTold told, gpointer user_data)
{
  CasenessProgress *progress = g_new0 (CasenessProgress, 1);

  g_atomic_ref_count_init (&progress->ref_count);
  g_mutex_init (&progress->lock);
  progress->context = g_main_context_ref_thread_default ();
  progress->told = told;
  progress->user_data = user_data;
  progress->to = 1;
  return progress;
}

CasenessProgress *
caseness_progress_ref (CasenessProgress *progress)
{
  g_atomic_ref_count_inc (&progress->ref_count);
  return progress;
}

void
caseness_progress_unref (CasenessProgress *progress)
{
  if (progress == NULL || !g_atomic_ref_count_dec (&progress->ref_count))
    return;
  g_main_context_unref (progress->context);
  g_mutex_clear (&progress->lock);
  g_free (progress->what);
  g_free (progress);
}

void
caseness_progress_set_range (CasenessProgress *progress, double from, double to)
{
  g_mutex_lock (&progress->lock);
  progress->from = from;
  progress->to = to;
  g_mutex_unlock (&progress->lock);
}

void
caseness_progress_say (double fraction, const char *what, gpointer user_data)
{
  CasenessProgress *progress = user_data;
  gboolean was_pending;

  g_mutex_lock (&progress->lock);
  progress->fraction = progress->from + CLAMP (fraction, 0, 1) * (progress->to - progress->from);
  g_free (progress->what);
  progress->what = g_strdup (what);
  was_pending = progress->is_pending;
  progress->is_pending = TRUE;
  g_mutex_unlock (&progress->lock);
  if (!was_pending)
    schedule (progress);
}

void
caseness_progress_stop (CasenessProgress *progress)
{
  progress->told = NULL;
}
