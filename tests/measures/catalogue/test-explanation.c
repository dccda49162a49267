/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-demo.h"
#include "caseness-explanation.h"
#include "caseness-figure-people-csv.h"
#include "caseness-import.h"
#include "caseness-measure-csv.h"
#include "caseness-measure-explain.h"
#include "caseness-pathway-csv.h"
#include "caseness-turning.h"
#include "data-fixture.h"
#include "fixture.h"

#include <math.h>
#include <string.h>

#define LONGEST_TITLE 75 /* characters: what a list of measures has room for */

/* A small invented service, kept in a file so that it can be derived again under other rules. */
static char *place;
static CasenessStore *store;
static CasenessSnapshot *service;
static const CasenessPeriod quarter = { 20179, 20269 }; /* April to June 2025 */

static void
make_service (void)
{
  g_autofree char *made = g_dir_make_tmp ("caseness-explanation-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (made, "months", NULL);
  g_autofree char *path = g_build_filename (made, "small.caseness", NULL);
  const char *const paths[] = { folder, NULL };
  g_autoptr(GDateTime) now = g_date_time_new_utc (2025, 8, 1, 9, 0, 0);
  CasenessImportOptions options = { .imported_by = "test", .now = now };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;
  CasenessDemoOptions demo;

  place = g_steal_pointer (&made);
  caseness_demo_options_init (&demo);
  demo.referrals = 600;
  demo.months = 6;
  caseness_demo_write (folder, &demo, NULL, &error);
  g_assert_no_error (error);
  receipt = caseness_import_file (path, paths, &options, NULL, &error);
  g_assert_no_error (error);
  store = caseness_store_open (path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  service = caseness_snapshot_load (store, NULL, &error);
  g_assert_no_error (error);
}

static CasenessFigureAddress *
find (const char *id, const char *const *groups)
{
  CasenessFigureAddress *address = caseness_figure_address_new (id, &quarter, groups, NULL);

  g_assert_nonnull (address);
  return address;
}

/* An address is a measure and groups that there are, and the figure at it is the evaluator's. */
static void
test_address (void)
{
  static const char *const north[] = { "Gender", "Female", "team", "North", NULL };
  static const char *const female_or_male[] = { "Gender", "Female", "Gender", "Male", "Team", "North", NULL };
  static const char *const male[] = { "Gender", "Male", "Team", "North", NULL };
  static const char *const nowhere[] = { "Star sign", "Leo", NULL };
  static const char *const nobody[] = { "Gender", "Martian", NULL };
  g_autoptr(CasenessFigureAddress) all = find ("M001", NULL);
  g_autoptr(CasenessFigureAddress) some = find ("m001", north);
  g_autoptr(CasenessFigureAddress) other = find ("M001", male);
  g_autoptr(CasenessFigureAddress) recovered = caseness_figure_address_with_measure (some, caseness_measure_find ("M191"));
  g_autoptr(CasenessFigureAddress) none = find ("M001", nobody);
  g_autoptr(CasenessFigureAddress) either = find ("M001", female_or_male);
  g_autoptr(CasenessFigureAddress) moved = caseness_figure_address_with_measure (either, caseness_measure_find ("M001"));
  g_autoptr(GError) error = NULL;

  g_assert_null (caseness_figure_address_new ("M9999", &quarter, NULL, NULL));
  g_assert_null (caseness_figure_address_new ("M001", &quarter, nowhere, NULL));
  g_assert_cmpuint (some->n_where, ==, 2);
  g_assert_cmpuint (recovered->n_where, ==, 2);
  g_assert_cmpstr (recovered->where[1].value, ==, "North");
  g_assert_cmpstr (recovered->measure->id, ==, "M191");
  g_assert_cmpfloat (caseness_figure_address_work_out (all, service, NULL).value, >,
                     caseness_figure_address_work_out (some, service, NULL).value);
  g_assert_cmpuint (either->n_where, ==, 2);
  g_assert_cmpfloat (caseness_figure_address_work_out (moved, service, NULL).value, ==,
                     caseness_figure_address_work_out (some, service, NULL).value
                       + caseness_figure_address_work_out (other, service, NULL).value);
  g_assert_true (isnan (caseness_figure_address_work_out (none, service, &error).value));
  g_assert_nonnull (error);
  g_assert_null (caseness_explanation_new (none, service, NULL));
}

/* Two finished and recovered, one finished and not, one below caseness at the start, one treated once, one open, and one
 * discharged in another month. */
#define SEVEN                                                                                                         \
  "R A 2025-01-01 2025-03-01; C a1 2025-01-10 03 5 x/s/CBT+PHQ9:15+GAD:12; C a2 2025-02-10 02 5 x/s/CBT+PHQ9:5+GAD:4; "     \
  "R B 2025-01-01 2025-03-01; C b1 2025-01-10 03 5 x/s/CBT+PHQ9:15+GAD:12; C b2 2025-02-10 02 5 x/s/CBT+PHQ9:5+GAD:4; "     \
  "R D 2025-01-01 2025-03-01; C d1 2025-01-10 03 5 x/s/CBT+PHQ9:15+GAD:12; C d2 2025-02-10 02 5 x/s/CBT+PHQ9:14+GAD:12; "   \
  "R E 2025-01-01 2025-03-01; C e1 2025-01-10 03 5 x/s/CBT+PHQ9:5+GAD:2; C e2 2025-02-10 02 5 x/s/CBT+PHQ9:4+GAD:2; "       \
  "R F 2025-01-01 2025-03-01; C f1 2025-01-10 03 5 x/s/CBT+PHQ9:15+GAD:12; "                                             \
  "R G 2025-01-01; C g1 2025-01-10 03 5 x/s/CBT+PHQ9:15+GAD:12; "                                                        \
  "R H 2025-01-01 2025-04-01; C h1 2025-01-10 03 5 x/s/CBT+PHQ9:15+GAD:12; C h2 2025-02-10 02 5 x/s/CBT+PHQ9:5+GAD:4"

static CasenessFigurePlace
find_place (const CasenessFigurePeople *people, const char *id, const char **reason)
{
  guint i;

  *reason = "";
  for (i = 0; i < people->people->len; i++)
    {
      const CasenessFigurePerson *person = &g_array_index (people->people, CasenessFigurePerson, i);

      if (strcmp (caseness_snapshot_get_text (people->snapshot, person->pathway, CASENESS_PATHWAY_SERVICE_REQUEST_ID),
                  id) != 0)
        continue;
      *reason = caseness_figure_people_get_reason (people, person);
      return person->place;
    }
  return CASENESS_N_FIGURE_PLACES;
}

static void
test_people_worked (void)
{
  static const struct { const char *id; CasenessFigurePlace place; const char *reason; } expected[] = {
    { "A", CASENESS_FIGURE_COUNTED, "" },
    { "B", CASENESS_FIGURE_COUNTED, "" },
    { "D", CASENESS_FIGURE_NOT_COUNTED, "" },
    { "E", CASENESS_FIGURE_LEFT_OUT, "Courses finished in the period that were not at caseness at the start." },
    { "F", CASENESS_FIGURE_LEFT_OUT, "not: the course was finished: discharged after two treatments or more" },
    { "G", CASENESS_N_FIGURE_PLACES, "" },
    { "H", CASENESS_N_FIGURE_PLACES, "" },
  };
  CasenessPeriod march = { caseness_date_new (2025, 3, 1), caseness_date_new (2025, 3, 31) };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SEVEN, NULL);
  g_autoptr(CasenessFigureAddress) address = caseness_figure_address_new ("M192", &march, NULL, NULL);
  g_autoptr(CasenessExplanation) explanation = caseness_explanation_new (address, snapshot, NULL);
  const char *reason;
  guint i;

  g_assert_cmpfloat (explanation->figure.numerator, ==, 2);
  g_assert_cmpfloat (explanation->figure.denominator, ==, 3);
  g_assert_cmpuint (explanation->denominator->len, ==, 2);
  g_assert_cmpfloat (g_array_index (explanation->denominator, CasenessExplanationPart, 0).value, ==, 4);
  g_assert_cmpfloat (g_array_index (explanation->denominator, CasenessExplanationPart, 1).value, ==, 1);
  for (i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i].id);
      g_assert_cmpint (find_place (explanation->people, expected[i].id, &reason), ==, expected[i].place);
      g_assert_cmpstr (reason, ==, expected[i].reason);
    }
  g_assert_cmpuint (explanation->people->n[CASENESS_FIGURE_LEFT_OUT], ==, 2);
  /* Wilson's limits of 2 of 3, worked by hand: 20.8% and 93.9%; 50% lies between them. */
  g_assert_cmpfloat_with_epsilon (explanation->interval.lower, 20.77, 0.01);
  g_assert_cmpfloat_with_epsilon (explanation->interval.upper, 93.85, 0.01);
  g_assert_cmpint (explanation->verdict, ==, CASENESS_VERDICT_MET);
  g_assert_false (explanation->is_beyond_doubt);
}

