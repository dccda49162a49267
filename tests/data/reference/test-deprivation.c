/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-data-error.h"
#include "caseness-deprivation.h"
#include "caseness-import-lookup.h"
#include "import-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* A lookup of deprivation by postcode: read, used while importing, and not kept. */

#define LOOKUP "lookup.csv"

typedef struct
{
  const char *name;
  const char *text;
  gboolean is_lookup;
  const char *refused; /* words of the refusal, NULL when it is taken */
  guint read;
  guint left_out;
  guint first_left_out;
  guint decile; /* of BD7 3DS */
} Case;

static const Case cases[] = {
  { "plain", "Postcode,IMDDecile\nBD7 3DS,3\nHX9 7AS,10\n", TRUE, NULL, 2, 0, 0, 3 },
  { "as-published",
    "Postcode,Postcode Status,LSOA code,LSOA Name,Index of Multiple Deprivation Rank,"
    "Index of Multiple Deprivation Decile\nBD7 3DS,Live,E01010732,Bradford 054D,1021,1\n",
    TRUE, NULL, 1, 0, 0, 1 },
  { "any-order-case-and-space", "imd_decile;PCDS\n4;bd73ds\n", TRUE, NULL, 1, 0, 0, 4 },
  { "bom-tabs-and-quotes", "\xEF\xBB\xBF\"Postcode\"\t\"Decile\"\r\n\"BD7  3DS\"\t\"05\"\r\n", TRUE, NULL, 1, 0, 0, 5 },
  { "same-twice", "Postcode,Decile\nBD7 3DS,3\nBD73DS,3\n", TRUE, NULL, 2, 0, 0, 3 },
  { "contradicting", "Postcode,Decile\nBD7 3DS,3\nHX9 7AS,1\nBD73DS,4\n", TRUE, NULL, 3, 1, 0, 0 },
  { "some-unreadable", "Postcode,Decile\nBD7 3DS,3\nHX9 7AS,11\n,4\nAB1 2CD,0\nAB1 2CE,x\nAB1 2CF\nAB1 2CG,2.5\n", TRUE,
    NULL, 7, 6, 3, 3 },
  { "whole-numbers-with-a-point", "Postcode,Decile\nBD7 3DS,3.0\n", TRUE, NULL, 1, 0, 0, 3 },
  { "strange-postcodes", "Postcode,Decile\nBD7-3DS,1\nBD7 3DS 999,1\n\xC3\xA9,1\nHX9 7AS,1\n", TRUE, NULL, 4, 3, 2, 0 },
  { "no-decile-column", "Postcode,Rank\nBD7 3DS,3\n", FALSE, "line 1", 0, 0, 0, 0 },
  { "no-postcode-column", "LSOA,Decile\nE01010732,3\n", FALSE, "line 1", 0, 0, 0, 0 },
  { "of-people", "NHS Number,Postcode,IMDDecile\n9990010005,BD7 3DS,3\n", FALSE, "line 1", 0, 0, 0, 0 },
  { "no-rows", "Postcode,Decile\n", TRUE, "line 1: no row", 0, 0, 0, 0 },
  { "nothing-usable", "Postcode,Decile\n\nBD7 3DS,\n", TRUE, "line 3: no row", 0, 0, 0, 0 },
  { "all-contradicting", "Postcode,Decile\nBD7 3DS,3\nBD73DS,4\n", TRUE, "line 1: no row", 0, 0, 0, 0 },
  { "headings-below", "\n\nPostcode,Rank\nBD7 3DS,3\n", FALSE, "line 3", 0, 0, 0, 0 },
  { "empty", "", FALSE, "line 1", 0, 0, 0, 0 },
  { "open-quote", "Postcode,Decile\n\"BD7 3DS,3\n", TRUE, "never closed", 0, 0, 0, 0 },
};

static void
test_read (DataFixture *fixture, gconstpointer data)
{
  const Case *c = data;
  g_autofree char *path = data_fixture_path (fixture, LOOKUP);
  g_autoptr(CasenessDeprivation) lookup = NULL;
  g_autoptr(GError) error = NULL;
  guint first;

  data_fixture_write (fixture, LOOKUP, c->text);
  g_assert_cmpint (caseness_deprivation_is_lookup (path), ==, c->is_lookup);
  lookup = caseness_deprivation_read (path, &error);
  if (c->refused != NULL)
    {
      g_assert_null (lookup);
      g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, LOOKUP));
      g_assert_nonnull (strstr (error->message, c->refused));
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (caseness_deprivation_get_read (lookup), ==, c->read);
  g_assert_cmpuint (caseness_deprivation_get_left_out (lookup, &first), ==, c->left_out);
  g_assert_cmpuint (first, ==, c->first_left_out);
  g_assert_cmpuint (caseness_deprivation_find (lookup, "BD7 3DS"), ==, c->decile);
  g_assert_cmpuint (caseness_deprivation_find (lookup, "ZZ99 3VZ"), ==, 0);
  g_assert_cmpuint (caseness_deprivation_find (lookup, NULL), ==, 0);
}

