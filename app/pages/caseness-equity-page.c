/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-page.h"

#include "caseness-chart-theme.h"
#include "caseness-chart-view.h"
#include "caseness-data-table.h"
#include "caseness-equity-charts.h"
#include "caseness-equity-report.h"
#include "caseness-equity-show.h"
#include "caseness-equity-tables.h"
#include "caseness-figure-record.h"
#include "caseness-page-explain.h"
#include "caseness-page-export.h"
#include "caseness-population-dialog.h"
#include "caseness-standards.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

#define TABLE_HEIGHT 250 /* pixels at ordinary text */
#define CHART_HEIGHT 200

struct _CasenessEquityPage
{
  CasenessAnswerPage parent_instance;
  CasenessPageFrame *frame;
  CasenessWrapBox *views;
  GtkDropDown *by_choice;
  GtkDropDown *with_choice;
  GtkDropDown *basis_choice;
  GtkWidget *area_box;
  GtkDropDown *area_choice;
  GtkWidget *trend_box;
  GtkDropDown *group_choice;
  GtkDropDown *stage_choice;
  GtkWidget *figure_box;
  GtkDropDown *figure_choice;
  GtkWidget *pick_box;
  GtkDropDown *age_choice;
  GtkDropDown *ethnicity_choice;
  GtkDropDown *gender_choice;
  GtkWidget *standard_box;
  GtkSpinButton *standard_spin;
  GtkWidget *warning_box;
  GtkLabel *warning_label;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  CasenessDataTable *table;
  GtkWidget *table_card;
  GtkWidget *chart_card;
  CasenessChartView *chart;
  GtkLabel *note_label;
  GCancellable *completing; /* owned, nullable: the parts of the answer that nobody looks at yet are being worked out */
};

G_DEFINE_FINAL_TYPE (CasenessEquityPage, caseness_equity_page, CASENESS_TYPE_ANSWER_PAGE)

/* What the three pickers pick from. */
static const char *const pick_variables[CASENESS_MAX_CROSSED] = { "Working Age", "Ethnic Group", "Gender" };

static CasenessEquityView
get_view (CasenessEquityPage *self)
{
  return (CasenessEquityView) caseness_answer_page_get_view (CASENESS_ANSWER_PAGE (self));
}

static CasenessEquityAnswer *
get_answer (CasenessEquityPage *self)
{
  return caseness_answer_page_get_answer (CASENESS_ANSWER_PAGE (self));
}

/* What is shown to a meeting may be read by people from outside. */
static gboolean
is_shared (CasenessEquityPage *self)
{
  return caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self));
}

static const CasenessVariable *
get_variable (guint choice)
{
  const char *const *names = caseness_equity_list_variables ();

  return choice < g_strv_length ((GStrv) names) ? caseness_variable_find (names[choice]) : NULL;
}

static const char *
get_selected (GtkDropDown *choice)
{
  GObject *item = gtk_drop_down_get_selected_item (choice);

  return item != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : NULL;
}

/* The first line of a picker is everybody. */
static void
read_picks (CasenessEquityPage *self, CasenessEquityQuestion *question)
{
  GtkDropDown *const choices[] = { self->age_choice, self->ethnicity_choice, self->gender_choice };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (choices); i++)
    if (gtk_drop_down_get_selected (choices[i]) != 0)
      {
        question->picks[i].variable = caseness_variable_find (pick_variables[i]);
        question->picks[i].group = (char *) get_selected (choices[i]);
      }
}

static void
read_cut (CasenessEquityPage *self, CasenessEquityQuestion *question)
{
  const CasenessVariable *with;

  question->cut.variables[0] = get_variable (gtk_drop_down_get_selected (self->by_choice));
  question->cut.n_variables = 1;
  with = gtk_drop_down_get_selected (self->with_choice) > 0
           ? get_variable (gtk_drop_down_get_selected (self->with_choice) - 1)
           : NULL;
  if (with != NULL && with != question->cut.variables[0])
    question->cut.variables[question->cut.n_variables++] = with;
}

