/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-fixture.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>

CasenessChartLayout *
chart_fixture_lay_out_in (CasenessChart *chart, const CasenessChartRoom *room, const CasenessTheme *theme)
{
  g_autoptr(GObject) context = G_OBJECT (pango_font_map_create_context (pango_cairo_font_map_get_default ()));

  return caseness_chart_lay_out (chart, PANGO_CONTEXT (context), room, theme);
}

static CasenessChartLayout *
lay_out (CasenessChart *chart, double width, double height, CasenessThemeKind kind)
{
  CasenessTheme theme = caseness_theme_get (kind);
  CasenessChartRoom room = { .width = width, .part_height = height, .has_titles = TRUE };

  return chart_fixture_lay_out_in (chart, &room, &theme);
}

CasenessChartLayout *
chart_fixture_lay_out (CasenessChart *chart, double width, CasenessThemeKind kind)
{
  return lay_out (chart, width, 0, kind);
}

static void
draw_on (const CasenessChartLayout *layout, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  caseness_chart_layout_draw (layout, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
leave_picture (const CasenessChartLayout *layout, const char *name, CasenessThemeKind kind, double width)
{
  static const char *const kinds[] = { "print", "light", "dark" };
  const char *folder = g_getenv ("CASENESS_PICTURES");
  CasenessTheme theme = caseness_theme_get (kind);
  g_autofree char *path = NULL;
  double scale = kind == CASENESS_THEME_PRINT ? 1.6 : 1;
  double real_width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (folder == NULL)
    return;
  path = g_strdup_printf ("%s/%s-%s-%.0f.png", folder, name, kinds[kind], width);
  caseness_chart_layout_get_size (layout, &real_width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ((real_width + 20) * scale),
                                        (int) ((height + 20) * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  caseness_colour_set_source (theme.background, cr);
  cairo_paint (cr);
  cairo_translate (cr, 10, 10);
  caseness_chart_layout_draw (layout, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
}

static void
check_areas (const CasenessChartLayout *layout)
{
  double width, height;
  guint i;

  caseness_chart_layout_get_size (layout, &width, &height);
  for (i = 0; i < caseness_chart_layout_get_n_areas (layout); i++)
    {
      const CasenessChartArea *area = caseness_chart_layout_get_area (layout, i);

      g_assert_cmpstr (area->label, !=, NULL);
      g_assert_cmpstr (area->label, !=, "");
      g_assert_true (isfinite (area->x) && isfinite (area->y));
      g_assert_cmpfloat (area->x + area->width / 2, >=, -1);
      g_assert_cmpfloat (area->x + area->width / 2, <=, width + 1);
      g_assert_cmpfloat (area->y + area->height / 2, >=, -1);
      g_assert_cmpfloat (area->y + area->height / 2, <=, height + 1);
      g_assert_cmpfloat (area->width, >, 0);
      g_assert_cmpfloat (area->height, >, 0);
    }
}

static void
draw_in_room (CasenessChart *chart, const char *name, double width, double height, CasenessThemeKind kind)
{
  g_autoptr(CasenessChartLayout) layout = lay_out (chart, width, height, kind);
  cairo_rectangle_t extents = { 0, 0, 2000, 2000 };
  double real_width;

  caseness_chart_layout_get_size (layout, &real_width, NULL);
  if (kind == CASENESS_THEME_PRINT)
    g_assert_cmpfloat (real_width, <=, width + 0.5);
  g_assert_cmpuint (caseness_chart_layout_get_n_parts (layout), >=, 1);
  check_areas (layout);
  draw_on (layout, cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 700));
  draw_on (layout, cairo_pdf_surface_create_for_stream (NULL, NULL, 900, 700));
  draw_on (layout, cairo_recording_surface_create (CAIRO_CONTENT_COLOR, &extents));
  if (height <= 0)
    leave_picture (layout, name, kind, width);
}

void
chart_fixture_draw (CasenessChart *chart, const char *name)
{
  static const CasenessThemeKind kinds[] = { CASENESS_THEME_PRINT, CASENESS_THEME_LIGHT, CASENESS_THEME_DARK };
  static const double widths[] = { 500, 780 };
  g_autofree char *summary = caseness_chart_dup_summary (chart);
  g_autoptr(CasenessChartTable) table = caseness_chart_dup_table (chart);
  gsize i, k;

  g_assert_cmpstr (summary, !=, "");
  g_assert_cmpuint (caseness_chart_table_get_n_columns (table), >, 0);
  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (k = 0; k < G_N_ELEMENTS (widths); k++)
      {
        draw_in_room (chart, name, widths[k], 0, kinds[i]);
        draw_in_room (chart, name, widths[k], 250, kinds[i]);
      }
}

const CasenessChartArea *
chart_fixture_find (const CasenessChartLayout *layout, int row, int column)
{
  guint i;

  for (i = 0; i < caseness_chart_layout_get_n_areas (layout); i++)
    {
      const CasenessChartArea *area = caseness_chart_layout_get_area (layout, i);

      if (area->row == row && area->column == column)
        return area;
    }
  return NULL;
}

void
chart_fixture_assert_table (CasenessChart *chart, const char *expected)
{
  g_autoptr(CasenessChartTable) table = caseness_chart_dup_table (chart);
  g_autoptr(GString) text = g_string_new (NULL);
  guint row, column;

  for (column = 0; column < caseness_chart_table_get_n_columns (table); column++)
    g_string_append_printf (text, "%s%s", column > 0 ? "|" : "", caseness_chart_table_get_heading (table, column));
  for (row = 0; row < caseness_chart_table_get_n_rows (table); row++)
    for (column = 0; column < caseness_chart_table_get_n_columns (table); column++)
      g_string_append_printf (text, "%s%s", column > 0 ? "|" : "\n", caseness_chart_table_get_cell (table, row, column));
  g_assert_cmpstr (text->str, ==, expected);
}

void
chart_fixture_assert_summary (CasenessChart *chart, const char *expected)
{
  g_autofree char *summary = caseness_chart_dup_summary (chart);

  g_assert_cmpstr (summary, ==, expected);
}
