/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-imports-dialog.h"

#include <glib/gi18n-lib.h>

struct _CasenessImportsDialog
{
  AdwWindow parent_instance;
  CasenessSession *session;  /* owned */
  GCancellable *cancellable; /* owned: cancelled when the dialog goes */
  GtkStack *states;
  GtkListBox *list;
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
show_failure (CasenessImportsDialog *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed, escaped);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

static void
undone_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CasenessImportsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_undone = caseness_session_undo_import_finish (CASENESS_SESSION (session), result, &error);

  if (self->session == NULL)
    return; /* closed meanwhile */
  if (is_undone)
    g_signal_emit (self, signals[TOAST], 0, _("The import is undone"));
  if (is_undone || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refresh (self);
  else
    show_failure (self, error);
}

static void
undo_clicked_cb (GtkWidget *button, gpointer user_data)
{
  CasenessImportsDialog *self = user_data;
  gint64 *import_id = g_object_get_data (G_OBJECT (button), "import-id");

  gtk_stack_set_visible_child_name (self->states, "loading");
  caseness_session_undo_import_async (self->session, *import_id, NULL, undone_cb, g_object_ref (self));
}

static char *
describe (const CasenessImportRecord *record)
{
  g_autofree char *kept = g_strdup_printf ("%'u", record->kept);
  g_autofree char *read = g_strdup_printf ("%'u", record->read);
  g_autofree char *words = NULL;

  /* Translators: a date and time, who imported, rows kept, rows read */
  words = g_strdup_printf (_("%s by %s: %s of %s rows kept"), record->imported_at,
                           record->imported_by != NULL ? record->imported_by : "", kept, read);
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

static GtkWidget *
make_undo_button (CasenessImportsDialog *self, const CasenessImportRecord *record)
{
  GtkWidget *button = gtk_button_new_with_label (_("Undo"));
  /* Translators: %s says what was imported: “XA1 June 2025” */
  g_autofree char *label = g_strdup_printf (_("Undo the import of %s"), record->what);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "import-id", g_memdup2 (&record->import_id, sizeof record->import_id),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (undo_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
make_row (CasenessImportsDialog *self, const CasenessImportRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (record);
  g_autofree char *title = g_markup_escape_text (record->what, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), record->undone_at != NULL ? make_undone_label (record)
                                                                             : make_undo_button (self, record));
  return row;
}

static void
show_records (CasenessImportsDialog *self, GPtrArray *records)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = records->len; i > 0; i--)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (records, i - 1)));
  gtk_stack_set_visible_child_name (self->states, records->len > 0 ? "ready" : "empty");
}

static void
listed_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CasenessImportsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = caseness_session_list_imports_finish (CASENESS_SESSION (session), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (records != NULL)
    show_records (self, records);
  else
    show_failure (self, error);
}

static void
refresh (CasenessImportsDialog *self)
{
  if (caseness_session_get_file (self->session) != NULL)
    caseness_session_list_imports_async (self->session, self->cancellable, listed_cb, g_object_ref (self));
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
caseness_imports_dialog_class_init (CasenessImportsDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = caseness_imports_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-imports-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, states);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportsDialog, failed);
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
