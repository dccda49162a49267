/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-action.h"

G_BEGIN_DECLS

/** CasenessPtlMove: what became of people since an earlier day. Somebody may have made several. */
typedef enum
{
  CASENESS_PTL_MOVE_JOINED,
  CASENESS_PTL_MOVE_SEEN,         /* off the list, given what they waited for */
  CASENESS_PTL_MOVE_DISCHARGED,   /* off the list without it */
  CASENESS_PTL_MOVE_OTHERWISE,    /* off the list without either, or not sent any more */
  CASENESS_PTL_MOVE_NEWLY_PAST,
  CASENESS_PTL_MOVE_STILL_PAST,
  CASENESS_PTL_MOVE_ACTION_REVIEWED, /* an action about them was open at the end of that day */
  CASENESS_PTL_MOVE_ACTION_DONE,  /* of these, it is done */
  CASENESS_PTL_MOVE_ACTION_OPEN,  /* an action about them is open now */
  CASENESS_N_PTL_MOVES
} CasenessPtlMove;

/**
 * CasenessPtlSince:
 *
 * What became of a queue since an earlier day. Immutable and reference-counted.
 */
typedef struct
{
  CasenessDate day;                        /* the earlier day */
  gboolean is_kept;                        /* the list kept of a meeting; else worked out from what is known today */
  GPtrArray *moves[CASENESS_N_PTL_MOVES];  /* (element-type CasenessPtlPerson): of the list now, or of @gone */
  GPtrArray *gone;                         /* (element-type CasenessPtlPerson): off the list, as they waited then */
  GPtrArray *staff;                        /* (element-type utf8): who must not be named, where there are actions */
  CasenessPtl *ptl;                        /* the list now */
} CasenessPtlSince;

/**
 * caseness_ptl_since_new:
 * @ptl: the list now; its filter decides whom to count, by what they are now
 * @journal: (nullable): what was kept
 * @actions: the actions of its queue on its day
 *
 * Compares with the list kept of the latest earlier day. Where none is kept, or @ptl stands on another standard than the
 * kept ones, with the list of seven days ago as it can be worked out today.
 *
 * Returns: (transfer full): what became of it; each move in waiting order.
 */
CasenessPtlSince *caseness_ptl_since_new (CasenessPtl *ptl, CasenessJournal *journal, const CasenessPtlActions *actions);

/** caseness_ptl_since_ref: Returns: (transfer full): @since with one more reference. */
CasenessPtlSince *caseness_ptl_since_ref (CasenessPtlSince *since);

/** caseness_ptl_since_unref: drops a reference. */
void caseness_ptl_since_unref (CasenessPtlSince *since);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPtlSince, caseness_ptl_since_unref)

/** caseness_ptl_since_count: Returns: how many people made a move. */
guint caseness_ptl_since_count (const CasenessPtlSince *since, CasenessPtlMove move);

/**
 * caseness_ptl_since_get_number:
 * @since: what became of a queue
 * @person: of its list, or off it
 *
 * Returns: what stands for a person who must not be named, from 1: the place on the list, then those off it.
 */
guint caseness_ptl_since_get_number (const CasenessPtlSince *since, const CasenessPtlPerson *person);

G_END_DECLS
