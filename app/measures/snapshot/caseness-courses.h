/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-variable.h"

G_BEGIN_DECLS

/** CasenessCourseGroup: the courses of treatment finished in a period that are of one group. */
typedef struct
{
  char *label;
  GArray *pathways; /* guint32, never empty */
  GArray *courses;  /* guint32: the same as numbers of the courses finished in the period, which are in the order of
                       their pathways (caseness_courses_get_finished()) */
} CasenessCourseGroup;

/** CasenessCourseGrouping: which groups the courses finished in a period fall into, kept with the snapshot. */
typedef struct
{
  GPtrArray *labels; /* char * */
  guint n_courses;
  guint32 *groups;   /* by course, NULL where one may be in several */
  guint32 *masks;    /* by course, a bit for each group, where one may be in several; else NULL */
} CasenessCourseGrouping;

/** caseness_course_grouping_get: Returns: (transfer full): the groups of a variable (nullable: everybody) in a period. */
const CasenessCourseGrouping *caseness_course_grouping_get (CasenessFrame *frame, const CasenessVariable *variable);

/** caseness_course_grouping_drop: lets go of them. */
void caseness_course_grouping_drop (const CasenessCourseGrouping *grouping);

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
