/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caseness-gathering.h"
#include "caseness-loader.h"
#include "caseness-snapshot-private.h"
#include "caseness-snapshot-stored.h"
#include "data-fixture.h"

#include "caseness-demo.h"

#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
  char *demo;
  char *file;
  char *lookup; /* deciles of the demo's postcodes */
} Fixture;

/* What is gathered of a service, and how much of it stands when all is stored. */
typedef struct
{
  const char *name;
  guint months;
  guint providers;
  gboolean with_lookup;
  gboolean in_two_imports;
  guint n_gathered; /* months, by the last import */
} GatheringCase;

static const GatheringCase cases[] = {
  { "one-month", 1, 1, FALSE, FALSE, 1 },
  { "months", 3, 1, FALSE, FALSE, 3 },
  { "deciles", 3, 1, TRUE, FALSE, 3 },
  { "providers-by-turns", 2, 2, FALSE, FALSE, 0 },
  { "months-held-before", 3, 1, FALSE, TRUE, 1 },
};

static void
add_postcodes (GString *csv, const char *path)
{
  g_autoptr(GRegex) postcode = g_regex_new ("[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}", 0, 0, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (g_regex_match (postcode, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      char *found = g_match_info_fetch (match, 0);
      guint decile = g_hash_table_size (seen) % 10 + 1;

      if (g_hash_table_add (seen, found))
        g_string_append_printf (csv, "%s,%u\n", found, decile);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 10);
}

static void
write_lookup (Fixture *fixture)
{
  g_autoptr(GString) csv = g_string_new ("Postcode,Index of Multiple Deprivation Decile\n");
  g_autofree char *people = g_build_filename (fixture->demo, "2025-06", "IDS001MPI.csv", NULL);

  add_postcodes (csv, people);
  g_assert_true (g_file_set_contents (fixture->lookup, csv->str, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const GatheringCase *c = data;
  g_autoptr(GError) error = NULL;
  CasenessDemoOptions demo;

  fixture->folder = g_dir_make_tmp ("caseness-gathering-XXXXXX", NULL);
  fixture->demo = g_build_filename (fixture->folder, "demo", NULL);
  fixture->file = g_build_filename (fixture->folder, "demo.caseness", NULL);
  fixture->lookup = g_build_filename (fixture->folder, "deciles.csv", NULL);
  caseness_demo_options_init (&demo);
  demo.referrals = 120 * c->months;
  demo.months = c->months;
  demo.providers = c->providers;
  g_assert_true (caseness_demo_write (fixture->demo, &demo, NULL, &error));
  g_assert_no_error (error);
  if (c->with_lookup)
    write_lookup (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  data_fixture_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->demo);
  g_free (fixture->file);
  g_free (fixture->lookup);
}

static CasenessGathering *
import (Fixture *fixture, const char *path, gboolean with_lookup)
{
  const char *paths[] = { path, with_lookup ? fixture->lookup : NULL, NULL };
  g_autoptr(CasenessGathering) gathering = caseness_gathering_new ();
  g_autoptr(GDateTime) now = g_date_time_new_utc (2025, 8, 1, 9, 0, 0);
  CasenessImportOptions options = { .imported_by = "test", .now = now };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;

  caseness_gathering_listen (gathering, &options);
  receipt = caseness_import_file (fixture->file, paths, &options, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&gathering);
}

static CasenessGathering *
import_case (Fixture *fixture, const GatheringCase *c)
{
  g_autofree char *first = g_build_filename (fixture->demo, "2025-04", NULL);
  g_autofree char *second = g_build_filename (fixture->demo, "2025-05", NULL);
  g_autofree char *last = g_build_filename (fixture->demo, "2025-06", NULL);

  if (!c->in_two_imports)
    return import (fixture, fixture->demo, c->with_lookup);
  caseness_gathering_free (import (fixture, first, FALSE));
  caseness_gathering_free (import (fixture, second, FALSE));
  return import (fixture, last, FALSE);
}

/* Behind the program's back, so that only what reads the store sees it. */
static void
change_store (Fixture *fixture)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (fixture->file, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "UPDATE IDS101Referral SET EndCode = '99'", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static guint
count_changed (const CasenessSnapshot *snapshot)
{
  guint n = 0, i;

  for (i = 0; i < caseness_snapshot_get_n_pathways (snapshot); i++)
    n += g_strcmp0 (caseness_snapshot_get_text (snapshot, i, CASENESS_PATHWAY_END_CODE), "99") == 0;
  return n;
}

/* What is derived from gathered rows is what is derived from stored ones, to the last byte. */
static void
test_same (Fixture *fixture, gconstpointer data)
{
  const GatheringCase *c = data;
  g_autoptr(CasenessGathering) gathering = import_case (fixture, c);
  g_autoptr(CasenessStore) store = caseness_store_open (fixture->file, CASENESS_STORE_WRITE, NULL);
  g_autoptr(CasenessRecords) records = NULL;
  g_autoptr(CasenessSnapshot) read = NULL, gathered = NULL;
  g_autoptr(GByteArray) expected = NULL, bytes = NULL;
  g_autoptr(GError) error = NULL;
  CasenessSwitches switches;

  caseness_switches_init (&switches);
  if (c->n_gathered > 0)
    g_assert_cmpuint (caseness_gathering_get_n_months (gathering), ==, c->n_gathered);
  read = caseness_snapshot_load_keeping (store, &switches, &records, NULL, &error);
  g_assert_no_error (error);
  gathered = caseness_gathering_load (g_steal_pointer (&gathering), store, NULL, &error);
  g_assert_no_error (error);
  expected = caseness_snapshot_write (read);
  bytes = caseness_snapshot_write (gathered);
  g_assert_cmpuint (caseness_snapshot_get_n_pathways (gathered), >=, 100);
  g_assert_cmpmem (bytes->data, bytes->len, expected->data, expected->len);
}

/* Gathered months are not read again; those of a store that holds others before them are. */
static void
test_not_read (Fixture *fixture, gconstpointer data)
{
  const GatheringCase *c = data;
  g_autoptr(CasenessGathering) gathering = import_case (fixture, c);
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;

  change_store (fixture);
  store = caseness_store_open (fixture->file, CASENESS_STORE_WRITE, NULL);
  snapshot = caseness_gathering_load (g_steal_pointer (&gathering), store, NULL, NULL);
  if (c->in_two_imports)
    g_assert_cmpuint (count_changed (snapshot), ==, caseness_snapshot_get_n_pathways (snapshot));
  else
    g_assert_cmpuint (count_changed (snapshot), ==, 0);
}

/* In however many parts the rows come back that were put aside, what is derived is the same, to the last byte. */
static void
test_aside (Fixture *fixture, gconstpointer data)
{
  static const guint parts[] = { 1, 2, 7 };
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(CasenessRecords) records = NULL;
  g_autoptr(CasenessSnapshot) kept = NULL;
  g_autoptr(GByteArray) expected = NULL;
  CasenessSwitches switches;
  guint n, i;

  caseness_gathering_free (import_case (fixture, data));
  store = caseness_store_open (fixture->file, CASENESS_STORE_READ, NULL);
  caseness_switches_init (&switches);
  kept = caseness_snapshot_load_keeping (store, &switches, &records, NULL, NULL);
  g_assert_null (records->spill);
  expected = caseness_snapshot_write (kept);
  n = caseness_snapshot_get_n_pathways (kept);
  caseness_loader_set_room (1);
  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = NULL;
      g_autoptr(GByteArray) bytes = NULL;
      g_autoptr(GError) error = NULL;

      caseness_snapshot_set_stripe (n / parts[i] + 1);
      snapshot = caseness_snapshot_load (store, NULL, &error);
      g_assert_no_error (error);
      bytes = caseness_snapshot_write (snapshot);
      g_assert_cmpmem (bytes->data, bytes->len, expected->data, expected->len);
    }
  caseness_snapshot_set_stripe (0);
  caseness_loader_set_room (0);
}

/* Rows that can be put nowhere are said to be, and nothing is derived without them. */
static void
check_not_derived (CasenessStore *store, GFileError code)
{
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(GError) error = NULL;

  caseness_loader_set_room (1);
  snapshot = caseness_snapshot_load (store, NULL, &error);
  caseness_loader_set_room (0);
  g_assert_null (snapshot);
  g_assert_error (error, G_FILE_ERROR, (int) code);
}

static void
test_nowhere_to_put (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = NULL;
  g_autofree char *folder = g_strdup (g_getenv ("TMPDIR"));
  struct rlimit usual, none;

  caseness_gathering_free (import_case (fixture, data));
  store = caseness_store_open (fixture->file, CASENESS_STORE_READ, NULL);
  g_setenv ("TMPDIR", "/nowhere/at/all", TRUE);
  check_not_derived (store, G_FILE_ERROR_NOENT);
  if (folder != NULL)
    g_setenv ("TMPDIR", folder, TRUE);
  else
    g_unsetenv ("TMPDIR");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  none = (struct rlimit){ 4096, usual.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  check_not_derived (store, g_file_error_from_errno (EFBIG));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *same = g_strconcat ("/measures/gathering/same/", cases[i].name, NULL);
      g_autofree char *not_read = g_strconcat ("/measures/gathering/not-read/", cases[i].name, NULL);

      g_test_add (same, Fixture, &cases[i], set_up, test_same, tear_down);
      if (cases[i].providers == 1)
        g_test_add (not_read, Fixture, &cases[i], set_up, test_not_read, tear_down);
    }
  g_test_add ("/measures/gathering/aside", Fixture, &cases[1], set_up, test_aside, tear_down);
  g_test_add ("/measures/gathering/aside-providers", Fixture, &cases[3], set_up, test_aside, tear_down);
  g_test_add ("/measures/gathering/nowhere-to-put", Fixture, &cases[1], set_up, test_nowhere_to_put, tear_down);
  return g_test_run ();
}