/* Of every measure the people are as many as the figure says. */
static void
test_people_add_up (void)
{
  guint n, i;
  const CasenessMeasure *measures = caseness_measure_get_all (&n);

  for (i = 0; i < n; i++)
    {
      g_autoptr(CasenessFigureAddress) address = find (measures[i].id, NULL);
      CasenessFigure figure = caseness_figure_address_work_out (address, service, NULL);
      g_autoptr(CasenessFigurePeople) people = caseness_figure_people_list (address, service, NULL);
      guint counted = people->n[CASENESS_FIGURE_COUNTED], others = people->n[CASENESS_FIGURE_NOT_COUNTED];

      g_test_message ("%s", measures[i].id);
      if (measures[i].statistic == CASENESS_STATISTIC_COUNT || measures[i].statistic == CASENESS_STATISTIC_TOTAL
          || measures[i].statistic == CASENESS_STATISTIC_PERCENTAGE)
        g_assert_cmpfloat (figure.numerator, ==, counted);
      /* Second treatments are set against first treatments of others, so that the two are no part and whole. */
      if (measures[i].statistic == CASENESS_STATISTIC_PERCENTAGE && strcmp (measures[i].id, "L019") != 0)
        g_assert_cmpfloat (figure.denominator, ==, counted + others);
      if (measures[i].statistic == CASENESS_STATISTIC_MEAN || measures[i].statistic == CASENESS_STATISTIC_MEDIAN)
        g_assert_cmpfloat (figure.denominator, ==, counted);
      g_assert_cmpuint (people->people->len, ==, counted + others + people->n[CASENESS_FIGURE_LEFT_OUT]);
    }
}

