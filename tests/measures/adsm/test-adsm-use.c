/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-list.h"
#include "caseness-adsm-people.h"
#include "fixture.h"

#include <math.h>

#define NEAR 0.01

/* A course of two sessions, received on the first of January and discharged on @end, as rows of a script. */
static void
add_course (GString *script, const char *id, const char *end, const char *rows, const char *first, const char *last)
{
  g_string_append_printf (script,
                          "R %s 2025-01-01 %s %s;%s;C %s-1 2025-01-10 03 5 A/S1/CBT%s;C %s-2 2025-02-10 03 5 B/S2/CBT%s;",
                          id, end, id, rows, id, first, id, last);
}

static CasenessAdsmUse *
use_new (const GString *script, CasenessAdsmFamily family, CasenessAdsmSplit split)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script->str, NULL);
  CasenessPeriod period = { caseness_date_new (2025, 3, 1), caseness_date_new (2025, 4, 30) };
  CasenessAdsmUse *use;

  use = caseness_adsm_use_new (snapshot, &period, NULL, caseness_date_new (2025, 6, 30), family, split, NULL);
  g_assert_nonnull (use);
  return use;
}

static void
check_row (const CasenessAdsm *row, const char *group, guint should_have, guint paired, guint first_only,
           guint wrong, guint gad, guint none)
{
  g_assert_cmpstr (row->group, ==, group);
  g_assert_cmpuint (row->should_have, ==, should_have);
  g_assert_cmpuint (row->paired, ==, paired);
  g_assert_cmpuint (row->first_only, ==, first_only);
  g_assert_cmpuint (row->wrong_measure, ==, wrong);
  g_assert_cmpuint (row->gad_instead, ==, gad);
  g_assert_cmpuint (caseness_adsm_get_none (row), ==, none);
}

static void
add_five (GString *script)
{
  add_course (script, "A", "2025-03-01", "P 01 F431 1", "+PTSD:40", "+PTSD:20");
  add_course (script, "B", "2025-04-01", "P 01 F431 1", "+PTSD:40", "");
  add_course (script, "C", "2025-04-02", "P 01 F431 1", "+OCD:60", "+GAD:3");
  add_course (script, "D", "2025-03-05", "P 01 G933 1", "+GAD:12", "+GAD:3");
  add_course (script, "E", "2025-03-06", "P 01 K580 1", "", "");
  add_course (script, "F", "2025-03-07", "P 01 F322 1", "+GAD:12", "+GAD:3");
}

/* Every course that should have had a measure is in one class; rows are the problems that have one. */
static void
test_rows (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessAdsmUse) by_problem = NULL, by_clinician = NULL, by_month = NULL;

  add_five (script);
  by_problem = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  check_row (&by_problem->total, NULL, 5, 1, 1, 1, 1, 1);
  g_assert_cmpuint (by_problem->total.courses, ==, 6);
  g_assert_cmpuint (by_problem->total.unreadable, ==, 1); /* nobody has said the code of CFQ */
  g_assert_cmpuint (by_problem->rows->len, ==, 3);
  by_clinician = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_CLINICIAN);
  g_assert_cmpuint (by_clinician->rows->len, ==, 1);
  check_row (g_ptr_array_index (by_clinician->rows, 0), "S2", 5, 1, 1, 1, 1, 1);
  by_month = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_MONTH);
  g_assert_cmpuint (by_month->rows->len, ==, 2);
  check_row (g_ptr_array_index (by_month->rows, 0), "March 2025", 3, 1, 0, 0, 1, 1);
  check_row (g_ptr_array_index (by_month->rows, 1), "April 2025", 2, 0, 1, 1, 0, 0);
}

/* Who stands behind a figure, in words: those counted, then those of the denominator only. */
static char *
name_people (const CasenessAdsmUse *use, CasenessAdsmPart part, int row)
{
  const CasenessFigureName name = { "id", "Title", "Definition" };
  g_autoptr(CasenessFigurePeople) people = caseness_adsm_use_find_people (use, part, row, &name, NULL);
  GString *text = g_string_new (NULL);
  guint i;

  g_assert_nonnull (people);
  g_assert_cmpstr (people->title, ==, "Title");
  for (i = 0; i < people->people->len; i++)
    {
      const CasenessFigurePerson *person = &g_array_index (people->people, CasenessFigurePerson, i);

      if (i == people->n[CASENESS_FIGURE_COUNTED])
        g_string_append_c (text, '/');
      g_string_append (text, caseness_snapshot_get_text (use->snapshot, person->pathway,
                                                         CASENESS_PATHWAY_SERVICE_REQUEST_ID));
    }
  return g_string_free (text, FALSE);
}

