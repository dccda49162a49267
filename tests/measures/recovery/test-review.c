/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery.h"
#include "caseness-review-record.h"
#include "course-fixture.h"

#include <string.h>

#define BIT(question) (1u << CASENESS_REVIEW_##question)

/* Each question from both sides of its boundary; C is a course of one person, `@` stands for what all have. */
static const struct
{
  const char *why;
  const char *rows;
  guint32 answers; /* of those asked about */
  guint32 asked;
} people[] = {
  { "no PCL-5 for PTSD", "P 01 F431 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:15+GAD:10;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:14",
    BIT (NO_MEASURE), BIT (NO_MEASURE) | BIT (MEASURE_ONCE) },
  { "PCL-5 once",
    "P 01 F431 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:15+PTSD:50;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:14", BIT (MEASURE_ONCE),
    BIT (NO_MEASURE) | BIT (MEASURE_ONCE) },
  { "depression has no measure of its own",
    "P 01 F322 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:15+GAD:10;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:14", 0,
    BIT (NO_MEASURE) | BIT (MEASURE_ONCE) },
  { "within reliable change of both: 15 and 11",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:15+GAD:11", BIT (NEAR_MISS),
    BIT (NEAR_MISS) | BIT (NO_OUTCOME) },
  { "PHQ-9 of 16 is no near miss",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:16+GAD:11", 0, BIT (NEAR_MISS) },
  { "GAD-7 of 12 is no near miss",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:15+GAD:12", 0, BIT (NEAR_MISS) },
  { "no last score", "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-02-01 03 5 B/S/CBT", BIT (NO_OUTCOME),
    BIT (NEAR_MISS) | BIT (NO_OUTCOME) },
  { "PHQ-9 below for the first time",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-01-20 03 5 B/S/CBT+PHQ9:12+GAD:15;"
    "C 3 2025-02-01 03 5 C/S/CBT+PHQ9:9+GAD:15",
    BIT (FIRST_DIP), BIT (FIRST_DIP) },
  { "below the second time",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-01-20 03 5 B/S/CBT+PHQ9:9+GAD:15;"
    "C 3 2025-02-01 03 5 C/S/CBT+PHQ9:9+GAD:15",
    0, BIT (FIRST_DIP) },
  { "dipped and came back",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20+GAD:15;C 2 2025-01-20 03 5 B/S/CBT+PHQ9:9+GAD:15;"
    "C 3 2025-02-01 03 5 C/S/CBT+PHQ9:10+GAD:15",
    0, BIT (FIRST_DIP) },
  { "42 days to the first, 90 to the second are not long",
    "R 2024-11-01;C 1 2024-12-13 03 5 A/S/CBT+PHQ9:20;C 2 2025-03-13 03 5 B/S/CBT+PHQ9:20", 0,
    BIT (LONG_FIRST_WAIT) | BIT (LONG_SECOND_WAIT) },
  { "43 and 91 are", "R 2024-11-01;C 1 2024-12-14 03 5 A/S/CBT+PHQ9:20;C 2 2025-03-15 03 5 B/S/CBT+PHQ9:20",
    BIT (LONG_FIRST_WAIT) | BIT (LONG_SECOND_WAIT), BIT (LONG_FIRST_WAIT) | BIT (LONG_SECOND_WAIT) },
  { "low intensity alone",
    "C 1 2025-01-10 02 5 A/S/GSH-Book+PHQ9:20;C 2 2025-02-01 02 5 B/S/GSH-Book+PHQ9:20", BIT (NOT_STEPPED_UP),
    BIT (NOT_STEPPED_UP) },
  { "stepped up", "C 1 2025-01-10 02 5 A/S/GSH-Book+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20", 0,
    BIT (NOT_STEPPED_UP) },
  { "counselling for panic",
    "P 01 F410 1;C 1 2025-01-10 03 5 A/S/CfD+PHQ9:20;C 2 2025-02-01 03 5 B/S/CfD+PHQ9:20",
    BIT (PAIR_NOT_RECOMMENDED), BIT (PAIR_NOT_RECOMMENDED) },
  { "CBT for panic", "P 01 F410 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20", 0,
    BIT (PAIR_NOT_RECOMMENDED) },
  { "mixed, both at caseness",
    "P 01 F412 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:10+GAD:8;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:10", BIT (MIXED_DESCRIPTOR),
    BIT (MIXED_DESCRIPTOR) },
  { "mixed, GAD-7 below",
    "P 01 F412 1;C 1 2025-01-10 03 5 A/S/CBT+PHQ9:10+GAD:7;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:10", 0,
    BIT (MIXED_DESCRIPTOR) },
  { "one missed",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20;C 3 2025-02-02 03 3;C 4 2025-02-03 03 2",
    0, BIT (MISSED_APPOINTMENTS) },
  { "two missed",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20;C 3 2025-02-02 03 3;C 4 2025-02-03 03 3",
    BIT (MISSED_APPOINTMENTS), BIT (MISSED_APPOINTMENTS) },
  { "out of work",
    "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20;E 2025-01-10 02 -", BIT (OUT_OF_WORK),
    BIT (OUT_OF_WORK) },
  { "in work", "C 1 2025-01-10 03 5 A/S/CBT+PHQ9:20;C 2 2025-02-01 03 5 B/S/CBT+PHQ9:20;E 2025-01-10 01 N", 0,
    BIT (OUT_OF_WORK) },
};

static GArray *
list_all (CasenessFrame *frame)
{
  g_autoptr(GPtrArray) variables = course_fixture_list_variables (NULL);
  g_autoptr(GPtrArray) rows = caseness_recovery_count (frame, variables, NULL);

  return g_array_ref (((CasenessRecovery *) g_ptr_array_index (rows, 0))->pathways);
}

static CasenessFrame *
frame_of_one (const char *rows)
{
  gboolean has_own_date = g_str_has_prefix (rows, "R ");
  const char *rest = has_own_date ? rows + strlen ("R 2024-11-01;") : rows;
  g_autofree char *received = has_own_date ? g_strndup (rows + 2, 10) : g_strdup ("2025-01-01");
  g_autofree char *script = g_strdup_printf ("R One %s 2025-03-20;M 198001 1 A;%s", received, rest);

  return course_fixture_frame_new (script);
}

static void
test_questions (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(CasenessFrame) frame = frame_of_one (people[i].rows);
      g_autoptr(GArray) pathways = list_all (frame);
      g_autoptr(CasenessReview) review = caseness_review_new (frame, pathways);

      g_test_message ("%s", people[i].why);
      g_assert_cmpuint (review->people->len, ==, 1);
      g_assert_cmphex (g_array_index (review->people, CasenessReviewPerson, 0).answers & people[i].asked, ==,
                       people[i].answers);
    }
}

/* On the list are those at caseness who did not recover and those who got worse, not those who did well. */
static void
test_who_is_on_the_list (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GArray) pathways = NULL;
  g_autoptr(CasenessReview) review = NULL;

  course_fixture_add (script, 3, "North", "F322", COURSE_SICK, COURSE_WELL);
  course_fixture_add (script, 2, "North", "F322", COURSE_SICK, COURSE_SICK);
  course_fixture_add (script, 1, "North", "F322", COURSE_WELL, "+PHQ9:12+GAD:3"); /* worse, and no case at the start */
  course_fixture_add (script, 1, "North", "F322", COURSE_WELL, COURSE_WELL);
  frame = course_fixture_frame_new (script->str);
  pathways = list_all (frame);
  review = caseness_review_new (frame, pathways);
  g_assert_cmpuint (review->people->len, ==, 3);
  g_assert_cmpuint (review->n_not_recovered, ==, 2);
  g_assert_cmpuint (review->n_deteriorated, ==, 1);
}

