/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-report.h"

#include "caseness-pack-words.h"
#include "caseness-person-chart.h"
#include "caseness-person-days.h"
#include "caseness-person-words.h"
#include "caseness-recovery-words.h"
#include "caseness-report-builder.h"

#include <glib/gi18n.h>

static void
add_text (CasenessReportTable *table, CasenessReportCell kind, char *text)
{
  g_autofree char *owned = text;

  caseness_report_table_add_cell (table, kind, owned);
}

static void
add_fact (CasenessReportTable *table, const CasenessPersonFact *fact)
{
  g_autofree char *words = fact != NULL && *fact->detail != '\0' ? g_strdup_printf (_("%1$s (%2$s)"), fact->value, fact->detail)
                                                                 : g_strdup (fact != NULL ? fact->value : "");

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_SECONDARY, fact != NULL ? fact->label : "");
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, words);
}

/* Two beside each other, read down the first half and then the second. */
static void
add_facts (CasenessReportBuilder *builder, const CasenessPersonCourse *course, gboolean hides_staff)
{
  g_autoptr(GPtrArray) facts = caseness_person_words_list_facts (course, hides_staff);
  CasenessReportTable *table = caseness_report_table_new ();
  guint half = (facts->len + 1) / 2, i;

  caseness_report_table_add_column (table, _("Referral"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, "", CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, "", CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, "", CASENESS_REPORT_START, 1);
  caseness_report_table_set_compact (table);
  for (i = 0; i < half; i++)
    {
      add_fact (table, g_ptr_array_index (facts, i));
      add_fact (table, half + i < facts->len ? g_ptr_array_index (facts, half + i) : NULL);
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_scores (CasenessReportBuilder *builder, const CasenessPersonCourse *course)
{
  g_autoptr(GArray) scores = caseness_person_scores_list (course);
  CasenessReportTable *table;
  guint i;

  if (scores->len == 0)
    return;
  table = caseness_report_table_new ();
  caseness_report_table_add_column (table, _("Measure"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("First"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Last"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Change"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Needs"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Caseness"), CASENESS_REPORT_END, 0);
  caseness_report_table_set_compact (table);
  for (i = 0; i < scores->len; i++)
    {
      const CasenessPersonScore *score = &g_array_index (scores, CasenessPersonScore, i);

      add_text (table, score->is_used ? CASENESS_REPORT_CELL_BOLD : CASENESS_REPORT_CELL_SECONDARY,
                caseness_person_words_score (course, score));
      add_text (table, CASENESS_REPORT_CELL_TEXT, caseness_person_words_points (score->pair.first, FALSE));
      add_text (table, CASENESS_REPORT_CELL_TEXT, caseness_person_words_points (score->pair.last, FALSE));
      add_text (table, CASENESS_REPORT_CELL_BOLD, caseness_person_words_points (score->change, TRUE));
      add_text (table, CASENESS_REPORT_CELL_TEXT, caseness_person_words_points (score->needs, FALSE));
      add_text (table, CASENESS_REPORT_CELL_TEXT, caseness_person_words_points (score->caseness_at, FALSE));
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_questions (CasenessReportBuilder *builder, const CasenessPersonCourse *course)
{
  GString *words = g_string_new (NULL);
  g_autofree char *line = NULL;
  guint i;

  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    if ((course->answers & (1u << i)) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", caseness_recovery_words_question (i));
  line = g_strdup_printf (_("For the notes: %s."), words->str);
  if (words->len > 0)
    caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, line);
  g_string_free (words, TRUE);
}

static void
add_contacts (CasenessReportBuilder *builder, const CasenessPersonCourse *course)
{
  g_autoptr(CasenessDayChart) chart = caseness_person_days_new (course);

  if (chart != NULL)
    caseness_report_builder_add_chart (builder, caseness_day_chart_as_chart (chart), 2, _("Contacts"));
}

static void
add_course (CasenessReportBuilder *builder, const CasenessPersonCourse *course,
            const CasenessPersonReportOptions *options)
{
  const char *reference
    = caseness_snapshot_get_text (course->snapshot, course->pathway, CASENESS_PATHWAY_SERVICE_REQUEST_ID);
  g_autoptr(CasenessTrajectoryChart) chart = caseness_person_chart_new (course);
  g_autofree char *title = options->identifies ? g_strdup_printf (_("The course of %s"), reference)
                                               : g_strdup (_("One person’s course"));
  g_autofree char *reason = caseness_person_words_outcome_reason (course);
  g_autofree char *outcome = g_strdup_printf ("%s. %s", caseness_person_words_outcome (course), reason);

  caseness_report_builder_add_heading (builder, 1, title, title, NULL);
  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, g_strchomp (outcome));
  add_questions (builder, course);
  add_facts (builder, course, !options->identifies);
  if (chart != NULL)
    {
      caseness_trajectory_chart_set_low_panels (chart, TRUE);
      caseness_report_builder_add_chart (builder, caseness_trajectory_chart_as_chart (chart), 2, _("Scores"));
    }
  add_scores (builder, course);
  add_contacts (builder, course);
}

CasenessReport *
caseness_person_report_new (const CasenessPersonCourse *course, const CasenessPersonReportOptions *options)
{
  const char *service;
  g_autofree char *title = NULL;
  g_autofree char *file_name = NULL;
  g_autofree char *from = NULL;
  g_autofree char *sources = NULL;
  CasenessReportInfo info = { .name = _("One person’s course"), .paper = CASENESS_REPORT_PORTRAIT };
  CasenessReportBuilder *builder;

  g_return_val_if_fail (course != NULL && options != NULL && options->as_at != CASENESS_DATE_NONE, NULL);

  service = caseness_snapshot_get_service_name (course->snapshot);
  title = g_strdup_printf (_("One person’s course, %s"), service);
  file_name = caseness_pack_dup_file_name ("course", service, options->as_at);
  from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (course->snapshot));
  sources = g_strdup_printf (_("Sources: %s"), from);
  info.title = title;
  info.service = service;
  info.file_name = file_name;
  info.confidentiality = options->identifies ? _("Identifies a person: keep within the service")
                                             : _("Tells of one person, named nowhere: keep within the service");
  info.sources = sources;
  info.method = _("Cut-offs and reliable change of the NHS Talking Therapies Manual; first and last scores as the "
                  "national measures take them.");
  info.as_at = options->as_at;
  builder = caseness_report_builder_new (&info);
  add_course (builder, course, options);
  return caseness_report_builder_end (builder);
}
