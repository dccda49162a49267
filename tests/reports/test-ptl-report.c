/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-ptl-heat-grid.h"
#include "caseness-ptl-report.h"
#include "data-fixture.h"
#include "report-text.h"

#include <string.h>

/* Referrals of 1 to 9 January: on 31 March all are past six weeks, on 31 January none is. */
#define LATE "2025-03-31"
#define EARLY "2025-01-31"

static void
write_lists (DataFixture *fixture)
{
  data_fixture_write (fixture, "2025-01/LOCWaitingList.csv",
                      "ServiceRequestId,Stage,DateAdded,Therapy,Step,Locality,Team,AllocatedStaffId\n"
                      "R1,first appointment,2025-01-05,CBT,3,North,Team A,STAFF-SECRET\n"
                      "R2,first appointment,2025-01-05,CBT,3,South,Team B,STAFF-OTHER\n"
                      "R3,follow-up,2025-01-20,EMDR,3,South,Team A,STAFF-SECRET\n");
  data_fixture_write (fixture, "2025-01/LOCAppointment.csv",
                      "ServiceRequestId,AppointmentId,AppointmentDate,AppType,Status\n"
                      "R1,A1,2025-04-08,01,booked\n");
}

static CasenessSnapshot *
load (DataFixture *fixture, guint n_patients)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  FixtureMonth month = { .folder = "2025-01", .patients = n_patients };
  CasenessImportOptions options = { .service_name = "Exampleshire Talking Therapies", .now = now };
  const char *names[] = { "2025-01", NULL };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessStore) store = NULL;
  CasenessSnapshot *snapshot;

  data_fixture_write_month (fixture, &month);
  write_lists (fixture);
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
  CasenessPtlReportOptions options = {
    .as_at = caseness_date_parse (as_at),
    .standard_days = CASENESS_STANDARD_OF_STAGE,
    .identifies = identifies,
  };

  return caseness_ptl_report_new (snapshot, &options);
}

static void
test_identifies (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture, 40);
  g_autoptr(CasenessReport) report = create_report (snapshot, LATE, TRUE);
  g_autofree char *text = report_text_dup (report);

  g_assert_cmpstr (caseness_report_get_file_name (report), ==, "ptl-pack-exampleshire-talking-therapies-2025-03-31");
  report_text_assert_order (text, "Exampleshire Talking Therapies, PTL pack",
                            "Identifies people: for the PTL meeting only", "Monday 31 March 2025",
                            "40 waits are past their breach date, 39 of them with no appointment agreed",
                            "First appointment", "Follow-up", "First appointment: 40 of 40 people are past breach",
                            "weeks past breach", "By first therapy", "By clinician", "STAFF-SECRET",
                            "Past breach: 40 people, 39 with no date", "Referral", "Days past", "R1", "8 Apr",
                            "Definitions", "Breach date", "Sources", NULL);
}

/* Nothing in the file that leads to a person or a member of staff: not in the text, not in the structure. */
static void
test_does_not_identify (DataFixture *fixture, gconstpointer data)
{
  static const char *const patterns[] = { "\\bR[0-9]+\\b", "\\bP[0-9]+\\b", "STAFF", "By clinician",
                                          "Identifies people" };
  g_autoptr(CasenessSnapshot) snapshot = load (fixture, 40);
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessFilter) filter = caseness_filter_with (everybody, CASENESS_DIMENSION_CLINICIAN, "STAFF-SECRET");
  CasenessPtlReportOptions options = {
    .as_at = caseness_date_parse (LATE),
    .standard_days = CASENESS_STANDARD_OF_STAGE,
    .filter = GPOINTER_TO_INT (data) ? filter : NULL,
  };
  g_autoptr(CasenessReport) report = caseness_ptl_report_new (snapshot, &options);
  g_autofree char *text = report_text_dup (report);
  g_autofree char *structure = report_text_dup_structure (report);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_assert_false (g_regex_match_simple (patterns[i], text, 0, 0));
      g_assert_false (g_regex_match_simple (patterns[i], structure, 0, 0));
    }
  report_text_assert_order (text, "Names nobody, but each line is one person", "Past breach", "No.", "a running number stands",
                            NULL);
  if (GPOINTER_TO_INT (data))
    g_assert_nonnull (strstr (text, "chosen clinicians, not named here"));
}

