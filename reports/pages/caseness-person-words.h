/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-person-course.h"
#include "caseness-person-scores.h"

G_BEGIN_DECLS

/* What screen and paper say of one person's course, in the user's language. */

/** CasenessPersonFact: something known of the referral. */
typedef struct
{
  char *label;  /* `Problem descriptor` */
  char *value;  /* `Post-traumatic stress disorder` */
  char *detail; /* `F431`, maybe empty */
} CasenessPersonFact;

/** caseness_person_fact_free: frees a fact. */
void caseness_person_fact_free (CasenessPersonFact *fact);

/**
 * caseness_person_words_list_facts:
 * @course: a course
 * @hides_staff: whether codes stand for clinicians
 *
 * Returns: (transfer full) (element-type CasenessPersonFact): what heads a course: problem, therapy, step, clinician,
 *   days and waits. It holds no id of the person.
 */
GPtrArray *caseness_person_words_list_facts (const CasenessPersonCourse *course, gboolean hides_staff);

/** caseness_person_words_outcome: Returns: (transfer none): `Reliable recovery`, or that the course is not finished. */
const char *caseness_person_words_outcome (const CasenessPersonCourse *course);

/** caseness_person_words_outcome_reason: Returns: (transfer full): why that is the outcome, in a sentence or two. */
char *caseness_person_words_outcome_reason (const CasenessPersonCourse *course);

/** caseness_person_words_title: Returns: (transfer full): the message of the scores: `Both measures ended below
 *  caseness`. */
char *caseness_person_words_title (const CasenessPersonCourse *course);

/** caseness_person_words_subtitle: Returns: (transfer full): which scores of when. */
char *caseness_person_words_subtitle (const CasenessPersonCourse *course);

/** caseness_person_words_method: Returns: (transfer full): how those who began alike were found; empty without them. */
char *caseness_person_words_method (const CasenessPersonCourse *course);

/** caseness_person_words_session: Returns: (transfer full): how a sitting is called: `A`, `3`, a dash. */
char *caseness_person_words_session (const CasenessCourseSitting *sitting);

/** caseness_person_words_measure: Returns: (transfer none): the name of a measure of the course: `PCL-5`. */
const char *caseness_person_words_measure (const CasenessPersonCourse *course, CasenessCourseMeasure measure);

/** caseness_person_words_scale: Returns: (transfer full): what it measures, from where to where, which way is better. */
char *caseness_person_words_scale (const CasenessPersonCourse *course, CasenessCourseMeasure measure);

/** caseness_person_words_points: Returns: (transfer full): a score or a change of scores: `7`, `2.3`, `−11`. */
char *caseness_person_words_points (CasenessScore points, gboolean is_change);

/** caseness_person_words_contact: Returns: (transfer full): what an appointment was: `Treatment 3`. */
char *caseness_person_words_contact (const CasenessCourseContact *contact);

/** caseness_person_words_therapies: Returns: (transfer full): what was given: `CBT`, and how: `by video`. */
char *caseness_person_words_therapies (const CasenessCourseContact *contact);

/** caseness_person_words_staff: Returns: (transfer full): who held it, codes where @hides_staff. */
char *caseness_person_words_staff (const CasenessPersonCourse *course, const CasenessCourseContact *contact,
                                   gboolean hides_staff);

/** caseness_person_words_contacts: Returns: (transfer full): how many of what: `14 treatments, 1 missed`. */
char *caseness_person_words_contacts (const CasenessPersonCourse *course);

/** caseness_person_words_score: Returns: (transfer full): a questionnaire's name, and whether it does not count. */
char *caseness_person_words_score (const CasenessPersonCourse *course, const CasenessPersonScore *score);

G_END_DECLS
