/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-condition-private.h"

#include "caseness-bitmap.h"
#include "caseness-therapy.h"

#include <string.h>

/* Values of a text column or a list that have been tried, so that each is compared once. */
typedef struct
{
  const CasenessPart *part;
  const CasenessDictionary *dictionary;
  guint8 *tried; /* by dictionary number: 0 not yet, 1 no, 2 yes */
} Matcher;

CasenessFrame *
caseness_frame_new (CasenessSnapshot *snapshot)
{
  CasenessFrame *frame = g_new0 (CasenessFrame, 1);

  g_return_val_if_fail (snapshot != NULL, NULL);
  frame->snapshot = caseness_snapshot_ref (snapshot);
  frame->period = (CasenessPeriod){ CASENESS_DATE_NONE, CASENESS_DATE_NONE };
  frame->cells = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  frame->period_cells = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  frame->bitmaps = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  frame->period_bitmaps = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return frame;
}

void
caseness_frame_free (CasenessFrame *frame)
{
  if (frame == NULL)
    return;
  g_hash_table_unref (frame->cells);
  g_hash_table_unref (frame->period_cells);
  g_hash_table_unref (frame->bitmaps);
  g_hash_table_unref (frame->period_bitmaps);
  caseness_snapshot_unref (frame->snapshot);
  g_free (frame);
}

void
caseness_frame_set_period (CasenessFrame *frame, const CasenessPeriod *period)
{
  if (caseness_period_equal (&frame->period, period))
    return;
  frame->period = *period;
  g_hash_table_remove_all (frame->period_cells);
  g_hash_table_remove_all (frame->period_bitmaps);
}

const CasenessPeriod *
caseness_frame_get_period (const CasenessFrame *frame)
{
  return &frame->period;
}

CasenessSnapshot *
caseness_frame_get_snapshot (const CasenessFrame *frame)
{
  return frame->snapshot;
}

const gint32 *
caseness_frame_get_cells (CasenessFrame *frame, const CasenessColumn *column)
{
  GHashTable *cache = caseness_column_is_by_period (column) ? frame->period_cells : frame->cells;
  gint32 *cells = g_hash_table_lookup (cache, column);

  if (cells != NULL)
    return cells;
  cells = caseness_column_read (column, frame->snapshot, &frame->period);
  g_hash_table_insert (cache, (gpointer) column, cells);
  return cells;
}

static gint32
get_constant (const CasenessTerm *term, const CasenessPeriod *period)
{
  if (term->kind == CASENESS_TERM_PERIOD_START)
    return period->start;
  return term->kind == CASENESS_TERM_PERIOD_END ? period->end : term->number;
}

/* An unknown part leaves the whole unknown. */
static void
add_term (gint32 *results, const CasenessTerm *term, CasenessFrame *frame, guint n)
{
  const gint32 *cells = term->kind == CASENESS_TERM_COLUMN ? caseness_frame_get_cells (frame, term->column) : NULL;
  gint32 constant = cells == NULL ? term->sign * get_constant (term, &frame->period) : 0;
  guint i;

  for (i = 0; i < n; i++)
    {
      if (results[i] == CASENESS_CELL_UNKNOWN)
        continue;
      if (cells == NULL)
        results[i] += constant;
      else if (cells[i] == CASENESS_CELL_UNKNOWN)
        results[i] = CASENESS_CELL_UNKNOWN;
      else
        results[i] += term->sign * cells[i];
    }
}

gint32 *
caseness_sum_evaluate (const CasenessSum *sum, CasenessFrame *frame)
{
  guint n = caseness_table_get_n_rows (sum->table, frame->snapshot), i;
  gint32 *results = g_new0 (gint32, n);

  for (i = 0; i < sum->terms->len; i++)
    add_term (results, &g_array_index (sum->terms, CasenessTerm, i), frame, n);
  return results;
}

