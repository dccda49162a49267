/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-page.h"

#include "caseness-answer-model.h"
#include "caseness-chart-view.h"
#include "caseness-note-view.h"
#include "caseness-page-export.h"
#include "caseness-person-chart.h"
#include "caseness-person-days.h"
#include "caseness-person-report.h"
#include "caseness-person-tables.h"
#include "caseness-person-words.h"
#include "caseness-recovery-words.h"
#include "caseness-review-record.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CasenessPersonPage
{
  CasenessPage parent_instance;
  GtkStack *stack;
  CasenessWrapBox *facts;
  GtkLabel *chart_title;
  GtkLabel *chart_subtitle;
  GtkWidget *chart_scroller;
  CasenessChartView *chart;
  GtkLabel *chart_footnote;
  GtkLabel *outcome_label;
  CasenessDataTable *scores;
  GtkLabel *reason_label;
  GtkWidget *notes_card;
  GtkBox *notes;
  GtkWidget *note_card;
  CasenessNoteView *note;
  GtkLabel *contacts_title;
  GtkWidget *days_scroller;
  CasenessChartView *days;
  GtkLabel *days_footnote;
  CasenessDataTable *contacts;

  CasenessAnswerModel *model;    /* owned */
  GSignalGroup *session_signals; /* owned */
  CasenessSnapshot *snapshot;    /* owned, nullable */
  guint pathway;
  guint number;
  gboolean hides_staff;
};

G_DEFINE_FINAL_TYPE (CasenessPersonPage, caseness_person_page, CASENESS_TYPE_PAGE)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is asked of the thread. */
typedef struct
{
  CasenessSnapshot *snapshot;
  guint pathway;
  CasenessPeriod period;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  caseness_snapshot_unref (query->snapshot);
  g_free (query);
}

static gpointer
answer (gconstpointer data, GCancellable *cancellable)
{
  const Query *query = data;

  return caseness_person_course_new (query->snapshot, query->pathway, &query->period, cancellable);
}

static gboolean
hides_names (CasenessPersonPage *self)
{
  CasenessSession *session = caseness_page_get_session (CASENESS_PAGE (self));

  return session == NULL || caseness_session_get_meeting_mode (session);
}

static gboolean
hides_staff (CasenessPersonPage *self)
{
  return self->hides_staff || hides_names (self);
}

static void
clear_facts (CasenessPersonPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_widget_unparent (child);
}

static void
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
show_facts (CasenessPersonPage *self, const CasenessPersonCourse *course)
{
  g_autoptr(GPtrArray) facts = caseness_person_words_list_facts (course, hides_staff (self));
  guint i;

  clear_facts (self);
  for (i = 0; i < facts->len; i++)
    {
      const CasenessPersonFact *fact = g_ptr_array_index (facts, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      append_label (box, fact->label, "chart-subtitle");
      append_label (box, fact->value, "heading");
      append_label (box, fact->detail, "chart-subtitle");
      caseness_wrap_box_append (self->facts, box);
    }
}

static void
show_chart (CasenessPersonPage *self, const CasenessPersonCourse *course)
{
  g_autoptr(CasenessTrajectoryChart) chart = caseness_person_chart_new (course);
  g_autofree char *title = caseness_person_words_title (course);
  g_autofree char *subtitle = caseness_person_words_subtitle (course);
  g_autofree char *method = caseness_person_words_method (course);

  gtk_label_set_text (self->chart_title, title);
  gtk_label_set_text (self->chart_subtitle, subtitle);
  gtk_label_set_text (self->chart_footnote, method);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_footnote), chart != NULL && *method != '\0');
  gtk_widget_set_visible (self->chart_scroller, chart != NULL);
  caseness_chart_view_set_chart (self->chart, caseness_trajectory_chart_as_chart (chart));
}

static void
show_outcome (CasenessPersonPage *self, const CasenessPersonCourse *course)
{
  g_autofree char *reason = caseness_person_words_outcome_reason (course);

  gtk_label_set_text (self->outcome_label, caseness_person_words_outcome (course));
  gtk_label_set_text (self->reason_label, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), *reason != '\0');
  caseness_data_table_set_name (self->scores, _("First and last scores"), caseness_person_words_outcome (course));
  caseness_person_tables_scores (self->scores, course);
}

