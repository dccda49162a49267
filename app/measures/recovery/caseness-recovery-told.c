/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-told.h"

#include "caseness-told-lines.h"

#include <string.h>

/* Numbers of everybody that add up to each other, told or not. */
enum
{
  BASE, /* finished courses but for those not at caseness at the start */
  RECOVERED,
  NOT_RECOVERED,
  RELIABLY_RECOVERED,
  RECOVERED_ONLY,
  COURSES,
  IMPROVED,
  NO_CHANGE,
  DETERIORATED,
  NO_OUTCOME,
  IMPROVED_ONLY,
  N_NUMBERS
};

/* First, step, how many, and what they add up to. */
static const guint sums[][4] = {
  { RECOVERED, 1, 2, BASE },
  { RELIABLY_RECOVERED, 1, 2, RECOVERED },
  { IMPROVED, 1, 4, COURSES },
  { RELIABLY_RECOVERED, IMPROVED_ONLY - RELIABLY_RECOVERED, 2, IMPROVED },
};

static const guint numbers[CASENESS_N_RECOVERY_FIGURES] = {
  [CASENESS_RECOVERY_FIGURE_RECOVERY] = RECOVERED,
  [CASENESS_RECOVERY_FIGURE_RELIABLE_RECOVERY] = RELIABLY_RECOVERED,
  [CASENESS_RECOVERY_FIGURE_IMPROVEMENT] = IMPROVED,
  [CASENESS_RECOVERY_FIGURE_NO_CHANGE] = NO_CHANGE,
  [CASENESS_RECOVERY_FIGURE_DETERIORATION] = DETERIORATED,
  [CASENESS_RECOVERY_FIGURE_NO_OUTCOME] = NO_OUTCOME,
};

/* What may be told of a cell: rows and columns are followed by their totals. */
typedef struct
{
  guint n_rows;
  guint n_columns;
  gboolean *hides_size; /* (n_rows + 1) * (n_columns + 1) */
  gboolean *hides_rate;
} Cells;

struct _CasenessRecoveryTold
{
  gboolean is_hidden[N_NUMBERS];
  Cells groups; /* one column */
  Cells pairs;
  gboolean has_pairs;
};

static void
cells_init (Cells *cells, guint n_rows, guint n_columns)
{
  gsize n = (gsize) (n_rows + 1) * (n_columns + 1), i;

  cells->n_rows = n_rows;
  cells->n_columns = n_columns;
  cells->hides_size = g_new (gboolean, n);
  cells->hides_rate = g_new (gboolean, n);
  for (i = 0; i < n; i++)
    cells->hides_size[i] = cells->hides_rate[i] = TRUE;
}

static void
cells_clear (Cells *cells)
{
  g_free (cells->hides_size);
  g_free (cells->hides_rate);
}

static guint
get_place (const Cells *cells, guint row, guint column)
{
  return row * (cells->n_columns + 1) + column;
}

/* Numbers of one kind: all of them, those recovered, those not. */
enum
{
  ALL_OF_THEM,
  WITH_RECOVERY,
  WITHOUT_RECOVERY,
  N_KINDS
};

static gint64
count (const CasenessRecovery *recovery, guint kind)
{
  guint n = recovery != NULL ? caseness_recovery_get_denominator (recovery) : 0;

  if (kind == ALL_OF_THEM || n == 0)
    return n;
  return kind == WITH_RECOVERY ? recovery->recovered : n - recovery->recovered;
}

/* A single line and its total. */
static void
hide_line (const gint64 *counts, guint n, gboolean *is_hidden)
{
  g_autoptr(CasenessToldLines) lines = caseness_told_lines_new (n + 1, CASENESS_TOTALS_EXACT);
  gint64 total = 0;
  guint i;

  for (i = 0; i < n; i++)
    {
      caseness_told_lines_set (lines, i, counts[i]);
      total += counts[i];
    }
  caseness_told_lines_set (lines, n, total);
  caseness_told_lines_add (lines, 0, 1, n, n);
  caseness_told_lines_hide (lines);
  for (i = 0; i <= n; i++)
    is_hidden[i] = caseness_told_lines_is_hidden (lines, i);
}

/* A table of one row or column is a line, whose cells are their own totals. */
static void
hide_table (const Cells *cells, const gint64 *counts, gboolean *is_hidden)
{
  guint n = cells->n_rows * cells->n_columns, row, column;
  g_autofree gboolean *line = g_new0 (gboolean, n + 1);

  if (cells->n_rows > 1 && cells->n_columns > 1)
    {
      caseness_suppress_table (counts, cells->n_rows, cells->n_columns, CASENESS_TOTALS_EXACT, is_hidden);
      return;
    }
  hide_line (counts, n, line);
  for (row = 0; row <= cells->n_rows; row++)
    for (column = 0; column <= cells->n_columns; column++)
      is_hidden[get_place (cells, row, column)] = line[cells->n_columns == 1 ? row : column];
}

