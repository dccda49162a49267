/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-shared.h"

#include "caseness-suppression.h"

struct _CasenessEquityShared
{
  gboolean *is_hidden[CASENESS_N_EQUITY_STAGES]; /* by group */
};

CasenessEquityShared *
caseness_equity_shared_new (const CasenessEquityWay *way)
{
  CasenessEquityShared *self = g_new0 (CasenessEquityShared, 1);
  g_autofree gint64 *counts = g_new (gint64, way->groups->len + 1);
  guint stage, i;

  for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    {
      self->is_hidden[stage] = g_new0 (gboolean, way->groups->len + 1);
      for (i = 0; i < way->groups->len; i++)
        counts[i] = caseness_equity_way_get_group (way, i)->observed[stage];
      caseness_suppress_row (counts, way->groups->len, CASENESS_TOTALS_EXACT, self->is_hidden[stage]);
    }
  return self;
}

void
caseness_equity_shared_free (CasenessEquityShared *shared)
{
  guint stage;

  if (shared == NULL)
    return;
  for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    g_free (shared->is_hidden[stage]);
  g_free (shared);
}

gboolean
caseness_equity_shared_hides (const CasenessEquityShared *shared, guint group, CasenessEquityStage stage)
{
  return shared != NULL && shared->is_hidden[stage][group];
}

gboolean
caseness_equity_shared_hides_outcome (const CasenessEquityShared *shared, guint group, CasenessEquityOutcome outcome)
{
  return caseness_equity_shared_hides (shared, group, caseness_equity_outcome_get_numerator (outcome))
         || caseness_equity_shared_hides (shared, group, caseness_equity_outcome_get_denominator (outcome));
}
