/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"

G_BEGIN_DECLS

/**
 * CasenessFigureAddress:
 *
 * Where a figure stands: which measure, over which period, in which groups and filter. Enough to work it out again,
 * to explain it and to name the people behind it. Immutable and reference-counted; safe to share between threads.
 */
typedef struct
{
  const CasenessMeasure *measure;
  CasenessPeriod period;
  CasenessWhere *where; /* the groups; their values belong to the address */
  guint n_where;
  CasenessFilter *filter;
} CasenessFigureAddress;

/**
 * caseness_figure_address_new:
 * @measure_id: a measure of the catalogue: `M192`
 * @period: the period
 * @groups: (nullable) (array zero-terminated=1): names of variables, each followed by the label of the group that the
 *   figure stands in: `Clinician`, `HIT-07`, NULL; those of no group are Total. A variable named again straight away adds
 *   its people to those of the group before
 * @filter: (nullable): the filter that holds on the page
 *
 * Returns: (transfer full) (nullable): the address, or NULL when there is no such measure or variable.
 */
CasenessFigureAddress *caseness_figure_address_new (const char *measure_id, const CasenessPeriod *period,
                                                    const char *const *groups, CasenessFilter *filter);

/** caseness_figure_address_with_measure: Returns: (transfer full): where @measure stands in the same place. */
CasenessFigureAddress *caseness_figure_address_with_measure (const CasenessFigureAddress *address,
                                                             const CasenessMeasure *measure);

/** caseness_figure_address_ref: Returns: (transfer full): @address with one more reference. */
CasenessFigureAddress *caseness_figure_address_ref (CasenessFigureAddress *address);

/** caseness_figure_address_unref: drops a reference. */
void caseness_figure_address_unref (CasenessFigureAddress *address);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessFigureAddress, caseness_figure_address_unref)

/** caseness_figure_address_ask: Returns: the question whose one figure stands there; it borrows from @address, and its
 *  measure points into it. */
CasenessQuestion caseness_figure_address_ask (const CasenessFigureAddress *address);

/**
 * caseness_figure_address_work_out:
 * @address: where a figure stands
 * @snapshot: a snapshot
 * @error: return location: a group that there is not
 *
 * Returns: the figure; NAN throughout with @error set.
 */
CasenessFigure caseness_figure_address_work_out (const CasenessFigureAddress *address, CasenessSnapshot *snapshot,
                                                 GError **error);

G_END_DECLS
