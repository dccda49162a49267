/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-suppression.h"

#include "caseness-told-lines.h"

#define STEP 5
#define FEWEST_TOLD_OF_HOSPITALS 8

gboolean
caseness_suppress_is_small (gint64 count)
{
  return count < CASENESS_FEWEST_TOLD;
}

gint64
caseness_suppress_round (gint64 count)
{
  return (count + STEP / 2) / STEP * STEP;
}

static char *
print_rounded (gint64 count)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, caseness_suppress_round (count));
}

char *
caseness_suppress_count (gint64 count)
{
  return caseness_suppress_is_small (count) ? g_strdup (CASENESS_SUPPRESSED) : print_rounded (count);
}

char *
caseness_suppress_count_hes (gint64 count)
{
  return count > 0 && count < FEWEST_TOLD_OF_HOSPITALS ? g_strdup (CASENESS_SUPPRESSED) : print_rounded (count);
}

void
caseness_suppress_row (const gint64 *counts, guint n, CasenessToldTotals totals, gboolean *is_hidden)
{
  g_autoptr(CasenessToldLines) lines = caseness_told_lines_new (n + 1, totals);
  gint64 total = 0;
  guint i;

  g_return_if_fail (is_hidden != NULL);
  for (i = 0; i < n; i++)
    {
      caseness_told_lines_set (lines, i, counts[i]);
      total += counts[i];
    }
  caseness_told_lines_set (lines, n, total);
  caseness_told_lines_add (lines, 0, 1, n, n);
  caseness_told_lines_hide (lines);
  for (i = 0; i < n; i++)
    is_hidden[i] = caseness_told_lines_is_hidden (lines, i);
}

/* The cells, row by row with their totals, then the line of totals. */
static void
set_table (CasenessToldLines *lines, const gint64 *counts, guint n_rows, guint n_columns)
{
  guint width = n_columns + 1, row, column;
  g_autofree gint64 *of_columns = g_new0 (gint64, width);

  for (row = 0; row < n_rows; row++)
    {
      gint64 total = 0;

      for (column = 0; column < n_columns; column++)
        {
          gint64 count = counts[row * n_columns + column];

          caseness_told_lines_set (lines, row * width + column, count);
          of_columns[column] += count;
          total += count;
        }
      caseness_told_lines_set (lines, row * width + n_columns, total);
      of_columns[n_columns] += total;
    }
  for (column = 0; column < width; column++)
    caseness_told_lines_set (lines, n_rows * width + column, of_columns[column]);
}

void
caseness_suppress_table (const gint64 *counts, guint n_rows, guint n_columns, CasenessToldTotals totals,
                         gboolean *is_hidden)
{
  guint width = n_columns + 1, n = (n_rows + 1) * width, i;
  g_autoptr(CasenessToldLines) lines = caseness_told_lines_new (n, totals);

  g_return_if_fail (is_hidden != NULL);
  set_table (lines, counts, n_rows, n_columns);
  for (i = 0; i <= n_rows; i++)
    caseness_told_lines_add (lines, i * width, 1, n_columns, i * width + n_columns);
  for (i = 0; i < width; i++)
    caseness_told_lines_add (lines, i, width, n_rows, n_rows * width + i);
  caseness_told_lines_hide (lines);
  for (i = 0; i < n; i++)
    is_hidden[i] = caseness_told_lines_is_hidden (lines, i);
}
