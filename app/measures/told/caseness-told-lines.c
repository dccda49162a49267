/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-told-lines.h"

#include <math.h>

#define MOST G_MAXINT32
#define MOST_ROUNDS 100 /* of narrowing; a table settles in a few */
#define NO_CELL G_MAXUINT
#define HALF_A_STEP 2
#define NEAR_NOTHING 1e-9

/* What a reader knows of one number. */
typedef struct
{
  gint64 least;
  gint64 most;
} Bounds;

/* Cells that add up to one that comes last. */
typedef struct
{
  guint *cells;
  guint n;
} Line;

struct _CasenessToldLines
{
  guint n;
  CasenessToldTotals totals;
  gint64 *counts;
  gint64 *wholes;    /* MOST for a number that is part of none */
  gboolean *is_hidden;
  gboolean *is_kept; /* never hidden */
  gboolean *is_left_out; /* told nowhere, and not protected */
  gboolean has_parts;
  Bounds *bounds;
  GArray *lines; /* Line */
};

static void
clear_line (gpointer line)
{
  g_free (((Line *) line)->cells);
}

CasenessToldLines *
caseness_told_lines_new (guint n, CasenessToldTotals totals)
{
  CasenessToldLines *self = g_new0 (CasenessToldLines, 1);
  guint i;

  self->n = n;
  self->totals = totals;
  self->counts = g_new0 (gint64, n);
  self->wholes = g_new (gint64, n);
  self->is_hidden = g_new0 (gboolean, n);
  self->is_kept = g_new0 (gboolean, n);
  self->is_left_out = g_new0 (gboolean, n);
  self->bounds = g_new0 (Bounds, n);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  for (i = 0; i < n; i++)
    self->wholes[i] = MOST;
  return self;
}

void
caseness_told_lines_free (CasenessToldLines *self)
{
  if (self == NULL)
    return;
  g_free (self->counts);
  g_free (self->wholes);
  g_free (self->is_hidden);
  g_free (self->is_kept);
  g_free (self->is_left_out);
  g_free (self->bounds);
  g_array_unref (self->lines);
  g_free (self);
}

void
caseness_told_lines_set (CasenessToldLines *self, guint cell, gint64 count)
{
  g_return_if_fail (self != NULL && cell < self->n && count >= 0);
  self->counts[cell] = count;
}

void
caseness_told_lines_join (CasenessToldLines *self, const guint *cells, guint n, guint total)
{
  Line line = { g_new (guint, n + 1), n + 1 };
  guint i;

  g_return_if_fail (self != NULL && total < self->n);
  for (i = 0; i < n; i++)
    line.cells[i] = cells[i];
  line.cells[n] = total;
  g_array_append_val (self->lines, line);
}

void
caseness_told_lines_add (CasenessToldLines *self, guint first, guint step, guint n, guint total)
{
  g_autofree guint *cells = g_new (guint, n + 1);
  guint i;

  for (i = 0; i < n; i++)
    cells[i] = first + i * step;
  caseness_told_lines_join (self, cells, n, total);
}

gboolean
caseness_told_lines_is_hidden (const CasenessToldLines *self, guint cell)
{
  g_return_val_if_fail (self != NULL && cell < self->n, TRUE);
  return self->is_hidden[cell];
}

static const Line *
get_line (const CasenessToldLines *self, guint i)
{
  return &g_array_index (self->lines, Line, i);
}

static Bounds
get_first_bounds (const CasenessToldLines *self, guint cell)
{
  gint64 count = self->counts[cell], rounded = caseness_suppress_round (count);

  if (self->is_left_out[cell])
    return (Bounds){ 0, MOST };
  if (self->is_hidden[cell] && self->has_parts)
    return (Bounds){ 0, self->wholes[cell] };
  if (self->is_hidden[cell])
    return caseness_suppress_is_small (count) ? (Bounds){ 0, CASENESS_FEWEST_TOLD - 1 }
                                              : (Bounds){ CASENESS_FEWEST_TOLD, MOST };
  if (self->totals == CASENESS_TOTALS_EXACT)
    return (Bounds){ count, count };
  return (Bounds){ MAX (CASENESS_FEWEST_TOLD, rounded - HALF_A_STEP), rounded + HALF_A_STEP };
}

static gboolean
narrow (Bounds *bounds, gint64 least, gint64 most)
{
  Bounds before = *bounds;

  bounds->least = MAX (bounds->least, least);
  bounds->most = MIN (bounds->most, most);
  return bounds->least != before.least || bounds->most != before.most;
}

