/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cycle-dialog.h"

#include "caseness-cycle-choice.h"
#include "caseness-date-button.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So long after the first letter that is not kept yet, what is typed is kept. */
#define DRAFT_MILLISECONDS 700

/* What the filter of a cycle is chosen by. */
enum
{
  TEAM,
  CLINICIAN,
  PROBLEM,
  N_CHOICES
};

static const char *const dimensions[N_CHOICES] = { "Team", "Clinician", "Problem Descriptor" };

struct _CasenessCycleDialog
{
  AdwWindow parent_instance;
  GtkEditable *aim;
  GtkTextView *change;
  GtkTextView *learnt;
  GtkEditable *owner;
  GtkDropDown *measure;
  GtkDropDown *team;
  GtkDropDown *clinician;
  GtkWidget *clinician_box;
  GtkDropDown *problem;
  GtkDropDown *state;
  CasenessDateButton *starts;
  CasenessDateButton *reviewed;
  GtkCheckButton *step;
  GtkLabel *kept_label;
  GtkWidget *record_button;

  CasenessSession *session;    /* owned */
  CasenessCycle *before;       /* owned: what is recorded, or what there was to begin with */
  CasenessCycle *kept;         /* owned: the latest draft on the disk, or on its way there */
  CasenessCycleChoice measures;
  CasenessCycleChoice choices[N_CHOICES];
  guint draft_timeout;         /* 0, or words wait to be kept */
  gboolean is_filling;
  gboolean is_recorded;
};

G_DEFINE_FINAL_TYPE (CasenessCycleDialog, caseness_cycle_dialog, ADW_TYPE_WINDOW)

enum
{
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
read_text (GtkTextView *view, char **field)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  caseness_cycle_set_text (field, text);
}

/* Filters by other variables, which were chosen elsewhere, stay. */
static void
read_filter (CasenessCycleDialog *self, CasenessCycle *cycle)
{
  g_autoptr(CasenessFilter) filter = caseness_filter_ref (self->before->filter);
  gsize i;

  for (i = 0; i < N_CHOICES; i++)
    {
      CasenessCycleChoice *choice = &self->choices[i];
      const char *value = caseness_cycle_choice_get (choice);
      CasenessFilter *next = caseness_filter_without (filter, choice->dimension, NULL);

      caseness_filter_unref (filter);
      filter = value != NULL ? caseness_filter_with (next, choice->dimension, value) : caseness_filter_ref (next);
      caseness_filter_unref (next);
    }
  caseness_cycle_set_filter (cycle, filter);
}

CasenessCycle *
caseness_cycle_dialog_read (CasenessCycleDialog *self)
{
  CasenessCycle *cycle;
  const char *measure;

  g_return_val_if_fail (CASENESS_IS_CYCLE_DIALOG (self), NULL);

  cycle = caseness_cycle_copy (self->before);
  measure = caseness_cycle_choice_get (&self->measures);
  caseness_cycle_set_text (&cycle->aim, gtk_editable_get_text (self->aim));
  caseness_cycle_set_text (&cycle->owner, gtk_editable_get_text (self->owner));
  caseness_cycle_set_text (&cycle->measure, measure != NULL ? measure : "");
  read_text (self->change, &cycle->change);
  read_text (self->learnt, &cycle->learnt);
  read_filter (self, cycle);
  cycle->starts = caseness_date_button_get_date (self->starts);
  cycle->reviewed = caseness_date_button_get_date (self->reviewed);
  cycle->state = gtk_drop_down_get_selected (self->state);
  cycle->is_step = gtk_check_button_get_active (self->step);
  return cycle;
}

static void
draft_kept_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessCycleDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_keep_draft_finish (CASENESS_SESSION (session), result, &error))
    {
      g_clear_pointer (&self->kept, caseness_cycle_free);
      if (self->kept_label != NULL)
        gtk_label_set_text (self->kept_label, error->message);
    }
  else if (self->kept_label != NULL)
    gtk_label_set_text (self->kept_label, _("Kept as a draft."));
}

