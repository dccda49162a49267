/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-evaluate.h"

#include "caseness-bitmap.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* What the rows of one measure add up to in one group. */
typedef struct
{
  gint64 sum;
  guint32 n;
} Cell;

/* A value and the group it belongs to; sorted, the values of a group lie together in order. */
typedef struct
{
  guint32 group;
  gint32 value;
} GroupedValue;

/* One variable in one period. */
typedef struct
{
  GPtrArray *labels;
  CasenessFigure *figures; /* group by group, all measures of the catalogue */
} Block;

struct _CasenessAnswer
{
  CasenessPeriod *periods;
  guint n_periods;
  const CasenessMeasure **measures;
  guint n_measures;
  char **variables;
  guint n_variables;
  Block *blocks; /* period by period */
};

/* What is at hand while one period is worked out. */
typedef struct
{
  CasenessFrame *frame;
  const CasenessQuestion *question;
  const CasenessMeasure *catalogue;
  guint n_catalogue;
  gboolean *is_needed;         /* by measure of the catalogue */
  CasenessGrouping **groupings; /* by variable; kept where they do not depend on the period */
  Cell **cells;                 /* by variable: group by group, all measures */
  GArray **values;              /* by variable: GroupedValue, of the measure at hand */
  Block *blocks;                /* of this period */
  guint64 *filter;              /* NULL for everybody */
  gboolean has_filter;          /* it has been made, maybe for another period */
  GArray *rows;                 /* guint32, of the measure at hand */
  GArray *pathways;             /* guint32: whose they are */
  GArray *row_values;           /* gint32 */
} Work;

static const CasenessVariable *
get_variable (const CasenessQuestion *question, guint i)
{
  return question->n_variables > 0 ? question->variables[i] : NULL;
}

