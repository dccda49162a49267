/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-measure-detail.h"

#include <glib/gi18n.h>
#include <math.h>

static const struct
{
  const char *name;
  CasenessPeriodKind kind;
  int months;   /* from one to the next */
  guint n_most;
} steps[CASENESS_N_DETAIL_STEPS] = {
  [CASENESS_DETAIL_PERIOD] = { N_("This period"), CASENESS_PERIOD_CUSTOM, 0, 1 },
  [CASENESS_DETAIL_MONTHS] = { N_("Months"), CASENESS_PERIOD_MONTH, 1, 24 },
  [CASENESS_DETAIL_QUARTERS] = { N_("Quarters"), CASENESS_PERIOD_QUARTER, 3, 12 },
  [CASENESS_DETAIL_FINANCIAL_YEARS] = { N_("Financial years"), CASENESS_PERIOD_FINANCIAL_YEAR, 12, 5 },
  [CASENESS_DETAIL_ROLLING_YEARS] = { N_("Rolling years"), CASENESS_PERIOD_ROLLING_YEAR, 1, 24 },
};

const char *
caseness_detail_step_get_name (CasenessDetailStep step)
{
  g_return_val_if_fail (step < CASENESS_N_DETAIL_STEPS, "");
  return _(steps[step].name);
}

static GArray *
list_periods (const CasenessMeasureDetail *detail)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (CasenessPeriod));
  CasenessDate earliest = caseness_snapshot_get_earliest_period_start (detail->snapshot);
  CasenessDate last = detail->period.end;
  guint i;

  if (detail->step == CASENESS_DETAIL_PERIOD)
    return g_array_append_val (periods, detail->period);
  for (i = 0; i < steps[detail->step].n_most; i++)
    {
      CasenessDate day
        = caseness_date_add_months (caseness_date_month_start (last), -(int) i * steps[detail->step].months);
      CasenessPeriod period = caseness_period_around (steps[detail->step].kind, day);

      if (earliest == CASENESS_DATE_NONE || period.start < earliest)
        break;
      period.end = MIN (period.end, last);
      g_array_append_val (periods, period);
    }
  return periods;
}

static CasenessAnswer *
ask (const CasenessMeasureDetail *detail, const GArray *periods, const CasenessVariable *variable,
     const CasenessWhere *where, GCancellable *cancellable, GError **error)
{
  CasenessQuestion question = {
    .periods = (const CasenessPeriod *) (gconstpointer) periods->data,
    .n_periods = periods->len,
    .measures = &detail->measure,
    .n_measures = 1,
    .variables = &variable,
    .n_variables = 1,
    .where = where,
    .n_where = where != NULL ? 1 : 0,
    .filter = detail->filter,
  };

  return caseness_evaluate (detail->snapshot, &question, cancellable, error);
}

static void
add_row (CasenessMeasureDetail *detail, const CasenessPeriod *period, const char *group, const char *other,
         CasenessFigure figure)
{
  CasenessDetailRow *row = g_new0 (CasenessDetailRow, 1);
  CasenessIntervalMethod method;

  row->period = *period;
  row->group = g_strdup (group);
  row->other = g_strdup (other);
  row->figure = figure;
  row->interval = caseness_explanation_find_interval (detail->measure, &figure, &method);
  g_ptr_array_add (detail->rows, row);
}

/* Whether anybody stands in a crossed group; there are many that nobody does. */
static gboolean
is_occupied (const CasenessFigure *figure)
{
  if (!isnan (figure->denominator))
    return figure->denominator > 0;
  return !isnan (figure->value) && figure->value > 0;
}

/* The second variable within one group of the first, over one period. */
static gboolean
cross (CasenessMeasureDetail *detail, const GArray *period, const char *group, GCancellable *cancellable,
       GError **error)
{
  CasenessWhere where = { detail->by, group };
  g_autoptr(CasenessAnswer) answer = ask (detail, period, detail->and_by, &where, cancellable, error);
  guint i;

  if (answer == NULL)
    return FALSE;
  for (i = 0; i < caseness_answer_get_n_groups (answer, 0, 0); i++)
    {
      CasenessFigure figure = caseness_answer_get (answer, 0, 0, i, 0);

      if (is_occupied (&figure))
        add_row (detail, caseness_answer_get_period (answer, 0), group, caseness_answer_get_group (answer, 0, 0, i),
                 figure);
    }
  return TRUE;
}

