/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-ptl-csv.h"
#include "caseness-ptl-headline.h"

#include <string.h>

#define AS_AT "2025-06-30"

static CasenessPtl *
list_waiting (CasenessSnapshot *snapshot, const char *stage, const char *as_at, int standard)
{
  CasenessStage which;

  g_assert_true (caseness_stage_parse (stage, &which));
  return caseness_ptl_new (snapshot, which, caseness_date_parse (as_at), standard, NULL);
}

/* Everybody is in exactly one column of one row of every split, and the rows add up. */
static void
check_sums (const CasenessPtl *ptl)
{
  guint n_people, n_columns, split, i, k;
  const CasenessPtlPerson *people = caseness_ptl_get_people (ptl, &n_people);
  const CasenessPtlColumn *columns = caseness_ptl_get_columns (ptl, &n_columns);

  for (i = 0; i < n_people; i++)
    {
      g_assert_cmpuint (people[i].column, <, n_columns);
      g_assert_cmpint (columns[people[i].column].is_past, ==, people[i].is_past);
    }
  for (split = 0; split < CASENESS_N_PTL_SPLITS; split++)
    {
      g_autoptr(CasenessPtlGrid) grid = caseness_ptl_count (ptl, split, CASENESS_PTL_SPLIT_ALL, NULL);
      guint total = 0, n_past = 0, undated = 0;

      g_assert_cmpuint (grid->total->total, ==, n_people);
      g_assert_cmpuint (grid->total->n_past, ==, caseness_ptl_get_n_past (ptl));
      g_assert_cmpint (grid->total->longest_wait, ==, caseness_ptl_get_longest_wait (ptl));
      for (k = 0; k < n_columns; k++)
        {
          guint sum = 0;

          for (i = 0; i < grid->rows->len; i++)
            sum += ((CasenessPtlRow *) g_ptr_array_index (grid->rows, i))->counts[k];
          g_assert_cmpuint (sum, ==, grid->total->counts[k]);
          total += sum;
          n_past += columns[k].is_past ? sum : 0;
          undated += grid->undated->counts[k];
        }
      g_assert_cmpuint (total, ==, n_people);
      g_assert_cmpuint (n_past, ==, caseness_ptl_get_n_past (ptl));
      g_assert_cmpuint (undated, ==, grid->undated->total);
    }
}

/* Both sides of every week, under five standards. */
static const int waits[] = { 0, 7, 8, 35, 36, 42, 43, 49, 50, 70, 300 };

static const struct
{
  int standard;
  guint n_columns;
  const char *columns[G_N_ELEMENTS (waits)];
} week_cases[] = {
  { 14, 2 + 26 + 1,
    { "2 to 1 weeks before", "1 to 0 weeks before", "1 to 0 weeks before", "2 to 3 weeks past", "3 to 4 weeks past",
      "3 to 4 weeks past", "4 to 5 weeks past", "4 to 5 weeks past", "5 to 6 weeks past", "7 to 8 weeks past",
      "more than 26 weeks past" } },
  { 28, 4 + 26 + 1,
    { "4 to 3 weeks before", "3 to 2 weeks before", "3 to 2 weeks before", "0 to 1 weeks past", "1 to 2 weeks past",
      "1 to 2 weeks past", "2 to 3 weeks past", "2 to 3 weeks past", "3 to 4 weeks past", "5 to 6 weeks past",
      "more than 26 weeks past" } },
  { 42, 6 + 26 + 1,
    { "6 to 5 weeks before", "5 to 4 weeks before", "5 to 4 weeks before", "1 to 0 weeks before",
      "1 to 0 weeks before", "1 to 0 weeks before", "0 to 1 weeks past", "0 to 1 weeks past", "1 to 2 weeks past",
      "3 to 4 weeks past", "more than 26 weeks past" } },
  { 126, 18 + 25,
    { "18 to 17 weeks before", "17 to 16 weeks before", "17 to 16 weeks before", "13 to 12 weeks before",
      "13 to 12 weeks before", "12 to 11 weeks before", "12 to 11 weeks before", "11 to 10 weeks before",
      "11 to 10 weeks before", "8 to 7 weeks before", "24 to 25 weeks past" } },
  { CASENESS_STANDARD_OF_STAGE, 26 + 1, /* follow-up has none */
    { "0 to 1 weeks waited", "0 to 1 weeks waited", "1 to 2 weeks waited", "4 to 5 weeks waited",
      "5 to 6 weeks waited", "5 to 6 weeks waited", "6 to 7 weeks waited", "6 to 7 weeks waited",
      "7 to 8 weeks waited", "9 to 10 weeks waited", "more than 26 weeks waited" } },
};

