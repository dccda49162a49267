/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-import.h"
#include "caseness-snapshot.h"

G_BEGIN_DECLS

/**
 * CasenessGathering:
 *
 * What an import brings, gathered for deriving in a thread of its own beside the storing, so that its rows need not be
 * read back. It serves one import of one file, and holds no more than some hundred megabytes of CSV come to: what comes
 * after that is read back.
 */
typedef struct _CasenessGathering CasenessGathering;

/** caseness_gathering_new: Returns: (transfer full): a gathering of nothing. */
CasenessGathering *caseness_gathering_new (void);

/** caseness_gathering_free: frees it. */
void caseness_gathering_free (CasenessGathering *gathering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessGathering, caseness_gathering_free)

/** caseness_gathering_listen: makes @options tell @gathering of all that is stored; it must live until that is done. */
void caseness_gathering_listen (CasenessGathering *gathering, CasenessImportOptions *options);

/**
 * caseness_gathering_load:
 * @gathering: (transfer full): what the last import into the file gathered
 * @store: the file
 * @cancellable: (nullable)
 * @error: return location
 *
 * As caseness_snapshot_load(), without reading the first months that count when they are those that were gathered.
 *
 * Returns: (transfer full) (nullable): the same snapshot as that, or NULL with @error set.
 */
CasenessSnapshot *caseness_gathering_load (CasenessGathering *gathering, CasenessStore *store,
                                           GCancellable *cancellable, GError **error);

/** caseness_gathering_get_n_months: Returns: how many months it holds. */
guint caseness_gathering_get_n_months (const CasenessGathering *gathering);

G_END_DECLS
