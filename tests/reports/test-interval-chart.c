/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-interval-chart.h"

#include "chart-fixture.h"

#include <math.h>

typedef struct
{
  const char *label; /* without value and interval: a heading */
  double value, low, high;
  CasenessIntervalMark mark;
  const char *n;
} Row;

#define HEADING(label) { label, 0, 0, 0, 0, NULL }

static const Row rows[] = {
  HEADING ("Step 3"),
  { "Ann", 52.5, 42.4, 62.4, CASENESS_INTERVAL_SPANS, "92" },
  { "Ben", 36, 29.7, 42.9, CASENESS_INTERVAL_LOWER, "200" },
  HEADING ("Step 2"),
  { "Cas", 59.5, 51.5, 67, CASENESS_INTERVAL_HIGHER, "150" },
  { "Dee", 20, NAN, NAN, CASENESS_INTERVAL_TOO_SMALL, "5" },
  { "Eve", NAN, NAN, NAN, CASENESS_INTERVAL_TOO_SMALL, "0" },
};

static CasenessIntervalChart *
create_chart (const Row *given, guint n)
{
  CasenessIntervalChart *chart
      = caseness_interval_chart_new ("Clinician", "Recovery", CASENESS_CHART_PERCENT, FALSE);
  guint i;

  caseness_interval_chart_add_column (chart, "n");
  caseness_interval_chart_set_reference (chart, 50, "service 50.0%");
  for (i = 0; i < n; i++)
    if (given[i].n == NULL)
      g_assert_cmpuint (caseness_interval_chart_add_heading (chart, given[i].label), ==, i);
    else
      {
        g_assert_cmpuint (caseness_interval_chart_add_row (chart, given[i].label, given[i].value, given[i].low,
                                                           given[i].high, given[i].mark),
                          ==, i);
        caseness_interval_chart_set_cell (chart, i, 0, given[i].n);
      }
  return chart;
}

static void
test_summary (void)
{
  static const struct
  {
    guint n;
    const char *summary;
  } cases[] = {
    { 0, "There are no values." },
    { 1, "There are no values." },
    { 2, "Recovery, 1 row: highest Ann with 52.5%, lowest Ann with 52.5%. No interval lies wholly on one side of "
         "service 50.0%." },
    { 3, "Recovery, 2 rows: highest Ann with 52.5%, lowest Ben with 36.0%. 1 is lower than service 50.0%: Ben." },
    { 7, "Recovery, 4 rows: highest Cas with 59.5%, lowest Dee with 20.0%. 1 is lower than service 50.0%: Ben. "
         "1 is higher than service 50.0%: Cas." },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessIntervalChart) chart = create_chart (rows, cases[i].n);

      chart_fixture_assert_summary (caseness_interval_chart_as_chart (chart), cases[i].summary);
    }
}

static void
test_table (void)
{
  g_autoptr(CasenessIntervalChart) chart = create_chart (rows, G_N_ELEMENTS (rows));

  chart_fixture_assert_table (caseness_interval_chart_as_chart (chart),
                              "Group|Clinician|Recovery|From|To|Against service 50.0%|n\n"
                              "Step 3|Ann|52.5%|42.4%|62.4%||92\n"
                              "Step 3|Ben|36.0%|29.7%|42.9%|lower|200\n"
                              "Step 2|Cas|59.5%|51.5%|67.0%|higher|150\n"
                              "Step 2|Dee|20.0%||||5\n"
                              "Step 2|Eve|||||0");
}

static void
test_second (void)
{
  g_autoptr(CasenessIntervalChart) chart
      = caseness_interval_chart_new ("Problem", "Recovery", CASENESS_CHART_PERCENT, FALSE);
  g_autoptr(CasenessChartLayout) layout = NULL;

  caseness_interval_chart_set_second (chart, "by own", "by general");
  caseness_interval_chart_add_row (chart, "Panic", 50, 39, 61, CASENESS_INTERVAL_SPANS);
  caseness_interval_chart_set_second_value (chart, 0, 53.3);
  caseness_interval_chart_add_row (chart, "All", 41, 36.8, 45.2, CASENESS_INTERVAL_SPANS);
  caseness_interval_chart_set_total (chart, 1);
  chart_fixture_assert_table (caseness_interval_chart_as_chart (chart),
                              "Problem|by own|From|To|by general\n"
                              "Panic|50.0%|39.0%|61.0%|53.3%\n"
                              "All|41.0%|36.8%|45.2%|");
  chart_fixture_assert_summary (caseness_interval_chart_as_chart (chart),
                                "Recovery, 1 row: highest Panic with 50.0%, lowest Panic with 50.0%.");
  layout = chart_fixture_lay_out (caseness_interval_chart_as_chart (chart), 600, CASENESS_THEME_LIGHT);
  g_assert_cmpstr (chart_fixture_find (layout, 0, 0)->label, ==,
                   "Panic, by own: 50.0%, 39.0 to 61.0, by general: 53.3%");
  chart_fixture_draw (caseness_interval_chart_as_chart (chart), "interval-second");
}

