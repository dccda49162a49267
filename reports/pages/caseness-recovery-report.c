/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-report.h"

#include "caseness-cycle-report.h"
#include "caseness-figure-words.h"
#include "caseness-pack-words.h"
#include "caseness-recovery-charts.h"
#include "caseness-recovery-words.h"
#include "caseness-report-builder.h"
#include "caseness-supervision-report.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>

#define DEFINITIONS "definitions"
#define DASH "–"

static const struct
{
  const char *term;
  const char *text;
} definitions[] = {
  { N_("Finished course"), N_("Discharged in the period after two treatments or more.") },
  { N_("Recovery"), N_("At caseness at the first scores and below both cut-offs at the last. Of finished courses, those not "
                       "at caseness at the start aside. Without a last score: not recovered.") },
  { N_("Reliable recovery"), N_("Recovered, and reliably better on one measure without being reliably worse on the "
                                "other.") },
  { N_("Limits"), N_("Where groups of the size would lie by chance about the recovery of all: 95% and 99.8%; exact where "
                     "groups are small. Fewer than 10 courses are not judged, 10 to 29 only by 99.8%.") },
  { N_("Expected"), N_("What the whole service did with courses alike by problem, severity at the start, step and fifth "
                       "of deprivation; cells of fewer than 20 give way to coarser ones. A group of more than a fifth of "
                       "all is compared with the others alone. Fewer than 5 expected: not compared.") },
  { N_("Effect size"), N_("Mean first score less mean last score, over the standard deviation of first scores, of those "
                          "who have both. There is no comparison group in it.") },
  { N_("NICE"), N_("Table 2 of the NHS Talking Therapies Manual.") },
};

static void
add_text (CasenessReportTable *table, char *text)
{
  g_autofree char *owned = text;

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, owned);
}

/* What is given away rounds and hides small numbers; what stays within the service is exact. */
static char *
dup_count (guint count, gboolean is_told, const CasenessRecoveryTold *told)
{
  if (told == NULL)
    return g_strdup_printf ("%'u", count);
  return is_told ? caseness_suppress_count (count) : g_strdup (CASENESS_SUPPRESSED);
}

/* A share of everybody with its interval and its counts. */
typedef struct
{
  const char *what;
  CasenessRecoveryFigure figure;
  guint count;
  guint base;
  CasenessInterval share;
} Headline;

static void
add_headline (CasenessReportTable *table, const Headline *headline, const CasenessRecoveryTold *told)
{
  gboolean is_told = told == NULL || caseness_recovery_told_has_figure (told, headline->figure);
  gboolean has_base = told == NULL || caseness_recovery_told_has_base (told, headline->figure);
  g_autofree char *count = dup_count (headline->count, is_told, told);
  g_autofree char *base = dup_count (headline->base, has_base, told);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, headline->what);
  add_text (table, is_told ? caseness_recovery_words_percent (headline->share.value) : g_strdup (CASENESS_SUPPRESSED));
  add_text (table, is_told ? caseness_recovery_words_limits (&headline->share) : g_strdup (""));
  add_text (table, g_strdup_printf (_("%1$s of %2$s"), count, base));
}

static void
fill_headlines (CasenessReportTable *table, const CasenessRecovery *row, const CasenessRecoveryTold *told)
{
  guint n = caseness_recovery_get_denominator (row), i;
  const Headline headlines[CASENESS_N_RECOVERY_FIGURES] = {
    { _("Recovery"), CASENESS_RECOVERY_FIGURE_RECOVERY, row->recovered, n, caseness_recovery_get_rate (row) },
    { _("Reliable recovery"), CASENESS_RECOVERY_FIGURE_RELIABLE_RECOVERY, row->reliably_recovered, n,
      caseness_recovery_get_reliable_rate (row) },
    { _("Reliable improvement"), CASENESS_RECOVERY_FIGURE_IMPROVEMENT, row->improved, row->courses,
      caseness_recovery_get_share (row, row->improved) },
    { _("No reliable change"), CASENESS_RECOVERY_FIGURE_NO_CHANGE, row->no_change, row->courses,
      caseness_recovery_get_share (row, row->no_change) },
    { _("Reliable deterioration"), CASENESS_RECOVERY_FIGURE_DETERIORATION, row->deteriorated, row->courses,
      caseness_recovery_get_share (row, row->deteriorated) },
    { _("No last score"), CASENESS_RECOVERY_FIGURE_NO_OUTCOME, row->no_outcome, row->courses,
      caseness_recovery_get_share (row, row->no_outcome) },
  };

  for (i = 0; i < G_N_ELEMENTS (headlines); i++)
    add_headline (table, &headlines[i], told);
}

