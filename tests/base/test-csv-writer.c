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
  return g_test_run ();
}