/* What the other cells of a line leave for each; the total counts against them. */
static gboolean
narrow_line (CasenessToldLines *self, const Line *line)
{
  gint64 least = 0, most = 0;
  gboolean is_narrower = FALSE;
  guint i;

  for (i = 0; i + 1 < line->n; i++)
    {
      least += self->bounds[line->cells[i]].least;
      most += self->bounds[line->cells[i]].most;
    }
  for (i = 0; i + 1 < line->n; i++)
    {
      Bounds *cell = &self->bounds[line->cells[i]];
      const Bounds *total = &self->bounds[line->cells[line->n - 1]];
      gint64 most_of_others = most - cell->most, least_of_others = least - cell->least;

      is_narrower |= narrow (cell, total->least - most_of_others, total->most - least_of_others);
      least = least_of_others + cell->least;
      most = most_of_others + cell->most;
    }
  return narrow (&self->bounds[line->cells[line->n - 1]], least, most) || is_narrower;
}

/* Marks hidden numbers for which one value alone is left. */
static void
find_pinned (CasenessToldLines *self, gboolean *is_known)
{
  gboolean is_narrower = TRUE;
  guint round, i;

  for (i = 0; i < self->n; i++)
    self->bounds[i] = get_first_bounds (self, i);
  for (round = 0; is_narrower && round < MOST_ROUNDS; round++)
    for (i = 0, is_narrower = FALSE; i < self->lines->len; i++)
      is_narrower |= narrow_line (self, get_line (self, i));
  for (i = 0; i < self->n; i++)
    is_known[i] |= self->is_hidden[i] && !self->is_left_out[i] && self->bounds[i].least == self->bounds[i].most;
}

/* Numbers the hidden ones; returns how many there are. */
static guint
number_hidden (const CasenessToldLines *self, guint *numbers, guint *cells)
{
  guint n = 0, i;

  for (i = 0; i < self->n; i++)
    if (self->is_hidden[i])
      {
        cells[n] = i;
        numbers[i] = n++;
      }
  return n;
}

/* One equation a line: the hidden cells of it, the total taken away. */
static double *
make_equations (const CasenessToldLines *self, const guint *numbers, guint n)
{
  double *equations = g_new0 (double, (gsize) self->lines->len * n + 1);
  guint i, k;

  for (i = 0; i < self->lines->len; i++)
    for (k = 0; k < get_line (self, i)->n; k++)
      {
        guint cell = get_line (self, i)->cells[k];

        if (self->is_hidden[cell])
          equations[(gsize) i * n + numbers[cell]] += k + 1 < get_line (self, i)->n ? 1 : -1;
      }
  return equations;
}

static guint
find_pivot (const double *equations, guint n_equations, guint n, guint from, guint column)
{
  guint i;

  for (i = from; i < n_equations && fabs (equations[(gsize) i * n + column]) < NEAR_NOTHING; i++)
    ;
  return i;
}

/* Takes row @pivot, made to begin with 1, out of all others. */
static void
take_out (double *equations, guint n_equations, guint n, guint pivot, guint column)
{
  double *row = equations + (gsize) pivot * n, first = row[column];
  guint i, k;

  for (k = 0; k < n; k++)
    row[k] /= first;
  for (i = 0; i < n_equations; i++)
    {
      double *other = equations + (gsize) i * n, factor = other[column];

      if (i == pivot || fabs (factor) < NEAR_NOTHING)
        continue;
      for (k = 0; k < n; k++)
        other[k] -= factor * row[k];
    }
}

/* Gauss and Jordan: afterwards an equation with one unknown gives it away. Returns how many equations say something. */
static guint
solve (double *equations, guint n_equations, guint n)
{
  guint rank = 0, column;

  for (column = 0; column < n && rank < n_equations; column++)
    {
      guint pivot = find_pivot (equations, n_equations, n, rank, column), k;

      if (pivot == n_equations)
        continue;
      for (k = 0; k < n && pivot != rank; k++)
        {
          double kept = equations[(gsize) rank * n + k];

          equations[(gsize) rank * n + k] = equations[(gsize) pivot * n + k];
          equations[(gsize) pivot * n + k] = kept;
        }
      take_out (equations, n_equations, n, rank++, column);
    }
  return rank;
}

/* Marks hidden numbers that follow from the lines, however many of them it takes. */
static void
find_determined (const CasenessToldLines *self, gboolean *is_known)
{
  g_autofree guint *numbers = g_new0 (guint, self->n + 1), *cells = g_new0 (guint, self->n + 1);
  guint n = number_hidden (self, numbers, cells), rank, i, k;
  g_autofree double *equations = make_equations (self, numbers, n);

  rank = solve (equations, self->lines->len, n);
  for (i = 0; i < rank; i++)
    {
      guint n_unknown = 0, last = 0;

      for (k = 0; k < n; k++)
        if (fabs (equations[(gsize) i * n + k]) > NEAR_NOTHING)
          {
            n_unknown++;
            last = k;
          }
      if (n_unknown == 1 && !self->is_left_out[cells[last]])
        is_known[cells[last]] = TRUE;
    }
}

