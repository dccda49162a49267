/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-page.h"

#include "caseness-chart-view.h"
#include "caseness-date-button.h"
#include "caseness-person-window.h"
#include "caseness-ptl-agree.h"
#include "caseness-ptl-chart.h"
#include "caseness-ptl-export.h"
#include "caseness-ptl-filter.h"
#include "caseness-ptl-meeting-view.h"
#include "caseness-ptl-people.h"
#include "caseness-ptl-place.h"
#include "caseness-ptl-queues-view.h"
#include "caseness-ptl-record.h"
#include "caseness-ptl-report.h"
#include "caseness-ptl-row-object.h"
#include "caseness-ptl-split-choice.h"
#include "caseness-ptl-stages.h"
#include "caseness-wide-scroller.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CasenessPtlPage
{
  CasenessAnswerPage parent_instance;
  CasenessPageFrame *frame;
  CasenessDateButton *date_button;
  CasenessPtlStages *stage_box;
  GtkDropDown *standard_choice;
  CasenessPtlSplitChoice *splits;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *footnote_label;
  CasenessChartView *chart;
  CasenessPtlPeople *people;
  GtkWidget *whole_queue;
  CasenessPtlMeetingView *meeting;
  CasenessPtlQueuesView *queues;

  GBindingGroup *session_bindings;
  GSignalGroup *session_signals;
  CasenessPtlPlace *place;    /* owned, nullable: the figure whose people are shown */
  CasenessStage stage;
  gboolean is_wide;
};

G_DEFINE_FINAL_TYPE (CasenessPtlPage, caseness_ptl_page, CASENESS_TYPE_ANSWER_PAGE)

enum
{
  PROP_STAGE = 1,
  PROP_WIDEN_PEOPLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Standards people may choose, in days, in the order of the choice. */
static const int standards[] = { CASENESS_STANDARD_OF_STAGE, 14, 28, 42, 126 };

static CasenessPtlAnswer *
get_answer (CasenessPtlPage *self)
{
  return caseness_answer_page_get_answer (CASENESS_ANSWER_PAGE (self));
}

static gboolean
hides_names (CasenessPtlPage *self)
{
  return caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self));
}

static int
get_standard (CasenessPtlPage *self)
{
  guint index = gtk_drop_down_get_selected (self->standard_choice);

  return standards[MIN (index, G_N_ELEMENTS (standards) - 1)];
}

/* Request: a query and what was known before. */
typedef struct
{
  CasenessPtlQuery *query;
  CasenessPtlAnswer *earlier; /* nullable */
} Request;

static void
request_free (Request *request)
{
  caseness_ptl_query_free (request->query);
  g_clear_pointer (&request->earlier, caseness_ptl_answer_unref);
  g_free (request);
}

static gpointer
answer_request (gconstpointer data, GCancellable *cancellable)
{
  const Request *request = data;

  return caseness_ptl_answer_new (request->query, request->earlier, cancellable, NULL);
}

static gpointer
caseness_ptl_page_make_query (CasenessAnswerPage *page, CasenessSession *session, CasenessSnapshot *snapshot)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (page);
  Request *request = g_new0 (Request, 1);
  CasenessPtlQuery query = {
    .snapshot = snapshot,
    .filter = caseness_session_get_filter (session),
    .stage = self->stage,
    .as_at = caseness_session_get_as_at (session),
    .standard_days = get_standard (self),
    .journal = caseness_session_get_journal (session),
  };

  caseness_ptl_split_choice_read (self->splits, &query);
  request->query = caseness_ptl_query_copy (&query);
  request->earlier = get_answer (self) != NULL ? caseness_ptl_answer_ref (get_answer (self)) : NULL;
  return request;
}

static gboolean
caseness_ptl_page_describe_empty (CasenessAnswerPage *page, gpointer shown, CasenessPageStatus *status)
{
  const CasenessPtlAnswer *answer = shown;
  gboolean is_narrowed = answer->query->only_group != NULL || !caseness_filter_is_empty (answer->query->filter);

  status->icon_name = "emblem-ok-symbolic";
  status->title = _("Nobody Waits Here");
  status->description = is_narrowed
                            ? _("Nobody whom the filter lets through is waiting for this stage on this day.")
                            : _("Nobody is waiting for this stage on this day.");
  status->is_narrowed = is_narrowed;
  return answer->grid->total->total == 0;
}

static gboolean
has_open_action (CasenessPtlPage *self, const CasenessPtlAnswer *answer)
{
  g_autoptr(GPtrArray) people = caseness_ptl_people_list_chosen (self->people);
  guint i;

  for (i = 0; i < people->len; i++)
    {
      const CasenessPtlAction *action = caseness_ptl_actions_find (answer->actions, g_ptr_array_index (people, i));

      if (action != NULL && caseness_ptl_action_is_open (action, answer->query->as_at))
        return TRUE;
    }
  return FALSE;
}