static guint
count_text (const char *text, const char *wanted)
{
  guint n = 0;

  for (text = strstr (text, wanted); text != NULL; text = strstr (text + 1, wanted))
    n++;
  return n;
}

/* The list of the command line names the same people as the list of the window. */
static void
test_same_as_list (void)
{
  static const char *const ids[] = { "M001", "M192", "M053", "M090", "M213" };
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(CasenessFigureAddress) address = find (ids[i], NULL);
      CasenessQuestion question = caseness_figure_address_ask (address);
      g_autoptr(CasenessFigurePeople) people = caseness_figure_people_list (address, service, NULL);
      g_autoptr(CasenessCsvWriter) list = caseness_csv_writer_new (FALSE), table = caseness_csv_writer_new (FALSE);
      const char *counted = caseness_measure_is_made_of_others (address->measure) ? ",numerator," : ",counted,";

      g_assert_true (caseness_measure_write_people_csv (list, service, &question, TRUE, NULL));
      caseness_figure_people_write_csv (table, people);
      g_assert_cmpuint (count_text (caseness_csv_writer_peek (list, NULL), counted), ==,
                        people->n[CASENESS_FIGURE_COUNTED]);
      g_assert_cmpuint (count_text (caseness_csv_writer_peek (table, NULL), ",counted,,"), ==,
                        people->n[CASENESS_FIGURE_COUNTED]);
      for (k = 0; k < people->n[CASENESS_FIGURE_COUNTED]; k++)
        {
          const CasenessFigurePerson *person = &g_array_index (people->people, CasenessFigurePerson, k);
          const char *id = caseness_snapshot_get_text (service, person->pathway, CASENESS_PATHWAY_SERVICE_REQUEST_ID);
          g_autofree char *cell = g_strdup_printf ("%s%s,", counted, id);

          g_assert_nonnull (strstr (caseness_csv_writer_peek (list, NULL), cell));
        }
    }
}

