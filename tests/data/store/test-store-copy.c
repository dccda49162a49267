/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-byte-search.h"
#include "caseness-demo.h"
#include "caseness-derived.h"
#include "caseness-store-copy.h"
#include "caseness-store-private.h"
#include "data-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Copies of a service file: one without identifiers, and one of what is left of a damaged file. */

/* Everything that figures are made of, in the order of the ids and through the ids, but no id. */
static const char *const figures[] = {
  "SELECT count (*), sum (AgeReferral), sum (ServDischDate), count (DISTINCT ServiceRequestId),"
  " count (DISTINCT LocalPatientId) FROM IDS101Referral",
  "SELECT group_concat (CareContDate || AppType) FROM (SELECT * FROM IDS201CareContact ORDER BY CareContactId, line)",
  "SELECT group_concat (CodeProcAndProcStatus) FROM (SELECT * FROM IDS202CareActivity ORDER BY CareActId, line)",
  "SELECT count (*), sum (s.PersScore) FROM IDS607CodedScoreAssessmentAct AS s JOIN IDS202CareActivity AS a"
  " USING (submission_id, CareActId) JOIN IDS201CareContact AS c USING (submission_id, CareContactId)"
  " JOIN IDS101Referral AS r USING (submission_id, ServiceRequestId)",
  "SELECT count (*), sum (PersonBirthMonth), count (DISTINCT NHSNumberTag) FROM IDS001MPI",
  "SELECT count (*), count (DISTINCT a.NHSNumberTag) FROM IDS001MPI AS a JOIN IDS001MPI AS b"
  " USING (LocalPatientId, NHSNumberTag)",
  "SELECT count (*), count (DISTINCT Team) FROM LOCStaff JOIN IDS202CareActivity USING (CarePersLocalId)",
  "SELECT count (*), sum (DateAdded) FROM LOCWaitingList JOIN IDS101Referral USING (ServiceRequestId)",
  "SELECT count (*), sum (AppointmentDate), count (DISTINCT StaffId) FROM LOCAppointment",
  "SELECT rule, count (*) FROM finding GROUP BY rule",
  "SELECT table_name, rows_kept, bytes FROM import_file ORDER BY import_id, position",
};

#define LOOKUP "lookup-of-somebody.csv" /* the service file remembers where it lies */

static void
import_demo (DataFixture *fixture)
{
  g_autofree char *demo = data_fixture_path (fixture, "demo");
  CasenessImportOptions options = { .imported_by = "somebody-by-name", .keep_identifiers = TRUE };
  const char *const names[] = { "demo", LOOKUP, NULL };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;
  CasenessDemoOptions demo_options;

  caseness_demo_options_init (&demo_options);
  demo_options.referrals = 150;
  demo_options.months = 2;
  data_fixture_write (fixture, LOOKUP, "Postcode,Decile\nAB1 2CD,3\n");
  g_assert_true (caseness_demo_write (demo, &demo_options, NULL, &error));
  g_assert_no_error (error);
  receipt = data_fixture_import_with (fixture, &options, NULL, names, &error);
  g_assert_no_error (error);
}

