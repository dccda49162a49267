/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-person-course.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/** CasenessPersonReportOptions: how a course is printed. */
typedef struct
{
  CasenessDate as_at;
  gboolean identifies; /* print the reference and the clinicians; codes stand for clinicians otherwise */
} CasenessPersonReportOptions;

/**
 * caseness_person_report_new:
 * @course: a course
 * @options: how
 *
 * One side of A4: the facts of the referral, the scores session by session as a chart and in figures, and the contacts.
 *
 * Returns: (transfer full): the report.
 */
CasenessReport *caseness_person_report_new (const CasenessPersonCourse *course,
                                            const CasenessPersonReportOptions *options);

G_END_DECLS
