/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-cycle-result.h"
#include "caseness-report-builder.h"

G_BEGIN_DECLS

/** CasenessCycleReportOptions: what goes into posters of cycles. */
typedef struct
{
  CasenessDate as_at;
  const CasenessFilter *filter; /* (nullable): of the request, which narrows every cycle's own */
  gboolean identifies;          /* name owners and clinicians, and tell small numbers */
} CasenessCycleReportOptions;

/**
 * caseness_cycle_results_list:
 * @journal: (nullable): what people recorded
 * @snapshot: what is known
 * @options: what goes into the posters
 * @cancellable: (nullable)
 * @error: return location
 *
 * Returns: (transfer full) (element-type CasenessCycleResult) (nullable): what became of each cycle, in the order of
 *   caseness_cycle_list(), or NULL with @error set.
 */
GPtrArray *caseness_cycle_results_list (CasenessJournal *journal, CasenessSnapshot *snapshot,
                                        const CasenessCycleReportOptions *options, GCancellable *cancellable,
                                        GError **error);

/**
 * caseness_cycle_report_new:
 * @results: (element-type CasenessCycleResult): what became of cycles
 * @snapshot: what it was worked out from
 * @options: what goes into it
 *
 * A poster for each cycle, one side of A4: what was tried and why, the figure before and since, whether it worked, what
 * was learnt. Without cycles it is a blank one, to be filled in by hand.
 *
 * Returns: (transfer full): the report.
 */
CasenessReport *caseness_cycle_report_new (const GPtrArray *results, CasenessSnapshot *snapshot,
                                           const CasenessCycleReportOptions *options);

/** caseness_cycle_report_add: adds the posters of @results to a pack, each on a page of its own. */
void caseness_cycle_report_add (CasenessReportBuilder *builder, const GPtrArray *results, gboolean identifies);

G_END_DECLS
