/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-board-page.h"

#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-board-answer.h"
#include "caseness-board-report.h"
#include "caseness-board-table.h"
#include "caseness-board-words.h"
#include "caseness-page-explain.h"
#include "caseness-page-export.h"
#include "caseness-tile.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CasenessPageFrame *frame;
  CasenessWrapBox *tiles;
  CasenessTile *tile[CASENESS_N_BOARD_VIEWS]; /* children of the tiles, from the first view of the page on */
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkDropDown *split_choice;
  GtkDropDown *item_choice;
  GtkWidget *chart_scroller;
  CasenessChartView *chart_view;
  CasenessDataTable *table;
  GtkLabel *note_label;

  int items_of; /* the view whose items are offered, -1 for none */
} CasenessBoardPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CasenessBoardPage, caseness_board_page, CASENESS_TYPE_ANSWER_PAGE)

static CasenessBoardPagePrivate *
get_private (CasenessBoardPage *self)
{
  return caseness_board_page_get_instance_private (self);
}

static CasenessBoardKind
get_kind (CasenessBoardPage *self)
{
  return CASENESS_BOARD_PAGE_GET_CLASS (self)->kind;
}

static CasenessBoardView
get_view (CasenessBoardPage *self)
{
  return caseness_board_get_first_view (get_kind (self))
         + (guint) caseness_answer_page_get_view (CASENESS_ANSWER_PAGE (self));
}

static CasenessBoardAnswer *
get_answer (CasenessBoardPage *self)
{
  return caseness_answer_page_get_answer (CASENESS_ANSWER_PAGE (self));
}

/* The first choice is everybody. */
static const CasenessVariable *
get_variable (CasenessBoardPage *self)
{
  guint chosen = gtk_drop_down_get_selected (get_private (self)->split_choice);
  const GPtrArray *variables = caseness_variable_get_all ();

  return chosen > 0 && chosen <= variables->len ? g_ptr_array_index (variables, chosen - 1) : NULL;
}

static gpointer
caseness_board_page_make_query (CasenessAnswerPage *page, CasenessSession *session, CasenessSnapshot *snapshot)
{
  const CasenessBoardQuery query = {
    .snapshot = snapshot,
    .kind = get_kind (CASENESS_BOARD_PAGE (page)),
    .filter = caseness_session_get_filter (session),
    .period = *caseness_session_get_period (session),
    .as_at = caseness_session_get_as_at (session),
    .variable = get_variable (CASENESS_BOARD_PAGE (page)),
  };

  return caseness_board_query_copy (&query);
}

static gboolean
caseness_board_page_describe_empty (CasenessAnswerPage *page, gpointer answer, CasenessPageStatus *status)
{
  return FALSE;
}

static void
show_tiles (CasenessBoardPage *self, const CasenessBoard *board)
{
  CasenessBoardView first = caseness_board_get_first_view (get_kind (self));

  for (guint i = 0; i < caseness_board_get_n_views (get_kind (self)); i++)
    {
      g_autofree char *title = caseness_board_words_title (board, first + i, FALSE);
      g_autofree char *figure = caseness_board_words_headline (board, first + i, FALSE);

      caseness_tile_set_figure (get_private (self)->tile[i], figure, title);
    }
}

static void
show_chart (CasenessBoardPage *self, const CasenessBoard *board)
{
  CasenessBoardPagePrivate *priv = get_private (self);
  g_autoptr(CasenessStackChart) chart = caseness_board_words_draw (board, get_view (self), FALSE);

  gtk_widget_set_visible (priv->chart_scroller, chart != NULL);
  caseness_chart_view_set_chart (priv->chart_view, chart != NULL ? caseness_stack_chart_as_chart (chart) : NULL);
}

/* What leaves a meeting may be read by people from outside, as the page on paper is. */
static CasenessChart *
tell_chart (gpointer data)
{
  CasenessBoardPage *self = data;
  CasenessBoardAnswer *answer = get_answer (self);
  CasenessStackChart *chart;

  if (answer == NULL || !caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self)))
    return caseness_chart_ref (caseness_chart_view_get_chart (get_private (self)->chart_view));
  chart = caseness_board_words_draw (answer->board, get_view (self), TRUE);
  if (chart == NULL)
    caseness_page_say_untold (CASENESS_PAGE (self));
  return chart != NULL ? caseness_stack_chart_as_chart (chart) : NULL;
}

/* The items of the view, to tell groups by. */
static void
offer_items (CasenessBoardPage *self)
{
  CasenessBoardPagePrivate *priv = get_private (self);
  g_autoptr(GPtrArray) items = caseness_board_list_items (get_view (self));
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint i;

  if (priv->items_of == (int) get_view (self))
    return;
  for (i = 0; i < items->len; i++)
    gtk_string_list_append (words, caseness_board_words_item (g_ptr_array_index (items, i)));
  gtk_drop_down_set_model (priv->item_choice, G_LIST_MODEL (words));
  priv->items_of = (int) get_view (self);
}

