/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-answer.h"

G_BEGIN_DECLS

/**
 * CasenessPtlPlace:
 *
 * One figure of the page: of the grid, remembered by its words, so that it is found again in the grid of another day,
 * filter or queue, where it may stand elsewhere; or of what became of the queue.
 */
typedef struct _CasenessPtlPlace CasenessPtlPlace;

/** caseness_ptl_place_new: Returns: (transfer full): the place at a row and column (-1 for all) of @answer. */
CasenessPtlPlace *caseness_ptl_place_new (const CasenessPtlAnswer *answer, int row, int column);

/** caseness_ptl_place_new_of_move: Returns: (transfer full): the people who made @move. */
CasenessPtlPlace *caseness_ptl_place_new_of_move (CasenessPtlMove move);

/** caseness_ptl_place_free: frees a place. */
void caseness_ptl_place_free (CasenessPtlPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPtlPlace, caseness_ptl_place_free)

/** caseness_ptl_place_find: tells where @place is in the grid of @answer. Returns: whether it is there. */
gboolean caseness_ptl_place_find (const CasenessPtlPlace *place, const CasenessPtlAnswer *answer, int *row,
                                  int *column);

/**
 * caseness_ptl_place_list_people:
 *
 * Returns: (transfer container) (nullable) (element-type CasenessPtlPerson): who is counted there, in waiting order; they
 *   belong to @answer. NULL where @answer has no such figure.
 */
GPtrArray *caseness_ptl_place_list_people (const CasenessPtlPlace *place, const CasenessPtlAnswer *answer);

/** caseness_ptl_place_dup_title: Returns: (transfer full): what those people have in common. */
char *caseness_ptl_place_dup_title (const CasenessPtlPlace *place, const CasenessPtlAnswer *answer,
                                    gboolean hides_names);

G_END_DECLS
