/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-report.h"

#include "caseness-interval-chart.h"
#include "caseness-pack-words.h"
#include "caseness-report-builder.h"
#include "caseness-stack-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#define DEFINITIONS "adsm-definitions"

/* The splits that are printed; clinicians only where the report may name them. */
static const struct
{
  CasenessAdsmFamily family;
  CasenessAdsmSplit split;
  const char *heading;
  gboolean names_staff;
} sections[] = {
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM, N_("Problem descriptor"), FALSE },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_TEAM, N_("Team"), FALSE },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_THERAPY, N_("Therapy"), FALSE },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_MONTH, N_("Month"), FALSE },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_CLINICIAN, N_("Clinician"), TRUE },
  { CASENESS_ADSM_CONDITIONS, CASENESS_ADSM_BY_PROBLEM, N_("Measure of a long-term condition"), FALSE },
};

static const struct
{
  const char *heading;
  const char *full;
  CasenessStackLook look;
} segments[] = {
  { N_("Paired"), N_("Right measure, paired"), CASENESS_STACK_SOLID },
  { N_("First only"), N_("Right measure, first score only"), CASENESS_STACK_RISING },
  { N_("Wrong"), N_("Another specific measure"), CASENESS_STACK_CROSS },
  { N_("GAD-7 instead"), N_("GAD-7 instead"), CASENESS_STACK_DOTS },
  { N_("None"), N_("No score at all"), CASENESS_STACK_BLANK },
};

static const char *const lacks[CASENESS_N_ADSM_LACKS] = {
  [CASENESS_ADSM_NEVER] = N_("never had it"),
  [CASENESS_ADSM_OTHER] = N_("another one instead"),
  [CASENESS_ADSM_NOT_LAST] = N_("not at the last session"),
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

static char *
dup_percent (double value)
{
  return isnan (value) ? g_strdup ("–") : caseness_chart_format_value (CASENESS_CHART_PERCENT, value);
}

static void
add_stack_row (CasenessStackChart *chart, const CasenessAdsm *adsm, const char *label, gboolean is_total)
{
  guint counts[] = { adsm->paired, adsm->first_only, adsm->wrong_measure, adsm->gad_instead,
                     caseness_adsm_get_none (adsm) };
  CasenessInterval paired = caseness_adsm_get_paired (adsm);
  gboolean is_small = adsm->should_have < CASENESS_ADSM_FEWEST;
  guint row = caseness_stack_chart_add_row (chart, label);
  g_autofree char *share = is_small ? g_strdup ("–") : dup_percent (paired.value);
  /* Translators: the ends of an interval: "48.8 to 51.8". */
  g_autofree char *interval = is_small ? NULL : g_strdup_printf (_("%.1f to %.1f"), paired.lower, paired.upper);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (counts); i++)
    caseness_stack_chart_set_count (chart, row, i, counts[i]);
  if (is_small)
    caseness_stack_chart_set_note (chart, row, _("under 10"));
  if (is_total)
    caseness_stack_chart_set_total (chart, row);
  caseness_stack_chart_set_cell (chart, row, 0, share);
  caseness_stack_chart_set_cell (chart, row, 1, interval);
}

static void
add_section (CasenessReportBuilder *builder, const CasenessAdsmUse *use, const char *heading)
{
  g_autoptr(CasenessStackChart) chart = caseness_stack_chart_new (heading, _("Each bar is 100% of its row"));
  g_autofree char *period = caseness_period_format (&use->period);
  g_autofree char *title = g_strdup_printf (_("The right measure, by %s"), heading);
  g_autofree char *subtitle
      /* Translators: the period, and how many. */
      = g_strdup_printf (_("Finished courses that should have had one, %s, n = %u"), period, use->total.should_have);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (segments); i++)
    caseness_stack_chart_add_segment (chart, _(segments[i].heading), _(segments[i].full), segments[i].look);
  caseness_stack_chart_add_column (chart, _("Paired %"), FALSE);
  caseness_stack_chart_add_column (chart, _("95% interval"), TRUE);
  for (i = 0; i < use->rows->len; i++)
    {
      const CasenessAdsm *row = g_ptr_array_index (use->rows, i);

      add_stack_row (chart, row, row->group, FALSE);
    }
  add_stack_row (chart, &use->total, _("All"), TRUE);
  caseness_chart_set_titles (caseness_stack_chart_as_chart (chart), title, subtitle,
                             _("Classes are exclusive. Shares of fewer than 10 are not shown."));
  caseness_report_builder_add_chart (builder, caseness_stack_chart_as_chart (chart), 2, heading);
}