/* A short heading above the values takes fewer lines, and nothing is named otherwise than before. */
static void
test_short_heading (void)
{
  double heights[2];
  guint i;

  for (i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr(CasenessIntervalChart) chart
          = caseness_interval_chart_new ("Group", "Recovery against everybody else", CASENESS_CHART_RATIO, TRUE);
      g_autoptr(CasenessChartLayout) layout = NULL;

      caseness_interval_chart_add_row (chart, "Women", 0.8, 0.7, 0.9, CASENESS_INTERVAL_LOWER);
      if (i > 0)
        caseness_interval_chart_set_short_heading (chart, "Points");
      layout = chart_fixture_lay_out (caseness_interval_chart_as_chart (chart), 600, CASENESS_THEME_PRINT);
      caseness_chart_layout_get_size (layout, NULL, &heights[i]);
      g_assert_cmpstr (chart_fixture_find (layout, 0, 0)->label, ==,
                       "Women, Recovery against everybody else: 0.80, 0.70 to 0.90, lower");
      chart_fixture_assert_table (caseness_interval_chart_as_chart (chart),
                                  "Group|Recovery against everybody else|From|To\nWomen|0.80|0.70|0.90");
    }
  g_assert_cmpfloat (heights[1], <, heights[0]);
}

/* What must not be told is said so, wherever a value would stand. */
static void
test_missing (void)
{
  g_autoptr(CasenessIntervalChart) chart = caseness_interval_chart_new ("Group", "Ratio", CASENESS_CHART_RATIO, TRUE);
  g_autoptr(CasenessChartLayout) layout = NULL;

  caseness_interval_chart_add_row (chart, "Women", 0.8, 0.7, 0.9, CASENESS_INTERVAL_LOWER);
  caseness_interval_chart_add_row (chart, "Men", NAN, NAN, NAN, CASENESS_INTERVAL_SPANS);
  caseness_interval_chart_set_missing (chart, 0, "*");
  caseness_interval_chart_set_missing (chart, 1, "*");
  layout = chart_fixture_lay_out (caseness_interval_chart_as_chart (chart), 600, CASENESS_THEME_LIGHT);
  g_assert_cmpstr (chart_fixture_find (layout, 0, 0)->label, ==, "Women, Ratio: 0.80, 0.70 to 0.90, lower");
  g_assert_cmpstr (chart_fixture_find (layout, 1, 0)->label, ==, "Men, Ratio: *");
}

/* Two areas a row, in order, none at headings; rows stand below each other. */
static void
test_areas (void)
{
  g_autoptr(CasenessIntervalChart) chart = create_chart (rows, G_N_ELEMENTS (rows));
  g_autoptr(CasenessChartLayout) layout
      = chart_fixture_lay_out (caseness_interval_chart_as_chart (chart), 600, CASENESS_THEME_LIGHT);

  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, 10);
  g_assert_null (chart_fixture_find (layout, 0, 0));
  g_assert_null (chart_fixture_find (layout, 3, -1));
  g_assert_cmpstr (chart_fixture_find (layout, 2, -1)->label, ==, "Ben");
  g_assert_cmpstr (chart_fixture_find (layout, 2, 0)->label, ==, "Ben, Recovery: 36.0%, 29.7 to 42.9, lower, n: 200");
  g_assert_cmpstr (chart_fixture_find (layout, 6, 0)->label, ==, "Eve, Recovery: no data, n: 0");
  g_assert_cmpfloat (chart_fixture_find (layout, 1, 0)->y, <, chart_fixture_find (layout, 2, 0)->y);
  g_assert_cmpfloat (chart_fixture_find (layout, 2, 0)->y, <, chart_fixture_find (layout, 4, 0)->y);
}

