/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-report.h"

#include "caseness-pack-words.h"
#include "caseness-recovery-charts.h"
#include "caseness-recovery-words.h"
#include "caseness-report-builder.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>

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

/* What is given away rounds and hides small numbers; what stays within the service is exact. */
static char *
tell (guint count, gboolean identifies)
{
  return identifies ? g_strdup_printf ("%'u", count) : caseness_suppress_count (count);
}

static void
add_text (CasenessReportTable *table, char *text)
{
  g_autofree char *owned = text;

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, owned);
}

static void
add_headline (CasenessReportTable *table, const char *what, CasenessInterval share, guint numerator, guint denominator,
              gboolean identifies)
{
  gboolean is_told = identifies
                     || (!caseness_suppress_is_small (numerator) && !caseness_suppress_is_small (denominator));
  g_autofree char *counted = tell (numerator, identifies);
  g_autofree char *of = tell (denominator, identifies);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, what);
  add_text (table, is_told ? caseness_recovery_words_percent (share.value) : g_strdup (CASENESS_SUPPRESSED));
  add_text (table, is_told ? caseness_recovery_words_limits (&share) : g_strdup (""));
  add_text (table, g_strdup_printf (_("%1$s of %2$s"), counted, of));
}

static void
add_headlines (CasenessReportBuilder *builder, const CasenessRecoveryStudy *study, gboolean identifies)
{
  const CasenessRecovery *row = caseness_recovery_comparison_get_everybody (study->comparison);
  guint n = row != NULL ? caseness_recovery_get_denominator (row) : 0;
  CasenessReportTable *table;

  caseness_report_builder_add_heading (builder, 1, _("Where people get better"), _("Summary"), NULL);
  if (row == NULL)
    {
      caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY,
                                             _("No course was finished in this period by anybody of this filter."));
      return;
    }
  table = caseness_report_table_new ();
  caseness_report_table_add_column (table, _("Figure"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Share"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Courses"), CASENESS_REPORT_END, 0);
  add_headline (table, _("Recovery"), caseness_recovery_get_rate (row), row->recovered, n, identifies);
  add_headline (table, _("Reliable recovery"), caseness_recovery_get_reliable_rate (row), row->reliably_recovered, n,
                identifies);
  add_headline (table, _("Reliable improvement"), caseness_recovery_get_share (row, row->improved), row->improved,
                row->courses, identifies);
  add_headline (table, _("No reliable change"), caseness_recovery_get_share (row, row->no_change), row->no_change,
                row->courses, identifies);
  add_headline (table, _("Reliable deterioration"), caseness_recovery_get_share (row, row->deteriorated),
                row->deteriorated, row->courses, identifies);
  add_headline (table, _("No last score"), caseness_recovery_get_share (row, row->no_outcome), row->no_outcome,
                row->courses, identifies);
  caseness_report_builder_add_table (builder, table);
}

static void
add_group (CasenessReportTable *table, const CasenessRecovery *row, const char *label, CasenessStanding standing,
           gboolean identifies)
{
  guint n = caseness_recovery_get_denominator (row);
  gboolean has_rate = n >= CASENESS_FEWEST_JUDGED && (identifies || !caseness_suppress_is_small (row->recovered));
  CasenessInterval rate = caseness_recovery_get_rate (row), ratio = caseness_recovery_get_ratio (row);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, label);
  add_text (table, tell (row->courses, identifies));
  add_text (table, tell (n, identifies));
  add_text (table, has_rate ? caseness_recovery_words_percent (rate.value) : g_strdup (DASH));
  add_text (table, has_rate ? caseness_recovery_words_limits (&rate) : g_strdup (""));
  add_text (table, has_rate ? caseness_recovery_words_ratio (&ratio) : g_strdup (DASH));
  add_text (table, has_rate ? caseness_recovery_words_more (row) : g_strdup (DASH));
  add_text (table, caseness_recovery_words_number (row->median_sessions, 1));
  add_text (table, g_strdup (caseness_recovery_words_standing (standing)));
}

static void
add_groups (CasenessReportBuilder *builder, const CasenessRecoveryLook *look, gboolean identifies)
{
  g_autofree char *what = caseness_recovery_words_variables (look->variables);
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, what, CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Courses"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("At caseness"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Recovery"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Over expected"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("People"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Median sessions"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Stands"), CASENESS_REPORT_START, 0);
  for (i = 0; i < look->comparison->rows->len; i++)
    {
      const CasenessRecovery *row = g_ptr_array_index (look->comparison->rows, i);
      CasenessStanding standing
        = caseness_recovery_comparison_judge (look->comparison, row, look->basis, look->is_widened);

      add_group (table, row, look->labels[i], standing, identifies);
    }
  caseness_report_builder_add_heading (builder, 2, _("All groups, in the order of their names"), _("Groups"), NULL);
  caseness_report_builder_add_table (builder, table);
}

