/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-heat-grid.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

static CasenessChartLayout *
lay_out (CasenessHeatGrid *grid, GObject *context, double width, const CasenessTheme *theme)
{
  CasenessChartRoom room = { .width = width, .has_titles = TRUE };

  return caseness_chart_lay_out (caseness_heat_grid_as_chart (grid), PANGO_CONTEXT (context), &room, theme);
}

static CasenessHeatGrid *
create_grid (guint n_before, guint n_past, guint n_rows)
{
  CasenessHeatGrid *grid = caseness_heat_grid_new ("Therapy");
  guint i, row;

  caseness_heat_grid_set_titles (grid, "40 of 339 are past breach", "First treatment, n = 339", "How it is counted.");
  caseness_heat_grid_add_family (grid, "weeks before breach", CASENESS_SHADE_BEFORE);
  for (i = n_before; i > 0; i--)
    {
      g_autofree char *label = g_strdup_printf ("%u to %u", i, i - 1);
      g_autofree char *full = g_strdup_printf ("%s weeks before", label);

      caseness_heat_grid_add_column (grid, label, full, 0.5);
    }
  caseness_heat_grid_add_family (grid, "weeks past breach", CASENESS_SHADE_PAST);
  for (i = 0; i < n_past; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u to %u", i, i + 1);
      g_autofree char *full = g_strdup_printf ("%s weeks past", label);

      caseness_heat_grid_add_column (grid, label, full, MIN (i, 4) / 4.0);
    }
  caseness_heat_grid_add_plain_column (grid, "Total", "total", TRUE);
  caseness_heat_grid_add_plain_column (grid, "Longest", "longest wait", FALSE);
  for (row = 0; row < n_rows + 2; row++)
    {
      CasenessHeatRowKind kind = row < n_rows    ? CASENESS_HEAT_ROW_PLAIN
                                 : row == n_rows ? CASENESS_HEAT_ROW_TOTAL
                                                 : CASENESS_HEAT_ROW_NOTE;
      g_autofree char *label = g_strdup_printf ("Row %u", row);

      caseness_heat_grid_add_row (grid, row == 0 ? "CBT" : label, kind);
      /* Every third cell is nobody. */
      for (i = 0; i < n_before + n_past; i++)
        caseness_heat_grid_set_count (grid, row, i, (row + i) % 3 == 0 ? 0 : row + i);
      caseness_heat_grid_set_count (grid, row, n_before + n_past, 100 + row);
      caseness_heat_grid_set_cell (grid, row, n_before + n_past + 1, row == n_rows + 1 ? NULL : "72 days");
    }
  return grid;
}

static GObject *
create_context (void)
{
  return G_OBJECT (pango_font_map_create_context (pango_cairo_font_map_get_default ()));
}

static void
test_labels (void)
{
  g_autoptr(CasenessHeatGrid) grid = create_grid (6, 5, 3);
  g_autofree char *cell = caseness_heat_grid_dup_label (grid, 0, 7);
  g_autofree char *row = caseness_heat_grid_dup_label (grid, 0, -1);
  g_autofree char *column = caseness_heat_grid_dup_label (grid, -1, 7);
  g_autofree char *total = caseness_heat_grid_dup_label (grid, 3, 12);
  g_autofree char *summary = caseness_heat_grid_dup_summary (grid);
  g_autofree char *own_summary = NULL;

  g_assert_cmpstr (cell, ==, "CBT, 1 to 2 weeks past: 7");
  g_assert_cmpstr (row, ==, "CBT");
  g_assert_cmpstr (column, ==, "1 to 2 weeks past");
  g_assert_cmpstr (total, ==, "Row 3, longest wait: 72 days");
  g_assert_cmpstr (summary, ==, "40 of 339 are past breach. First treatment, n = 339");
  caseness_heat_grid_set_summary (grid, "All is well.");
  own_summary = caseness_heat_grid_dup_summary (grid);
  g_assert_cmpstr (own_summary, ==, "All is well.");
}

static void
test_zero_is_blank (void)
{
  g_autoptr(CasenessHeatGrid) grid = create_grid (2, 2, 1);

  g_assert_null (caseness_heat_grid_get_cell (grid, 0, 0));
  g_assert_cmpstr (caseness_heat_grid_get_cell (grid, 0, 1), ==, "1");
  caseness_heat_grid_set_cell (grid, 0, 1, "");
  g_assert_null (caseness_heat_grid_get_cell (grid, 0, 1));
}

