/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-imports-dialog.h"

#include "caseness-receipt-view.h"
#include "caseness-timeline-view.h"

#include <glib/gi18n-lib.h>

struct _CasenessImportsDialog
{
  AdwWindow parent_instance;
  CasenessSession *session;   /* owned */
  GCancellable *cancellable;  /* owned: cancelled when the dialog goes */
  CasenessHoldings *holdings; /* owned, nullable: what is shown */
  gint64 to_undo;             /* the import people are asked about */
  GtkWidget *back;
  GtkStack *states;
  GtkWidget *months_group;
  CasenessTimelineView *timeline;
  GtkWidget *lists_group;
  GtkListBox *lists;
  GtkListBox *list;
  CasenessReceiptView *receipt;
  AdwStatusPage *failed;
};

G_DEFINE_FINAL_TYPE (CasenessImportsDialog, caseness_imports_dialog, ADW_TYPE_WINDOW)

enum
{
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void refresh (CasenessImportsDialog *self);

static void
toast (CasenessImportsDialog *self, const char *message)
{
  g_signal_emit (self, signals[TOAST], 0, message);
}

static void
show_state (CasenessImportsDialog *self, const char *state)
{
  gboolean is_receipt = g_str_equal (state, "receipt");

  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (self->back, is_receipt);
  gtk_window_set_title (GTK_WINDOW (self), is_receipt ? _("Receipt") : _("Imports and Sources"));
}

static void
show_failure (CasenessImportsDialog *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed, escaped);
  show_state (self, "failed");
}

static const CasenessImportRecord *
find_record (CasenessImportsDialog *self, gint64 import_id)
{
  for (guint i = 0; self->holdings != NULL && i < self->holdings->imports->len; i++)
    {
      const CasenessImportRecord *record = g_ptr_array_index (self->holdings->imports, i);

      if (record->import_id == import_id)
        return record;
    }
  return NULL;
}

static void
receipt_loaded_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessImportsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt
      = caseness_session_load_receipt_finish (CASENESS_SESSION (session), result, &error);
  const CasenessImportRecord *record;

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (receipt == NULL)
    {
      show_failure (self, error);
      return;
    }
  record = find_record (self, receipt->import_id);
  if (record != NULL && record->undone_at != NULL)
    /* Translators: %s is a date and time */
    g_ptr_array_add (receipt->notes, g_strdup_printf (_("This import was undone on %s."), record->undone_at));
  caseness_receipt_view_set_receipt (self->receipt, g_steal_pointer (&receipt));
  show_state (self, "receipt");
  gtk_widget_grab_focus (self->back);
}

static void
show_receipt_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessImportsDialog *self = CASENESS_IMPORTS_DIALOG (widget);

  caseness_session_load_receipt_async (self->session, g_variant_get_int64 (parameter), self->cancellable,
                                       receipt_loaded_cb, g_object_ref (self));
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_state (CASENESS_IMPORTS_DIALOG (widget), "ready");
}

static void
undone_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessImportsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_undone = caseness_session_undo_import_finish (CASENESS_SESSION (session), result, &error);

  if (self->session == NULL)
    return; /* closed meanwhile */
  if (is_undone)
    toast (self, _("The import is undone"));
  if (is_undone || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refresh (self);
  else
    show_failure (self, error);
}

