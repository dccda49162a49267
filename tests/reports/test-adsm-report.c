/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-adsm-report.h"
#include "data-fixture.h"
#include "report-text.h"

#include <string.h>

static CasenessSnapshot *
load (DataFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  FixtureMonth january = { .folder = "2025-01", .patients = 3 };
  CasenessImportOptions options = { .service_name = "Exampleshire Talking Therapies", .now = now };
  const char *names[] = { "2025-01", NULL };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessStore) store = NULL;
  CasenessSnapshot *snapshot;

  data_fixture_write_month (fixture, &january);
  receipt = data_fixture_import_with (fixture, &options, NULL, names, &error);
  g_assert_no_error (error);
  store = caseness_store_open (fixture->store_path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  snapshot = caseness_snapshot_load (store, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

/* Its words in the order they stand; names only when asked for. */
static void
test_words (DataFixture *fixture, gconstpointer data)
{
  gboolean identifies = GPOINTER_TO_INT (data);
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  CasenessAdsmReportOptions options = {
    .period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 1, 31) },
    .as_at = caseness_date_new (2025, 1, 31),
    .identifies = identifies,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReport) report = caseness_adsm_report_new (snapshot, &options, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = report_text_dup (report);
  g_assert_cmpstr (caseness_report_get_file_name (report), ==, "adsm-exampleshire-talking-therapies-2025-01-31");
  report_text_assert_order (text, "Exampleshire Talking Therapies, ADSM use",
                            identifies ? "Identifies people" : "Does not identify people",
                            identifies ? "courses that should have had a specific measure" : "Too few courses",
                            "Problem descriptors", "Mixed anxiety", "Open cases missing it on 31 Jan 2025", "Definitions used",
                            "M203", NULL);
  if (identifies)
    report_text_assert_order (text, "the benchmark is 80%", NULL);
  else
    report_text_assert_order (text, "Open cases missing it on 31 Jan 2025: *", NULL); /* three people are too few to tell of */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/reports/adsm/plain", DataFixture, GINT_TO_POINTER (FALSE), data_fixture_set_up, test_words,
              data_fixture_tear_down);
  g_test_add ("/reports/adsm/identifies", DataFixture, GINT_TO_POINTER (TRUE), data_fixture_set_up, test_words,
              data_fixture_tear_down);
  return g_test_run ();
}
