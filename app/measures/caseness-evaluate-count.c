/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-evaluate-private.h"

#include "caseness-bitmap.h"

#include <math.h>
#include <string.h>

static gboolean
wants_values (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_MEDIAN || measure->statistic == CASENESS_STATISTIC_MAX
         || measure->statistic == CASENESS_STATISTIC_MIN || measure->statistic == CASENESS_STATISTIC_DEVIATION;
}

static void
keep_value (CasenessWork *work, guint variable, guint group, gint32 value)
{
  CasenessGroupedValue grouped = { group, value };

  g_array_append_val (work->values[variable], grouped);
}

static inline void
add_to_cell (CasenessCell *cells, gsize stride, guint group, gint32 value)
{
  cells[group * stride].n++;
  cells[group * stride].sum += value;
}

/* Adds the rows of one measure to the groups of one variable. */
static void
add_rows (CasenessWork *work, guint measure, guint variable)
{
  const CasenessGrouping *grouping = work->groupings[variable];
  gboolean keeps = wants_values (&work->shared->catalogue[measure]);
  gsize stride = work->shared->n_catalogue;
  CasenessCell *cells = work->cells[variable] + measure;
  guint i;

  for (i = 0; i < work->n_rows; i++)
    {
      guint32 pathway = work->pathways[i], mask;

      if (pathway == CASENESS_NO_ROW)
        {
          if (caseness_question_get_variable (work->shared->question, variable) == NULL)
            add_to_cell (cells, stride, 0, work->row_values[i]);
          continue;
        }
      if (grouping->masks == NULL)
        {
          add_to_cell (cells, stride, grouping->groups[pathway], work->row_values[i]);
          if (keeps)
            keep_value (work, variable, grouping->groups[pathway], work->row_values[i]);
          continue;
        }
      for (mask = grouping->masks[pathway]; mask != 0; mask &= mask - 1)
        {
          guint group = (guint) __builtin_ctz (mask);

          add_to_cell (cells, stride, group, work->row_values[i]);
          if (keeps)
            keep_value (work, variable, group, work->row_values[i]);
        }
    }
}

/* The same for all variables of the matrix at once, for measures that are counted or added up. */
static void
add_rows_to_matrix (CasenessWork *work, guint measure)
{
  gsize stride = work->shared->n_catalogue;
  guint width = work->matrix.width, i, k;
  g_autofree CasenessCell **cells = g_new (CasenessCell *, MAX (width, 1));

  for (k = 0; k < width; k++)
    cells[k] = work->cells[work->matrix_variables[k]] + measure;
  for (i = 0; i < work->n_rows; i++)
    {
      const guint16 *groups = work->matrix.groups + (gsize) work->pathways[i] * width;

      if (work->pathways[i] == CASENESS_NO_ROW)
        continue;
      for (k = 0; k < width; k++)
        add_to_cell (cells[k], stride, groups[k], work->row_values[i]);
    }
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const CasenessGroupedValue *first = a, *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  return (first->value > second->value) - (first->value < second->value);
}

/* NaN of fewer than two. */
static double
find_deviation (const CasenessGroupedValue *values, guint n)
{
  double sum = 0, squares = 0;
  guint i;

  for (i = 0; i < n; i++)
    sum += values[i].value;
  for (i = 0; i < n; i++)
    squares += (values[i].value - sum / n) * (values[i].value - sum / n);
  return n > 1 ? sqrt (squares / (n - 1)) : NAN;
}

static double
pick (const CasenessGroupedValue *values, guint n, CasenessStatistic statistic)
{
  if (statistic == CASENESS_STATISTIC_MIN)
    return values[0].value;
  if (statistic == CASENESS_STATISTIC_MAX)
    return values[n - 1].value;
  if (statistic == CASENESS_STATISTIC_DEVIATION)
    return find_deviation (values, n);
  return ((double) values[(n - 1) / 2].value + (double) values[n / 2].value) / 2;
}

