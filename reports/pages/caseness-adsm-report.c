/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-report.h"

#include "caseness-adsm-told.h"
#include "caseness-adsm-words.h"
#include "caseness-figure-words.h"
#include "caseness-pack-words.h"
#include "caseness-report-builder.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFINITIONS "adsm-definitions"

/* The splits that are printed. */
static const struct
{
  CasenessAdsmFamily family;
  CasenessAdsmSplit split;
} sections[] = {
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_PROBLEM },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_TEAM },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_THERAPY },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_MONTH },
  { CASENESS_ADSM_NATIONAL, CASENESS_ADSM_BY_CLINICIAN },
  { CASENESS_ADSM_MUS, CASENESS_ADSM_BY_PROBLEM },
  { CASENESS_ADSM_CONDITIONS, CASENESS_ADSM_BY_PROBLEM },
};

/* Without names these of them, which are the same courses divided in as many ways. */
#define N_TOLD 4

static const char *const judged_bookmarks[CASENESS_N_ADSM_JUDGED] = {
  [CASENESS_ADSM_RECOVERY] = N_("Recovery by either measure"),
  [CASENESS_ADSM_IMPROVEMENT] = N_("Reliable improvement by either measure"),
};

static const struct
{
  const char *term;
  const char *text;
  gboolean is_named; /* only the report with names uses it */
} definitions[] = {
  { N_("Should have had one"), N_("Finished courses whose problem descriptor has a measure of its own (national measure "
                                  "M203).") },
  { N_("Paired"), N_("A first and a last score of that measure from two contacts (M204); as a share of those who should "
                     "have had one it is M205.") },
  { N_("Wrong"), N_("None of the right measure, but a score of another one meant for a particular problem.") },
  { N_("By ADSM, by GAD-7"), N_("The same courses, with both scores of both measures, judged by either; PHQ-9 counts in "
                                "both. Recovery leaves out those not at caseness at the first scores."), TRUE },
  { N_("Long-term conditions"), N_("The first measure whose condition is recorded. No national measure counts these."), TRUE },
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

static void
add_cases (CasenessReportBuilder *builder, const CasenessAdsmUse *use)
{
  g_autofree char *count = caseness_chart_format_value (CASENESS_CHART_COUNT, use->cases->len);
  g_autofree char *title = caseness_adsm_words_open (use, count);
  g_autofree char *counts = caseness_adsm_words_cases (use);
  g_autoptr(GArray) cases = NULL;

  caseness_report_builder_add_heading (builder, 1, title, _("Open cases"), NULL);
  caseness_report_builder_add_note (builder, counts);
  cases = caseness_adsm_use_pick_cases (use, CASENESS_ADSM_WHEN_EVER, NULL);
  add_lists (builder, use, cases);
}

/* ---- without names: what may be told outside the service ---- */

static void
add_told_cell (CasenessReportTable *table, guint count, gboolean is_told)
{
  g_autofree char *text = is_told ? caseness_suppress_count (count) : g_strdup (CASENESS_SUPPRESSED);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, text);
}

static void
add_told_row (CasenessReportTable *table, const CasenessAdsmTold *told, guint place, guint row,
              const CasenessAdsm *adsm, const char *label)
{
  gboolean has_share = caseness_adsm_told_has (told, place, row, CASENESS_ADSM_SHOULD)
                       && caseness_adsm_told_has (told, place, row, CASENESS_ADSM_PAIRED);
  CasenessInterval paired = caseness_adsm_get_paired (adsm);
  g_autofree char *share = has_share ? caseness_adsm_words_percent (paired.value) : g_strdup (CASENESS_SUPPRESSED);
  g_autofree char *limits = has_share ? caseness_adsm_words_limits (&paired) : NULL;

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, label);
  add_told_cell (table, adsm->should_have, caseness_adsm_told_has (told, place, row, CASENESS_ADSM_SHOULD));
  add_told_cell (table, adsm->paired, caseness_adsm_told_has (told, place, row, CASENESS_ADSM_PAIRED));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, share);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, limits);
}

static gboolean
tells_row (const CasenessAdsmTold *told, guint place, guint row)
{
  return caseness_adsm_told_has (told, place, row, CASENESS_ADSM_SHOULD)
         || caseness_adsm_told_has (told, place, row, CASENESS_ADSM_PAIRED);
}

