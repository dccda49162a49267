/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-report-builder.h"
#include "caseness-series-chart.h"
#include "report-text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#define MOST 40

/* Monthly percentages from April 2023, `x/n`; `?` for a missing month. */
static CasenessSeries *
make_series (const char *text, double target, const CasenessSeriesChoice *decisions)
{
  static CasenessPeriod periods[MOST];
  static CasenessFigure figures[MOST];
  static double targets[MOST];
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  CasenessSeriesMeasured measured = { 0, periods, figures, targets, TRUE, CASENESS_SPC_INCREASE };
  CasenessSeriesChoice choice;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      double numerator = g_ascii_strtod (words[i], NULL);
      double denominator = strchr (words[i], '/') != NULL ? g_ascii_strtod (strchr (words[i], '/') + 1, NULL) : 100;

      periods[i].start = caseness_date_add_months (caseness_date_new (2023, 4, 1), (int) i);
      periods[i].end = caseness_date_month_end (periods[i].start);
      targets[i] = target;
      figures[i] = (CasenessFigure){ numerator, denominator, 100 * numerator / denominator };
      if (*words[i] == '?')
        figures[i] = (CasenessFigure){ NAN, NAN, NAN };
    }
  measured.n_points = i;
  caseness_series_choice_init (&choice);
  choice.spc.baseline = 12;
  return caseness_series_new (&measured, decisions != NULL ? decisions : &choice);
}

#define TWELVE "49 51 49 51 49 51 49 51 49 51 49 51"
static const CasenessSeriesLook plain = { .name = "Recovery (M192)", .cohort = "of courses at caseness" };

static CasenessChartLayout *
lay_out (CasenessLineChart *chart)
{
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_LIGHT);
  CasenessChartRoom room = { .width = 900 };
  g_autoptr(GObject) context = G_OBJECT (pango_font_map_create_context (pango_cairo_font_map_get_default ()));

  return caseness_chart_lay_out (caseness_line_chart_as_chart (chart), PANGO_CONTEXT (context), &room, &theme);
}

/* A point says which rules it breaks, all of them. */
static void
test_points (void)
{
  g_autoptr(CasenessSeries) series = make_series (TWELVE " 44 49 49 49 49 49 49", 40, NULL);
  g_autoptr(CasenessLineChart) chart = caseness_series_chart_new (series, &plain);
  g_autoptr(CasenessChartLayout) layout = lay_out (chart);

  g_assert_cmpuint (caseness_chart_layout_get_n_areas (layout), ==, 19);
  g_assert_cmpstr (caseness_chart_layout_get_area (layout, 0)->label, ==, "Recovery (M192), Apr 23: 49.0%");
  g_assert_cmpstr (caseness_chart_layout_get_area (layout, 12)->label, ==,
                   "Recovery (M192), Apr 24: 44.0%, below the lower limit, in a run below the mean");
  g_assert_cmpstr (caseness_chart_layout_get_area (layout, 13)->label, ==,
                   "Recovery (M192), May 24: 49.0%, in a run below the mean");
}

static void
test_words (void)
{
  g_autoptr(CasenessSeries) series = make_series (TWELVE " 49 49 49 49 49 49 49", 40, NULL);
  g_autoptr(CasenessLineChart) chart = caseness_series_chart_new (series, &plain);
  CasenessChart *plot = caseness_line_chart_as_chart (chart);
  g_autofree char *summary = caseness_chart_dup_summary (plot);

  g_assert_cmpstr (caseness_chart_get_title (plot), ==,
                   "Seven months running below the mean: worth asking why. The standard is still met.");
  g_assert_cmpstr (caseness_chart_get_subtitle (plot), ==,
                   "Recovery (M192), of courses at caseness, Apr 23 to Oct 24");
  g_assert_cmpstr (summary, ==,
                   "Seven months running below the mean: worth asking why. The standard is still met. "
                   "Recovery (M192): 49.0% in Oct 24, mean 50.0%.");
  g_assert_nonnull (strstr (caseness_chart_get_footnote (plot), "baseline Apr 23 to Mar 24"));
}