/* Only who was referred by then waits: on 1 January nobody has been. */
static void
test_nobody (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture, 2);
  g_autoptr(CasenessReport) report = create_report (snapshot, "2025-01-01", TRUE);
  g_autofree char *text = report_text_dup (report);

  report_text_assert_order (text, "No wait is past its breach date", "Nobody is waiting for a first appointment.",
                            "First appointment: nobody is waiting", "Follow-up: nobody is waiting", "Definitions",
                            NULL);
  g_assert_cmpuint (caseness_report_get_n_pages (report), <=, 3);
}

static void
test_nobody_late (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture, 40);
  g_autoptr(CasenessReport) report = create_report (snapshot, EARLY, TRUE);
  g_autofree char *text = report_text_dup (report);

  /* R1 is booked for April and so already sure to breach. Breach dates run from 12 to 20 February: the 14th is the last
   * within two weeks. */
  report_text_assert_order (text, "1 wait is past its breach date, each with an agreed appointment",
                            "Past breach: 1 person, all with a date", "R1",
                            "Breach date within two weeks: 13 people, 13 with no date", "12 Feb", "14 Feb",
                            "Breach date later: 26 people, 26 with no date", "15 Feb", NULL);
}

/* Every person is listed once; a pack of one queue has no summary of queues. */
static void
test_many_people (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture, 2300);
  CasenessStage stages[] = { CASENESS_STAGE_FIRST_APPOINTMENT };
  CasenessPtlReportOptions options = {
    .as_at = caseness_date_parse (LATE),
    .stages = stages,
    .n_stages = 1,
    .standard_days = CASENESS_STANDARD_OF_STAGE,
    .identifies = TRUE,
  };
  g_autoptr(CasenessPtl) ptl = caseness_ptl_new (snapshot, stages[0], options.as_at, options.standard_days, NULL);
  g_autoptr(CasenessReport) report = caseness_ptl_report_new (snapshot, &options);
  g_autofree char *text = report_text_dup (report);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GRegex) referral = g_regex_new ("^R[0-9]+\\b", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n_people;

  caseness_ptl_get_people (ptl, &n_people);
  g_assert_cmpuint (n_people, >=, 2000);
  for (g_regex_match (referral, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_assert_true (g_hash_table_add (seen, g_match_info_fetch (match, 0)));
  g_assert_cmpuint (g_hash_table_size (seen), ==, n_people);
  g_assert_cmpuint (caseness_report_get_n_pages (report), >, 20);
  g_assert_cmpuint (caseness_report_get_n_pages (report), <, 45);
  g_assert_null (strstr (text, "Queue by queue"));
}

static void
test_same_bytes (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSnapshot) snapshot = load (fixture, 40);
  g_autoptr(CasenessReport) first = create_report (snapshot, LATE, TRUE);
  g_autoptr(CasenessReport) second = create_report (snapshot, LATE, TRUE);
  g_autoptr(GBytes) a = caseness_report_render (first, CASENESS_REPORT_PDF, NULL, &error);
  g_autoptr(GBytes) b = caseness_report_render (second, CASENESS_REPORT_PDF, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (a, b));
}

/* What was agreed at the last meeting: about R1, and about R2 by somebody whose name is in it. R2's is done since. */
static CasenessJournal *
agree (DataFixture *fixture)
{
  static const struct
  {
    const char *person, *what, *owner, *done;
  } agreed[] = {
    { "R1", "Offer an evening slot", "STAFF-SECRET", "" },
    { "R2", "Ring R2 at home", "Booking team", "\"done\":\"2025-03-28\"," },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessJournalStamp stamp = { now, "tester" };
  g_autoptr(CasenessStore) store = caseness_store_open (fixture->store_path, CASENESS_STORE_WRITE, &error);
  gsize i;

  g_assert_no_error (error);
  for (i = 0; i < G_N_ELEMENTS (agreed); i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"stage\":\"first appointment\",\"person\":\"XA1/%s\",\"what\":\"%s\","
                                               "\"owner\":\"%s\",\"made\":\"2025-03-24\",%s\"due\":\"2025-03-30\"}",
                                               agreed[i].person, agreed[i].what, agreed[i].owner, agreed[i].done);
      const CasenessJournalChange change = { "ptl-action", agreed[i].person, body };

      g_assert_cmpint (caseness_journal_write (store, &change, 1, "tried", &stamp, &error), >, 0);
    }
  return caseness_journal_load (store, &error);
}

/* Actions stand beside whom they are about and in a list of their own, with what became of the queue before the people. */
static void
test_meeting (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture, 40);
  g_autoptr(CasenessJournal) journal = agree (fixture);
  CasenessPtlReportOptions options = { .as_at = caseness_date_parse (LATE), .journal = journal, .identifies = TRUE,
                                       .standard_days = CASENESS_STANDARD_OF_STAGE };
  g_autoptr(CasenessReport) report = caseness_ptl_report_new (snapshot, &options);
  g_autofree char *text = report_text_dup (report);
  g_autoptr(CasenessReport) hidden = NULL;
  g_autofree char *hidden_text = NULL;
  g_autofree char *structure = NULL;

  report_text_assert_order (text, "First appointment: 40 of 40 people are past breach", "Since a week ago, 24 Mar 2025",
                            "Joined", "Still past breach", "Actions done", "1 of 2", "Weeks to clear",
                            "Past breach: 40 people", "R1", "Offer an evening slot", "STAFF-SECRET",
                            "overdue since 30 Mar", "1 action outstanding; 1 of 2 done since 24 Mar 2025",
                            "Ring R2 at home", "✓ done", NULL);
  options.identifies = FALSE;
  hidden = caseness_ptl_report_new (snapshot, &options);
  hidden_text = report_text_dup (hidden);
  structure = report_text_dup_structure (hidden);
  report_text_assert_order (hidden_text, "Offer an evening slot", "(names somebody)", "1 action outstanding", NULL);
  g_assert_null (strstr (hidden_text, "SECRET"));
  g_assert_null (strstr (hidden_text, "R2"));
  g_assert_null (strstr (structure, "SECRET"));
  g_assert_null (strstr (structure, "R2"));
}

