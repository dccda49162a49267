/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-benchmark.h"
#include "caseness-explanation.h"
#include "fixture.h"

#include <math.h>

#define SERVICE "R R1 2025-01-02"

static CasenessPeriod
make_period (const char *start, const char *end)
{
  return (CasenessPeriod){ caseness_date_parse (start), caseness_date_parse (end) };
}

/* The figures of England that come with the program, and those of a publication that was loaded. */
static const struct
{
  const char *name;
  const char *measure;
  const char *start, *end;
  gboolean is_loaded;
  const char *expected; /* value, whose and of when; NULL none */
} cases[] = {
  { "year", "M192", "2024-04-01", "2025-03-31", FALSE, "50.5 England, Apr 2024–Mar 2025 same" },
  { "year-count", "M001", "2024-04-01", "2025-03-31", FALSE, "1813432 England, Apr 2024–Mar 2025 same" },
  { "month-count", "M001", "2024-04-01", "2024-04-30", FALSE, "151975 England, April 2024 same" },
  { "quarter-in-year", "M192", "2024-04-01", "2024-06-30", FALSE, "50.5 England, Apr 2024–Mar 2025" },
  { "count-of-a-quarter", "M001", "2024-04-01", "2024-06-30", FALSE, NULL },
  { "before-all", "M192", "2020-04-01", "2020-04-30", FALSE, "50.5 England, Apr 2024–Mar 2025" },
  { "loaded-wins", "M192", "2024-04-01", "2025-03-31", TRUE, "51 England, Apr 2024–Mar 2025 same" },
  { "same-period-before-loaded", "M001", "2024-04-01", "2024-04-30", TRUE, "151975 England, April 2024 same" },
  { "suppressed-is-none", "M195", "2024-04-01", "2025-03-31", TRUE, "47.5 England, Apr 2024–Mar 2025 same" },
  { "after-all", "M192", "2030-01-01", "2030-01-31", TRUE, "52 England, January 2027" },
  { "none", "EA001", "2024-04-01", "2025-03-31", FALSE, NULL },
};

static void
add_figure_of (CasenessPublishedList *list, CasenessPublishedLevel level, const char *organisation, const char *measure,
               const char *start, const char *end, const char *text)
{
  CasenessPublishedFigure figure = {
    .level = level,
    .organisation = organisation,
    .name = organisation,
    .commissioner = "",
    .period = make_period (start, end),
    .measure = measure,
    .variable = "Total",
    .group = "All",
    .text = text,
    .value = caseness_published_parse_value (text),
    .source = "a file",
  };

  g_array_append_val (list->figures, figure);
}

static void
add_figure (CasenessPublishedList *list, const char *measure, const char *start, const char *end, const char *text)
{
  add_figure_of (list, CASENESS_PUBLISHED_ENGLAND, "England", measure, start, end, text);
}

static CasenessSnapshot *
make_service (gboolean is_loaded)
{
  CasenessSnapshot *snapshot = fixture_snapshot_new (SERVICE, NULL);
  CasenessPublishedList *list = caseness_published_list_new ();

  if (is_loaded)
    {
      add_figure (list, "M192", "2024-04-01", "2025-03-31", "51");
      add_figure (list, "M195", "2024-04-01", "2025-03-31", "*");
      add_figure (list, "M192", "2027-01-01", "2027-01-31", "52");
    }
  caseness_snapshot_take_published (snapshot, list);
  return snapshot;
}

static void
test_find (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(CasenessSnapshot) snapshot = make_service (cases[i].is_loaded);
  CasenessPeriod period = make_period (cases[i].start, cases[i].end);
  CasenessBenchmark benchmark = { 0 };
  g_autofree char *words = NULL, *found = NULL;

  if (caseness_benchmark_find (snapshot, caseness_measure_find (cases[i].measure), CASENESS_PUBLISHED_ENGLAND, &period,
                               &benchmark))
    {
      words = caseness_benchmark_describe (&benchmark);
      found = g_strdup_printf ("%.10g %s%s", benchmark.value, words, benchmark.is_same_period ? " same" : "");
      g_assert_nonnull (benchmark.source);
    }
  g_assert_cmpstr (found, ==, cases[i].expected);
}

