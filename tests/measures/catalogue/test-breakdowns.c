/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm.h"
#include "caseness-casemix.h"
#include "caseness-courses.h"
#include "caseness-equity.h"
#include "caseness-evaluate.h"
#include "caseness-recovery.h"
#include "fixture.h"

#include <math.h>
#include <string.h>

#define NEAR 1e-6

/* Finished courses, received on the first of January and discharged on the first of March, as rows of a script. */
static void
add_courses (GString *script, guint n, const char *team, const char *problem, const char *first, const char *last)
{
  gsize start = script->len;
  guint i;

  for (i = 0; i < n; i++)
    g_string_append_printf (script,
                            "R X%zu-%u 2025-01-01 2025-03-01;Q East %s -;P 01 %s 1;"
                            "C X%zu-%ua 2025-01-10 03 5 A/S1/GSH-Book%s;C X%zu-%ub 2025-02-10 03 5 B/S1/GSH-Book%s;",
                            start, i, team, problem, start, i, first, start, i, last);
}

static CasenessFrame *
frame_new (const char *script, const char *from, const char *to)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
  CasenessPeriod period = { caseness_date_parse (from), caseness_date_parse (to) };
  CasenessFrame *frame = caseness_frame_new (snapshot);

  caseness_frame_set_period (frame, &period);
  return frame;
}

static GPtrArray *
list_variables (const char *first, const char *second)
{
  GPtrArray *variables = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (variables, (gpointer) caseness_variable_find (first));
  if (second != NULL)
    g_ptr_array_add (variables, (gpointer) caseness_variable_find (second));
  return variables;
}

static const char *const sick = "+PHQ9:15+GAD:10", *const well = "+PHQ9:5+GAD:3";

/* A course counts on the day of its discharge, the ends of the period included. */
static void
test_period (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    guint n;
  } cases[] = {
    { "2025-03-01", "2025-03-31", 1 }, { "2025-02-01", "2025-03-01", 1 }, { "2025-03-02", "2025-03-31", 0 },
    { "2025-01-01", "2025-02-28", 0 },
  };
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(GPtrArray) variables = list_variables (NULL, NULL);
  gsize i;

  add_courses (script, 1, "North", "F322", sick, well);
  g_string_append (script, "R Open 2025-01-01;C O1 2025-03-01 03 5 A/S1/CBT;C O2 2025-03-02 03 5 B/S1/CBT;");
  g_string_append (script, "R Once 2025-01-01 2025-03-01;C P1 2025-02-01 03 5 A/S1/CBT");
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessFrame) frame = frame_new (script->str, cases[i].from, cases[i].to);
      g_autoptr(GPtrArray) rows = caseness_recovery_count (frame, variables, NULL);

      g_assert_cmpuint (rows->len, ==, cases[i].n);
    }
}

static void
test_recovery (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GPtrArray) variables = list_variables ("Team", NULL), rows = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  const char *csv;

  add_courses (script, 3, "North", "F322", sick, well);
  add_courses (script, 1, "North", "F322", sick, "+PHQ9:21+GAD:10");
  add_courses (script, 1, "North", "F322", well, well);
  add_courses (script, 2, "-", "F322", sick, "");
  add_courses (script, 1, "East", "F322", well, well);
  frame = frame_new (script->str, "2025-03-01", "2025-03-31");
  rows = caseness_recovery_count (frame, variables, NULL);
  caseness_recovery_write_csv (writer, rows);
  csv = caseness_csv_writer_peek (writer, NULL);
  fixture_check_row (csv, 0,
                     "group=East courses=1 at_caseness=0 recovered=0 recovery_pct= recovery_low= recovery_high= "
                     "expected=0 ratio= no_change=1 reliable_recovery_pct= mean_sessions=2",
                     "nobody was a case");
  fixture_check_row (csv, 1,
                     "group=North courses=5 at_caseness=4 recovered=3 recovery_pct=75.0 expected=2 ratio= "
                     "reliable_improvement=3 reliable_improvement_pct=60.0 no_change=1 reliable_deterioration=1 "
                     "reliable_recovery=3 reliable_recovery_pct=75.0",
                     "those not at caseness are not in the denominator");
  fixture_check_row (csv, 2, "group=Not~recorded courses=2 recovered=0 recovery_pct=0.0 no_change=0",
                     "no last score is no recovery, and what is not recorded stands last");
}

/* With five expected there is a ratio, with fewer there is none. */
static void
test_ratio (void)
{
  CasenessRecovery row = { .courses = 10, .at_caseness = 10, .recovered = 5, .expected = 5 };

  g_assert_cmpfloat_with_epsilon (caseness_recovery_get_ratio (&row).value, 1, NEAR);
  row.expected = 4.999;
  g_assert_true (isnan (caseness_recovery_get_ratio (&row).value));
}