static gboolean
hides_groups (CasenessBoardPage *self, const CasenessBoardAnswer *answer)
{
  return answer->query->variable != NULL && caseness_variable_names_staff (answer->query->variable)
         && caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self));
}

static void
show_table (CasenessBoardPage *self, const CasenessBoardAnswer *answer)
{
  CasenessBoardPagePrivate *priv = get_private (self);
  g_autofree char *title = caseness_board_words_title (answer->board, get_view (self), FALSE);
  const char *subtitle = caseness_board_words_subtitle (get_view (self));

  offer_items (self);
  gtk_label_set_text (priv->title_label, title);
  gtk_label_set_text (priv->subtitle_label, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (priv->item_choice), answer->query->variable != NULL);
  caseness_data_table_set_name (priv->table, title, subtitle);
  caseness_board_table_show (priv->table, answer->board, get_view (self), gtk_drop_down_get_selected (priv->item_choice),
                             answer->query->snapshot, answer->query->variable, hides_groups (self, answer));
}

static void
show_note (CasenessBoardPage *self, const CasenessBoardAnswer *answer)
{
  CasenessBoardPagePrivate *priv = get_private (self);
  g_autofree char *advisers = caseness_board_words_advisers (answer->query->snapshot, answer->query->as_at);

  gtk_label_set_text (priv->note_label, advisers);
  gtk_widget_set_visible (GTK_WIDGET (priv->note_label), get_view (self) == CASENESS_EXPERIENCE_SUPPORT);
}

static void
caseness_board_page_show (CasenessAnswerPage *page, gpointer shown)
{
  CasenessBoardPage *self = CASENESS_BOARD_PAGE (page);
  CasenessBoardAnswer *answer = shown;

  if (answer != NULL)
    {
      show_tiles (self, answer->board);
      show_chart (self, answer->board);
      show_table (self, answer);
      show_note (self, answer);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", answer != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.export-table",
                                 answer != NULL && !hides_groups (self, answer));
}

/* What a row tells of: the item of everybody, or the chosen item of its group. */
static void
row_opened_cb (CasenessBoardPage *self, guint id)
{
  CasenessBoardPagePrivate *priv = get_private (self);
  CasenessBoardAnswer *answer = get_answer (self);
  g_autoptr(GPtrArray) items = caseness_board_list_items (get_view (self));
  const char *groups[3] = { NULL };
  guint item = id;

  if (answer == NULL)
    return;
  if (answer->query->variable != NULL)
    {
      groups[0] = caseness_variable_get_name (answer->query->variable);
      groups[1] = caseness_board_get_group (answer->board, id);
      item = gtk_drop_down_get_selected (priv->item_choice);
    }
  if (item < items->len)
    caseness_page_explain_figure (CASENESS_PAGE (self), GTK_WIDGET (priv->table), NULL,
                                  ((CasenessBoardItem *) g_ptr_array_index (items, item))->measures[0]->id, groups);
}

/* A figure of the drawing: an answer to a question, or one status at the start or at the end. */
static void
region_activated_cb (CasenessBoardPage *self, int row, int column)
{
  CasenessBoardAnswer *answer = get_answer (self);
  const CasenessMeasure *measure
    = answer != NULL ? caseness_board_words_find_drawn (get_view (self), row, column) : NULL;

  if (measure != NULL)
    caseness_page_explain_figure (CASENESS_PAGE (self),
                                  caseness_chart_view_find_region (get_private (self)->chart_view, row, column), NULL, measure->id,
                                  NULL);
}

static void
split_changed_cb (CasenessBoardPage *self)
{
  caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
}

static void
item_changed_cb (CasenessBoardPage *self)
{
  if (!caseness_answer_page_is_showing (CASENESS_ANSWER_PAGE (self)) && get_answer (self) != NULL)
    show_table (self, get_answer (self));
}

static void
export_table_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessBoardPage *self = CASENESS_BOARD_PAGE (widget);
  CasenessBoardAnswer *answer = get_answer (self);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autofree char *name = NULL;
  char day[11];

  if (answer == NULL)
    return;
  /* What is shown to a meeting may be read by people from outside. */
  caseness_board_write_csv (writer, answer->board, get_view (self),
                            caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self)));
  name = g_strdup_printf ("%s-%s.csv", get_kind (self) == CASENESS_BOARD_FLOW ? "flow" : "experience",
                          caseness_date_write_iso (answer->query->period.end, day));
  caseness_page_save_csv (CASENESS_PAGE (self), _("Export the Table"), name, writer);
}

