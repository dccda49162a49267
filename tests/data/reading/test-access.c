/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-access.h"

#include "access-fixture.h"
#include "caseness-data-error.h"
#include "data-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#define READER "CASENESS_READ_ACCESS"

static const char *const month_tables[] = { "IDS000Header", "IDS001MPI", "IDS002GP", "IDS101Referral" };

/* Making and reading */

static void
write_bytes (DataFixture *fixture, const char *name, const guint8 *bytes, gsize size)
{
  g_autofree char *path = data_fixture_path (fixture, name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, (const char *) bytes, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
write_database (DataFixture *fixture, const char *name, const AccessFixtureTable *tables, guint n_tables)
{
  g_autoptr(GByteArray) bytes = access_fixture_make (tables, n_tables);

  write_bytes (fixture, name, bytes->data, bytes->len);
}

/* The tables of a month that data_fixture_write_month() wrote; dates as dates. */
static GByteArray *
make_month (DataFixture *fixture, const char *folder)
{
  static const char *const dates[]
    = { "ReportingPeriodStartDate", "ReportingPeriodEndDate", "PersonBirthDate", "ReferralRequestReceivedDate" };
  AccessFixtureTable tables[G_N_ELEMENTS (month_tables)] = { 0 };
  GByteArray *bytes;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *file = g_strconcat (month_tables[i], ".csv", NULL);
      g_autofree char *path = g_build_filename (fixture->folder, folder, file, NULL);
      g_autofree char *text = NULL;
      g_autoptr(GString) rows = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      rows = g_string_new (text);
      for (guint j = 0; j < G_N_ELEMENTS (dates); j++)
        {
          g_autofree char *typed = g_strconcat (dates[j], ":date", NULL);

          g_string_replace (rows, dates[j], typed, 1);
        }
      tables[i].name = month_tables[i];
      tables[i].rows = g_string_free (g_steal_pointer (&rows), FALSE);
    }
  bytes = access_fixture_make (tables, G_N_ELEMENTS (tables));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_free ((char *) tables[i].rows);
  return bytes;
}

static void
write_month (DataFixture *fixture, const char *name, int month, guint patients)
{
  const FixtureMonth made = { .folder = "source", .month = month, .patients = patients };
  g_autoptr(GByteArray) bytes = NULL;

  data_fixture_write_month (fixture, &made);
  bytes = make_month (fixture, "source");
  write_bytes (fixture, name, bytes->data, bytes->len);
}

static CasenessAccess *
read_database (DataFixture *fixture, const char *name, GError **error)
{
  g_autofree char *path = data_fixture_path (fixture, name);

  return caseness_access_read (path, name, NULL, error);
}

static void
assert_refused (DataFixture *fixture, const char *name, const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = data_fixture_import (fixture, &error, name, NULL);

  g_assert_null (receipt);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  g_assert_false (g_file_test (fixture->store_path, G_FILE_TEST_EXISTS));
}

/* Folders of databases that are still about. */
static guint
count_folders (void)
{
  g_autoptr(GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *ours = g_build_filename (g_get_tmp_dir (), name, "x.mdb", NULL);

      n += g_str_has_prefix (name, "caseness-archive-") && g_file_test (ours, G_FILE_TEST_EXISTS);
    }
  return n;
}

/* A database and the CSV files it was made of give the same */

static char *
print_receipt (CasenessReceipt *receipt)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < receipt->lines->len; i++)
    {
      const CasenessReceiptLine *line = receipt->lines->pdata[i];

      g_string_append_printf (text, "%s %s %u %u %u %u\n", line->table, line->file, line->read, line->kept, line->rejected,
                              line->warnings);
    }
  g_string_append_printf (text, "%u findings", receipt->findings->len);
  return g_string_free (text, FALSE);
}