/* Which interval fits, and whether a standard is met beyond doubt: both sides of each. */
static void
test_verdicts (void)
{
  static const struct { const char *id; double numerator, denominator; CasenessIntervalMethod method; double lower; }
    intervals[] = {
      { "M192", 50, 100, CASENESS_INTERVAL_WILSON, 40.38 },
      { "M192", 0, 0, CASENESS_INTERVAL_NONE, NAN },
      { "M001", 4, NAN, CASENESS_INTERVAL_POISSON, 1.09 },
      { "M126", 0, 30, CASENESS_INTERVAL_WILSON, 0 },
    };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      const CasenessMeasure *measure = caseness_measure_find (intervals[i].id);
      double share = intervals[i].numerator / intervals[i].denominator;
      CasenessFigure figure = { intervals[i].numerator, intervals[i].denominator,
                                isnan (intervals[i].denominator) ? intervals[i].numerator : 100 * share };
      CasenessIntervalMethod method;
      CasenessInterval interval = caseness_explanation_find_interval (measure, &figure, &method);

      g_assert_cmpint (method, ==, intervals[i].method);
      if (isnan (intervals[i].lower))
        g_assert_true (isnan (interval.lower));
      else
        g_assert_cmpfloat_with_epsilon (interval.lower, intervals[i].lower, 0.01);
    }
}

static gboolean
is_same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* No figure moves under a setting that is said not to touch it, and every doubt touches something. */
static void
test_doubts (void)
{
  guint n_doubts, n, i, k;
  const CasenessDoubt *doubts = caseness_doubt_get_all (&n_doubts);
  const CasenessMeasure *measures = caseness_measure_get_all (&n);
  CasenessQuestion question = { .periods = &quarter, .n_periods = 1 };
  g_autoptr(CasenessAnswer) decided = caseness_evaluate (service, &question, NULL, NULL);

  for (i = 0; i < n_doubts; i++)
    {
      g_autoptr(CasenessSnapshot) turned = NULL;
      g_autoptr(CasenessAnswer) answer = NULL;
      CasenessSwitches switches;
      guint n_touched = 0;

      for (k = 0; k < n; k++)
        n_touched += caseness_doubt_touches (&doubts[i], &measures[k]);
      g_assert_cmpuint (n_touched, >, 0);
      if (!caseness_doubt_turn (&doubts[i], quarter.end, &switches))
        continue;
      turned = caseness_snapshot_load_with (store, &switches, NULL, NULL);
      answer = caseness_evaluate (turned, &question, NULL, NULL);
      for (k = 0; k < caseness_answer_get_n_measures (answer); k++)
        {
          const CasenessMeasure *measure = caseness_answer_get_measure (answer, k);
          double before = caseness_answer_get (decided, 0, 0, 0, k).value;
          double after = caseness_answer_get (answer, 0, 0, 0, k).value;

          if (!is_same (before, after))
            g_test_message ("%s moves %s from %f to %f", doubts[i].name, measure->id, before, after);
          g_assert_true (is_same (before, after) || caseness_doubt_touches (&doubts[i], measure));
        }
    }
  g_assert_false (caseness_doubt_touches (caseness_doubt_find ("single_first"), caseness_measure_find ("M001")));
  g_assert_true (caseness_doubt_touches (caseness_doubt_find ("single_first"), caseness_measure_find ("M192")));
  g_assert_null (caseness_doubt_find ("no_such"));
}

