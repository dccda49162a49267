/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "data-fixture.h"

#include "caseness-adsm.h"
#include "caseness-demo.h"
#include "caseness-import.h"
#include "caseness-ptl.h"
#include "caseness-snapshot.h"
#include "caseness-tool.h"

#include <glib/gstdio.h>
#include <string.h>

/* The ordinary demo service, imported and derived as any other, stands where England stood in 2024-25. The
 * tolerances are the service's own: some 4,300 finished courses, so that chance alone moves a percentage by
 * up to two points. */

typedef struct
{
  char *folder;
  CasenessSnapshot *snapshot;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const guint32 *seed = data;
  CasenessDemoOptions demo;
  g_autoptr(GDateTime) now = g_date_time_new_utc (2025, 8, 1, 9, 0, 0);
  CasenessImportOptions options = { .imported_by = "test", .now = now };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autofree char *demo_folder = NULL;
  g_autofree char *store_path = NULL;
  const char *paths[] = { NULL, NULL };
  g_autoptr(GError) error = NULL;
  guint i;

  fixture->folder = g_dir_make_tmp ("caseness-headlines-XXXXXX", &error);
  g_assert_no_error (error);
  demo_folder = g_build_filename (fixture->folder, "demo", NULL);
  store_path = g_build_filename (fixture->folder, "demo.caseness", NULL);
  caseness_demo_options_init (&demo);
  demo.seed = *seed;
  g_assert_true (caseness_demo_write (demo_folder, &demo, NULL, &error));
  paths[0] = demo_folder;
  receipt = caseness_import_file (store_path, paths, &options, NULL, &error);
  g_assert_no_error (error);
  for (i = 0; i < receipt->lines->len; i++)
    g_assert_cmpuint (((CasenessReceiptLine *) g_ptr_array_index (receipt->lines, i))->rejected, ==, 0);
  store = caseness_store_open (store_path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  fixture->snapshot = caseness_snapshot_load (store, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->snapshot, caseness_snapshot_unref);
  data_fixture_remove_tree (fixture->folder);
  g_free (fixture->folder);
}

/* What is counted over the referrals discharged on or after a day. */
typedef struct
{
  int referrals, self; /* all, whenever discharged */
  int ended, unseen, finished, not_at_caseness;
  int recovered, reliably_recovered, improved, deteriorated;
  int within_6_weeks, within_18_weeks, sessions;
  int indicated, paired; /* courses with a measure of their own, and those judged by it */
} Headlines;

static void
count_finished (const CasenessSnapshot *snapshot, guint i, Headlines *sum)
{
  guint flags = caseness_snapshot_get_flags (snapshot, i);
  int wait = caseness_snapshot_get_date (snapshot, i, CASENESS_PATHWAY_TREATMENT_FIRST)
             - caseness_snapshot_get_date (snapshot, i, CASENESS_PATHWAY_RECEIVED);
  gboolean is_recovered = (flags & CASENESS_OUTCOME_RECOVERY) != 0;
  gboolean is_improved = (flags & CASENESS_OUTCOME_IMPROVEMENT) != 0;
  const char *descriptor = caseness_snapshot_get_text (snapshot, i, CASENESS_PATHWAY_DESCRIPTOR);
  guint own = caseness_tool_find_for_descriptor (descriptor, TRUE);

  sum->finished++;
  if (own != caseness_tool_find_by_prefix ("GAD"))
    {
      sum->indicated++;
      sum->paired += caseness_snapshot_get_anxiety (snapshot, i).tool == own;
    }
  sum->not_at_caseness += (flags & CASENESS_OUTCOME_NOT_CASENESS) != 0;
  sum->recovered += is_recovered;
  sum->improved += is_improved;
  sum->reliably_recovered += is_recovered && is_improved;
  sum->deteriorated += (flags & CASENESS_OUTCOME_DETERIORATION) != 0;
  sum->within_6_weeks += wait <= 42;
  sum->within_18_weeks += wait <= 126;
  sum->sessions += caseness_snapshot_get_count (snapshot, i, CASENESS_PATHWAY_TREATMENTS);
}

static Headlines
count_since (const CasenessSnapshot *snapshot, CasenessDate from)
{
  Headlines sum = { 0 };
  guint i;

  for (i = 0; i < caseness_snapshot_get_n_pathways (snapshot); i++)
    {
      CasenessDate discharged = caseness_snapshot_get_date (snapshot, i, CASENESS_PATHWAY_DISCHARGED);

      sum.referrals++;
      sum.self += strcmp (caseness_snapshot_get_text (snapshot, i, CASENESS_PATHWAY_SOURCE), "B1") == 0;
      if (discharged == CASENESS_DATE_NONE || discharged < from)
        continue;
      sum.ended++;
      sum.unseen += caseness_snapshot_get_count (snapshot, i, CASENESS_PATHWAY_CARE_CONTACTS) == 0;
      if (caseness_snapshot_get_flags (snapshot, i) & CASENESS_PATHWAY_COMPLETED)
        count_finished (snapshot, i, &sum);
    }
  return sum;
}

static void
assert_near (const char *what, double part, double whole, double expected, double tolerance)
{
  double value = whole > 0 ? part / whole : 0;

  g_test_message ("%s: %.2f (%.2f, give or take %.2f)", what, value, expected, tolerance);
  g_assert_cmpfloat_with_epsilon (value, expected, tolerance);
}

static void
assert_headlines (const Headlines *sum, double slack)
{
  int of = sum->finished - sum->not_at_caseness;

  assert_near ("recovery", 100.0 * sum->recovered, of, 50, 3 * slack);
  assert_near ("reliable recovery", 100.0 * sum->reliably_recovered, of, 47.5, 3 * slack);
  assert_near ("reliable improvement", 100.0 * sum->improved, sum->finished, 67, 3 * slack);
  assert_near ("reliable deterioration", 100.0 * sum->deteriorated, sum->finished, 5.8, 2 * slack);
  assert_near ("not at caseness", 100.0 * sum->not_at_caseness, sum->finished, 5.3, 2 * slack);
  assert_near ("first treatment within 6 weeks", 100.0 * sum->within_6_weeks, sum->finished, 92, 3 * slack);
  assert_near ("first treatment within 18 weeks", 100.0 * sum->within_18_weeks, sum->finished, 98.7,
               1 * slack);
  assert_near ("measured on their own measure", 100.0 * sum->paired, sum->indicated, 71.6, 4 * slack);
  assert_near ("sessions", sum->sessions, sum->finished, 8.4, 0.5 * slack);
}

static void
check_year (const Fixture *fixture)
{
  Headlines sum
      = count_since (fixture->snapshot, caseness_snapshot_get_earliest_period_start (fixture->snapshot));

  assert_headlines (&sum, 1);
  assert_near ("referred themselves", 100.0 * sum.self, sum.referrals, 69, 2.5);
  assert_near ("finished, of those ended", 100.0 * sum.finished, sum.ended, 38.2, 3);
  assert_near ("never seen, of those ended", 100.0 * sum.unseen, sum.ended, 31.9, 3);
}

/* A quarter of the courses, so more room for chance: the year is not made of a bad start and a good end.
 */
static void
check_last_quarter (const Fixture *fixture)
{
  CasenessDate from
      = caseness_date_add_months (caseness_snapshot_get_latest_period_end (fixture->snapshot) + 1, -3);
  Headlines sum = count_since (fixture->snapshot, from);

  assert_headlines (&sum, 1.6);
}

static void
count_queue (const Fixture *fixture, CasenessStage stage, guint *n_people, guint *n_past, int *longest)
{
  CasenessDate day = caseness_snapshot_get_latest_period_end (fixture->snapshot);
  g_autoptr(CasenessPtl) ptl = caseness_ptl_new (fixture->snapshot, stage, day, -1, NULL);

  caseness_ptl_get_people (ptl, n_people);
  *n_past = caseness_ptl_get_n_past (ptl);
  *longest = caseness_ptl_get_longest_wait (ptl);
}

/* A live waiting list: people at every stage, about one in nine of those not yet treated past six weeks once
 * their appointment comes, and nobody forgotten. */
static void
check_waiting (const Fixture *fixture)
{
  guint n_first, n_assessed, n_second, n_step_up, n_follow_up, past, past_assessed;
  int longest, other;

  count_queue (fixture, CASENESS_STAGE_FIRST_APPOINTMENT, &n_first, &past, &longest);
  count_queue (fixture, CASENESS_STAGE_FIRST_TREATMENT, &n_assessed, &past_assessed, &other);
  assert_near ("past six weeks", 100.0 * (past + past_assessed), n_first + n_assessed, 11, 4);
  g_assert_cmpuint (n_first, >, 300);
  g_assert_cmpuint (n_assessed, >, 20);
  g_assert_cmpint (MAX (longest, other), >, 84);
  g_assert_cmpint (MAX (longest, other), <, 180);
  count_queue (fixture, CASENESS_STAGE_SECOND_TREATMENT, &n_second, &past, &other);
  count_queue (fixture, CASENESS_STAGE_STEP_UP, &n_step_up, &past, &other);
  count_queue (fixture, CASENESS_STAGE_FOLLOW_UP, &n_follow_up, &past, &other);
  g_assert_cmpuint (n_second, >, 300);
  g_assert_cmpuint (n_step_up, >, 30);
  g_assert_cmpuint (n_follow_up, >, 10);
}

/* Everybody of a family in one row: some paired, some measured once, some missed. */
static void
check_family (CasenessFrame *frame, CasenessAdsmFamily family, guint fewest)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) rows = caseness_adsm_count_family (frame, family, none, NULL);
  const CasenessAdsm *all = g_ptr_array_index (rows, 0);

  g_test_message ("family %d: %u, paired %u, once %u, wrong %u, GAD-7 %u", family, all->should_have, all->paired,
                  all->first_only, all->wrong_measure, all->gad_instead);
  g_assert_cmpuint (all->should_have, >=, fewest);
  g_assert_cmpuint (all->paired * 4, >=, all->should_have);
  g_assert_cmpuint (all->paired * 4, <=, all->should_have * 3);
  g_assert_cmpuint (all->first_only, >, 0);
  g_assert_cmpuint (all->gad_instead, >, 0);
}

