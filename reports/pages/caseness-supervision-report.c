/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-supervision-report.h"

#include "caseness-group-words.h"
#include "caseness-pack-words.h"
#include "caseness-recovery-words.h"
#include "caseness-suppression.h"
#include "caseness-therapy.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_OF_A_CLINICIAN 5

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

/* Listed: somebody on the list, and who reads their notes: a clinician with their supervisor, or a team. */
typedef struct
{
  guint place; /* on the review list, from 0 */
  const char *reader;
  const CasenessReviewPerson *person;
} Listed;

static guint
count_answers (const CasenessReviewPerson *person)
{
  guint n = 0, i;

  for (i = 0; i < CASENESS_N_REVIEW_COURSE_QUESTIONS; i++)
    n += caseness_review_person_has (person, i);
  return n;
}

/* Whoever nobody is recorded for comes last; of one reader's, those to read first come first. */
static int
compare_listed (gconstpointer a, gconstpointer b)
{
  const Listed *first = a, *second = b;
  guint first_answers = count_answers (first->person), second_answers = count_answers (second->person);

  if ((*first->reader == '\0') != (*second->reader == '\0'))
    return *first->reader == '\0' ? 1 : -1;
  if (strcmp (first->reader, second->reader) != 0)
    return strcmp (first->reader, second->reader);
  if (first->person->is_deteriorated != second->person->is_deteriorated)
    return first->person->is_deteriorated ? -1 : 1;
  if (first_answers != second_answers)
    return first_answers > second_answers ? -1 : 1;
  return (int) first->place - (int) second->place;
}

/* Returns: (transfer full) (element-type Listed): the people, reader by reader. */
static GArray *
list_people (const CasenessReview *review, gboolean is_named)
{
  GArray *listed = g_array_sized_new (FALSE, FALSE, sizeof (Listed), review->people->len);
  guint i;

  for (i = 0; i < review->people->len; i++)
    {
      const CasenessReviewPerson *person = &g_array_index (review->people, CasenessReviewPerson, i);
      const char *reader
        = is_named ? caseness_snapshot_get_text (review->snapshot, person->pathway, CASENESS_PATHWAY_CLINICIAN)
                   : caseness_dimension_get_label (CASENESS_DIMENSION_TEAM, review->snapshot, person->pathway);
      const Listed one = { i, reader, person };

      g_array_append_val (listed, one);
    }
  g_array_sort (listed, compare_listed);
  return listed;
}

static CasenessReportTable *
create_list (gboolean is_named)
{
  CasenessReportTable *table = caseness_report_table_new ();

  if (is_named)
    {
      caseness_report_table_add_column (table, _("Reference"), CASENESS_REPORT_START, 0);
      caseness_report_table_add_column (table, _("Discharged"), CASENESS_REPORT_START, 0);
    }
  else
    caseness_report_table_add_column (table, C_("table heading", "No."), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Problem"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Therapy"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Sessions"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("What to look for"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Agreed"), CASENESS_REPORT_START, 0);
  return table;
}

static void
add_somebody (CasenessReportTable *table, const CasenessReview *review, const Listed *one, gboolean is_named)
{
  const CasenessSnapshot *snapshot = review->snapshot;
  guint pathway = one->person->pathway;

  if (!is_named)
    {
      g_autofree char *number = g_strdup_printf ("%u", one->place + 1);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, number);
      return;
    }
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD,
                                  caseness_snapshot_get_text (snapshot, pathway, CASENESS_PATHWAY_SERVICE_REQUEST_ID));
  add_text (table,
            caseness_date_format_short (caseness_snapshot_get_date (snapshot, pathway, CASENESS_PATHWAY_DISCHARGED)));
}

static void
add_reading (CasenessReportTable *table, const CasenessReview *review, const CasenessReviewPerson *person,
             const CasenessGrouping *problems, CasenessJournal *journal)
{
  const CasenessSnapshot *snapshot = review->snapshot;
  g_autofree char *subject = caseness_review_dup_subject (snapshot, person->pathway);
  int sessions = (int) caseness_snapshot_get_count (snapshot, person->pathway, CASENESS_PATHWAY_TREATMENTS);
  guint32 agreed = journal != NULL ? caseness_review_get_themes (journal, subject) : 0;
  g_autofree char *themes = caseness_recovery_words_themes (agreed);
  const char *modality = caseness_snapshot_get_text (snapshot, person->pathway, CASENESS_PATHWAY_MODALITY);

  add_text (table,
            caseness_group_words_problem (g_ptr_array_index (problems->labels, problems->groups[person->pathway])));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                  modality != NULL ? g_dgettext (GETTEXT_PACKAGE, caseness_therapy_get_name (modality)) : "");
  add_text (table, g_strdup_printf ("%d", sessions));
  add_text (table, caseness_recovery_words_answers (person));
  caseness_report_table_add_cell (table, *themes != '\0' ? CASENESS_REPORT_CELL_TEXT : CASENESS_REPORT_CELL_WRITE, themes);
}

