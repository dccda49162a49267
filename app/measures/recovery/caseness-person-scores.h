/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-person-course.h"

G_BEGIN_DECLS

/** CasenessPersonScore: the first and last score of one questionnaire, and what they are held against. */
typedef struct
{
  guint tool; /* index into caseness_tool_get_all() */
  CasenessScorePair pair;
  CasenessScore change; /* last less first; CASENESS_SCORE_NONE without a last */
  CasenessScore needs;  /* a change of so much is reliable; CASENESS_SCORE_NONE where none is known */
  CasenessScore caseness_at;
  gboolean is_used;     /* the outcome is judged by it */
} CasenessPersonScore;

/**
 * caseness_person_scores_list:
 * @course: a course
 *
 * Returns: (transfer full) (element-type CasenessPersonScore): every questionnaire that was given, WSAS aside: PHQ-9,
 *   then the anxiety measure of the course, then the others.
 */
GArray *caseness_person_scores_list (const CasenessPersonCourse *course);

G_END_DECLS
