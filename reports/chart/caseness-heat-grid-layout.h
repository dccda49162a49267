/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-heat-grid.h"

G_BEGIN_DECLS

/** CasenessHeatRegion: a rectangle that stands for a figure or a head; pointers and buttons go there. */
typedef struct
{
  int row;    /* -1 at a column head */
  int column; /* -1 at a row head */
  double x;
  double y;
  double width;
  double height;
  const char *label; /* what a screen reader says; belongs to the layout */
} CasenessHeatRegion;

/**
 * CasenessHeatGridLayout:
 *
 * A grid measured for a width and a theme: where everything is. One part as a rule; on paper a grid that cannot fit
 * at a legible size is cut into parts that stand below each other, each with its own heads.
 */
typedef struct _CasenessHeatGridLayout CasenessHeatGridLayout;

/** CasenessHeatGridRoom: the space a grid is laid out for. */
typedef struct
{
  double width;
  double part_height;  /* no part is higher, unless a single row is; 0 for any height */
  gboolean has_titles; /* whether title, subtitle and footnote are drawn with the grid */
} CasenessHeatGridRoom;

/**
 * caseness_heat_grid_layout:
 * @grid: a grid
 * @context: where text is measured; its resolution does not matter
 * @width: wanted width
 * @theme: a theme; copied
 *
 * Lays out a grid with its titles. On a screen a grid that needs more than @width comes out wider, to be scrolled; on
 * paper it comes out in parts.
 *
 * Returns: (transfer full): the layout.
 */
CasenessHeatGridLayout *caseness_heat_grid_layout (CasenessHeatGrid *grid, PangoContext *context, double width,
                                                   const CasenessTheme *theme);

/** caseness_heat_grid_layout_in: as caseness_heat_grid_layout(), for a given room. */
CasenessHeatGridLayout *caseness_heat_grid_layout_in (CasenessHeatGrid *grid, PangoContext *context,
                                                      const CasenessHeatGridRoom *room,
                                                      const CasenessTheme *theme);

/** caseness_heat_grid_layout_free: frees a layout. */
void caseness_heat_grid_layout_free (CasenessHeatGridLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessHeatGridLayout, caseness_heat_grid_layout_free)

/** caseness_heat_grid_layout_get_size: how large it came out. */
void caseness_heat_grid_layout_get_size (const CasenessHeatGridLayout *layout, double *width, double *height);

/** caseness_heat_grid_layout_get_minimum_width: the least width at which @layout's grid needs no scrolling. */
double caseness_heat_grid_layout_get_minimum_width (const CasenessHeatGridLayout *layout);

/** caseness_heat_grid_layout_get_n_parts: how many parts stand below each other. */
guint caseness_heat_grid_layout_get_n_parts (const CasenessHeatGridLayout *layout);

/** caseness_heat_grid_layout_get_part: where part @part begins and how high it is. */
void caseness_heat_grid_layout_get_part (const CasenessHeatGridLayout *layout, guint part, double *y,
                                         double *height);

/** caseness_heat_grid_layout_get_n_regions: how many regions there are. */
guint caseness_heat_grid_layout_get_n_regions (const CasenessHeatGridLayout *layout);

/** caseness_heat_grid_layout_get_region: Returns: (transfer none): a region, in reading order: column heads, then row
 *  by row the head and its cells. Blank cells have none. */
const CasenessHeatRegion *caseness_heat_grid_layout_get_region (const CasenessHeatGridLayout *layout, guint index);

/** caseness_heat_grid_layout_find_region: Returns: the index of the region at a point, or -1. */
int caseness_heat_grid_layout_find_region (const CasenessHeatGridLayout *layout, double x, double y);

/**
 * caseness_heat_grid_layout_draw:
 * @layout: a layout
 * @cr: a context whose origin is the layout's top left corner
 *
 * Draws everything. On a PDF surface the text is tagged as a table.
 */
void caseness_heat_grid_layout_draw (const CasenessHeatGridLayout *layout, cairo_t *cr);

/** caseness_heat_grid_layout_draw_part: draws one part with its top at the origin of @cr. */
void caseness_heat_grid_layout_draw_part (const CasenessHeatGridLayout *layout, guint part, cairo_t *cr);

G_END_DECLS
