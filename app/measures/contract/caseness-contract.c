/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-contract-private.h"

#include "caseness-equity.h"
#include "caseness-explanation.h"
#include "caseness-journal-body.h"
#include "caseness-reference.h"

#include <math.h>
#include <string.h>

#define TEXT "text"

static const char *const section_words[CASENESS_N_CONTRACT_SECTIONS] = {
  [CASENESS_CONTRACT_ACCESS] = "access",     [CASENESS_CONTRACT_COURSES] = "courses",
  [CASENESS_CONTRACT_WAITS] = "waits",       [CASENESS_CONTRACT_OUTCOMES] = "outcomes",
  [CASENESS_CONTRACT_EQUITY] = "equity",     [CASENESS_CONTRACT_ADSM] = "adsm",
  [CASENESS_CONTRACT_EXPERIENCE] = "experience", [CASENESS_CONTRACT_EMPLOYMENT] = "employment",
  [CASENESS_CONTRACT_WORKFORCE] = "workforce",
};

const char *
caseness_contract_section_get_word (CasenessContractSection section)
{
  g_return_val_if_fail (section < CASENESS_N_CONTRACT_SECTIONS, NULL);
  return section_words[section];
}

static const char *
get_cell (const char *table, guint row, const char *column)
{
  const CasenessReference *reference = caseness_reference_get (table);

  return caseness_reference_get_cell (reference, row, caseness_reference_find_column (reference, column));
}

static CasenessContractSection
parse_section (const char *word)
{
  guint i;

  for (i = 0; i < CASENESS_N_CONTRACT_SECTIONS; i++)
    if (strcmp (section_words[i], word) == 0)
      return i;
  g_error ("contract.csv: there is no section %s", word);
}

void
caseness_contract_row_free (gpointer data)
{
  CasenessContractRow *row = data;

  caseness_series_unref (row->row.series);
  g_array_unref (row->row.notes);
  g_free (row);
}

/* The measures of every row of the reference, each once. */
static GPtrArray *
list_measures (void)
{
  GPtrArray *measures = g_ptr_array_new ();
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (caseness_reference_get ("contract")); i++)
    {
      const char *id = get_cell ("contract", i, "measure");
      const CasenessMeasure *measure = caseness_measure_find (id);

      if (measure == NULL || g_ptr_array_find (measures, measure, NULL))
        g_error ("contract.csv: %s is no measure, or stands there twice", id);
      g_ptr_array_add (measures, (gpointer) measure);
    }
  return measures;
}

/* What is worked out before rows are made of it. */
typedef struct
{
  GPtrArray *measures;
  CasenessAnswer *months;
  CasenessAnswer *totals; /* the period, the year to date, then the quarters */
} Worked;

