/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-queues.h"
#include "caseness-ptl-since.h"

G_BEGIN_DECLS

/** caseness_ptl_meeting_dup_since: Returns: (transfer full): since when: `Since the meeting of 23 June`. */
char *caseness_ptl_meeting_dup_since (const CasenessPtlSince *since);

/** caseness_ptl_meeting_dup_basis: Returns: (transfer full): what the earlier list is, in a sentence. */
char *caseness_ptl_meeting_dup_basis (const CasenessPtlSince *since);

/** caseness_ptl_move_get_label: Returns: (transfer none): what a move is called, translated: `Newly past breach`. */
const char *caseness_ptl_move_get_label (CasenessPtlMove move);

/**
 * caseness_ptl_meeting_tells:
 *
 * Returns: whether a move is to be told of: one past breach only where there is a standard to breach, and what explains
 *   nothing only where it happened.
 */
gboolean caseness_ptl_meeting_tells (const CasenessPtlSince *since, CasenessPtlMove move);

/** caseness_ptl_meeting_dup_figure: Returns: (transfer full): how many made a move: `48`, `9 of 12`. */
char *caseness_ptl_meeting_dup_figure (const CasenessPtlSince *since, CasenessPtlMove move);

/** CasenessPtlActionText: an action in words. */
typedef struct
{
  char *what;
  char *owner; /* maybe empty */
  char *when;  /* `due 2 Jul`, `overdue since 20 Jun`, `✓ done`; maybe empty */
} CasenessPtlActionText;

/**
 * caseness_ptl_action_text_init:
 * @text: (out caller-allocates): the words
 * @since: what knows the list and its day
 * @person: whom it is about
 * @action: what was agreed
 * @hides_names: whether words that name somebody are left out
 *
 * Clear with caseness_ptl_action_text_clear().
 */
void caseness_ptl_action_text_init (CasenessPtlActionText *text, const CasenessPtlSince *since,
                                    const CasenessPtlPerson *person, const CasenessPtlAction *action,
                                    gboolean hides_names);

/** caseness_ptl_action_text_clear: frees the words. */
void caseness_ptl_action_text_clear (CasenessPtlActionText *text);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasenessPtlActionText, caseness_ptl_action_text_clear)

/** caseness_ptl_action_text_dup_owner: Returns: (transfer full): who and by when: `Booking, due 2 Jul`; maybe empty. */
char *caseness_ptl_action_text_dup_owner (const CasenessPtlActionText *text);

/** caseness_ptl_clearance_dup_title: Returns: (transfer full): whether a queue is under control, in a sentence. */
char *caseness_ptl_clearance_dup_title (const CasenessQueue *queue, const CasenessClearance *clearance);

/** caseness_ptl_clearance_dup_weeks: Returns: (transfer full): `7.2`, or a dash where nobody is seen. */
char *caseness_ptl_clearance_dup_weeks (const CasenessClearance *clearance);

/** caseness_ptl_clearance_dup_backlog: Returns: (transfer full): a queue's backlog: `31`, `none`, a dash. */
char *caseness_ptl_clearance_dup_backlog (const CasenessClearance *clearance);

/** caseness_ptl_clearance_dup_outlook: Returns: (transfer full): what becomes of the backlog: `20 weeks to go`. */
char *caseness_ptl_clearance_dup_outlook (const CasenessClearance *clearance);

/** caseness_ptl_clearance_dup_rate: Returns: (transfer full): people a week: `4.2`, or a dash where it is not known. */
char *caseness_ptl_clearance_dup_rate (double per_week);

/** caseness_ptl_clearance_dup_basis: Returns: (transfer full): how clearance and backlog are worked out. */
char *caseness_ptl_clearance_dup_basis (int standard_days);

G_END_DECLS
