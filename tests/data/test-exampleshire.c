/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-csv-writer.h"
#include "data-fixture.h"

#include <string.h>

/* The worked service, all of it in one command, as its expected findings were made. */
static CasenessReceipt *
import_all (DataFixture *fixture)
{
  const char *shared = g_getenv ("CASENESS_SHARED_DIR");
  g_autofree char *path = NULL;
  const char *paths[] = { NULL, NULL };
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  CasenessImportOptions options = { .now = now };
  g_autoptr(GError) error = NULL;
  CasenessReceipt *receipt;

  g_assert_nonnull (shared);
  path = g_build_filename (shared, "data", "exampleshire", NULL);
  paths[0] = path;
  receipt = caseness_import_file (fixture->store_path, paths, &options, NULL, &error);
  g_assert_no_error (error);
  return receipt;
}

/* The rows of findings.csv but for the last column, whose wording is ours. */
static char **
read_expected (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CASENESS_SHARED_DIR"), "data", "exampleshire-expected",
                                            "findings.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  char **lines;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    *strrchr (lines[i], ',') = '\0';
  return lines;
}

static char *
write_finding (const CasenessFinding *finding)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

  caseness_csv_writer_text (writer, finding->rule);
  caseness_csv_writer_text (writer, caseness_finding_level_get_word (finding->level));
  caseness_csv_writer_text (writer, finding->table);
  caseness_csv_writer_text (writer, finding->file);
  caseness_csv_writer_int (writer, finding->line);
  caseness_csv_writer_text (writer, finding->field);
  caseness_csv_writer_text (writer, finding->value);
  return g_strdup (caseness_csv_writer_peek (writer, NULL));
}

static void
test_findings (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReceipt) receipt = import_all (fixture);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_store_open (fixture->store_path, CASENESS_STORE_READ, &error);
  g_autoptr(GPtrArray) findings = caseness_import_list_findings (store, &error);
  g_auto(GStrv) expected = read_expected ();

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len && expected[i + 1] != NULL; i++)
    {
      g_autofree char *row = write_finding (findings->pdata[i]);

      g_assert_cmpstr (row, ==, expected[i + 1]);
    }
  g_assert_cmpuint (findings->len, ==, g_strv_length (expected) - 1);
}

/* Every line below a header is read, and each row that is kept is in the store. */
static void
test_receipt (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReceipt) receipt = import_all (fixture);
  g_autoptr(CasenessReceipt) again = NULL;
  guint kept = 0;

  for (guint i = 0; i < receipt->lines->len; i++)
    {
      const CasenessReceiptLine *line = receipt->lines->pdata[i];

      g_assert_cmpuint (line->read, ==, line->kept + line->rejected);
      if (strcmp (line->table, "IDS607CodedScoreAssessmentAct") == 0)
        kept += line->kept;
    }
  g_assert_cmpuint (receipt->lines->len, ==, 8 * 21 + 6);
  data_fixture_assert_ask (fixture, "SELECT count (*) FROM active_submission", "6");
  data_fixture_assert_ask (fixture, "SELECT count (*) FROM active_list", "6");
  g_assert_cmpuint (kept, >, 1000);
  {
    g_autofree char *count = g_strdup_printf ("%u", kept);

    data_fixture_assert_ask (fixture, "SELECT count (*) FROM IDS607CodedScoreAssessmentAct", count);
  }

  again = import_all (fixture);
  g_assert_true (again->was_held);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  DATA_FIXTURE_ADD ("/data/exampleshire/findings", test_findings, NULL);
  DATA_FIXTURE_ADD ("/data/exampleshire/receipt", test_receipt, NULL);
  return g_test_run ();
}
