/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-variable.h"

G_BEGIN_DECLS

/** CasenessReviewQuestion: what notes should be checked for, as far as the data can answer it. */
typedef enum
{
  CASENESS_REVIEW_NO_MEASURE,
  CASENESS_REVIEW_MEASURE_ONCE,
  CASENESS_REVIEW_NO_OUTCOME,
  CASENESS_REVIEW_NEAR_MISS,
  CASENESS_REVIEW_FIRST_DIP,
  CASENESS_REVIEW_FEW_SESSIONS,
  CASENESS_REVIEW_NOT_STEPPED_UP,
  CASENESS_REVIEW_PAIR_NOT_RECOMMENDED,
  CASENESS_REVIEW_MIXED_DESCRIPTOR,
  CASENESS_REVIEW_LONG_FIRST_WAIT,
  CASENESS_REVIEW_LONG_SECOND_WAIT,
  CASENESS_REVIEW_MISSED_APPOINTMENTS,
  CASENESS_REVIEW_ENDED_EARLY,
  CASENESS_REVIEW_MEDICATION,
  CASENESS_REVIEW_LONG_TERM_CONDITION,
  CASENESS_REVIEW_OUT_OF_WORK,
  CASENESS_N_REVIEW_QUESTIONS,
  CASENESS_N_REVIEW_COURSE_QUESTIONS = CASENESS_REVIEW_MEDICATION /* those before it ask about the course, not the person */
} CasenessReviewQuestion;

/** CasenessReviewWords: a row of `resources/reference/review-questions.csv`. */
typedef struct
{
  const char *id;
  const char *label;   /* untranslated, as the next */
  const char *meaning; /* one sentence */
  double threshold;    /* NaN where the question has none */
} CasenessReviewWords;

/** caseness_review_get_words: Returns: (transfer none): the words and the threshold of a question. */
const CasenessReviewWords *caseness_review_get_words (CasenessReviewQuestion question);

/** CasenessReviewPerson: somebody whose notes may be worth reading. */
typedef struct
{
  guint32 pathway;
  guint32 answers;           /* a bit for each CasenessReviewQuestion that is answered yes */
  gboolean is_not_recovered; /* at caseness at the start and not recovered */
  gboolean is_deteriorated;  /* reliably */
} CasenessReviewPerson;

/** CasenessReview: the people of some finished courses who did not recover, or got reliably worse. Immutable. */
typedef struct
{
  CasenessSnapshot *snapshot; /* owned */
  GArray *people;             /* CasenessReviewPerson, the latest discharge first */
  guint n_not_recovered;
  guint n_deteriorated;
  guint counts[CASENESS_N_REVIEW_QUESTIONS]; /* of how many it is answered yes */
} CasenessReview;

/**
 * caseness_review_new:
 * @frame: a snapshot and a period; what is usual is learnt from everybody who recovered in it
 * @pathways: (element-type guint32): finished courses, as CasenessRecovery has them
 *
 * Returns: (transfer full): the list with its questions answered.
 */
CasenessReview *caseness_review_new (CasenessFrame *frame, const GArray *pathways);

/** caseness_review_narrow: Returns: (transfer full): those of @review whose courses are among @pathways (nullable: all). */
CasenessReview *caseness_review_narrow (const CasenessReview *review, const GArray *pathways);

/** caseness_review_free: frees a review. */
void caseness_review_free (CasenessReview *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessReview, caseness_review_free)

/**
 * caseness_review_answer:
 * @frame: as caseness_review_new()
 * @pathway: a finished course, whatever became of it
 *
 * Returns: a bit for each CasenessReviewQuestion that is answered yes.
 */
guint32 caseness_review_answer (CasenessFrame *frame, guint pathway);

/** caseness_review_is_mixed: whether the problem of a pathway is mixed anxiety and depression. */
gboolean caseness_review_is_mixed (const CasenessSnapshot *snapshot, guint index);

/** caseness_review_is_mixed_in_doubt: whether it is, and the first PHQ-9 and GAD-7 are both at caseness, where a single
 *  problem is likelier (NHS Talking Therapies Manual on problem descriptors). */
gboolean caseness_review_is_mixed_in_doubt (const CasenessSnapshot *snapshot, guint index);

/** caseness_review_person_has: whether the answer to @question is yes. */
gboolean caseness_review_person_has (const CasenessReviewPerson *person, CasenessReviewQuestion question);

/** caseness_review_count_missed: how many appointments of the course were missed without notice. */
guint caseness_review_count_missed (const CasenessSnapshot *snapshot, guint index);

/**
 * caseness_review_write_csv:
 * @writer: where to
 * @review: a review
 * @names_people: whether to write ids; codes stand for them otherwise
 */
void caseness_review_write_csv (CasenessCsvWriter *writer, const CasenessReview *review, gboolean names_people);

G_END_DECLS
