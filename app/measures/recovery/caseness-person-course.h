/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-review.h"
#include "caseness-snapshot.h"

G_BEGIN_DECLS

/*
 * One person's course: what happened from referral to discharge, and the scores session by session. It holds numbers,
 * never ids; whoever shows it asks the snapshot for those where they may be told.
 */

/** CasenessCourseMeasure: what is followed from session to session. */
typedef enum
{
  CASENESS_COURSE_DEPRESSION, /* PHQ-9 */
  CASENESS_COURSE_ANXIETY,    /* the measure the course is judged by: that of the problem, or GAD-7 */
  CASENESS_COURSE_FUNCTION,   /* WSAS: the sum of its five items, or of four where work does not apply */
  CASENESS_N_COURSE_MEASURES
} CasenessCourseMeasure;

/** CasenessCourseScore: one score, and whether it is one of the two the outcome is judged by. */
typedef struct
{
  CasenessScore value; /* CASENESS_SCORE_NONE without one */
  gboolean is_first;
  gboolean is_last;
} CasenessCourseScore;

/** CasenessCourseSitting: a day on which something was measured, or could have been: a treatment or an assessment. */
typedef struct
{
  CasenessDate date;
  guint session;          /* number of the treatment, from 1; 0 for a day without one */
  gboolean is_assessment; /* assessed that day and not treated */
  CasenessCourseScore scores[CASENESS_N_COURSE_MEASURES];
} CasenessCourseSitting;

/** CasenessCourseContactKind: what became of an appointment, or that it was a log. */
typedef enum
{
  CASENESS_COURSE_TREATMENT,
  CASENESS_COURSE_ASSESSMENT,
  CASENESS_COURSE_OTHER,     /* attended, neither of them: a review, a follow-up, employment support */
  CASENESS_COURSE_INTERNET,  /* a completed internet therapy log, which is a treatment */
  CASENESS_COURSE_MISSED,    /* without notice, or too late to be seen */
  CASENESS_COURSE_CANCELLED, /* by the person or for them */
  CASENESS_COURSE_WITHDRAWN, /* cancelled or moved by the service */
  CASENESS_COURSE_NOT_KNOWN, /* nobody said whether it was attended */
  CASENESS_N_COURSE_CONTACT_KINDS
} CasenessCourseContactKind;

/** CasenessCourseContact: one appointment or log. */
typedef struct
{
  CasenessDate date;
  CasenessCourseContactKind kind;
  guint session;      /* number of the treatment, 0 when it is none */
  guint app_type;     /* code; 0 of a log */
  guint medium;       /* code; 0 not known */
  guint32 therapies;  /* bits, by row of caseness_therapy_get_all() */
  guint32 intensity;  /* CasenessIntensity bits */
  gint minutes;       /* -1 not known */
  guint first_staff;  /* in `staff` of the snapshot's events */
  guint n_staff;
} CasenessCourseContact;

/** CasenessCourseTurnKind: what changed between two sessions. */
typedef enum
{
  CASENESS_COURSE_STEPPED_UP,    /* from low to high intensity */
  CASENESS_COURSE_STEPPED_DOWN,
  CASENESS_COURSE_NEW_CLINICIAN, /* nobody of those who held the session before */
} CasenessCourseTurnKind;

/** CasenessCourseTurn: a change, before sitting number @sitting. */
typedef struct
{
  guint sitting;
  CasenessCourseTurnKind kind;
} CasenessCourseTurn;

/** CasenessCourseExpected: how those stood who began alike: quartiles of their scores at one session. */
typedef struct
{
  guint n; /* of them still in treatment and measured then; below CASENESS_FEWEST_ALIKE nothing is said */
  double lower;
  double median;
  double upper; /* NaN where nothing is said */
} CasenessCourseExpected;

