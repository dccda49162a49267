/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-population-dialog.h"

#include "caseness-population-rows.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define LIST_NAME "LOCPopulation.csv"
#define WHOLE_COUNTRY "ENG"

struct _CasenessPopulationDialog
{
  AdwWindow parent_instance;
  CasenessSession *session;  /* owned */
  GCancellable *cancellable; /* owned: cancelled when the dialog goes */
  GPtrArray *areas;          /* GtkCheckButton, borrowed: in the order of the table */
  GPtrArray *lines;          /* CasenessPopulationLine, owned: what would be loaded */
  char *folder;              /* owned, nullable: where the list lies while it is imported */
  GtkListBox *area_list;
  AdwComboRow *survey;
  AdwComboRow *condition;
  AdwComboRow *edition;
  AdwComboRow *ages;
  GtkLabel *statement;
  GtkListBox *rows;
  GtkWidget *load_button;
  GtkWidget *failed;
  GtkLabel *failed_label;
};

G_DEFINE_FINAL_TYPE (CasenessPopulationDialog, caseness_population_dialog, ADW_TYPE_WINDOW)

enum
{
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_word (AdwComboRow *row)
{
  GObject *item = adw_combo_row_get_selected_item (row);

  return item != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : NULL;
}

static GPtrArray *
list_chosen (CasenessPopulationDialog *self)
{
  g_autoptr(GArray) areas = caseness_population_list_known_areas ();
  GPtrArray *chosen = g_ptr_array_new ();
  guint i;

  for (i = 0; i < areas->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->areas, i)))
      g_ptr_array_add (chosen, (gpointer) g_array_index (areas, CasenessPopulationArea, i).code);
  g_ptr_array_add (chosen, NULL);
  return chosen;
}

static CasenessPopulationChoice
read_choice (CasenessPopulationDialog *self, const GPtrArray *areas)
{
  guint n_surveys = g_list_model_get_n_items (adw_combo_row_get_model (self->survey));
  gboolean has_survey = adw_combo_row_get_selected (self->survey) + 1 < n_surveys;

  return (CasenessPopulationChoice){
    .areas = (const char *const *) areas->pdata,
    .survey = has_survey ? get_word (self->survey) : NULL,
    .condition = get_word (self->condition),
    .edition = adw_combo_row_get_selected (self->edition) == 0 ? CASENESS_POPULATION_IMD_2019
                                                               : CASENESS_POPULATION_IMD_2025,
    .is_whole = adw_combo_row_get_selected (self->ages) == 1,
  };
}

/* The list in use may be changed figure by figure: what comes of it is a version of its own. */
static char *
describe_loaded (const GPtrArray *lines)
{
  g_autoptr(GPtrArray) areas = g_ptr_array_new ();
  g_autofree char *names = NULL;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const CasenessPopulationLine *line = g_ptr_array_index (lines, i);

      if (line->area != NULL && !g_ptr_array_find_with_equal_func (areas, line->area, g_str_equal, NULL))
        g_ptr_array_add (areas, line->area);
    }
  g_ptr_array_add (areas, NULL);
  names = g_strjoinv (" + ", (char **) areas->pdata);
  /* Translators: %s are areas */
  return g_strdup_printf (_("%s: the list in use. Change its figures here, or choose areas to put another together."), names);
}

static void
show_lines (CasenessPopulationDialog *self)
{
  g_autoptr(GPtrArray) areas = list_chosen (self);
  CasenessPopulationChoice choice = read_choice (self, areas);
  g_autofree char *statement = NULL;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  if (areas->len > 1)
    {
      self->lines = caseness_population_build (&choice);
      statement = caseness_population_describe (&choice);
    }
  else if (self->session != NULL && caseness_session_get_snapshot (self->session) != NULL)
    self->lines = caseness_population_rows_list_loaded (caseness_session_get_snapshot (self->session));
  if (self->lines != NULL && statement == NULL)
    statement = describe_loaded (self->lines);
  caseness_population_rows_fill (self->rows, self->lines);
  gtk_label_set_text (self->statement, statement != NULL ? statement : _("Choose one or more areas."));
  gtk_widget_set_sensitive (self->load_button, self->lines != NULL);
  gtk_widget_set_visible (self->failed, FALSE);
}

/* The whole country holds every area, so it goes with none of them. */
static void
area_toggled_cb (CasenessPopulationDialog *self, GtkCheckButton *toggled)
{
  GtkCheckButton *country = g_ptr_array_index (self->areas, 0);
  guint i;

  if (gtk_check_button_get_active (toggled))
    for (i = 0; i < self->areas->len; i++)
      {
        GtkCheckButton *other = g_ptr_array_index (self->areas, i);

        if (other != toggled && (toggled == country || other == country))
          gtk_check_button_set_active (other, FALSE);
      }
  show_lines (self);
}

static void
choice_changed_cb (CasenessPopulationDialog *self)
{
  if (self->areas->len > 0)
    show_lines (self);
}