/* Twenty recovered from depression after 2 to 21 sessions: three in four after 6.75 or more (type 7). */
static void
test_few_sessions (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GArray) pathways = NULL;
  g_autoptr(CasenessReview) review = NULL;
  guint n, k;

  for (n = 2; n <= 23; n++)
    {
      gboolean is_asked = n > 21;
      guint n_sessions = is_asked ? n - 16 : n; /* 6 and 7 */

      g_string_append_printf (script, "R P%02u 2025-01-01 2025-03-01;P 01 F322 1;", n);
      for (k = 1; k <= n_sessions; k++)
        g_string_append_printf (script, "C P%02u-%02u 2025-02-%02u 03 5 A/S/CBT%s;", n, k, k,
                                k == 1 ? COURSE_SICK : k == n_sessions ? is_asked ? COURSE_SICK : COURSE_WELL : "");
    }
  frame = course_fixture_frame_new (script->str);
  pathways = list_all (frame);
  review = caseness_review_new (frame, pathways);
  g_assert_cmpuint (review->people->len, ==, 2);
  g_assert_true (caseness_review_person_has (&g_array_index (review->people, CasenessReviewPerson, 0),
                                             CASENESS_REVIEW_FEW_SESSIONS));
  g_assert_false (caseness_review_person_has (&g_array_index (review->people, CasenessReviewPerson, 1),
                                              CASENESS_REVIEW_FEW_SESSIONS));
  g_assert_cmpuint (review->counts[CASENESS_REVIEW_FEW_SESSIONS], ==, 1);
}

