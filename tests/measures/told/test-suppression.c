/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-suppression.h"

#include <string.h>

#define MOST_COLUMNS 3
#define MOST_CELLS 9
#define N_TABLES 400
#define MOST_GUESSED 26 /* no number of these tables, nor a total of two of them, is larger */

/* What is hidden of one line, "*" for a hidden cell: by the rule of methods section 14.3, and where the rule alone would
 * leave a number to be worked out. */
static void
test_rows (void)
{
  static const struct
  {
    gint64 counts[4];
    guint n;
    CasenessToldTotals totals;
    const char *hidden;
    const char *why;
  } cases[] = {
    { { 3, 20, 45, 12 }, 4, CASENESS_TOTALS_EXACT, "*--*", "the smallest of the others" },
    { { 4, 9, 9, 33 }, 4, CASENESS_TOTALS_EXACT, "**--", "the first of equals" },
    { { 3, 4, 50 }, 3, CASENESS_TOTALS_EXACT, "**-", "two of which either may be the larger" },
    { { 4, 4, 50 }, 3, CASENESS_TOTALS_EXACT, "***", "eight between two small ones is four and four" },
    { { 0, 0, 60 }, 3, CASENESS_TOTALS_EXACT, "***", "nothing between two is none and none" },
    { { 5, 6, 7 }, 3, CASENESS_TOTALS_EXACT, "---", "none is small" },
    { { 2, 0, 0 }, 3, CASENESS_TOTALS_EXACT, "***", "all are, and the total" },
    { { 3, 20, 45, 12 }, 4, CASENESS_TOTALS_ROUNDED, "*---", "rounding hides one" },
    { { 0, 8, 8, 8 }, 4, CASENESS_TOTALS_ROUNDED, "*---", "24 to 32 told as 25: none to three" },
    { { 0, 5, 9, 8 }, 4, CASENESS_TOTALS_ROUNDED, "*---", "5 and 10 and 10 are 21 or more, 20 is 22 or less" },
    { { 0, 5, 5, 12 }, 4, CASENESS_TOTALS_ROUNDED, "*---", "18 or more, and 22 or less" },
  };
  gsize i;
  guint k;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_hidden[4];
      char shown[5] = "";

      caseness_suppress_row (cases[i].counts, cases[i].n, cases[i].totals, is_hidden);
      for (k = 0; k < cases[i].n; k++)
        shown[k] = is_hidden[k] ? '*' : '-';
      g_test_message ("%s", cases[i].why);
      g_assert_cmpstr (shown, ==, cases[i].hidden);
    }
}

/* Four eights and a nought: each of the tens is eight or more and their total, told as 30, is 32 or less. */
static void
test_rounded_away (void)
{
  const gint64 counts[] = { 0, 8, 8, 8, 8 };
  gboolean is_hidden[5];

  caseness_suppress_row (counts, 5, CASENESS_TOTALS_ROUNDED, is_hidden);
  g_assert_true (is_hidden[0]);
  g_assert_true (is_hidden[1]);
  g_assert_false (is_hidden[2]);
}

/* A table as it is told, and somebody who tries every number that could stand in the gaps. */
typedef struct
{
  guint n_rows;
  guint n_columns;
  CasenessToldTotals totals;
  const gint64 *all;       /* cells and totals, row by row */
  const gboolean *hidden;  /* likewise */
  gint64 guess[16];
  gint64 least[16];        /* smallest and largest of each that fits */
  gint64 most[16];
} Reader;

static gboolean
could_be (const Reader *reader, guint cell, gint64 value)
{
  gint64 count = reader->all[cell];

  if (reader->hidden[cell])
    return caseness_suppress_is_small (count) == caseness_suppress_is_small (value);
  if (reader->totals == CASENESS_TOTALS_EXACT)
    return value == count;
  return value >= CASENESS_FEWEST_TOLD && caseness_suppress_round (value) == caseness_suppress_round (count);
}

/* Fills the totals of rows and columns; whether all of them could be. */
static gboolean
fits (Reader *reader)
{
  guint width = reader->n_columns + 1, row, column;

  for (row = 0; row < reader->n_rows; row++)
    {
      gint64 *total = &reader->guess[row * width + reader->n_columns];

      for (*total = 0, column = 0; column < reader->n_columns; column++)
        *total += reader->guess[row * width + column];
      if (!could_be (reader, row * width + reader->n_columns, *total))
        return FALSE;
    }
  for (column = 0; column < width; column++)
    {
      gint64 *total = &reader->guess[reader->n_rows * width + column];

      for (*total = 0, row = 0; row < reader->n_rows; row++)
        *total += reader->guess[row * width + column];
      if (!could_be (reader, reader->n_rows * width + column, *total))
        return FALSE;
    }
  return TRUE;
}

