/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-archive.h"
#include "caseness-claim.h"
#include "caseness-data-error.h"
#include "caseness-import-plan.h"
#include "data-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEGABYTE (1024 * 1024)

/* An entry: a file, unless @type says otherwise; a link when it has a @target. */
typedef struct
{
  const char *name;
  mode_t type;
  const char *target;
  gboolean is_hard;
} Entry;

typedef enum
{
  ZIP = 1 << 0,
  TAR = 1 << 1,
  BOTH = ZIP | TAR,
} Formats;

/* What an archive holds, and what a plan of it finds, or the words it is refused with. */
static const struct
{
  const char *name;
  Formats formats;
  Entry entries[4];
  const char *found;
  const char *refused;
} cases[] = {
  { "submission", BOTH, { { "IDS000Header.csv" } }, "[]", NULL },
  { "in-folder", BOTH, { { "2025-06/IDS000Header.csv" } }, "[2025-06]", NULL },
  { "dot-folder", BOTH, { { "./2025-06/IDS000Header.csv" } }, "[2025-06]", NULL },
  { "folder-entry", BOTH, { { "a/", AE_IFDIR }, { "a/IDS000Header.csv" } }, "[a]", NULL },
  { "service", BOTH, { { "s/XA1/1/IDS000Header.csv" }, { "s/LOCStaff.csv" } }, "[s/XA1/1] [s:LOCStaff]", NULL },
  { "four-deep", BOTH, { { "a/b/c/d/IDS000Header.csv" } }, NULL, "there is no submission in it" },
  { "lists-alone", BOTH, { { "LOCStaff.csv" } }, "[:LOCStaff]", NULL },
  { "backslashes", TAR, { { "2025-06\\IDS000Header.csv" } }, "[2025-06]", NULL },
  { "hidden", BOTH, { { "__MACOSX/._IDS000Header.csv" }, { "1/IDS000Header.csv" } }, "[1]", NULL },
  { "nested-too", BOTH, { { "IDS000Header.csv" }, { "old/may.zip" } }, "[] +old/may.zip", NULL },
  { "nested-alone", BOTH, { { "may.zip" }, { "april.TAR.GZ" } }, NULL, "nothing to import in it but other archives" },
  { "empty", BOTH, { { NULL } }, NULL, "the archive is empty" },
  { "nothing", BOTH, { { "readme.txt" } }, NULL, "there is no submission in it" },
  { "two-lists", BOTH, { { "a/LOCStaff.csv" }, { "LOCStaff.csv" } }, NULL, "there is a second copy" },
  { "absolute", BOTH, { { "/tmp/IDS000Header.csv" } }, NULL, "leads out of the archive" },
  { "climbing", BOTH, { { "../IDS000Header.csv" } }, NULL, "leads out of the archive" },
  { "climbing-later", BOTH, { { "IDS000Header.csv" }, { "a/../../x.csv" } }, NULL, "leads out of the archive" },
  { "climbing-backslash", TAR, { { "..\\IDS000Header.csv" } }, NULL, "leads out of the archive" },
  { "drive", BOTH, { { "C:/IDS000Header.csv" } }, NULL, "leads out of the archive" },
  { "symlink", BOTH, { { "IDS000Header.csv", AE_IFLNK, "/etc/passwd" } }, NULL, "a link or a device" },
  { "symlink-folder", BOTH, { { "a", AE_IFLNK, "/tmp" }, { "a/IDS000Header.csv" } }, NULL, "a link or a device" },
  { "hard-link", TAR, { { "IDS000Header.csv", AE_IFREG, "/etc/passwd", TRUE } }, NULL, "a link or a device" },
  { "pipe", TAR, { { "IDS000Header.csv", AE_IFIFO } }, NULL, "a link or a device" },
  { "device", TAR, { { "IDS000Header.csv", AE_IFCHR } }, NULL, "a link or a device" },
  { "twice", BOTH, { { "1/IDS000Header.csv" }, { "1/IDS000Header.csv" } }, NULL, "the name is there twice" },
  { "in-the-way", BOTH, { { "a.csv" }, { "a.csv/IDS000Header.csv" } }, NULL, "the name is there twice" },
};

/* Archives made here */

