/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-told-figures.h"

#include "caseness-reference.h"
#include "caseness-told-lines.h"

#include <math.h>
#include <string.h>

#define TABLE "told-lines"
#define NO_CELL G_MAXUINT
#define NO_NUMBER G_MAXUINT

/* Cells of which all but the last add up to the last. */
typedef struct
{
  guint *cells;
  guint n;
} Line;

/* What may be told in a slot, by the name of what is counted: `M191`, `M076 - M179`. */
typedef struct
{
  char *name;
  guint *cells; /* by slot, NO_CELL where no figure that is told has it */
} Number;

struct _CasenessToldFigures
{
  const CasenessMeasure *const *measures;
  guint n_measures;
  guint n_slots;
  guint (*parts)[2];    /* by measure: the numbers that its figures tell, NO_NUMBER for none */
  GPtrArray *numbers;   /* Number */
  GHashTable *by_name;  /* name to number + 1 */
  GArray *counts;       /* gint64, by cell */
  GArray *rests;        /* guint: cells of what is told nowhere and of nobody in particular */
  GArray *lines;        /* Line */
  gboolean *is_hidden;  /* by cell */
};

static void
free_number (gpointer data)
{
  Number *number = data;

  g_free (number->name);
  g_free (number->cells);
  g_free (number);
}

static void
clear_line (gpointer line)
{
  g_free (((Line *) line)->cells);
}

static guint
find_number (const CasenessToldFigures *self, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, name)) - 1;
}

static guint
add_number (CasenessToldFigures *self, char *name)
{
  guint found = find_number (self, name), slot;
  Number *number;

  if (found != NO_NUMBER)
    {
      g_free (name);
      return found;
    }
  number = g_new0 (Number, 1);
  number->name = name;
  number->cells = g_new (guint, self->n_slots);
  for (slot = 0; slot < self->n_slots; slot++)
    number->cells[slot] = NO_CELL;
  g_ptr_array_add (self->numbers, number);
  g_hash_table_insert (self->by_name, number->name, GUINT_TO_POINTER (self->numbers->len));
  return self->numbers->len - 1;
}

/* `M076 - M179` */
static char *
dup_sum_name (const GArray *parts)
{
  guint n;
  const CasenessMeasure *all = caseness_measure_get_all (&n);
  GString *name = g_string_new (NULL);
  guint i;

  for (i = 0; i < parts->len; i++)
    {
      const CasenessMeasurePart *part = &g_array_index (parts, CasenessMeasurePart, i);

      if (i > 0 || part->sign < 0)
        g_string_append (name, part->sign < 0 ? " - " : " + ");
      g_string_append (name, all[part->measure].id);
    }
  return g_string_free (name, FALSE);
}

static gboolean
is_of_others (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_PERCENTAGE || measure->statistic == CASENESS_STATISTIC_RATIO;
}

/* A mean or a median tells what it stands on. */
static void
add_numbers (CasenessToldFigures *self, guint measure)
{
  const CasenessMeasure *told = self->measures[measure];
  guint *parts = self->parts[measure];

  parts[0] = parts[1] = NO_NUMBER;
  if (is_of_others (told))
    {
      parts[0] = add_number (self, dup_sum_name (told->numerator));
      parts[1] = add_number (self, dup_sum_name (told->denominator));
    }
  else if (told->statistic == CASENESS_STATISTIC_COUNT)
    parts[0] = add_number (self, g_strdup (told->id));
  else
    parts[1] = add_number (self, g_strdup_printf ("%s, of", told->id));
}

CasenessToldFigures *
caseness_told_figures_new (const CasenessMeasure *const *measures, guint n_measures, guint n_slots)
{
  CasenessToldFigures *self = g_new0 (CasenessToldFigures, 1);
  guint i;

  self->measures = measures;
  self->n_measures = n_measures;
  self->n_slots = n_slots;
  self->parts = g_malloc0_n (n_measures + 1, sizeof *self->parts);
  self->numbers = g_ptr_array_new_with_free_func (free_number);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rests = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  for (i = 0; i < n_measures; i++)
    add_numbers (self, i);
  return self;
}

void
caseness_told_figures_free (CasenessToldFigures *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->numbers);
  g_array_unref (self->counts);
  g_array_unref (self->rests);
  g_array_unref (self->lines);
  g_free (self->parts);
  g_free (self->is_hidden);
  g_free (self);
}

static guint
add_cell (CasenessToldFigures *self, gint64 count)
{
  g_array_append_val (self->counts, count);
  return self->counts->len - 1;
}

static gint64
get_count (const CasenessToldFigures *self, guint cell)
{
  return g_array_index (self->counts, gint64, cell);
}

static void
tell (CasenessToldFigures *self, guint number, guint slot, double value)
{
  Number *told = number != NO_NUMBER ? g_ptr_array_index (self->numbers, number) : NULL;

  if (told != NULL && told->cells[slot] == NO_CELL && !isnan (value) && value >= 0)
    told->cells[slot] = add_cell (self, llround (value));
}

