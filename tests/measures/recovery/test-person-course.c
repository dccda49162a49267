/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include "caseness-code-name.h"
#include "caseness-person-course.h"
#include "caseness-person-scores.h"
#include "caseness-staff-numbers.h"
#include "caseness-therapy.h"

#include <math.h>

/* Assessed, two low, a missed one, two high by somebody else; PHQ-9 18 to 7, GAD-7 14 to 6. */
#define COURSE \
  "R R1 2025-01-02 2025-03-31;P 01 F322 1;" \
  "C C1 2025-01-10 01 5 A1/S1/-+PHQ9:18+GAD:14;" \
  "C C2 2025-01-20 02 5 A2/S1/GSH-Book+PHQ9:17;" \
  "C C3 2025-01-27 02 5 A3/S1/GSH-Book;" \
  "C C4 2025-02-03 02 3;" \
  "C C5 2025-02-20 02 5 A5/S2/CBT+PHQ9:11+GAD:9;" \
  "C C6 2025-03-03 02 5 A6/S2/CBT+PHQ9:7+GAD:6"

static CasenessPersonCourse *
read_course (CasenessSnapshot *snapshot, guint pathway)
{
  const CasenessPeriod period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 12, 31) };

  return caseness_person_course_new (snapshot, pathway, &period, NULL);
}

/* Sittings as `day/session:scores` words, first and last marked. */
static char *
spell_sittings (const CasenessPersonCourse *course)
{
  GString *words = g_string_new (NULL);
  char day[11];
  guint i, k;

  for (i = 0; i < course->sittings->len; i++)
    {
      const CasenessCourseSitting *sitting = &g_array_index (course->sittings, CasenessCourseSitting, i);

      g_string_append_printf (words, "%s%s/%u%s", i > 0 ? " " : "", caseness_date_write_iso (sitting->date, day) + 5,
                              sitting->session, sitting->is_assessment ? "A" : "");
      for (k = 0; k < CASENESS_N_COURSE_MEASURES; k++)
        {
          const CasenessCourseScore *score = &sitting->scores[k];
          g_autofree char *value = caseness_score_format (score->value);

          g_string_append_printf (words, ":%s%s%s", score->is_first ? ">" : "", value, score->is_last ? "<" : "");
        }
    }
  return g_string_free (words, FALSE);
}

