/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caseness-evaluate.h"
#include "caseness-measure-csv.h"
#include "caseness-pathway-csv.h"
#include "caseness-snapshot-private.h"
#include "caseness-snapshot-stored.h"
#include "fixture.h"

#include "caseness-csv-writer.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* A bit of everything that hangs from pathways, and of the local lists. */
#define SERVICE \
  "R R1 2025-01-10 2025-04-20;M 199005 1 A;C C1 2025-01-20 02 5 A1/S1/CBT+PHQ9:18+GAD:15 A2/S2;" \
  "C C2 2025-02-20 05 5 A3/S1/CBT+PHQ9:6+GAD:4;C C3 2025-03-01 02 3;P 01 F400 1 2025-01-20;" \
  "E 2025-01-15 01 0 N;K 195967001;D 3;Q Castle North LTC;F S1 North;A 2025-03-01 747901000000107 Y;G AREA1 Gender Male 5000 12.5;V S1 14 2020-01-01;" \
  "R R2 2025-02-03;S 2025-02-10 PHQ9 12;L 2025-02-10 2025-02-20 PROG 60;" \
  "R R3 2024-12-31;W First~Treatment 2025-01-02 - CBT;B B1 2025-06-01 02 CBT S1"

/* Events and answers of pathways that come after others. */
#define LATER \
  "R R4 2025-02-10 2025-05-20;M 198801 2 B;C C4 2025-02-20 02 5 A4/S1/CBT+PHQ9:11+GAD:9;A 2025-03-02 747901000000107 N;" \
  "C C5 2025-03-20 05 5 A5/S2/CBT+PHQ9:4+GAD:2;E 2025-02-15 02 0 N;K 195967001;D 2;L 2025-03-10 2025-03-20 PROG 30;" \
  "R R5 2025-02-11;C C6 2025-03-21 02 5 A6/S1/CBT+PHQ9:20;A 2025-03-21 747901000000107 Y"

static char *
write_pathways (const CasenessSnapshot *snapshot)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  gsize n;
  const char *csv;

  caseness_pathway_write_csv (writer, snapshot, NULL);
  csv = caseness_csv_writer_peek (writer, &n);
  return g_strndup (csv, n);
}

