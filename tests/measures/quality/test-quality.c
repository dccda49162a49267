/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-quality-csv.h"
#include "caseness-reference.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* What is said of the quality of rows written straight into a store: 1 January 2025 is day 20089. */

#define JANUARY "20089, 20119"
#define FEBRUARY "20120, 20147"
#define MARCH "20148, 20178"
#define SUBMISSION(id, provider, period) \
  "INSERT INTO submission (submission_id, import_id, provider, period_start, period_end, created, version)" \
  " VALUES (" #id ", 1, '" provider "', " period ", '2025-05-01', '2.1');"
#define MONTHS \
  "INSERT INTO import (import_id, imported_at, imported_by, seconds) VALUES (1, '2025-07-01', 'x', 0);" \
  SUBMISSION (1, "XA1", JANUARY) SUBMISSION (2, "XA1", FEBRUARY) SUBMISSION (3, "XA1", MARCH)
#define REFERRAL(submission, line, id, patient, received, discharged, end_code) \
  "INSERT INTO IDS101Referral (submission_id, line, ServiceRequestId, LocalPatientId, OrgIDComm," \
  " ReferralRequestReceivedDate, ServDischDate, EndCode, AgeReferral) VALUES (" #submission ", " #line ", '" id "', '" \
  patient "', '15F', " #received ", " discharged ", " end_code ", 30);"
#define OPEN(submission, line, id, patient, received) REFERRAL (submission, line, id, patient, received, "NULL", "NULL")
#define PATIENT(submission, line, patient, gender, ethnicity) \
  "INSERT INTO IDS001MPI (submission_id, line, LocalPatientId, Gender, EthnicCategory) VALUES (" #submission ", " \
  #line ", '" patient "', '" gender "', " ethnicity ");"
#define FINDING(submission, rule, level, line) \
  "INSERT INTO finding (import_id, submission_id, rule, level, table_name, file, line, field, message) VALUES" \
  " (1, " #submission ", '" rule "', '" level "', 'IDS101Referral', 'IDS101Referral.csv', " #line ", 'EndCode', 'M.');"

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

static CasenessQuality *
measure (Fixture *fixture, const char *sql, CasenessPeriod period, const CasenessFilter *filter)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (fixture->file, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
  snapshot = caseness_snapshot_load (fixture->store, NULL, &error);
  g_assert_no_error (error);
  return caseness_quality_new (snapshot, &period, filter, caseness_date_new (2025, 3, 10));
}

static CasenessPeriod
quarter (void)
{
  return caseness_period_around (CASENESS_PERIOD_QUARTER, caseness_date_new (2025, 3, 1));
}

typedef struct
{
  const char *name;
  CasenessQualityList list;
  const char *sql;
  const char *expected; /* "reference kind" words */
} ListCase;

