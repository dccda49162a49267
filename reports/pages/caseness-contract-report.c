/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-contract-report-private.h"
#include "caseness-overview-report.h"
#include "caseness-pack-words.h"
#include "caseness-series-chart.h"

#include <glib/gi18n.h>

#define DEFINITIONS "definitions"
#define LINES_TO_WRITE_ON 3

/* The parts of the pack, in order; each has a commentary box. */
static const CasenessContractPart parts[] = {
  { "standards", N_("Standards and outcomes") },
  { "access", N_("Access against prevalence and contract") },
  { "courses", N_("Courses of treatment") },
  { "waits", N_("Waits") },
  { "outcomes", N_("Outcomes") },
  { "equity", N_("Equity") },
  { "adsm", N_("Right measure for the problem (ADSM)") },
  { "experience", N_("Experience") },
  { "employment", N_("Employment") },
  { "workforce", N_("Workforce mix") },
  { "quality", N_("Data quality") },
  { "agreement", N_("Agreement with national figures") },
  { "self-assessment", N_("Self-assessment by the manual’s tables") },
};

const CasenessContractPart *
caseness_contract_report_get_parts (guint *n)
{
  *n = G_N_ELEMENTS (parts);
  return parts;
}

/* What was written on a part, or lines to write on. */
static void
add_commentary (CasenessReportBuilder *builder, const CasenessContract *contract, const char *word)
{
  g_autofree char *text = caseness_commentary_dup_text (contract->journal, word, &contract->period);
  CasenessReportTable *table;
  guint i;

  caseness_report_builder_add_heading (builder, 3, _("Commentary"), NULL, NULL);
  if (text != NULL)
    {
      g_auto(GStrv) paragraphs = g_strsplit (text, "\n", -1);

      for (i = 0; paragraphs[i] != NULL; i++)
        if (*g_strstrip (paragraphs[i]) != '\0')
          caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, paragraphs[i]);
      return;
    }
  table = caseness_report_table_new ();
  caseness_report_table_add_column (table, _("For notes at the review"), CASENESS_REPORT_START, 1);
  for (i = 0; i < LINES_TO_WRITE_ON; i++)
    caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_WRITE, NULL);
  caseness_report_builder_add_table (builder, table);
}

static void
begin_part (CasenessReportBuilder *builder, guint part)
{
  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _(parts[part].title), _(parts[part].title), parts[part].word);
}

static void
add_section_part (CasenessReportBuilder *builder, const CasenessContract *contract, CasenessContractSection section,
                  gboolean suppresses)
{
  if (section == CASENESS_CONTRACT_ACCESS)
    caseness_contract_report_add_access (builder, contract);
  caseness_contract_report_add_section (builder, contract, section, suppresses);
  if (section == CASENESS_CONTRACT_EQUITY)
    caseness_contract_report_add_population (builder, contract, suppresses);
}

static void
add_self_assessment (CasenessReportBuilder *builder, const CasenessContract *contract, gboolean suppresses)
{
  caseness_report_builder_add_note (builder, _("Answered over the year to date where data can answer; a dotted line is for "
                                               "people to answer."));
  caseness_report_builder_add_heading (builder, 2, _("What better performing services have in common (Table 7)"), NULL,
                                       NULL);
  caseness_contract_report_add_statements (builder, contract, 7, suppresses);
  caseness_report_builder_add_heading (builder, 2, _("Quality by domain (Table 8)"), NULL, NULL);
  caseness_contract_report_add_statements (builder, contract, 8, suppresses);
}

static void
add_standards (CasenessReportBuilder *builder, const CasenessContract *contract, gboolean suppresses)
{
  g_autofree char *message = caseness_overview_dup_message (contract->overview);
  g_autofree char *method = caseness_overview_dup_method (contract->overview);
  g_autofree char *warning = caseness_overview_dup_warning (contract->overview);

  caseness_report_builder_add_heading (builder, 2, message, NULL, NULL);
  if (warning != NULL)
    caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, warning);
  caseness_report_builder_add_note (builder, method);
  caseness_contract_report_add_standards (builder, contract, suppresses);
  caseness_report_builder_add_heading (builder, 2, _("In words"), _("In words"), NULL);
  caseness_contract_report_add_sentences (builder, contract);
}

/* A part whose word is that of a section of figures. */
static gboolean
find_section (const char *word, CasenessContractSection *section)
{
  guint i;

  for (i = 0; i < CASENESS_N_CONTRACT_SECTIONS; i++)
    if (g_str_equal (caseness_contract_section_get_word (i), word))
      {
        *section = i;
        return TRUE;
      }
  return FALSE;
}

static void
add_part (CasenessReportBuilder *builder, const CasenessContract *contract, guint part,
          const CasenessContractReportOptions *options)
{
  const char *word = parts[part].word;
  gboolean suppresses = !options->tells_exactly;
  CasenessContractSection section;

  begin_part (builder, part);
  if (find_section (word, &section))
    add_section_part (builder, contract, section, suppresses);
  else if (g_str_equal (word, "standards"))
    add_standards (builder, contract, suppresses);
  else if (g_str_equal (word, "quality"))
    caseness_contract_report_add_quality (builder, contract, options->as_at, suppresses);
  else if (g_str_equal (word, "agreement"))
    caseness_contract_report_add_agreement (builder, contract);
  else
    add_self_assessment (builder, contract, suppresses);
  add_commentary (builder, contract, word);
}