static struct archive *
open_archive (DataFixture *fixture, const char *name, const char *options)
{
  g_autofree char *path = data_fixture_path (fixture, name);
  struct archive *writer = archive_write_new ();

  if (g_str_has_suffix (name, ".zip"))
    archive_write_set_format_zip (writer);
  else
    {
      archive_write_set_format_pax_restricted (writer);
      archive_write_add_filter_gzip (writer);
    }
  if (options != NULL)
    {
      g_assert_cmpint (archive_write_set_options (writer, options), ==, ARCHIVE_OK);
      archive_write_set_passphrase (writer, "secret");
    }
  g_assert_cmpint (archive_write_open_filename (writer, path), ==, ARCHIVE_OK);
  return writer;
}

static void
add_entry (struct archive *writer, const Entry *entry, gsize size)
{
  struct archive_entry *header = archive_entry_new ();

  archive_entry_set_pathname (header, entry->name);
  archive_entry_set_filetype (header, entry->type != 0 ? entry->type : AE_IFREG);
  archive_entry_set_perm (header, 0644);
  archive_entry_set_size (header, (la_int64_t) size);
  if (entry->is_hard)
    archive_entry_set_hardlink (header, entry->target);
  else if (entry->target != NULL)
    archive_entry_set_symlink (header, entry->target);
  g_assert_cmpint (archive_write_header (writer, header), ==, ARCHIVE_OK);
  archive_entry_free (header);
}

static void
add_text (struct archive *writer, const char *name, const char *text)
{
  add_entry (writer, &(Entry){ name }, strlen (text));
  g_assert_cmpint (archive_write_data (writer, text, strlen (text)), ==, strlen (text));
}

static void
add_zeros (struct archive *writer, const char *name, guint megabytes)
{
  g_autofree char *zeros = g_malloc0 (MEGABYTE);

  add_entry (writer, &(Entry){ name }, (gsize) megabytes * MEGABYTE);
  for (guint i = 0; i < megabytes; i++)
    g_assert_cmpint (archive_write_data (writer, zeros, MEGABYTE), ==, MEGABYTE);
}

static void
close_archive (struct archive *writer)
{
  g_assert_cmpint (archive_write_close (writer), ==, ARCHIVE_OK);
  archive_write_free (writer);
}

/* What becomes of them */

static guint
count_private_folders (void)
{
  g_autoptr(GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "caseness-archive-") ? 1 : 0;
  return n;
}

static char *
describe (CasenessImportPlan *plan)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < plan->submissions->len + plan->lists->len; i++)
    {
      gboolean is_list = i >= plan->submissions->len;
      const CasenessImportItem *item
        = is_list ? plan->lists->pdata[i - plan->submissions->len] : plan->submissions->pdata[i];

      g_string_append_printf (words, is_list ? "[%s:%s] " : "[%s] ", item->label, is_list ? item->list->name : "");
      for (guint f = 0; item->findings != NULL && f < item->findings->len; f++)
        g_string_append_printf (words, "+%s ", ((CasenessFinding *) item->findings->pdata[f])->file);
    }
  g_string_truncate (words, words->len - MIN (words->len, 1));
  return g_string_free (words, FALSE);
}

static CasenessImportPlan *
plan_one (DataFixture *fixture, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = data_fixture_path (fixture, name);
  const char *const paths[] = { path, NULL };

  return caseness_import_plan_new (paths, cancellable, error);
}