static void
update_actions (CasenessPtlPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  CasenessPtlAnswer *answer = get_answer (self);
  gboolean is_open = answer != NULL && self->place != NULL;
  gboolean names_rows = answer != NULL && answer->grid->split == CASENESS_PTL_SPLIT_CLINICIAN;
  gboolean can_export = answer != NULL && !(names_rows && hides_names (self));

  gtk_widget_action_set_enabled (widget, "page.print", answer != NULL);
  gtk_widget_action_set_enabled (widget, "page.export-grid", can_export);
  gtk_widget_action_set_enabled (widget, "page.export-queues", can_export);
  gtk_widget_action_set_enabled (widget, "page.export-people", is_open && !hides_names (self));
  gtk_widget_action_set_enabled (widget, "page.close-people", is_open);
  gtk_widget_action_set_enabled (widget, "page.widen-people", is_open);
  gtk_widget_action_set_enabled (widget, "page.record-action", is_open);
  gtk_widget_action_set_enabled (widget, "page.show-course", is_open);
  gtk_widget_action_set_enabled (widget, "page.finish-action", is_open && has_open_action (self, answer));
  gtk_widget_action_set_enabled (widget, "page.keep-list", answer != NULL && !answer->is_kept);
}

static void
arrange (CasenessPtlPage *self)
{
  gboolean is_open = self->place != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->people), is_open);
  gtk_widget_set_visible (self->whole_queue, !(is_open && self->is_wide));
  update_actions (self);
}

static void
close_people (CasenessPtlPage *self)
{
  g_clear_pointer (&self->place, caseness_ptl_place_free);
  caseness_chart_view_unselect (self->chart);
  caseness_ptl_people_clear (self->people);
  arrange (self);
}

/* Shows the people of self->place; a place that the new answer lacks closes the list. */
static void
show_people (CasenessPtlPage *self, CasenessPtlAnswer *answer)
{
  g_autoptr(GPtrArray) people = self->place != NULL ? caseness_ptl_place_list_people (self->place, answer) : NULL;
  g_autofree char *title = NULL;
  int row, column;

  if (people == NULL)
    {
      close_people (self);
      return;
    }
  title = caseness_ptl_place_dup_title (self->place, answer, hides_names (self));
  caseness_ptl_people_show (self->people, answer, people, title, hides_names (self));
  if (caseness_ptl_place_find (self->place, answer, &row, &column))
    caseness_chart_view_select (self->chart, row, caseness_ptl_chart_place_column (answer, column));
  else
    caseness_chart_view_unselect (self->chart);
  arrange (self);
}

/* @place: (transfer full) */
static void
open_place (CasenessPtlPage *self, CasenessPtlAnswer *answer, CasenessPtlPlace *place)
{
  g_clear_pointer (&self->place, caseness_ptl_place_free);
  self->place = place;
  show_people (self, answer);
}

static void
show_grid (CasenessPtlPage *self, CasenessPtlAnswer *answer)
{
  g_autoptr(CasenessHeatGrid) chart = caseness_ptl_chart_new (answer, hides_names (self));

  gtk_label_set_text (self->title_label, caseness_heat_grid_get_title (chart));
  gtk_label_set_text (self->subtitle_label, caseness_heat_grid_get_subtitle (chart));
  gtk_label_set_text (self->footnote_label, caseness_heat_grid_get_footnote (chart));
  caseness_chart_view_set_chart (self->chart, caseness_heat_grid_as_chart (chart));
}

static void
caseness_ptl_page_show (CasenessAnswerPage *page, gpointer shown)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (page);
  CasenessPtlAnswer *answer = shown;

  if (answer == NULL)
    {
      caseness_chart_view_set_chart (self->chart, NULL);
      close_people (self);
    }
  else
    {
      caseness_ptl_stages_show (self->stage_box, answer);
      caseness_ptl_split_choice_show (self->splits, answer);
      caseness_ptl_filter_show (caseness_page_frame_get_filter_bar (self->frame), answer, hides_names (self));
      show_grid (self, answer);
      caseness_ptl_meeting_view_show (self->meeting, answer);
      caseness_ptl_queues_view_show (self->queues, answer, hides_names (self));
      show_people (self, answer);
    }
  update_actions (self);
}

static void
region_activated_cb (CasenessPtlPage *self, int row, int column)
{
  CasenessPtlAnswer *answer = get_answer (self);

  if (answer != NULL)
    open_place (self, answer, caseness_ptl_place_new (answer, row, caseness_ptl_chart_find_column (answer, column)));
}

