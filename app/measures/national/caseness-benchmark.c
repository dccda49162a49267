/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-benchmark.h"

#include "caseness-variable.h"

#include "caseness-reference.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* How well the period of a figure fits the one asked for; the lower the better. */
typedef enum
{
  FIT_SAME,
  FIT_HOLDS,  /* the published period holds the one asked for */
  FIT_BEFORE, /* it ended before or in it */
  FIT_AFTER,
  FIT_NONE,
} Fit;

/* The best so far. */
typedef struct
{
  const CasenessPublishedFigure *figure;
  Fit fit;
} Best;

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

static CasenessPublishedFigure
read_figure (const CasenessReference *table, guint row)
{
  CasenessPublishedFigure figure = {
    .level = caseness_published_level_parse (get_cell (table, row, "level")),
    .organisation = get_cell (table, row, "organisation"),
    .name = get_cell (table, row, "organisation"),
    .commissioner = "",
    .period = { caseness_date_parse (get_cell (table, row, "period_start")),
                caseness_date_parse (get_cell (table, row, "period_end")) },
    .measure = get_cell (table, row, "measure_id"),
    .variable = CASENESS_VARIABLE_TOTAL,
    .group = CASENESS_GROUP_ALL,
    .text = get_cell (table, row, "value"),
    .value = caseness_published_parse_value (get_cell (table, row, "value")),
    .source = get_cell (table, row, "source"),
  };

  if (caseness_measure_find (figure.measure) == NULL || figure.period.end < figure.period.start || isnan (figure.value))
    g_error ("benchmarks.csv: row %u", row + 2);
  return figure;
}

static CasenessPublishedList *
read_figures (const CasenessReference *table)
{
  CasenessPublishedList *list = caseness_published_list_new ();
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      CasenessPublishedFigure figure = read_figure (table, i);

      g_array_append_val (list->figures, figure);
    }
  return list;
}

static const CasenessPublishedList *
get_bundled (void)
{
  static gsize once = 0; /* the table, read once and never changed */

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_figures (caseness_reference_get ("benchmarks")));
  return (const CasenessPublishedList *) once;
}

static Fit
judge_period (const CasenessPeriod *published, const CasenessPeriod *asked)
{
  if (caseness_period_equal (published, asked))
    return FIT_SAME;
  if (published->start <= asked->start && published->end >= asked->end)
    return FIT_HOLDS;
  return published->end <= asked->end ? FIT_BEFORE : FIT_AFTER;
}

static int
count_days (const CasenessPeriod *period)
{
  return period->end - period->start;
}

/* Of two that fit alike: the shorter that holds it, the later that ended before, the earlier that came after. */
static gboolean
is_nearer (const CasenessPeriod *period, const CasenessPeriod *than, Fit fit)
{
  if (fit == FIT_HOLDS)
    return count_days (period) < count_days (than);
  return fit == FIT_BEFORE ? period->end > than->end : fit == FIT_AFTER && period->start < than->start;
}

static gboolean
is_total (const CasenessPublishedFigure *figure)
{
  return strcmp (figure->variable, CASENESS_VARIABLE_TOTAL) == 0 && figure->commissioner[0] == '\0';
}

static gboolean
is_of_a_size (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_COUNT || measure->statistic == CASENESS_STATISTIC_SUM
         || measure->statistic == CASENESS_STATISTIC_TOTAL;
}

/* @organisation: (nullable): a code; NULL for whichever fits best. */
static void
look_through (const CasenessPublishedList *list, const CasenessMeasure *measure, CasenessPublishedLevel level,
              const char *organisation, const CasenessPeriod *period, Best *best)
{
  Fit worst = is_of_a_size (measure) ? FIT_SAME : FIT_AFTER;
  guint i;

  for (i = 0; i < list->figures->len; i++)
    {
      const CasenessPublishedFigure *figure = &g_array_index (list->figures, CasenessPublishedFigure, i);
      Fit fit;

      if (figure->level != level || isnan (figure->value) || strcmp (figure->measure, measure->id) != 0
          || !is_total (figure) || (organisation != NULL && strcmp (figure->organisation, organisation) != 0))
        continue;
      fit = judge_period (&figure->period, period);
      if (fit <= worst
          && (fit < best->fit || (fit == best->fit && is_nearer (&figure->period, &best->figure->period, fit))))
        *best = (Best){ figure, fit };
    }
}

