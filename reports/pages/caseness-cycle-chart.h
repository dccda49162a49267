/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-cycle-result.h"
#include "caseness-line-chart.h"

G_BEGIN_DECLS

/* A Plan-Do-Study-Act cycle in words and drawing, for screen and paper. */

/** caseness_cycle_dup_measure: Returns: (transfer full): the measure of a cycle for people: `Recovery (M192)`; a dash for
 *  none. */
char *caseness_cycle_dup_measure (const CasenessCycle *cycle);

/** caseness_cycle_dup_title: Returns: (transfer full): what a cycle is called: its aim, or that it has none yet. */
char *caseness_cycle_dup_title (const CasenessCycle *cycle);

/** caseness_cycle_dup_days: Returns: (transfer full): when the change begins and when people look back. */
char *caseness_cycle_dup_days (const CasenessCycle *cycle);

/**
 * caseness_cycle_chart_new:
 * @result: a result with a series
 * @whose: (nullable): whose figures they are
 * @suppresses: for people outside: points of fewer than five are hidden
 *
 * The figure before and since on an XmR chart, the day of the change marked by a letter, or by a break where people
 * recorded a step.
 *
 * Returns: (transfer full): the chart.
 */
CasenessLineChart *caseness_cycle_chart_new (const CasenessCycleResult *result, const char *whose, gboolean suppresses);

G_END_DECLS
