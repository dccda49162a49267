/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"
#include "caseness-ptl-answer.h"

G_BEGIN_DECLS

/*
 * What a PTL meeting has the journal keep. Everything is written off the main loop as one action, which Ctrl+Z takes back;
 * what could not be written is said on the page. What is agreed at a meeting keeps the lists of its day too.
 */

/**
 * caseness_ptl_record_action:
 * @page: the page
 * @answer: what @people belong to
 * @people: (element-type CasenessPtlPerson): whom it is about
 * @what: what is to be done
 * @owner: by whom, maybe empty
 * @due: by when, CASENESS_DATE_NONE for no day
 * @is_done: whether it is done by the day the list stands on
 *
 * Agrees on an action about each of @people. Somebody's open action, or one that stays done, is changed; otherwise it is a
 * new one of this day.
 */
void caseness_ptl_record_action (CasenessPage *page, const CasenessPtlAnswer *answer, const GPtrArray *people,
                                 const char *what, const char *owner, CasenessDate due, gboolean is_done);

/** caseness_ptl_record_done: marks the open actions about @people as done on the day the list stands on. */
void caseness_ptl_record_done (CasenessPage *page, const CasenessPtlAnswer *answer, const GPtrArray *people);

/** caseness_ptl_record_removal: has the last actions about @people not be kept any more. */
void caseness_ptl_record_removal (CasenessPage *page, const CasenessPtlAnswer *answer, const GPtrArray *people);

/** caseness_ptl_record_lists: keeps who waits on the day the list stands on, in every queue. */
void caseness_ptl_record_lists (CasenessPage *page, const CasenessPtlAnswer *answer);

G_END_DECLS
