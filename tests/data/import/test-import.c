/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "data-fixture.h"

#include "caseness-store-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#define EARLY "2025-02-21 09:00:00"
#define LATE "2025-03-21 09:00:00"
#define LATEST "2025-04-21 09:00:00"

#define REFERRALS                                                                                                     \
  "SELECT s.provider, count (*) FROM active_submission AS s JOIN IDS101Referral USING (submission_id)"               \
  " GROUP BY s.provider, s.period_start"

static void
import (DataFixture *fixture, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = data_fixture_import (fixture, &error, name, NULL);

  g_assert_no_error (error);
  g_assert_cmpint (receipt->import_id, >, 0);
  g_assert_false (receipt->was_held);
}

static CasenessStore *
open_store (DataFixture *fixture, CasenessStoreMode mode)
{
  g_autoptr(GError) error = NULL;
  CasenessStore *store = caseness_store_open (fixture->store_path, mode, &error);

  g_assert_no_error (error);
  return store;
}

static void
undo (DataFixture *fixture, gint64 import_id)
{
  g_autoptr(CasenessStore) store = open_store (fixture, CASENESS_STORE_WRITE);
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  g_autoptr(GError) error = NULL;

  g_assert_true (caseness_import_undo (store, import_id, now, &error));
  g_assert_no_error (error);
}

/* A refusal says why, and leaves the file as it was, or missing if it was. */
static void
assert_refused (DataFixture *fixture, const char *name, int code, const char *words)
{
  g_autofree char *before = data_fixture_hash (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *left;

  g_assert_null (data_fixture_import (fixture, &error, name, NULL));
  g_assert_error (error, CASENESS_DATA_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  after = data_fixture_hash (fixture);
  g_assert_cmpstr (before, ==, after);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((left = g_dir_read_name (dir)) != NULL)
    g_assert_false (left[0] == '.'); /* no draft */
}

static void
test_receipt (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  const CasenessReceiptLine *line;
  struct stat info;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/2025-01", .patients = 3 });
  receipt = data_fixture_import (fixture, &error, "d", NULL);
  g_assert_no_error (error);
  g_assert_cmpint (receipt->import_id, ==, 1);
  g_assert_cmpstr (receipt->imported_at, ==, "2025-07-01 12:30:00");
  g_assert_cmpstr (receipt->imported_by, ==, "tester");
  g_assert_cmpuint (receipt->findings->len, ==, 0);
  g_assert_cmpuint (receipt->lines->len, ==, 4);
  line = receipt->lines->pdata[3];
  g_assert_cmpstr (line->table, ==, "IDS101Referral");
  g_assert_cmpstr (line->file, ==, "2025-01/IDS101Referral.csv");
  g_assert_cmpuint (strlen (line->sha256), ==, 64);
  g_assert_cmpuint (line->bytes, >, 100);
  g_assert_cmpuint (line->read, ==, 3);
  g_assert_cmpuint (line->kept, ==, 3);
  g_assert_cmpuint (line->rejected, ==, 0);
  g_assert_cmpint (stat (fixture->store_path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|3");
  data_fixture_assert_ask (fixture, "SELECT count (*), sum (rows_kept) FROM import_file", "4|10");
}

/* What is found of a file as a whole has no line to name. */
static void
test_file_refused_nationally (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d", .month = 3 }); /* its rows are of January */
  receipt = data_fixture_import (fixture, &error, "d", NULL);
  g_assert_no_error (error);
  g_assert_cmpstr (receipt->notes->pdata[0], ==,
                   "XA1 March 2025: the national system would refuse this submission (IDSREJ012, IDS000Header.csv).");
}

/* Each line of a receipt tells where the rows of its table stand, whatever else was stored before and between. */
static void
test_runs (DataFixture *fixture, gconstpointer data)
{
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "a/1", .patients = 3 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "a/2", .month = 2, .patients = 2 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "b", .month = 3, .patients = 4 });
  import (fixture, "a");
  import (fixture, "b");
  data_fixture_assert_ask (fixture,
                           "SELECT submission_id, first_row, last_row FROM import_file WHERE table_name = 'IDS101Referral'"
                           " ORDER BY submission_id",
                           "1|1|3\n2|4|5\n3|6|9");
  data_fixture_assert_ask (fixture, "SELECT submission_id, min (row_id), max (row_id) FROM IDS101Referral GROUP BY 1",
                           "1|1|3\n2|4|5\n3|6|9");
}

static void
test_held (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "a" });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "b/other-name" });
  data_fixture_write (fixture, "b/LOCStaff.csv", "CarePersLocalId,StaffName\nS1,Ann\n");
  import (fixture, "b");
  before = data_fixture_hash (fixture);
  receipt = data_fixture_import (fixture, &error, "a", NULL);
  g_assert_no_error (error);
  g_assert_true (receipt->was_held);
  g_assert_cmpint (receipt->import_id, ==, 0);
  g_assert_cmpuint (receipt->lines->len, ==, 0);
  g_assert_nonnull (strstr (receipt->notes->pdata[0], "already imported"));
  after = data_fixture_hash (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refresh (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "first", .created = EARLY, .patients = 2 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "later", .created = LATE, .patients = 3 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "equal", .created = LATE, .patients = 4 });
  import (fixture, "first");
  receipt = data_fixture_import (fixture, &error, "later", NULL);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (receipt->notes->pdata[0], "replaces what import 1 brought"));
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|3");
  assert_refused (fixture, "first", CASENESS_DATA_ERROR_SUPERSEDED, "XA1 January 2025");
  import (fixture, "equal");
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|4");
}