/* Kinds: G finding, S shared number, N new number, D late discharge, O not sent, B before start. */
static const ListCase lists[] = {
  { "sent-every-month", CASENESS_QUALITY_NOT_SENT,
    MONTHS OPEN (1, 2, "R1", "P1", 20090) OPEN (2, 2, "R1", "P1", 20090) OPEN (3, 2, "R1", "P1", 20090), "" },
  { "stops-being-sent", CASENESS_QUALITY_NOT_SENT,
    MONTHS OPEN (1, 2, "R1", "P1", 20090) OPEN (2, 2, "R1", "P1", 20090) OPEN (3, 2, "R2", "P2", 20150), "R1=O" },
  { "closed-and-no-longer-sent", CASENESS_QUALITY_NOT_SENT,
    MONTHS REFERRAL (1, 2, "R1", "P1", 20090, "20100", "'46'") OPEN (3, 2, "R2", "P2", 20150), "" },
  { "each-provider-has-its-own-months", CASENESS_QUALITY_NOT_SENT,
    MONTHS SUBMISSION (4, "XB2", JANUARY) OPEN (4, 2, "R1", "P1", 20090), "" },
  { "discharge-on-the-first-of-the-month", CASENESS_QUALITY_LATE_DISCHARGES,
    MONTHS OPEN (1, 2, "R1", "P1", 20090) REFERRAL (2, 2, "R1", "P1", 20090, "20120", "'46'"), "" },
  { "discharge-a-day-earlier", CASENESS_QUALITY_LATE_DISCHARGES,
    MONTHS OPEN (1, 2, "R1", "P1", 20090) REFERRAL (2, 2, "R1", "P1", 20090, "20119", "'46'"), "R1=D" },
  { "sent-again-when-closed", CASENESS_QUALITY_LATE_DISCHARGES,
    MONTHS OPEN (1, 2, "R1", "P1", 20090) REFERRAL (2, 2, "R1", "P1", 20090, "20125", "'46'")
      REFERRAL (3, 2, "R1", "P1", 20090, "20125", "'46'"), "" },
  { "first-month-here-says-nothing", CASENESS_QUALITY_LATE_DISCHARGES,
    MONTHS REFERRAL (1, 2, "R1", "P1", 20000, "20080", "'46'"), "" },
  { "taken-back-and-made-again", CASENESS_QUALITY_LATE_DISCHARGES,
    MONTHS REFERRAL (1, 2, "R1", "P1", 20089, "20100", "'46'") OPEN (2, 2, "R1", "P1", 20089)
      REFERRAL (3, 2, "R1", "P1", 20089, "20100", "'46'"), "R1=D" },
  { "set-aside-for-late-discharge", CASENESS_QUALITY_LATE_DISCHARGES, MONTHS FINDING (3, "IDS10129", "record", 7),
    "7=G" },
  { "same-person-once", CASENESS_QUALITY_BROKEN_PATHWAYS,
    MONTHS OPEN (1, 2, "R1", "P1", 20090) OPEN (2, 2, "R1", "P1", 20090) OPEN (3, 2, "R1", "P1", 20090), "" },
  { "two-people-under-one-number", CASENESS_QUALITY_BROKEN_PATHWAYS,
    MONTHS OPEN (1, 2, "R1", "P1", 20090) OPEN (3, 2, "R1", "P2", 20150), "R1=S R1=S" },
  { "goes-on-under-a-new-number", CASENESS_QUALITY_BROKEN_PATHWAYS,
    MONTHS OPEN (1, 2, "R1", "P1", 20090) OPEN (2, 2, "R9", "P1", 20119) OPEN (3, 2, "R9", "P1", 20119), "R1=N" },
  { "really-referred-again", CASENESS_QUALITY_BROKEN_PATHWAYS,
    MONTHS OPEN (1, 2, "R1", "P1", 20090) OPEN (2, 2, "R9", "P1", 20120) OPEN (3, 2, "R9", "P1", 20120), "" },
  { "two-courses-side-by-side", CASENESS_QUALITY_BROKEN_PATHWAYS,
    MONTHS OPEN (1, 2, "R1", "P1", 20090) OPEN (1, 3, "R9", "P1", 20091) OPEN (3, 2, "R9", "P1", 20091), "" },
  { "closed-before-it-came", CASENESS_QUALITY_NEGATIVE_WAITS,
    MONTHS REFERRAL (2, 2, "R1", "P1", 20125, "20124", "'46'") REFERRAL (2, 3, "R2", "P2", 20125, "20125", "'46'"),
    "R1=B" },
  { "score-out-of-range", CASENESS_QUALITY_SCORES,
    MONTHS FINDING (2, "IDS60707", "warning", 4) FINDING (2, "IDS10137", "warning", 5), "4=G" },
};

static void
test_list (Fixture *fixture, gconstpointer data)
{
  static const char kinds[] = { 'G', 'S', 'N', 'D', 'O', 'B', 'M' };
  const ListCase *test = data;
  g_autoptr(CasenessQuality) quality = measure (fixture, test->sql, quarter (), NULL);
  const GArray *faults = quality->faults[test->list];
  g_autoptr(GString) words = g_string_new (NULL);
  guint i;

  for (i = 0; i < faults->len; i++)
    {
      const CasenessQualityFault *fault = &g_array_index (faults, CasenessQualityFault, i);
      g_autofree char *message = caseness_quality_dup_message (quality, fault, FALSE);

      g_assert_true (g_str_has_suffix (message, "."));
      if (words->len > 0)
        g_string_append_c (words, ' ');
      if (fault->finding != NULL)
        g_string_append_printf (words, "%u", fault->finding->line);
      else
        g_string_append (words, caseness_snapshot_get_text (quality->snapshot, fault->pathway,
                                                            CASENESS_PATHWAY_SERVICE_REQUEST_ID));
      g_string_append_printf (words, "=%c", kinds[fault->kind]);
    }
  g_assert_cmpstr (words->str, ==, test->expected);
}

