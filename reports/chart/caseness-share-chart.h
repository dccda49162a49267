/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-stack-chart.h"

G_BEGIN_DECLS

/**
 * CasenessShareChart:
 *
 * Groups with several shares each, mirrored about their names: what is compared with at the left, what is at the right,
 * with an interval where there is one. The shares stand in columns after the bars, under swatches that are the legend.
 * Areas: row, column = series; they lie on the numbers. The label of a row is column -1.
 */
typedef struct _CasenessShareChart CasenessShareChart;

/** CasenessShareSide: on which side of the names bars stand. */
typedef enum
{
  CASENESS_SHARE_LEFT,
  CASENESS_SHARE_RIGHT,
  CASENESS_N_SHARE_SIDES
} CasenessShareSide;

/**
 * caseness_share_chart_new:
 * @row_heading: what the groups are: `Ethnic group`
 * @left_heading: heads the bars at the left: `who lives here`
 * @right_heading: heads those at the right: `who we see`
 *
 * Returns: (transfer full): a chart without series.
 */
CasenessShareChart *caseness_share_chart_new (const char *row_heading, const char *left_heading,
                                              const char *right_heading);

/** caseness_share_chart_unref: drops a reference. */
void caseness_share_chart_unref (CasenessShareChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessShareChart, caseness_share_chart_unref)

/** caseness_share_chart_as_chart: Returns: (transfer none): the same, for titles, summary, layout and reports. */
CasenessChart *caseness_share_chart_as_chart (CasenessShareChart *chart);

/**
 * caseness_share_chart_add_series:
 * @chart: a chart without rows
 * @heading: heads its numbers: `Treated`
 * @side: on which side its bars stand
 * @look: how they are filled
 *
 * Adds a share of every group, below those already on its side. Returns: its index.
 */
guint caseness_share_chart_add_series (CasenessShareChart *chart, const char *heading, CasenessShareSide side,
                                       CasenessStackLook look);

/** caseness_share_chart_add_column: adds a column of text after the shares: `Ratio`. Returns: its index. */
guint caseness_share_chart_add_column (CasenessShareChart *chart, const char *heading, gboolean is_secondary);

/** caseness_share_chart_add_group: adds a group without shares. Returns: its index as a row. */
guint caseness_share_chart_add_group (CasenessShareChart *chart, const char *label);

/** caseness_share_chart_set_apart: a group that stands under a rule and outside the shares: the unknown. */
void caseness_share_chart_set_apart (CasenessShareChart *chart, guint group);

/**
 * caseness_share_chart_set_share:
 * @chart: a chart
 * @group: a group
 * @series: a series
 * @share: in percent; NAN for none
 * @low: lower end of its interval, NAN where there is none
 * @high: upper end
 */
void caseness_share_chart_set_share (CasenessShareChart *chart, guint group, guint series, double share, double low,
                                     double high);

/** caseness_share_chart_set_suppressed: a share that must not be told: `*`, and a hatched tick for its bar. */
void caseness_share_chart_set_suppressed (CasenessShareChart *chart, guint group, guint series);

/** caseness_share_chart_set_cell: gives a group its text in a column added before. */
void caseness_share_chart_set_cell (CasenessShareChart *chart, guint group, guint column, const char *text);

/** caseness_share_chart_get_n_groups: how many groups there are. */
guint caseness_share_chart_get_n_groups (const CasenessShareChart *chart);

G_END_DECLS
