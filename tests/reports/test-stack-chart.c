/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-stack-chart.h"

#include "chart-fixture.h"

typedef struct
{
  const char *label;
  guint counts[5];
  const char *share;
} Row;

static const Row rows[] = {
  { "Post-traumatic stress", { 214, 34, 9, 56, 6 }, "67.1" },
  { "Agoraphobia", { 11, 4, 3, 13, 1 }, "34.4" },
  { "Panic", { 0, 0, 0, 0, 0 }, NULL },
  { "All", { 225, 38, 12, 69, 7 }, "64.1" },
};

static CasenessStackChart *
create_chart (guint n)
{
  static const struct
  {
    const char *heading;
    const char *full_label;
    CasenessStackLook look;
  } segments[] = {
    { "Paired", "Right one, paired", CASENESS_STACK_SOLID },  { "First only", "First only", CASENESS_STACK_RISING },
    { "Wrong", "Another specific one", CASENESS_STACK_CROSS }, { "GAD-7", "GAD-7 instead", CASENESS_STACK_DOTS },
    { "None", "None at all", CASENESS_STACK_BLANK },
  };
  CasenessStackChart *chart = caseness_stack_chart_new ("Problem", "Each bar is 100% of its row");
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (segments); i++)
    g_assert_cmpuint (caseness_stack_chart_add_segment (chart, segments[i].heading, segments[i].full_label,
                                                        segments[i].look),
                      ==, i);
  caseness_stack_chart_add_column (chart, "Paired %", FALSE);
  for (i = 0; i < n; i++)
    {
      g_assert_cmpuint (caseness_stack_chart_add_row (chart, rows[i].label), ==, i);
      for (k = 0; k < G_N_ELEMENTS (segments); k++)
        caseness_stack_chart_set_count (chart, i, k, rows[i].counts[k]);
      caseness_stack_chart_set_cell (chart, i, 0, rows[i].share);
    }
  if (n == G_N_ELEMENTS (rows))
    caseness_stack_chart_set_total (chart, n - 1);
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
    { 1, "Right one, paired, 1 row: largest share Post-traumatic stress with 67.1%, smallest Post-traumatic stress "
         "with 67.1%." },
    { 4, "Right one, paired, 2 rows: largest share Post-traumatic stress with 67.1%, smallest Agoraphobia with "
         "34.4%. All: 64.1% of 351." },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessStackChart) chart = create_chart (cases[i].n);

      chart_fixture_assert_summary (caseness_stack_chart_as_chart (chart), cases[i].summary);
    }
}

static void
test_table (void)
{
  g_autoptr(CasenessStackChart) chart = create_chart (2);

  caseness_stack_chart_set_suppressed (chart, 1);
  chart_fixture_assert_table (caseness_stack_chart_as_chart (chart),
                              "Problem|Right one, paired|First only|Another specific one|GAD-7 instead|None at all|"
                              "All|Paired %\n"
                              "Post-traumatic stress|214|34|9|56|6|319|67.1\n"
                              "Agoraphobia|*|*|*|*|*|*|34.4");
}

/* Counts have areas from left to right, those of nobody none; the whole comes last. */
static void
test_areas (void)
{
  g_autoptr(CasenessStackChart) chart = create_chart (G_N_ELEMENTS (rows));
  g_autoptr(CasenessChartLayout) layout
      = chart_fixture_lay_out (caseness_stack_chart_as_chart (chart), 700, CASENESS_THEME_LIGHT);
  int i;

  g_assert_cmpuint (caseness_stack_chart_get_n_segments (chart), ==, 5);
  for (i = 0; i < 5; i++)
    {
      g_assert_cmpfloat (chart_fixture_find (layout, 0, i)->x, <, chart_fixture_find (layout, 0, i + 1)->x);
      g_assert_cmpfloat (chart_fixture_find (layout, 0, i)->y, <, chart_fixture_find (layout, 1, i)->y);
      g_assert_null (chart_fixture_find (layout, 2, i));
    }
  g_assert_cmpstr (chart_fixture_find (layout, 0, 0)->label, ==, "Post-traumatic stress, Right one, paired: 214, 67.1%");
  g_assert_cmpstr (chart_fixture_find (layout, 0, 5)->label, ==, "Post-traumatic stress, All: 319");
  g_assert_cmpstr (chart_fixture_find (layout, 2, 5)->label, ==, "Panic, All: 0");
}

static void
test_suppressed (void)
{
  g_autoptr(CasenessStackChart) chart = create_chart (2);
  g_autoptr(CasenessChartLayout) layout = NULL;

  caseness_stack_chart_set_suppressed (chart, 1);
  layout = chart_fixture_lay_out (caseness_stack_chart_as_chart (chart), 700, CASENESS_THEME_PRINT);
  g_assert_cmpstr (chart_fixture_find (layout, 1, 0)->label, ==, "Agoraphobia, Right one, paired: *");
  chart_fixture_assert_summary (caseness_stack_chart_as_chart (chart),
                                "Right one, paired, 1 row: largest share Post-traumatic stress with 67.1%, smallest "
                                "Post-traumatic stress with 67.1%.");
  chart_fixture_draw (caseness_stack_chart_as_chart (chart), "stack-suppressed");
  caseness_stack_chart_tell_count (chart, 1, 0);
  chart_fixture_assert_table (caseness_stack_chart_as_chart (chart),
                              "Problem|Right one, paired|First only|Another specific one|GAD-7 instead|None at all|"
                              "All|Paired %\n"
                              "Post-traumatic stress|214|34|9|56|6|319|67.1\n"
                              "Agoraphobia|11|*|*|*|*|*|34.4");
}

static void
test_draws (void)
{
  static const guint sizes[] = { 0, 1, 2, G_N_ELEMENTS (rows) };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(CasenessStackChart) chart = create_chart (sizes[i]);
      g_autofree char *name = g_strdup_printf ("stack-%u", sizes[i]);

      caseness_chart_set_titles (caseness_stack_chart_as_chart (chart), "A third of agoraphobia courses are paired",
                                 "Finished courses whose descriptor has a specific measure, n = 351",
                                 "Classes are exclusive.");
      if (sizes[i] == 2)
        caseness_stack_chart_set_note (chart, 1, "BDD 5, IBS 3, CFS 2, MUS 1");
      chart_fixture_draw (caseness_stack_chart_as_chart (chart), name);
    }
}

/* Each look by itself, as swatch and segment. */
static void
test_looks (void)
{
  g_autoptr(CasenessStackChart) chart = caseness_stack_chart_new ("Team", NULL);
  guint i;

  for (i = 0; i < CASENESS_N_STACK_LOOKS; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Look %u", i);

      caseness_stack_chart_add_segment (chart, heading, heading, (CasenessStackLook) i);
    }
  caseness_stack_chart_add_row (chart, "North");
  for (i = 0; i < CASENESS_N_STACK_LOOKS; i++)
    caseness_stack_chart_set_count (chart, 0, i, 10);
  chart_fixture_draw (caseness_stack_chart_as_chart (chart), "stack-looks");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/stack/summary", test_summary);
  g_test_add_func ("/chart/stack/table", test_table);
  g_test_add_func ("/chart/stack/areas", test_areas);
  g_test_add_func ("/chart/stack/suppressed", test_suppressed);
  g_test_add_func ("/chart/stack/draws", test_draws);
  g_test_add_func ("/chart/stack/looks", test_looks);
  return g_test_run ();
}
