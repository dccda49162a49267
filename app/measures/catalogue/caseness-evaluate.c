/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-evaluate-private.h"

#include "caseness-bitmap.h"
#include "caseness-threads.h"

#include <math.h>
#include <string.h>

static guint64 *
select_where (const CasenessWhere *where, CasenessFrame *frame, GError **error)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  guint i;

  g_ptr_array_add (values, (gpointer) where->value);
  for (i = 0; where->others != NULL && where->others[i] != NULL; i++)
    g_ptr_array_add (values, (gpointer) where->others[i]);
  g_ptr_array_add (values, NULL);
  return caseness_variable_select (where->variable, (const char *const *) values->pdata, frame, error);
}

/* Sets @people to NULL where everybody is wanted. */
static gboolean
make_filter (CasenessFrame *frame, const CasenessQuestion *question, guint64 **people, GError **error)
{
  guint n = caseness_snapshot_get_n_pathways (caseness_frame_get_snapshot (frame)), i;

  if (!caseness_filter_select (question->filter, frame, people, error))
    return FALSE;
  for (i = 0; i < question->n_where; i++)
    {
      g_autofree guint64 *wanted = select_where (&question->where[i], frame, error);

      if (wanted == NULL)
        {
          g_clear_pointer (people, g_free);
          return FALSE;
        }
      if (*people == NULL)
        *people = g_steal_pointer (&wanted);
      else
        caseness_bitmap_and (*people, wanted, n);
    }
  return TRUE;
}

/* Whether other people are wanted in another period. */
static gboolean
is_filter_by_period (const CasenessQuestion *question)
{
  guint i;

  for (i = 0; i < question->n_where; i++)
    if (caseness_variable_is_by_period (question->where[i].variable))
      return TRUE;
  return question->filter != NULL && caseness_filter_is_by_period (question->filter);
}

static void
need (CasenessShared *shared, guint measure)
{
  const CasenessMeasure *wanted = &shared->catalogue[measure];
  guint i;

  if (shared->is_needed[measure])
    return;
  shared->is_needed[measure] = TRUE;
  for (i = 0; i < wanted->numerator->len; i++)
    need (shared, g_array_index (wanted->numerator, CasenessMeasurePart, i).measure);
  for (i = 0; i < wanted->denominator->len; i++)
    need (shared, g_array_index (wanted->denominator, CasenessMeasurePart, i).measure);
}

/* Turns what was added up into the figure of a measure that counts rows. */
static void
finish_figure (const CasenessMeasure *measure, const CasenessCell *cell, CasenessFigure *figure)
{
  int scale = measure->sum != NULL ? caseness_sum_get_scale (measure->sum) : 1;

  figure->numerator = figure->denominator = NAN;
  switch (measure->statistic)
    {
    case CASENESS_STATISTIC_COUNT:
      figure->numerator = figure->value = cell->n;
      break;
    case CASENESS_STATISTIC_SUM:
      figure->numerator = figure->value = (double) cell->sum / scale;
      break;
    case CASENESS_STATISTIC_MEAN:
      figure->numerator = (double) cell->sum / scale;
      figure->denominator = cell->n;
      figure->value = cell->n > 0 ? figure->numerator / cell->n : NAN;
      break;
    case CASENESS_STATISTIC_MEDIAN:
    case CASENESS_STATISTIC_MAX:
    case CASENESS_STATISTIC_MIN:
    case CASENESS_STATISTIC_DEVIATION:
      figure->denominator = cell->n;
      if (cell->n == 0)
        figure->value = NAN;
      break;
    case CASENESS_STATISTIC_TOTAL:
    case CASENESS_STATISTIC_PERCENTAGE:
    case CASENESS_STATISTIC_RATIO:
    case CASENESS_STATISTIC_EFFECT:
    default:
      g_assert_not_reached ();
    }
}

static double
add_parts (const GArray *parts, const CasenessFigure *figures)
{
  double total = 0;
  guint i;

  for (i = 0; i < parts->len; i++)
    {
      const CasenessMeasurePart *part = &g_array_index (parts, CasenessMeasurePart, i);

      total += part->sign * figures[part->measure].value;
    }
  return total;
}

/* It stands on people, as a mean does, not on the two numbers it is made of. */
static void
combine_effect (const CasenessMeasure *measure, const CasenessFigure *figures, CasenessFigure *figure)
{
  const CasenessMeasurePart *spread = &g_array_index (measure->denominator, CasenessMeasurePart, 0);
  double deviation = figures[spread->measure].value;

  figure->numerator = NAN;
  figure->denominator = figures[spread->measure].denominator;
  figure->value = deviation > 0 ? add_parts (measure->numerator, figures) / deviation : NAN;
}

