/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-supervision-report.h"

#include "caseness-pack-words.h"
#include "caseness-recovery-words.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>

static void
add_text (CasenessReportTable *table, char *text)
{
  g_autofree char *owned = text;

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, owned);
}

static char *
dup_count (guint count, gboolean is_hidden, gboolean is_exact)
{
  if (is_exact)
    return g_strdup_printf ("%'u", count);
  return is_hidden ? g_strdup (CASENESS_SUPPRESSED) : caseness_suppress_count (count);
}

static void
add_questions (CasenessReportBuilder *builder, const CasenessReview *review, gboolean is_exact)
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
      add_text (table, dup_count (review->counts[i], FALSE, is_exact));
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_somebody (CasenessReportTable *table, const CasenessReview *review, guint i, const CasenessGrouping *problems)
{
  guint pathway = g_array_index (review->people, CasenessReviewPerson, i).pathway;
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  const char *team = caseness_dimension_get_label (CASENESS_DIMENSION_TEAM, review->snapshot, pathway);
  const char *therapy = caseness_snapshot_get_text (review->snapshot, pathway, CASENESS_PATHWAY_MODALITY);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, number);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, g_dgettext (GETTEXT_PACKAGE, team));
  add_text (table, caseness_recovery_words_problem (g_ptr_array_index (problems->labels, problems->groups[pathway])));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, therapy);
}

static void
add_known (CasenessReportTable *table, const CasenessReview *review, guint i)
{
  const CasenessSnapshot *snapshot = review->snapshot;
  guint pathway = g_array_index (review->people, CasenessReviewPerson, i).pathway;

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD,
                                  caseness_snapshot_get_text (snapshot, pathway, CASENESS_PATHWAY_SERVICE_REQUEST_ID));
  add_text (table, caseness_date_format_short (
                     caseness_snapshot_get_date (snapshot, pathway, CASENESS_PATHWAY_DISCHARGED)));
  add_text (table, g_strdup (caseness_snapshot_get_text (snapshot, pathway, CASENESS_PATHWAY_CLINICIAN)));
}

static void
add_reading (CasenessReportTable *table, const CasenessReview *review, guint i, CasenessJournal *journal)
{
  const CasenessReviewPerson *person = &g_array_index (review->people, CasenessReviewPerson, i);
  g_autofree char *subject = caseness_review_dup_subject (review->snapshot, person->pathway);
  int sessions = (int) caseness_snapshot_get_count (review->snapshot, person->pathway, CASENESS_PATHWAY_TREATMENTS);

  add_text (table, g_strdup_printf ("%d", sessions));
  add_text (table, caseness_recovery_words_answers (person));
  add_text (table, journal != NULL ? caseness_recovery_words_themes (caseness_review_get_themes (journal, subject))
                                   : g_strdup (""));
}

