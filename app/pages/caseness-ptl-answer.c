/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-answer.h"

#include "caseness-ptl-meeting.h"

CasenessPtlQuery *
caseness_ptl_query_copy (const CasenessPtlQuery *query)
{
  CasenessPtlQuery *copy = g_memdup2 (query, sizeof *query);

  caseness_snapshot_ref (copy->snapshot);
  caseness_filter_ref (copy->filter);
  copy->only_group = g_strdup (query->only_group);
  if (query->journal != NULL)
    caseness_journal_ref (copy->journal);
  return copy;
}

void
caseness_ptl_query_free (CasenessPtlQuery *query)
{
  caseness_snapshot_unref (query->snapshot);
  caseness_filter_unref (query->filter);
  g_free (query->only_group);
  g_clear_pointer (&query->journal, caseness_journal_unref);
  g_free (query);
}

CasenessFilter *
caseness_ptl_query_narrow (const CasenessPtlQuery *query)
{
  g_autoptr(CasenessFilter) without = NULL;
  CasenessDimension dimension;

  if (query->only_group == NULL)
    return caseness_filter_ref (query->filter);
  /* A filter lets any of several values through; here only the one may. */
  dimension = query->only_split == CASENESS_PTL_SPLIT_LOCALITY ? CASENESS_DIMENSION_LOCALITY
                                                               : CASENESS_DIMENSION_THERAPY;
  without = caseness_filter_without (query->filter, dimension, NULL);
  return caseness_filter_with (without, dimension, query->only_group);
}

/* What can be filtered by depends on these alone. */
static gboolean
has_same_groups (const CasenessPtlQuery *a, const CasenessPtlQuery *b)
{
  return a->snapshot == b->snapshot && a->as_at == b->as_at;
}

static gboolean
has_same_queues (const CasenessPtlQuery *a, const CasenessPtlQuery *b)
{
  return has_same_groups (a, b) && a->standard_days == b->standard_days && caseness_filter_equal (a->filter, b->filter);
}

static guint
count_people (const CasenessPtl *ptl)
{
  guint n_people;

  caseness_ptl_get_people (ptl, &n_people);
  return n_people;
}

static CasenessPtl *
list_queue (const CasenessPtlQuery *query, CasenessStage stage)
{
  return caseness_ptl_new (query->snapshot, stage, query->as_at, query->standard_days, query->filter);
}

static gboolean
count_queues (CasenessPtlAnswer *answer, CasenessPtlAnswer *earlier, GCancellable *cancellable, GError **error)
{
  gboolean is_same = earlier != NULL && has_same_queues (answer->query, earlier->query);
  guint stage;

  if (is_same && earlier->query->stage == answer->query->stage)
    answer->ptl = caseness_ptl_ref (earlier->ptl);
  else
    answer->ptl = list_queue (answer->query, answer->query->stage);
  for (stage = 0; stage < CASENESS_N_STAGES; stage++)
    {
      g_autoptr(CasenessPtl) other = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (is_same)
        answer->n_waiting[stage] = earlier->n_waiting[stage];
      else if (stage == answer->query->stage)
        answer->n_waiting[stage] = count_people (answer->ptl);
      else
        {
          other = list_queue (answer->query, stage);
          answer->n_waiting[stage] = count_people (other);
        }
    }
  return TRUE;
}

static gboolean
list_groups (CasenessPtlAnswer *answer, CasenessPtlAnswer *earlier, GCancellable *cancellable, GError **error)
{
  gboolean is_same = earlier != NULL && has_same_groups (answer->query, earlier->query);
  guint i;

  answer->groups = g_new0 (GStrv, CASENESS_N_DIMENSIONS);
  for (i = 0; i < CASENESS_N_DIMENSIONS; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      answer->groups[i] = is_same ? g_strdupv (earlier->groups[i])
                                  : caseness_ptl_list_groups (answer->query->snapshot, answer->query->as_at, i);
    }
  return TRUE;
}

static GStrv
list_rows (const CasenessPtl *ptl, CasenessPtlSplit split)
{
  g_autoptr(CasenessPtlGrid) grid = caseness_ptl_count (ptl, split, CASENESS_PTL_SPLIT_ALL, NULL);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  for (i = 0; i < grid->rows->len; i++)
    g_strv_builder_add (builder, ((CasenessPtlRow *) g_ptr_array_index (grid->rows, i))->label);
  return g_strv_builder_end (builder);
}

static void
count_grid (CasenessPtlAnswer *answer)
{
  CasenessPtlQuery *query = answer->query;
  CasenessPtlSplit only;

  answer->only_groups = list_rows (answer->ptl, query->only_split);
  if (query->only_group != NULL && !g_strv_contains ((const char *const *) answer->only_groups, query->only_group))
    g_clear_pointer (&query->only_group, g_free);
  only = query->only_group != NULL ? query->only_split : CASENESS_PTL_SPLIT_ALL;
  answer->grid = caseness_ptl_count (answer->ptl, query->split, only, query->only_group);
}