static const struct
{
  const char *why;
  const char *script;
  const char *expected;
} sitting_cases[] = {
  { "nothing happened", "R R1 2025-01-02", "" },
  { "days of measuring and of treatment", COURSE,
    "01-10/0A:>18:>14: 01-20/1:17:: 01-27/2::: 02-20/3:11:9: 03-03/4:7<:6<:" },
  { "a score alone has a day of its own", "R R1 2025-01-02;S 2025-01-05 PHQ9 12", "01-05/0:>12::" },
  { "one score for a day on which it is held twice",
    "R R1 2025-01-02;C C1 2025-01-10 01 5 A1/S1/-+PHQ9:18;S 2025-01-10 PHQ9 18", "01-10/0A:>18::" },
  { "two different ones of a day are both shown",
    "R R1 2025-01-02;C C1 2025-01-10 01 5 A1/S1/-+PHQ9:18;S 2025-01-10 PHQ9 15", "01-10/0A:>18:: 01-10/0:15<::" },
  { "employment support does not count, follow-up neither",
    "R R1 2025-01-02;C C1 2025-01-10 10 5 A1/S1/-+PHQ9:18;C C2 2025-01-11 06 5 A2/S1/-+PHQ9:17", "" },
  { "the specific measure twice takes the place of GAD-7",
    "R R1 2025-01-02;P 01 F431 1;C C1 2025-01-10 02 5 A1/S1/CBT+PTSD:50+GAD:14;"
    "C C2 2025-01-17 02 5 A2/S1/CBT+PTSD:30+GAD:9",
    "01-10/1::>50: 01-17/2::30<:" },
  { "once only and GAD-7 stays",
    "R R1 2025-01-02;P 01 F431 1;C C1 2025-01-10 02 5 A1/S1/CBT+PTSD:50+GAD:14;C C2 2025-01-17 02 5 A2/S1/CBT+GAD:9",
    "01-10/1::>14: 01-17/2::9<:" },
  { "WSAS is the sum of five",
    "R R1 2025-01-02;C C1 2025-01-10 02 5 A1/S1/CBT+WASAS_Work:5+WASAS_HomeManagement:4"
    "+WASAS_SocialLeisureActivities:3+WASAS_PrivateLeisureActivities:2+WASAS_Relationships:1",
    "01-10/1:::>15" },
  { "four items are no sum",
    "R R1 2025-01-02;C C1 2025-01-10 02 5 A1/S1/CBT+WASAS_Work:5+WASAS_HomeManagement:4"
    "+WASAS_SocialLeisureActivities:3+WASAS_PrivateLeisureActivities:2",
    "01-10/1:::" },
  { "where work does not apply, it is the sum of the other four all along",
    "R R1 2025-01-02;C C1 2025-01-10 02 5 A1/S1/CBT+WASAS_Work:9+WASAS_HomeManagement:4"
    "+WASAS_SocialLeisureActivities:3+WASAS_PrivateLeisureActivities:2+WASAS_Relationships:1;"
    "C C2 2025-01-17 02 5 A2/S1/CBT+WASAS_Work:2+WASAS_HomeManagement:1"
    "+WASAS_SocialLeisureActivities:1+WASAS_PrivateLeisureActivities:1+WASAS_Relationships:1",
    "01-10/1:::>10 01-17/2:::4<" },
  { "a log is a session at its start", "R R1 2025-01-02;L 2025-01-05 2025-01-11 X 30;C C1 2025-01-12 02 5 A1/S1/CBT",
    "01-05/1::: 01-12/2:::" },
};

static void
test_sittings (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (sitting_cases); i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (sitting_cases[i].script, NULL);
      g_autoptr(CasenessPersonCourse) course = read_course (snapshot, 0);
      g_autofree char *found = spell_sittings (course);

      g_test_message ("%s", sitting_cases[i].why);
      g_assert_cmpstr (found, ==, sitting_cases[i].expected);
    }
}

static void
test_contacts (void)
{
  static const struct
  {
    CasenessCourseContactKind kind;
    guint session;
  } expected[] = {
    { CASENESS_COURSE_ASSESSMENT, 0 }, { CASENESS_COURSE_TREATMENT, 1 }, { CASENESS_COURSE_TREATMENT, 2 },
    { CASENESS_COURSE_MISSED, 0 },     { CASENESS_COURSE_TREATMENT, 3 }, { CASENESS_COURSE_TREATMENT, 4 },
  };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (COURSE, NULL);
  g_autoptr(CasenessPersonCourse) course = read_course (snapshot, 0);
  gsize i;

  g_assert_cmpuint (course->contacts->len, ==, G_N_ELEMENTS (expected));
  for (i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const CasenessCourseContact *contact = &g_array_index (course->contacts, CasenessCourseContact, i);

      g_assert_cmpint (contact->kind, ==, expected[i].kind);
      g_assert_cmpuint (contact->session, ==, expected[i].session);
    }
  g_assert_cmpuint (course->n_kinds[CASENESS_COURSE_TREATMENT], ==, 4);
  g_assert_cmpuint (course->n_kinds[CASENESS_COURSE_MISSED], ==, 1);
}

/* What each code of attendance comes to. */
static void
test_attendance (void)
{
  static const struct
  {
    const char *attendance;
    CasenessCourseContactKind kind;
  } cases[] = {
    { "2", CASENESS_COURSE_CANCELLED }, { "3", CASENESS_COURSE_MISSED },    { "4", CASENESS_COURSE_WITHDRAWN },
    { "5", CASENESS_COURSE_TREATMENT }, { "6", CASENESS_COURSE_TREATMENT }, { "7", CASENESS_COURSE_MISSED },
    { "0", CASENESS_COURSE_NOT_KNOWN }, { "3N", CASENESS_COURSE_TREATMENT },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *script = g_strdup_printf ("R R1 2025-01-02;C C1 2025-01-10 02 %s A1/S1/CBT", cases[i].attendance);
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
      g_autoptr(CasenessPersonCourse) course = read_course (snapshot, 0);

      g_assert_cmpint (g_array_index (course->contacts, CasenessCourseContact, 0).kind, ==, cases[i].kind);
    }
}

