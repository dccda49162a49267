/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-switches.h"
#include "caseness-tool.h"

G_BEGIN_DECLS

/** CasenessOutcomeFlags: the national outcome flags of a finished course (derivations, section 7). */
typedef enum
{
  CASENESS_OUTCOME_CASENESS = 1 << 0,
  CASENESS_OUTCOME_NOT_CASENESS = 1 << 1,
  CASENESS_OUTCOME_RECOVERY = 1 << 2,
  CASENESS_OUTCOME_IMPROVEMENT = 1 << 3,   /* reliable */
  CASENESS_OUTCOME_DETERIORATION = 1 << 4, /* reliable */
  CASENESS_OUTCOME_NO_CHANGE = 1 << 5,
} CasenessOutcomeFlags;

/** CasenessAnxiety: which anxiety measure a course is judged by. */
typedef struct
{
  guint tool;            /* index into caseness_tool_get_all() */
  guint first_tool;      /* whose cut-off the first score has: @tool, but for a specific tool scored once (single_first) */
  CasenessScorePair pair;
} CasenessAnxiety;

/**
 * caseness_outcome_choose_anxiety:
 * @descriptor: the validated problem descriptor, maybe empty
 * @scores: (array): first and last scores by tool
 * @discharged: day of discharge, or CASENESS_DATE_NONE (treated as a discharge to come, rulings 50)
 * @switches: decisions
 *
 * The specific tool when it was given twice, else GAD-7 for both ends (derivations, section 6).
 *
 * Returns: the measure and its scores.
 */
CasenessAnxiety caseness_outcome_choose_anxiety (const char *descriptor, const CasenessScorePair *scores,
                                                 CasenessDate discharged, const CasenessSwitches *switches);

/**
 * caseness_outcome_judge:
 * @depression: first and last PHQ-9
 * @anxiety: the measure chosen
 * @switches: decisions
 *
 * The flags of a finished course; courses that are not finished carry none.
 *
 * Returns: the flags.
 */
CasenessOutcomeFlags caseness_outcome_judge (const CasenessScorePair *depression, const CasenessAnxiety *anxiety,
                                             const CasenessSwitches *switches);

/**
 * caseness_outcome_judge_with:
 * @depression: first and last PHQ-9
 * @phq: its cut-off and reliable change
 * @anxiety: first and last score of the anxiety measure
 * @specific: its cut-off and reliable change
 * @switches: decisions
 *
 * Returns: the flags of a finished course, by the thresholds given.
 */
CasenessOutcomeFlags caseness_outcome_judge_with (const CasenessScorePair *depression, const CasenessTool *phq,
                                                  const CasenessScorePair *anxiety, const CasenessTool *specific,
                                                  const CasenessSwitches *switches);

G_END_DECLS
