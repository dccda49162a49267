/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-day-chart.h"
#include "caseness-person-course.h"

G_BEGIN_DECLS

/**
 * caseness_person_days_new:
 * @course: a course
 *
 * Returns: (transfer full) (nullable): its contacts by date: steps, treatments, and what was missed or cancelled; NULL
 *   without any contact. It names nobody.
 */
CasenessDayChart *caseness_person_days_new (const CasenessPersonCourse *course);

G_END_DECLS
