/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-person-course.h"
#include "caseness-trajectory-chart.h"

G_BEGIN_DECLS

/**
 * caseness_person_chart_new:
 * @course: a course
 *
 * Returns: (transfer full) (nullable): its scores session by session, with caseness, the range of no reliable change and
 *   how those stood who began alike; NULL without any score.
 */
CasenessTrajectoryChart *caseness_person_chart_new (const CasenessPersonCourse *course);

G_END_DECLS
