/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-private.h"

#include <math.h>
#include <pango/pangocairo.h>

#define HATCH_SPACING 4

void
caseness_chart_layout_get_size (const CasenessChartLayout *layout, double *width, double *height)
{
  g_return_if_fail (layout != NULL);

  if (width != NULL)
    *width = layout->width;
  if (height != NULL)
    *height = layout->height;
}

double
caseness_chart_layout_get_minimum_width (const CasenessChartLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->minimum_width;
}

guint
caseness_chart_layout_get_n_parts (const CasenessChartLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->parts->len;
}

void
caseness_chart_layout_get_part (const CasenessChartLayout *layout, guint part, double *y, double *height)
{
  const CasenessChartPart *found;

  g_return_if_fail (layout != NULL);
  g_return_if_fail (part < layout->parts->len);

  found = g_ptr_array_index (layout->parts, part);
  if (y != NULL)
    *y = found->y;
  if (height != NULL)
    *height = found->height;
}

guint
caseness_chart_layout_get_n_areas (const CasenessChartLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->areas->len;
}

const CasenessChartArea *
caseness_chart_layout_get_area (const CasenessChartLayout *layout, guint index)
{
  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (index < layout->areas->len, NULL);

  return &g_array_index (layout->areas, CasenessChartArea, index);
}

int
caseness_chart_layout_find_area (const CasenessChartLayout *layout, double x, double y)
{
  guint i;

  g_return_val_if_fail (layout != NULL, -1);

  for (i = 0; i < layout->areas->len; i++)
    {
      const CasenessChartArea *area = &g_array_index (layout->areas, CasenessChartArea, i);

      if (x >= area->x && x < area->x + area->width && y >= area->y && y < area->y + area->height)
        return (int) i;
    }
  return -1;
}

