/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-cases-window.h"

#include "caseness-adsm-report.h"
#include "caseness-adsm-tables.h"
#include "caseness-adsm-words.h"
#include "caseness-person-window.h"
#include "caseness-print-window.h"
#include "caseness-say.h"
#include "caseness-table-export.h"
#include "caseness-toast.h"

#include <glib/gi18n-lib.h>

struct _CasenessAdsmCasesWindow
{
  AdwWindow parent_instance;
  AdwToastOverlay *toasts;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkDropDown *when_choice;
  GtkDropDown *clinician_choice;
  GtkStack *stack;
  CasenessDataTable *table;
  GtkLabel *caution;

  CasenessSession *session;   /* owned */
  CasenessAdsmAnswer *answer; /* owned */
  GPtrArray *clinicians;      /* owned: who can be chosen, after everybody */
};

G_DEFINE_FINAL_TYPE (CasenessAdsmCasesWindow, caseness_adsm_cases_window, ADW_TYPE_WINDOW)

static gboolean
hides_names (CasenessAdsmCasesWindow *self)
{
  return caseness_session_get_meeting_mode (self->session);
}

static CasenessAdsmWhen
get_when (CasenessAdsmCasesWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->when_choice);

  return selected < CASENESS_N_ADSM_WHENS ? selected : CASENESS_ADSM_WHEN_EVER;
}

static const char *
get_clinician (CasenessAdsmCasesWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->clinician_choice);

  return selected > 0 && selected <= self->clinicians->len ? g_ptr_array_index (self->clinicians, selected - 1) : NULL;
}

static GArray *
pick (CasenessAdsmCasesWindow *self)
{
  return caseness_adsm_use_pick_cases (self->answer->use, get_when (self), get_clinician (self));
}

static void
show_cases (CasenessAdsmCasesWindow *self)
{
  g_autoptr(GArray) cases = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (self->answer == NULL)
    return;
  cases = pick (self);
  title = caseness_adsm_words_when (self->answer->use, get_when (self));
  subtitle = g_strdup_printf (ngettext ("%'u open case whose measure was not given at the last session.",
                                        "%'u open cases whose measure was not given at the last session.", cases->len),
                              cases->len);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, subtitle);
  caseness_data_table_set_name (self->table, title, subtitle);
  caseness_adsm_tables_list (self->table, self->answer, cases, hides_names (self));
  gtk_stack_set_visible_child_name (self->stack, cases->len > 0 ? "cases" : "nobody");
  gtk_label_set_text (self->caution, hides_names (self) ? _("Names nobody")
                                                        : _("Identifies people: not for a projector"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cases.export", cases->len > 0 && !hides_names (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cases.print", cases->len > 0 && !hides_names (self));
}

/* Filling the choices tells of changes, too. */
static void
choice_changed_cb (CasenessAdsmCasesWindow *self)
{
  show_cases (self);
}

static void
fill_whens (CasenessAdsmCasesWindow *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint when;

  for (when = 0; when < CASENESS_N_ADSM_WHENS; when++)
    {
      g_autofree char *name = caseness_adsm_words_when (self->answer->use, when);

      gtk_string_list_append (words, name);
    }
  gtk_drop_down_set_model (self->when_choice, G_LIST_MODEL (words));
}

static void
fill_clinicians (CasenessAdsmCasesWindow *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->clinician_choice), i;

  gtk_string_list_append (words, _("Everybody’s"));
  for (i = 0; i < self->clinicians->len; i++)
    {
      g_autofree char *name = caseness_adsm_tables_dup_clinician (
          self->answer->use, g_ptr_array_index (self->clinicians, i), hides_names (self));

      gtk_string_list_append (words, name);
    }
  gtk_drop_down_set_model (self->clinician_choice, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->clinician_choice, selected <= self->clinicians->len ? selected : 0);
}

static void
show_all (CasenessAdsmCasesWindow *self)
{
  fill_clinicians (self);
  show_cases (self);
}