static gboolean
is_in_line (const Line *line, guint cell)
{
  guint i;

  for (i = 0; i < line->n; i++)
    if (line->cells[i] == cell)
      return TRUE;
  return FALSE;
}

/* By what the next number to hide is chosen. */
static gint64
get_rank (const CasenessToldLines *self, guint cell)
{
  return self->has_parts && self->wholes[cell] != MOST ? self->wholes[cell] : self->counts[cell];
}

static guint
count_hidden (const CasenessToldLines *self, const Line *line)
{
  guint n = 0, i;

  for (i = 0; i < line->n; i++)
    n += self->is_hidden[line->cells[i]];
  return n;
}

/* The lines of @cell, or those of them in which nothing else is hidden. */
static GPtrArray *
list_lines (const CasenessToldLines *self, guint cell, gboolean only_gap)
{
  GPtrArray *lines = g_ptr_array_new ();
  guint i;

  for (i = 0; i < self->lines->len; i++)
    if (is_in_line (get_line (self, i), cell) && !(only_gap && count_hidden (self, get_line (self, i)) > 1))
      g_ptr_array_add (lines, (gpointer) get_line (self, i));
  return lines;
}

/* In how many of @lines number @other stands, and whether ever as other than their total. */
static guint
count_shared_lines (const GPtrArray *lines, guint other, gboolean *is_term)
{
  guint n = 0, i;

  *is_term = FALSE;
  for (i = 0; i < lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);

      if (!is_in_line (line, other))
        continue;
      n++;
      *is_term |= line->cells[line->n - 1] != other;
    }
  return n;
}

/* The number still told that stands in most lines of @cell, of those the smallest, of equals the first; a total only when
 * there is nothing else. */
static guint
find_told (const CasenessToldLines *self, guint cell, gboolean only_gap)
{
  g_autoptr(GPtrArray) lines = list_lines (self, cell, only_gap);
  guint best = NO_CELL, most = 0, other;
  gboolean is_best_term = FALSE;

  for (other = 0; other < self->n && lines->len > 0; other++)
    {
      gboolean is_term;
      guint n = self->is_hidden[other] || self->is_kept[other] ? 0 : count_shared_lines (lines, other, &is_term);

      if (n == 0 || (is_best_term && !is_term))
        continue;
      if (best != NO_CELL && is_term == is_best_term
          && (n < most || (n == most && get_rank (self, other) >= get_rank (self, best))))
        continue;
      best = other;
      most = n;
      is_best_term = is_term;
    }
  return best;
}

/* A line that gives the number away by itself is seen to first. */
static guint
find_companion (const CasenessToldLines *self, guint cell)
{
  guint companion = find_told (self, cell, TRUE);

  return companion != NO_CELL ? companion : find_told (self, cell, FALSE);
}

/* Hides a companion for the first number that is given away; FALSE when nothing is, or nothing is left to hide. */
static gboolean
protect (CasenessToldLines *self)
{
  g_autofree gboolean *is_known = g_new0 (gboolean, self->n + 1);
  guint i;

  if (self->totals == CASENESS_TOTALS_EXACT)
    find_determined (self, is_known);
  find_pinned (self, is_known);
  for (i = 0; i < self->n; i++)
    {
      guint companion = is_known[i] ? find_companion (self, i) : NO_CELL;

      if (companion == NO_CELL)
        continue;
      self->is_hidden[companion] = TRUE;
      return TRUE;
    }
  return FALSE;
}

void
caseness_told_lines_part (CasenessToldLines *self, guint cell, gint64 whole, gboolean is_whole_hidden)
{
  g_return_if_fail (self != NULL && cell < self->n && self->totals == CASENESS_TOTALS_EXACT);
  self->has_parts = TRUE;
  if (!is_whole_hidden)
    self->wholes[cell] = MIN (self->wholes[cell], whole);
  if (is_whole_hidden || caseness_suppress_is_small (whole - self->counts[cell]))
    self->is_hidden[cell] = TRUE;
}

void
caseness_told_lines_keep (CasenessToldLines *self, guint cell)
{
  g_return_if_fail (self != NULL && cell < self->n);
  self->is_kept[cell] = TRUE;
}

void
caseness_told_lines_leave_out (CasenessToldLines *self, guint cell)
{
  g_return_if_fail (self != NULL && cell < self->n);
  self->is_left_out[cell] = self->is_hidden[cell] = TRUE;
}

void
caseness_told_lines_hide (CasenessToldLines *self)
{
  guint i;

  g_return_if_fail (self != NULL);
  for (i = 0; i < self->n; i++)
    self->is_hidden[i] = !self->is_kept[i] && (self->is_hidden[i] || caseness_suppress_is_small (self->counts[i]));
  while (protect (self))
    ;
}
