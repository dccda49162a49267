/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-mapping-dialog.h"

#include "caseness-file-bytes.h"
#include "caseness-mapped-export.h"
#include "caseness-mapping-field.h"
#include "caseness-text-row.h"
#include "caseness-text-table.h"

#include <glib/gi18n-lib.h>

#define ROWS_SHOWN 5

struct _CasenessMappingDialog
{
  AdwWindow parent_instance;
  GFile *file;                    /* owned */
  GBytes *bytes;                  /* owned: what the file holds */
  GStrv headers;                  /* owned */
  CasenessMapping *mapping;       /* owned */
  CasenessTextColumn *columns;    /* owned: of the first rows */
  GPtrArray *fields;              /* owned (element-type CasenessMappingField), not themselves owned: on show */
  GCancellable *cancellable;      /* owned: cancelled when the dialog goes */
  gboolean is_counting;           /* a preview is being made */
  gboolean is_stale;              /* and something has changed since it began */
  GtkEditable *name;
  GtkEditable *provider;
  GtkImage *verdict_icon;
  GtkLabel *verdict;
  GtkFrame *rows;
  GtkBox *feeds;
  GtkDropDown *tables;
};

G_DEFINE_FINAL_TYPE (CasenessMappingDialog, caseness_mapping_dialog, ADW_TYPE_WINDOW)

enum
{
  MAPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the thread works on: a copy, since people go on choosing. */
typedef struct
{
  GBytes *bytes;
  char *file;
  char *text;                      /* the mapping, written */
  CasenessMapping *mapping;        /* the mapping, read again */
  CasenessMappingPreview *preview; /* what came of it; its feeds are those of @mapping */
} Count;

static void start_counting (CasenessMappingDialog *self);

static void
count_free (Count *count)
{
  g_clear_pointer (&count->preview, caseness_mapping_preview_free);
  g_clear_pointer (&count->mapping, caseness_mapping_free);
  g_bytes_unref (count->bytes);
  g_free (count->file);
  g_free (count->text);
  g_free (count);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Count, count_free)

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Count *count = task_data;
  g_autoptr(GBytes) text = g_bytes_new_static (count->text, strlen (count->text));
  g_autoptr(GError) error = NULL;

  count->mapping = caseness_mapping_parse (text, count->file, &error);
  if (count->mapping != NULL)
    count->preview = caseness_mapping_preview (count->mapping, count->bytes, count->file, ROWS_SHOWN, &error);
  if (count->preview != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* First rows */

static void
show_rows (CasenessMappingDialog *self, GPtrArray *records)
{
  guint n = g_strv_length (self->headers);
  g_autoptr(GListStore) store = g_list_store_new (CASENESS_TYPE_TEXT_ROW);

  if (gtk_frame_get_child (self->rows) != NULL)
    return; /* the file does not change */
  self->columns = g_new0 (CasenessTextColumn, n + 1);
  for (guint i = 0; i < n; i++)
    self->columns[i].title = *self->headers[i] != '\0' ? self->headers[i] : "–";
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr(CasenessTextRow) row = caseness_text_row_new (g_strdupv (g_ptr_array_index (records, i)));

      g_list_store_append (store, row);
    }
  gtk_frame_set_child (self->rows, caseness_text_table_new (_("First rows"), self->columns, n, G_LIST_MODEL (store)));
}

/* What comes of it */

static const CasenessMappingCells *
find_cells (const Count *count, guint feed, guint field)
{
  for (guint i = 0; i < count->preview->cells->len; i++)
    {
      const CasenessMappingCells *cells = g_ptr_array_index (count->preview->cells, i);

      if (cells->feed == g_ptr_array_index (count->mapping->feeds, feed) && cells->field == field)
        return cells;
    }
  return NULL;
}

static void
show_counts (CasenessMappingDialog *self, const Count *count)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      CasenessMappingField *row = g_ptr_array_index (self->fields, i);

