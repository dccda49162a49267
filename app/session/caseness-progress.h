/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CasenessProgress:
 *
 * Carries how far a job is from its thread to the main loop: the newest word wins, and it is told at most twenty times
 * a second however often the job speaks. Reference-counted and safe between threads.
 */
typedef struct _CasenessProgress CasenessProgress;

/** CasenessProgressTold: called on the main loop with the newest @fraction (0 to 1) and @what is being done. */
typedef void (*CasenessProgressTold) (double fraction, const char *what, gpointer user_data);

/**
 * caseness_progress_new:
 * @told: called on the thread-default main context of the caller, until caseness_progress_stop()
 * @user_data: closure
 *
 * Returns: (transfer full): a relay.
 */
CasenessProgress *caseness_progress_new (CasenessProgressTold told, gpointer user_data);

/** caseness_progress_ref: Returns: (transfer full): @progress with one more reference. */
CasenessProgress *caseness_progress_ref (CasenessProgress *progress);

/** caseness_progress_unref: drops a reference. */
void caseness_progress_unref (CasenessProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessProgress, caseness_progress_unref)

/** caseness_progress_set_range: from now on 0 to 1 of the job's words stands for @from to @to of the whole. */
void caseness_progress_set_range (CasenessProgress *progress, double from, double to);

/** caseness_progress_say: a #CasenessProgressFunc whose user data is the relay; called from the working thread. */
void caseness_progress_say (double fraction, const char *what, gpointer progress);

/** caseness_progress_stop: nothing more is told; called on the main loop. */
void caseness_progress_stop (CasenessProgress *progress);

G_END_DECLS