static const struct
{
  const char *term;
  const char *text;
} definitions[] = {
  { N_("Suppressed (*)"), N_("Fewer than five, none among them, and whatever they could be worked out from: figures of months, "
                             "quarters, the period and the year to date that add up, groups that add up, and measures that do. "
                             "Other counts are rounded to the nearest 5; percentages are worked out from exact counts. Mean, "
                             "limits and sentences of a chart leave out what is hidden. Groups of people are held against one "
                             "another, and against everybody, as the equity report says.") },
  { N_("Year to date"), N_("From April to the end of the period.") },
  { N_("95% interval"), N_("Of the year to date, Wilson’s score interval of a share.") },
  { N_("Varies"), N_("What the last of 24 monthly points says against the limits: same, better, worse or changed beyond "
                     "chance.") },
  { N_("Target"), N_("Whether the standard in force will be met while nothing changes: meets, misses, or hit or miss by "
                     "chance.") },
  { N_("Quarter by quarter"), N_("The last eight whole quarters of the financial year, the first from April to June. A dash where "
                                 "no submission is loaded.") },
  { N_("By group"), N_("Locality and team are those of the local lists; the problem descriptor is that of the referral; "
                       "intensities are those of its treatments.") },
  { N_("Plan"), N_("Contract numbers by month as entered in this service file; a plan for a quarter or year to date is told "
                   "when each of its months has one.") },
};

static void
add_definitions (CasenessReportBuilder *builder, const CasenessContract *contract)
{
  guint i;

  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _("Definitions used"), _("Definitions used"), DEFINITIONS);
  for (i = 0; i < G_N_ELEMENTS (definitions); i++)
    caseness_report_builder_add_definition (builder, _(definitions[i].term), _(definitions[i].text));
  for (i = 0; i < contract->rows->len; i++)
    {
      const CasenessOverviewStandard *standard
        = &((const CasenessContractRow *) g_ptr_array_index (contract->rows, i))->row.standard;
      g_autofree char *term = g_strdup_printf ("%s (%s)", standard->name, standard->measure->id);

      caseness_report_builder_add_definition (builder, term, standard->measure->definition);
    }
}

static char *
dup_reading (void)
{
  return g_strdup_printf ("%s %s", caseness_series_chart_get_legend (),
                          _("Line: the mean. Dotted lines: the limits between which the figure lies while nothing changes. "
                            "Dashes and dots: the standard or the plan. Seven points in a row on one side of the mean, seven "
                            "rising or falling, two of three close to a limit or one beyond it are more than chance. Axes do "
                            "not begin at zero."));
}

static CasenessReportBuilder *
create_builder (const CasenessContract *contract, const CasenessContractReportOptions *options)
{
  const char *service = caseness_snapshot_get_service_name (contract->snapshot);
  g_autofree char *period = caseness_period_format (&contract->period);
  g_autofree char *title = g_strdup_printf (_("Contract review, %s, %s"), service, period);
  g_autofree char *reading = dup_reading ();
  g_autofree char *file_name = caseness_pack_dup_file_name ("contract-review", service, options->as_at);
  g_autofree char *filter = caseness_pack_dup_filter (contract->filter, FALSE);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (contract->snapshot));
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, filter, from);
  CasenessReportInfo info = {
    .title = title,
    .name = _("Contract review pack"),
    .service = service,
    .file_name = file_name,
    .confidentiality = caseness_pack_get_confidentiality (options->tells_exactly),
    .sources = sources,
    .method = options->tells_exactly
                ? _("XmR. Wilson intervals. Counts exact.")
                : _("XmR. Wilson intervals. Counts rounded to 5, under 5 suppressed (*); percentages from exact counts."),
    .definitions = DEFINITIONS,
    .reading = reading,
    .as_at = options->as_at,
    .paper = CASENESS_REPORT_PORTRAIT,
  };

  return caseness_report_builder_new (&info);
}

static void
say_part (const CasenessContractReportOptions *options, guint part)
{
  if (options->progress != NULL)
    options->progress ((double) part / G_N_ELEMENTS (parts), _(parts[part].title), options->progress_data);
}

CasenessReport *
caseness_contract_report_new (const CasenessContract *contract, const CasenessContractReportOptions *options)
{
  g_autoptr(CasenessContract) told = NULL;
  g_autoptr(CasenessReport) report = NULL;
  CasenessReportBuilder *builder;
  gboolean is_wanted = TRUE;
  guint i;

  g_return_val_if_fail (contract != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->as_at != CASENESS_DATE_NONE, NULL);

  if (!options->tells_exactly)
    contract = told = caseness_contract_dup_told (contract);
  builder = create_builder (contract, options);
  for (i = 0; i < G_N_ELEMENTS (parts) && is_wanted; i++)
    {
      say_part (options, i);
      add_part (builder, contract, i, options);
      is_wanted = !g_cancellable_is_cancelled (options->cancellable);
    }
  add_definitions (builder, contract);
  report = caseness_report_builder_end (builder);
  return is_wanted ? g_steal_pointer (&report) : NULL;
}
