/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-variable.h"

G_BEGIN_DECLS

/**
 * CasenessCasemix:
 *
 * How likely each course was to recover, given its problem and how bad it was at the start: the share that recovered
 * of all courses like it that were finished in the period by anybody in the store (methods, section 5; rulings 77).
 * Where fewer than twenty are alike, of those of the same problem, of its family, or of all.
 */
typedef struct _CasenessCasemix CasenessCasemix;

/** CASENESS_FEWEST_ALIKE: a share of fewer courses than these is no reference. */
#define CASENESS_FEWEST_ALIKE 20

/** CASENESS_N_SEVERITY_BANDS: how bad it was at the start, by the worse of PHQ-9 and GAD-7. */
#define CASENESS_N_SEVERITY_BANDS 4

/** caseness_severity_get_band: Returns: 0 to 3, from scores at the start; a score that is missing counts as mild. */
guint caseness_severity_get_band (CasenessScore depression, CasenessScore anxiety);

/**
 * caseness_casemix_new:
 * @frame: a snapshot and a period
 * @is_by_problem: whether problems are what is compared, so that courses are alike by severity alone
 *
 * Returns: (transfer full): the reference.
 */
CasenessCasemix *caseness_casemix_new (CasenessFrame *frame, gboolean is_by_problem);

/** caseness_casemix_free: frees the reference. */
void caseness_casemix_free (CasenessCasemix *casemix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessCasemix, caseness_casemix_free)

/** caseness_casemix_expect: Returns: the chance of recovery of pathway @index, a course at caseness. */
double caseness_casemix_expect (const CasenessCasemix *casemix, guint index);

G_END_DECLS