static void
combine_figure (const CasenessMeasure *measure, const CasenessFigure *figures, CasenessFigure *figure)
{
  if (measure->statistic == CASENESS_STATISTIC_NONE)
    {
      *figure = (CasenessFigure){ NAN, NAN, NAN };
      return;
    }
  if (measure->statistic == CASENESS_STATISTIC_EFFECT)
    {
      combine_effect (measure, figures, figure);
      return;
    }
  figure->numerator = add_parts (measure->numerator, figures);
  if (measure->statistic == CASENESS_STATISTIC_TOTAL)
    {
      figure->value = figure->numerator;
      figure->denominator = NAN;
      return;
    }
  figure->denominator = add_parts (measure->denominator, figures);
  figure->value = figure->denominator > 0 ? figure->numerator / figure->denominator : NAN;
  if (measure->statistic == CASENESS_STATISTIC_PERCENTAGE)
    figure->value *= 100;
}

/* Parts are counted from rows, or are themselves made of such: M108 is, and stands in nothing else. */
static void
finish_group (CasenessWork *work, guint variable, guint group)
{
  CasenessFigure *figures = work->blocks[variable].figures + (gsize) group * work->shared->n_catalogue;
  const CasenessCell *cells = work->cells[variable] + (gsize) group * work->shared->n_catalogue;
  guint i;

  for (i = 0; i < work->shared->n_catalogue; i++)
    if (work->shared->is_needed[i] && !caseness_measure_is_made_of_others (&work->shared->catalogue[i]))
      finish_figure (&work->shared->catalogue[i], &cells[i], &figures[i]);
  for (i = 0; i < work->shared->n_catalogue; i++)
    if (work->shared->is_needed[i] && caseness_measure_is_made_of_others (&work->shared->catalogue[i]))
      combine_figure (&work->shared->catalogue[i], figures, &figures[i]);
}

static gboolean
is_occupied (const CasenessWork *work, guint variable, guint group)
{
  const CasenessCell *cells = work->cells[variable] + (gsize) group * work->shared->n_catalogue;
  guint i;

  for (i = 0; i < work->shared->n_catalogue; i++)
    if (cells[i].n > 0)
      return TRUE;
  return FALSE;
}

/* Where groups are whatever occurs, those that nothing fell into are left out (rulings 111). */
static void
drop_empty_groups (CasenessWork *work, guint variable)
{
  const CasenessVariable *asked = caseness_question_get_variable (work->shared->question, variable);
  CasenessBlock *block = &work->blocks[variable];
  GPtrArray *kept;
  guint i;

  if (asked == NULL || caseness_variable_has_given_groups (asked))
    return;
  kept = g_ptr_array_new_with_free_func (g_free);
  for (i = 0; i < block->labels->len; i++)
    {
      if (!is_occupied (work, variable, i))
        continue;
      memmove (block->figures + (gsize) kept->len * work->shared->n_catalogue, block->figures + (gsize) i * work->shared->n_catalogue,
               work->shared->n_catalogue * sizeof (CasenessFigure));
      g_ptr_array_add (kept, g_strdup (g_ptr_array_index (block->labels, i)));
    }
  g_ptr_array_unref (block->labels);
  block->labels = kept;
}

static void
start_variable (CasenessWork *work, guint variable)
{
  const CasenessVariable *asked = caseness_question_get_variable (work->shared->question, variable);
  CasenessBlock *block = &work->blocks[variable];
  gsize n_cells;
  guint i;

  if (caseness_question_is_grouped_by_period (work->shared->question, variable))
    {
      caseness_grouping_free (work->groupings[variable]);
      work->groupings[variable] = caseness_variable_group (asked, work->frame);
    }
  block->labels = g_ptr_array_new_with_free_func (g_free);
  for (i = 0; i < work->groupings[variable]->labels->len; i++)
    g_ptr_array_add (block->labels, g_strdup (g_ptr_array_index (work->groupings[variable]->labels, i)));
  n_cells = (gsize) MAX (block->labels->len, 1) * work->shared->n_catalogue;
  block->figures = g_new0 (CasenessFigure, n_cells);
  work->cells[variable] = g_new0 (CasenessCell, n_cells);
}

/* Once for all periods and threads, unless other people are wanted in each period. */
static gboolean
renew_filter (CasenessWork *work)
{
  if (!work->shared->is_filter_by_period)
    {
      work->filter = work->shared->filter;
      return TRUE;
    }
  caseness_work_drop_filter (work);
  if (!make_filter (work->frame, work->shared->question, &work->own_filter, &work->error))
    return FALSE;
  work->filter = work->own_filter;
  return TRUE;
}

