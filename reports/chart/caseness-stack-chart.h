/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

G_BEGIN_DECLS

/**
 * CasenessStackChart:
 *
 * What became of each row: a bar of its whole, cut into segments by share, with the counts beside it. Fills and hatches
 * tell the segments apart, also on a grey printer. Areas: row, column = segment, or the number of segments at the
 * whole; they lie on the counts, which are easier to hit than thin segments. The label of a row is column -1.
 */
typedef struct _CasenessStackChart CasenessStackChart;

/** CasenessStackLook: how a segment is filled. */
typedef enum
{
  CASENESS_STACK_SOLID,   /* dark blue */
  CASENESS_STACK_RISING,  /* light blue, lines at 45 degrees */
  CASENESS_STACK_FALLING, /* light blue, lines at 135 degrees */
  CASENESS_STACK_PALE,    /* pale grey, outlined */
  CASENESS_STACK_NOTABLE, /* dark red, crossed lines */
  CASENESS_STACK_CROSS,   /* crossed lines on the background */
  CASENESS_STACK_DOTS,    /* dots on the background: what is missing */
  CASENESS_STACK_BLANK,   /* outlined: what is not there at all */
  CASENESS_N_STACK_LOOKS
} CasenessStackLook;

/**
 * caseness_stack_chart_new:
 * @row_heading: heading of the labels: `Team`
 * @plot_heading: (nullable): heading of the bars
 *
 * Returns: (transfer full): a chart without segments.
 */
CasenessStackChart *caseness_stack_chart_new (const char *row_heading, const char *plot_heading);

/** caseness_stack_chart_unref: drops a reference. */
void caseness_stack_chart_unref (CasenessStackChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessStackChart, caseness_stack_chart_unref)

/** caseness_stack_chart_as_chart: Returns: (transfer none): the same, for titles, summary, layout and reports. */
CasenessChart *caseness_stack_chart_as_chart (CasenessStackChart *chart);

/**
 * caseness_stack_chart_add_segment:
 * @chart: a chart without rows
 * @heading: heads its counts: `Improved`
 * @full_label: the same when read alone: `Reliable improvement without recovery`
 * @look: how it is filled
 *
 * Adds the next segment from the left. Returns: its index.
 */
guint caseness_stack_chart_add_segment (CasenessStackChart *chart, const char *heading, const char *full_label,
                                        CasenessStackLook look);

/**
 * caseness_stack_chart_add_column:
 * @chart: a chart without rows
 * @heading: heads it: `Paired %`
 * @is_secondary: whether it is small print to the column before
 *
 * Adds a column of text after the counts. Returns: its index.
 */
guint caseness_stack_chart_add_column (CasenessStackChart *chart, const char *heading, gboolean is_secondary);

/** caseness_stack_chart_add_row: adds a row whose counts are 0. Returns: its index. */
guint caseness_stack_chart_add_row (CasenessStackChart *chart, const char *label);

/** caseness_stack_chart_set_count: gives a row how many are in a segment. */
void caseness_stack_chart_set_count (CasenessStackChart *chart, guint row, guint segment, guint count);

/** caseness_stack_chart_set_suppressed: the counts of a row must not be told: `*`, and a hatched tick for its bar. */
void caseness_stack_chart_set_suppressed (CasenessStackChart *chart, guint row);

/** caseness_stack_chart_tell_count: of a row whose counts must not be told this one may be, without a bar. */
void caseness_stack_chart_tell_count (CasenessStackChart *chart, guint row, guint segment);

/** caseness_stack_chart_set_note: writes @note where the bar would be: a row too small for one. */
void caseness_stack_chart_set_note (CasenessStackChart *chart, guint row, const char *note);

/** caseness_stack_chart_set_total: sets a row in bold under a rule: it is all others together. */
void caseness_stack_chart_set_total (CasenessStackChart *chart, guint row);

/** caseness_stack_chart_set_cell: gives a row its text in a column added before. */
void caseness_stack_chart_set_cell (CasenessStackChart *chart, guint row, guint column, const char *text);

/** caseness_stack_chart_get_n_rows: how many rows there are. */
guint caseness_stack_chart_get_n_rows (const CasenessStackChart *chart);

/** caseness_stack_chart_get_n_segments: how many segments a bar has. */
guint caseness_stack_chart_get_n_segments (const CasenessStackChart *chart);

G_END_DECLS
