/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-contract-report-private.h"
#include "caseness-overview-report.h"
#include "caseness-series-chart.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* In the first quarter of a year the period is the year to date: one column says both. */
static gboolean
is_year_to_date (const CasenessContract *contract)
{
  return contract->period.start == contract->year.start && contract->period.end == contract->year.end;
}

static void
add_headings (CasenessReportTable *table, const CasenessContract *contract)
{
  g_autofree char *period = caseness_period_format (&contract->period);

  caseness_report_table_set_narrow (table);
  caseness_report_table_add_column (table, _("Measure"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Standard"), CASENESS_REPORT_END, 0);
  if (!is_year_to_date (contract))
    caseness_report_table_add_column (table, period, CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Year to date"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("England"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Varies"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, "", CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Target"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, "", CASENESS_REPORT_START, 0);
}

static void
add_row (CasenessReportTable *table, const CasenessContract *contract, const CasenessContractRow *row,
         gboolean suppresses)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", row->row.standard.name, row->row.standard.measure->id);
  g_autofree char *standard = caseness_contract_dup_standard (contract, row);
  g_autofree char *period = caseness_contract_dup_total (row, &row->period, suppresses);
  g_autofree char *year = caseness_contract_dup_total (row, &row->year, suppresses);
  g_autofree char *interval = caseness_contract_dup_interval (row, suppresses);
  g_autofree char *england = caseness_overview_dup_benchmark (&row->row, &row->row.england, row->row.has_england);
  g_autoptr(CasenessMiniature) variation = caseness_series_chart_new_variation (row->row.series);
  g_autoptr(CasenessMiniature) assurance = caseness_series_chart_new_assurance (row->row.series);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, name);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, standard);
  if (!is_year_to_date (contract))
    caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, period);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, year);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, interval);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, england);
  caseness_report_table_add_miniature (table, variation);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_overview_get_variation (&row->row));
  caseness_report_table_add_miniature (table, assurance);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_overview_get_assurance (&row->row));
}

/* What the audience of a contract review looks at first, on one page. */
void
caseness_contract_report_add_standards (CasenessReportBuilder *builder, const CasenessContract *contract,
                                        gboolean suppresses)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  add_headings (table, contract);
  for (i = 0; i < contract->overview->rows->len; i++)
    {
      const CasenessOverviewRow *standard = g_ptr_array_index (contract->overview->rows, i);
      const CasenessContractRow *row = caseness_contract_find (contract, standard->standard.measure);

      if (row != NULL)
        add_row (table, contract, row, suppresses);
    }
  caseness_report_builder_add_table (builder, table);
}

/* What the chart of each of them says. */
void
caseness_contract_report_add_sentences (CasenessReportBuilder *builder, const CasenessContract *contract)
{
  guint i;

  for (i = 0; i < contract->overview->rows->len; i++)
    {
      const CasenessOverviewRow *standard = g_ptr_array_index (contract->overview->rows, i);
      const CasenessContractRow *row = caseness_contract_find (contract, standard->standard.measure);
      g_autofree char *sentence = row != NULL ? caseness_series_dup_sentence (row->row.series) : NULL;

      if (sentence != NULL)
        caseness_report_builder_add_definition (builder, row->row.standard.name, sentence);
    }
}

static gboolean
has_plan (const CasenessContract *contract, CasenessContractSection section)
{
  guint i;

  for (i = 0; i < contract->rows->len; i++)
    {
      const CasenessContractRow *row = g_ptr_array_index (contract->rows, i);

      if (row->section == section && (!isnan (row->period.plan) || !isnan (row->year.plan)))
        return TRUE;
    }
  return FALSE;
}

static void
add_plan_cells (CasenessReportTable *table, const CasenessContractRow *row, const CasenessContractTotal *total,
                gboolean suppresses)
{
  g_autofree char *plan = caseness_contract_dup_plan (total);
  g_autofree char *actual = caseness_contract_dup_total (row, total, suppresses);
  g_autofree char *share = caseness_contract_dup_share_of_plan (row, total, suppresses);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, plan);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, actual);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, share);
}

static void
add_plan (CasenessReportBuilder *builder, const CasenessContract *contract, CasenessContractSection section,
          gboolean suppresses)
{
  CasenessReportTable *table = caseness_report_table_new ();
  g_autofree char *period = caseness_period_format (&contract->period);
  g_autofree char *planned = g_strdup_printf (_("Plan, %s"), period);
  guint i;

  caseness_report_table_add_column (table, _("Measure"), CASENESS_REPORT_START, 1);
  if (!is_year_to_date (contract))
    {
      caseness_report_table_add_column (table, planned, CASENESS_REPORT_END, 0);
      caseness_report_table_add_column (table, _("Seen"), CASENESS_REPORT_END, 0);
      caseness_report_table_add_column (table, _("Of plan"), CASENESS_REPORT_END, 0);
    }
  caseness_report_table_add_column (table, _("Plan, year to date"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Seen"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Of plan"), CASENESS_REPORT_END, 0);
  for (i = 0; i < contract->rows->len; i++)
    {
      const CasenessContractRow *row = g_ptr_array_index (contract->rows, i);

      if (row->section != section || (isnan (row->period.plan) && isnan (row->year.plan)))
        continue;
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, row->row.standard.name);
      if (!is_year_to_date (contract))
        add_plan_cells (table, row, &row->period, suppresses);
      add_plan_cells (table, row, &row->year, suppresses);
    }
  caseness_report_builder_add_heading (builder, 2, _("Against the contract"), NULL, NULL);
  caseness_report_builder_add_table (builder, table);
}

