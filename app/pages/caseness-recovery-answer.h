/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-recovery-study.h"

G_BEGIN_DECLS

/** caseness_recovery_query_copy: Returns: (transfer full): a copy with references of its own. */
CasenessRecoveryQuestion *caseness_recovery_query_copy (const CasenessRecoveryQuestion *query);

/** caseness_recovery_query_free: frees a copy. */
void caseness_recovery_query_free (CasenessRecoveryQuestion *query);

/** CasenessRecoveryAnswer: everything the recovery page shows for one query. Immutable; made in a thread. */
typedef struct
{
  CasenessRecoveryStudy *study; /* (nullable): NULL when the filter names a group that there is not */
} CasenessRecoveryAnswer;

/** caseness_recovery_answer_new: Returns: (transfer full) (nullable): the answer, or NULL when cancelled. */
CasenessRecoveryAnswer *caseness_recovery_answer_new (const CasenessRecoveryQuestion *query,
                                                      GCancellable *cancellable);

/** caseness_recovery_answer_free: frees an answer. */
void caseness_recovery_answer_free (CasenessRecoveryAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessRecoveryAnswer, caseness_recovery_answer_free)

G_END_DECLS