/* One area for each head and each cell that says something, none over another, all inside. */
static void
check_areas (CasenessHeatGrid *grid, const CasenessChartLayout *layout)
{
  guint n = caseness_chart_layout_get_n_areas (layout);
  double width, height;
  guint i, k;

  caseness_chart_layout_get_size (layout, &width, &height);
  for (i = 0; i < n; i++)
    {
      const CasenessChartArea *a = caseness_chart_layout_get_area (layout, i);

      g_assert_cmpfloat (a->x, >=, 0);
      g_assert_cmpfloat (a->x + a->width, <=, width + 0.01);
      g_assert_cmpfloat (a->y, >=, 0);
      g_assert_cmpfloat (a->y + a->height, <=, height + 0.01);
      g_assert_cmpfloat (a->width, >, 8);
      g_assert_cmpfloat (a->height, >, 8);
      if (a->row >= 0 && a->column >= 0)
        g_assert_nonnull (caseness_heat_grid_get_cell (grid, a->row, a->column));
      g_assert_cmpint (caseness_chart_layout_find_area (layout, a->x + a->width / 2, a->y + a->height / 2), ==,
                       (int) i);
      for (k = i + 1; k < n; k++)
        {
          const CasenessChartArea *b = caseness_chart_layout_get_area (layout, k);

          g_assert_true (a->x + a->width <= b->x + 0.01 || b->x + b->width <= a->x + 0.01
                         || a->y + a->height <= b->y + 0.01 || b->y + b->height <= a->y + 0.01);
        }
    }
}

static guint
count_texts (CasenessHeatGrid *grid)
{
  guint n = caseness_heat_grid_get_n_rows (grid) + caseness_heat_grid_get_n_columns (grid);
  guint row, column;

  for (row = 0; row < caseness_heat_grid_get_n_rows (grid); row++)
    for (column = 0; column < caseness_heat_grid_get_n_columns (grid); column++)
      n += caseness_heat_grid_get_cell (grid, row, column) != NULL;
  return n;
}

static const struct
{
  CasenessThemeKind kind;
  guint n_before;
  guint n_past;
  guint n_rows;
  double width;
  gboolean fits;
  gboolean splits;
} cases[] = {
  { CASENESS_THEME_PRINT, 6, 5, 8, 757, TRUE, FALSE },
  { CASENESS_THEME_PRINT, 1, 4, 1, 757, TRUE, FALSE },
  { CASENESS_THEME_PRINT, 6, 27, 8, 757, TRUE, FALSE }, /* the most a six-week standard can need */
  { CASENESS_THEME_PRINT, 6, 27, 8, 510, TRUE, TRUE },
  { CASENESS_THEME_PRINT, 18, 27, 8, 510, TRUE, TRUE },
  { CASENESS_THEME_PRINT, 6, 0, 0, 757, TRUE, FALSE },
  { CASENESS_THEME_LIGHT, 6, 5, 8, 900, TRUE, FALSE },
  { CASENESS_THEME_LIGHT, 6, 27, 8, 700, FALSE, FALSE },
  { CASENESS_THEME_DARK, 6, 5, 8, 250, FALSE, FALSE },
};

static void
test_layout (void)
{
  g_autoptr(GObject) context = create_context ();
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessHeatGrid) grid = create_grid (cases[i].n_before, cases[i].n_past, cases[i].n_rows);
      CasenessTheme theme = caseness_theme_get (cases[i].kind);
      g_autoptr(CasenessChartLayout) layout = lay_out (grid, context, cases[i].width, &theme);
      double width, height;

      caseness_chart_layout_get_size (layout, &width, &height);
      g_assert_cmpint (width <= cases[i].width + 0.01, ==, cases[i].fits);
      g_assert_cmpint (caseness_chart_layout_get_n_parts (layout) > 1, ==, cases[i].splits);
      if (!cases[i].splits)
        g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, count_texts (grid));
      check_areas (grid, layout);
    }
}

/* Reading order: column heads, then each row's head before its cells, left to right. */
static void
test_area_order (void)
{
  g_autoptr(GObject) context = create_context ();
  g_autoptr(CasenessHeatGrid) grid = create_grid (6, 5, 4);
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_LIGHT);
  g_autoptr(CasenessChartLayout) layout = lay_out (grid, context, 900, &theme);
  guint i;

  for (i = 1; i < caseness_chart_layout_get_n_areas (layout); i++)
    {
      const CasenessChartArea *before = caseness_chart_layout_get_area (layout, i - 1);
      const CasenessChartArea *region = caseness_chart_layout_get_area (layout, i);

      g_assert_true (region->row > before->row || (region->row == before->row && region->column > before->column));
    }
}

