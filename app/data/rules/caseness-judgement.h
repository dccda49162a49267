/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-submission.h"

G_BEGIN_DECLS

/**
 * caseness_judge_header:
 * @submission: a submission whose header table has been read and holds one row
 * @error: return location: the header cannot be used, naming line and field
 *
 * Returns: whether the rules leave the header usable.
 */
gboolean caseness_judge_header (CasenessSubmission *submission, GError **error);

/**
 * caseness_judge:
 * @submission: a submission with its tables read and its header's facts filled in; its findings are those of the files
 * @error: return location: no referral is left
 *
 * Walks the rules (rulings 9 to 11 and 87 to 90): first each row by itself; then rows that share a key, among those
 * that passed; then, until nothing changes, rows whose owner is gone and people left without registration or
 * referral. Marks the rows that are not kept, blanks what cannot be read, and puts all findings in order: table, line,
 * rule.
 *
 * Returns: whether anything is left to store.
 */
gboolean caseness_judge (CasenessSubmission *submission, GError **error);

G_END_DECLS
