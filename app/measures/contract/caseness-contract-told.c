/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-contract-private.h"

#include "caseness-told-figures.h"

#include <string.h>

/* What is told of a measure: each month of a chart, each quarter, the period and the year to date. */
enum
{
  FIRST_MONTH,
  FIRST_QUARTER = FIRST_MONTH + CASENESS_CONTRACT_MONTHS,
  PERIOD = FIRST_QUARTER + CASENESS_CONTRACT_QUARTERS,
  YEAR,
  N_SLOTS
};

static gboolean
lies_in (const CasenessPeriod *part, const CasenessPeriod *whole)
{
  return part->start >= whole->start && part->end <= whole->end;
}

/* The periods of the slots, and which of them are told at all. */
static void
list_slots (const CasenessContract *contract, CasenessPeriod *slots, gboolean *is_told)
{
  g_autoptr(GArray) months
    = caseness_series_list_periods (CASENESS_SERIES_MONTHS, contract->period.end, CASENESS_CONTRACT_MONTHS);
  guint i;

  for (i = 0; i < months->len; i++)
    {
      slots[FIRST_MONTH + i] = g_array_index (months, CasenessPeriod, i);
      is_told[FIRST_MONTH + i] = TRUE;
    }
  for (i = 0; i < contract->quarters->len; i++)
    {
      slots[FIRST_QUARTER + i] = g_array_index (contract->quarters, CasenessPeriod, i);
      is_told[FIRST_QUARTER + i] = TRUE;
    }
  slots[PERIOD] = contract->period;
  slots[YEAR] = contract->year;
  is_told[PERIOD] = is_told[YEAR] = TRUE;
}

static void
set_row (CasenessToldFigures *figures, guint measure, const CasenessContractRow *row, guint n_quarters)
{
  guint i;

  for (i = 0; row->has_chart && i < row->row.series->n_points && i < CASENESS_CONTRACT_MONTHS; i++)
    caseness_told_figures_set (figures, measure, FIRST_MONTH + i, &row->row.series->figures[i]);
  for (i = 0; i < n_quarters; i++)
    caseness_told_figures_set (figures, measure, FIRST_QUARTER + i, &row->quarters[i].figure);
  caseness_told_figures_set (figures, measure, PERIOD, &row->period.figure);
  caseness_told_figures_set (figures, measure, YEAR, &row->year.figure);
}

static guint
count_days (const CasenessPeriod *period)
{
  return (guint) (period->end - period->start + 1);
}

/* The slots from @first to @last that lie in slot @whole, which has more to it unless they fill it. */
static void
add_parts (CasenessToldFigures *figures, const CasenessPeriod *slots, const gboolean *is_told, guint first, guint last,
           guint whole)
{
  g_autofree guint *parts = g_new (guint, N_SLOTS);
  guint n = 0, days = 0, i;

  for (i = first; i <= last; i++)
    if (is_told[i] && i != whole && lies_in (&slots[i], &slots[whole]))
      {
        parts[n++] = i;
        days += count_days (&slots[i]);
      }
  if (n > 0)
    caseness_told_figures_add_slots (figures, parts, n, whole, days < count_days (&slots[whole]));
}

/* Months and quarters each make up what is longer; so does the period itself. */
static void
add_spans (CasenessToldFigures *figures, const CasenessContract *contract)
{
  CasenessPeriod slots[N_SLOTS];
  gboolean is_told[N_SLOTS] = { FALSE };
  guint i;

  list_slots (contract, slots, is_told);
  for (i = FIRST_QUARTER; i < N_SLOTS; i++)
    {
      if (!is_told[i])
        continue;
      add_parts (figures, slots, is_told, FIRST_MONTH, FIRST_QUARTER - 1, i);
      if (i >= PERIOD)
        add_parts (figures, slots, is_told, FIRST_QUARTER, PERIOD - 1, i);
      if (i != PERIOD)
        add_parts (figures, slots, is_told, PERIOD, PERIOD, i);
    }
}

static void
mark_row (const CasenessToldFigures *figures, guint measure, CasenessContractRow *row, guint n_quarters)
{
  g_autoptr(CasenessSeries) series = row->row.series;
  gboolean hides[CASENESS_CONTRACT_MONTHS] = { FALSE };
  guint i;

  for (i = 0; row->has_chart && i < series->n_points && i < CASENESS_CONTRACT_MONTHS; i++)
    hides[i] = caseness_told_figures_is_hidden (figures, measure, FIRST_MONTH + i);
  if (row->has_chart)
    row->row.series = caseness_series_dup_without (series, hides);
  else
    row->row.series = caseness_series_dup_told (series);
  for (i = 0; i < n_quarters; i++)
    row->quarters[i].is_hidden = caseness_told_figures_is_hidden (figures, measure, FIRST_QUARTER + i);
  row->period.is_hidden = caseness_told_figures_is_hidden (figures, measure, PERIOD);
  row->year.is_hidden = caseness_told_figures_is_hidden (figures, measure, YEAR);
}

static void
hide_rows (CasenessContract *told)
{
  g_autofree const CasenessMeasure **measures = g_new (const CasenessMeasure *, told->rows->len + 1);
  g_autoptr(CasenessToldFigures) figures = NULL;
  guint i;

  for (i = 0; i < told->rows->len; i++)
    measures[i] = ((const CasenessContractRow *) g_ptr_array_index (told->rows, i))->row.standard.measure;
  figures = caseness_told_figures_new (measures, told->rows->len, N_SLOTS);
  for (i = 0; i < told->rows->len; i++)
    set_row (figures, i, g_ptr_array_index (told->rows, i), told->quarters->len);
  add_spans (figures, told);
  caseness_told_figures_hide (figures);
  for (i = 0; i < told->rows->len; i++)
    mark_row (figures, i, g_ptr_array_index (told->rows, i), told->quarters->len);
}

/* A statement tells the figure of a row. */
static void
hide_statements (CasenessContract *told)
{
  guint i;

  for (i = 0; i < told->statements->len; i++)
    {
      CasenessSelfStatement *statement = &g_array_index (told->statements, CasenessSelfStatement, i);
      const CasenessContractRow *row
        = statement->measure != NULL ? caseness_contract_find (told, statement->measure) : NULL;

      statement->is_hidden = row != NULL && row->year.is_hidden;
    }
}

CasenessContract *
caseness_contract_dup_told (const CasenessContract *contract)
{
  CasenessContract *told = g_atomic_rc_box_dup (sizeof *contract, (CasenessContract *) contract);
  guint i;

  told->exact = caseness_contract_ref ((CasenessContract *) contract);
  caseness_snapshot_ref (told->snapshot);
  if (told->filter != NULL)
    caseness_filter_ref (told->filter);
  if (told->journal != NULL)
    caseness_journal_ref (told->journal);
  told->overview = caseness_overview_dup_told (contract->overview);
  told->statements = g_array_copy (contract->statements);
  g_array_ref (told->quarters);
  told->rows = g_ptr_array_new_with_free_func (caseness_contract_row_free);
  for (i = 0; i < contract->rows->len; i++)
    {
      CasenessContractRow *row = g_memdup2 (g_ptr_array_index (contract->rows, i), sizeof *row);

      caseness_series_ref (row->row.series);
      g_array_ref (row->row.notes);
      g_ptr_array_add (told->rows, row);
    }
  hide_rows (told);
  hide_statements (told);
  return told;
}