/* Stepped up and given to somebody else at once is one change: the step. */
static void
test_turns (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (COURSE, NULL);
  g_autoptr(CasenessPersonCourse) course = read_course (snapshot, 0);
  g_autoptr(CasenessSnapshot) other = fixture_snapshot_new (
    "R R1 2025-01-02;C C1 2025-01-10 02 5 A1/S1/CBT;C C2 2025-01-17 02 5 A2/S2/CBT;C C3 2025-01-24 02 5 A3/S2/GSH-Book",
    NULL);
  g_autoptr(CasenessPersonCourse) second = read_course (other, 0);
  const CasenessCourseTurn *turns = (const CasenessCourseTurn *) (gpointer) second->turns->data;

  g_assert_cmpuint (course->turns->len, ==, 1);
  g_assert_cmpint (g_array_index (course->turns, CasenessCourseTurn, 0).kind, ==, CASENESS_COURSE_STEPPED_UP);
  g_assert_cmpuint (g_array_index (course->turns, CasenessCourseTurn, 0).sitting, ==, 3);
  g_assert_cmpuint (second->turns->len, ==, 2);
  g_assert_cmpint (turns[0].kind, ==, CASENESS_COURSE_NEW_CLINICIAN);
  g_assert_cmpuint (turns[0].sitting, ==, 1);
  g_assert_cmpint (turns[1].kind, ==, CASENESS_COURSE_STEPPED_DOWN);
  g_assert_cmpuint (turns[1].sitting, ==, 2);
}

static void
test_band (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (COURSE, NULL);
  g_autoptr(CasenessPersonCourse) course = read_course (snapshot, 0);
  g_autoptr(CasenessSnapshot) agoraphobia = fixture_snapshot_new (
    "R R1 2025-01-02;P 01 F400 1;C C1 2025-01-10 02 5 A1/S1/CBT+AgoraAlone:3.5;C C2 2025-01-17 02 5 A2/S1/CBT+AgoraAlone:3",
    NULL);
  g_autoptr(CasenessPersonCourse) second = read_course (agoraphobia, 0);
  g_autoptr(CasenessSnapshot) empty = fixture_snapshot_new ("R R1 2025-01-02", NULL);
  g_autoptr(CasenessPersonCourse) unmeasured = read_course (empty, 0);
  CasenessScore low, high;

  /* Six points of PHQ-9, four of GAD-7, 0.73 of the mobility inventory are reliable. */
  g_assert_true (caseness_person_course_get_band (course, CASENESS_COURSE_DEPRESSION, &low, &high));
  g_assert_cmpint (low, ==, 1300);
  g_assert_cmpint (high, ==, 2300);
  g_assert_true (caseness_person_course_get_band (course, CASENESS_COURSE_ANXIETY, &low, &high));
  g_assert_cmpint (low, ==, 1100);
  g_assert_cmpint (high, ==, 1700);
  g_assert_true (caseness_person_course_get_band (second, CASENESS_COURSE_ANXIETY, &low, &high));
  g_assert_cmpint (low, ==, 278);
  g_assert_cmpint (high, ==, 422);
  g_assert_false (caseness_person_course_get_band (unmeasured, CASENESS_COURSE_DEPRESSION, &low, &high));
}

