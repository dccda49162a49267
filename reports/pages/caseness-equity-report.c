/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-report.h"

#include "caseness-equity-charts.h"
#include "caseness-equity-report-private.h"
#include "caseness-equity-tables.h"
#include "caseness-pack-words.h"
#include "caseness-report-builder.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>

#define DEFINITIONS "definitions"

static const struct
{
  const char *term;
  const char *text;
} definitions[] = {
  { N_("People, need"), N_("People who live in the area by the local population list, and those of them who would have depression "
                           "or an anxiety disorder by the survey that the list names.") },
  { N_("Expected"), N_("As many as would be seen of a group were all groups seen alike for their need; for their number where "
                       "need is not known for every group. People whose group is not known are left out of the shares.") },
  { N_("Ratio"), N_("Seen divided by expected, with exact limits of a count below ten and Byar’s from ten. With fewer than five "
                    "expected none is given. ▼ and ▲ say that the whole 95% interval is below or above 1.") },
  { N_("People to parity"), N_("How many more of the group would have been seen at a ratio of 1.") },
  { N_("Not stated, not known"), N_("Its own row with its share. Above 10% every ratio carries a warning, because it rests on the "
                                    "others. Those recorded as of indeterminate gender are in it: no population tells how many "
                                    "live here.") },
  { N_("Referred, assessed, treated"), N_("Referral received, first assessment and first treatment in the period.") },
  { N_("Completed, recovered"), N_("Discharged in the period after two treatments or more; of them, below caseness on both "
                                   "measures at the end after being at caseness at the start.") },
  { N_("Difference"), N_("The share of the group less that of everybody else whose group is known, with Newcombe’s interval.") },
  { N_("Adjusted"), N_("Recoveries against those expected of courses with the same problem and severity at the start, by the "
                       "whole service’s own results.") },
  { N_("Slope of deprivation"), N_("A straight line through the tenths, each weighing as many people as live there: how far it "
                                   "rises or falls from the most to the least deprived. Its limits come from a formula.") },
  { N_("Crossed groups"), N_("Where the local population list does not tell of groups crossed, who lives there is worked out from "
                             "each characteristic by itself, as if one had no bearing on the other, and marked as estimated.") },
  { N_("Checklist"), N_("Groups for which NHS England lists a positive practice guide, others that services name as missed, and "
                        "young adults, students, people with autism and Muslims, whom the data can tell of. What helps is our "
                        "own wording, not that of the guides.") },
  { N_("Suppressed"), N_("A star stands for fewer than five people, none among them, and for what they could be worked out from. "
                         "Groups crossed, and the people of a filter, are told with regard to one another: this report and any "
                         "others of the same period give nobody away together. Of more than three characteristics at once, those "
                         "of the filter among them, nothing is told. Other counts are rounded to the nearest five. Reports of "
                         "other periods are not held against one another: think before sharing many of them with the same "
                         "reader.") },
};

static CasenessEquityReportRows
choose_rows (CasenessEquityView view)
{
  if (view == CASENESS_EQUITY_VIEW_CHECKLIST)
    return CASENESS_EQUITY_ROWS_OF_WORDS;
  return view == CASENESS_EQUITY_VIEW_DEPRIVATION || view == CASENESS_EQUITY_VIEW_TREND ? CASENESS_EQUITY_ROWS_SIDE_BY_SIDE
                                                                                        : CASENESS_EQUITY_ROWS_PLAIN;
}

/* Heading, what it counts, chart and table of a view; a table with nothing in it is left out. A chart without a message of
 * its own bears that of the view. */