static void
test_words (void)
{
  guint n, i;
  const CasenessReviewTheme *themes = caseness_review_theme_get_all (&n);

  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    {
      g_assert_true (*caseness_review_get_words (i)->label != '\0');
      g_assert_true (g_str_has_suffix (caseness_review_get_words (i)->meaning, "."));
    }
  g_assert_cmpuint (n, >, 5);
  for (i = 0; i < n; i++)
    g_assert_true (g_str_has_suffix (themes[i].meaning, "."));
}

/* What is kept reads back; nothing ticked and nothing written is nothing kept. */
static void
test_record (void)
{
  g_autofree char *themes = caseness_review_dup_theme_body (5);
  g_autofree char *note = caseness_review_dup_note_body ("  Read “twice”.\n ");
  g_autofree char *no_themes = caseness_review_dup_theme_body (0);
  g_autofree char *no_note = caseness_review_dup_note_body (" \n");
  g_autoptr(CasenessJournal) journal = caseness_journal_new ();
  g_autofree char *nothing = caseness_review_dup_note (journal, "x");

  g_assert_cmpstr (themes, ==, "{\"themes\":[\"measure\",\"dose\"]}");
  g_assert_cmpstr (note, ==, "{\"text\":\"Read “twice”.\"}");
  g_assert_null (no_themes);
  g_assert_null (no_note);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (caseness_review_get_themes (journal, "x"), ==, 0);
  g_assert_false (caseness_review_has_record (journal, "x"));
}

/* Nobody reviewed yet: every team of the list, and all of them. */
static void
test_tally (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GArray) pathways = NULL;
  g_autoptr(CasenessReview) review = NULL;
  g_autoptr(CasenessJournal) journal = caseness_journal_new ();
  g_autoptr(GPtrArray) rows = NULL;
  const CasenessReviewTally *all;

  course_fixture_add (script, 2, "South", "F322", COURSE_SICK, COURSE_SICK);
  course_fixture_add (script, 3, "North", "F322", COURSE_SICK, COURSE_SICK);
  frame = course_fixture_frame_new (script->str);
  pathways = list_all (frame);
  review = caseness_review_new (frame, pathways);
  rows = caseness_review_tally (review, journal);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (((CasenessReviewTally *) rows->pdata[0])->team, ==, "North");
  all = g_ptr_array_index (rows, 2);
  g_assert_null (all->team);
  g_assert_cmpuint (all->n_people, ==, 5);
  g_assert_cmpuint (all->n_reviewed, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measures/review/questions", test_questions);
  g_test_add_func ("/measures/review/who-is-on-the-list", test_who_is_on_the_list);
  g_test_add_func ("/measures/review/few-sessions", test_few_sessions);
  g_test_add_func ("/measures/review/words", test_words);
  g_test_add_func ("/measures/review/record", test_record);
  g_test_add_func ("/measures/review/tally", test_tally);
  return g_test_run ();
}
