/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-theme.h"

G_BEGIN_DECLS

/** CasenessChartArea: a rectangle that stands for a figure or a head; pointers and buttons go there. */
typedef struct
{
  int row;    /* -1 at a column head */
  int column; /* -1 at a row head */
  double x;
  double y;
  double width;
  double height;
  const char *label; /* what a screen reader says; belongs to the layout */
} CasenessChartArea;

/** CasenessChartRoom: the space a chart is laid out for. */
typedef struct
{
  double width;
  double part_height;  /* no part is higher, unless a single row is; 0 for any height */
  double first_height; /* the same for the first part, which may begin further down a page; 0 for part_height */
  double below;        /* kept free below the last part, in which what belongs to the chart stands */
  gboolean has_titles; /* whether title, subtitle and footnote are drawn with the chart */
} CasenessChartRoom;

/**
 * CasenessChartLayout:
 *
 * A chart measured for a room and a theme: where everything is. One part as a rule; on paper a chart that cannot fit
 * at a legible size is cut into parts that stand below each other, each with its own heads.
 */
typedef struct _CasenessChartLayout CasenessChartLayout;

/** caseness_chart_layout_free: frees a layout. */
void caseness_chart_layout_free (CasenessChartLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessChartLayout, caseness_chart_layout_free)

/** caseness_chart_layout_get_size: how large it came out. */
void caseness_chart_layout_get_size (const CasenessChartLayout *layout, double *width, double *height);

/** caseness_chart_layout_get_minimum_width: the least width at which the chart needs no scrolling. */
double caseness_chart_layout_get_minimum_width (const CasenessChartLayout *layout);

/** caseness_chart_layout_get_n_parts: how many parts stand below each other. */
guint caseness_chart_layout_get_n_parts (const CasenessChartLayout *layout);

/** caseness_chart_layout_get_part: where part @part begins and how high it is. */
void caseness_chart_layout_get_part (const CasenessChartLayout *layout, guint part, double *y, double *height);

/** caseness_chart_layout_get_n_areas: how many areas there are. */
guint caseness_chart_layout_get_n_areas (const CasenessChartLayout *layout);

/** caseness_chart_layout_get_area: Returns: (transfer none): an area, in reading order; what is blank has none. */
const CasenessChartArea *caseness_chart_layout_get_area (const CasenessChartLayout *layout, guint index);

/** caseness_chart_layout_find_area: Returns: the index of the area at a point, or -1. */
int caseness_chart_layout_find_area (const CasenessChartLayout *layout, double x, double y);

/**
 * caseness_chart_layout_draw:
 * @layout: a layout
 * @cr: a context whose origin is the layout's top left corner
 *
 * Draws everything. On a PDF surface the text is tagged as a table.
 */
void caseness_chart_layout_draw (const CasenessChartLayout *layout, cairo_t *cr);

/** caseness_chart_layout_draw_part: draws one part with its top at the origin of @cr. */
void caseness_chart_layout_draw_part (const CasenessChartLayout *layout, guint part, cairo_t *cr);

G_END_DECLS
