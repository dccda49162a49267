/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-compare.h"
#include "caseness-contract-report-private.h"
#include "caseness-equity-charts.h"
#include "caseness-equity-report.h"
#include "caseness-equity-words.h"
#include "caseness-identity.h"
#include "caseness-quality-words.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MOST_DIFFERENT 25
#define MOST_RULES 12

void
caseness_contract_report_add_access (CasenessReportBuilder *builder, const CasenessContract *contract)
{
  g_autofree char *text = NULL;

  if (isnan (contract->access.value))
    {
      caseness_report_builder_add_paragraph (
        builder, CASENESS_REPORT_BODY,
        contract->filter != NULL && !caseness_filter_is_empty (contract->filter)
          ? _("Access against prevalence is told for the whole service only, not for a part of it.")
          : _("Access cannot be held against prevalence: no list of the local population with prevalence is loaded."));
      return;
    }
  /* Translators: treated in a year for every hundred in need, its 95% interval, and the number of people in need. */
  text = g_strdup_printf (_("At the pace of the year to date %.1f of every 100 people with depression or anxiety who live "
                            "here begin treatment in a year (95%% interval %.1f to %.1f), of %'.0f in need. The manual’s "
                            "standard was 25."),
                          contract->access.value, contract->access.lower, contract->access.upper, contract->need);
  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, text);
}

static void
add_gradient (CasenessReportBuilder *builder, const CasenessEquityAnswer *answer, gboolean suppresses)
{
  g_autoptr(CasenessChart) chart = caseness_equity_chart_new (answer, CASENESS_EQUITY_VIEW_DEPRIVATION, suppresses);
  g_autofree char *title = caseness_equity_words_title (answer, CASENESS_EQUITY_VIEW_DEPRIVATION, suppresses);
  g_autofree char *subtitle = caseness_equity_words_subtitle (answer, CASENESS_EQUITY_VIEW_DEPRIVATION);

  if (chart == NULL)
    return;
  caseness_chart_set_titles (chart, title, subtitle, NULL);
  caseness_report_builder_add_chart (builder, chart, 2, _("By deprivation"));
}

/* Who comes and who recovers against who lives here, as the equity report has it, by the groupings that a commissioner asks
 * after first. */
void
caseness_contract_report_add_population (CasenessReportBuilder *builder, const CasenessContract *contract,
                                         gboolean suppresses)
{
  static const char *const variables[] = { "Ethnic Group 5", "Gender", "Age Group", "Deprivation Quintile",
                                           "Long-Term Condition Recorded", "Disability Recorded", "Religion" };
  static const int columns[] = { 0, 4, 5, 8, 9, 12, 13, -1 };
  const CasenessEquityAnswer *answer = contract->equity;
  g_autofree char *title = caseness_equity_words_title (answer, CASENESS_EQUITY_VIEW_RATIOS, suppresses);
  g_autofree char *population = caseness_equity_words_population (answer);
  g_autofree char *older = caseness_equity_words_older (answer, suppresses);
  g_autofree char *recovery = caseness_equity_words_title (answer, CASENESS_EQUITY_VIEW_OUTCOMES, suppresses);
  g_autofree char *slope = caseness_equity_words_slope (answer, suppresses);
  g_autofree char *warning = caseness_equity_words_warning (answer, suppresses);
  guint i;

  caseness_report_builder_add_heading (builder, 2, title, _("Who comes"), NULL);
  caseness_report_builder_add_definition (builder, _("Population"), population);
  caseness_report_builder_add_definition (builder, _("Older people"), older);
  caseness_report_builder_add_definition (builder, _("Recovery"), recovery);
  caseness_report_builder_add_definition (builder, _("Deprivation"), slope);
  if (warning != NULL)
    caseness_report_builder_add_definition (builder, _("Beware"), warning);
  caseness_report_builder_add_note (builder, _("Year to date: people seen of those expected, and the ratio; ▼ ▲: the 95% "
                                               "interval is all below or above 1. The equity report says more."));
  for (i = 0; i < G_N_ELEMENTS (variables); i++)
    caseness_equity_report_add_groups (builder, answer, variables[i], columns, suppresses);
  add_gradient (builder, answer, suppresses);
}