static void
assert_people (const CasenessAdsmUse *use, CasenessAdsmPart part, int row, const char *expected)
{
  g_autofree char *found = name_people (use, part, row);

  g_assert_cmpstr (found, ==, expected);
}

/* A figure opens those it counts, of all or of one row; by month only those of the month. */
static void
test_people (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessAdsmUse) by_problem = NULL, by_month = NULL;

  add_five (script);
  by_problem = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  assert_people (by_problem, CASENESS_ADSM_PART_PAIRED, CASENESS_ADSM_ALL, "A/BCDE");
  assert_people (by_problem, CASENESS_ADSM_PART_FIRST_ONLY, CASENESS_ADSM_ALL, "B/ACDE");
  assert_people (by_problem, CASENESS_ADSM_PART_WRONG, CASENESS_ADSM_ALL, "C/ABDE");
  assert_people (by_problem, CASENESS_ADSM_PART_GENERAL, CASENESS_ADSM_ALL, "D/ABCE");
  assert_people (by_problem, CASENESS_ADSM_PART_NONE, CASENESS_ADSM_ALL, "E/ABCD");
  assert_people (by_problem, CASENESS_ADSM_PART_SHOULD, CASENESS_ADSM_ALL, "ABCDE");
  assert_people (by_problem, CASENESS_ADSM_PART_RECORDED, CASENESS_ADSM_ALL, "ABCDEF");
  by_month = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_MONTH);
  assert_people (by_month, CASENESS_ADSM_PART_SHOULD, 0, "ADE");
  assert_people (by_month, CASENESS_ADSM_PART_FIRST_ONLY, 1, "B/C");
}

/* The people of each row are as many as the row says, whatever the rows are. */
static void
test_people_of_rows (void)
{
  static const struct
  {
    CasenessAdsmFamily family;
    CasenessAdsmSplit split;
  } cases[] = {
    { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM }, { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_CLINICIAN },
    { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_TEAM },    { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_THERAPY },
    { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_MONTH },   { CASENESS_ADSM_MUS, CASENESS_ADSM_BY_PROBLEM },
  };
  const CasenessFigureName name = { "id", "Title", "Definition" };
  g_autoptr(GString) script = g_string_new (NULL);
  gsize i;
  guint row;

  add_five (script);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessAdsmUse) use = use_new (script, cases[i].family, cases[i].split);

      g_assert_cmpuint (use->rows->len, >, 0);
      for (row = 0; row < use->rows->len; row++)
        {
          const CasenessAdsm *shown = g_ptr_array_index (use->rows, row);
          const guint counts[] = { shown->paired, shown->first_only, shown->wrong_measure, shown->gad_instead,
                                   caseness_adsm_get_none (shown), shown->should_have };
          gsize part;

          for (part = 0; part < G_N_ELEMENTS (counts); part++)
            {
              g_autoptr(CasenessFigurePeople) people
                = caseness_adsm_use_find_people (use, part, (int) row, &name, NULL);

              g_assert_cmpuint (people->n[CASENESS_FIGURE_COUNTED], ==, counts[part]);
            }
        }
    }
}

/* On the command line a row a course, in the class it is counted in. */
static void
test_people_csv (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  CasenessPeriod period = { caseness_date_new (2025, 3, 1), caseness_date_new (2025, 4, 30) };

  add_five (script);
  snapshot = fixture_snapshot_new (script->str, NULL);
  frame = caseness_frame_new (snapshot);
  caseness_frame_set_period (frame, &period);
  g_ptr_array_add (variables, (gpointer) caseness_variable_find ("Clinician"));
  caseness_adsm_write_people_csv (writer, frame, variables, NULL);
  g_assert_cmpstr (caseness_csv_writer_peek (writer, NULL), ==,
                   "group,ServiceRequestId,measure,class\nS2,A,PCL-5,paired\nS2,B,PCL-5,first_only\n"
                   "S2,C,PCL-5,wrong_measure\nS2,D,CFQ,gad_instead\nS2,E,IBS-SSS,none\n");
}

