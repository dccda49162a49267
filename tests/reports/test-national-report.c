/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-figure-words.h"
#include "caseness-national-report.h"
#include "data-fixture.h"
#include "report-text.h"

#include <string.h>

#define HEAD                                                                                                           \
  "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"          \
  "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED\n"

/* January as it was published: two referrals of the small service are hidden; the second row cannot be ours. */
#define JANUARY                                                                                                        \
  HEAD "2025-01-01,2025-01-31,Provider,all,all,XA1,Example,M001,N,*\n"                                                 \
       "2025-01-01,2025-01-31,Provider,all,all,XA1,Example,M002,N,50\n"

static void
load (DataFixture *fixture, gboolean is_published, CasenessStore **store, CasenessSnapshot **snapshot)
{
  FixtureMonth january = { .folder = "2025-01" };
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  CasenessImportOptions options = { .service_name = "Exampleshire Talking Therapies", .now = now };
  const char *names[] = { "2025-01", is_published ? "january.csv" : NULL, NULL };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;

  data_fixture_write_month (fixture, &january);
  data_fixture_write (fixture, "january.csv", JANUARY);
  receipt = data_fixture_import_with (fixture, &options, NULL, names, &error);
  g_assert_no_error (error);
  *store = caseness_store_open (fixture->store_path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  *snapshot = caseness_snapshot_load (*store, NULL, &error);
  g_assert_no_error (error);
}

/* In so small a service no rule moves anything. */
static void
add_move (CasenessDoubtCheck *check)
{
  const CasenessDoubtMove move = { .measure = caseness_measure_find ("M179"), .difference = -3 };

  g_array_append_val (check->moves, move);
}

static char *
print (DataFixture *fixture, gboolean is_published, gboolean identifies)
{
  CasenessPeriod january = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 1, 31) };
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessNational) national = NULL;
  g_autoptr(GPtrArray) checks = NULL;
  g_autoptr(CasenessDifferences) differences = NULL;
  g_autoptr(CasenessSubmission) extract = NULL;
  g_autoptr(CasenessReport) report = NULL;
  g_autofree char *folder = data_fixture_path (fixture, "2025-01");
  CasenessNationalReportOptions options = { .as_at = january.end, .identifies = identifies };

  load (fixture, is_published, &store, &snapshot);
  national = caseness_national_new (snapshot, &january, CASENESS_NATIONAL_BEST, NULL);
  options.checks = checks = caseness_doubt_check_all (store, snapshot, &january, NULL, NULL);
  g_assert_nonnull (checks);
  extract = caseness_submission_read (folder, NULL, NULL);
  add_move (g_ptr_array_index (checks, 0));
  options.differences = differences = caseness_compare_extract (store, extract, NULL, NULL);
  g_assert_nonnull (differences);
  report = caseness_national_report_new (national, &options);
  g_assert_cmpstr (caseness_report_get_file_name (report), ==,
                   "national-agreement-exampleshire-talking-therapies-2025-01-31");
  return report_text_dup (report);
}

static void
test_publication (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *text = print (fixture, TRUE, FALSE);

  report_text_assert_order (text, "Exampleshire Talking Therapies, National agreement", "Does not identify people",
                            "M001", "Referrals received", "hidden nationally", "Other measures that differ", "M002",
                            "≠ differs", "Compared with: january.csv, January 2025", "All identities hold",
                            "M185 + M187 + M189 = M202", "1 of 1", "Definitions used", NULL);
  report_text_assert_order (text, "rule", "All pathways agree with the extract", NULL);
}

/* What is told outside is told as the publication tells it: no exact figure, no person by which a rule moves one. */
static void
test_told (DataFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gboolean identifies;
    const char *has[3];
    const char *lacks[3];
  } cases[] = {
    { FALSE, { "Does not identify people", "Counts rounded to 5", "All pathways agree" },
      { "Counts exact", "All 2 pathways", "Published  " } },
    { TRUE, { "Identifies people", "Counts exact unless said otherwise", "All 2 pathways" },
      { "Does not identify", "Counts rounded to 5,", "a person or two" } },
  };
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = print (fixture, TRUE, cases[i].identifies);
      g_autoptr(GMatchInfo) match = NULL;

      for (k = 0; k < G_N_ELEMENTS (cases[i].has); k++)
        {
          g_assert_nonnull (strstr (text, cases[i].has[k]));
          g_assert_null (strstr (text, cases[i].lacks[k]));
        }
      /* Two referrals were received, which the publication hides. */
      g_assert_true (g_regex_match_simple ("M001 +Referrals received +2 +\\*", text, 0, 0) == cases[i].identifies);
      g_assert_nonnull (strstr (text, "M179"));
      g_assert_true ((strstr (text, "M179 −3") != NULL) == cases[i].identifies);
    }
}

/* Without a publication England stands beside ours; the other rules in doubt are all there. */
static void
test_england (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *text = print (fixture, FALSE, FALSE);

  report_text_assert_order (text, "Our figures beside England’s", "Compared with: England", "In doubt",
                            "What joins the months of one person", NULL);
  g_assert_null (strstr (text, "Identifies people"));
}

/* It names people only where it is asked to and there is somebody to name. */
static void
test_identifies (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *text = print (fixture, TRUE, TRUE);

  g_assert_nonnull (strstr (text, "Identifies people: for those who correct the records only"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DATA_FIXTURE_ADD ("/reports/national/publication", test_publication, NULL);
  DATA_FIXTURE_ADD ("/reports/national/told", test_told, NULL);
  DATA_FIXTURE_ADD ("/reports/national/england", test_england, NULL);
  DATA_FIXTURE_ADD ("/reports/national/identifies", test_identifies, NULL);
  return g_test_run ();
}
