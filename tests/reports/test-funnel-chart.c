/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-funnel-chart.h"

#include "chart-fixture.h"

#include <math.h>

typedef struct
{
  const char *name;
  double size;
  double value;
  CasenessFunnelPlace place;
} Point;

/* The limits of a share of a half, as of a coin. */
static void
get_limits (double size, double *low, double *high, gpointer user_data)
{
  double half = *(const double *) user_data * 50 / sqrt (size);

  *low = MAX (50 - half, 0);
  *high = MIN (50 + half, 100);
}

static CasenessFunnelChart *
create_chart (const Point *points, guint n)
{
  static double inner = 1.96, outer = 3.09;
  CasenessFunnelChart *chart
      = caseness_funnel_chart_new ("Clinician", "Recovery", CASENESS_CHART_PERCENT, "finished courses");
  guint i;

  for (i = 0; i < n; i++)
    g_assert_cmpuint (caseness_funnel_chart_add_point (chart, points[i].name, points[i].size, points[i].value,
                                                       points[i].place),
                      ==, i);
  caseness_funnel_chart_set_centre (chart, 50, "service 50.0%");
  caseness_funnel_chart_set_standard (chart, 48, "standard 48%");
  caseness_funnel_chart_set_limits (chart, CASENESS_FUNNEL_LIMIT_INNER, "95%", get_limits, &inner);
  caseness_funnel_chart_set_limits (chart, CASENESS_FUNNEL_LIMIT_OUTER, "99.8%", get_limits, &outer);
  return chart;
}

static const Point five[] = {
  { "Ann", 100, 52.5, CASENESS_FUNNEL_PLACE_INSIDE },  { "Ben", 200, 36, CASENESS_FUNNEL_PLACE_FAR },
  { "Cas", 150, 59.5, CASENESS_FUNNEL_PLACE_BEYOND },  { "Dee", 5, 20, CASENESS_FUNNEL_PLACE_TOO_SMALL },
  { "Eve", 40, NAN, CASENESS_FUNNEL_PLACE_TOO_SMALL },
};

static void
test_summary (void)
{
  static const struct
  {
    guint n;
    const char *summary;
  } cases[] = {
    { 0, "There are no values." },
    { 1, "Recovery, 1 point: Ann with 52.5%. 0 are outside the 99.8% limits." },
    { 2, "Recovery, 2 points, from 36.0% to 52.5%. 1 is outside the 99.8% limits: Ben." },
    { 5, "Recovery, 4 points, from 20.0% to 59.5%. 1 is outside the 99.8% limits: Ben. 1 more is outside the 95% "
         "limits. 1 is too small to judge." },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessFunnelChart) chart = create_chart (five, cases[i].n);

      chart_fixture_assert_summary (caseness_funnel_chart_as_chart (chart), cases[i].summary);
    }
}

static void
test_table (void)
{
  g_autoptr(CasenessFunnelChart) chart = create_chart (five, G_N_ELEMENTS (five));

  chart_fixture_assert_table (caseness_funnel_chart_as_chart (chart),
                              "Clinician|finished courses|Recovery|Where it lies\n"
                              "Ann|100|52.5%|inside the limits\n"
                              "Ben|200|36.0%|below the 99.8% limits\n"
                              "Cas|150|59.5%|above the 95% limits\n"
                              "Dee|5|20.0%|too few to judge\n"
                              "Eve|40||too few to judge");
}

/* Larger stands further right, higher stands higher; what has no value has no area; keys walk by size. */
static void
test_areas (void)
{
  g_autoptr(CasenessFunnelChart) chart = create_chart (five, G_N_ELEMENTS (five));
  g_autoptr(CasenessChartLayout) layout
      = chart_fixture_lay_out (caseness_funnel_chart_as_chart (chart), 600, CASENESS_THEME_LIGHT);
  static const int order[] = { 3, 0, 2, 1 };
  gsize i;

  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, G_N_ELEMENTS (order));
  for (i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const CasenessChartArea *area = caseness_chart_layout_get_area (layout, i);

      g_assert_cmpint (area->row, ==, 0);
      g_assert_cmpint (area->column, ==, order[i]);
      if (i > 0)
        g_assert_cmpfloat (area->x, >, caseness_chart_layout_get_area (layout, i - 1)->x);
    }
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 2)->y, <, chart_fixture_find (layout, 0, 0)->y);
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 0)->y, <, chart_fixture_find (layout, 0, 1)->y);
  g_assert_cmpstr (chart_fixture_find (layout, 0, 1)->label, ==,
                   "Ben: 36.0%, finished courses: 200, below the 99.8% limits");
  g_assert_cmpstr (chart_fixture_find (layout, 0, 0)->label, ==, "Ann: 52.5%, finished courses: 100");
}