/* People who have waited so long on the day, for a first appointment and on the list for a follow-up. */
static CasenessSnapshot *
make_queue (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      char day[11];

      caseness_date_write_iso (caseness_date_parse (AS_AT) - waits[i], day);
      g_string_append_printf (script, "R R%u %s;W follow-up %s;", i, day, day);
    }
  return fixture_snapshot_new (script->str, NULL);
}

static void
test_weeks (void)
{
  g_autoptr(CasenessSnapshot) snapshot = make_queue ();
  guint c, i, k;

  for (c = 0; c < G_N_ELEMENTS (week_cases); c++)
    {
      gboolean has_standard = week_cases[c].standard != CASENESS_STANDARD_OF_STAGE;
      g_autoptr(CasenessPtl) ptl
        = list_waiting (snapshot, has_standard ? "first appointment" : "follow-up", AS_AT, week_cases[c].standard);
      guint n_people, n_columns;
      const CasenessPtlPerson *people = caseness_ptl_get_people (ptl, &n_people);
      const CasenessPtlColumn *columns = caseness_ptl_get_columns (ptl, &n_columns);

      g_assert_cmpuint (n_people, ==, G_N_ELEMENTS (waits));
      g_assert_cmpuint (n_columns, ==, week_cases[c].n_columns);
      for (i = 0; i < n_people; i++)
        {
          for (k = 0; waits[k] != people[i].wait_days; k++)
            ;
          g_assert_cmpstr (columns[people[i].column].label, ==, week_cases[c].columns[k]);
          g_assert_cmpint (people[i].is_past, ==, has_standard && waits[k] > week_cases[c].standard);
        }
      check_sums (ptl);
    }
}

/* The last column opens only beyond 26 weeks, and there are never fewer than four. */
static void
test_width (void)
{
  static const struct { const char *received; guint n_columns; const char *last; } cases[] = {
    { "2025-06-30", 6 + 4, "3 to 4 weeks past" },  /* nobody late */
    { "2025-04-21", 6 + 4, "3 to 4 weeks past" },  /* 28 days past */
    { "2025-04-20", 6 + 5, "4 to 5 weeks past" },  /* 29 days past */
    { "2024-11-18", 6 + 26, "25 to 26 weeks past" },     /* 182 days past */
    { "2024-11-17", 6 + 27, "more than 26 weeks past" }, /* 183 days past */
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *script = g_strdup_printf ("R R1 %s", cases[i].received);
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
      g_autoptr(CasenessPtl) ptl = list_waiting (snapshot, "first appointment", AS_AT, CASENESS_STANDARD_OF_STAGE);
      guint n;
      const CasenessPtlColumn *columns = caseness_ptl_get_columns (ptl, &n);

      g_assert_cmpuint (n, ==, cases[i].n_columns);
      g_assert_cmpstr (columns[n - 1].label, ==, cases[i].last);
      check_sums (ptl);
    }
}

/* Who waits for what, since when and until when; expected NULL: nobody. */
typedef struct
{
  const char *why;
  const char *stage;
  const char *as_at;
  const char *script;
  const char *expected;
} WaitCase;

