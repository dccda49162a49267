/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-axis.h"
#include "caseness-chart-private.h"

G_BEGIN_DECLS

/*
 * What charts with values up their left side have in common: the axis, its lines across, an axis of numbers below, and
 * names at the right ends of lines that keep out of each other's way.
 */

/* Sizes that go with the text, as multiples of its size. */
#define CASENESS_PLOT_TICK 0.35        /* length */
#define CASENESS_PLOT_GAP 0.5          /* between a label and what it names */
#define CASENESS_PLOT_LINE_HEIGHT 1.35 /* of labels above each other */
#define CASENESS_PLOT_TARGET 1.5       /* of a point to press, across */

typedef struct
{
  CasenessChartPlan *plan;
  CasenessChartAxis axis; /* of the values */
  double x;
  double width;
  double y;
  double height;
  double end_x; /* of the names at the right */
  double end_width;
  GArray *end_labels; /* owned */
} CasenessChartPlot;

extern const double caseness_chart_long_dashes[2];
extern const double caseness_chart_short_dashes[2];
extern const double caseness_chart_dots[2];

void caseness_chart_plot_init (CasenessChartPlot *plot, CasenessChartPlan *plan);
void caseness_chart_plot_clear (CasenessChartPlot *plot);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasenessChartPlot, caseness_chart_plot_clear)

void caseness_chart_plot_need_name (CasenessChartPlot *plot, const char *text, PangoWeight weight);
void caseness_chart_plot_share_width (CasenessChartPlot *plot, double least_plot);
void caseness_chart_plot_share_height (CasenessChartPlot *plot, double height, double least, double below);
void caseness_chart_plot_add_heading (CasenessChartPlot *plot, const char *heading);
void caseness_chart_plot_add_value_axis (CasenessChartPlot *plot);
void caseness_chart_plot_add_number_axis (CasenessChartPlot *plot, const CasenessChartAxis *axis, const char *heading);
double caseness_chart_plot_get_number_axis_height (const CasenessChartPlot *plot);
double caseness_chart_plot_get_y (const CasenessChartPlot *plot, double value);
void caseness_chart_plot_add_level (CasenessChartPlot *plot, double value, double width, CasenessColour colour,
                                    const double *dashes, const char *label, PangoWeight weight);
void caseness_chart_plot_add_name (CasenessChartPlot *plot, const char *text, double y, CasenessColour colour,
                                   PangoWeight weight);
void caseness_chart_plot_place_names (CasenessChartPlot *plot);
void caseness_chart_plot_add_whisker (CasenessChartPlot *plot, double x, double low, double high,
                                      CasenessColour colour);
void caseness_chart_plot_add_target (CasenessChartPlot *plot, int row, int column, double x, double y, char *label);

/* The least and the greatest of what is seen; NAN until there is something. */
typedef struct
{
  double low;
  double high;
} CasenessChartRange;

#define CASENESS_CHART_RANGE_INIT { NAN, NAN }

void caseness_chart_range_add (CasenessChartRange *range, double value);

G_END_DECLS
