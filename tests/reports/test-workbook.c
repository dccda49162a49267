/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-workbook.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define NOW 1751300000

static CasenessCsvWriter *
make_table (void)
{
  CasenessCsvWriter *table = caseness_csv_writer_new (TRUE);
  const char *const head[] = { "orchard", "ripe", "day", "id", NULL };

  caseness_csv_writer_row (table, head);
  caseness_csv_writer_text (table, "=HYPERLINK(\"http://x\",\"y\")");
  caseness_csv_writer_digits (table, "61.4");
  caseness_csv_writer_date (table, caseness_date_new (2025, 6, 30));
  caseness_csv_writer_text (table, "0012");
  caseness_csv_writer_end_row (table);
  caseness_csv_writer_text (table, "http://example.org/");
  caseness_csv_writer_int (table, -3);
  caseness_csv_writer_date (table, CASENESS_DATE_NONE);
  caseness_csv_writer_text (table, "+44");
  caseness_csv_writer_end_row (table);
  return table;
}

#ifdef HAVE_XLSXWRITER

/* A file of the archive, as text. */
static char *
unzip (GBytes *bytes, const char *name)
{
  struct archive *zip = archive_read_new ();
  struct archive_entry *entry;
  char *text = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  archive_read_support_format_zip (zip);
  g_assert_cmpint (archive_read_open_memory (zip, data, length), ==, ARCHIVE_OK);
  while (text == NULL && archive_read_next_header (zip, &entry) == ARCHIVE_OK)
    if (g_str_equal (archive_entry_pathname (entry), name))
      {
        gint64 size = archive_entry_size (entry);

        text = g_malloc0 ((gsize) size + 1);
        g_assert_cmpint (archive_read_data (zip, text, (gsize) size), ==, size);
      }
  archive_read_free (zip);
  g_assert_nonnull (text);
  return text;
}

/* Numbers and days are such; what looks like a formula, a link or a number is the text it is. */
static void
test_cells (void)
{
  g_autoptr(CasenessCsvWriter) table = make_table ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = caseness_workbook_render (table, "Orchards: [2025]", NOW, &error);
  g_autofree char *sheet = NULL;
  g_autofree char *strings = NULL;
  g_autofree char *book = NULL;

  g_assert_no_error (error);
  sheet = unzip (bytes, "xl/worksheets/sheet1.xml");
  strings = unzip (bytes, "xl/sharedStrings.xml");
  book = unzip (bytes, "xl/workbook.xml");
  g_assert_nonnull (strstr (sheet, "<c r=\"B2\"><v>61.4</v></c>"));
  g_assert_nonnull (strstr (sheet, "<c r=\"B3\"><v>-3</v></c>"));
  g_assert_nonnull (strstr (sheet, "<v>45838</v>")); /* 30 June 2025 */
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_null (strstr (sheet, "hyperlink"));
  g_assert_nonnull (strstr (strings, "<t>=HYPERLINK(\"http://x\",\"y\")</t>"));
  g_assert_nonnull (strstr (strings, "<t>0012</t>"));
  g_assert_nonnull (strstr (strings, "<t>+44</t>"));
  g_assert_null (strstr (strings, "<t>'"));
  g_assert_nonnull (strstr (book, "name=\"Orchards   2025\""));
}

/* The same table at the same time, the same bytes. */
static void
test_same_bytes (void)
{
  g_autoptr(CasenessCsvWriter) table = make_table ();
  g_autoptr(GBytes) first = caseness_workbook_render (table, NULL, NOW, NULL);
  g_autoptr(GBytes) second = caseness_workbook_render (table, NULL, NOW, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

/* Sheets end at a row that tables may pass; that is said, not cut. */
static void
test_too_long (void)
{
  g_autoptr(CasenessCsvWriter) table = caseness_csv_writer_new (TRUE);
  g_autofree char *longest = g_strnfill (32768, 'x'); /* one more than a cell holds */
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  caseness_csv_writer_text (table, longest);
  caseness_csv_writer_end_row (table);
  bytes = caseness_workbook_render (table, NULL, NOW, &error);
  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "Save it as CSV instead"));
}

#else

/* A build without the library says so. */
static void
test_without (void)
{
  g_autoptr(CasenessCsvWriter) table = make_table ();
  g_autoptr(GError) error = NULL;

  g_assert_false (caseness_workbook_is_available ());
  g_assert_null (caseness_workbook_render (table, NULL, NOW, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

#endif

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#ifdef HAVE_XLSXWRITER
  g_test_add_func ("/reports/workbook/cells", test_cells);
  g_test_add_func ("/reports/workbook/same-bytes", test_same_bytes);
  g_test_add_func ("/reports/workbook/too-long", test_too_long);
#else
  g_test_add_func ("/reports/workbook/without", test_without);
#endif
  return g_test_run ();
}
