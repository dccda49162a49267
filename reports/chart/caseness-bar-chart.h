/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

G_BEGIN_DECLS

/**
 * CasenessBarChart:
 *
 * Horizontal bars from zero, one a row: its label before it, its value at its end, a note (`n = 240`) in a column of
 * its own. A reference line may cross them all. Areas: row = bar, column 0; the label of a bar is column -1.
 */
typedef struct _CasenessBarChart CasenessBarChart;

/** CasenessBarKind: how a bar is filled; hatches tell them apart on a grey printer. */
typedef enum
{
  CASENESS_BAR_PLAIN,   /* dark blue */
  CASENESS_BAR_NOTABLE, /* dark red with a hatch, value in bold: what the title speaks of */
  CASENESS_BAR_PALE,    /* outlined: what the others are compared with, or what is missing */
} CasenessBarKind;

/**
 * caseness_bar_chart_new:
 * @row_heading: heading of the labels: `Table`
 * @value_heading: heading of the bars: `Valid rows`
 * @unit: what the values are; percentages have an axis from 0 to 100
 *
 * Returns: (transfer full): a chart without bars.
 */
CasenessBarChart *caseness_bar_chart_new (const char *row_heading, const char *value_heading, CasenessChartUnit unit);

/** caseness_bar_chart_unref: drops a reference. */
void caseness_bar_chart_unref (CasenessBarChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessBarChart, caseness_bar_chart_unref)

/** caseness_bar_chart_as_chart: Returns: (transfer none): the same, for titles, summary, layout and reports. */
CasenessChart *caseness_bar_chart_as_chart (CasenessBarChart *chart);

/** caseness_bar_chart_set_note_heading: heads the column of notes: `Cases`. */
void caseness_bar_chart_set_note_heading (CasenessBarChart *chart, const char *heading);

/**
 * caseness_bar_chart_add_bar:
 * @chart: a chart
 * @label: what the bar stands for
 * @value: at least 0, or NAN where there is none, which is said in words
 * @kind: how it is filled
 * @note: (nullable): stands in the column of notes
 *
 * Returns: its index.
 */
guint caseness_bar_chart_add_bar (CasenessBarChart *chart, const char *label, double value, CasenessBarKind kind,
                                  const char *note);

/**
 * caseness_bar_chart_add_suppressed:
 * @chart: a chart
 * @label: what the bar stands for
 * @note: (nullable): stands in the column of notes
 *
 * Adds a bar whose value must not be told: a short hatched tick and `*`, so that it is not read as zero.
 *
 * Returns: its index.
 */
guint caseness_bar_chart_add_suppressed (CasenessBarChart *chart, const char *label, const char *note);

/** caseness_bar_chart_set_reference: draws a line at @value across all bars, named @label: `standard 95%`. */
void caseness_bar_chart_set_reference (CasenessBarChart *chart, double value, const char *label);

/** caseness_bar_chart_get_n_bars: how many bars there are. */
guint caseness_bar_chart_get_n_bars (const CasenessBarChart *chart);

G_END_DECLS
