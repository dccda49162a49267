/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-snapshot.h"

G_BEGIN_DECLS

/*
 * What stands for members of staff where they must not be named: a number each, the same on every page, in every list
 * and on paper as long as one service file is looked at, so that “Clinician 7” is one person throughout a meeting.
 */

/**
 * caseness_staff_numbers_new:
 * @snapshot: a snapshot
 *
 * Numbers everybody who appears as a member of staff, from 1, in the order in which the file tells of them.
 *
 * Returns: (transfer full): dictionary number → number, both as pointers.
 */
GHashTable *caseness_staff_numbers_new (const CasenessSnapshot *snapshot);

/**
 * caseness_staff_numbers_find:
 * @snapshot: a snapshot
 * @staff: (nullable): a CarePersLocalId, or the name of a supervisor, as lists and groups have them
 *
 * Returns: the number that stands for @staff, 0 for nobody the file tells of.
 */
guint caseness_staff_numbers_find (const CasenessSnapshot *snapshot, const char *staff);

G_END_DECLS