#define SEEN "R R1 2025-05-01;C C1 2025-05-10 01 5 A1/S1/-"
#define ONCE "R R1 2025-05-01;C C1 2025-05-10 02 5 A1/S1/GSH-Book"

static const WaitCase wait_cases[] = {
  { "open on the day of receipt", "first appointment", "2025-05-01", "R R1 2025-05-01",
    "clock_start=2025-05-01 breach_date=2025-06-12 wait_days=0 booked_date=" },
  { "not before", "first appointment", "2025-04-30", "R R1 2025-05-01", NULL },
  { "open until the day before discharge", "first appointment", "2025-05-31", "R R1 2025-05-01 2025-06-01",
    "wait_days=30" },
  { "not on the day of discharge", "first appointment", "2025-06-01", "R R1 2025-05-01 2025-06-01", NULL },
  { "waiting until the day before the contact", "first appointment", "2025-05-09", SEEN, "wait_days=8" },
  { "not on its day", "first appointment", "2025-05-10", SEEN, NULL },
  { "a missed contact changes nothing", "first appointment", AS_AT, "R R1 2025-05-01;C C1 2025-05-10 01 3",
    "clock_start=2025-05-01" },
  { "employment support is an appointment", "first appointment", AS_AT, "R R1 2025-05-01;C C1 2025-05-10 10 5", NULL },
  { "so is a follow-up", "first appointment", AS_AT, "R R1 2025-05-01;C C1 2025-05-10 06 5", NULL },
  { "a log counts from its end", "first appointment", "2025-05-15", "R R1 2025-05-01;L 2025-05-10 2025-05-16 X 9",
    "wait_days=14" },
  { "and then ends the wait", "first appointment", "2025-05-16", "R R1 2025-05-01;L 2025-05-10 2025-05-16 X 9", NULL },
  { "seen, not treated", "first treatment", "2025-05-10", SEEN, "clock_start=2025-05-01 wait_days=9" },
  { "not seen yet", "first treatment", "2025-05-09", SEEN, NULL },
  { "treated once", "first treatment", AS_AT, ONCE, NULL },
  { "treated once waits again", "second treatment", AS_AT, ONCE,
    "clock_start=2025-05-10 breach_date=2025-06-07 wait_days=51 therapy=GSH-Book step=Step~2 clinician=S1" },
  { "on the day of the first", "second treatment", "2025-05-10", ONCE, "wait_days=0" },
  { "not after a second", "second treatment", AS_AT, ONCE ";C C2 2025-05-20 02 5 A2/S1/CBT", NULL },
  { "a log starts the clock at its start", "second treatment", AS_AT, "R R1 2025-05-01;L 2025-05-10 2025-05-16 X 9",
    "clock_start=2025-05-10 therapy=IET step=Step~3" },
  { "a booking ends the wait", "first appointment", AS_AT, "R R1 2025-06-01;B B1 2025-07-13 01 - S9",
    "wait_days=42 booked_date=2025-07-13 clinician=S9" },
  { "the earliest on or after the day", "first appointment", AS_AT,
    "R R1 2025-06-01;B B1 2025-07-13 01;B B2 2025-06-29 01;B B3 2025-06-30 01", "booked_date=2025-06-30 wait_days=29" },
  { "a follow-up booking is none", "first appointment", AS_AT, "R R1 2025-06-01;B B1 2025-07-13 06", "booked_date=" },
  { "an assessment is no treatment booking", "first treatment", AS_AT, SEEN ";B B1 2025-07-13 01", "booked_date=" },
  { "a treatment is", "first treatment", AS_AT, SEEN ";B B1 2025-07-13 02 CBT",
    "booked_date=2025-07-13 therapy=CBT step=Step~3" },
  { "low intensity and high booked", "step-up", AS_AT, ONCE ";B B1 2025-07-13 02 CBT",
    "clock_start=2025-05-10 booked_date=2025-07-13 breach_date=2025-06-21" },
  { "low booked is no step up", "step-up", AS_AT, ONCE ";B B1 2025-07-13 02 GSH-Book", NULL },
  { "low intensity and high listed for any stage", "step-up", AS_AT, ONCE ";W second-treatment 2025-06-01 - CBT",
    "clock_start=2025-05-10" },
  { "or listed for step 3", "step-up", AS_AT, ONCE ";W second-treatment 2025-06-01 - - 3", "clock_start=2025-05-10" },
  { "the list says so", "step-up", AS_AT, "R R1 2025-05-01;W step-up 2025-06-01", "clock_start=2025-06-01" },
  { "the list, after a later low treatment", "step-up", AS_AT, ONCE ";W step-up 2025-05-05", "clock_start=2025-05-10" },
  { "not added yet", "step-up", "2025-05-31", "R R1 2025-05-01;W step-up 2025-06-01", NULL },
  { "removed on the day", "step-up", AS_AT, "R R1 2025-05-01;W step-up 2025-06-01 2025-06-30", NULL },
  { "removed the day after", "step-up", AS_AT, "R R1 2025-05-01;W step-up 2025-06-01 2025-07-01",
    "clock_start=2025-06-01" },
  { "high intensity was given already", "step-up", AS_AT,
    ONCE ";C C2 2025-05-20 02 5 A2/S1/CBT;B B1 2025-07-13 02 CBT", NULL },
  { "follow-up is on the list or nowhere", "follow-up", AS_AT, ONCE, NULL },
  { "a follow-up has no breach", "follow-up", AS_AT, "R R1 2025-05-01;W follow-up 2025-06-01;B B1 2025-07-01 06",
    "clock_start=2025-06-01 breach_date= wait_days=30 booked_date=2025-07-01" },
  { "stages as they are written", "follow-up", AS_AT, "R R1 2025-05-01;W Follow-Up 2025-06-01", "wait_days=29" },
  { "the list never hides what the data show", "first appointment", AS_AT,
    "R R1 2025-05-01;W second-treatment 2025-06-01", "clock_start=2025-05-01" },
  { "perinatal: two weeks to assessment", "first appointment", AS_AT, "R R1 2025-06-01;Q - - Student;Q - - Perinatal",
    "breach_date=2025-06-15 priority=Perinatal" },
  { "one word of several", "first appointment", AS_AT, "R R1 2025-06-01;Q - - Veteran;Q - - LTC;Q - - perinatal",
    "breach_date=2025-06-15" },
  { "perinatal: four weeks to treatment", "first treatment", AS_AT, SEEN ";Q - - Perinatal", "breach_date=2025-05-29" },
  { "perinatal: nothing special further on", "second treatment", AS_AT, ONCE ";Q - - Perinatal",
    "breach_date=2025-06-07" },
  { "nothing recorded", "first appointment", AS_AT, "R R1 2025-06-01",
    "therapy=Not~recorded step=Not~recorded locality=Not~recorded team=Not~recorded clinician=Not~recorded "
    "priority=None" },
  { "the list's words before the referral's", "first appointment", AS_AT,
    "F S2 East;R R1 2025-06-01;Q Castle South -;W first-appointment 2025-06-02 - 304891004 2 Abbey North S2;"
    "B B1 2025-07-01 01 IPT S3",
    "therapy=CBT step=Step~2 locality=Abbey team=North clinician=S2" },
  { "the referral's team before that of whom it is allocated to", "first appointment", AS_AT,
    "F S2 East;R R1 2025-06-01;Q Castle South -;W first-appointment 2025-06-02 - - - - - S2",
    "team=South clinician=S2" },
  { "the team of whom it is allocated to", "first appointment", AS_AT,
    "F S2 East;R R1 2025-06-01;W first-appointment 2025-06-02 - - - - - S2", "team=East" },
  { "the appointment says who, not which team", "first appointment", AS_AT, "F S2 East;R R1 2025-06-01;B B1 2025-07-01 01 - S2",
    "team=Not~recorded clinician=S2" },
  { "the clinician's team", "second treatment", AS_AT, "F S1 West;" ONCE, "team=West" },
};