static void
move_activated_cb (CasenessPtlPage *self, int move)
{
  CasenessPtlAnswer *answer = get_answer (self);

  if (answer != NULL)
    open_place (self, answer, caseness_ptl_place_new_of_move (move));
}

/* Of whoever is chosen, else of the first; the whole list in its order can be walked. */
static void
show_course_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (widget);
  CasenessPtlAnswer *answer = get_answer (self);
  g_autoptr(GPtrArray) chosen = caseness_ptl_people_list_chosen (self->people);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (CasenessListedPerson));
  GListModel *rows = caseness_ptl_people_get_rows (self->people);
  guint position = 0, i;

  for (i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(CasenessPtlRowObject) row = g_list_model_get_item (rows, i);
      const CasenessPtlPerson *person = caseness_ptl_row_object_get_person (row);
      CasenessListedPerson listed = { person->pathway, caseness_ptl_since_get_number (answer->since, person) };

      if (chosen->len > 0 && person == g_ptr_array_index (chosen, 0))
        position = i;
      g_array_append_val (people, listed);
    }
  if (people->len > 0)
    caseness_person_window_open (widget, caseness_page_get_session (CASENESS_PAGE (self)), answer->query->snapshot, people,
                                 position);
}

static void
record_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (widget);
  g_autoptr(GPtrArray) people = caseness_ptl_people_list_chosen (self->people);

  if (people->len > 0)
    caseness_ptl_agree (CASENESS_PAGE (self), get_answer (self), people, hides_names (self));
}

static void
finish_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (widget);
  g_autoptr(GPtrArray) people = caseness_ptl_people_list_chosen (self->people);

  caseness_ptl_record_done (CASENESS_PAGE (self), get_answer (self), people);
}

static void
keep_list_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  caseness_ptl_record_lists (CASENESS_PAGE (widget), get_answer (CASENESS_PTL_PAGE (widget)));
}

static void
choice_changed_cb (CasenessPtlPage *self)
{
  caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
}

static void
session_changed_cb (CasenessPtlPage *self)
{
  g_binding_group_set_source (self->session_bindings, caseness_page_get_session (CASENESS_PAGE (self)));
  g_signal_group_set_target (self->session_signals, caseness_page_get_session (CASENESS_PAGE (self)));
}

static void
close_people_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (widget);
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->people)) != NULL;

  close_people (self);
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

static void
caseness_ptl_page_clear_filter (CasenessAnswerPage *page)
{
  caseness_ptl_split_choice_clear (CASENESS_PTL_PAGE (page)->splits);
  CASENESS_ANSWER_PAGE_CLASS (caseness_ptl_page_parent_class)->clear_filter (page);
  caseness_answer_page_ask (page);
}

static void
export_grid_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (widget);

  caseness_ptl_export_grid (CASENESS_PAGE (self), get_answer (self));
}

static void
export_queues_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  caseness_ptl_export_queues (CASENESS_PAGE (widget), get_answer (CASENESS_PTL_PAGE (widget)));
}

static void
export_people_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (widget);
  CasenessPtlAnswer *answer = get_answer (self);
  g_autoptr(GPtrArray) people = caseness_ptl_place_list_people (self->place, answer);

  if (people != NULL)
    caseness_ptl_export_people (CASENESS_PAGE (self), answer, people);
}

static CasenessReport *
caseness_ptl_page_make_report (CasenessPage *page)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (page);
  CasenessPtlAnswer *answer = get_answer (self);
  CasenessPtlReportOptions options = { 0 };
  g_autoptr(CasenessFilter) filter = NULL;

  if (answer == NULL)
    return NULL;
  filter = caseness_ptl_query_narrow (answer->query);
  options.as_at = answer->query->as_at;
  options.filter = filter;
  options.stages = &answer->query->stage;
  options.n_stages = 1;
  options.standard_days = answer->query->standard_days;
  options.identifies = caseness_page_get_identifies (page);
  options.journal = answer->query->journal;
  return caseness_ptl_report_new (answer->query->snapshot, &options);
}

static void
set_stage (CasenessPtlPage *self, CasenessStage stage)
{
  if (self->stage == stage)
    return;
  self->stage = stage;
  caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
}

static void
set_wide (CasenessPtlPage *self, gboolean is_wide)
{
  if (self->is_wide == is_wide)
    return;
  self->is_wide = is_wide;
  arrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDEN_PEOPLE]);
}