/* What judging by GAD-7 costs, and what is said of descriptors, by the people. */
static void
test_people_of_costs (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessAdsmUse) use = NULL;

  /* recovered by both, by GAD-7 alone; a case on the specific measure alone, and on GAD-7 alone */
  add_course (script, "A", "2025-03-01", "P 01 F431 1", "+PTSD:40+GAD:15+PHQ9:5", "+PTSD:20+GAD:3+PHQ9:5");
  add_course (script, "B", "2025-03-02", "P 01 F431 1", "+PTSD:40+GAD:15+PHQ9:5", "+PTSD:39+GAD:3+PHQ9:5");
  add_course (script, "C", "2025-03-03", "P 01 F431 1", "+PTSD:40+GAD:3+PHQ9:5", "");
  add_course (script, "D", "2025-03-04", "P 01 F431 1", "+PTSD:10+GAD:15+PHQ9:5", "");
  add_course (script, "E", "2025-03-05", "P 01 F412 1", "+GAD:15+PHQ9:15", "");
  use = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  assert_people (use, CASENESS_ADSM_PART_RECOVERY_DIFFERS, 0, "B/A");
  assert_people (use, CASENESS_ADSM_PART_RECOVERY_DIFFERS, CASENESS_ADSM_ALL, "B/A");
  assert_people (use, CASENESS_ADSM_PART_CASE_BY_SPECIFIC, CASENESS_ADSM_ALL, "C/ABD");
  assert_people (use, CASENESS_ADSM_PART_CASE_BY_GENERAL, CASENESS_ADSM_ALL, "D/ABC");
  assert_people (use, CASENESS_ADSM_PART_MIXED, CASENESS_ADSM_ALL, "E/ABCD");
  g_assert_cmpuint (use->cost->missed.only_by_specific, ==, 1);
  g_assert_cmpuint (use->cost->missed.only_by_general, ==, 1);
}

/* 1 of 5 is 20%; Wilson's limits by hand: 3.6% and 62.4%. The national measures say the same. */
static void
test_shares (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessAdsmUse) use = NULL, empty = NULL;
  g_autoptr(GString) nothing = g_string_new ("R Z 2025-01-01;");
  CasenessInterval paired;

  add_five (script);
  use = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  paired = caseness_adsm_get_paired (&use->total);
  g_assert_cmpfloat_with_epsilon (paired.value, 20, NEAR);
  g_assert_cmpfloat_with_epsilon (paired.lower, 3.62, NEAR);
  g_assert_cmpfloat_with_epsilon (paired.upper, 62.45, NEAR);
  g_assert_cmpfloat_with_epsilon (caseness_adsm_get_share (&use->total, use->total.gad_instead), 20, NEAR);
  g_assert_cmpfloat (use->should.numerator, ==, 5);
  g_assert_cmpfloat (use->should.denominator, ==, 6);
  g_assert_cmpfloat_with_epsilon (use->should.value, 83.33, NEAR);
  g_assert_cmpfloat_with_epsilon (use->national.value, 20, NEAR);
  empty = use_new (nothing, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  g_assert_true (isnan (caseness_adsm_get_paired (&empty->total).value));
  g_assert_true (isnan (empty->should.value));
  g_assert_cmpuint (empty->rows->len, ==, 0);
}