/* The rows of a section that stand under one topic, from row @first; returns the row after them. */
static guint
add_topic (CasenessReportBuilder *builder, const CasenessContract *contract, guint first, gboolean suppresses)
{
  const CasenessContractRow *row = g_ptr_array_index (contract->rows, first);
  CasenessContractSection section = row->section;
  const char *topic = row->topic;
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  add_headings (table, contract);
  for (i = first; i < contract->rows->len; i++)
    {
      row = g_ptr_array_index (contract->rows, i);
      if (row->section != section || strcmp (row->topic, topic) != 0)
        break;
      add_row (table, contract, row, suppresses);
    }
  caseness_report_builder_add_heading (builder, 2, topic, topic, NULL);
  caseness_report_builder_add_table (builder, table);
  return i;
}

/* What a measure was in each quarter; nothing is left to tell where every one is a star. */
static GPtrArray *
list_quarters (const CasenessContract *contract, const CasenessContractRow *row, gboolean suppresses, gboolean *is_told)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  guint k;

  *is_told = contract->quarters->len == 0;
  for (k = 0; k < contract->quarters->len; k++)
    {
      char *value = caseness_contract_dup_total (row, &row->quarters[k], suppresses);

      *is_told |= strcmp (value, CASENESS_SUPPRESSED) != 0;
      g_ptr_array_add (values, value);
    }
  return values;
}

static void
add_quarters (CasenessReportBuilder *builder, const CasenessContract *contract, CasenessContractSection section,
              gboolean suppresses)
{
  CasenessReportTable *table = caseness_report_table_new ();
  g_autoptr(GPtrArray) untold = g_ptr_array_new ();
  guint i, k;

  caseness_report_table_set_narrow (table);
  caseness_report_table_add_column (table, _("Measure"), CASENESS_REPORT_START, 1);
  for (k = 0; k < contract->quarters->len; k++)
    {
      g_autofree char *quarter = caseness_contract_dup_quarter (&g_array_index (contract->quarters, CasenessPeriod, k));

      caseness_report_table_add_column (table, quarter, CASENESS_REPORT_END, 0);
    }
  for (i = 0; i < contract->rows->len; i++)
    {
      const CasenessContractRow *row = g_ptr_array_index (contract->rows, i);
      gboolean is_told;
      g_autoptr(GPtrArray) values = NULL;

      if (row->section != section)
        continue;
      values = list_quarters (contract, row, suppresses, &is_told);
      if (!is_told)
        {
          g_ptr_array_add (untold, (gpointer) row->row.standard.name);
          continue;
        }
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, row->row.standard.name);
      for (k = 0; k < values->len; k++)
        caseness_report_table_add_cell (table, k + 1 < values->len ? CASENESS_REPORT_CELL_TEXT : CASENESS_REPORT_CELL_BOLD,
                                        g_ptr_array_index (values, k));
    }
  caseness_report_builder_add_heading (builder, 2, _("Quarter by quarter"), _("Quarter by quarter"), NULL);
  /* Translators: %s are measures */
  caseness_report_builder_add_names (builder, _("Too few in every quarter to be told of: %s."), untold);
  caseness_report_builder_add_table (builder, table);
}

void
caseness_contract_report_add_section (CasenessReportBuilder *builder, const CasenessContract *contract,
                                      CasenessContractSection section, gboolean suppresses)
{
  guint i = 0;

  while (i < contract->rows->len)
    if (((const CasenessContractRow *) g_ptr_array_index (contract->rows, i))->section == section)
      i = add_topic (builder, contract, i, suppresses);
    else
      i++;
  if (has_plan (contract, section))
    add_plan (builder, contract, section, suppresses);
  caseness_contract_report_add_picture (builder, contract, section, suppresses);
  for (i = 0; i < contract->rows->len; i++)
    {
      const CasenessContractRow *row = g_ptr_array_index (contract->rows, i);

      if (row->section == section && row->has_chart)
        caseness_overview_report_add_chart (builder, contract->snapshot, &row->row, suppresses);
    }
  add_quarters (builder, contract, section, suppresses);
  caseness_contract_report_add_groups (builder, contract, section, suppresses);
}
