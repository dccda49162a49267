/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-answer.h"

G_BEGIN_DECLS

/* Everything the waiting page says, in the user's language. @hides_names: meeting mode, codes stand for clinicians. */

/** caseness_ptl_words_stage_count: Returns: (transfer full): `First treatment, 339 people waiting`. */
char *caseness_ptl_words_stage_count (CasenessStage stage, guint n_people);

/** caseness_ptl_words_group: Returns: (transfer full): a group for reading; a code for a clinician when names hide. */
char *caseness_ptl_words_group (const CasenessPtlAnswer *answer, CasenessPtlSplit split, const char *group,
                                gboolean hides_names);

/** caseness_ptl_words_clinician: Returns: (transfer full): the code that stands for a clinician: `Clinician 3`. */
char *caseness_ptl_words_clinician (const CasenessPtlAnswer *answer, const char *clinician);

/** caseness_ptl_words_everybody: Returns: (transfer none): no choice among the groups of a split: `All therapies`. */
const char *caseness_ptl_words_everybody (CasenessPtlSplit split);

/** caseness_ptl_words_column: Returns: (transfer full): a column when read alone: `1 to 2 weeks past breach`. */
char *caseness_ptl_words_column (const CasenessPtl *ptl, const CasenessPtlColumn *column);

/** caseness_ptl_words_title: Returns: (transfer full): the message of the grid. */
char *caseness_ptl_words_title (const CasenessPtlAnswer *answer, gboolean hides_names);

/** caseness_ptl_words_subtitle: Returns: (transfer full): stage, standard, who is meant, n. */
char *caseness_ptl_words_subtitle (const CasenessPtlAnswer *answer, gboolean hides_names);

/** caseness_ptl_words_footnote: Returns: (transfer full): how the wait is counted. */
char *caseness_ptl_words_footnote (const CasenessPtlAnswer *answer);

/** caseness_ptl_words_people: Returns: (transfer full): heading of the people at a row and column (-1: all). */
char *caseness_ptl_words_people (const CasenessPtlAnswer *answer, int row, int column, gboolean hides_names);

/**
 * caseness_ptl_words_people_count:
 *
 * Returns: (transfer full): `7 people in waiting order, 3 with no date, 2 with no action`; of actions only where the queue
 *   has some.
 */
char *caseness_ptl_words_people_count (const CasenessPtlAnswer *answer, const GPtrArray *people);

/** caseness_ptl_words_person: Returns: (transfer full): a reference, or in meeting mode what stands for it: `Person 3`. */
char *caseness_ptl_words_person (const CasenessPtlAnswer *answer, const CasenessPtlPerson *person,
                                 gboolean hides_names);

/** caseness_ptl_words_row: Returns: (transfer full): a row of the grid, with total and undated. */
char *caseness_ptl_words_row (const CasenessPtlAnswer *answer, guint row, gboolean hides_names);

G_END_DECLS