static void
survey_changed_cb (CasenessPopulationDialog *self)
{
  g_auto(GStrv) conditions = caseness_population_list_conditions (get_word (self->survey));
  g_autoptr(GtkStringList) words = gtk_string_list_new ((const char *const *) conditions);
  guint i;

  adw_combo_row_set_model (self->condition, G_LIST_MODEL (words));
  for (i = 0; conditions[i] != NULL; i++)
    if (g_str_has_prefix (conditions[i], "Any "))
      adw_combo_row_set_selected (self->condition, i);
  gtk_widget_set_sensitive (GTK_WIDGET (self->condition), i > 0);
  choice_changed_cb (self);
}

static void
remove_folder (CasenessPopulationDialog *self)
{
  g_autofree char *path = self->folder != NULL ? g_build_filename (self->folder, LIST_NAME, NULL) : NULL;

  if (path == NULL)
    return;
  g_unlink (path);
  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

static void
show_failure (CasenessPopulationDialog *self, const GError *error)
{
  gtk_label_set_text (self->failed_label, error->message);
  gtk_widget_set_visible (self->failed, TRUE);
  gtk_widget_set_sensitive (self->load_button, TRUE);
}

static void
imported_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessPopulationDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  CasenessReceipt *receipt = caseness_session_import_finish (CASENESS_SESSION (session), result, &error);

  remove_folder (self);
  if (receipt != NULL)
    {
      caseness_receipt_free (receipt);
      g_signal_emit (self, signals[LOADED], 0);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error);
}

static char *
write_list (CasenessPopulationDialog *self, GError **error)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("caseness-population-XXXXXX", error);
  if (self->folder == NULL)
    return NULL;
  path = g_build_filename (self->folder, LIST_NAME, NULL);
  caseness_population_write_csv (writer, self->lines);
  if (!g_file_set_contents (path, caseness_csv_writer_peek (writer, NULL), -1, error))
    return NULL;
  return g_steal_pointer (&path);
}

static void
load_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPopulationDialog *self = CASENESS_POPULATION_DIALOG (widget);
  GFile *file = caseness_session_get_file (self->session);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  const char *paths[] = { NULL, NULL };

  if (self->lines == NULL || file == NULL || !caseness_population_rows_read (self->rows, self->lines))
    return;
  gtk_widget_set_sensitive (self->load_button, FALSE);
  path = write_list (self, &error);
  if (path == NULL)
    {
      remove_folder (self);
      show_failure (self, error);
      return;
    }
  paths[0] = path;
  caseness_session_import_async (self->session, file, paths, NULL, self->cancellable, imported_cb,
                                 g_object_ref (self));
}

static void
caseness_population_dialog_dispose (GObject *object)
{
  CasenessPopulationDialog *self = CASENESS_POPULATION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  remove_folder (self);
  G_OBJECT_CLASS (caseness_population_dialog_parent_class)->dispose (object);
}

static void
caseness_population_dialog_class_init (CasenessPopulationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_population_dialog_dispose;
  signals[LOADED] = g_signal_new ("loaded", CASENESS_TYPE_POPULATION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-population-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPopulationDialog, area_list);
  gtk_widget_class_bind_template_child (widget_class, CasenessPopulationDialog, survey);
  gtk_widget_class_bind_template_child (widget_class, CasenessPopulationDialog, condition);
  gtk_widget_class_bind_template_child (widget_class, CasenessPopulationDialog, edition);
  gtk_widget_class_bind_template_child (widget_class, CasenessPopulationDialog, ages);
  gtk_widget_class_bind_template_child (widget_class, CasenessPopulationDialog, statement);
  gtk_widget_class_bind_template_child (widget_class, CasenessPopulationDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, CasenessPopulationDialog, load_button);
  gtk_widget_class_bind_template_child (widget_class, CasenessPopulationDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, CasenessPopulationDialog, failed_label);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, survey_changed_cb);
  gtk_widget_class_install_action (widget_class, "population.load", NULL, load_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fill_areas (CasenessPopulationDialog *self)
{
  g_autoptr(GArray) areas = caseness_population_list_known_areas ();
  guint i;

  for (i = 0; i < areas->len; i++)
    {
      const CasenessPopulationArea *area = &g_array_index (areas, CasenessPopulationArea, i);
      GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), area->name);
      if (strcmp (area->code, WHOLE_COUNTRY) != 0)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), area->code);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, area->name, -1);
      g_signal_connect_object (check, "toggled", G_CALLBACK (area_toggled_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->areas, check);
      gtk_list_box_append (self->area_list, row);
    }
}

static void
fill_surveys (CasenessPopulationDialog *self)
{
  g_auto(GStrv) surveys = caseness_population_list_surveys ();
  g_autoptr(GtkStringList) words = gtk_string_list_new ((const char *const *) surveys);

  gtk_string_list_append (words, _("None: population alone"));
  adw_combo_row_set_model (self->survey, G_LIST_MODEL (words));
}

static void
caseness_population_dialog_init (CasenessPopulationDialog *self)
{
  self->areas = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_surveys (self);
  survey_changed_cb (self);
  fill_areas (self);
  show_lines (self);
}

CasenessPopulationDialog *
caseness_population_dialog_new (GtkWindow *parent, CasenessSession *session)
{
  CasenessPopulationDialog *self
    = g_object_new (CASENESS_TYPE_POPULATION_DIALOG, "transient-for", parent, NULL);

  g_return_val_if_fail (CASENESS_IS_SESSION (session), self);
  self->session = g_object_ref (session);
  show_lines (self);
  return self;
}
