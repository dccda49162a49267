/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-loader.h"
#include "caseness-pathway-csv.h"
#include "caseness-snapshot-private.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* How months lie over each other (rulings 26 to 31), on rows written straight into a store: 1 January 2025 is day
 * 20089. */

typedef struct
{
  char *folder;
  char *file;
  CasenessStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("caseness-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "a.caseness", NULL);
  fixture->store = caseness_store_open (fixture->file, CASENESS_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_clear_pointer (&fixture->store, caseness_store_close);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
}

static void
run_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (fixture->file, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

#define IMPORT "INSERT INTO import (import_id, imported_at, imported_by, seconds) VALUES (1, '2025-07-01', 'x', 0);"
#define JANUARY \
  "INSERT INTO submission (submission_id, import_id, provider, period_start, period_end, created, version)" \
  " VALUES (1, 1, 'XA1', 20089, 20119, '2025-02-10', '2.1');"
#define FEBRUARY \
  "INSERT INTO submission (submission_id, import_id, provider, period_start, period_end, created, version)" \
  " VALUES (2, 1, 'XA1', 20120, 20147, '2025-03-10', '2.1');"
#define MONTHS IMPORT FEBRUARY JANUARY
#define REFERRAL(submission, line, id, patient, discharged, end_code) \
  "INSERT INTO IDS101Referral (submission_id, line, ServiceRequestId, LocalPatientId, OrgIDComm," \
  " ReferralRequestReceivedDate, ServDischDate, EndCode, AgeReferral) VALUES (" #submission ", " #line ", '" id "', '" \
  patient "', '15F', 20090, " discharged ", " end_code ", 30);"
#define PATIENT(submission, line, patient, tag) \
  "INSERT INTO IDS001MPI (submission_id, line, LocalPatientId, NHSNumberTag) VALUES (" #submission ", " #line ", '" \
  patient "', " tag ");"
#define CONTACT(submission, line, id, referral, day, attended) \
  "INSERT INTO IDS201CareContact (submission_id, line, CareContactId, ServiceRequestId, CareContDate, AppType," \
  " AttendOrDNACode) VALUES (" #submission ", " #line ", '" id "', '" referral "', " #day ", '02', '" attended "');"
#define ACTIVITY(submission, line, id, contact, code) \
  "INSERT INTO IDS202CareActivity (submission_id, line, CareActId, CareContactId, CarePersLocalId," \
  " CodeProcAndProcStatus) VALUES (" #submission ", " #line ", '" id "', '" contact "', 'S1', '" code "');"
#define SCORE(submission, line, activity, tool, score) \
  "INSERT INTO IDS607CodedScoreAssessmentAct (submission_id, line, CareActId, CodedAssToolType, PersScore) VALUES (" \
  #submission ", " #line ", '" activity "', '" tool "', '" score "');"
#define COMPLAINT(submission, line, referral, code, significance, day) \
  "INSERT INTO IDS603PresentingComplaints (submission_id, line, ServiceRequestId, FindSchemeInUse, PresComp," \
  " PresCompCodSig, PresCompDate) VALUES (" #submission ", " #line ", '" referral "', '01', '" code "', '" \
  significance "', " #day ");"

#define EMPLOYMENT(submission, line, patient, day, sick_pay) \
  "INSERT INTO IDS004EmpStatus (submission_id, line, LocalPatientId, EmployStatus, EmployStatusRecDate, SSPInd) VALUES (" \
  #submission ", " #line ", '" patient "', '01', " #day ", '" sick_pay "');"

#define CBT "304891004"
#define PHQ "720433000"

typedef struct
{
  const char *name;
  const char *sql;
  guint n_pathways;
  const char *expected; /* of the first row */
  const char *last;     /* of the last row */
} LoaderCase;

static const LoaderCase cases[] = {
  { "nothing", "", 0, NULL, NULL },
  { "latest-row-wins-whole",
    MONTHS REFERRAL (1, 2, "R1", "P1", "20110", "'46'") REFERRAL (2, 2, "R1", "P1", "NULL", "NULL"), 1,
    "ServDischDate= EndCode= Age_ReferralRequest_ReceivedDate=30", NULL },
  { "stops-being-sent", MONTHS REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") REFERRAL (2, 2, "R2", "P2", "NULL", "NULL"),
    2, "ServiceRequestId=R1 ServDischDate=", "ServiceRequestId=R2" },
  { "contacts-belong-to-their-month",
    MONTHS REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") REFERRAL (2, 2, "R1", "P1", "NULL", "NULL")
      CONTACT (1, 2, "C1", "R1", 20100, "5") CONTACT (2, 2, "C2", "R1", 20130, "5"),
    1, "TreatmentCareContact_Count=2 TherapySession_FirstDate=2025-01-12 TherapySession_LastDate=2025-02-11", NULL },
  { "contact-sent-again-with-its-activities",
    MONTHS REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") REFERRAL (2, 2, "R1", "P1", "NULL", "NULL")
      CONTACT (1, 2, "C1", "R1", 20100, "5") ACTIVITY (1, 2, "A1", "C1", CBT) SCORE (1, 2, "A1", PHQ, "20")
      CONTACT (2, 2, "C1", "R1", 20101, "5") ACTIVITY (2, 2, "A1", "C1", "748051000000105:408730004=1")
      SCORE (2, 2, "A1", PHQ, "11"),
    1,
    "TreatmentCareContact_Count=1 TherapySession_FirstDate=2025-01-13 TherapyType_First=748051000000105 "
    "PHQ9_FirstScore=11 PHQ9_LastScore=",
    NULL },
  { "contact-sent-again-of-another-referral",
    MONTHS REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") REFERRAL (1, 3, "R2", "P2", "NULL", "NULL")
      CONTACT (1, 2, "C1", "R1", 20100, "5") CONTACT (1, 3, "C2", "R1", 20101, "5")
      REFERRAL (2, 2, "R2", "P2", "NULL", "NULL") CONTACT (2, 2, "C1", "R2", 20102, "5"),
    2, "ServiceRequestId=R1 TreatmentCareContact_Count=1 TherapySession_FirstDate=2025-01-13",
    "ServiceRequestId=R2 TreatmentCareContact_Count=1 TherapySession_FirstDate=2025-01-14" },
  { "scores-of-all-months",
    MONTHS REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") REFERRAL (2, 2, "R1", "P1", "NULL", "NULL")
      CONTACT (1, 2, "C1", "R1", 20100, "5") ACTIVITY (1, 2, "A1", "C1", CBT) ACTIVITY (1, 3, "A2", "C1", CBT)
      SCORE (1, 2, "A2", PHQ, "20") CONTACT (2, 2, "C2", "R1", 20130, "5") ACTIVITY (2, 2, "A1", "C2", CBT)
      SCORE (2, 2, "A1", PHQ, "11") CONTACT (2, 3, "C3", "R1", 20131, "5") ACTIVITY (2, 3, "A3", "C3", CBT)
      SCORE (2, 3, "A3", PHQ, "9"),
    1, "TreatmentCareContact_Count=3 PHQ9_FirstScore=20 PHQ9_LastScore=9", NULL },
  { "complaints-of-all-months",
    MONTHS REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") REFERRAL (2, 2, "R1", "P1", "NULL", "NULL")
      COMPLAINT (1, 2, "R1", "F431", "1", 20110) COMPLAINT (2, 2, "R1", "F322", "1", 20100),
    1, "PresentingComplaint=F431", NULL },
  { "complaint-sent-again-replaces-itself",
    MONTHS REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") REFERRAL (2, 2, "R1", "P1", "NULL", "NULL")
      COMPLAINT (1, 2, "R1", "F431", "1", 20110) COMPLAINT (1, 3, "R1", "F322", "1", 20100)
      COMPLAINT (2, 2, "R1", "F431", "2", 20110),
    1, "PresentingComplaint=F322", NULL },
  { "same-patient-id",
    MONTHS PATIENT (1, 2, "P1", "7") REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") PATIENT (2, 2, "P1", "8")
      REFERRAL (2, 2, "R1", "P1", "NULL", "NULL"),
    1, "LocalPatientId=P1", NULL },
  { "same-nhs-number",
    MONTHS PATIENT (1, 2, "P1", "7") REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") PATIENT (2, 2, "P9", "7")
      REFERRAL (2, 2, "R1", "P9", "NULL", "NULL"),
    1, "LocalPatientId=P9", NULL },
  { "nhs-number-zero-is-a-tag",
    MONTHS PATIENT (1, 2, "P1", "0") REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") PATIENT (2, 2, "P9", "0")
      REFERRAL (2, 2, "R1", "P9", "NULL", "NULL"),
    1, "LocalPatientId=P9", NULL },
  { "somebody-else",
    MONTHS PATIENT (1, 2, "P1", "7") REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") CONTACT (1, 2, "C1", "R1", 20100, "5")
      PATIENT (2, 2, "P9", "8") REFERRAL (2, 2, "R1", "P9", "NULL", "NULL") CONTACT (2, 2, "C2", "R1", 20130, "5"),
    2, "LocalPatientId=P1 TherapySession_FirstDate=2025-01-12 TreatmentCareContact_Count=1",
    "LocalPatientId=P9 TherapySession_FirstDate=2025-02-11 TreatmentCareContact_Count=1" },
  { "nobody-has-a-number",
    MONTHS PATIENT (1, 2, "P1", "NULL") REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") PATIENT (2, 2, "P9", "NULL")
      REFERRAL (2, 2, "R1", "P9", "NULL", "NULL"),
    2, "LocalPatientId=P1", "LocalPatientId=P9" },
  { "ids-are-the-providers-own",
    IMPORT JANUARY
      "INSERT INTO submission (submission_id, import_id, provider, period_start, period_end, created, version)"
      " VALUES (3, 1, 'XB1', 20089, 20119, '2025-02-10', '2.1');" REFERRAL (1, 2, "R1", "P1", "NULL", "NULL")
        CONTACT (1, 2, "C1", "R1", 20100, "5") REFERRAL (3, 2, "R1", "P1", "NULL", "NULL")
          CONTACT (3, 2, "C1", "R1", 20101, "5"),
    2, "OrgID_Provider=XA1 TherapySession_FirstDate=2025-01-12", "OrgID_Provider=XB1 TherapySession_FirstDate=2025-01-13" },
  { "undone-months-are-gone",
    MONTHS REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") "UPDATE import SET undone_at = '2025-07-02';", 0, NULL, NULL },
  { "employment-of-one-day-gives-way",
    MONTHS PATIENT (1, 2, "P1", "7") REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") EMPLOYMENT (1, 2, "P1", 20095, "Y")
      EMPLOYMENT (1, 3, "P1", 20100, "U") PATIENT (2, 2, "P1", "7") REFERRAL (2, 2, "R1", "P1", "NULL", "NULL")
        EMPLOYMENT (2, 2, "P1", 20095, "N"),
    1, "SickpayIndicator_First=N SickpayIndicator_Last=U Count_StatutorySickpayIndicators=2", NULL },
  { "lists-for-one-provider",
    IMPORT JANUARY REFERRAL (1, 2, "R1", "P1", "NULL", "NULL")
    "INSERT INTO local_list (list_id, import_id, name) VALUES (1, 1, 'LOCReferral');"
    "INSERT INTO LOCReferral (list_id, line, ServiceRequestId, Locality, Priority) VALUES (1, 2, 'R1', 'Castle', 'LTC');"
    "INSERT INTO LOCReferral (list_id, line, ServiceRequestId, Locality, OrgIDProv) VALUES (1, 3, 'R1', 'Abbey', 'XB1');",
    1, "Locality=Castle Priority=LTC", NULL },
};

static void
check_case (Fixture *fixture, const LoaderCase *c)
{
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_autoptr(GError) error = NULL;

  run_sql (fixture, c->sql);
  snapshot = caseness_snapshot_load (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (caseness_snapshot_get_n_pathways (snapshot), ==, c->n_pathways);
  caseness_pathway_write_csv (writer, snapshot, NULL);
  if (c->expected != NULL)
    fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0, c->expected, c->name);
  if (c->last != NULL)
    fixture_check_row (caseness_csv_writer_peek (writer, NULL), c->n_pathways - 1, c->last, c->name);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  check_case (fixture, data);
}

/* The same where each month's contacts are put aside, and come back for one referral at a time. */
static void
test_aside (Fixture *fixture, gconstpointer data)
{
  caseness_loader_set_room (1);
  caseness_snapshot_set_stripe (1);
  check_case (fixture, data);
  caseness_snapshot_set_stripe (0);
  caseness_loader_set_room (0);
}

/* Under the local person key the NHS number joins nothing. */
static void
test_person_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(GError) error = NULL;
  CasenessSwitches switches;

  run_sql (fixture, MONTHS PATIENT (1, 2, "P1", "7") REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") PATIENT (2, 2, "P9", "7")
                      REFERRAL (2, 2, "R1", "P9", "NULL", "NULL"));
  caseness_switches_init (&switches);
  switches.person_key_is_local = TRUE;
  snapshot = caseness_snapshot_load_with (fixture->store, &switches, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (caseness_snapshot_get_n_pathways (snapshot), ==, 2);
}

/* As submitted, January does not know what February told of it. */
static void
test_knowledge (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *known_until; guint n_pathways; const char *expected; } months[] = {
    { "2024-12-31", 0, NULL },
    { "2025-01-31", 1, "ServDischDate= TreatmentCareContact_Count=1" },
    { "2025-02-28", 1, "ServDischDate=2025-01-31 TreatmentCareContact_Count=2" },
  };
  CasenessSwitches switches;
  gsize i;

  run_sql (fixture, MONTHS REFERRAL (1, 2, "R1", "P1", "NULL", "NULL") CONTACT (1, 2, "C1", "R1", 20100, "5")
                      REFERRAL (2, 2, "R1", "P1", "20119", "'46'") CONTACT (2, 2, "C2", "R1", 20110, "5"));
  caseness_switches_init (&switches);
  g_assert_true (caseness_switches_set (&switches, "knowledge", "submitted"));
  for (i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = NULL;
      g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

      g_assert_true (caseness_switches_know (&switches, caseness_date_parse (months[i].known_until)));
      snapshot = caseness_snapshot_load_with (fixture->store, &switches, NULL, NULL);
      g_assert_cmpuint (caseness_snapshot_get_n_pathways (snapshot), ==, months[i].n_pathways);
      caseness_pathway_write_csv (writer, snapshot, NULL);
      if (months[i].expected != NULL)
        fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0, months[i].expected, months[i].known_until);
    }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(GError) error = NULL;

  run_sql (fixture, MONTHS REFERRAL (1, 2, "R1", "P1", "NULL", "NULL"));
  g_cancellable_cancel (cancellable);
  snapshot = caseness_snapshot_load (fixture->store, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (snapshot);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = caseness_snapshot_load (fixture->store, NULL, NULL);

  g_assert_nonnull (snapshot);
  g_assert_cmpint (caseness_snapshot_get_latest_period_end (snapshot), ==, CASENESS_DATE_NONE);
  g_assert_cmpint (caseness_snapshot_get_earliest_period_start (snapshot), ==, CASENESS_DATE_NONE);
  g_assert_cmpuint (caseness_snapshot_get_n_sources (snapshot), ==, 0);
  g_assert_cmpstr (caseness_snapshot_describe_sources (snapshot), ==, "No submissions");
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/measures/loader/merge/", cases[i].name, NULL);
      g_autofree char *aside = g_strconcat ("/measures/loader/aside/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_merge, tear_down);
      g_test_add (aside, Fixture, &cases[i], set_up, test_aside, tear_down);
    }
  g_test_add ("/measures/loader/person-key", Fixture, NULL, set_up, test_person_key, tear_down);
  g_test_add ("/measures/loader/knowledge", Fixture, NULL, set_up, test_knowledge, tear_down);
  g_test_add ("/measures/loader/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/measures/loader/empty", Fixture, NULL, set_up, test_empty, tear_down);
  return g_test_run ();
}
