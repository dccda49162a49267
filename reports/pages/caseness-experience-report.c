/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-experience-report.h"

#include "caseness-breakdown.h"
#include "caseness-experience-words.h"
#include "caseness-measure-explain.h"
#include "caseness-pack-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFINITIONS "experience-definitions"

static void
add_text (CasenessReportTable *table, char *text)
{
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, text);
  g_free (text);
}

static gboolean
is_of_shares (CasenessExperienceView view)
{
  g_autoptr(GPtrArray) items = caseness_experience_list_items (view);
  const CasenessExperienceItem *item = g_ptr_array_index (items, 0);

  return item->n_measures == 1 && caseness_experience_words_is_share (item->measures[0]);
}

/* A share with what it is made of; @group may be everybody. */
static void
add_share (CasenessReportTable *table, const CasenessExperience *experience, const CasenessMeasure *measure, guint group,
           gboolean suppresses)
{
  CasenessFigure figure = caseness_experience_get (experience, measure, group);

  add_text (table, caseness_experience_words_figure (&figure, measure, suppresses));
  add_text (table, caseness_experience_words_interval (experience, measure, group, suppresses));
  add_text (table, caseness_experience_words_part (figure.numerator, suppresses));
  add_text (table, caseness_experience_words_part (figure.denominator, suppresses));
}

static void
add_share_columns (CasenessReportTable *table, CasenessExperienceView view)
{
  caseness_report_table_add_column (table, caseness_experience_words_column (view, 0), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Number"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Of"), CASENESS_REPORT_END, 0);
}

static CasenessReportTable *
make_table (const CasenessExperience *experience, CasenessExperienceView view, gboolean suppresses)
{
  g_autoptr(GPtrArray) items = caseness_experience_list_items (view);
  const CasenessExperienceItem *first = g_ptr_array_index (items, 0);
  CasenessReportTable *table = caseness_report_table_new ();
  guint i, k;

  caseness_report_table_add_column (table, _("What"), CASENESS_REPORT_START, 1);
  if (is_of_shares (view))
    add_share_columns (table, view);
  for (k = 0; k < first->n_measures && !is_of_shares (view); k++)
    caseness_report_table_add_column (table, caseness_experience_words_column (view, k), CASENESS_REPORT_END, 0);
  for (i = 0; i < items->len; i++)
    {
      const CasenessExperienceItem *item = g_ptr_array_index (items, i);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, caseness_experience_words_item (item));
      if (is_of_shares (view))
        add_share (table, experience, item->measures[0], CASENESS_EXPERIENCE_EVERYBODY, suppresses);
      for (k = 0; k < item->n_measures && !is_of_shares (view); k++)
        {
          CasenessFigure figure
            = caseness_experience_get (experience, item->measures[k], CASENESS_EXPERIENCE_EVERYBODY);

          add_text (table, caseness_experience_words_figure (&figure, item->measures[k], suppresses));
        }
    }
  return table;
}

void
caseness_experience_report_add_view (CasenessReportBuilder *builder, const CasenessExperience *experience,
                                     CasenessExperienceView view, guint level, gboolean suppresses)
{
  g_autofree char *title = caseness_experience_words_title (experience, view, suppresses);
  g_autoptr(CasenessStackChart) chart = caseness_experience_words_draw (experience, view, suppresses);

  caseness_report_builder_add_space (builder, 12);
  if (chart != NULL)
    {
      caseness_report_builder_add_chart (builder, caseness_stack_chart_as_chart (chart), level,
                                         caseness_experience_words_view (view));
      caseness_report_builder_add_space (builder, 8);
    }
  else
    {
      caseness_report_builder_add_heading (builder, level, title, caseness_experience_words_view (view), NULL);
      caseness_report_builder_add_note (builder, caseness_experience_words_subtitle (view));
    }
  caseness_report_builder_add_table (builder, make_table (experience, view, suppresses));
}

/* The items that are told of each team. */
static const struct
{
  CasenessExperienceView view;
  guint item;
} by_team[] = {
  { CASENESS_EXPERIENCE_TREATMENT, 4 },
  { CASENESS_EXPERIENCE_ASSESSMENT, 1 },
};

/* By team, with regard to everybody, who is told as well: nothing hidden can be had by subtraction. */
static CasenessBreakdown *
break_down (CasenessSnapshot *snapshot, const CasenessExperienceReportOptions *options, GCancellable *cancellable,
            GError **error)
{
  const CasenessVariable *team = caseness_variable_find ("Team");
  const CasenessMeasure *measures[G_N_ELEMENTS (by_team)];
  const CasenessBreakdownQuestion question = {
    .period = options->period,
    .filter = options->filter,
    .measures = measures,
    .n_measures = G_N_ELEMENTS (by_team),
    .variables = &team,
    .n_variables = 1,
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (by_team); i++)
    {
      g_autoptr(GPtrArray) items = caseness_experience_list_items (by_team[i].view);

      measures[i] = ((const CasenessExperienceItem *) g_ptr_array_index (items, by_team[i].item))->measures[0];
    }
  return caseness_breakdown_new (snapshot, &question, cancellable, error);
}