static void
clear_worked (Worked *worked)
{
  g_clear_pointer (&worked->measures, g_ptr_array_unref);
  g_clear_pointer (&worked->months, caseness_answer_free);
  g_clear_pointer (&worked->totals, caseness_answer_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Worked, clear_worked)

static gboolean
work_out (CasenessContract *contract, Worked *worked, GCancellable *cancellable, GError **error)
{
  g_autoptr(GArray) months = caseness_series_list_periods (CASENESS_SERIES_MONTHS, contract->period.end, CASENESS_CONTRACT_MONTHS);
  g_autoptr(GArray) totals = g_array_new (FALSE, FALSE, sizeof (CasenessPeriod));
  const CasenessMeasure *const *measures;

  worked->measures = list_measures ();
  measures = (const CasenessMeasure *const *) worked->measures->pdata;
  g_array_append_val (totals, contract->period);
  g_array_append_val (totals, contract->year);
  g_array_append_vals (totals, contract->quarters->data, contract->quarters->len);
  worked->months = caseness_series_evaluate (contract->snapshot, contract->filter, measures, worked->measures->len, months,
                                             cancellable, error);
  if (worked->months == NULL)
    return FALSE;
  worked->totals = caseness_series_evaluate (contract->snapshot, contract->filter, measures, worked->measures->len, totals,
                                             cancellable, error);
  return worked->totals != NULL;
}

static CasenessContractTotal
read_total (const CasenessContract *contract, const Worked *worked, guint measure, guint period)
{
  CasenessContractTotal total = {
    caseness_answer_get (worked->totals, period, 0, 0, measure),
    caseness_plan_get (contract->journal, caseness_answer_get_measure (worked->totals, measure)->id,
                       caseness_answer_get_period (worked->totals, period)),
    NAN,
    FALSE,
  };

  if (total.plan > 0)
    total.share_of_plan = 100 * total.figure.value / total.plan;
  return total;
}

static CasenessContractTotal
read_quarter (const CasenessContract *contract, const Worked *worked, guint measure, guint quarter)
{
  CasenessContractTotal total = { { NAN, NAN, NAN }, NAN, NAN, FALSE };

  if (caseness_series_is_loaded (contract->snapshot, &g_array_index (contract->quarters, CasenessPeriod, quarter)))
    total.figure = caseness_answer_get (worked->totals, 2 + quarter, 0, 0, measure);
  return total;
}

static void
add_row (CasenessContract *contract, const Worked *worked, guint reference)
{
  const CasenessMeasure *measure = caseness_measure_find (get_cell ("contract", reference, "measure"));
  CasenessContractRow *row = g_new0 (CasenessContractRow, 1);
  CasenessIntervalMethod method;
  guint index = 0, i;

  g_ptr_array_find (worked->measures, measure, &index);
  row->topic = get_cell ("contract", reference, "topic");
  row->section = parse_section (get_cell ("contract", reference, "section"));
  row->has_chart = *get_cell ("contract", reference, "chart") == 'Y';
  caseness_overview_describe_measure (measure, &row->row.standard);
  row->row.standard.name = get_cell ("contract", reference, "name");
  caseness_overview_row_fill (&row->row, contract->journal, worked->months, index, contract->snapshot);
  row->period = read_total (contract, worked, index, 0);
  row->year = read_total (contract, worked, index, 1);
  for (i = 0; i < contract->quarters->len; i++)
    row->quarters[i] = read_quarter (contract, worked, index, i);
  row->interval = caseness_explanation_find_interval (measure, &row->year.figure, &method);
  if (method == CASENESS_INTERVAL_NONE || method == CASENESS_INTERVAL_STUDENT)
    row->interval = (CasenessInterval){ NAN, NAN, NAN };
  g_ptr_array_add (contract->rows, row);
}

/* Need is the same whichever way people are grouped; the first grouping that knows it is taken. */
static void
read_need (CasenessContract *contract)
{
  static const char *const variables[] = { "Gender", "Age Group", "Ethnic Group" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (variables) && isnan (contract->need); i++)
    {
      g_autoptr(CasenessFrame) frame = caseness_frame_new (contract->snapshot);
      g_autoptr(CasenessEquityWay) way = NULL;

      caseness_frame_set_period (frame, &contract->year);
      way = caseness_equity_count (frame, caseness_variable_find (variables[i]), NULL, NULL);
      if (way->has_population)
        contract->need = way->need;
    }
}

static void
read_access (CasenessContract *contract)
{
  guint i;

  contract->need = NAN;
  contract->access = (CasenessInterval){ NAN, NAN, NAN };
  if (contract->filter != NULL && !caseness_filter_is_empty (contract->filter))
    return; /* need is that of everybody */
  read_need (contract);
  for (i = 0; i < contract->rows->len && !isnan (contract->need); i++)
    {
      const CasenessContractRow *row = g_ptr_array_index (contract->rows, i);

      if (strcmp (row->row.standard.measure->id, "M031") == 0 && !isnan (row->year.figure.value))
        contract->access
          = caseness_equity_get_access ((guint) row->year.figure.value, contract->need, &contract->year);
    }
}

static void
clear_contract (gpointer data)
{
  CasenessContract *contract = data;

  if (contract->exact == NULL)
    g_clear_pointer (&contract->equity, caseness_equity_answer_unref);
  g_clear_pointer (&contract->exact, caseness_contract_unref);
  caseness_snapshot_unref (contract->snapshot);
  g_clear_pointer (&contract->filter, caseness_filter_unref);
  g_clear_pointer (&contract->journal, caseness_journal_unref);
  g_clear_pointer (&contract->overview, caseness_overview_unref);
  g_ptr_array_unref (contract->rows);
  g_array_unref (contract->quarters);
  g_array_unref (contract->statements);
}

/* The latest whole ones, oldest first. */
static GArray *
list_quarters (CasenessDate last)
{
  GArray *quarters = g_array_new (FALSE, FALSE, sizeof (CasenessPeriod));
  CasenessPeriod quarter = caseness_period_around (CASENESS_PERIOD_QUARTER, last);

  if (quarter.end > last)
    quarter = caseness_period_around (CASENESS_PERIOD_QUARTER, quarter.start - 1);
  for (; quarters->len < CASENESS_CONTRACT_QUARTERS;
       quarter = caseness_period_around (CASENESS_PERIOD_QUARTER, quarter.start - 1))
    g_array_prepend_val (quarters, quarter);
  return quarters;
}

static CasenessContract *
make_contract (CasenessSnapshot *snapshot, const CasenessPeriod *period, const CasenessFilter *filter,
               CasenessJournal *journal)
{
  CasenessContract *contract = g_atomic_rc_box_new0 (CasenessContract);

  contract->snapshot = caseness_snapshot_ref (snapshot);
  contract->filter = filter != NULL ? caseness_filter_ref ((CasenessFilter *) filter) : NULL;
  contract->journal = journal != NULL ? caseness_journal_ref (journal) : NULL;
  contract->period = *period;
  contract->year = caseness_period_around (CASENESS_PERIOD_FINANCIAL_YEAR, period->end);
  contract->year.end = period->end;
  contract->quarters = list_quarters (period->end);
  contract->rows = g_ptr_array_new_with_free_func (caseness_contract_row_free);
  contract->statements = g_array_new (FALSE, FALSE, sizeof (CasenessSelfStatement));
  return contract;
}

static CasenessEquityAnswer *
ask_equity (const CasenessContract *contract, GCancellable *cancellable, GError **error)
{
  CasenessEquityAnswer *answer;
  CasenessEquityQuestion question;

  caseness_equity_question_init (&question);
  question.snapshot = contract->snapshot;
  question.filter = contract->filter;
  question.period = contract->year;
  question.as_at = contract->year.end;
  answer = caseness_equity_answer_new (&question, cancellable);
  if (answer == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  return answer;
}

CasenessContract *
caseness_contract_new (CasenessSnapshot *snapshot, const CasenessPeriod *period, const CasenessFilter *filter,
                       CasenessJournal *journal, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessContract) contract = NULL;
  CasenessOverviewOptions standards = { .set = CASENESS_OVERVIEW_CONTRACT, .n_points = CASENESS_CONTRACT_MONTHS, .last = period->end,
                                        .filter = filter, .journal = journal };
  g_auto(Worked) worked = { 0 };
  guint i;

  g_return_val_if_fail (snapshot != NULL && period != NULL, NULL);

  contract = make_contract (snapshot, period, filter, journal);
  contract->overview = caseness_overview_new (snapshot, &standards, cancellable, error);
  if (contract->overview == NULL || !work_out (contract, &worked, cancellable, error))
    return NULL;
  for (i = 0; i < caseness_reference_get_n_rows (caseness_reference_get ("contract")); i++)
    add_row (contract, &worked, i);
  read_access (contract);
  contract->equity = ask_equity (contract, cancellable, error);
  if (contract->equity == NULL)
    return NULL;
  caseness_contract_add_statements (contract);
  return g_steal_pointer (&contract);
}

CasenessContract *
caseness_contract_ref (CasenessContract *contract)
{
  return g_atomic_rc_box_acquire (contract);
}

void
caseness_contract_unref (CasenessContract *contract)
{
  g_atomic_rc_box_release_full (contract, clear_contract);
}

const CasenessContractRow *
caseness_contract_find (const CasenessContract *contract, const CasenessMeasure *measure)
{
  guint i;

  g_return_val_if_fail (contract != NULL, NULL);
  for (i = 0; i < contract->rows->len; i++)
    {
      const CasenessContractRow *row = g_ptr_array_index (contract->rows, i);

      if (row->row.standard.measure == measure)
        return row;
    }
  return NULL;
}

char *
caseness_commentary_dup_subject (const char *section, const CasenessPeriod *period)
{
  char day[11];

  return g_strdup_printf ("contract/%s/%s", section, caseness_date_write_iso (period->end, day));
}

char *
caseness_commentary_dup_body (const char *text)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (*words == '\0')
    return NULL;
  caseness_journal_body_set_text (body, TEXT, words);
  return caseness_journal_body_to_text (body);
}

char *
caseness_commentary_dup_text (CasenessJournal *journal, const char *section, const CasenessPeriod *period)
{
  g_autofree char *subject = caseness_commentary_dup_subject (section, period);
  const CasenessJournalEntry *entry
    = journal != NULL ? caseness_journal_get (journal, CASENESS_RECORD_COMMENTARY, subject) : NULL;
  g_autoptr(CasenessJournalBody) body = NULL;

  if (entry == NULL)
    return NULL;
  body = caseness_journal_body_parse (entry->body);
  return g_strdup (caseness_journal_body_get_text (body, TEXT));
}