static char *
write_pathways (const CasenessSnapshot *snapshot)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  gsize n;
  const char *csv;

  caseness_pathway_write_csv (writer, snapshot, NULL);
  csv = caseness_csv_writer_peek (writer, &n);
  return g_strndup (csv, n);
}

/* Every measure of the quarter by team, and every column of every pathway. */
static void
check_same (CasenessSnapshot *turned, CasenessSnapshot *afresh)
{
  const CasenessVariable *team = caseness_variable_find ("Team");
  CasenessQuestion question = { .periods = &quarter, .n_periods = 1, .variables = &team, .n_variables = 1 };
  g_autoptr(CasenessAnswer) one = caseness_evaluate (turned, &question, NULL, NULL);
  g_autoptr(CasenessAnswer) other = caseness_evaluate (afresh, &question, NULL, NULL);
  g_autofree char *csv = write_pathways (turned), *expected = write_pathways (afresh);
  guint g, m;

  g_assert_cmpstr (csv, ==, expected);
  g_assert_cmpuint (caseness_answer_get_n_groups (one, 0, 0), ==, caseness_answer_get_n_groups (other, 0, 0));
  for (g = 0; g < caseness_answer_get_n_groups (one, 0, 0); g++)
    for (m = 0; m < caseness_answer_get_n_measures (one); m++)
      g_assert_true (is_same (caseness_answer_get (one, 0, 0, g, m).value, caseness_answer_get (other, 0, 0, g, m).value));
}

/* What is derived again from rows that are kept is what is derived from the file; some rules make a difference. */
static void
test_turning (void)
{
  guint n, i, n_held = 0, n_other = 0;
  const CasenessDoubt *doubts = caseness_doubt_get_all (&n);
  g_autoptr(CasenessTurning) turning = caseness_turning_new (store, CASENESS_DATE_NONE, NULL, NULL);
  g_autofree char *as_decided = NULL;

  g_assert_nonnull (turning);
  check_same (caseness_turning_get_base (turning), service);
  as_decided = write_pathways (service);
  for (i = 0; i < n; i++)
    {
      g_autoptr(CasenessSnapshot) turned = NULL, afresh = NULL;
      g_autofree char *csv = NULL;
      CasenessSwitches switches;

      if (!caseness_doubt_turn (&doubts[i], quarter.end, &switches))
        continue;
      turned = caseness_turning_run (turning, store, &switches, NULL, NULL);
      afresh = caseness_snapshot_load_with (store, &switches, NULL, NULL);
      check_same (turned, afresh);
      csv = write_pathways (turned);
      n_other += strcmp (csv, as_decided) != 0;
      n_held += caseness_turning_holds (turning, &switches);
    }
  g_assert_cmpuint (n_held, >=, 13);
  g_assert_cmpuint (n_other, >=, 5);
  check_same (caseness_turning_get_base (turning), service); /* trying leaves no trace */
}

/* The rows stay right only for decisions that neither join months otherwise nor leave some out. */
static void
test_turning_holds (void)
{
  CasenessDate last = caseness_snapshot_get_latest_period_end (service);
  g_autoptr(CasenessTurning) all = caseness_turning_new (store, CASENESS_DATE_NONE, NULL, NULL);
  g_autoptr(CasenessTurning) early = caseness_turning_new (store, quarter.start - 1, NULL, NULL);
  CasenessSwitches switches;

  caseness_switches_init (&switches);
  g_assert_true (caseness_turning_holds (all, &switches));
  g_assert_false (caseness_turning_holds (early, &switches));
  switches.known_until = last;
  g_assert_true (caseness_turning_holds (all, &switches));
  switches.known_until = last - 1;
  g_assert_false (caseness_turning_holds (all, &switches));
  switches.known_until = quarter.start - 1;
  g_assert_true (caseness_turning_holds (early, &switches));
  switches.known_until = CASENESS_DATE_NONE;
  switches.person_key_is_local = TRUE;
  g_assert_false (caseness_turning_holds (all, &switches));
}

