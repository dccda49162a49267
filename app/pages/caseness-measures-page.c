/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-measures-page.h"

#include "caseness-data-table.h"
#include "caseness-figure-record.h"
#include "caseness-figure-words.h"
#include "caseness-measure-explain.h"
#include "caseness-measures-answer.h"
#include "caseness-measures-report.h"
#include "caseness-measures-tables.h"
#include "caseness-page-explain.h"
#include "caseness-page-export.h"
#include "caseness-series-panel.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

/* What a measure is first broken down by: what people come with. */
#define FIRST_VARIABLE "Problem Descriptor"

struct _CasenessMeasuresPage
{
  CasenessAnswerPage parent_instance;
  CasenessPageFrame *frame;
  GtkStack *views;
  GtkLabel *title_label;
  GtkEditable *search;
  GtkDropDown *topic_choice;
  CasenessDataTable *table;
  GtkWidget *back_button;
  GtkLabel *measure_label;
  GtkLabel *value_label;
  GtkLabel *facts_label;
  GtkLabel *standard_label;
  GtkLabel *national_label;
  GtkLabel *definition_label;
  GtkButton *pin_button;
  GtkWidget *explain_button;
  GtkWidget *below;
  CasenessSeriesPanel *panel;
  GtkDropDown *by_choice;
  GtkDropDown *and_choice;
  GtkDropDown *step_choice;
  GtkWidget *export_button;
  CasenessDataTable *detail;

  CasenessAnswerModel *model;     /* owned: of the measure that is open */
  GSignalGroup *session_signals;  /* owned */
  const CasenessMeasure *measure; /* nullable: the one that is open */
};

G_DEFINE_FINAL_TYPE (CasenessMeasuresPage, caseness_measures_page, CASENESS_TYPE_ANSWER_PAGE)

static CasenessCatalogue *
get_catalogue (CasenessMeasuresPage *self)
{
  return caseness_answer_page_get_answer (CASENESS_ANSWER_PAGE (self));
}

/* Returns: what is known of the open measure; of another one, that is still awaited, nothing. */
static CasenessMeasureAnswer *
get_answer (CasenessMeasuresPage *self)
{
  CasenessMeasureAnswer *answer = self->model != NULL ? caseness_answer_model_get_answer (self->model) : NULL;

  return answer != NULL && answer->detail->measure == self->measure ? answer : NULL;
}

static gboolean
hides_names (CasenessMeasuresPage *self)
{
  return caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self));
}

/* The first choice is none. */
static const CasenessVariable *
get_variable (GtkDropDown *choice)
{
  guint chosen = gtk_drop_down_get_selected (choice);
  const GPtrArray *variables = caseness_variable_get_all ();

  return chosen > 0 && chosen <= variables->len ? g_ptr_array_index (variables, chosen - 1) : NULL;
}

static CasenessMeasuresQuery *
make_query (CasenessMeasuresPage *self, CasenessSession *session, CasenessSnapshot *snapshot)
{
  const CasenessMeasuresQuery query = {
    .snapshot = snapshot,
    .filter = caseness_session_get_filter (session),
    .journal = caseness_session_get_journal (session),
    .period = *caseness_session_get_period (session),
    .measure = self->measure,
    .step = gtk_drop_down_get_selected (self->step_choice),
    .by = get_variable (self->by_choice),
    .and_by = get_variable (self->and_choice),
  };

  return caseness_measures_query_copy (&query);
}

static gpointer
caseness_measures_page_make_query (CasenessAnswerPage *page, CasenessSession *session, CasenessSnapshot *snapshot)
{
  return make_query (CASENESS_MEASURES_PAGE (page), session, snapshot);
}

static gboolean
caseness_measures_page_describe_empty (CasenessAnswerPage *page, gpointer answer, CasenessPageStatus *status)
{
  return FALSE; /* the catalogue is there, whatever is loaded */
}

