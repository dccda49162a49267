/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-condition-private.h"

#include "caseness-bitmap.h"

#include <string.h>

static const CasenessPeriod any_period = { CASENESS_DATE_NONE, CASENESS_DATE_NONE };

CasenessFrame *
caseness_frame_new (CasenessSnapshot *snapshot)
{
  CasenessFrame *frame = g_new0 (CasenessFrame, 1);

  g_return_val_if_fail (snapshot != NULL, NULL);
  frame->snapshot = caseness_snapshot_ref (snapshot);
  frame->period = (CasenessPeriod){ CASENESS_DATE_NONE, CASENESS_DATE_NONE };
  frame->cells = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  frame->period_cells = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  frame->bitmaps = g_hash_table_new_full (NULL, NULL, NULL, caseness_memo_drop);
  frame->period_bitmaps = g_hash_table_new_full (NULL, NULL, NULL, caseness_memo_drop);
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

static gsize
get_size (guint n)
{
  return (CASENESS_BITMAP_WORDS (n) + 1) * sizeof (guint64);
}

/* Many measures share their parts. Those that hold whatever the period are kept with the snapshot; the others, of which
 * there are more than would fit, by the frame until the period changes. */
static const guint64 *
get_part (const CasenessPart *part, CasenessFrame *frame, guint n)
{
  GHashTable *cache = part->is_by_period ? frame->period_bitmaps : frame->bitmaps;
  CasenessMemo *memo = caseness_snapshot_get_memo (frame->snapshot, CASENESS_MEMO_PARTS);
  const guint64 *bitmap = g_hash_table_lookup (cache, part->key);
  guint64 *fresh;

  if (bitmap != NULL)
    return bitmap;
  if (!part->is_by_period)
    bitmap = caseness_memo_get (memo, part->key, &any_period);
  if (bitmap == NULL)
    {
      bitmap = fresh = g_atomic_rc_box_alloc0 (get_size (n));
      caseness_part_evaluate (part, frame, fresh, n);
      if (!part->is_by_period)
        caseness_memo_put (memo, part->key, &any_period, fresh, get_size (n));
    }
  g_hash_table_insert (cache, (gpointer) part->key, (gpointer) bitmap);
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

static void
and_clauses (const CasenessCondition *condition, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  guint64 *everybody = caseness_bitmap_new_full (n);
  guint i;

  memcpy (bitmap, everybody, get_size (n));
  g_free (everybody);
  for (i = 0; i < condition->clauses->len; i++)
    and_clause (bitmap, g_ptr_array_index (condition->clauses, i), frame, n);
}

const guint64 *
caseness_condition_get (const CasenessCondition *condition, CasenessFrame *frame)
{
  guint n = caseness_table_get_n_rows (condition->table, frame->snapshot);
  const CasenessPeriod *period = condition->is_by_period ? &frame->period : &any_period;
  CasenessMemo *memo = caseness_snapshot_get_memo (frame->snapshot, CASENESS_MEMO_CONDITIONS);
  const guint64 *bitmap = caseness_memo_get (memo, condition->key, period);
  guint64 *fresh;

  if (bitmap != NULL)
    return bitmap;
  fresh = g_atomic_rc_box_alloc0 (get_size (n));
  and_clauses (condition, frame, fresh, n);
  return caseness_memo_put (memo, condition->key, period, fresh, get_size (n));
}

guint64 *
caseness_condition_evaluate (const CasenessCondition *condition, CasenessFrame *frame)
{
  guint n = caseness_table_get_n_rows (condition->table, frame->snapshot);
  guint64 *bitmap = caseness_bitmap_new (n);

  and_clauses (condition, frame, bitmap, n);
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