static void
test_improvement (void)
{
  static const struct
  {
    const char *why;
    int scores[4];
    int expected;
  } cases[] = {
    { "from the third on", { 18, 13, 12, 7 }, 2 },
    { "five points are not enough", { 18, 13, 13, 13 }, -1 },
    { "six are", { 18, 13, 13, 12 }, 3 },
    { "what came back does not count", { 18, 12, 13, 12 }, 3 },
    { "nor what was lost at the end", { 18, 12, 12, 13 }, -1 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *script = g_strdup_printf (
        "R R1 2025-01-02;C C1 2025-01-10 02 5 A1/S1/CBT+PHQ9:%d;C C2 2025-01-17 02 5 A2/S1/CBT+PHQ9:%d;"
        "C C3 2025-01-24 02 5 A3/S1/CBT+PHQ9:%d;C C4 2025-01-31 02 5 A4/S1/CBT+PHQ9:%d",
        cases[i].scores[0], cases[i].scores[1], cases[i].scores[2], cases[i].scores[3]);
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
      g_autoptr(CasenessPersonCourse) course = read_course (snapshot, 0);

      g_test_message ("%s", cases[i].why);
      g_assert_cmpint (caseness_person_course_find_improvement (course, CASENESS_COURSE_DEPRESSION), ==,
                       cases[i].expected);
    }
}

static void
test_waits (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (COURSE, NULL);
  g_autoptr(CasenessPersonCourse) course = read_course (snapshot, 0);
  const int expected[CASENESS_N_COURSE_WAITS] = { 8, 18, 7, 24 };
  int days;
  guint i;

  for (i = 0; i < CASENESS_N_COURSE_WAITS; i++)
    {
      g_assert_true (caseness_person_course_get_wait (course, i, &days));
      g_assert_cmpint (days, ==, expected[i]);
    }
}

static void
test_scores (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (
    "R R1 2025-01-02 2025-02-28;P 01 F431 1;C C1 2025-01-10 02 5 A1/S1/CBT+PHQ9:18+PTSD:54+GAD:14+WASAS_Work:5;"
    "C C2 2025-01-17 02 5 A2/S1/CBT+PHQ9:7+PTSD:24+GAD:6",
    NULL);
  g_autoptr(CasenessPersonCourse) course = read_course (snapshot, 0);
  g_autoptr(GArray) scores = caseness_person_scores_list (course);
  const CasenessPersonScore *score = (const CasenessPersonScore *) (gpointer) scores->data;

  g_assert_cmpuint (scores->len, ==, 3);
  g_assert_cmpuint (score[0].tool, ==, caseness_tool_find_by_prefix ("PHQ9"));
  g_assert_cmpint (score[0].change, ==, -1100);
  g_assert_true (score[0].is_used);
  g_assert_cmpuint (score[1].tool, ==, caseness_tool_find_by_prefix ("PTSD"));
  g_assert_cmpint (score[1].change, ==, -3000);
  g_assert_cmpint (score[1].needs, ==, 1000);
  g_assert_cmpint (score[1].caseness_at, ==, 3200);
  g_assert_true (score[1].is_used);
  g_assert_cmpuint (score[2].tool, ==, caseness_tool_find_by_prefix ("GAD"));
  g_assert_false (score[2].is_used);
}

/* R000 began at 15. Of the others @n began at 10 to 20 and count; one at 9 and one at 21 do not, nor an open one. */
static CasenessSnapshot *
create_many (guint n)
{
  g_autoptr(GString) script = g_string_new ("R R000 2025-01-02;C C0 2025-01-10 02 5 A/S/CBT+PHQ9:15;"
                                            "C C00 2025-01-17 02 5 A/S/CBT+PHQ9:14");
  guint i;

  for (i = 0; i < n; i++)
    g_string_append_printf (script,
                            ";R R1%02u 2025-01-02 2025-03-01 P%u;C X%u 2025-01-10 02 5 A/S/CBT+PHQ9:%u;"
                            "C Y%u 2025-01-20 02 5 A/S/CBT+PHQ9:%u",
                            i, i, i, i % 2 == 0 ? 10u : 20u, i, i + 1);
  g_string_append (script, ";R R200 2025-01-02 2025-03-01 Q1;C Z1 2025-01-10 02 5 A/S/CBT+PHQ9:9;"
                           "C Z2 2025-01-20 02 5 A/S/CBT+PHQ9:1"
                           ";R R201 2025-01-02 2025-03-01 Q2;C Z3 2025-01-10 02 5 A/S/CBT+PHQ9:21;"
                           "C Z4 2025-01-20 02 5 A/S/CBT+PHQ9:27"
                           ";R R202 2025-01-02 - Q3;C Z5 2025-01-10 02 5 A/S/CBT+PHQ9:15;"
                           "C Z6 2025-01-20 02 5 A/S/CBT+PHQ9:27");
  return fixture_snapshot_new (script->str, NULL);
}

static void
test_alike (void)
{
  g_autoptr(CasenessSnapshot) enough = create_many (20);
  g_autoptr(CasenessPersonCourse) course = read_course (enough, 0);
  g_autoptr(CasenessSnapshot) few = create_many (19);
  g_autoptr(CasenessPersonCourse) second = read_course (few, 0);
  const CasenessCourseExpected *expected
    = (const CasenessCourseExpected *) (gpointer) course->expected[CASENESS_COURSE_DEPRESSION]->data;

  g_assert_cmpuint (course->n_alike[CASENESS_COURSE_DEPRESSION], ==, 20);
  g_assert_cmpuint (course->expected[CASENESS_COURSE_DEPRESSION]->len, ==, course->sittings->len);
  /* Ten began at 10 and ten at 20; then they had 1 to 20: quartiles of type 7. */
  g_assert_cmpuint (expected[0].n, ==, 20);
  g_assert_cmpfloat (expected[0].median, ==, 15);
  g_assert_cmpfloat (expected[1].lower, ==, 5.75);
  g_assert_cmpfloat (expected[1].median, ==, 10.5);
  g_assert_cmpfloat (expected[1].upper, ==, 15.25);
  expected = (const CasenessCourseExpected *) (gpointer) second->expected[CASENESS_COURSE_DEPRESSION]->data;
  g_assert_cmpuint (expected[0].n, ==, 19);
  g_assert_true (isnan (expected[0].median));
  g_assert_cmpuint (course->n_alike[CASENESS_COURSE_ANXIETY], ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (COURSE, NULL);
  const CasenessPeriod period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 12, 31) };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (caseness_person_course_new (snapshot, 0, &period, cancellable));
}