/* The picture's numbers are the grid's, and its columns the list's with Total, Past and Longest after them. */
static void
test_heat_grid (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture, 40);
  g_autoptr(CasenessPtl) ptl = caseness_ptl_new (snapshot, CASENESS_STAGE_FIRST_APPOINTMENT,
                                                 caseness_date_parse (LATE), CASENESS_STANDARD_OF_STAGE, NULL);
  g_autoptr(CasenessPtlGrid) counts = caseness_ptl_count (ptl, CASENESS_PTL_SPLIT_THERAPY, CASENESS_PTL_SPLIT_ALL,
                                                          NULL);
  g_autoptr(CasenessHeatGrid) heat = caseness_ptl_heat_grid_new (ptl, counts);
  guint n_columns, n_rows;

  caseness_ptl_get_columns (ptl, &n_columns);
  n_rows = counts->rows->len;
  g_assert_cmpuint (caseness_heat_grid_get_n_columns (heat), ==, n_columns + 3);
  g_assert_cmpuint (caseness_heat_grid_get_n_rows (heat), ==, n_rows + 2);
  g_assert_cmpstr (caseness_heat_grid_get_cell (heat, n_rows, n_columns), ==, "40");
  g_assert_cmpstr (caseness_heat_grid_get_cell (heat, n_rows + 1, n_columns), ==, "39");
  g_assert_cmpstr (caseness_heat_grid_get_cell (heat, n_rows, n_columns + 1), ==, "40");
  g_assert_cmpstr (caseness_heat_grid_get_row_label (heat, 0), ==, "CBT");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DATA_FIXTURE_ADD ("/reports/ptl/identifies", test_identifies, NULL);
  DATA_FIXTURE_ADD ("/reports/ptl/does-not-identify", test_does_not_identify, GINT_TO_POINTER (FALSE));
  DATA_FIXTURE_ADD ("/reports/ptl/does-not-identify-by-filter", test_does_not_identify, GINT_TO_POINTER (TRUE));
  DATA_FIXTURE_ADD ("/reports/ptl/nobody", test_nobody, NULL);
  DATA_FIXTURE_ADD ("/reports/ptl/nobody-late", test_nobody_late, NULL);
  DATA_FIXTURE_ADD ("/reports/ptl/many-people", test_many_people, NULL);
  DATA_FIXTURE_ADD ("/reports/ptl/same-bytes", test_same_bytes, NULL);
  DATA_FIXTURE_ADD ("/reports/ptl/meeting", test_meeting, NULL);
  DATA_FIXTURE_ADD ("/reports/ptl/heat-grid", test_heat_grid, NULL);
  return g_test_run ();
}