/* A refusal names the archive, says why, and leaves nothing behind. */
static void
assert_refused (DataFixture *fixture, const char *name, const char *words)
{
  g_autofree char *path = data_fixture_path (fixture, name);
  g_autoptr(GError) error = NULL;

  g_assert_null (plan_one (fixture, name, NULL, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strstr (error->message, "caseness-archive-"));
  g_assert_cmpuint (count_private_folders (), ==, 0);
}

static void
try_case (DataFixture *fixture, guint i, const char *name)
{
  struct archive *writer = open_archive (fixture, name, NULL);
  g_autoptr(CasenessImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  for (guint e = 0; e < G_N_ELEMENTS (cases[i].entries) && cases[i].entries[e].name != NULL; e++)
    add_entry (writer, &cases[i].entries[e], 0);
  close_archive (writer);
  if (cases[i].refused != NULL)
    {
      assert_refused (fixture, name, cases[i].refused);
      return;
    }
  plan = plan_one (fixture, name, NULL, &error);
  g_assert_no_error (error);
  found = describe (plan);
  g_assert_cmpstr (found, ==, cases[i].found);
  g_assert_cmpuint (count_private_folders (), ==, 1);
  g_clear_pointer (&plan, caseness_import_plan_free);
  g_assert_cmpuint (count_private_folders (), ==, 0);
}

static void
test_case (DataFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  if (cases[i].formats & ZIP)
    try_case (fixture, i, "m.ZIP.zip");
  if (cases[i].formats & TAR)
    {
      try_case (fixture, i, "m.tar.gz");
      try_case (fixture, i, "m.tgz");
    }
}

static void
test_encrypted (DataFixture *fixture, gconstpointer data)
{
  struct archive *writer = open_archive (fixture, "m.zip", "zip:encryption=zipcrypt");

  add_text (writer, "IDS000Header.csv", "DatSetVer\n");
  close_archive (writer);
  assert_refused (fixture, "m.zip", "it is encrypted");
}

/* How many bytes this process has asked the system to write. */
static guint64
count_written (void)
{
  g_autofree char *text = NULL;
  const char *counter;

  g_assert_true (g_file_get_contents ("/proc/self/io", &text, NULL, NULL));
  counter = strstr (text, "wchar: ");
  g_assert_nonnull (counter);
  return g_ascii_strtoull (counter + strlen ("wchar: "), NULL, 10);
}

/* Both say what they unpack to; neither is unpacked to find out. */
static void
test_bomb (DataFixture *fixture, gconstpointer data)
{
  const char *name = data;
  struct archive *writer = open_archive (fixture, name, "compression-level=1");
  guint64 before;

  add_text (writer, "IDS000Header.csv", "DatSetVer\n");
  add_zeros (writer, "IDS001MPI.csv", 300);
  close_archive (writer);
  before = count_written ();
  assert_refused (fixture, name, "far larger than a submission");
  g_assert_cmpuint (count_written () - before, <, MEGABYTE);
}

/* A zip whose list of contents says ten bytes where 300 MB come out. */
static void
test_lying_bomb (DataFixture *fixture, gconstpointer data)
{
  struct archive *writer = open_archive (fixture, "m.zip", "compression-level=1");
  g_autofree char *path = data_fixture_path (fixture, "m.zip");
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;
  guint n_lies = 0;

  add_zeros (writer, "IDS001MPI.csv", 300);
  close_archive (writer);
  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i + 30 < size; i++)
    if (memcmp (bytes + i, "PK\1\2", 4) == 0)
      {
        memcpy (bytes + i + 24, "\12\0\0\0", 4);
        n_lies++;
      }
  g_assert_cmpuint (n_lies, ==, 1);
  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  assert_refused (fixture, "m.zip", "IDS001MPI.csv");
}

/* The rest of a file that is not wanted counts too. */
static void
test_bomb_beside (DataFixture *fixture, gconstpointer data)
{
  struct archive *writer = open_archive (fixture, "m.tgz", "compression-level=1");

  add_text (writer, "IDS000Header.csv", "DatSetVer\n");
  add_zeros (writer, "a.bin", 200);
  add_zeros (writer, "b.bin", 200);
  close_archive (writer);
  assert_refused (fixture, "m.tgz", "b.bin: unpacked, this is far larger");
}

static void
test_many_entries (DataFixture *fixture, gconstpointer data)
{
  struct archive *writer = open_archive (fixture, "m.zip", NULL);

  for (guint i = 0; i <= 50000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);

      add_entry (writer, &(Entry){ name }, 0);
    }
  close_archive (writer);
  assert_refused (fixture, "m.zip", "more files in it than");
}

/* Cut at every eighth of its length. */
static void
test_cut_short (DataFixture *fixture, gconstpointer data)
{
  const char *name = data;
  struct archive *writer = open_archive (fixture, name, NULL);
  g_autofree char *path = data_fixture_path (fixture, name);
  g_autoptr(GString) text = g_string_new (NULL);
  struct stat about;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u,", i * 7919 % 10007);
  add_text (writer, "IDS000Header.csv", text->str);
  close_archive (writer);
  g_assert_cmpint (stat (path, &about), ==, 0);
  for (off_t eighths = 7; eighths >= 0; eighths--)
    {
      g_assert_cmpint (truncate (path, about.st_size * eighths / 8), ==, 0);
      assert_refused (fixture, name, "");
    }
}