/* A team that the breakdown does not know is not told. */
static gboolean
is_told (const CasenessBreakdown *breakdown, const char *team, guint which)
{
  guint i;

  for (i = 0; i < caseness_breakdown_get_n_groups (breakdown, 0); i++)
    if (strcmp (caseness_breakdown_get_group (breakdown, 0, i), team) == 0)
      return !caseness_breakdown_is_hidden (breakdown, 0, i, which);
  return FALSE;
}

/* One item by team, the groups down the page; those of which nothing may be told are left out. */
static void
add_teams (CasenessReportBuilder *builder, const CasenessExperience *experience, const CasenessBreakdown *breakdown,
           guint which, gboolean suppresses)
{
  CasenessExperienceView view = by_team[which].view;
  g_autoptr(GPtrArray) items = caseness_experience_list_items (view);
  const CasenessExperienceItem *item = g_ptr_array_index (items, by_team[which].item);
  g_autofree char *title = g_strdup_printf (_("%s, by team"), caseness_experience_words_item (item));
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_builder_add_space (builder, 12);
  caseness_report_builder_add_heading (builder, 2, title, NULL, NULL);
  caseness_report_table_add_column (table, _("Team"), CASENESS_REPORT_START, 1);
  add_share_columns (table, view);
  for (i = 0; i < caseness_experience_get_n_groups (experience); i++)
    {
      if (suppresses && !is_told (breakdown, caseness_experience_get_group (experience, i), which))
        continue;
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, caseness_experience_get_group (experience, i));
      add_share (table, experience, item->measures[0], i, suppresses);
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_definitions (CasenessReportBuilder *builder)
{
  guint view, i;

  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _("Definitions used"), _("Definitions"), DEFINITIONS);
  for (view = 0; view < CASENESS_N_EXPERIENCE_VIEWS; view++)
    {
      g_autoptr(GPtrArray) items = caseness_experience_list_items (view);

      caseness_report_builder_add_heading (builder, 2, caseness_experience_words_view (view), NULL, NULL);
      for (i = 0; i < items->len; i++)
        {
          const CasenessExperienceItem *item = g_ptr_array_index (items, i);

          caseness_report_builder_add_definition (builder, caseness_experience_words_item (item),
                                                  g_dgettext (GETTEXT_PACKAGE, item->measures[0]->definition));
        }
    }
}

static CasenessReportBuilder *
create_builder (CasenessSnapshot *snapshot, const CasenessExperienceReportOptions *options)
{
  const char *service = caseness_snapshot_get_service_name (snapshot);
  g_autofree char *period = caseness_period_format (&options->period);
  g_autofree char *title = g_strdup_printf (_("Experience and employment, %s, %s"), service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name ("experience", service, options->as_at);
  g_autofree char *filter = caseness_pack_dup_filter (options->filter, FALSE);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (snapshot));
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, filter, from);
  CasenessReportInfo info = {
    .title = title,
    .name = _("Experience and employment"),
    .service = service,
    .file_name = file_name,
    .confidentiality = _("Does not identify people"),
    .sources = sources,
    .method = options->suppresses ? _("Suppressed: counts below 5 as *, others to the nearest 5.") : _("Counts exact."),
    .definitions = DEFINITIONS,
    .as_at = options->as_at,
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

CasenessReport *
caseness_experience_report_new (CasenessSnapshot *snapshot, const CasenessExperienceReportOptions *options,
                                GCancellable *cancellable, GError **error)
{
  CasenessReportBuilder *builder;
  g_autoptr(CasenessExperience) experience = NULL;
  g_autoptr(CasenessBreakdown) teams = NULL;
  g_autofree char *advisers = NULL;
  guint view, i;

  g_return_val_if_fail (snapshot != NULL && options != NULL && options->as_at != CASENESS_DATE_NONE, NULL);
  experience = caseness_experience_new (snapshot, &options->period, options->filter, caseness_variable_find ("Team"),
                                        cancellable, error);
  teams = experience != NULL ? break_down (snapshot, options, cancellable, error) : NULL;
  if (teams == NULL)
    return NULL;
  builder = create_builder (snapshot, options);
  for (view = 0; view < CASENESS_N_EXPERIENCE_VIEWS; view++)
    {
      caseness_experience_report_add_view (builder, experience, view, 1, options->suppresses);
      for (i = 0; i < G_N_ELEMENTS (by_team); i++)
        if (by_team[i].view == view)
          add_teams (builder, experience, teams, i, options->suppresses);
      if (view != CASENESS_EXPERIENCE_SUPPORT)
        continue;
      advisers = caseness_experience_words_advisers (snapshot, options->as_at);
      caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_SECONDARY, advisers);
    }
  add_definitions (builder);
  return caseness_report_builder_end (builder);
}
