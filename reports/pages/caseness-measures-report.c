/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-measures-report.h"

#include "caseness-breakdown.h"
#include "caseness-catalogue.h"
#include "caseness-explanation.h"
#include "caseness-figure-words.h"
#include "caseness-overview-report.h"
#include "caseness-pack-words.h"
#include "caseness-report-builder.h"
#include "caseness-staff-words.h"
#include "caseness-standard.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define DEFINITIONS "definitions"

static gboolean
is_counted (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_COUNT || measure->statistic == CASENESS_STATISTIC_SUM
         || measure->statistic == CASENESS_STATISTIC_TOTAL;
}

/* A part as it may leave the service (rulings 86). */
static char *
dup_part (double part)
{
  return isnan (part) ? g_strdup ("") : caseness_suppress_count (llround (part));
}

static gboolean
is_hidden (const CasenessMeasure *measure, const CasenessFigure *figure)
{
  if (!isnan (figure->denominator) && caseness_suppress_is_small (llround (figure->denominator)))
    return TRUE;
  return caseness_measure_is_made_of_others (measure) && !isnan (figure->numerator)
         && caseness_suppress_is_small (llround (figure->numerator));
}

/* Value and counts where small numbers are hidden and the others rounded; an interval of a count or of a hidden share
 * would tell them. */
static void
add_suppressed (CasenessReportTable *table, const CasenessMeasure *measure, const CasenessFigure *figure)
{
  g_autofree char *numerator = dup_part (figure->numerator);
  g_autofree char *denominator = dup_part (figure->denominator);
  g_autofree char *value = NULL;
  g_autofree char *counts = NULL;

  if (is_counted (measure))
    value = dup_part (figure->value);
  else if (is_hidden (measure, figure))
    value = g_strdup (CASENESS_SUPPRESSED);
  else
    value = caseness_figure_words_value (measure, figure);
  if (measure->statistic == CASENESS_STATISTIC_PERCENTAGE)
    /* Translators: a numerator and a denominator: "2,196 of 4,363" */
    counts = g_strdup_printf (_("%1$s of %2$s"), numerator, denominator);
  else if (!is_counted (measure))
    /* Translators: what a mean or a median stands on */
    counts = g_strdup_printf (_("of %s"), denominator);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, value);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, counts);
}

static void
add_cells (CasenessReportTable *table, const CasenessMeasure *measure, const CasenessFigure *figure)
{
  CasenessIntervalMethod method;
  CasenessInterval interval = caseness_explanation_find_interval (measure, figure, &method);
  g_autofree char *value = caseness_figure_words_value (measure, figure);
  g_autofree char *counts = caseness_figure_words_counts (measure, figure);
  g_autofree char *limits = caseness_figure_words_interval (measure, &interval);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, value);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, counts);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, limits);
}

static void
add_row (CasenessReportTable *table, const CasenessSnapshot *snapshot, const CasenessAnswer *answer, guint which,
         gboolean suppresses)
{
  const CasenessMeasure *measure = caseness_answer_get_measure (answer, which);
  const CasenessStandard *standard
    = caseness_standard_find (snapshot, measure, caseness_answer_get_period (answer, 0)->end);
  CasenessFigure figure = caseness_answer_get (answer, 0, 0, 0, which);
  g_autofree char *held_to = standard != NULL ? caseness_figure_words_standard (measure, standard) : NULL;

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, measure->id);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, measure->title);
  if (suppresses)
    add_suppressed (table, measure, &figure);
  else
    add_cells (table, measure, &figure);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, held_to);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_SECONDARY, measure->definition);
}

/* @topic: (nullable): those about it alone */
static void
add_figures (CasenessReportBuilder *builder, const CasenessSnapshot *snapshot, const CasenessAnswer *answer,
             const char *topic, gboolean suppresses)
{
  g_autoptr(CasenessReportTable) table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, _("Id"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Measure"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Value"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Counts"), CASENESS_REPORT_END, 0);
  if (!suppresses)
    caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Standard"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Definition"), CASENESS_REPORT_START, 1);
  for (i = 0; i < caseness_answer_get_n_measures (answer); i++)
    if (topic == NULL || strcmp (caseness_catalogue_find_topic (caseness_answer_get_measure (answer, i)), topic) == 0)
      add_row (table, snapshot, answer, i, suppresses);
  if (caseness_report_table_get_n_rows (table) == 0)
    return;
  if (topic != NULL)
    {
      const char *words = g_dgettext (GETTEXT_PACKAGE, topic);

      caseness_report_builder_add_heading (builder, 2, words, words, NULL);
    }
  caseness_report_builder_add_table (builder, g_steal_pointer (&table));
}