static void
test_families (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessAdsmUse) mus = NULL, conditions = NULL;

  add_five (script);
  mus = use_new (script, CASENESS_ADSM_MUS, CASENESS_ADSM_BY_PROBLEM);
  check_row (&mus->total, NULL, 2, 0, 0, 0, 1, 1);
  g_clear_pointer (&mus, caseness_adsm_use_free);
  add_course (script, "L", "2025-03-08", "P 04 723916001 1", "+PHQ15:20", "+PHQ15:9");
  mus = use_new (script, CASENESS_ADSM_MUS, CASENESS_ADSM_BY_PROBLEM);
  check_row (&mus->total, NULL, 3, 1, 0, 0, 1, 1);
  add_course (script, "G", "2025-03-08", "P 01 F322 1;K 73211009", "+DDS:40", "+DDS:30");
  add_course (script, "H", "2025-03-08", "P 01 F322 1;K 73211009", "+DDS:40", "+GAD:4");
  add_course (script, "I", "2025-03-08", "P 01 F322 1;K 13645005", "+BPI:40", "+BPI:30");
  add_course (script, "J", "2025-03-08", "P 01 F322 1;K 195967001", "+BPI:40", "+BPI:30");
  add_course (script, "K", "2025-03-08", "P 01 F322 1;K 373673007", "+GAD:10", "+GAD:4");
  conditions = use_new (script, CASENESS_ADSM_CONDITIONS, CASENESS_ADSM_BY_PROBLEM);
  check_row (&conditions->total, NULL, 4, 1, 1, 1, 1, 0);
  g_assert_cmpuint (conditions->rows->len, ==, 3);
  check_row (g_ptr_array_index (conditions->rows, 0), "Brief Pain Inventory", 1, 0, 0, 0, 1, 0);
  check_row (g_ptr_array_index (conditions->rows, 1), "COPD Assessment Test", 1, 0, 0, 1, 0, 0);
  check_row (g_ptr_array_index (conditions->rows, 2), "Diabetes Distress Scale", 2, 1, 1, 0, 0, 0);
  g_assert_cmpuint (conditions->cost->courses, ==, 0);
}

/*
 * A: PHQ-9 15 to 5, PCL-5 40 to 20, GAD-7 10 to 9: recovered by PCL-5, not by GAD-7; improved by both (PHQ-9 fell).
 * B: PHQ-9 5 to 5, PCL-5 40 to 38, GAD-7 5 to 3: a case by PCL-5 alone, who stayed one; no case by GAD-7.
 * C: PHQ-9 5 to 5, PCL-5 20 to 15, GAD-7 10 to 4: a case by GAD-7 alone, recovered and improved by it.
 * D: no last PCL-5, so not compared; its first GAD-7 is 4, so that it is a case by PCL-5 alone, as B is.
 */
static void
test_costs (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessAdsmUse) use = NULL;
  const CasenessAdsmCost *cost;

  add_course (script, "A", "2025-03-01", "P 01 F431 1", "+PHQ9:15+PTSD:40+GAD:10", "+PHQ9:5+PTSD:20+GAD:9");
  add_course (script, "B", "2025-03-01", "P 01 F431 1", "+PHQ9:5+PTSD:40+GAD:5", "+PHQ9:5+PTSD:38+GAD:3");
  add_course (script, "C", "2025-03-01", "P 01 F431 1", "+PHQ9:5+PTSD:20+GAD:10", "+PHQ9:5+PTSD:15+GAD:4");
  add_course (script, "D", "2025-03-01", "P 01 F431 1", "+PHQ9:5+PTSD:40", "+PHQ9:5+GAD:4");
  use = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  g_assert_cmpuint (use->costs->len, ==, 1);
  cost = g_ptr_array_index (use->costs, 0);
  g_assert_cmpuint (cost->courses, ==, 3);
  g_assert_cmpuint (cost->by_specific.base, ==, 2);
  g_assert_cmpuint (cost->by_specific.recovered, ==, 1);
  g_assert_cmpuint (cost->by_specific.improved, ==, 1);
  g_assert_cmpuint (cost->by_general.base, ==, 2);
  g_assert_cmpuint (cost->by_general.recovered, ==, 1);
  g_assert_cmpuint (cost->by_general.improved, ==, 2);
  g_assert_cmpfloat_with_epsilon (cost->by_specific.recovery.value, 50, NEAR);
  g_assert_cmpfloat_with_epsilon (cost->by_general.improvement.value, 66.67, NEAR);
  g_assert_cmpuint (use->cost->courses, ==, 3);
  g_assert_cmpuint (use->cost->missed.scored, ==, 4);
  g_assert_cmpuint (use->cost->missed.only_by_specific, ==, 2);
  g_assert_cmpuint (use->cost->missed.only_by_general, ==, 1);
}

static void
add_open (GString *script, const char *id, const char *discharged, const char *problem, const char *first,
          const char *last, const char *booked)
{
  g_string_append_printf (script, "R %s 2025-01-01 %s %s;P 01 %s 1;", id, discharged, id, problem);
  if (first != NULL)
    g_string_append_printf (script, "C %s-1 2025-05-10 03 5 A/S1/CBT%s;", id, first);
  if (last != NULL)
    g_string_append_printf (script, "C %s-2 2025-06-10 03 5 B/S1/CBT%s;", id, last);
  if (booked != NULL)
    g_string_append_printf (script, "B %s-b %s 03 CBT S1;", id, booked);
}

