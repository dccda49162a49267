/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"
#include "caseness-date.h"

G_BEGIN_DECLS

/**
 * CasenessDayChart:
 *
 * What happened when: days across, rows of marks and spans below each other, and edges through all rows. Areas: row =
 * row, column = place among the marks of the row.
 */
typedef struct _CasenessDayChart CasenessDayChart;

/** CasenessDayMark: how a mark is drawn; shapes differ, so that it reads without colour. */
typedef enum
{
  CASENESS_DAY_DONE,     /* a filled circle */
  CASENESS_DAY_FIRST,    /* a hollow diamond */
  CASENESS_DAY_OTHER,    /* a hollow circle */
  CASENESS_DAY_FAILED,   /* a cross */
  CASENESS_DAY_MOVED,    /* a hollow square */
} CasenessDayMark;

/** caseness_day_chart_new: Returns: (transfer full): a chart of @from to @to without rows. */
CasenessDayChart *caseness_day_chart_new (CasenessDate from, CasenessDate to);

/** caseness_day_chart_unref: drops a reference. */
void caseness_day_chart_unref (CasenessDayChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessDayChart, caseness_day_chart_unref)

/** caseness_day_chart_as_chart: Returns: (transfer none): the same, for titles, summary, layout and reports. */
CasenessChart *caseness_day_chart_as_chart (CasenessDayChart *chart);

/** caseness_day_chart_add_row: adds a row called @name below the others. Returns: its index. */
guint caseness_day_chart_add_row (CasenessDayChart *chart, const char *name);

/** caseness_day_chart_add_mark: marks @day in a row; @label says what it was: `Treatment 3, CBT`. */
void caseness_day_chart_add_mark (CasenessDayChart *chart, guint row, CasenessDate day, CasenessDayMark mark,
                                  const char *label);

/**
 * caseness_day_chart_add_span:
 * @chart: a chart
 * @row: a row
 * @from: first day
 * @to: last day
 * @is_strong: whether it is filled
 * @label: (nullable): written on it where there is room
 */
void caseness_day_chart_add_span (CasenessDayChart *chart, guint row, CasenessDate from, CasenessDate to,
                                  gboolean is_strong, const char *label);

/** caseness_day_chart_add_edge: draws a line through all rows on @day, named @label above them: `received`. */
void caseness_day_chart_add_edge (CasenessDayChart *chart, CasenessDate day, const char *label);

G_END_DECLS
