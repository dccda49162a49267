/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-catalogue.h"
#include "caseness-experience.h"
#include "caseness-measure-detail.h"
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

/* Courses of team North with an answer each, and a few of team South. */
static CasenessSnapshot *
make_teams (guint n_north, guint n_south)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < n_north + n_south; i++)
    g_string_append_printf (text,
                            "%sR R%u 2025-01-01 2025-03-31 P%u; Q - %s -; C R%ua 2025-01-10 03 5; "
                            "C R%ub 2025-02-10 02 5; A 2025-03-31 " HELPED " 4",
                            i > 0 ? "; " : "", i, i, i < n_north ? "North" : "South", i, i);
  return fixture_snapshot_new (text->str, NULL);
}

/* The cells from column @first of the row that begins with @start, to the end. */
static char *
find_cells (CasenessCsvWriter *writer, const char *start, guint first)
{
  g_auto(GStrv) lines = g_strsplit (caseness_csv_writer_peek (writer, NULL), "\n", -1);
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], start))
      {
        g_auto(GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);

        return g_strjoinv (" ", cells + first);
      }
  g_error ("no row begins with %s", start);
}

static void
check_cells (CasenessCsvWriter *writer, const char *start, guint first, const char *expected)
{
  g_autofree char *cells = find_cells (writer, start, first);

  g_assert_cmpstr (cells, ==, expected);
}

/* Files that leave the service: who is few is not told, nor the one group that would give them away, and counts are
 * rounded; from five on a group is told. */
static void
test_csv (void)
{
  static const struct
  {
    guint n_south;
    gboolean suppresses;
    const char *all;
    const char *north;
    const char *south;
  } cases[] = {
    { 3, FALSE, "16 16 100.0", "13 13 100.0", "3 3 100.0" },
    { 3, TRUE, "15 15 100.0", "* * *", "* * *" },
    { 4, TRUE, "15 15 100.0", "* * *", "* * *" },
    { 5, TRUE, "20 20 100.0", "15 15 100.0", "5 5 100.0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = make_teams (13, cases[i].n_south);
      g_autoptr(CasenessExperience) experience
        = caseness_experience_new (snapshot, &quarter, NULL, caseness_variable_find ("Team"), NULL, NULL);
      g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

      g_test_message ("%u in team South", cases[i].n_south);
      caseness_experience_write_csv (writer, experience, CASENESS_EXPERIENCE_TREATMENT, cases[i].suppresses);
      check_cells (writer, "All,Answered the questionnaire", 4, cases[i].all);
      check_cells (writer, "North,Answered the questionnaire", 4, cases[i].north);
      check_cells (writer, "South,Answered the questionnaire", 4, cases[i].south);
    }
}

static void
test_measures_csv (void)
{
  g_autoptr(CasenessSnapshot) snapshot = make_teams (13, 3);
  const CasenessDetailQuestion question = { .measure = caseness_measure_find ("M076"), .period = quarter,
                                            .by = caseness_variable_find ("Team") };
  g_autoptr(CasenessCatalogue) catalogue = caseness_catalogue_new (snapshot, &quarter, NULL, NULL, NULL, NULL);
  g_autoptr(CasenessMeasureDetail) detail = caseness_measure_detail_new (snapshot, &question, NULL, NULL);
  static const struct
  {
    gboolean suppresses;
    const char *all;
    const char *north;
    const char *south;
  } cases[] = {
    { FALSE, "16  16 ", "13  13 6.915241 22.231727", "3  3 0.618672 8.767273" },
    { TRUE, "15  15  ", "*  *  ", "*  *  " }, /* nor limits, which say what the count is */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessCsvWriter) list = caseness_csv_writer_new (FALSE);
      g_autoptr(CasenessCsvWriter) groups = caseness_csv_writer_new (FALSE);
      g_autofree char *cells = NULL;

      caseness_catalogue_write_csv (list, catalogue, NULL, cases[i].suppresses);
      caseness_measure_detail_write_csv (groups, detail, cases[i].suppresses);
      check_cells (groups, "2025-01-01,2025-03-31,Team,North", 8, cases[i].north);
      check_cells (groups, "2025-01-01,2025-03-31,Team,South", 8, cases[i].south);
      cells = find_cells (list, "2025-01-01,2025-03-31,Referrals,M001", 5);
      g_assert_true (g_str_has_prefix (cells, cases[i].all));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/experience/answers", test_answers);
  g_test_add_func ("/measures/experience/twice", test_twice);
  g_test_add_func ("/measures/experience/advisers", test_advisers);
  g_test_add_func ("/measures/experience/tables", test_tables);
  g_test_add_func ("/measures/experience/csv", test_csv);
  g_test_add_func ("/measures/experience/measures-csv", test_measures_csv);
  return g_test_run ();
}
