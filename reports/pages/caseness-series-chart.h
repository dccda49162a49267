/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-benchmark.h"
#include "caseness-miniature.h"
#include "caseness-series.h"

G_BEGIN_DECLS

/*
 * A series (measures/caseness-series.h) as a chart, an icon, a line in a table: one drawing for every page and report.
 */

/** CasenessSeriesNote: something people wrote about a day. */
typedef struct
{
  CasenessDate date;
  const char *text;
} CasenessSeriesNote;

/** CasenessSeriesLook: how a series is to be shown. All of it is borrowed. */
typedef struct
{
  const char *name;                /* of the figure: `Recovery (M192)` */
  const char *cohort;              /* (nullable): what it counts: `of courses at caseness` */
  const CasenessSeriesNote *notes; /* (nullable) (array length=n_notes): those outside the series are left out */
  guint n_notes;
  const GPtrArray *lines;          /* (nullable) (element-type CasenessBenchmarkLine): drawn beside it, of as many points */
  gboolean suppresses;             /* for people outside: points of fewer than five are hidden, counts rounded */
  gboolean is_of_many;             /* on a page with others: its title begins with the name, and what is true of all of them
                                      (caseness_series_chart_get_legend()) stands once above them */
} CasenessSeriesLook;

/**
 * caseness_series_chart_new:
 * @series: a series
 * @look: how to show it
 *
 * The XmR chart (charts, section 3): points by shape and colour, mean, limits, target or plan, step changes, notes, the
 * end of the baseline and the run that goes on. Its title is the sentence of the series, its footnote the method.
 *
 * Returns: (transfer full): the chart.
 */
CasenessLineChart *caseness_series_chart_new (const CasenessSeries *series, const CasenessSeriesLook *look);

/** caseness_series_chart_get_legend: Returns: (transfer none): what the points of such charts mean, a sentence each. */
const char *caseness_series_chart_get_legend (void);

/** caseness_series_chart_new_sparkline: Returns: (transfer full): the same without words, for a cell of a table. */
CasenessMiniature *caseness_series_chart_new_sparkline (const CasenessSeries *series, const CasenessSeriesLook *look);

/** caseness_series_chart_new_variation: Returns: (transfer full): the icon of how the figure varies. */
CasenessMiniature *caseness_series_chart_new_variation (const CasenessSeries *series);

/** caseness_series_chart_new_assurance: Returns: (transfer full): the icon of whether it will meet its target. */
CasenessMiniature *caseness_series_chart_new_assurance (const CasenessSeries *series);

G_END_DECLS
