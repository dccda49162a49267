/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-list.h"
#include "caseness-adsm-people.h"
#include "caseness-adsm-told.h"
#include "caseness-chart.h"

G_BEGIN_DECLS

/* What screen and paper say of ADSM use, and how they draw it, in the user's language. */

/** CASENESS_N_ADSM_FINDINGS: what is told of problem descriptors: the rows of caseness_adsm_words_finding(). */
#define CASENESS_N_ADSM_FINDINGS 5

/** CasenessAdsmFinding: how many problem descriptors are so, and what that says. */
typedef struct
{
  const char *name; /* borrowed */
  guint courses;
  char *meaning;
} CasenessAdsmFinding;

/** caseness_adsm_words_split: Returns: (transfer none): what rows are called: `Problem descriptor`. */
const char *caseness_adsm_words_split (CasenessAdsmFamily family, CasenessAdsmSplit split);

/** caseness_adsm_words_lack: Returns: (transfer none): what an open case lacks: `never had it`. */
const char *caseness_adsm_words_lack (CasenessAdsmLack lack);

/** caseness_adsm_words_percent: Returns: (transfer full): `68.3%`; a dash for NaN. */
char *caseness_adsm_words_percent (double percent);

/** caseness_adsm_words_limits: Returns: (transfer full): `65.0 to 71.5`; empty for NaN. */
char *caseness_adsm_words_limits (const CasenessInterval *percent);

/** caseness_adsm_words_title: Returns: (transfer full): what the rows say, in one line. */
char *caseness_adsm_words_title (const CasenessAdsmUse *use);

/**
 * caseness_adsm_words_open:
 * @use: an answer
 * @count: how many, as it may be told
 *
 * Returns: (transfer full): how many cases are open without the right measure, and on which day.
 */
char *caseness_adsm_words_open (const CasenessAdsmUse *use, const char *count);

/** caseness_adsm_words_cases: Returns: (transfer full): how many open cases lack what. */
char *caseness_adsm_words_cases (const CasenessAdsmUse *use);

/** caseness_adsm_words_when: Returns: (transfer full): which open cases a list holds, and how many: `Seen on Tuesday 1
 *  July 2025: 4`. */
char *caseness_adsm_words_when (const CasenessAdsmUse *use, CasenessAdsmWhen when);

/** caseness_adsm_words_time: Returns: (transfer full): the time a case is seen next: `09:30`; empty where unknown. */
char *caseness_adsm_words_time (const CasenessAdsmCase *found);

/** caseness_adsm_words_seen: Returns: (transfer full): when a case is seen next, with the time where it is known. */
char *caseness_adsm_words_seen (const CasenessAdsmCase *found);

/** caseness_adsm_words_descriptors: Returns: (transfer full): how complete problem descriptors are, in one line. */
char *caseness_adsm_words_descriptors (const CasenessAdsmDescriptors *descriptors);

/** caseness_adsm_words_finding: tells row @i of what is told of problem descriptors; free its meaning. */
CasenessAdsmFinding caseness_adsm_words_finding (const CasenessAdsmDescriptors *descriptors, guint i);

/** caseness_adsm_words_part: Returns: what a figure of ADSM use is called above its people; its texts are borrowed. */
CasenessFigureName caseness_adsm_words_part (CasenessAdsmPart part);

/**
 * caseness_adsm_words_labels:
 * @use: an answer
 * @hides_names: whether codes stand for clinicians
 *
 * Returns: (transfer full) (array zero-terminated=1): what the rows are called, in their order.
 */
char **caseness_adsm_words_labels (const CasenessAdsmUse *use, gboolean hides_names);

/** caseness_adsm_chart_use: Returns: (transfer full): how the courses of each row were measured; @labels name them. A
 *  last row is all of them. */
CasenessChart *caseness_adsm_chart_use (const CasenessAdsmUse *use, const char *const *labels);

/**
 * caseness_adsm_chart_told:
 * @use: an answer
 * @told: what of it may be told outside the service
 * @place: which division of @told it is
 * @labels: name its rows
 *
 * Returns: (transfer full) (nullable): who was paired of each row whose share may be told; NULL where there is none.
 */
CasenessChart *caseness_adsm_chart_told (const CasenessAdsmUse *use, const CasenessAdsmTold *told, guint place,
                                         const char *const *labels);

/** CasenessAdsmJudged: what the two measures are compared by. */
typedef enum
{
  CASENESS_ADSM_RECOVERY,
  CASENESS_ADSM_IMPROVEMENT,
  CASENESS_N_ADSM_JUDGED
} CasenessAdsmJudged;

/** caseness_adsm_chart_costs: Returns: (transfer full): the same courses judged by their own measure and by GAD-7. */
CasenessChart *caseness_adsm_chart_costs (const CasenessAdsmUse *use, CasenessAdsmJudged judged);

G_END_DECLS
