/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart.h"

G_BEGIN_DECLS

/** chart_fixture_lay_out: Returns: (transfer full): @chart with its titles in @width, of any height. */
CasenessChartLayout *chart_fixture_lay_out (CasenessChart *chart, double width, CasenessThemeKind kind);

/** chart_fixture_lay_out_in: Returns: (transfer full): @chart in @room. */
CasenessChartLayout *chart_fixture_lay_out_in (CasenessChart *chart, const CasenessChartRoom *room,
                                               const CasenessTheme *theme);

/**
 * chart_fixture_draw:
 *
 * Lays @chart out in little and much room and every theme, draws it to pictures, PDF and a recording, and holds it to
 * what every chart promises: paper is never exceeded, areas have labels and lie in the layout, summary and table are
 * there. Where CASENESS_PICTURES names a folder, pictures called @name are left there to be looked at.
 */
void chart_fixture_draw (CasenessChart *chart, const char *name);

/** chart_fixture_find: Returns: (transfer none) (nullable): the area of a figure. */
const CasenessChartArea *chart_fixture_find (const CasenessChartLayout *layout, int row, int column);

/** chart_fixture_assert_table: holds the table of @chart to lines of cells parted by "|", heads first. */
void chart_fixture_assert_table (CasenessChart *chart, const char *expected);

/** chart_fixture_assert_summary: holds the summary of @chart to @expected. */
void chart_fixture_assert_summary (CasenessChart *chart, const char *expected);

G_END_DECLS
