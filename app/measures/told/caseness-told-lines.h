/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-suppression.h"

G_BEGIN_DECLS

/**
 * CasenessToldLines:
 *
 * Numbers that are to be told, and the lines in which some of them add up to another: what can be worked out of what is
 * told, and what has to be hidden besides the small ones so that it cannot.
 *
 * The reader is taken to know the rule: that what is hidden for its size lies between 0 and 4, and what is hidden for
 * the others' sake is more. Where numbers are parts of others (caseness_told_lines_part()) size is only one of several
 * reasons, so that the reader knows of what is hidden no more than that it is not above its whole.
 */
typedef struct _CasenessToldLines CasenessToldLines;

/** caseness_told_lines_new: Returns: (transfer full): @n numbers, all 0 and in no line, told as @totals says. */
CasenessToldLines *caseness_told_lines_new (guint n, CasenessToldTotals totals);

/** caseness_told_lines_free: frees it. */
void caseness_told_lines_free (CasenessToldLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessToldLines, caseness_told_lines_free)

/** caseness_told_lines_set: makes number @cell @count, which is 0 or more. */
void caseness_told_lines_set (CasenessToldLines *self, guint cell, gint64 count);

/**
 * caseness_told_lines_add:
 * @self: numbers
 * @first: the first of a line
 * @step: how far on the next one is
 * @n: how many
 * @total: the number they add up to
 */
void caseness_told_lines_add (CasenessToldLines *self, guint first, guint step, guint n, guint total);

/** caseness_told_lines_join: the same of the numbers @cells, wherever they stand. */
void caseness_told_lines_join (CasenessToldLines *self, const guint *cells, guint n, guint total);

/**
 * caseness_told_lines_part:
 * @self: numbers told exactly
 * @cell: one of them, which has its count
 * @whole: what it is part of, and what may be told of that somewhere else
 * @is_whole_hidden: whether that is hidden there
 *
 * Hides @cell if it is small, if the rest of the whole would be, and if the whole is hidden; what is hidden for others'
 * sake is chosen by its whole, so that a part and the rest of it have the same gaps.
 */
void caseness_told_lines_part (CasenessToldLines *self, guint cell, gint64 whole, gboolean is_whole_hidden);

/** caseness_told_lines_keep: tells number @cell, however small: it says of nobody, as what a filter leaves out does. */
void caseness_told_lines_keep (CasenessToldLines *self, guint cell);

/** caseness_told_lines_leave_out: number @cell is told nowhere, here or elsewhere: a reader knows only that it is none or more,
 *  and nothing is hidden for its sake. */
void caseness_told_lines_leave_out (CasenessToldLines *self, guint cell);

/** caseness_told_lines_hide: hides the small numbers and as many others as it takes, the smallest in a line first. */
void caseness_told_lines_hide (CasenessToldLines *self);

/** caseness_told_lines_is_hidden: whether number @cell may not be told. */
gboolean caseness_told_lines_is_hidden (const CasenessToldLines *self, guint cell);

G_END_DECLS
