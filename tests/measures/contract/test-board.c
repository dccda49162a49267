/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-board.h"
#include "caseness-catalogue.h"
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
find_measure (CasenessBoardView view, const char *words)
{
  g_autoptr(GPtrArray) items = caseness_board_list_items (view);
  guint i;

  for (i = 0; i < items->len; i++)
    if (strcmp (((CasenessBoardItem *) g_ptr_array_index (items, i))->words, words) == 0)
      return ((CasenessBoardItem *) g_ptr_array_index (items, i))->measures[0];
  g_assert_not_reached ();
}

static void
check (const CasenessBoard *experience, CasenessBoardView view, const char *words, guint group,
       double numerator, double denominator)
{
  CasenessFigure figure = caseness_board_get (experience, find_measure (view, words), group);

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
  g_autoptr(CasenessBoard) experience
    = caseness_board_new (snapshot, CASENESS_BOARD_EXPERIENCE, &quarter, NULL, caseness_variable_find ("Team"), NULL, NULL);

  g_assert_cmpuint (caseness_board_get_n_groups (experience), ==, 2);
  g_assert_cmpstr (caseness_board_get_group (experience, 1), ==, "South");
  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Answered the questionnaire", CASENESS_BOARD_EVERYBODY, 2, 3);
  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Answered the questionnaire", 1, 1, 2);
  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Got the help that mattered", CASENESS_BOARD_EVERYBODY, 2, 3);
  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Got the help that mattered", 0, 1, 2);
  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Involved in choices", CASENESS_BOARD_EVERYBODY, 0, 0);
  check (experience, CASENESS_EXPERIENCE_ASSESSMENT, "Answered the questionnaire", CASENESS_BOARD_EVERYBODY, 3, 3);
  check (experience, CASENESS_EXPERIENCE_ASSESSMENT, "Satisfied with the assessment", CASENESS_BOARD_EVERYBODY, 1,
         1);
  check (experience, CASENESS_EXPERIENCE_ASSESSMENT, "Was offered the one preferred", CASENESS_BOARD_EVERYBODY, 0,
         1);
}

/* A question answered twice on one day counts once, as it was sent last. */
static void
test_twice (void)
{
  g_autoptr(CasenessSnapshot) snapshot
    = fixture_snapshot_new (COURSE ("R1", "North") "A 2025-03-31 " HELPED " 1; A 2025-03-31 " HELPED " 4", NULL);
  g_autoptr(CasenessBoard) experience = caseness_board_new (snapshot, CASENESS_BOARD_EXPERIENCE, &quarter, NULL, NULL, NULL, NULL);
  g_autoptr(GPtrArray) items = caseness_board_list_items (CASENESS_EXPERIENCE_TREATMENT);
  const CasenessBoardItem *helped = g_ptr_array_index (items, 4);
  CasenessInterval interval;

  check (experience, CASENESS_EXPERIENCE_TREATMENT, "Got the help that mattered", CASENESS_BOARD_EVERYBODY, 1, 1);
  g_assert_cmpstr (helped->words, ==, "Got the help that mattered");
  g_assert_cmpfloat (caseness_board_get (experience, caseness_board_get_answer (helped, 4),
                                              CASENESS_BOARD_EVERYBODY).value, ==, 1);
  g_assert_cmpfloat (caseness_board_get (experience, caseness_board_get_answer (helped, 1),
                                              CASENESS_BOARD_EVERYBODY).value, ==, 0);
  interval = caseness_board_get_interval (experience, helped->measures[0], CASENESS_BOARD_EVERYBODY);
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
  CasenessAdviserRatio ratio = caseness_board_get_advisers (snapshot, caseness_date_new (2025, 3, 31));

  g_assert_cmpfloat_with_epsilon (ratio.advisers, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (ratio.therapists, 2.5, 1e-9);
}

/* How far six people referred came: not seen and open, assessed and left, treated once and left, treated once and open,
 * through a course, through a course that recovered; a seventh was referred before. */
static void
test_way (void)
{
  static const struct { const char *words; double reached; } shares[] = {
    { "Assessed", 5 }, { "Treated", 4 }, { "Treated at least twice", 2 }, { "Finished a course", 2 }, { "Recovered", 1 },
    { "Still waiting for a first treatment", 1 }, { "Left before treatment", 1 }, { "Left after one treatment", 1 },
  };
  static const double drawn[][3] = { { 5, 1, 0 }, { 4, 1, 1 }, { 2, 2, 2 }, { 2, 2, 2 }, { 1, 2, 3 } };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (
    "R R1 2025-01-01 - P1; "
    "R R2 2025-01-02 2025-02-20 P2 14; C C2 2025-01-20 01 5; "
    "R R3 2025-01-03 2025-03-20 P3 47; C C3a 2025-01-20 01 5; C C3b 2025-02-01 02 5; "
    "R R4 2025-01-04 - P4; C C4a 2025-01-20 01 5; C C4b 2025-02-01 02 5; "
    "R R5 2025-01-05 2025-06-30 P5 46; C C5a 2025-01-20 03 5; C C5b 2025-02-01 02 5; "
    "R R6 2025-03-31 2025-06-30 P6 46; C C6a 2025-04-20 03 5/-/- c6/S1/CBT+PHQ9:15+GAD:12; "
    "C C6b 2025-05-01 02 5 d6/S1/CBT+PHQ9:5+GAD:5; "
    "R R7 2024-12-31 - P7",
    NULL);
  g_autoptr(CasenessBoard) board = caseness_board_new (snapshot, CASENESS_BOARD_FLOW, &quarter, NULL, NULL, NULL, NULL);
  g_autoptr(GPtrArray) rows = caseness_board_list_drawn (CASENESS_FLOW_WAY);

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    check (board, CASENESS_FLOW_WAY, shares[i].words, CASENESS_BOARD_EVERYBODY, shares[i].reached, 6);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (drawn));
  for (guint i = 0; i < rows->len; i++)
    for (guint k = 0; k < 3; k++)
      g_assert_cmpfloat (
        caseness_board_get (board, ((CasenessBoardItem *) rows->pdata[i])->measures[k], CASENESS_BOARD_EVERYBODY).value, ==,
        drawn[i][k]);
}

