/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-variable.h"

G_BEGIN_DECLS

/**
 * CasenessCasemix:
 *
 * How likely each course was to recover, given what it began with: the share that recovered of all courses like it
 * that were finished in the period by anybody in the store (methods, section 5). Where fewer than twenty are alike, the
 * last of what makes them alike is not looked at: at last of those of the same problem, of its family, or of all.
 */
typedef struct _CasenessCasemix CasenessCasemix;

/** CASENESS_FEWEST_ALIKE: a share of fewer courses than these is no reference. */
#define CASENESS_FEWEST_ALIKE 20

/** CASENESS_MOST_OWN: a group with a larger part of all courses is compared with the others alone. */
#define CASENESS_MOST_OWN 0.2

/** CASENESS_N_SEVERITY_BANDS: how bad it was at the start, by the worse of PHQ-9 and GAD-7. */
#define CASENESS_N_SEVERITY_BANDS 4

/** caseness_severity_get_band: Returns: 0 to 3, from scores at the start; a score that is missing counts as mild. */
guint caseness_severity_get_band (CasenessScore depression, CasenessScore anxiety);

/**
 * caseness_casemix_new:
 * @frame: a snapshot and a period
 * @is_by_problem: whether problems are what is compared, so that courses are alike by severity alone
 *
 * Courses are alike by problem and severity, as `caseness-cli recovery` has it (rulings 77).
 *
 * Returns: (transfer full): the reference, which is kept with the snapshot: no filter changes it.
 */
CasenessCasemix *caseness_casemix_new (CasenessFrame *frame, gboolean is_by_problem);

/**
 * caseness_casemix_new_four_way:
 * @frame: a snapshot and a period
 * @compared: (element-type CasenessVariable): what is compared, by which courses are not alike
 *
 * Courses are alike by problem, severity, step and fifth of deprivation, in the order in which they matter.
 *
 * Returns: (transfer full): the reference.
 */
CasenessCasemix *caseness_casemix_new_four_way (CasenessFrame *frame, const GPtrArray *compared);

/** caseness_casemix_free: frees the reference. */
void caseness_casemix_free (CasenessCasemix *casemix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessCasemix, caseness_casemix_free)

/** caseness_casemix_get_n: Returns: how many courses at caseness the reference stands on. */
guint caseness_casemix_get_n (const CasenessCasemix *casemix);

/** caseness_casemix_expect: Returns: the chance of recovery of pathway @index, a course at caseness. */
double caseness_casemix_expect (const CasenessCasemix *casemix, guint index);

/** CasenessExpectation: what to expect of a group. */
typedef struct
{
  double expected;          /* recoveries; NaN when there is nothing to go by */
  double variance;          /* of their number, a recovery being a yes or no */
  gboolean leaves_own_out;  /* the group is so large that its own courses are no part of its reference */
} CasenessExpectation;

/**
 * caseness_casemix_expect_group:
 * @casemix: a reference
 * @courses: (element-type guint32): finished courses of a group by their numbers (CasenessCourseGroup); those not at
 *   caseness are passed over
 * @may_leave_out: whether a large group is compared with the others alone
 *
 * Returns: what to expect of them.
 */
CasenessExpectation caseness_casemix_expect_group (const CasenessCasemix *casemix, const GArray *pathways,
                                                   gboolean may_leave_out);

G_END_DECLS