void
caseness_told_figures_set (CasenessToldFigures *self, guint measure, guint slot, const CasenessFigure *figure)
{
  g_return_if_fail (self != NULL && measure < self->n_measures && slot < self->n_slots && figure != NULL);

  tell (self, self->parts[measure][0], slot, isnan (figure->numerator) ? figure->value : figure->numerator);
  tell (self, self->parts[measure][1], slot, figure->denominator);
}

/* Whether more is in a whole than its parts. */
typedef enum
{
  NO_REST,
  REST_TOLD_ELSEWHERE, /* such as what lies before a period, which has its own report */
  REST_TOLD_NOWHERE,
} Rest;

/* Cells that do not add up are no line: of what stands on a day, of people in several groups. */
static void
add_line (CasenessToldFigures *self, const GArray *parts, guint whole, Rest kind)
{
  gint64 rest = get_count (self, whole);
  Line line;
  guint i;

  for (i = 0; i < parts->len; i++)
    rest -= get_count (self, g_array_index (parts, guint, i));
  if (parts->len == 0 || rest < 0 || (rest > 0 && kind == NO_REST))
    return;
  line.n = parts->len + 1 + (kind != NO_REST ? 1 : 0);
  line.cells = g_new (guint, line.n);
  for (i = 0; i < parts->len; i++)
    line.cells[i] = g_array_index (parts, guint, i);
  if (kind != NO_REST)
    line.cells[i++] = add_cell (self, rest);
  if (kind == REST_TOLD_NOWHERE)
    g_array_append_val (self->rests, line.cells[i - 1]);
  line.cells[i] = whole;
  g_array_append_val (self->lines, line);
}

void
caseness_told_figures_add_slots (CasenessToldFigures *self, const guint *parts, guint n, guint whole, gboolean has_rest)
{
  guint number, i;

  g_return_if_fail (self != NULL && parts != NULL && whole < self->n_slots);
  for (number = 0; number < self->numbers->len; number++)
    {
      const Number *told = g_ptr_array_index (self->numbers, number);
      g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));

      for (i = 0; i < n; i++)
        if (told->cells[parts[i]] != NO_CELL)
          g_array_append_val (cells, told->cells[parts[i]]);
      if (told->cells[whole] != NO_CELL)
        add_line (self, cells, told->cells[whole], has_rest ? REST_TOLD_ELSEWHERE : NO_REST);
    }
}

/* In each slot where all of @parts are told. */
static void
add_numbers_line (CasenessToldFigures *self, const GArray *parts, guint whole, gboolean has_rest)
{
  guint slot, i;

  for (slot = 0; slot < self->n_slots; slot++)
    {
      g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
      guint total = ((const Number *) g_ptr_array_index (self->numbers, whole))->cells[slot];

      for (i = 0; i < parts->len; i++)
        {
          const Number *part = g_ptr_array_index (self->numbers, g_array_index (parts, guint, i));

          if (part->cells[slot] != NO_CELL)
            g_array_append_val (cells, part->cells[slot]);
        }
      if (total != NO_CELL && cells->len == parts->len)
        add_line (self, cells, total, has_rest ? REST_TOLD_NOWHERE : NO_REST);
    }
}

/* The whole and its parts of `M076 - M179`, `M1014 + M1015`: what is taken away is a part of what it is taken from. */
static void
add_sum (CasenessToldFigures *self, guint number, const GArray *sum)
{
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n, whole = number, i;
  const CasenessMeasure *all = caseness_measure_get_all (&n);

  if (sum->len < 2)
    return;
  for (i = 0; i < sum->len; i++)
    {
      const CasenessMeasurePart *part = &g_array_index (sum, CasenessMeasurePart, i);
      guint found = find_number (self, all[part->measure].id);

      if (found == NO_NUMBER)
        return;
      if (i == 0 && g_array_index (sum, CasenessMeasurePart, 1).sign < 0)
        {
          g_array_append_val (parts, number);
          whole = found;
        }
      else
        g_array_append_val (parts, found);
    }
  add_numbers_line (self, parts, whole, FALSE);
}

static void
add_sums (CasenessToldFigures *self)
{
  guint i, k;

  for (i = 0; i < self->n_measures; i++)
    for (k = 0; k < 2 && is_of_others (self->measures[i]); k++)
      add_sum (self, self->parts[i][k], k == 0 ? self->measures[i]->numerator : self->measures[i]->denominator);
}

/* What adds up by what the measures mean: rows of the reference, those of one whole beside one another. */
static void
add_families (CasenessToldFigures *self)
{
  const CasenessReference *reference = caseness_reference_get (TABLE);
  int line = caseness_reference_find_column (reference, "line"), whole = caseness_reference_find_column (reference, "whole");
  int part = caseness_reference_find_column (reference, "part"), rest = caseness_reference_find_column (reference, "rest");
  guint n = caseness_reference_get_n_rows (reference), row, next;

  for (row = 0; row < n; row = next)
    {
      g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
      const char *name = caseness_reference_get_cell (reference, row, line);
      guint total = find_number (self, caseness_reference_get_cell (reference, row, whole));
      gboolean has_rest = *caseness_reference_get_cell (reference, row, rest) == 'Y';

      for (next = row; next < n && strcmp (caseness_reference_get_cell (reference, next, line), name) == 0; next++)
        {
          guint found = find_number (self, caseness_reference_get_cell (reference, next, part));

          if (found != NO_NUMBER)
            g_array_append_val (parts, found);
        }
      if (total != NO_NUMBER && parts->len == next - row)
        add_numbers_line (self, parts, total, has_rest);
    }
}