static void
test_crossed (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GPtrArray) variables = list_variables ("Team", "Problem Descriptor"), groups = NULL;
  static const char *const labels[]
    = { "North / Anxiety and stress related disorders: F431 - Post-traumatic stress disorder", "North / Depression",
        "South / Depression", "Not recorded / Depression" };
  guint i;

  add_courses (script, 1, "North", "F431", sick, well);
  add_courses (script, 2, "North", "F322", sick, well);
  add_courses (script, 1, "-", "F322", sick, well);
  add_courses (script, 1, "South", "F322", sick, well);
  frame = frame_new (script->str, "2025-03-01", "2025-03-31");
  groups = caseness_courses_group (frame, variables, NULL);
  g_assert_cmpuint (groups->len, ==, G_N_ELEMENTS (labels));
  for (i = 0; i < groups->len; i++)
    g_assert_cmpstr (((CasenessCourseGroup *) g_ptr_array_index (groups, i))->label, ==, labels[i]);
}

static void
test_bands (void)
{
  static const struct
  {
    CasenessScore depression;
    CasenessScore anxiety;
    guint band;
  } cases[] = {
    { 900, 700, 0 },  { 1000, 700, 1 },  { 1400, 700, 1 },  { 1500, 700, 2 }, { 1900, 700, 2 },
    { 2000, 700, 3 }, { 900, 800, 1 },   { 900, 900, 1 },   { 900, 1000, 2 }, { 900, 1400, 2 },
    { 900, 1500, 3 }, { 2700, 2100, 3 }, { CASENESS_SCORE_NONE, 1000, 2 },    { 1500, CASENESS_SCORE_NONE, 2 },
    { CASENESS_SCORE_NONE, CASENESS_SCORE_NONE, 0 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (caseness_severity_get_band (cases[i].depression, cases[i].anxiety), ==, cases[i].band);
}

/* Twenty alike are a reference of their own; with nineteen the problem speaks, then its family, then everybody. */
static void
test_casemix (void)
{
  static const struct
  {
    const char *why;
    guint n_sick;      /* depression, moderate: none recovers */
    guint n_mild;      /* depression, mild: all recover */
    const char *other; /* thirty courses of this problem, a third of which recover */
    guint n_asked;     /* further moderate courses, none of which recovers */
    const char *asked; /* of this problem; what is expected of a moderate one of it */
    double expected;
  } cases[] = {
    { "twenty alike", 20, 10, "F431", 0, "F322", 0 },
    { "nineteen alike, so the problem", 19, 11, "F431", 0, "F322", 11.0 / 30 },
    { "nineteen of the problem, which is its own family, so all", 19, 0, "F431", 0, "F322", 10.0 / 49 },
    { "thirty of the problem but none as bad", 20, 0, "F431", 1, "F431", 10.0 / 31 },
    { "two of the problem, so the family", 20, 0, "F411", 2, "F431", 10.0 / 32 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) script = g_string_new (NULL);
      g_autoptr(CasenessFrame) frame = NULL;
      g_autoptr(CasenessCasemix) casemix = NULL;
      const CasenessSnapshot *snapshot;
      guint k = 0;

      add_courses (script, cases[i].n_sick, "North", "F322", "+PHQ9:15+GAD:5", "+PHQ9:15+GAD:5");
      add_courses (script, cases[i].n_mild, "North", "F322", "+PHQ9:10+GAD:5", "+PHQ9:4+GAD:5");
      add_courses (script, 10, "North", cases[i].other, "+PHQ9:20+GAD:5", "+PHQ9:4+GAD:5");
      add_courses (script, 20, "North", cases[i].other, "+PHQ9:10+GAD:5", "+PHQ9:10+GAD:5");
      add_courses (script, cases[i].n_asked, "North", cases[i].asked, "+PHQ9:15+GAD:5", "+PHQ9:15+GAD:5");
      frame = frame_new (script->str, "2025-03-01", "2025-03-31");
      snapshot = caseness_frame_get_snapshot (frame);
      casemix = caseness_casemix_new (frame, FALSE);
      while (strcmp (caseness_snapshot_get_text (snapshot, k, CASENESS_PATHWAY_DESCRIPTOR), cases[i].asked) != 0
             || caseness_snapshot_get_scores (snapshot, k, caseness_tool_find_by_prefix ("PHQ9")).first != 1500)
        k++;
      g_test_message ("%s", cases[i].why);
      g_assert_cmpfloat_with_epsilon (caseness_casemix_expect (casemix, k), cases[i].expected, NEAR);
    }
}

/* Where problems are compared, what is alike is severity alone. */
static void
test_casemix_by_problem (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(CasenessCasemix) casemix = NULL;

  add_courses (script, 10, "North", "F322", sick, well);
  add_courses (script, 10, "North", "F431", sick, sick);
  frame = frame_new (script->str, "2025-03-01", "2025-03-31");
  casemix = caseness_casemix_new (frame, TRUE);
  g_assert_cmpfloat_with_epsilon (caseness_casemix_expect (casemix, 0), 0.5, NEAR);
}

/* What to expect is of everybody, whoever is shown. */
static void
test_filter (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessFilter) filter = caseness_filter_with (everybody, CASENESS_DIMENSION_TEAM, "North");
  const CasenessPeriod march = { caseness_date_parse ("2025-03-01"), caseness_date_parse ("2025-03-31") };
  const CasenessQuestion question = { .periods = &march, .n_periods = 1, .filter = filter };
  g_autoptr(GPtrArray) variables = list_variables ("Team", NULL), rows = NULL;
  g_autofree guint64 *people = NULL;
  const CasenessRecovery *row;

  add_courses (script, 10, "North", "F322", sick, well);
  add_courses (script, 10, "South", "F322", sick, sick);
  frame = frame_new (script->str, "2025-03-01", "2025-03-31");
  people = caseness_evaluate_people (caseness_frame_get_snapshot (frame), &question, NULL);
  rows = caseness_recovery_count (frame, variables, people);
  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->group, ==, "North");
  g_assert_cmpfloat_with_epsilon (row->expected, 5, NEAR);
  g_assert_cmpfloat_with_epsilon (caseness_recovery_get_ratio (row).value, 2, NEAR);
}