/* Every measure by every variable in two periods, as one text. */
static char *
write_figures (CasenessSnapshot *snapshot)
{
  CasenessPeriod periods[] = {
    { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 3, 31) },
    { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 4, 30) },
  };
  const GPtrArray *variables = caseness_variable_get_all ();
  CasenessQuestion question = {
    .periods = periods,
    .n_periods = G_N_ELEMENTS (periods),
    .variables = (const CasenessVariable *const *) variables->pdata,
    .n_variables = variables->len,
  };
  g_autoptr(CasenessAnswer) answer = caseness_evaluate (snapshot, &question, NULL, NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  guint p, v, g, m;

  g_assert_nonnull (answer);
  for (p = 0; p < G_N_ELEMENTS (periods); p++)
    for (v = 0; v < variables->len; v++)
      for (g = 0; g < caseness_answer_get_n_groups (answer, p, v); g++)
        for (m = 0; m < caseness_answer_get_n_measures (answer); m++)
          {
            CasenessFigure figure = caseness_answer_get (answer, p, v, g, m);

            g_string_append_printf (text, "%s %g %g %g\n", caseness_answer_get_group (answer, p, v, g),
                                    figure.numerator, figure.denominator, figure.value);
          }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static CasenessSnapshot *
take_copy (const GByteArray *bytes)
{
  return caseness_snapshot_take (g_memdup2 (bytes->data, bytes->len), bytes->len);
}

/* What is read back answers everything as what was written. */
static void
test_same (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  g_autoptr(GByteArray) bytes = caseness_snapshot_write (snapshot);
  g_autoptr(CasenessSnapshot) taken = take_copy (bytes);
  g_autoptr(GByteArray) again = NULL;
  g_autofree char *pathways = write_pathways (snapshot), *figures = write_figures (snapshot);
  g_autofree char *taken_pathways = NULL, *taken_figures = NULL;

  g_assert_nonnull (taken);
  taken_pathways = write_pathways (taken);
  taken_figures = write_figures (taken);
  g_assert_cmpuint (caseness_snapshot_get_n_pathways (taken), ==, 3);
  g_assert_cmpstr (taken_pathways, ==, pathways);
  g_assert_cmpstr (taken_figures, ==, figures);
  g_assert_cmpuint (caseness_snapshot_get_n_waiting (taken, 2), ==, 1);
  g_assert_cmpuint (caseness_snapshot_get_n_appointments (taken, 2), ==, 1);
  again = caseness_snapshot_write (taken);
  g_assert_cmpmem (again->data, again->len, bytes->data, bytes->len);
}

static void
test_cut (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  g_autoptr(GByteArray) bytes = caseness_snapshot_write (snapshot);
  gsize n;

  for (n = 0; n < bytes->len; n += 8)
    g_assert_null (caseness_snapshot_take (g_memdup2 (bytes->data, MAX (n, 1)), n));
}

/* A checksum finds every change; what gets past it because somebody wrote the checksum too must still not lead astray. */
static void
test_forged (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  g_autoptr(GByteArray) bytes = caseness_snapshot_write (snapshot);
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  guint run, refused = 0;

  for (run = 0; run < 2000; run++)
    {
      guint8 *copy = g_memdup2 (bytes->data, bytes->len);
      g_autoptr(CasenessSnapshot) taken = NULL;
      g_autofree char *pathways = NULL, *figures = NULL;

      copy[g_rand_int_range (random, 0, (gint32) bytes->len)] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
      taken = caseness_snapshot_take (copy, bytes->len);
      refused += taken == NULL;
      if (taken != NULL)
        pathways = write_pathways (taken);
      if (taken != NULL && run % 50 == 0)
        figures = write_figures (taken);
    }
  g_assert_cmpuint (refused, >, 100);
}

typedef struct
{
  char *folder;
  char *file;
  CasenessStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("caseness-stored-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "x.caseness", NULL);
  fixture->store = caseness_store_open (fixture->file, CASENESS_STORE_CREATE, NULL);
  g_assert_nonnull (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->store, caseness_store_close);
  g_unlink (fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->folder);
}

static void
run_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *database = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (fixture->file, &database), ==, SQLITE_OK);
  sqlite3_exec (database, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (database);
}

static gint64
ask_number (Fixture *fixture, const char *sql)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *row = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_open (fixture->file, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (database);
  return number;
}

#define JANUARY \
  "INSERT INTO import (import_id, imported_at, imported_by, seconds) VALUES (1, '2025-02-10', 'x', 0);" \
  "INSERT INTO submission (submission_id, import_id, provider, period_start, period_end, created, version)" \
  " VALUES (1, 1, 'XA1', 20089, 20119, '2025-02-10', '2.1');" \
  "INSERT INTO IDS101Referral (submission_id, line, ServiceRequestId, LocalPatientId, ReferralRequestReceivedDate," \
  " EndCode) VALUES (1, 2, 'R1', 'P1', 20090, '46');"
#define FEBRUARY \
  "INSERT INTO import (import_id, imported_at, imported_by, seconds) VALUES (2, '2025-03-10', 'x', 0);" \
  "INSERT INTO submission (submission_id, import_id, provider, period_start, period_end, created, version)" \
  " VALUES (2, 2, 'XA1', 20120, 20147, '2025-03-10', '2.1');" \
  "INSERT INTO IDS101Referral (submission_id, line, ServiceRequestId, LocalPatientId, ReferralRequestReceivedDate," \
  " EndCode) VALUES (2, 2, 'R1', 'P1', 20090, '47');"

/* Behind the program's back: nothing says that the rows changed, so that only what derives anew sees it. */
#define CHANGE "UPDATE IDS101Referral SET EndCode = '99';"

/* How the pathway ended, read from the store. */
static char *
read_end (Fixture *fixture)
{
  g_autoptr(CasenessSnapshot) snapshot = caseness_snapshot_load (fixture->store, NULL, NULL);

  g_assert_nonnull (snapshot);
  g_assert_cmpuint (caseness_snapshot_get_n_pathways (snapshot), ==, 1);
  return g_strdup (caseness_snapshot_get_text (snapshot, 0, CASENESS_PATHWAY_END_CODE));
}

static void
check_end (Fixture *fixture, const char *expected)
{
  g_autofree char *end = read_end (fixture);

  g_assert_cmpstr (end, ==, expected);
}

typedef struct
{
  const char *name;
  const char *sql;      /* between the first opening and the second */
  const char *expected; /* 46 as it was kept, else as it is derived */
} StoredCase;

static const StoredCase cases[] = {
  { "kept", CHANGE, "46" },
  { "import", FEBRUARY, "47" },
  { "undone", CHANGE "UPDATE import SET undone_at = '2025-04-01' WHERE import_id = 1;" FEBRUARY, "47" },
  { "other-program", CHANGE "UPDATE derived SET basis = 'x';", "99" },
  { "tampered", CHANGE "UPDATE derived_piece SET bytes = CAST (substr (bytes, 1, 2000) || x'01' || substr (bytes, 2002) AS BLOB);", "99" },
  { "cut", CHANGE "UPDATE derived_piece SET bytes = substr (bytes, 1, 2000);", "99" },
  { "checksum", CHANGE "UPDATE derived SET checksum = checksum + 1;", "99" },
  { "length", CHANGE "UPDATE derived SET bytes = 9000000000000;", "99" },
  { "lost", CHANGE "DELETE FROM derived_piece;", "99" },
};

static void
test_stored (Fixture *fixture, gconstpointer data)
{
  const StoredCase *c = data;

  run_sql (fixture, JANUARY);
  check_end (fixture, "46");
  g_assert_cmpint (ask_number (fixture, "SELECT count(*) FROM derived"), ==, 1);
  run_sql (fixture, c->sql);
  check_end (fixture, c->expected);
  check_end (fixture, c->expected); /* and that was kept */
  g_assert_cmpint (ask_number (fixture, "SELECT count(*) FROM derived"), ==, 1);
}

/* Undoing the later month brings back what was kept no longer. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  run_sql (fixture, JANUARY FEBRUARY);
  check_end (fixture, "47");
  run_sql (fixture, "UPDATE import SET undone_at = '2025-04-01' WHERE import_id = 2;");
  check_end (fixture, "46");
}

/* Another decision neither takes what is kept nor replaces it. */
static void
test_switches (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  CasenessSwitches switches;

  run_sql (fixture, JANUARY);
  check_end (fixture, "46");
  run_sql (fixture, CHANGE);
  caseness_switches_init (&switches);
  g_assert_true (caseness_switches_set (&switches, "unplanned_counts", "no"));
  snapshot = caseness_snapshot_load_with (fixture->store, &switches, NULL, NULL);
  g_assert_cmpstr (caseness_snapshot_get_text (snapshot, 0, CASENESS_PATHWAY_END_CODE), ==, "99");
  check_end (fixture, "46");
}

/* A store opened to be read is not written. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  run_sql (fixture, JANUARY);
  caseness_store_close (fixture->store);
  fixture->store = caseness_store_open (fixture->file, CASENESS_STORE_READ, NULL);
  check_end (fixture, "46");
  g_assert_cmpint (ask_number (fixture, "SELECT count(*) FROM derived"), ==, 0);
}

/* However many pathways are derived at a time, the same comes of it to the last byte. */
static void
test_stripes (void)
{
  g_autoptr(CasenessSnapshot) whole = fixture_snapshot_new (SERVICE ";" LATER, NULL);
  g_autoptr(GByteArray) wanted = caseness_snapshot_write (whole);
  guint n = caseness_snapshot_get_n_pathways (whole), stripe;

  g_assert_cmpuint (n, ==, 5);
  for (stripe = 1; stripe <= n + 1; stripe++)
    {
      g_autoptr(CasenessSnapshot) snapshot = NULL;
      g_autoptr(GByteArray) bytes = NULL;

      caseness_snapshot_set_stripe (stripe);
      snapshot = fixture_snapshot_new (SERVICE ";" LATER, NULL);
      bytes = caseness_snapshot_write (snapshot);
      g_assert_cmpmem (bytes->data, bytes->len, wanted->data, wanted->len);
    }
  caseness_snapshot_set_stripe (0);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/stored/same", test_same);
  g_test_add_func ("/measures/stored/stripes", test_stripes);
  g_test_add_func ("/measures/stored/cut", test_cut);
  g_test_add_func ("/measures/stored/forged", test_forged);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/measures/stored/file/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_stored, tear_down);
    }
  g_test_add ("/measures/stored/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/measures/stored/switches", Fixture, NULL, set_up, test_switches, tear_down);
  g_test_add ("/measures/stored/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  return g_test_run ();
}
