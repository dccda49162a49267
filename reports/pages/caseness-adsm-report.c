/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-report.h"

#include "caseness-adsm-words.h"
#include "caseness-pack-words.h"
#include "caseness-report-builder.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFINITIONS "adsm-definitions"

/* The splits that are printed; clinicians only where the report may name them. */
static const struct
{
  CasenessAdsmFamily family;
  CasenessAdsmSplit split;
  gboolean names_staff;
} sections[] = {
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM, FALSE },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_TEAM, FALSE },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_THERAPY, FALSE },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_MONTH, FALSE },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_CLINICIAN, TRUE },
  { CASENESS_ADSM_MUS, CASENESS_ADSM_BY_PROBLEM, FALSE },
  { CASENESS_ADSM_CONDITIONS, CASENESS_ADSM_BY_PROBLEM, FALSE },
};

static const char *const judged_bookmarks[CASENESS_N_ADSM_JUDGED] = {
  [CASENESS_ADSM_RECOVERY] = N_("Recovery by either measure"),
  [CASENESS_ADSM_IMPROVEMENT] = N_("Reliable improvement by either measure"),
};

static const struct
{
  const char *term;
  const char *text;
} definitions[] = {
  { N_("Should have had one"), N_("Finished courses whose problem descriptor has a measure of its own (national measure "
                                  "M203).") },
  { N_("Paired"), N_("A first and a last score of that measure from two contacts (M204); as a share of those who should "
                     "have had one it is M205.") },
  { N_("Wrong"), N_("None of the right measure, but a score of another one meant for a particular problem.") },
  { N_("By ADSM, by GAD-7"), N_("The same courses, with both scores of both measures, judged by either; PHQ-9 counts in "
                                "both. Recovery leaves out those not at caseness at the first scores.") },
  { N_("Long-term conditions"), N_("The first measure whose condition is recorded. No national measure counts these.") },
  { N_("95% interval"), N_("Wilson’s score interval of the share.") },
};

static void
add_section (CasenessReportBuilder *builder, const CasenessAdsmUse *use)
{
  g_auto(GStrv) labels = caseness_adsm_words_labels (use, FALSE);
  g_autoptr(CasenessChart) chart = caseness_adsm_chart_use (use, (const char *const *) labels);
  const char *heading = use->family == CASENESS_ADSM_MUS ? _("Medically unexplained symptoms")
                                                         : caseness_adsm_words_split (use->family, use->split);

  caseness_report_builder_add_chart (builder, chart, 2, heading);
}

static void
add_costs (CasenessReportBuilder *builder, const CasenessAdsmUse *use)
{
  guint judged;

  for (judged = 0; judged < CASENESS_N_ADSM_JUDGED; judged++)
    {
      g_autoptr(CasenessChart) chart = caseness_adsm_chart_costs (use, judged);

      caseness_report_builder_add_chart (builder, chart, 1, _(judged_bookmarks[judged]));
    }
}

static void
add_descriptors (CasenessReportBuilder *builder, const CasenessAdsmUse *use)
{
  CasenessReportTable *table = caseness_report_table_new ();
  g_autofree char *title = caseness_adsm_words_descriptors (&use->descriptors);
  guint i;

  caseness_report_builder_add_heading (builder, 1, title, _("Problem descriptors"), NULL);
  caseness_report_table_add_column (table, _("Problem descriptor"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Courses"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("What it says"), CASENESS_REPORT_START, 1);
  for (i = 0; i < CASENESS_N_ADSM_FINDINGS; i++)
    {
      CasenessAdsmFinding finding = caseness_adsm_words_finding (&use->descriptors, i);
      g_autofree char *meaning = finding.meaning;
      g_autofree char *number = caseness_chart_format_value (CASENESS_CHART_COUNT, finding.courses);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, finding.name);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, number);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, meaning);
    }
  caseness_report_builder_add_table (builder, table);
}

/* What a clinician has open, by when they see them. */
static CasenessReportTable *
create_list (void)
{
  CasenessReportTable *table = caseness_report_table_new ();

  caseness_report_table_add_column (table, _("Next seen"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Referral"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Measure"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("What is missing"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Sessions"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Last session"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Given on"), CASENESS_REPORT_START, 0);
  return table;
}

static void
add_case (CasenessReportTable *table, const CasenessAdsmUse *use, const CasenessAdsmCase *found)
{
  guint n_tools;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);
  g_autofree char *sessions = caseness_chart_format_value (CASENESS_CHART_COUNT, found->sessions);
  g_autofree char *next = caseness_adsm_words_seen (found);
  g_autofree char *last = caseness_date_format_short (found->last);

  caseness_report_table_add_cell (
      table, found->next == CASENESS_DATE_NONE ? CASENESS_REPORT_CELL_BOXED : CASENESS_REPORT_CELL_TEXT, next);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD,
                                  caseness_snapshot_get_text (use->snapshot, found->pathway,
                                                              CASENESS_PATHWAY_SERVICE_REQUEST_ID));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, tools[found->tool].measure);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_adsm_words_lack (found->lack));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, sessions);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, last);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_WRITE, NULL);
}

