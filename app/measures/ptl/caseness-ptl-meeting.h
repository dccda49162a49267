/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-action.h"

G_BEGIN_DECLS

/** CASENESS_RECORD_PTL_MEETING: who was on the list of a meeting; subject `first treatment/2025-06-23`. */
#define CASENESS_RECORD_PTL_MEETING "ptl-meeting"

/** caseness_ptl_meeting_dup_subject: Returns: (transfer full): the journal's subject of the list kept of a day. */
char *caseness_ptl_meeting_dup_subject (CasenessStage stage, CasenessDate as_at);

/**
 * caseness_ptl_meeting_dup_body:
 * @ptl: the whole queue, by the stage's own standard and without a filter
 *
 * Returns: (transfer full): what the journal is to hold of the list: everybody on it, and who of them is past breach.
 */
char *caseness_ptl_meeting_dup_body (const CasenessPtl *ptl);

/** caseness_ptl_meeting_is_kept: whether @journal (nullable) holds the list of that day. */
gboolean caseness_ptl_meeting_is_kept (CasenessJournal *journal, CasenessStage stage, CasenessDate as_at);

/**
 * caseness_ptl_meeting_find_before:
 * @journal: a journal
 * @stage: a queue
 * @day: a day
 * @people: (out caller-allocates) (element-type utf8): a set of owned texts; the keys of everybody on the list are added
 * @past: (out caller-allocates) (element-type utf8): likewise, of those past breach
 *
 * Finds the latest list that was kept of a day before @day.
 *
 * Returns: its day, or CASENESS_DATE_NONE where none is kept.
 */
CasenessDate caseness_ptl_meeting_find_before (CasenessJournal *journal, CasenessStage stage, CasenessDate day,
                                               GHashTable *people, GHashTable *past);

G_END_DECLS