static char *
export_anonymous (DataFixture *fixture)
{
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GError) error = NULL;
  char *path = data_fixture_path (fixture, "shared.caseness");

  store = caseness_store_open (fixture->store_path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  caseness_store_export_anonymous (store, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  return path;
}

static void
assert_absent (const char *bytes, gsize size, char *words)
{
  g_auto(GStrv) split = g_strsplit (words, "\n", -1);
  guint n = 0;

  for (guint i = 0; split[i] != NULL && i < 400; i++)
    if (strlen (split[i]) >= 5)
      {
        g_assert_null (memmem (bytes, size, split[i], strlen (split[i])));
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

/* What the file's bytes must not hold, asked of the store it comes from. */
static const char *const secrets[] = {
  "SELECT NHSNumber FROM IDS001MPI",
  "SELECT Postcode FROM IDS001MPI",
  "SELECT LocalPatientId FROM IDS001MPI",
  "SELECT ServiceRequestId FROM IDS101Referral",
  "SELECT CareContactId FROM IDS201CareContact",
  "SELECT CareActId FROM IDS202CareActivity",
  "SELECT StaffName FROM LOCStaff",
  "SELECT imported_by FROM import",
  "SELECT sha256 FROM import_file",
  "SELECT value FROM setting WHERE name = 'deprivation-lookup'",
};

static void
test_anonymous (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  DataFixture shared = *fixture;
  struct stat about;
  gsize size;

  import_demo (fixture);
  path = export_anonymous (fixture);
  shared.store_path = path;
  data_fixture_assert_ask (&shared, "PRAGMA integrity_check", "ok");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *expected = data_fixture_ask (fixture, figures[i]);

      data_fixture_assert_ask (&shared, figures[i], expected);
    }
  data_fixture_assert_ask (&shared, "SELECT count (NHSNumber), count (Postcode), count (PersonBirthDate) FROM IDS001MPI",
                           "0|0|0");
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autofree char *words = data_fixture_ask (fixture, secrets[i]);

      assert_absent (bytes, size, words);
    }
}

/* What was worked out from the rows names the people too, and stays behind. */
static void
test_anonymous_derived (DataFixture *fixture, gconstpointer data)
{
  static const guint8 text[] = "demo-patient-of-the-original";
  g_autoptr(GByteArray) bytes = g_byte_array_append (g_byte_array_new (), text, sizeof text);
  g_autoptr(CasenessStore) store = NULL;
  g_autofree char *path = NULL;
  g_autoptr(CasenessStore) copy = NULL;
  g_autofree guint8 *kept = NULL;
  g_autoptr(GError) error = NULL;
  gsize n_bytes;

  import_demo (fixture);
  store = caseness_store_open (fixture->store_path, CASENESS_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (caseness_derived_writer_finish (caseness_derived_writer_new (store, "basis", &error), bytes, &error));
  kept = caseness_derived_read (store, "basis", &n_bytes);
  g_assert_cmpmem (kept, n_bytes, text, sizeof text);
  path = export_anonymous (fixture);
  copy = caseness_store_open (path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_null (caseness_derived_read (copy, "basis", &n_bytes));
}

/* Two copies of one store cannot be joined by their ids. */
static void
test_anonymous_twice (DataFixture *fixture, gconstpointer data)
{
  const char *ids = "SELECT LocalPatientId FROM IDS001MPI ORDER BY submission_id, line LIMIT 20";
  DataFixture shared = *fixture;
  g_autofree char *path = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  import_demo (fixture);
  path = shared.store_path = export_anonymous (fixture);
  first = data_fixture_ask (&shared, ids);
  g_free (export_anonymous (fixture)); /* over the first */
  second = data_fixture_ask (&shared, ids);
  g_assert_cmpstr (first, !=, second);
}

static void
test_anonymous_refused (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = data_fixture_path (fixture, "nowhere/shared.caseness");
  g_autofree char *path = data_fixture_path (fixture, "shared.caseness");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GError) error = NULL;

  import_demo (fixture);
  store = caseness_store_open (fixture->store_path, CASENESS_STORE_READ, NULL);
  g_assert_false (caseness_store_export_anonymous (store, nowhere, NULL, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (caseness_store_export_anonymous (store, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A field that is sensitive in one table is replaced in every table that has it. */
static gboolean
is_sensitive (const char *field)
{
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  for (guint t = 0; t < n_tables; t++)
    for (guint f = 0; f < tables[t].n_fields; f++)
      if (tables[t].fields[f].is_sensitive && g_ascii_strcasecmp (tables[t].fields[f].name, field) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
is_replaced (const char *script, const char *table, const char *field)
{
  g_autofree char *start = g_strdup_printf ("UPDATE %s\n", table);
  g_autofree char *set = g_strdup_printf (" %s = ", field);
  const char *update = strstr (script, start);
  const char *end = update != NULL ? strchr (update, ';') : NULL;

  return end != NULL && g_strstr_len (update, end - update, set) != NULL;
}

static void
test_every_field (void)
{
  g_autofree char *script = caseness_store_dup_script ("anonymise/replace");
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  for (guint t = 0; t < n_tables; t++)
    for (guint f = 0; f < tables[t].n_fields; f++)
      if (is_sensitive (tables[t].fields[f].name)
          && !is_replaced (script, tables[t].name, tables[t].fields[f].name))
        {
          g_test_message ("%s.%s is not replaced", tables[t].name, tables[t].fields[f].name);
          g_test_fail ();
        }
}

static const struct
{
  const char *name;
  const char *bytes;
  const char *words[3];
  const char *found;
} searches[] = {
  { "first", "patient-1,x", { "patient-1" }, "patient-1" },
  { "last", "x,patient-1", { "patient-1" }, "patient-1" },
  { "whole", "patient-1", { "patient-1" }, "patient-1" },
  { "longer", "patient-", { "patient-1" }, NULL },
  { "several-lengths", "xx abcdefghij yy", { "zzzzzzzz", "abcdefghij" }, "abcdefghij" },
  { "near-miss", "abcdefghiJ abcdefgh", { "abcdefghij" }, NULL },
  { "number", "x12345678x", { "12345678" }, "12345678" },
  { "part-of-number", "x123456789x", { "12345678" }, NULL },
  { "end-of-number", "x912345678", { "12345678" }, NULL },
  { "number-and-letter", "1A2345678", { "A2345678" }, "A2345678" },
  { "none", "anything", { NULL }, NULL },
};

static void
test_search (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint w = 0; searches[i].words[w] != NULL; w++)
    g_hash_table_add (words, (gpointer) searches[i].words[w]);
  g_assert_cmpstr (caseness_byte_search (searches[i].bytes, strlen (searches[i].bytes), words), ==, searches[i].found);
}

/* Damage */

#define COUNTS                                                                                                        \
  "SELECT (SELECT count (*) FROM import), (SELECT count (*) FROM IDS101Referral),"                                   \
  " (SELECT count (*) FROM IDS607CodedScoreAssessmentAct)"

static void
damage (DataFixture *fixture, double from, double to)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->store_path, &bytes, &size, NULL));
  memset (bytes + (gsize) (size * from), 0xA5, (gsize) (size * to) - (gsize) (size * from));
  g_assert_true (g_file_set_contents (fixture->store_path, bytes, (gssize) size, NULL));
}

static void
test_salvage_whole (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *path = data_fixture_path (fixture, "saved.caseness");
  DataFixture saved = { fixture->folder, path };
  g_autoptr(CasenessSalvage) salvage = NULL;
  g_autofree char *expected = NULL;
  g_autoptr(GError) error = NULL;

  import_demo (fixture);
  salvage = caseness_store_salvage (fixture->store_path, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salvage->lost->len, ==, 0);
  expected = data_fixture_ask (fixture, COUNTS);
  data_fixture_assert_ask (&saved, COUNTS, expected);
}

/* A hole in the file, in parts of a hundred: what lies around it is saved, and the copy is sound and open to imports.
 * The list of tables is among the first pages, without which nothing is found. */
static const struct
{
  const char *name;
  guint from;
  guint to;
} holes[] = {
  { "middle", 80, 85 },
  { "end", 90, 100 },
};

static void
test_salvage_hole (DataFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = data_fixture_path (fixture, "saved.caseness");
  DataFixture saved = { fixture->folder, path };
  g_autoptr(CasenessSalvage) salvage = NULL;
  g_autoptr(GError) error = NULL;

  import_demo (fixture);
  damage (fixture, holes[i].from / 100.0, holes[i].to / 100.0);
  salvage = caseness_store_salvage (fixture->store_path, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salvage->n_rows, >, 100);
  g_assert_cmpuint (salvage->lost->len, >, 0);
  data_fixture_assert_ask (&saved, "PRAGMA integrity_check", "ok");
  data_fixture_write_month (fixture, &(FixtureMonth){ .folder = "next", .month = 3, .provider = "XB7" });
  caseness_receipt_free (data_fixture_import (&saved, &error, "next", NULL));
  g_assert_no_error (error);
}

static void
test_salvage_nothing (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *path = data_fixture_path (fixture, "saved.caseness");
  g_autofree char *missing = data_fixture_path (fixture, "missing");
  g_autoptr(GError) error = NULL;

  import_demo (fixture);
  damage (fixture, 0, 1);
  g_assert_null (caseness_store_salvage (fixture->store_path, path, NULL, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_null (caseness_store_salvage (missing, path, NULL, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  DATA_FIXTURE_ADD ("/data/store-copy/anonymous", test_anonymous, NULL);
  DATA_FIXTURE_ADD ("/data/store-copy/anonymous/twice", test_anonymous_twice, NULL);
  DATA_FIXTURE_ADD ("/data/store-copy/anonymous/derived", test_anonymous_derived, NULL);
  DATA_FIXTURE_ADD ("/data/store-copy/anonymous/refused", test_anonymous_refused, NULL);
  g_test_add_func ("/data/store-copy/anonymous/every-field", test_every_field);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *path = g_strconcat ("/data/store-copy/search/", searches[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_search);
    }
  DATA_FIXTURE_ADD ("/data/store-copy/salvage/whole", test_salvage_whole, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (holes); i++)
    {
      g_autofree char *path = g_strconcat ("/data/store-copy/salvage/hole/", holes[i].name, NULL);

      DATA_FIXTURE_ADD (path, test_salvage_hole, GUINT_TO_POINTER (i));
    }
  DATA_FIXTURE_ADD ("/data/store-copy/salvage/nothing", test_salvage_nothing, NULL);
  return g_test_run ();
}
