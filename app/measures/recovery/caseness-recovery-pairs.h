/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-nice.h"
#include "caseness-recovery-comparison.h"

G_BEGIN_DECLS

/** CasenessRecoveryPair: courses of one problem that were mostly of one therapy. */
typedef struct
{
  const CasenessRecovery *recovery; /* (nullable): NULL where there are none */
  CasenessStanding standing;        /* against the recovery of everybody */
  CasenessNiceView nice;
} CasenessRecoveryPair;

/** CasenessRecoveryPairs: which therapy is used for which problem, and with what recovery. Immutable. */
typedef struct
{
  CasenessRecoveryComparison *by_problem; /* the rows, and everybody */
  CasenessRecoveryComparison *by_therapy; /* the columns */
  GPtrArray *crossed;                     /* (element-type CasenessRecovery): what the pairs point to */
  GArray *pairs;                          /* CasenessRecoveryPair, row by row */
  guint n_not_recommended;                /* courses of pairs that NICE does not recommend */
  guint mixed;                            /* place of the row of mixed anxiety and depression; its courses are: */
  guint n_mixed;                          /* all of them; 0 where there is no such row */
  guint n_mixed_in_doubt;                 /* with both first scores at caseness, where one problem should lead */
} CasenessRecoveryPairs;

/**
 * caseness_recovery_pairs_new:
 * @frame: a snapshot and a period
 * @people: (nullable): a bitmap of whom to count
 * @other: a comparison of the same people in the same period
 *
 * Returns: (transfer full): the problems and therapies that occur, those with most courses first, ties by name.
 */
CasenessRecoveryPairs *caseness_recovery_pairs_new (CasenessFrame *frame, const guint64 *people,
                                                    const CasenessRecoveryComparison *other);

/** caseness_recovery_pairs_free: frees the pairs. */
void caseness_recovery_pairs_free (CasenessRecoveryPairs *pairs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessRecoveryPairs, caseness_recovery_pairs_free)

/** caseness_recovery_pairs_get: Returns: (transfer none): the pair of a problem and a therapy, by their places. */
const CasenessRecoveryPair *caseness_recovery_pairs_get (const CasenessRecoveryPairs *pairs, guint problem,
                                                         guint therapy);

/** caseness_recovery_pairs_find_notable: Returns: (transfer none) (nullable): the pair with most courses of those that
 *  NICE does not recommend and that are large enough to be judged; sets @problem and @therapy to where it stands. */
const CasenessRecoveryPair *caseness_recovery_pairs_find_notable (const CasenessRecoveryPairs *pairs, guint *problem,
                                                                  guint *therapy);

/** caseness_recovery_pairs_write_csv: writes a row for each pair that occurs. */
void caseness_recovery_pairs_write_csv (CasenessCsvWriter *writer, const CasenessRecoveryPairs *pairs);

G_END_DECLS