/** CasenessPersonCourse: the course of one pathway. Immutable. */
typedef struct
{
  CasenessSnapshot *snapshot; /* owned */
  guint pathway;
  GArray *sittings;           /* CasenessCourseSitting, by day */
  GArray *contacts;           /* CasenessCourseContact, by day */
  GArray *turns;              /* CasenessCourseTurn */
  guint tools[CASENESS_COURSE_FUNCTION]; /* of depression and anxiety: index into caseness_tool_get_all() */
  gboolean leaves_out_work;   /* WSAS is the sum of four items, because work was said not to apply */
  guint n_alike[CASENESS_COURSE_FUNCTION]; /* finished courses that began alike */
  GArray *expected[CASENESS_COURSE_FUNCTION]; /* CasenessCourseExpected, by sitting */
  const char *problem;        /* label of the problem descriptor (V011), untranslated */
  guint32 answers;            /* CasenessReviewQuestion bits; none while the course is not finished, and
                                 none about not recovering of who recovered */
  guint n_kinds[CASENESS_N_COURSE_CONTACT_KINDS];
} CasenessPersonCourse;

/**
 * caseness_person_course_new:
 * @snapshot: a snapshot
 * @pathway: whose course
 * @period: whose finished courses tell what is usual (caseness_review_answer())
 * @cancellable: (nullable)
 *
 * Puts together what is known of one pathway. Those who began alike are the finished courses of the whole file, this
 * one aside, whose first score of the same measure lies within the reliable change of this person's first score; at each
 * session, those who were still in treatment and were measured at it.
 *
 * Returns: (transfer full) (nullable): the course, or NULL when cancelled.
 */
CasenessPersonCourse *caseness_person_course_new (CasenessSnapshot *snapshot, guint pathway,
                                                  const CasenessPeriod *period, GCancellable *cancellable);

/** caseness_person_course_free: frees a course. */
void caseness_person_course_free (CasenessPersonCourse *course);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPersonCourse, caseness_person_course_free)

/** caseness_person_course_has: whether there is any score of @measure. */
gboolean caseness_person_course_has (const CasenessPersonCourse *course, CasenessCourseMeasure measure);

/** caseness_person_course_get_maximum: Returns: the highest score there is of @measure, in hundredths. */
CasenessScore caseness_person_course_get_maximum (const CasenessPersonCourse *course, CasenessCourseMeasure measure);

/**
 * caseness_person_course_get_band:
 * @course: a course
 * @measure: depression or anxiety
 * @low: (out): lowest score that is no reliable change from the first, in hundredths
 * @high: (out): highest such score
 *
 * Returns: whether there is a first score and a reliable change to go by.
 */
gboolean caseness_person_course_get_band (const CasenessPersonCourse *course, CasenessCourseMeasure measure,
                                          CasenessScore *low, CasenessScore *high);

/**
 * caseness_person_course_find_improvement:
 *
 * Returns: the sitting from which on every score of @measure is reliably better than the first; -1 when the last is not.
 */
int caseness_person_course_find_improvement (const CasenessPersonCourse *course, CasenessCourseMeasure measure);

/** CasenessCourseWait: the waits of a course. */
typedef enum
{
  CASENESS_COURSE_TO_ASSESSMENT, /* from referral */
  CASENESS_COURSE_TO_FIRST,      /* treatment, from referral */
  CASENESS_COURSE_TO_SECOND,     /* from the first */
  CASENESS_COURSE_TO_STEP_UP,    /* from the last session at low intensity to the first at high */
  CASENESS_N_COURSE_WAITS
} CasenessCourseWait;

/**
 * caseness_person_course_get_wait:
 * @course: a course
 * @wait: which
 * @days: (out): how long, in days
 *
 * Returns: whether both ends are known.
 */
gboolean caseness_person_course_get_wait (const CasenessPersonCourse *course, CasenessCourseWait wait, int *days);

/**
 * caseness_person_course_write_csv:
 * @writer: where to
 * @course: a course
 *
 * Writes `date,session,phq9,anxiety_measure,anxiety,wsas` and a row a sitting. It names nobody.
 */
void caseness_person_course_write_csv (CasenessCsvWriter *writer, const CasenessPersonCourse *course);

G_END_DECLS
