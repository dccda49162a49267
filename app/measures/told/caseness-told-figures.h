/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"

G_BEGIN_DECLS

/** CasenessTelling: how a figure is told. */
typedef enum
{
  CASENESS_TELLING_EXACT,   /* to those who may see everything */
  CASENESS_TELLING_ROUNDED, /* counts to the nearest 5; shares and means are worked out from exact ones */
  CASENESS_TELLING_NOTHING, /* a star */
} CasenessTelling;

/**
 * CasenessToldFigures:
 *
 * Figures of several measures, each for several sets of people or spans of time (slots), and which of them may be told
 * beside one another. A share is taken to tell both of its counts, since it is worked out from exact ones, and a count to
 * tell itself, although it is rounded; so nothing that is hidden can be had by taking told figures from one another
 * (methods, section 14.3): slots that add up to another one, a measure whose parts are others, and measures of
 * `resources/reference/told-lines.csv` that add up to another.
 */
typedef struct _CasenessToldFigures CasenessToldFigures;

/**
 * caseness_told_figures_new:
 * @measures: (array length=n_measures): borrowed
 * @n_measures: how many
 * @n_slots: how many figures each has; none of them is told before caseness_told_figures_set()
 *
 * Returns: (transfer full): what is to be told.
 */
CasenessToldFigures *caseness_told_figures_new (const CasenessMeasure *const *measures, guint n_measures, guint n_slots);

/** caseness_told_figures_free: frees it. */
void caseness_told_figures_free (CasenessToldFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessToldFigures, caseness_told_figures_free)

/** caseness_told_figures_set: @figure of measure number @measure is told in @slot, unless it turns out that it cannot be. */
void caseness_told_figures_set (CasenessToldFigures *self, guint measure, guint slot, const CasenessFigure *figure);

/**
 * caseness_told_figures_add_slots:
 * @self: figures, all of them set
 * @parts: (array length=n): slots that make up another
 * @n: how many
 * @whole: that one
 * @has_rest: whether there is more in the whole, which other reports may tell, so that it is not to be had from this one
 *
 * Says so. Measures of which it is not true, as those of a day, are passed over.
 */
void caseness_told_figures_add_slots (CasenessToldFigures *self, const guint *parts, guint n, guint whole,
                                      gboolean has_rest);

/** caseness_told_figures_hide: works out what may not be told; once, when all is set and said. */
void caseness_told_figures_hide (CasenessToldFigures *self);

/** caseness_told_figures_is_hidden: whether the figure of @measure in @slot may not be told. */
gboolean caseness_told_figures_is_hidden (const CasenessToldFigures *self, guint measure, guint slot);

/** caseness_told_figures_get: Returns: how the figure is told; exactly, without @self (nullable). */
CasenessTelling caseness_told_figures_get (const CasenessToldFigures *self, guint measure, guint slot);

G_END_DECLS
