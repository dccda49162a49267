/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-layout.h"
#include "caseness-chart-table.h"

G_BEGIN_DECLS

/**
 * CasenessChart:
 *
 * What every kind of chart is: a description in words and numbers that knows no sizes. Build one kind
 * (caseness-bar-chart.h, caseness-heat-grid.h, caseness-line-chart.h), ask for its CasenessChart and hand that to a
 * report or a widget. Reference-counted; not to be changed once laid out.
 */
typedef struct _CasenessChart CasenessChart;

/** caseness_chart_ref: Returns: (transfer full): @chart with one more reference. */
CasenessChart *caseness_chart_ref (CasenessChart *chart);

/** caseness_chart_unref: drops a reference. */
void caseness_chart_unref (CasenessChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessChart, caseness_chart_unref)

/**
 * caseness_chart_set_titles:
 * @chart: a chart
 * @title: (nullable): the message, in words
 * @subtitle: (nullable): measure, cohort, period, n
 * @footnote: (nullable): method, under the chart
 */
void caseness_chart_set_titles (CasenessChart *chart, const char *title, const char *subtitle, const char *footnote);

/** caseness_chart_get_title: Returns: (transfer none) (nullable): the message. */
const char *caseness_chart_get_title (const CasenessChart *chart);

/** caseness_chart_get_subtitle: Returns: (transfer none) (nullable): measure, cohort, period, n. */
const char *caseness_chart_get_subtitle (const CasenessChart *chart);

/** caseness_chart_get_footnote: Returns: (transfer none) (nullable): the method. */
const char *caseness_chart_get_footnote (const CasenessChart *chart);

/** caseness_chart_set_summary: says in one sentence what the chart shows, instead of the one it makes itself. */
void caseness_chart_set_summary (CasenessChart *chart, const char *summary);

/** caseness_chart_dup_summary: Returns: (transfer full): one sentence for those who do not see the chart. */
char *caseness_chart_dup_summary (const CasenessChart *chart);

/** caseness_chart_dup_table: Returns: (transfer full): the numbers of the chart, for those who would rather read them. */
CasenessChartTable *caseness_chart_dup_table (const CasenessChart *chart);

/**
 * caseness_chart_lay_out:
 * @chart: a chart
 * @context: where text is measured; its resolution does not matter
 * @room: the space there is
 * @theme: a theme; copied
 *
 * Finds a place for everything. On a screen a chart that needs more than its width comes out wider, to be scrolled; on
 * paper it comes out in parts.
 *
 * Returns: (transfer full): the layout.
 */
CasenessChartLayout *caseness_chart_lay_out (CasenessChart *chart, PangoContext *context,
                                             const CasenessChartRoom *room, const CasenessTheme *theme);

G_END_DECLS