/* @problems: (nullable): of whom there is no name, what there is to know; NULL where there are names. */
static void
add_people (CasenessReportBuilder *builder, const CasenessReview *review, CasenessJournal *journal,
            const CasenessGrouping *problems)
{
  CasenessReportTable *table;
  guint i;

  if (review->people->len == 0)
    return;
  table = caseness_report_table_new ();
  if (problems == NULL)
    {
      caseness_report_table_add_column (table, _("Reference"), CASENESS_REPORT_START, 0);
      caseness_report_table_add_column (table, _("Discharged"), CASENESS_REPORT_START, 0);
      caseness_report_table_add_column (table, _("Clinician"), CASENESS_REPORT_START, 0);
    }
  else
    {
      caseness_report_table_add_column (table, C_("table heading", "No."), CASENESS_REPORT_END, 0);
      caseness_report_table_add_column (table, _("Team"), CASENESS_REPORT_START, 0);
      caseness_report_table_add_column (table, _("Problem"), CASENESS_REPORT_START, 0);
      caseness_report_table_add_column (table, _("Therapy"), CASENESS_REPORT_START, 0);
    }
  caseness_report_table_add_column (table, _("Sessions"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("What to look for"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Agreed"), CASENESS_REPORT_START, 0);
  for (i = 0; i < review->people->len; i++)
    {
      if (problems == NULL)
        add_known (table, review, i);
      else
        add_somebody (table, review, i, problems);
      add_reading (table, review, i, journal);
    }
  caseness_report_builder_add_heading (builder, 2, _("The people, latest discharge first"), _("People"), NULL);
  caseness_report_builder_add_table (builder, table);
}

/* A cell a team, their total last; outside, none that is small or gives a small one away. */
static void
add_theme (CasenessReportTable *table, const GPtrArray *tallies, guint theme, gboolean is_exact)
{
  guint n = tallies->len > 1 ? tallies->len - 1 : 1, i;
  g_autofree gint64 *counts = g_new0 (gint64, n);
  g_autofree gboolean *is_hidden = g_new0 (gboolean, tallies->len + 1);

  for (i = 0; i < n; i++)
    counts[i] = ((const CasenessReviewTally *) g_ptr_array_index (tallies, i))->counts[theme];
  caseness_suppress_row (counts, n, CASENESS_TOTALS_ROUNDED, is_hidden);
  for (i = 0; i < tallies->len; i++)
    add_text (table, dup_count (((const CasenessReviewTally *) g_ptr_array_index (tallies, i))->counts[theme],
                                is_hidden[i], is_exact));
}

/* What was agreed, by team; NULL where nobody has agreed on anything yet. */
static GPtrArray *
tally (const CasenessReview *review, CasenessJournal *journal)
{
  g_autoptr(GPtrArray) tallies = NULL;

  if (journal == NULL || review->people->len == 0)
    return NULL;
  tallies = caseness_review_tally (review, journal);
  if (((const CasenessReviewTally *) g_ptr_array_index (tallies, tallies->len - 1))->n_reviewed == 0)
    return NULL;
  return g_steal_pointer (&tallies);
}

static void
add_themes (CasenessReportBuilder *builder, const CasenessReview *review, CasenessJournal *journal, gboolean is_exact)
{
  g_autoptr(GPtrArray) tallies = tally (review, journal);
  CasenessReportTable *table;
  guint n, i;
  const CasenessReviewTheme *themes = caseness_review_theme_get_all (&n);

  if (tallies == NULL)
    return;
  table = caseness_report_table_new ();
  caseness_report_table_add_column (table, _("Agreed theme"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("What it means"), CASENESS_REPORT_START, 1);
  for (i = 0; i < tallies->len; i++)
    {
      const char *team = ((const CasenessReviewTally *) g_ptr_array_index (tallies, i))->team;

      caseness_report_table_add_column (table, team != NULL ? g_dgettext (GETTEXT_PACKAGE, team) : _("All"),
                                        CASENESS_REPORT_END, 0);
    }
  for (i = 0; i < n; i++)
    {
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, g_dgettext (GETTEXT_PACKAGE, themes[i].label));
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                      g_dgettext (GETTEXT_PACKAGE, themes[i].meaning));
      add_theme (table, tallies, i, is_exact);
    }
  caseness_report_builder_add_heading (builder, 2, _("What reviewers agreed, by team"), _("Themes"), NULL);
  caseness_report_builder_add_table (builder, table);
}

static void
add_head (CasenessReportBuilder *builder, const char *title)
{
  caseness_report_builder_add_heading (builder, 1, title, _("Supervision list"), NULL);
  caseness_report_builder_add_note (builder, _("People who did not recover or got reliably worse, and what the data say "
                                               "their notes could be read for. Nobody is to blame for a line of it."));
}

/* How many there are, before what each of them is read for; within the service alone. */
static void
add_size (CasenessReportBuilder *builder, const CasenessReview *review)
{
  g_autofree char *words = caseness_recovery_words_review (review);
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("%1$'u person. %2$s.", "%1$'u people. %2$s.", review->people->len), review->people->len,
                       words);

  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, sentence);
}

void
caseness_supervision_report_add (CasenessReportBuilder *builder, const CasenessReview *review,
                                 const CasenessRecoveryReportOptions *options)
{
  g_return_if_fail (builder != NULL && review != NULL && options != NULL);

  caseness_report_builder_start_page (builder);
  add_head (builder, _("Whose notes to read"));
  add_questions (builder, review, options->identifies);
  if (options->identifies)
    add_people (builder, review, options->journal, NULL);
  add_themes (builder, review, options->journal, options->identifies);
}

static CasenessReportBuilder *
create_builder (const CasenessRecoveryStudy *study, const CasenessRecoveryReportOptions *options)
{
  const char *service = caseness_snapshot_get_service_name (study->snapshot);
  g_autofree char *period = caseness_period_format (&study->period);
  g_autofree char *title = g_strdup_printf (_("Supervision list, %s, %s"), service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name ("supervision", service, options->as_at);
  g_autofree char *filter = caseness_pack_dup_filter (study->filter, FALSE);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (study->snapshot));
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, filter, from);
  CasenessReportInfo info = {
    .title = title,
    .name = _("Supervision list"),
    .service = service,
    .file_name = file_name,
    .confidentiality = _("Names nobody, but each line is one person: for supervision only"),
    .sources = sources,
    .method = _("Counts exact. No references, names, dates or notes."),
    .as_at = options->as_at,
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

CasenessReport *
caseness_supervision_report_new (const CasenessRecoveryStudy *study, const CasenessReview *review, const char *title,
                                 const CasenessRecoveryReportOptions *options)
{
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(CasenessGrouping) problems = NULL;
  CasenessReportBuilder *builder;
  const CasenessReview *whose;

  g_return_val_if_fail (study != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->as_at != CASENESS_DATE_NONE, NULL);

  frame = caseness_frame_new (study->snapshot);
  caseness_frame_set_period (frame, &study->period);
  problems = caseness_variable_group (caseness_variable_find ("Problem Descriptor"), frame);
  whose = review != NULL ? review : study->review;
  builder = create_builder (study, options);
  add_head (builder, title != NULL ? title : _("Whose notes to read"));
  add_size (builder, whose);
  add_questions (builder, whose, TRUE);
  add_people (builder, whose, options->journal, problems);
  add_themes (builder, whose, options->journal, TRUE);
  return caseness_report_builder_end (builder);
}
