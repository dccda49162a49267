/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-board-words.h"
#include "caseness-contract-report-private.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static const CasenessContractRow *
find_row (const CasenessContract *contract, const char *id)
{
  return caseness_contract_find (contract, caseness_measure_find (id));
}

/* A band of the year to date, as the tables beside the picture tell it. */
static double
get_of_year (const CasenessMeasure *measure, gboolean *is_hidden, gconstpointer contract)
{
  const CasenessContractRow *row = caseness_contract_find (contract, measure);

  if (row == NULL)
    return NAN;
  *is_hidden = row->year.is_hidden;
  return row->year.figure.value;
}

/* The first band as a share of all; NaN where a band may not be told. */
static double
share_first_band (const CasenessContract *contract, const char *const *bands, guint n, gboolean suppresses)
{
  double total = 0;
  guint i;

  for (i = 0; i < n; i++)
    {
      const CasenessContractRow *row = find_row (contract, bands[i]);

      if (row == NULL
          || (suppresses && (row->year.is_hidden || caseness_suppress_is_small (llround (row->year.figure.value)))))
        return NAN;
      total += row->year.figure.value;
    }
  return total > 0 ? 100 * find_row (contract, bands[0])->year.figure.value / total : NAN;
}

static void
add_waits (CasenessReportBuilder *builder, const CasenessContract *contract, gboolean suppresses)
{
  static const char *const treatments[] = { "M032", "M033", "M034", "M035" };
  double share = share_first_band (contract, treatments, G_N_ELEMENTS (treatments), suppresses);
  g_autoptr(CasenessStackChart) chart
    = caseness_board_words_draw_counts (CASENESS_FLOW_WAITS, get_of_year, contract, suppresses);
  g_autofree char *title = isnan (share) ? g_strdup (_("How long people had waited"))
                                         : g_strdup_printf (_("%.1f%% of first treatments began within 28 days"), share);

  caseness_chart_set_titles (caseness_stack_chart_as_chart (chart), title,
                             _("First assessments and first treatments of the year to date, by days waited"), NULL);
  caseness_report_builder_add_chart (builder, caseness_stack_chart_as_chart (chart), 2, _("Waits in bands"));
}

static double
get_of_answer (const CasenessMeasure *measure, gboolean *is_hidden, gconstpointer data)
{
  const CasenessAnswer *answer = data;
  guint i;

  for (i = 0; i < caseness_answer_get_n_measures (answer); i++)
    if (caseness_answer_get_measure (answer, i) == measure)
      return caseness_answer_get (answer, 0, 0, 0, i).value;
  return NAN;
}

static CasenessAnswer *
evaluate_status (const CasenessContract *contract)
{
  g_autoptr(GPtrArray) items = caseness_board_list_items (CASENESS_EXPERIENCE_STATUS);
  g_autoptr(GPtrArray) measures = g_ptr_array_new ();
  CasenessQuestion question = { .periods = &contract->year, .n_periods = 1, .filter = contract->filter };
  guint i, k;

  for (i = 0; i < items->len; i++)
    {
      const CasenessBoardItem *item = g_ptr_array_index (items, i);

      for (k = 0; k < item->n_measures; k++)
        g_ptr_array_add (measures, (gpointer) item->measures[k]);
    }
  question.measures = (const CasenessMeasure *const *) measures->pdata;
  question.n_measures = measures->len;
  return caseness_evaluate (contract->snapshot, &question, NULL, NULL);
}

static char *
dup_status_title (const CasenessContract *contract, gboolean suppresses)
{
  const CasenessContractRow *start = find_row (contract, "L255"), *end = find_row (contract, "L256");
  g_autofree char *before = start != NULL ? caseness_contract_dup_total (start, &start->year, suppresses) : NULL;
  g_autofree char *after = end != NULL ? caseness_contract_dup_total (end, &end->year, suppresses) : NULL;

  if (before == NULL || after == NULL || strchr (before, '%') == NULL || strchr (after, '%') == NULL)
    return g_strdup (_("Employment at the start and at the end of a course"));
  /* Translators: shares of people */
  return g_strdup_printf (_("%s were in work at the start of their course and %s at the end"), before, after);
}

static void
add_status (CasenessReportBuilder *builder, const CasenessContract *contract, gboolean suppresses)
{
  g_autoptr(CasenessAnswer) answer = evaluate_status (contract);
  g_autoptr(CasenessStackChart) chart = NULL;
  g_autofree char *title = dup_status_title (contract, suppresses);

  if (answer == NULL)
    return;
  chart = caseness_board_words_draw_counts (CASENESS_EXPERIENCE_STATUS, get_of_answer, answer, suppresses);
  caseness_chart_set_titles (caseness_stack_chart_as_chart (chart), title,
                             _("Courses finished in the year to date, with employment support and without; the shares in work "
                               "are of those whose status is known"), NULL);
  caseness_report_builder_add_chart (builder, caseness_stack_chart_as_chart (chart), 2, _("Employment, start and end"));
}

void
caseness_contract_report_add_picture (CasenessReportBuilder *builder, const CasenessContract *contract,
                                      CasenessContractSection section, gboolean suppresses)
{
  if (section == CASENESS_CONTRACT_WAITS)
    add_waits (builder, contract, suppresses);
  else if (section == CASENESS_CONTRACT_EMPLOYMENT)
    add_status (builder, contract, suppresses);
}