/* What was agreed and kept depends on no row of the grid. */
static gboolean
has_same_meeting (const CasenessPtlAnswer *answer, const CasenessPtlAnswer *earlier)
{
  return earlier != NULL && answer->ptl == earlier->ptl && answer->query->journal == earlier->query->journal;
}

static void
look_back (CasenessPtlAnswer *answer, CasenessPtlAnswer *earlier)
{
  CasenessPtlQuery *query = answer->query;

  answer->is_kept = caseness_ptl_meeting_is_kept (query->journal, query->stage, query->as_at);
  if (has_same_meeting (answer, earlier))
    {
      answer->actions = caseness_ptl_actions_ref (earlier->actions);
      answer->since = caseness_ptl_since_ref (earlier->since);
      return;
    }
  answer->actions = caseness_ptl_actions_new (query->journal, query->stage, query->as_at);
  answer->since = caseness_ptl_since_new (answer->ptl, query->journal, answer->actions);
}

/* The grid may be of one group only; what clears is the queue of everybody. */
static void
measure_queues (CasenessPtlAnswer *answer)
{
  g_autoptr(CasenessPtlGrid) all = NULL;

  if (answer->query->only_group != NULL)
    all = caseness_ptl_count (answer->ptl, answer->query->split, CASENESS_PTL_SPLIT_ALL, NULL);
  answer->queues = caseness_ptl_list_queues (answer->ptl, all != NULL ? all : answer->grid);
}

CasenessPtlAnswer *
caseness_ptl_answer_new (const CasenessPtlQuery *query, CasenessPtlAnswer *earlier, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr(CasenessPtlAnswer) answer = g_atomic_rc_box_new0 (CasenessPtlAnswer);

  answer->query = caseness_ptl_query_copy (query);
  if (!count_queues (answer, earlier, cancellable, error) || !list_groups (answer, earlier, cancellable, error))
    return NULL;
  count_grid (answer);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  look_back (answer, earlier);
  measure_queues (answer);
  return g_steal_pointer (&answer);
}

CasenessPtlAnswer *
caseness_ptl_answer_ref (CasenessPtlAnswer *answer)
{
  return g_atomic_rc_box_acquire (answer);
}

static void
clear_answer (CasenessPtlAnswer *answer)
{
  guint i;

  for (i = 0; answer->groups != NULL && i < CASENESS_N_DIMENSIONS; i++)
    g_strfreev (answer->groups[i]);
  g_free (answer->groups);
  g_strfreev (answer->only_groups);
  g_clear_pointer (&answer->queues, g_array_unref);
  g_clear_pointer (&answer->actions, caseness_ptl_actions_unref);
  g_clear_pointer (&answer->since, caseness_ptl_since_unref);
  g_clear_pointer (&answer->grid, caseness_ptl_grid_free);
  g_clear_pointer (&answer->ptl, caseness_ptl_unref);
  caseness_ptl_query_free (answer->query);
}

void
caseness_ptl_answer_unref (CasenessPtlAnswer *answer)
{
  g_atomic_rc_box_release_full (answer, (GDestroyNotify) clear_answer);
}

static gboolean
stands_in_row (const CasenessPtlAnswer *answer, const CasenessPtlPerson *person, int row)
{
  const CasenessPtlQuery *query = answer->query;
  int n_rows = (int) answer->grid->rows->len;

  if (query->only_group != NULL && !g_str_equal (person->group[query->only_split], query->only_group))
    return FALSE;
  if (row < 0 || row == n_rows + CASENESS_PTL_ROW_TOTAL)
    return TRUE;
  if (row == n_rows + CASENESS_PTL_ROW_UNDATED)
    return person->booked_date == CASENESS_DATE_NONE;
  return g_str_equal (person->group[query->split],
                      ((CasenessPtlRow *) g_ptr_array_index (answer->grid->rows, (guint) row))->label);
}

static gboolean
stands_in_column (const CasenessPtlPerson *person, int column, int n_columns)
{
  if (column < 0 || column >= n_columns)
    return column != n_columns + CASENESS_PTL_COLUMN_PAST || person->is_past;
  return person->column == (guint) column;
}

GPtrArray *
caseness_ptl_answer_list_people (const CasenessPtlAnswer *answer, int row, int column)
{
  GPtrArray *found = g_ptr_array_new ();
  const CasenessPtlPerson *people;
  guint n_people, n_columns, i;

  people = caseness_ptl_get_people (answer->ptl, &n_people);
  caseness_ptl_get_columns (answer->ptl, &n_columns);
  for (i = 0; i < n_people; i++)
    if (stands_in_row (answer, &people[i], row) && stands_in_column (&people[i], column, (int) n_columns))
      g_ptr_array_add (found, (gpointer) &people[i]);
  return found;
}