static void
say_cb (GtkWidget *widget, const char *action_name, GVariant *message)
{
  caseness_toast_show (CASENESS_ADSM_CASES_WINDOW (widget)->toasts, g_variant_get_string (message, NULL), NULL, NULL);
}

/* Told of the cases that are shown. */
typedef struct
{
  const CasenessAdsmUse *use;
  GArray *cases;
} Listed;

static gboolean
find_person (gconstpointer data, guint id, CasenessListedPerson *person)
{
  const Listed *listed = data;

  if (id >= listed->cases->len)
    return FALSE;
  person->pathway = g_array_index (listed->cases, CasenessAdsmCase, id).pathway;
  person->number = caseness_adsm_tables_get_number (listed->use, person->pathway);
  return TRUE;
}

static void
row_opened_cb (CasenessAdsmCasesWindow *self, guint id)
{
  g_autoptr(GArray) cases = pick (self);
  const Listed listed = { self->answer->use, cases };

  caseness_person_window_open_row (self->table, self->session, self->answer->use->snapshot, id, find_person, &listed);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessAdsmCasesWindow *self = CASENESS_ADSM_CASES_WINDOW (widget);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autoptr(GArray) cases = pick (self);
  char day[11];
  g_autofree char *name
      = g_strdup_printf ("adsm-list-%s.csv", caseness_date_write_iso (self->answer->use->as_at, day));

  caseness_adsm_cases_write_csv (writer, self->answer->use, cases);
  caseness_table_export_save (widget, _("Export the Open Cases"), name, writer);
}

static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessAdsmCasesWindow *self = CASENESS_ADSM_CASES_WINDOW (widget);
  g_autoptr(CasenessReport) report
      = caseness_adsm_list_report_new (self->answer->use, get_when (self), get_clinician (self));

  gtk_window_present (caseness_print_window_new_for_report (GTK_WINDOW (self), report, TRUE));
}

static void
caseness_adsm_cases_window_dispose (GObject *object)
{
  CasenessAdsmCasesWindow *self = CASENESS_ADSM_CASES_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->answer, caseness_adsm_answer_unref);
  g_clear_pointer (&self->clinicians, g_ptr_array_unref);
  G_OBJECT_CLASS (caseness_adsm_cases_window_parent_class)->dispose (object);
}

static void
caseness_adsm_cases_window_class_init (CasenessAdsmCasesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_adsm_cases_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-adsm-cases-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessAdsmCasesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CasenessAdsmCasesWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessAdsmCasesWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessAdsmCasesWindow, when_choice);
  gtk_widget_class_bind_template_child (widget_class, CasenessAdsmCasesWindow, clinician_choice);
  gtk_widget_class_bind_template_child (widget_class, CasenessAdsmCasesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CasenessAdsmCasesWindow, table);
  gtk_widget_class_bind_template_child (widget_class, CasenessAdsmCasesWindow, caution);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_install_action (widget_class, CASENESS_SAY_ACTION, "s", say_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_opened_cb);
  gtk_widget_class_install_action (widget_class, "cases.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "cases.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
caseness_adsm_cases_window_init (CasenessAdsmCasesWindow *self)
{
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
caseness_adsm_cases_window_new (CasenessSession *session, CasenessAdsmAnswer *answer)
{
  CasenessAdsmCasesWindow *self;

  g_return_val_if_fail (CASENESS_IS_SESSION (session), NULL);
  g_return_val_if_fail (answer != NULL && answer->use != NULL, NULL);

  self = g_object_new (CASENESS_TYPE_ADSM_CASES_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->clinicians = caseness_adsm_tables_clinicians (answer->use);
  self->answer = caseness_adsm_answer_ref (answer);
  fill_whens (self);
  g_signal_connect_object (session, "notify::meeting-mode", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  show_all (self);
  return GTK_WINDOW (self);
}