/* Postcodes in no order. */

#define MANY 200000

static char *
make_postcode (guint n)
{
  return g_strdup_printf ("%c%c%u %uXY", 'A' + (int) (n % 26), 'A' + (int) (n / 26 % 26), n / 676 % 100, n / 67600);
}

static void
test_many (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *path = data_fixture_path (fixture, LOOKUP);
  g_autoptr(GString) text = g_string_new ("Postcode,Decile\n");
  g_autoptr(CasenessDeprivation) lookup = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < MANY; i++)
    {
      guint n = (guint) ((guint64) i * 7919 % MANY);
      g_autofree char *postcode = make_postcode (n);

      g_string_append_printf (text, "%s,%u\n", postcode, n % 10 + 1);
    }
  data_fixture_write (fixture, LOOKUP, text->str);
  lookup = caseness_deprivation_read (path, &error);
  g_assert_no_error (error);
  for (guint n = 0; n < MANY; n += 97)
    {
      g_autofree char *postcode = make_postcode (n);

      g_assert_cmpuint (caseness_deprivation_find (lookup, postcode), ==, n % 10 + 1);
    }
}

/* End to end */

#define DECILES "SELECT ServiceRequestId, IMDDecile FROM IDS101Referral ORDER BY line"

static void
test_import (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = data_fixture_path (&fixture->service, LOOKUP);
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessReceipt) again = NULL;
  g_autoptr(GError) error = NULL;

  data_fixture_write (&fixture->service, LOOKUP, "Postcode,Decile\nBD7 3DS,3\nAB1 2CD,99\n");
  receipt = import_fixture_import (fixture, path, &error);
  g_assert_no_error (error);
  g_assert_true (import_fixture_has_note (receipt, "found for 1 of 2 rows"));
  g_assert_true (import_fixture_has_note (receipt, "1 of 2 rows of referrals"));
  g_assert_true (import_fixture_has_note (receipt, "1 row was left out"));
  data_fixture_assert_ask (&fixture->service, DECILES, "R1|3\nR2|-");
  data_fixture_assert_ask (&fixture->service, "SELECT count (Postcode) FROM IDS001MPI", "0");
  data_fixture_assert_ask (&fixture->service,
                           "SELECT file, rows_read, rows_kept, rows_rejected, length (sha256) FROM import_file "
                           "WHERE table_name = 'Deprivation'",
                           LOOKUP "|2|1|1|64");
  again = import_fixture_import (fixture, path, &error);
  g_assert_no_error (error);
  g_assert_true (again->was_held);
  g_assert_true (import_fixture_has_note (again, "not added to what is held"));
}

static void
test_refusals (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = data_fixture_path (&fixture->service, LOOKUP);
  g_autofree char *second = data_fixture_path (&fixture->service, "second.csv");
  static const struct
  {
    const char *text;
    gboolean is_alone;
    gboolean is_twice;
    const char *words;
  } refusals[] = {
    { "Postcode,Decile\nBD7 3DS,3\n", TRUE, FALSE, "together with" },
    { "Postcode,Decile\nBD7 3DS,3\n", FALSE, TRUE, "second lookup" },
    { "Postcode,Decile\nBD7 3DS,11\n", FALSE, FALSE, "line 2: no row" },
    { "Postcode,Decile\n\"BD7 3DS,1\n", FALSE, FALSE, "never closed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr(GError) error = NULL;
      const char *other = refusals[i].is_twice ? second : refusals[i].is_alone ? NULL : fixture->month.folder;
      const char *const paths[] = { path, other, NULL };

      data_fixture_write (&fixture->service, LOOKUP, refusals[i].text);
      data_fixture_write (&fixture->service, "second.csv", refusals[i].text);
      g_assert_null (import_fixture_import_paths (fixture, paths, FALSE, &error));
      g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, refusals[i].words));
      g_assert_false (g_file_test (fixture->service.store_path, G_FILE_TEST_EXISTS));
    }
}

static void
test_dry_run (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = data_fixture_path (&fixture->service, LOOKUP);
  const char *const paths[] = { path, fixture->month.folder, NULL };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;

  data_fixture_write (&fixture->service, LOOKUP, "Postcode,Decile\nBD7 3DS,3\n");
  receipt = import_fixture_import_paths (fixture, paths, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((CasenessReceiptLine *) g_ptr_array_index (receipt->lines, receipt->lines->len - 1))->file, ==,
                   LOOKUP);
  g_assert_true (import_fixture_has_note (receipt, "found for 1 of 2 rows"));
  g_assert_true (import_fixture_has_note (receipt, "1 of 2 rows of referrals"));
  g_assert_false (g_file_test (fixture->service.store_path, G_FILE_TEST_EXISTS));
}

/* From month to month */

static CasenessReceipt *
import_month (ImportFixture *fixture, const char *other, gboolean is_dry_run, gboolean forgets_lookup)
{
  const char *const paths[] = { fixture->month.folder, other, NULL };
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  g_autoptr(GError) error = NULL;
  const CasenessImportOptions options = { .now = now, .is_dry_run = is_dry_run, .forgets_lookup = forgets_lookup };
  CasenessReceipt *receipt = caseness_import_file (fixture->service.store_path, paths, &options, NULL, &error);

  g_assert_no_error (error);
  return receipt;
}

