/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"
#include "caseness-recovery-charts.h"
#include "caseness-shared-text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <time.h>

/*
 * How long the recovery page takes to draw itself anew with 60 clinicians, 20 problems and 20 therapies: description,
 * layout and drawing of the funnel, the caterpillar and the heat table at the size they have on a small laptop. Each
 * redraw of the table shows other figures, as after a change of filter. Prints medians; a frame is a sixtieth of a second.
 */

#define N_CLINICIANS 60
#define N_PROBLEMS 20
#define N_THERAPIES 20
#define N_RUNS 41
#define N_FILTERS 5
#define WIDTH 1280
#define HEIGHT 800

static CasenessRecovery *
make_row (const char *what, guint i, guint courses)
{
  CasenessRecovery *row = g_new0 (CasenessRecovery, 1);

  row->group = g_strdup_printf ("%s %u", what, i + 1);
  row->courses = row->at_caseness = courses;
  row->recovered = courses * (40 + i * 7 % 23) / 100;
  row->expected = courses / 2.0;
  row->pathways = g_array_new (FALSE, FALSE, sizeof (guint32));
  return row;
}

static CasenessRecoveryComparison *
make_comparison (const char *what, guint n)
{
  CasenessRecoveryComparison *comparison = g_new0 (CasenessRecoveryComparison, 1);
  guint i, all = 0;

  comparison->rows = g_ptr_array_new ();
  comparison->everybody = g_ptr_array_new ();
  for (i = 0; i < n; i++)
    {
      guint courses = 5 + i * 37 % 180;

      g_ptr_array_add (comparison->rows, make_row (what, i, courses));
      all += courses;
    }
  g_ptr_array_add (comparison->everybody, make_row ("All", 0, all));
  return comparison;
}

static CasenessRecoveryPairs *
make_pairs (guint filter)
{
  CasenessRecoveryPairs *pairs = g_new0 (CasenessRecoveryPairs, 1);
  guint i;

  pairs->by_problem = make_comparison ("A problem of middling length", N_PROBLEMS);
  pairs->by_therapy = make_comparison ("Therapy", N_THERAPIES);
  pairs->pairs = g_array_new (FALSE, FALSE, sizeof (CasenessRecoveryPair));
  for (i = 0; i < N_PROBLEMS * N_THERAPIES; i++)
    {
      CasenessRecoveryPair pair = { make_row ("Pair", i, 3 + (i * 13 + filter * 17) % 90), i % CASENESS_N_STANDINGS, i % 3 };

      g_array_append_val (pairs->pairs, pair);
    }
  return pairs;
}

typedef CasenessChart *(*Make) (const CasenessRecoveryLook *look, const CasenessRecoveryPairs *pairs);

static CasenessChart *
make_funnel (const CasenessRecoveryLook *look, const CasenessRecoveryPairs *pairs)
{
  return caseness_recovery_chart_funnel (look);
}

static CasenessChart *
make_caterpillar (const CasenessRecoveryLook *look, const CasenessRecoveryPairs *pairs)
{
  return caseness_recovery_chart_caterpillar (look);
}

static CasenessChart *
make_table (const CasenessRecoveryLook *look, const CasenessRecoveryPairs *pairs)
{
  return caseness_recovery_chart_pairs (pairs, &look->period, NULL);
}

/* Of this process alone, so that whatever else the machine does is not counted. */
static double
get_cpu_milliseconds (void)
{
  return 1000.0 * (double) clock () / CLOCKS_PER_SEC;
}

/* Milliseconds of one redraw. */
static double
redraw (Make make, const CasenessRecoveryLook *look, const CasenessRecoveryPairs *pairs, PangoContext *context,
        cairo_surface_t *surface)
{
  const CasenessTheme theme = caseness_theme_get (CASENESS_THEME_LIGHT);
  const CasenessChartRoom room = { .width = WIDTH / 2.0 };
  double start = get_cpu_milliseconds ();
  CasenessChart *chart = make (look, pairs);
  CasenessChartLayout *layout = caseness_chart_lay_out (chart, context, &room, &theme);
  cairo_t *cr = cairo_create (surface);

  caseness_chart_layout_draw (layout, cr);
  cairo_destroy (cr);
  caseness_chart_layout_free (layout);
  caseness_chart_unref (chart);
  return get_cpu_milliseconds () - start;
}

int
main (void)
{
  static const struct
  {
    const char *name;
    Make make;
  } charts[] = {
    { "funnel, 60 groups", make_funnel },
    { "caterpillar, 60 groups", make_caterpillar },
    { "heat table, 20 by 20", make_table },
  };
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();
  CasenessRecoveryComparison *clinicians = make_comparison ("Clinician", N_CLINICIANS);
  CasenessRecoveryPairs *pairs[N_FILTERS];
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  CasenessRecoveryLook look = { .comparison = clinicians, .variables = variables,
                                .period = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 30) } };
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  double all = 0;
  gsize i, run;

  for (i = 0; i < N_FILTERS; i++)
    pairs[i] = make_pairs (i);
  g_ptr_array_add (variables, (gpointer) caseness_variable_find ("Clinician"));
  for (i = 0; i < clinicians->rows->len; i++)
    g_strv_builder_add (labels, ((const CasenessRecovery *) g_ptr_array_index (clinicians->rows, i))->group);
  look.labels = (const char *const *) (names = g_strv_builder_end (labels));
  g_print ("%-24s%10s\n", "recovery page redrawn", "CPU ms");
  for (i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr(CasenessTextStore) texts = caseness_text_store_new (context); /* as a chart in the window has */
      double times[N_RUNS], median;

      for (run = 0; run < N_RUNS; run++)
        times[run] = redraw (charts[i].make, &look, pairs[run % N_FILTERS], context, surface);
      median = bench_take_median (times, N_RUNS);
      all += i == 1 ? 0 : median; /* a funnel or a caterpillar, and the table */
      g_print ("%-24s%10.2f\n", charts[i].name, median);
    }
  g_print ("%-24s%10.2f of %.1f\n", "funnel and table", all, 1000 / 60.0);
  cairo_surface_destroy (surface);
  g_object_unref (context);
  return 0;
}