static gboolean
is_open (CasenessCycleDialog *self)
{
  return self->session != NULL && caseness_session_get_file (self->session) != NULL;
}

/* @cycle: (nullable): NULL when the draft is finished with. */
static void
write_draft (CasenessCycleDialog *self, const CasenessCycle *cycle, gboolean is_quiet)
{
  g_autofree char *body = cycle != NULL ? caseness_cycle_dup_body (cycle) : NULL;
  const CasenessJournalChange change = { CASENESS_CYCLE_DRAFT_KIND, self->before->id, body };

  if (is_open (self))
    caseness_session_keep_draft_async (self->session, &change, is_quiet, draft_kept_cb, g_object_ref (self));
}

/* Keeps what is typed, unless it is what is kept, or recorded, already. */
static void
keep_draft (CasenessCycleDialog *self, gboolean is_quiet)
{
  g_autoptr(CasenessCycle) cycle = caseness_cycle_dialog_read (self);

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  if (self->kept != NULL && caseness_cycle_is_same (cycle, self->kept) && is_quiet)
    return;
  if (self->kept == NULL && caseness_cycle_is_same (cycle, self->before))
    return;
  write_draft (self, cycle, is_quiet);
  caseness_cycle_free (self->kept);
  self->kept = g_steal_pointer (&cycle);
}

static gboolean
draft_due_cb (gpointer user_data)
{
  CasenessCycleDialog *self = user_data;

  self->draft_timeout = 0;
  keep_draft (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* Whoever never pauses is kept too: the time runs from the first letter. */
static void
changed_cb (CasenessCycleDialog *self)
{
  if (self->is_filling)
    return;
  gtk_widget_set_sensitive (self->record_button, *gtk_editable_get_text (self->aim) != '\0');
  if (self->draft_timeout == 0)
    self->draft_timeout = g_timeout_add (DRAFT_MILLISECONDS, draft_due_cb, self);
}

static void
recorded_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessCycleDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error))
    {
      self->is_recorded = FALSE;
      if (self->record_button != NULL)
        gtk_widget_set_sensitive (self->record_button, TRUE);
      g_signal_emit (self, signals[MESSAGE], 0, error->message);
      return;
    }
  write_draft (self, NULL, FALSE);
  g_signal_emit (self, signals[MESSAGE], 0, _("The cycle is recorded. Ctrl+Z takes it back."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
record_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessCycleDialog *self = CASENESS_CYCLE_DIALOG (widget);
  g_autoptr(CasenessCycle) cycle = caseness_cycle_dialog_read (self);
  g_autofree char *body = NULL;
  const CasenessJournalChange change = { CASENESS_CYCLE_KIND, cycle->id, body = caseness_cycle_dup_body (cycle) };

  if (self->is_recorded || !is_open (self) || *cycle->aim == '\0')
    return;
  keep_draft (self, TRUE);
  self->is_recorded = TRUE;
  gtk_widget_set_sensitive (self->record_button, FALSE);
  caseness_session_write_journal_async (self->session, &change, 1, _("PDSA cycle"), recorded_cb, g_object_ref (self));
}

/* Closed by Escape, or by somebody who thinks it is kept: it is. */
static gboolean
caseness_cycle_dialog_close_request (GtkWindow *window)
{
  CasenessCycleDialog *self = CASENESS_CYCLE_DIALOG (window);

  if (!self->is_recorded)
    keep_draft (self, FALSE);
  return GTK_WINDOW_CLASS (caseness_cycle_dialog_parent_class)->close_request (window);
}

static void
caseness_cycle_dialog_dispose (GObject *object)
{
  CasenessCycleDialog *self = CASENESS_CYCLE_DIALOG (object);

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), CASENESS_TYPE_CYCLE_DIALOG);
  G_OBJECT_CLASS (caseness_cycle_dialog_parent_class)->dispose (object);
}

