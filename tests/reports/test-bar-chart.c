/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-bar-chart.h"
#include "caseness-chart-axis.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>

static GObject *
create_context (void)
{
  return G_OBJECT (pango_font_map_create_context (pango_cairo_font_map_get_default ()));
}

static CasenessBarChart *
create_chart (void)
{
  CasenessBarChart *chart = caseness_bar_chart_new ("Table", "Valid rows", CASENESS_CHART_PERCENT);

  caseness_bar_chart_set_note_heading (chart, "Rows");
  caseness_bar_chart_add_bar (chart, "Referrals", 99.5, CASENESS_BAR_PLAIN, "1,203");
  caseness_bar_chart_add_bar (chart, "Care contacts", 61.4, CASENESS_BAR_NOTABLE, "8,010");
  caseness_bar_chart_add_bar (chart, "Waiting list", NAN, CASENESS_BAR_PLAIN, NULL);
  caseness_bar_chart_add_suppressed (chart, "Staff", "*");
  caseness_bar_chart_add_bar (chart, "Nothing", 0, CASENESS_BAR_PALE, "12");
  caseness_bar_chart_set_reference (chart, 95, "standard 95%");
  return chart;
}

static CasenessChartLayout *
lay_out (CasenessBarChart *chart, GObject *context, double width, CasenessThemeKind kind)
{
  CasenessTheme theme = caseness_theme_get (kind);
  CasenessChartRoom room = { .width = width, .has_titles = TRUE };

  return caseness_chart_lay_out (caseness_bar_chart_as_chart (chart), PANGO_CONTEXT (context), &room, &theme);
}