/* The middle of an area is where its point is: equal steps of size and of value are equally far apart. */
static void
test_scale (void)
{
  static const Point steps[] = {
    { "a", 50, 40, CASENESS_FUNNEL_PLACE_INSIDE },
    { "b", 100, 50, CASENESS_FUNNEL_PLACE_INSIDE },
    { "c", 150, 60, CASENESS_FUNNEL_PLACE_INSIDE },
  };
  g_autoptr(CasenessFunnelChart) chart = create_chart (steps, G_N_ELEMENTS (steps));
  g_autoptr(CasenessChartLayout) layout
      = chart_fixture_lay_out (caseness_funnel_chart_as_chart (chart), 600, CASENESS_THEME_PRINT);
  const CasenessChartArea *a = chart_fixture_find (layout, 0, 0);
  const CasenessChartArea *b = chart_fixture_find (layout, 0, 1);
  const CasenessChartArea *c = chart_fixture_find (layout, 0, 2);

  g_assert_cmpfloat_with_epsilon (b->x - a->x, c->x - b->x, 0.001);
  g_assert_cmpfloat_with_epsilon (a->y - b->y, b->y - c->y, 0.001);
}

static void
count_calls (double size, double *low, double *high, gpointer user_data)
{
  double *sizes = user_data; /* first, last, how many */

  sizes[0] = sizes[2] == 0 ? size : sizes[0];
  g_assert_cmpfloat (size, >=, sizes[1]);
  sizes[1] = size;
  sizes[2]++;
}

/* Curves run from 1 to 1.1 times the largest group, at 100 sizes or more. */
static void
test_curve (void)
{
  g_autoptr(CasenessFunnelChart) chart = create_chart (five, G_N_ELEMENTS (five));
  double sizes[3] = { 0, 0, 0 };

  caseness_funnel_chart_set_limits (chart, CASENESS_FUNNEL_LIMIT_INNER, "95%", count_calls, sizes);
  g_assert_cmpfloat (sizes[0], ==, 1);
  g_assert_cmpfloat_with_epsilon (sizes[1], 220, 1e-6);
  g_assert_cmpfloat (sizes[2], >=, 100);
}

static void
test_draws (void)
{
  static const Point same[] = {
    { "a", 30, 50, CASENESS_FUNNEL_PLACE_INSIDE },
    { "b", 30, 50, CASENESS_FUNNEL_PLACE_INSIDE },
    { "c", 30, 50, CASENESS_FUNNEL_PLACE_INSIDE },
  };
  static const Point nothing[] = { { "a", 0, NAN, CASENESS_FUNNEL_PLACE_TOO_SMALL } };
  Point many[60];
  const struct
  {
    const char *name;
    const Point *points;
    guint n;
  } cases[] = {
    { "funnel-none", five, 0 }, { "funnel-one", five, 1 },     { "funnel-five", five, 5 },
    { "funnel-same", same, 3 }, { "funnel-nan", nothing, 1 }, { "funnel-many", many, G_N_ELEMENTS (many) },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = (Point) { "Clinician 12", 3 + i * 4, 50 + 60 * sin (i * 1.7) / sqrt (1 + i), 
                        i < 2 ? CASENESS_FUNNEL_PLACE_TOO_SMALL
                        : i % 20 == 19 ? CASENESS_FUNNEL_PLACE_FAR
                        : i % 9 == 8 ? CASENESS_FUNNEL_PLACE_BEYOND
                                     : CASENESS_FUNNEL_PLACE_INSIDE };
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessFunnelChart) chart = create_chart (cases[i].points, cases[i].n);

      caseness_chart_set_titles (caseness_funnel_chart_as_chart (chart), "Of 41 clinicians, one is outside 99.8%",
                                 "Recovery, finished courses at caseness, n = 4,363",
                                 "By chance alone about 2 of 41 fall outside 95%. Hollow grey: under 10 courses.");
      chart_fixture_draw (caseness_funnel_chart_as_chart (chart), cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/funnel/summary", test_summary);
  g_test_add_func ("/chart/funnel/table", test_table);
  g_test_add_func ("/chart/funnel/areas", test_areas);
  g_test_add_func ("/chart/funnel/scale", test_scale);
  g_test_add_func ("/chart/funnel/curve", test_curve);
  g_test_add_func ("/chart/funnel/draws", test_draws);
  return g_test_run ();
}