/* Unexplained symptoms and long-term conditions have something to show, and every measure that can be sent is paired
 * for somebody. */
static void
check_families (const Fixture *fixture)
{
  static const char *const tools[] = { "IBS", "PHQ15", "BIQ", "DDS", "CAT", "BPI" };
  const CasenessPeriod period = { caseness_snapshot_get_earliest_period_start (fixture->snapshot),
                                  caseness_snapshot_get_latest_period_end (fixture->snapshot) };
  g_autoptr(CasenessFrame) frame = caseness_frame_new (fixture->snapshot);
  guint t, i;

  caseness_frame_set_period (frame, &period);
  check_family (frame, CASENESS_ADSM_MUS, 30);
  check_family (frame, CASENESS_ADSM_CONDITIONS, 100);
  for (t = 0; t < G_N_ELEMENTS (tools); t++)
    {
      guint tool = caseness_tool_find_by_prefix (tools[t]), n_paired = 0;

      for (i = 0; i < caseness_snapshot_get_n_pathways (fixture->snapshot); i++)
        n_paired += caseness_snapshot_get_scores (fixture->snapshot, i, tool).last != CASENESS_SCORE_NONE;
      g_test_message ("%s paired: %u", tools[t], n_paired);
      g_assert_cmpuint (n_paired, >, 0);
    }
}

/* One service is made for all of them, because making and deriving it takes seconds. */
static void
test_headlines (Fixture *fixture, gconstpointer data)
{
  check_year (fixture);
  check_last_quarter (fixture);
  check_waiting (fixture);
  check_families (fixture);
}

int
main (int argc, char **argv)
{
  static const guint32 seeds[] = { 1, 2 };

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/measures/demo-headlines/ordinary", Fixture, &seeds[0], set_up, test_headlines, tear_down);
  g_test_add ("/measures/demo-headlines/another-seed", Fixture, &seeds[1], set_up, test_headlines, tear_down);
  return g_test_run ();
}
