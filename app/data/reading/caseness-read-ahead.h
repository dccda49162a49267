/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-submission.h"

G_BEGIN_DECLS

/**
 * CasenessReadAhead:
 *
 * Reads submissions in threads of its own, up to two ahead of the caller and given in their order, so that two are
 * judged while the one before them is stored. Very large ones are read when the one before is done with, to bound the
 * memory that they take together.
 */
typedef struct _CasenessReadAhead CasenessReadAhead;

/**
 * caseness_read_ahead_new:
 * @folders: (element-type utf8): submission folders in the order they are wanted
 * @bytes: (array): size of the files of each
 * @cancellable: (nullable): stops between files
 *
 * Returns: (transfer full): a reader that has begun with the first ones.
 */
CasenessReadAhead *caseness_read_ahead_new (GPtrArray *folders, const guint64 *bytes, GCancellable *cancellable);

/**
 * caseness_read_ahead_take:
 * @ahead: a reader that has not yet given all its submissions, nor failed
 * @error: return location: as caseness_submission_read()
 *
 * Waits for the next submission and begins with one more. The one taken before must be freed by now.
 *
 * Returns: (transfer full) (nullable): the submission, or NULL with @error set.
 */
CasenessSubmission *caseness_read_ahead_take (CasenessReadAhead *ahead, GError **error);

/** caseness_read_ahead_free: waits until the reading stops, and drops what was not taken. */
void caseness_read_ahead_free (CasenessReadAhead *ahead);

G_END_DECLS