static void
add_headlines (CasenessReportBuilder *builder, const CasenessRecoveryStudy *study, const CasenessRecoveryTold *told)
{
  const CasenessRecovery *row = caseness_recovery_comparison_get_everybody (study->comparison);
  CasenessReportTable *table;

  caseness_report_builder_add_heading (builder, 1, _("Where people get better"), _("Summary"), NULL);
  if (row == NULL)
    {
      caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY,
                                             _("No course was finished in this period by anybody of this filter."));
      return;
    }
  if (told != NULL)
    caseness_report_builder_add_note (builder, _("*: fewer than five, or a number that would give such a one away."));
  table = caseness_report_table_new ();
  caseness_report_table_add_column (table, _("Figure"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Share"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Courses"), CASENESS_REPORT_END, 0);
  fill_headlines (table, row, told);
  caseness_report_builder_add_table (builder, table);
}

/* A group of which something may be told; where its size is not, neither is how long its courses were. */
static void
add_group (CasenessReportTable *table, const CasenessRecoveryLook *look, guint place)
{
  const CasenessRecovery *row = g_ptr_array_index (look->comparison->rows, place);
  const CasenessRecoveryTold *told = look->told;
  guint n = caseness_recovery_get_denominator (row);
  gboolean has_size = told == NULL || caseness_recovery_told_has_size (told, place);
  gboolean has_rate = n >= CASENESS_FEWEST_JUDGED;
  CasenessInterval rate = caseness_recovery_get_rate (row), ratio = caseness_recovery_get_ratio (row);
  CasenessStanding standing = caseness_recovery_comparison_judge (look->comparison, row, look->basis, look->is_widened);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, look->labels[place]);
  if (told == NULL)
    add_text (table, dup_count (row->courses, TRUE, told));
  add_text (table, dup_count (n, has_size, told));
  add_text (table, has_rate ? caseness_recovery_words_percent (rate.value) : g_strdup (DASH));
  add_text (table, has_rate ? caseness_recovery_words_limits (&rate) : g_strdup (""));
  add_text (table, has_rate ? caseness_recovery_words_ratio (&ratio) : g_strdup (DASH));
  add_text (table, has_rate ? caseness_recovery_words_more (row) : g_strdup (DASH));
  add_text (table, has_size ? caseness_recovery_words_number (row->median_sessions, 1) : g_strdup (CASENESS_SUPPRESSED));
  add_text (table, g_strdup (caseness_recovery_words_standing (standing)));
}

static gboolean
is_told (const CasenessRecoveryLook *look, guint place)
{
  return look->told == NULL || caseness_recovery_told_has_rate (look->told, place);
}

static guint
count_told (const CasenessRecoveryLook *look)
{
  guint n = 0, i;

  for (i = 0; i < look->comparison->rows->len; i++)
    n += is_told (look, i);
  return n;
}

/* How many courses there were besides those at caseness is for within the service: the difference is often under five. */
static CasenessReportTable *
make_groups (const CasenessRecoveryLook *look)
{
  g_autofree char *what = caseness_recovery_words_variables (look->variables);
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, what, CASENESS_REPORT_START, 1);
  if (look->told == NULL)
    caseness_report_table_add_column (table, _("Courses"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("At caseness"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Recovery"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Over expected"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("People"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Median sessions"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Stands"), CASENESS_REPORT_START, 0);
  for (i = 0; i < look->comparison->rows->len; i++)
    if (is_told (look, i))
      add_group (table, look, i);
  return table;
}

static void
add_groups (CasenessReportBuilder *builder, const CasenessRecoveryLook *look)
{
  guint n_told = count_told (look);

  caseness_report_builder_add_heading (builder, 2, _("Groups, in the order of their names"), _("Groups"), NULL);
  if (look->comparison->rows->len - n_told > 0)
    {
      g_autofree char *untold = caseness_figure_words_untold (look->comparison->rows->len - n_told);

      caseness_report_builder_add_note (builder, untold);
    }
  if (n_told > 0)
    caseness_report_builder_add_table (builder, make_groups (look));
}

static void
add_pairs (CasenessReportBuilder *builder, const CasenessRecoveryStudy *study, const CasenessRecoveryTold *told)
{
  g_autoptr(CasenessChart) pairs = NULL;

  caseness_report_builder_start_page (builder);
  if (told != NULL && !caseness_recovery_told_has_pairs (told))
    {
      caseness_report_builder_add_heading (builder, 1, _("Therapies and problems"), NULL, NULL);
      caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY,
                                             study->variables->len > 1
                                               ? _("Not told beside groups of two kinds at once: together they would tell "
                                                   "numbers under five.")
                                               : _("Not told: there are too few courses."));
      return;
    }
  pairs = caseness_recovery_chart_pairs (study->pairs, &study->period, told);
  caseness_report_builder_add_chart (builder, pairs, 1, _("Therapies and problems"));
}

