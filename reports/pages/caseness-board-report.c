/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-board-report.h"

#include "caseness-breakdown.h"
#include "caseness-board-words.h"
#include "caseness-measure-explain.h"
#include "caseness-pack-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFINITIONS "board-definitions"

static void
add_text (CasenessReportTable *table, char *text)
{
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, text);
  g_free (text);
}

static gboolean
is_of_shares (CasenessBoardView view)
{
  g_autoptr(GPtrArray) items = caseness_board_list_items (view);
  const CasenessBoardItem *item = g_ptr_array_index (items, 0);

  return item->n_measures == 1 && caseness_board_words_is_share (item->measures[0]);
}

/* A share with what it is made of; @group may be everybody. */
static void
add_share (CasenessReportTable *table, const CasenessBoard *board, const CasenessMeasure *measure, guint group,
           gboolean suppresses)
{
  CasenessFigure figure = caseness_board_get (board, measure, group);

  add_text (table, caseness_board_words_figure (&figure, measure, suppresses));
  add_text (table, caseness_board_words_interval (board, measure, group, suppresses));
  add_text (table, caseness_board_words_part (figure.numerator, suppresses));
  add_text (table, caseness_board_words_part (figure.denominator, suppresses));
}

static void
add_share_columns (CasenessReportTable *table, CasenessBoardView view)
{
  caseness_report_table_add_column (table, caseness_board_words_column (view, 0), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Number"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Of"), CASENESS_REPORT_END, 0);
}

static CasenessReportTable *
make_table (const CasenessBoard *board, CasenessBoardView view, gboolean suppresses)
{
  g_autoptr(GPtrArray) items = caseness_board_list_items (view);
  const CasenessBoardItem *first = g_ptr_array_index (items, 0);
  CasenessReportTable *table = caseness_report_table_new ();
  guint i, k;

  caseness_report_table_add_column (table, _("What"), CASENESS_REPORT_START, 1);
  if (is_of_shares (view))
    add_share_columns (table, view);
  for (k = 0; k < first->n_measures && !is_of_shares (view); k++)
    caseness_report_table_add_column (table, caseness_board_words_column (view, k), CASENESS_REPORT_END, 0);
  for (i = 0; i < items->len; i++)
    {
      const CasenessBoardItem *item = g_ptr_array_index (items, i);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, caseness_board_words_item (item));
      if (is_of_shares (view))
        add_share (table, board, item->measures[0], CASENESS_BOARD_EVERYBODY, suppresses);
      for (k = 0; k < item->n_measures && !is_of_shares (view); k++)
        {
          CasenessFigure figure
            = caseness_board_get (board, item->measures[k], CASENESS_BOARD_EVERYBODY);

          add_text (table, caseness_board_words_figure (&figure, item->measures[k], suppresses));
        }
    }
  return table;
}

void
caseness_board_report_add_view (CasenessReportBuilder *builder, const CasenessBoard *board,
                                     CasenessBoardView view, guint level, gboolean suppresses)
{
  g_autofree char *title = caseness_board_words_title (board, view, suppresses);
  g_autoptr(CasenessStackChart) chart = caseness_board_words_draw (board, view, suppresses);

  caseness_report_builder_add_space (builder, 12);
  if (chart != NULL)
    {
      caseness_report_builder_add_chart (builder, caseness_stack_chart_as_chart (chart), level,
                                         caseness_board_words_view (view));
      caseness_report_builder_add_space (builder, 8);
    }
  else
    {
      caseness_report_builder_add_heading (builder, level, title, caseness_board_words_view (view), NULL);
      caseness_report_builder_add_note (builder, caseness_board_words_subtitle (view));
    }
  caseness_report_builder_add_table (builder, make_table (board, view, suppresses));
}

/* The items that are told of each team. */
static const struct
{
  CasenessBoardView view;
  guint item;
} by_team[] = {
  { CASENESS_FLOW_WAY, 1 },
  { CASENESS_FLOW_ENDINGS, 2 },
  { CASENESS_FLOW_WAITS, 0 },
  { CASENESS_FLOW_APPOINTMENTS, 2 },
  { CASENESS_EXPERIENCE_TREATMENT, 4 },
  { CASENESS_EXPERIENCE_ASSESSMENT, 1 },
};