static void
update_actions (CasenessMeasuresPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  CasenessMeasureAnswer *answer = get_answer (self);
  gboolean names_staff = answer != NULL && caseness_measures_tables_names_staff (answer->detail);

  gtk_widget_action_set_enabled (widget, "page.print", get_catalogue (self) != NULL);
  gtk_widget_action_set_enabled (widget, "page.export-table", get_catalogue (self) != NULL);
  gtk_widget_action_set_enabled (widget, "page.close-measure", self->measure != NULL);
  gtk_widget_action_set_enabled (widget, "page.pin", answer != NULL && answer->overview != NULL);
  gtk_widget_action_set_enabled (widget, "page.explain", answer != NULL && answer->overview != NULL);
  gtk_widget_action_set_enabled (widget, "page.export-detail",
                                 answer != NULL && !(names_staff && hides_names (self)));
}

static GArray *
list_chosen (CasenessMeasuresPage *self, const CasenessCatalogue *catalogue)
{
  const GPtrArray *topics = caseness_catalogue_get_topics ();
  guint topic = gtk_drop_down_get_selected (self->topic_choice);

  return caseness_measures_tables_choose (
    catalogue, topic > 0 && topic <= topics->len ? g_ptr_array_index (topics, topic - 1) : NULL,
    gtk_editable_get_text (self->search));
}

static void
show_list (CasenessMeasuresPage *self, const CasenessCatalogue *catalogue)
{
  g_autoptr(GArray) chosen = list_chosen (self, catalogue);
  g_autofree char *period = caseness_period_format (&catalogue->period);
  /* Translators: how many measures are listed, of how many, and the period. */
  g_autofree char *title
    = g_strdup_printf (ngettext ("%1$'u measure of %2$'u, %3$s", "%1$'u measures of %2$'u, %3$s", chosen->len),
                       chosen->len, catalogue->entries->len, period);

  gtk_label_set_text (self->title_label, title);
  caseness_data_table_set_name (self->table, _("Measures"), title);
  caseness_measures_tables_list (self->table, catalogue, chosen);
}

static gboolean
is_pinned (CasenessMeasuresPage *self)
{
  CasenessSession *session = caseness_page_get_session (CASENESS_PAGE (self));

  return session != NULL && self->measure != NULL
         && caseness_journal_get (caseness_session_get_journal (session), CASENESS_RECORD_PIN, self->measure->id)
              != NULL;
}

static void
set_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* The figure of the period: value, counts, interval, standard, England. */
static void
show_figure (CasenessMeasuresPage *self, const CasenessExplanation *explanation)
{
  const CasenessMeasure *measure = self->measure;
  g_autofree char *value = caseness_figure_words_value (measure, &explanation->figure);
  g_autofree char *facts = caseness_figure_words_facts (measure, explanation);
  g_autofree char *standard = caseness_figure_words_standard_line (explanation);
  g_autofree char *held_to = g_strdup_printf (_("Standard: %s"), standard);
  g_autofree char *national = caseness_figure_words_national (explanation);

  set_line (self->value_label, value);
  set_line (self->facts_label, facts);
  set_line (self->standard_label, held_to);
  set_line (self->national_label, national);
}

/* Only its definition, which says why. */
static void
show_no_figure (CasenessMeasuresPage *self)
{
  set_line (self->value_label, _("Cannot be computed"));
  set_line (self->facts_label, "");
  set_line (self->standard_label, "");
  set_line (self->national_label, self->measure->name);
}

static void
show_head (CasenessMeasuresPage *self, const CasenessMeasureAnswer *answer)
{
  g_autofree char *title = g_strdup_printf ("%s (%s)", self->measure->title, self->measure->id);
  g_autofree char *definition = caseness_measure_explain (self->measure);

  gtk_label_set_text (self->measure_label, title);
  gtk_label_set_text (self->definition_label, g_strchomp (definition));
  gtk_button_set_label (self->pin_button, is_pinned (self) ? _("Un_pin from Overview") : _("_Pin to Overview"));
  if (answer == NULL)
    set_line (self->value_label, _("Working it out…"));
  else if (answer->overview == NULL)
    show_no_figure (self);
  else
    show_figure (self, answer->explanation);
}

static void
show_detail (CasenessMeasuresPage *self, const CasenessMeasureAnswer *answer)
{
  caseness_data_table_set_name (self->detail, self->measure->title, _("A row opens its people"));
  caseness_measures_tables_detail (self->detail, answer->detail, hides_names (self));
}

