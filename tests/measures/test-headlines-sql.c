/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "data-fixture.h"

#include "caseness-demo.h"
#include "caseness-evaluate.h"

#include <sqlite3.h>

/* The headline measures counted twice: by the evaluator, and by headlines.sql straight from the raw tables, which shares
 * nothing with it. They must agree on invented services, and on such services after damage: rows changed and taken away
 * in the store itself, where no rule looks any more. */

/* What is done to a service. @seed picks the rows. */
static const struct
{
  const char *name;
  guint32 seed;
  guint providers;
  const char *damage;
} services[] = {
  { "as-invented", 1, 1, "" },
  { "two-providers", 2, 2, "" },
  { "attendance", 3, 1,
    "UPDATE IDS201CareContact SET AttendOrDNACode = substr('0203040506070', 1 + 2 * (line * 31 % 6), 2)"
    " WHERE line % 7 = 0; UPDATE IDS201CareContact SET PlannedCareContIndicator = 'N' WHERE line % 29 = 0;" },
  { "dates", 4, 1,
    "UPDATE IDS201CareContact SET CareContDate = CareContDate + line * 17 % 61 - 30 WHERE line % 5 = 0;"
    "UPDATE IDS101Referral SET ServDischDate = ReferralRequestReceivedDate + line * 13 % 120 WHERE line % 11 = 0;"
    "UPDATE IDS101Referral SET ServDischDate = NULL WHERE line % 13 = 0;"
    "UPDATE IDS201CareContact SET CareContTime = NULL WHERE line % 3 = 0;" },
  { "kinds", 5, 1,
    "UPDATE IDS201CareContact SET AppType = '0' || (1 + line * 7 % 6) WHERE line % 4 = 0;"
    "UPDATE IDS202CareActivity SET CodeProcAndProcStatus = '1098051000000103' WHERE line % 9 = 0;"
    "UPDATE IDS202CareActivity SET CodeProcAndProcStatus = NULL WHERE line % 14 = 0;" },
  { "scores", 6, 1,
    "UPDATE IDS607CodedScoreAssessmentAct SET PersScore = line * 7 % 30 WHERE line % 3 = 0;"
    "UPDATE IDS607CodedScoreAssessmentAct SET PersScore = '' WHERE line % 10 = 0;"
    "UPDATE IDS606CodedScoreAssessmentRefer SET PersScore = 'x', AssToolCompDate = AssToolCompDate + 9"
    " WHERE line % 6 = 0; DELETE FROM IDS607CodedScoreAssessmentAct WHERE line % 8 = 0;" },
  { "problems", 7, 1,
    "UPDATE IDS603PresentingComplaints SET PresComp = substr('F401F431F410F452F400F421K589', 1 + 4 * (line % 7), 4)"
    " WHERE line % 2 = 0; UPDATE IDS603PresentingComplaints SET PresCompCodSig = '2' WHERE line % 5 = 0;"
    "UPDATE IDS603PresentingComplaints SET PresComp = NULL WHERE line % 17 = 0;"
    /* GAD-7, which an activity has once: of two scores of one tool in one activity no rule says which came first. */
    "UPDATE IDS607CodedScoreAssessmentAct SET CodedAssToolType = '445552006'"
    " WHERE line % 3 = 0 AND CodedAssToolType = '445455005';" },
};

static void
make_service (DataFixture *fixture, guint index)
{
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autofree char *folder = data_fixture_path (fixture, "demo");
  CasenessDemoOptions demo;
  sqlite3 *db = NULL;
  g_autoptr(GError) error = NULL;

  caseness_demo_options_init (&demo);
  demo.seed = services[index].seed;
  demo.providers = services[index].providers;
  demo.referrals = 240;
  demo.months = 5;
  g_assert_true (caseness_demo_write (folder, &demo, NULL, &error));
  receipt = data_fixture_import (fixture, &error, "demo", NULL);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (fixture->store_path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, services[index].damage, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static double
work_out (CasenessSnapshot *snapshot, const CasenessPeriod *period, const char *id)
{
  const CasenessMeasure *measure = caseness_measure_find (id);
  CasenessQuestion question = { .periods = period, .n_periods = 1, .measures = &measure, .n_measures = 1 };
  g_autoptr(CasenessAnswer) answer = caseness_evaluate (snapshot, &question, NULL, NULL);

  g_assert_nonnull (measure);
  return caseness_answer_get (answer, 0, 0, 0, 0).value;
}

/* Runs the other implementation; returns how many people its measures found in all. */
static gint64
compare (DataFixture *fixture, CasenessSnapshot *snapshot, const CasenessPeriod *period, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;
  guint n_measures = 0;
  gint64 total = 0;

  g_assert_cmpint (sqlite3_open_v2 (fixture->store_path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("headlines.sql: %s", sqlite3_errmsg (db));
  sqlite3_bind_int (statement, 1, period->start);
  sqlite3_bind_int (statement, 2, period->end);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *id = (const char *) sqlite3_column_text (statement, 0);

      g_test_message ("%s", id);
      g_assert_cmpfloat (work_out (snapshot, period, id), ==, (double) sqlite3_column_int64 (statement, 1));
      total += sqlite3_column_int64 (statement, 1);
      n_measures++;
    }
  g_assert_cmpuint (n_measures, ==, 20);
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return total;
}

static void
test_service (DataFixture *fixture, gconstpointer data)
{
  static const CasenessPeriod periods[] = { { 20179, 20208 }, { 20089, 20269 } }; /* April; January to June 2025 */
  guint index = GPOINTER_TO_UINT (data);
  g_autofree char *sql = NULL, *path = g_test_build_filename (G_TEST_DIST, "measures", "sql", "headlines.sql", NULL);
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  gint64 total = 0;
  gsize i;

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  make_service (fixture, index);
  store = caseness_store_open (fixture->store_path, CASENESS_STORE_READ, NULL);
  g_assert_nonnull (store);
  snapshot = caseness_snapshot_load (store, NULL, NULL);
  g_assert_nonnull (snapshot);
  for (i = 0; i < G_N_ELEMENTS (periods); i++)
    total += compare (fixture, snapshot, &periods[i], sql);
  g_assert_cmpint (total, >, 500);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (services); i++)
    {
      g_autofree char *path = g_strconcat ("/measures/headlines-sql/", services[i].name, NULL);

      DATA_FIXTURE_ADD (path, test_service, GUINT_TO_POINTER (i));
    }
  return g_test_run ();
}