static void
add_view (CasenessReportBuilder *builder, const CasenessEquityAnswer *answer, CasenessEquityView view, const int *wanted)
{
  g_autofree char *title = caseness_equity_words_title (answer, view, TRUE);
  g_autofree char *subtitle = caseness_equity_words_subtitle (answer, view);
  g_autoptr(CasenessChartTable) table = caseness_equity_table_new (answer, view, TRUE);
  g_autoptr(CasenessChart) chart = caseness_equity_chart_new (answer, view, TRUE);

  if (caseness_chart_table_get_n_rows (table) == 0)
    return;
  if (chart != NULL && caseness_chart_get_title (chart) == NULL)
    {
      caseness_chart_set_titles (chart, title, subtitle, NULL);
      caseness_report_builder_add_chart (builder, chart, 2, caseness_equity_words_view (view));
    }
  else
    {
      caseness_report_builder_add_heading (builder, 2, title, caseness_equity_words_view (view), NULL);
      caseness_report_builder_add_note (builder, subtitle);
      if (chart != NULL)
        caseness_report_builder_add_chart (builder, chart, 3, NULL);
    }
  if (chart != NULL)
    caseness_report_builder_add_space (builder, 8);
  caseness_equity_report_add_table (builder, table, wanted, choose_rows (view));
}

/* The ratios stand with the summary, whose message is theirs. */
static void
add_ratios (CasenessReportBuilder *builder, const CasenessEquityAnswer *answer)
{
  static const int columns[] = { 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, -1 };
  g_autofree char *subtitle = caseness_equity_words_subtitle (answer, CASENESS_EQUITY_VIEW_RATIOS);
  g_autoptr(CasenessChartTable) table = caseness_equity_table_new_narrow (answer, CASENESS_EQUITY_VIEW_RATIOS, TRUE);

  caseness_report_builder_add_note (builder, subtitle);
  caseness_equity_report_add_table (builder, table, columns, CASENESS_EQUITY_ROWS_PLAIN);
}

static void
add_tests (CasenessReportBuilder *builder, const CasenessEquityAnswer *answer)
{
  g_autofree char *title = caseness_equity_words_title (answer, CASENESS_EQUITY_VIEW_TESTS, TRUE);
  g_autofree char *subtitle = caseness_equity_words_subtitle (answer, CASENESS_EQUITY_VIEW_TESTS);
  g_autoptr(CasenessChartTable) table = caseness_equity_table_new_narrow (answer, CASENESS_EQUITY_VIEW_TESTS, TRUE);

  if (caseness_chart_table_get_n_rows (table) == 0)
    return;
  caseness_report_builder_add_heading (builder, 2, title, caseness_equity_words_view (CASENESS_EQUITY_VIEW_TESTS), NULL);
  caseness_report_builder_add_note (builder, subtitle);
  caseness_equity_report_add_table (builder, table, NULL, CASENESS_EQUITY_ROWS_SIDE_BY_SIDE);
}

/* The ratios as a picture. */
static void
add_ladder (CasenessReportBuilder *builder, const CasenessEquityAnswer *answer)
{
  g_autofree char *subtitle = caseness_equity_words_subtitle (answer, CASENESS_EQUITY_VIEW_RATIOS);
  g_autoptr(CasenessChart) chart = caseness_equity_chart_new (answer, CASENESS_EQUITY_VIEW_RATIOS, TRUE);

  if (chart == NULL)
    return;
  caseness_chart_set_titles (chart, _("Where the gap opens, step by step"), subtitle, NULL);
  caseness_report_builder_add_chart (builder, chart, 2, caseness_equity_words_view (CASENESS_EQUITY_VIEW_RATIOS));
  caseness_report_builder_add_space (builder, 8);
}

