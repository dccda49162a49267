/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-cross-table.h"

#include "chart-fixture.h"

#include <math.h>

/* Depression and PTSD by CBT, EMDR and all; what is blank stays blank. */
static CasenessCrossTable *
create_table (void)
{
  CasenessCrossTable *table
      = caseness_cross_table_new ("Problem", "Therapy", "Recovery", CASENESS_CHART_PERCENT, "courses");

  caseness_cross_table_set_legend (table, "NICE recommends", "does not", "95% excludes 50.3", "99.8% does");
  caseness_cross_table_add_column (table, "CBT", "Cognitive therapy");
  caseness_cross_table_add_column (table, "EMDR", "Eye movement therapy");
  caseness_cross_table_add_column (table, "All", "all therapies");
  caseness_cross_table_add_row (table, "Depression");
  caseness_cross_table_add_row (table, "PTSD");
  caseness_cross_table_add_row (table, "All");
  caseness_cross_table_set_totals (table, TRUE, TRUE);
  caseness_cross_table_set_value (table, 0, 0, 49.6, 638, CASENESS_CROSS_LIKE, CASENESS_CROSS_PAIR_ADVISED);
  caseness_cross_table_set_small (table, 0, 1, 8, CASENESS_CROSS_PAIR_ADVISED_AGAINST);
  caseness_cross_table_set_value (table, 0, 2, 49.4, 1916, CASENESS_CROSS_LIKE, CASENESS_CROSS_PAIR_OPEN);
  caseness_cross_table_set_value (table, 1, 0, 41.5, 219, CASENESS_CROSS_FAR_LOWER, CASENESS_CROSS_PAIR_ADVISED);
  caseness_cross_table_set_value (table, 1, 2, 56.5, 311, CASENESS_CROSS_HIGHER, CASENESS_CROSS_PAIR_OPEN);
  caseness_cross_table_set_suppressed (table, 2, 1, CASENESS_CROSS_PAIR_OPEN);
  return table;
}

static void
test_summary (void)
{
  g_autoptr(CasenessCrossTable) table = create_table ();
  g_autoptr(CasenessCrossTable) empty
      = caseness_cross_table_new ("Problem", "Therapy", "Recovery", CASENESS_CHART_PERCENT, "courses");

  chart_fixture_assert_summary (caseness_cross_table_as_chart (table),
                                "Recovery, Problem by Therapy, 3 cells. Much lower than the whole: PTSD with "
                                "Cognitive therapy 41.5%.");
  chart_fixture_assert_summary (caseness_cross_table_as_chart (empty), "There are no values.");
}

static void
test_table (void)
{
  g_autoptr(CasenessCrossTable) table = create_table ();

  chart_fixture_assert_table (caseness_cross_table_as_chart (table),
                              "Problem|Therapy|Recovery|courses|Against the whole|Advice\n"
                              "Depression|Cognitive therapy|49.6%|638||NICE recommends\n"
                              "Depression|Eye movement therapy||8||does not\n"
                              "Depression|all therapies|49.4%|1916||\n"
                              "PTSD|Cognitive therapy|41.5%|219|lower|NICE recommends\n"
                              "PTSD|all therapies|56.5%|311|higher|\n"
                              "All|Eye movement therapy||*||");
}

/* Heads and what is filled have areas, in reading order; blanks have none. */
static void
test_areas (void)
{
  g_autoptr(CasenessCrossTable) table = create_table ();
  g_autoptr(CasenessChartLayout) layout
      = chart_fixture_lay_out (caseness_cross_table_as_chart (table), 500, CASENESS_THEME_LIGHT);

  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, 3 + 3 + 6);
  g_assert_null (chart_fixture_find (layout, 1, 1));
  g_assert_null (chart_fixture_find (layout, 2, 0));
  g_assert_cmpstr (chart_fixture_find (layout, -1, 1)->label, ==, "Eye movement therapy");
  g_assert_cmpstr (chart_fixture_find (layout, 1, -1)->label, ==, "PTSD");
  g_assert_cmpstr (chart_fixture_find (layout, 1, 0)->label, ==,
                   "PTSD, Cognitive therapy: 41.5%, courses: 219, lower, 99.8% does, NICE recommends");
  g_assert_cmpstr (chart_fixture_find (layout, 0, 1)->label, ==,
                   "Depression, Eye movement therapy, courses: 8, does not");
  g_assert_cmpstr (chart_fixture_find (layout, 2, 1)->label, ==, "All, Eye movement therapy, courses: *");
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 0)->x, <, chart_fixture_find (layout, 0, 1)->x);
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 0)->y, <, chart_fixture_find (layout, 1, 0)->y);
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 0)->width, >=, 24);
  g_assert_cmpfloat (chart_fixture_find (layout, 0, 0)->height, >=, 24);
}

