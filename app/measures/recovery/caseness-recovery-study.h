/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-filter.h"
#include "caseness-recovery-pairs.h"
#include "caseness-review.h"

G_BEGIN_DECLS

/** CasenessRecoveryQuestion: what is to be compared. All of it is borrowed. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessPeriod period;
  CasenessFilter *filter;                  /* (nullable) */
  const CasenessVariable *variables[2];    /* what to compare by; NULL for nothing else */
} CasenessRecoveryQuestion;

/**
 * CasenessRecoveryStudy:
 *
 * Everything the reflective practice room looks at for one period and filter: groups compared, therapies and problems,
 * and whose notes to read. Immutable.
 */
typedef struct
{
  CasenessSnapshot *snapshot; /* owned */
  CasenessPeriod period;
  CasenessFilter *filter;     /* owned */
  GPtrArray *variables;       /* (element-type CasenessVariable) */
  CasenessRecoveryComparison *comparison;
  CasenessRecoveryPairs *pairs;
  CasenessReview *review;     /* of all courses that pass the filter */
} CasenessRecoveryStudy;

/**
 * caseness_recovery_study_new:
 * @question: what is to be compared
 * @cancellable: (nullable)
 * @error: return location: a group to filter by that there is not, cancelled
 *
 * Returns: (transfer full) (nullable): the study, or NULL with @error set.
 */
CasenessRecoveryStudy *caseness_recovery_study_new (const CasenessRecoveryQuestion *question,
                                                    GCancellable *cancellable, GError **error);

/** caseness_recovery_study_free: frees a study. */
void caseness_recovery_study_free (CasenessRecoveryStudy *study);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessRecoveryStudy, caseness_recovery_study_free)

/** caseness_recovery_study_find: Returns: (transfer none) (nullable): the group called @group, NULL when there is none. */
const CasenessRecovery *caseness_recovery_study_find (const CasenessRecoveryStudy *study, const char *group);

/** caseness_recovery_study_narrow: Returns: (transfer full): the review list of those of @row (nullable: everybody). */
CasenessReview *caseness_recovery_study_narrow (const CasenessRecoveryStudy *study, const CasenessRecovery *row);

G_END_DECLS
