/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-csv-reader.h"

#include "caseness-data-error.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *rows;  /* "line:cell|cell;" for each, a blank cell as _ */
  const char *error; /* part of the message, NULL when all is well */
} Case;

static const Case cases[] = {
  { "empty", "", "", NULL },
  { "one-row", "a,b\n", "1:a|b;", NULL },
  { "no-last-line-end", "a,b\nc,d", "1:a|b;2:c|d;", NULL },
  { "crlf", "a,b\r\nc,d\r\n", "1:a|b;2:c|d;", NULL },
  { "cr", "a,b\rc,d\r", "1:a|b;2:c|d;", NULL },
  { "blank-lines", "\n\na,b\n\n  \nc,d\n\n", "3:a|b;6:c|d;", NULL },
  { "blank-crlf-lines", "\r\na,b\r\n\r\nc,d\r\n", "2:a|b;4:c|d;", NULL },
  { "empty-cells", ",\n\"\",x\n", "1:_|_;2:_|x;", NULL },
  { "trimmed", " a ,\" b \"\n", "1:a|b;", NULL },
  { "quoted-comma", "\"a,b\",c\n", "1:a,b|c;", NULL },
  { "quoted-quote", "\"a\"\"b\",c\n", "1:a\"b|c;", NULL },
  { "quoted-line-end", "\"a\nb\",c\nd,e\n", "1:a\nb|c;3:d|e;", NULL },
  { "quoted-crlf", "\"a\r\n\r\nb\",c\r\nd,e\r\n", "1:a\r\n\r\nb|c;4:d|e;", NULL },
  { "quoted-line-end-first", "x,y\n\"\n\",c\nd,e\n", "1:x|y;2:_|c;4:d|e;", NULL },
  { "ragged", "a\nb,c,d\n", "1:a;2:b|c|d;", NULL },
  { "beyond-held", "a,b,c,d,e\n", "1:a|b|c+2;", NULL },
  { "letters", "Zo\xC3\xAB,\xE2\x82\xAC\n", "1:Zo\xC3\xAB|\xE2\x82\xAC;", NULL },
  { "open-quote", "a,b\nc,\"d\ne,f\n", "1:a|b;", "line 2" },
  { "stray-quote", "a,b\n\nc,d\"e\n", "1:a|b;", "line 3" },
  { "text-after-quote", "a,b\nc,\"d\"e\n", "1:a|b;", "line 2" },
};

static gboolean
print_row (const CasenessCsvRow *row, gpointer user_data, GError **error)
{
  GString *into = user_data;

  g_string_append_printf (into, "%u:", row->line);
  for (guint i = 0; i < row->n_held; i++)
    g_string_append_printf (into, "%s%s", i == 0 ? "" : "|", row->cells[i] == NULL ? "_" : row->cells[i]);
  if (row->n_cells > row->n_held)
    g_string_append_printf (into, "+%u", row->n_cells - row->n_held);
  if (row->has_long_cell)
    g_string_append (into, "!");
  g_string_append_c (into, ';');
  return TRUE;
}

static void
test_chunks (gconstpointer data)
{
  const Case *c = data;
  gsize length = strlen (c->text);

  for (gsize chunk = 1; chunk <= MAX (length, 1); chunk++)
    {
      g_autoptr(GString) rows = g_string_new (NULL);
      g_autoptr(CasenessCsvReader) reader = caseness_csv_reader_new ("x.csv", 3, print_row, rows);
      g_autoptr(GError) error = NULL;

      if (caseness_csv_reader_feed_in_chunks (reader, c->text, length, chunk, &error))
        g_assert_null (c->error);
      else
        {
          g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
          g_assert_nonnull (c->error);
          g_assert_nonnull (strstr (error->message, c->error));
          g_assert_nonnull (strstr (error->message, "x.csv"));
        }
      g_assert_cmpstr (rows->str, ==, c->rows);
    }
}

typedef struct
{
  const char *name;
  const char *text;
  char separator;
} Separator;

static const Separator separators[] = {
  { "nothing", "", ',' },
  { "one-column", "a\nb;c;d\n", ',' },
  { "commas", "a,b\nc;d;e;f\n", ',' },
  { "semicolons", "a;b\n", ';' },
  { "tabs", "a\tb\n", '\t' },
  { "most-often", "a;b,c;d\n", ';' },
  { "as-often", "a;b,c\n", ',' },
  { "quoted", "\"a;b;c\",d\n", ',' },
  { "quoted-lines", "\"a\nb\";c\n", ';' },
  { "blank-lines", "\r\n\n;\n", ';' },
};

static void
test_separator (gconstpointer data)
{
  const Separator *c = data;

  g_assert_cmpint (caseness_csv_guess_separator (c->text, strlen (c->text)), ==, c->separator);
}

/* A line of tabs alone is a record where tabs part the fields, and keeps its own number. */
static void
test_tab_lines (void)
{
  static const char text[] = "a\tb\n\t\n \nc\td\n";
  g_autoptr(GString) rows = g_string_new (NULL);
  g_autoptr(CasenessCsvReader) reader = caseness_csv_reader_new ("x.csv", 3, print_row, rows);
  g_autoptr(GError) error = NULL;

  caseness_csv_reader_set_separator (reader, '\t');
  g_assert_true (caseness_csv_reader_feed_in_chunks (reader, text, strlen (text), 1, &error));
  g_assert_cmpstr (rows->str, ==, "1:a|b;2:_|_;4:c|d;");
}

static void
test_long_cells (void)
{
  for (gsize length = CASENESS_CSV_MAX_CELL; length <= CASENESS_CSV_MAX_CELL + 1; length++)
    {
      g_autofree char *cell = g_strnfill (length, 'x');
      g_autofree char *text = g_strconcat ("a,", cell, "\nb,c\n", NULL);
      g_autoptr(GString) rows = g_string_new (NULL);
      g_autoptr(CasenessCsvReader) reader = caseness_csv_reader_new ("x.csv", 3, print_row, rows);
      g_autoptr(GError) error = NULL;

      g_assert_true (caseness_csv_reader_feed_in_chunks (reader, text, strlen (text), 0, &error));
      g_assert_no_error (error);
      if (length > CASENESS_CSV_MAX_CELL)
        g_assert_cmpstr (rows->str, ==, "1:a|_!;2:b|c;");
      else
        g_assert_true (g_str_has_suffix (rows->str, "x;2:b|c;"));
    }
}

static gboolean
stop_at_line_2 (const CasenessCsvRow *row, gpointer user_data, GError **error)
{
  (*(guint *) user_data)++;
  if (row->line < 2)
    return TRUE;
  g_set_error_literal (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FAILED, "enough");
  return FALSE;
}

static void
test_stopped (void)
{
  guint n = 0;
  g_autoptr(CasenessCsvReader) reader = caseness_csv_reader_new ("x.csv", 3, stop_at_line_2, &n);
  g_autoptr(GError) error = NULL;

  g_assert_false (caseness_csv_reader_feed_in_chunks (reader, "a\nb\nc\n", 6, 0, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FAILED);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/csv-reader/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_chunks);
    }
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_autofree char *path = g_strconcat ("/data/csv-reader/separator/", separators[i].name, NULL);

      g_test_add_data_func (path, &separators[i], test_separator);
    }
  g_test_add_func ("/data/csv-reader/tab-lines", test_tab_lines);
  g_test_add_func ("/data/csv-reader/long-cells", test_long_cells);
  g_test_add_func ("/data/csv-reader/stopped", test_stopped);
  return g_test_run ();
}
