/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-share-chart.h"

#include "chart-fixture.h"

#include <math.h>

typedef struct
{
  const char *label;
  double shares[4]; /* population, need, treated, recovered */
  const char *ratio;
} Group;

static const Group groups[] = {
  { "White", { 82.4, 80.3, 83.5, 86.0 }, "1.04" },
  { "Asian or Asian British", { 9, 8.7, 6.2, 5.2 }, "0.70" },
  { "Not stated", { NAN, NAN, 7.1, 4.9 }, NULL },
};

static CasenessShareChart *
create_chart (guint n)
{
  CasenessShareChart *chart = caseness_share_chart_new ("Ethnic group", "who lives here", "who we see");
  guint i, k;

  caseness_share_chart_add_series (chart, "Adults", CASENESS_SHARE_LEFT, CASENESS_STACK_BLANK);
  caseness_share_chart_add_series (chart, "Need", CASENESS_SHARE_LEFT, CASENESS_STACK_PALE);
  caseness_share_chart_add_series (chart, "Treated", CASENESS_SHARE_RIGHT, CASENESS_STACK_SOLID);
  caseness_share_chart_add_series (chart, "Recovered", CASENESS_SHARE_RIGHT, CASENESS_STACK_RISING);
  caseness_share_chart_add_column (chart, "Ratio", FALSE);
  for (i = 0; i < n; i++)
    {
      g_assert_cmpuint (caseness_share_chart_add_group (chart, groups[i].label), ==, i);
      for (k = 0; k < 4; k++)
        caseness_share_chart_set_share (chart, i, k, groups[i].shares[k], k == 2 ? groups[i].shares[k] - 0.7 : NAN,
                                        k == 2 ? groups[i].shares[k] + 0.7 : NAN);
      caseness_share_chart_set_cell (chart, i, 0, groups[i].ratio);
    }
  if (n == G_N_ELEMENTS (groups))
    caseness_share_chart_set_apart (chart, n - 1);
  return chart;
}

static void
test_summary (void)
{
  g_autoptr(CasenessShareChart) chart = create_chart (G_N_ELEMENTS (groups));
  g_autoptr(CasenessShareChart) empty = create_chart (0);

  chart_fixture_assert_summary (caseness_share_chart_as_chart (empty), "There are no values.");
  chart_fixture_assert_summary (caseness_share_chart_as_chart (chart),
                                "Adults: largest share White with 82.4%. Need: largest share White with 80.3%. "
                                "Treated: largest share White with 83.5%. Recovered: largest share White with 86.0%.");
}

static void
test_table (void)
{
  g_autoptr(CasenessShareChart) chart = create_chart (G_N_ELEMENTS (groups));

  caseness_share_chart_set_suppressed (chart, 1, 3);
  chart_fixture_assert_table (caseness_share_chart_as_chart (chart),
                              "Ethnic group|Adults|Need|Treated|Recovered|Ratio\n"
                              "White|82.4%|80.3%|83.5%|86.0%|1.04\n"
                              "Asian or Asian British|9.0%|8.7%|6.2%|*|0.70\n"
                              "Not stated|||7.1%|4.9%|");
}

static void
test_areas (void)
{
  g_autoptr(CasenessShareChart) chart = create_chart (G_N_ELEMENTS (groups));
  g_autoptr(CasenessChartLayout) layout
      = chart_fixture_lay_out (caseness_share_chart_as_chart (chart), 700, CASENESS_THEME_LIGHT);

  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, 3 + 4 + 4 + 2);
  g_assert_null (chart_fixture_find (layout, 2, 0));
  g_assert_cmpstr (chart_fixture_find (layout, 0, 0)->label, ==, "White, Adults: 82.4%");
  g_assert_cmpstr (chart_fixture_find (layout, 1, 2)->label, ==,
                   "Asian or Asian British, Treated: 6.2%, 5.5% to 6.9%");
  g_assert_cmpfloat (chart_fixture_find (layout, 0, -1)->x, <, chart_fixture_find (layout, 0, 0)->x);
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 0)->x, <, chart_fixture_find (layout, 0, 1)->x);
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 0)->y, <, chart_fixture_find (layout, 1, 0)->y);
}

static void
test_draws (void)
{
  static const guint sizes[] = { 0, 1, G_N_ELEMENTS (groups) };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(CasenessShareChart) chart = create_chart (sizes[i]);
      g_autofree char *name = g_strdup_printf ("share-%u", sizes[i]);

      caseness_chart_set_titles (caseness_share_chart_as_chart (chart), "Asian people are under-represented",
                                 "Shares of known groups, Apr 2024 to Mar 2025", "Wilson intervals, 95%.");
      if (sizes[i] > 1)
        caseness_share_chart_set_suppressed (chart, 1, 3);
      chart_fixture_draw (caseness_share_chart_as_chart (chart), name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/share/summary", test_summary);
  g_test_add_func ("/chart/share/table", test_table);
  g_test_add_func ("/chart/share/areas", test_areas);
  g_test_add_func ("/chart/share/draws", test_draws);
  return g_test_run ();
}