/* What the data answer of the questions that a review asks. */
static void
show_notes (CasenessPersonPage *self, const CasenessPersonCourse *course)
{
  GtkWidget *child;
  guint i;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notes))) != NULL)
    gtk_box_remove (self->notes, child);
  gtk_widget_set_visible (self->notes_card, course->answers != 0);
  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    if ((course->answers & (1u << i)) != 0)
      {
        GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

        append_label (box, caseness_recovery_words_question (i), "heading");
        append_label (box, g_dgettext (GETTEXT_PACKAGE, caseness_review_get_words (i)->meaning), "chart-subtitle");
        gtk_box_append (self->notes, box);
      }
}

/* Free text may name somebody, so that a meeting sees none of it. */
static void
show_note (CasenessPersonPage *self, const CasenessPersonCourse *course)
{
  g_autofree char *subject = caseness_review_dup_subject (course->snapshot, course->pathway);

  gtk_widget_set_visible (self->note_card, !hides_names (self));
  caseness_note_view_show (self->note, caseness_page_get_session (CASENESS_PAGE (self)), subject);
}

static void
show_contacts (CasenessPersonPage *self, const CasenessPersonCourse *course)
{
  g_autofree char *title = caseness_person_words_contacts (course);

  g_autoptr(CasenessDayChart) days = caseness_person_days_new (course);
  CasenessChart *chart = caseness_day_chart_as_chart (days);

  gtk_label_set_text (self->contacts_title, title);
  gtk_label_set_text (self->days_footnote, chart != NULL ? caseness_chart_get_footnote (chart) : "");
  gtk_widget_set_visible (self->days_scroller, chart != NULL);
  caseness_chart_view_set_chart (self->days, chart);
  caseness_data_table_set_name (self->contacts, _("Contacts"), title);
  caseness_person_tables_contacts (self->contacts, course, hides_staff (self));
}

static void
show_all (CasenessPersonPage *self)
{
  const CasenessPersonCourse *course = caseness_person_page_get_course (self);

  gtk_stack_set_visible_child_name (self->stack, course != NULL ? "course" : "loading");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", course != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.export-table", course != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.note", course != NULL && !hides_names (self));
  if (course != NULL)
    {
      show_facts (self, course);
      show_chart (self, course);
      show_outcome (self, course);
      show_notes (self, course);
      show_note (self, course);
      show_contacts (self, course);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static CasenessReport *
caseness_person_page_make_report (CasenessPage *page)
{
  CasenessPersonPage *self = CASENESS_PERSON_PAGE (page);
  const CasenessPersonCourse *course = caseness_person_page_get_course (self);
  const CasenessPersonReportOptions options
    = { caseness_session_get_as_at (caseness_page_get_session (page)),
        caseness_page_get_identifies (page) && !self->hides_staff };

  return course != NULL ? caseness_person_report_new (course, &options) : NULL;
}

static void
export_table_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const CasenessPersonCourse *course = caseness_person_page_get_course (CASENESS_PERSON_PAGE (widget));
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  caseness_person_course_write_csv (writer, course);
  caseness_page_save_csv (CASENESS_PAGE (widget), _("Export the Scores"), "course.csv", writer);
}

static void
note_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (CASENESS_PERSON_PAGE (widget)->note));
}

/* What others recorded, or took back, about the person on the page. */
static void
journal_changed_cb (CasenessPersonPage *self)
{
  const CasenessPersonCourse *course = caseness_person_page_get_course (self);

  if (course != NULL)
    show_note (self, course);
}

static void
note_message_cb (CasenessPersonPage *self, const char *message)
{
  caseness_page_toast (CASENESS_PAGE (self), message);
}

