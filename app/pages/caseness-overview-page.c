/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-overview-page.h"

#include "caseness-data-table.h"
#include "caseness-overview-answer.h"
#include "caseness-overview-choice.h"
#include "caseness-overview-report.h"
#include "caseness-overview-table.h"
#include "caseness-pack-window.h"
#include "caseness-page-export.h"
#include "caseness-series-panel.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CasenessOverviewPage
{
  CasenessAnswerPage parent_instance;
  CasenessPageFrame *frame;
  GtkDropDown *set_choice;
  GtkDropDown *step_choice;
  GtkMenuButton *rows_button;
  GtkStack *views;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  CasenessDataTable *table;
  CasenessSeriesPanel *panel;

  CasenessOverviewChoice *choice; /* in the popover of the rows button */
  const CasenessMeasure *opened;  /* nullable: whose chart is shown */
};

G_DEFINE_FINAL_TYPE (CasenessOverviewPage, caseness_overview_page, CASENESS_TYPE_ANSWER_PAGE)

static CasenessOverviewAnswer *
get_answer (CasenessOverviewPage *self)
{
  return caseness_answer_page_get_answer (CASENESS_ANSWER_PAGE (self));
}

static gpointer
caseness_overview_page_make_query (CasenessAnswerPage *page, CasenessSession *session, CasenessSnapshot *snapshot)
{
  CasenessOverviewPage *self = CASENESS_OVERVIEW_PAGE (page);
  const CasenessOverviewQuery query = {
    .snapshot = snapshot,
    .filter = caseness_session_get_filter (session),
    .journal = caseness_session_get_journal (session),
    .last = caseness_session_get_period (session)->end,
    .set = gtk_drop_down_get_selected (self->set_choice),
    .step = gtk_drop_down_get_selected (self->step_choice),
  };

  return caseness_overview_query_copy (&query);
}

static gboolean
caseness_overview_page_describe_empty (CasenessAnswerPage *page, gpointer answer, CasenessPageStatus *status)
{
  status->icon_name = "view-list-symbolic";
  status->title = _("No Standard Is Chosen");
  status->description = _("Choose what this overview shows with the button beside the filter.");
  return ((CasenessOverviewAnswer *) answer)->overview->rows->len == 0;
}

static void
update_actions (CasenessOverviewPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  CasenessOverviewAnswer *answer = get_answer (self);
  gboolean has_rows = answer != NULL && answer->overview->rows->len > 0;

  gtk_widget_action_set_enabled (widget, "page.print", has_rows);
  gtk_widget_action_set_enabled (widget, "page.export-table", has_rows);
  gtk_widget_action_set_enabled (widget, "page.pack", answer != NULL);
  gtk_widget_action_set_enabled (widget, "page.make-pack", answer != NULL);
}

static void
show_chart (CasenessOverviewPage *self, CasenessOverviewAnswer *answer)
{
  const CasenessOverviewRow *row
    = answer != NULL && self->opened != NULL ? caseness_overview_find (answer->overview, self->opened) : NULL;

  if (row == NULL)
    self->opened = NULL;
  caseness_series_panel_show (self->panel, row != NULL ? answer->overview : NULL, row);
  gtk_stack_set_visible_child_name (self->views, row != NULL ? "chart" : "table");
}

static void
caseness_overview_page_show (CasenessAnswerPage *page, gpointer shown)
{
  CasenessOverviewPage *self = CASENESS_OVERVIEW_PAGE (page);
  CasenessOverviewAnswer *answer = shown;

  if (answer != NULL)
    {
      g_autofree char *message = caseness_overview_dup_message (answer->overview);
      g_autofree char *method = caseness_overview_dup_method (answer->overview);
      g_autofree char *warning = caseness_overview_dup_warning (answer->overview);
      g_autofree char *subtitle = warning != NULL ? g_strdup_printf ("%s\n%s", method, warning) : g_strdup (method);

      gtk_label_set_text (self->title_label, message);
      gtk_label_set_text (self->subtitle_label, subtitle);
      caseness_data_table_set_name (self->table, message, method);
      caseness_overview_table_show (self->table, answer->overview);
      caseness_overview_choice_show (self->choice, answer->overview);
    }
  show_chart (self, answer);
  update_actions (self);
}

static void
row_opened_cb (CasenessOverviewPage *self, guint id)
{
  CasenessOverviewAnswer *answer = get_answer (self);

  if (answer == NULL || id >= answer->overview->rows->len)
    return;
  self->opened = ((CasenessOverviewRow *) g_ptr_array_index (answer->overview->rows, id))->standard.measure;
  show_chart (self, answer);
  gtk_widget_child_focus (GTK_WIDGET (self->panel), GTK_DIR_TAB_FORWARD);
}

