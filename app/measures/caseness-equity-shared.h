/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-outcome.h"

G_BEGIN_DECLS

/**
 * CasenessEquityShared:
 *
 * Which counts of an answer may be told outside the service (methods, section 14): none below five, and where one of a
 * stage could be worked out from the others, the next smallest goes with it. All that is told is rounded to five.
 */
typedef struct _CasenessEquityShared CasenessEquityShared;

/** caseness_equity_shared_new: Returns: (transfer full): what may be told of @way, which it does not keep. */
CasenessEquityShared *caseness_equity_shared_new (const CasenessEquityWay *way);

/** caseness_equity_shared_free: frees it. */
void caseness_equity_shared_free (CasenessEquityShared *shared);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEquityShared, caseness_equity_shared_free)

/** caseness_equity_shared_hides: whether the count of group number @group at @stage, and all that is worked out from it,
 *  must not be told. @shared may be NULL, which tells everything. */
gboolean caseness_equity_shared_hides (const CasenessEquityShared *shared, guint group, CasenessEquityStage stage);

/** caseness_equity_shared_hides_outcome: the same for a share of courses. */
gboolean caseness_equity_shared_hides_outcome (const CasenessEquityShared *shared, guint group,
                                               CasenessEquityOutcome outcome);

G_END_DECLS
