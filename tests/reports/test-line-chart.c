/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-line-chart.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

static GObject *
create_context (void)
{
  return G_OBJECT (pango_font_map_create_context (pango_cairo_font_map_get_default ()));
}

/* @values: one per month from April; NAN for none */
static CasenessLineChart *
create_chart (const double *values, guint n)
{
  static const char *const months[] = { "Apr", "May", "Jun", "Jul", "Aug", "Sep",
                                        "Oct", "Nov", "Dec", "Jan", "Feb", "Mar" };
  CasenessLineChart *chart = caseness_line_chart_new ("Recovery", CASENESS_CHART_PERCENT, FALSE);
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s %u", months[i % 12], 24 + (i + 3) / 12);

      caseness_line_chart_add_point (chart, label, i % 12 == 0);
    }
  caseness_line_chart_add_series (chart, "recovery");
  for (i = 0; i < n; i++)
    caseness_line_chart_set_value (chart, 0, i, values[i],
                                   values[i] < 45 ? CASENESS_LINE_MARK_CONCERN : CASENESS_LINE_MARK_COMMON);
  return chart;
}

static CasenessChartLayout *
lay_out (CasenessLineChart *chart, GObject *context, double width, CasenessThemeKind kind)
{
  CasenessTheme theme = caseness_theme_get (kind);
  CasenessChartRoom room = { .width = width, .has_titles = TRUE };

  return caseness_chart_lay_out (caseness_line_chart_as_chart (chart), PANGO_CONTEXT (context), &room, &theme);
}

static void
test_summary (void)
{
  static const struct
  {
    double values[4];
    guint n;
    const char *summary;
  } cases[] = {
    { { 50, 44.04, NAN, 61.4 }, 4,
      "recovery: latest 61.4% in Jul 24, lowest 44.0% in May 24, highest 61.4% in Jul 24. "
      "1 point is a special cause of concern." },
    { { NAN, 50, NAN, NAN }, 4, "recovery: 50.0% in May 24." },
    { { NAN, NAN }, 2, "recovery: no values." },
    { { 0 }, 0, "recovery: no values." },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessLineChart) chart = create_chart (cases[i].values, cases[i].n);
      g_autofree char *summary = caseness_chart_dup_summary (caseness_line_chart_as_chart (chart));

      g_assert_cmpstr (summary, ==, cases[i].summary);
    }
}

/* A gap has no area; higher values stand higher, later ones further right. */
static void
test_areas (void)
{
  static const double values[] = { 50, 44, NAN, 61.4 };
  g_autoptr(CasenessLineChart) chart = create_chart (values, G_N_ELEMENTS (values));
  g_autoptr(GObject) context = create_context ();
  g_autoptr(CasenessChartLayout) layout = lay_out (chart, context, 600, CASENESS_THEME_LIGHT);
  const CasenessChartArea *april = caseness_chart_layout_get_area (layout, 0);
  const CasenessChartArea *may = caseness_chart_layout_get_area (layout, 1);
  const CasenessChartArea *july = caseness_chart_layout_get_area (layout, 2);

  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, 3);
  g_assert_cmpstr (may->label, ==, "recovery, May 24: 44.0%, special cause, concern");
  g_assert_cmpstr (july->label, ==, "recovery, Jul 24: 61.4%");
  g_assert_cmpint (july->row, ==, 0);
  g_assert_cmpint (july->column, ==, 3);
  g_assert_cmpfloat (april->x, <, may->x);
  g_assert_cmpfloat (may->x, <, july->x);
  g_assert_cmpfloat (july->y, <, april->y);
  g_assert_cmpfloat (april->y, <, may->y);
}

/* Nothing, one value, all the same, a lone value between gaps, many points, little room: always drawn, never wider than
 * paper. */
static void
test_draws (void)
{
  static const CasenessThemeKind kinds[] = { CASENESS_THEME_PRINT, CASENESS_THEME_LIGHT, CASENESS_THEME_DARK };
  static const double same[] = { 50, 50, 50 };
  static const double lone[] = { NAN, 50, NAN };
  double many[60];
  const struct
  {
    const double *values;
    guint n;
  } cases[] = { { same, 0 }, { same, 1 }, { same, 3 }, { lone, 3 }, { many, 60 } };
  g_autoptr(GObject) context = create_context ();
  gsize i, k;

  for (i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = 40 + 10 * sin (i);
  for (i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (kinds); i++)
    {
      CasenessThemeKind kind = kinds[i % G_N_ELEMENTS (kinds)];
      guint n = cases[i / G_N_ELEMENTS (kinds)].n;
      g_autoptr(CasenessLineChart) chart = create_chart (cases[i / G_N_ELEMENTS (kinds)].values, n);
      g_autoptr(CasenessChartLayout) layout = NULL;
      cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (NULL, NULL, 400, 400);
      cairo_t *cr = cairo_create (surface);
      double width;

      if (n > 0)
        for (k = 0; k < 3; k++)
          caseness_line_chart_add_level (chart, (CasenessLineLevel) k, "a level with a name", 50 + k, 0, n - 1);
      layout = lay_out (chart, context, 400, kind);
      caseness_chart_layout_get_size (layout, &width, NULL);
      if (kind == CASENESS_THEME_PRINT)
        g_assert_cmpfloat (width, <=, 400);
      g_assert_cmpuint (caseness_chart_layout_get_n_parts (layout), ==, 1);
      caseness_chart_layout_draw (layout, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/line/summary", test_summary);
  g_test_add_func ("/chart/line/areas", test_areas);
  g_test_add_func ("/chart/line/draws", test_draws);
  return g_test_run ();
}