static void
test_waits (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (wait_cases); i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (wait_cases[i].script, NULL);
      g_autoptr(CasenessPtl) ptl
        = list_waiting (snapshot, wait_cases[i].stage, wait_cases[i].as_at, CASENESS_STANDARD_OF_STAGE);
      g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
      guint n;

      caseness_ptl_get_people (ptl, &n);
      if (n != (wait_cases[i].expected != NULL))
        g_test_message ("%s", wait_cases[i].why);
      g_assert_cmpuint (n, ==, wait_cases[i].expected != NULL);
      caseness_ptl_write_people_csv (writer, ptl, NULL, NULL);
      if (n > 0)
        fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0, wait_cases[i].expected, wait_cases[i].why);
      check_sums (ptl);
    }
}

/* A number asked for overrides every standard; a wait may be negative and is then no breach. */
static void
test_standard (void)
{
  g_autoptr(CasenessSnapshot) snapshot
    = fixture_snapshot_new ("R R1 2025-06-01;Q - - Perinatal;W step-up 2025-06-20;B B1 2025-06-30 02 CBT", NULL);
  g_autoptr(CasenessPtl) ptl = list_waiting (snapshot, "first appointment", AS_AT, 28);
  g_autoptr(CasenessPtl) past = list_waiting (snapshot, "first appointment", AS_AT, 0);
  guint n;

  g_assert_cmpint (caseness_ptl_get_people (ptl, &n)[0].standard_days, ==, 28);
  g_assert_cmpuint (caseness_ptl_get_n_past (ptl), ==, 1);
  g_assert_cmpint (caseness_ptl_get_standard (ptl), ==, 28);
  g_assert_cmpint (caseness_ptl_get_longest_wait (ptl), ==, 29);
  g_assert_cmpstr (caseness_ptl_get_columns (past, &n)[0].label, ==, "1 to 0 weeks before");
  g_assert_cmpuint (n, ==, 1 + 5);
  check_sums (ptl);
  check_sums (past);
}

