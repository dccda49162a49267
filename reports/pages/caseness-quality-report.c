/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-report.h"

#include "caseness-pack-words.h"
#include "caseness-quality-report-private.h"
#include "caseness-quality-words.h"
#include "caseness-submission-calendar.h"

#include <glib/gi18n.h>

/* Months that fit beside what a rule says. */
#define MOST_MONTHS 6

static const struct
{
  const char *term;
  const char *text;
} definitions[] = {
  { N_("File refused"),
    N_("A fault for which the national system refuses the whole submission. Here the field is left out or the rows are "
       "set aside, so that the rest can be used.") },
  { N_("Row refused"),
    N_("A row that the national system does not take, with everything that hangs from it; it is not counted here "
       "either.") },
  { N_("Warning"), N_("The row is taken as it is. What it says may not count.") },
  { N_("Latest month"),
    N_("The last month of the period that each provider has loaded. Later files for the same month take the place of "
       "earlier ones, findings included.") },
  { N_("Recorded"),
    N_("Filled with something known. Codes for not known and not stated do not count, whatever their place in the "
       "national lists.") },
  { N_("95% interval"), N_("Wilson’s score interval of the share.") },
  { N_("Broken pathway"),
    N_("One number for two people; or an open referral that stops being sent while a referral of the same person, "
       "received before that, is first sent in a later month.") },
  { N_("Late discharge date"),
    N_("A discharge dated before the month whose submission first tells of it, unless that month is the first one "
       "loaded of the provider; and rows refused for it.") },
  { N_("Open referral no longer sent"),
    N_("Not discharged, and missing from the latest month of its provider. It stays open here.") },
};

static void
add_number (CasenessReportTable *table, guint number)
{
  g_autofree char *text = g_strdup_printf ("%'u", number);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, text);
}

static void
add_submissions (CasenessReportBuilder *builder, const CasenessQuality *quality)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, _("Provider"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Latest month"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("File refused"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Rows refused"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Warnings"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Until when it can be sent again"), CASENESS_REPORT_START, 1);
  for (i = 0; i < quality->submissions->len; i++)
    {
      const CasenessQualitySubmission *row = &g_array_index (quality->submissions, CasenessQualitySubmission, i);
      g_autofree char *month = caseness_period_format (&row->month);
      g_autofree char *window = caseness_submission_calendar_describe (&row->month, quality->as_at);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, row->provider);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, month);
      add_number (table, row->n_file);
      add_number (table, row->n_record);
      add_number (table, row->n_warning);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, window);
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_summary (CasenessReportBuilder *builder, const CasenessQuality *quality, gboolean identifies)
{
  g_autofree char *refused = caseness_quality_words_refused (quality);
  g_autofree char *rules = caseness_quality_words_rules (quality);
  g_autofree char *completeness = caseness_quality_words_completeness (quality);
  g_autofree char *lists = caseness_quality_words_lists (quality);
  g_autofree char *unread = caseness_quality_words_unread (quality);

  caseness_report_builder_add_heading (builder, 1, refused, _("Summary"), NULL);
  caseness_report_builder_add_note (builder, _("What the national system would say of the latest month, as far as it "
                                               "can be judged here, and until when it can be put right."));
  add_submissions (builder, quality);
  caseness_report_builder_add_heading (builder, 2, _("In short"), NULL, NULL);
  caseness_report_builder_add_definition (builder, _("Rules broken"), rules);
  caseness_report_builder_add_definition (builder, _("Completeness"), completeness);
  caseness_report_builder_add_definition (builder, _("To put right"), lists);
  if (unread != NULL)
    caseness_report_builder_add_definition (builder, _("Cannot be read"), unread);
  caseness_report_builder_add_definition (builder, _("Who is named"),
                                          identifies ? _("It names referrals and clinicians, for those who correct them.")
                                                     : _("Nobody, but counts are exact, small ones too: it is for the service."));
  caseness_quality_report_add_refused (builder, quality, identifies);
}

static void
add_rule (CasenessReportTable *table, const CasenessQuality *quality, const CasenessQualityRule *rule, guint first_month)
{
  guint i;

  if (rule->group != NULL)
    {
      g_autofree char *group = caseness_quality_words_group (quality, rule->split, rule->group, FALSE);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, group);
    }
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, rule->id);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_quality_words_level (rule->level));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, rule->table);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, rule->meaning);
  add_number (table, rule->n_period);
  for (i = first_month; i < quality->months->len; i++)
    add_number (table, rule->by_month[i]);
}

/* There are several, and what is wrong needs the room. */
static char *
dup_month (CasenessDate period_end)
{
  int year, month, day;
  g_autoptr(GDateTime) date = NULL;

  caseness_date_split (period_end, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  /* Translators: a month in the head of a narrow column: "Apr 25" */
  return g_date_time_format (date, _("%b %y"));
}

static void
add_table_of_rules (CasenessReportBuilder *builder, const CasenessQuality *quality, const GPtrArray *rules,
                    const char *group_heading)
{
  guint n = quality->months->len, first = n > MOST_MONTHS ? n - MOST_MONTHS : 0, i;
  CasenessReportTable *table;

  if (rules->len == 0)
    return;
  table = caseness_report_table_new ();
  if (group_heading != NULL)
    caseness_report_table_add_column (table, group_heading, CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Rule"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Level"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Table"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("What is wrong"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Period"), CASENESS_REPORT_END, 0);
  for (i = first; i < n; i++)
    {
      g_autofree char *month = dup_month (g_array_index (quality->months, CasenessDate, i));

      caseness_report_table_add_column (table, month, CASENESS_REPORT_END, 0);
    }
  for (i = 0; i < rules->len; i++)
    add_rule (table, quality, g_ptr_array_index (rules, i), first);
  caseness_report_builder_add_table (builder, table);
}