#define BROKEN_RULES \
  MONTHS FINDING (1, "IDS10137", "warning", 2) FINDING (2, "IDS10137", "warning", 2) \
    FINDING (3, "IDS10137", "warning", 2) FINDING (3, "IDS10137", "warning", 3) FINDING (3, "IDS10129", "record", 4) \
    FINDING (2, "IDSREJ008", "file", 5)

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessQuality) quality = measure (fixture, BROKEN_RULES, quarter (), NULL);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_autoptr(GArray) refused = caseness_quality_list_refused (quality);
  g_autoptr(GArray) rows = NULL;
  const CasenessQualitySubmission *submission;

  caseness_quality_write_rules_csv (writer, quality, CASENESS_QUALITY_BY_ITEM);
  g_assert_true (g_str_has_prefix (caseness_csv_writer_peek (writer, NULL),
                                   "rule,level,table,field,latest,period,2025-01,2025-02,2025-03,meaning,fix\n"
                                   "IDSREJ008,file,IDS101Referral,EndCode,0,1,0,1,0,"));
  g_assert_nonnull (strstr (caseness_csv_writer_peek (writer, NULL),
                            "IDS10129,record,IDS101Referral,EndCode,1,1,0,0,1,"));
  g_assert_nonnull (strstr (caseness_csv_writer_peek (writer, NULL),
                            "IDS10137,warning,IDS101Referral,EndCode,2,4,1,1,2,"));
  g_assert_cmpuint (quality->submissions->len, ==, 1);
  submission = &g_array_index (quality->submissions, CasenessQualitySubmission, 0);
  g_assert_cmpstr (submission->provider, ==, "XA1");
  g_assert_cmpint (submission->month.start, ==, 20148);
  g_assert_cmpuint (submission->n_file, ==, 0);
  g_assert_cmpuint (submission->n_record, ==, 1);
  g_assert_cmpuint (submission->n_warning, ==, 2);
  g_assert_cmpuint (refused->len, ==, 1);
  rows = caseness_quality_list_rule (quality, g_ptr_array_index (quality->rules, 2));
  g_assert_cmpuint (rows->len, ==, 4);
}

#define OWNED(line, referral, patient) \
  "INSERT INTO finding (import_id, submission_id, rule, level, table_name, file, line, field, message, referral," \
  " patient) VALUES (1, 3, 'IDS10137', 'warning', 'IDS101Referral', 'IDS101Referral.csv', " #line ", 'EndCode', 'M.', " \
  referral ", " patient ");"

/* Whose row a finding is about tells its team: by the referral, else by the person's latest one, else by nobody. */
static void
test_rules_by_team (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessQuality) quality
    = measure (fixture,
               MONTHS OPEN (3, 2, "R1", "P1", 20150) OPEN (3, 3, "R2", "P2", 20151) OPEN (3, 4, "R3", "P2", 20160)
                 "INSERT INTO local_list (list_id, import_id, name) VALUES (9, 1, 'LOCReferral');"
                 "INSERT INTO LOCReferral (list_id, line, ServiceRequestId, Team) VALUES (9, 2, 'R1', 'North'),"
                 " (9, 3, 'R2', 'North'), (9, 4, 'R3', 'South');"
                 OWNED (2, "'R1'", "'P1'") OWNED (3, "'R2'", "'P2'") OWNED (4, "NULL", "'P2'") OWNED (5, "'R9'", "'P9'")
                 OWNED (6, "NULL", "NULL"),
               quarter (), NULL);
  g_autoptr(GPtrArray) rules = caseness_quality_count_rules_by (quality, CASENESS_QUALITY_BY_TEAM);
  g_autoptr(GPtrArray) months = caseness_quality_count_rules_by (quality, CASENESS_QUALITY_BY_MONTH);
  static const struct
  {
    const char *group;
    guint n;
    guint first_line;
  } expected[] = { { "North", 2, 2 }, { "South", 1, 4 }, { "Not recorded", 2, 5 } };
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  guint i;

  g_assert_cmpuint (rules->len, ==, G_N_ELEMENTS (expected));
  for (i = 0; i < rules->len; i++)
    {
      const CasenessQualityRule *rule = g_ptr_array_index (rules, i);
      g_autoptr(GArray) rows = caseness_quality_list_rule (quality, rule);

      g_assert_cmpstr (rule->group, ==, expected[i].group);
      g_assert_cmpuint (rule->n_period, ==, expected[i].n);
      g_assert_cmpuint (rule->by_month[2], ==, expected[i].n);
      g_assert_cmpuint (rows->len, ==, expected[i].n);
      g_assert_cmpuint (g_array_index (rows, CasenessQualityFault, 0).finding->line, ==, expected[i].first_line);
    }
  g_assert_cmpuint (months->len, ==, 1);
  g_assert_cmpstr (((CasenessQualityRule *) months->pdata[0])->group, ==, "2025-03");
  caseness_quality_write_rules_csv (writer, quality, CASENESS_QUALITY_BY_TEAM);
  g_assert_true (g_str_has_prefix (caseness_csv_writer_peek (writer, NULL),
                                   "group,rule,level,table,field,latest,period,2025-01,2025-02,2025-03,meaning,fix\n"
                                   "North,IDS10137,warning,IDS101Referral,EndCode,2,2,0,0,2,"));
}