/* What is shown at once needs it at once. */
static CasenessEquityPart
list_wanted (CasenessEquityPage *self)
{
  static const CasenessEquityPart parts[CASENESS_N_EQUITY_VIEWS] = {
    [CASENESS_EQUITY_VIEW_RATIOS] = CASENESS_EQUITY_PART_OLDER,
    [CASENESS_EQUITY_VIEW_CARE] = CASENESS_EQUITY_PART_CARE | CASENESS_EQUITY_PART_CARE_OF_ALL,
    [CASENESS_EQUITY_VIEW_ROUTES] = CASENESS_EQUITY_PART_ROUTES,
    [CASENESS_EQUITY_VIEW_ONE] = CASENESS_EQUITY_PART_WIDER,
    [CASENESS_EQUITY_VIEW_CHECKLIST] = CASENESS_EQUITY_PART_CHECKS | CASENESS_EQUITY_PART_OLDER,
    [CASENESS_EQUITY_VIEW_TESTS] = CASENESS_EQUITY_PART_OLDER | CASENESS_EQUITY_PART_ASPIRATIONS,
  };
  static const CasenessEquityPart told[CASENESS_N_EQUITY_VIEWS] = {
    [CASENESS_EQUITY_VIEW_RATIOS] = CASENESS_EQUITY_PART_OLDER_HIDDEN,
    [CASENESS_EQUITY_VIEW_DEPRIVATION] = CASENESS_EQUITY_PART_DEPRIVATION_SHARED,
    [CASENESS_EQUITY_VIEW_TREND] = CASENESS_EQUITY_PART_TREND_HIDDEN,
    [CASENESS_EQUITY_VIEW_ONE] = CASENESS_EQUITY_PART_PICKED_SHARED,
    [CASENESS_EQUITY_VIEW_CHECKLIST] = CASENESS_EQUITY_PART_OLDER_HIDDEN,
    [CASENESS_EQUITY_VIEW_TESTS] = CASENESS_EQUITY_PART_OLDER_HIDDEN | CASENESS_EQUITY_PART_DEPRIVATION_SHARED
                                   | CASENESS_EQUITY_PART_ASPIRATIONS_SHARED,
  };
  CasenessEquityView view = get_view (self);

  if (is_shared (self))
    return parts[view] | CASENESS_EQUITY_PART_SHARED | told[view];
  return parts[view];
}

static gpointer
caseness_equity_page_make_query (CasenessAnswerPage *page, CasenessSession *session, CasenessSnapshot *snapshot)
{
  CasenessEquityPage *self = CASENESS_EQUITY_PAGE (page);
  CasenessEquityAnswer *answer = get_answer (self);
  CasenessEquityQuestion question;

  caseness_equity_question_init (&question);
  question.snapshot = snapshot;
  question.filter = caseness_session_get_filter (session);
  question.period = *caseness_session_get_period (session);
  question.as_at = caseness_session_get_as_at (session);
  question.plan = answer != NULL ? answer->plan : NULL;
  question.by_population = gtk_drop_down_get_selected (self->basis_choice) == 1;
  question.area = (char *) get_selected (self->area_choice);
  question.trend_group = (char *) get_selected (self->group_choice);
  question.trend_stage = gtk_drop_down_get_selected (self->stage_choice);
  question.figure = gtk_drop_down_get_selected (self->figure_choice);
  read_cut (self, &question);
  read_picks (self, &question);
  question.wanted = list_wanted (self);
  return caseness_equity_question_copy (&question);
}

static gboolean
caseness_equity_page_describe_empty (CasenessAnswerPage *page, gpointer answer, CasenessPageStatus *status)
{
  const guint *observed = ((CasenessEquityAnswer *) answer)->way->observed;

  status->icon_name = "x-office-calendar-symbolic";
  status->title = _("Nobody in This Period");
  status->description = _("Choose another period or filter, or import its submissions.");
  return observed[CASENESS_EQUITY_REFERRED] == 0 && observed[CASENESS_EQUITY_TREATED] == 0
         && observed[CASENESS_EQUITY_COMPLETED] == 0;
}

static void
show_choices (CasenessEquityPage *self, const CasenessEquityAnswer *answer)
{
  caseness_equity_show_areas (self->area_choice, answer);
  caseness_equity_show_groups (self->group_choice, answer);
  if (answer->access_standard != NULL)
    gtk_spin_button_set_value (self->standard_spin, answer->access_standard->value);
  gtk_widget_set_visible (self->area_box, answer->areas->len > 1);
  gtk_widget_set_visible (self->trend_box, get_view (self) == CASENESS_EQUITY_VIEW_TREND && answer->trend_group >= 0);
  gtk_widget_set_visible (self->figure_box, get_view (self) == CASENESS_EQUITY_VIEW_DEPRIVATION);
  gtk_widget_set_visible (self->pick_box, get_view (self) == CASENESS_EQUITY_VIEW_ONE);
  gtk_widget_set_visible (self->standard_box, get_view (self) == CASENESS_EQUITY_VIEW_SHARES);
}

