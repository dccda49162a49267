/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-submission.h"

G_BEGIN_DECLS

/**
 * CasenessReadAhead:
 *
 * Reads submissions one after another in a thread of its own, one ahead of the caller, so that one is judged while the
 * one before is stored.
 */
typedef struct _CasenessReadAhead CasenessReadAhead;

/**
 * caseness_read_ahead_new:
 * @folders: (element-type utf8): submission folders in the order they are wanted
 * @cancellable: (nullable): stops between files
 *
 * Returns: (transfer full): a reader that has begun with the first.
 */
CasenessReadAhead *caseness_read_ahead_new (GPtrArray *folders, GCancellable *cancellable);

/**
 * caseness_read_ahead_take:
 * @ahead: a reader that has not yet given all its submissions, nor failed
 * @error: return location: as caseness_submission_read()
 *
 * Waits for the next submission and begins with the one after it.
 *
 * Returns: (transfer full) (nullable): the submission, or NULL with @error set.
 */
CasenessSubmission *caseness_read_ahead_take (CasenessReadAhead *ahead, GError **error);

/** caseness_read_ahead_free: waits until the reading stops, and drops what was not taken. */
void caseness_read_ahead_free (CasenessReadAhead *ahead);

G_END_DECLS
