/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"

#include "caseness-csv-writer.h"

G_BEGIN_DECLS

/**
 * caseness_measure_explain:
 * @measure: a measure
 *
 * What a figure counts, in plain words worked out from its row, so that they cannot say something else than the
 * figure: the definition, what is counted and by which day, every condition, and what it is divided by.
 *
 * Returns: (transfer full): one sentence a line.
 */
char *caseness_measure_explain (const CasenessMeasure *measure);

/**
 * caseness_measure_explain_miss:
 * @measure: a measure that is counted from rows
 * @clause: one of the parts of its condition; the number after the last stands for the value
 *
 * Returns: (transfer full): why a row that fails there is not counted: "not: recovered", "… is not known or more than 42".
 */
char *caseness_measure_explain_miss (const CasenessMeasure *measure, guint clause);

/**
 * caseness_measure_write_people_csv:
 * @writer: where to
 * @snapshot: a snapshot
 * @question: its periods, measures and filters; variables are not looked at
 * @has_head: whether the names of the columns go first; not after the rows of another question
 * @error: return location: a group to filter by that there is not
 *
 * Writes the people behind figures: `period_start,period_end,measure_id,part,ServiceRequestId,OrgID_Provider,
 * LocalPatientId,date`, a row a referral or, where appointments, logs or employment rows are counted, a row each. Of a
 * measure made of others, @part says numerator or denominator.
 *
 * Returns: whether it could be answered.
 */
gboolean caseness_measure_write_people_csv (CasenessCsvWriter *writer, CasenessSnapshot *snapshot,
                                            const CasenessQuestion *question, gboolean has_head, GError **error);

G_END_DECLS