/* Who is in a cell; NULL for nobody. */
typedef const CasenessRecovery *(*GetCell) (const CasenessRecoveryStudy *study, guint row, guint column);

static const CasenessRecovery *
get_pair (const CasenessRecoveryStudy *study, guint row, guint column)
{
  return caseness_recovery_pairs_get (study->pairs, row, column)->recovery;
}

static const CasenessRecovery *
get_group (const CasenessRecoveryStudy *study, guint row, guint column)
{
  return g_ptr_array_index (study->comparison->rows, row);
}

/* Either part gives the other away, so that both are hidden when one is; sizes and parts are then safe on their own, and
 * the rest of a size is known only where both are. */
static void
hide_cells (Cells *cells, const CasenessRecoveryStudy *study, GetCell get)
{
  gsize n = (gsize) (cells->n_rows + 1) * (cells->n_columns + 1), i;
  g_autofree gint64 *counts = g_new0 (gint64, n);
  g_autofree gboolean *is_hidden = g_new0 (gboolean, n);
  guint kind, row, column;

  for (kind = ALL_OF_THEM; kind < N_KINDS; kind++)
    {
      for (row = 0; row < cells->n_rows; row++)
        for (column = 0; column < cells->n_columns; column++)
          counts[row * cells->n_columns + column] = count (get (study, row, column), kind);
      hide_table (cells, counts, is_hidden);
      for (i = 0; i < n; i++)
        {
          if (kind == ALL_OF_THEM)
            cells->hides_size[i] = cells->hides_rate[i] = is_hidden[i];
          cells->hides_rate[i] |= is_hidden[i];
        }
    }
}

static gboolean
hides_total (const Cells *cells)
{
  guint total = get_place (cells, cells->n_rows, cells->n_columns);

  return cells->hides_size[total] || cells->hides_rate[total];
}

/* Shares of all courses beside shares of those at caseness tell how many were not at caseness. */
static void
hide_figures (CasenessRecoveryTold *self, const CasenessRecovery *everybody)
{
  guint n = caseness_recovery_get_denominator (everybody);
  const guint counts[N_NUMBERS] = {
    n, everybody->recovered, n - everybody->recovered, everybody->reliably_recovered,
    everybody->recovered - everybody->reliably_recovered, everybody->courses, everybody->improved, everybody->no_change,
    everybody->deteriorated, everybody->no_outcome, everybody->improved - everybody->reliably_recovered,
  };
  g_autoptr(CasenessToldLines) lines = caseness_told_lines_new (N_NUMBERS, CASENESS_TOTALS_EXACT);
  guint i;

  for (i = 0; i < N_NUMBERS; i++)
    caseness_told_lines_set (lines, i, counts[i]);
  for (i = 0; i < G_N_ELEMENTS (sums); i++)
    caseness_told_lines_add (lines, sums[i][0], sums[i][1], sums[i][2], sums[i][3]);
  caseness_told_lines_hide (lines);
  for (i = 0; i < N_NUMBERS; i++)
    self->is_hidden[i] = caseness_told_lines_is_hidden (lines, i)
                         || (i >= COURSES && caseness_suppress_is_small (everybody->not_at_caseness));
}

static guint
find_place (const GPtrArray *rows, const char *group)
{
  guint i;

  for (i = 0; i < rows->len; i++)
    if (strcmp (((const CasenessRecovery *) g_ptr_array_index (rows, i))->group, group) == 0)
      return i;
  g_assert_not_reached ();
}

/* Where groups are the rows or the columns of the pairs, they are told as those are. */
static gboolean
copy_totals (CasenessRecoveryTold *self, const CasenessRecoveryStudy *study, const char *variable, gboolean is_row)
{
  guint i;

  if (study->variables->len != 1
      || strcmp (caseness_variable_get_name (g_ptr_array_index (study->variables, 0)), variable) != 0)
    return FALSE;
  for (i = 0; i < self->groups.n_rows; i++)
    {
      const CasenessRecovery *group = g_ptr_array_index (study->comparison->rows, i);
      guint own = find_place (is_row ? study->pairs->by_problem->rows : study->pairs->by_therapy->rows, group->group);
      guint pair = is_row ? get_place (&self->pairs, own, self->pairs.n_columns)
                          : get_place (&self->pairs, self->pairs.n_rows, own);

      self->groups.hides_size[get_place (&self->groups, i, 0)] = self->pairs.hides_size[pair];
      self->groups.hides_rate[get_place (&self->groups, i, 0)] = self->pairs.hides_rate[pair];
    }
  return TRUE;
}