void
caseness_sum_evaluate_rows (const CasenessSum *sum, CasenessFrame *frame, const guint32 *rows, guint n,
                            gint32 *results)
{
  guint i, k;

  if (n > 0)
    memset (results, 0, n * sizeof (gint32));
  for (k = 0; k < sum->terms->len; k++)
    {
      const CasenessTerm *term = &g_array_index (sum->terms, CasenessTerm, k);
      const gint32 *cells
        = term->kind == CASENESS_TERM_COLUMN ? caseness_frame_get_cells (frame, term->column) : NULL;
      gint32 constant = cells == NULL ? get_constant (term, &frame->period) : 0;

      for (i = 0; i < n; i++)
        {
          gint32 cell = cells != NULL ? cells[rows[i]] : constant;

          if (results[i] != CASENESS_CELL_UNKNOWN)
            results[i] = cell != CASENESS_CELL_UNKNOWN ? results[i] + term->sign * cell : CASENESS_CELL_UNKNOWN;
        }
    }
}

static gboolean
is_value (char **values, const char *text)
{
  return g_strv_contains ((const char *const *) values, text);
}

static gboolean
starts (char **values, const char *text)
{
  guint i;

  for (i = 0; values[i] != NULL; i++)
    if (g_str_has_prefix (text, values[i]))
      return TRUE;
  return FALSE;
}