static void
add_comparison (CasenessReportBuilder *builder, const CasenessRecoveryStudy *study,
                const CasenessRecoveryReportOptions *options, const CasenessRecoveryTold *told)
{
  g_auto(GStrv) labels
    = caseness_recovery_words_labels (study->snapshot, study->comparison->rows, study->variables, !options->identifies);
  const CasenessRecoveryLook look = { study->comparison, study->variables, (const char *const *) labels, study->period,
                                      options->basis, options->is_widened, told, study->snapshot };
  g_autoptr(CasenessChart) chart = NULL;
  guint n_told = count_told (&look);

  if (study->comparison->rows->len == 0)
    return;
  if (n_told > 1)
    {
      chart = n_told >= CASENESS_FEWEST_UNITS_IN_FUNNEL ? caseness_recovery_chart_funnel (&look)
                                                         : caseness_recovery_chart_caterpillar (&look);
      caseness_report_builder_add_chart (builder, chart, 1, _("Compared"));
    }
  add_groups (builder, &look);
  add_pairs (builder, study, told);
}

static void
add_definitions (CasenessReportBuilder *builder)
{
  gsize i;

  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _("Definitions used"), _("Definitions"), DEFINITIONS);
  for (i = 0; i < G_N_ELEMENTS (definitions); i++)
    caseness_report_builder_add_definition (builder, _(definitions[i].term), _(definitions[i].text));
}

static CasenessReportBuilder *
create_builder (const CasenessRecoveryStudy *study, const CasenessRecoveryReportOptions *options)
{
  const char *service = caseness_snapshot_get_service_name (study->snapshot);
  g_autofree char *period = caseness_period_format (&study->period);
  g_autofree char *title = g_strdup_printf (_("Recovery and reflective practice, %s, %s"), service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name ("recovery", service, options->as_at);
  g_autofree char *filter = caseness_pack_dup_filter (study->filter, options->identifies);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (study->snapshot));
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, filter, from);
  CasenessReportInfo info = {
    .title = title,
    .name = _("Recovery and reflective practice"),
    .service = service,
    .file_name = file_name,
    .confidentiality = options->identifies ? _("Identifies people: for supervision only") : _("Does not identify people"),
    .sources = sources,
    .method = options->identifies ? _("Counts exact. Wilson intervals; Byar’s or exact limits of ratios.")
                                  : _("Counts rounded to 5, under 5 shown as *. Rates from exact counts, Wilson "
                                      "intervals."),
    .definitions = DEFINITIONS,
    .as_at = options->as_at,
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

CasenessReport *
caseness_recovery_report_new (const CasenessRecoveryStudy *study, const CasenessRecoveryReportOptions *options)
{
  g_autoptr(CasenessRecoveryTold) told = NULL;
  CasenessReportBuilder *builder;

  g_return_val_if_fail (study != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->as_at != CASENESS_DATE_NONE, NULL);

  told = options->identifies ? NULL : caseness_recovery_told_new (study);
  builder = create_builder (study, options);
  add_headlines (builder, study, told);
  add_comparison (builder, study, options, told);
  caseness_supervision_report_add (builder, study, options);
  if (options->cycles != NULL)
    caseness_cycle_report_add (builder, options->cycles, options->identifies);
  add_definitions (builder);
  return caseness_report_builder_end (builder);
}
