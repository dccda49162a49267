/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Small numbers (methods, section 14): what may be told outside the service without telling of single people.
 */

/** CASENESS_SUPPRESSED: what stands for a number that may not be told. */
#define CASENESS_SUPPRESSED "*"

/** CASENESS_FEWEST_TOLD: smaller counts, none among them, are not told. */
#define CASENESS_FEWEST_TOLD 5

/** caseness_suppress_is_small: whether @count may not be told. */
gboolean caseness_suppress_is_small (gint64 count);

/** caseness_suppress_round: Returns: @count to the nearest 5. */
gint64 caseness_suppress_round (gint64 count);

/** caseness_suppress_count: Returns: (transfer full): @count as published by NHS Talking Therapies. */
char *caseness_suppress_count (gint64 count);

/** caseness_suppress_count_hes: Returns: (transfer full): @count as published of hospital care, for comparison. */
char *caseness_suppress_count_hes (gint64 count);

/** CasenessToldTotals: how the totals of a table are told, and with them the cells that are. */
typedef enum
{
  CASENESS_TOTALS_EXACT,   /* as they are: one gap in a line is no gap */
  CASENESS_TOTALS_ROUNDED, /* to the nearest 5, as the cells are: only narrow rows of numbers give anything away */
} CasenessToldTotals;

/**
 * caseness_suppress_row:
 * @counts: (array length=n): the cells of a line whose total is told
 * @n: how many
 * @totals: how it and they are told
 * @is_hidden: (out caller-allocates) (array length=n): which of them may not be told
 *
 * Small counts are hidden, and as many of the others, the smallest first, as it takes that nobody can work out a small
 * one from the line and its total (methods, section 14.3).
 */
void caseness_suppress_row (const gint64 *counts, guint n, CasenessToldTotals totals, gboolean *is_hidden);

/**
 * caseness_suppress_table:
 * @counts: (array): the cells, row by row
 * @n_rows: how many rows
 * @n_columns: how many columns
 * @totals: how the totals of rows, of columns and of all are told, and the cells
 * @is_hidden: (out caller-allocates) (array): row by row, each row followed by its total, then the totals of the
 *   columns and of all: (@n_rows + 1) * (@n_columns + 1) in all
 *
 * The same over rows and columns together: no hidden cell can be worked out from any of them, nor from several at once.
 */
void caseness_suppress_table (const gint64 *counts, guint n_rows, guint n_columns, CasenessToldTotals totals,
                              gboolean *is_hidden);

G_END_DECLS