static void
test_long_name (DataFixture *fixture, gconstpointer data)
{
  struct archive *writer = open_archive (fixture, "m.tgz", NULL);
  g_autofree char *stem = g_strnfill (300, 'a');
  g_autofree char *name = g_strconcat (stem, ".csv", NULL);

  add_text (writer, name, "x");
  close_archive (writer);
  assert_refused (fixture, "m.tgz", "the name is too long");
}

static void
test_cancelled (DataFixture *fixture, gconstpointer data)
{
  struct archive *writer = open_archive (fixture, "m.zip", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  add_text (writer, "IDS000Header.csv", "DatSetVer\n");
  close_archive (writer);
  g_cancellable_cancel (cancellable);
  g_assert_null (plan_one (fixture, "m.zip", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_private_folders (), ==, 0);
}

/* Nobody else may look while it is unpacked. */
static void
test_private (DataFixture *fixture, gconstpointer data)
{
  struct archive *writer = open_archive (fixture, "m.zip", NULL);
  g_autofree char *path = data_fixture_path (fixture, "m.zip");
  g_autofree char *file = NULL;
  g_autoptr(CasenessArchive) archive = NULL;
  g_autoptr(GError) error = NULL;
  struct stat about;

  add_text (writer, "IDS000Header.csv", "DatSetVer\n");
  close_archive (writer);
  archive = caseness_archive_unpack (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stat (archive->folder.folder, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0700);
  file = g_build_filename (archive->root, "IDS000Header.csv", NULL);
  g_assert_cmpint (stat (file, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

/* What a killed process left goes with the next archive; what a living one works on stays. */
static void
test_leftovers (DataFixture *fixture, gconstpointer data)
{
  struct archive *writer = open_archive (fixture, "m.zip", NULL);
  g_autofree char *dead = g_build_filename (g_get_tmp_dir (), "caseness-archive-dead00", NULL);
  g_autofree char *live = g_build_filename (g_get_tmp_dir (), "caseness-archive-live00", NULL);
  g_autofree char *claim_dead = g_build_filename (dead, "claim", NULL);
  g_autofree char *claim_live = g_build_filename (live, "claim", NULL);
  int file;

  add_text (writer, "IDS000Header.csv", "DatSetVer\n");
  close_archive (writer);
  g_assert_cmpint (g_mkdir (dead, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (live, 0700), ==, 0);
  g_file_set_contents (claim_dead, "", 0, NULL);
  file = g_open (claim_live, O_RDWR | O_CREAT, 0600);
  g_assert_true (caseness_claim_take (file));
  caseness_import_plan_free (plan_one (fixture, "m.zip", NULL, NULL));
  g_assert_false (g_file_test (dead, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (live, G_FILE_TEST_EXISTS));
  close (file);
  caseness_import_plan_free (plan_one (fixture, "m.zip", NULL, NULL));
  g_assert_false (g_file_test (live, G_FILE_TEST_EXISTS));
}

static void
add_folder (DataFixture *fixture, struct archive *writer, const char *folder)
{
  g_autofree char *path = data_fixture_path (fixture, folder);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *file;

  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = g_build_filename (folder, file, NULL);
      g_autofree char *from = data_fixture_path (fixture, name);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
      add_text (writer, name, text);
    }
}

/* The receipt knows files by their place in the archive, and the same files from a folder are held already. */
static void
test_import (DataFixture *fixture, gconstpointer data)
{
  const char *name = data;
  struct archive *writer = open_archive (fixture, name, NULL);
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessReceipt) again = NULL;
  g_autoptr(GError) error = NULL;

  data_fixture_write_month (fixture, &(FixtureMonth){ .folder = "s/2025-01" });
  add_folder (fixture, writer, "s/2025-01");
  add_text (writer, "s/old.zip", "PK");
  close_archive (writer);
  receipt = data_fixture_import (fixture, &error, name, name, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (receipt->lines->len, ==, 4);
  g_assert_cmpstr (((CasenessReceiptLine *) receipt->lines->pdata[3])->file, ==, "s/2025-01/IDS101Referral.csv");
  g_assert_cmpuint (receipt->findings->len, ==, 1);
  data_fixture_assert_ask (fixture, "SELECT rule, file, line FROM finding", "CASENESS-ARCHIVE-NESTED|s/old.zip|0");
  data_fixture_assert_ask (fixture, "SELECT count (*) FROM IDS101Referral", "2");
  g_assert_cmpuint (count_private_folders (), ==, 0);
  again = data_fixture_import (fixture, &error, "s", NULL);
  g_assert_no_error (error);
  g_assert_true (again->was_held);
}

/* Published figures come as archives too; a month read to be looked at comes out of one like out of its folder. */
static void
test_published (DataFixture *fixture, gconstpointer data)
{
  static const char *const figures
    = "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"
      "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED\n"
      "01/01/2025,31/01/2025,Provider,all,all,XA1,Demo,M001,Count_ReferralsReceived,10\n";
  struct archive *published = open_archive (fixture, "published.zip", NULL);
  struct archive *month = open_archive (fixture, "month.zip", NULL);
  g_autoptr(CasenessImportPlan) plan = NULL;
  g_autoptr(CasenessImportPlan) plan_of_month = NULL;
  g_autoptr(CasenessSubmission) read = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;

  add_text (published, "jan/jan_2025_final.csv", figures);
  add_text (published, "jan/other.csv", "A,B\n1,2\n");
  close_archive (published);
  data_fixture_write_month (fixture, &(FixtureMonth){ .folder = "2025-01" });
  add_folder (fixture, month, "2025-01");
  close_archive (month);
  plan = plan_one (fixture, "published.zip", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->publications->len, ==, 1);
  g_assert_true (g_str_has_suffix (((CasenessImportItem *) plan->publications->pdata[0])->shown,
                                   "published.zip/jan/jan_2025_final.csv"));
  g_assert_true (caseness_import_plan_is_published (plan));
  g_assert_null (caseness_import_plan_read_submission (plan, "published.zip", NULL, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  g_clear_error (&error);
  plan_of_month = plan_one (fixture, "month.zip", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (caseness_import_plan_is_published (plan_of_month));
  read = caseness_import_plan_read_submission (plan_of_month, "month.zip", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->provider, ==, "XA1");
  receipt = data_fixture_import (fixture, &error, "month.zip", "published.zip", NULL);
  g_assert_no_error (error);
  data_fixture_assert_ask (fixture, "SELECT file FROM publication", "jan_2025_final.csv");
}

int
main (int argc, char *argv[])
{
  g_autofree char *own = g_strdup ("/tmp/caseness-archives-XXXXXX");
  int result;

  /* A folder of our own for temporary files, so that only ours are counted. */
  if (g_getenv ("TMPDIR") == NULL && g_mkdtemp (own) != NULL)
    g_setenv ("TMPDIR", own, TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/archive/", cases[i].name, NULL);

      DATA_FIXTURE_ADD (path, test_case, GUINT_TO_POINTER (i));
    }
  DATA_FIXTURE_ADD ("/data/archive/encrypted", test_encrypted, NULL);
  DATA_FIXTURE_ADD ("/data/archive/bomb/zip", test_bomb, "m.zip");
  DATA_FIXTURE_ADD ("/data/archive/bomb/tar", test_bomb, "m.tar.gz");
  DATA_FIXTURE_ADD ("/data/archive/bomb/lying", test_lying_bomb, NULL);
  DATA_FIXTURE_ADD ("/data/archive/bomb/beside", test_bomb_beside, NULL);
  DATA_FIXTURE_ADD ("/data/archive/many-entries", test_many_entries, NULL);
  DATA_FIXTURE_ADD ("/data/archive/cut-short/zip", test_cut_short, "m.zip");
  DATA_FIXTURE_ADD ("/data/archive/cut-short/tar", test_cut_short, "m.tgz");
  DATA_FIXTURE_ADD ("/data/archive/long-name", test_long_name, NULL);
  DATA_FIXTURE_ADD ("/data/archive/cancelled", test_cancelled, NULL);
  DATA_FIXTURE_ADD ("/data/archive/private", test_private, NULL);
  DATA_FIXTURE_ADD ("/data/archive/leftovers", test_leftovers, NULL);
  DATA_FIXTURE_ADD ("/data/archive/published", test_published, NULL);
  DATA_FIXTURE_ADD ("/data/archive/import/zip", test_import, "june.zip");
  DATA_FIXTURE_ADD ("/data/archive/import/tar", test_import, "june.tar.gz");
  result = g_test_run ();
  g_rmdir (own);
  return result;
}
