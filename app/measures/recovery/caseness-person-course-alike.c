/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-course-private.h"

#include "caseness-casemix.h"
#include "caseness-statistics-summary.h"

#include <math.h>
#include <stdlib.h>

/* Asked from time to time whether the answer is still wanted. */
#define MANY 4096

/* The scores of those who began alike, by number of session: 0 before the first treatment. */
typedef struct
{
  GPtrArray *by_session; /* (element-type GArray of double) */
  GArray *scores;        /* CasenessScoreEvent: scratch: those of one person */
  GArray *own;           /* double: scratch: one person's score by session, NaN for none */
} Alike;

static gboolean
is_alike (const CasenessPersonCourse *course, CasenessCourseMeasure measure, guint other)
{
  guint n_tools, tool = course->tools[measure];
  CasenessScore change = caseness_tool_get_all (&n_tools)[tool].reliable_change;
  CasenessScore mine = caseness_person_course_get_pair (course, measure).first;
  CasenessScore theirs = caseness_snapshot_get_scores (course->snapshot, other, tool).first;

  return other != course->pathway && theirs != CASENESS_SCORE_NONE && abs (theirs - mine) < change
         && (caseness_snapshot_get_flags (course->snapshot, other) & CASENESS_PATHWAY_COMPLETED) != 0;
}

/* Which treatment @date was; 0 before the first, -1 between two. */
static int
find_session (const CasenessSnapshot *snapshot, guint pathway, CasenessDate date)
{
  guint n = caseness_snapshot_get_n_treatments (snapshot, pathway), i;

  if (n == 0 || date < caseness_snapshot_get_treatment (snapshot, pathway, 0).date)
    return 0;
  for (i = 0; i < n; i++)
    if (caseness_snapshot_get_treatment (snapshot, pathway, i).date == date)
      return (int) i + 1;
  return -1;
}

static void
note_own (GArray *own, guint session, double value)
{
  const double nothing = NAN;

  while (own->len <= session)
    g_array_append_val (own, nothing);
  /* Of several at once the lowest: those of the days before the first treatment become one. */
  if (!(g_array_index (own, double, session) <= value))
    g_array_index (own, double, session) = value;
}

static void
add_person (Alike *alike, const CasenessPersonCourse *course, guint tool, guint other)
{
  guint i;

  g_array_set_size (alike->own, 0);
  caseness_snapshot_list_scores (course->snapshot, other, alike->scores);
  for (i = 0; i < alike->scores->len; i++)
    {
      const CasenessScoreEvent *score = &g_array_index (alike->scores, CasenessScoreEvent, i);
      int session = score->line.tool == tool ? find_session (course->snapshot, other, score->date) : -1;

      if (session >= 0)
        note_own (alike->own, (guint) session, score->value / 100.0);
    }
  for (i = 0; i < alike->own->len; i++)
    {
      while (alike->by_session->len <= i)
        g_ptr_array_add (alike->by_session, g_array_new (FALSE, FALSE, sizeof (double)));
      if (!isnan (g_array_index (alike->own, double, i)))
        g_array_append_val ((GArray *) g_ptr_array_index (alike->by_session, i), g_array_index (alike->own, double, i));
    }
}

static CasenessCourseExpected
sum_up (const Alike *alike, guint session)
{
  CasenessCourseExpected expected = { 0, NAN, NAN, NAN };
  GArray *scores = session < alike->by_session->len ? g_ptr_array_index (alike->by_session, session) : NULL;
  double *values;

  if (scores == NULL)
    return expected;
  expected.n = scores->len;
  if (scores->len < CASENESS_FEWEST_ALIKE)
    return expected;
  values = (double *) (gpointer) scores->data;
  caseness_sort_doubles (values, scores->len);
  expected.lower = caseness_quantile_sorted (values, scores->len, 0.25);
  expected.median = caseness_quantile_sorted (values, scores->len, 0.5);
  expected.upper = caseness_quantile_sorted (values, scores->len, 0.75);
  return expected;
}

/* A sitting between two treatments has no number to be compared by. */
static gboolean
has_number (const CasenessPersonCourse *course, const CasenessCourseSitting *sitting)
{
  CasenessDate first = caseness_snapshot_get_date (course->snapshot, course->pathway, CASENESS_PATHWAY_TREATMENT_FIRST);

  return sitting->session > 0 || first == CASENESS_DATE_NONE || sitting->date < first;
}

static GArray *
list_expected (const CasenessPersonCourse *course, const Alike *alike)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CasenessCourseExpected));
  guint i;

  for (i = 0; i < course->sittings->len; i++)
    {
      const CasenessCourseSitting *sitting = &g_array_index (course->sittings, CasenessCourseSitting, i);
      CasenessCourseExpected expected = { 0, NAN, NAN, NAN };

      if (has_number (course, sitting))
        expected = sum_up (alike, sitting->session);
      g_array_append_val (list, expected);
    }
  return list;
}

static gboolean
expect_measure (CasenessPersonCourse *course, CasenessCourseMeasure measure, GCancellable *cancellable)
{
  guint n_tools, n = caseness_snapshot_get_n_pathways (course->snapshot), i;
  const CasenessTool *tool = &caseness_tool_get_all (&n_tools)[course->tools[measure]];
  gboolean can_compare = tool->reliable_change != CASENESS_SCORE_NONE
                         && caseness_person_course_get_pair (course, measure).first != CASENESS_SCORE_NONE;
  g_autoptr(GPtrArray) by_session = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GArray) scores = g_array_new (FALSE, FALSE, sizeof (CasenessScoreEvent));
  g_autoptr(GArray) own = g_array_new (FALSE, FALSE, sizeof (double));
  Alike alike = { by_session, scores, own };

  for (i = 0; i < n && can_compare; i++)
    {
      if (i % MANY == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (!is_alike (course, measure, i))
        continue;
      course->n_alike[measure]++;
      add_person (&alike, course, course->tools[measure], i);
    }
  course->expected[measure] = list_expected (course, &alike);
  return TRUE;
}

gboolean
caseness_person_course_expect (CasenessPersonCourse *course, GCancellable *cancellable)
{
  return expect_measure (course, CASENESS_COURSE_DEPRESSION, cancellable)
         && expect_measure (course, CASENESS_COURSE_ANXIETY, cancellable);
}
