/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cycle-result.h"

#include "caseness-statistics-intervals.h"

#include <math.h>

#define CONFIDENCE 0.95
#define FEWEST_POINTS 24 /* months: two years, as on the overview */
#define MOST_POINTS 60
#define USUAL_BEFORE 18
#define MONTHS_OF_YEAR 12
#define FEWEST_NEAR 2

static guint
count_months (CasenessDate from, CasenessDate to)
{
  int from_year, from_month, to_year, to_month, day, n;

  caseness_date_split (from, &from_year, &from_month, &day);
  caseness_date_split (to, &to_year, &to_month, &day);
  n = (to_year - from_year) * MONTHS_OF_YEAR + to_month - from_month + 1;
  return (guint) MAX (n, 0);
}

static gboolean
is_before (const CasenessSeries *series, guint point, CasenessDate starts)
{
  return series->periods[point].end < starts;
}

/* The points that have a value from @first up to @end, taken together. */
static CasenessCycleSide
sum_up (const CasenessSeries *series, guint first, guint end)
{
  CasenessCycleSide side = { 0, 0, 0, NAN };
  double sum = 0;
  guint i;

  for (i = first; i < end; i++)
    {
      const CasenessFigure *figure = &series->figures[i];

      if (isnan (figure->value))
        continue;
      side.n_points++;
      sum += figure->value;
      side.numerator += figure->numerator;
      side.denominator += figure->denominator;
    }
  if (series->is_percent && side.denominator > 0)
    side.value = 100 * side.numerator / side.denominator;
  else if (!series->is_percent && side.n_points > 0)
    side.value = sum / side.n_points;
  return side;
}

static void
find_sides (CasenessCycleResult *self, const CasenessSeries *series)
{
  guint end_before = 0;

  while (end_before < series->n_points && is_before (series, end_before, self->cycle->starts))
    end_before++;
  self->first_after = end_before;
  while (self->first_after < series->n_points && series->periods[self->first_after].start < self->cycle->starts)
    self->first_after++;
  self->before = sum_up (series, 0, end_before);
  self->after = sum_up (series, self->first_after, series->n_points);
  self->difference = (CasenessInterval){ NAN, NAN, NAN };
  if (series->is_percent && self->before.denominator > 0 && self->after.denominator > 0)
    {
      CasenessInterval shares
        = caseness_interval_difference (self->after.numerator, self->after.denominator, self->before.numerator,
                                        self->before.denominator, CONFIDENCE);

      self->difference = (CasenessInterval){ 100 * shares.value, 100 * shares.lower, 100 * shares.upper };
    }
}

/* Signs by which a figure since the change differs from before, high ones and low ones. */
typedef struct
{
  gboolean has[2]; /* low, high */
} Signs;

static void
add_sign (Signs *signs, int sign)
{
  if (sign != 0)
    signs->has[sign > 0] = TRUE;
}

/* Points since the change in a row that @signs tells to lie on one side; a run that began before counts from there. */
static void
look_for_run (CasenessCycleResult *self, const CasenessSeries *series, Signs *signs)
{
  double mean = series->chart.n_phases > 0 ? series->chart.phases[0].mean : NAN;
  int side = 0;
  guint i;

  self->n_run = 0;
  for (i = self->first_after; i < series->n_points; i++)
    {
      double value = series->figures[i].value;
      int now = value > mean ? 1 : value < mean ? -1 : 0;

      if (isnan (value))
        continue;
      self->n_run = now != 0 && now == side ? self->n_run + 1 : now != 0;
      side = now;
      if (self->n_run >= series->spc.shift)
        add_sign (signs, side);
    }
}

/* As many points as make a trend, all of them since the change. */
static void
look_for_trend (const CasenessCycleResult *self, const CasenessSeries *series, Signs *signs)
{
  guint n = 0, i;
  int sign = 0;

  for (i = self->first_after; i < series->n_points; i++)
    {
      int now = series->chart.points[i].signs[CASENESS_SPC_TREND];

      if (isnan (series->figures[i].value))
        continue;
      n = now != 0 && now == sign ? n + 1 : now != 0;
      sign = now;
      if (n >= series->spc.trend)
        add_sign (signs, sign);
    }
}

static void
look_for_points (CasenessCycleResult *self, const CasenessSeries *series, Signs *signs)
{
  guint n_near[2] = { 0, 0 }, i;

  self->n_beyond = 0;
  for (i = self->first_after; i < series->n_points; i++)
    {
      int beyond = series->chart.points[i].signs[CASENESS_SPC_LIMIT];
      int near = series->chart.points[i].signs[CASENESS_SPC_TWO_IN_THREE];

      self->n_beyond += beyond != 0;
      add_sign (signs, beyond);
      if (near != 0 && ++n_near[near > 0] >= FEWEST_NEAR)
        add_sign (signs, near);
    }
}