/* Answered of a finished course, whether it recovered or not; never of an open one. */
static void
test_answers (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (
    "R R1 2025-01-02 2025-12-01;P 01 F431 1;C C1 2025-03-10 02 5 A1/S1/CBT+PHQ9:18+GAD:14;C C2 2025-03-17 02 5 "
    "A2/S1/CBT+PHQ9:7+GAD:6;"
    "R R2 2025-01-02 - P2;P 01 F431 1;C C3 2025-03-10 02 5 A3/S1/CBT+PHQ9:18",
    NULL);
  g_autoptr(CasenessPersonCourse) finished = read_course (snapshot, 0);
  g_autoptr(CasenessPersonCourse) open = read_course (snapshot, 1);

  g_assert_cmphex (finished->answers & (1u << CASENESS_REVIEW_NO_MEASURE), !=, 0);
  g_assert_cmphex (finished->answers & (1u << CASENESS_REVIEW_LONG_FIRST_WAIT), !=, 0);
  g_assert_cmphex (finished->answers & (1u << CASENESS_REVIEW_LONG_SECOND_WAIT), ==, 0);
  g_assert_cmphex (open->answers, ==, 0);
}

/* Near its cut-offs and at low intensity only: worth asking of who did not recover alone. */
static void
test_recovered (void)
{
  static const guint32 asked = 1u << CASENESS_REVIEW_NEAR_MISS | 1u << CASENESS_REVIEW_NOT_STEPPED_UP;
  static const struct
  {
    int last;
    guint32 expected;
  } cases[] = { { 9, 0 }, { 10, asked } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *script
        = g_strdup_printf ("R R1 2025-01-02 2025-12-01;C C1 2025-01-10 02 5 A1/S1/GSH-Book+PHQ9:18+GAD:7;"
                           "C C2 2025-01-17 02 5 A2/S1/GSH-Book+PHQ9:%d+GAD:7",
                           cases[i].last);
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
      g_autoptr(CasenessPersonCourse) course = read_course (snapshot, 0);

      g_assert_cmphex (course->answers & asked, ==, cases[i].expected);
    }
}