static CasenessSnapshot *
make_service (void)
{
  return fixture_snapshot_new ("R R1 2025-06-01;Q North - Student;B B1 2025-07-02 01 CBT;"
                               "R R2 2025-05-01;Q South - -;W first-appointment 2025-05-02 - CBT;"
                               "R R3 2025-04-01;Q North - -;W first-appointment 2025-04-02 - EMDR;"
                               "R R0 2025-06-01;R R4 2024-01-01;R R5 2025-06-01 2025-06-10",
                               NULL);
}

static void
test_order (void)
{
  g_autoptr(CasenessSnapshot) snapshot = make_service ();
  g_autoptr(CasenessPtl) ptl = list_waiting (snapshot, "First-Appointment", AS_AT, CASENESS_STANDARD_OF_STAGE);
  static const char *const order[] = { "R4", "R3", "R2", "R0", "R1" };
  guint n, i;
  const CasenessPtlPerson *people = caseness_ptl_get_people (ptl, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (order));
  for (i = 0; i < n; i++)
    g_assert_cmpstr (people[i].service_request_id, ==, order[i]);
}

static void
test_grid (void)
{
  g_autoptr(CasenessSnapshot) snapshot = make_service ();
  g_autoptr(CasenessPtl) ptl = list_waiting (snapshot, "first appointment", AS_AT, CASENESS_STANDARD_OF_STAGE);
  g_autoptr(CasenessPtlGrid) grid = caseness_ptl_count (ptl, CASENESS_PTL_SPLIT_THERAPY, CASENESS_PTL_SPLIT_ALL, NULL);
  g_autoptr(CasenessPtlGrid) north
    = caseness_ptl_count (ptl, CASENESS_PTL_SPLIT_THERAPY, CASENESS_PTL_SPLIT_LOCALITY, "North");
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  static const struct { const char *label; guint total, n_past; } rows[] = {
    { "CBT", 2, 1 }, { "EMDR", 1, 1 }, { "Not recorded", 2, 1 },
  };
  guint i;

  g_assert_cmpuint (grid->rows->len, ==, G_N_ELEMENTS (rows));
  for (i = 0; i < grid->rows->len; i++)
    {
      const CasenessPtlRow *row = g_ptr_array_index (grid->rows, i);

      g_assert_cmpstr (row->label, ==, rows[i].label);
      g_assert_cmpuint (row->total, ==, rows[i].total);
      g_assert_cmpuint (row->n_past, ==, rows[i].n_past);
    }
  g_assert_cmpuint (grid->undated->total, ==, 4);
  g_assert_cmpuint (north->total->total, ==, 2);
  check_sums (ptl);
  caseness_ptl_write_grid_csv (writer, ptl, CASENESS_PTL_SPLIT_APPOINTMENT);
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0, "group=Agreed~date 2~to~1~weeks~before=1", "grid");
}

