/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-csv-writer.h"

#include <math.h>

static const struct
{
  const char *text;
  const char *plain;
  const char *neutralised;
} text_cases[] = {
  { "CBT", "CBT", "CBT" },
  { NULL, "", "" },
  { "North, South", "\"North, South\"", "\"North, South\"" },
  { "say \"no\"", "\"say \"\"no\"\"\"", "\"say \"\"no\"\"\"" },
  { "two\nlines", "\"two\nlines\"", "\"two\nlines\"" },
  { " padded", "\" padded\"", "\" padded\"" },
  { "=1+1", "=1+1", "'=1+1" },
  { "-3", "-3", "'-3" },
  { "@SUM(A1),2", "\"@SUM(A1),2\"", "\"'@SUM(A1),2\"" },
};

static void
test_text (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autoptr(CasenessCsvWriter) plain = caseness_csv_writer_new (FALSE);
      g_autoptr(CasenessCsvWriter) neutral = caseness_csv_writer_new (TRUE);

      caseness_csv_writer_text (plain, text_cases[i].text);
      caseness_csv_writer_text (neutral, text_cases[i].text);
      g_assert_cmpstr (caseness_csv_writer_peek (plain, NULL), ==, text_cases[i].plain);
      g_assert_cmpstr (caseness_csv_writer_peek (neutral, NULL), ==, text_cases[i].neutralised);
    }
}

/* Digits are a number only where they are plain decimals; what is none is a text, and guarded like one. */
static const struct
{
  const char *digits;
  const char *written;
  CasenessCsvKind kind;
  double number;
} digits_cases[] = {
  { "50.0", "50.0", CASENESS_CSV_NUMBER, 50 },
  { "-3", "-3", CASENESS_CSV_NUMBER, -3 },
  { "*", "*", CASENESS_CSV_TEXT, NAN },
  { "-", "'-", CASENESS_CSV_GUARDED, NAN },
  { "-1+1", "'-1+1", CASENESS_CSV_GUARDED, NAN },
  { "5.", "5.", CASENESS_CSV_TEXT, NAN },
  { ".5", ".5", CASENESS_CSV_TEXT, NAN },
  { "1e5", "1e5", CASENESS_CSV_TEXT, NAN },
};

static gboolean
keep_cell (const CasenessCsvCell *cell, gpointer kept)
{
  *(CasenessCsvCell *) kept = *cell;
  return FALSE;
}

static void
test_digits (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (digits_cases); i++)
    {
      g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
      CasenessCsvCell cell = { 0 };

      caseness_csv_writer_digits (writer, digits_cases[i].digits);
      g_assert_cmpstr (caseness_csv_writer_peek (writer, NULL), ==, digits_cases[i].written);
      caseness_csv_writer_visit (writer, keep_cell, &cell);
      g_assert_cmpint (cell.kind, ==, digits_cases[i].kind);
      g_assert_true (cell.number == digits_cases[i].number || isnan (digits_cases[i].number));
    }
}

static gboolean
describe_cell (const CasenessCsvCell *cell, gpointer text)
{
  g_string_append_printf (text, "%u/%u %d %s|", cell->row, cell->column, cell->kind, cell->text);
  return TRUE;
}

/* Cells come back as they were given: no quotes, no apostrophe, line ends and all; empty ones are passed over. */
static void
test_visit (void)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autoptr(CasenessCsvWriter) stolen = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  const char *const head[] = { "a", "b,c", NULL };

  caseness_csv_writer_row (writer, head);
  caseness_csv_writer_text (writer, "=1+\"x\"\n2");
  caseness_csv_writer_text (writer, NULL);
  caseness_csv_writer_date (writer, caseness_date_new (2025, 6, 30));
  caseness_csv_writer_end_row (writer);
  caseness_csv_writer_text (writer, "");
  caseness_csv_writer_int (writer, 7);
  stolen = caseness_csv_writer_steal (writer);
  g_assert_cmpstr (caseness_csv_writer_peek (writer, NULL), ==, "");
  caseness_csv_writer_visit (stolen, describe_cell, text);
  g_assert_cmpstr (text->str, ==, "0/0 1 a|0/1 1 b,c|1/0 2 =1+\"x\"\n2|1/2 4 2025-06-30|2/1 3 7|");
}

static void
test_row (void)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  const char *const head[] = { "a", "b", NULL };

  caseness_csv_writer_row (writer, head);
  caseness_csv_writer_int (writer, -3);
  caseness_csv_writer_number (writer, 0.512345, 6);
  caseness_csv_writer_number (writer, 50.0, 6);
  caseness_csv_writer_number (writer, -0.0000001, 6);
  caseness_csv_writer_number (writer, NAN, 6);
  caseness_csv_writer_date (writer, caseness_date_new (2025, 6, 30));
  caseness_csv_writer_date (writer, CASENESS_DATE_NONE);
  caseness_csv_writer_bool (writer, TRUE);
  caseness_csv_writer_end_row (writer);
  g_assert_cmpstr (caseness_csv_writer_peek (writer, NULL), ==,
                   "a,b\n-3,0.512345,50,0,,2025-06-30,,True\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/csv-writer/text", test_text);
  g_test_add_func ("/base/csv-writer/row", test_row);
  g_test_add_func ("/base/csv-writer/digits", test_digits);
  g_test_add_func ("/base/csv-writer/visit", test_visit);
  return g_test_run ();
}