static void
test_csv (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (COURSE, NULL);
  g_autoptr(CasenessPersonCourse) course = read_course (snapshot, 0);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  caseness_person_course_write_csv (writer, course);
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0,
                     "date=2025-01-10 session=0 phq9=18 anxiety_measure=GAD-7 anxiety=14 wsas=", "first");
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 2,
                     "date=2025-01-27 session=2 phq9= anxiety_measure= anxiety= wsas=", "nothing measured");
}

/* One number for one person, wherever they come from; blanks and strangers have none. */
static void
test_staff_numbers (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (
    "F S9 North;R R1 2025-01-02;C C1 2025-01-10 02 5 A1/S2/CBT A2/S3/CBT;C C2 2025-01-17 02 5 A3/S2/CBT;"
    "R R2 2025-01-02 - P2;C C3 2025-01-10 02 5 A4/S9/CBT;W First~treatment 2025-01-02 - - - - - S5",
    NULL);
  const char *const staff[] = { "S9", "S2", "S3", "S5" };
  guint32 seen = 0;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (staff); i++)
    {
      guint number = caseness_staff_numbers_find (snapshot, staff[i]);

      g_assert_cmpuint (number, >=, 1);
      g_assert_cmpuint (number, <=, G_N_ELEMENTS (staff));
      g_assert_cmphex (seen & (1u << number), ==, 0);
      seen |= 1u << number;
    }
  g_assert_cmpuint (caseness_staff_numbers_find (snapshot, "S9"), ==, 1);
  g_assert_cmpuint (caseness_staff_numbers_find (snapshot, "North"), ==, 0);
  g_assert_cmpuint (caseness_staff_numbers_find (snapshot, ""), ==, 0);
  g_assert_cmpuint (caseness_staff_numbers_find (snapshot, NULL), ==, 0);
  g_assert_cmpuint (caseness_staff_numbers_find (snapshot, "nobody"), ==, 0);
}

static void
test_code_names (void)
{
  g_assert_cmpstr (caseness_code_name_find ("EndCode", "46"), ==, "Completed treatment");
  g_assert_cmpstr (caseness_code_name_find ("SourceOfReferralIAPT", "B1"), ==, "Self-referral");
  g_assert_cmpstr (caseness_code_name_find_number ("AppType", 6), ==, "Follow-up");
  g_assert_null (caseness_code_name_find ("EndCode", "B1"));
  g_assert_null (caseness_code_name_find ("EndCode", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/person-course/sittings", test_sittings);
  g_test_add_func ("/measures/person-course/contacts", test_contacts);
  g_test_add_func ("/measures/person-course/attendance", test_attendance);
  g_test_add_func ("/measures/person-course/turns", test_turns);
  g_test_add_func ("/measures/person-course/band", test_band);
  g_test_add_func ("/measures/person-course/improvement", test_improvement);
  g_test_add_func ("/measures/person-course/waits", test_waits);
  g_test_add_func ("/measures/person-course/alike", test_alike);
  g_test_add_func ("/measures/person-course/cancelled", test_cancelled);
  g_test_add_func ("/measures/person-course/answers", test_answers);
  g_test_add_func ("/measures/person-course/recovered", test_recovered);
  g_test_add_func ("/measures/person-course/csv", test_csv);
  g_test_add_func ("/measures/person-scores/list", test_scores);
  g_test_add_func ("/measures/staff-numbers/one-person", test_staff_numbers);
  g_test_add_func ("/measures/code-name/find", test_code_names);
  return g_test_run ();
}
