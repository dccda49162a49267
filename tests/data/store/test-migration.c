/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-store-private.h"
#include "data-fixture.h"
#include "old-store.h"

#include <sqlite3.h>

/* A file of every earlier version, with a month in it: it becomes the same as a new one, answers what it answered, and
 * takes the next month. */

/* Findings of earlier versions learn whose row they are of; those of later ones say so themselves, or cannot. */
#define OWNERS_TOLD 7

#define SCHEMA "SELECT group_concat (sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)"

/* 1 January 2025 is day 20089. */
static const char month[]
  = "INSERT INTO import (import_id, imported_at, imported_by, seconds) VALUES (1, '2025-02-21 09:00:00', 'x', 0.5);"
    "INSERT INTO submission (submission_id, import_id, provider, period_start, period_end, created, version)"
    " VALUES (1, 1, 'XA1', 20089, 20119, '2025-02-21 09:00:00', '2.1');"
    "INSERT INTO IDS001MPI (submission_id, line, LocalPatientId, Gender) VALUES (1, 2, 'P1', '2'), (1, 3, 'P2', '1');"
    "INSERT INTO IDS101Referral (submission_id, line, ServiceRequestId, LocalPatientId, OrgIDComm,"
    " ReferralRequestReceivedDate) VALUES (1, 2, 'R1', 'P1', '15F', 20090), (1, 3, 'R2', 'P2', '15F', 20091);"
    "INSERT INTO IDS201CareContact (submission_id, line, CareContactId, ServiceRequestId, CareContDate, AttendOrDNACode)"
    " VALUES (1, 2, 'C1', 'R1', 20100, '5');"
    "INSERT INTO IDS202CareActivity (submission_id, line, CareActId, CareContactId) VALUES (1, 5, 'A1', 'C1');"
    "INSERT INTO IDS607CodedScoreAssessmentAct (submission_id, line, CareActId) VALUES (1, 7, 'A1');"
    "INSERT INTO import_file (import_id, position, submission_id, table_name, file, bytes, sha256, rows_read, rows_kept,"
    " rows_rejected, warnings) VALUES (1, 0, 1, 'IDS101Referral', 'IDS101Referral.csv', 1, 'x', 2, 2, 0, 0),"
    " (1, 1, 1, 'IDS105OnwardReferral', 'IDS105OnwardReferral.csv', 1, 'x', 0, 0, 0, 0);"
    "INSERT INTO finding (import_id, submission_id, rule, level, table_name, file, line, field, message) VALUES"
    " (1, 1, 'IDS10137', 'warning', 'IDS101Referral', 'IDS101Referral.csv', 2, 'EndCode', 'M.'),"
    " (1, 1, 'IDS00101', 'warning', 'IDS001MPI', 'IDS001MPI.CSV', 3, 'Gender', 'M.'),"
    " (1, 1, 'IDS20201', 'warning', 'IDS202CareActivity', 'IDS202CareActivity.csv', 5, 'CareActId', 'M.'),"
    " (1, 1, 'IDS60701', 'warning', 'IDS607CodedScoreAssessmentAct', 'IDS607CodedScoreAssessmentAct.csv', 7, 'X', 'M.'),"
    " (1, 1, 'IDS10101', 'record', 'IDS101Referral', 'IDS101Referral.csv', 9, 'EndCode', 'Not kept.'),"
    " (1, 1, 'IDS10102', 'warning', 'IDS101Referral', 'mapped export.csv', 2, 'EndCode', 'M.'),"
    " (1, NULL, 'CASENESS-DATE', 'warning', 'LOCStaff', 'LOCStaff.csv', 2, 'StartDate', 'M.');";

static const char *const questions[] = {
  "SELECT * FROM import",
  "SELECT * FROM active_submission",
  "SELECT ServiceRequestId, LocalPatientId, ReferralRequestReceivedDate FROM IDS101Referral ORDER BY line",
  "SELECT m.Gender, c.CareContDate FROM IDS101Referral AS r JOIN IDS001MPI AS m USING (LocalPatientId)"
  " LEFT JOIN IDS201CareContact AS c USING (ServiceRequestId) ORDER BY r.line",
  "SELECT rule, level, table_name, line, field, message FROM finding",
};

static void
make_old (const char *path, guint version)
{
  sqlite3 *database = old_store_new (path, version);

  g_assert_cmpint (sqlite3_exec (database, month, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
upgrade (const char *path, CasenessStoreMode mode)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_store_open (path, mode, &error);

  g_assert_no_error (error);
}

static void
test_upgrade (DataFixture *fixture, gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autofree char *fresh_path = data_fixture_path (fixture, "fresh.caseness");
  DataFixture fresh = { fixture->folder, fresh_path };
  g_autofree char *schema = NULL;
  char *answers[G_N_ELEMENTS (questions)];
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;

  upgrade (fresh_path, CASENESS_STORE_CREATE);
  schema = data_fixture_ask (&fresh, SCHEMA);
  make_old (fixture->store_path, version);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    answers[i] = data_fixture_ask (fixture, questions[i]);
  upgrade (fixture->store_path, CASENESS_STORE_WRITE);
  data_fixture_assert_ask (fixture, SCHEMA, schema);
  data_fixture_assert_ask (fixture, "PRAGMA integrity_check", "ok");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      data_fixture_assert_ask (fixture, questions[i], answers[i]);
      g_free (answers[i]);
    }
  data_fixture_assert_ask (fixture, "SELECT line, referral, patient FROM finding ORDER BY finding_id",
                           version < OWNERS_TOLD ? "2|R1|P1\n3|-|P2\n5|R1|-\n7|R1|-\n9|-|-\n2|-|-\n2|-|-"
                                                 : "2|-|-\n3|-|-\n5|-|-\n7|-|-\n9|-|-\n2|-|-\n2|-|-");
  data_fixture_assert_ask (fixture, "SELECT table_name, first_row, last_row FROM import_file ORDER BY position",
                           "IDS101Referral|1|2\nIDS105OnwardReferral|1|0");
  data_fixture_write_month (fixture, &(FixtureMonth){ .folder = "2", .month = 2 });
  receipt = data_fixture_import (fixture, &error, "2", NULL);
  g_assert_no_error (error);
  data_fixture_assert_ask (fixture, "SELECT count (*) FROM active_submission", "2");
}

static void
test_none_forgotten (void)
{
  g_assert_cmpint (OLD_STORE_N_VERSIONS + 1, ==, caseness_store_get_latest_version ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data/migration/none-forgotten", test_none_forgotten);
  for (guint version = 1; version <= OLD_STORE_N_VERSIONS; version++)
    {
      g_autofree char *path = g_strdup_printf ("/data/migration/from-%u", version);

      DATA_FIXTURE_ADD (path, test_upgrade, GUINT_TO_POINTER (version));
    }
  return g_test_run ();
}
