/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-derive-private.h"

#include "caseness-complaint.h"
#include "caseness-scoring.h"

/* WSAS, work; in hundredths. */
#define NOT_APPLICABLE 900

/* What was asked of the anxiety, by the tool meant for the problem or by GAD-7 (national measures M196 to M198). */
static void
note_anxiety (CasenessPathway *pathway, const char *descriptor)
{
  const CasenessScorePair *general = &pathway->scores[caseness_tool_find_by_prefix ("GAD")];
  guint tool = caseness_tool_find_for_descriptor (descriptor, TRUE);
  const CasenessScorePair *specific = &pathway->scores[tool];

  if (specific->first != CASENESS_SCORE_NONE || general->first != CASENESS_SCORE_NONE)
    pathway->flags |= CASENESS_PATHWAY_ANXIETY_FIRST;
  if (specific->last != CASENESS_SCORE_NONE || general->last != CASENESS_SCORE_NONE)
    pathway->flags |= CASENESS_PATHWAY_ANXIETY_LAST;
  if (specific != general && pathway->anxiety.tool == tool)
    pathway->flags |= CASENESS_PATHWAY_SPECIFIC;
}

/* A score of 9 for work says that the question did not apply. */
static gboolean
is_about_work (CasenessScore score, const CasenessSwitches *switches)
{
  return score != CASENESS_SCORE_NONE && (score != NOT_APPLICABLE || switches->wsas_work_9_counts);
}

static void
note_work (CasenessPathway *pathway, const CasenessSwitches *switches)
{
  const CasenessScorePair *work = &pathway->scores[caseness_tool_find_by_prefix ("WASAS_Work")];

  if (is_about_work (work->first, switches))
    pathway->flags |= CASENESS_PATHWAY_WORK_FIRST;
  if (is_about_work (work->last, switches))
    pathway->flags |= CASENESS_PATHWAY_WORK_LAST;
}

/* Whether the last score of @tool is below its cut-off, and the only one that is. */
static gboolean
dips_at_last (const CasenessDeriver *deriver, guint tool, CasenessScore last)
{
  guint n_tools, n_below = 0, i;
  CasenessScore cut_off = caseness_tool_get_all (&n_tools)[tool].caseness_at;

  if (last == CASENESS_SCORE_NONE || cut_off == CASENESS_SCORE_NONE || last >= cut_off)
    return FALSE;
  for (i = 0; i < deriver->scored->len; i++)
    {
      const CasenessScored *score = &g_array_index (deriver->scored, CasenessScored, i);

      n_below += score->tool == tool && score->value < cut_off;
    }
  return n_below == 1;
}

static void
note_dip (const CasenessDeriver *deriver, guint depression, CasenessPathway *pathway)
{
  if (dips_at_last (deriver, depression, pathway->scores[depression].last)
      || dips_at_last (deriver, pathway->anxiety.tool, pathway->anxiety.pair.last))
    pathway->flags |= CASENESS_PATHWAY_FIRST_DIP;
}

void
caseness_deriver_judge (CasenessDeriver *deriver, const CasenessReferralRow *referral, CasenessPathway *pathway)
{
  guint32 descriptor = caseness_complaint_choose (deriver->records, referral);
  guint phq = caseness_tool_find_by_prefix ("PHQ9");

  pathway->texts[CASENESS_PATHWAY_DESCRIPTOR] = descriptor;
  caseness_scoring_pick (deriver->scored, deriver->records, deriver->switches, pathway->scores);
  pathway->anxiety = caseness_outcome_choose_anxiety (caseness_deriver_get_text (deriver, descriptor), pathway->scores,
                                                      referral->discharged, deriver->switches);
  note_work (pathway, deriver->switches);
  note_anxiety (pathway, caseness_deriver_get_text (deriver, descriptor));
  if (caseness_complaint_has_changed (deriver->records, referral))
    pathway->flags |= CASENESS_PATHWAY_DESCRIPTOR_CHANGED;
  if (referral->discharged == CASENESS_DATE_NONE || pathway->counts[CASENESS_PATHWAY_TREATMENTS] < 2)
    return;
  pathway->flags |= CASENESS_PATHWAY_COMPLETED;
  pathway->flags |= caseness_outcome_judge (&pathway->scores[phq], &pathway->anxiety, deriver->switches);
  note_dip (deriver, phq, pathway);
}