static void
test_same (DataFixture *fixture, gconstpointer data)
{
  static const char ask[] = "SELECT r.ServiceRequestId, date (r.ReferralRequestReceivedDate * 86400, 'unixepoch'), "
                            "m.PersonBirthMonth, m.Gender FROM IDS101Referral r JOIN IDS001MPI m USING (LocalPatientId) ORDER BY 1";
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) from_database = NULL;
  g_autoptr(CasenessReceipt) from_files = NULL;
  g_autofree char *first = NULL, *second = NULL, *asked = NULL;

  write_month (fixture, "month.mdb", 1, 300); /* more than one page of rows */
  from_database = data_fixture_import (fixture, &error, "month.mdb", NULL);
  g_assert_no_error (error);
  first = print_receipt (from_database);
  asked = data_fixture_ask (fixture, ask);
  g_assert_true (g_str_has_prefix (asked, "R1|2025-01-02|"));
  g_assert_cmpuint (from_database->lines->len, ==, G_N_ELEMENTS (month_tables));

  g_remove (fixture->store_path);
  from_files = data_fixture_import (fixture, &error, "source", NULL);
  g_assert_no_error (error);
  second = print_receipt (from_files);
  g_assert_cmpstr (first, ==, second);
  data_fixture_assert_ask (fixture, ask, asked);
}

/* The same bytes again are known again, though they were unpacked anew. */
static void
test_again (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) first = NULL;
  g_autoptr(CasenessReceipt) second = NULL;

  write_month (fixture, "month.mdb", 1, 2);
  first = data_fixture_import (fixture, &error, "month.mdb", NULL);
  g_assert_no_error (error);
  second = data_fixture_import (fixture, &error, "month.mdb", NULL);
  g_assert_no_error (error);
  g_assert_true (second->was_held);
}

/* Cells */

static void
test_cells (DataFixture *fixture, gconstpointer data)
{
  static const AccessFixtureTable table = {
    "IDS201CareContact",
    "Day:date,Clock:date,Count:long,Small:int,Yes:bool,Text,Picture:ole\n"
    "2025-06-30,09:30:00,-1,7,1,caf\303\251 \"x\",\n"
    ",,,,0,\\n,\n"
    "1890-01-01,00:00:00,0,0,1,\302\243 5,\n",
    0,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessAccess) access = NULL;
  g_autofree char *path = NULL, *text = NULL;

  write_database (fixture, "x.mdb", &table, 1);
  access = read_database (fixture, "x.mdb", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (access->n_tables, ==, 1);
  path = g_build_filename (access->root, "IDS201CareContact.csv", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==,
                   "\357\273\277Day,Clock,Count,Small,Yes,Text,Picture\n"
                   "2025-06-30,09:30:00,-1,7,1,\"caf\303\251 \"\"x\"\"\",\n"
                   ",,,,0,\"a\nb\",\n"
                   "1890-01-01,00:00:00,0,0,1,\302\243 5,\n");
}

/* Names of tables */

static const struct
{
  const char *name;
  const char *tables[4]; /* "->" before a name: it lies in another file */
  const char *expected;  /* files, then "-" and what was left out; a sentence when it is refused */
} names[] = {
  { "as-csv", { "IDS101Referral" }, "IDS101Referral.csv" },
  { "other-spelling", { "ids101_referral" }, "IDS101Referral.csv" },
  { "number-alone", { "IDS 101" }, "IDS101Referral.csv" },
  { "other-number", { "IDS1011" }, "- IDS1011" },
  { "longer", { "IDS101ReferralOld" }, "- IDS101ReferralOld" },
  { "list", { "LOCStaff", "LOC" }, "LOCStaff.csv - LOC" },
  { "extract", { "NationalPathway" }, "- NationalPathway" },
  { "several", { "Errors", "IDS101Referral", "IDS002GP" }, "IDS002GP.csv IDS101Referral.csv - Errors" },
  { "twice", { "IDS101", "IDS101Referral" }, "!IDS101Referral: this table is there twice" },
  { "linked", { "->IDS101Referral" }, "!IDS101Referral: this table is a link" },
  { "other-linked", { "IDS002GP", "->Postcodes" }, "IDS002GP.csv" },
};

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
describe (const CasenessAccess *access)
{
  g_autoptr(GDir) dir = g_dir_open (access->root, 0, NULL);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (files, g_strdup (name));
  g_ptr_array_sort (files, compare_names);
  if (access->left_out->len > 0)
    g_ptr_array_add (files, g_strdup ("-"));
  for (guint i = 0; i < access->left_out->len; i++)
    g_ptr_array_add (files, g_strdup (access->left_out->pdata[i]));
  g_ptr_array_add (files, NULL);
  return g_strjoinv (" ", (char **) files->pdata);
}

static void
test_names (DataFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  AccessFixtureTable tables[4] = { 0 };
  g_autoptr(CasenessAccess) access = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;
  guint n = 0;

  for (; n < 4 && names[i].tables[n] != NULL; n++)
    {
      gboolean is_linked = g_str_has_prefix (names[i].tables[n], "->");

      tables[n].name = names[i].tables[n] + (is_linked ? 2 : 0);
      tables[n].rows = is_linked ? NULL : "A,B\n1,2\n";
    }
  write_database (fixture, "x.mdb", tables, n);
  access = read_database (fixture, "x.mdb", &error);
  found = access != NULL ? describe (access) : g_strconcat ("!", strstr (error->message, "IDS"), NULL);
  if (names[i].expected[0] == '!')
    g_assert_true (g_str_has_prefix (found, names[i].expected));
  else
    g_assert_cmpstr (found, ==, names[i].expected);
}

/* Where it may lie */

static void
write_zip (DataFixture *fixture, const char *name, const char *entry_name, const char *source)
{
  g_autofree char *path = data_fixture_path (fixture, name);
  g_autofree char *from = data_fixture_path (fixture, source);
  g_autofree char *bytes = NULL;
  gsize size;
  struct archive *writer = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  archive_write_set_format_zip (writer);
  g_assert_cmpint (archive_write_open_filename (writer, path), ==, ARCHIVE_OK);
  archive_entry_set_pathname (entry, entry_name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, (la_int64_t) size);
  g_assert_cmpint (archive_write_header (writer, entry), ==, ARCHIVE_OK);
  archive_write_data (writer, bytes, size);
  archive_entry_free (entry);
  archive_write_free (writer);
}

static const CasenessFinding *
find_finding (const CasenessReceipt *receipt, const char *rule)
{
  for (guint i = 0; i < receipt->findings->len; i++)
    if (strcmp (((const CasenessFinding *) receipt->findings->pdata[i])->rule, rule) == 0)
      return receipt->findings->pdata[i];
  g_error ("no finding of %s", rule);
}

static void
assert_months (DataFixture *fixture, const char *path, const char *months)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = data_fixture_import (fixture, &error, path, NULL);

  g_assert_no_error (error);
  data_fixture_assert_ask (fixture, "SELECT date (period_start * 86400, 'unixepoch') FROM submission ORDER BY 1", months);
  g_assert_cmpuint (count_folders (), ==, 0);
}

