/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-clearance.h"

G_BEGIN_DECLS

/** CASENESS_PTL_MOST_QUEUES: how many groups are listed with their clearance time; the others are small. */
#define CASENESS_PTL_MOST_QUEUES 8

/** CasenessPtlQueue: one row of the grid as a queue. */
typedef struct
{
  char *group; /* NULL for everybody */
  CasenessQueue queue;
  CasenessClearance clearance;
} CasenessPtlQueue;

/**
 * caseness_ptl_list_queues:
 * @ptl: a list
 * @grid: its grid, of everybody
 *
 * Tells how each group of the grid is cleared. Who waits by appointment, or by priority, leaves no queue of their own: only
 * everybody is listed then.
 *
 * Returns: (transfer full) (element-type CasenessPtlQueue): everybody, then the largest groups in the order of the grid.
 */
GArray *caseness_ptl_list_queues (const CasenessPtl *ptl, const CasenessPtlGrid *grid);

G_END_DECLS
