/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-day-chart.h"

#include "chart-fixture.h"

#define DAY(month, day) caseness_date_new (2025, month, day)

/* From New Year to the end of March: a span, three marks, two edges. */
static CasenessDayChart *
create_chart (void)
{
  CasenessDayChart *chart = caseness_day_chart_new (DAY (1, 1), DAY (3, 31));

  g_assert_cmpuint (caseness_day_chart_add_row (chart, "Step"), ==, 0);
  g_assert_cmpuint (caseness_day_chart_add_row (chart, "Treatment"), ==, 1);
  caseness_day_chart_add_span (chart, 0, DAY (1, 20), DAY (2, 20), TRUE, "High, CBT");
  caseness_day_chart_add_mark (chart, 1, DAY (1, 10), CASENESS_DAY_FIRST, "Assessment");
  caseness_day_chart_add_mark (chart, 1, DAY (1, 20), CASENESS_DAY_DONE, "Treatment 1");
  caseness_day_chart_add_mark (chart, 1, DAY (2, 20), CASENESS_DAY_FAILED, "Did not attend");
  caseness_day_chart_add_edge (chart, DAY (1, 2), "received");
  caseness_day_chart_add_edge (chart, DAY (3, 30), "discharged");
  return chart;
}

static void
test_table (void)
{
  g_autoptr(CasenessDayChart) chart = create_chart ();

  chart_fixture_assert_table (caseness_day_chart_as_chart (chart), "Day|To|Row|What\n"
                                                                   "2 Jan 2025|||received\n"
                                                                   "30 Mar 2025|||discharged\n"
                                                                   "20 Jan 2025|20 Feb 2025|Step|High, CBT\n"
                                                                   "10 Jan 2025||Treatment|Assessment\n"
                                                                   "20 Jan 2025||Treatment|Treatment 1\n"
                                                                   "20 Feb 2025||Treatment|Did not attend");
  chart_fixture_assert_summary (caseness_day_chart_as_chart (chart), "Step: 1. Treatment: 3.");
}

/* Equal days are equally far apart; marks of a row stand on one line. */
static void
test_areas (void)
{
  g_autoptr(CasenessDayChart) chart = create_chart ();
  g_autoptr(CasenessChartLayout) layout
    = chart_fixture_lay_out (caseness_day_chart_as_chart (chart), 700, CASENESS_THEME_LIGHT);
  double per_day;

  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, 3);
  g_assert_cmpfloat (chart_fixture_find (layout, 1, 0)->y, ==, chart_fixture_find (layout, 1, 1)->y);
  per_day = (chart_fixture_find (layout, 1, 1)->x - chart_fixture_find (layout, 1, 0)->x) / 10;
  g_assert_cmpfloat (per_day, >, 0);
  g_assert_cmpfloat_with_epsilon (chart_fixture_find (layout, 1, 2)->x - chart_fixture_find (layout, 1, 1)->x,
                                  31 * per_day, 0.01);
  g_assert_cmpstr (chart_fixture_find (layout, 1, 2)->label, ==, "20 Feb 2025: Did not attend");
}

static void
test_draws (void)
{
  g_autoptr(CasenessDayChart) chart = create_chart ();
  g_autoptr(CasenessDayChart) empty = caseness_day_chart_new (DAY (1, 1), DAY (1, 1));
  g_autoptr(CasenessDayChart) day = caseness_day_chart_new (DAY (1, 1), DAY (1, 1));

  caseness_day_chart_add_row (day, "Treatment");
  caseness_day_chart_add_mark (day, 0, DAY (1, 1), CASENESS_DAY_MOVED, "Cancelled");
  caseness_day_chart_add_mark (day, 0, DAY (1, 1), CASENESS_DAY_OTHER, "Review");
  caseness_chart_set_titles (caseness_day_chart_as_chart (chart), "Contacts, by date", "One course", NULL);
  chart_fixture_draw (caseness_day_chart_as_chart (chart), "day");
  chart_fixture_draw (caseness_day_chart_as_chart (empty), "day-empty");
  chart_fixture_draw (caseness_day_chart_as_chart (day), "day-one");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/day/table", test_table);
  g_test_add_func ("/chart/day/areas", test_areas);
  g_test_add_func ("/chart/day/draws", test_draws);
  return g_test_run ();
}