/* The trend looks back; the counts do not, and nothing looks ahead. */
static void
test_period (Fixture *fixture, gconstpointer data)
{
  CasenessPeriod february = caseness_period_around (CASENESS_PERIOD_MONTH, caseness_date_new (2025, 2, 1));
  g_autoptr(CasenessQuality) quality = measure (fixture, BROKEN_RULES, february, NULL);
  const CasenessQualityRule *rule = g_ptr_array_index (quality->rules, 1);

  g_assert_cmpuint (quality->months->len, ==, 2);
  g_assert_cmpuint (quality->rules->len, ==, 2);
  g_assert_cmpstr (rule->id, ==, "IDS10137");
  g_assert_cmpuint (rule->n_period, ==, 1);
  g_assert_cmpuint (rule->by_month[0], ==, 1);
  g_assert_cmpuint (rule->by_month[1], ==, 1);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessFilter) other = caseness_filter_with (everybody, CASENESS_DIMENSION_PROVIDER, "XB2");
  g_autoptr(CasenessQuality) quality = measure (fixture, BROKEN_RULES OPEN (1, 2, "R1", "P1", 20090), quarter (), other);

  g_assert_cmpuint (quality->rules->len, ==, 0);
  g_assert_cmpuint (quality->submissions->len, ==, 0);
  g_assert_cmpuint (quality->faults[CASENESS_QUALITY_NOT_SENT]->len, ==, 0);
  g_assert_cmpuint (quality->totals[0].denominator, ==, 0);
}

static guint
find_item (const char *id)
{
  guint n, i;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n);

  for (i = 0; i < n && strcmp (items[i].id, id) != 0; i++)
    ;
  g_assert_cmpuint (i, <, n);
  return i;
}

static void
check_share (const CasenessQuality *quality, const char *item, guint numerator, guint denominator)
{
  CasenessQualityShare share = quality->totals[find_item (item)];

  g_assert_cmpuint (share.numerator, ==, numerator);
  g_assert_cmpuint (share.denominator, ==, denominator);
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessQuality) quality = measure (
    fixture,
    MONTHS PATIENT (1, 2, "P1", "1", "'A'") PATIENT (2, 2, "P1", "X", "'Z'") PATIENT (1, 3, "P2", "2", "NULL")
      PATIENT (1, 4, "P3", "9", "'99'") OPEN (1, 2, "R1", "P1", 20090) OPEN (1, 3, "R2", "P2", 20090)
        OPEN (1, 4, "R3", "P3", 20090) OPEN (1, 5, "R4", "P4", 20090)
          REFERRAL (1, 6, "R5", "P2", 20000, "20119", "'96'") REFERRAL (1, 7, "R6", "P2", 20000, "20119", "'46'"),
    quarter (), NULL);
  g_autoptr(GArray) missing = caseness_quality_list_missing (quality, find_item ("gender"),
                                                             CASENESS_QUALITY_BY_ITEM, NULL);

  check_share (quality, "gender", 2, 4);    /* the latest month counts; X is not known; P4 was never sent */
  check_share (quality, "ethnicity", 0, 4); /* not stated, blank and not known */
  check_share (quality, "age", 4, 4);
  check_share (quality, "end-code", 1, 2);  /* received before the period, discharged in it */
  check_share (quality, "descriptor", 0, 0);
  g_assert_cmpuint (missing->len, ==, 2);
}

