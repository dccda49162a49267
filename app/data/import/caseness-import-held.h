/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-store.h"
#include "caseness-submission.h"

G_BEGIN_DECLS

/** CasenessHeld: what the store holds in the place of something that is being imported. */
typedef struct
{
  gint64 id;        /* of the submission or list, 0 when nothing is held */
  gint64 import_id; /* that brought it */
  char *created;    /* (nullable): of a submission */
  gboolean is_same; /* byte for byte what is being imported is there already */
} CasenessHeld;

/**
 * caseness_held_find_submission:
 * @store: a store
 * @submission: what is being imported
 * @running_import: number of the running import, whose own submissions are left out
 * @held: (out caller-allocates): clear it with caseness_held_clear()
 * @error: return location
 *
 * Finds what counts now for the provider and month of @submission.
 *
 * Returns: whether the store could be asked.
 */
gboolean caseness_held_find_submission (CasenessStore *store, const CasenessSubmission *submission,
                                        gint64 running_import, CasenessHeld *held, GError **error);

/** caseness_held_find_list: as caseness_held_find_submission() for a local list. */
gboolean caseness_held_find_list (CasenessStore *store, const CasenessSubmissionTable *table, CasenessHeld *held,
                                  GError **error);

/** caseness_held_clear: frees what it holds. */
void caseness_held_clear (CasenessHeld *held);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasenessHeld, caseness_held_clear)

G_END_DECLS
