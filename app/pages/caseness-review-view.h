/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-review-record.h"
#include "caseness-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_REVIEW_VIEW (caseness_review_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessReviewView, caseness_review_view, CASENESS, REVIEW_VIEW, AdwBin)

/**
 * CasenessReviewView:
 *
 * The people whose notes may be worth reading, with the questions answered from data; of one of them the themes to tick
 * and a note, both kept in the journal as they are made; and the themes by team.
 *
 * Signals:
 * - `message` (string): something could not be kept, in words
 */

/** CasenessReviewLook: what is to be shown. All of it is borrowed. */
typedef struct
{
  const CasenessReview *review;
  const char *title;
  gboolean hides_ids;
  gboolean hides_staff;
} CasenessReviewLook;

/** caseness_review_view_set_session: whose journal is read and written. */
void caseness_review_view_set_session (CasenessReviewView *self, CasenessSession *session);

/** caseness_review_view_show: shows a list (nullable: nothing); whoever was opened stays open while on the list. */
void caseness_review_view_show (CasenessReviewView *self, const CasenessReviewLook *look);

/** caseness_review_view_open: opens the person at @position of the list. */
void caseness_review_view_open (CasenessReviewView *self, guint position);

/** caseness_review_view_get_review: Returns: (transfer none) (nullable): the list that is shown. */
const CasenessReview *caseness_review_view_get_review (CasenessReviewView *self);

/** caseness_review_view_get_title: Returns: (transfer none) (nullable): what the list is called. */
const char *caseness_review_view_get_title (CasenessReviewView *self);

G_END_DECLS