static gboolean
cross_period (CasenessMeasureDetail *detail, const CasenessAnswer *answer, guint k, GCancellable *cancellable,
              GError **error)
{
  g_autoptr(GArray) period = g_array_new (FALSE, FALSE, sizeof (CasenessPeriod));
  guint i;

  g_array_append_vals (period, caseness_answer_get_period (answer, k), 1);
  for (i = 0; i < caseness_answer_get_n_groups (answer, k, 0); i++)
    {
      CasenessFigure figure = caseness_answer_get (answer, k, 0, i, 0);

      if (is_occupied (&figure)
          && !cross (detail, period, caseness_answer_get_group (answer, k, 0, i), cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_rows (CasenessMeasureDetail *detail, GCancellable *cancellable, GError **error)
{
  g_autoptr(GArray) periods = list_periods (detail);
  g_autoptr(CasenessAnswer) answer = NULL;
  guint k, i;

  if (periods->len == 0)
    return TRUE;
  answer = ask (detail, periods, detail->by, NULL, cancellable, error);
  if (answer == NULL)
    return FALSE;
  for (k = 0; k < periods->len; k++)
    if (detail->and_by != NULL)
      {
        if (!cross_period (detail, answer, k, cancellable, error))
          return FALSE;
      }
    else
      for (i = 0; i < caseness_answer_get_n_groups (answer, k, 0); i++)
        add_row (detail, caseness_answer_get_period (answer, k),
                 detail->by != NULL ? caseness_answer_get_group (answer, k, 0, i) : NULL, NULL,
                 caseness_answer_get (answer, k, 0, i, 0));
  return TRUE;
}

static void
row_free (gpointer data)
{
  CasenessDetailRow *row = data;

  g_free (row->group);
  g_free (row->other);
  g_free (row);
}

CasenessMeasureDetail *
caseness_measure_detail_new (CasenessSnapshot *snapshot, const CasenessDetailQuestion *question,
                             GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessMeasureDetail) detail = NULL;

  g_return_val_if_fail (snapshot != NULL && question != NULL && question->measure != NULL, NULL);
  detail = g_atomic_rc_box_new0 (CasenessMeasureDetail);
  detail->snapshot = caseness_snapshot_ref (snapshot);
  detail->filter = question->filter != NULL ? caseness_filter_ref ((CasenessFilter *) question->filter) : NULL;
  detail->measure = question->measure;
  detail->period = question->period;
  detail->step = question->step;
  detail->by = question->by;
  detail->and_by = question->by != NULL && question->and_by != question->by ? question->and_by : NULL;
  detail->rows = g_ptr_array_new_with_free_func (row_free);
  return find_rows (detail, cancellable, error) ? g_steal_pointer (&detail) : NULL;
}

CasenessMeasureDetail *
caseness_measure_detail_ref (CasenessMeasureDetail *detail)
{
  return g_atomic_rc_box_acquire (detail);
}

static void
clear_detail (gpointer data)
{
  CasenessMeasureDetail *detail = data;

  caseness_snapshot_unref (detail->snapshot);
  g_clear_pointer (&detail->filter, caseness_filter_unref);
  g_ptr_array_unref (detail->rows);
}

void
caseness_measure_detail_unref (CasenessMeasureDetail *detail)
{
  g_atomic_rc_box_release_full (detail, clear_detail);
}

CasenessFigureAddress *
caseness_measure_detail_find_address (const CasenessMeasureDetail *detail, const CasenessDetailRow *row)
{
  const char *groups[5] = { NULL };

  g_return_val_if_fail (detail != NULL && row != NULL, NULL);
  if (row->group != NULL)
    {
      groups[0] = caseness_variable_get_name (detail->by);
      groups[1] = row->group;
    }
  if (row->other != NULL)
    {
      groups[2] = caseness_variable_get_name (detail->and_by);
      groups[3] = row->other;
    }
  return caseness_figure_address_new (detail->measure->id, &row->period, groups, detail->filter);
}
