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
 * the others' sake is more.
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

/** caseness_told_lines_hide: hides the small numbers and as many others as it takes, the smallest in a line first. */
void caseness_told_lines_hide (CasenessToldLines *self);

/** caseness_told_lines_is_hidden: whether number @cell may not be told. */
gboolean caseness_told_lines_is_hidden (const CasenessToldLines *self, guint cell);

G_END_DECLS
