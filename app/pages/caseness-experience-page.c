/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-experience-page.h"

#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-experience-answer.h"
#include "caseness-experience-report.h"
#include "caseness-experience-table.h"
#include "caseness-experience-words.h"
#include "caseness-page-explain.h"
#include "caseness-page-export.h"
#include "caseness-tile.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CasenessExperiencePage
{
  CasenessAnswerPage parent_instance;
  CasenessPageFrame *frame;
  CasenessWrapBox *tiles;
  CasenessTile *tile[CASENESS_N_EXPERIENCE_VIEWS]; /* children of the tiles */
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkDropDown *split_choice;
  GtkDropDown *item_choice;
  GtkWidget *chart_scroller;
  CasenessChartView *chart_view;
  CasenessDataTable *table;
  GtkLabel *note_label;

  int items_of; /* the view whose items are offered, -1 for none */
};

G_DEFINE_FINAL_TYPE (CasenessExperiencePage, caseness_experience_page, CASENESS_TYPE_ANSWER_PAGE)

static CasenessExperienceView
get_view (CasenessExperiencePage *self)
{
  return (CasenessExperienceView) caseness_answer_page_get_view (CASENESS_ANSWER_PAGE (self));
}

static CasenessExperienceAnswer *
get_answer (CasenessExperiencePage *self)
{
  return caseness_answer_page_get_answer (CASENESS_ANSWER_PAGE (self));
}

/* The first choice is everybody. */
static const CasenessVariable *
get_variable (CasenessExperiencePage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->split_choice);
  const GPtrArray *variables = caseness_variable_get_all ();

  return chosen > 0 && chosen <= variables->len ? g_ptr_array_index (variables, chosen - 1) : NULL;
}

static gpointer
caseness_experience_page_make_query (CasenessAnswerPage *page, CasenessSession *session, CasenessSnapshot *snapshot)
{
  const CasenessExperienceQuery query = {
    .snapshot = snapshot,
    .filter = caseness_session_get_filter (session),
    .period = *caseness_session_get_period (session),
    .as_at = caseness_session_get_as_at (session),
    .variable = get_variable (CASENESS_EXPERIENCE_PAGE (page)),
  };

  return caseness_experience_query_copy (&query);
}

static gboolean
caseness_experience_page_describe_empty (CasenessAnswerPage *page, gpointer answer, CasenessPageStatus *status)
{
  return FALSE;
}

static void
show_tiles (CasenessExperiencePage *self, const CasenessExperience *experience)
{
  guint i;

  for (i = 0; i < CASENESS_N_EXPERIENCE_VIEWS; i++)
    {
      g_autofree char *title = caseness_experience_words_title (experience, i, FALSE);
      g_autofree char *figure = caseness_experience_words_headline (experience, i, FALSE);

      caseness_tile_set_figure (self->tile[i], figure, title);
    }
}

static void
show_chart (CasenessExperiencePage *self, const CasenessExperience *experience)
{
  g_autoptr(CasenessStackChart) chart = caseness_experience_words_draw (experience, get_view (self), FALSE);

  gtk_widget_set_visible (self->chart_scroller, chart != NULL);
  caseness_chart_view_set_chart (self->chart_view, chart != NULL ? caseness_stack_chart_as_chart (chart) : NULL);
}

/* What leaves a meeting may be read by people from outside, as the page on paper is. */
static CasenessChart *
tell_chart (gpointer data)
{
  CasenessExperiencePage *self = data;
  CasenessExperienceAnswer *answer = get_answer (self);
  CasenessStackChart *chart;

  if (answer == NULL || !caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self)))
    return caseness_chart_ref (caseness_chart_view_get_chart (self->chart_view));
  chart = caseness_experience_words_draw (answer->experience, get_view (self), TRUE);
  if (chart == NULL)
    caseness_page_say_untold (CASENESS_PAGE (self));
  return chart != NULL ? caseness_stack_chart_as_chart (chart) : NULL;
}

/* The items of the view, to tell groups by. */
static void
offer_items (CasenessExperiencePage *self)
{
  g_autoptr(GPtrArray) items = caseness_experience_list_items (get_view (self));
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint i;

  if (self->items_of == (int) get_view (self))
    return;
  for (i = 0; i < items->len; i++)
    gtk_string_list_append (words, caseness_experience_words_item (g_ptr_array_index (items, i)));
  gtk_drop_down_set_model (self->item_choice, G_LIST_MODEL (words));
  self->items_of = (int) get_view (self);
}

