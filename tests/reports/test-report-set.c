/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-report-set.h"
#include "data-fixture.h"

#include <glib/gstdio.h>
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

static CasenessJournal *
record (DataFixture *fixture, const CasenessReportSet *set)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_store_open (fixture->store_path, CASENESS_STORE_WRITE, &error);
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  g_autofree char *body = caseness_report_set_dup_body (set);
  const CasenessJournalStamp stamp = { now, "tester" };
  const CasenessJournalChange change = { CASENESS_RECORD_REPORT_SET, set->name, body };

  g_assert_no_error (error);
  g_assert_cmpint (caseness_journal_write (store, &change, 1, "a test", &stamp, &error), >, 0);
  g_assert_no_error (error);
  return caseness_journal_load (store, &error);
}

static CasenessReportSet *
make_set (const char *kinds, gboolean is_for_inside)
{
  CasenessReportSet *set = g_new0 (CasenessReportSet, 1);
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();

  set->name = g_strdup ("Board");
  set->kinds = g_strsplit (kinds, " ", -1);
  set->filter = caseness_filter_with (everybody, CASENESS_DIMENSION_TEAM, "North = South");
  set->is_for_inside = is_for_inside;
  set->period = CASENESS_PERIOD_FINANCIAL_YEAR;
  set->paper = CASENESS_REPORT_PORTRAIT;
  return set;
}

/* Whoever presses the button reads before: which reports, how long, of whom and for whom. */
static void
test_words (void)
{
  static const struct
  {
    gboolean is_for_inside;
    gboolean hides_names;
    const char *words;
  } cases[] = {
    { FALSE, FALSE, "The financial year to date. Filter: Team: North = South; Clinician: C7. To be shared, identifies nobody" },
    { TRUE, TRUE, "The financial year to date. Filter: Team: North = South; chosen clinicians, not named here. "
                  "For the service itself, identifies people" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessReportSet) set = make_set ("ptl quality", cases[i].is_for_inside);
      g_autoptr(CasenessFilter) team = set->filter;
      g_autofree char *words = NULL;

      set->filter = caseness_filter_with (team, CASENESS_DIMENSION_CLINICIAN, "C7");
      words = caseness_report_set_dup_words (set, cases[i].hides_names);
      g_test_message ("%s", words);
      g_assert_true (g_str_has_suffix (words, cases[i].words));
      g_assert_nonnull (strstr (words, ", "));
    }
}

/* A set comes back from the file as it was saved, a filter with an odd name too. */
static void
test_round_trip (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessReportSet) set = make_set ("ptl quality", TRUE);
  g_autoptr(CasenessJournal) journal = record (fixture, set);
  g_autoptr(CasenessReportSet) found = caseness_report_set_find (journal, "Board");
  g_autoptr(GPtrArray) all = caseness_report_set_list (journal);

  g_assert_nonnull (found);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_true (g_strv_equal ((const char *const *) found->kinds, (const char *const *) set->kinds));
  g_assert_true (found->is_for_inside);
  g_assert_cmpint (found->period, ==, CASENESS_PERIOD_FINANCIAL_YEAR);
  g_assert_cmpint (found->paper, ==, CASENESS_REPORT_PORTRAIT);
  g_assert_cmpstr (caseness_filter_get_values (found->filter, CASENESS_DIMENSION_TEAM)[0], ==, "North = South");
  g_assert_null (caseness_filter_get_values (found->filter, CASENESS_DIMENSION_STEP)[0]);
  g_assert_null (caseness_report_set_find (journal, "board"));
}

static void
count_cb (guint done, guint all, const char *title, gpointer user_data)
{
  guint *calls = user_data;

  g_assert_cmpuint (done, ==, (*calls)++);
  g_assert_cmpuint (all, ==, 3);
  g_assert_cmpstr (title, !=, "");
}

/* Every report is in the folder, under a name of its own; making them again gives the same files. */
static void
test_save (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessReportSet) set = make_set ("ptl quality contract", FALSE);
  g_autofree char *folder = data_fixture_path (fixture, "out/packs");
  g_autoptr(GError) error = NULL;
  guint calls = 0, i;
  g_auto(GStrv) files
    = caseness_report_set_save (set, snapshot, NULL, NULL, folder, count_cb, &calls, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (files), ==, 3);
  g_assert_cmpuint (calls, ==, 3);
  for (i = 0; files[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_true (g_str_has_suffix (files[i], "-2025-01-31.pdf"));
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
test_refused (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessReportSet) odd = make_set ("no-such-report", FALSE);
  g_autoptr(CasenessReportSet) set = make_set ("contract", FALSE);
  g_autofree char *folder = data_fixture_path (fixture, "out");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (caseness_report_set_save (odd, snapshot, NULL, NULL, folder, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (caseness_report_set_save (set, snapshot, NULL, NULL, folder, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DATA_FIXTURE_ADD ("/reports/set/round-trip", test_round_trip, NULL);
  DATA_FIXTURE_ADD ("/reports/set/save", test_save, NULL);
  DATA_FIXTURE_ADD ("/reports/set/refused", test_refused, NULL);
  g_test_add_func ("/reports/report-set/words", test_words);
  return g_test_run ();
}