static void
add_lists (CasenessReportBuilder *builder, const CasenessAdsmUse *use, const GArray *cases)
{
  CasenessReportTable *table = NULL;
  const char *clinician = NULL;
  guint i;

  for (i = 0; i < cases->len; i++)
    {
      const CasenessAdsmCase *found = &g_array_index (cases, CasenessAdsmCase, i);
      const char *whose = caseness_adsm_case_get_clinician (use, found);

      if (clinician == NULL || strcmp (whose, clinician) != 0)
        {
          if (table != NULL)
            caseness_report_builder_add_table (builder, table);
          table = create_list ();
          clinician = whose;
          caseness_report_builder_add_heading (builder, 2, *whose != '\0' ? whose : _("Nobody recorded"), NULL, NULL);
        }
      add_case (table, use, found);
    }
  if (table != NULL)
    caseness_report_builder_add_table (builder, table);
}

/* Without names only how many there are. */
static void
add_cases (CasenessReportBuilder *builder, const CasenessAdsmUse *use, gboolean identifies)
{
  g_autofree char *title = g_strdup_printf (_("Open cases missing it today: %'u"), use->cases->len);
  g_autofree char *counts = caseness_adsm_words_cases (use);
  g_autoptr(GArray) cases = NULL;

  caseness_report_builder_add_heading (builder, 1, title, _("Open cases"), NULL);
  caseness_report_builder_add_note (builder, counts);
  if (!identifies)
    return;
  cases = caseness_adsm_use_pick_cases (use, CASENESS_ADSM_WHEN_EVER, NULL);
  add_lists (builder, use, cases);
}

static void
add_definitions (CasenessReportBuilder *builder)
{
  gsize i;

  caseness_report_builder_add_heading (builder, 1, _("Definitions used"), _("Definitions"), DEFINITIONS);
  for (i = 0; i < G_N_ELEMENTS (definitions); i++)
    caseness_report_builder_add_definition (builder, _(definitions[i].term), _(definitions[i].text));
}

/* @kind begins the file's name, @name is what the paper is called. */
static CasenessReportBuilder *
create_builder (CasenessSnapshot *snapshot, const CasenessAdsmReportOptions *options, const char *kind,
                const char *name)
{
  const char *service = caseness_snapshot_get_service_name (snapshot);
  g_autofree char *period = caseness_period_format (&options->period);
  g_autofree char *title = g_strdup_printf ("%s, %s, %s", name, service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name (kind, service, options->as_at);
  g_autofree char *filter = caseness_pack_dup_filter (options->filter, options->identifies);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (snapshot));
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, filter, from);
  CasenessReportInfo info = {
    .title = title,
    .name = name,
    .service = service,
    .file_name = file_name,
    .confidentiality = options->identifies ? _("Identifies people: for supervision only")
                                            : _("Exact counts: keep it within the service"),
    .sources = sources,
    .method = _("Counts exact."),
    .definitions = DEFINITIONS,
    .as_at = options->as_at,
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

static CasenessAdsmUse *
ask (CasenessSnapshot *snapshot, const CasenessAdsmReportOptions *options, gsize section, GError **error)
{
  return caseness_adsm_use_new (snapshot, &options->period, options->filter, options->as_at, sections[section].family,
                                sections[section].split, error);
}

CasenessReport *
caseness_adsm_report_new (CasenessSnapshot *snapshot, const CasenessAdsmReportOptions *options, GError **error)
{
  g_autoptr(CasenessAdsmUse) first = NULL;
  g_autofree char *title = NULL;
  g_autofree char *paired = NULL;
  CasenessReportBuilder *builder;
  gsize i;

  g_return_val_if_fail (snapshot != NULL && options != NULL, NULL);

  first = ask (snapshot, options, 0, error);
  if (first == NULL)
    return NULL;
  paired = caseness_adsm_words_percent (first->national.value);
  title = g_strdup_printf (_("Of %'u courses that should have had a specific measure, %s are paired"),
                           first->total.should_have, paired);
  builder = create_builder (snapshot, options, "adsm", _("ADSM use"));
  caseness_report_builder_add_heading (builder, 1, title, _("Use"), NULL);
  for (i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      /* The same filter has just been understood, so there is an answer. */
      g_autoptr(CasenessAdsmUse) use = ask (snapshot, options, i, NULL);

      if (use != NULL && use->rows->len > 0 && (options->identifies || !sections[i].names_staff))
        add_section (builder, use);
    }
  if (first->cost->courses > 0)
    add_costs (builder, first);
  add_descriptors (builder, first);
  add_cases (builder, first, options->identifies);
  add_definitions (builder);
  return caseness_report_builder_end (builder);
}

CasenessReport *
caseness_adsm_list_report_new (const CasenessAdsmUse *use, CasenessAdsmWhen when, const char *clinician)
{
  CasenessAdsmReportOptions options = { .identifies = TRUE };
  g_autoptr(GArray) cases = NULL;
  g_autofree char *title = NULL;
  CasenessReportBuilder *builder;

  g_return_val_if_fail (use != NULL && when < CASENESS_N_ADSM_WHENS, NULL);

  options.period = use->period;
  options.as_at = use->as_at;
  options.filter = use->filter;
  cases = caseness_adsm_use_pick_cases (use, when, clinician);
  title = caseness_adsm_words_when (use, when);
  builder = create_builder (use->snapshot, &options, "adsm-list", _("Measures to give"));
  caseness_report_builder_add_heading (builder, 1, title, _("Measures to give"), NULL);
  caseness_report_builder_add_note (
      builder, ngettext ("An open case whose measure was not given at the last session.",
                         "Open cases whose measure was not given at the last session, by clinician.", cases->len));
  if (cases->len == 0)
    caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, _("Nobody."));
  add_lists (builder, use, cases);
  add_definitions (builder);
  return caseness_report_builder_end (builder);
}