/* Two of one month in one command: the one created later counts, and of two equals the later path (rulings 103). */
static void
test_two_of_a_month (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/a", .created = LATE, .patients = 2 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/b", .created = EARLY, .patients = 3 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/x", .created = LATE, .patients = 4, .month = 2 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/y", .created = LATE, .patients = 5, .month = 2 });
  import (fixture, "d");
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|2\nXA1|5");

  receipt = data_fixture_import (fixture, &error, "d", NULL);
  g_assert_no_error (error);
  g_assert_cmpint (receipt->import_id, ==, 0);
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|2\nXA1|5");
}

/* An older submission is no fault beside a later one of the same month. */
static void
test_older_beside_later (DataFixture *fixture, gconstpointer data)
{
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "held", .created = LATE, .patients = 2 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/a", .created = EARLY, .patients = 3 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/b", .created = LATEST, .patients = 4 });
  import (fixture, "held");
  assert_refused (fixture, "d/a", CASENESS_DATA_ERROR_SUPERSEDED, "import 1");
  import (fixture, "d");
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|4");
}

static void
test_undo (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GPtrArray) records = NULL;
  const CasenessImportRecord *record;
  g_autofree char *before = NULL;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "first", .created = EARLY, .patients = 2 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "later", .created = LATE, .patients = 3 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "next", .month = 2, .patients = 4 });
  data_fixture_write (fixture, "LOCStaff.csv", "CarePersLocalId\nS1\n");
  import (fixture, "first");
  import (fixture, "later");
  import (fixture, "next");
  before = data_fixture_ask (fixture, REFERRALS);
  g_assert_cmpstr (before, ==, "XA1|3\nXA1|4");
  undo (fixture, 2); /* also after later ones: what it replaced counts again */
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|2\nXA1|4");
  undo (fixture, 1);
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|4");
  import (fixture, "later"); /* held no more, so it is imported again */
  data_fixture_assert_ask (fixture, REFERRALS, before);

  store = open_store (fixture, CASENESS_STORE_WRITE);
  g_assert_false (caseness_import_undo (store, 2, now, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "undone already"));
  g_clear_error (&error);
  g_assert_false (caseness_import_undo (store, 77, now, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NOT_FOUND);
  g_clear_error (&error);

  records = caseness_import_list (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 4);
  record = records->pdata[1];
  g_assert_cmpstr (record->undone_at, ==, "2025-07-01 12:30:00");
  g_assert_cmpuint (record->read, ==, 10);
  record = records->pdata[2];
  g_assert_cmpint (record->import_id, ==, 3);
  g_assert_null (record->undone_at);
  g_assert_nonnull (strstr (record->what, "XA1 February 2025"));
}