static void
show_measure (CasenessMeasuresPage *self)
{
  CasenessMeasureAnswer *answer = get_answer (self);
  gboolean has_figures = answer != NULL && answer->overview != NULL;

  gtk_stack_set_visible_child_name (self->views, self->measure != NULL ? "measure" : "list");
  if (self->measure != NULL)
    show_head (self, answer);
  gtk_widget_set_visible (self->below, has_figures);
  caseness_series_panel_show (self->panel, has_figures ? answer->overview : NULL,
                              has_figures ? caseness_overview_find (answer->overview, self->measure) : NULL);
  if (has_figures)
    show_detail (self, answer);
  update_actions (self);
}

static void
ask_measure (CasenessMeasuresPage *self)
{
  CasenessSession *session = caseness_page_get_session (CASENESS_PAGE (self));
  CasenessSnapshot *snapshot = session != NULL ? caseness_session_get_snapshot (session) : NULL;

  if (self->model == NULL)
    return;
  caseness_answer_model_ask (self->model, self->measure != NULL && snapshot != NULL
                                            ? make_query (self, session, snapshot)
                                            : NULL);
}

static void
caseness_measures_page_show (CasenessAnswerPage *page, gpointer shown)
{
  CasenessMeasuresPage *self = CASENESS_MEASURES_PAGE (page);

  if (shown != NULL)
    show_list (self, shown);
  ask_measure (self);
  show_measure (self);
}

static void
open_measure (CasenessMeasuresPage *self, const CasenessMeasure *measure)
{
  self->measure = measure;
  ask_measure (self);
  show_measure (self);
  gtk_widget_grab_focus (measure != NULL ? self->back_button : GTK_WIDGET (self->table));
}

static void
row_opened_cb (CasenessMeasuresPage *self, guint id)
{
  CasenessCatalogue *catalogue = get_catalogue (self);

  if (catalogue != NULL && id < catalogue->entries->len)
    open_measure (self, g_array_index (catalogue->entries, CasenessCatalogueEntry, id).measure);
}

static void
list_changed_cb (CasenessMeasuresPage *self)
{
  CasenessCatalogue *catalogue = get_catalogue (self);

  if (catalogue != NULL && !caseness_answer_page_is_showing (CASENESS_ANSWER_PAGE (self)))
    show_list (self, catalogue);
}

static void
split_changed_cb (CasenessMeasuresPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->and_choice), get_variable (self->by_choice) != NULL);
  if (!caseness_answer_page_is_showing (CASENESS_ANSWER_PAGE (self)))
    ask_measure (self);
}

static void
detail_opened_cb (CasenessMeasuresPage *self, guint id)
{
  CasenessMeasureAnswer *answer = get_answer (self);
  g_autoptr(CasenessFigureAddress) address = NULL;

  if (answer == NULL || id >= answer->detail->rows->len)
    return;
  address = caseness_measure_detail_find_address (answer->detail, g_ptr_array_index (answer->detail->rows, id));
  caseness_page_explain (CASENESS_PAGE (self), GTK_WIDGET (self->detail), NULL, address);
}

static void
session_changed_cb (CasenessMeasuresPage *self)
{
  g_signal_group_set_target (self->session_signals, caseness_page_get_session (CASENESS_PAGE (self)));
}

static void
open_measure_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const CasenessMeasure *measure = caseness_measure_find (g_variant_get_string (parameter, NULL));

  if (measure != NULL)
    open_measure (CASENESS_MEASURES_PAGE (widget), measure);
}

static void
close_measure_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_measure (CASENESS_MEASURES_PAGE (widget), NULL);
}

static void
explain_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessMeasuresPage *self = CASENESS_MEASURES_PAGE (widget);

  if (self->measure != NULL)
    caseness_page_explain_figure (CASENESS_PAGE (self), self->explain_button, NULL, self->measure->id, NULL);
}

static void
recorded_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr(CasenessPage) page = data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error))
    caseness_page_toast (page, error->message);
}

static void
pin_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessMeasuresPage *self = CASENESS_MEASURES_PAGE (widget);
  gboolean was_pinned = is_pinned (self);
  CasenessJournalChange change = { .kind = CASENESS_RECORD_PIN, .body = was_pinned ? NULL : "{}" };

  if (self->measure == NULL)
    return;
  change.subject = self->measure->id;
  caseness_session_write_journal_async (caseness_page_get_session (CASENESS_PAGE (self)), &change, 1,
                                        was_pinned ? _("Measure unpinned from the overview")
                                                   : _("Measure pinned to the overview"),
                                        recorded_cb, g_object_ref (self));
}

