/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-report.h"

#include "caseness-pack-words.h"
#include "caseness-recovery-words.h"
#include "caseness-report-builder.h"

#include <glib/gi18n.h>

static void
add_text (CasenessReportTable *table, char *text)
{
  g_autofree char *owned = text;

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, owned);
}

/* Fewer than ten courses are counts and no rate. */
static char *
dup_share (CasenessInterval share, const CasenessRecovery *row)
{
  g_autofree char *percent = caseness_recovery_words_percent (share.value);
  g_autofree char *limits = caseness_recovery_words_limits (&share);

  if (caseness_recovery_get_denominator (row) < CASENESS_FEWEST_JUDGED)
    return g_strdup (_("too few to say"));
  return g_strdup_printf (_("%1$s (%2$s)"), percent, limits);
}

static void
add_shares (CasenessReportTable *table, const char *what, guint count, CasenessInterval own, CasenessInterval all,
            const CasenessRecovery *row, const CasenessRecovery *everybody)
{
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, what);
  add_text (table, g_strdup_printf ("%'u", count));
  add_text (table, dup_share (own, row));
  add_text (table, dup_share (all, everybody));
}

static void
add_numbers (CasenessReportTable *table, const char *what, double own, double all, int decimals)
{
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, what);
  add_text (table, g_strdup (""));
  add_text (table, caseness_recovery_words_number (own, decimals));
  add_text (table, caseness_recovery_words_number (all, decimals));
}

static void
add_figures (CasenessReportBuilder *builder, const CasenessRecovery *row, const CasenessRecovery *everybody)
{
  CasenessReportTable *table = caseness_report_table_new ();

  caseness_report_table_add_column (table, _("Of finished courses"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Yours"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Share, 95% interval"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("The whole service"), CASENESS_REPORT_START, 0);
  add_shares (table, _("Recovery"), row->recovered, caseness_recovery_get_rate (row),
              caseness_recovery_get_rate (everybody), row, everybody);
  add_shares (table, _("Reliable recovery"), row->reliably_recovered, caseness_recovery_get_reliable_rate (row),
              caseness_recovery_get_reliable_rate (everybody), row, everybody);
  add_shares (table, _("Reliable improvement"), row->improved, caseness_recovery_get_share (row, row->improved),
              caseness_recovery_get_share (everybody, everybody->improved), row, everybody);
  add_shares (table, _("Reliable deterioration"), row->deteriorated,
              caseness_recovery_get_share (row, row->deteriorated),
              caseness_recovery_get_share (everybody, everybody->deteriorated), row, everybody);
  add_shares (table, _("No last score"), row->no_outcome, caseness_recovery_get_share (row, row->no_outcome),
              caseness_recovery_get_share (everybody, everybody->no_outcome), row, everybody);
  add_shares (table, _("Appointments missed without notice"), row->missed, caseness_recovery_get_missed_rate (row),
              caseness_recovery_get_missed_rate (everybody), row, everybody);
  add_numbers (table, _("Median sessions"), row->median_sessions, everybody->median_sessions, 1);
  add_numbers (table, _("Median days to first treatment"), row->first_waits.median, everybody->first_waits.median, 0);
  add_numbers (table, _("PHQ-9 effect size"), caseness_recovery_get_effect (row, CASENESS_RECOVERY_PHQ9),
               caseness_recovery_get_effect (everybody, CASENESS_RECOVERY_PHQ9), 1);
  add_numbers (table, _("GAD-7 effect size"), caseness_recovery_get_effect (row, CASENESS_RECOVERY_GAD7),
               caseness_recovery_get_effect (everybody, CASENESS_RECOVERY_GAD7), 1);
  caseness_report_builder_add_table (builder, table);
}

/* Supportive, and no more certain than the numbers are. */
static const char *
get_message (CasenessStanding standing)
{
  switch (standing)
    {
    case CASENESS_STANDING_TOO_FEW:
      return _("So few courses say little about anybody’s work. The people behind them are what is worth talking about.");
    case CASENESS_STANDING_HIGH_95:
    case CASENESS_STANDING_HIGH_998:
      return _("More people recovered than chance explains, given whom you see. What could others learn from it?");
    case CASENESS_STANDING_LOW_95:
    case CASENESS_STANDING_LOW_998:
      return _("Fewer people recovered than chance explains, given whom you see. First look at the record, then at whom "
               "you were given and how long they waited, and then together at the notes.");
    case CASENESS_STANDING_INSIDE:
    case CASENESS_N_STANDINGS:
    default:
      return _("As many people recovered as is to be expected of those you see, within what chance explains.");
    }
}

static void
add_expectation (CasenessReportBuilder *builder, const CasenessRecoveryStudy *study, const CasenessRecovery *row)
{
  CasenessInterval ratio = caseness_recovery_get_ratio (row);
  CasenessStanding standing
    = caseness_recovery_comparison_judge (study->comparison, row, CASENESS_RECOVERY_ADJUSTED, FALSE);
  g_autofree char *words = caseness_recovery_words_ratio (&ratio);
  g_autofree char *more = caseness_recovery_words_more (row);
  g_autofree char *line = g_strdup_printf (_("Observed over expected recoveries, 95%% interval: %1$s; %2$s."), words, more);

  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, get_message (standing));
  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_SECONDARY, line);
}

