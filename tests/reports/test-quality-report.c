/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-quality-report.h"
#include "data-fixture.h"
#include "report-text.h"

#include <string.h>

/* Two months; the third person of January is not in February, though nobody was discharged. */
static CasenessSnapshot *
load (DataFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  FixtureMonth january = { .folder = "2025-01", .patients = 3 };
  FixtureMonth february = { .folder = "2025-02", .month = 2, .created = "2025-03-21 09:00:00", .patients = 2 };
  CasenessImportOptions options = { .service_name = "Exampleshire Talking Therapies", .now = now };
  const char *names[] = { "2025-01", "2025-02", NULL };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessStore) store = NULL;
  CasenessSnapshot *snapshot;

  data_fixture_write_month (fixture, &january);
  data_fixture_write_month (fixture, &february);
  receipt = data_fixture_import_with (fixture, &options, NULL, names, &error);
  g_assert_no_error (error);
  store = caseness_store_open (fixture->store_path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  snapshot = caseness_snapshot_load (store, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

static CasenessReport *
create_report (CasenessSnapshot *snapshot, const char *as_at, gboolean identifies)
{
  CasenessQualityReportOptions options = {
    .period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 2, 28) },
    .as_at = caseness_date_parse (as_at),
    .identifies = identifies,
  };

  return caseness_quality_report_new (snapshot, &options);
}

static void
test_identifies (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessReport) report = create_report (snapshot, "2025-03-10", TRUE);
  g_autofree char *text = report_text_dup (report);

  g_assert_cmpstr (caseness_report_get_file_name (report), ==,
                   "data-quality-exampleshire-talking-therapies-2025-03-10");
  report_text_assert_order (text, "Exampleshire Talking Therapies, Data quality",
                            "Identifies people: for those who correct the records only", "latest month", "XA1",
                            "February 2025", "The primary window for February 2025 is open until 27 Mar 2025.",
                            "Period: Jan–Feb 2025. Filter: None. Sources:", NULL);
  report_text_assert_order (text, "With intervals and standards", "Problem descriptor", "80%", "Ethnicity", NULL);
  report_text_assert_order (text, "Broken pathways: 0 rows", "Open referrals no longer sent: 1 row", "R3",
                            "Open, but last sent with January 2025.", "Scores out of range", NULL);
  report_text_assert_order (text, "Rules not judged here", "IDS00034", "it needs a national table", "Definitions used",
                            "What counts as recorded", NULL);
}

static void
test_does_not_identify (DataFixture *fixture, gconstpointer data)
{
  static const char *const patterns[] = { "\\bR[0-9]+\\b", "\\bP[0-9]+\\b", "by clinician", "Identifies people",
                                          "Does not identify" };
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessReport) report = create_report (snapshot, "2025-03-10", FALSE);
  g_autofree char *text = report_text_dup (report);
  g_autofree char *structure = report_text_dup_structure (report);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_assert_false (g_regex_match_simple (patterns[i], text, 0, 0));
      g_assert_false (g_regex_match_simple (patterns[i], structure, 0, 0));
    }
  report_text_assert_order (text, "Exact counts: keep it within the service", "Nobody, but counts are exact",
                            "Open referrals no longer sent: 1 row", "Person 1", NULL);
}

/* Nothing is claimed of a window behind the calendar's end. */
static void
test_window_not_known (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessReport) report = create_report (snapshot, "2025-04-10", FALSE);
  g_autofree char *text = report_text_dup (report);

  report_text_assert_order (text, "When February 2025 can still be sent is not known here", NULL);
  g_assert_null (strstr (text, "is open until"));
}

static void
test_same_bytes (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessReport) first = create_report (snapshot, "2025-03-10", FALSE);
  g_autoptr(CasenessReport) second = create_report (snapshot, "2025-03-10", FALSE);
  g_autoptr(GBytes) first_bytes = caseness_report_render (first, CASENESS_REPORT_PDF, NULL, NULL);
  g_autoptr(GBytes) second_bytes = caseness_report_render (second, CASENESS_REPORT_PDF, NULL, NULL);

  g_assert_true (g_bytes_equal (first_bytes, second_bytes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DATA_FIXTURE_ADD ("/reports/quality/identifies", test_identifies, NULL);
  DATA_FIXTURE_ADD ("/reports/quality/does-not-identify", test_does_not_identify, NULL);
  DATA_FIXTURE_ADD ("/reports/quality/window-not-known", test_window_not_known, NULL);
  DATA_FIXTURE_ADD ("/reports/quality/same-bytes", test_same_bytes, NULL);
  return g_test_run ();
}
