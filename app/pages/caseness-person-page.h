/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"
#include "caseness-person-course.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_PERSON_PAGE (caseness_person_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPersonPage, caseness_person_page, CASENESS, PERSON_PAGE, CasenessPage)

/**
 * CasenessPersonPage:
 *
 * One person's course: what is known of the referral, the scores session by session, the outcome, what the notes should
 * be checked for, and every contact. In meeting mode, which it follows, codes stand for the reference and the clinicians.
 *
 * Signals:
 * - `changed`: it shows another course, or says it otherwise
 */

/** caseness_person_page_new: Returns: (transfer full): a page that shows nobody. */
GtkWidget *caseness_person_page_new (CasenessSession *session);

/**
 * caseness_person_page_show:
 * @self: a page
 * @snapshot: what the pathway is of
 * @pathway: whose course
 * @number: what stands for the person where references are hidden
 *
 * Shows somebody, as soon as the course has been put together.
 */
void caseness_person_page_show (CasenessPersonPage *self, CasenessSnapshot *snapshot, guint pathway, guint number);

/** caseness_person_page_set_hides_staff: has codes stand for clinicians also where references are told. */
void caseness_person_page_set_hides_staff (CasenessPersonPage *self, gboolean hides_staff);

/** caseness_person_page_dup_name: Returns: (transfer full): the reference, or `Person 3` where references are hidden. */
char *caseness_person_page_dup_name (CasenessPersonPage *self);

/** caseness_person_page_get_course: Returns: (transfer none) (nullable): what is shown, NULL while it is awaited. */
const CasenessPersonCourse *caseness_person_page_get_course (CasenessPersonPage *self);

G_END_DECLS
