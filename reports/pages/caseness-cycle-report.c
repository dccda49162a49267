/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cycle-report.h"

#include "caseness-cycle-chart.h"
#include "caseness-pack-words.h"
#include "caseness-series-chart.h"

#include <glib/gi18n.h>

/* The rows of a poster, in the order of a cycle. */
static const struct
{
  const char *heading;
  const char *help; /* stands in a blank one */
} lines[] = {
  { N_("Aim"), N_("What are we trying to achieve, for whom, by when?") },
  { N_("Change"), N_("What will we do differently?") },
  { N_("Measure"), N_("Which figure will tell?") },
  { N_("Whose"), N_("All, or one team, clinician or problem") },
  { N_("Days"), N_("When does it begin, when do we look back?") },
  { N_("Owner"), N_("Who sees to it?") },
  { N_("Where it stands"), N_("Plan, Do, Study or Act") },
};

static void
add_line (CasenessReportTable *table, gsize line, const char *text)
{
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, _(lines[line].heading));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, text);
}

static CasenessReportTable *
make_table (void)
{
  CasenessReportTable *table = caseness_report_table_new ();

  caseness_report_table_add_column (table, _("Plan"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("What we wrote"), CASENESS_REPORT_START, 1);
  return table;
}

/* Owners are staff, who are not named outside. */
static void
add_plan (CasenessReportBuilder *builder, const CasenessCycle *cycle, gboolean identifies)
{
  CasenessReportTable *table = make_table ();
  g_autofree char *measure = caseness_cycle_dup_measure (cycle);
  g_autofree char *whose = caseness_filter_is_empty (cycle->filter) ? g_strdup (_("The whole service"))
                                                                    : caseness_pack_dup_filter (cycle->filter, identifies);
  g_autofree char *days = caseness_cycle_dup_days (cycle);
  const char *const texts[] = {
    cycle->aim, cycle->change, measure, whose, days, identifies ? cycle->owner : _("Known within the service"),
    caseness_cycle_state_get_name (cycle->state),
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    add_line (table, i, texts[i]);
  caseness_report_builder_add_table (builder, table);
}

static void
add_icons (CasenessReportBuilder *builder, const CasenessCycleResult *result)
{
  CasenessReportTable *table = caseness_report_table_new ();
  g_autoptr(CasenessMiniature) variation = caseness_series_chart_new_variation (result->series);
  g_autoptr(CasenessMiniature) assurance = caseness_series_chart_new_assurance (result->series);

  caseness_report_table_add_column (table, "", CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Variation of the latest month"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, "", CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Assurance"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_miniature (table, variation);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_series_get_variation_words (result->series));
  caseness_report_table_add_miniature (table, assurance);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_series_get_assurance_words (result->series));
  caseness_report_builder_add_table (builder, table);
}

static void
add_study (CasenessReportBuilder *builder, const CasenessCycleResult *result, gboolean identifies)
{
  g_autofree char *sentence = caseness_cycle_result_dup_sentence (result);
  g_autofree char *sides = caseness_cycle_result_dup_sides (result, !identifies);
  g_autofree char *advice = caseness_cycle_result_dup_advice (result);
  g_autofree char *whose = caseness_pack_dup_filter (result->cycle->filter, identifies);
  g_autoptr(CasenessLineChart) chart = NULL;

  if (result->series == NULL)
    {
      caseness_report_builder_add_heading (builder, 2, _("Did it work?"), NULL, NULL);
      caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, sentence);
      return;
    }
  chart = caseness_cycle_chart_new (result, caseness_filter_is_empty (result->cycle->filter) ? NULL : whose, !identifies);
  caseness_report_builder_add_chart (builder, caseness_line_chart_as_chart (chart), 2, NULL);
  if (*sides != '\0')
    caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, sides);
  if (*advice != '\0')
    caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_SECONDARY, advice);
  add_icons (builder, result);
}