static void
add_questions (CasenessReportBuilder *builder, const CasenessRecoveryStudy *study, const CasenessRecovery *row)
{
  g_autoptr(CasenessReview) review = caseness_recovery_study_narrow (study, row);
  CasenessReportTable *table = caseness_report_table_new ();
  guint i, n = 0;

  caseness_report_table_add_column (table, _("Worth bringing to supervision"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("People"), CASENESS_REPORT_END, 0);
  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    if (review->counts[i] > 0)
      {
        caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_recovery_words_question (i));
        add_text (table, g_strdup_printf ("%u", review->counts[i]));
        n++;
      }
  if (n > 0)
    caseness_report_builder_add_table (builder, table);
  else
    caseness_report_table_free (table);
}

/* What the sheet is for, in words that help: it is talked about, not filed. */
static void
add_guidance (CasenessReportBuilder *builder)
{
  static const char *const words[] = {
    N_("This sheet is yours, to bring to supervision or not. It ranks nobody, and the service beside you is everybody "
       "together."),
    N_("An interval says how far chance alone may move a figure: the fewer the courses, the wider. Only a figure whose "
       "interval keeps away from the whole service’s, year after year, asks for an explanation, and the first to look for "
       "are the record, whom you were given and how long they had waited."),
    N_("Where to begin: one course that went well, and what you did in it. One that did not, and what you would have "
       "needed. One thing to try next, and how you would notice that it helped."),
    N_("Recovery is being below caseness on both measures at the end after being at caseness at the start, of those who were; "
       "reliable is a change larger than the measures’ own error; an effect size is the mean change in standard deviations of "
       "the scores at the start."),
  };
  gsize i;

  caseness_report_builder_add_space (builder, 12);
  caseness_report_builder_add_heading (builder, 2, _("How to use this sheet"), NULL, NULL);
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, _(words[i]));
}

static void
add_sheet (CasenessReportBuilder *builder, const CasenessRecoveryStudy *study, const CasenessRecovery *row)
{
  const CasenessRecovery *everybody = caseness_recovery_comparison_get_everybody (study->comparison);
  g_autofree char *title = g_strdup_printf (_("Feedback for %s"), row->group);
  g_autofree char *courses
    = g_strdup_printf (ngettext ("%'u course was finished with you in this period.",
                                 "%'u courses were finished with you in this period.", row->courses),
                       row->courses);

  caseness_report_builder_add_heading (builder, 1, title, row->group, NULL);
  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, courses);
  add_expectation (builder, study, row);
  add_figures (builder, row, everybody);
  caseness_report_builder_add_space (builder, 12);
  add_questions (builder, study, row);
  add_guidance (builder);
}

static gboolean
is_wanted (const CasenessFilter *filter, const CasenessRecovery *row)
{
  return filter == NULL || caseness_filter_get_values (filter, CASENESS_DIMENSION_CLINICIAN)[0] == NULL
         || caseness_filter_wants (filter, CASENESS_DIMENSION_CLINICIAN, row->group);
}

/* Nobody to write to: says so, and of whom there would have been something to say. */
static void
add_nobody (CasenessReportBuilder *builder, const CasenessRecoveryStudy *study)
{
  const CasenessRecovery *everybody = caseness_recovery_comparison_get_everybody (study->comparison);
  CasenessReportTable *table = caseness_report_table_new ();

  caseness_report_builder_add_heading (builder, 1, _("No feedback for this period"), _("Nobody"), NULL);
  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY,
                                         _("No course was finished in this period with the clinician asked for."));
  caseness_report_table_add_column (table, _("Whose courses"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Finished"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, _("The whole service"));
  add_text (table, g_strdup_printf ("%'u", everybody != NULL ? everybody->courses : 0));
  caseness_report_builder_add_table (builder, table);
}

static CasenessReportBuilder *
create_builder (const CasenessRecoveryStudy *study, const CasenessFilter *filter, CasenessDate as_at)
{
  const char *service = caseness_snapshot_get_service_name (study->snapshot);
  g_autofree char *period = caseness_period_format (&study->period);
  g_autofree char *title = g_strdup_printf (_("A clinician’s own feedback, %s, %s"), service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name ("clinician", service, as_at);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (study->snapshot));
  g_autofree char *words = caseness_pack_dup_filter (filter, TRUE);
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, words, from);
  CasenessReportInfo info = {
    .title = title,
    .name = _("Clinician’s feedback"),
    .service = service,
    .file_name = file_name,
    .confidentiality = _("For the clinician and their supervisor only"),
    .sources = sources,
    .method = _("Wilson intervals. Expected: courses alike by problem, severity, step and deprivation in the whole "
                "service; under 10 courses no rate."),
    .is_of_sheets = TRUE,
    .as_at = as_at,
    .paper = CASENESS_REPORT_PORTRAIT,
  };

  return caseness_report_builder_new (&info);
}

CasenessReport *
caseness_clinician_report_new (const CasenessRecoveryStudy *study, const CasenessFilter *filter, CasenessDate as_at)
{
  CasenessReportBuilder *builder;
  guint n = 0, i;

  g_return_val_if_fail (study != NULL && as_at != CASENESS_DATE_NONE, NULL);

  builder = create_builder (study, filter, as_at);
  for (i = 0; i < study->comparison->rows->len; i++)
    {
      const CasenessRecovery *row = g_ptr_array_index (study->comparison->rows, i);

      if (!is_wanted (filter, row))
        continue;
      if (n++ > 0)
        caseness_report_builder_start_page (builder);
      add_sheet (builder, study, row);
    }
  if (n == 0)
    add_nobody (builder, study);
  return caseness_report_builder_end (builder);
}