      for (guint feed = 0; feed < self->mapping->feeds->len; feed++)
        {
          const CasenessMappingFeed *ours = g_ptr_array_index (self->mapping->feeds, feed);

          for (guint field = 0; field < ours->table->n_fields; field++)
            {
              if (caseness_mapping_field_is_for (row, ours, field))
                caseness_mapping_field_show (row, find_cells (count, feed, field));
            }
        }
    }
}

/* "240 rows give: IDS001MPI 180, IDS101Referral 185, IDS201CareContact 240" */
static char *
describe_rows (const Count *count)
{
  g_autoptr(GString) tables = g_string_new (NULL);

  for (guint i = 0; i < count->mapping->feeds->len; i++)
    {
      const CasenessMappingFeed *feed = g_ptr_array_index (count->mapping->feeds, i);

      g_string_append_printf (tables, "%s%s %'u", i > 0 ? ", " : "", feed->table->name, count->preview->n_rows[i]);
    }
  /* Translators: rows of the export, then tables and how many rows each gets */
  return g_strdup_printf (ngettext ("%u row of the export gives: %s", "%u rows of the export give: %s",
                                    count->preview->n_records),
                          count->preview->n_records, tables->str);
}

static void
show_verdict (CasenessMappingDialog *self, const char *words, gboolean is_good)
{
  gtk_label_set_text (self->verdict, words);
  gtk_image_set_from_icon_name (self->verdict_icon, is_good ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mapping.save", is_good);
}

static void
show_preview (CasenessMappingDialog *self, const Count *count)
{
  gboolean is_good = count->preview->problems[0] == NULL && *self->mapping->name != '\0';
  g_autofree char *rows = describe_rows (count);
  g_autofree char *problems = g_strjoinv ("\n", count->preview->problems);

  show_rows (self, count->preview->records);
  show_counts (self, count);
  show_verdict (self, is_good ? rows : *self->mapping->name == '\0' ? _("Give the mapping a name.") : problems, is_good);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CasenessMappingDialog *self = CASENESS_MAPPING_DIALOG (object);
  g_autoptr(GError) error = NULL;
  gboolean is_counted = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* closed meanwhile */
  self->is_counting = FALSE;
  if (self->is_stale)
    start_counting (self);
  else if (is_counted)
    show_preview (self, g_task_get_task_data (G_TASK (result)));
  else
    show_verdict (self, error->message, FALSE);
}

static void
start_counting (CasenessMappingDialog *self)
{
  g_autoptr(GTask) task = NULL;
  Count *count;

  self->is_stale = self->is_counting;
  if (self->is_counting)
    return;
  self->is_counting = TRUE;
  count = g_new0 (Count, 1);
  count->bytes = g_bytes_ref (self->bytes);
  count->file = g_file_get_basename (self->file);
  count->text = caseness_mapping_write (self->mapping);
  task = g_task_new (self, self->cancellable, counted_cb, NULL);
  g_task_set_source_tag (task, start_counting);
  g_task_set_task_data (task, count, (GDestroyNotify) count_free);
  g_task_run_in_thread (task, count_in_thread);
}

/* Tables and fields */

static void show_feeds (CasenessMappingDialog *self);

static void
leave_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessMappingDialog *self = CASENESS_MAPPING_DIALOG (widget);
  guint feed = (guint) g_variant_get_int32 (parameter);

  if (feed >= self->mapping->feeds->len)
    return;
  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_remove_index (self->mapping->feeds, feed);
  show_feeds (self);
  start_counting (self);
}

static void
add_table_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessMappingDialog *self = CASENESS_MAPPING_DIALOG (widget);
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->tables);

  if (chosen == NULL)
    return;
  caseness_mapping_add_feed (self->mapping, caseness_spec_find_table (gtk_string_object_get_string (chosen)), NULL);
  show_feeds (self);
  start_counting (self);
}

static void
append_field (CasenessMappingDialog *self, GtkListBox *list, CasenessMappingFeed *feed, guint field)
{
  GtkWidget *row = caseness_mapping_field_new (feed, field, (const char *const *) self->headers);

  g_signal_connect_object (row, "changed", G_CALLBACK (start_counting), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->fields, row);
  gtk_list_box_append (list, row);
}

