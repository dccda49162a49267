/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-person-course.h"

G_BEGIN_DECLS

/* Shared by the files that put a course together: the course itself, its days, and those who began alike. */

#define CASENESS_COURSE_N_ITEMS 5        /* of WSAS */
#define CASENESS_COURSE_MOST_OF_ITEM 800 /* in hundredths; 9 says that work does not apply (rulings 47) */

/** caseness_person_course_get_pair: the first and last score the outcome is judged by. */
CasenessScorePair caseness_person_course_get_pair (const CasenessPersonCourse *course, CasenessCourseMeasure measure);

/** caseness_person_course_list_contacts: Returns: (transfer full): appointments and logs in order, treatments numbered. */
GArray *caseness_person_course_list_contacts (const CasenessPersonCourse *course);

/** caseness_person_course_list_sittings: Returns: (transfer full): the days of measuring; needs the contacts, and sets
 *  whether work is left out. */
GArray *caseness_person_course_list_sittings (CasenessPersonCourse *course);

/** caseness_person_course_expect: how those stood who began alike. Returns: FALSE when cancelled. */
gboolean caseness_person_course_expect (CasenessPersonCourse *course, GCancellable *cancellable);

G_END_DECLS