static void
add_cost_row (CasenessIntervalChart *chart, const CasenessAdsmCost *cost, const char *label, gboolean is_total)
{
  const CasenessInterval *recovery = &cost->by_specific.recovery;
  gboolean is_small = cost->courses < CASENESS_ADSM_FEWEST;
  g_autofree char *n = caseness_chart_format_value (CASENESS_CHART_COUNT, cost->courses);
  guint row = caseness_interval_chart_add_row (chart, label, is_small ? NAN : recovery->value, is_small ? NAN : recovery->lower,
                                               is_small ? NAN : recovery->upper,
                                               is_small ? CASENESS_INTERVAL_TOO_SMALL : CASENESS_INTERVAL_SPANS);

  if (!is_small)
    caseness_interval_chart_set_second_value (chart, row, cost->by_general.recovery.value);
  caseness_interval_chart_set_cell (chart, row, 0, n);
  if (is_total)
    caseness_interval_chart_set_total (chart, row);
}

static void
add_costs (CasenessReportBuilder *builder, const CasenessAdsmUse *use)
{
  g_autoptr(CasenessIntervalChart) chart
      = caseness_interval_chart_new (_("Problem descriptor"), _("Recovery"), CASENESS_CHART_PERCENT, FALSE);
  g_autofree char *specific = dup_percent (use->cost->by_specific.recovery.value);
  g_autofree char *general = dup_percent (use->cost->by_general.recovery.value);
  g_autofree char *title = g_strdup_printf (_("The same people: %s recovery by their own measure, %s by GAD-7"),
                                            specific, general);
  g_autofree char *missed = g_strdup_printf (
      _("At the first scores, of %u courses scored on all three: %u at caseness on their own measure alone, who would be "
        "missed without it; %u on GAD-7 alone."),
      use->missed.scored, use->missed.only_by_specific, use->missed.only_by_general);
  guint i;

  caseness_interval_chart_set_second (chart, _("by ADSM"), _("by GAD-7"));
  caseness_interval_chart_add_column (chart, _("Courses"));
  for (i = 0; i < use->costs->len; i++)
    {
      const CasenessAdsmCost *cost = g_ptr_array_index (use->costs, i);

      add_cost_row (chart, cost, cost->problem, FALSE);
    }
  add_cost_row (chart, use->cost, _("All"), TRUE);
  caseness_chart_set_titles (caseness_interval_chart_as_chart (chart), title,
                             _("Courses with both scores of both measures; PHQ-9 counts in both"), missed);
  caseness_report_builder_add_chart (builder, caseness_interval_chart_as_chart (chart), 1, _("What it costs"));
}

static void
add_descriptor (CasenessReportTable *table, const char *what, guint courses, const char *meaning)
{
  g_autofree char *number = caseness_chart_format_value (CASENESS_CHART_COUNT, courses);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, what);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, number);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, meaning);
}

