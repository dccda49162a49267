/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-submission.h"

G_BEGIN_DECLS

/**
 * caseness_closed_referrals_find:
 * @submission: a submission
 * @referrals: index of IDS101Referral
 * @discharge: column of the day of discharge
 * @is_left_out: one a table, one a row: rows that broke a rule of their own (rulings 90)
 *
 * A referral discharged before the reporting period belongs in the submission only for a follow-up appointment or an
 * experience questionnaire.
 *
 * Returns: (transfer full): one a referral: whether it was discharged before the period and has neither.
 */
guint8 *caseness_closed_referrals_find (const CasenessSubmission *submission, guint referrals, guint discharge,
                                        const guint8 *const *is_left_out);

G_END_DECLS
