/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import-dialog.h"

#include "caseness-deprivation.h"
#include "caseness-lookup-row.h"
#include "caseness-mapped-export.h"
#include "caseness-mapping-dialog.h"
#include "caseness-receipt-view.h"
#include "caseness-tell.h"
#include "caseness-work-view.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

struct _CasenessImportDialog
{
  AdwWindow parent_instance;
  CasenessSession *session;  /* owned */
  GPtrArray *files;          /* owned (element-type GFile): what to import */
  GFile *target;             /* owned, nullable: the service file people chose; NULL names it after the service */
  GHashTable *mappings;      /* owned (element-type GFile CasenessMapping): how exports among them are read */
  GPtrArray *staged;         /* owned (element-type utf8): folders made for the running import */
  GCancellable *cancellable; /* owned, nullable: of the running import */
  GtkNativeDialog *chooser;  /* owned, nullable: the file chooser on show */
  guint n_lookups;           /* of deprivation, among the files */
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

static gboolean
is_lookup (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL && caseness_deprivation_is_lookup (path);
}

static void
update_setup (CasenessImportDialog *self)
{
  g_autoptr(GFile) target = get_target (self);
  g_autofree char *path = g_file_get_path (target);
  g_autofree char *words = NULL;
  g_autofree char *escaped = NULL;
  gboolean exists = g_file_query_exists (target, NULL);

  /* Translators: what becomes of a service file; %s is its path */
  words = g_strdup_printf (exists ? _("%s – added to what it holds") : _("%s – will be made"),
                           path != NULL ? path : g_file_peek_path (target));
  escaped = g_markup_escape_text (words, -1);
  adw_action_row_set_subtitle (self->target_row, escaped);
  caseness_lookup_row_show (self->lookup, target, self->n_lookups > 0);
  gtk_widget_set_visible (self->no_files, self->files->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->file_list), self->files->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.start", self->files->len > 0);
}

static void
remove_clicked_cb (GtkWidget *button, gpointer user_data)
{
  CasenessImportDialog *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  self->n_lookups -= is_lookup (g_object_get_data (G_OBJECT (row), "file")) ? 1 : 0;
  g_ptr_array_remove (self->files, g_object_get_data (G_OBJECT (row), "file"));
  gtk_list_box_remove (self->file_list, row);
  update_setup (self);
}

static GtkWidget *
make_remove_button (CasenessImportDialog *self, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: %s is the name of a folder or file */
  g_autofree char *label = g_strdup_printf (_("Leave out %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  return button;
}

static void
describe_export (CasenessImportDialog *self, GtkWidget *row, GFile *file)
{
  const CasenessMapping *mapping = g_hash_table_lookup (self->mappings, file);
  g_autofree char *words = NULL;
  g_autofree char *escaped = NULL;

  if (mapping != NULL)
    /* Translators: %s is the name people gave a mapping */
    words = g_strdup_printf (_("Read through the mapping “%s”"), mapping->name);
  else
    words = g_strdup (_("No table or list has this name. Map its columns to import it; its name or that of its folder "
                        "tells the month, such as 2025-06."));
  escaped = g_markup_escape_text (words, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
}

static void
mapped_cb (CasenessMappingDialog *dialog, gpointer user_data)
{
  GtkWidget *row = user_data;
  GFile *file = caseness_mapping_dialog_get_file (dialog);
  CasenessImportDialog *self = CASENESS_IMPORT_DIALOG (gtk_widget_get_root (row));
  CasenessMapping *mapping = caseness_mapping_dialog_dup_mapping (dialog);

  if (mapping != NULL)
    g_hash_table_insert (self->mappings, g_object_ref (file), mapping);
  describe_export (self, row, file);
}

static void
map_clicked_cb (GtkWidget *button, gpointer user_data)
{
  CasenessImportDialog *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  GFile *file = g_object_get_data (G_OBJECT (row), "file");
  g_autoptr(GError) error = NULL;
  CasenessMappingDialog *dialog = caseness_mapping_dialog_new (
    GTK_WINDOW (self), file, g_hash_table_lookup (self->mappings, file), NULL, &error);

  if (dialog == NULL)
    {
      caseness_tell (GTK_WINDOW (self), _("The columns cannot be mapped"), error->message);
      return;
    }
  g_signal_connect_object (dialog, "mapped", G_CALLBACK (mapped_cb), row, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
make_map_button (CasenessImportDialog *self, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (_("Map the Columns…"));
  /* Translators: %s is the name of a file */
  g_autofree char *label = g_strdup_printf (_("Map the columns of %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (map_clicked_cb), self, 0);
  return button;
}

/* An export whose headings were mapped before is read as it was then. */
static void
offer_mapping (CasenessImportDialog *self, GtkWidget *row, GFile *file, const char *name)
{
  CasenessMapping *known = caseness_mapped_export_find_mapping (file);

  if (known != NULL)
    g_hash_table_insert (self->mappings, g_object_ref (file), known);
  describe_export (self, row, file);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_map_button (self, name));
}

static void
describe_lookup (GtkWidget *row, const char *path)
{
  /* Translators: %s is the path of a file */
  g_autofree char *words = g_strdup_printf (_("%s – deprivation by postcode: read while people are imported, and only "
                                              "their decile is kept"),
                                            path);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
}

static void
append_file (CasenessImportDialog *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *path = g_file_get_parse_name (file);
  GtkWidget *row = adw_action_row_new ();

  g_ptr_array_add (self->files, g_object_ref (file));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), path);
  g_object_set_data_full (G_OBJECT (row), "file", g_object_ref (file), g_object_unref);
  if (is_lookup (file))
    {
      self->n_lookups++;
      describe_lookup (row, path);
    }
  else if (g_file_peek_path (file) != NULL && caseness_mapped_export_is_wanted (file))
    offer_mapping (self, row, file, name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, name));
  gtk_list_box_append (self->file_list, row);
}

static gboolean
is_same_file (gconstpointer a, gconstpointer b)
{
  return g_file_equal ((GFile *) a, (GFile *) b);
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
unstage (CasenessImportDialog *self)
{
  for (guint i = 0; i < self->staged->len; i++)
    caseness_mapped_export_unstage (g_ptr_array_index (self->staged, i));
  g_ptr_array_set_size (self->staged, 0);
}

static void
imported_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  CasenessReceipt *receipt = caseness_session_import_finish (CASENESS_SESSION (session), result, &error);

  unstage (self);
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

/* An export goes in as a folder of its own, with its mapping beside it. */
static const char *
find_path (CasenessImportDialog *self, GFile *file, GError **error)
{
  const CasenessMapping *mapping = g_hash_table_lookup (self->mappings, file);
  char *folder;

  if (mapping == NULL)
    return g_file_peek_path (file);
  folder = caseness_mapped_export_stage (file, mapping, error);
  if (folder != NULL)
    g_ptr_array_add (self->staged, folder);
  return folder;
}

static GStrv
list_paths (CasenessImportDialog *self, GError **error)
{
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < self->files->len; i++)
    {
      GFile *file = g_ptr_array_index (self->files, i);
      const char *path = find_path (self, file, error);
      g_autofree char *name = g_file_get_parse_name (file);

      if (error != NULL && *error != NULL)
        return NULL;
      if (path == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("“%s” is not on this computer or a network drive. Copy it there first."), name);
          return NULL;
        }
      g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
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
  g_auto(GStrv) paths = list_paths (self, &error);

  if (paths == NULL || !make_folder_of (target, &error))
    {
      unstage (self);
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
name_changed_cb (CasenessImportDialog *self)
{
  update_setup (self);
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
  CasenessImportDialog *self = CASENESS_IMPORT_DIALOG (object);

  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->staged);
  g_hash_table_unref (self->mappings);
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
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
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
caseness_import_dialog_init (CasenessImportDialog *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->staged = g_ptr_array_new_with_free_func (g_free);
  self->mappings = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref,
                                          (GDestroyNotify) caseness_mapping_free);
  gtk_widget_init_template (GTK_WIDGET (self));
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

  for (guint i = 0; i < n_files; i++)
    {
      if (!g_ptr_array_find_with_equal_func (self->files, files[i], is_same_file, NULL))
        append_file (self, files[i]);
    }
  update_setup (self);
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