static guint
find_root (guint *roots, guint cell)
{
  while (roots[cell] != cell)
    cell = roots[cell] = roots[roots[cell]];
  return cell;
}

/* Cells that no line joins have nothing to do with one another: each lot of them is looked at by itself. */
static guint *
find_roots (const CasenessToldFigures *self)
{
  guint *roots = g_new (guint, self->counts->len + 1);
  guint i, k;

  for (i = 0; i < self->counts->len; i++)
    roots[i] = i;
  for (i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      for (k = 1; k < line->n; k++)
        roots[find_root (roots, line->cells[k])] = find_root (roots, line->cells[0]);
    }
  for (i = 0; i < self->counts->len; i++)
    roots[i] = find_root (roots, i);
  return roots;
}

static void
hide_lot (CasenessToldFigures *self, const guint *roots, guint root, const GArray *cells, const GArray *lines, guint *places)
{
  g_autoptr(CasenessToldLines) lot = caseness_told_lines_new (cells->len, CASENESS_TOTALS_EXACT);
  guint i, k;

  for (i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);

      places[cell] = i;
      caseness_told_lines_set (lot, i, get_count (self, cell));
    }
  for (i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, g_array_index (lines, guint, i));
      g_autofree guint *at = g_new (guint, line->n);

      for (k = 0; k < line->n; k++)
        at[k] = places[line->cells[k]];
      caseness_told_lines_join (lot, at, line->n - 1, at[line->n - 1]);
    }
  for (i = 0; i < self->rests->len; i++)
    if (roots[g_array_index (self->rests, guint, i)] == root)
      caseness_told_lines_leave_out (lot, places[g_array_index (self->rests, guint, i)]);
  caseness_told_lines_hide (lot);
  for (i = 0; i < cells->len; i++)
    self->is_hidden[g_array_index (cells, guint, i)] = caseness_told_lines_is_hidden (lot, i);
}

static gboolean
has_small (const CasenessToldFigures *self, const GArray *cells)
{
  guint i;

  for (i = 0; i < cells->len; i++)
    if (caseness_suppress_is_small (get_count (self, g_array_index (cells, guint, i))))
      return TRUE;
  return FALSE;
}

/* By root, what belongs to it. */
static GPtrArray *
sort_by_root (const guint *roots, guint n_cells, const CasenessToldFigures *self)
{
  GPtrArray *lots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint i;

  for (i = 0; i < n_cells; i++)
    g_ptr_array_add (lots, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (i = 0; self == NULL && i < n_cells; i++)
    g_array_append_val (g_ptr_array_index (lots, roots[i]), i);
  for (i = 0; self != NULL && i < self->lines->len; i++)
    g_array_append_val (g_ptr_array_index (lots, roots[g_array_index (self->lines, Line, i).cells[0]]), i);
  return lots;
}

void
caseness_told_figures_hide (CasenessToldFigures *self)
{
  g_autofree guint *roots = NULL;
  g_autofree guint *places = NULL;
  g_autoptr(GPtrArray) cells = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  guint i;

  g_return_if_fail (self != NULL && self->is_hidden == NULL);
  add_sums (self);
  add_families (self);
  self->is_hidden = g_new0 (gboolean, self->counts->len + 1);
  roots = find_roots (self);
  places = g_new0 (guint, self->counts->len + 1);
  cells = sort_by_root (roots, self->counts->len, NULL);
  lines = sort_by_root (roots, self->counts->len, self);
  for (i = 0; i < cells->len; i++)
    if (has_small (self, g_ptr_array_index (cells, i)))
      hide_lot (self, roots, i, g_ptr_array_index (cells, i), g_ptr_array_index (lines, i), places);
}

gboolean
caseness_told_figures_is_hidden (const CasenessToldFigures *self, guint measure, guint slot)
{
  guint k;

  g_return_val_if_fail (self != NULL && self->is_hidden != NULL, TRUE);
  g_return_val_if_fail (measure < self->n_measures && slot < self->n_slots, TRUE);

  for (k = 0; k < 2; k++)
    {
      guint number = self->parts[measure][k];
      guint cell = number != NO_NUMBER ? ((const Number *) g_ptr_array_index (self->numbers, number))->cells[slot] : NO_CELL;

      if (cell != NO_CELL && self->is_hidden[cell])
        return TRUE;
    }
  return FALSE;
}

CasenessTelling
caseness_told_figures_get (const CasenessToldFigures *self, guint measure, guint slot)
{
  if (self == NULL)
    return CASENESS_TELLING_EXACT;
  return caseness_told_figures_is_hidden (self, measure, slot) ? CASENESS_TELLING_NOTHING : CASENESS_TELLING_ROUNDED;
}
