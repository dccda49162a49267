/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-trajectory-chart.h"

#include "chart-fixture.h"

#include <math.h>

#define N_SESSIONS 8

static const double first_scores[N_SESSIONS] = { 18, 17, 18, NAN, 15, 12, 9, 7 };
static const double second_scores[N_SESSIONS] = { 54, 53, NAN, 52.5, 47, 41, 30, 24 };

/* A course of @n sessions with @n_panels measures, of which the third has no threshold and no band. */
static CasenessTrajectoryChart *
create_chart (guint n, guint n_panels)
{
  CasenessTrajectoryChart *chart = caseness_trajectory_chart_new ("session", "date");
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *label = i == 0 ? g_strdup ("A") : g_strdup_printf ("%u", i);
      g_autofree char *day = g_strdup_printf ("%u", 7 + 7 * (i % 3));

      g_assert_cmpuint (caseness_trajectory_chart_add_session (chart, label, day,
                                                               i % 3 == 0 ? i == 0 ? "Aug 24" : "Sep" : NULL),
                        ==, i);
    }
  for (i = 0; i < n_panels; i++)
    {
      guint k;

      g_assert_cmpuint (caseness_trajectory_chart_add_panel (chart, i == 0 ? "PHQ-9" : "PCL-5", "lower is better",
                                                             i == 0 ? 27 : 80),
                        ==, i);
      if (i < 2)
        {
          caseness_trajectory_chart_set_threshold (chart, i, i == 0 ? 10 : 32, i == 0 ? "caseness 10" : "caseness 32");
          caseness_trajectory_chart_set_band (chart, i, i == 0 ? 13 : 45, i == 0 ? 23 : 63, "not reliable");
        }
      for (k = 0; k < MIN (n, N_SESSIONS); k++)
        caseness_trajectory_chart_set_score (chart, i, k, i == 0 ? first_scores[k] : second_scores[k]);
    }
  return chart;
}

static void
test_summary (void)
{
  g_autoptr(CasenessTrajectoryChart) empty = create_chart (0, 0);
  g_autoptr(CasenessTrajectoryChart) unscored = create_chart (0, 1);
  g_autoptr(CasenessTrajectoryChart) chart = create_chart (N_SESSIONS, 2);

  caseness_trajectory_chart_mark (chart, 0, 0, "first 18");
  caseness_trajectory_chart_note (chart, 0, 5, "reliable improvement from here");
  chart_fixture_assert_summary (caseness_trajectory_chart_as_chart (empty), "There are no values.");
  chart_fixture_assert_summary (caseness_trajectory_chart_as_chart (unscored), "PHQ-9: no scores.");
  chart_fixture_assert_summary (caseness_trajectory_chart_as_chart (chart),
                                "PHQ-9: 7 scores, from 18 to 7. reliable improvement from here. "
                                "PCL-5: 7 scores, from 54 to 24.");
}

static void
test_table (void)
{
  g_autoptr(CasenessTrajectoryChart) chart = create_chart (4, 2);

  caseness_trajectory_chart_mark (chart, 0, 0, "first 18");
  caseness_trajectory_chart_add_event (chart, 2, "stepped up");
  chart_fixture_assert_table (caseness_trajectory_chart_as_chart (chart),
                              "session|date|PHQ-9|PCL-5|Remarks\n"
                              "A|7 Aug 24|18|54|PHQ-9: first 18\n"
                              "1|14 Aug 24|17|53|\n"
                              "2|21 Aug 24|18||stepped up\n"
                              "3|7 Sep||52.5|");
}

/* What is usual has a column of its own, where there is any. */
static void
test_expected (void)
{
  g_autoptr(CasenessTrajectoryChart) chart = create_chart (2, 2);
  g_autoptr(CasenessChartLayout) plain = NULL;
  g_autoptr(CasenessChartLayout) layout = NULL;

  plain = chart_fixture_lay_out (caseness_trajectory_chart_as_chart (chart), 700, CASENESS_THEME_LIGHT);
  caseness_trajectory_chart_set_expected (chart, 0, 1, 12.5, 15, 17);
  layout = chart_fixture_lay_out (caseness_trajectory_chart_as_chart (chart), 700, CASENESS_THEME_LIGHT);
  chart_fixture_assert_table (caseness_trajectory_chart_as_chart (chart),
                              "session|date|PHQ-9|PHQ-9, usual|PCL-5|Remarks\n"
                              "A|7 Aug 24|18||54|\n"
                              "1|14 Aug 24|17|12.5 to 17, median 15|53|");
  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, caseness_chart_layout_get_n_areas (plain));
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 1)->y, ==, chart_fixture_find (plain, 0, 1)->y);
}