/* The same questions of pathways in memory. */
static void
test_courses (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (
    "R R1 2025-01-02 2025-03-03; P 01 F321 1; Q North Blue -;"
    "C C1 2025-01-10 03 5 A1/S1/CBT+PHQ9:20+GAD:15; C C2 2025-02-10 03 5 A2/S1/CBT+PHQ9:10;"
    "R R2 2025-01-02 2025-03-03; Q North Red -;"
    "C C3 2025-01-10 03 5 A3/S1/CBT+PHQ9:20+GAD:15; C C4 2025-02-10 03 5 A4/S2/CBT+PHQ9:10+GAD:3;"
    "R R3 2025-01-02 2025-03-03; C C5 2025-02-10 03 5 A5/S2/CBT+PHQ9:20",
    NULL);
  CasenessPeriod period = quarter ();
  g_autoptr(CasenessQuality) quality
    = caseness_quality_new (snapshot, &period, NULL, caseness_date_new (2025, 4, 1));
  g_autoptr(GPtrArray) teams = caseness_quality_count (quality, CASENESS_QUALITY_BY_TEAM);
  g_autoptr(GPtrArray) months = caseness_quality_count (quality, CASENESS_QUALITY_BY_MONTH);
  guint both = find_item ("paired-both");
  g_autoptr(GArray) blue = caseness_quality_list_missing (quality, both, CASENESS_QUALITY_BY_TEAM, "Blue");
  g_autoptr(GArray) red = caseness_quality_list_missing (quality, both, CASENESS_QUALITY_BY_TEAM, "Red");

  g_assert_cmpuint (blue->len, ==, 1);
  g_assert_cmpuint (red->len, ==, 0);
  check_share (quality, "descriptor", 1, 2);
  check_share (quality, "descriptor-treated", 1, 3);
  check_share (quality, "paired-phq9", 2, 2);
  check_share (quality, "paired-anxiety", 1, 2);
  check_share (quality, "paired-both", 1, 2);
  g_assert_cmpuint (teams->len, ==, 3);
  g_assert_cmpstr (((CasenessQualityGroup *) g_ptr_array_index (teams, 0))->label, ==, "Blue");
  g_assert_cmpuint (((CasenessQualityGroup *) g_ptr_array_index (teams, 0))->shares[both].numerator, ==, 0);
  g_assert_cmpuint (((CasenessQualityGroup *) g_ptr_array_index (teams, 1))->shares[both].numerator, ==, 1);
  g_assert_cmpstr (((CasenessQualityGroup *) g_ptr_array_index (teams, 2))->label, ==, "Not recorded");
  g_assert_cmpuint (months->len, ==, 3);
  g_assert_cmpstr (((CasenessQualityGroup *) g_ptr_array_index (months, 2))->label, ==, "2025-03");
}

/* A questionnaire without a code cannot be read, and somebody needs it (rulings 13). */
static void
test_unread (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (
    "R R1 2025-01-02; P 01 G933 1; C C1 2025-01-10 03 5 A1/S1/CBT; R R2 2025-01-02; P 01 G933 1", NULL);
  CasenessPeriod period = quarter ();
  g_autoptr(CasenessQuality) quality
    = caseness_quality_new (snapshot, &period, NULL, caseness_date_new (2025, 4, 1));

  g_assert_cmpuint (quality->n_unread, ==, 1);
  g_assert_nonnull (quality->unread);
}

/* Rules that only the national system can judge are listed, each with its reason. */
static void
test_unjudged (void)
{
  g_autoptr(GArray) rules = caseness_quality_list_unjudged ();
  guint i;

  g_assert_cmpuint (rules->len, >, 0);
  for (i = 0; i < rules->len; i++)
    {
      g_assert_cmpstr (g_array_index (rules, CasenessUnjudgedRule, i).id, !=, "");
      g_assert_cmpstr (g_array_index (rules, CasenessUnjudgedRule, i).reason, !=, "");
    }
}