static void
add_comparison (CasenessReportBuilder *builder, const CasenessRecoveryStudy *study,
                const CasenessRecoveryReportOptions *options)
{
  g_auto(GStrv) labels
    = caseness_recovery_words_labels (study->comparison->rows, study->variables, !options->identifies);
  const CasenessRecoveryLook look = { study->comparison, study->variables, (const char *const *) labels, study->period,
                                      options->basis, options->is_widened };
  g_autoptr(CasenessChart) chart = NULL;
  g_autoptr(CasenessChart) pairs = NULL;

  if (study->comparison->rows->len == 0)
    return;
  /* Small groups show their counts on a chart too, which is for within the service alone. */
  if (options->identifies)
    {
      chart = study->comparison->rows->len >= CASENESS_FEWEST_UNITS_IN_FUNNEL
                ? caseness_recovery_chart_funnel (&look)
                : caseness_recovery_chart_caterpillar (&look);
      caseness_report_builder_start_page (builder);
      caseness_report_builder_add_chart (builder, chart, 1, _("Compared"));
    }
  add_groups (builder, &look, options->identifies);
  pairs = caseness_recovery_chart_pairs (study->pairs, &study->period);
  caseness_report_builder_start_page (builder);
  caseness_report_builder_add_chart (builder, pairs, 1, _("Therapies and problems"));
}

static void
add_questions (CasenessReportBuilder *builder, const CasenessReview *review, gboolean identifies)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, _("What to look for"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("What it means"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("People"), CASENESS_REPORT_END, 0);
  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    {
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, caseness_recovery_words_question (i));
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                      g_dgettext (GETTEXT_PACKAGE, caseness_review_get_words (i)->meaning));
      add_text (table, tell (review->counts[i], identifies));
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_person (CasenessReportTable *table, const CasenessReview *review, guint i, CasenessJournal *journal)
{
  const CasenessReviewPerson *person = &g_array_index (review->people, CasenessReviewPerson, i);
  g_autofree char *subject = caseness_review_dup_subject (review->snapshot, person->pathway);

  caseness_report_table_add_cell (
    table, CASENESS_REPORT_CELL_BOLD,
    caseness_snapshot_get_text (review->snapshot, person->pathway, CASENESS_PATHWAY_SERVICE_REQUEST_ID));
  add_text (table, caseness_date_format_short (
                     caseness_snapshot_get_date (review->snapshot, person->pathway, CASENESS_PATHWAY_DISCHARGED)));
  add_text (table,
            g_strdup (caseness_snapshot_get_text (review->snapshot, person->pathway, CASENESS_PATHWAY_CLINICIAN)));
  add_text (table, caseness_recovery_words_answers (person));
  add_text (table, journal != NULL
                     ? caseness_recovery_words_themes (caseness_review_get_themes (journal, subject))
                     : g_strdup (""));
}

/* The list itself is for supervision; without names it is the counts alone. */
static void
add_review (CasenessReportBuilder *builder, const CasenessReview *review, const CasenessRecoveryReportOptions *options)
{
  CasenessReportTable *table;
  guint i;

  caseness_report_builder_start_page (builder);
  caseness_report_builder_add_heading (builder, 1, _("Whose notes to read"), _("Supervision list"), NULL);
  caseness_report_builder_add_note (builder, _("People who did not recover or got reliably worse, and what the data say "
                                               "their notes could be read for. Nobody is to blame for a line of it."));
  add_questions (builder, review, options->identifies);
  if (!options->identifies || review->people->len == 0)
    return;
  table = caseness_report_table_new ();
  caseness_report_table_add_column (table, _("Reference"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Discharged"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Clinician"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("What to look for"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Agreed"), CASENESS_REPORT_START, 0);
  for (i = 0; i < review->people->len; i++)
    add_person (table, review, i, options->journal);
  caseness_report_builder_add_heading (builder, 2, _("The people, latest discharge first"), _("People"), NULL);
  caseness_report_builder_add_table (builder, table);
}

static void
add_themes (CasenessReportBuilder *builder, const CasenessReview *review, const CasenessRecoveryReportOptions *options)
{
  g_autoptr(GPtrArray) tallies = NULL;
  CasenessReportTable *table;
  const CasenessReviewTally *all;
  guint n, i;
  const CasenessReviewTheme *themes = caseness_review_theme_get_all (&n);

  if (options->journal == NULL || review->people->len == 0)
    return;
  tallies = caseness_review_tally (review, options->journal);
  all = g_ptr_array_index (tallies, tallies->len - 1);
  if (all->n_reviewed == 0)
    return;
  table = caseness_report_table_new ();
  caseness_report_table_add_column (table, _("Agreed theme"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("What it means"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("People"), CASENESS_REPORT_END, 0);
  for (i = 0; i < n; i++)
    {
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, g_dgettext (GETTEXT_PACKAGE, themes[i].label));
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                      g_dgettext (GETTEXT_PACKAGE, themes[i].meaning));
      add_text (table, tell (all->counts[i], options->identifies));
    }
  caseness_report_builder_add_heading (builder, 2, _("What reviewers agreed"), _("Themes"), NULL);
  caseness_report_builder_add_table (builder, table);
}

static void
add_definitions (CasenessReportBuilder *builder)
{
  gsize i;

  caseness_report_builder_start_page (builder);
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
  CasenessReportBuilder *builder;

  g_return_val_if_fail (study != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->as_at != CASENESS_DATE_NONE, NULL);

  builder = create_builder (study, options);
  add_headlines (builder, study, options->identifies);
  add_comparison (builder, study, options);
  add_review (builder, study->review, options);
  add_themes (builder, study->review, options);
  add_definitions (builder);
  return caseness_report_builder_end (builder);
}
