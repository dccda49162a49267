/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-pack-window.h"

#include "caseness-contract-report.h"
#include "caseness-plan-view.h"
#include "caseness-print-window.h"
#include "caseness-progress.h"
#include "caseness-report-set-view.h"

#include <glib/gi18n-lib.h>

/* How far a pack is, about, when its figures are worked out, and when all that is left is to lay out its pages. */
#define FIGURES_SHARE 0.5
#define PARTS_SHARE 0.9

struct _CasenessPackWindow
{
  AdwWindow parent_instance;
  GtkDropDown *part_choice;
  GtkTextView *commentary;
  CasenessPlanView *plan;
  CasenessReportSetView *sets;
  AdwViewStack *stack;
  GtkWidget *show_button;
  GtkWidget *cancel_button;
  GtkProgressBar *progress_bar;
  GtkLabel *said_label; /* how the latest making ended, where no pack came of it */

  CasenessPage *page;         /* weak, nullable */
  CasenessPeriod period;      /* under review when the window was opened */
  guint part;                 /* whose commentary is shown */
  GCancellable *cancellable;  /* owned, nullable: of the pack being made */
  CasenessProgress *progress; /* owned, nullable: how far it is */
};

G_DEFINE_FINAL_TYPE (CasenessPackWindow, caseness_pack_window, ADW_TYPE_WINDOW)

static CasenessSession *
get_session (CasenessPackWindow *self)
{
  return self->page != NULL ? caseness_page_get_session (self->page) : NULL;
}

static const char *
get_part_word (guint part)
{
  guint n;
  const CasenessContractPart *parts = caseness_contract_report_get_parts (&n);

  return parts[MIN (part, n - 1)].word;
}

static char *
dup_written (CasenessPackWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->commentary);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
recorded_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr(CasenessPage) page = data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error))
    caseness_page_toast (page, error->message);
}

/* Keeps what was written on the part shown, unless it is what the file already holds. */
static void
keep_commentary (CasenessPackWindow *self)
{
  const char *word = get_part_word (self->part);
  g_autofree char *text = dup_written (self);
  g_autofree char *subject = caseness_commentary_dup_subject (word, &self->period);
  g_autofree char *body = caseness_commentary_dup_body (text);
  g_autofree char *held = NULL;
  g_autofree char *held_body = NULL;
  CasenessJournalChange change = { CASENESS_RECORD_COMMENTARY, subject, body };

  if (get_session (self) == NULL)
    return;
  held = caseness_commentary_dup_text (caseness_session_get_journal (get_session (self)), word, &self->period);
  held_body = held != NULL ? caseness_commentary_dup_body (held) : NULL;
  if (g_strcmp0 (held_body, body) != 0)
    caseness_session_write_journal_async (get_session (self), &change, 1, _("Commentary on a contract review"),
                                          recorded_cb, g_object_ref (self->page));
}

static void
show_commentary (CasenessPackWindow *self)
{
  g_autofree char *text = get_session (self) != NULL
                            ? caseness_commentary_dup_text (caseness_session_get_journal (get_session (self)),
                                                            get_part_word (self->part), &self->period)
                            : NULL;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->commentary), text != NULL ? text : "", -1);
}

static void
part_changed_cb (CasenessPackWindow *self)
{
  guint part = gtk_drop_down_get_selected (self->part_choice);

  if (part == self->part || part == GTK_INVALID_LIST_POSITION)
    return;
  keep_commentary (self);
  self->part = part;
  show_commentary (self);
}

/* What the thread needs to make the pack. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFilter *filter;
  CasenessJournal *journal; /* NULL until what was typed is in it */
  CasenessPeriod period;
  CasenessProgress *progress;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  caseness_snapshot_unref (making->snapshot);
  caseness_filter_unref (making->filter);
  g_clear_pointer (&making->journal, caseness_journal_unref);
  caseness_progress_unref (making->progress);
  g_free (making);
}

static void
make_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Making *making = task_data;
  const CasenessContractReportOptions options = { .as_at = making->period.end, .cancellable = cancellable,
                                                  .progress = caseness_progress_say, .progress_data = making->progress };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessContract) contract = caseness_contract_new (making->snapshot, &making->period, making->filter,
                                                                making->journal, cancellable, &error);
  CasenessReport *report;

  if (contract == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  caseness_progress_set_range (making->progress, FIGURES_SHARE, PARTS_SHARE);
  report = caseness_contract_report_new (contract, &options);
  if (g_task_return_error_if_cancelled (task))
    {
      g_clear_pointer (&report, caseness_report_unref);
      return;
    }
  caseness_progress_say (1, _("Pages"), making->progress);
  caseness_report_get_n_pages (report); /* laid out here, so that the window need not wait */
  g_task_return_pointer (task, report, (GDestroyNotify) caseness_report_unref);
}

/* A CasenessProgressTold. */
static void
told_cb (double fraction, const char *what, gpointer user_data)
{
  CasenessPackWindow *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  gtk_progress_bar_set_text (self->progress_bar, what);
}

static void
say_outcome (CasenessPackWindow *self, const char *words)
{
  gtk_label_set_text (self->said_label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->said_label), words != NULL);
}