static void
test_refused (DataFixture *fixture, gconstpointer data)
{
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/good" });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/later-bad", .month = 2, .is_bad = TRUE });
  assert_refused (fixture, "d", CASENESS_DATA_ERROR_REFUSED, "later-bad");
  assert_refused (fixture, "nowhere", CASENESS_DATA_ERROR_REFUSED, "nowhere");
  import (fixture, "d/good");
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/good", .created = LATE });
  assert_refused (fixture, "d", CASENESS_DATA_ERROR_REFUSED, "later-bad");
}

/* Rulings 101: an empty file that was there is still there, and empty. */
static void
test_refused_into_empty_file (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *hash = NULL;

  data_fixture_write (fixture, "service.caseness", "");
  assert_refused (fixture, "nowhere", CASENESS_DATA_ERROR_REFUSED, "nowhere");
  hash = data_fixture_hash (fixture);
  g_assert_nonnull (hash);
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "good" });
  import (fixture, "good");
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|2");
}

static void
test_bad_stores (DataFixture *fixture, gconstpointer data)
{
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "good" });
  data_fixture_write (fixture, "service.caseness", "Dear Sir or Madam, this is a letter and nothing else.\n");
  assert_refused (fixture, "good", CASENESS_DATA_ERROR_NOT_A_STORE, "service.caseness");
  g_assert_cmpint (g_remove (fixture->store_path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->store_path, 0700), ==, 0);
  assert_refused (fixture, "good", CASENESS_DATA_ERROR_NOT_A_STORE, "service.caseness");
}

static void
test_folder_of_store_is_missing (DataFixture *fixture, gconstpointer data)
{
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "good" });
  g_free (fixture->store_path);
  fixture->store_path = data_fixture_path (fixture, "no/such/service.caseness");
  assert_refused (fixture, "good", CASENESS_DATA_ERROR_READ_ONLY, "no/such/service.caseness");
}

static void
test_dry_run (DataFixture *fixture, gconstpointer data)
{
  const char *const names[] = { "first", NULL };
  const char *const later[] = { "later", NULL };
  CasenessImportOptions options = { .is_dry_run = TRUE };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) without_file = NULL;
  g_autoptr(CasenessReceipt) with_file = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "first", .created = EARLY });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "later", .created = LATE, .patients = 3 });
  without_file = data_fixture_import_with (fixture, &options, NULL, names, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (without_file->lines->len, ==, 4);
  g_assert_cmpint (without_file->import_id, ==, 0);
  g_assert_false (g_file_test (fixture->store_path, G_FILE_TEST_EXISTS));

  import (fixture, "first");
  before = data_fixture_hash (fixture);
  with_file = data_fixture_import_with (fixture, &options, NULL, later, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (with_file->lines->len, ==, 4);
  g_assert_nonnull (strstr (with_file->notes->pdata[0], "replaces"));
  after = data_fixture_hash (fixture);
  g_assert_cmpstr (before, ==, after);
}

typedef struct
{
  GCancellable *cancellable;
  double stop_at;
  double last;
  guint n_reports;
} Watch;

static void
watch_cb (double fraction, const char *what, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpfloat (fraction, >=, watch->last);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_cmpstr (what, !=, "");
  watch->last = fraction;
  watch->n_reports++;
  if (fraction >= watch->stop_at)
    g_cancellable_cancel (watch->cancellable);
}

static void
assert_stopped (DataFixture *fixture, const char *name, double stop_at)
{
  const char *names[] = { name, NULL };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { cancellable, stop_at, 0, 0 };
  CasenessImportOptions options = { .progress = watch_cb, .progress_data = &watch };
  g_autofree char *before = data_fixture_hash (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (data_fixture_import_with (fixture, &options, cancellable, names, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (watch.n_reports, >=, 1);
  after = data_fixture_hash (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_cancelled (DataFixture *fixture, gconstpointer data)
{
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "first", .created = EARLY });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "many/1", .created = LATE, .patients = 30000 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "many/2", .month = 2, .patients = 30000 });
  assert_stopped (fixture, "first", 0);
  import (fixture, "first");
  assert_stopped (fixture, "many", 0.01); /* rows of the first are stored already */
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|2");
  data_fixture_assert_ask (fixture, "SELECT count (*) FROM IDS101Referral", "2");
}

static void
test_providers (DataFixture *fixture, gconstpointer data)
{
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/XA1/2025-01", .patients = 2 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/XA2/2025-01", .provider = "XA2", .patients = 3 });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/XA2/2025-02", .provider = "XA2", .month = 2 });
  import (fixture, "d");
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|2\nXA2|3\nXA2|2");
}

