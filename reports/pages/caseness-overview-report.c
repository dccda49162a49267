/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-overview-report.h"

#include "caseness-measure-explain.h"
#include "caseness-pack-words.h"
#include "caseness-standard.h"

#include <glib/gi18n.h>

#define DEFINITIONS "definitions"

/* A column of dashes would only take room from the words. */
static gboolean
has_icb (const CasenessOverview *overview)
{
  guint i;

  for (i = 0; i < overview->rows->len; i++)
    if (((const CasenessOverviewRow *) g_ptr_array_index (overview->rows, i))->has_icb)
      return TRUE;
  return FALSE;
}

static void
add_headings (CasenessReportTable *table, gboolean shows_icb)
{
  caseness_report_table_set_narrow (table);
  caseness_report_table_add_column (table, _("Standard"), CASENESS_REPORT_START, 1.4);
  caseness_report_table_add_column (table, _("Latest"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Target"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("England"), CASENESS_REPORT_END, 0);
  if (shows_icb)
    caseness_report_table_add_column (table, _("ICB"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Over time"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Usual range"), CASENESS_REPORT_END, 0);
  caseness_report_table_set_spare (table); /* the limits of its chart */
  caseness_report_table_add_column (table, "", CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Variation"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, "", CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Assurance"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("In words"), CASENESS_REPORT_START, 3);
  caseness_report_table_set_spare (table); /* the title of its chart */
}

static void
add_figures (CasenessReportTable *table, const CasenessOverviewRow *row, gboolean shows_icb, gboolean suppresses)
{
  g_autofree char *name = g_strdup_printf ("%s (%s)", row->standard.name, row->standard.measure->id);
  g_autofree char *value = caseness_overview_dup_value (row, suppresses);
  g_autofree char *target = caseness_overview_dup_target (row);
  g_autofree char *england = caseness_overview_dup_benchmark (row, &row->england, row->has_england);
  g_autofree char *icb = caseness_overview_dup_benchmark (row, &row->icb, row->has_icb);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, name);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, value);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, target);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, england);
  if (shows_icb)
    caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, icb);
}

static void
add_drawings (CasenessReportTable *table, const CasenessOverviewRow *row, gboolean suppresses)
{
  CasenessSeriesLook look;
  g_autofree const CasenessSeriesNote *notes = NULL;
  g_autoptr(CasenessMiniature) spark = NULL;
  g_autoptr(CasenessMiniature) variation = caseness_series_chart_new_variation (row->series);
  g_autoptr(CasenessMiniature) assurance = caseness_series_chart_new_assurance (row->series);
  g_autofree char *limits = caseness_overview_dup_limits (row);
  g_autofree char *sentence = caseness_series_dup_sentence (row->series);

  caseness_overview_make_look (row, suppresses, &look);
  notes = look.notes;
  spark = caseness_series_chart_new_sparkline (row->series, &look);
  caseness_report_table_add_miniature (table, spark);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, limits);
  caseness_report_table_add_miniature (table, variation);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_overview_get_variation (row));
  caseness_report_table_add_miniature (table, assurance);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_overview_get_assurance (row));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, sentence);
}

void
caseness_overview_report_add_table (CasenessReportBuilder *builder, const CasenessOverview *overview,
                                    gboolean suppresses)
{
  CasenessReportTable *table = caseness_report_table_new ();
  gboolean shows_icb = has_icb (overview);
  guint i;

  add_headings (table, shows_icb);
  for (i = 0; i < overview->rows->len; i++)
    {
      add_figures (table, g_ptr_array_index (overview->rows, i), shows_icb, suppresses);
      add_drawings (table, g_ptr_array_index (overview->rows, i), suppresses);
    }
  caseness_report_builder_add_table (builder, table);
}

void
caseness_overview_report_add_chart (CasenessReportBuilder *builder, const CasenessSnapshot *snapshot,
                                    const CasenessOverviewRow *row, gboolean suppresses)
{
  CasenessSeriesLook look;
  g_autoptr(GPtrArray) lines = caseness_benchmark_list_lines (snapshot, row->standard.measure, row->series->periods,
                                                              row->series->n_points);
  g_autofree const CasenessSeriesNote *notes = NULL;
  g_autoptr(CasenessLineChart) chart = NULL;

  caseness_overview_make_look (row, suppresses, &look);
  notes = look.notes;
  look.lines = lines;
  look.is_of_many = TRUE;
  chart = caseness_series_chart_new (row->series, &look);
  caseness_report_builder_add_chart (builder, caseness_line_chart_as_chart (chart), 2, row->standard.name);
}