/* Every switch that can be set otherwise is among the doubts, and by default stands as the table says. */
static void
test_doubt_table (void)
{
  guint n, i, n_turned = 0;
  const CasenessDoubt *doubts = caseness_doubt_get_all (&n);

  g_assert_cmpuint (n, ==, 16);
  for (i = 0; i < n; i++)
    {
      CasenessSwitches switches, defaults;

      caseness_switches_init (&defaults);
      caseness_switches_init (&switches);
      g_assert_true (caseness_switches_set (&switches, doubts[i].name, doubts[i].value));
      g_assert_cmpint (memcmp (&switches, &defaults, sizeof switches), ==, 0);
      if (!caseness_doubt_turn (&doubts[i], quarter.end, &switches))
        continue;
      n_turned++;
      g_assert_cmpint (memcmp (&switches, &defaults, sizeof switches), !=, 0);
      /* What was sent later must be left out where only what was sent in time is to count. */
      g_assert_cmpint (switches.known_until, ==,
                       strcmp (doubts[i].name, "knowledge") == 0 ? quarter.end : CASENESS_DATE_NONE);
    }
  g_assert_cmpuint (n_turned, >=, 15);
}

/* Why somebody is not counted is the condition turned round. */
static void
test_misses (void)
{
  static const struct { const char *id; guint clause; const char *words; } misses[] = {
    { "M002", 1, "the source of referral is none of B1" },
    { "M052", 2, "the first treatment - the day the referral was received is not known or more than 42" },
    { "M206d", 3, "not at caseness at the start" },
    { "M213", 4, "the first WSAS work score is not known" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (misses); i++)
    {
      g_autofree char *words = caseness_measure_explain_miss (caseness_measure_find (misses[i].id), misses[i].clause);

      g_assert_cmpstr (words, ==, misses[i].words);
    }
}

/* What a reader is told to look at: words with a capital first, none run together as the published names have them, and
 * no two measures of one kind called the same. */
static void
test_titles (void)
{
  static const char *const titles[][2] = { { "M048", "Mean wait for first treatment" }, { "M078", "Ended after one treatment" },
                                         { "M002", "Self-referrals" }, { "M230", "Mean last WSAS score, private leisure" },
                                         { "EA087", "Median last WSAS score, work, without employment support" } };
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n, i;
  const CasenessMeasure *measures = caseness_measure_get_all (&n);

  for (i = 0; i < n; i++)
    {
      const CasenessMeasure *measure = &measures[i];

      g_assert_cmpstr (measure->title, !=, "");
      if (!caseness_measure_is_asked_for (measure))
        continue;
      g_assert_true (g_unichar_isupper (g_utf8_get_char (measure->title)));
      g_assert_false (g_regex_match_simple ("_|  | $|[a-z][A-Z]", measure->title, 0, 0));
      g_assert_cmpint (g_utf8_strlen (measure->title, -1), <=, LONGEST_TITLE);
      if (measure->statistic != CASENESS_STATISTIC_NONE
          && !g_hash_table_add (seen, g_strdup_printf ("%u %s", measure->statistic, measure->title)))
        g_error ("%s is called as another: %s", measure->id, measure->title);
    }
  for (i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (caseness_measure_find (titles[i][0])->title, ==, titles[i][1]);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  make_service ();
  g_test_add_func ("/measures/figure/address", test_address);
  g_test_add_func ("/measures/figure/people-worked", test_people_worked);
  g_test_add_func ("/measures/figure/people-add-up", test_people_add_up);
  g_test_add_func ("/measures/figure/same-as-list", test_same_as_list);
  g_test_add_func ("/measures/explanation/titles", test_titles);
  g_test_add_func ("/measures/explanation/verdicts", test_verdicts);
  g_test_add_func ("/measures/explanation/misses", test_misses);
  g_test_add_func ("/measures/doubt/table", test_doubt_table);
  g_test_add_func ("/measures/doubt/touches", test_doubts);
  g_test_add_func ("/measures/turning/same", test_turning);
  g_test_add_func ("/measures/turning/holds", test_turning_holds);
  result = g_test_run ();
  caseness_snapshot_unref (service);
  caseness_store_close (store);
  data_fixture_remove_tree (place);
  g_free (place);
  return result;
}