/* Sessions share their place across panels; lower scores stand lower; a gap has no area. */
static void
test_areas (void)
{
  g_autoptr(CasenessTrajectoryChart) chart = create_chart (N_SESSIONS, 2);
  g_autoptr(CasenessChartLayout) layout = NULL;

  caseness_trajectory_chart_mark (chart, 1, 7, "last 24");
  layout = chart_fixture_lay_out (caseness_trajectory_chart_as_chart (chart), 700, CASENESS_THEME_LIGHT);
  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, 14);
  g_assert_null (chart_fixture_find (layout, 0, 3));
  g_assert_null (chart_fixture_find (layout, 1, 2));
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 4)->x, ==, chart_fixture_find (layout, 1, 4)->x);
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 0)->x, <, chart_fixture_find (layout, 0, 1)->x);
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 0)->y, <, chart_fixture_find (layout, 0, 7)->y);
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 7)->y, <, chart_fixture_find (layout, 1, 0)->y);
  g_assert_cmpstr (chart_fixture_find (layout, 0, 1)->label, ==, "PHQ-9, session 1: 17");
  g_assert_cmpstr (chart_fixture_find (layout, 1, 7)->label, ==, "PCL-5, session 7: 24, last 24");
}

/* Low panels take less room, and say the same. */
static void
test_low (void)
{
  g_autoptr(CasenessTrajectoryChart) chart = create_chart (N_SESSIONS, 2);
  g_autoptr(CasenessChartLayout) high = chart_fixture_lay_out (caseness_trajectory_chart_as_chart (chart), 700,
                                                               CASENESS_THEME_PRINT);
  g_autoptr(CasenessChartLayout) low = NULL;
  double width, high_height, low_height;

  caseness_trajectory_chart_set_low_panels (chart, TRUE);
  low = chart_fixture_lay_out (caseness_trajectory_chart_as_chart (chart), 700, CASENESS_THEME_PRINT);
  caseness_chart_layout_get_size (high, &width, &high_height);
  caseness_chart_layout_get_size (low, &width, &low_height);
  g_assert_cmpfloat (low_height, <, 0.8 * high_height);
  g_assert_cmpuint (caseness_chart_layout_get_n_areas (low), ==, caseness_chart_layout_get_n_areas (high));
}

static void
test_draws (void)
{
  static const struct
  {
    guint n;
    guint n_panels;
  } cases[] = { { 0, 0 }, { 0, 1 }, { 1, 1 }, { 2, 3 }, { N_SESSIONS, 2 }, { 40, 3 } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessTrajectoryChart) chart = create_chart (cases[i].n, cases[i].n_panels);
      g_autofree char *name = g_strdup_printf ("trajectory-%u-%u", cases[i].n, cases[i].n_panels);

      if (cases[i].n == N_SESSIONS)
        {
          caseness_trajectory_chart_mark (chart, 0, 0, "first 18");
          caseness_trajectory_chart_mark (chart, 0, 7, "last 7");
          caseness_trajectory_chart_mark (chart, 1, 0, "first 54");
          caseness_trajectory_chart_mark (chart, 1, 7, "last 24");
          caseness_trajectory_chart_note (chart, 0, 5, "reliable improvement from here");
          caseness_trajectory_chart_set_expected (chart, 0, 2, 12, 14.5, 19);
          caseness_trajectory_chart_add_event (chart, 2, "stepped up");
          caseness_chart_set_titles (caseness_trajectory_chart_as_chart (chart), "Both measures ended below caseness",
                                     "PHQ-9 and PCL-5 at each session", "First and last used are drawn larger.");
        }
      chart_fixture_draw (caseness_trajectory_chart_as_chart (chart), name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/trajectory/summary", test_summary);
  g_test_add_func ("/chart/trajectory/table", test_table);
  g_test_add_func ("/chart/trajectory/expected", test_expected);
  g_test_add_func ("/chart/trajectory/areas", test_areas);
  g_test_add_func ("/chart/trajectory/low-panels", test_low);
  g_test_add_func ("/chart/trajectory/draws", test_draws);
  return g_test_run ();
}
