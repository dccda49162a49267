/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-finding-row.h"
#include "caseness-series.h"
#include "caseness-standard.h"

#include <math.h>
#include <string.h>

#define DAYS_OF_WEEK 7
#define MONDAY 4 /* 5 January 1970, as days since the first */

/* The last day of the latest whole month or week that is over by @last. */
static CasenessDate
find_last_end (CasenessSeriesStep step, CasenessDate last)
{
  CasenessDate sunday;

  if (step == CASENESS_SERIES_MONTHS)
    return last == caseness_date_month_end (last) ? last : caseness_date_month_start (last) - 1;
  sunday = last - (last - MONDAY + 1) % DAYS_OF_WEEK;
  return sunday > last ? sunday - DAYS_OF_WEEK : sunday;
}

GArray *
caseness_series_list_periods (CasenessSeriesStep step, CasenessDate last, guint n)
{
  GArray *periods = g_array_sized_new (FALSE, FALSE, sizeof (CasenessPeriod), n);
  CasenessDate end;
  guint i;

  g_return_val_if_fail (last != CASENESS_DATE_NONE, periods);

  end = find_last_end (step, last);
  for (i = n; i > 0; i--)
    {
      CasenessPeriod period;

      if (step == CASENESS_SERIES_MONTHS)
        period.start = caseness_date_add_months (caseness_date_month_start (end), 1 - (int) i);
      else
        period.start = end - DAYS_OF_WEEK * (int) i + 1;
      period.end = step == CASENESS_SERIES_MONTHS ? caseness_date_month_end (period.start)
                                                  : period.start + DAYS_OF_WEEK - 1;
      g_array_append_val (periods, period);
    }
  return periods;
}

/* Of a day without a submission nothing is known, which is not the same as none. */
static gboolean
is_loaded (CasenessSnapshot *snapshot, CasenessDate date)
{
  const GArray *submissions = caseness_snapshot_get_findings (snapshot)->submissions;
  guint i;

  if (submissions->len == 0)
    return date >= caseness_snapshot_get_earliest_period_start (snapshot)
           && date <= caseness_snapshot_get_latest_period_end (snapshot);
  for (i = 0; i < submissions->len; i++)
    {
      const CasenessSubmissionRow *row = &g_array_index (submissions, CasenessSubmissionRow, i);

      if (date >= row->period_start && date <= row->period_end)
        return TRUE;
    }
  return FALSE;
}

gboolean
caseness_series_is_loaded (CasenessSnapshot *snapshot, const CasenessPeriod *period)
{
  g_return_val_if_fail (snapshot != NULL && period != NULL, FALSE);
  return is_loaded (snapshot, period->start) && is_loaded (snapshot, period->end);
}

void
caseness_series_drop_unknown (GArray *periods, CasenessSnapshot *snapshot)
{
  guint n = 0;

  g_return_if_fail (periods != NULL && snapshot != NULL);

  while (n + 1 < periods->len && !caseness_series_is_loaded (snapshot, &g_array_index (periods, CasenessPeriod, n)))
    n++;
  if (n > 0 && caseness_series_is_loaded (snapshot, &g_array_index (periods, CasenessPeriod, n)))
    g_array_remove_range (periods, 0, n);
}

static double
find_standard (const CasenessSnapshot *snapshot, const CasenessMeasure *measure, CasenessDate date)
{
  const CasenessStandard *standard = caseness_standard_find (snapshot, measure, date);

  return standard != NULL ? standard->value : NAN;
}

static CasenessSpcDirection
get_direction (const CasenessMeasure *measure)
{
  if (strcmp (measure->better, "higher") == 0)
    return CASENESS_SPC_INCREASE;
  return strcmp (measure->better, "lower") == 0 ? CASENESS_SPC_DECREASE : CASENESS_SPC_NEITHER;
}

CasenessSeries *
caseness_series_of_measure (const CasenessAnswer *answer, guint measure, CasenessSnapshot *snapshot,
                            const CasenessSeriesChoice *choice)
{
  const CasenessMeasure *what = caseness_answer_get_measure (answer, measure);
  guint n = caseness_answer_get_n_periods (answer), i;
  g_autofree CasenessPeriod *periods = g_new (CasenessPeriod, n + 1);
  g_autofree CasenessFigure *figures = g_new (CasenessFigure, n + 1);
  g_autofree double *targets = g_new (double, n + 1);
  CasenessSeriesMeasured measured = { n, periods, figures, targets,
                                      what->statistic == CASENESS_STATISTIC_PERCENTAGE, get_direction (what) };

  for (i = 0; i < n; i++)
    {
      periods[i] = *caseness_answer_get_period (answer, i);
      figures[i] = caseness_answer_get (answer, i, 0, 0, measure);
      targets[i] = find_standard (snapshot, what, periods[i].end);
      if (!is_loaded (snapshot, periods[i].start) || !is_loaded (snapshot, periods[i].end))
        figures[i] = (CasenessFigure){ NAN, NAN, NAN };
    }
  return caseness_series_new (&measured, choice);
}

CasenessAnswer *
caseness_series_evaluate (CasenessSnapshot *snapshot, const CasenessFilter *filter,
                          const CasenessMeasure *const *measures, guint n_measures, const GArray *periods,
                          GCancellable *cancellable, GError **error)
{
  CasenessQuestion question = {
    .periods = (const CasenessPeriod *) (const void *) periods->data,
    .n_periods = periods->len,
    .measures = measures,
    .n_measures = n_measures,
    .filter = filter,
  };

  return caseness_evaluate (snapshot, &question, cancellable, error);
}
