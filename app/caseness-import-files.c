/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import-files.h"

#include "caseness-deprivation.h"
#include "caseness-mapped-export.h"
#include "caseness-mapping-dialog.h"
#include "caseness-tell.h"

#include <glib/gi18n-lib.h>

struct _CasenessImportFiles
{
  GObject parent_instance;
  GtkListBox *list;     /* weak, nullable: a row for each of @files, with the file as its data */
  GPtrArray *files;     /* owned (element-type GFile) */
  GHashTable *mappings; /* owned (element-type GFile CasenessMapping): how exports among them are read */
  GPtrArray *staged;    /* owned (element-type utf8): folders made for the running import */
  guint n_lookups;      /* of deprivation, among the files */
};

G_DEFINE_FINAL_TYPE (CasenessImportFiles, caseness_import_files, G_TYPE_OBJECT)

static guint changed_signal;

static gboolean
is_lookup (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL && caseness_deprivation_is_lookup (path);
}

static void
remove_clicked_cb (GtkWidget *button, gpointer user_data)
{
  CasenessImportFiles *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  self->n_lookups -= is_lookup (g_object_get_data (G_OBJECT (row), "file")) ? 1 : 0;
  g_ptr_array_remove (self->files, g_object_get_data (G_OBJECT (row), "file"));
  gtk_list_box_remove (self->list, row);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
make_remove_button (CasenessImportFiles *self, const char *name)
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
describe_export (CasenessImportFiles *self, GtkWidget *row, GFile *file)
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

/* The row of @file; NULL when it was left out or the list closed meanwhile. */
static GtkWidget *
find_row (CasenessImportFiles *self, GFile *file)
{
  for (int i = 0; self->list != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL)
        return NULL;
      if (g_file_equal (g_object_get_data (G_OBJECT (row), "file"), file))
        return GTK_WIDGET (row);
    }
  return NULL;
}

static void
mapped_cb (CasenessImportFiles *self, CasenessMappingDialog *dialog)
{
  GFile *file = caseness_mapping_dialog_get_file (dialog);
  GtkWidget *row = find_row (self, file);
  CasenessMapping *mapping;

  if (row == NULL)
    return;
  mapping = caseness_mapping_dialog_dup_mapping (dialog);
  if (mapping != NULL)
    g_hash_table_insert (self->mappings, g_object_ref (file), mapping);
  describe_export (self, row, file);
}

static void
map_clicked_cb (GtkWidget *button, gpointer user_data)
{
  CasenessImportFiles *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (button));
  GFile *file = g_object_get_data (G_OBJECT (row), "file");
  g_autoptr(GError) error = NULL;
  CasenessMappingDialog *dialog
    = caseness_mapping_dialog_new (window, file, g_hash_table_lookup (self->mappings, file), NULL, &error);

  if (dialog == NULL)
    {
      caseness_tell (window, _("The columns cannot be mapped"), error->message);
      return;
    }
  g_signal_connect_object (dialog, "mapped", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
make_map_button (CasenessImportFiles *self, const char *name)
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
offer_mapping (CasenessImportFiles *self, GtkWidget *row, GFile *file, const char *name)
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
append_file (CasenessImportFiles *self, GFile *file)
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
  gtk_list_box_append (self->list, row);
}

void
caseness_import_files_add (CasenessImportFiles *self, GFile *const *files, guint n_files)
{
  g_return_if_fail (CASENESS_IS_IMPORT_FILES (self));

  for (guint i = 0; i < n_files; i++)
    {
      if (!g_ptr_array_find_with_equal_func (self->files, files[i], (GEqualFunc) g_file_equal, NULL))
        append_file (self, files[i]);
    }
  g_signal_emit (self, changed_signal, 0);
}

void
caseness_import_files_clear (CasenessImportFiles *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (CASENESS_IS_IMPORT_FILES (self));

  while (self->list != NULL && (row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->files, 0);
  self->n_lookups = 0;
  g_signal_emit (self, changed_signal, 0);
}

gboolean
caseness_import_files_is_empty (CasenessImportFiles *self)
{
  g_return_val_if_fail (CASENESS_IS_IMPORT_FILES (self), TRUE);

  return self->files->len == 0;
}

gboolean
caseness_import_files_has_lookup (CasenessImportFiles *self)
{
  g_return_val_if_fail (CASENESS_IS_IMPORT_FILES (self), FALSE);

  return self->n_lookups > 0;
}

/* An export goes in as a folder of its own, with its mapping beside it. */
static const char *
find_path (CasenessImportFiles *self, GFile *file, GError **error)
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

GStrv
caseness_import_files_stage (CasenessImportFiles *self, GError **error)
{
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new ();

  g_return_val_if_fail (CASENESS_IS_IMPORT_FILES (self), NULL);

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

void
caseness_import_files_unstage (CasenessImportFiles *self)
{
  g_return_if_fail (CASENESS_IS_IMPORT_FILES (self));

  for (guint i = 0; i < self->staged->len; i++)
    caseness_mapped_export_unstage (g_ptr_array_index (self->staged, i));
  g_ptr_array_set_size (self->staged, 0);
}

static void
caseness_import_files_finalize (GObject *object)
{
  CasenessImportFiles *self = CASENESS_IMPORT_FILES (object);

  g_clear_weak_pointer (&self->list);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->staged);
  g_hash_table_unref (self->mappings);
  G_OBJECT_CLASS (caseness_import_files_parent_class)->finalize (object);
}

static void
caseness_import_files_class_init (CasenessImportFilesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = caseness_import_files_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
caseness_import_files_init (CasenessImportFiles *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->staged = g_ptr_array_new_with_free_func (g_free);
  self->mappings = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref,
                                          (GDestroyNotify) caseness_mapping_free);
}

CasenessImportFiles *
caseness_import_files_new (GtkListBox *list)
{
  CasenessImportFiles *self;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), NULL);

  self = g_object_new (CASENESS_TYPE_IMPORT_FILES, NULL);
  g_set_weak_pointer (&self->list, list);
  return self;
}
