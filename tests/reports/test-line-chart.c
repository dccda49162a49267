/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-line-chart.h"

#include "chart-fixture.h"

#include <math.h>

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

      chart_fixture_assert_summary (caseness_line_chart_as_chart (chart), cases[i].summary);
    }
}

/* A gap has no area; higher values stand higher, later ones further right. */
static void
test_areas (void)
{
  static const double values[] = { 50, 44, NAN, 61.4 };
  g_autoptr(CasenessLineChart) chart = create_chart (values, G_N_ELEMENTS (values));
  g_autoptr(CasenessChartLayout) layout
      = chart_fixture_lay_out (caseness_line_chart_as_chart (chart), 600, CASENESS_THEME_LIGHT);
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

/* A level stands where it holds, a mark in words; a gap is blank. */
static void
test_table (void)
{
  static const double values[] = { 50, 44, NAN };
  g_autoptr(CasenessLineChart) chart = create_chart (values, G_N_ELEMENTS (values));

  caseness_line_chart_add_level (chart, CASENESS_LINE_MEAN, "mean", 47, 0, 1);
  chart_fixture_assert_table (caseness_line_chart_as_chart (chart),
                              "When|recovery|What the point says|mean\n"
                              "Apr 24|50.0%||47.0%\n"
                              "May 24|44.0%|special cause, concern|47.0%\n"
                              "Jun 24|||");
}

/* Nothing, one value, all the same, a lone value between gaps, many points. */
static void
test_draws (void)
{
  static const double same[] = { 50, 50, 50 };
  static const double lone[] = { NAN, 50, NAN };
  double many[60];
  const struct
  {
    const char *name;
    const double *values;
    guint n;
  } cases[] = { { "line-none", same, 0 },
                { "line-one", same, 1 },
                { "line-same", same, 3 },
                { "line-lone", lone, 3 },
                { "line-many", many, 60 } };
  gsize i, k;

  for (i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = 40 + 10 * sin (i);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessLineChart) chart = create_chart (cases[i].values, cases[i].n);

      for (k = 0; k < 3 && cases[i].n > 0; k++)
        caseness_line_chart_add_level (chart, (CasenessLineLevel) k, "a level with a name", 50 + k, 0, cases[i].n - 1);
      chart_fixture_draw (caseness_line_chart_as_chart (chart), cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/line/summary", test_summary);
  g_test_add_func ("/chart/line/areas", test_areas);
  g_test_add_func ("/chart/line/table", test_table);
  g_test_add_func ("/chart/line/draws", test_draws);
  return g_test_run ();
}