/* Both sides of every limit of the waits: to a first assessment, to a first and from it to a second treatment. */
static void
test_waits (void)
{
  static const struct { int days; guint band; } cases[] = { { 28, 0 }, { 29, 1 }, { 56, 1 }, { 57, 2 }, { 90, 2 }, { 91, 3 } };
  static const char *const words[3][4] = {
    { "First assessment within 28 days", "First assessment after 29 to 56 days", "First assessment after 57 to 90 days",
      "First assessment after over 90 days" },
    { "First treatment within 28 days", "First treatment after 29 to 56 days", "First treatment after 57 to 90 days",
      "First treatment after over 90 days" },
    { "Second treatment within 28 days", "Second treatment after 29 to 56 days", "Second treatment after 57 to 90 days",
      "Second treatment after over 90 days" },
  };
  const CasenessPeriod year = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 12, 31) };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char first[11], second[11];
      g_autofree char *script = g_strdup_printf (
        "R R1 2025-01-01 - P1; C C1 %s 03 5; C C2 %s 02 5",
        caseness_date_write_iso (caseness_date_new (2025, 1, 1) + cases[i].days, first),
        caseness_date_write_iso (caseness_date_new (2025, 1, 1) + 2 * cases[i].days, second));
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
      g_autoptr(CasenessBoard) board = caseness_board_new (snapshot, CASENESS_BOARD_FLOW, &year, NULL, NULL, NULL, NULL);

      for (guint wait = 0; wait < G_N_ELEMENTS (words); wait++)
        for (guint band = 0; band < G_N_ELEMENTS (words[wait]); band++)
          check (board, CASENESS_FLOW_WAITS, words[wait][band], CASENESS_BOARD_EVERYBODY, band == cases[i].band, 1);
    }
}

/* Two hundred referrals around the quarter, with a few contacts each and half of them ended in it; the same every time. */
static char *
make_service (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20250331);
  GString *script = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    {
      CasenessDate received = caseness_date_new (2024, 12, 1) + g_rand_int_range (random, 0, 110), day = received;
      char text[11];

      g_string_append_printf (script, "R R%u %s", i, caseness_date_write_iso (received, text));
      if (g_rand_boolean (random))
        g_string_append_printf (script, " %s",
                                caseness_date_write_iso (quarter.start + g_rand_int_range (random, 60, 90), text));
      for (int contacts = g_rand_int_range (random, 0, 5), k = 0; k < contacts; k++)
        {
          day += g_rand_int_range (random, 1, 40);
          g_string_append_printf (script, ";C C%u-%d %s %s %d", i, k, caseness_date_write_iso (day, text),
                                  k == 0 ? "01" : "03", g_rand_int_range (random, 0, 3) > 0 ? 5 : g_rand_int_range (random, 2, 8));
          if (g_rand_boolean (random))
            g_string_append_printf (script, " c%u-%d/S1/%s", i, k, g_rand_boolean (random) ? "CBT" : "GSH-Book");
        }
      g_string_append_c (script, ';');
    }
  return g_string_free (script, FALSE);
}

