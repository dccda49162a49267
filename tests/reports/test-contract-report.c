/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-contract-report-private.h"
#include "caseness-overview-report.h"
#include "data-fixture.h"
#include "report-text.h"

#include <math.h>
#include <string.h>

/* Two months of one provider, three people in the first. */
static CasenessSnapshot *
load (DataFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  FixtureMonth january = { .folder = "2025-01", .patients = 3 };
  FixtureMonth february = { .folder = "2025-02", .month = 2, .created = "2025-03-21 09:00:00", .patients = 9 };
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

static const CasenessPeriod period = { 20089, 20147 }; /* January and February 2025 */

/* Writes into the journal and reads it again. */
static CasenessJournal *
record (DataFixture *fixture, const char *kind, const char *subject, const char *body)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_store_open (fixture->store_path, CASENESS_STORE_WRITE, &error);
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessJournalStamp stamp = { now, "tester" };
  const CasenessJournalChange change = { kind, subject, body };

  g_assert_no_error (error);
  g_assert_cmpint (caseness_journal_write (store, &change, 1, "a test", &stamp, &error), >, 0);
  g_assert_no_error (error);
  return caseness_journal_load (store, &error);
}

static CasenessContract *
review (CasenessSnapshot *snapshot, CasenessJournal *journal)
{
  g_autoptr(GError) error = NULL;
  CasenessContract *contract = caseness_contract_new (snapshot, &period, NULL, journal, NULL, &error);

  g_assert_no_error (error);
  return contract;
}

static CasenessReport *
print (const CasenessContract *contract, gboolean tells_exactly)
{
  CasenessContractReportOptions options = { .as_at = period.end, .tells_exactly = tells_exactly };

  return caseness_contract_report_new (contract, &options);
}

/* The waits of a review alone, for people outside. */
static CasenessReport *
print_waits (const CasenessContract *contract)
{
  const CasenessReportInfo info = { .title = "Waits", .name = "Waits", .service = "Exampleshire", .file_name = "waits",
                                    .confidentiality = "", .sources = "", .method = "", .as_at = period.end,
                                    .paper = CASENESS_REPORT_PORTRAIT };
  CasenessReportBuilder *builder = caseness_report_builder_new (&info);

  caseness_contract_report_add_picture (builder, contract, CASENESS_CONTRACT_WAITS, TRUE);
  return caseness_report_builder_end (builder);
}

static const CasenessContractRow *
find_row (const CasenessContract *contract, const char *id)
{
  guint i;

  for (i = 0; i < contract->rows->len; i++)
    {
      const CasenessContractRow *row = g_ptr_array_index (contract->rows, i);

      if (g_str_equal (row->row.standard.measure->id, id))
        return row;
    }
  g_assert_not_reached ();
}

/* Every part is there once, in order, with its page in the contents, a commentary box and the definitions. */
static void
test_parts (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessContract) contract = review (snapshot, NULL);
  g_autoptr(CasenessReport) report = print (contract, FALSE);
  g_autofree char *text = report_text_dup (report);
  g_autofree char *structure = report_text_dup_structure (report);
  const CasenessContractPart *parts;
  const char *place;
  guint n, i;

  parts = caseness_contract_report_get_parts (&n);
  g_assert_cmpuint (n, ==, 13);
  g_assert_cmpstr (caseness_report_get_file_name (report), ==, "contract-review-exampleshire-talking-therapies-2025-02-28");
  place = strchr (text, '\f'); /* after the contents */
  for (i = 0; i < n; i++)
    {
      const char *title = strstr (place, parts[i].title);

      g_assert_nonnull (strstr (text, parts[i].title));
      if (title == NULL)
        g_error ("“%s” is missing or out of order", parts[i].title);
      place = title;
      g_assert_nonnull (strstr (place, "Commentary"));
    }
  report_text_assert_order (text, "Exampleshire Talking Therapies, Contract review pack", "Does not identify people", "Contents",
                            "Page 1 of", "In words", "How long they had waited, first assessments",
                            "How long they had waited, first treatments", "Over 90 days to treatment, M035",
                            "First assessments and first treatments of the year to date, by days waited",
                            "Referral to first treatment", "Without support, at the end",
                            "Rules broken most often", "Definitions used", NULL);
  g_assert_nonnull (strstr (structure, "H1"));
  g_assert_nonnull (strstr (structure, "Table"));
}