/* Clinicians are named only for those who correct the records. */
static void
add_rules_by (CasenessReportBuilder *builder, const CasenessQuality *quality, CasenessQualitySplit split,
              const char *heading)
{
  g_autoptr(GPtrArray) rules = caseness_quality_count_rules_by (quality, split);

  if (rules->len == 0)
    return;
  caseness_report_builder_add_heading (builder, 2, heading, heading, NULL);
  caseness_report_builder_add_note (builder, _("The team and clinician of a row are those of its referral. Rows that "
                                               "belong to nobody who is held, and those imported by an earlier Caseness, "
                                               "are not recorded."));
  add_table_of_rules (builder, quality, rules, caseness_quality_words_split (split));
}

static void
add_rules (CasenessReportBuilder *builder, const CasenessQuality *quality, gboolean identifies)
{
  g_autofree char *title = caseness_quality_words_rules (quality);

  caseness_report_builder_add_space (builder, 12);
  caseness_report_builder_add_heading (builder, 1, title, _("Rules broken"), NULL);
  caseness_report_builder_add_note (builder, _("Gravest first, then most often broken in the period. Counted for whole "
                                               "submissions: of the filter only the provider narrows them."));
  add_table_of_rules (builder, quality, quality->rules, NULL);
  add_rules_by (builder, quality, CASENESS_QUALITY_BY_TEAM, _("Rules broken by team"));
  if (identifies)
    add_rules_by (builder, quality, CASENESS_QUALITY_BY_CLINICIAN, _("Rules broken by clinician"));
}

static void
add_unjudged (CasenessReportBuilder *builder)
{
  g_autoptr(GArray) rules = caseness_quality_list_unjudged ();
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _("Rules not judged here"), _("Rules not judged"), NULL);
  caseness_report_builder_add_note (builder, _("They are neither passed nor broken here. The national reports tell."));
  caseness_report_table_add_column (table, _("Rule"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Table"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("What it asks"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Why not here"), CASENESS_REPORT_START, 1);
  for (i = 0; i < rules->len; i++)
    {
      const CasenessUnjudgedRule *rule = &g_array_index (rules, CasenessUnjudgedRule, i);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, rule->id);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, rule->table);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, g_dgettext (GETTEXT_PACKAGE, rule->meaning));
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, g_dgettext (GETTEXT_PACKAGE, rule->reason));
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_definitions (CasenessReportBuilder *builder)
{
  guint n_items, i;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _("Definitions used"), _("Definitions"),
                                       CASENESS_QUALITY_REPORT_DEFINITIONS);
  for (i = 0; i < G_N_ELEMENTS (definitions); i++)
    caseness_report_builder_add_definition (builder, _(definitions[i].term), _(definitions[i].text));
  caseness_report_builder_add_heading (builder, 2, _("What counts as recorded"), NULL, NULL);
  for (i = 0; i < n_items; i++)
    caseness_report_builder_add_definition (builder, caseness_quality_words_item (i),
                                            g_dgettext (GETTEXT_PACKAGE, items[i].meaning));
}

static CasenessReportBuilder *
create_builder (CasenessSnapshot *snapshot, const CasenessQualityReportOptions *options)
{
  const char *service = caseness_snapshot_get_service_name (snapshot);
  g_autofree char *period = caseness_period_format (&options->period);
  g_autofree char *title = g_strdup_printf (_("Data quality, %s, %s"), service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name ("data-quality", service, options->as_at);
  g_autofree char *filter = caseness_pack_dup_filter (options->filter, options->identifies);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (snapshot));
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, filter, from);
  CasenessReportInfo info = {
    .title = title,
    .name = _("Data quality"),
    .service = service,
    .file_name = file_name,
    .confidentiality = options->identifies ? _("Identifies people: for those who correct the records only")
                                           : caseness_pack_get_confidentiality (TRUE),
    .sources = sources,
    .method = _("Counts exact. Rules as published for the data set, as far as they can be judged here."),
    .definitions = CASENESS_QUALITY_REPORT_DEFINITIONS,
    .as_at = options->as_at,
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

CasenessReport *
caseness_quality_report_new (CasenessSnapshot *snapshot, const CasenessQualityReportOptions *options)
{
  CasenessReportBuilder *builder;
  g_autoptr(CasenessQuality) quality = NULL;

  g_return_val_if_fail (snapshot != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->as_at != CASENESS_DATE_NONE, NULL);

  quality = caseness_quality_new (snapshot, &options->period, options->filter, options->as_at);
  builder = create_builder (snapshot, options);
  add_summary (builder, quality, options->identifies);
  add_rules (builder, quality, options->identifies);
  caseness_quality_report_add_completeness (builder, quality, options->identifies);
  caseness_quality_report_add_lists (builder, quality, options->identifies);
  add_unjudged (builder);
  add_definitions (builder);
  return caseness_report_builder_end (builder);
}
