/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-stage.h"

#include <glib/gi18n.h>
#include <string.h>

#define STAGE(stage) (1u << (stage))

static const char *const stage_names[CASENESS_N_EQUITY_STAGES] = {
  [CASENESS_EQUITY_REFERRED] = N_ ("referred"),
  [CASENESS_EQUITY_ASSESSED] = N_ ("assessed"),
  [CASENESS_EQUITY_TREATED] = N_ ("treated"),
  [CASENESS_EQUITY_COMPLETED] = N_ ("completed"),
  [CASENESS_EQUITY_RECOVERED] = N_ ("recovered"),
  [CASENESS_EQUITY_RELIABLY_RECOVERED] = N_ ("reliably recovered"),
  [CASENESS_EQUITY_IMPROVED] = N_ ("reliably improved"),
  [CASENESS_EQUITY_DETERIORATED] = N_ ("reliably deteriorated"),
  [CASENESS_EQUITY_AT_CASENESS] = N_ ("at caseness"),
};

static const struct
{
  CasenessPathwayDate date;
  CasenessEquityStages stages;
} days[CASENESS_N_EQUITY_DAYS] = {
  [CASENESS_EQUITY_DAY_REFERRED] = { CASENESS_PATHWAY_RECEIVED, STAGE (CASENESS_EQUITY_REFERRED) },
  [CASENESS_EQUITY_DAY_ASSESSED] = { CASENESS_PATHWAY_ASSESSMENT_FIRST, STAGE (CASENESS_EQUITY_ASSESSED) },
  [CASENESS_EQUITY_DAY_TREATED] = { CASENESS_PATHWAY_TREATMENT_FIRST, STAGE (CASENESS_EQUITY_TREATED) },
  [CASENESS_EQUITY_DAY_COMPLETED] = { CASENESS_PATHWAY_DISCHARGED, STAGE (CASENESS_EQUITY_COMPLETED) },
};

const char *
caseness_equity_stage_get_name (CasenessEquityStage stage)
{
  g_return_val_if_fail (stage < CASENESS_N_EQUITY_STAGES, NULL);
  return stage_names[stage];
}

gboolean
caseness_equity_stage_parse (const char *text, CasenessEquityStage *stage)
{
  guint i;

  for (i = 0; i < CASENESS_N_EQUITY_STAGES; i++)
    if (g_ascii_strcasecmp (stage_names[i], text) == 0)
      {
        *stage = i;
        return TRUE;
      }
  return FALSE;
}

/* How a finished course ended. */
static CasenessEquityStages
read_end (guint flags)
{
  CasenessEquityStages stages = 0;

  if ((flags & CASENESS_OUTCOME_NOT_CASENESS) == 0)
    stages |= STAGE (CASENESS_EQUITY_AT_CASENESS);
  if ((flags & CASENESS_OUTCOME_RECOVERY) != 0)
    stages |= STAGE (CASENESS_EQUITY_RECOVERED);
  if ((flags & CASENESS_OUTCOME_IMPROVEMENT) != 0)
    stages |= STAGE (CASENESS_EQUITY_IMPROVED);
  if ((flags & CASENESS_OUTCOME_RECOVERY) != 0 && (flags & CASENESS_OUTCOME_IMPROVEMENT) != 0)
    stages |= STAGE (CASENESS_EQUITY_RELIABLY_RECOVERED);
  if ((flags & CASENESS_OUTCOME_DETERIORATION) != 0)
    stages |= STAGE (CASENESS_EQUITY_DETERIORATED);
  return stages;
}

CasenessDate
caseness_equity_day_read (const CasenessSnapshot *snapshot, guint index, CasenessEquityDay day,
                          CasenessEquityStages *stages)
{
  guint flags;

  g_return_val_if_fail (day < CASENESS_N_EQUITY_DAYS, CASENESS_DATE_NONE);
  *stages = days[day].stages;
  if (day == CASENESS_EQUITY_DAY_COMPLETED)
    {
      flags = caseness_snapshot_get_flags (snapshot, index);
      if ((flags & CASENESS_PATHWAY_COMPLETED) == 0)
        return CASENESS_DATE_NONE;
      *stages |= read_end (flags);
    }
  return caseness_snapshot_get_date (snapshot, index, days[day].date);
}