static void
test_folder (DataFixture *fixture, gconstpointer data)
{
  write_month (fixture, "d/January.accdb", 1, 2);
  write_month (fixture, "d/later/February.MDB", 2, 2);
  assert_months (fixture, "d", "2025-01-01\n2025-02-01");
}

static void
test_zip (DataFixture *fixture, gconstpointer data)
{
  write_month (fixture, "x.mdb", 3, 2);
  write_zip (fixture, "m.zip", "sent/x.mdb", "x.mdb");
  assert_months (fixture, "m.zip", "2025-03-01");
}

/* The export beside it is read, and the receipt says so. */
static void
test_beside (DataFixture *fixture, gconstpointer data)
{
  const FixtureMonth month = { .folder = "d", .month = 4 };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  const CasenessFinding *finding;

  write_month (fixture, "d/x.mdb", 3, 2);
  data_fixture_write_month (fixture, &month);
  receipt = data_fixture_import (fixture, &error, "d", NULL);
  g_assert_no_error (error);
  data_fixture_assert_ask (fixture, "SELECT date (period_start * 86400, 'unixepoch') FROM submission", "2025-04-01");
  finding = find_finding (receipt, "CASENESS-ACCESS-BESIDE");
  g_assert_cmpstr (finding->file, ==, "x.mdb");
}

static void
test_others_reported (DataFixture *fixture, gconstpointer data)
{
  static const AccessFixtureTable tables[] = { { "LOCStaff", "CarePersLocalId,Team\nS1,North\n", 0 }, { "Notes", "A\n1\n", 0 } };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  const CasenessFinding *finding;

  write_database (fixture, "x.mdb", tables, G_N_ELEMENTS (tables));
  receipt = data_fixture_import (fixture, &error, "x.mdb", NULL);
  g_assert_no_error (error);
  finding = find_finding (receipt, "CASENESS-ACCESS-TABLE");
  g_assert_cmpstr (finding->file, ==, "x.mdb");
  g_assert_cmpstr (finding->value, ==, "Notes");
}

