/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-column.h"

G_BEGIN_DECLS

/*
 * Conditions as the catalogue writes them: parts joined by `;` must all hold, in each part one of those joined by `|`.
 * A part is
 *
 *   COLUMN in period                  its day lies in the period
 *   COLUMN open                       its day has not come by the end of the period
 *   COLUMN filled, COLUMN empty
 *   COLUMN in A, B, COLUMN not in A   one of these values; nothing is none of them
 *   COLUMN starts A, B                begins with one of these
 *   COLUMN contains A, B              has one of these in it, in any case
 *   COLUMN lacks A, B                 has a value with none of these in it
 *   FLAG, not FLAG
 *   has contact FLAG, has no contact FLAG   an appointment in the period that is so
 *   has log, has no log                     an internet log that ended in the period
 *   SUM < SUM                         and <=, =, >=, >, !=; a sum is columns, numbers, PeriodStart and PeriodEnd with +
 *                                     or - between; false when any of them is not known
 */

/** CasenessSum: columns and numbers added and taken away. */
typedef struct _CasenessSum CasenessSum;

/** CasenessCondition: a parsed condition. */
typedef struct _CasenessCondition CasenessCondition;

/** CasenessFrame: a snapshot and a period, and what has been worked out of them so far. Not for several threads. */
typedef struct _CasenessFrame CasenessFrame;

/** caseness_frame_new: Returns: (transfer full): a frame over @snapshot, which it keeps a reference to. */
CasenessFrame *caseness_frame_new (CasenessSnapshot *snapshot);

/** caseness_frame_free: frees the frame. */
void caseness_frame_free (CasenessFrame *frame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessFrame, caseness_frame_free)

/** caseness_frame_set_period: asks about another period; what does not depend on it is kept. */
void caseness_frame_set_period (CasenessFrame *frame, const CasenessPeriod *period);

/** caseness_frame_get_period: Returns: (transfer none): the period asked about. */
const CasenessPeriod *caseness_frame_get_period (const CasenessFrame *frame);

/** caseness_frame_get_snapshot: Returns: (transfer none): the snapshot. */
CasenessSnapshot *caseness_frame_get_snapshot (const CasenessFrame *frame);

/** caseness_frame_get_cells: Returns: (transfer none): the cells of @column, valid until the period changes. */
const gint32 *caseness_frame_get_cells (CasenessFrame *frame, const CasenessColumn *column);

/**
 * caseness_condition_parse:
 * @table: the table it is about
 * @text: the condition; empty is true
 *
 * Returns: (transfer full) (nullable): the condition, or NULL when @text is not one.
 */
CasenessCondition *caseness_condition_parse (CasenessTable table, const char *text);

/** caseness_condition_free: frees the condition. */
void caseness_condition_free (CasenessCondition *condition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessCondition, caseness_condition_free)

/** caseness_condition_evaluate: Returns: (transfer full): a bitmap of the rows of the table for which it holds. */
guint64 *caseness_condition_evaluate (const CasenessCondition *condition, CasenessFrame *frame);

/**
 * caseness_condition_get:
 *
 * As caseness_condition_evaluate(), for conditions that are likely to be asked for again with the same period: the
 * catalogue's. What it gives is kept with the snapshot.
 *
 * Returns: (transfer full): the bitmap, not to be changed; drop it with caseness_memo_drop().
 */
const guint64 *caseness_condition_get (const CasenessCondition *condition, CasenessFrame *frame);

/** caseness_condition_is_by_period: whether it may hold for other rows in another period. */
gboolean caseness_condition_is_by_period (const CasenessCondition *condition);

/** caseness_condition_get_n_clauses: how many parts between `;` must all hold. */
guint caseness_condition_get_n_clauses (const CasenessCondition *condition);

/** caseness_condition_dup_clause: Returns: (transfer full): one of them as it is written. */
char *caseness_condition_dup_clause (const CasenessCondition *condition, guint clause);

/** caseness_condition_evaluate_clause: Returns: (transfer full): a bitmap of the rows for which that one holds. */
guint64 *caseness_condition_evaluate_clause (const CasenessCondition *condition, guint clause, CasenessFrame *frame);

/** caseness_condition_add_columns: adds the columns that @condition reads to @columns (element-type CasenessColumn). */
void caseness_condition_add_columns (const CasenessCondition *condition, GPtrArray *columns);

/** caseness_sum_parse: Returns: (transfer full) (nullable): the sum that @text writes. */
CasenessSum *caseness_sum_parse (CasenessTable table, const char *text);

/** caseness_sum_free: frees the sum. */
void caseness_sum_free (CasenessSum *sum);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessSum, caseness_sum_free)

/** caseness_sum_add_columns: adds the columns that @sum reads to @columns (element-type CasenessColumn). */
void caseness_sum_add_columns (const CasenessSum *sum, GPtrArray *columns);

/** caseness_sum_get_scale: Returns: what the result is to be divided by: 100 for scores. */
int caseness_sum_get_scale (const CasenessSum *sum);

/** caseness_sum_evaluate: Returns: (transfer full): the sum in each row, CASENESS_CELL_UNKNOWN where it is not known. */
gint32 *caseness_sum_evaluate (const CasenessSum *sum, CasenessFrame *frame);

/** caseness_sum_evaluate_rows: the same for some rows: writes @n @results. */
void caseness_sum_evaluate_rows (const CasenessSum *sum, CasenessFrame *frame, const guint32 *rows, guint n,
                                 gint32 *results);

G_END_DECLS
