/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import-dialog.h"

#include "caseness-drop.h"
#include "caseness-import-files.h"
#include "caseness-lookup-row.h"
#include "caseness-receipt-view.h"
#include "caseness-tell.h"
#include "caseness-work-view.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

struct _CasenessImportDialog
{
  AdwWindow parent_instance;
  CasenessSession *session;   /* owned */
  CasenessImportFiles *files; /* owned: what to import, shown by @file_list */
  GFile *target;              /* owned, nullable: the service file people chose; NULL names it after the service */
  GCancellable *cancellable;  /* owned, nullable: of the running import */
  GtkNativeDialog *chooser;   /* owned, nullable: the file chooser on show */
  GtkStack *stages;
  GtkListBox *file_list;
  GtkWidget *no_files;
  GtkEditable *service_name;
  AdwActionRow *target_row;
  CasenessLookupRow *lookup;
  GtkSwitch *identifiers;
  CasenessWorkView *work;
  CasenessReceiptView *receipt;
};

G_DEFINE_FINAL_TYPE (CasenessImportDialog, caseness_import_dialog, ADW_TYPE_WINDOW)

enum
{
  IMPORTED,
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toast (CasenessImportDialog *self, const char *message)
{
  g_signal_emit (self, signals[TOAST], 0, message);
}

static void
show_stage (CasenessImportDialog *self, const char *stage)
{
  gtk_stack_set_visible_child_name (self->stages, stage);
}

static char *
get_service_name (CasenessImportDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->service_name)));
}

static GFile *
get_target (CasenessImportDialog *self)
{
  g_autofree char *name = get_service_name (self);

  return self->target != NULL ? g_object_ref (self->target) : caseness_import_dialog_name_file (name);
}

static void
update_setup (CasenessImportDialog *self)
{
  g_autoptr(GFile) target = get_target (self);
  g_autofree char *path = g_file_get_path (target);
  g_autofree char *words = NULL;
  g_autofree char *escaped = NULL;
  gboolean exists = g_file_query_exists (target, NULL);
  gboolean is_empty = caseness_import_files_is_empty (self->files);

  /* Translators: what becomes of a service file; %s is its path */
  words = g_strdup_printf (exists ? _("%s – added to what it holds") : _("%s – will be made"),
                           path != NULL ? path : g_file_peek_path (target));
  escaped = g_markup_escape_text (words, -1);
  adw_action_row_set_subtitle (self->target_row, escaped);
  caseness_lookup_row_show (self->lookup, target, caseness_import_files_has_lookup (self->files));
  gtk_widget_set_visible (self->no_files, is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->file_list), !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.start", !is_empty);
}

static void
files_chosen_cb (CasenessImportDialog *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr(GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      caseness_import_dialog_add_files (self, &file, 1);
    }
  g_clear_object (&self->chooser);
}

static void
target_chosen_cb (CasenessImportDialog *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    g_set_object (&self->target, file);
  g_clear_object (&self->chooser);
  update_setup (self);
}

static GtkFileChooser *
show_chooser (CasenessImportDialog *self, const char *title, GtkFileChooserAction action, const char *accept,
              GCallback chosen)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), chosen == G_CALLBACK (files_chosen_cb));
  g_signal_connect_object (chooser, "response", chosen, self, G_CONNECT_SWAPPED);
  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (chooser);
  gtk_native_dialog_show (self->chooser);
  return GTK_FILE_CHOOSER (chooser);
}

static void
add_folders_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_chooser (CASENESS_IMPORT_DIALOG (widget), _("Choose Submission Folders"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                _("_Add"), G_CALLBACK (files_chosen_cb));
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_files_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const known[] = { "*.[cC][sS][vV]", "*.[zZ][iI][pP]", "*.tar.gz", "*.tgz", "*.[mM][dD][bB]",
                                        "*.[aA][cC][cC][dD][bB]", NULL };
  static const char *const all[] = { "*", NULL };
  GtkFileChooser *chooser = show_chooser (CASENESS_IMPORT_DIALOG (widget), _("Choose Archives, Databases and Lists"),
                                          GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), G_CALLBACK (files_chosen_cb));

  add_filter (chooser, _("Archives, databases and lists (.zip, .tar.gz, .mdb, .accdb, .csv)"), known);
  add_filter (chooser, _("All files"), all);
}

