/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-explanation.h"

#include "caseness-measure-csv.h"
#include "caseness-statistics-intervals.h"

#include <math.h>
#include <string.h>

#define CONFIDENCE 0.95

static const CasenessInterval no_interval = { NAN, NAN, NAN };

CasenessInterval
caseness_explanation_find_interval (const CasenessMeasure *measure, const CasenessFigure *figure,
                                    CasenessIntervalMethod *method)
{
  g_return_val_if_fail (measure != NULL && figure != NULL && method != NULL, no_interval);
  *method = CASENESS_INTERVAL_NONE;
  if (isnan (figure->value))
    return no_interval;
  switch (measure->statistic)
    {
    case CASENESS_STATISTIC_PERCENTAGE:
      *method = CASENESS_INTERVAL_WILSON;
      return caseness_interval_divide (caseness_interval_wilson (figure->numerator, figure->denominator, CONFIDENCE),
                                       0.01);
    case CASENESS_STATISTIC_COUNT:
    case CASENESS_STATISTIC_TOTAL:
      *method = CASENESS_INTERVAL_POISSON;
      return caseness_interval_poisson (figure->value, CONFIDENCE);
    case CASENESS_STATISTIC_MEAN:
      *method = CASENESS_INTERVAL_STUDENT;
      return no_interval;
    case CASENESS_STATISTIC_SUM:
    case CASENESS_STATISTIC_MEDIAN:
    case CASENESS_STATISTIC_MAX:
    case CASENESS_STATISTIC_MIN:
    case CASENESS_STATISTIC_RATIO:
    default:
      return no_interval;
    }
}

/* A mean's limits need every value. */
static CasenessInterval
find_mean (const CasenessFigureAddress *address, CasenessSnapshot *snapshot)
{
  CasenessQuestion question = caseness_figure_address_ask (address);
  g_autoptr(GArray) rows = caseness_evaluate_rows (snapshot, &question, address->measure, NULL);
  g_autoptr(CasenessFrame) frame = caseness_frame_new (snapshot);
  int scale = caseness_sum_get_scale (address->measure->sum);
  g_autofree gint32 *whole = NULL;
  g_autofree double *values = NULL;
  guint i;

  if (rows == NULL || rows->len == 0)
    return no_interval;
  whole = g_new (gint32, rows->len);
  values = g_new (double, rows->len);
  caseness_frame_set_period (frame, &address->period);
  caseness_sum_evaluate_rows (address->measure->sum, frame, (const guint32 *) (gconstpointer) rows->data, rows->len,
                              whole);
  for (i = 0; i < rows->len; i++)
    values[i] = (double) whole[i] / scale;
  return caseness_interval_mean (values, rows->len, CONFIDENCE, NULL);
}

static void
judge (CasenessExplanation *explanation)
{
  const CasenessFigureAddress *address = explanation->address;
  const CasenessStandard *standard
    = caseness_standard_find (explanation->people->snapshot, address->measure, address->period.end);
  const CasenessInterval *interval = &explanation->interval;
  gboolean is_met;

  explanation->standard = standard;
  if (standard == NULL || isnan (explanation->figure.value))
    return;
  is_met = caseness_standard_is_met (standard, explanation->figure.value);
  explanation->verdict = is_met ? CASENESS_VERDICT_MET : CASENESS_VERDICT_NOT_MET;
  explanation->is_beyond_doubt = !isnan (interval->lower) && !isnan (interval->upper)
                                 && caseness_standard_is_met (standard, interval->lower) == is_met
                                 && caseness_standard_is_met (standard, interval->upper) == is_met;
}

static GArray *
list_parts (const CasenessFigureAddress *address, CasenessSnapshot *snapshot, const GArray *parts)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CasenessExplanationPart));
  guint n, i;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n);

  for (i = 0; i < parts->len; i++)
    {
      const CasenessMeasurePart *part = &g_array_index (parts, CasenessMeasurePart, i);
      const CasenessMeasure *measure = &catalogue[part->measure];
      g_autoptr(CasenessFigureAddress) there = caseness_figure_address_with_measure (address, measure);
      CasenessExplanationPart one = { measure, part->sign,
                                      caseness_figure_address_work_out (there, snapshot, NULL).value };

      g_array_append_val (list, one);
    }
  return list;
}