/* Beside a figure stand what was published of ourselves for its very period and England's; what was published of us for
 * another period says nothing of this one. */
static void
test_explained (void)
{
  static const struct { const char *start, *end; const char *expected; } asked[] = {
    { "2025-01-01", "2025-01-31", "XA1 48, England 52" },
    { "2025-02-01", "2025-02-28", "England 52" },
  };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  CasenessPublishedList *list = caseness_published_list_new ();

  add_figure_of (list, CASENESS_PUBLISHED_PROVIDER, "XA1", "M192", "2025-01-01", "2025-01-31", "48");
  add_figure (list, "M192", "2025-01-01", "2025-01-31", "52");
  add_figure (list, "M192", "2025-02-01", "2025-02-28", "52");
  caseness_snapshot_take_published (snapshot, list);
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      CasenessPeriod period = make_period (asked[i].start, asked[i].end);
      g_autoptr(CasenessFigureAddress) address = caseness_figure_address_new ("M192", &period, NULL, NULL);
      g_autoptr(CasenessExplanation) explanation = caseness_explanation_new (address, snapshot, NULL);
      g_autoptr(GString) found = g_string_new (NULL);

      for (guint k = 0; k < explanation->benchmarks->len; k++)
        {
          const CasenessBenchmark *benchmark = &g_array_index (explanation->benchmarks, CasenessBenchmark, k);

          g_string_append_printf (found, "%s%s %g", k > 0 ? ", " : "", benchmark->organisation, benchmark->value);
        }
      g_assert_cmpstr (found->str, ==, asked[i].expected);
    }
}

/* Over time stand, as far as they were loaded: what was published of each provider, of our ICB and of England, month by month
 * where there are months and by the year that holds them where not. England's count is of another size, and what comes
 * with the program was not loaded. */
static void
test_lines (void)
{
  static const struct
  {
    const char *measure;
    const char *expected;
  } asked[] = {
    { "M192", "XA1 nan nan 48; XA2 nan 45 nan; ICB nan 47 nan; England 51 51 52;" },
    { "M001", "XA1 nan 110 nan;" },
    { "M195", "" },
  };
  const CasenessPeriod periods[] = {
    make_period ("2025-02-01", "2025-02-28"),
    make_period ("2025-03-01", "2025-03-31"),
    make_period ("2025-04-01", "2025-04-30"),
  };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  CasenessPublishedList *list = caseness_published_list_new ();

  add_figure (list, "M192", "2024-04-01", "2025-03-31", "51");
  add_figure (list, "M192", "2025-04-01", "2025-04-30", "52");
  add_figure (list, "M001", "2025-03-01", "2025-03-31", "150000");
  add_figure_of (list, CASENESS_PUBLISHED_ICB, "ICB", "M192", "2025-03-01", "2025-03-31", "47");
  add_figure_of (list, CASENESS_PUBLISHED_ICB, "ICB", "M192", "2025-04-01", "2025-04-30", "*");
  add_figure_of (list, CASENESS_PUBLISHED_PROVIDER, "XA1", "M192", "2025-04-01", "2025-04-30", "48");
  add_figure_of (list, CASENESS_PUBLISHED_PROVIDER, "XA2", "M192", "2025-03-01", "2025-03-31", "45");
  add_figure_of (list, CASENESS_PUBLISHED_PROVIDER, "XA1", "M001", "2025-03-01", "2025-03-31", "110");
  caseness_snapshot_take_published (snapshot, list);
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr(GPtrArray) lines = caseness_benchmark_list_lines (snapshot, caseness_measure_find (asked[i].measure),
                                                                  periods, G_N_ELEMENTS (periods));
      g_autoptr(GString) found = g_string_new (NULL);

      for (guint k = 0; k < lines->len; k++)
        {
          const CasenessBenchmarkLine *line = lines->pdata[k];

          g_string_append_printf (found, "%s%s %g %g %g;", k > 0 ? " " : "", line->organisation, line->values[0],
                                  line->values[1], line->values[2]);
        }
      g_assert_cmpstr (found->str, ==, asked[i].expected);
    }
}