static void
export_table_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessMeasuresPage *self = CASENESS_MEASURES_PAGE (widget);
  CasenessCatalogue *catalogue = get_catalogue (self);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autoptr(GArray) chosen = NULL;
  g_autofree char *name = NULL;
  char day[11];

  if (catalogue == NULL)
    return;
  chosen = list_chosen (self, catalogue);
  /* What is shown to a meeting may be read by people from outside. */
  caseness_catalogue_write_csv (writer, catalogue, chosen, hides_names (self));
  name = g_strdup_printf ("measures-%s.csv", caseness_date_write_iso (catalogue->period.end, day));
  caseness_page_save_csv (CASENESS_PAGE (self), _("Export the Measures"), name, writer);
}

static void
export_detail_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessMeasuresPage *self = CASENESS_MEASURES_PAGE (widget);
  CasenessMeasureAnswer *answer = get_answer (self);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autofree char *name = NULL;
  char day[11];

  if (answer == NULL)
    return;
  caseness_measure_detail_write_csv (writer, answer->detail, hides_names (self));
  name = g_strdup_printf ("%s-%s.csv", self->measure->id, caseness_date_write_iso (answer->detail->period.end, day));
  caseness_page_save_csv (CASENESS_PAGE (self), _("Export the Breakdown"), name, writer);
}

/* The measure that is open, or those that are listed. */
static GPtrArray *
list_shown (CasenessMeasuresPage *self, const CasenessCatalogue *catalogue)
{
  g_autoptr(GArray) chosen = list_chosen (self, catalogue);
  GPtrArray *shown = g_ptr_array_new ();
  guint i;

  if (self->measure != NULL)
    g_ptr_array_add (shown, (gpointer) self->measure);
  for (i = 0; self->measure == NULL && i < chosen->len; i++)
    g_ptr_array_add (shown, (gpointer) g_array_index (catalogue->entries, CasenessCatalogueEntry,
                                                      g_array_index (chosen, guint, i)).measure);
  return shown;
}

static CasenessReport *
caseness_measures_page_make_report (CasenessPage *page)
{
  CasenessMeasuresPage *self = CASENESS_MEASURES_PAGE (page);
  CasenessCatalogue *catalogue = get_catalogue (self);
  CasenessMeasureAnswer *answer = get_answer (self);
  CasenessMeasuresReportOptions options = { .identifies = caseness_page_get_identifies (page) };
  const CasenessVariable *by = get_variable (self->by_choice);
  g_autoptr(GPtrArray) measures = NULL;
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();

  if (catalogue == NULL)
    return NULL;
  if (answer != NULL && by != NULL)
    g_ptr_array_add (variables, (gpointer) by);
  options.variables = variables;
  options.broken_down = answer != NULL ? answer->detail->measure : NULL;
  measures = list_shown (self, catalogue);
  options.measures = measures;
  options.overview = answer != NULL ? answer->overview : NULL;
  options.period = catalogue->period;
  options.filter = catalogue->filter;
  return caseness_measures_report_new (catalogue->snapshot, &options, NULL, NULL);
}

static void
caseness_measures_page_dispose (GObject *object)
{
  CasenessMeasuresPage *self = CASENESS_MEASURES_PAGE (object);

  g_clear_object (&self->session_signals);
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      caseness_answer_model_ask (self->model, NULL);
    }
  g_clear_object (&self->model);
  G_OBJECT_CLASS (caseness_measures_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-measures-page.ui");
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, frame);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, views);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, title_label);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, search);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, topic_choice);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, table);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, back_button);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, measure_label);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, value_label);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, facts_label);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, standard_label);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, national_label);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, definition_label);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, pin_button);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, explain_button);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, below);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, panel);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, by_choice);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, and_choice);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, step_choice);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, export_button);
  gtk_widget_class_bind_template_child (klass, CasenessMeasuresPage, detail);
  gtk_widget_class_bind_template_callback (klass, list_changed_cb);
  gtk_widget_class_bind_template_callback (klass, row_opened_cb);
  gtk_widget_class_bind_template_callback (klass, split_changed_cb);
  gtk_widget_class_bind_template_callback (klass, detail_opened_cb);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.open-measure", "s", open_measure_cb);
  gtk_widget_class_install_action (klass, "page.close-measure", NULL, close_measure_cb);
  gtk_widget_class_install_action (klass, "page.explain", NULL, explain_cb);
  gtk_widget_class_install_action (klass, "page.pin", NULL, pin_cb);
  gtk_widget_class_install_action (klass, "page.export-table", NULL, export_table_cb);
  gtk_widget_class_install_action (klass, "page.export-detail", NULL, export_detail_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "page.close-measure", NULL);
}