static void
test_identifiers (DataFixture *fixture, gconstpointer data)
{
  const char *const names[] = { "m", NULL };
  CasenessImportOptions options = { .keep_identifiers = TRUE };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) held = NULL;
  g_autoptr(CasenessReceipt) kept = NULL;
  const char *tags = "SELECT count (DISTINCT NHSNumberTag), min (NHSNumberTag) >= 0, max (NHSNumberTag) < 65536"
                     " FROM IDS001MPI WHERE submission_id = 1";

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "m" });
  import (fixture, "m");
  data_fixture_assert_ask (fixture, "SELECT NHSNumber, Postcode, PersonBirthDate, PersonBirthMonth, Gender"
                                    " FROM IDS001MPI WHERE line = 2",
                           "-|-|-|198003|2");
  data_fixture_assert_ask (fixture, tags, "2|1|1");
  /* Not 45 yet: the day before the first of March. */
  data_fixture_assert_ask (fixture, "SELECT AgeReferral FROM IDS101Referral WHERE line = 2", "44");

  held = data_fixture_import_with (fixture, &options, NULL, names, &error);
  g_assert_true (held->was_held);
  g_assert_nonnull (strstr (held->notes->pdata[1], "Identifiers are not added"));
  undo (fixture, 1);
  kept = data_fixture_import_with (fixture, &options, NULL, names, &error);
  g_assert_no_error (error);
  data_fixture_assert_ask (fixture, "SELECT Postcode, PersonBirthDate, PersonBirthMonth FROM IDS001MPI"
                                    " WHERE submission_id = 2 AND line = 2",
                           "LS1 1AA|3711|198003");
  /* The same person has the same tag in every import of one file. */
  data_fixture_assert_ask (fixture, "SELECT count (*) FROM IDS001MPI AS a JOIN IDS001MPI AS b USING (line)"
                                    " WHERE a.submission_id = 1 AND b.submission_id = 2"
                                    " AND a.NHSNumberTag = b.NHSNumberTag",
                           "2");
}

static void
test_service_name (DataFixture *fixture, gconstpointer data)
{
  const char *const names[] = { "m", NULL };
  CasenessImportOptions options = { .service_name = "Talking Exampleshire" };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autofree char *name = NULL;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "m" });
  import (fixture, "m");
  receipt = data_fixture_import_with (fixture, &options, NULL, names, &error); /* a name may be given later */
  g_assert_no_error (error);
  g_assert_true (receipt->was_held);
  store = open_store (fixture, CASENESS_STORE_READ);
  name = caseness_store_dup_service_name (store, &error);
  g_assert_cmpstr (name, ==, "Talking Exampleshire");
}