static void
show_warning (CasenessEquityPage *self, const CasenessEquityAnswer *answer)
{
  g_autofree char *warning = caseness_equity_words_warning (answer, is_shared (self));

  gtk_label_set_text (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning_box, warning != NULL);
}

static void
show_notes (CasenessEquityPage *self, const CasenessEquityAnswer *answer)
{
  g_autofree char *notes = caseness_equity_show_dup_notes (answer, get_view (self), is_shared (self));

  gtk_label_set_text (self->note_label, notes);
}

/* The chart of the view with its words; NULL where the view has none, or of nobody enough may be told. */
static CasenessChart *
make_chart (CasenessEquityPage *self, const CasenessEquityAnswer *answer, gboolean is_told)
{
  CasenessChart *chart = caseness_equity_chart_new (answer, get_view (self), is_told);
  g_autofree char *title = caseness_equity_words_title (answer, get_view (self), is_told);
  g_autofree char *subtitle = caseness_equity_words_subtitle (answer, get_view (self));

  if (chart != NULL && caseness_chart_get_title (chart) == NULL)
    caseness_chart_set_titles (chart, title, subtitle, NULL);
  return chart;
}

/* What leaves by the menu of the chart is suppressed, whatever the screen shows. */
static CasenessChart *
tell_chart (gpointer data)
{
  CasenessEquityPage *self = data;
  CasenessEquityAnswer *answer = get_answer (self);
  CasenessChart *chart = answer != NULL ? make_chart (self, answer, TRUE) : NULL;

  if (chart == NULL)
    caseness_page_say_untold (CASENESS_PAGE (self));
  return chart;
}

static void
show_view (CasenessEquityPage *self, const CasenessEquityAnswer *answer)
{
  g_autofree char *title = caseness_equity_words_title (answer, get_view (self), is_shared (self));
  g_autofree char *subtitle = caseness_equity_words_subtitle (answer, get_view (self));
  g_autoptr(CasenessChartTable) table = caseness_equity_table_new_narrow (answer, get_view (self), is_shared (self));
  g_autoptr(CasenessChart) chart = make_chart (self, answer, is_shared (self));

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, subtitle);
  caseness_data_table_set_name (self->table, title, subtitle);
  if (get_view (self) == CASENESS_EQUITY_VIEW_RATIOS)
    caseness_equity_show_ratios (self->table, table);
  else
    caseness_equity_show_table (self->table, table, get_view (self));
  caseness_chart_view_set_chart (self->chart, chart);
  gtk_widget_set_visible (self->chart_card, chart != NULL);
}

static void
complete_in_worker (GTask *task, gpointer source, gpointer answer, GCancellable *cancellable)
{
  g_task_return_boolean (task, caseness_equity_answer_complete (answer, CASENESS_EQUITY_ALL_PARTS, cancellable));
}

/* Another view, a print and an export then need not wait. */
static void
complete (CasenessEquityPage *self, CasenessEquityAnswer *answer)
{
  g_autoptr(GTask) task = NULL;

  g_cancellable_cancel (self->completing);
  g_clear_object (&self->completing);
  if (answer == NULL)
    return;
  self->completing = g_cancellable_new ();
  task = g_task_new (NULL, self->completing, NULL, NULL);
  g_task_set_source_tag (task, complete);
  g_task_set_task_data (task, caseness_equity_answer_ref (answer), (GDestroyNotify) caseness_equity_answer_unref);
  g_task_run_in_thread (task, complete_in_worker);
}

static void
caseness_equity_page_show (CasenessAnswerPage *page, gpointer shown)
{
  CasenessEquityPage *self = CASENESS_EQUITY_PAGE (page);
  CasenessEquityAnswer *answer = shown;

  if (answer != NULL)
    {
      show_choices (self, answer);
      show_warning (self, answer);
      show_view (self, answer);
      show_notes (self, answer);
    }
  complete (self, answer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", answer != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.export-table", answer != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.population", answer != NULL);
}

static void
choice_changed_cb (CasenessEquityPage *self)
{
  caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
}

static void
recorded_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr(CasenessEquityPage) self = data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error))
    caseness_page_toast (CASENESS_PAGE (self), error->message);
}