static void
check_case (const CasenessAdsmUse *use, guint position, const char *id, CasenessAdsmLack lack, guint sessions)
{
  const CasenessAdsmCase *found = &g_array_index (use->cases, CasenessAdsmCase, position);

  g_assert_cmpstr (caseness_snapshot_get_text (use->snapshot, found->pathway, CASENESS_PATHWAY_SERVICE_REQUEST_ID), ==,
                   id);
  g_assert_cmpint (found->lack, ==, lack);
  g_assert_cmpuint (found->sessions, ==, sessions);
}

/* Open and in treatment on 30 June 2025 without the right measure at the last session; seen next first. */
static void
test_cases (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessAdsmUse) use = NULL;

  add_open (script, "never", "-", "F431", "+GAD:10", "+GAD:8", "2025-07-02T09:00");
  add_open (script, "other", "-", "F431", "+OCD:50", "+GAD:8", "2025-07-01T15:00");
  add_open (script, "not-last", "-", "F431", "+PTSD:40", "+GAD:8", NULL);
  add_open (script, "at-last", "-", "F431", "", "+PTSD:40", "2025-07-01T10:00");
  add_open (script, "gone-later", "2025-07-15", "F431", "", NULL, "2025-07-01T10:00");
  add_open (script, "gone", "2025-06-30", "F431", "", NULL, NULL);
  add_open (script, "untreated", "-", "F431", NULL, NULL, "2025-07-01T10:00");
  add_open (script, "depressed", "-", "F322", "", NULL, NULL);
  add_open (script, "past", "-", "F420", "", NULL, "2025-06-29T10:00");
  add_open (script, "nobody-can-tell", "-", "G933", "", NULL, "2025-07-01T10:00");
  use = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  g_assert_cmpuint (use->cases->len, ==, 5);
  check_case (use, 0, "gone-later", CASENESS_ADSM_NEVER, 1);
  check_case (use, 1, "other", CASENESS_ADSM_OTHER, 2);
  check_case (use, 2, "never", CASENESS_ADSM_NEVER, 2);
  check_case (use, 3, "not-last", CASENESS_ADSM_NOT_LAST, 2);
  check_case (use, 4, "past", CASENESS_ADSM_NEVER, 1);
  g_assert_cmpuint (use->n_cases[CASENESS_ADSM_NEVER], ==, 3);
  g_assert_cmpuint (use->n_cases[CASENESS_ADSM_OTHER], ==, 1);
  g_assert_cmpuint (use->n_cases[CASENESS_ADSM_NOT_LAST], ==, 1);
  g_assert_cmpint (g_array_index (use->cases, CasenessAdsmCase, 4).next, ==, CASENESS_DATE_NONE);
}

/* On a past day what came after is not known yet: sessions and scores of June do not count on 31 May, and who was seen
 * in June is seen next then. */
static void
test_cases_of_a_past_day (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessAdsmUse) use = NULL;
  g_autoptr(GError) error = NULL;
  const CasenessPeriod may = { caseness_date_new (2025, 5, 1), caseness_date_new (2025, 5, 31) };
  const CasenessAdsmCase *first, *second;

  add_open (script, "given-later", "-", "F431", "+GAD:10", "+PTSD:40", "2025-07-02T09:00");
  add_open (script, "given", "-", "F431", "+PTSD:40", "+GAD:8", NULL);
  add_open (script, "other-later", "-", "F431", "+GAD:10", "+OCD:50", "2025-07-01T09:00");
  add_open (script, "seen-later", "-", "F431", NULL, "+GAD:10", NULL);
  add_open (script, "alone", "-", "F431", "+GAD:10", NULL, NULL);
  snapshot = fixture_snapshot_new (script->str, NULL);
  use = caseness_adsm_use_new (snapshot, &may, NULL, may.end, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (use->cases->len, ==, 3);
  check_case (use, 0, "given-later", CASENESS_ADSM_NEVER, 1);
  check_case (use, 1, "other-later", CASENESS_ADSM_NEVER, 1);
  check_case (use, 2, "alone", CASENESS_ADSM_NEVER, 1);
  first = &g_array_index (use->cases, CasenessAdsmCase, 0);
  second = &g_array_index (use->cases, CasenessAdsmCase, 2);
  g_assert_cmpint (first->last, ==, caseness_date_new (2025, 5, 10));
  g_assert_cmpint (first->next, ==, caseness_date_new (2025, 6, 10));
  g_assert_cmpint (first->next_time, ==, CASENESS_TIME_NONE);
  g_assert_cmpint (second->next, ==, CASENESS_DATE_NONE);
}