static void
test_lists (DataFixture *fixture, gconstpointer data)
{
  const char *team = "SELECT CarePersLocalId, Team, OrgIDProv, StartDate FROM active_list JOIN LOCStaff USING (list_id)"
                     " ORDER BY line";
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) held = NULL;

  data_fixture_write (fixture, "LOCStaff.csv", "OrgIDProv,CarePersLocalId,Team,StartDate\n"
                                               "XA1,S1,North,1970-01-11\n,S2,,\n");
  import (fixture, "LOCStaff.csv");
  data_fixture_assert_ask (fixture, team, "S1|North|XA1|10\nS2|-|-|-");
  held = data_fixture_import (fixture, &error, "LOCStaff.csv", NULL);
  g_assert_no_error (error);
  g_assert_true (held->was_held);

  data_fixture_write (fixture, "LOCStaff.csv", "CarePersLocalId,Team\nS3,South\n");
  import (fixture, "LOCStaff.csv");
  data_fixture_assert_ask (fixture, team, "S3|South|-|-");
  undo (fixture, 2);
  data_fixture_assert_ask (fixture, team, "S1|North|XA1|10\nS2|-|-|-");
}

static void
test_unknown_referral (DataFixture *fixture, gconstpointer data)
{
  const char *list = "ServiceRequestId,Stage,DateAdded\n"
                     "R1,first treatment,2025-01-03\nR77,first treatment,2025-01-03\n";
  const CasenessFinding *finding;
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;

  data_fixture_write (fixture, "alone/LOCWaitingList.csv", list);
  data_fixture_write (fixture, "d/LOCWaitingList.csv", list);
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/m" });

  receipt = data_fixture_import (fixture, &error, "alone", NULL);
  g_assert_no_error (error);
  for (guint i = 0; i < receipt->findings->len; i++)
    g_assert_cmpuint (((CasenessFinding *) receipt->findings->pdata[i])->line, !=, 3);
  g_clear_pointer (&receipt, caseness_receipt_free);
  undo (fixture, 1);

  receipt = data_fixture_import (fixture, &error, "d", NULL);
  g_assert_no_error (error);
  finding = receipt->findings->pdata[receipt->findings->len - 1];
  g_assert_cmpstr (finding->table, ==, "LOCWaitingList");
  g_assert_cmpuint (finding->line, ==, 3);
  g_assert_cmpstr (finding->field, ==, "ServiceRequestId");
  g_assert_null (finding->value);
  g_assert_cmpint (finding->level, ==, CASENESS_FINDING_WARNING);
  data_fixture_assert_ask (fixture, "SELECT count (*) FROM active_list JOIN LOCWaitingList USING (list_id)", "2");
}

/* Findings of what counts no more are not listed. */
static void
test_findings (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  const CasenessFinding *finding;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "m", .created = EARLY });
  data_fixture_write (fixture, "m/IDS002GP.csv", "LocalPatientId,GMPCodeReg,StartDateGMPRegistration,"
                                                 "EndDateGMPRegistration\nP1,B86001,31/02/2025,\nP2,B86001,,\n");
  import (fixture, "m");
  store = open_store (fixture, CASENESS_STORE_READ);
  findings = caseness_import_list_findings (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, >=, 1);
  finding = findings->pdata[0];
  g_assert_cmpstr (finding->table, ==, "IDS002GP");
  g_assert_cmpstr (finding->file, ==, "IDS002GP.csv");
  g_assert_cmpuint (finding->line, ==, 2);
  g_assert_cmpstr (finding->field, ==, "StartDateGMPRegistration");
  g_assert_cmpstr (finding->message, !=, "");
  g_clear_pointer (&findings, g_ptr_array_unref);
  g_clear_pointer (&store, caseness_store_close);

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "m", .created = LATE });
  import (fixture, "m");
  store = open_store (fixture, CASENESS_STORE_READ);
  findings = caseness_import_list_findings (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_sources (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GPtrArray) sources = NULL;
  const CasenessSource *source;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/b" });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "d/a", .month = 2 });
  data_fixture_write (fixture, "d/LOCStaff.csv", "CarePersLocalId\nS1\n");
  import (fixture, "d");
  store = open_store (fixture, CASENESS_STORE_READ);
  sources = caseness_import_list_sources (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sources->len, ==, 3);
  source = sources->pdata[0];
  g_assert_cmpstr (source->name, ==, "XA1");
  g_assert_cmpint (source->period_end, ==, caseness_date_new (2025, 1, 31));
  source = sources->pdata[2];
  g_assert_true (source->is_list);
  g_assert_cmpstr (source->name, ==, "LOCStaff");
  g_assert_cmpint (source->period_end, ==, CASENESS_DATE_NONE);
}

