/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-gradient-chart.h"

#include "chart-fixture.h"

#include <math.h>

static CasenessGradientChart *
create_chart (const double *values, guint n)
{
  CasenessGradientChart *chart
      = caseness_gradient_chart_new ("Decile", "Reliable recovery", CASENESS_CHART_PERCENT);
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      g_assert_cmpuint (caseness_gradient_chart_add_group (chart, label, (i + 0.5) / n, values[i], values[i] - 5,
                                                           values[i] + 5),
                        ==, i);
    }
  return chart;
}

static const double four[] = { 40, 44, NAN, 52 };

static void
test_summary (void)
{
  g_autoptr(CasenessGradientChart) chart = create_chart (four, G_N_ELEMENTS (four));
  g_autoptr(CasenessGradientChart) empty = create_chart (four, 0);
  g_autoptr(CasenessGradientChart) one = create_chart (four, 1);

  chart_fixture_assert_summary (caseness_gradient_chart_as_chart (empty), "There are no values.");
  chart_fixture_assert_summary (caseness_gradient_chart_as_chart (one),
                                "Reliable recovery, 1 group: Decile 1 with 40.0%, Decile 1 with 40.0%.");
  caseness_gradient_chart_set_ends (chart, "most deprived", "least deprived");
  caseness_gradient_chart_set_fit (chart, 38.5, 53.5, "fitted");
  chart_fixture_assert_summary (caseness_gradient_chart_as_chart (chart),
                                "Reliable recovery, 3 groups: Decile 1 with 40.0%, Decile 4 with 52.0%. The fitted line "
                                "goes from 38.5% (most deprived) to 53.5% (least deprived).");
}

/* The fitted line is read off at each group's place: at 0.125, 38 + 0.125 × 16 = 40. */
static void
test_table (void)
{
  g_autoptr(CasenessGradientChart) chart = create_chart (four, G_N_ELEMENTS (four));

  caseness_gradient_chart_set_fit (chart, 38, 54, "fitted");
  chart_fixture_assert_table (caseness_gradient_chart_as_chart (chart),
                              "Decile|Reliable recovery|From|To|fitted\n"
                              "1|40.0%|35.0%|45.0%|40.0%\n"
                              "2|44.0%|39.0%|49.0%|44.0%\n"
                              "3||||48.0%\n"
                              "4|52.0%|47.0%|57.0%|52.0%");
}

/* Groups stand at their places and values, those without a value nowhere. */
static void
test_areas (void)
{
  g_autoptr(CasenessGradientChart) chart = create_chart (four, G_N_ELEMENTS (four));
  g_autoptr(CasenessChartLayout) layout
      = chart_fixture_lay_out (caseness_gradient_chart_as_chart (chart), 600, CASENESS_THEME_PRINT);
  const CasenessChartArea *first = chart_fixture_find (layout, 0, 0);
  const CasenessChartArea *second = chart_fixture_find (layout, 0, 1);
  const CasenessChartArea *fourth = chart_fixture_find (layout, 0, 3);

  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, 3);
  g_assert_cmpfloat_with_epsilon (fourth->x - first->x, 3 * (second->x - first->x), 0.001);
  g_assert_cmpfloat_with_epsilon (first->y - fourth->y, 3 * (first->y - second->y), 0.001);
  g_assert_cmpstr (second->label, ==, "Decile 2, Reliable recovery: 44.0%, 39.0% to 49.0%");
}

static void
test_draws (void)
{
  static const double same[] = { 50, 50, 50 };
  static const double ten[] = { 40, 43, 45, 47, 46, 49, 48.5, 51, 51.5, 53 };
  const struct
  {
    const char *name;
    const double *values;
    guint n;
  } cases[] = { { "gradient-none", four, 0 },
                { "gradient-one", four, 1 },
                { "gradient-four", four, 4 },
                { "gradient-same", same, 3 },
                { "gradient-ten", ten, 10 } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessGradientChart) chart = create_chart (cases[i].values, cases[i].n);

      caseness_gradient_chart_set_ends (chart, "most deprived", "least deprived");
      caseness_gradient_chart_set_fit (chart, 41, 53.2, "fitted");
      caseness_gradient_chart_set_reference (chart, 47.2, "service 47.2%");
      caseness_chart_set_titles (caseness_gradient_chart_as_chart (chart), "Recovery is lower where deprivation is higher",
                                 "Courses at caseness, n = 4,322; 95% intervals",
                                 "From most to least deprived +12.2 points (95% CI 7.0 to 17.3); RII 1.30.");
      chart_fixture_draw (caseness_gradient_chart_as_chart (chart), cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/gradient/summary", test_summary);
  g_test_add_func ("/chart/gradient/table", test_table);
  g_test_add_func ("/chart/gradient/areas", test_areas);
  g_test_add_func ("/chart/gradient/draws", test_draws);
  return g_test_run ();
}
