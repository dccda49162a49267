/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-variable.h"

G_BEGIN_DECLS

/** CasenessCourseGroup: the courses of treatment finished in a period that are of one group. */
typedef struct
{
  char *label;
  GArray *pathways; /* guint32, never empty */
} CasenessCourseGroup;

/** caseness_grouping_has: whether pathway @index is of the group numbered @group. */
gboolean caseness_grouping_has (const CasenessGrouping *grouping, guint group, guint index);

/**
 * caseness_courses_is_finished:
 *
 * Returns: whether pathway @index is a course that was finished in @period.
 */
gboolean caseness_courses_is_finished (const CasenessSnapshot *snapshot, guint index, const CasenessPeriod *period);

/**
 * caseness_courses_get_finished:
 * @frame: a snapshot and a period
 *
 * Returns: (transfer full): a bitmap of the courses that were finished in the period, kept with the snapshot; to be
 *   dropped with caseness_memo_drop().
 */
const guint64 *caseness_courses_get_finished (CasenessFrame *frame);

/**
 * caseness_courses_group:
 * @frame: a snapshot and a period
 * @variables: (element-type CasenessVariable): what to group by, crossed when there are several; none for everybody
 * @people: (nullable): a bitmap of whom to count (caseness_evaluate_people()), NULL for everybody
 *
 * Groups are in the order of their labels as text, what is not recorded last; groups without courses are left out
 * (rulings 59 and 79).
 *
 * Returns: (transfer full) (element-type CasenessCourseGroup): the groups.
 */
GPtrArray *caseness_courses_group (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people);

G_END_DECLS