/* The median, largest or smallest value of each group. */
static void
pick_values (CasenessWork *work, guint variable, guint measure)
{
  const CasenessMeasure *wanted = &work->shared->catalogue[measure];
  GArray *values = work->values[variable];
  guint start, end;

  g_array_sort (values, compare_values);
  for (start = 0; start < values->len; start = end)
    {
      const CasenessGroupedValue *first = &g_array_index (values, CasenessGroupedValue, start);

      for (end = start; end < values->len && g_array_index (values, CasenessGroupedValue, end).group == first->group; end++)
        ;
      work->blocks[variable].figures[(gsize) first->group * work->shared->n_catalogue + measure].value
        = pick (first, end - start, wanted->statistic) / caseness_sum_get_scale (wanted->sum);
    }
  g_array_set_size (values, 0);
}

/* The filter as rows of another table: those of nobody never pass. */
static const guint64 *
get_row_filter (CasenessWork *work, CasenessTable table)
{
  const CasenessPacked *pathways = caseness_table_peek_pathways (table, work->shared->snapshot);
  guint64 *filter;
  guint i;

  if (work->filter == NULL || pathways == NULL)
    return work->filter;
  if (work->row_filters[table] != NULL)
    return work->row_filters[table];
  filter = caseness_bitmap_new (pathways->n);
  for (i = 0; i < pathways->n; i++)
    {
      guint32 pathway = (guint32) caseness_packed_get (pathways, i);

      if (pathway != CASENESS_NO_ROW && caseness_bitmap_has (work->filter, pathway))
        caseness_bitmap_set (filter, i);
    }
  work->row_filters[table] = filter;
  return filter;
}