/* A cell stands under its column's head and beside its row's, and the double rule parts the families. */
static void
test_cells_line_up (void)
{
  g_autoptr(GObject) context = create_context ();
  g_autoptr(CasenessHeatGrid) grid = create_grid (6, 5, 4);
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_PRINT);
  g_autoptr(CasenessChartLayout) layout = lay_out (grid, context, 757, &theme);
  double heads[13] = { 0 };
  double gap, rule_gap;
  guint i;

  for (i = 0; i < caseness_chart_layout_get_n_areas (layout); i++)
    {
      const CasenessChartArea *region = caseness_chart_layout_get_area (layout, i);

      if (region->row < 0)
        heads[region->column] = region->x;
      else if (region->column >= 0)
        g_assert_cmpfloat_with_epsilon (region->x, heads[region->column], 0.001);
    }
  gap = heads[5] - heads[4];
  rule_gap = heads[6] - heads[5];
  g_assert_cmpfloat (rule_gap, >, gap + 2 * theme.breach_rule);
  g_assert_cmpfloat_with_epsilon (heads[8] - heads[7], gap, 0.001);
}

/* Parts no higher than asked, all rows shown once in each set of columns. */
static void
test_parts (void)
{
  g_autoptr(GObject) context = create_context ();
  g_autoptr(CasenessHeatGrid) grid = create_grid (6, 5, 60);
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_PRINT);
  CasenessChartRoom room = { .width = 757, .part_height = 300 };
  g_autoptr(CasenessChartLayout) layout
      = caseness_chart_lay_out (caseness_heat_grid_as_chart (grid), PANGO_CONTEXT (context), &room, &theme);
  guint n_parts = caseness_chart_layout_get_n_parts (layout);
  guint n_heads = 0;
  guint i;

  g_assert_cmpuint (n_parts, >=, 4);
  for (i = 0; i < n_parts; i++)
    {
      double y, height;

      caseness_chart_layout_get_part (layout, i, &y, &height);
      g_assert_cmpfloat (height, <=, 300);
    }
  for (i = 0; i < caseness_chart_layout_get_n_areas (layout); i++)
    n_heads += caseness_chart_layout_get_area (layout, i)->column < 0;
  g_assert_cmpuint (n_heads, ==, 62);
}

static void
test_draws_everywhere (void)
{
  g_autoptr(GObject) context = create_context ();
  g_autoptr(CasenessHeatGrid) grid = create_grid (18, 27, 8);
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_PRINT);
  g_autoptr(CasenessChartLayout) layout = lay_out (grid, context, 757, &theme);
  cairo_surface_t *surfaces[] = {
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 600),
    cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL),
    cairo_pdf_surface_create_for_stream (NULL, NULL, 842, 595),
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (surfaces); i++)
    {
      cairo_t *cr = cairo_create (surfaces[i]);

      caseness_chart_layout_draw (layout, cr);
      cairo_show_page (cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (surfaces[i]);
      g_assert_cmpint (cairo_surface_status (surfaces[i]), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surfaces[i]);
    }
}

/* What is drawn stays inside the size that was promised. */
static void
test_ink_is_inside (void)
{
  g_autoptr(GObject) context = create_context ();
  g_autoptr(CasenessHeatGrid) grid = create_grid (6, 27, 8);
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_LIGHT);
  g_autoptr(CasenessChartLayout) layout = lay_out (grid, context, 600, &theme);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, ink_width, ink_height, width, height;

  caseness_chart_layout_draw (layout, cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &ink_width, &ink_height);
  caseness_chart_layout_get_size (layout, &width, &height);
  g_assert_cmpfloat (x, >=, -1);
  g_assert_cmpfloat (y, >=, -1);
  g_assert_cmpfloat (x + ink_width, <=, width + 1);
  g_assert_cmpfloat (y + ink_height, <=, height + 1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/heat-grid/labels", test_labels);
  g_test_add_func ("/chart/heat-grid/zero-is-blank", test_zero_is_blank);
  g_test_add_func ("/chart/heat-grid/layout", test_layout);
  g_test_add_func ("/chart/heat-grid/area-order", test_area_order);
  g_test_add_func ("/chart/heat-grid/cells-line-up", test_cells_line_up);
  g_test_add_func ("/chart/heat-grid/parts", test_parts);
  g_test_add_func ("/chart/heat-grid/draws-everywhere", test_draws_everywhere);
  g_test_add_func ("/chart/heat-grid/ink-is-inside", test_ink_is_inside);
  return g_test_run ();
}