static void
hide_all (Cells *cells)
{
  guint n_rows = cells->n_rows, n_columns = cells->n_columns;

  cells_clear (cells);
  cells_init (cells, n_rows, n_columns);
}

/* A total that is told in one place and hidden in another would be told; where one cannot be, its parts are not. */
static void
hide_study (CasenessRecoveryTold *self, const CasenessRecoveryStudy *study)
{
  gboolean tells_all;

  hide_figures (self, caseness_recovery_comparison_get_everybody (study->comparison));
  tells_all = !self->is_hidden[BASE] && !self->is_hidden[RECOVERED] && !self->is_hidden[NOT_RECOVERED];
  if (tells_all && study->variables->len < 2)
    {
      hide_cells (&self->pairs, study, get_pair);
      self->has_pairs = !hides_total (&self->pairs);
    }
  if (!self->has_pairs)
    hide_all (&self->pairs);
  if (!tells_all || copy_totals (self, study, "Problem Descriptor", TRUE) || copy_totals (self, study, "Modality", FALSE))
    return;
  hide_cells (&self->groups, study, get_group);
  if (hides_total (&self->groups))
    hide_all (&self->groups);
}

CasenessRecoveryTold *
caseness_recovery_told_new (const CasenessRecoveryStudy *study)
{
  CasenessRecoveryTold *self;
  guint i;

  g_return_val_if_fail (study != NULL, NULL);

  self = g_new0 (CasenessRecoveryTold, 1);
  for (i = 0; i < N_NUMBERS; i++)
    self->is_hidden[i] = TRUE;
  cells_init (&self->groups, study->comparison->rows->len, 1);
  cells_init (&self->pairs, study->pairs->by_problem->rows->len, study->pairs->by_therapy->rows->len);
  if (caseness_recovery_comparison_get_everybody (study->comparison) != NULL)
    hide_study (self, study);
  return self;
}

void
caseness_recovery_told_free (CasenessRecoveryTold *told)
{
  if (told == NULL)
    return;
  cells_clear (&told->groups);
  cells_clear (&told->pairs);
  g_free (told);
}

gboolean
caseness_recovery_told_has_figure (const CasenessRecoveryTold *told, CasenessRecoveryFigure figure)
{
  g_return_val_if_fail (told != NULL && figure < CASENESS_N_RECOVERY_FIGURES, FALSE);

  return !told->is_hidden[numbers[figure]] && caseness_recovery_told_has_base (told, figure);
}

gboolean
caseness_recovery_told_has_base (const CasenessRecoveryTold *told, CasenessRecoveryFigure figure)
{
  g_return_val_if_fail (told != NULL && figure < CASENESS_N_RECOVERY_FIGURES, FALSE);

  return !told->is_hidden[figure < CASENESS_RECOVERY_FIGURE_IMPROVEMENT ? BASE : COURSES];
}

gboolean
caseness_recovery_told_has_size (const CasenessRecoveryTold *told, guint row)
{
  g_return_val_if_fail (told != NULL && row < told->groups.n_rows, FALSE);

  return !told->groups.hides_size[get_place (&told->groups, row, 0)];
}

gboolean
caseness_recovery_told_has_rate (const CasenessRecoveryTold *told, guint row)
{
  g_return_val_if_fail (told != NULL && row < told->groups.n_rows, FALSE);

  return !told->groups.hides_rate[get_place (&told->groups, row, 0)];
}

gboolean
caseness_recovery_told_has_pairs (const CasenessRecoveryTold *told)
{
  g_return_val_if_fail (told != NULL, FALSE);
  return told->has_pairs;
}

gboolean
caseness_recovery_told_has_pair_size (const CasenessRecoveryTold *told, guint problem, guint therapy)
{
  g_return_val_if_fail (told != NULL, FALSE);
  g_return_val_if_fail (problem <= told->pairs.n_rows && therapy <= told->pairs.n_columns, FALSE);

  return !told->pairs.hides_size[get_place (&told->pairs, problem, therapy)];
}

gboolean
caseness_recovery_told_has_pair_rate (const CasenessRecoveryTold *told, guint problem, guint therapy)
{
  g_return_val_if_fail (told != NULL, FALSE);
  g_return_val_if_fail (problem <= told->pairs.n_rows && therapy <= told->pairs.n_columns, FALSE);

  return !told->pairs.hides_rate[get_place (&told->pairs, problem, therapy)];
}
