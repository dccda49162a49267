/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-hatch.h"
#include "caseness-heat-grid-private.h"

#include <pango/pangocairo.h>

#define HATCH_SPACING 4

void
caseness_heat_grid_layout_get_size (const CasenessHeatGridLayout *layout, double *width, double *height)
{
  g_return_if_fail (layout != NULL);

  if (width != NULL)
    *width = layout->width;
  if (height != NULL)
    *height = layout->height;
}

double
caseness_heat_grid_layout_get_minimum_width (const CasenessHeatGridLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->minimum_width;
}

guint
caseness_heat_grid_layout_get_n_parts (const CasenessHeatGridLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->parts->len;
}

void
caseness_heat_grid_layout_get_part (const CasenessHeatGridLayout *layout, guint part, double *y, double *height)
{
  const CasenessHeatPart *found;

  g_return_if_fail (layout != NULL);
  g_return_if_fail (part < layout->parts->len);

  found = g_ptr_array_index (layout->parts, part);
  if (y != NULL)
    *y = found->y;
  if (height != NULL)
    *height = found->height;
}

guint
caseness_heat_grid_layout_get_n_regions (const CasenessHeatGridLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->regions->len;
}

const CasenessHeatRegion *
caseness_heat_grid_layout_get_region (const CasenessHeatGridLayout *layout, guint index)
{
  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (index < layout->regions->len, NULL);

  return &g_array_index (layout->regions, CasenessHeatRegion, index);
}

int
caseness_heat_grid_layout_find_region (const CasenessHeatGridLayout *layout, double x, double y)
{
  guint i;

  g_return_val_if_fail (layout != NULL, -1);

  for (i = 0; i < layout->regions->len; i++)
    {
      const CasenessHeatRegion *region = &g_array_index (layout->regions, CasenessHeatRegion, i);

      if (x >= region->x && x < region->x + region->width && y >= region->y && y < region->y + region->height)
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

/* On paper a stroke, which printers keep even; on a screen a larger rectangle behind, sharp without half pixels. */
static void
draw_outline (const CasenessHeatBox *box, const CasenessTheme *theme, cairo_t *cr)
{
  if (theme->kind != CASENESS_THEME_PRINT)
    {
      fill_rectangle (cr, box->x, box->y, box->width, box->height, box->outline);
      return;
    }
  caseness_colour_set_source (box->outline, cr);
  cairo_set_line_width (cr, theme->hair_line);
  cairo_rectangle (cr, box->x + theme->hair_line / 2, box->y + theme->hair_line / 2, box->width - theme->hair_line,
                   box->height - theme->hair_line);
  cairo_stroke (cr);
}

static void
draw_box (const CasenessHeatBox *box, const CasenessTheme *theme, cairo_t *cr)
{
  double edge = theme->hair_line;
  double margin = 2 * theme->hair_line;

  draw_outline (box, theme, cr);
  fill_rectangle (cr, box->x + edge, box->y + edge, box->width - 2 * edge, box->height - 2 * edge, box->fill);
  if (!box->is_hatched)
    return;
  caseness_colour_set_source (box->hatch, cr);
  cairo_set_line_width (cr, theme->hair_line);
  caseness_hatch_draw (cr, CASENESS_HATCH_RISING, box->x + edge, box->y + edge, box->width - 2 * edge,
                       box->height - 2 * edge, HATCH_SPACING);
  fill_rectangle (cr, box->text_x - margin, box->y + edge + margin, box->text_width + 2 * margin,
                  box->height - 2 * (edge + margin), box->fill);
}

static const char *
get_group_tag (int row)
{
  switch (row)
    {
    case HEAT_TEXT_TITLE:
    case HEAT_TEXT_SUBTITLE:
    case HEAT_TEXT_FOOTNOTE:
    case HEAT_TEXT_FAMILY:
      return NULL;
    default:
      return "TR";
    }
}

static void
draw_text (const CasenessHeatText *text, cairo_t *cr)
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
      const CasenessHeatText *text = &g_array_index (texts, CasenessHeatText, i);
      const CasenessHeatText *before = i > 0 ? text - 1 : NULL;
      const CasenessHeatText *after = i + 1 < texts->len ? text + 1 : NULL;
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
draw_part (const CasenessHeatGridLayout *layout, const CasenessHeatPart *part, cairo_t *cr)
{
  guint i;

  for (i = 0; i < part->boxes->len; i++)
    draw_box (&g_array_index (part->boxes, CasenessHeatBox, i), &layout->theme, cr);
  for (i = 0; i < part->lines->len; i++)
    {
      const CasenessHeatLine *line = &g_array_index (part->lines, CasenessHeatLine, i);

      fill_rectangle (cr, line->x, line->y, line->width, line->height, line->colour);
    }
  draw_texts (part->texts, cr);
}

void
caseness_heat_grid_layout_draw (const CasenessHeatGridLayout *layout, cairo_t *cr)
{
  guint part;

  g_return_if_fail (layout != NULL);

  for (part = 0; part < layout->parts->len; part++)
    draw_part (layout, g_ptr_array_index (layout->parts, part), cr);
}

void
caseness_heat_grid_layout_draw_part (const CasenessHeatGridLayout *layout, guint part, cairo_t *cr)
{
  const CasenessHeatPart *found;

  g_return_if_fail (layout != NULL);
  g_return_if_fail (part < layout->parts->len);

  found = g_ptr_array_index (layout->parts, part);
  cairo_save (cr);
  cairo_translate (cr, 0, -found->y);
  draw_part (layout, found, cr);
  cairo_restore (cr);
}