/* The standard is kept in the service file, so that whoever opens it next is held to the same. */
static void
standard_changed_cb (CasenessEquityPage *self)
{
  CasenessSession *session = caseness_page_get_session (CASENESS_PAGE (self));
  CasenessEquityAnswer *answer = get_answer (self);
  CasenessStandard standard = { CASENESS_STANDARD_ACCESS, FALSE, 0, { CASENESS_DATE_NONE, CASENESS_DATE_NONE } };
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;
  CasenessJournalChange change = { CASENESS_RECORD_STANDARD };

  if (caseness_answer_page_is_showing (CASENESS_ANSWER_PAGE (self)) || session == NULL || answer == NULL)
    return;
  if (answer->access_standard != NULL)
    standard = *answer->access_standard;
  standard.value = gtk_spin_button_get_value (self->standard_spin);
  standard.kind = "local";
  standard.certainty = "stated";
  standard.source = _("set on the Equity page");
  subject = caseness_standard_dup_subject (&standard);
  body = caseness_standard_dup_body (&standard);
  change.subject = subject;
  change.body = body;
  caseness_session_write_journal_async (session, &change, 1, _("Access standard"), recorded_cb, g_object_ref (self));
}

static void
explain (CasenessEquityPage *self, GtkWidget *beside, const CasenessEquityPlace *place)
{
  g_auto(GStrv) groups = NULL;

  if (place->is_hidden)
    {
      caseness_page_toast (CASENESS_PAGE (self), _("Too few people to be told of"));
      return;
    }
  groups = caseness_equity_place_dup_groups (place, get_answer (self));
  caseness_page_explain_figure (CASENESS_PAGE (self), beside, NULL, place->measure, (const char *const *) groups);
}

static void
row_opened_cb (CasenessEquityPage *self, guint id)
{
  CasenessEquityPlace place;

  if (get_answer (self) != NULL
      && caseness_equity_place_of_row (&place, get_answer (self), get_view (self), id, is_shared (self)))
    explain (self, GTK_WIDGET (self->table), &place);
}

static void
region_activated_cb (CasenessEquityPage *self, int row, int column)
{
  CasenessEquityPlace place;

  if (get_answer (self) != NULL
      && caseness_equity_place_of_region (&place, get_answer (self), get_view (self), row, is_shared (self)))
    explain (self, GTK_WIDGET (self->chart), &place);
}

/* So is what leaves as a table. */
static void
export_table_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessEquityPage *self = CASENESS_EQUITY_PAGE (widget);
  CasenessEquityAnswer *answer = get_answer (self);
  g_autoptr(CasenessChartTable) table = caseness_equity_table_new (answer, get_view (self), TRUE);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  char day[11];
  g_autofree char *name = g_strdup_printf ("equity-%s-%s.csv", caseness_equity_words_get_name (get_view (self)),
                                           caseness_date_write_iso (answer->question->period.end, day));

  caseness_equity_table_write_csv (writer, table);
  caseness_page_save_csv (CASENESS_PAGE (self), _("Export the Table"), name, writer);
}

static void
population_loaded_cb (CasenessEquityPage *self)
{
  caseness_page_toast (CASENESS_PAGE (self), _("Local population loaded; Imports can take it back"));
}