static void
undo_answered_cb (CasenessImportsDialog *self, const char *response)
{
  if (!g_str_equal (response, "undo") || self->session == NULL)
    return;
  show_state (self, "loading");
  caseness_session_undo_import_async (self->session, self->to_undo, NULL, undone_cb, g_object_ref (self));
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessImportsDialog *self = CASENESS_IMPORTS_DIALOG (widget);
  const CasenessImportRecord *record = find_record (self, g_variant_get_int64 (parameter));
  GtkWidget *dialog;

  if (record == NULL)
    return;
  self->to_undo = record->import_id;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Undo This Import?"), NULL);
  /* Translators: %s says what was imported: “XA1 June 2025” */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("%s no longer counts; whatever it replaced counts again. Nothing is deleted: importing "
                                    "the same files again brings it back."),
                                  record->what);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "undo", _("_Undo Import"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "undo", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (undo_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* "2025-07-01 09:30:00 by jo · 21 files · 1,234 of 1,240 rows kept · 12 warnings" */
static char *
describe (const CasenessImportRecord *record)
{
  g_autofree char *n_kept = g_strdup_printf ("%'u", record->kept);
  g_autofree char *n_read = g_strdup_printf ("%'u", record->read);
  g_autofree char *n_warnings = g_strdup_printf ("%'u", record->warnings);
  /* Translators: a date and time, and who imported */
  g_autofree char *who = g_strdup_printf (_("%s by %s"), record->imported_at, record->imported_by);
  g_autofree char *files = g_strdup_printf (ngettext ("%u file", "%u files", record->n_files), record->n_files);
  /* Translators: rows kept, rows read */
  g_autofree char *kept = g_strdup_printf (_("%s of %s rows kept"), n_kept, n_read);
  /* Translators: %s is the number of warnings */
  g_autofree char *warnings = g_strdup_printf (ngettext ("%s warning", "%s warnings", record->warnings), n_warnings);
  g_autofree char *words = g_strjoin (" · ", who, files, kept, record->warnings > 0 ? warnings : NULL, NULL);

  return g_markup_escape_text (words, -1);
}

static GtkWidget *
make_undone_label (const CasenessImportRecord *record)
{
  /* Translators: %s is a date and time */
  g_autofree char *words = g_strdup_printf (_("Undone %s"), record->undone_at);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* @label says to a screen reader which import the button is for; the eye sees it in the row. */
static GtkWidget *
make_button (const char *text, char *label, const char *action, gint64 import_id)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", import_id);
  g_free (label);
  return button;
}

static GtkWidget *
make_row (const CasenessImportRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (record);
  g_autofree char *title = g_markup_escape_text (record->what, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (record->undone_at != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_undone_label (record));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             /* Translators: %s says what was imported: “XA1 June 2025” */
                             make_button (_("Receipt"), g_strdup_printf (_("Show the receipt of %s"), record->what),
                                          "imports.receipt", record->import_id));
  if (record->undone_at == NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               /* Translators: %s says what was imported: “XA1 June 2025” */
                               make_button (_("Undo"), g_strdup_printf (_("Undo the import of %s"), record->what),
                                            "imports.undo", record->import_id));
  return row;
}

static GtkWidget *
make_list_row (const CasenessSource *source)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: when a local list was imported; %s is a date and time */
  g_autofree char *subtitle = g_strdup_printf (_("Loaded %s"), source->imported_at);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), source->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (_("Receipt"), g_strdup_printf (_("Show the receipt of %s"), source->name),
                                          "imports.receipt", source->import_id));
  return row;
}

static void
empty_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
show_holdings (CasenessImportsDialog *self)
{
  GPtrArray *imports = self->holdings->imports;
  GPtrArray *sources = self->holdings->sources;

  empty_list (self->list);
  empty_list (self->lists);
  for (guint i = imports->len; i > 0; i--)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (imports, i - 1)));
  for (guint i = 0; i < sources->len; i++)
    {
      const CasenessSource *source = g_ptr_array_index (sources, i);

      if (source->is_list)
        gtk_list_box_append (self->lists, make_list_row (source));
    }
  caseness_timeline_view_set_timeline (self->timeline, self->holdings->timeline);
  gtk_widget_set_visible (self->months_group, self->holdings->timeline->len > 0);
  gtk_widget_set_visible (self->lists_group, gtk_widget_get_first_child (GTK_WIDGET (self->lists)) != NULL);
  show_state (self, imports->len > 0 ? "ready" : "empty");
}

static void
loaded_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessImportsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  CasenessHoldings *holdings = caseness_session_load_holdings_finish (CASENESS_SESSION (session), result, &error);

  if (holdings == NULL)
    {
      if (self->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->holdings, caseness_holdings_free);
  self->holdings = holdings;
  if (self->session != NULL)
    show_holdings (self);
}

static void
refresh (CasenessImportsDialog *self)
{
  if (caseness_session_get_file (self->session) != NULL)
    caseness_session_load_holdings_async (self->session, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
caseness_imports_dialog_dispose (GObject *object)
{
  CasenessImportsDialog *self = CASENESS_IMPORTS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CASENESS_TYPE_IMPORTS_DIALOG);
  G_OBJECT_CLASS (caseness_imports_dialog_parent_class)->dispose (object);
}

static void
caseness_imports_dialog_finalize (GObject *object)
{
  g_clear_pointer (&CASENESS_IMPORTS_DIALOG (object)->holdings, caseness_holdings_free);
  G_OBJECT_CLASS (caseness_imports_dialog_parent_class)->finalize (object);
}

static void
caseness_imports_dialog_class_init (CasenessImportsDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (CASENESS_TYPE_RECEIPT_VIEW);
  g_type_ensure (CASENESS_TYPE_TIMELINE_VIEW);
  G_OBJECT_CLASS (class)->dispose = caseness_imports_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = caseness_imports_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-imports-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, states);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, months_group);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, timeline);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, lists_group);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, lists);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, back);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, receipt);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, failed);
  gtk_widget_class_bind_template_callback (widget_class, toast);
  gtk_widget_class_install_action (widget_class, "imports.receipt", "x", show_receipt_cb);
  gtk_widget_class_install_action (widget_class, "imports.undo", "x", undo_cb);
  gtk_widget_class_install_action (widget_class, "imports.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[TOAST] = g_signal_new ("toast", CASENESS_TYPE_IMPORTS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
caseness_imports_dialog_init (CasenessImportsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

CasenessImportsDialog *
caseness_imports_dialog_new (GtkWindow *parent, CasenessSession *session)
{
  CasenessImportsDialog *self;

  g_return_val_if_fail (CASENESS_IS_SESSION (session), NULL);

  self = g_object_new (CASENESS_TYPE_IMPORTS_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  refresh (self);
  return self;
}
