/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-adsm-report.h"
#include "caseness-adsm-words.h"
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

#define N_GROUPS 5

/* How many should have had one and are paired in each group, and how many groups are drawn for people outside. */
static const struct
{
  const char *name;
  guint should_have[N_GROUPS];
  guint paired[N_GROUPS];
  guint n_drawn;
} told_cases[] = {
  { "all", { 42, 52, 33, 61, 27 }, { 28, 31, 12, 40, 20 }, 5 },
  { "few-paired", { 42, 52, 33, 61, 27 }, { 28, 31, 12, 4, 3 }, 2 },
  { "few-not-paired", { 42, 52, 33, 61, 27 }, { 28, 31, 12, 58, 24 }, 2 },
  { "few-of-all", { 3, 2, 4, 1, 2 }, { 1, 1, 1, 0, 1 }, 0 },
};

/* Only groups whose share may be told are drawn, in numbers that are rounded and add up. */
static void
test_told_chart (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data), i, n = told_cases[number].n_drawn;
  const char *const labels[] = { "North", "South", "West", "East", "Centre", NULL };
  CasenessAdsm rows[N_GROUPS] = { 0 };
  CasenessAdsmUse use = { .split = CASENESS_ADSM_BY_TEAM, .rows = g_ptr_array_new (),
                          .cases = g_array_new (FALSE, FALSE, sizeof (CasenessAdsmCase)),
                          .period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 1, 31) } };
  const CasenessAdsmUse *uses[] = { &use };
  g_autoptr(CasenessAdsmTold) told = NULL;
  g_autoptr(CasenessChart) chart = NULL;
  g_autoptr(CasenessChartTable) table = NULL;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rows[i].courses = rows[i].should_have = told_cases[number].should_have[i];
      rows[i].paired = told_cases[number].paired[i];
      rows[i].gad_instead = rows[i].should_have - rows[i].paired;
      use.total.courses += rows[i].courses;
      use.total.should_have += rows[i].should_have;
      use.total.paired += rows[i].paired;
      use.total.gad_instead += rows[i].gad_instead;
      g_ptr_array_add (use.rows, &rows[i]);
    }
  use.descriptors.courses = use.descriptors.recorded = use.total.courses + 40;
  told = caseness_adsm_told_new (uses, 1);
  chart = caseness_adsm_chart_told (&use, told, 0, labels);
  g_assert_true ((chart != NULL) == (n > 0));
  table = chart != NULL ? caseness_chart_dup_table (chart) : NULL;
  if (table != NULL)
    {
      g_assert_cmpuint (caseness_chart_table_get_n_rows (table), ==, n + 1); /* and all of them */
      g_assert_cmpstr (caseness_chart_table_get_cell (table, 0, 0), ==, "North");
      g_assert_cmpstr (caseness_chart_table_get_cell (table, 0, 1), ==, "30");
      g_assert_cmpstr (caseness_chart_table_get_cell (table, 0, 2), ==, "10");
    }
  g_ptr_array_unref (use.rows);
  g_array_unref (use.cases);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/reports/adsm/plain", DataFixture, GINT_TO_POINTER (FALSE), data_fixture_set_up, test_words,
              data_fixture_tear_down);
  g_test_add ("/reports/adsm/identifies", DataFixture, GINT_TO_POINTER (TRUE), data_fixture_set_up, test_words,
              data_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (told_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/reports/adsm/told-chart/", told_cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_told_chart);
    }
  return g_test_run ();
}