/* Where the whole of a division is told, its drawing says all that a table would. */
static gboolean
tells_all (const CasenessAdsmTold *told, guint place, const CasenessAdsmUse *use)
{
  guint i;

  for (i = 0; i <= use->rows->len; i++)
    if (!caseness_adsm_told_has (told, place, i, CASENESS_ADSM_SHOULD)
        || !caseness_adsm_told_has (told, place, i, CASENESS_ADSM_PAIRED))
      return FALSE;
  return TRUE;
}

static void
add_told_table (CasenessReportBuilder *builder, const CasenessAdsmTold *told, guint place, const CasenessAdsmUse *use,
                const char *const *labels)
{
  const char *const headings[] = { _("Should have had one"), _("Paired"), _("Paired %") };
  CasenessReportTable *table = caseness_report_table_new ();
  guint n_untold = 0;
  gsize i;

  caseness_report_table_add_column (table, caseness_adsm_words_split (use->family, use->split), CASENESS_REPORT_START, 1);
  for (i = 0; i < G_N_ELEMENTS (headings); i++)
    caseness_report_table_add_column (table, headings[i], CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_START, 0);
  for (i = 0; i < use->rows->len; i++)
    if (tells_row (told, place, i))
      add_told_row (table, told, place, i, g_ptr_array_index (use->rows, i), labels[i]);
    else
      n_untold++;
  add_told_row (table, told, place, use->rows->len, &use->total, _("All"));
  if (n_untold > 0)
    {
      g_autofree char *untold = caseness_figure_words_untold (n_untold);

      caseness_report_builder_add_note (builder, untold);
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_told_section (CasenessReportBuilder *builder, const CasenessAdsmTold *told, guint place, const CasenessAdsmUse *use)
{
  const char *split = caseness_adsm_words_split (use->family, use->split);
  g_auto(GStrv) labels = caseness_adsm_words_labels (use, TRUE);
  gboolean is_whole = tells_all (told, place, use);
  g_autoptr(CasenessChart) chart
    = is_whole || use->split == CASENESS_ADSM_BY_PROBLEM
        ? caseness_adsm_chart_told (use, told, place, (const char *const *) labels)
        : NULL;

  if (chart != NULL)
    caseness_report_builder_add_chart (builder, chart, 2, split);
  else
    caseness_report_builder_add_heading (builder, 2, split, split, NULL);
  if (chart != NULL)
    caseness_report_builder_add_space (builder, 8);
  if (chart == NULL || !is_whole)
    add_told_table (builder, told, place, use, (const char *const *) labels);
}

/* How all of them were measured. */
static void
add_told_classes (CasenessReportBuilder *builder, const CasenessAdsmTold *told, const CasenessAdsmUse *use)
{
  const char *const classes[CASENESS_N_ADSM_CLASSES] = {
    [CASENESS_ADSM_PAIRED] = _("Right measure, paired"),
    [CASENESS_ADSM_FIRST_ONLY] = _("Right measure, first score only"),
    [CASENESS_ADSM_WRONG] = _("Another specific measure"),
    [CASENESS_ADSM_GAD] = _("GAD-7 instead"),
    [CASENESS_ADSM_NO_SCORE] = _("No score at all"),
  };
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, _("Of those who should have had one"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Courses"), CASENESS_REPORT_END, 0);
  for (i = 0; i < CASENESS_N_ADSM_CLASSES; i++)
    {
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, classes[i]);
      add_told_cell (table, caseness_adsm_get_class (&use->total, i), caseness_adsm_told_has (told, 0, use->rows->len, i));
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_told_descriptors (CasenessReportBuilder *builder, const CasenessAdsmTold *told, const CasenessAdsmUse *use)
{
  CasenessReportTable *table = caseness_report_table_new ();
  gboolean has_share = caseness_adsm_told_has_number (told, CASENESS_ADSM_NUMBER_COURSES)
                       && caseness_adsm_told_has_number (told, CASENESS_ADSM_NUMBER_RECORDED);
  g_autofree char *title
      = has_share ? caseness_adsm_words_descriptors (&use->descriptors) : g_strdup (_("Problem descriptors"));
  guint i;

  caseness_report_builder_add_heading (builder, 1, title, _("Problem descriptors"), NULL);
  caseness_report_table_add_column (table, _("Problem descriptor"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Courses"), CASENESS_REPORT_END, 0);
  for (i = 0; i < CASENESS_N_ADSM_FINDINGS; i++)
    {
      CasenessAdsmFinding finding = caseness_adsm_words_finding (&use->descriptors, i);
      g_autofree char *meaning = finding.meaning;

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, finding.name);
      add_told_cell (table, finding.courses, caseness_adsm_told_has_number (told, CASENESS_ADSM_NUMBER_RECORDED + i));
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_told_cases (CasenessReportBuilder *builder, const CasenessAdsmTold *told, const CasenessAdsmUse *use)
{
  g_autofree char *count = caseness_adsm_told_has_number (told, CASENESS_ADSM_NUMBER_CASES)
                               ? caseness_suppress_count (use->cases->len)
                               : g_strdup (CASENESS_SUPPRESSED);
  g_autofree char *title = caseness_adsm_words_open (use, count);

  caseness_report_builder_add_heading (builder, 1, title, _("Open cases"), NULL);
  caseness_report_builder_add_note (builder, _("Judging by GAD-7 instead, unexplained symptoms and long-term conditions "
                                               "are in the report that stays within the service."));
}

static void
add_told (CasenessReportBuilder *builder, CasenessAdsmUse *const *uses)
{
  g_autoptr(CasenessAdsmTold) told = caseness_adsm_told_new ((const CasenessAdsmUse *const *) uses, N_TOLD);
  const CasenessAdsmUse *first = uses[0];
  gboolean has_share = caseness_adsm_told_has (told, 0, first->rows->len, CASENESS_ADSM_SHOULD)
                       && caseness_adsm_told_has (told, 0, first->rows->len, CASENESS_ADSM_PAIRED);
  g_autofree char *paired = caseness_adsm_words_percent (first->national.value);
  g_autofree char *title
      = has_share ? g_strdup_printf (_("Of the courses that should have had a specific measure, %s are paired"), paired)
                  : g_strdup (_("Too few courses should have had a specific measure to tell how many are paired"));
  guint i;

  caseness_report_builder_add_heading (builder, 1, title, _("Use"), NULL);
  caseness_report_builder_add_note (builder, _("*: fewer than five, or a number that would give such a one away."));
  add_told_classes (builder, told, first);
  for (i = 0; i < N_TOLD; i++)
    if (uses[i]->rows->len > 0)
      add_told_section (builder, told, i, uses[i]);
  add_told_descriptors (builder, told, first);
  add_told_cases (builder, told, first);
}

/* ---- the whole ---- */

static void
add_definitions (CasenessReportBuilder *builder, gboolean identifies)
{
  gsize i;

  caseness_report_builder_add_heading (builder, 1, _("Definitions used"), _("Definitions"), DEFINITIONS);
  for (i = 0; i < G_N_ELEMENTS (definitions); i++)
    if (identifies || !definitions[i].is_named)
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
                                            : _("Does not identify people"),
    .sources = sources,
    .method = options->identifies ? _("Counts exact.")
                                  : _("Counts rounded to 5, under 5 shown as *. Rates from exact counts, Wilson "
                                      "intervals."),
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

static void
add_all (CasenessReportBuilder *builder, CasenessAdsmUse *const *uses)
{
  const CasenessAdsmUse *first = uses[0];
  g_autofree char *paired = caseness_adsm_words_percent (first->national.value);
  g_autofree char *title = g_strdup_printf (_("Of %'u courses that should have had a specific measure, %s are paired"),
                                            first->total.should_have, paired);
  gsize i;

  caseness_report_builder_add_heading (builder, 1, title, _("Use"), NULL);
  for (i = 0; i < G_N_ELEMENTS (sections); i++)
    if (uses[i]->rows->len > 0)
      add_section (builder, uses[i]);
  if (first->cost->courses > 0)
    add_costs (builder, first);
  add_descriptors (builder, first);
  add_cases (builder, first);
}

CasenessReport *
caseness_adsm_report_new (CasenessSnapshot *snapshot, const CasenessAdsmReportOptions *options, GError **error)
{
  g_autoptr(GPtrArray) uses = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_adsm_use_free);
  CasenessReportBuilder *builder;
  gsize i;

  g_return_val_if_fail (snapshot != NULL && options != NULL, NULL);

  for (i = 0; i < (options->identifies ? G_N_ELEMENTS (sections) : N_TOLD); i++)
    {
      CasenessAdsmUse *use = ask (snapshot, options, i, error);

      if (use == NULL)
        return NULL;
      g_ptr_array_add (uses, use);
    }
  builder = create_builder (snapshot, options, "adsm", _("ADSM use"));
  if (options->identifies)
    add_all (builder, (CasenessAdsmUse *const *) uses->pdata);
  else
    add_told (builder, (CasenessAdsmUse *const *) uses->pdata);
  add_definitions (builder, options->identifies);
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
  add_definitions (builder, TRUE);
  return caseness_report_builder_end (builder);
}