static void
test_filter (void)
{
  g_autoptr(CasenessSnapshot) snapshot = make_service ();
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  static const struct { CasenessDimension dimension; const char *value; guint n; } cases[] = {
    { CASENESS_DIMENSION_LOCALITY, "North", 2 },      { CASENESS_DIMENSION_LOCALITY, "Not recorded", 2 },
    { CASENESS_DIMENSION_THERAPY, "CBT", 2 },         { CASENESS_DIMENSION_STEP, "Step 3", 3 },
    { CASENESS_DIMENSION_PRIORITY, "None", 4 },       { CASENESS_DIMENSION_PROVIDER, "XA1", 5 },
    { CASENESS_DIMENSION_PROVIDER, "XB1", 0 },        { CASENESS_DIMENSION_COMMISSIONER, "Not recorded", 5 },
    { CASENESS_DIMENSION_CLINICIAN, "Not recorded", 5 }, { CASENESS_DIMENSION_TEAM, "North", 0 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessFilter) filter = caseness_filter_with (everybody, cases[i].dimension, cases[i].value);
      g_autoptr(CasenessPtl) ptl = caseness_ptl_new (snapshot, CASENESS_STAGE_FIRST_APPOINTMENT,
                                                     caseness_date_parse (AS_AT), CASENESS_STANDARD_OF_STAGE, filter);
      guint n;

      caseness_ptl_get_people (ptl, &n);
      g_assert_cmpuint (n, ==, cases[i].n);
      check_sums (ptl);
    }
}

static void
test_groups (void)
{
  g_autoptr(CasenessSnapshot) snapshot = make_service ();
  g_auto(GStrv) therapies
    = caseness_ptl_list_groups (snapshot, caseness_date_parse (AS_AT), CASENESS_DIMENSION_THERAPY);
  g_auto(GStrv) priorities
    = caseness_ptl_list_groups (snapshot, caseness_date_parse (AS_AT), CASENESS_DIMENSION_PRIORITY);
  g_autofree char *therapy_text = g_strjoinv (",", therapies), *priority_text = g_strjoinv (",", priorities);

  g_assert_cmpstr (therapy_text, ==, "CBT,EMDR,Not recorded");
  g_assert_cmpstr (priority_text, ==, "Student,None");
}

static void
test_nobody (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new ("", NULL);
  g_autoptr(CasenessPtl) ptl = list_waiting (snapshot, "step up", AS_AT, CASENESS_STANDARD_OF_STAGE);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  guint n;

  caseness_ptl_get_columns (ptl, &n);
  g_assert_cmpuint (n, ==, 10);
  g_assert_cmpint (caseness_ptl_get_longest_wait (ptl), ==, -1);
  caseness_ptl_write_grid_csv (writer, ptl, CASENESS_PTL_SPLIT_ALL);
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0, "group=All 6~to~5~weeks~before=0", "nobody");
  check_sums (ptl);
}