static void
population_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessEquityPage *self = CASENESS_EQUITY_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  CasenessPopulationDialog *dialog = caseness_population_dialog_new (
    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, caseness_page_get_session (CASENESS_PAGE (self)));

  g_signal_connect_object (dialog, "loaded", G_CALLBACK (population_loaded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static CasenessReport *
caseness_equity_page_make_report (CasenessPage *page)
{
  CasenessEquityAnswer *answer = get_answer (CASENESS_EQUITY_PAGE (page));

  return answer != NULL ? caseness_equity_report_new (answer) : NULL;
}

#define BIND(name) gtk_widget_class_bind_template_child (klass, CasenessEquityPage, name)

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-equity-page.ui");
  BIND (frame);
  BIND (views);
  BIND (by_choice);
  BIND (with_choice);
  BIND (basis_choice);
  BIND (area_box);
  BIND (area_choice);
  BIND (trend_box);
  BIND (group_choice);
  BIND (stage_choice);
  BIND (figure_box);
  BIND (figure_choice);
  BIND (pick_box);
  BIND (age_choice);
  BIND (ethnicity_choice);
  BIND (gender_choice);
  BIND (standard_box);
  BIND (standard_spin);
  BIND (warning_box);
  BIND (warning_label);
  BIND (title_label);
  BIND (subtitle_label);
  BIND (table);
  BIND (table_card);
  BIND (chart_card);
  BIND (chart);
  BIND (note_label);
  gtk_widget_class_bind_template_callback (klass, choice_changed_cb);
  gtk_widget_class_bind_template_callback (klass, standard_changed_cb);
  gtk_widget_class_bind_template_callback (klass, row_opened_cb);
  gtk_widget_class_bind_template_callback (klass, region_activated_cb);
}

static void
caseness_equity_page_dispose (GObject *object)
{
  complete (CASENESS_EQUITY_PAGE (object), NULL);
  G_OBJECT_CLASS (caseness_equity_page_parent_class)->dispose (object);
}

static void
caseness_equity_page_class_init (CasenessEquityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_equity_page_dispose;
  CASENESS_PAGE_CLASS (klass)->make_report = caseness_equity_page_make_report;
  CASENESS_ANSWER_PAGE_CLASS (klass)->make_query = caseness_equity_page_make_query;
  CASENESS_ANSWER_PAGE_CLASS (klass)->show = caseness_equity_page_show;
  CASENESS_ANSWER_PAGE_CLASS (klass)->describe_empty = caseness_equity_page_describe_empty;
  CASENESS_ANSWER_PAGE_CLASS (klass)->asks_of_journal = TRUE;

  caseness_answer_page_class_install_views (CASENESS_ANSWER_PAGE_CLASS (klass), CASENESS_N_EQUITY_VIEWS);
  gtk_widget_class_install_action (widget_class, "page.export-table", NULL, export_table_cb);
  gtk_widget_class_install_action (widget_class, "page.population", NULL, population_cb);
  bind_template (widget_class);
}

static void
fill_views (CasenessEquityPage *self)
{
  guint i;

  for (i = 0; i < CASENESS_N_EQUITY_VIEWS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (caseness_equity_words_view (i));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) i);
      caseness_wrap_box_append (self->views, button);
    }
}

/* Of the table and the chart a few rows are to be seen, however large the text is; the page scrolls. */
static void
fit_text (CasenessEquityPage *self)
{
  double factor = MAX (caseness_chart_theme_get_text_factor (GTK_WIDGET (self)), 1);

  gtk_widget_set_size_request (self->table_card, -1, (int) (TABLE_HEIGHT * factor));
  gtk_widget_set_size_request (self->chart_card, -1, (int) (CHART_HEIGHT * factor));
}

static gpointer
answer_question (gconstpointer question, GCancellable *cancellable)
{
  return caseness_equity_answer_new (question, cancellable);
}

static void
caseness_equity_page_init (CasenessEquityPage *self)
{
  CasenessEquityQuestion question;

  g_type_ensure (CASENESS_TYPE_PAGE_FRAME);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  g_type_ensure (CASENESS_TYPE_CHART_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  caseness_equity_question_init (&question);
  fill_views (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (fit_text), self,
                           G_CONNECT_SWAPPED);
  fit_text (self);
  caseness_chart_view_set_teller (self->chart, tell_chart, self);
  caseness_equity_show_variables (self->by_choice, NULL, question.cut.variables[0]);
  caseness_equity_show_variables (self->with_choice, _("Nothing else"), NULL);
  caseness_equity_show_stages (self->stage_choice);
  caseness_equity_show_figures (self->figure_choice, question.figure);
  caseness_equity_show_picks (self->age_choice, pick_variables[0]);
  caseness_equity_show_picks (self->ethnicity_choice, pick_variables[1]);
  caseness_equity_show_picks (self->gender_choice, pick_variables[2]);
  caseness_answer_page_start (CASENESS_ANSWER_PAGE (self), self->frame,
                              caseness_answer_model_new (answer_question,
                                                         (GDestroyNotify) caseness_equity_question_free,
                                                         (GDestroyNotify) caseness_equity_answer_unref));
}

GtkWidget *
caseness_equity_page_new (CasenessSession *session)
{
  return g_object_new (CASENESS_TYPE_EQUITY_PAGE, "session", session, NULL);
}