static char *
dup_share (CasenessQualityShare share)
{
  return caseness_suppress_is_small (share.numerator) || caseness_suppress_is_small (share.denominator)
           ? g_strdup (CASENESS_SUPPRESSED)
           : caseness_quality_words_share (share);
}

/* What is broken most, and what the service does about it. */
static void
add_rules (CasenessReportBuilder *builder, const CasenessQuality *quality, gboolean suppresses)
{
  CasenessReportTable *table;
  guint i;

  caseness_report_builder_add_heading (builder, 2, _("Rules broken most often"), NULL, NULL);
  if (quality->rules->len == 0)
    {
      caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, _("None that can be judged here."));
      return;
    }
  table = caseness_report_table_new ();
  caseness_report_table_add_column (table, _("Rule"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("What is wrong"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("How it is put right"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Rows"), CASENESS_REPORT_END, 0);
  for (i = 0; i < MIN (quality->rules->len, MOST_RULES); i++)
    {
      const CasenessQualityRule *rule = g_ptr_array_index (quality->rules, i);
      g_autofree char *rows = suppresses ? caseness_suppress_count (rule->n_period) : g_strdup_printf ("%'u", rule->n_period);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, rule->id);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, rule->meaning);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, rule->fix);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, rows);
    }
  caseness_report_builder_add_table (builder, table);
}

void
caseness_contract_report_add_quality (CasenessReportBuilder *builder, const CasenessContract *contract,
                                      CasenessDate as_at, gboolean suppresses)
{
  g_autoptr(CasenessQuality) quality
    = caseness_quality_new (contract->snapshot, &contract->period, contract->filter, as_at);
  g_autofree char *completeness = caseness_quality_words_completeness (quality);
  g_autofree char *refused = caseness_quality_words_refused (quality);
  CasenessReportTable *table = caseness_report_table_new ();
  guint n_items, i;

  caseness_completeness_get_items (&n_items);
  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, refused);
  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, completeness);
  caseness_report_table_add_column (table, _("Item"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Recorded"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Standard"), CASENESS_REPORT_END, 0);
  for (i = 0; i < n_items; i++)
    {
      g_autofree char *share = dup_share (quality->totals[i]);
      g_autofree char *standard = caseness_quality_words_standard (i, quality->totals[i]);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, caseness_quality_words_item (i));
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, share);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, standard);
    }
  caseness_report_builder_add_table (builder, table);
  add_rules (builder, quality, suppresses);
}

static void
add_differences (CasenessReportBuilder *builder, const CasenessComparisons *comparisons)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint n = 0, i;

  caseness_report_table_add_column (table, _("Measure"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Group"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Ours, as published"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Published"), CASENESS_REPORT_END, 0);
  for (i = 0; i < comparisons->rows->len && n < MOST_DIFFERENT; i++)
    {
      const CasenessComparison *row = g_ptr_array_index (comparisons->rows, i);

      if (row->verdict != CASENESS_AGREEMENT_DIFFERENT)
        continue;
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, row->published->measure);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, row->group);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, row->local);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, row->published->text);
      n++;
    }
  if (n == 0)
    {
      caseness_report_table_free (table);
      return;
    }
  caseness_report_builder_add_heading (builder, 2, _("Where they differ"), NULL, NULL);
  caseness_report_builder_add_table (builder, table);
}

/* What our figures add up to says something of them with or without a publication. */
static void
add_identities (CasenessReportBuilder *builder, const CasenessContract *contract)
{
  g_autoptr(GArray) months = caseness_series_list_periods (CASENESS_SERIES_MONTHS, contract->year.end, 12);
  g_autoptr(GPtrArray) identities = NULL;
  g_autofree char *text = NULL;
  guint n_broken = 0, i;

  while (months->len > 0 && g_array_index (months, CasenessPeriod, 0).start < contract->year.start)
    g_array_remove_index (months, 0);
  identities = caseness_identity_check (contract->snapshot, (const CasenessPeriod *) months->data, months->len, NULL, NULL);
  if (identities == NULL || identities->len == 0)
    return;
  for (i = 0; i < identities->len; i++)
    n_broken += !((const CasenessIdentity *) g_ptr_array_index (identities, i))->holds;
  text = n_broken == 0
           ? g_strdup (_("All sums that the published figures obey, month by month, hold on the figures here for every month of "
                         "the year to date."))
           : g_strdup_printf (ngettext ("%u check of the sums that the published figures obey does not hold on the figures here; "
                                        "the national report says which.",
                                        "%u checks of the sums that the published figures obey do not hold on the figures here; "
                                        "the national report says which.", n_broken),
                              n_broken);
  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, text);
}