/* The parts of what is drawn are all there is: none is left out, none counted twice. */
static void
test_drawn (void)
{
  static const struct { CasenessBoardView view; guint row; const char *whole; } cases[] = {
    { CASENESS_FLOW_WAY, 0, "M001" },  { CASENESS_FLOW_WAY, 2, "M001" },          { CASENESS_FLOW_WAY, 4, "M001" },
    { CASENESS_FLOW_ENDINGS, 0, "M056" }, { CASENESS_FLOW_WAITS, 0, "M023" },     { CASENESS_FLOW_WAITS, 1, "M031" },
    { CASENESS_FLOW_WAITS, 2, "M184" }, { CASENESS_FLOW_APPOINTMENTS, 0, "M082" }, { CASENESS_FLOW_STEPS, 0, "M076" },
  };
  g_autofree char *script = make_service ();
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
  g_autoptr(CasenessBoard) board = caseness_board_new (snapshot, CASENESS_BOARD_FLOW, &quarter, NULL, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) rows = caseness_board_list_drawn (cases[i].view);
      const CasenessBoardItem *row = rows->pdata[cases[i].row];
      const CasenessMeasure *whole = caseness_measure_find (cases[i].whole);
      const CasenessVariable *everybody = NULL;
      const CasenessQuestion question = { .periods = &quarter, .n_periods = 1, .variables = &everybody, .n_variables = 1,
                                          .measures = &whole, .n_measures = 1 };
      g_autoptr(CasenessAnswer) answer = caseness_evaluate (snapshot, &question, NULL, NULL);
      double sum = 0;

      for (guint k = 0; k < row->n_measures; k++)
        sum += caseness_board_get (board, row->measures[k], CASENESS_BOARD_EVERYBODY).value;
      g_test_message ("%s", row->words);
      g_assert_cmpfloat (sum, ==, caseness_answer_get (answer, 0, 0, 0, 0).value);
      g_assert_cmpfloat (sum, >, 0);
    }
}

/* Every item has words and as many figures as its view shows; every question of the table is known by its code. */
static void
test_tables (void)
{
  static const guint n_figures[CASENESS_N_BOARD_VIEWS] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 5 };
  guint view, n, i;
  const CasenessPeqQuestion *questions = caseness_peq_get_questions (&n);

  for (view = 0; view < CASENESS_N_BOARD_VIEWS; view++)
    {
      g_autoptr(GPtrArray) items = caseness_board_list_items (view);

      g_assert_cmpuint (items->len, >, 2);
      for (i = 0; i < items->len; i++)
        g_assert_cmpuint (((CasenessBoardItem *) g_ptr_array_index (items, i))->n_measures, ==, n_figures[view]);
    }
  g_assert_cmpuint (caseness_board_get_first_view (CASENESS_BOARD_FLOW) + caseness_board_get_n_views (CASENESS_BOARD_FLOW),
                    ==, caseness_board_get_first_view (CASENESS_BOARD_EXPERIENCE));
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
      g_autoptr(CasenessBoard) experience
        = caseness_board_new (snapshot, CASENESS_BOARD_EXPERIENCE, &quarter, NULL, caseness_variable_find ("Team"), NULL, NULL);
      g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

      g_test_message ("%u in team South", cases[i].n_south);
      caseness_board_write_csv (writer, experience, CASENESS_EXPERIENCE_TREATMENT, cases[i].suppresses);
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
  g_test_add_func ("/measures/flow/way", test_way);
  g_test_add_func ("/measures/flow/waits", test_waits);
  g_test_add_func ("/measures/flow/drawn", test_drawn);
  g_test_add_func ("/measures/experience/answers", test_answers);
  g_test_add_func ("/measures/experience/twice", test_twice);
  g_test_add_func ("/measures/experience/advisers", test_advisers);
  g_test_add_func ("/measures/experience/tables", test_tables);
  g_test_add_func ("/measures/experience/csv", test_csv);
  g_test_add_func ("/measures/experience/measures-csv", test_measures_csv);
  return g_test_run ();
}