static void
add_poster (CasenessReportBuilder *builder, const CasenessCycleResult *result, gboolean identifies)
{
  const CasenessCycle *cycle = result->cycle;
  g_autofree char *title = caseness_cycle_dup_title (cycle);

  caseness_report_builder_add_heading (builder, 1, title, title, NULL);
  add_plan (builder, cycle, identifies);
  add_study (builder, result, identifies);
  caseness_report_builder_add_heading (builder, 2, _("What we learnt"), NULL, NULL);
  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY,
                                         *cycle->learnt != '\0' ? cycle->learnt : _("Nothing is written yet."));
}

void
caseness_cycle_report_add (CasenessReportBuilder *builder, const GPtrArray *results, gboolean identifies)
{
  guint i;

  g_return_if_fail (builder != NULL && results != NULL);

  for (i = 0; i < results->len; i++)
    {
      caseness_report_builder_start_page (builder);
      add_poster (builder, g_ptr_array_index (results, i), identifies);
    }
}

static void
add_blank (CasenessReportBuilder *builder)
{
  CasenessReportTable *table = make_table ();
  gsize i;

  caseness_report_builder_add_heading (builder, 1, _("Plan, Do, Study, Act"), _("Blank page"), NULL);
  caseness_report_builder_add_note (builder, _("No cycle is recorded yet. This page can be filled in by hand."));
  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    add_line (table, i, _(lines[i].help));
  caseness_report_builder_add_table (builder, table);
  caseness_report_builder_add_heading (builder, 2, _("Did it work?"), NULL, NULL);
  caseness_report_builder_add_space (builder, 160);
  caseness_report_builder_add_heading (builder, 2, _("What we learnt"), NULL, NULL);
}

GPtrArray *
caseness_cycle_results_list (CasenessJournal *journal, CasenessSnapshot *snapshot,
                             const CasenessCycleReportOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) cycles = caseness_cycle_list (journal);
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_cycle_result_free);
  guint i;

  g_return_val_if_fail (snapshot != NULL && options != NULL, NULL);

  for (i = 0; i < cycles->len; i++)
    {
      CasenessCycleResult *result
        = caseness_cycle_result_new (g_ptr_array_index (cycles, i), snapshot, (CasenessFilter *) options->filter,
                                     options->as_at, cancellable, error);

      if (result == NULL)
        return NULL;
      g_ptr_array_add (results, result);
    }
  return g_steal_pointer (&results);
}

static CasenessReportBuilder *
create_builder (CasenessSnapshot *snapshot, const CasenessCycleReportOptions *options)
{
  const char *service = caseness_snapshot_get_service_name (snapshot);
  g_autofree char *title = g_strdup_printf (_("Plan, Do, Study, Act, %s"), service);
  g_autofree char *file_name = caseness_pack_dup_file_name ("pdsa", service, options->as_at);
  g_autofree char *filter = caseness_pack_dup_filter (options->filter, options->identifies);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (snapshot));
  g_autofree char *sources = g_strdup_printf (_("Filter: %s. Sources: %s"), filter, from);
  CasenessReportInfo info = {
    .title = title,
    .name = _("Plan, Do, Study, Act"),
    .service = service,
    .file_name = file_name,
    .confidentiality = options->identifies ? _("Names staff: for use within the service") : _("Does not identify people"),
    .sources = sources,
    .method = options->identifies ? _("Counts exact. Limits from the months before the change.")
                                  : _("Counts rounded to 5, under 5 shown as *. Limits from the months before the change."),
    .as_at = options->as_at,
    .paper = CASENESS_REPORT_PORTRAIT,
  };

  return caseness_report_builder_new (&info);
}

CasenessReport *
caseness_cycle_report_new (const GPtrArray *results, CasenessSnapshot *snapshot,
                           const CasenessCycleReportOptions *options)
{
  CasenessReportBuilder *builder;
  guint i;

  g_return_val_if_fail (results != NULL && snapshot != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->as_at != CASENESS_DATE_NONE, NULL);

  builder = create_builder (snapshot, options);
  for (i = 0; i < results->len; i++)
    {
      if (i > 0)
        caseness_report_builder_start_page (builder);
      add_poster (builder, g_ptr_array_index (results, i), options->identifies);
    }
  if (results->len == 0)
    add_blank (builder);
  return caseness_report_builder_end (builder);
}