static void
try_cells (Reader *reader, guint cell)
{
  guint width = reader->n_columns + 1, n = (reader->n_rows + 1) * width, place, i;
  gint64 value;

  if (cell == reader->n_rows * reader->n_columns)
    {
      for (i = 0; fits (reader) && i < n; i++)
        {
          reader->least[i] = MIN (reader->least[i], reader->guess[i]);
          reader->most[i] = MAX (reader->most[i], reader->guess[i]);
        }
      return;
    }
  place = cell / reader->n_columns * width + cell % reader->n_columns;
  for (value = 0; value <= MOST_GUESSED; value++)
    if (could_be (reader, place, value))
      {
        reader->guess[place] = value;
        try_cells (reader, cell + 1);
      }
}

static void
add_totals (const gint64 *counts, guint n_rows, guint n_columns, gint64 *all)
{
  guint width = n_columns + 1, row, column;

  memset (all, 0, (n_rows + 1) * width * sizeof (gint64));
  for (row = 0; row < n_rows; row++)
    for (column = 0; column < n_columns; column++)
      {
        gint64 count = counts[row * n_columns + column];

        all[row * width + column] = count;
        all[row * width + n_columns] += count;
        all[n_rows * width + column] += count;
        all[n_rows * width + n_columns] += count;
      }
}

/* Whether a number hidden in the table can be worked out. */
static gboolean
is_undone (guint n_rows, guint n_columns, CasenessToldTotals totals, const gint64 *all, const gboolean *hidden)
{
  Reader reader = { n_rows, n_columns, totals, all, hidden };
  guint n = (n_rows + 1) * (n_columns + 1), i;

  for (i = 0; i < n; i++)
    {
      reader.least[i] = G_MAXINT32;
      reader.most[i] = -1;
    }
  try_cells (&reader, 0);
  for (i = 0; i < n; i++)
    {
      g_assert_cmpint (reader.least[i], <=, all[i]);
      g_assert_cmpint (reader.most[i], >=, all[i]);
      if (hidden[i] && reader.least[i] == reader.most[i])
        return TRUE;
    }
  return FALSE;
}

/* Random small tables, told exactly and rounded: every hidden number could be at least two. */
static void
test_tables (gconstpointer data)
{
  CasenessToldTotals totals = GPOINTER_TO_INT (data);
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  guint table, n_undone_without = 0, i;

  for (table = 0; table < N_TABLES; table++)
    {
      guint n_rows = g_rand_int_range (random, 1, 3), n_columns = g_rand_int_range (random, 2, 1 + MOST_COLUMNS);
      guint n = (n_rows + 1) * (n_columns + 1);
      gint64 counts[MOST_CELLS], all[16];
      gboolean hidden[16], small[16];

      if (n_rows * n_columns > 4 && (totals == CASENESS_TOTALS_ROUNDED || table % 64 != 0))
        n_columns = 2;
      for (i = 0; i < n_rows * n_columns; i++)
        counts[i] = g_rand_boolean (random) ? g_rand_int_range (random, 0, 6) : g_rand_int_range (random, 5, 13);
      add_totals (counts, n_rows, n_columns, all);
      caseness_suppress_table (counts, n_rows, n_columns, totals, hidden);
      for (i = 0; i < n; i++)
        {
          small[i] = caseness_suppress_is_small (all[i]);
          g_assert_true (hidden[i] || !small[i]);
        }
      g_assert_false (is_undone (n_rows, n_columns, totals, all, hidden));
      n_undone_without += is_undone (n_rows, n_columns, totals, all, small);
    }
  if (totals == CASENESS_TOTALS_EXACT)
    g_assert_cmpuint (n_undone_without, >, N_TABLES / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/suppression/rows", test_rows);
  g_test_add_func ("/measures/suppression/rounded-away", test_rounded_away);
  g_test_add_data_func ("/measures/suppression/tables-exact", GINT_TO_POINTER (CASENESS_TOTALS_EXACT), test_tables);
  g_test_add_data_func ("/measures/suppression/tables-rounded", GINT_TO_POINTER (CASENESS_TOTALS_ROUNDED),
                        test_tables);
  return g_test_run ();
}