static void
test_axis (void)
{
  static const struct
  {
    CasenessChartUnit unit;
    double low, high;
    gboolean has_zero;
    double from, to, step;
    const char *last;
  } cases[] = {
    { CASENESS_CHART_PERCENT, 12, 61, TRUE, 0, 100, 25, "100%" },   /* shares: 0 to 100 */
    { CASENESS_CHART_PERCENT, 48, 52, FALSE, 48, 52, 1, "52%" },    /* not when only the range is asked for */
    { CASENESS_CHART_COUNT, 0, 3, TRUE, 0, 3, 1, "3" },             /* no half people */
    { CASENESS_CHART_COUNT, 0, 9, TRUE, 0, 10, 5, "10" },           /* nor two and a half */
    { CASENESS_CHART_COUNT, 0, 1203, TRUE, 0, 1500, 500, "1500" },
    { CASENESS_CHART_NUMBER, 0, 0, TRUE, 0, 1, 0.25, "1.00" },      /* nothing at all; 0.3 would not say 0.25 */
    { CASENESS_CHART_NUMBER, 8.4, 8.4, FALSE, 8.25, 9.5, 0.25, "9.50" }, /* all the same */
    { CASENESS_CHART_NUMBER, NAN, NAN, FALSE, 0, 1, 0.25, "1.00" },
    { CASENESS_CHART_NUMBER, 0, 2, TRUE, 0, 2, 0.5, "2.0" },
    { CASENESS_CHART_NUMBER, -3, 3, FALSE, -4, 4, 2, "4" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessChartAxis axis = caseness_chart_axis_cover (cases[i].unit, cases[i].low, cases[i].high,
                                                          cases[i].has_zero, 4);
      guint n = caseness_chart_axis_get_n_ticks (&axis);
      g_autofree char *last = caseness_chart_axis_format_tick (&axis, n - 1);

      g_assert_cmpfloat_with_epsilon (axis.low, cases[i].from, 1e-9);
      g_assert_cmpfloat_with_epsilon (axis.high, cases[i].to, 1e-9);
      g_assert_cmpfloat_with_epsilon (axis.step, cases[i].step, 1e-9);
      g_assert_cmpfloat_with_epsilon (caseness_chart_axis_get_tick (&axis, n - 1), axis.high, 1e-9);
      g_assert_cmpstr (last, ==, cases[i].last);
    }
}

/* Equal ratios are equally far apart; ticks are 1, 2 and 5 times powers of ten. */
static void
test_log_axis (void)
{
  static const struct
  {
    double low, high;
    double from, to;
    guint n_ticks;
    const char *first;
  } cases[] = {
    { 0.5, 2, 0.5, 2, 3, "0.5" },  /* on ticks */
    { 0.49, 2.1, 0.2, 5, 5, "0.2" }, /* just beyond them */
    { 1, 1, 1, 2, 2, "1" },        /* all the same */
    { 0, 3, 1, 5, 3, "1" },        /* nothing has no place on the scale */
    { NAN, NAN, 1, 2, 2, "1" },
    { 0.04, 40, 0.02, 50, 11, "0.02" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessChartAxis axis = caseness_chart_axis_cover_log (CASENESS_CHART_RATIO, cases[i].low, cases[i].high);
      g_autofree char *first = caseness_chart_axis_format_tick (&axis, 0);

      g_assert_cmpfloat_with_epsilon (axis.low, cases[i].from, 1e-9);
      g_assert_cmpfloat_with_epsilon (axis.high, cases[i].to, 1e-9);
      g_assert_cmpuint (caseness_chart_axis_get_n_ticks (&axis), ==, cases[i].n_ticks);
      g_assert_cmpfloat_with_epsilon (caseness_chart_axis_get_tick (&axis, cases[i].n_ticks - 1), axis.high, 1e-9);
      g_assert_cmpfloat_with_epsilon (caseness_chart_axis_get_share (&axis, sqrt (axis.low * axis.high)), 0.5, 1e-9);
      g_assert_cmpfloat (caseness_chart_axis_get_share (&axis, 0), ==, -1);
      g_assert_cmpstr (first, ==, cases[i].first);
    }
}

static void
test_summary (void)
{
  g_autoptr(CasenessBarChart) chart = create_chart ();
  CasenessChart *base = caseness_bar_chart_as_chart (chart);
  g_autofree char *own = caseness_chart_dup_summary (base);
  g_autofree char *titled = NULL;

  g_assert_cmpstr (own, ==,
                   "Valid rows, 3 bars: highest Referrals with 99.5%, lowest Nothing with 0.0%. "
                   "2 are below standard 95%.");
  caseness_chart_set_titles (base, "Contacts lose rows", "June 2025", NULL);
  titled = caseness_chart_dup_summary (base);
  g_assert_true (g_str_has_prefix (titled, "Contacts lose rows. June 2025. Valid rows, 3 bars:"));
}

/* A label and a figure for each bar, none over another, and in the words a screen reader needs. */
static void
test_areas (void)
{
  static const double widths[] = { 900, 500, 260, 40 };
  g_autoptr(CasenessBarChart) chart = create_chart ();
  g_autoptr(GObject) context = create_context ();
  gsize w;

  for (w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      g_autoptr(CasenessChartLayout) layout = lay_out (chart, context, widths[w], CASENESS_THEME_LIGHT);
      double width, height;
      guint i;

      caseness_chart_layout_get_size (layout, &width, &height);
      g_assert_cmpfloat (width, >=, caseness_chart_layout_get_minimum_width (layout));
      g_assert_cmpint (width > widths[w], ==, widths[w] < caseness_chart_layout_get_minimum_width (layout));
      g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, 10);
      for (i = 0; i < 10; i++)
        {
          const CasenessChartArea *area = caseness_chart_layout_get_area (layout, i);

          g_assert_cmpint (area->row, ==, (int) i / 2);
          g_assert_cmpint (area->column, ==, (int) (i % 2) - 1);
          g_assert_cmpfloat (area->x + area->width, <=, width + 0.01);
          g_assert_cmpint (caseness_chart_layout_find_area (layout, area->x + 1, area->y + 1), ==, (int) i);
        }
      g_assert_cmpstr (caseness_chart_layout_get_area (layout, 3)->label, ==,
                       "Care contacts, Valid rows: 61.4%, 8,010");
      g_assert_cmpstr (caseness_chart_layout_get_area (layout, 5)->label, ==, "Waiting list, Valid rows: no data");
      g_assert_cmpstr (caseness_chart_layout_get_area (layout, 7)->label, ==, "Staff, Valid rows: *, *");
    }
}

/* On paper long charts are cut; each bar stands in one part. */
static void
test_parts (void)
{
  g_autoptr(GObject) context = create_context ();
  g_autoptr(CasenessBarChart) chart = caseness_bar_chart_new ("Field", "Filled", CASENESS_CHART_COUNT);
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_PRINT);
  CasenessChartRoom room = { .width = 500, .part_height = 300, .first_height = 120 };
  g_autoptr(CasenessChartLayout) layout = NULL;
  double height;
  guint i;

  for (i = 0; i < 40; i++)
    caseness_bar_chart_add_bar (chart, "Field", i * 100, CASENESS_BAR_PLAIN, NULL);
  layout = caseness_chart_lay_out (caseness_bar_chart_as_chart (chart), PANGO_CONTEXT (context), &room, &theme);
  g_assert_cmpuint (caseness_chart_layout_get_n_parts (layout), ==, 4);
  caseness_chart_layout_get_part (layout, 0, NULL, &height);
  g_assert_cmpfloat (height, <=, 120);
  for (i = 1; i < 4; i++)
    {
      caseness_chart_layout_get_part (layout, i, NULL, &height);
      g_assert_cmpfloat (height, <=, 300);
    }
  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, 80);
}

static void
test_draws (void)
{
  static const CasenessThemeKind kinds[] = { CASENESS_THEME_PRINT, CASENESS_THEME_LIGHT, CASENESS_THEME_DARK };
  g_autoptr(GObject) context = create_context ();
  g_autoptr(CasenessBarChart) full = create_chart ();
  g_autoptr(CasenessBarChart) empty = caseness_bar_chart_new ("Table", "Rows", CASENESS_CHART_COUNT);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(CasenessChartLayout) layout = lay_out (full, context, 600, kinds[i]);
      g_autoptr(CasenessChartLayout) nothing = lay_out (empty, context, 600, kinds[i]);
      cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (NULL, NULL, 600, 400);
      cairo_t *cr = cairo_create (surface);

      caseness_chart_layout_draw (layout, cr);
      caseness_chart_layout_draw (nothing, cr);
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
  g_test_add_func ("/chart/axis", test_axis);
  g_test_add_func ("/chart/axis/log", test_log_axis);
  g_test_add_func ("/chart/bar/summary", test_summary);
  g_test_add_func ("/chart/bar/areas", test_areas);
  g_test_add_func ("/chart/bar/parts", test_parts);
  g_test_add_func ("/chart/bar/draws", test_draws);
  return g_test_run ();
}
