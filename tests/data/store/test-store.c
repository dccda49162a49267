/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-store-private.h"

#include "caseness-derived.h"
#include "caseness-spec.h"
#include "data-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static CasenessStore *
open_store (const char *path, CasenessStoreMode mode)
{
  g_autoptr(GError) error = NULL;
  CasenessStore *store = caseness_store_open (path, mode, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static void
run_sql (CasenessStore *store, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (store->database, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

static gint64
ask_number (CasenessStore *store, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_prepare_v2 (store->database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

static void
test_fresh_file (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture->store_path, CASENESS_STORE_CREATE);
  struct stat info;

  g_assert_cmpstr (caseness_store_get_path (store), ==, fixture->store_path);
  g_assert_cmpint (ask_number (store, "PRAGMA user_version"), ==, caseness_store_get_latest_version ());
  g_assert_cmpint (ask_number (store, "PRAGMA application_id"), ==, CASENESS_STORE_APPLICATION_ID);
  g_assert_cmpint (ask_number (store, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask_number (store, "SELECT count (*) FROM pragma_table_list"
                                      " WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND NOT strict"),
                   ==, 0);
  g_assert_cmpint (stat (fixture->store_path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_opened_twice (DataFixture *fixture, gconstpointer data)
{
  gint64 changes;

  caseness_store_close (open_store (fixture->store_path, CASENESS_STORE_CREATE));
  for (CasenessStoreMode mode = CASENESS_STORE_READ; mode <= CASENESS_STORE_CREATE; mode++)
    {
      g_autoptr(CasenessStore) store = open_store (fixture->store_path, mode);

      changes = ask_number (store, "SELECT count (*) FROM setting");
      g_assert_cmpint (changes, ==, 1);
    }
}

static const char *
name_type (CasenessFieldType type)
{
  return type == CASENESS_FIELD_TEXT || type == CASENESS_FIELD_DATE_TIME ? "TEXT" : "INTEGER";
}

/* The store and the data set's tables as data must not drift apart. */
static void
test_columns_match_spec (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture->store_path, CASENESS_STORE_CREATE);
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  for (guint t = 0; t < n_tables; t++)
    for (guint f = 0; f < tables[t].n_fields; f++)
      {
        const CasenessFieldSpec *field = &tables[t].fields[f];
        const char *type = NULL;

        if (sqlite3_table_column_metadata (store->database, NULL, tables[t].name, field->name, &type, NULL, NULL, NULL,
                                           NULL)
                != SQLITE_OK
            || g_strcmp0 (type, name_type (field->type)) != 0)
          {
            g_test_message ("%s.%s is %s", tables[t].name, field->name, type);
            g_test_fail ();
          }
      }
}

/* Every statement of every room prepares on a fresh file. */
static void
test_statements_prepare (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture->store_path, CASENESS_STORE_CREATE);
  g_auto(GStrv) names = g_resources_enumerate_children ("/io/github/caseness/Caseness/sql",
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CasenessStatement) statement = NULL;

      if (!g_str_has_suffix (names[i], ".sql") || g_str_has_prefix (names[i], "connection"))
        continue; /* a folder, or a script */
      names[i][strlen (names[i]) - strlen (".sql")] = '\0';
      statement = caseness_store_prepare (store, names[i], &error);
      g_assert_no_error (error);
      g_assert_nonnull (statement);
    }
}

static void
test_statement_is_reused (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture->store_path, CASENESS_STORE_CREATE);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStatement) outer = caseness_store_prepare (store, "select-setting", &error);

  caseness_statement_bind_text (outer, ":name", "nhs-number-salt");
  g_assert_cmpint (caseness_statement_step (outer, NULL, &error), ==, CASENESS_STEP_ROW);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(CasenessStatement) inner = caseness_store_prepare (store, "select-setting", &error);

      /* Bindings of the time before are gone. */
      g_assert_cmpint (caseness_statement_step (inner, NULL, &error), ==, CASENESS_STEP_DONE);
    }
  g_assert_no_error (error);
  g_assert_false (caseness_statement_is_null (outer, 0));
  g_assert_cmpuint (strlen (caseness_statement_get_text (outer, 0)), ==, 16);
}

static void
make_nothing (const char *path)
{
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_text (const char *path)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
make_other_database (const char *path)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "CREATE TABLE a (b)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
make_newer (const char *path)
{
  g_autoptr(CasenessStore) store = open_store (path, CASENESS_STORE_CREATE);

  run_sql (store, "PRAGMA user_version = 999");
}

/* The schema page is overwritten, its first hundred bytes apart, which say that it is ours. */
static void
make_damaged (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  caseness_store_close (open_store (path, CASENESS_STORE_CREATE));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + 100, 0xa5, 4000);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

static const struct
{
  const char *name;
  void (*make) (const char *path);
  CasenessStoreMode mode;
  int code; /* -1: it opens */
} files[] = {
  { "missing-read", make_nothing, CASENESS_STORE_READ, CASENESS_DATA_ERROR_NOT_FOUND },
  { "missing-write", make_nothing, CASENESS_STORE_WRITE, CASENESS_DATA_ERROR_NOT_FOUND },
  { "missing-create", make_nothing, CASENESS_STORE_CREATE, -1 },
  { "folder-read", make_folder, CASENESS_STORE_READ, CASENESS_DATA_ERROR_NOT_A_STORE },
  { "folder-create", make_folder, CASENESS_STORE_CREATE, CASENESS_DATA_ERROR_NOT_A_STORE },
  { "pipe-read", make_pipe, CASENESS_STORE_READ, CASENESS_DATA_ERROR_NOT_A_STORE },
  { "pipe-create", make_pipe, CASENESS_STORE_CREATE, CASENESS_DATA_ERROR_NOT_A_STORE },
  { "empty-read", make_empty, CASENESS_STORE_READ, CASENESS_DATA_ERROR_NOT_A_STORE },
  { "empty-create", make_empty, CASENESS_STORE_CREATE, -1 },
  { "text-read", make_text, CASENESS_STORE_READ, CASENESS_DATA_ERROR_NOT_A_STORE },
  { "text-create", make_text, CASENESS_STORE_CREATE, CASENESS_DATA_ERROR_NOT_A_STORE },
  { "other-database-read", make_other_database, CASENESS_STORE_READ, CASENESS_DATA_ERROR_NOT_A_STORE },
  { "other-database-create", make_other_database, CASENESS_STORE_CREATE, CASENESS_DATA_ERROR_NOT_A_STORE },
  { "newer-read", make_newer, CASENESS_STORE_READ, CASENESS_DATA_ERROR_TOO_NEW },
  { "newer-write", make_newer, CASENESS_STORE_WRITE, CASENESS_DATA_ERROR_TOO_NEW },
  { "damaged-read", make_damaged, CASENESS_STORE_READ, CASENESS_DATA_ERROR_CORRUPT },
  { "damaged-write", make_damaged, CASENESS_STORE_WRITE, CASENESS_DATA_ERROR_CORRUPT },
};

static void
test_open (DataFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  files[i].make (fixture->store_path);
  before = data_fixture_hash (fixture);
  store = caseness_store_open (fixture->store_path, files[i].mode, &error);
  if (files[i].code < 0)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, CASENESS_DATA_ERROR, files[i].code);
  g_assert_null (store);
  g_assert_nonnull (strstr (error->message, fixture->store_path));
  g_assert_true (g_str_has_suffix (error->message, "."));
  after = data_fixture_hash (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_folder_is_missing (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "service.caseness", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (caseness_store_open (path, CASENESS_STORE_CREATE, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_two_writers (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) first = open_store (fixture->store_path, CASENESS_STORE_CREATE);
  g_autoptr(CasenessStore) second = open_store (fixture->store_path, CASENESS_STORE_WRITE);
  g_autoptr(GError) error = NULL;

  sqlite3_busy_timeout (second->database, 10);
  g_assert_true (caseness_store_begin (first, &error));
  g_assert_false (caseness_store_begin (second, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "somebody else"));
  g_clear_error (&error);
  caseness_store_rollback (first);
  g_assert_true (caseness_store_begin (second, &error));
  g_assert_true (caseness_store_commit (second, &error));
}

static char *
ask_text (CasenessStore *store, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *text;

  g_assert_cmpint (sqlite3_prepare_v2 (store->database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return text;
}

/* A network drive has no shared memory, so no file is left in write-ahead mode, whoever put it there. */
static void
test_journal_mode (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->store_path, "-wal", NULL);
  CasenessStoreMode modes[] = { CASENESS_STORE_CREATE, CASENESS_STORE_WRITE, CASENESS_STORE_READ };
  sqlite3 *other = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr(CasenessStore) store = open_store (fixture->store_path, modes[i]);
      g_autofree char *mode = ask_text (store, "PRAGMA journal_mode");

      g_assert_cmpstr (mode, ==, "delete");
    }
  g_assert_cmpint (sqlite3_open (fixture->store_path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA journal_mode = WAL; PRAGMA user_version", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (other);
  {
    g_autoptr(CasenessStore) store = open_store (fixture->store_path, CASENESS_STORE_WRITE);
    g_autofree char *mode = ask_text (store, "PRAGMA journal_mode");

    g_assert_cmpstr (mode, ==, "delete");
  }
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static gboolean
put_setting (CasenessStore *store, const char *name, const char *value, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, "upsert-setting", error);

  caseness_statement_bind_text (statement, ":name", name);
  caseness_statement_bind_text (statement, ":value", value);
  return caseness_statement_run (statement, NULL, error);
}

static void
test_reader_cannot_write (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GError) error = NULL;

  caseness_store_close (open_store (fixture->store_path, CASENESS_STORE_CREATE));
  store = open_store (fixture->store_path, CASENESS_STORE_READ);
  g_assert_false (put_setting (store, "a", "b", &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY);
}

static void
test_disk_is_full (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture->store_path, CASENESS_STORE_CREATE);
  g_autofree char *long_text = g_strnfill (1000000, 'x');
  g_autoptr(GError) error = NULL;

  run_sql (store, "PRAGMA max_page_count = 60");
  g_assert_true (caseness_store_begin (store, &error));
  g_assert_true (put_setting (store, "service-name", "before", &error));
  g_assert_false (put_setting (store, "long", long_text, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FULL);
  caseness_store_rollback (store);
  g_assert_cmpint (ask_number (store, "SELECT count (*) FROM setting"), ==, 1);
}

static void
test_step_is_cancelled (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture->store_path, CASENESS_STORE_CREATE);
  g_autoptr(CasenessStatement) statement = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  run_sql (store, "INSERT INTO import (import_id, imported_at, imported_by, seconds) VALUES (1, '', '', 0);"
                  "INSERT INTO submission (submission_id, import_id, provider, period_start, period_end, created,"
                  " version) VALUES (1, 1, 'XA1', 0, 30, '', '2.1');"
                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                  "INSERT INTO IDS101Referral (submission_id, line) SELECT 1, i FROM n;");
  statement = caseness_store_prepare (store, "select-referral-ids", &error);
  g_assert_cmpint (caseness_statement_step (statement, cancellable, &error), ==, CASENESS_STEP_DONE);
  g_clear_pointer (&statement, caseness_statement_release);

  g_cancellable_cancel (cancellable);
  statement = caseness_store_prepare (store, "select-referral-ids", &error);
  g_assert_cmpint (caseness_statement_step (statement, cancellable, &error), ==, CASENESS_STEP_ERROR);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_foreign_keys (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture->store_path, CASENESS_STORE_CREATE);
  const char *orphan = "INSERT INTO submission (import_id, provider, period_start, period_end, created, version)"
                       " VALUES (7, 'XA1', 0, 30, '', '2.1')";

  g_assert_cmpint (sqlite3_exec (store->database, orphan, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT_FOREIGNKEY);
}

static void
test_service_name (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture->store_path, CASENESS_STORE_CREATE);
  g_autoptr(GError) error = NULL;
  g_autofree char *nameless = caseness_store_dup_service_name (store, &error);
  g_autofree char *provider = NULL;
  g_autofree char *given = NULL;

  g_assert_cmpstr (nameless, ==, "");
  run_sql (store, "INSERT INTO import (import_id, imported_at, imported_by, seconds) VALUES (1, '', '', 0);"
                  "INSERT INTO submission (import_id, provider, period_start, period_end, created, version)"
                  " VALUES (1, 'XA2', 31, 58, '', '2.1'), (1, 'XA1', 0, 30, '', '2.1')");
  provider = caseness_store_dup_service_name (store, &error);
  g_assert_cmpstr (provider, ==, "XA2");
  g_assert_true (put_setting (store, "service-name", "Talking Exampleshire", &error));
  given = caseness_store_dup_service_name (store, &error);
  g_assert_cmpstr (given, ==, "Talking Exampleshire");
}

/* Keeps so many bytes, taken from one that grows a little at a time. */
static GByteArray *
keep_derived (CasenessStore *store, guint n_bytes)
{
  g_autoptr(GError) error = NULL;
  CasenessDerivedWriter *writer = caseness_derived_writer_new (store, "basis", &error);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  GByteArray *all = g_byte_array_new ();
  guint64 word = 1;

  while (all->len < n_bytes)
    {
      guint n = MIN (n_bytes - all->len, sizeof word);

      word *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      g_byte_array_append (bytes, (const guint8 *) &word, n);
      g_byte_array_append (all, (const guint8 *) &word, n);
      if (all->len % 4096 == 0)
        g_assert_true (caseness_derived_writer_take (writer, bytes, &error));
    }
  g_assert_true (caseness_derived_writer_finish (writer, bytes, &error));
  g_assert_no_error (error);
  return all;
}

/* However many pieces it takes, what is kept comes back whole, or not at all when some of it changed. */
static void
test_derived (DataFixture *fixture, gconstpointer data)
{
  static const guint piece = 16 * 1024 * 1024;
  static const struct { guint n_bytes, n_pieces; } cases[]
    = { { 8, 1 }, { piece - 1, 1 }, { piece, 1 }, { piece + 1, 2 }, { 2 * piece + 13, 3 } };
  g_autoptr(CasenessStore) store = open_store (fixture->store_path, CASENESS_STORE_CREATE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GByteArray) wanted = keep_derived (store, cases[i].n_bytes);
      g_autofree guint8 *kept = NULL;
      gsize n_bytes;

      g_assert_cmpint (ask_number (store, "SELECT count (*) FROM derived_piece"), ==, cases[i].n_pieces);
      kept = caseness_derived_read (store, "basis", &n_bytes);
      g_assert_cmpmem (kept, n_bytes, wanted->data, wanted->len);
      g_assert_null (caseness_derived_read (store, "another", &n_bytes));
    }
  run_sql (store, "UPDATE derived_piece SET bytes = zeroblob (length (bytes)) WHERE position = 2");
  g_assert_null (caseness_derived_read (store, "basis", &(gsize){ 0 }));
}

/* What was kept before stands when writing stops half-way. */
static void
test_derived_stopped (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture->store_path, CASENESS_STORE_CREATE);
  g_autoptr(GByteArray) wanted = keep_derived (store, 100);
  g_autofree guint8 *kept = NULL;
  gsize n_bytes;

  g_assert_false (caseness_derived_writer_finish (caseness_derived_writer_new (store, "other", NULL), NULL, NULL));
  kept = caseness_derived_read (store, "basis", &n_bytes);
  g_assert_cmpmem (kept, n_bytes, wanted->data, wanted->len);
}

#define ADD(path, test) DATA_FIXTURE_ADD (path, test, NULL)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/data/store/fresh-file", test_fresh_file);
  ADD ("/data/store/opened-twice", test_opened_twice);
  ADD ("/data/store/columns-match-spec", test_columns_match_spec);
  ADD ("/data/store/statements-prepare", test_statements_prepare);
  ADD ("/data/store/statement-is-reused", test_statement_is_reused);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/data/store/open/", files[i].name, NULL);

      DATA_FIXTURE_ADD (path, test_open, GUINT_TO_POINTER (i));
    }
  ADD ("/data/store/folder-is-missing", test_folder_is_missing);
  ADD ("/data/store/two-writers", test_two_writers);
  ADD ("/data/store/journal-mode", test_journal_mode);
  ADD ("/data/store/reader-cannot-write", test_reader_cannot_write);
  ADD ("/data/store/disk-is-full", test_disk_is_full);
  ADD ("/data/store/step-is-cancelled", test_step_is_cancelled);
  ADD ("/data/store/foreign-keys", test_foreign_keys);
  ADD ("/data/store/service-name", test_service_name);
  ADD ("/data/store/derived", test_derived);
  ADD ("/data/store/derived-stopped", test_derived_stopped);
  return g_test_run ();
}
