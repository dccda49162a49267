/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-experience.h"
#include "caseness-peq.h"

#include <math.h>
#include <string.h>

#define HELPED "747931000000101"
#define SATISFIED "747891000000106"
#define OFFERED "747881000000109"

#define COURSE(id, team) \
  "R " id " 2025-01-01 2025-03-31 P" id "; Q - " team " -; C " id "a 2025-01-10 03 5; C " id "b 2025-02-10 02 5; "

static const CasenessPeriod quarter = { 20089, 20178 }; /* January to March 2025 */

static const CasenessMeasure *
find_measure (CasenessExperienceView view, const char *words)
{
  g_autoptr(GPtrArray) items = caseness_experience_list_items (view);
  guint i;

  for (i = 0; i < items->len; i++)
    if (strcmp (((CasenessExperienceItem *) g_ptr_array_index (items, i))->words, words) == 0)
      return ((CasenessExperienceItem *) g_ptr_array_index (items, i))->measures[0];
  g_assert_not_reached ();
}

static void
check (const CasenessExperience *experience, CasenessExperienceView view, const char *words, guint group,
       double numerator, double denominator)
{
  CasenessFigure figure = caseness_experience_get (experience, find_measure (view, words), group);

  g_test_message ("%s", words);
  g_assert_cmpfloat (figure.numerator, ==, numerator);
  g_assert_cmpfloat (figure.denominator, ==, denominator);
}

/* Two of three courses answered; three answers, of which the two best of five are a success. */
static void
test_answers (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (
    COURSE ("R1", "North") "A 2025-03-31 " HELPED " 4; A 2025-02-10 " HELPED " 2; A 2025-01-10 " SATISFIED " 3; "
    COURSE ("R2", "South") "A 2025-03-30 " HELPED " 3; A 2025-04-01 " HELPED " 4; A 2025-01-10 " OFFERED " NA; "
    COURSE ("R3", "South") "A 2025-01-10 " OFFERED " N",
    NULL);
  g_autoptr(CasenessExperience) experience
    = caseness_experience_new (snapshot, &quarter, NULL, caseness_variable_find ("Team"), NULL, NULL);

  g_assert_cmpuint (caseness_experience_get_n_groups (experience), ==, 2);
  g_assert_cmpstr (caseness_experience_get_group (experience, 1), ==, "South");
  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Answered the questionnaire", CASENESS_EXPERIENCE_EVERYBODY, 2, 3);
  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Answered the questionnaire", 1, 1, 2);
  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Got the help that mattered", CASENESS_EXPERIENCE_EVERYBODY, 2, 3);
  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Got the help that mattered", 0, 1, 2);
  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Involved in choices", CASENESS_EXPERIENCE_EVERYBODY, 0, 0);
  check (experience, CASENESS_EXPERIENCE_ASSESSMENT, "Answered the questionnaire", CASENESS_EXPERIENCE_EVERYBODY, 3, 3);
  check (experience, CASENESS_EXPERIENCE_ASSESSMENT, "Satisfied with the assessment", CASENESS_EXPERIENCE_EVERYBODY, 1,
         1);
  check (experience, CASENESS_EXPERIENCE_ASSESSMENT, "Was offered the one preferred", CASENESS_EXPERIENCE_EVERYBODY, 0,
         1);
}

/* A question answered twice on one day counts once, as it was sent last. */
static void
test_twice (void)
{
  g_autoptr(CasenessSnapshot) snapshot
    = fixture_snapshot_new (COURSE ("R1", "North") "A 2025-03-31 " HELPED " 1; A 2025-03-31 " HELPED " 4", NULL);
  g_autoptr(CasenessExperience) experience = caseness_experience_new (snapshot, &quarter, NULL, NULL, NULL, NULL);
  g_autoptr(GPtrArray) items = caseness_experience_list_items (CASENESS_EXPERIENCE_TREATMENT);
  const CasenessExperienceItem *helped = g_ptr_array_index (items, 4);
  CasenessInterval interval;

  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Got the help that mattered", CASENESS_EXPERIENCE_EVERYBODY, 1, 1);
  g_assert_cmpstr (helped->words, ==, "Got the help that mattered");
  g_assert_cmpfloat (caseness_experience_get (experience, caseness_experience_get_answer (helped, 4),
                                              CASENESS_EXPERIENCE_EVERYBODY).value, ==, 1);
  g_assert_cmpfloat (caseness_experience_get (experience, caseness_experience_get_answer (helped, 1),
                                              CASENESS_EXPERIENCE_EVERYBODY).value, ==, 0);
  interval = caseness_experience_get_interval (experience, helped->measures[0], CASENESS_EXPERIENCE_EVERYBODY);
  g_assert_cmpfloat_with_epsilon (interval.lower, 0.206549, 1e-6);
  g_assert_cmpfloat (interval.upper, ==, 1);
}

/* Half an adviser to two and a half therapists; those not there on the day, and others, are not counted. */
static void
test_advisers (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (
    "F E1 North EA 0.5; F H1 North HIT 1; F P1 North PWP 0.8; F T1 North PWP~trainee 0.7 2025-03-31; "
    "F H2 North HIT 1 2025-04-01; F H3 North HIT 1 2020-01-01 2025-03-30; F O1 North Other 1; F X1 North",
    NULL);
  CasenessAdviserRatio ratio = caseness_experience_get_advisers (snapshot, caseness_date_new (2025, 3, 31));

  g_assert_cmpfloat_with_epsilon (ratio.advisers, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (ratio.therapists, 2.5, 1e-9);
}

/* Every item has words and as many figures as its view shows; every question of the table is known by its code. */
static void
test_tables (void)
{
  static const guint n_figures[CASENESS_N_EXPERIENCE_VIEWS] = { 1, 1, 2, 1, 1, 2, 5 };
  guint view, n, i;
  const CasenessPeqQuestion *questions = caseness_peq_get_questions (&n);

  for (view = 0; view < CASENESS_N_EXPERIENCE_VIEWS; view++)
    {
      g_autoptr(GPtrArray) items = caseness_experience_list_items (view);

      g_assert_cmpuint (items->len, >, 2);
      for (i = 0; i < items->len; i++)
        g_assert_cmpuint (((CasenessExperienceItem *) g_ptr_array_index (items, i))->n_measures, ==, n_figures[view]);
    }
  g_assert_cmpuint (n, ==, 11);
  for (i = 0; i < n; i++)
    g_assert_true (caseness_peq_find_question (questions[i].code) == &questions[i]);
  g_assert_null (caseness_peq_find_question ("720433000"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/experience/answers", test_answers);
  g_test_add_func ("/measures/experience/twice", test_twice);
  g_test_add_func ("/measures/experience/advisers", test_advisers);
  g_test_add_func ("/measures/experience/tables", test_tables);
  return g_test_run ();
}