/* What is kept from one filter or period to the next changes no figure of another. */
static void
test_kept (void)
{
  static const char script[] = "R R1 2025-01-10 2025-04-20;M 199005 1 A;Q Castle - -;C C1 2025-01-20 02 5 A1/S1/CBT+PHQ9:18;"
                               "C C2 2025-02-20 02 5 A2/S1/CBT+PHQ9:9;R R2 2025-02-03;Q Harbour - -;R R3 2025-03-01 2025-02-01;"
                               "Q Castle - -;R R4 2025-05-02;M 198001 2 B;Q Castle - -";
  const CasenessPeriod periods[] = { { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 3, 31) },
                                     { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) } };
  static const char *const localities[] = { NULL, "Castle", "Harbour", "Castle", NULL };
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessSnapshot) used = fixture_snapshot_new (script, NULL);
  guint n_items, n_counted = 0, received = 0, i, p, k;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  while (items[received].cohort != CASENESS_COHORT_RECEIVED)
    received++;
  for (i = 0; i < G_N_ELEMENTS (localities); i++)
    for (p = 0; p < G_N_ELEMENTS (periods); p++)
      {
        g_autoptr(CasenessSnapshot) fresh = fixture_snapshot_new (script, NULL);
        g_autoptr(CasenessFilter) filter
          = localities[i] != NULL ? caseness_filter_with (everybody, CASENESS_DIMENSION_LOCALITY, localities[i]) : NULL;
        g_autoptr(CasenessQuality) kept = caseness_quality_new (used, &periods[p], filter, periods[1].end);
        g_autoptr(CasenessQuality) afresh = caseness_quality_new (fresh, &periods[p], filter, periods[1].end);

        for (k = 0; k < n_items; k++)
          {
            g_assert_cmpuint (kept->totals[k].denominator, ==, afresh->totals[k].denominator);
            g_assert_cmpuint (kept->totals[k].numerator, ==, afresh->totals[k].numerator);
            n_counted += kept->totals[k].numerator;
          }
        for (k = 0; k < CASENESS_N_QUALITY_LISTS; k++)
          g_assert_cmpuint (kept->faults[k]->len, ==, afresh->faults[k]->len);
        g_assert_cmpuint (kept->totals[received].denominator, ==,
                          p == 1 ? (localities[i] == NULL || strcmp (localities[i], "Castle") == 0)
                          : localities[i] == NULL                ? 3
                          : strcmp (localities[i], "Castle") == 0 ? 2
                                                                  : 1);
      }
  g_assert_cmpuint (n_counted, >, 0);
}

static void
test_faults_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessQuality) quality = measure (
    fixture,
    MONTHS OPEN (1, 2, "R1", "P1", 20090) OPEN (2, 2, "R1", "P1", 20090) FINDING (3, "IDS10129", "record", 7)
      FINDING (3, "IDS10129", "record", 0),
    quarter (), NULL);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_autoptr(CasenessCsvWriter) rows = caseness_csv_writer_new (FALSE);

  caseness_quality_write_faults_csv (writer, quality, quality->faults[CASENESS_QUALITY_NOT_SENT]);
  g_assert_true (g_str_has_prefix (strchr (caseness_csv_writer_peek (writer, NULL), '\n') + 1,
                                   "XA1,2025-02,R1,P1,,,,,,,,,,\"Open, but last sent with February 2025."));
  caseness_quality_write_faults_csv (rows, quality, quality->faults[CASENESS_QUALITY_LATE_DISCHARGES]);
  g_assert_cmpstr (strchr (caseness_csv_writer_peek (rows, NULL), '\n') + 1, ==,
                   "XA1,2025-03,,,,,IDS10129,record,IDS101Referral,IDS101Referral.csv,7,EndCode,,M.\n"
                   "XA1,2025-03,,,,,IDS10129,record,IDS101Referral,IDS101Referral.csv,,EndCode,,M.\n");
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = g_strconcat ("/measures/quality/list/", lists[i].name, NULL);

      g_test_add (path, Fixture, &lists[i], set_up, test_list, tear_down);
    }
  g_test_add ("/measures/quality/rules", Fixture, NULL, set_up, test_rules, tear_down);
  g_test_add ("/measures/quality/rules-by-team", Fixture, NULL, set_up, test_rules_by_team, tear_down);
  g_test_add ("/measures/quality/period", Fixture, NULL, set_up, test_period, tear_down);
  g_test_add ("/measures/quality/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/measures/quality/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/measures/quality/faults-csv", Fixture, NULL, set_up, test_faults_csv, tear_down);
  g_test_add_func ("/measures/quality/courses", test_courses);
  g_test_add_func ("/measures/quality/unread", test_unread);
  g_test_add_func ("/measures/quality/kept", test_kept);
  g_test_add_func ("/measures/quality/unjudged", test_unjudged);
  return g_test_run ();
}
