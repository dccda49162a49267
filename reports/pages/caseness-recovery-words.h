/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-period.h"
#include "caseness-recovery-told.h"
#include "caseness-review-record.h"

G_BEGIN_DECLS

/* What screen and paper say of recovery, in the user's language. */

/** caseness_recovery_words_names_staff: whether the groups of any of @variables are people who work here. */
gboolean caseness_recovery_words_names_staff (const GPtrArray *variables);

/** caseness_recovery_words_variables: Returns: (transfer full): what is compared: `Clinician and problem descriptor`. */
char *caseness_recovery_words_variables (const GPtrArray *variables);

/**
 * caseness_recovery_words_labels:
 * @snapshot: what the groups are of
 * @rows: (element-type CasenessRecovery): groups
 * @variables: (element-type CasenessVariable): what they are groups of
 * @hides_names: whether codes stand for names of staff
 *
 * Returns: (transfer full) (array zero-terminated=1): what the groups are called, in the order of @rows.
 */
char **caseness_recovery_words_labels (const CasenessSnapshot *snapshot, const GPtrArray *rows,
                                       const GPtrArray *variables, gboolean hides_names);

/** caseness_recovery_words_percent: Returns: (transfer full): `50.3%`; a dash for NaN. */
char *caseness_recovery_words_percent (double share);

/** caseness_recovery_words_limits: Returns: (transfer full): `48.8 to 51.8`, of shares; empty for NaN. */
char *caseness_recovery_words_limits (const CasenessInterval *interval);

/** caseness_recovery_words_number: Returns: (transfer full): a number with @decimals; a dash for NaN. */
char *caseness_recovery_words_number (double number, int decimals);

/** caseness_recovery_words_ratio: Returns: (transfer full): `1.13 (0.88 to 1.43)`; that it is too few for NaN. */
char *caseness_recovery_words_ratio (const CasenessInterval *ratio);

/** caseness_recovery_words_counts: Returns: (transfer full): `2,196 of 4,363`. */
char *caseness_recovery_words_counts (guint numerator, guint denominator);

/** caseness_recovery_words_more: Returns: (transfer full): `5 fewer than expected`, in whole people. */
char *caseness_recovery_words_more (const CasenessRecovery *row);

/** caseness_recovery_words_standing: Returns: (transfer none): where a group stands, in words. */
const char *caseness_recovery_words_standing (CasenessStanding standing);

/** caseness_recovery_words_outcome: Returns: (transfer none): what became of a course. */
const char *caseness_recovery_words_outcome (CasenessRecoveryOutcome outcome);

/** caseness_recovery_words_title: Returns: (transfer full): how many groups are outside which limits. */
char *caseness_recovery_words_title (const CasenessRecoveryComparison *comparison, const GPtrArray *variables,
                                     CasenessRecoveryBasis basis, gboolean is_widened);

/** caseness_recovery_words_subtitle: Returns: (transfer full): measure, cohort, n (rounded for people outside) and period. */
char *caseness_recovery_words_subtitle (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis,
                                        const CasenessPeriod *period, gboolean rounds);

/** caseness_recovery_words_method: Returns: (transfer full): how limits came about, and what not to read into them. */
char *caseness_recovery_words_method (const CasenessRecoveryComparison *comparison, CasenessRecoveryBasis basis,
                                      gboolean is_widened);

/** caseness_recovery_words_pairs: Returns: (transfer full): the most telling of therapies and problems that may be told;
 *  @told (nullable) is for people outside. */
char *caseness_recovery_words_pairs (const CasenessRecoveryPairs *pairs, const CasenessRecoveryTold *told);

/** caseness_recovery_words_review: Returns: (transfer full): how many are on a review list, and what for. */
char *caseness_recovery_words_review (const CasenessReview *review);

/** caseness_recovery_words_question: Returns: (transfer none): a question's label. */
const char *caseness_recovery_words_question (CasenessReviewQuestion question);

/** caseness_recovery_words_answers: Returns: (transfer full): the labels of what is answered yes of somebody. */
char *caseness_recovery_words_answers (const CasenessReviewPerson *person);

/** caseness_recovery_words_themes: Returns: (transfer full): the labels of agreed themes, maybe empty. */
char *caseness_recovery_words_themes (guint32 themes);

G_END_DECLS