static CasenessReceipt *
import_into_open_store (DataFixture *fixture, CasenessStore *store, const char *name, GError **error)
{
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  CasenessImportOptions options = { .now = now };
  g_autofree char *path = data_fixture_path (fixture, name);
  const char *const paths[] = { path, NULL };

  return caseness_import_paths (store, paths, &options, NULL, error);
}

static void
test_disk_is_full (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GError) error = NULL;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "first" });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "many", .month = 2, .patients = 5000 });
  import (fixture, "first");
  store = open_store (fixture, CASENESS_STORE_WRITE);
  g_assert_cmpint (sqlite3_exec (store->database, "PRAGMA max_page_count = 80", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_null (import_into_open_store (fixture, store, "many", &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "no room left"));
  data_fixture_assert_ask (fixture, REFERRALS, "XA1|2");
  data_fixture_assert_ask (fixture, "PRAGMA integrity_check", "ok");
}

/* Where not even the beginning of a new file can be written, the message names the file that was asked for. */
static void
test_no_room_to_begin (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  struct rlimit before, tiny;
  void (*handler) (int);

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "first" });
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  tiny = before;
  tiny.rlim_cur = 8192;
  handler = signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tiny), ==, 0);
  receipt = data_fixture_import (fixture, &error, "first", NULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, handler);
  g_assert_null (receipt);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, fixture->store_path));
  g_assert_false (g_file_test (fixture->store_path, G_FILE_TEST_EXISTS));
}

static void
test_somebody_else_writes (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) first = NULL;
  g_autoptr(CasenessStore) second = NULL;
  g_autoptr(GError) error = NULL;

  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "first" });
  data_fixture_write_month (fixture, &(FixtureMonth) { .folder = "next", .month = 2 });
  import (fixture, "first");
  first = open_store (fixture, CASENESS_STORE_WRITE);
  second = open_store (fixture, CASENESS_STORE_WRITE);
  sqlite3_busy_timeout (second->database, 10);
  g_assert_true (caseness_store_begin (first, &error));
  g_assert_null (import_into_open_store (fixture, second, "next", &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_BUSY);
  caseness_store_rollback (first);
}

#define ADD(name, test) DATA_FIXTURE_ADD ("/data/import/" name, test, NULL)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("receipt", test_receipt);
  ADD ("file-refused-nationally", test_file_refused_nationally);
  ADD ("runs", test_runs);
  ADD ("held", test_held);
  ADD ("refresh", test_refresh);
  ADD ("two-of-a-month", test_two_of_a_month);
  ADD ("older-beside-later", test_older_beside_later);
  ADD ("undo", test_undo);
  ADD ("refused", test_refused);
  ADD ("refused-into-empty-file", test_refused_into_empty_file);
  ADD ("bad-stores", test_bad_stores);
  ADD ("folder-of-store-is-missing", test_folder_of_store_is_missing);
  ADD ("dry-run", test_dry_run);
  ADD ("cancelled", test_cancelled);
  ADD ("providers", test_providers);
  ADD ("identifiers", test_identifiers);
  ADD ("service-name", test_service_name);
  ADD ("lists", test_lists);
  ADD ("unknown-referral", test_unknown_referral);
  ADD ("findings", test_findings);
  ADD ("sources", test_sources);
  ADD ("disk-is-full", test_disk_is_full);
  ADD ("no-room-to-begin", test_no_room_to_begin);
  ADD ("somebody-else-writes", test_somebody_else_writes);
  return g_test_run ();
}