static gboolean
hides_groups (CasenessExperiencePage *self, const CasenessExperienceAnswer *answer)
{
  return answer->query->variable != NULL && caseness_variable_names_staff (answer->query->variable)
         && caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self));
}

static void
show_table (CasenessExperiencePage *self, const CasenessExperienceAnswer *answer)
{
  g_autofree char *title = caseness_experience_words_title (answer->experience, get_view (self), FALSE);
  const char *subtitle = caseness_experience_words_subtitle (get_view (self));

  offer_items (self);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->item_choice), answer->query->variable != NULL);
  caseness_data_table_set_name (self->table, title, subtitle);
  caseness_experience_table_show (self->table, answer->experience, get_view (self),
                                  gtk_drop_down_get_selected (self->item_choice), answer->query->snapshot,
                                  answer->query->variable, hides_groups (self, answer));
}

static void
show_note (CasenessExperiencePage *self, const CasenessExperienceAnswer *answer)
{
  g_autofree char *advisers = caseness_experience_words_advisers (answer->query->snapshot, answer->query->as_at);

  gtk_label_set_text (self->note_label, advisers);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), get_view (self) == CASENESS_EXPERIENCE_SUPPORT);
}

static void
caseness_experience_page_show (CasenessAnswerPage *page, gpointer shown)
{
  CasenessExperiencePage *self = CASENESS_EXPERIENCE_PAGE (page);
  CasenessExperienceAnswer *answer = shown;

  if (answer != NULL)
    {
      show_tiles (self, answer->experience);
      show_chart (self, answer->experience);
      show_table (self, answer);
      show_note (self, answer);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", answer != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.export-table",
                                 answer != NULL && !hides_groups (self, answer));
}

/* What a row tells of: the item of everybody, or the chosen item of its group. */
static void
row_opened_cb (CasenessExperiencePage *self, guint id)
{
  CasenessExperienceAnswer *answer = get_answer (self);
  g_autoptr(GPtrArray) items = caseness_experience_list_items (get_view (self));
  const char *groups[3] = { NULL };
  guint item = id;

  if (answer == NULL)
    return;
  if (answer->query->variable != NULL)
    {
      groups[0] = caseness_variable_get_name (answer->query->variable);
      groups[1] = caseness_experience_get_group (answer->experience, id);
      item = gtk_drop_down_get_selected (self->item_choice);
    }
  if (item < items->len)
    caseness_page_explain_figure (CASENESS_PAGE (self), GTK_WIDGET (self->table), NULL,
                                  ((CasenessExperienceItem *) g_ptr_array_index (items, item))->measures[0]->id, groups);
}

/* A figure of the drawing: an answer to a question, or one status at the start or at the end. */
static void
region_activated_cb (CasenessExperiencePage *self, int row, int column)
{
  CasenessExperienceAnswer *answer = get_answer (self);
  const CasenessMeasure *measure
    = answer != NULL ? caseness_experience_words_find_drawn (get_view (self), row, column) : NULL;

  if (measure != NULL)
    caseness_page_explain_figure (CASENESS_PAGE (self),
                                  caseness_chart_view_find_region (self->chart_view, row, column), NULL, measure->id,
                                  NULL);
}

static void
split_changed_cb (CasenessExperiencePage *self)
{
  caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
}

static void
item_changed_cb (CasenessExperiencePage *self)
{
  if (!caseness_answer_page_is_showing (CASENESS_ANSWER_PAGE (self)) && get_answer (self) != NULL)
    show_table (self, get_answer (self));
}

static void
export_table_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessExperiencePage *self = CASENESS_EXPERIENCE_PAGE (widget);
  CasenessExperienceAnswer *answer = get_answer (self);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autofree char *name = NULL;
  char day[11];

  if (answer == NULL)
    return;
  /* What is shown to a meeting may be read by people from outside. */
  caseness_experience_write_csv (writer, answer->experience, get_view (self),
                                 caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self)));
  name = g_strdup_printf ("experience-%s.csv", caseness_date_write_iso (answer->query->period.end, day));
  caseness_page_save_csv (CASENESS_PAGE (self), _("Export the Table"), name, writer);
}