static CasenessReport *
caseness_board_page_make_report (CasenessPage *page)
{
  CasenessBoardPage *self = CASENESS_BOARD_PAGE (page);
  CasenessBoardAnswer *answer = get_answer (self);
  CasenessBoardReportOptions options
    = { .kind = get_kind (self), .suppresses = !caseness_page_get_identifies (page) };

  if (answer == NULL)
    return NULL;
  options.period = answer->query->period;
  options.as_at = answer->query->as_at;
  options.filter = answer->query->filter;
  return caseness_board_report_new (answer->query->snapshot, &options, NULL, NULL);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-board-page.ui");
  gtk_widget_class_bind_template_child_private (klass, CasenessBoardPage, frame);
  gtk_widget_class_bind_template_child_private (klass, CasenessBoardPage, tiles);
  gtk_widget_class_bind_template_child_private (klass, CasenessBoardPage, title_label);
  gtk_widget_class_bind_template_child_private (klass, CasenessBoardPage, subtitle_label);
  gtk_widget_class_bind_template_child_private (klass, CasenessBoardPage, split_choice);
  gtk_widget_class_bind_template_child_private (klass, CasenessBoardPage, item_choice);
  gtk_widget_class_bind_template_child_private (klass, CasenessBoardPage, chart_scroller);
  gtk_widget_class_bind_template_child_private (klass, CasenessBoardPage, chart_view);
  gtk_widget_class_bind_template_child_private (klass, CasenessBoardPage, table);
  gtk_widget_class_bind_template_child_private (klass, CasenessBoardPage, note_label);
  gtk_widget_class_bind_template_callback (klass, split_changed_cb);
  gtk_widget_class_bind_template_callback (klass, item_changed_cb);
  gtk_widget_class_bind_template_callback (klass, row_opened_cb);
  gtk_widget_class_bind_template_callback (klass, region_activated_cb);
}

static void
caseness_board_page_class_init (CasenessBoardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  CASENESS_PAGE_CLASS (klass)->make_report = caseness_board_page_make_report;
  CASENESS_ANSWER_PAGE_CLASS (klass)->make_query = caseness_board_page_make_query;
  CASENESS_ANSWER_PAGE_CLASS (klass)->show = caseness_board_page_show;
  CASENESS_ANSWER_PAGE_CLASS (klass)->describe_empty = caseness_board_page_describe_empty;

  gtk_widget_class_install_action (widget_class, "page.export-table", NULL, export_table_cb);
  bind_template (widget_class);
}

void
caseness_board_page_class_set_kind (CasenessBoardPageClass *klass, CasenessBoardKind kind)
{
  klass->kind = kind;
  caseness_answer_page_class_install_views (CASENESS_ANSWER_PAGE_CLASS (klass), (int) caseness_board_get_n_views (kind));
}

static void
fill_tiles (CasenessBoardPage *self)
{
  CasenessBoardPagePrivate *priv = get_private (self);
  CasenessBoardView first = caseness_board_get_first_view (get_kind (self));

  for (guint i = 0; i < caseness_board_get_n_views (get_kind (self)); i++)
    {
      GtkWidget *tile = caseness_tile_new (caseness_board_words_view (first + i));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (tile), "page.view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (tile), "i", (int) i);
      caseness_wrap_box_append (priv->tiles, tile);
      priv->tile[i] = CASENESS_TILE (tile);
    }
}

static void
fill_splits (CasenessBoardPage *self)
{
  g_autoptr(GtkStringList) splits = gtk_string_list_new (NULL);
  const GPtrArray *variables = caseness_variable_get_all ();
  guint i;

  gtk_string_list_append (splits, _("Everybody"));
  for (i = 0; i < variables->len; i++)
    gtk_string_list_append (splits, _(caseness_variable_get_name (g_ptr_array_index (variables, i))));
  gtk_drop_down_set_model (get_private (self)->split_choice, G_LIST_MODEL (splits));
}

static gpointer
answer_query (gconstpointer query, GCancellable *cancellable)
{
  return caseness_board_answer_new (query, cancellable);
}

static void
caseness_board_page_init (CasenessBoardPage *self)
{
  g_type_ensure (CASENESS_TYPE_CHART_VIEW);
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);

  get_private (self)->items_of = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Not in init, where the page does not know yet what kind it is. */
void
caseness_board_page_start (CasenessBoardPage *self, const CasenessBoardPageWords *words)
{
  CasenessBoardPagePrivate *priv;

  g_return_if_fail (CASENESS_IS_BOARD_PAGE (self) && words != NULL);
  priv = get_private (self);
  g_object_set (self, "title", words->title, "icon-name", words->icon_name, NULL);
  g_object_set (priv->frame, "loading-words", words->loading, "unopened-words", words->unopened, "unloaded-words",
                words->unloaded, NULL);
  fill_tiles (self);
  fill_splits (self);
  caseness_chart_view_set_teller (priv->chart_view, tell_chart, self);
  caseness_answer_page_start (CASENESS_ANSWER_PAGE (self), priv->frame,
                              caseness_answer_model_new (answer_query, (GDestroyNotify) caseness_board_query_free,
                                                         (GDestroyNotify) caseness_board_answer_free));
}