static void
choose_existing_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_chooser (CASENESS_IMPORT_DIALOG (widget), _("Choose a Service File to Add To"), GTK_FILE_CHOOSER_ACTION_OPEN,
                _("_Choose"), G_CALLBACK (target_chosen_cb));
}

static void
choose_new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooser *chooser = show_chooser (CASENESS_IMPORT_DIALOG (widget), _("Make a New Service File"),
                                          GTK_FILE_CHOOSER_ACTION_SAVE, _("_Choose"), G_CALLBACK (target_chosen_cb));

  gtk_file_chooser_set_current_name (chooser, _("service.caseness"));
}

static void
imported_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  CasenessReceipt *receipt = caseness_session_import_finish (CASENESS_SESSION (session), result, &error);

  caseness_import_files_unstage (self->files);
  if (self->session == NULL)
    {
      g_clear_pointer (&receipt, caseness_receipt_free);
      return; /* closed meanwhile */
    }
  g_clear_object (&self->cancellable);
  if (receipt == NULL)
    {
      show_stage (self, "setup");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        caseness_tell (GTK_WINDOW (self), _("Nothing was imported"), error->message);
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.undo", receipt->import_id != 0);
  caseness_receipt_view_set_receipt (self->receipt, receipt);
  show_stage (self, "receipt");
  g_signal_emit (self, signals[IMPORTED], 0);
}

static gboolean
make_folder_of (GFile *target, GError **error)
{
  g_autoptr(GFile) folder = g_file_get_parent (target);
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  if (path == NULL || g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _("The folder “%s” could not be made: %s. Choose another place for the service file."), path,
               g_strerror (errno));
  return FALSE;
}

static void
start_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessImportDialog *self = CASENESS_IMPORT_DIALOG (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) target = get_target (self);
  g_autofree char *name = get_service_name (self);
  g_auto(GStrv) paths = NULL;

  if (self->cancellable != NULL)
    return; /* under way */
  paths = caseness_import_files_stage (self->files, &error);
  if (paths == NULL || !make_folder_of (target, &error))
    {
      caseness_import_files_unstage (self->files);
      caseness_tell (GTK_WINDOW (self), _("Nothing was imported"), error->message);
      return;
    }
  self->cancellable = g_cancellable_new ();
  gtk_widget_action_set_enabled (widget, "import.cancel", TRUE);
  show_stage (self, "working");
  caseness_session_set_keeps_identifiers (self->session, gtk_switch_get_active (self->identifiers));
  caseness_session_set_forgets_lookup (self->session, caseness_lookup_row_get_forgets (self->lookup));
  caseness_session_import_async (self->session, target, (const char *const *) paths, *name != '\0' ? name : NULL,
                                 self->cancellable, imported_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessImportDialog *self = CASENESS_IMPORT_DIALOG (widget);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_action_set_enabled (widget, "import.cancel", FALSE);
}

static void
undone_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_undone = caseness_session_undo_import_finish (CASENESS_SESSION (session), result, &error);

  if (self->session == NULL)
    return; /* closed meanwhile */
  g_clear_object (&self->cancellable);
  if (is_undone)
    {
      toast (self, _("The import is undone"));
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  show_stage (self, "receipt");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    caseness_tell (GTK_WINDOW (self), _("The import could not be undone"), error->message);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessImportDialog *self = CASENESS_IMPORT_DIALOG (widget);
  const CasenessReceipt *receipt = caseness_receipt_view_get_receipt (self->receipt);

  self->cancellable = g_cancellable_new ();
  gtk_widget_action_set_enabled (widget, "import.cancel", FALSE);
  show_stage (self, "working");
  caseness_session_undo_import_async (self->session, receipt->import_id, self->cancellable, undone_cb,
                                      g_object_ref (self));
}

static void
show_session (CasenessImportDialog *self)
{
  GFile *file = caseness_session_get_file (self->session);

  if (file != NULL)
    {
      self->target = g_object_ref (file);
      gtk_editable_set_text (self->service_name, caseness_session_get_service_name (self->session));
    }
  caseness_work_view_set_session (self->work, self->session);
}

static void
caseness_import_dialog_dispose (GObject *object)
{
  CasenessImportDialog *self = CASENESS_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_object (&self->target);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CASENESS_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (caseness_import_dialog_parent_class)->dispose (object);
}