/* What is asked for stands in the order asked; all there is, by what it is about. */
static void
add_measures (CasenessReportBuilder *builder, const CasenessSnapshot *snapshot, const CasenessAnswer *answer,
              const CasenessMeasuresReportOptions *options)
{
  const GPtrArray *topics = caseness_catalogue_get_topics ();
  guint i;

  caseness_report_builder_add_heading (builder, 1, _("The measures of the period"), _("Measures"), NULL);
  if (options->measures != NULL)
    add_figures (builder, snapshot, answer, NULL, !options->identifies);
  for (i = 0; options->measures == NULL && i < topics->len; i++)
    add_figures (builder, snapshot, answer, g_ptr_array_index (topics, i), !options->identifies);
}

/* Of some measures, as sums, small figures give nothing away beside others and still are not told. */
static gboolean
is_small (const CasenessMeasure *measure, const CasenessFigure *figure)
{
  return is_counted (measure) ? isnan (figure->value) || caseness_suppress_is_small (llround (figure->value))
                              : is_hidden (measure, figure);
}

/* A measure by the groups of one variable, its name on the first row alone. */
static void
add_groups (CasenessReportTable *table, const CasenessBreakdown *breakdown, guint variable, guint which,
            const CasenessMeasure *measure, const CasenessSnapshot *snapshot, const CasenessMeasuresReportOptions *options)
{
  gboolean is_first = TRUE;
  guint group;

  for (group = 0; group < caseness_breakdown_get_n_groups (breakdown, variable); group++)
    {
      CasenessFigure figure = caseness_breakdown_get (breakdown, variable, group, which);
      g_autofree char *words
        = caseness_staff_words_group (snapshot, g_ptr_array_index (options->variables, variable),
                                      caseness_breakdown_get_group (breakdown, variable, group), !options->identifies);

      if (!options->identifies
          && (caseness_breakdown_is_hidden (breakdown, variable, group, which) || is_small (measure, &figure)))
        continue;
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, is_first ? measure->id : NULL);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, is_first ? measure->title : NULL);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, words);
      if (options->identifies)
        add_cells (table, measure, &figure);
      else
        add_suppressed (table, measure, &figure);
      is_first = FALSE;
    }
}

static void
add_variable (CasenessReportBuilder *builder, const CasenessBreakdown *breakdown, guint variable, const GPtrArray *measures,
              const CasenessSnapshot *snapshot, const CasenessMeasuresReportOptions *options)
{
  const char *name
    = g_dgettext (GETTEXT_PACKAGE, caseness_variable_get_name (g_ptr_array_index (options->variables, variable)));
  /* Translators: %s is what figures are broken down by, such as Age Group. */
  g_autofree char *title = g_strdup_printf (_("By %s"), name);
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_builder_start_page (builder);
  caseness_report_builder_add_heading (builder, 1, title, title, NULL);
  if (!options->identifies)
    caseness_report_builder_add_note (builder, _("Groups of which nothing may be told are left out."));
  caseness_report_table_add_column (table, _("Id"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Measure"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, name, CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Value"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Counts"), CASENESS_REPORT_END, 0);
  if (options->identifies)
    caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_END, 0);
  for (i = 0; i < measures->len; i++)
    add_groups (table, breakdown, variable, i, g_ptr_array_index (measures, i), snapshot, options);
  caseness_report_builder_add_table (builder, table);
}

/* What everybody's figure does not tell is told of no group, nor what could be had by taking groups from everybody. */
static gboolean
add_breakdown (CasenessReportBuilder *builder, CasenessSnapshot *snapshot, const GPtrArray *measures,
               const CasenessMeasuresReportOptions *options, GCancellable *cancellable, GError **error)
{
  CasenessBreakdownQuestion question = {
    .period = options->period,
    .filter = options->filter,
    .measures = (const CasenessMeasure *const *) measures->pdata,
    .n_measures = measures->len,
    .variables = (const CasenessVariable *const *) options->variables->pdata,
    .n_variables = options->variables->len,
  };
  g_autoptr(CasenessBreakdown) breakdown = caseness_breakdown_new (snapshot, &question, cancellable, error);
  guint i;

  for (i = 0; breakdown != NULL && i < options->variables->len; i++)
    add_variable (builder, breakdown, i, measures, snapshot, options);
  return breakdown != NULL;
}

/* What a measure means stands beside its figure; here what is said of all. */
static const struct
{
  const char *term;
  const char *meaning;
  gboolean is_suppressed; /* said where small numbers are hidden; otherwise where they are told */
  gboolean is_always;
} definitions[] = {
  { N_("Id"), N_("Of the national metadata; those that begin with L are our own."), FALSE, TRUE },
  { N_("Value"), N_("The figure of the period: a number of people, rows or appointments, a share, a mean or a median."),
    FALSE, TRUE },
  { N_("Counts"), N_("What a share divides, or how many a mean or a median is of."), FALSE, TRUE },
  { N_("Standard"), N_("What the service is held to on the last day of the period."), FALSE, TRUE },
  { N_("95% interval"), N_("Of a share Wilson’s; of a number the exact one or Byar’s."), FALSE, FALSE },
  { N_("Suppressed (*)"), N_("Fewer than five, or a share or a mean of fewer than five. Other counts are rounded to the "
                             "nearest 5; shares, means and medians are worked out from exact counts."), TRUE, FALSE },
};

static void
add_definitions (CasenessReportBuilder *builder, gboolean suppresses)
{
  gsize i;

  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _("Definitions used"), _("Definitions"), DEFINITIONS);
  for (i = 0; i < G_N_ELEMENTS (definitions); i++)
    if (definitions[i].is_always || definitions[i].is_suppressed == suppresses)
      caseness_report_builder_add_definition (builder, g_dgettext (GETTEXT_PACKAGE, definitions[i].term),
                                              g_dgettext (GETTEXT_PACKAGE, definitions[i].meaning));
}