static void
test_adsm (void)
{
  static const struct
  {
    const char *why;
    const char *problem;
    const char *first;
    const char *last;
    const char *expected;
  } cases[] = {
    { "both scores of the right measure", "F431", "+PTSD:40", "+PTSD:20", "should_have=1 paired=1 paired_pct=100.0" },
    { "no last score", "F431", "+PTSD:40", "+GAD:5", "should_have=1 paired=0 first_only=1 paired_pct=0.0" },
    { "another specific measure", "F431", "+OCD:40", "+OCD:20",
      "should_have=1 first_only=0 wrong_measure=1 gad_instead=0" },
    { "another specific measure and GAD-7", "F431", "+GAD:10+OCD:40", "+GAD:4", "wrong_measure=1 gad_instead=0" },
    { "GAD-7 alone", "F431", "+GAD:10", "+GAD:4", "should_have=1 wrong_measure=0 gad_instead=1" },
    { "nothing", "F431", "", "", "courses=1 should_have=1 paired=0 first_only=0 wrong_measure=0 gad_instead=0" },
    { "depression has no measure of its own", "F322", "+GAD:10", "+GAD:4", "courses=1 should_have=0 paired_pct=" },
  };
  g_autoptr(GPtrArray) variables = list_variables ("Team", NULL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) script = g_string_new (NULL);
      g_autoptr(CasenessFrame) frame = NULL;
      g_autoptr(GPtrArray) rows = NULL;
      g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

      add_courses (script, 1, "North", cases[i].problem, cases[i].first, cases[i].last);
      frame = frame_new (script->str, "2025-03-01", "2025-03-31");
      rows = caseness_adsm_count (frame, variables, NULL);
      caseness_adsm_write_csv (writer, rows);
      fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0, cases[i].expected, cases[i].why);
    }
}

static char *
print_equity (const char *script, const char *variable, CasenessEquityStage stage, const char *area)
{
  g_autoptr(CasenessFrame) frame = frame_new (script, "2025-01-01", "2025-03-31");
  g_autoptr(CasenessEquityWay) way = caseness_equity_count (frame, caseness_variable_find (variable), area, NULL);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

  caseness_equity_write_csv (writer, way, stage, NULL);
  return g_strdup (caseness_csv_writer_peek (writer, NULL));
}