static void
find_parts (CasenessExplanation *explanation, CasenessSnapshot *snapshot)
{
  const CasenessFigureAddress *address = explanation->address;
  CasenessExplanationPart itself = { address->measure, 1, explanation->figure.value };

  explanation->numerator = list_parts (address, snapshot, address->measure->numerator);
  explanation->denominator = list_parts (address, snapshot, address->measure->denominator);
  if (explanation->numerator->len == 0)
    g_array_append_val (explanation->numerator, itself);
}

static void
find_doubts (CasenessExplanation *explanation)
{
  guint n, i;
  const CasenessDoubt *doubts = caseness_doubt_get_all (&n);
  CasenessSwitches switches;

  explanation->doubts = g_ptr_array_new ();
  for (i = 0; i < n; i++)
    if (caseness_doubt_touches (&doubts[i], explanation->address->measure)
        && caseness_doubt_turn (&doubts[i], explanation->address->period.end, &switches))
      g_ptr_array_add (explanation->doubts, (gpointer) &doubts[i]);
}

/* What was published of ourselves for another period is no other view of this figure. */
static void
find_benchmarks (CasenessExplanation *explanation, CasenessSnapshot *snapshot)
{
  static const CasenessPublishedLevel levels[]
    = { CASENESS_PUBLISHED_PROVIDER, CASENESS_PUBLISHED_ICB, CASENESS_PUBLISHED_ENGLAND };
  const CasenessFigureAddress *address = explanation->address;

  explanation->benchmarks = g_array_new (FALSE, FALSE, sizeof (CasenessBenchmark));
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      CasenessBenchmark benchmark;

      if (caseness_benchmark_find (snapshot, address->measure, levels[i], &address->period, &benchmark)
          && (levels[i] != CASENESS_PUBLISHED_PROVIDER || benchmark.is_same_period))
        g_array_append_val (explanation->benchmarks, benchmark);
    }
}

CasenessExplanation *
caseness_explanation_new (CasenessFigureAddress *address, CasenessSnapshot *snapshot, GError **error)
{
  g_autoptr(CasenessFigurePeople) people = NULL;
  CasenessExplanation *explanation;

  g_return_val_if_fail (address != NULL && snapshot != NULL, NULL);
  people = caseness_figure_people_list (address, snapshot, error);
  if (people == NULL)
    return NULL;
  explanation = g_atomic_rc_box_new0 (CasenessExplanation);
  explanation->address = caseness_figure_address_ref (address);
  explanation->people = g_steal_pointer (&people);
  explanation->figure = caseness_figure_address_work_out (address, snapshot, NULL);
  explanation->interval
    = caseness_explanation_find_interval (address->measure, &explanation->figure, &explanation->method);
  if (explanation->method == CASENESS_INTERVAL_STUDENT)
    explanation->interval = find_mean (address, snapshot);
  find_parts (explanation, snapshot);
  find_doubts (explanation);
  judge (explanation);
  find_benchmarks (explanation, snapshot);
  return explanation;
}

CasenessExplanation *
caseness_explanation_ref (CasenessExplanation *explanation)
{
  return g_atomic_rc_box_acquire (explanation);
}

static void
clear_explanation (CasenessExplanation *explanation)
{
  caseness_figure_address_unref (explanation->address);
  caseness_figure_people_unref (explanation->people);
  g_array_unref (explanation->benchmarks);
  g_array_unref (explanation->numerator);
  g_array_unref (explanation->denominator);
  g_ptr_array_unref (explanation->doubts);
}

void
caseness_explanation_unref (CasenessExplanation *explanation)
{
  g_atomic_rc_box_release_full (explanation, (GDestroyNotify) clear_explanation);
}

gboolean
caseness_explanation_moves (const CasenessMeasure *measure, const CasenessFigure *figure, const CasenessFigure *other)
{
  g_autofree char *as_decided = caseness_figure_format_value (figure, measure, FALSE);
  g_autofree char *as_turned = caseness_figure_format_value (other, measure, FALSE);

  return strcmp (as_decided, as_turned) != 0;
}