static CasenessReportBuilder *
create_builder (CasenessSnapshot *snapshot, const CasenessMeasuresReportOptions *options)
{
  const char *service = caseness_snapshot_get_service_name (snapshot);
  g_autofree char *period = caseness_period_format (&options->period);
  g_autofree char *title = g_strdup_printf (_("Measures, %s, %s"), service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name ("measures", service, options->period.end);
  g_autofree char *filter = caseness_pack_dup_filter (options->filter, options->identifies);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (snapshot));
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, filter, from);
  CasenessReportInfo info = {
    .title = title,
    .name = _("Measures"),
    .service = service,
    .file_name = file_name,
    .confidentiality = options->identifies ? _("Small numbers told: keep it within the service") : _("Does not identify people"),
    .sources = sources,
    .method = options->identifies
                ? _("Counts exact. Shares with Wilson’s 95% interval, counts with the exact or Byar’s.")
                : _("Counts rounded to 5, fewer than 5 suppressed (*); percentages from exact counts."),
    .definitions = DEFINITIONS,
    .as_at = options->period.end,
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

/* What is asked for, or all of the national metadata; what cannot be computed has no place among figures. */
static GPtrArray *
list_measures (const GPtrArray *asked)
{
  GPtrArray *list = g_ptr_array_new ();
  guint n, i;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n);

  for (i = 0; asked != NULL && i < asked->len; i++)
    if (((const CasenessMeasure *) g_ptr_array_index (asked, i))->statistic != CASENESS_STATISTIC_NONE)
      g_ptr_array_add (list, g_ptr_array_index (asked, i));
  if (asked != NULL)
    return list;
  for (i = 0; i < n; i++)
    if (catalogue[i].is_listed && catalogue[i].statistic != CASENESS_STATISTIC_NONE)
      g_ptr_array_add (list, (gpointer) &catalogue[i]);
  return list;
}

/* None when there is nothing to break them down by. */
static GPtrArray *
list_broken_down (const GPtrArray *measures, const CasenessMeasuresReportOptions *options)
{
  GPtrArray *list = g_ptr_array_new ();
  guint i;

  for (i = 0; options->variables != NULL && options->variables->len > 0 && i < measures->len; i++)
    if (options->broken_down == NULL || options->broken_down == g_ptr_array_index (measures, i))
      g_ptr_array_add (list, g_ptr_array_index (measures, i));
  return list;
}

CasenessReport *
caseness_measures_report_new (CasenessSnapshot *snapshot, const CasenessMeasuresReportOptions *options,
                              GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) measures = NULL;
  g_autoptr(GPtrArray) broken_down = NULL;
  g_autoptr(CasenessAnswer) answer = NULL;
  CasenessReportBuilder *builder;
  CasenessQuestion question;
  guint i;

  g_return_val_if_fail (snapshot != NULL && options != NULL, NULL);
  measures = list_measures (options->measures);
  question = (CasenessQuestion){
    .periods = &options->period,
    .n_periods = 1,
    .measures = (const CasenessMeasure *const *) measures->pdata,
    .n_measures = measures->len,
    .filter = options->filter,
  };
  answer = caseness_evaluate (snapshot, &question, cancellable, error);
  if (answer == NULL)
    return NULL;
  builder = create_builder (snapshot, options);
  add_measures (builder, snapshot, answer, options);
  for (i = 0; options->overview != NULL && i < options->overview->rows->len; i++)
    caseness_overview_report_add_chart (builder, snapshot, g_ptr_array_index (options->overview->rows, i),
                                        !options->identifies);
  broken_down = list_broken_down (measures, options);
  if (broken_down->len > 0 && !add_breakdown (builder, snapshot, broken_down, options, cancellable, error))
    {
      caseness_report_unref (caseness_report_builder_end (builder));
      return NULL;
    }
  add_definitions (builder, !options->identifies);
  return caseness_report_builder_end (builder);
}