static CasenessCrossTable *
create_large (guint n_rows, guint n_columns)
{
  CasenessCrossTable *table
      = caseness_cross_table_new ("Problem descriptor", "Therapy", "Recovery", CASENESS_CHART_PERCENT, "courses");
  guint row, column;

  caseness_cross_table_set_legend (table, "NICE recommends", "does not", "95%", "99.8% excludes 50.3");
  for (column = 0; column < n_columns; column++)
    caseness_cross_table_add_column (table, column % 2 == 0 ? "GSH- Book" : "CBT", "a therapy");
  for (row = 0; row < n_rows; row++)
    {
      caseness_cross_table_add_row (table, row % 3 == 0 ? "Generalised anxiety disorder" : "Depression");
      for (column = 0; column < n_columns; column++)
        if ((row * 7 + column * 3) % 5 == 0)
          caseness_cross_table_set_small (table, row, column, row + column, CASENESS_CROSS_PAIR_ADVISED_AGAINST);
        else if ((row + column) % 4 > 0)
          caseness_cross_table_set_value (table, row, column, 30 + (row * 13 + column * 7) % 40, 100 * row + column + 1,
                                          (CasenessCrossShade) ((int) ((row + column) % 5) - 2),
                                          (CasenessCrossPair) (row * column % 3));
    }
  caseness_cross_table_set_totals (table, TRUE, TRUE);
  return table;
}

/* On paper too many columns stand below each other in parts, each with its row labels; nothing is lost. */
static void
test_parts (void)
{
  g_autoptr(CasenessCrossTable) table = create_large (20, 20);
  g_autoptr(CasenessChartLayout) paper
      = chart_fixture_lay_out (caseness_cross_table_as_chart (table), 500, CASENESS_THEME_PRINT);
  g_autoptr(CasenessChartLayout) screen
      = chart_fixture_lay_out (caseness_cross_table_as_chart (table), 500, CASENESS_THEME_LIGHT);
  guint n_parts = caseness_chart_layout_get_n_parts (paper);
  double width;

  g_assert_cmpuint (n_parts, >, 1);
  g_assert_cmpuint (caseness_chart_layout_get_n_parts (screen), ==, 1);
  g_assert_cmpuint (caseness_chart_layout_get_n_areas (paper), ==,
                    caseness_chart_layout_get_n_areas (screen) + (n_parts - 1) * 20);
  caseness_chart_layout_get_size (paper, &width, NULL);
  g_assert_cmpfloat (width, <=, 500);
  caseness_chart_layout_get_size (screen, &width, NULL);
  g_assert_cmpfloat (width, >, 500);
}

/* Rows that end on their page but for what stands below them are set closer; those that would be too close go on. */
static void
test_below (void)
{
  g_autoptr(CasenessCrossTable) table = create_table ();
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_PRINT);
  CasenessChartRoom room = { .width = 500 };
  g_autoptr(CasenessChartLayout) whole = chart_fixture_lay_out_in (caseness_cross_table_as_chart (table), &room, &theme);
  double height;

  caseness_chart_layout_get_size (whole, NULL, &height);
  for (int spare = 6; spare >= -40; spare -= 2)
    {
      g_autoptr(CasenessChartLayout) layout = NULL;
      guint n_parts;
      double last;

      room.part_height = height + 20 + spare;
      room.below = 20;
      layout = chart_fixture_lay_out_in (caseness_cross_table_as_chart (table), &room, &theme);
      n_parts = caseness_chart_layout_get_n_parts (layout);
      caseness_chart_layout_get_part (layout, n_parts - 1, NULL, &last);
      g_assert_cmpuint (n_parts, ==, spare > -10 ? 1 : 2);
      g_assert_cmpfloat (last, <=, room.part_height - room.below + 0.01);
    }
}

static void
test_draws (void)
{
  g_autoptr(CasenessCrossTable) empty
      = caseness_cross_table_new ("Problem", "Therapy", "Recovery", CASENESS_CHART_PERCENT, "courses");
  g_autoptr(CasenessCrossTable) table = create_table ();
  g_autoptr(CasenessCrossTable) large = create_large (12, 9);

  caseness_chart_set_titles (caseness_cross_table_as_chart (large),
                             "PsychoEd for depression: 34% recover; not a pair NICE recommends",
                             "Recovery in whole %, n beneath; most attended modality by descriptor, n = 4,363",
                             "Under 10: n only; under 5: *; 10 to 29: only a 99.8% flag. A row is not a trial.");
  chart_fixture_draw (caseness_cross_table_as_chart (empty), "cross-none");
  chart_fixture_draw (caseness_cross_table_as_chart (table), "cross-three");
  chart_fixture_draw (caseness_cross_table_as_chart (large), "cross-large");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/cross/summary", test_summary);
  g_test_add_func ("/chart/cross/table", test_table);
  g_test_add_func ("/chart/cross/areas", test_areas);
  g_test_add_func ("/chart/cross/parts", test_parts);
  g_test_add_func ("/chart/cross/below", test_below);
  g_test_add_func ("/chart/cross/draws", test_draws);
  return g_test_run ();
}
