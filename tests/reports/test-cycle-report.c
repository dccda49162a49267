/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cycle-report.h"
#include "fixture.h"
#include "report-text.h"

#include <string.h>

/* Ten courses a month from March: four recover before September, nine from then on. */
static CasenessSnapshot *
snapshot_new (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  guint month, i;

  for (month = 3; month <= 12; month++)
    for (i = 0; i < 10; i++)
      g_string_append_printf (script,
                              "R X%u-%u 2025-01-01 2025-%02u-20;Q East North -;P 01 F322 1;"
                              "C X%u-%ua 2025-01-10 03 5 A/STAFF7/CBT+PHQ9:15+GAD:10;"
                              "C X%u-%ub 2025-02-10 03 5 B/STAFF7/CBT%s;",
                              month, i, month, month, i, month, i,
                              i < (month >= 9 ? 9 : 4) ? "+PHQ9:5+GAD:3" : "+PHQ9:15+GAD:10");
  return fixture_snapshot_new (script->str, NULL);
}

static CasenessCycleResult *
result_new (CasenessSnapshot *snapshot)
{
  g_autoptr(CasenessCycle) cycle = caseness_cycle_new ();
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessFilter) own = caseness_filter_with (everybody, CASENESS_DIMENSION_CLINICIAN, "STAFF7");
  g_autoptr(GError) error = NULL;
  CasenessCycleResult *result;

  caseness_cycle_set_text (&cycle->aim, "Half of people recover by winter");
  caseness_cycle_set_text (&cycle->change, "PCL-5 at each session");
  caseness_cycle_set_text (&cycle->owner, "Kim");
  caseness_cycle_set_text (&cycle->measure, "M192");
  caseness_cycle_set_text (&cycle->learnt, "Ask at the start");
  caseness_cycle_set_filter (cycle, own);
  cycle->starts = caseness_date_new (2025, 9, 1);
  cycle->state = CASENESS_CYCLE_STUDY;
  result = caseness_cycle_result_new (cycle, snapshot, NULL, caseness_date_new (2025, 12, 31), NULL, &error);
  g_assert_no_error (error);
  return result;
}

static char *
dup_poster (const GPtrArray *results, CasenessSnapshot *snapshot, gboolean identifies)
{
  const CasenessCycleReportOptions options = { caseness_date_new (2025, 12, 31), NULL, identifies };
  g_autoptr(CasenessReport) report = caseness_cycle_report_new (results, snapshot, &options);

  return report_text_dup (report);
}

/* What was tried, whether it worked and what was learnt; outside nobody of the staff is named. */
static void
test_poster (gconstpointer data)
{
  gboolean identifies = GPOINTER_TO_INT (data);
  g_autoptr(CasenessSnapshot) snapshot = snapshot_new ();
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_cycle_result_free);
  g_autofree char *text = NULL;

  g_ptr_array_add (results, result_new (snapshot));
  text = dup_poster (results, snapshot, identifies);
  report_text_assert_order (text, identifies ? "Names staff" : "Does not identify people",
                            "Half of people recover by winter", "PCL-5 at each session", "(M192)", "1 September 2025",
                            "Study", "better than chance explains", "What we learnt", "Ask at the start", NULL);
  g_assert_nonnull (strstr (text, "Before: 40.0% (6 months, "));
  g_assert_nonnull (strstr (text, "Since: 90.0% (4 months, "));
  g_assert_cmpint (strstr (text, "Kim") != NULL, ==, identifies);
  g_assert_cmpint (strstr (text, "STAFF7") != NULL, ==, identifies);
  g_assert_cmpint (strstr (text, "24 of 60") != NULL, ==, identifies);
  /* The months before are of four people each: what is drawn without them must not be judged against what is said of all. */
  g_strdelimit (text, "\n", ' ');
  g_assert_cmpint (strstr (text, "above the upper limit") != NULL, ==, identifies);
  g_assert_cmpint (strstr (text, "judged by all of them") != NULL, ==, !identifies);
  g_assert_null (strstr (text, "Steady"));
}

/* Without a cycle there is a page to be filled in by hand. */
static void
test_blank (void)
{
  g_autoptr(CasenessSnapshot) snapshot = snapshot_new ();
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autofree char *text = dup_poster (none, snapshot, FALSE);

  report_text_assert_order (text, "Plan, Do, Study, Act", "No cycle is recorded yet", "Aim", "Change", "Did it work?",
                            "What we learnt", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/reports/cycle/outside", GINT_TO_POINTER (FALSE), test_poster);
  g_test_add_data_func ("/reports/cycle/inside", GINT_TO_POINTER (TRUE), test_poster);
  g_test_add_func ("/reports/cycle/blank", test_blank);
  return g_test_run ();
}