/* Fields that are needed or have a source come at once; the others when people ask for them. */
static gboolean
is_shown_at_once (const CasenessMappingFeed *feed, guint field)
{
  const CasenessMappingSource *source = &feed->sources[field];

  return source->column != NULL || source->constant != NULL || feed->table->fields[field].is_mandatory;
}

static void
more_clicked_cb (CasenessMappingDialog *self, GtkWidget *button)
{
  GtkListBox *list = g_object_get_data (G_OBJECT (button), "list");
  CasenessMappingFeed *feed = g_object_get_data (G_OBJECT (button), "feed");

  for (guint field = 0; field < feed->table->n_fields; field++)
    {
      gboolean is_there = FALSE;

      for (guint i = 0; !is_there && i < self->fields->len; i++)
        is_there = caseness_mapping_field_is_for (g_ptr_array_index (self->fields, i), feed, field);
      if (!is_there)
        append_field (self, list, feed, field);
    }
  gtk_widget_set_visible (button, FALSE);
}

static GtkWidget *
make_feed_buttons (CasenessMappingDialog *self, CasenessMappingFeed *feed, guint index, GtkWidget *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *more = gtk_button_new_with_label (_("More Fields"));
  GtkWidget *out = gtk_button_new_with_label (_("Leave Out"));
  /* Translators: %s is the name of a table */
  g_autofree char *more_label = g_strdup_printf (_("More fields of %s"), feed->table->name);
  /* Translators: %s is the name of a table */
  g_autofree char *out_label = g_strdup_printf (_("Leave out %s"), feed->table->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, more_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (out), GTK_ACCESSIBLE_PROPERTY_LABEL, out_label, -1);
  g_object_set_data (G_OBJECT (more), "list", list);
  g_object_set_data (G_OBJECT (more), "feed", feed);
  g_signal_connect_object (more, "clicked", G_CALLBACK (more_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (out), "i", (int) index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (out), "mapping.leave-out");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), more);
  gtk_box_append (GTK_BOX (box), out);
  return box;
}

static GtkWidget *
make_feed (CasenessMappingDialog *self, CasenessMappingFeed *feed, guint index)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *title = feed->label != NULL ? g_strdup_printf ("%s: %s", feed->table->name, feed->label)
                                               : g_strdup (feed->table->name);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), feed->table->title);
  for (guint field = 0; field < feed->table->n_fields; field++)
    {
      if (is_shown_at_once (feed, field))
        append_field (self, GTK_LIST_BOX (list), feed, field);
    }
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), make_feed_buttons (self, feed, index, list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  return group;
}

static void
show_feeds (CasenessMappingDialog *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->fields, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->feeds))) != NULL)
    gtk_box_remove (self->feeds, child);
  for (guint i = 0; i < self->mapping->feeds->len; i++)
    gtk_box_append (self->feeds, make_feed (self, g_ptr_array_index (self->mapping->feeds, i), i));
}

static void
list_tables (CasenessMappingDialog *self)
{
  guint n;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (!tables[i].is_extract)
        gtk_string_list_append (names, tables[i].name);
    }
  gtk_drop_down_set_model (self->tables, G_LIST_MODEL (names));
}

/* The dialog's own fields */