static void
caseness_measures_page_class_init (CasenessMeasuresPageClass *klass)
{
  CasenessAnswerPageClass *answer_class = CASENESS_ANSWER_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_measures_page_dispose;
  CASENESS_PAGE_CLASS (klass)->make_report = caseness_measures_page_make_report;
  CASENESS_PAGE_CLASS (klass)->can_identify = TRUE;
  answer_class->make_query = caseness_measures_page_make_query;
  answer_class->show = caseness_measures_page_show;
  answer_class->describe_empty = caseness_measures_page_describe_empty;
  install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
fill_variables (GtkDropDown *choice, const char *none)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const GPtrArray *variables = caseness_variable_get_all ();
  guint i;

  gtk_string_list_append (names, none);
  for (i = 0; i < variables->len; i++)
    gtk_string_list_append (names, g_dgettext (GETTEXT_PACKAGE,
                                               caseness_variable_get_name (g_ptr_array_index (variables, i))));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
}

static void
fill_choices (CasenessMeasuresPage *self)
{
  g_autoptr(GtkStringList) topics = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) steps = gtk_string_list_new (NULL);
  const GPtrArray *names = caseness_catalogue_get_topics ();
  guint first, i;

  gtk_string_list_append (topics, _("All topics"));
  for (i = 0; i < names->len; i++)
    gtk_string_list_append (topics, g_dgettext (GETTEXT_PACKAGE, g_ptr_array_index (names, i)));
  gtk_drop_down_set_model (self->topic_choice, G_LIST_MODEL (topics));
  for (i = 0; i < CASENESS_N_DETAIL_STEPS; i++)
    gtk_string_list_append (steps, caseness_detail_step_get_name (i));
  gtk_drop_down_set_model (self->step_choice, G_LIST_MODEL (steps));
  fill_variables (self->by_choice, _("Everybody"));
  fill_variables (self->and_choice, _("Nothing else"));
  if (g_ptr_array_find ((GPtrArray *) caseness_variable_get_all (), caseness_variable_find (FIRST_VARIABLE), &first))
    gtk_drop_down_set_selected (self->by_choice, first + 1);
}

static gpointer
list_in_worker (gconstpointer query, GCancellable *cancellable)
{
  return caseness_measures_answer_list (query, cancellable);
}

static gpointer
answer_in_worker (gconstpointer query, GCancellable *cancellable)
{
  return caseness_measure_answer_new (query, cancellable);
}

static void
caseness_measures_page_init (CasenessMeasuresPage *self)
{
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  g_type_ensure (CASENESS_TYPE_SERIES_PANEL);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);

  gtk_widget_init_template (GTK_WIDGET (self));
  caseness_series_panel_set_page (self->panel, CASENESS_PAGE (self));
  caseness_series_panel_embed (self->panel);
  fill_choices (self);
  self->model = caseness_answer_model_new (answer_in_worker, (GDestroyNotify) caseness_measures_query_free,
                                           (GDestroyNotify) caseness_measure_answer_free);
  g_signal_connect_object (self->model, "answered", G_CALLBACK (show_measure), self, G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (CASENESS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::journal", G_CALLBACK (caseness_answer_page_ask), self);
  g_signal_connect (self, "notify::session", G_CALLBACK (session_changed_cb), NULL);
  caseness_answer_page_start (CASENESS_ANSWER_PAGE (self), self->frame,
                              caseness_answer_model_new (list_in_worker, (GDestroyNotify) caseness_measures_query_free,
                                                         (GDestroyNotify) caseness_catalogue_unref));
}

GtkWidget *
caseness_measures_page_new (CasenessSession *session)
{
  return g_object_new (CASENESS_TYPE_MEASURES_PAGE, "session", session, NULL);
}