static void
test_strange (DataFixture *fixture, gconstpointer data)
{
  static const AccessFixtureTable table = { "Customers", "A,B\n1,2\n", 0 };

  write_database (fixture, "x.mdb", &table, 1);
  assert_refused (fixture, "x.mdb", "holds no table of the data set");
}

/* One that lies about beside months is no fault. */
static void
test_strange_beside (DataFixture *fixture, gconstpointer data)
{
  static const AccessFixtureTable table = { "Customers", "A,B\n1,2\n", 0 };
  const FixtureMonth month = { .folder = "d/1", .month = 1 };

  write_database (fixture, "d/x.mdb", &table, 1);
  data_fixture_write_month (fixture, &month);
  assert_months (fixture, "d", "2025-01-01");
}

/* Damage */

/* The library leaves out rows it cannot make out; nothing is left out without a word here. */
static void
test_lost_rows (DataFixture *fixture, gconstpointer data)
{
  static const AccessFixtureTable table = { "IDS101Referral", "ServiceRequestId,LocalPatientId\n1,2\n", 1 };

  write_database (fixture, "x.mdb", &table, 1);
  assert_refused (fixture, "x.mdb", "IDS101Referral: this table cannot be read to its end");
}

static void
test_no_database (DataFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", "not a database", "\001\002" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      data_fixture_write (fixture, "x.mdb", texts[i]);
      assert_refused (fixture, "x.mdb", "cannot be read: it is damaged");
    }
}

/* Bytes changed where it hurts: it is read or refused, and whatever happens to the process that reads it, this one
 * lives and keeps nothing. */
static void
test_hostile (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GByteArray) sound = NULL;
  g_autoptr(GRand) random = g_rand_new_with_seed (20251127);
  guint n_refused = 0;

  write_month (fixture, "y/month.mdb", 1, 40);
  sound = make_month (fixture, "source");
  for (guint i = 0; i < 60; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (sound->data, sound->len);
      gsize size = i % 5 == 0 ? (gsize) g_rand_int_range (random, 0, (gint32) sound->len) : sound->len;
      g_autoptr(GError) error = NULL;
      g_autoptr(CasenessReceipt) receipt = NULL;

      for (int j = 0; j < 1 + (int) i % 40; j++)
        bytes[g_rand_int_range (random, 0, (gint32) sound->len / 4096) * 4096 + g_rand_int_range (random, 0, 100)]
          = (guint8) g_rand_int_range (random, 0, 256);
      write_bytes (fixture, "x.mdb", bytes, size);
      receipt = data_fixture_import (fixture, &error, "x.mdb", NULL);
      g_assert_true (receipt != NULL || error->domain == CASENESS_DATA_ERROR);
      n_refused += receipt == NULL;
      g_remove (fixture->store_path);
    }
  g_assert_cmpuint (n_refused, >, 30);
  g_assert_cmpuint (count_folders (), ==, 0);
}

/* Instead of the program that reads them, one that behaves as it may be made to. */
static void
set_reader (DataFixture *fixture, const char *script)
{
  g_autofree char *path = data_fixture_path (fixture, "reader");

  data_fixture_write (fixture, "reader", script);
  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
  g_setenv (READER, path, TRUE);
}

static void
test_reader_ends (DataFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *script;
    const char *words;
  } ends[] = {
    { "#!/bin/sh\nkill -SEGV $$\n", "cannot be read: it is damaged" },
    { "#!/bin/sh\nkill -XCPU $$\n", "cannot be read: it is damaged" },
    { "#!/bin/sh\nexit 1\n", "cannot be read: it is damaged" },
    { "#!/bin/sh\nexit 127\n", "mdbtools, which reads them, is not installed" },
    { "#!/bin/sh\necho IDS101\nexit 11\n", "IDS101: this table cannot be read to its end" },
    { "#!/bin/sh\nexit 14\n", "far more comes out of it" },
  };
  g_autofree char *before = g_strdup (g_getenv (READER));

  data_fixture_write (fixture, "x.mdb", "anything");
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      set_reader (fixture, ends[i].script);
      assert_refused (fixture, "x.mdb", ends[i].words);
    }
  g_setenv (READER, before, TRUE);
}