/* Fewer than five are hidden outside the service, and told inside. */
static void
test_suppressed (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessContract) contract = review (snapshot, NULL);
  g_autoptr(CasenessReport) told = print (contract, TRUE);
  g_autoptr(CasenessReport) hidden = print (contract, FALSE);
  g_autofree char *exact = report_text_dup (told);
  g_autofree char *suppressed = report_text_dup (hidden);
  const CasenessContractRow *row = find_row (contract, "M001");
  g_autofree char *line = g_strdup_printf ("Referrals received, M001 %.0f ", row->period.figure.value);

  g_assert_cmpfloat (row->period.figure.value, >, 5);
  g_assert_cmpint ((int) row->period.figure.value % 5, !=, 0); /* else rounding would not be seen */
  g_assert_nonnull (strstr (exact, line));
  g_assert_null (strstr (suppressed, line));
  g_assert_nonnull (strstr (exact, "Exact counts"));
  g_assert_nonnull (strstr (suppressed, "under 5 suppressed"));
}

/* A band that the tables hide, small or not, takes its bar and its share with it; inside the service all is drawn. */
static void
test_bands_told (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessContract) contract = review (snapshot, NULL);
  static const char *const bands[] = { "M032", "M033", "M034", "M035" };
  guint is_hidden, i;

  for (is_hidden = 0; is_hidden < 2; is_hidden++)
    {
      g_autoptr(CasenessContract) told = caseness_contract_dup_told (contract);
      g_autoptr(CasenessReport) report = NULL;
      g_autofree char *text = NULL;

      for (i = 0; i < G_N_ELEMENTS (bands); i++)
        {
          CasenessContractRow *row = (CasenessContractRow *) find_row (told, bands[i]);

          row->year.figure.value = 21 + i;
          row->year.is_hidden = is_hidden && i == 2;
        }
      report = print_waits (told);
      text = report_text_dup (report);
      g_assert_true ((strstr (text, "23.3% of first treatments began within 28 days") != NULL) == !is_hidden);
      g_assert_true ((strstr (text, "How long people had waited") != NULL) == is_hidden);
      g_assert_true ((strstr (text, "Referral to first treatment 20 20 25 25 90") != NULL) == !is_hidden);
      g_assert_true ((strstr (text, "Referral to first treatment * * * * *") != NULL) == is_hidden);
    }
}

/* What was written on a part of this period stands in its box; on another period's it does not. */
static void
test_commentary (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autofree char *subject = caseness_commentary_dup_subject ("waits", &period);
  g_autofree char *body = caseness_commentary_dup_body ("  Two posts were empty.\n\nThey are filled now. ");
  g_autoptr(CasenessJournal) journal = record (fixture, CASENESS_RECORD_COMMENTARY, subject, body);
  g_autoptr(CasenessContract) contract = review (snapshot, journal);
  g_autoptr(CasenessReport) report = print (contract, FALSE);
  g_autofree char *text = report_text_dup (report);
  CasenessPeriod other = { period.start, period.start + 30 };

  report_text_assert_order (text, "Contents", "Waits", "First treatment in 6 weeks", "Commentary",
                            "Two posts were empty.", "They are filled now.", NULL);
  g_assert_null (caseness_commentary_dup_text (journal, "waits", &other));
  g_assert_null (caseness_commentary_dup_body (" \n "));
}

/* A plan of both months is a plan of the period; the year to date begins in April and has none. */
static void
test_plan (DataFixture *fixture, gconstpointer data)
{
  const CasenessDate months[] = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 2, 1) };
  const double values[] = { 8, 12 };
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autofree char *body = caseness_plan_dup_body (months, values, G_N_ELEMENTS (months));
  g_autoptr(CasenessJournal) journal = record (fixture, CASENESS_RECORD_PLAN, "M001", body);
  g_autoptr(CasenessContract) contract = review (snapshot, journal);
  g_autoptr(CasenessReport) report = print (contract, TRUE);
  g_autofree char *text = report_text_dup (report);
  const CasenessContractRow *row = find_row (contract, "M001");

  g_assert_cmpfloat (row->period.plan, ==, 20);
  g_assert_cmpfloat (row->period.share_of_plan, ==, 100 * row->period.figure.value / 20);
  g_assert_true (isnan (row->year.plan));
  g_assert_true (isnan (row->year.share_of_plan));
  report_text_assert_order (text, "Against the contract", "Referrals received", "20", NULL);
}

