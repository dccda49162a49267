/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"
#include "caseness-equity-words.h"

G_BEGIN_DECLS

/**
 * caseness_equity_chart_new:
 * @answer: an answer
 * @view: which view
 * @is_shared: whether the chart leaves the service, so that nothing is drawn of few people
 *
 * The picture of a view: the ladder of ratios by step, shares against need, differences of recovery, the gradient of
 * deprivation, the gap over time.
 *
 * Returns: (transfer full) (nullable): the chart, or NULL where the view has none.
 */
CasenessChart *caseness_equity_chart_new (const CasenessEquityAnswer *answer, CasenessEquityView view,
                                          gboolean is_shared);

G_END_DECLS