static void
head_changed_cb (CasenessMappingDialog *self)
{
  g_autofree char *name = NULL;
  g_autofree char *provider = NULL;

  if (self->mapping == NULL)
    return; /* the template is being filled */
  name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  provider = g_strstrip (g_strdup (gtk_editable_get_text (self->provider)));
  g_free (self->mapping->name);
  self->mapping->name = g_steal_pointer (&name);
  g_free (self->mapping->provider);
  self->mapping->provider = *provider != '\0' ? g_steal_pointer (&provider) : NULL;
  start_counting (self);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessMappingDialog *self = CASENESS_MAPPING_DIALOG (widget);
  g_autoptr(GError) error = NULL;

  if (!caseness_mapped_export_save (self->mapping, &error))
    {
      show_verdict (self, error->message, FALSE);
      return;
    }
  g_signal_emit (self, signals[MAPPED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
caseness_mapping_dialog_dispose (GObject *object)
{
  CasenessMappingDialog *self = CASENESS_MAPPING_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CASENESS_TYPE_MAPPING_DIALOG);
  G_OBJECT_CLASS (caseness_mapping_dialog_parent_class)->dispose (object);
}

static void
caseness_mapping_dialog_finalize (GObject *object)
{
  CasenessMappingDialog *self = CASENESS_MAPPING_DIALOG (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->mapping, caseness_mapping_free);
  g_strfreev (self->headers);
  g_free (self->columns);
  g_ptr_array_unref (self->fields);
  G_OBJECT_CLASS (caseness_mapping_dialog_parent_class)->finalize (object);
}

static void
caseness_mapping_dialog_class_init (CasenessMappingDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = caseness_mapping_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = caseness_mapping_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-mapping-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessMappingDialog, name);
  gtk_widget_class_bind_template_child (widget_class, CasenessMappingDialog, provider);
  gtk_widget_class_bind_template_child (widget_class, CasenessMappingDialog, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, CasenessMappingDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, CasenessMappingDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, CasenessMappingDialog, feeds);
  gtk_widget_class_bind_template_child (widget_class, CasenessMappingDialog, tables);
  gtk_widget_class_bind_template_callback (widget_class, head_changed_cb);
  gtk_widget_class_install_action (widget_class, "mapping.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "mapping.leave-out", "i", leave_out_cb);
  gtk_widget_class_install_action (widget_class, "mapping.add-table", NULL, add_table_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[MAPPED] = g_signal_new ("mapped", CASENESS_TYPE_MAPPING_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
caseness_mapping_dialog_init (CasenessMappingDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static CasenessMapping *
copy_mapping (const CasenessMapping *mapping, GError **error)
{
  char *text = caseness_mapping_write (mapping);
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return caseness_mapping_parse (bytes, mapping->name, error);
}

static CasenessMapping *
begin (GFile *file, GBytes *bytes, const CasenessMapping *mapping, const char *provider, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  char *dot = strrchr (base, '.');

  if (mapping != NULL)
    return copy_mapping (mapping, error);
  if (dot != NULL)
    *dot = '\0';
  return caseness_mapping_guess (base, provider, bytes, base, error);
}

CasenessMappingDialog *
caseness_mapping_dialog_new (GtkWindow *parent, GFile *file, const CasenessMapping *mapping, const char *provider,
                             GError **error)
{
  CasenessMappingDialog *self;
  const char *path;
  g_autoptr(GBytes) bytes = NULL;
  g_auto(GStrv) headers = NULL;
  CasenessMapping *start;

  g_return_val_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL, NULL);

  path = g_file_peek_path (file);
  bytes = caseness_file_bytes_read (path, error);
  headers = bytes != NULL ? caseness_mapping_read_headers (bytes, path, error) : NULL;
  start = headers != NULL ? begin (file, bytes, mapping, provider, error) : NULL;
  if (start == NULL)
    return NULL;
  self = g_object_new (CASENESS_TYPE_MAPPING_DIALOG, "transient-for", parent, NULL);
  self->file = g_object_ref (file);
  self->bytes = g_steal_pointer (&bytes);
  self->headers = g_steal_pointer (&headers);
  gtk_editable_set_text (self->name, start->name);
  gtk_editable_set_text (self->provider, start->provider != NULL ? start->provider : "");
  self->mapping = start;
  list_tables (self);
  show_feeds (self);
  start_counting (self);
  return self;
}

GFile *
caseness_mapping_dialog_get_file (CasenessMappingDialog *self)
{
  g_return_val_if_fail (CASENESS_IS_MAPPING_DIALOG (self), NULL);

  return self->file;
}

CasenessMapping *
caseness_mapping_dialog_dup_mapping (CasenessMappingDialog *self)
{
  g_return_val_if_fail (CASENESS_IS_MAPPING_DIALOG (self), NULL);

  return copy_mapping (self->mapping, NULL);
}