static void
add_open_condition (GString *script, const char *id, const char *first, const char *last)
{
  add_open (script, id, "-", "F322", first, last, NULL);
  g_string_append (script, "K 73211009;");
}

/* The measure of a long-term condition is wanted at every session, as the others are. */
static void
test_cases_of_conditions (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessAdsmUse) use = NULL;

  add_open_condition (script, "never", "", "+GAD:8");
  add_open_condition (script, "not-last", "+DDS:40", "+GAD:8");
  add_open_condition (script, "at-last", "", "+DDS:40");
  add_open_condition (script, "other", "+BPI:40", "");
  use = use_new (script, CASENESS_ADSM_CONDITIONS, CASENESS_ADSM_BY_PROBLEM);
  g_assert_cmpuint (use->cases->len, ==, 3);
  check_case (use, 0, "never", CASENESS_ADSM_NEVER, 2);
  check_case (use, 1, "not-last", CASENESS_ADSM_NOT_LAST, 2);
  check_case (use, 2, "other", CASENESS_ADSM_OTHER, 2);
}

static void
check_picked (const CasenessAdsmUse *use, CasenessAdsmWhen when, const char *clinician, const char *ids)
{
  g_autoptr(GArray) cases = caseness_adsm_use_pick_cases (use, when, clinician);
  g_autoptr(GString) found = g_string_new (NULL);
  guint i;

  for (i = 0; i < cases->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            caseness_snapshot_get_text (use->snapshot,
                                                        g_array_index (cases, CasenessAdsmCase, i).pathway,
                                                        CASENESS_PATHWAY_SERVICE_REQUEST_ID));
  g_assert_cmpstr (found->str, ==, ids);
}

/* On 30 June: by clinician, then by when they are seen; tomorrow is the 1st, a week ends on the 7th. */
static void
test_picked (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessAdsmUse) use = NULL;
  g_autoptr(GArray) cases = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  const char *const rows[] = { "R today 2025-01-01 - today;P 01 F431 1;C a 2025-05-10 03 5 A/S2/CBT;B ba 2025-06-30T10:00 03 CBT S2;",
                               "R next 2025-01-01 - next;P 01 F431 1;C b 2025-05-10 03 5 A/S2/CBT;B bb 2025-07-01T09:05 03 CBT S2;",
                               "R seventh 2025-01-01 - seventh;P 01 F431 1;C c 2025-05-10 03 5 A/S1/CBT;B bc 2025-07-07T10:00 03 CBT S1;",
                               "R eighth 2025-01-01 - eighth;P 01 F431 1;C d 2025-05-10 03 5 A/S1/CBT;B bd 2025-07-08T10:00 03 CBT S1;",
                               "R never 2025-01-01 - never;P 01 F431 1;C e 2025-05-10 03 5 A/S1/CBT;" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append (script, rows[i]);
  use = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  g_assert_cmpint (caseness_adsm_use_get_next_day (use), ==, caseness_date_new (2025, 7, 1));
  check_picked (use, CASENESS_ADSM_WHEN_EVER, NULL, "seventh eighth never today next");
  check_picked (use, CASENESS_ADSM_WHEN_EVER, "S2", "today next");
  check_picked (use, CASENESS_ADSM_WHEN_NEXT_DAY, NULL, "next");
  check_picked (use, CASENESS_ADSM_WHEN_WEEK, NULL, "seventh today next");
  check_picked (use, CASENESS_ADSM_WHEN_UNKNOWN, NULL, "never");
  cases = caseness_adsm_use_pick_cases (use, CASENESS_ADSM_WHEN_NEXT_DAY, NULL);
  caseness_adsm_cases_write_csv (writer, use, cases);
  g_assert_cmpstr (caseness_csv_writer_peek (writer, NULL), ==,
                   "clinician,team,referral,problem_descriptor,measure,missing,sessions,last_session,next_date,next_time\n"
                   "S2,Not recorded,next,F431,PCL-5,never given,1,2025-05-10,2025-07-01,09:05\n");
}