static void
fill_rectangle (cairo_t *cr, double x, double y, double width, double height, CasenessColour colour)
{
  caseness_colour_set_source (colour, cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static gboolean
is_same_colour (CasenessColour a, CasenessColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static gboolean
looks_alike (const CasenessChartBox *a, const CasenessChartBox *b)
{
  return a->hatch == b->hatch && is_same_colour (a->fill, b->fill) && is_same_colour (a->outline, b->outline);
}

/* Traces the boxes from the first on that look like it, less @inset all around. */
static void
trace_boxes (const GArray *boxes, guint first, double inset, cairo_t *cr)
{
  const CasenessChartBox *look = &g_array_index (boxes, CasenessChartBox, first);
  guint i;

  cairo_new_path (cr);
  for (i = first; i < boxes->len; i++)
    {
      const CasenessChartBox *box = &g_array_index (boxes, CasenessChartBox, i);

      if (looks_alike (box, look))
        cairo_rectangle (cr, box->x + inset, box->y + inset, box->width - 2 * inset, box->height - 2 * inset);
    }
}

/* On paper the outline is a stroke, which printers keep even; on a screen a larger rectangle behind, sharp without half
 * pixels. */
static void
fill_boxes (const GArray *boxes, guint first, const CasenessTheme *theme, cairo_t *cr)
{
  const CasenessChartBox *look = &g_array_index (boxes, CasenessChartBox, first);

  if (theme->kind == CASENESS_THEME_PRINT)
    {
      trace_boxes (boxes, first, theme->hair_line / 2, cr);
      caseness_colour_set_source (look->fill, cr);
      cairo_fill_preserve (cr);
      caseness_colour_set_source (look->outline, cr);
      cairo_set_line_width (cr, theme->hair_line);
      cairo_stroke (cr);
      return;
    }
  trace_boxes (boxes, first, 0, cr);
  caseness_colour_set_source (look->outline, cr);
  cairo_fill (cr);
  trace_boxes (boxes, first, theme->hair_line, cr);
  caseness_colour_set_source (look->fill, cr);
  cairo_fill (cr);
}

static void
hatch_boxes (const GArray *boxes, guint first, const CasenessTheme *theme, cairo_t *cr)
{
  const CasenessChartBox *look = &g_array_index (boxes, CasenessChartBox, first);
  double edge = theme->hair_line;
  double margin = 2 * theme->hair_line;
  guint i;

  cairo_new_path (cr);
  for (i = first; i < boxes->len; i++)
    {
      const CasenessChartBox *box = &g_array_index (boxes, CasenessChartBox, i);

      if (looks_alike (box, look))
        caseness_hatch_trace (cr, box->hatch, box->x + edge, box->y + edge, box->width - 2 * edge,
                              box->height - 2 * edge, HATCH_SPACING);
    }
  caseness_colour_set_source (look->hatch_colour, cr);
  cairo_set_line_width (cr, theme->hair_line);
  cairo_stroke (cr);
  for (i = first; i < boxes->len; i++)
    {
      const CasenessChartBox *box = &g_array_index (boxes, CasenessChartBox, i);

      if (looks_alike (box, look) && box->text_width > 0)
        cairo_rectangle (cr, box->text_x - margin, box->y + edge + margin, box->text_width + 2 * margin,
                         box->height - 2 * (edge + margin));
    }
  caseness_colour_set_source (look->fill, cr);
  cairo_fill (cr);
}

/* Boxes of one look are drawn at once: a page has hundreds, and each stroke of its own costs time and file. */
static void
draw_boxes (const GArray *boxes, const CasenessTheme *theme, cairo_t *cr)
{
  guint i, k;

  for (i = 0; i < boxes->len; i++)
    {
      const CasenessChartBox *box = &g_array_index (boxes, CasenessChartBox, i);

      for (k = 0; k < i && !looks_alike (&g_array_index (boxes, CasenessChartBox, k), box); k++)
        ;
      if (k < i)
        continue;
      fill_boxes (boxes, i, theme, cr);
      if (box->hatch != CASENESS_HATCH_NONE)
        hatch_boxes (boxes, i, theme, cr);
    }
}

static void
draw_path (const CasenessChartPath *path, cairo_t *cr)
{
  gboolean is_open = FALSE;
  guint i;

  cairo_save (cr);
  caseness_colour_set_source (path->colour, cr);
  cairo_set_line_width (cr, path->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, path->dashes, path->n_dashes, 0);
  for (i = 0; i + 1 < path->points->len; i += 2)
    {
      double x = g_array_index (path->points, double, i);
      double y = g_array_index (path->points, double, i + 1);

      if (isnan (y))
        is_open = FALSE;
      else if (is_open)
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
      is_open = !isnan (y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
trace_marker (const CasenessChartMarker *marker, cairo_t *cr)
{
  double r = marker->radius;

  cairo_new_path (cr);
  switch (marker->shape)
    {
    case CASENESS_CHART_SQUARE:
      cairo_rectangle (cr, marker->x - r * 0.9, marker->y - r * 0.9, r * 1.8, r * 1.8);
      break;
    case CASENESS_CHART_TRIANGLE:
      cairo_move_to (cr, marker->x, marker->y - r * 1.2);
      cairo_line_to (cr, marker->x + r * 1.1, marker->y + r * 0.8);
      cairo_line_to (cr, marker->x - r * 1.1, marker->y + r * 0.8);
      cairo_close_path (cr);
      break;
    case CASENESS_CHART_DIAMOND:
      cairo_move_to (cr, marker->x, marker->y - r * 1.25);
      cairo_line_to (cr, marker->x + r * 1.25, marker->y);
      cairo_line_to (cr, marker->x, marker->y + r * 1.25);
      cairo_line_to (cr, marker->x - r * 1.25, marker->y);
      cairo_close_path (cr);
      break;
    case CASENESS_CHART_CIRCLE:
    case CASENESS_CHART_RING:
    case CASENESS_CHART_HALF:
    default:
      cairo_arc (cr, marker->x, marker->y, r, 0, 2 * G_PI);
      break;
    }
}

static void
draw_halo (const CasenessChartMarker *marker, const CasenessTheme *theme, cairo_t *cr)
{
  if (!marker->has_halo)
    return;
  trace_marker (marker, cr);
  caseness_colour_set_source (marker->halo, cr);
  cairo_set_line_width (cr, theme->line + 4 * theme->hair_line);
  cairo_stroke (cr);
}

void
caseness_chart_draw_marker (const CasenessChartMarker *marker, const CasenessTheme *theme, cairo_t *cr)
{
  draw_halo (marker, theme, cr);
  trace_marker (marker, cr);
  caseness_colour_set_source (marker->shape == CASENESS_CHART_HALF ? theme->background : marker->fill, cr);
  cairo_fill_preserve (cr);
  caseness_colour_set_source (marker->outline, cr);
  cairo_set_line_width (cr, marker->is_bold ? theme->line : theme->hair_line * 1.5);
  cairo_stroke (cr);
  if (marker->shape == CASENESS_CHART_HALF)
    {
      cairo_arc (cr, marker->x, marker->y, marker->radius, -G_PI_2, G_PI_2);
      caseness_colour_set_source (marker->fill, cr);
      cairo_fill (cr);
    }
  if (marker->shape != CASENESS_CHART_RING)
    return;
  cairo_arc (cr, marker->x, marker->y, marker->radius + 3 * theme->hair_line, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static const char *
get_group_tag (int row)
{
  switch (row)
    {
    case CASENESS_CHART_TEXT_TITLE:
    case CASENESS_CHART_TEXT_SUBTITLE:
    case CASENESS_CHART_TEXT_FOOTNOTE:
    case CASENESS_CHART_TEXT_LOOSE:
      return NULL;
    default:
      return "TR";
    }
}

static void
draw_backing (const CasenessChartText *text, const CasenessTheme *theme, cairo_t *cr)
{
  PangoRectangle extents;

  if (!text->has_backing || text->layout == NULL)
    return;
  pango_layout_get_pixel_extents (text->layout, NULL, &extents);
  fill_rectangle (cr, text->x + extents.x - 1, text->y + extents.y + 1, extents.width + 2, extents.height - 2,
                  theme->background);
}

static void
draw_text (const CasenessChartText *text, cairo_t *cr)
{
  const char *tag = get_group_tag (text->row) == NULL ? "P" : text->is_head ? "TH" : "TD";

  cairo_tag_begin (cr, tag, NULL);
  if (text->layout != NULL)
    {
      caseness_colour_set_source (text->colour, cr);
      cairo_move_to (cr, text->x, text->y);
      pango_cairo_show_layout (cr, text->layout);
    }
  cairo_tag_end (cr, tag);
}

/* Texts stand in reading order, so a row ends where the next one begins. */
static void
draw_texts (const GArray *texts, cairo_t *cr)
{
  gboolean is_in_table = FALSE;
  guint i;

  for (i = 0; i < texts->len; i++)
    {
      const CasenessChartText *text = &g_array_index (texts, CasenessChartText, i);
      const CasenessChartText *before = i > 0 ? text - 1 : NULL;
      const CasenessChartText *after = i + 1 < texts->len ? text + 1 : NULL;
      const char *group = get_group_tag (text->row);

      if (group != NULL && !is_in_table)
        cairo_tag_begin (cr, "Table", NULL);
      if (group == NULL && is_in_table)
        cairo_tag_end (cr, "Table");
      is_in_table = group != NULL;
      if (is_in_table && (before == NULL || before->row != text->row))
        cairo_tag_begin (cr, group, NULL);
      draw_text (text, cr);
      if (is_in_table && (after == NULL || after->row != text->row))
        cairo_tag_end (cr, group);
    }
  if (is_in_table)
    cairo_tag_end (cr, "Table");
}

static void
draw_part (const CasenessChartLayout *layout, const CasenessChartPart *part, cairo_t *cr)
{
  guint i;

  for (i = 0; i < part->lines->len; i++)
    {
      const CasenessChartLine *line = &g_array_index (part->lines, CasenessChartLine, i);

      fill_rectangle (cr, line->x, line->y, line->width, line->height, line->colour);
    }
  draw_boxes (part->boxes, &layout->theme, cr);
  for (i = 0; i < part->paths->len; i++)
    draw_path (&g_array_index (part->paths, CasenessChartPath, i), cr);
  for (i = 0; i < part->markers->len; i++)
    caseness_chart_draw_marker (&g_array_index (part->markers, CasenessChartMarker, i), &layout->theme, cr);
  for (i = 0; i < part->texts->len; i++)
    draw_backing (&g_array_index (part->texts, CasenessChartText, i), &layout->theme, cr);
  draw_texts (part->texts, cr);
}

void
caseness_chart_layout_draw (const CasenessChartLayout *layout, cairo_t *cr)
{
  guint part;

  g_return_if_fail (layout != NULL);

  for (part = 0; part < layout->parts->len; part++)
    draw_part (layout, g_ptr_array_index (layout->parts, part), cr);
}

void
caseness_chart_layout_draw_part (const CasenessChartLayout *layout, guint part, cairo_t *cr)
{
  const CasenessChartPart *found;

  g_return_if_fail (layout != NULL);
  g_return_if_fail (part < layout->parts->len);

  found = g_ptr_array_index (layout->parts, part);
  cairo_save (cr);
  cairo_translate (cr, 0, -found->y);
  draw_part (layout, found, cr);
  cairo_restore (cr);
}
