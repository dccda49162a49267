/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-variable.h"

G_BEGIN_DECLS

/**
 * caseness_staff_words_name:
 * @snapshot: what the name was found in
 * @staff: a clinician as a list or a group has it, or `Not recorded`
 * @hides_names: whether a code stands for it, as in meeting mode
 *
 * Returns: (transfer full): the name, or `Clinician 3`, which is the same person in every list of the file.
 */
char *caseness_staff_words_name (const CasenessSnapshot *snapshot, const char *staff, gboolean hides_names);

/**
 * caseness_staff_words_group:
 * @snapshot: what the group is of
 * @variable: (nullable): what it is a group of
 * @label: its label, untranslated
 * @hides_names: whether codes stand for members of staff
 *
 * Returns: (transfer full): the label in the user's language; of staff the name, or `Clinician 3`, `Supervisor 3`.
 */
char *caseness_staff_words_group (const CasenessSnapshot *snapshot, const CasenessVariable *variable, const char *label,
                                  gboolean hides_names);

G_END_DECLS