/* Measures that are taken together, so that two threads seldom write side by side. */
#define MEASURES_A_PIECE 8

/* The measures of one period, for several threads. */
typedef struct
{
  CasenessWork *works[CASENESS_MOST_THREADS];
  int next; /* (atomic): the first that nobody has taken */
} Counting;

static void
count_piece (CasenessWork *work, guint first)
{
  const CasenessShared *shared = work->shared;
  guint i;

  for (i = first; i < first + MEASURES_A_PIECE && i < shared->n_catalogue && !g_cancellable_is_cancelled (shared->cancellable);
       i++)
    if (shared->is_needed[i] && !caseness_measure_is_made_of_others (&shared->catalogue[i]))
      caseness_work_count (work, i);
}

static void
count_pieces (guint thread, gpointer data)
{
  Counting *counting = data;
  CasenessWork *work = counting->works[thread];
  guint first;

  while ((first = (guint) g_atomic_int_add (&counting->next, MEASURES_A_PIECE)) < work->shared->n_catalogue)
    count_piece (work, first);
}

static void
count_measures (CasenessWork *work)
{
  Counting counting = { { work, work->helper }, 0 };
  guint n_threads = work->helper != NULL ? 2 : 1;

  if (work->helper != NULL)
    caseness_work_lend (work, work->helper);
  caseness_threads_run (n_threads, n_threads, count_pieces, &counting);
  if (work->helper != NULL)
    caseness_work_take_back (work->helper);
}

static gboolean
evaluate_period (CasenessWork *work, guint period)
{
  const CasenessShared *shared = work->shared;
  guint variable, group;

  work->blocks = shared->answer->blocks + (gsize) period * shared->n_variables;
  caseness_frame_set_period (work->frame, &shared->question->periods[period]);
  if (!renew_filter (work))
    return FALSE;
  for (variable = 0; variable < shared->n_variables; variable++)
    start_variable (work, variable);
  caseness_work_start_matrix (work);
  count_measures (work);
  for (variable = 0; variable < shared->n_variables; variable++)
    {
      for (group = 0; group < work->blocks[variable].labels->len; group++)
        finish_group (work, variable, group);
      drop_empty_groups (work, variable);
      g_clear_pointer (&work->cells[variable], g_free);
    }
  return !g_cancellable_set_error_if_cancelled (shared->cancellable, &work->error);
}

/* Takes one period after another until there are none left or one of them failed. */
static void
evaluate_periods (guint piece, gpointer works)
{
  CasenessWork *work = (CasenessWork *) works + piece;
  CasenessShared *shared = (CasenessShared *) work->shared;

  while (work->error == NULL)
    {
      guint period = (guint) g_atomic_int_add (&shared->next_period, 1);

      if (period >= shared->question->n_periods || !evaluate_period (work, period))
        break;
    }
}

/* What does not depend on the period is filtered and grouped once for all threads. */
static gboolean
shared_init (CasenessShared *shared, CasenessSnapshot *snapshot, const CasenessQuestion *question, CasenessAnswer *answer,
             GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessFrame) frame = caseness_frame_new (snapshot);
  guint i;

  *shared = (CasenessShared){ .snapshot = snapshot, .question = question, .answer = answer, .cancellable = cancellable };
  shared->catalogue = caseness_measure_get_all (&shared->n_catalogue);
  shared->is_needed = g_new0 (gboolean, shared->n_catalogue);
  for (i = 0; i < answer->n_measures; i++)
    need (shared, (guint) (answer->measures[i] - shared->catalogue));
  shared->n_variables = MAX (question->n_variables, 1);
  shared->groupings = g_new0 (CasenessGrouping *, shared->n_variables);
  for (i = 0; i < shared->n_variables; i++)
    if (!caseness_question_is_grouped_by_period (question, i))
      shared->groupings[i] = caseness_variable_group (caseness_question_get_variable (question, i), frame);
  shared->is_filter_by_period = is_filter_by_period (question);
  return shared->is_filter_by_period || make_filter (frame, question, &shared->filter, error);
}

static void
shared_clear (CasenessShared *shared)
{
  guint i;

  for (i = 0; i < shared->n_variables; i++)
    caseness_grouping_free (shared->groupings[i]);
  g_free (shared->groupings);
  g_free (shared->is_needed);
  g_free (shared->filter);
}