static void
caseness_person_page_dispose (GObject *object)
{
  CasenessPersonPage *self = CASENESS_PERSON_PAGE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->model);
  g_clear_pointer (&self->snapshot, caseness_snapshot_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (caseness_person_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-person-page.ui");
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, stack);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, facts);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, chart_title);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, chart_subtitle);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, chart_scroller);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, chart);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, chart_footnote);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, outcome_label);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, scores);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, reason_label);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, notes_card);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, notes);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, note_card);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, note);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, contacts_title);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, days_scroller);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, days);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, days_footnote);
  gtk_widget_class_bind_template_child (klass, CasenessPersonPage, contacts);
  gtk_widget_class_bind_template_callback (klass, note_message_cb);
}

static void
caseness_person_page_class_init (CasenessPersonPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = caseness_person_page_dispose;
  CASENESS_PAGE_CLASS (klass)->make_report = caseness_person_page_make_report;
  CASENESS_PAGE_CLASS (klass)->can_identify = TRUE;
  signals[CHANGED]
    = g_signal_new ("changed", CASENESS_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.export-table", NULL, export_table_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.note", NULL, note_cb);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
caseness_person_page_init (CasenessPersonPage *self)
{
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);
  g_type_ensure (CASENESS_TYPE_CHART_VIEW);
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  g_type_ensure (CASENESS_TYPE_NOTE_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = caseness_answer_model_new (answer, query_free, (GDestroyNotify) caseness_person_course_free);
  g_signal_connect_object (self->model, "answered", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (CASENESS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::meeting-mode", G_CALLBACK (show_all), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::journal", G_CALLBACK (journal_changed_cb), self);
}

GtkWidget *
caseness_person_page_new (CasenessSession *session)
{
  CasenessPersonPage *self;

  g_return_val_if_fail (CASENESS_IS_SESSION (session), NULL);

  self = g_object_new (CASENESS_TYPE_PERSON_PAGE, "session", session, NULL);
  g_signal_group_set_target (self->session_signals, session);
  return GTK_WIDGET (self);
}

void
caseness_person_page_show (CasenessPersonPage *self, CasenessSnapshot *snapshot, guint pathway, guint number)
{
  Query *query;

  g_return_if_fail (CASENESS_IS_PERSON_PAGE (self) && snapshot != NULL);
  g_return_if_fail (pathway < caseness_snapshot_get_n_pathways (snapshot));

  query = g_new0 (Query, 1);
  query->snapshot = caseness_snapshot_ref (snapshot);
  query->pathway = pathway;
  query->period = *caseness_session_get_period (caseness_page_get_session (CASENESS_PAGE (self)));
  g_clear_pointer (&self->snapshot, caseness_snapshot_unref);
  self->snapshot = caseness_snapshot_ref (snapshot);
  self->pathway = pathway;
  self->number = number;
  caseness_answer_model_ask (self->model, query);
  show_all (self);
}

void
caseness_person_page_set_hides_staff (CasenessPersonPage *self, gboolean hides)
{
  g_return_if_fail (CASENESS_IS_PERSON_PAGE (self));

  if (self->hides_staff == !!hides)
    return;
  self->hides_staff = !!hides;
  show_all (self);
}

char *
caseness_person_page_dup_name (CasenessPersonPage *self)
{
  g_return_val_if_fail (CASENESS_IS_PERSON_PAGE (self), NULL);

  if (self->snapshot == NULL)
    return g_strdup ("");
  if (hides_names (self))
    /* Translators: stands for a reference in meeting mode */
    return g_strdup_printf (_("Person %u"), self->number);
  return g_strdup (caseness_snapshot_get_text (self->snapshot, self->pathway, CASENESS_PATHWAY_SERVICE_REQUEST_ID));
}

/* An answer about somebody else is not shown while the next one is awaited. */
const CasenessPersonCourse *
caseness_person_page_get_course (CasenessPersonPage *self)
{
  const CasenessPersonCourse *course;

  g_return_val_if_fail (CASENESS_IS_PERSON_PAGE (self), NULL);

  course = caseness_answer_model_get_answer (self->model);
  return course != NULL && course->snapshot == self->snapshot && course->pathway == self->pathway ? course : NULL;
}