static gboolean
holds_any (char **values, const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  guint i;

  for (i = 0; values[i] != NULL; i++)
    {
      g_autofree char *value = g_ascii_strdown (values[i], -1);

      if (strstr (lower, value) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
compare_text (const CasenessPart *part, const char *text)
{
  switch (part->kind)
    {
    case CASENESS_PART_IN:
      return is_value (part->values, text);
    case CASENESS_PART_NOT_IN:
      return *text != '\0' && !is_value (part->values, text);
    case CASENESS_PART_STARTS:
      return starts (part->values, text);
    case CASENESS_PART_CONTAINS:
      return holds_any (part->values, text);
    case CASENESS_PART_LACKS:
      return *text != '\0' && !holds_any (part->values, text);
    default:
      return FALSE;
    }
}

static void
matcher_init (Matcher *matcher, const CasenessPart *part, const CasenessSnapshot *snapshot)
{
  matcher->part = part;
  matcher->dictionary = caseness_snapshot_get_dictionary (snapshot);
  matcher->tried = g_new0 (guint8, caseness_dictionary_get_size (matcher->dictionary));
}

static gboolean
matches (Matcher *matcher, guint32 number)
{
  if (matcher->tried[number] == 0)
    matcher->tried[number]
      = compare_text (matcher->part, caseness_dictionary_get (matcher->dictionary, number)) ? 2 : 1;
  return matcher->tried[number] == 2;
}

static void
match_texts (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  const gint32 *cells = caseness_frame_get_cells (frame, part->column);
  Matcher matcher;
  guint i;

  matcher_init (&matcher, part, frame->snapshot);
  for (i = 0; i < n; i++)
    if (matches (&matcher, (guint32) cells[i]))
      caseness_bitmap_set (bitmap, i);
  g_free (matcher.tried);
}

/* One of the values is enough. */
static void
match_lists (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  const CasenessSpans *list = caseness_column_peek_list (part->column, frame->snapshot);
  Matcher matcher;
  guint i, k, length;

  matcher_init (&matcher, part, frame->snapshot);
  for (i = 0; i < n; i++)
    {
      guint first = caseness_spans_get (list, i, &length);

      for (k = 0; k < length && !matches (&matcher, caseness_events_get_code (list, first + k)); k++)
        ;
      if (k < length || (part->kind == CASENESS_PART_FILLED && length > 0)
          || (part->kind == CASENESS_PART_EMPTY && length == 0))
        caseness_bitmap_set (bitmap, i);
    }
  g_free (matcher.tried);
}

static void
match_numbers (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  const gint32 *cells = caseness_frame_get_cells (frame, part->column);
  guint n_values = g_strv_length (part->values), i, k;
  g_autofree gint32 *values = g_new (gint32, n_values);

  for (k = 0; k < n_values; k++)
    values[k] = (gint32) g_ascii_strtoll (part->values[k], NULL, 10);
  for (i = 0; i < n; i++)
    {
      for (k = 0; k < n_values && cells[i] != values[k]; k++)
        ;
      if ((k < n_values) == (part->kind == CASENESS_PART_IN))
        caseness_bitmap_set (bitmap, i);
    }
}

static void
match_therapies (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  const gint32 *cells = caseness_frame_get_cells (frame, part->column);
  guint32 wanted = 0;
  guint n_therapies, i, k;
  const CasenessTherapy *therapies = caseness_therapy_get_all (&n_therapies);

  for (k = 0; k < n_therapies; k++)
    if (is_value (part->values, therapies[k].code))
      wanted |= 1u << k;
  for (i = 0; i < n; i++)
    if (((guint32) cells[i] & wanted) != 0)
      caseness_bitmap_set (bitmap, i);
}

static void
match_values (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  switch (part->column->kind)
    {
    case CASENESS_COLUMN_TEXT:
      match_texts (part, frame, bitmap, n);
      break;
    case CASENESS_COLUMN_LIST:
      match_lists (part, frame, bitmap, n);
      break;
    case CASENESS_COLUMN_THERAPIES:
      match_therapies (part, frame, bitmap, n);
      break;
    case CASENESS_COLUMN_DATE:
    case CASENESS_COLUMN_NUMBER:
    case CASENESS_COLUMN_SCORE:
    case CASENESS_COLUMN_FLAG:
    default:
      match_numbers (part, frame, bitmap, n);
    }
}

static gboolean
is_filled (const CasenessColumn *column, gint32 cell)
{
  return column->kind == CASENESS_COLUMN_TEXT ? cell != 0 : cell != CASENESS_CELL_UNKNOWN;
}

/* Parts that look at one cell alone. */
static gboolean
test_cell (const CasenessPart *part, gint32 cell, const CasenessPeriod *period)
{
  switch (part->kind)
    {
    case CASENESS_PART_IN_PERIOD:
      return caseness_period_contains (period, cell);
    case CASENESS_PART_OPEN:
      return cell == CASENESS_CELL_UNKNOWN || cell > period->end;
    case CASENESS_PART_FILLED:
      return is_filled (part->column, cell);
    case CASENESS_PART_EMPTY:
      return !is_filled (part->column, cell);
    case CASENESS_PART_FLAG:
      return cell != 0;
    case CASENESS_PART_NOT_FLAG:
      return cell == 0;
    default:
      g_assert_not_reached ();
    }
}

static void
test_cells (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  const gint32 *cells = caseness_frame_get_cells (frame, part->column);
  guint i;

  for (i = 0; i < n; i++)
    if (test_cell (part, cells[i], &frame->period))
      caseness_bitmap_set (bitmap, i);
}

static gboolean
compare (gint32 left, CasenessComparison comparison, gint32 right)
{
  switch (comparison)
    {
    case CASENESS_COMPARE_LESS:
      return left < right;
    case CASENESS_COMPARE_AT_MOST:
      return left <= right;
    case CASENESS_COMPARE_EQUAL:
      return left == right;
    case CASENESS_COMPARE_AT_LEAST:
      return left >= right;
    case CASENESS_COMPARE_MORE:
      return left > right;
    case CASENESS_COMPARE_NOT:
    default:
      return left != right;
    }
}

static void
compare_sums (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  g_autofree gint32 *left = caseness_sum_evaluate (part->left, frame);
  g_autofree gint32 *right = caseness_sum_evaluate (part->right, frame);
  guint i;

  for (i = 0; i < n; i++)
    if (left[i] != CASENESS_CELL_UNKNOWN && right[i] != CASENESS_CELL_UNKNOWN
        && compare (left[i], part->comparison, right[i]))
      caseness_bitmap_set (bitmap, i);
}

/* Looks into the other table for rows of the period. */
static void
find_events (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  CasenessTable table = part->column->table;
  const CasenessColumn *date
    = caseness_column_find (table, table == CASENESS_TABLE_LOG ? "EndDateIntEnabledTherLog" : "CareContDate");
  const gint32 *dates = caseness_frame_get_cells (frame, date);
  const gint32 *flags = caseness_frame_get_cells (frame, part->column);
  guint n_events = caseness_table_get_n_rows (table, frame->snapshot), i;

  for (i = 0; i < n_events; i++)
    if (flags[i] != 0 && caseness_period_contains (&frame->period, dates[i]))
      caseness_bitmap_set (bitmap, caseness_table_get_pathway (table, frame->snapshot, i));
  if (part->kind == CASENESS_PART_HAS_NO)
    caseness_bitmap_invert (bitmap, n);
}

static guint64 *
evaluate_part (const CasenessPart *part, CasenessFrame *frame, guint n)
{
  guint64 *bitmap = caseness_bitmap_new (n);

  switch (part->kind)
    {
    case CASENESS_PART_COMPARE:
      compare_sums (part, frame, bitmap, n);
      break;
    case CASENESS_PART_HAS:
    case CASENESS_PART_HAS_NO:
      find_events (part, frame, bitmap, n);
      break;
    case CASENESS_PART_IN:
    case CASENESS_PART_NOT_IN:
    case CASENESS_PART_STARTS:
    case CASENESS_PART_CONTAINS:
    case CASENESS_PART_LACKS:
      match_values (part, frame, bitmap, n);
      break;
    case CASENESS_PART_IN_PERIOD:
    case CASENESS_PART_OPEN:
    case CASENESS_PART_FILLED:
    case CASENESS_PART_EMPTY:
    case CASENESS_PART_FLAG:
    case CASENESS_PART_NOT_FLAG:
    default:
      if (part->column->kind == CASENESS_COLUMN_LIST)
        match_lists (part, frame, bitmap, n);
      else
        test_cells (part, frame, bitmap, n);
    }
  return bitmap;
}

/* Many measures share their parts: each is worked out once for a period, or once for all. */
static const guint64 *
get_part (const CasenessPart *part, CasenessFrame *frame, guint n)
{
  GHashTable *cache = part->is_by_period ? frame->period_bitmaps : frame->bitmaps;
  guint64 *bitmap = g_hash_table_lookup (cache, part->key);

  if (bitmap != NULL)
    return bitmap;
  bitmap = evaluate_part (part, frame, n);
  g_hash_table_insert (cache, (gpointer) part->key, bitmap);
  return bitmap;
}

static void
and_clause (guint64 *bitmap, const GPtrArray *clause, CasenessFrame *frame, guint n)
{
  g_autofree guint64 *any = NULL;
  guint i;

  if (clause->len == 1)
    {
      caseness_bitmap_and (bitmap, get_part (g_ptr_array_index (clause, 0), frame, n), n);
      return;
    }
  any = caseness_bitmap_new (n);
  for (i = 0; i < clause->len; i++)
    caseness_bitmap_or (any, get_part (g_ptr_array_index (clause, i), frame, n), n);
  caseness_bitmap_and (bitmap, any, n);
}

guint64 *
caseness_condition_evaluate (const CasenessCondition *condition, CasenessFrame *frame)
{
  guint n = caseness_table_get_n_rows (condition->table, frame->snapshot), i;
  guint64 *bitmap = caseness_bitmap_new_full (n);

  for (i = 0; i < condition->clauses->len; i++)
    and_clause (bitmap, g_ptr_array_index (condition->clauses, i), frame, n);
  return bitmap;
}

guint64 *
caseness_condition_evaluate_clause (const CasenessCondition *condition, guint clause, CasenessFrame *frame)
{
  guint n = caseness_table_get_n_rows (condition->table, frame->snapshot);
  guint64 *bitmap = caseness_bitmap_new_full (n);

  g_return_val_if_fail (clause < condition->clauses->len, bitmap);
  and_clause (bitmap, g_ptr_array_index (condition->clauses, clause), frame, n);
  return bitmap;
}
