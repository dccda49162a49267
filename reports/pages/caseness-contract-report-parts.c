/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-compare.h"
#include "caseness-contract-report-private.h"
#include "caseness-equity.h"
#include "caseness-quality-words.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_DIFFERENT 25

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

/* Rounded and hidden as a line whose total is told elsewhere in the pack. */
static char *
dup_seen (guint observed, gboolean is_hidden, gboolean suppresses)
{
  if (!suppresses)
    return g_strdup_printf ("%'u", observed);
  return is_hidden ? g_strdup (CASENESS_SUPPRESSED)
                   : g_strdup_printf ("%'" G_GINT64_FORMAT, caseness_suppress_round (observed));
}

static void
add_group (CasenessReportTable *table, const CasenessEquityGroup *group, gboolean is_hidden, gboolean suppresses)
{
  const CasenessShare *share = &group->shares[CASENESS_EQUITY_TREATED];
  gboolean has_ratio = !isnan (share->ratio.value) && !(suppresses && is_hidden);
  g_autofree char *seen = dup_seen (group->observed[CASENESS_EQUITY_TREATED], is_hidden, suppresses);
  g_autofree char *expected = isnan (share->expected) ? g_strdup ("–") : g_strdup_printf ("%'.0f", share->expected);
  g_autofree char *ratio = has_ratio ? g_strdup_printf ("%.2f", share->ratio.value) : g_strdup ("–");
  g_autofree char *interval
    = has_ratio ? g_strdup_printf (_("%.2f to %.2f"), share->ratio.lower, share->ratio.upper) : g_strdup ("");
  const char *words = "";

  if (has_ratio && caseness_equity_group_judge (group, CASENESS_EQUITY_TREATED) == CASENESS_EQUITY_FEWER)
    words = _("fewer than expected");
  else if (has_ratio && caseness_equity_group_judge (group, CASENESS_EQUITY_TREATED) == CASENESS_EQUITY_MORE)
    words = _("more than expected");
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, group->line->group);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, expected);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, seen);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, ratio);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, interval);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, words);
}

static void
add_groups (CasenessReportTable *table, const CasenessEquityWay *way, gboolean suppresses)
{
  g_autofree gint64 *counts = g_new0 (gint64, way->groups->len + 1);
  g_autofree gboolean *is_hidden = g_new0 (gboolean, way->groups->len + 1);
  guint i;

  for (i = 0; i < way->groups->len; i++)
    counts[i] = caseness_equity_way_get_group (way, i)->observed[CASENESS_EQUITY_TREATED];
  caseness_suppress_row (counts, way->groups->len, CASENESS_TOTALS_ROUNDED, is_hidden);
  for (i = 0; i < way->groups->len; i++)
    add_group (table, caseness_equity_way_get_group (way, i), is_hidden[i], suppresses);
}

/* Who begins treatment against who lives here, by the groupings that a commissioner asks after. */
void
caseness_contract_report_add_population (CasenessReportBuilder *builder, const CasenessContract *contract,
                                         gboolean suppresses)
{
  static const char *const variables[] = { "Gender", "Age Group", "Ethnic Group" };
  g_autoptr(CasenessFrame) frame = caseness_frame_new (contract->snapshot);
  guint i;

  caseness_frame_set_period (frame, &contract->year);
  for (i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const CasenessVariable *variable = caseness_variable_find (variables[i]);
      g_autoptr(CasenessEquityWay) way = caseness_equity_count (frame, variable, NULL, NULL);
      CasenessReportTable *table;

      if (!way->has_population)
        continue;
      table = caseness_report_table_new ();
      caseness_report_table_add_column (table, _("Group"), CASENESS_REPORT_START, 1);
      caseness_report_table_add_column (table, _("Expected"), CASENESS_REPORT_END, 0);
      caseness_report_table_add_column (table, _("Began treatment"), CASENESS_REPORT_END, 0);
      caseness_report_table_add_column (table, _("Ratio"), CASENESS_REPORT_END, 0);
      caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_END, 0);
      caseness_report_table_add_column (table, "", CASENESS_REPORT_START, 0);
      add_groups (table, way, suppresses);
      caseness_report_builder_add_heading (builder, 2, _(variables[i]), NULL, NULL);
      caseness_report_builder_add_note (builder,
                                        way->is_by_need
                                          ? _("First treatments of the year to date, expected by need: population times "
                                              "prevalence.")
                                          : _("First treatments of the year to date, expected by population."));
      caseness_report_builder_add_table (builder, table);
    }
}

static char *
dup_share (CasenessQualityShare share)
{
  return caseness_suppress_is_small (share.numerator) || caseness_suppress_is_small (share.denominator)
           ? g_strdup (CASENESS_SUPPRESSED)
           : caseness_quality_words_share (share);
}

void
caseness_contract_report_add_quality (CasenessReportBuilder *builder, const CasenessContract *contract,
                                      CasenessDate as_at)
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

void
caseness_contract_report_add_agreement (CasenessReportBuilder *builder, const CasenessContract *contract)
{
  const CasenessPublishedList *published = caseness_snapshot_get_published (contract->snapshot);
  g_autoptr(CasenessComparisons) comparisons
    = published != NULL ? caseness_compare_published (contract->snapshot, published, NULL, NULL, NULL) : NULL;
  CasenessReportTable *table;
  guint i;

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
  CasenessContractTotal total = { .figure = statement->figure, .plan = NAN };
  CasenessContractRow row = { .row = { .standard = { .measure = statement->measure } } };

  if (statement->is_access)
    return isnan (statement->figure.value) ? g_strdup ("–") : g_strdup_printf (_("%.1f%%"), statement->figure.value);
  return statement->measure != NULL ? caseness_contract_dup_total (&row, &total, suppresses) : g_strdup ("");
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
      const char *answer = get_answer_words (statement->answer);
      g_autofree char *value = dup_statement_value (statement, suppresses);

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