gboolean
caseness_benchmark_find (const CasenessSnapshot *snapshot, const CasenessMeasure *measure,
                         CasenessPublishedLevel level, const CasenessPeriod *period, CasenessBenchmark *benchmark)
{
  Best best = { NULL, FIT_NONE };

  g_return_val_if_fail (measure != NULL && period != NULL && benchmark != NULL, FALSE);
  if (snapshot != NULL)
    look_through (caseness_snapshot_get_published (snapshot), measure, level, NULL, period, &best);
  look_through (get_bundled (), measure, level, NULL, period, &best);
  if (best.figure == NULL)
    return FALSE;
  *benchmark = (CasenessBenchmark){
    .value = best.figure->value,
    .period = best.figure->period,
    .is_same_period = best.fit == FIT_SAME,
    .organisation = best.figure->name,
    .source = best.figure->source,
  };
  return TRUE;
}

static void
line_free (CasenessBenchmarkLine *line)
{
  g_free (line->organisation);
  g_free (line->values);
  g_free (line);
}

/* The codes of a level's organisations, in the order they were published; one file may tell of several providers. */
static GPtrArray *
list_organisations (const CasenessPublishedList *list, CasenessPublishedLevel level)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < list->figures->len; i++)
    {
      const CasenessPublishedFigure *figure = &g_array_index (list->figures, CasenessPublishedFigure, i);

      if (figure->level == level && !g_ptr_array_find_with_equal_func (codes, figure->organisation, g_str_equal, NULL))
        g_ptr_array_add (codes, (gpointer) figure->organisation);
    }
  return codes;
}

/* Returns (transfer full) (nullable): the line of one organisation; NULL where nothing was published. */
static CasenessBenchmarkLine *
make_line (const CasenessPublishedList *list, const CasenessMeasure *measure, CasenessPublishedLevel level,
           const char *organisation, const CasenessPeriod *periods, guint n_periods)
{
  CasenessBenchmarkLine *line = g_new0 (CasenessBenchmarkLine, 1);

  line->level = level;
  line->n_values = n_periods;
  line->values = g_new (double, n_periods);
  for (guint i = 0; i < n_periods; i++)
    {
      Best best = { NULL, FIT_NONE };

      look_through (list, measure, level, organisation, &periods[i], &best);
      line->values[i] = best.fit <= FIT_HOLDS ? best.figure->value : NAN;
      if (best.fit <= FIT_HOLDS && line->organisation == NULL)
        line->organisation = g_strdup (best.figure->name);
    }
  if (line->organisation == NULL)
    g_clear_pointer (&line, line_free);
  return line;
}

GPtrArray *
caseness_benchmark_list_lines (const CasenessSnapshot *snapshot, const CasenessMeasure *measure,
                               const CasenessPeriod *periods, guint n_periods)
{
  static const CasenessPublishedLevel levels[]
    = { CASENESS_PUBLISHED_PROVIDER, CASENESS_PUBLISHED_ICB, CASENESS_PUBLISHED_ENGLAND };
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  const CasenessPublishedList *list;

  g_return_val_if_fail (snapshot != NULL && measure != NULL && periods != NULL, lines);
  list = caseness_snapshot_get_published (snapshot);
  for (guint i = 0; i < (is_of_a_size (measure) ? 1 : G_N_ELEMENTS (levels)); i++)
    {
      g_autoptr(GPtrArray) organisations = list_organisations (list, levels[i]);

      for (guint k = 0; k < organisations->len; k++)
        {
          CasenessBenchmarkLine *line = make_line (list, measure, levels[i], organisations->pdata[k], periods, n_periods);

          if (line != NULL)
            g_ptr_array_add (lines, line);
        }
    }
  return lines;
}

char *
caseness_benchmark_describe (const CasenessBenchmark *benchmark)
{
  g_autofree char *period = NULL;

  g_return_val_if_fail (benchmark != NULL, NULL);
  period = caseness_period_format (&benchmark->period);
  /* Translators: an organisation, then a period. */
  return g_strdup_printf (_ ("%s, %s"), benchmark->organisation, period);
}