static void
show_making (CasenessPackWindow *self, gboolean is_making)
{
  gtk_widget_set_visible (self->cancel_button, is_making);
  gtk_widget_set_sensitive (self->show_button, !is_making);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_making);
  if (is_making)
    {
      say_outcome (self, NULL);
      told_cb (0, _("Figures"), self);
    }
}

static void
forget_progress (CasenessPackWindow *self)
{
  if (self->progress != NULL)
    caseness_progress_stop (self->progress);
  g_clear_pointer (&self->progress, caseness_progress_unref);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CasenessPackWindow *self = CASENESS_PACK_WINDOW (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReport) report = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_object (&self->cancellable);
  forget_progress (self);
  if (self->show_button == NULL)
    return; /* the window was closed */
  show_making (self, FALSE);
  if (report != NULL)
    gtk_window_present (caseness_print_window_new_for_report (GTK_WINDOW (self), report, FALSE));
  else
    say_outcome (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                                      ? _("Cancelled; no pack was made.") : error->message);
}

/* What was typed a moment ago is in the pack. */
static void
settled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CasenessSession *session = CASENESS_SESSION (object);
  g_autoptr(GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;

  if (!caseness_session_settle_journal_finish (session, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  making->journal = caseness_journal_ref (caseness_session_get_journal (session));
  g_task_run_in_thread (task, make_in_worker);
}

static void
keep (CasenessPackWindow *self)
{
  keep_commentary (self);
  caseness_plan_view_keep (self->plan);
}

static void
show_pack_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPackWindow *self = CASENESS_PACK_WINDOW (widget);
  CasenessSession *session = get_session (self);
  GTask *task;
  Making *making;

  if (session == NULL || caseness_session_get_snapshot (session) == NULL || self->cancellable != NULL)
    return;
  keep (self);
  making = g_new0 (Making, 1);
  making->snapshot = caseness_snapshot_ref (caseness_session_get_snapshot (session));
  making->filter = caseness_filter_ref (caseness_session_get_filter (session));
  making->period = self->period;
  self->progress = caseness_progress_new (told_cb, self);
  caseness_progress_set_range (self->progress, 0, FIGURES_SHARE);
  making->progress = caseness_progress_ref (self->progress);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, made_cb, NULL);
  g_task_set_source_tag (task, show_pack_cb);
  g_task_set_task_data (task, making, making_free);
  show_making (self, TRUE);
  caseness_session_settle_journal_async (session, settled_cb, task);
}

static void
cancel_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (CASENESS_PACK_WINDOW (widget)->cancellable);
}

static gboolean
caseness_pack_window_close_request (GtkWindow *window)
{
  CasenessPackWindow *self = CASENESS_PACK_WINDOW (window);

  keep (self);
  g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (caseness_pack_window_parent_class)->close_request (window);
}

static void
caseness_pack_window_dispose (GObject *object)
{
  CasenessPackWindow *self = CASENESS_PACK_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  forget_progress (self);
  g_clear_weak_pointer (&self->page);
  self->show_button = NULL;
  G_OBJECT_CLASS (caseness_pack_window_parent_class)->dispose (object);
}

static void
caseness_pack_window_class_init (CasenessPackWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_pack_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = caseness_pack_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/caseness/Caseness/ui/caseness-pack-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPackWindow, part_choice);
  gtk_widget_class_bind_template_child (widget_class, CasenessPackWindow, commentary);
  gtk_widget_class_bind_template_child (widget_class, CasenessPackWindow, plan);
  gtk_widget_class_bind_template_child (widget_class, CasenessPackWindow, sets);
  gtk_widget_class_bind_template_child (widget_class, CasenessPackWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CasenessPackWindow, show_button);
  gtk_widget_class_bind_template_child (widget_class, CasenessPackWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, CasenessPackWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CasenessPackWindow, said_label);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
  gtk_widget_class_install_action (widget_class, "pack.show", NULL, show_pack_cb);
  gtk_widget_class_install_action (widget_class, "pack.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
caseness_pack_window_init (CasenessPackWindow *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  const CasenessContractPart *parts;
  guint n, i;

  g_type_ensure (CASENESS_TYPE_PLAN_VIEW);
  g_type_ensure (CASENESS_TYPE_REPORT_SET_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  parts = caseness_contract_report_get_parts (&n);
  for (i = 0; i < n; i++)
    gtk_string_list_append (titles, _(parts[i].title));
  gtk_drop_down_set_model (self->part_choice, G_LIST_MODEL (titles));
  /* Sets of reports are made on another page of the window: what was typed is in them. */
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);
}

GtkWindow *
caseness_pack_window_new (CasenessPage *page)
{
  GtkRoot *root;
  CasenessPackWindow *self;
  g_autofree char *period = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (CASENESS_IS_PAGE (page), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (page));
  self = g_object_new (CASENESS_TYPE_PACK_WINDOW, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  g_set_weak_pointer (&self->page, page);
  self->period = *caseness_session_get_period (caseness_page_get_session (page));
  period = caseness_period_format (&self->period);
  /* Translators: %s is the period under review. */
  title = g_strdup_printf (_("Contract Review, %s"), period);
  gtk_window_set_title (GTK_WINDOW (self), title);
  caseness_plan_view_show (self->plan, page, &self->period);
  if (caseness_report_set_view_show (self->sets, page))
    adw_view_stack_set_visible_child_name (self->stack, "sets"); /* made with one press */
  show_commentary (self);
  return GTK_WINDOW (self);
}