static void
caseness_import_dialog_finalize (GObject *object)
{
  g_object_unref (CASENESS_IMPORT_DIALOG (object)->files); /* a running import, which keeps the dialog, still has it */
  G_OBJECT_CLASS (caseness_import_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessImportDialog, stages);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportDialog, file_list);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportDialog, no_files);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportDialog, service_name);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportDialog, lookup);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportDialog, identifiers);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportDialog, work);
  gtk_widget_class_bind_template_child (widget_class, CasenessImportDialog, receipt);
  gtk_widget_class_bind_template_callback (widget_class, update_setup);
  gtk_widget_class_bind_template_callback (widget_class, toast);
}

static void
caseness_import_dialog_class_init (CasenessImportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (CASENESS_TYPE_LOOKUP_ROW);
  g_type_ensure (CASENESS_TYPE_RECEIPT_VIEW);
  g_type_ensure (CASENESS_TYPE_WORK_VIEW);
  G_OBJECT_CLASS (class)->dispose = caseness_import_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = caseness_import_dialog_finalize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.add-folders", NULL, add_folders_cb);
  gtk_widget_class_install_action (widget_class, "import.add-files", NULL, add_files_cb);
  gtk_widget_class_install_action (widget_class, "import.choose-existing", NULL, choose_existing_cb);
  gtk_widget_class_install_action (widget_class, "import.choose-new", NULL, choose_new_cb);
  gtk_widget_class_install_action (widget_class, "import.start", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "import.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[IMPORTED] = g_signal_new ("imported", CASENESS_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[TOAST] = g_signal_new ("toast", CASENESS_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dropped_cb (GtkWidget *widget, GFile *const *files, guint n_files)
{
  g_autofree char *words = NULL;

  if (caseness_drop_judge_all (files, n_files) == CASENESS_DROP_IMPORT)
    {
      caseness_import_dialog_add_files (CASENESS_IMPORT_DIALOG (widget), files, n_files);
      return;
    }
  words = caseness_drop_describe_strangers (files, n_files);
  caseness_tell (GTK_WINDOW (widget), _("This cannot be imported"), words);
}

static void
caseness_import_dialog_init (CasenessImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->files = caseness_import_files_new (self->file_list);
  g_signal_connect_object (self->files, "changed", G_CALLBACK (update_setup), self, G_CONNECT_SWAPPED);
  caseness_drop_accept (GTK_WIDGET (self), dropped_cb);
}

CasenessImportDialog *
caseness_import_dialog_new (GtkWindow *parent, CasenessSession *session)
{
  CasenessImportDialog *self;

  g_return_val_if_fail (CASENESS_IS_SESSION (session), NULL);

  self = g_object_new (CASENESS_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  show_session (self);
  update_setup (self);
  return self;
}

void
caseness_import_dialog_add_files (CasenessImportDialog *self, GFile *const *files, guint n_files)
{
  g_return_if_fail (CASENESS_IS_IMPORT_DIALOG (self));

  if (n_files == 0)
    return;
  if (self->cancellable != NULL)
    {
      caseness_tell (GTK_WINDOW (self), _("One Import at a Time"),
                     _("Drop the files again when this one has ended, or cancel it."));
      return;
    }
  /* Whoever has read a receipt begins anew. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stages), "receipt") == 0)
    {
      caseness_import_files_clear (self->files);
      show_stage (self, "setup");
    }
  caseness_import_files_add (self->files, files, n_files);
}

gboolean
caseness_import_dialog_is_working (CasenessImportDialog *self)
{
  g_return_val_if_fail (CASENESS_IS_IMPORT_DIALOG (self), FALSE);

  return self->cancellable != NULL;
}

GFile *
caseness_import_dialog_name_file (const char *service_name)
{
  g_autoptr(GString) name = g_string_new (NULL);
  g_autofree char *lower = NULL;

  g_return_val_if_fail (service_name != NULL, NULL);

  lower = g_utf8_strdown (service_name, -1);
  for (const char *c = lower; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_isalnum (g_utf8_get_char (c)))
        g_string_append_unichar (name, g_utf8_get_char (c));
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  if (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  g_string_append (name, name->len > 0 ? ".caseness" : "service.caseness");
  return g_file_new_build_filename (g_get_user_data_dir (), "caseness", name->str, NULL);
}