/* In pairs, fours and bytes; without an instruction that not every processor has, and quicker than the compiler's call. */
static inline guint
count_word (guint64 word)
{
  word -= word >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  word = (word & G_GUINT64_CONSTANT (0x3333333333333333)) + (word >> 2 & G_GUINT64_CONSTANT (0x3333333333333333));
  word = (word + (word >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
  return (guint) (word * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
}

static guint
count_bits (const guint64 *bitmap, const guint64 *filter, guint n)
{
  guint count = 0;
  gsize i;

  for (i = 0; i < CASENESS_BITMAP_WORDS (n); i++)
    count += count_word (filter != NULL ? bitmap[i] & filter[i] : bitmap[i]);
  return count;
}

static void
make_room (CasenessWork *work, guint n)
{
  if (n <= work->n_room)
    return;
  work->n_room = n;
  work->rows = g_renew (guint32, work->rows, n);
  work->pathways = g_renew (guint32, work->pathways, n);
  work->row_values = g_renew (gint32, work->row_values, n);
}

/* Lists the rows of a bitmap that pass the filter, and whose they are. */
static void
list_rows (CasenessWork *work, const CasenessMeasure *measure, const guint64 *bitmap, const guint64 *filter, guint n)
{
  const CasenessPacked *pathways = caseness_table_peek_pathways (measure->table, work->shared->snapshot);
  guint i;
  gsize word;

  make_room (work, count_bits (bitmap, filter, n));
  work->n_rows = 0;
  for (word = 0; word < CASENESS_BITMAP_WORDS (n); word++)
    {
      guint64 rest = filter != NULL ? bitmap[word] & filter[word] : bitmap[word];

      for (; rest != 0; rest &= rest - 1)
        work->rows[work->n_rows++] = (guint32) (word * 64) + (guint32) __builtin_ctzll (rest);
    }
  if (work->n_rows > 0)
    memset (work->row_values, 0, work->n_rows * sizeof (gint32));
  for (i = 0; i < work->n_rows; i++)
    work->pathways[i] = pathways != NULL ? (guint32) caseness_packed_get (pathways, work->rows[i]) : work->rows[i];
}

/* Takes the values of the rows, and out the rows that have none. */
static void
find_values (CasenessWork *work, const CasenessMeasure *measure)
{
  guint kept = 0, i;

  caseness_sum_evaluate_rows (measure->sum, work->frame, work->rows, work->n_rows, work->row_values);
  for (i = 0; i < work->n_rows; i++)
    if (work->row_values[i] != CASENESS_CELL_UNKNOWN)
      {
        work->row_values[kept] = work->row_values[i];
        work->pathways[kept++] = work->pathways[i];
      }
  work->n_rows = kept;
}

static gboolean
is_in_matrix (const CasenessWork *work, guint variable)
{
  guint k;

  for (k = 0; k < work->matrix.width; k++)
    if (work->matrix_variables[k] == variable)
      return TRUE;
  return FALSE;
}

static void
add_rows_to_all (CasenessWork *work, guint measure)
{
  const CasenessMeasure *wanted = &work->shared->catalogue[measure];
  guint variable;

  if (!wants_values (wanted))
    add_rows_to_matrix (work, measure);
  for (variable = 0; variable < work->shared->n_variables; variable++)
    {
      if (wants_values (wanted) || !is_in_matrix (work, variable))
        add_rows (work, measure, variable);
      if (wants_values (wanted))
        pick_values (work, variable, measure);
    }
}

/* Counts the rows of one measure, and adds up or keeps their values. Where everybody is one group and each row counts
 * one, nobody needs to know which rows they are. */
void
caseness_work_count (CasenessWork *work, guint measure)
{
  const CasenessMeasure *wanted = &work->shared->catalogue[measure];
  guint n = caseness_table_get_n_rows (wanted->table, work->shared->snapshot);
  const guint64 *filter = get_row_filter (work, wanted->table);
  const guint64 *bitmap = caseness_condition_get (wanted->condition, work->frame);

  if (work->shared->n_variables == 1 && caseness_question_get_variable (work->shared->question, 0) == NULL && wanted->sum == NULL)
    work->cells[0][measure].n = count_bits (bitmap, filter, n);
  else
    {
      list_rows (work, wanted, bitmap, filter, n);
      if (wanted->sum != NULL)
        find_values (work, wanted);
      add_rows_to_all (work, measure);
    }
  caseness_memo_drop ((gpointer) bitmap);
}

/* Writes the groups of variables into the matrix, all of them or those that the new period changed. */
static void
fill_matrix (CasenessWork *work, gboolean is_new)
{
  guint n = caseness_snapshot_get_n_pathways (work->shared->snapshot), width = work->matrix.width, k, i;

  for (k = 0; k < width; k++)
    {
      const CasenessGrouping *grouping = work->groupings[work->matrix_variables[k]];

      if (!is_new && !caseness_question_is_grouped_by_period (work->shared->question, work->matrix_variables[k]))
        continue;
      for (i = 0; i < n; i++)
        work->matrix.groups[(gsize) i * width + k] = (guint16) grouping->groups[i];
    }
}

/* A few variables are as quick one by one. Those that do not go in: somebody may be in several groups, there are too
 * many groups, or a row of nobody counts. */
#define FEWEST_FOR_MATRIX 3

void
caseness_work_start_matrix (CasenessWork *work)
{
  guint n = caseness_snapshot_get_n_pathways (work->shared->snapshot), i;

  if (work->matrix.groups != NULL)
    {
      fill_matrix (work, FALSE);
      return;
    }
  if (work->matrix_variables != NULL || work->shared->n_variables < FEWEST_FOR_MATRIX)
    return;
  work->matrix_variables = g_new0 (guint, work->shared->n_variables);
  for (i = 0; i < work->shared->n_variables; i++)
    if (caseness_question_get_variable (work->shared->question, i) != NULL && work->groupings[i]->masks == NULL
        && work->groupings[i]->labels->len <= G_MAXUINT16)
      work->matrix_variables[work->matrix.width++] = i;
  if (work->matrix.width == 0)
    return;
  work->matrix.groups = g_new (guint16, (gsize) MAX (n, 1) * work->matrix.width);
  fill_matrix (work, TRUE);
}

void
caseness_work_drop_filter (CasenessWork *work)
{
  guint i;

  g_clear_pointer (&work->filter, g_free);
  for (i = 0; i < CASENESS_N_TABLES; i++)
    g_clear_pointer (&work->row_filters[i], g_free);
}