static void
panel_closed_cb (CasenessOverviewPage *self)
{
  self->opened = NULL;
  show_chart (self, get_answer (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
choice_changed_cb (CasenessOverviewPage *self)
{
  caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
}

static void
export_table_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessOverviewPage *self = CASENESS_OVERVIEW_PAGE (widget);
  CasenessOverviewAnswer *answer = get_answer (self);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autofree char *name = NULL;
  char day[11];

  if (answer == NULL)
    return;
  name = g_strdup_printf ("overview-%s.csv", caseness_date_write_iso (answer->overview->span.end, day));
  /* What is shown to a meeting may be read by people from outside. */
  caseness_overview_write_csv (writer, answer->overview,
                               caseness_session_get_meeting_mode (caseness_page_get_session (CASENESS_PAGE (self))));
  caseness_page_save_csv (CASENESS_PAGE (self), _("Export the Overview"), name, writer);
}

static void
pack_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_present (caseness_pack_window_new (CASENESS_PAGE (widget)));
}

/* The pack with one press, where there is nothing left to write. */
static void
make_pack_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWindow *review = caseness_pack_window_new (CASENESS_PAGE (widget));

  gtk_window_present (review);
  gtk_widget_activate_action (GTK_WIDGET (review), "pack.show", NULL);
}

static CasenessReport *
caseness_overview_page_make_report (CasenessPage *page)
{
  CasenessOverviewAnswer *answer = get_answer (CASENESS_OVERVIEW_PAGE (page));
  CasenessOverviewReportOptions options = { 0 };

  if (answer == NULL)
    return NULL;
  options.as_at = answer->overview->span.end;
  options.suppresses = !caseness_page_get_identifies (page);
  return caseness_overview_report_new (answer->overview, &options);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-overview-page.ui");
  gtk_widget_class_bind_template_child (klass, CasenessOverviewPage, frame);
  gtk_widget_class_bind_template_child (klass, CasenessOverviewPage, set_choice);
  gtk_widget_class_bind_template_child (klass, CasenessOverviewPage, step_choice);
  gtk_widget_class_bind_template_child (klass, CasenessOverviewPage, rows_button);
  gtk_widget_class_bind_template_child (klass, CasenessOverviewPage, views);
  gtk_widget_class_bind_template_child (klass, CasenessOverviewPage, title_label);
  gtk_widget_class_bind_template_child (klass, CasenessOverviewPage, subtitle_label);
  gtk_widget_class_bind_template_child (klass, CasenessOverviewPage, table);
  gtk_widget_class_bind_template_child (klass, CasenessOverviewPage, panel);
  gtk_widget_class_bind_template_callback (klass, choice_changed_cb);
  gtk_widget_class_bind_template_callback (klass, row_opened_cb);
  gtk_widget_class_bind_template_callback (klass, panel_closed_cb);
}

static void
caseness_overview_page_class_init (CasenessOverviewPageClass *klass)
{
  CasenessAnswerPageClass *answer_class = CASENESS_ANSWER_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  CASENESS_PAGE_CLASS (klass)->make_report = caseness_overview_page_make_report;
  answer_class->make_query = caseness_overview_page_make_query;
  answer_class->show = caseness_overview_page_show;
  answer_class->describe_empty = caseness_overview_page_describe_empty;
  answer_class->asks_of_journal = TRUE;
  gtk_widget_class_install_action (widget_class, "page.export-table", NULL, export_table_cb);
  gtk_widget_class_install_action (widget_class, "page.pack", NULL, pack_cb);
  gtk_widget_class_install_action (widget_class, "page.make-pack", NULL, make_pack_cb);
  bind_template (widget_class);
}

static void
fill_choices (CasenessOverviewPage *self)
{
  const char *steps[] = { _("By month"), _("By week"), NULL };
  g_autoptr(GtkStringList) lengths = gtk_string_list_new (steps);
  g_autoptr(GtkStringList) sets = gtk_string_list_new (NULL);
  GtkWidget *popover = gtk_popover_new ();
  guint i;

  for (i = 0; i < CASENESS_N_OVERVIEW_SETS; i++)
    gtk_string_list_append (sets, caseness_overview_set_get_name (i));
  gtk_drop_down_set_model (self->set_choice, G_LIST_MODEL (sets));
  gtk_drop_down_set_model (self->step_choice, G_LIST_MODEL (lengths));
  self->choice = CASENESS_OVERVIEW_CHOICE (caseness_overview_choice_new (CASENESS_PAGE (self)));
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->choice));
  gtk_menu_button_set_popover (self->rows_button, popover);
}

static gpointer
answer_query (gconstpointer query, GCancellable *cancellable)
{
  return caseness_overview_answer_new (query, cancellable);
}

static void
caseness_overview_page_init (CasenessOverviewPage *self)
{
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  g_type_ensure (CASENESS_TYPE_SERIES_PANEL);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);

  gtk_widget_init_template (GTK_WIDGET (self));
  caseness_series_panel_set_page (self->panel, CASENESS_PAGE (self));
  fill_choices (self);
  caseness_answer_page_start (CASENESS_ANSWER_PAGE (self), self->frame,
                              caseness_answer_model_new (answer_query, (GDestroyNotify) caseness_overview_query_free,
                                                         (GDestroyNotify) caseness_overview_answer_free));
}

GtkWidget *
caseness_overview_page_new (CasenessSession *session)
{
  return g_object_new (CASENESS_TYPE_OVERVIEW_PAGE, "session", session, NULL);
}
