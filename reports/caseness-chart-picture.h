/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/**
 * caseness_chart_picture_render:
 * @chart: a chart
 * @source: (nullable): where its numbers come from, beneath it
 * @format: which
 * @error: return location
 *
 * Draws one chart with its title, subtitle and footnote on white, as reports draw it, large enough for it and no larger.
 *
 * Returns: (transfer full) (nullable): the bytes of the file; the same chart, the same bytes.
 */
GBytes *caseness_chart_picture_render (CasenessChart *chart, const char *source, CasenessReportFormat format,
                                       GError **error);

/** caseness_chart_picture_dup_name: Returns: (transfer full): a file name without ending, fit for an e-mail, made of the
 *  chart's title. */
char *caseness_chart_picture_dup_name (const CasenessChart *chart);

G_END_DECLS
