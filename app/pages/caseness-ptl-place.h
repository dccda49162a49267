/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-answer.h"

G_BEGIN_DECLS

/**
 * CasenessPtlPlace:
 *
 * One figure of the grid, remembered by its words, so that it is found again in the grid of another day, filter or
 * queue, where it may stand elsewhere.
 */
typedef struct _CasenessPtlPlace CasenessPtlPlace;

/** caseness_ptl_place_new: Returns: (transfer full): the place at a row and column (-1 for all) of @answer. */
CasenessPtlPlace *caseness_ptl_place_new (const CasenessPtlAnswer *answer, int row, int column);

/** caseness_ptl_place_free: frees a place. */
void caseness_ptl_place_free (CasenessPtlPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPtlPlace, caseness_ptl_place_free)

/** caseness_ptl_place_find: tells where @place is in @answer. Returns: whether there is such a row and column. */
gboolean caseness_ptl_place_find (const CasenessPtlPlace *place, const CasenessPtlAnswer *answer, int *row,
                                  int *column);

G_END_DECLS
