/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-clearance.h"

#include <math.h>

static void
assert_number (double found, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (found));
  else
    g_assert_cmpfloat_with_epsilon (found, expected, 1e-9);
}

static void
test_clear (void)
{
  static const struct
  {
    CasenessQueue queue;
    double rule;
    CasenessClearance expected;
  } cases[] = {
    { { 120, 30, 32 }, 5, { 3.75, 4, 150, 0, 0, TRUE, -2 } },
    { { 200, 40, 45 }, 4, { 200.0 / 45, 5, 160, 40, 8, TRUE, -5 } },
    { { 90, 40, 40 }, 3, { 2.25, 2.25, 120, 0, 0, FALSE, 0 } },
    { { 0, 20, 22 }, 5, { 0, 0, 100, 0, 0, TRUE, -2 } },
    { { 150, 0, 10 }, 5, { 15, NAN, 0, 150, 15, TRUE, -10 } },   /* nobody joins */
    { { 150, 25, 0 }, 5, { NAN, 6, 125, 25, NAN, FALSE, 25 } }, /* nobody is seen */
    { { 100, 20, 20 }, 5, { 5, 5, 100, 0, 0, FALSE, 0 } },     /* exactly as many as may wait */
    { { 101, 20, 20 }, 5, { 5.05, 5.05, 100, 1, NAN, FALSE, 0 } },
    { { 101, 20, 24 }, 5, { 101.0 / 24, 5.05, 100, 1, 0.25, TRUE, -4 } },
    { { 12, NAN, 4 }, 5, { 3, NAN, NAN, NAN, NAN, FALSE, NAN } }, /* joiners not known */
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessClearance clearance = caseness_queue_clear (&cases[i].queue, cases[i].rule);

      assert_number (clearance.weeks, cases[i].expected.weeks);
      assert_number (clearance.weeks_of_new, cases[i].expected.weeks_of_new);
      assert_number (clearance.maximum_list, cases[i].expected.maximum_list);
      assert_number (clearance.backlog, cases[i].expected.backlog);
      assert_number (clearance.backlog_weeks, cases[i].expected.backlog_weeks);
      g_assert_cmpint (clearance.is_stable, ==, cases[i].expected.is_stable);
      assert_number (clearance.growth, cases[i].expected.growth);
    }
  assert_number (caseness_queue_get_rule (42), 5);
  assert_number (caseness_queue_get_rule (28), 3);
  assert_number (caseness_queue_get_rule (0), 0);
  assert_number (caseness_queue_get_rule (-1), NAN);
}

/* Twelve weeks to 30 June are the days from 8 April. */
#define SERVICE \
  "R R1 2025-01-01;Q North - -;C C1 2025-04-07 02 5 A1/S1/CBT;" \
  "R R2 2025-01-01;Q North - -;C C2 2025-04-08 02 5 A2/S1/CBT;" \
  "R R3 2025-01-01;C C3 2025-06-30 02 5 A3/S1/GSH-Book;C C4 2025-06-30 02 5 A4/S1/EMDR;" \
  "R R4 2025-01-01;C C5 2025-07-01 02 5 A5/S1/CBT;" \
  "R R5 2025-06-01;C C6 2025-06-02 01 5 A6/S1/-;W first-treatment 2025-06-03 - CBT"

static void
test_measure (void)
{
  static const struct
  {
    CasenessStage stage;
    const char *therapy;
    const char *locality;
    CasenessQueue expected; /* joined and left are over twelve weeks here */
  } cases[] = {
    { CASENESS_STAGE_FIRST_TREATMENT, NULL, NULL, { 1, 3, 2 } },
    { CASENESS_STAGE_FIRST_TREATMENT, "CBT", NULL, { 1, 2, 1 } }, /* R2 began it, R5 waits for it */
    { CASENESS_STAGE_FIRST_TREATMENT, "EMDR", NULL, { 0, 1, 1 } },
    { CASENESS_STAGE_FIRST_TREATMENT, "IPT", NULL, { 0, 0, 0 } },
    { CASENESS_STAGE_FIRST_TREATMENT, NULL, "North", { 0, 1, 1 } },
    { CASENESS_STAGE_FIRST_APPOINTMENT, NULL, NULL, { 1, 1, 3 } },
    { CASENESS_STAGE_SECOND_TREATMENT, NULL, NULL, { 2, 2, 1 } },
    { CASENESS_STAGE_STEP_UP, NULL, NULL, { 0, NAN, 0 } }, /* both on one day is no step up */
    { CASENESS_STAGE_FOLLOW_UP, NULL, NULL, { 0, NAN, NAN } },
  };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessFilter) filter
        = cases[i].locality != NULL
            ? caseness_filter_with (everybody, CASENESS_DIMENSION_LOCALITY, cases[i].locality)
            : caseness_filter_ref (everybody);
      g_autoptr(CasenessPtl) ptl = caseness_ptl_new (snapshot, cases[i].stage, caseness_date_new (2025, 6, 30),
                                                     CASENESS_STANDARD_OF_STAGE, filter);
      CasenessQueue queue = caseness_queue_measure (ptl, CASENESS_PTL_SPLIT_THERAPY, cases[i].therapy);

      assert_number (queue.waiting, cases[i].expected.waiting);
      assert_number (queue.new_per_week * 12, cases[i].expected.new_per_week);
      assert_number (queue.seen_per_week * 12, cases[i].expected.seen_per_week);
    }
}

/* A list as at a day after the last submission looks back from the end of what was sent. */
static void
test_late (void)
{
  g_autoptr(CasenessSnapshot) snapshot
    = fixture_snapshot_new ("R R1 2025-01-01;C C1 2025-12-31 02 5 A1/S1/CBT;R R2 2025-01-01;"
                            "C C2 2025-10-09 02 5 A2/S1/CBT;R R3 2025-01-01;C C3 2025-10-08 02 5 A3/S1/CBT",
                            NULL);
  g_autoptr(CasenessPtl) ptl = caseness_ptl_new (snapshot, CASENESS_STAGE_FIRST_TREATMENT,
                                                 caseness_date_new (2026, 2, 28), CASENESS_STANDARD_OF_STAGE, NULL);

  assert_number (caseness_queue_measure (ptl, CASENESS_PTL_SPLIT_ALL, NULL).seen_per_week * 12, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/clearance/clear", test_clear);
  g_test_add_func ("/measures/clearance/measure", test_measure);
  g_test_add_func ("/measures/clearance/late", test_late);
  return g_test_run ();
}