static void
caseness_cycle_dialog_finalize (GObject *object)
{
  CasenessCycleDialog *self = CASENESS_CYCLE_DIALOG (object);
  gsize i;

  caseness_cycle_free (self->before);
  caseness_cycle_free (self->kept);
  caseness_cycle_choice_clear (&self->measures);
  for (i = 0; i < N_CHOICES; i++)
    caseness_cycle_choice_clear (&self->choices[i]);
  G_OBJECT_CLASS (caseness_cycle_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/caseness/Caseness/ui/caseness-cycle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, aim);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, change);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, learnt);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, measure);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, team);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, clinician);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, clinician_box);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, state);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, starts);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, reviewed);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, step);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, kept_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessCycleDialog, record_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
caseness_cycle_dialog_class_init (CasenessCycleDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = caseness_cycle_dialog_dispose;
  object_class->finalize = caseness_cycle_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = caseness_cycle_dialog_close_request;
  signals[MESSAGE] = g_signal_new ("message", CASENESS_TYPE_CYCLE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "cycle.record", NULL, record_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "cycle.record", NULL);
}

static void
caseness_cycle_dialog_init (CasenessCycleDialog *self)
{
  g_autoptr(GtkStringList) states = NULL;
  guint i;

  g_type_ensure (CASENESS_TYPE_DATE_BUTTON);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  states = gtk_string_list_new (NULL);
  for (i = 0; i < CASENESS_N_CYCLE_STATES; i++)
    gtk_string_list_append (states, caseness_cycle_state_get_name (i));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
  g_signal_connect_object (gtk_text_view_get_buffer (self->change), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->learnt), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
fill_choices (CasenessCycleDialog *self, gboolean hides_staff)
{
  GtkDropDown *drop_downs[N_CHOICES] = { self->team, self->clinician, self->problem };
  CasenessSnapshot *snapshot = caseness_session_get_snapshot (self->session);
  gsize i;

  self->measures.drop_down = self->measure;
  caseness_cycle_choice_fill_measures (&self->measures, self->before->measure);
  for (i = 0; i < N_CHOICES; i++)
    {
      CasenessDimension dimension = CASENESS_DIMENSION_TEAM;
      gboolean is_known = caseness_dimension_parse (dimensions[i], &dimension);
      const char *const *values = caseness_filter_get_values (self->before->filter, dimension);

      g_assert (is_known);
      self->choices[i].drop_down = drop_downs[i];
      caseness_cycle_choice_fill_groups (&self->choices[i], dimension, snapshot,
                                         caseness_session_get_period (self->session), values[0]);
    }
  gtk_widget_set_visible (self->clinician_box, !hides_staff);
}

static void
fill (CasenessCycleDialog *self, gboolean hides_staff)
{
  const CasenessCycle *cycle = self->before;

  self->is_filling = TRUE;
  gtk_editable_set_text (self->aim, cycle->aim);
  gtk_editable_set_text (self->owner, cycle->owner);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->change), cycle->change, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->learnt), cycle->learnt, -1);
  gtk_drop_down_set_selected (self->state, cycle->state);
  caseness_date_button_set_date (self->starts, cycle->starts);
  caseness_date_button_set_date (self->reviewed, cycle->reviewed);
  gtk_check_button_set_active (self->step, cycle->is_step);
  fill_choices (self, hides_staff);
  gtk_widget_set_sensitive (self->record_button, *cycle->aim != '\0');
  self->is_filling = FALSE;
}

GtkWindow *
caseness_cycle_dialog_new (GtkWindow *parent, CasenessSession *session, const CasenessCycle *cycle, gboolean hides_staff)
{
  CasenessCycleDialog *self;

  g_return_val_if_fail (CASENESS_IS_SESSION (session) && cycle != NULL, NULL);
  g_return_val_if_fail (caseness_session_get_snapshot (session) != NULL, NULL);

  self = g_object_new (CASENESS_TYPE_CYCLE_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->before = caseness_cycle_copy (cycle);
  fill (self, hides_staff);
  return GTK_WINDOW (self);
}
