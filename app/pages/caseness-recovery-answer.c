/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-answer.h"

CasenessRecoveryQuestion *
caseness_recovery_query_copy (const CasenessRecoveryQuestion *query)
{
  CasenessRecoveryQuestion *copy = g_memdup2 (query, sizeof *query);

  caseness_snapshot_ref (copy->snapshot);
  caseness_filter_ref (copy->filter);
  return copy;
}

void
caseness_recovery_query_free (CasenessRecoveryQuestion *query)
{
  caseness_snapshot_unref (query->snapshot);
  caseness_filter_unref (query->filter);
  g_free (query);
}

CasenessRecoveryAnswer *
caseness_recovery_answer_new (const CasenessRecoveryQuestion *query, GCancellable *cancellable)
{
  g_autoptr(CasenessRecoveryAnswer) answer = g_new0 (CasenessRecoveryAnswer, 1);

  answer->study = caseness_recovery_study_new (query, cancellable, NULL);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&answer);
}

void
caseness_recovery_answer_free (CasenessRecoveryAnswer *answer)
{
  caseness_recovery_study_free (answer->study);
  g_free (answer);
}