static void
add_descriptors (CasenessReportBuilder *builder, const CasenessAdsmUse *use)
{
  const CasenessAdsmDescriptors *found = &use->descriptors;
  CasenessReportTable *table = caseness_report_table_new ();
  g_autofree char *share = dup_percent (found->share.value);
  g_autofree char *recorded
      = g_strdup_printf (_("%s of %u courses; the benchmark is %.0f%%."), share, found->courses, found->standard);
  g_autofree char *mixed = g_strdup_printf (_("%u of them with both first PHQ-9 and GAD-7 at caseness."),
                                            found->mixed_at_caseness);

  caseness_report_builder_add_heading (builder, 1, _("Problem descriptors"), _("Problem descriptors"), NULL);
  caseness_report_table_add_column (table, _("Problem descriptor"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Courses"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("What it says"), CASENESS_REPORT_START, 1);
  add_descriptor (table, _("Recorded"), found->recorded, recorded);
  add_descriptor (table, _("Missing"), found->missing, _("No problem descriptor at all."));
  add_descriptor (table, _("Cannot be read"), found->invalid, _("Not a code the national rules accept."));
  add_descriptor (table, _("Mixed anxiety and depression"), found->mixed, mixed);
  add_descriptor (table, _("Changed"), found->changed, _("More than one primary problem over time."));
  caseness_report_builder_add_table (builder, table);
}

static void
add_case (CasenessReportTable *table, const CasenessAdsmUse *use, const CasenessAdsmCase *found)
{
  guint n_tools;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);
  g_autofree char *sessions = caseness_chart_format_value (CASENESS_CHART_COUNT, found->sessions);
  g_autofree char *next
      = found->next == CASENESS_DATE_NONE ? g_strdup (_("no date")) : caseness_date_format_long (found->next);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD,
                                  caseness_snapshot_get_text (use->snapshot, found->pathway,
                                                              CASENESS_PATHWAY_SERVICE_REQUEST_ID));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                  caseness_snapshot_get_text (use->snapshot, found->pathway, CASENESS_PATHWAY_CLINICIAN));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, tools[found->tool].measure);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, _(lacks[found->lack]));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, sessions);
  caseness_report_table_add_cell (
      table, found->next == CASENESS_DATE_NONE ? CASENESS_REPORT_CELL_BOXED : CASENESS_REPORT_CELL_TEXT, next);
}

/* Without names only how many there are. */
static void
add_cases (CasenessReportBuilder *builder, const CasenessAdsmUse *use, gboolean identifies)
{
  g_autofree char *title = g_strdup_printf (_("Open cases missing it today: %u"), use->cases->len);
  g_autofree char *counts
      = g_strdup_printf (_("%u never had it, %u had another one instead, %u not at the last session."),
                         use->n_cases[CASENESS_ADSM_NEVER], use->n_cases[CASENESS_ADSM_OTHER],
                         use->n_cases[CASENESS_ADSM_NOT_LAST]);
  CasenessReportTable *table;
  guint i;

  caseness_report_builder_add_heading (builder, 1, title, _("Open cases"), NULL);
  caseness_report_builder_add_note (builder, counts);
  if (!identifies || use->cases->len == 0)
    return;
  table = caseness_report_table_new ();
  caseness_report_table_add_column (table, _("Referral"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Clinician"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Measure"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("What is missing"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Sessions"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Next seen"), CASENESS_REPORT_START, 0);
  for (i = 0; i < use->cases->len; i++)
    add_case (table, use, &g_array_index (use->cases, CasenessAdsmCase, i));
  caseness_report_builder_add_table (builder, table);
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
create_builder (CasenessSnapshot *snapshot, const CasenessAdsmReportOptions *options)
{
  const char *service = caseness_snapshot_get_service_name (snapshot);
  g_autofree char *period = caseness_period_format (&options->period);
  g_autofree char *title = g_strdup_printf (_("ADSM use, %s, %s"), service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name ("adsm", service, options->as_at);
  g_autofree char *filter = caseness_pack_dup_filter (options->filter, options->identifies);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (snapshot));
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, filter, from);
  CasenessReportInfo info = {
    .title = title,
    .name = _("ADSM use"),
    .service = service,
    .file_name = file_name,
    .confidentiality = options->identifies ? _("Identifies people: for supervision only") : _("Does not identify people"),
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
  paired = dup_percent (first->national.value);
  title = g_strdup_printf (_("Of %u courses that should have had a specific measure, %s are paired"),
                           first->total.should_have, paired);
  builder = create_builder (snapshot, options);
  caseness_report_builder_add_heading (builder, 1, title, _("Use"), NULL);
  for (i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      /* The same filter has just been understood, so there is an answer. */
      g_autoptr(CasenessAdsmUse) use = ask (snapshot, options, i, NULL);

      if (use != NULL && use->rows->len > 0 && (options->identifies || !sections[i].names_staff))
        add_section (builder, use, _(sections[i].heading));
    }
  if (first->cost->courses > 0)
    add_costs (builder, first);
  add_descriptors (builder, first);
  add_cases (builder, first, options->identifies);
  add_definitions (builder);
  return caseness_report_builder_end (builder);
}