/* The figures of test_costs, as a table. */
static void
test_cost_table (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessAdsmUse) use = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  add_course (script, "A", "2025-03-01", "P 01 F431 1", "+PHQ9:15+PTSD:40+GAD:10", "+PHQ9:5+PTSD:20+GAD:9");
  add_course (script, "B", "2025-03-01", "P 01 F431 1", "+PHQ9:5+PTSD:40+GAD:5", "+PHQ9:5+PTSD:38+GAD:3");
  add_course (script, "C", "2025-03-01", "P 01 F431 1", "+PHQ9:5+PTSD:20+GAD:10", "");
  use = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  caseness_adsm_costs_write_csv (writer, use);
  g_assert_cmpstr (caseness_csv_writer_peek (writer, NULL), ==,
                   "problem,courses,adsm_base,adsm_recovered,adsm_recovery_pct,adsm_improved,adsm_improved_pct,gad_base,"
                   "gad_recovered,gad_recovery_pct,gad_improved,gad_improved_pct,first_scored,case_by_adsm_only,"
                   "case_by_gad_only\n"
                   "Anxiety and stress related disorders: F431 - Post-traumatic stress disorder,"
                   "2,2,1,50.0,1,50.0,1,0,0.0,1,50.0,3,1,1\n"
                   "All,2,2,1,50.0,1,50.0,1,0,0.0,1,50.0,3,1,1\n");
}

static void
test_descriptors (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessAdsmUse) use = NULL;

  add_course (script, "A", "2025-03-01", "P 01 F431 1", "", "");
  add_course (script, "B", "2025-03-01", "", "", "");
  add_course (script, "C", "2025-03-01", "P 01 F4 1", "", "");
  add_course (script, "D", "2025-03-01", "P 01 F412 1", "+PHQ9:10+GAD:8", "");
  add_course (script, "E", "2025-03-01", "P 01 F412 1", "+PHQ9:9+GAD:8", "");
  add_course (script, "F", "2025-03-01", "P 01 F322 1 2025-01-05;P 01 F431 1 2025-02-05", "", "");
  add_course (script, "G", "2025-03-01", "P 01 F322 1;P 01 F431 2", "", "");
  use = use_new (script, CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM);
  g_assert_cmpuint (use->descriptors.courses, ==, 7);
  g_assert_cmpuint (use->descriptors.recorded, ==, 5);
  g_assert_cmpuint (use->descriptors.missing, ==, 1);
  g_assert_cmpuint (use->descriptors.invalid, ==, 1);
  g_assert_cmpuint (use->descriptors.mixed, ==, 2);
  g_assert_cmpuint (use->descriptors.mixed_at_caseness, ==, 1);
  g_assert_cmpuint (use->descriptors.changed, ==, 1);
  g_assert_cmpfloat_with_epsilon (use->descriptors.share.value, 71.43, NEAR);
  g_assert_cmpfloat (use->descriptors.standard, ==, 80);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/adsm/rows", test_rows);
  g_test_add_func ("/measures/adsm/people", test_people);
  g_test_add_func ("/measures/adsm/people-of-rows", test_people_of_rows);
  g_test_add_func ("/measures/adsm/people-of-costs", test_people_of_costs);
  g_test_add_func ("/measures/adsm/people-csv", test_people_csv);
  g_test_add_func ("/measures/adsm/shares", test_shares);
  g_test_add_func ("/measures/adsm/families", test_families);
  g_test_add_func ("/measures/adsm/costs", test_costs);
  g_test_add_func ("/measures/adsm/cases", test_cases);
  g_test_add_func ("/measures/adsm/cases-of-a-past-day", test_cases_of_a_past_day);
  g_test_add_func ("/measures/adsm/cases-of-conditions", test_cases_of_conditions);
  g_test_add_func ("/measures/adsm/picked", test_picked);
  g_test_add_func ("/measures/adsm/cost-table", test_cost_table);
  g_test_add_func ("/measures/adsm/descriptors", test_descriptors);
  return g_test_run ();
}