static void
test_headline (void)
{
  static const struct { const char *stage; const char *script; const char *text; } cases[] = {
    { "first treatment", "", "Nobody is waiting for a first treatment." },
    { "first appointment", "R R1 2025-06-01",
      "1 person is waiting for a first appointment; nobody is past the breach date." },
    { "first appointment", "R R1 2025-01-01", "1 of 1 person waiting for a first appointment is past the breach date." },
    { "first appointment",
      "R R1 2025-01-01;B B1 2025-07-01 01 CBT;R R2 2025-01-01;B B2 2025-07-01 01 CBT;R R3 2025-01-01;R R4 2025-06-30",
      "3 of 4 people waiting for a first appointment are past their breach date; 2 of the 3 are waiting for CBT." },
    { "first appointment", "R R1 2025-01-01;B B1 2025-07-01 01 CBT;R R2 2025-01-01;B B2 2025-07-01 01 CBT",
      "2 of 2 people waiting for a first appointment are past their breach date, all waiting for CBT." },
    { "follow-up", "R R1 2025-01-01;W follow-up 2025-06-29;R R2 2025-01-01;W follow-up 2025-06-20",
      "2 people are waiting for a follow-up; the longest wait is 10 days." },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (cases[i].script, NULL);
      g_autoptr(CasenessPtl) ptl = list_waiting (snapshot, cases[i].stage, AS_AT, CASENESS_STANDARD_OF_STAGE);
      g_autofree char *text = caseness_ptl_describe (ptl);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_words (void)
{
  static const struct { CasenessStage stage; int standard; } standards[] = {
    { CASENESS_STAGE_FIRST_APPOINTMENT, 42 }, { CASENESS_STAGE_FIRST_TREATMENT, 42 },
    { CASENESS_STAGE_SECOND_TREATMENT, 28 },  { CASENESS_STAGE_STEP_UP, 42 }, { CASENESS_STAGE_FOLLOW_UP, -1 },
  };
  CasenessPtlSplit split;
  CasenessStage stage;
  guint i;

  for (i = 0; i < CASENESS_N_STAGES; i++)
    {
      g_assert_true (caseness_stage_parse (caseness_stage_get_name (i), &stage));
      g_assert_cmpint (stage, ==, i);
      g_assert_cmpint (caseness_stage_get_standard (standards[i].stage), ==, standards[i].standard);
    }
  for (i = 0; i < CASENESS_N_PTL_SPLITS; i++)
    {
      g_assert_true (caseness_ptl_split_parse (caseness_ptl_split_get_name (i), &split));
      g_assert_cmpint (split, ==, i);
    }
  g_assert_false (caseness_stage_parse ("first", &stage));
  g_assert_false (caseness_stage_parse (NULL, &stage));
  g_assert_false (caseness_ptl_split_parse ("gender", &split));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/ptl/weeks", test_weeks);
  g_test_add_func ("/measures/ptl/width", test_width);
  g_test_add_func ("/measures/ptl/waits", test_waits);
  g_test_add_func ("/measures/ptl/standard", test_standard);
  g_test_add_func ("/measures/ptl/order", test_order);
  g_test_add_func ("/measures/ptl/grid", test_grid);
  g_test_add_func ("/measures/ptl/filter", test_filter);
  g_test_add_func ("/measures/ptl/groups", test_groups);
  g_test_add_func ("/measures/ptl/nobody", test_nobody);
  g_test_add_func ("/measures/ptl/headline", test_headline);
  g_test_add_func ("/measures/ptl/words", test_words);
  return g_test_run ();
}