/* The manual's statements: each is answered from data, or says that people have to. */
static void
test_statements (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessContract) contract = review (snapshot, NULL);
  guint n_asked = 0, i;

  for (i = 0; i < contract->statements->len; i++)
    {
      const CasenessSelfStatement *statement = &g_array_index (contract->statements, CasenessSelfStatement, i);
      gboolean is_met = statement->is_at_most ? statement->figure.value <= statement->value
                                              : statement->figure.value >= statement->value;

      g_assert_true (statement->table == 7 || statement->table == 8);
      g_assert_cmpstr (statement->source, !=, "");
      if (statement->kind == CASENESS_SELF_BY_PEOPLE)
        {
          g_assert_cmpint (statement->answer, ==, CASENESS_SELF_NOT_FROM_DATA);
          n_asked++;
        }
      else if (isnan (statement->figure.value))
        g_assert_cmpint (statement->answer, ==, CASENESS_SELF_NO_FIGURE);
      else if (isnan (statement->value))
        g_assert_cmpint (statement->answer, ==, CASENESS_SELF_FIGURE);
      else
        g_assert_cmpint (statement->answer, ==, is_met ? CASENESS_SELF_MET : CASENESS_SELF_NOT_MET);
    }
  g_assert_cmpuint (n_asked, >, 0);
}

/* The same data and day are the same bytes. */
static void
test_deterministic (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(GBytes) before = NULL;
  guint i;

  for (i = 0; i < 2; i++)
    {
      g_autoptr(CasenessContract) contract = review (snapshot, NULL);
      g_autoptr(CasenessReport) report = print (contract, FALSE);
      g_autoptr(GBytes) bytes = caseness_report_render (report, CASENESS_REPORT_PDF, NULL, NULL);

      g_assert_nonnull (bytes);
      g_assert_true (before == NULL || g_bytes_equal (before, bytes));
      g_clear_pointer (&before, g_bytes_unref);
      before = g_bytes_ref (bytes);
    }
}

/* The overview on paper: a row a standard, then each one's chart, then what they mean. The months before the first that
 * is known are not missing from a chart; it begins after them. */
static void
test_overview (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  CasenessOverviewOptions asked = { .n_points = 24, .last = period.end };
  CasenessOverviewReportOptions options = { period.end, TRUE };
  g_autoptr(CasenessOverview) overview = caseness_overview_new (snapshot, &asked, NULL, NULL);
  g_autoptr(CasenessReport) report = caseness_overview_report_new (overview, &options);
  g_autofree char *text = report_text_dup (report);

  report_text_assert_order (text, "Exampleshire Talking Therapies, Overview", "Does not identify people", "Standard",
                            "Recovery", "Each standard over time", "Definitions used", "Usual range", NULL);
  g_assert_nonnull (strstr (text, "at least 50%"));
  g_assert_nonnull (strstr (text, "Jan–Feb 2025")); /* what is loaded, not 24 months that are empty */
  g_assert_null (strstr (text, "22 points are missing"));
  g_assert_cmpuint (((CasenessOverviewRow *) g_ptr_array_index (overview->rows, 0))->series->n_points, ==, 2);
}

#define ADD(name, function) \
  g_test_add ("/reports/contract/" name, DataFixture, NULL, data_fixture_set_up, function, data_fixture_tear_down)

/* How many points of a figure over time have a count that is told, and how many of them one that is not rounded. */
static void
count_told (const CasenessOverviewRow *row, gboolean suppresses, guint *n_told, guint *n_exact)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_auto(GStrv) lines = NULL;
  guint i;

  *n_told = *n_exact = 0;
  caseness_overview_write_series_csv (writer, row, suppresses);
  lines = g_strsplit (caseness_csv_writer_peek (writer, NULL), "\n", -1);
  for (i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", -1);
      gint64 value = g_ascii_strtoll (cells[5], NULL, 10);

      *n_told += *cells[5] != '\0';
      *n_exact += value % 5 != 0;
      g_assert_true (*cells[5] == '\0' || !suppresses || value >= 5);
      g_assert_true (*cells[5] != '\0' || !suppresses || *cells[3] == '\0');
    }
}

/* A file of a figure over time that leaves the service tells no small count and none exactly. */
static void
test_csv (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = load (fixture);
  g_autoptr(CasenessContract) contract = review (snapshot, NULL);
  const CasenessContractRow *row = find_row (contract, "M001");
  guint n_inside, n_inside_exact, n_outside, n_outside_exact;

  count_told (&row->row, FALSE, &n_inside, &n_inside_exact);
  count_told (&row->row, TRUE, &n_outside, &n_outside_exact);
  g_assert_cmpuint (n_inside_exact, >, 0);
  g_assert_cmpuint (n_outside, <, n_inside); /* the month of three people */
  g_assert_cmpuint (n_outside, >, 0);
  g_assert_cmpuint (n_outside_exact, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("parts", test_parts);
  ADD ("suppressed", test_suppressed);
  ADD ("bands-told", test_bands_told);
  ADD ("commentary", test_commentary);
  ADD ("plan", test_plan);
  ADD ("statements", test_statements);
  ADD ("deterministic", test_deterministic);
  ADD ("overview", test_overview);
  ADD ("csv", test_csv);
  return g_test_run ();
}
