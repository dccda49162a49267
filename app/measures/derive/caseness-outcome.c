/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-outcome.h"

#include <string.h>

#define DEPRESSION_PREFIX "PHQ9"
#define GENERAL_PREFIX "GAD"
#define MOBILITY_PREFIX "AgoraAlone"

static gboolean
is_pair (const CasenessScorePair *pair)
{
  return pair->first != CASENESS_SCORE_NONE && pair->last != CASENESS_SCORE_NONE;
}

CasenessAnxiety
caseness_outcome_choose_anxiety (const char *descriptor, const CasenessScorePair *scores, CasenessDate discharged,
                                 const CasenessSwitches *switches)
{
  gboolean with_extended = discharged == CASENESS_DATE_NONE || discharged >= switches->extended_adsm_from;
  guint specific = caseness_tool_find_for_descriptor (descriptor, with_extended);
  CasenessAnxiety anxiety;

  anxiety.tool = is_pair (&scores[specific]) ? specific : caseness_tool_find_by_prefix (GENERAL_PREFIX);
  anxiety.first_tool = anxiety.tool;
  anxiety.pair = scores[anxiety.tool];
  if (switches->single_first_is_specific && !is_pair (&anxiety.pair)
      && scores[specific].first != CASENESS_SCORE_NONE)
    {
      anxiety.first_tool = specific;
      anxiety.pair.first = scores[specific].first;
    }
  return anxiety;
}

static gboolean
is_case (CasenessScore score, const CasenessTool *tool, const CasenessSwitches *switches)
{
  if (score == CASENESS_SCORE_NONE)
    return FALSE;
  if (!switches->mi_cutoff_is_reached && strcmp (tool->field_prefix, MOBILITY_PREFIX) == 0)
    return score > tool->caseness_at;
  return score >= tool->caseness_at;
}

static gboolean
is_below (CasenessScore score, const CasenessTool *tool, const CasenessSwitches *switches)
{
  return score != CASENESS_SCORE_NONE && !is_case (score, tool, switches);
}

/* -1 fell by at least the reliable change, 1 rose by it, 0 neither. */
static int
get_change (const CasenessScorePair *pair, const CasenessTool *tool)
{
  CasenessScore rise = pair->last - pair->first;

  return rise <= -tool->reliable_change ? -1 : rise >= tool->reliable_change ? 1 : 0;
}

static CasenessOutcomeFlags
judge_change (int depression, int anxiety, const CasenessSwitches *switches)
{
  if (depression * anxiety < 0)
    return switches->mixed_is_no_change ? CASENESS_OUTCOME_NO_CHANGE : 0;
  if (depression + anxiety < 0)
    return CASENESS_OUTCOME_IMPROVEMENT;
  if (depression + anxiety > 0)
    return CASENESS_OUTCOME_DETERIORATION;
  return CASENESS_OUTCOME_NO_CHANGE;
}

CasenessOutcomeFlags
caseness_outcome_judge_with (const CasenessScorePair *depression, const CasenessTool *phq,
                             const CasenessScorePair *anxiety, const CasenessTool *specific,
                             const CasenessSwitches *switches)
{
  CasenessOutcomeFlags flags = 0;

  if (is_case (depression->first, phq, switches) || is_case (anxiety->first, specific, switches))
    flags |= CASENESS_OUTCOME_CASENESS;
  else if (is_below (depression->first, phq, switches) && is_below (anxiety->first, specific, switches))
    flags |= CASENESS_OUTCOME_NOT_CASENESS;
  if ((flags & CASENESS_OUTCOME_CASENESS) != 0 && is_below (depression->last, phq, switches)
      && is_below (anxiety->last, specific, switches))
    flags |= CASENESS_OUTCOME_RECOVERY;
  if (is_pair (depression) && is_pair (anxiety))
    flags |= judge_change (get_change (depression, phq), get_change (anxiety, specific), switches);
  return flags;
}

CasenessOutcomeFlags
caseness_outcome_judge (const CasenessScorePair *depression, const CasenessAnxiety *anxiety,
                        const CasenessSwitches *switches)
{
  guint n_tools;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  g_return_val_if_fail (anxiety->first_tool < n_tools, 0);
  return caseness_outcome_judge_with (depression, &tools[caseness_tool_find_by_prefix (DEPRESSION_PREFIX)],
                                      &anxiety->pair, &tools[anxiety->first_tool], switches);
}