static void
work_init (CasenessWork *work, const CasenessShared *shared)
{
  guint i;

  *work = (CasenessWork){ .shared = shared, .frame = caseness_frame_new (shared->snapshot) };
  work->groupings = g_memdup2 (shared->groupings, shared->n_variables * sizeof (CasenessGrouping *));
  work->cells = g_new0 (CasenessCell *, shared->n_variables);
  work->values = g_new0 (GArray *, shared->n_variables);
  for (i = 0; i < shared->n_variables; i++)
    work->values[i] = g_array_new (FALSE, FALSE, sizeof (CasenessGroupedValue));
}

static void
work_clear (CasenessWork *work)
{
  guint i;

  for (i = 0; i < work->shared->n_variables; i++)
    {
      if (caseness_question_is_grouped_by_period (work->shared->question, i))
        caseness_grouping_free (work->groupings[i]);
      g_array_unref (work->values[i]);
      g_free (work->cells[i]);
    }
  caseness_work_drop_filter (work);
  g_free (work->groupings);
  g_free (work->cells);
  g_free (work->values);
  g_free (work->matrix_variables);
  g_free (work->matrix.groups);
  g_free (work->rows);
  g_free (work->pathways);
  g_free (work->row_values);
  caseness_frame_free (work->frame);
}

CasenessAnswer *
caseness_evaluate (CasenessSnapshot *snapshot, const CasenessQuestion *question, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr(CasenessAnswer) answer = NULL;
  CasenessWork works[CASENESS_MOST_THREADS];
  gboolean is_done = TRUE;
  guint n_works, i;
  CasenessShared shared;

  g_return_val_if_fail (snapshot != NULL && question != NULL, NULL);
  answer = caseness_answer_new (question);
  if (!shared_init (&shared, snapshot, question, answer, cancellable, error))
    {
      shared_clear (&shared);
      return NULL;
    }
  n_works = caseness_threads_choose (caseness_snapshot_get_n_pathways (snapshot), CASENESS_MOST_THREADS);
  for (i = 0; i < n_works; i++)
    work_init (&works[i], &shared);
  if (n_works > 1 && question->n_periods == 1)
    {
      works[0].helper = &works[1];
      evaluate_periods (0, works);
    }
  else
    caseness_threads_run (n_works, n_works, evaluate_periods, works);
  for (i = 0; i < n_works; i++)
    {
      if (works[i].error != NULL && is_done)
        g_propagate_error (error, g_error_copy (works[i].error));
      is_done &= works[i].error == NULL;
      g_clear_error (&works[i].error);
      work_clear (&works[i]);
    }
  shared_clear (&shared);
  return is_done ? g_steal_pointer (&answer) : NULL;
}

GArray *
caseness_evaluate_rows (CasenessSnapshot *snapshot, const CasenessQuestion *question, const CasenessMeasure *measure,
                        GError **error)
{
  g_autoptr(CasenessFrame) frame = NULL;
  g_autofree guint64 *filter = NULL, *bitmap = NULL;
  g_autofree gint32 *values = NULL;
  GArray *rows;
  guint n, row;

  g_return_val_if_fail (snapshot != NULL && question != NULL && question->n_periods == 1, NULL);
  g_return_val_if_fail (measure != NULL && !caseness_measure_is_made_of_others (measure), NULL);
  frame = caseness_frame_new (snapshot);
  caseness_frame_set_period (frame, question->periods);
  if (!make_filter (frame, question, &filter, error))
    return NULL;
  n = caseness_table_get_n_rows (measure->table, snapshot);
  bitmap = caseness_condition_evaluate (measure->condition, frame);
  values = measure->sum != NULL ? caseness_sum_evaluate (measure->sum, frame) : NULL;
  rows = g_array_new (FALSE, FALSE, sizeof (guint));
  CASENESS_BITMAP_EACH (bitmap, n, row)
    {
      guint32 pathway = caseness_table_get_pathway (measure->table, snapshot, row);

      if (values != NULL && values[row] == CASENESS_CELL_UNKNOWN)
        continue;
      if (filter == NULL || (pathway != CASENESS_NO_ROW && caseness_bitmap_has (filter, pathway)))
        g_array_append_val (rows, row);
    }
  return rows;
}

guint64 *
caseness_evaluate_people (CasenessSnapshot *snapshot, const CasenessQuestion *question, GError **error)
{
  g_autoptr(CasenessFrame) frame = NULL;
  guint64 *people;

  g_return_val_if_fail (snapshot != NULL && question != NULL && question->n_periods == 1, NULL);
  frame = caseness_frame_new (snapshot);
  caseness_frame_set_period (frame, question->periods);
  if (!make_filter (frame, question, &people, error))
    return NULL;
  return people != NULL ? people : caseness_bitmap_new_full (caseness_snapshot_get_n_pathways (snapshot));
}