/* Sends the month again, an hour later each time. */
static CasenessReceipt *
import_later (ImportFixture *fixture, gboolean is_dry_run, gboolean forgets_lookup)
{
  static guint hour = 9;
  g_autofree char *before = g_strdup_printf (" %02u:00:00", hour);
  g_autofree char *after = g_strdup_printf (" %02u:00:00", hour + 1);

  hour++;
  month_fixture_edit (&fixture->month, "IDS000Header.csv", before, after);
  return import_month (fixture, NULL, is_dry_run, forgets_lookup);
}

static void
test_remembered (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = data_fixture_path (&fixture->service, LOOKUP);
  g_autofree char *known = NULL;
  g_autoptr(CasenessReceipt) named = NULL;
  g_autoptr(CasenessReceipt) again = NULL;
  g_autoptr(CasenessReceipt) tried = NULL;
  g_autoptr(CasenessReceipt) gone = NULL;
  g_autoptr(CasenessReceipt) broken = NULL;
  g_autoptr(CasenessReceipt) forgotten = NULL;
  g_autoptr(CasenessReceipt) after = NULL;

  data_fixture_write (&fixture->service, LOOKUP, "Postcode,Decile\nBD7 3DS,3\n");
  named = import_month (fixture, path, FALSE, FALSE);
  g_assert_false (import_fixture_has_note (named, "used again"));
  known = caseness_import_lookup_dup_remembered (fixture->service.store_path);
  g_assert_cmpstr (known, ==, path);

  again = import_later (fixture, FALSE, FALSE);
  g_assert_true (import_fixture_has_note (again, "used again"));
  g_assert_true (import_fixture_has_note (again, path));
  data_fixture_assert_ask (&fixture->service, DECILES, "R1|3\nR1|3\nR2|-\nR2|-");

  g_assert_cmpint (g_remove (path), ==, 0);
  tried = import_later (fixture, TRUE, FALSE);
  g_assert_true (import_fixture_has_note (tried, "no longer there"));
  gone = import_month (fixture, NULL, FALSE, FALSE);
  g_assert_true (import_fixture_has_note (gone, "no longer there"));
  g_assert_true (import_fixture_has_note (gone, path));

  data_fixture_write (&fixture->service, LOOKUP, "Postcode,Decile\nBD7 3DS,99\n");
  broken = import_later (fixture, FALSE, FALSE);
  g_assert_true (import_fixture_has_note (broken, LOOKUP ", line 2"));

  forgotten = import_later (fixture, FALSE, TRUE);
  g_assert_false (import_fixture_has_note (forgotten, LOOKUP));
  g_assert_null (caseness_import_lookup_dup_remembered (fixture->service.store_path));
  after = import_later (fixture, FALSE, FALSE);
  g_assert_false (import_fixture_has_note (after, LOOKUP));
}

/* A list has no postcodes, and the same month again changes nothing: neither speaks of the lookup. */
static void
test_remembered_in_silence (ImportFixture *fixture, gconstpointer data)
{
  g_autofree char *path = data_fixture_path (&fixture->service, LOOKUP);
  g_autofree char *staff = data_fixture_path (&fixture->service, "LOCStaff.csv");
  const char *const paths[] = { staff, NULL };
  g_autoptr(CasenessReceipt) named = NULL;
  g_autoptr(CasenessReceipt) held = NULL;
  g_autoptr(CasenessReceipt) list = NULL;
  g_autoptr(GError) error = NULL;

  data_fixture_write (&fixture->service, LOOKUP, "Postcode,Decile\nBD7 3DS,3\n");
  data_fixture_write (&fixture->service, "LOCStaff.csv", "CarePersLocalId,StaffName\nS1,Ann\n");
  named = import_month (fixture, path, FALSE, FALSE);
  held = import_month (fixture, NULL, FALSE, FALSE);
  g_assert_true (held->was_held);
  g_assert_cmpuint (held->notes->len, ==, 1);
  list = import_fixture_import_paths (fixture, paths, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (import_fixture_has_note (list, LOOKUP));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/deprivation/read/", cases[i].name, NULL);

      DATA_FIXTURE_ADD (path, test_read, &cases[i]);
    }
  DATA_FIXTURE_ADD ("/data/deprivation/many", test_many, NULL);
  IMPORT_FIXTURE_ADD ("/data/deprivation/import", test_import, NULL);
  IMPORT_FIXTURE_ADD ("/data/deprivation/refusals", test_refusals, NULL);
  IMPORT_FIXTURE_ADD ("/data/deprivation/dry-run", test_dry_run, NULL);
  IMPORT_FIXTURE_ADD ("/data/deprivation/remembered", test_remembered, NULL);
  IMPORT_FIXTURE_ADD ("/data/deprivation/remembered-in-silence", test_remembered_in_silence, NULL);
  return g_test_run ();
}