void
caseness_contract_report_add_agreement (CasenessReportBuilder *builder, const CasenessContract *contract)
{
  const CasenessPublishedList *published = caseness_snapshot_get_published (contract->snapshot);
  g_autoptr(CasenessComparisons) comparisons
    = published != NULL ? caseness_compare_published (contract->snapshot, published, NULL, NULL, NULL) : NULL;
  CasenessReportTable *table;
  guint i;

  add_identities (builder, contract);
  if (comparisons == NULL || comparisons->rows->len == 0)
    {
      caseness_report_builder_add_paragraph (
        builder, CASENESS_REPORT_BODY,
        _("No publication that tells of this provider is loaded, so whether these figures agree with the national ones is "
          "not known here. Import the published file to find out."));
      return;
    }
  table = caseness_report_table_new ();
  caseness_report_table_add_column (table, _("Published figure against ours"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Figures"), CASENESS_REPORT_END, 0);
  for (i = 0; i < CASENESS_N_AGREEMENTS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%'u", comparisons->n_verdicts[i]);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_agreement_get_words (i));
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, number);
    }
  caseness_report_builder_add_table (builder, table);
  add_differences (builder, comparisons);
}

static char *
dup_statement_value (const CasenessSelfStatement *statement, gboolean suppresses)
{
  CasenessContractTotal total = { .figure = statement->figure, .plan = NAN, .is_hidden = statement->is_hidden };
  CasenessContractRow row = { .row = { .standard = { .measure = statement->measure } } };

  if (statement->kind == CASENESS_SELF_BY_PEOPLE)
    return g_strdup ("");
  if (isnan (statement->figure.value))
    return g_strdup ("–");
  if (statement->kind == CASENESS_SELF_BY_ACCESS)
    return g_strdup_printf (_("%.1f%%"), statement->figure.value);
  return statement->measure != NULL ? caseness_contract_dup_total (&row, &total, suppresses)
                                    : g_strdup_printf ("%.0f", statement->figure.value);
}

static const char *
get_answer_words (CasenessSelfAnswer answer)
{
  switch (answer)
    {
    case CASENESS_SELF_MET:
      return _("yes");
    case CASENESS_SELF_NOT_MET:
      return _("not yet");
    case CASENESS_SELF_FIGURE:
      return _("to be judged");
    case CASENESS_SELF_NO_FIGURE:
      return _("no figure");
    case CASENESS_SELF_NOT_FROM_DATA:
    default:
      return NULL;
    }
}

void
caseness_contract_report_add_statements (CasenessReportBuilder *builder, const CasenessContract *contract, guint number,
                                         gboolean suppresses)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, _("Domain"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Statement"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Year to date"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Answer"), CASENESS_REPORT_START, 0);
  for (i = 0; i < contract->statements->len; i++)
    {
      const CasenessSelfStatement *statement = &g_array_index (contract->statements, CasenessSelfStatement, i);
      g_autofree char *value = dup_statement_value (statement, suppresses);
      const char *answer = strcmp (value, CASENESS_SUPPRESSED) == 0 ? _("too few to tell")
                                                                    : get_answer_words (statement->answer);

      if (statement->table != number)
        continue;
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, statement->domain);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, statement->statement);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, value);
      caseness_report_table_add_cell (table, answer != NULL ? CASENESS_REPORT_CELL_TEXT : CASENESS_REPORT_CELL_WRITE,
                                      answer);
    }
  caseness_report_builder_add_table (builder, table);
}