static void
head_reader (CasenessReportBuilder *builder, const char *reader, guint n_shown, guint n)
{
  const char *name = *reader != '\0' ? g_dgettext (GETTEXT_PACKAGE, reader) : _("Nobody recorded");
  g_autofree char *title = NULL;

  if (n_shown < n)
    /* Translators: %1$s is a clinician; of their people so many are listed, those to be read first */
    title = g_strdup_printf (_("%1$s: the first %2$'u of %3$'u people"), name, n_shown, n);
  else
    /* Translators: %1$s is a clinician or a team */
    title = g_strdup_printf (ngettext ("%1$s: %2$'u person", "%1$s: %2$'u people", n), name, n);
  caseness_report_builder_add_heading (builder, 3, title, NULL, NULL);
}

/* Each reader's own list, so that they may be handed out; where people are not named, neither are clinicians. A clinician
 * and their supervisor read a few notes in an hour: no more are listed for them. */
static void
add_people (CasenessReportBuilder *builder, const CasenessReview *review, CasenessJournal *journal,
            const CasenessGrouping *problems, gboolean is_named)
{
  g_autoptr(GArray) listed = list_people (review, is_named);
  guint start = 0, end, shown, i;

  if (listed->len == 0)
    return;
  caseness_report_builder_add_heading (builder, 2, is_named ? _("The people, by clinician") : _("The people, by team"),
                                       _("People"), NULL);
  caseness_report_builder_add_note (builder, is_named ? _("Those who got reliably worse first, then those with most to look for; the rest are in "
                                              "the review list of the window.")
                                          : _("Those who got reliably worse first, then those with most to look for."));
  for (; start < listed->len; start = end)
    {
      const char *reader = g_array_index (listed, Listed, start).reader;
      CasenessReportTable *table = create_list (is_named);

      for (end = start; end < listed->len && strcmp (g_array_index (listed, Listed, end).reader, reader) == 0;)
        end++;
      shown = is_named ? MIN (end, start + MOST_OF_A_CLINICIAN) : end;
      head_reader (builder, reader, shown - start, end - start);
      for (i = start; i < shown; i++)
        {
          const Listed *one = &g_array_index (listed, Listed, i);

          add_somebody (table, review, one, is_named);
          add_reading (table, review, one->person, problems, journal);
        }
      caseness_report_builder_add_table (builder, table);
    }
}

static CasenessGrouping *
group_problems (const CasenessRecoveryStudy *study)
{
  g_autoptr(CasenessFrame) frame = caseness_frame_new (study->snapshot);

  caseness_frame_set_period (frame, &study->period);
  return caseness_variable_group (caseness_variable_find ("Problem Descriptor"), frame);
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
caseness_supervision_report_add (CasenessReportBuilder *builder, const CasenessRecoveryStudy *study,
                                 const CasenessRecoveryReportOptions *options)
{
  g_autoptr(CasenessGrouping) problems = NULL;
  const CasenessReview *review;

  g_return_if_fail (builder != NULL && study != NULL && options != NULL);

  review = study->review;
  problems = group_problems (study);
  caseness_report_builder_start_page (builder);
  add_head (builder, _("Whose notes to read"));
  add_questions (builder, review, options->identifies);
  add_themes (builder, review, options->journal, options->identifies);
  if (options->identifies)
    add_people (builder, review, options->journal, problems, TRUE);
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
  g_autoptr(CasenessGrouping) problems = NULL;
  CasenessReportBuilder *builder;
  const CasenessReview *whose;

  g_return_val_if_fail (study != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->as_at != CASENESS_DATE_NONE, NULL);

  problems = group_problems (study);
  whose = review != NULL ? review : study->review;
  builder = create_builder (study, options);
  add_head (builder, title != NULL ? title : _("Whose notes to read"));
  add_size (builder, whose);
  add_questions (builder, whose, TRUE);
  add_themes (builder, whose, options->journal, TRUE);
  add_people (builder, whose, options->journal, problems, FALSE);
  return caseness_report_builder_end (builder);
}