static guint
get_n_variables (const CasenessQuestion *question)
{
  return MAX (question->n_variables, 1);
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
      const CasenessWhere *where = &question->where[i];
      const char *const values[] = { where->value, NULL };
      g_autofree guint64 *wanted = caseness_variable_select (where->variable, values, frame, error);

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
need (Work *work, guint measure)
{
  const CasenessMeasure *wanted = &work->catalogue[measure];
  guint i;

  if (work->is_needed[measure])
    return;
  work->is_needed[measure] = TRUE;
  for (i = 0; i < wanted->numerator->len; i++)
    need (work, g_array_index (wanted->numerator, CasenessMeasurePart, i).measure);
  for (i = 0; i < wanted->denominator->len; i++)
    need (work, g_array_index (wanted->denominator, CasenessMeasurePart, i).measure);
}

static gboolean
wants_values (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_MEDIAN || measure->statistic == CASENESS_STATISTIC_MAX
         || measure->statistic == CASENESS_STATISTIC_MIN;
}

static void
keep_value (Work *work, guint variable, guint group, gint32 value)
{
  GroupedValue grouped = { group, value };

  g_array_append_val (work->values[variable], grouped);
}

static inline void
add_to_cell (Cell *cells, gsize stride, guint group, gint32 value)
{
  cells[group * stride].n++;
  cells[group * stride].sum += value;
}

/* Adds the rows of one measure to the groups of one variable. */
static void
add_rows (Work *work, guint measure, guint variable)
{
  const CasenessGrouping *grouping = work->groupings[variable];
  const guint32 *pathways = (const guint32 *) (gconstpointer) work->pathways->data;
  const gint32 *values = (const gint32 *) (gconstpointer) work->row_values->data;
  gboolean keeps = wants_values (&work->catalogue[measure]);
  Cell *cells = work->cells[variable] + measure;
  guint i;

  for (i = 0; i < work->pathways->len; i++)
    {
      guint32 pathway = pathways[i], mask;
      guint group;

      if (pathway == CASENESS_NO_ROW)
        {
          if (get_variable (work->question, variable) == NULL)
            add_to_cell (cells, work->n_catalogue, 0, values[i]);
          continue;
        }
      if (grouping->masks == NULL)
        {
          add_to_cell (cells, work->n_catalogue, grouping->groups[pathway], values[i]);
          if (keeps)
            keep_value (work, variable, grouping->groups[pathway], values[i]);
          continue;
        }
      for (mask = grouping->masks[pathway]; mask != 0; mask &= mask - 1)
        {
          group = (guint) __builtin_ctz (mask);
          add_to_cell (cells, work->n_catalogue, group, values[i]);
          if (keeps)
            keep_value (work, variable, group, values[i]);
        }
    }
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const GroupedValue *first = a, *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  return (first->value > second->value) - (first->value < second->value);
}

static double
pick (const GroupedValue *values, guint n, CasenessStatistic statistic)
{
  if (statistic == CASENESS_STATISTIC_MIN)
    return values[0].value;
  if (statistic == CASENESS_STATISTIC_MAX)
    return values[n - 1].value;
  return ((double) values[(n - 1) / 2].value + (double) values[n / 2].value) / 2;
}

/* The median, largest or smallest value of each group. */
static void
pick_values (Work *work, guint variable, guint measure)
{
  const CasenessMeasure *wanted = &work->catalogue[measure];
  GArray *values = work->values[variable];
  guint start, end;

  g_array_sort (values, compare_values);
  for (start = 0; start < values->len; start = end)
    {
      const GroupedValue *first = &g_array_index (values, GroupedValue, start);

      for (end = start; end < values->len && g_array_index (values, GroupedValue, end).group == first->group; end++)
        ;
      work->blocks[variable].figures[(gsize) first->group * work->n_catalogue + measure].value
        = pick (first, end - start, wanted->statistic) / caseness_sum_get_scale (wanted->sum);
    }
  g_array_set_size (values, 0);
}

/* Finds the rows of one measure that pass the filter, whose they are, and their values. */
static void
find_rows (Work *work, const CasenessMeasure *measure)
{
  CasenessSnapshot *snapshot = caseness_frame_get_snapshot (work->frame);
  guint n = caseness_table_get_n_rows (measure->table, snapshot), row;
  g_autofree guint64 *bitmap = caseness_condition_evaluate (measure->condition, work->frame);

  g_array_set_size (work->rows, 0);
  g_array_set_size (work->pathways, 0);
  CASENESS_BITMAP_EACH (bitmap, n, row)
    {
      guint32 pathway = row;

      if (measure->table != CASENESS_TABLE_REFERRAL)
        pathway = caseness_table_get_pathway (measure->table, snapshot, row);
      if (work->filter != NULL && (pathway == CASENESS_NO_ROW || !caseness_bitmap_has (work->filter, pathway)))
        continue;
      g_array_append_val (work->rows, row);
      g_array_append_val (work->pathways, pathway);
    }
  g_array_set_size (work->row_values, work->rows->len);
  if (work->rows->len > 0)
    memset (work->row_values->data, 0, work->rows->len * sizeof (gint32));
}

/* Takes the values of the rows, and out the rows that have none. */
static void
find_values (Work *work, const CasenessMeasure *measure)
{
  gint32 *values = (gint32 *) (gpointer) work->row_values->data;
  guint32 *pathways = (guint32 *) (gpointer) work->pathways->data;
  guint n = work->rows->len, kept = 0, i;

  caseness_sum_evaluate_rows (measure->sum, work->frame, (const guint32 *) (gconstpointer) work->rows->data, n, values);
  for (i = 0; i < n; i++)
    if (values[i] != CASENESS_CELL_UNKNOWN)
      {
        values[kept] = values[i];
        pathways[kept++] = pathways[i];
      }
  g_array_set_size (work->pathways, kept);
}

/* Counts the rows of one measure, and adds up or keeps their values. */
static void
count_rows (Work *work, guint measure)
{
  const CasenessMeasure *wanted = &work->catalogue[measure];
  guint variable;

  find_rows (work, wanted);
  if (wanted->sum != NULL)
    find_values (work, wanted);
  for (variable = 0; variable < get_n_variables (work->question); variable++)
    {
      add_rows (work, measure, variable);
      if (wants_values (wanted))
        pick_values (work, variable, measure);
    }
}

/* Turns what was added up into the figure of a measure that counts rows. */
static void
finish_figure (const CasenessMeasure *measure, const Cell *cell, CasenessFigure *figure)
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
      figure->denominator = cell->n;
      if (cell->n == 0)
        figure->value = NAN;
      break;
    case CASENESS_STATISTIC_TOTAL:
    case CASENESS_STATISTIC_PERCENTAGE:
    case CASENESS_STATISTIC_RATIO:
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

static void
combine_figure (const CasenessMeasure *measure, const CasenessFigure *figures, CasenessFigure *figure)
{
  if (measure->statistic == CASENESS_STATISTIC_NONE)
    {
      *figure = (CasenessFigure){ NAN, NAN, NAN };
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
finish_group (Work *work, guint variable, guint group)
{
  CasenessFigure *figures = work->blocks[variable].figures + (gsize) group * work->n_catalogue;
  const Cell *cells = work->cells[variable] + (gsize) group * work->n_catalogue;
  guint i;

  for (i = 0; i < work->n_catalogue; i++)
    if (work->is_needed[i] && !caseness_measure_is_made_of_others (&work->catalogue[i]))
      finish_figure (&work->catalogue[i], &cells[i], &figures[i]);
  for (i = 0; i < work->n_catalogue; i++)
    if (work->is_needed[i] && caseness_measure_is_made_of_others (&work->catalogue[i]))
      combine_figure (&work->catalogue[i], figures, &figures[i]);
}

static gboolean
is_occupied (const Work *work, guint variable, guint group)
{
  const Cell *cells = work->cells[variable] + (gsize) group * work->n_catalogue;
  guint i;

  for (i = 0; i < work->n_catalogue; i++)
    if (cells[i].n > 0)
      return TRUE;
  return FALSE;
}

/* Where groups are whatever occurs, those that nothing fell into are left out (rulings 111). */
static void
drop_empty_groups (Work *work, guint variable)
{
  const CasenessVariable *asked = get_variable (work->question, variable);
  Block *block = &work->blocks[variable];
  GPtrArray *kept;
  guint i;

  if (asked == NULL || caseness_variable_has_given_groups (asked))
    return;
  kept = g_ptr_array_new_with_free_func (g_free);
  for (i = 0; i < block->labels->len; i++)
    {
      if (!is_occupied (work, variable, i))
        continue;
      memmove (block->figures + (gsize) kept->len * work->n_catalogue, block->figures + (gsize) i * work->n_catalogue,
               work->n_catalogue * sizeof (CasenessFigure));
      g_ptr_array_add (kept, g_strdup (g_ptr_array_index (block->labels, i)));
    }
  g_ptr_array_unref (block->labels);
  block->labels = kept;
}

static void
start_variable (Work *work, guint variable)
{
  const CasenessVariable *asked = get_variable (work->question, variable);
  Block *block = &work->blocks[variable];
  gsize n_cells;
  guint i;

  if (work->groupings[variable] == NULL || (asked != NULL && caseness_variable_is_by_period (asked)))
    {
      caseness_grouping_free (work->groupings[variable]);
      work->groupings[variable] = caseness_variable_group (asked, work->frame);
    }
  block->labels = g_ptr_array_new_with_free_func (g_free);
  for (i = 0; i < work->groupings[variable]->labels->len; i++)
    g_ptr_array_add (block->labels, g_strdup (g_ptr_array_index (work->groupings[variable]->labels, i)));
  n_cells = (gsize) MAX (block->labels->len, 1) * work->n_catalogue;
  block->figures = g_new0 (CasenessFigure, n_cells);
  work->cells[variable] = g_new0 (Cell, n_cells);
}

/* Once for all periods, unless other people are wanted in each. */
static gboolean
renew_filter (Work *work, GError **error)
{
  if (work->has_filter && !is_filter_by_period (work->question))
    return TRUE;
  g_clear_pointer (&work->filter, g_free);
  work->has_filter = make_filter (work->frame, work->question, &work->filter, error);
  return work->has_filter;
}

static gboolean
evaluate_period (Work *work, GCancellable *cancellable, GError **error)
{
  guint n_variables = get_n_variables (work->question), variable, group, i;

  if (!renew_filter (work, error))
    return FALSE;
  for (variable = 0; variable < n_variables; variable++)
    start_variable (work, variable);
  for (i = 0; i < work->n_catalogue && !g_cancellable_is_cancelled (cancellable); i++)
    if (work->is_needed[i] && !caseness_measure_is_made_of_others (&work->catalogue[i]))
      count_rows (work, i);
  for (variable = 0; variable < n_variables; variable++)
    {
      for (group = 0; group < work->blocks[variable].labels->len; group++)
        finish_group (work, variable, group);
      drop_empty_groups (work, variable);
      g_clear_pointer (&work->cells[variable], g_free);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static CasenessAnswer *
answer_new (const CasenessQuestion *question, const CasenessMeasure *catalogue, guint n_catalogue)
{
  CasenessAnswer *answer = g_new0 (CasenessAnswer, 1);
  guint n_variables = get_n_variables (question), i;

  answer->n_periods = question->n_periods;
  answer->periods = g_memdup2 (question->periods, question->n_periods * sizeof (CasenessPeriod));
  answer->measures = g_new0 (const CasenessMeasure *, MAX (question->n_measures, n_catalogue));
  for (i = 0; i < n_catalogue && question->measures == NULL; i++)
    if (catalogue[i].is_listed)
      answer->measures[answer->n_measures++] = &catalogue[i];
  for (i = 0; i < question->n_measures && question->measures != NULL; i++)
    answer->measures[answer->n_measures++] = question->measures[i];
  answer->n_variables = n_variables;
  answer->variables = g_new0 (char *, n_variables + 1);
  for (i = 0; i < n_variables; i++)
    {
      const CasenessVariable *variable = get_variable (question, i);

      answer->variables[i]
        = g_strdup (variable != NULL ? caseness_variable_get_name (variable) : CASENESS_VARIABLE_TOTAL);
    }
  answer->blocks = g_new0 (Block, (gsize) answer->n_periods * n_variables);
  return answer;
}

static void
work_init (Work *work, CasenessSnapshot *snapshot, const CasenessQuestion *question, const CasenessAnswer *answer)
{
  guint n_variables = get_n_variables (question), i;

  *work = (Work){ .frame = caseness_frame_new (snapshot), .question = question };
  work->catalogue = caseness_measure_get_all (&work->n_catalogue);
  work->is_needed = g_new0 (gboolean, work->n_catalogue);
  for (i = 0; i < answer->n_measures; i++)
    need (work, (guint) (answer->measures[i] - work->catalogue));
  work->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  work->pathways = g_array_new (FALSE, FALSE, sizeof (guint32));
  work->row_values = g_array_new (FALSE, FALSE, sizeof (gint32));
  work->groupings = g_new0 (CasenessGrouping *, n_variables);
  work->cells = g_new0 (Cell *, n_variables);
  work->values = g_new0 (GArray *, n_variables);
  for (i = 0; i < n_variables; i++)
    work->values[i] = g_array_new (FALSE, FALSE, sizeof (GroupedValue));
}

static void
work_clear (Work *work)
{
  guint i;

  for (i = 0; i < get_n_variables (work->question); i++)
    {
      caseness_grouping_free (work->groupings[i]);
      g_array_unref (work->values[i]);
      g_free (work->cells[i]);
    }
  g_free (work->groupings);
  g_free (work->cells);
  g_free (work->values);
  g_free (work->is_needed);
  g_free (work->filter);
  g_array_unref (work->rows);
  g_array_unref (work->pathways);
  g_array_unref (work->row_values);
  caseness_frame_free (work->frame);
}

CasenessAnswer *
caseness_evaluate (CasenessSnapshot *snapshot, const CasenessQuestion *question, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr(CasenessAnswer) answer = NULL;
  const CasenessMeasure *catalogue;
  gboolean is_done = TRUE;
  guint n, i;
  Work work;

  g_return_val_if_fail (snapshot != NULL && question != NULL, NULL);
  catalogue = caseness_measure_get_all (&n);
  answer = answer_new (question, catalogue, n);
  work_init (&work, snapshot, question, answer);
  for (i = 0; i < question->n_periods && is_done; i++)
    {
      work.blocks = answer->blocks + (gsize) i * answer->n_variables;
      caseness_frame_set_period (work.frame, &question->periods[i]);
      is_done = evaluate_period (&work, cancellable, error);
    }
  work_clear (&work);
  return is_done ? g_steal_pointer (&answer) : NULL;
}

void
caseness_answer_free (CasenessAnswer *answer)
{
  guint i;

  if (answer == NULL)
    return;
  for (i = 0; i < answer->n_periods * answer->n_variables; i++)
    {
      g_clear_pointer (&answer->blocks[i].labels, g_ptr_array_unref);
      g_free (answer->blocks[i].figures);
    }
  g_free (answer->blocks);
  g_free (answer->periods);
  g_free (answer->measures);
  g_strfreev (answer->variables);
  g_free (answer);
}

guint
caseness_answer_get_n_periods (const CasenessAnswer *answer)
{
  return answer->n_periods;
}

const CasenessPeriod *
caseness_answer_get_period (const CasenessAnswer *answer, guint period)
{
  g_return_val_if_fail (period < answer->n_periods, NULL);
  return &answer->periods[period];
}

guint
caseness_answer_get_n_measures (const CasenessAnswer *answer)
{
  return answer->n_measures;
}

const CasenessMeasure *
caseness_answer_get_measure (const CasenessAnswer *answer, guint measure)
{
  g_return_val_if_fail (measure < answer->n_measures, NULL);
  return answer->measures[measure];
}

guint
caseness_answer_get_n_variables (const CasenessAnswer *answer)
{
  return answer->n_variables;
}

const char *
caseness_answer_get_variable_name (const CasenessAnswer *answer, guint variable)
{
  g_return_val_if_fail (variable < answer->n_variables, NULL);
  return answer->variables[variable];
}

static const Block *
get_block (const CasenessAnswer *answer, guint period, guint variable)
{
  g_assert (period < answer->n_periods && variable < answer->n_variables);
  return &answer->blocks[(gsize) period * answer->n_variables + variable];
}

guint
caseness_answer_get_n_groups (const CasenessAnswer *answer, guint period, guint variable)
{
  return get_block (answer, period, variable)->labels->len;
}

const char *
caseness_answer_get_group (const CasenessAnswer *answer, guint period, guint variable, guint group)
{
  return g_ptr_array_index (get_block (answer, period, variable)->labels, group);
}

CasenessFigure
caseness_answer_get (const CasenessAnswer *answer, guint period, guint variable, guint group, guint measure)
{
  guint n;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n);

  return get_block (answer, period, variable)->figures[(gsize) group * n + (guint) (answer->measures[measure] - catalogue)];
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
