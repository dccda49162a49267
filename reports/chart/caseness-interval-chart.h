/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

G_BEGIN_DECLS

/**
 * CasenessIntervalChart:
 *
 * Rows of a value with its interval: a dot and a whisker, against a line that all are compared with. Rows may stand
 * under headings. A second value may be joined to the first. Areas: row = row or heading in the order added, column 0;
 * the label of a row is column -1; headings have none.
 */
typedef struct _CasenessIntervalChart CasenessIntervalChart;

/** CasenessIntervalMark: on which side of the line an interval lies; who gives the numbers judges. */
typedef enum
{
  CASENESS_INTERVAL_SPANS,     /* the line is inside */
  CASENESS_INTERVAL_LOWER,     /* heavier whisker and a word */
  CASENESS_INTERVAL_HIGHER,    /* the same */
  CASENESS_INTERVAL_TOO_SMALL, /* to be judged: hollow grey dot */
} CasenessIntervalMark;

/**
 * caseness_interval_chart_new:
 * @row_heading: heading of the labels: `Clinician`
 * @value_heading: what is measured: `Recovery`
 * @unit: what the values are
 * @is_log: whether equal ratios are equally far apart
 *
 * Returns: (transfer full): a chart without rows.
 */
CasenessIntervalChart *caseness_interval_chart_new (const char *row_heading, const char *value_heading,
                                                    CasenessChartUnit unit, gboolean is_log);

/** caseness_interval_chart_unref: drops a reference. */
void caseness_interval_chart_unref (CasenessIntervalChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessIntervalChart, caseness_interval_chart_unref)

/** caseness_interval_chart_as_chart: Returns: (transfer none): the same, for titles, summary, layout and reports. */
CasenessChart *caseness_interval_chart_as_chart (CasenessIntervalChart *chart);

/** caseness_interval_chart_add_column: adds a column of text after the values: `n`. Returns: its index. */
guint caseness_interval_chart_add_column (CasenessIntervalChart *chart, const char *heading);

/** caseness_interval_chart_add_heading: the rows added next stand under @label. Returns: its index as a row. */
guint caseness_interval_chart_add_heading (CasenessIntervalChart *chart, const char *label);

/**
 * caseness_interval_chart_add_row:
 * @chart: a chart
 * @label: what the row stands for
 * @value: its value, NAN for none, which is said in words
 * @low: lower end of its interval, NAN where there is none
 * @high: upper end
 * @mark: which side of the line it lies on
 *
 * Returns: its index.
 */
guint caseness_interval_chart_add_row (CasenessIntervalChart *chart, const char *label, double value, double low,
                                       double high, CasenessIntervalMark mark);

/** caseness_interval_chart_set_total: sets a row in bold under a rule: it is all others together. */
void caseness_interval_chart_set_total (CasenessIntervalChart *chart, guint row);

/** caseness_interval_chart_set_missing: @words stand where a row has no value, in place of `no data`: `*` of what must not be
 *  told. */
void caseness_interval_chart_set_missing (CasenessIntervalChart *chart, guint row, const char *words);

/** caseness_interval_chart_set_cell: gives a row its text in a column added before. */
void caseness_interval_chart_set_cell (CasenessIntervalChart *chart, guint row, guint column, const char *text);

/** caseness_interval_chart_set_reference: draws the line at @value down all rows, named @label: `service 50.3%`. */
void caseness_interval_chart_set_reference (CasenessIntervalChart *chart, double value, const char *label);

/** caseness_interval_chart_set_range: the axis covers @low to @high; whiskers that go on end in an arrow. */
void caseness_interval_chart_set_range (CasenessIntervalChart *chart, double low, double high);

/**
 * caseness_interval_chart_set_second:
 * @chart: a chart without rows
 * @first_heading: heads the first values: `by own measure`
 * @second_heading: heads the second values, a diamond joined to the dot: `by general measure`
 */
void caseness_interval_chart_set_second (CasenessIntervalChart *chart, const char *first_heading,
                                         const char *second_heading);

/** caseness_interval_chart_set_short_heading: heads the column of values, which is narrower than the axis: `Ratio`. */
void caseness_interval_chart_set_short_heading (CasenessIntervalChart *chart, const char *heading);

/** caseness_interval_chart_set_second_value: gives a row its second value; NAN for none. */
void caseness_interval_chart_set_second_value (CasenessIntervalChart *chart, guint row, double value);

/** caseness_interval_chart_get_n_rows: how many rows there are, headings included. */
guint caseness_interval_chart_get_n_rows (const CasenessIntervalChart *chart);

G_END_DECLS