static char *
dup_source (const CasenessOverview *overview, const CasenessOverviewRow *row)
{
  const CasenessSeries *series = row->series;
  const CasenessStandard *standard
    = series->last < series->n_points
        ? caseness_standard_find (overview->snapshot, row->standard.measure, series->periods[series->last].end)
        : NULL;

  return standard != NULL ? g_strdup (standard->source) : NULL;
}

void
caseness_overview_report_add_definitions (CasenessReportBuilder *builder, const CasenessOverview *overview)
{
  guint i;

  for (i = 0; i < overview->rows->len; i++)
    {
      const CasenessOverviewRow *row = g_ptr_array_index (overview->rows, i);
      g_autofree char *term = g_strdup_printf ("%s (%s)", row->standard.name, row->standard.measure->id);
      g_autofree char *target = caseness_overview_dup_target (row);
      g_autofree char *source = dup_source (overview, row);
      g_autofree char *text = NULL;

      text = source != NULL
               /* Translators: what a measure counts, its target and where that is from. */
               ? g_strdup_printf (_("%s Target: %s (%s)."), row->standard.measure->definition, target, source)
               : g_strdup (row->standard.measure->definition);
      caseness_report_builder_add_definition (builder, term, text);
    }
}

static const struct
{
  const char *term;
  const char *text;
} definitions[] = {
  { N_("Usual range"), N_("Between the process limits: where the figure lies while nothing changes. Mean less and plus 2.66 "
                          "times the average step from one point to the next.") },
  { N_("Special cause"), N_("A point outside the limits; seven in a row on one side of the mean; seven in a row rising or "
                            "falling; or two of three in a row close to the same limit. What is left is chance.") },
  { N_("Variation"), N_("What the rules say of the latest point. Circle with H or L: higher or lower than chance explains.") },
  { N_("Assurance"), N_("P: while nothing changes the target is met each time. F: it is missed each time. Question mark: "
                        "chance decides.") },
  { N_("Baseline"), N_("The points that the limits stand on. They are moved by people alone, with a date and a reason.") },
};

static void
add_definitions (CasenessReportBuilder *builder, const CasenessOverview *overview)
{
  guint i;

  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _("Definitions used"), _("Definitions"), DEFINITIONS);
  for (i = 0; i < G_N_ELEMENTS (definitions); i++)
    caseness_report_builder_add_definition (builder, _(definitions[i].term), _(definitions[i].text));
  caseness_overview_report_add_definitions (builder, overview);
}

static CasenessReportBuilder *
create_builder (const CasenessOverview *overview, const CasenessOverviewReportOptions *options)
{
  const char *service = caseness_snapshot_get_service_name (overview->snapshot);
  g_autofree char *period = caseness_period_format (&overview->span);
  g_autofree char *title = g_strdup_printf (_("Overview, %s, %s"), service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name ("overview", service, options->as_at);
  g_autofree char *filter = caseness_pack_dup_filter (overview->filter, FALSE);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (overview->snapshot));
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, filter, from);
  CasenessReportInfo info = {
    .title = title,
    .name = _("Overview"),
    .service = service,
    .file_name = file_name,
    .confidentiality = caseness_pack_get_confidentiality (!options->suppresses),
    .sources = sources,
    .method = options->suppresses
                ? _("Counts rounded to 5, fewer than 5 suppressed (*); percentages from exact counts.")
                : _("Counts exact."),
    .definitions = DEFINITIONS,
    .as_at = options->as_at,
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

CasenessReport *
caseness_overview_report_new (const CasenessOverview *overview, const CasenessOverviewReportOptions *options)
{
  CasenessReportBuilder *builder;
  g_autoptr(CasenessOverview) told = NULL;
  g_autofree char *message = NULL;
  g_autofree char *method = NULL;
  g_autofree char *warning = NULL;
  guint i;

  g_return_val_if_fail (overview != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->as_at != CASENESS_DATE_NONE, NULL);

  if (options->suppresses)
    overview = told = caseness_overview_dup_told (overview);
  message = caseness_overview_dup_message (overview);
  method = caseness_overview_dup_method (overview);
  warning = caseness_overview_dup_warning (overview);
  builder = create_builder (overview, options);
  caseness_report_builder_add_heading (builder, 1, message, caseness_overview_set_get_name (overview->set), NULL);
  if (warning != NULL)
    caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, warning);
  caseness_report_builder_add_note (builder, method);
  caseness_overview_report_add_table (builder, overview, options->suppresses);
  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _("Each standard over time"), _("Charts"), NULL);
  caseness_report_builder_add_note (builder, caseness_series_chart_get_legend ());
  for (i = 0; i < overview->rows->len; i++)
    caseness_overview_report_add_chart (builder, overview->snapshot, g_ptr_array_index (overview->rows, i),
                                        options->suppresses);
  add_definitions (builder, overview);
  return caseness_report_builder_end (builder);
}