/* Without a prevalence in one group, shares are of the population in all of them. */
static void
test_equity (void)
{
  g_autoptr(GString) script = g_string_new ("G A1 Team North 1000 10;G A1 Team South 3000 -;G A1 Team West 1 1;");
  g_autofree char *csv = NULL, *needed = NULL;

  add_courses (script, 10, "North", "F322", sick, well);
  add_courses (script, 6, "south", "F322", sick, well);
  add_courses (script, 2, "Island", "F322", sick, well);
  add_courses (script, 2, "-", "F322", sick, well);
  csv = print_equity (script->str, "Team", CASENESS_EQUITY_TREATED, NULL);
  fixture_check_row (csv, 0,
                     "group=North population=1000 prevalence_pct=10 observed=10 expected=3.999 ratio= missing_pct=10.0",
                     "too few are expected for a ratio");
  fixture_check_row (csv, 1, "group=South population=3000 prevalence_pct= observed=6 expected=11.997001 ratio=0.500125",
                     "names are compared without case");
  fixture_check_row (csv, 2, "group=West observed=0 expected=0.003999", "nobody of the group");
  fixture_check_row (csv, 3, "group=Island population= observed=2 expected= ratio=",
                     "not in the list, not in the shares");
  fixture_check_row (csv, 4, "group=Not~stated/Not~known/Invalid population= observed=2 expected= missing_pct=10.0",
                     "not known");
  needed = print_equity ("G A1 Team North 1000 30;G A1 Team South 3000 10;R X1 2025-01-01;Q E North -", "Team",
                         CASENESS_EQUITY_REFERRED, NULL);
  fixture_check_row (needed, 0, "expected=0.5", "need is population times prevalence");
}

static void
test_equity_labels (void)
{
  g_autoptr(GString) script = g_string_new ("G A1 Problem~Descriptor Depression 10;"
                                            "G A1 problem-descriptor F431~-~Post-traumatic~stress~disorder 10;"
                                            "G A1 ProblemDescriptor anxiety~and~stress~related~disorders 10;"
                                            "G A1 ProblemDescriptor Nothing 10;G A2 Problem~Descriptor Depression 5;");
  g_autofree char *csv = NULL;

  add_courses (script, 1, "North", "F322", sick, well);
  add_courses (script, 2, "North", "F431", sick, well);
  add_courses (script, 4, "North", "F411", sick, well);
  csv = print_equity (script->str, "Problem Descriptor", CASENESS_EQUITY_COMPLETED, "a1");
  fixture_check_row (csv, 0, "group=Depression observed=1", "the whole label");
  fixture_check_row (csv, 1, "observed=2", "its second part");
  fixture_check_row (csv, 2, "observed=6", "its first part, every group of it");
  fixture_check_row (csv, 3, "group=Nothing observed=0", "no group at all");
}

static void
test_equity_stages (void)
{
  static const guint counts[CASENESS_N_EQUITY_STAGES] = { 4, 3, 3, 2, 1, 1, 1, 0, 2 };
  g_autoptr(GString) script = g_string_new ("G A1 Team North 10;G A2 Team North 10;");
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GPtrArray) areas = NULL, none = NULL;
  guint i;

  add_courses (script, 1, "North", "F322", sick, well);
  add_courses (script, 1, "North", "F322", sick, sick);
  g_string_append (script, "R Y1 2025-01-01;Q E North -;C Y1a 2025-01-10 01 5 A/S1/-;"
                           "R Y2 2025-01-01;Q E North -;C Y2a 2025-01-10 02 5 A/S1/CBT");
  for (i = 0; i < CASENESS_N_EQUITY_STAGES; i++)
    {
      g_autofree char *csv = print_equity (script->str, "Team", i, "A2");
      g_autofree char *expected = g_strdup_printf ("observed=%u", counts[i]);
      CasenessEquityStage stage;

      fixture_check_row (csv, 0, expected, caseness_equity_stage_get_name (i));
      g_assert_true (caseness_equity_stage_parse (caseness_equity_stage_get_name (i), &stage));
      g_assert_cmpint (stage, ==, i);
    }
  frame = frame_new (script->str, "2025-01-01", "2025-03-31");
  areas = caseness_equity_list_areas (caseness_frame_get_snapshot (frame), caseness_variable_find ("Team"));
  none = caseness_equity_list_areas (caseness_frame_get_snapshot (frame), caseness_variable_find ("Gender"));
  g_assert_cmpuint (areas->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/recovery/period", test_period);
  g_test_add_func ("/measures/recovery/rows", test_recovery);
  g_test_add_func ("/measures/recovery/ratio", test_ratio);
  g_test_add_func ("/measures/recovery/crossed", test_crossed);
  g_test_add_func ("/measures/recovery/filter", test_filter);
  g_test_add_func ("/measures/casemix/bands", test_bands);
  g_test_add_func ("/measures/casemix/reference", test_casemix);
  g_test_add_func ("/measures/casemix/by-problem", test_casemix_by_problem);
  g_test_add_func ("/measures/adsm/rows", test_adsm);
  g_test_add_func ("/measures/equity/rows", test_equity);
  g_test_add_func ("/measures/equity/labels", test_equity_labels);
  g_test_add_func ("/measures/equity/stages", test_equity_stages);
  return g_test_run ();
}