/* By team, with regard to everybody, who is told as well: nothing hidden can be had by subtraction. */
static CasenessBreakdown *
break_down (CasenessSnapshot *snapshot, const CasenessBoardReportOptions *options, GCancellable *cancellable,
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
      g_autoptr(GPtrArray) items = caseness_board_list_items (by_team[i].view);

      measures[i] = ((const CasenessBoardItem *) g_ptr_array_index (items, by_team[i].item))->measures[0];
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
add_teams (CasenessReportBuilder *builder, const CasenessBoard *board, const CasenessBreakdown *breakdown,
           guint which, gboolean suppresses)
{
  CasenessBoardView view = by_team[which].view;
  g_autoptr(GPtrArray) items = caseness_board_list_items (view);
  const CasenessBoardItem *item = g_ptr_array_index (items, by_team[which].item);
  g_autofree char *title = g_strdup_printf (_("%s, by team"), caseness_board_words_item (item));
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_builder_add_space (builder, 12);
  caseness_report_builder_add_heading (builder, 2, title, NULL, NULL);
  caseness_report_table_add_column (table, _("Team"), CASENESS_REPORT_START, 1);
  add_share_columns (table, view);
  for (i = 0; i < caseness_board_get_n_groups (board); i++)
    {
      if (suppresses && !is_told (breakdown, caseness_board_get_group (board, i), which))
        continue;
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, caseness_board_get_group (board, i));
      add_share (table, board, item->measures[0], i, suppresses);
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_definitions (CasenessReportBuilder *builder, CasenessBoardKind kind)
{
  guint first = caseness_board_get_first_view (kind), view, i;

  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _("Definitions used"), _("Definitions"), DEFINITIONS);
  for (view = first; view < first + caseness_board_get_n_views (kind); view++)
    {
      g_autoptr(GPtrArray) items = caseness_board_list_items (view);

      caseness_report_builder_add_heading (builder, 2, caseness_board_words_view (view), NULL, NULL);
      for (i = 0; i < items->len; i++)
        {
          const CasenessBoardItem *item = g_ptr_array_index (items, i);

          caseness_report_builder_add_definition (builder, caseness_board_words_item (item),
                                                  g_dgettext (GETTEXT_PACKAGE, item->measures[0]->definition));
        }
    }
}

static CasenessReportBuilder *
create_builder (CasenessSnapshot *snapshot, const CasenessBoardReportOptions *options)
{
  const char *service = caseness_snapshot_get_service_name (snapshot);
  g_autofree char *period = caseness_period_format (&options->period);
  gboolean is_flow = options->kind == CASENESS_BOARD_FLOW;
  const char *name = is_flow ? _("Flow") : _("Experience and employment");
  /* Translators: the name of a report, of a service and of a period. */
  g_autofree char *title = g_strdup_printf (_("%s, %s, %s"), name, service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name (is_flow ? "flow" : "experience", service, options->as_at);
  g_autofree char *filter = caseness_pack_dup_filter (options->filter, FALSE);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (snapshot));
  g_autofree char *sources = g_strdup_printf (_("Period: %s. Filter: %s. Sources: %s"), period, filter, from);
  CasenessReportInfo info = {
    .title = title,
    .name = name,
    .service = service,
    .file_name = file_name,
    .confidentiality = caseness_pack_get_confidentiality (!options->suppresses),
    .sources = sources,
    .method = options->suppresses ? _("Suppressed: counts below 5 as *, others to the nearest 5.") : _("Counts exact."),
    .definitions = DEFINITIONS,
    .as_at = options->as_at,
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

CasenessReport *
caseness_board_report_new (CasenessSnapshot *snapshot, const CasenessBoardReportOptions *options,
                           GCancellable *cancellable, GError **error)
{
  CasenessReportBuilder *builder;
  g_autoptr(CasenessBoard) board = NULL;
  g_autoptr(CasenessBreakdown) teams = NULL;
  g_autofree char *advisers = NULL;
  guint first, view, i;

  g_return_val_if_fail (snapshot != NULL && options != NULL && options->as_at != CASENESS_DATE_NONE, NULL);
  board = caseness_board_new (snapshot, options->kind, &options->period, options->filter, caseness_variable_find ("Team"),
                              cancellable, error);
  teams = board != NULL ? break_down (snapshot, options, cancellable, error) : NULL;
  if (teams == NULL)
    return NULL;
  builder = create_builder (snapshot, options);
  first = caseness_board_get_first_view (options->kind);
  for (view = first; view < first + caseness_board_get_n_views (options->kind); view++)
    {
      caseness_board_report_add_view (builder, board, view, 1, options->suppresses);
      for (i = 0; i < G_N_ELEMENTS (by_team); i++)
        if (by_team[i].view == view)
          add_teams (builder, board, teams, i, options->suppresses);
      if (view != CASENESS_EXPERIENCE_SUPPORT)
        continue;
      advisers = caseness_board_words_advisers (snapshot, options->as_at);
      caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_SECONDARY, advisers);
    }
  add_definitions (builder, options->kind);
  return caseness_report_builder_end (builder);
}
