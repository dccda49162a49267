/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"

G_BEGIN_DECLS

/** CasenessBreakdownQuestion: what to break down. All of it is borrowed. */
typedef struct
{
  CasenessPeriod period;
  const CasenessFilter *filter;              /* (nullable) */
  const CasenessMeasure *const *measures;
  guint n_measures;
  const CasenessVariable *const *variables;
  guint n_variables;
  const gboolean *hides_total;               /* (nullable): by measure, that the figure of everybody is told nowhere */
} CasenessBreakdownQuestion;

/**
 * CasenessBreakdown:
 *
 * Figures of several measures by several variables, and which of them may be told outside the service beside one another
 * and beside those of everybody (caseness-told-figures.h). Groups of one variable that make up a group of another, as
 * localities make up a commissioner, are known for what they are. Immutable.
 */
typedef struct _CasenessBreakdown CasenessBreakdown;

/** caseness_breakdown_new: Returns: (transfer full) (nullable): the figures, or NULL with @error set. */
CasenessBreakdown *caseness_breakdown_new (CasenessSnapshot *snapshot, const CasenessBreakdownQuestion *question,
                                           GCancellable *cancellable, GError **error);

/** caseness_breakdown_free: frees it. */
void caseness_breakdown_free (CasenessBreakdown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessBreakdown, caseness_breakdown_free)

/** caseness_breakdown_get_n_groups: how many groups a variable has. */
guint caseness_breakdown_get_n_groups (const CasenessBreakdown *self, guint variable);

/** caseness_breakdown_get_group: Returns: (transfer none): the label of one of them, untranslated. */
const char *caseness_breakdown_get_group (const CasenessBreakdown *self, guint variable, guint group);

/** caseness_breakdown_get: Returns: the figure of a group. */
CasenessFigure caseness_breakdown_get (const CasenessBreakdown *self, guint variable, guint group, guint measure);

/** caseness_breakdown_get_total: Returns: the figure of everybody. */
CasenessFigure caseness_breakdown_get_total (const CasenessBreakdown *self, guint measure);

/** caseness_breakdown_is_hidden: whether the figure of a group may not be told outside the service. */
gboolean caseness_breakdown_is_hidden (const CasenessBreakdown *self, guint variable, guint group, guint measure);

/** caseness_breakdown_hides_total: the same of everybody. */
gboolean caseness_breakdown_hides_total (const CasenessBreakdown *self, guint measure);

G_END_DECLS