/* Without a service, what comes with the program is all there is; it knows of no level but England. */
static void
test_without_service (void)
{
  const CasenessMeasure *measure = caseness_measure_find ("M192");
  CasenessPeriod period = make_period ("2024-04-01", "2025-03-31");
  CasenessBenchmark benchmark;

  g_assert_true (caseness_benchmark_find (NULL, measure, CASENESS_PUBLISHED_ENGLAND, &period, &benchmark));
  g_assert_cmpfloat (benchmark.value, ==, 50.5);
  g_assert_false (caseness_benchmark_find (NULL, measure, CASENESS_PUBLISHED_ICB, &period, &benchmark));
}

static const struct
{
  const char *text;
  double value; /* NAN no number */
} values[] = {
  { "5", 5 },     { "0", 0 },     { "50.5", 50.5 }, { "50%", 50 },  { "*", NAN },   { "-", NAN },
  { "", NAN },    { NULL, NAN },  { "NULL", NAN },  { "N/A", NAN }, { "NA", NAN },  { "5 people", NAN },
  { "inf", NAN }, { "nan", NAN }, { "-3.5", -3.5 },
};

static void
test_values (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (values); i++)
    {
      double value = caseness_published_parse_value (values[i].text);

      if (isnan (values[i].value))
        g_assert_true (isnan (value));
      else
        g_assert_cmpfloat (value, ==, values[i].value);
    }
}

static const struct
{
  const char *words;
  CasenessPublishedLevel level;
} levels[] = {
  { "England", CASENESS_PUBLISHED_ENGLAND },
  { "CommissioningRegion", CASENESS_PUBLISHED_REGION },
  { "Commissioning Region", CASENESS_PUBLISHED_REGION },
  { "CommRegion", CASENESS_PUBLISHED_REGION },
  { "STP", CASENESS_PUBLISHED_ICB },
  { "ICB", CASENESS_PUBLISHED_ICB },
  { "ccg", CASENESS_PUBLISHED_SUB_ICB },
  { "SubICB", CASENESS_PUBLISHED_SUB_ICB },
  { "Sub-ICB", CASENESS_PUBLISHED_SUB_ICB },
  { "CCG/Provider", CASENESS_PUBLISHED_SUB_ICB_PROVIDER },
  { "SubICB/Provider", CASENESS_PUBLISHED_SUB_ICB_PROVIDER },
  { "SubICB-Provider/CCG-Provider", CASENESS_PUBLISHED_SUB_ICB_PROVIDER },
  { "Provider", CASENESS_PUBLISHED_PROVIDER },
  { "Providers", CASENESS_PUBLISHED_OTHER },
  { "", CASENESS_PUBLISHED_OTHER },
};

static void
test_levels (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (levels); i++)
    g_assert_cmpint (caseness_published_level_parse (levels[i].words), ==, levels[i].level);
  for (i = 0; i < CASENESS_N_PUBLISHED_LEVELS; i++)
    g_assert_cmpint (caseness_published_level_parse (caseness_published_level_get_word (i)), ==, i);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/measures/benchmark/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_find);
    }
  g_test_add_func ("/measures/benchmark/without-service", test_without_service);
  g_test_add_func ("/measures/benchmark/explained", test_explained);
  g_test_add_func ("/measures/benchmark/lines", test_lines);
  g_test_add_func ("/data/published/values", test_values);
  g_test_add_func ("/data/published/levels", test_levels);
  return g_test_run ();
}