static gpointer
cancel_in_worker (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (g_getenv (READER));
  g_autofree char *path = data_fixture_path (fixture, "x.mdb");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(CasenessAccess) access = NULL;
  g_autoptr(GError) error = NULL;
  GThread *thread;

  data_fixture_write (fixture, "x.mdb", "anything");
  set_reader (fixture, "#!/bin/sh\nexec sleep 60\n");
  thread = g_thread_new ("cancel", cancel_in_worker, cancellable);
  access = caseness_access_read (path, "x.mdb", cancellable, &error);
  g_thread_join (thread);
  g_assert_null (access);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_folders (), ==, 0);
  g_setenv (READER, before, TRUE);
}

static void
test_missing (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (g_getenv (READER));

  write_month (fixture, "x.mdb", 1, 2);
  g_setenv (READER, "/nowhere/caseness-read-access", TRUE);
  assert_refused (fixture, "x.mdb", "mdbtools, which reads them, is not installed");
  g_setenv (READER, before, TRUE);
}

/* Months beside a database that nothing here reads are loaded all the same, and the receipt tells of the database. */
static void
test_missing_beside (DataFixture *fixture, gconstpointer data)
{
  const FixtureMonth month = { .folder = "d/1", .month = 1 };
  g_autofree char *before = g_strdup (g_getenv (READER));
  g_autofree char *database = data_fixture_path (fixture, "d/2/x.mdb");
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;

  data_fixture_write (fixture, "d/2/x.mdb", "anything");
  write_zip (fixture, "m.zip", "sent/x.mdb", "d/2/x.mdb");
  g_setenv (READER, "/nowhere/caseness-read-access", TRUE);
  assert_refused (fixture, "d", "mdbtools, which reads them, is not installed");
  assert_refused (fixture, "m.zip", "mdbtools, which reads them, is not installed");
  data_fixture_write_month (fixture, &month);
  receipt = data_fixture_import (fixture, &error, "d", NULL);
  g_setenv (READER, before, TRUE);
  g_assert_no_error (error);
  data_fixture_assert_ask (fixture, "SELECT date (period_start * 86400, 'unixepoch') FROM submission", "2025-01-01");
  g_assert_cmpuint (receipt->notes->len, ==, 1);
  g_assert_true (g_str_has_prefix (receipt->notes->pdata[0], database));
  g_assert_nonnull (strstr (receipt->notes->pdata[0], "was left out, because mdbtools"));
}

static void
test_is_name (void)
{
  static const struct
  {
    const char *name;
    gboolean is_one;
  } words[] = {
    { "a.mdb", TRUE }, { "A.ACCDB", TRUE }, { "a.mdb.csv", FALSE }, { "mdb", FALSE }, { "a.ldb", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpint (caseness_access_is_name (words[i].name), ==, words[i].is_one);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data/access/name", test_is_name);
  DATA_FIXTURE_ADD ("/data/access/same-as-csv", test_same, NULL);
  DATA_FIXTURE_ADD ("/data/access/again", test_again, NULL);
  DATA_FIXTURE_ADD ("/data/access/cells", test_cells, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/data/access/tables/", names[i].name, NULL);

      DATA_FIXTURE_ADD (path, test_names, GUINT_TO_POINTER (i));
    }
  DATA_FIXTURE_ADD ("/data/access/folder", test_folder, NULL);
  DATA_FIXTURE_ADD ("/data/access/zip", test_zip, NULL);
  DATA_FIXTURE_ADD ("/data/access/beside-csv", test_beside, NULL);
  DATA_FIXTURE_ADD ("/data/access/others-reported", test_others_reported, NULL);
  DATA_FIXTURE_ADD ("/data/access/strange", test_strange, NULL);
  DATA_FIXTURE_ADD ("/data/access/strange-beside-months", test_strange_beside, NULL);
  DATA_FIXTURE_ADD ("/data/access/lost-rows", test_lost_rows, NULL);
  DATA_FIXTURE_ADD ("/data/access/no-database", test_no_database, NULL);
  DATA_FIXTURE_ADD ("/data/access/hostile", test_hostile, NULL);
  DATA_FIXTURE_ADD ("/data/access/reader-ends", test_reader_ends, NULL);
  DATA_FIXTURE_ADD ("/data/access/cancel", test_cancel, NULL);
  DATA_FIXTURE_ADD ("/data/access/missing", test_missing, NULL);
  DATA_FIXTURE_ADD ("/data/access/missing-beside-months", test_missing_beside, NULL);
  return g_test_run ();
}
