/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"
#include "caseness-period.h"
#include "caseness-recovery-told.h"

G_BEGIN_DECLS

/* The charts of recovery, for screen and paper. */

/** CasenessRecoveryLook: how groups are to be shown. All of it is borrowed. */
typedef struct
{
  const CasenessRecoveryComparison *comparison;
  const GPtrArray *variables; /* (element-type CasenessVariable): what the groups are of */
  const char *const *labels;  /* caseness_recovery_words_labels () */
  CasenessPeriod period;
  CasenessRecoveryBasis basis;
  gboolean is_widened;
  const CasenessRecoveryTold *told; /* (nullable): for people outside, what they may know; the rest is left out or starred */
  const CasenessSnapshot *snapshot; /* (nullable): whose standard is drawn */
} CasenessRecoveryLook;

/** caseness_recovery_chart_funnel: Returns: (transfer full): groups by size within their limits. Points are the rows, but
 *  for those that may not be told. */
CasenessChart *caseness_recovery_chart_funnel (const CasenessRecoveryLook *look);

/** caseness_recovery_chart_caterpillar: Returns: (transfer full): groups with their intervals, in the order of
 *  caseness_recovery_comparison_list_by_value(). */
CasenessChart *caseness_recovery_chart_caterpillar (const CasenessRecoveryLook *look);

/** caseness_recovery_chart_outcomes: Returns: (transfer full): what became of the courses of each group. Rows are rows. For
 *  use within the service: it tells every count. */
CasenessChart *caseness_recovery_chart_outcomes (const CasenessRecoveryLook *look);

/**
 * caseness_recovery_chart_pairs:
 * @pairs: therapies and problems
 * @period: when
 * @told: (nullable): for people outside, what they may know: counts are rounded, the rest is starred
 *
 * Returns: (transfer full): recovery by problem and therapy, with what NICE says; rows and columns are those of @pairs,
 *   followed by their totals.
 */
CasenessChart *caseness_recovery_chart_pairs (const CasenessRecoveryPairs *pairs, const CasenessPeriod *period,
                                              const CasenessRecoveryTold *told);

G_END_DECLS