static CasenessCycleVerdict
conclude (const CasenessCycleResult *self, const CasenessSeries *series, const Signs *signs)
{
  if (signs->has[FALSE] && signs->has[TRUE])
    return CASENESS_CYCLE_BOTH;
  if (signs->has[FALSE] || signs->has[TRUE])
    switch (caseness_spc_interpret (signs->has[TRUE] ? 1 : -1, series->direction))
      {
      case CASENESS_SPC_MEANS_IMPROVEMENT:
        return CASENESS_CYCLE_BETTER;
      case CASENESS_SPC_MEANS_CONCERN:
        return CASENESS_CYCLE_WORSE;
      case CASENESS_SPC_MEANS_CHANGE:
      case CASENESS_SPC_MEANS_NOTHING:
      default:
        return CASENESS_CYCLE_DIFFERENT;
      }
  return self->after.n_points < CASENESS_CYCLE_FEWEST_AFTER ? CASENESS_CYCLE_TOO_EARLY : CASENESS_CYCLE_NO_SIGN;
}

void
caseness_cycle_result_judge (CasenessCycleResult *result, const CasenessSeries *series)
{
  Signs signs = { { FALSE, FALSE } };

  g_return_if_fail (result != NULL && series != NULL);

  find_sides (result, series);
  if (result->after.n_points == 0)
    {
      result->verdict = CASENESS_CYCLE_NOT_BEGUN;
      return;
    }
  if (result->before.n_points < CASENESS_CYCLE_FEWEST_BEFORE)
    {
      result->verdict = CASENESS_CYCLE_NO_BEFORE;
      return;
    }
  look_for_run (result, series, &signs);
  look_for_trend (result, series, &signs);
  look_for_points (result, series, &signs);
  result->verdict = conclude (result, series, &signs);
}

static CasenessAnswer *
evaluate (const CasenessCycle *cycle, CasenessSnapshot *snapshot, CasenessFilter *filter, CasenessDate last,
          GCancellable *cancellable, GError **error)
{
  const CasenessMeasure *measure = caseness_cycle_get_measure (cycle);
  guint n = CLAMP (count_months (cycle->starts, last) + USUAL_BEFORE, FEWEST_POINTS, MOST_POINTS);
  g_autoptr(GArray) periods = caseness_series_list_periods (CASENESS_SERIES_MONTHS, last, n);
  g_autoptr(CasenessFilter) whose
    = filter != NULL ? caseness_filter_and (cycle->filter, filter) : caseness_filter_ref (cycle->filter);

  caseness_series_drop_unknown (periods, snapshot);
  return caseness_series_evaluate (snapshot, whose, &measure, 1, periods, cancellable, error);
}

/* Months in between of which nothing is known do not count. */
static guint
count_before (const CasenessAnswer *answer, CasenessSnapshot *snapshot, const CasenessCycle *cycle)
{
  CasenessSeriesChoice choice;
  g_autoptr(CasenessSeries) series = NULL;
  guint n = 0, i;

  caseness_series_choice_init (&choice);
  series = caseness_series_of_measure (answer, 0, snapshot, &choice);
  for (i = 0; i < series->n_points && is_before (series, i, cycle->starts); i++)
    n += !isnan (series->figures[i].value);
  return n;
}

static void
fill (CasenessCycleResult *self, const CasenessAnswer *answer, CasenessSnapshot *snapshot)
{
  const CasenessStepChange step = { self->cycle->starts, self->cycle->change };
  guint n_before = count_before (answer, snapshot, self->cycle);
  CasenessSeriesChoice choice;
  g_autoptr(CasenessSeries) judged = NULL;

  caseness_series_choice_init (&choice);
  choice.spc.baseline = n_before >= CASENESS_CYCLE_FEWEST_BEFORE ? n_before : 0;
  judged = caseness_series_of_measure (answer, 0, snapshot, &choice);
  caseness_cycle_result_judge (self, judged);
  if (self->cycle->is_step && n_before > 0)
    {
      choice.spc.baseline = 0;
      choice.changes = &step;
      choice.n_changes = 1;
    }
  self->series = caseness_series_of_measure (answer, 0, snapshot, &choice);
}

CasenessCycleResult *
caseness_cycle_result_new (const CasenessCycle *cycle, CasenessSnapshot *snapshot, CasenessFilter *filter,
                           CasenessDate last, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessCycleResult) self = NULL;
  g_autoptr(CasenessAnswer) answer = NULL;

  g_return_val_if_fail (cycle != NULL && snapshot != NULL, NULL);
  g_return_val_if_fail (last != CASENESS_DATE_NONE, NULL);

  self = g_new0 (CasenessCycleResult, 1);
  self->cycle = caseness_cycle_copy (cycle);
  self->before.value = self->after.value = NAN;
  self->difference = (CasenessInterval){ NAN, NAN, NAN };
  if (caseness_cycle_get_measure (cycle) == NULL || cycle->starts == CASENESS_DATE_NONE)
    return g_steal_pointer (&self);
  answer = evaluate (cycle, snapshot, filter, last, cancellable, error);
  if (answer == NULL)
    return NULL;
  fill (self, answer, snapshot);
  return g_steal_pointer (&self);
}

void
caseness_cycle_result_free (CasenessCycleResult *result)
{
  if (result == NULL)
    return;
  caseness_cycle_free (result->cycle);
  g_clear_pointer (&result->series, caseness_series_unref);
  g_free (result);
}