/* On paper what does not fit one part goes on in the next, with its heads; a heading stays with its rows. */
static void
test_parts (void)
{
  Row many[40];
  g_autoptr(CasenessIntervalChart) chart = NULL;
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_PRINT);
  CasenessChartRoom room = { .width = 500, .part_height = 300 };
  g_autoptr(CasenessChartLayout) layout = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = rows[1];
  chart = create_chart (many, G_N_ELEMENTS (many));
  layout = chart_fixture_lay_out (caseness_interval_chart_as_chart (chart), 500, CASENESS_THEME_PRINT);
  g_assert_cmpuint (caseness_chart_layout_get_n_parts (layout), ==, 1);
  g_clear_pointer (&layout, caseness_chart_layout_free);
  layout = chart_fixture_lay_out_in (caseness_interval_chart_as_chart (chart), &room, &theme);
  g_assert_cmpuint (caseness_chart_layout_get_n_parts (layout), >, 1);
  for (i = 0; i < caseness_chart_layout_get_n_parts (layout); i++)
    {
      double height;

      caseness_chart_layout_get_part (layout, i, NULL, &height);
      g_assert_cmpfloat (height, <=, 300);
    }
  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, 2 * G_N_ELEMENTS (many));
}

static void
test_draws (void)
{
  static const Row same[] = { { "a", 50, 50, 50, 0, "9" }, { "b", 50, 50, 50, 0, "9" } };
  static const Row nothing[] = { { "a", NAN, NAN, NAN, CASENESS_INTERVAL_TOO_SMALL, "0" } };
  const struct
  {
    const char *name;
    const Row *rows;
    guint n;
  } cases[] = { { "interval-none", rows, 0 },
                { "interval-one", rows, 2 },
                { "interval-seven", rows, 7 },
                { "interval-same", same, 2 },
                { "interval-nan", nothing, 1 } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessIntervalChart) chart = create_chart (cases[i].rows, cases[i].n);

      caseness_chart_set_titles (caseness_interval_chart_as_chart (chart), "Ben is lower, Cas higher",
                                 "Recovery, finished courses at caseness, n = 447", "Wilson intervals, 95%.");
      chart_fixture_draw (caseness_interval_chart_as_chart (chart), cases[i].name);
    }
}

/* Ratios on a log scale: halves and doubles are equally far from 1; a long whisker does not squeeze the rest. */
static void
test_log (void)
{
  g_autoptr(CasenessIntervalChart) chart
      = caseness_interval_chart_new ("Clinician", "Observed over expected", CASENESS_CHART_RATIO, TRUE);

  caseness_interval_chart_set_reference (chart, 1, "as expected");
  caseness_interval_chart_add_row (chart, "Ann", 0.8, 0.62, 1.01, CASENESS_INTERVAL_SPANS);
  caseness_interval_chart_add_row (chart, "Ben", 1.4, 1.1, 1.7, CASENESS_INTERVAL_HIGHER);
  caseness_interval_chart_add_row (chart, "Cas", 1.2, 0.01, 90, CASENESS_INTERVAL_SPANS);
  caseness_interval_chart_add_row (chart, "Dee", 0, 0, 2, CASENESS_INTERVAL_SPANS);
  chart_fixture_assert_table (caseness_interval_chart_as_chart (chart),
                              "Clinician|Observed over expected|From|To|Against as expected\n"
                              "Ann|0.80|0.62|1.01|\n"
                              "Ben|1.40|1.10|1.70|higher\n"
                              "Cas|1.20|0.01|90.00|\n"
                              "Dee|0.00|0.00|2.00|");
  chart_fixture_draw (caseness_interval_chart_as_chart (chart), "interval-log");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/interval/missing", test_missing);
  g_test_add_func ("/chart/interval/short-heading", test_short_heading);
  g_test_add_func ("/chart/interval/summary", test_summary);
  g_test_add_func ("/chart/interval/table", test_table);
  g_test_add_func ("/chart/interval/second", test_second);
  g_test_add_func ("/chart/interval/areas", test_areas);
  g_test_add_func ("/chart/interval/parts", test_parts);
  g_test_add_func ("/chart/interval/log", test_log);
  g_test_add_func ("/chart/interval/draws", test_draws);
  return g_test_run ();
}