static void
caseness_ptl_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (object);

  switch (property_id)
    {
    case PROP_STAGE:
      g_value_set_int (value, (int) self->stage);
      break;
    case PROP_WIDEN_PEOPLE:
      g_value_set_boolean (value, self->is_wide);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
caseness_ptl_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (object);

  switch (property_id)
    {
    case PROP_STAGE:
      set_stage (self, (CasenessStage) g_value_get_int (value));
      break;
    case PROP_WIDEN_PEOPLE:
      set_wide (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
caseness_ptl_page_dispose (GObject *object)
{
  CasenessPtlPage *self = CASENESS_PTL_PAGE (object);

  g_clear_object (&self->session_bindings);
  g_clear_object (&self->session_signals);
  g_clear_pointer (&self->place, caseness_ptl_place_free);
  G_OBJECT_CLASS (caseness_ptl_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-ptl-page.ui");
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, frame);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, date_button);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, stage_box);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, standard_choice);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, splits);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, whole_queue);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, meeting);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, queues);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, title_label);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, subtitle_label);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, footnote_label);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, chart);
  gtk_widget_class_bind_template_child (klass, CasenessPtlPage, people);
  gtk_widget_class_bind_template_callback (klass, region_activated_cb);
  gtk_widget_class_bind_template_callback (klass, move_activated_cb);
  gtk_widget_class_bind_template_callback (klass, update_actions);
  gtk_widget_class_bind_template_callback (klass, choice_changed_cb);
}

static void
caseness_ptl_page_class_init (CasenessPtlPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = caseness_ptl_page_get_property;
  object_class->set_property = caseness_ptl_page_set_property;
  object_class->dispose = caseness_ptl_page_dispose;
  CASENESS_PAGE_CLASS (klass)->make_report = caseness_ptl_page_make_report;
  CASENESS_PAGE_CLASS (klass)->can_identify = TRUE;
  CASENESS_ANSWER_PAGE_CLASS (klass)->make_query = caseness_ptl_page_make_query;
  CASENESS_ANSWER_PAGE_CLASS (klass)->show = caseness_ptl_page_show;
  CASENESS_ANSWER_PAGE_CLASS (klass)->describe_empty = caseness_ptl_page_describe_empty;
  CASENESS_ANSWER_PAGE_CLASS (klass)->clear_filter = caseness_ptl_page_clear_filter;

  properties[PROP_STAGE] = g_param_spec_int ("stage", NULL, NULL, 0, CASENESS_N_STAGES - 1, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDEN_PEOPLE] = g_param_spec_boolean ("widen-people", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                            | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "page.stage", "stage");
  gtk_widget_class_install_property_action (widget_class, "page.widen-people", "widen-people");
  gtk_widget_class_install_action (widget_class, "page.close-people", NULL, close_people_cb);
  gtk_widget_class_install_action (widget_class, "page.export-grid", NULL, export_grid_cb);
  gtk_widget_class_install_action (widget_class, "page.export-people", NULL, export_people_cb);
  gtk_widget_class_install_action (widget_class, "page.export-queues", NULL, export_queues_cb);
  gtk_widget_class_install_action (widget_class, "page.record-action", NULL, record_action_cb);
  gtk_widget_class_install_action (widget_class, "page.show-course", NULL, show_course_cb);
  gtk_widget_class_install_action (widget_class, "page.finish-action", NULL, finish_action_cb);
  gtk_widget_class_install_action (widget_class, "page.keep-list", NULL, keep_list_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.close-people", NULL);
  bind_template (widget_class);
}

static void
caseness_ptl_page_init (CasenessPtlPage *self)
{
  g_type_ensure (CASENESS_TYPE_CHART_VIEW);
  g_type_ensure (CASENESS_TYPE_DATE_BUTTON);
  g_type_ensure (CASENESS_TYPE_PTL_MEETING_VIEW);
  g_type_ensure (CASENESS_TYPE_PTL_PEOPLE);
  g_type_ensure (CASENESS_TYPE_PTL_QUEUES_VIEW);
  g_type_ensure (CASENESS_TYPE_PTL_SPLIT_CHOICE);
  g_type_ensure (CASENESS_TYPE_PTL_STAGES);
  g_type_ensure (CASENESS_TYPE_WIDE_SCROLLER);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);

  self->stage = CASENESS_STAGE_FIRST_TREATMENT;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_bindings = g_binding_group_new ();
  g_binding_group_bind (self->session_bindings, "as-at", self->date_button, "date",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->session_signals = g_signal_group_new (CASENESS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::journal", G_CALLBACK (caseness_answer_page_ask), self);
  g_signal_connect (self, "notify::session", G_CALLBACK (session_changed_cb), NULL);
  caseness_answer_page_start (CASENESS_ANSWER_PAGE (self), self->frame,
                              caseness_answer_model_new (answer_request, (GDestroyNotify) request_free,
                                                         (GDestroyNotify) caseness_ptl_answer_unref));
}

GtkWidget *
caseness_ptl_page_new (CasenessSession *session)
{
  return g_object_new (CASENESS_TYPE_PTL_PAGE, "session", session, NULL);
}
