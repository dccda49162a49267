/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-evaluate-private.h"

#include "caseness-bitmap.h"

#include <math.h>
#include <stdlib.h>
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
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint32 first = *(const gint32 *) a, second = *(const gint32 *) b;

  return (first > second) - (first < second);
}

/* NaN of fewer than two. */
static double
find_deviation (const gint32 *values, guint n)
{
  double sum = 0, squares = 0;
  guint i;

  for (i = 0; i < n; i++)
    sum += values[i];
  for (i = 0; i < n; i++)
    squares += (values[i] - sum / n) * (values[i] - sum / n);
  return n > 1 ? sqrt (squares / (n - 1)) : NAN;
}

/* Values that spread no wider than this are counted rather than sorted. */
#define MOST_COUNTED 8192
#define FEWEST_COUNTED 64

/* The value that @place others are before in order, of counts of values from @min on. */
static gint32
find_place (const guint *counts, gint32 min, guint place)
{
  guint i;

  for (i = 0; place >= counts[i]; i++)
    place -= counts[i];
  return min + (gint32) i;
}

static double
find_median (gint32 *values, guint n, gint32 min, gint32 max)
{
  guint counts[MOST_COUNTED] = { 0 }, i;

  if (n < FEWEST_COUNTED || (gint64) max - min >= MOST_COUNTED)
    {
      qsort (values, n, sizeof *values, compare_numbers);
      return ((double) values[(n - 1) / 2] + (double) values[n / 2]) / 2;
    }
  for (i = 0; i < n; i++)
    counts[values[i] - min]++;
  return ((double) find_place (counts, min, (n - 1) / 2) + (double) find_place (counts, min, n / 2)) / 2;
}

static double
pick (gint32 *values, guint n, CasenessStatistic statistic)
{
  gint32 min = values[0], max = values[0];
  guint i;

  if (statistic == CASENESS_STATISTIC_DEVIATION)
    return find_deviation (values, n);
  for (i = 1; i < n; i++)
    {
      min = MIN (min, values[i]);
      max = MAX (max, values[i]);
    }
  if (statistic == CASENESS_STATISTIC_MIN)
    return min;
  if (statistic == CASENESS_STATISTIC_MAX)
    return max;
  return find_median (values, n, min, max);
}

/* The values group by group; @ends says where those of each end. */
static gint32 *
part_values (const GArray *values, guint *ends, guint n_groups)
{
  gint32 *parted = g_new (gint32, values->len + 1);
  guint i, end = 0;

  for (i = 0; i < values->len; i++)
    ends[g_array_index (values, CasenessGroupedValue, i).group]++;
  for (i = 0; i < n_groups; i++)
    {
      guint n = ends[i];

      ends[i] = end;
      end += n;
    }
  for (i = 0; i < values->len; i++)
    {
      const CasenessGroupedValue *value = &g_array_index (values, CasenessGroupedValue, i);

      parted[ends[value->group]++] = value->value;
    }
  return parted;
}

/* The median, largest or smallest value of each group. */
static void
pick_values (CasenessWork *work, guint variable, guint measure)
{
  const CasenessMeasure *wanted = &work->shared->catalogue[measure];
  guint n_groups = work->blocks[variable].labels->len, start = 0, i;
  g_autofree guint *ends = g_new0 (guint, n_groups + 1);
  g_autofree gint32 *values = part_values (work->values[variable], ends, n_groups);

  for (i = 0; i < n_groups; i++)
    {
      if (ends[i] > start)
        work->blocks[variable].figures[(gsize) i * work->shared->n_catalogue + measure].value
          = pick (values + start, ends[i] - start, wanted->statistic) / caseness_sum_get_scale (wanted->sum);
      start = ends[i];
    }
  g_array_set_size (work->values[variable], 0);
}

/* Where the rows lie pathway by pathway, all rows of whoever passes do. */
static void
mark_spans (const CasenessSpans *spans, const guint64 *people, guint64 *filter)
{
  guint i;

  CASENESS_BITMAP_EACH (people, spans->first->n - 1, i)
    caseness_bitmap_set_range (filter, (guint) caseness_packed_get (spans->first, i),
                               (guint) caseness_packed_get (spans->first, i + 1));
}

/* The rows whose pathway passes; those of nobody never do. */
static void
mark_rows (const CasenessPacked *pathways, const guint64 *people, guint64 *filter)
{
  gint32 owners[CASENESS_PACKED_BLOCK];
  guint from, i;

  for (from = 0; from < pathways->n; from += CASENESS_PACKED_BLOCK)
    {
      guint n = MIN (pathways->n - from, CASENESS_PACKED_BLOCK);

      caseness_packed_read (pathways, from, n, owners);
      for (i = 0; i < n; i++)
        if ((guint32) owners[i] != CASENESS_NO_ROW && caseness_bitmap_has (people, (guint32) owners[i]))
          caseness_bitmap_set (filter, from + i);
    }
}

/* The filter as rows of another table. */
static const guint64 *
get_row_filter (CasenessWork *work, CasenessTable table)
{
  const CasenessSnapshot *snapshot = work->shared->snapshot;
  const CasenessSpans *spans = caseness_table_peek_spans (table, snapshot);
  guint64 *filter;

  if (work->filter == NULL || table == CASENESS_TABLE_REFERRAL)
    return work->filter;
  if (work->row_filters[table] != NULL)
    return work->row_filters[table];
  filter = caseness_bitmap_new (caseness_table_get_n_rows (table, snapshot));
  if (spans != NULL)
    mark_spans (spans, work->filter, filter);
  else
    mark_rows (caseness_table_peek_pathways (table, snapshot), work->filter, filter);
  work->row_filters[table] = filter;
  return filter;
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

  make_room (work, caseness_bitmap_count (bitmap, filter, n));
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
    work->cells[0][measure].n = caseness_bitmap_count (bitmap, filter, n);
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

  work->filter = NULL;
  g_clear_pointer (&work->own_filter, g_free);
  for (i = 0; i < CASENESS_N_TABLES; i++)
    g_clear_pointer (&work->row_filters[i], g_free);
}

void
caseness_work_lend (const CasenessWork *work, CasenessWork *helper)
{
  caseness_frame_set_period (helper->frame, caseness_frame_get_period (work->frame));
  memcpy (helper->groupings, work->groupings, work->shared->n_variables * sizeof *work->groupings);
  memcpy (helper->cells, work->cells, work->shared->n_variables * sizeof *work->cells);
  helper->matrix = work->matrix;
  helper->matrix_variables = work->matrix_variables;
  helper->blocks = work->blocks;
  helper->filter = work->filter;
}

void
caseness_work_take_back (CasenessWork *helper)
{
  caseness_work_drop_filter (helper);
  memset (helper->groupings, 0, helper->shared->n_variables * sizeof *helper->groupings);
  memset (helper->cells, 0, helper->shared->n_variables * sizeof *helper->cells);
  helper->matrix = (CasenessMatrix){ 0, NULL };
  helper->matrix_variables = NULL;
  helper->blocks = NULL;
}