/* On paper: lines are named at their right end, notes and step changes with their reason under the chart. */
static void
test_paper (void)
{
  static const CasenessSeriesNote notes[] = { { 0, "Phones were down for a week" }, { 0, "before all of this" } };
  CasenessSeriesNote own[G_N_ELEMENTS (notes)];
  CasenessStepChange change = { caseness_date_new (2024, 4, 1), "Assessments moved to one call centre" };
  CasenessSeriesLook look = plain;
  CasenessSeriesChoice choice;
  CasenessReportInfo info = { "Title", "Name", "Service", "file", "Identifies no one", "Sources", "Method", NULL,
                              caseness_date_new (2025, 4, 30), CASENESS_REPORT_PORTRAIT };
  CasenessReportBuilder *builder = caseness_report_builder_new (&info);
  g_autoptr(CasenessSeries) series = NULL;
  g_autoptr(CasenessLineChart) chart = NULL;
  g_autoptr(CasenessReport) report = NULL;
  g_autofree char *text = NULL;

  memcpy (own, notes, sizeof own);
  own[0].date = caseness_date_new (2023, 6, 30);
  own[1].date = caseness_date_new (2023, 3, 31);
  look.notes = own;
  look.n_notes = G_N_ELEMENTS (own);
  caseness_series_choice_init (&choice);
  choice.changes = &change;
  choice.n_changes = 1;
  series = make_series (TWELVE " 59 61 59 61", 90, &choice);
  chart = caseness_series_chart_new (series, &look);
  caseness_report_builder_add_chart (builder, caseness_line_chart_as_chart (chart), 2, NULL);
  report = caseness_report_builder_end (builder);
  text = report_text_dup (report);
  report_text_assert_order (text, "upper 65.3%", "mean 60.0%", "lower 54.7%", NULL);
  report_text_assert_order (text, "a Jun 23: Phones were down for a week",
                            "b Step change from Apr 24: Assessments moved to one call centre", "XmR", NULL);
  g_assert_nonnull (strstr (text, "target 90% is above"));
  g_assert_null (strstr (text, "before all of this"));
}

/* Outside the service a point of few is a star on the axis, and no sentence tells its value. */
static void
test_suppressed (void)
{
  g_autoptr(CasenessSeries) series = make_series ("20/40 4/40 22/40", NAN, NULL);
  CasenessSeriesLook look = plain;
  g_autoptr(CasenessLineChart) chart = NULL;
  g_autoptr(CasenessChartLayout) layout = NULL;

  look.suppresses = TRUE;
  chart = caseness_series_chart_new (series, &look);
  layout = lay_out (chart);
  g_assert_cmpstr (caseness_chart_layout_get_area (layout, 1)->label, ==,
                   "Recovery (M192), May 23: fewer than five, not shown");
  g_assert_cmpstr (caseness_chart_layout_get_area (layout, 2)->label, ==, "Recovery (M192), Jun 23: 55.0%");
}

static gboolean
has_area (const CasenessChartLayout *layout, const char *label)
{
  for (guint i = 0; i < caseness_chart_layout_get_n_areas (layout); i++)
    if (g_strcmp0 (caseness_chart_layout_get_area (layout, i)->label, label) == 0)
      return TRUE;
  return FALSE;
}

/* What was published stands beside it under the name of whose it is, with a gap where nothing was. */
static void
test_lines (void)
{
  double values[] = { 50, NAN, 51 };
  CasenessBenchmarkLine england = { CASENESS_PUBLISHED_ENGLAND, (char *) "England", G_N_ELEMENTS (values), values };
  CasenessBenchmarkLine own = { CASENESS_PUBLISHED_PROVIDER, (char *) "XA1", G_N_ELEMENTS (values), values };
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  g_autoptr(CasenessSeries) series = make_series ("20/40 21/40 22/40", NAN, NULL);
  CasenessSeriesLook look = plain;
  g_autoptr(CasenessLineChart) chart = NULL;
  g_autoptr(CasenessChartLayout) layout = NULL;

  g_ptr_array_add (lines, &own);
  g_ptr_array_add (lines, &england);
  look.lines = lines;
  chart = caseness_series_chart_new (series, &look);
  layout = lay_out (chart);
  g_assert_true (has_area (layout, "England, Apr 23: 50.0%"));
  g_assert_true (has_area (layout, "published, Jun 23: 51.0%"));
  g_assert_false (has_area (layout, "England, May 23: 50.0%"));
  g_assert_nonnull (strstr (caseness_chart_get_footnote (caseness_line_chart_as_chart (chart)), "as published"));
}

#define SIDE 96

/* A miniature as a grey printer has it, as large as a hand. */
static void
draw_grey (CasenessMiniature *miniature, guint8 *grey)
{
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_PRINT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  double width, height;
  const guint32 *pixels;
  guint i;

  caseness_miniature_get_size (miniature, &theme, &width, &height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SIDE / height, SIDE / height);
  cairo_translate (cr, (height - width) / 2, 0);
  caseness_miniature_draw (miniature, cr, &theme, 0, 0, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);
  for (i = 0; i < SIDE * SIDE; i++)
    grey[i] = (guint8) (0.2126 * (pixels[i] >> 16 & 0xff) + 0.7152 * (pixels[i] >> 8 & 0xff)
                        + 0.0722 * (pixels[i] & 0xff));
  cairo_surface_destroy (surface);
}

/* What tells two of them apart is dark enough and large enough to be seen. */
static void
assert_apart (CasenessMiniature **miniatures, guint n)
{
  g_autofree guint8 *grey = g_new (guint8, n * SIDE * SIDE);
  guint i, k, pixel;

  for (i = 0; i < n; i++)
    draw_grey (miniatures[i], grey + i * SIDE * SIDE);
  for (i = 0; i < n; i++)
    for (k = 0; k < i; k++)
      {
        guint n_apart = 0;

        for (pixel = 0; pixel < SIDE * SIDE; pixel++)
          n_apart += abs (grey[i * SIDE * SIDE + pixel] - grey[k * SIDE * SIDE + pixel]) > 60;
        if (n_apart < 25)
          g_error ("numbers %u and %u differ in %u points only", i, k, n_apart);
      }
}

