/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-scores.h"

#include <string.h>

#define WSAS "WASAS_" /* its items have no meaning one by one */

static void
add (GArray *scores, const CasenessPersonCourse *course, guint index, CasenessScorePair pair, gboolean is_used)
{
  guint n_tools;
  const CasenessTool *tool = &caseness_tool_get_all (&n_tools)[index];
  CasenessPersonScore score = { index, pair, CASENESS_SCORE_NONE, tool->reliable_change, tool->caseness_at, is_used };

  if (pair.first == CASENESS_SCORE_NONE)
    return;
  if (pair.last != CASENESS_SCORE_NONE)
    score.change = pair.last - pair.first;
  g_array_append_val (scores, score);
}

GArray *
caseness_person_scores_list (const CasenessPersonCourse *course)
{
  GArray *scores = g_array_new (FALSE, FALSE, sizeof (CasenessPersonScore));
  guint n_tools, i;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);
  const guint *used;
  gboolean is_judged;

  g_return_val_if_fail (course != NULL, scores);

  used = course->tools;
  is_judged = (caseness_snapshot_get_flags (course->snapshot, course->pathway) & CASENESS_PATHWAY_COMPLETED) != 0;
  add (scores, course, used[CASENESS_COURSE_DEPRESSION],
       caseness_snapshot_get_scores (course->snapshot, course->pathway, used[CASENESS_COURSE_DEPRESSION]), is_judged);
  add (scores, course, used[CASENESS_COURSE_ANXIETY],
       caseness_snapshot_get_anxiety (course->snapshot, course->pathway).pair, is_judged);
  for (i = 0; i < n_tools; i++)
    if (i != used[CASENESS_COURSE_DEPRESSION] && i != used[CASENESS_COURSE_ANXIETY]
        && !g_str_has_prefix (tools[i].field_prefix, WSAS))
      add (scores, course, i, caseness_snapshot_get_scores (course->snapshot, course->pathway, i), FALSE);
  return scores;
}