static CasenessReport *
caseness_experience_page_make_report (CasenessPage *page)
{
  CasenessExperienceAnswer *answer = get_answer (CASENESS_EXPERIENCE_PAGE (page));
  CasenessExperienceReportOptions options = { .suppresses = !caseness_page_get_identifies (page) };

  if (answer == NULL)
    return NULL;
  options.period = answer->query->period;
  options.as_at = answer->query->as_at;
  options.filter = answer->query->filter;
  return caseness_experience_report_new (answer->query->snapshot, &options, NULL, NULL);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-experience-page.ui");
  gtk_widget_class_bind_template_child (klass, CasenessExperiencePage, frame);
  gtk_widget_class_bind_template_child (klass, CasenessExperiencePage, tiles);
  gtk_widget_class_bind_template_child (klass, CasenessExperiencePage, title_label);
  gtk_widget_class_bind_template_child (klass, CasenessExperiencePage, subtitle_label);
  gtk_widget_class_bind_template_child (klass, CasenessExperiencePage, split_choice);
  gtk_widget_class_bind_template_child (klass, CasenessExperiencePage, item_choice);
  gtk_widget_class_bind_template_child (klass, CasenessExperiencePage, chart_scroller);
  gtk_widget_class_bind_template_child (klass, CasenessExperiencePage, chart_view);
  gtk_widget_class_bind_template_child (klass, CasenessExperiencePage, table);
  gtk_widget_class_bind_template_child (klass, CasenessExperiencePage, note_label);
  gtk_widget_class_bind_template_callback (klass, split_changed_cb);
  gtk_widget_class_bind_template_callback (klass, item_changed_cb);
  gtk_widget_class_bind_template_callback (klass, row_opened_cb);
  gtk_widget_class_bind_template_callback (klass, region_activated_cb);
}

static void
caseness_experience_page_class_init (CasenessExperiencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  CASENESS_PAGE_CLASS (klass)->make_report = caseness_experience_page_make_report;
  CASENESS_ANSWER_PAGE_CLASS (klass)->make_query = caseness_experience_page_make_query;
  CASENESS_ANSWER_PAGE_CLASS (klass)->show = caseness_experience_page_show;
  CASENESS_ANSWER_PAGE_CLASS (klass)->describe_empty = caseness_experience_page_describe_empty;

  caseness_answer_page_class_install_views (CASENESS_ANSWER_PAGE_CLASS (klass), CASENESS_N_EXPERIENCE_VIEWS);
  gtk_widget_class_install_action (widget_class, "page.export-table", NULL, export_table_cb);
  bind_template (widget_class);
}

static void
fill_tiles (CasenessExperiencePage *self)
{
  guint i;

  for (i = 0; i < CASENESS_N_EXPERIENCE_VIEWS; i++)
    {
      GtkWidget *tile = caseness_tile_new (caseness_experience_words_view (i));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (tile), "page.view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (tile), "i", (int) i);
      caseness_wrap_box_append (self->tiles, tile);
      self->tile[i] = CASENESS_TILE (tile);
    }
}

static void
fill_splits (CasenessExperiencePage *self)
{
  g_autoptr(GtkStringList) splits = gtk_string_list_new (NULL);
  const GPtrArray *variables = caseness_variable_get_all ();
  guint i;

  gtk_string_list_append (splits, _("Everybody"));
  for (i = 0; i < variables->len; i++)
    gtk_string_list_append (splits, _(caseness_variable_get_name (g_ptr_array_index (variables, i))));
  gtk_drop_down_set_model (self->split_choice, G_LIST_MODEL (splits));
}

static gpointer
answer_query (gconstpointer query, GCancellable *cancellable)
{
  return caseness_experience_answer_new (query, cancellable);
}

static void
caseness_experience_page_init (CasenessExperiencePage *self)
{
  g_type_ensure (CASENESS_TYPE_CHART_VIEW);
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);

  self->items_of = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_tiles (self);
  fill_splits (self);
  caseness_chart_view_set_teller (self->chart_view, tell_chart, self);
  caseness_answer_page_start (CASENESS_ANSWER_PAGE (self), self->frame,
                              caseness_answer_model_new (answer_query, (GDestroyNotify) caseness_experience_query_free,
                                                         (GDestroyNotify) caseness_experience_answer_free));
}

GtkWidget *
caseness_experience_page_new (CasenessSession *session)
{
  return g_object_new (CASENESS_TYPE_EXPERIENCE_PAGE, "session", session, NULL);
}