/* No two icons look alike in grey. */
static void
test_grey (void)
{
  CasenessMiniature *icons[CASENESS_N_SPC_ICONS];
  guint i;

  for (i = 0; i < CASENESS_N_SPC_ICONS; i++)
    icons[i] = caseness_miniature_new_icon (i, "");
  assert_apart (icons, CASENESS_N_SPC_ICONS);
  for (i = 0; i < CASENESS_N_SPC_ICONS; i++)
    caseness_miniature_unref (icons[i]);
}

/* Nor do two kinds of points, whose colours come out equally grey. */
static void
test_grey_points (void)
{
  static const CasenessLineMark marks[] = { CASENESS_LINE_MARK_COMMON, CASENESS_LINE_MARK_IMPROVEMENT,
                                            CASENESS_LINE_MARK_CONCERN, CASENESS_LINE_MARK_NEUTRAL };
  CasenessMiniature *points[2 * G_N_ELEMENTS (marks)];
  guint i;

  for (i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autoptr(CasenessLineChart) chart = caseness_line_chart_new ("a", CASENESS_CHART_COUNT, FALSE);

      caseness_line_chart_add_point (chart, "Apr 24", FALSE);
      caseness_line_chart_add_series (chart, "a");
      caseness_line_chart_set_value (chart, 0, 0, 5, marks[i % G_N_ELEMENTS (marks)]);
      if (i >= G_N_ELEMENTS (marks))
        caseness_line_chart_set_large (chart, 0, 0);
      points[i] = caseness_miniature_new_sparkline (chart, "");
    }
  assert_apart (points, G_N_ELEMENTS (points));
  for (i = 0; i < G_N_ELEMENTS (points); i++)
    caseness_miniature_unref (points[i]);
}

/* Improvement up, concern down and nothing at all, with and without a target. */
static void
test_icons (void)
{
  static const struct
  {
    const char *values;
    double target;
    const char *variation;
    const char *assurance;
  } cases[] = {
    { TWELVE " 49", 40, "Common cause: no change beyond chance", "Consistently passes the target" },
    { TWELVE " 60", 60, "Special cause, improvement: higher", "Consistently fails the target" },
    { TWELVE " 40", 50, "Special cause, concern: lower", "Hits or misses the target by chance" },
    { TWELVE, NAN, "Common cause: no change beyond chance", "No target to judge by" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessSeries) series = make_series (cases[i].values, cases[i].target, NULL);
      g_autoptr(CasenessMiniature) variation = caseness_series_chart_new_variation (series);
      g_autoptr(CasenessMiniature) assurance = caseness_series_chart_new_assurance (series);

      g_assert_cmpstr (caseness_miniature_get_label (variation), ==, cases[i].variation);
      g_assert_cmpstr (caseness_miniature_get_label (assurance), ==, cases[i].assurance);
    }
}

/* Drawings in a table, rows with and without values: they fit, and the words beside them stay. */
static void
test_table (void)
{
  CasenessReportInfo info = { "Title", "Name", "Service", "file", "Identifies no one", "Sources", "Method", NULL,
                              caseness_date_new (2025, 4, 30), CASENESS_REPORT_PORTRAIT };
  CasenessReportBuilder *builder = caseness_report_builder_new (&info);
  CasenessReportTable *table = caseness_report_table_new ();
  static const char *const rows[] = { TWELVE " 60", "? ?", "51" };
  g_autoptr(CasenessReport) report = NULL;
  g_autofree char *text = NULL;
  gsize i;

  caseness_report_table_add_column (table, "Measure", CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, "24 months", CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, "Variation", CASENESS_REPORT_START, 0);
  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CasenessSeries) series = make_series (rows[i], 50, NULL);
      g_autoptr(CasenessMiniature) spark = caseness_series_chart_new_sparkline (series, &plain);
      g_autoptr(CasenessMiniature) icon = caseness_series_chart_new_variation (series);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, "Recovery");
      caseness_report_table_add_miniature (table, spark);
      caseness_report_table_add_miniature (table, icon);
    }
  caseness_report_builder_add_table (builder, table);
  report = caseness_report_builder_end (builder);
  text = report_text_dup (report);
  report_text_assert_order (text, "Measure", "24 months", "Variation", "Recovery", "Recovery", "Recovery", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/series-chart/points", test_points);
  g_test_add_func ("/reports/series-chart/words", test_words);
  g_test_add_func ("/reports/series-chart/paper", test_paper);
  g_test_add_func ("/reports/series-chart/suppressed", test_suppressed);
  g_test_add_func ("/reports/series-chart/lines", test_lines);
  g_test_add_func ("/reports/series-chart/grey", test_grey);
  g_test_add_func ("/reports/series-chart/grey-points", test_grey_points);
  g_test_add_func ("/reports/series-chart/icons", test_icons);
  g_test_add_func ("/reports/series-chart/table", test_table);
  return g_test_run ();
}
