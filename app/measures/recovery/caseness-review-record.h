/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-review.h"

#include "caseness-journal.h"

G_BEGIN_DECLS

/*
 * What reviewers agreed on when they had read somebody's notes, as the journal keeps it. The subject is the pathway, by
 * ids that the next import knows again.
 */

#define CASENESS_REVIEW_THEME_KIND "review-theme"
#define CASENESS_REVIEW_NOTE_KIND "review-note"
#define CASENESS_REVIEW_DRAFT_KIND "review-draft" /* a note while it is typed, see caseness_journal_keep_draft() */

/** CasenessReviewTheme: a row of `resources/reference/review-themes.csv`. */
typedef struct
{
  const char *id;
  const char *label;   /* untranslated, as the next */
  const char *meaning;
} CasenessReviewTheme;

/** caseness_review_theme_get_all: Returns: (transfer none) (array length=n): the themes. */
const CasenessReviewTheme *caseness_review_theme_get_all (guint *n);

/** caseness_review_dup_subject: Returns: (transfer full): the journal's subject for pathway @index. */
char *caseness_review_dup_subject (const CasenessSnapshot *snapshot, guint index);

/** caseness_review_get_themes: Returns: the agreed themes of @subject, a bit by theme. */
guint32 caseness_review_get_themes (CasenessJournal *journal, const char *subject);

/** caseness_review_dup_note: Returns: (transfer full): the note about @subject, maybe empty. */
char *caseness_review_dup_note (CasenessJournal *journal, const char *subject);

/** caseness_review_dup_draft: Returns: (transfer full): what somebody was typing about @subject when the program ended,
 *  maybe empty. */
char *caseness_review_dup_draft (CasenessJournal *journal, const char *subject);

/** caseness_review_dup_theme_body: Returns: (transfer full) (nullable): what the journal keeps of @themes; NULL: none. */
char *caseness_review_dup_theme_body (guint32 themes);

/** caseness_review_dup_note_body: Returns: (transfer full) (nullable): what the journal keeps of @note; NULL: no note. */
char *caseness_review_dup_note_body (const char *note);

/** caseness_review_has_record: whether @subject has themes or a note. */
gboolean caseness_review_has_record (CasenessJournal *journal, const char *subject);

/** CasenessReviewTally: agreed themes of one team. */
typedef struct
{
  char *team;
  guint n_people;   /* on the list */
  guint n_reviewed; /* of them, with themes or a note */
  guint *counts;    /* by theme */
} CasenessReviewTally;

/**
 * caseness_review_tally:
 * @review: the people
 * @journal: what was agreed
 *
 * Returns: (transfer full) (element-type CasenessReviewTally): a row a team in the order of their names, and last, where
 *   there are several, one for all of them, whose team is NULL.
 */
GPtrArray *caseness_review_tally (const CasenessReview *review, CasenessJournal *journal);

G_END_DECLS