static void
add_summary (CasenessReportBuilder *builder, const CasenessEquityAnswer *answer)
{
  g_autofree char *title = caseness_equity_words_title (answer, CASENESS_EQUITY_VIEW_RATIOS, TRUE);
  g_autofree char *aspirations = caseness_equity_words_aspirations (answer, TRUE);
  g_autofree char *population = caseness_equity_words_population (answer);
  g_autofree char *access = caseness_equity_words_access (answer);
  g_autofree char *older = caseness_equity_words_older (answer, TRUE);
  g_autofree char *outcomes = caseness_equity_words_title (answer, CASENESS_EQUITY_VIEW_OUTCOMES, TRUE);
  g_autofree char *slope = caseness_equity_words_slope (answer, TRUE);
  g_autofree char *warning = caseness_equity_words_warning (answer, TRUE);
  g_autofree char *wider = NULL;

  caseness_report_builder_add_heading (builder, 1, title, _("Summary"), NULL);
  caseness_report_builder_add_definition (builder, _("Aspirations"), aspirations);
  caseness_report_builder_add_definition (builder, _("Population"), population);
  caseness_report_builder_add_definition (builder, _("Access"), access);
  caseness_report_builder_add_definition (builder, _("Older people"), older);
  caseness_report_builder_add_definition (builder, _("Recovery"), outcomes);
  caseness_report_builder_add_definition (builder, _("Deprivation"), slope);
  if (warning != NULL)
    caseness_report_builder_add_definition (builder, _("Beware"), warning);
  if (answer->picked_group >= 0)
    {
      g_autofree char *picked = caseness_equity_words_picked (answer, TRUE);

      caseness_report_builder_add_definition (builder, _("Asked about"), picked);
    }
  wider = caseness_equity_words_wider (answer, TRUE);
  if (wider != NULL)
    caseness_report_builder_add_definition (builder, _("More widely"), wider);
  caseness_report_builder_add_definition (builder, _("Who is named"), _("It does not identify people or staff."));
}

static void
add_definitions (CasenessReportBuilder *builder)
{
  gsize i;

  caseness_report_builder_add_heading (builder, 1, _("Definitions used"), _("Definitions"), DEFINITIONS);
  for (i = 0; i < G_N_ELEMENTS (definitions); i++)
    caseness_report_builder_add_definition (builder, _(definitions[i].term), _(definitions[i].text));
}

static CasenessReportBuilder *
create_builder (const CasenessEquityAnswer *answer)
{
  CasenessSnapshot *snapshot = answer->question->snapshot;
  const char *service = caseness_snapshot_get_service_name (snapshot);
  g_autofree char *period = caseness_period_format (&answer->question->period);
  g_autofree char *title = g_strdup_printf (_("Equity of access and outcome, %s, %s"), service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name ("equity", service, answer->question->as_at);
  g_autofree char *filter = caseness_pack_dup_filter (answer->question->filter, FALSE);
  g_autofree char *described = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (snapshot));
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, filter, described);
  const CasenessReportInfo info = {
    .title = title,
    .name = _("Equity report"),
    .service = service,
    .file_name = file_name,
    .confidentiality = _("Does not identify people"),
    .sources = sources,
    .method = _("Counts below 5 suppressed with what they could be worked out from, others rounded to 5. Contains public "
                "sector information licensed under the Open Government Licence v3.0."),
    .definitions = DEFINITIONS,
    .as_at = answer->question->as_at,
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

CasenessReport *
caseness_equity_report_new (const CasenessEquityAnswer *answer)
{
  static const int outcome_columns[] = { 0, 1, 3, 4, 5, 6, 9, 12, 15, -1 };
  static const int care_columns[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1 };
  CasenessReportBuilder *builder;

  g_return_val_if_fail (answer != NULL, NULL);
  builder = create_builder (answer);
  add_summary (builder, answer);
  add_ratios (builder, answer);
  add_tests (builder, answer);
  add_ladder (builder, answer);
  add_view (builder, answer, CASENESS_EQUITY_VIEW_ONE, NULL);
  add_view (builder, answer, CASENESS_EQUITY_VIEW_SHARES, NULL);
  add_view (builder, answer, CASENESS_EQUITY_VIEW_OUTCOMES, outcome_columns);
  add_view (builder, answer, CASENESS_EQUITY_VIEW_CARE, care_columns);
  add_view (builder, answer, CASENESS_EQUITY_VIEW_DEPRIVATION, NULL);
  add_view (builder, answer, CASENESS_EQUITY_VIEW_ROUTES, NULL);
  add_view (builder, answer, CASENESS_EQUITY_VIEW_TREND, NULL);
  caseness_equity_report_add_annex (builder, answer);
  add_view (builder, answer, CASENESS_EQUITY_VIEW_CHECKLIST, NULL);
  add_definitions (builder);
  return caseness_report_builder_end (builder);
}
