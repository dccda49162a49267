/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-people-window.h"

#include "caseness-figure-people-csv.h"
#include "caseness-figure-words.h"
#include "caseness-person-row.h"
#include "caseness-say.h"
#include "caseness-person-window.h"
#include "caseness-sorted-column.h"
#include "caseness-table-export.h"
#include "caseness-toast.h"

#include <glib/gi18n-lib.h>

/* Least width of a column of sentences, in characters. */
#define LONG_WIDTH 22

struct _CasenessPeopleWindow
{
  AdwWindow parent_instance;
  AdwToastOverlay *toasts;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkBox *places;
  GtkStack *stack;
  GtkColumnView *view;
  GtkLabel *caution;
  GtkWidget *export_button;
  GtkToggleButton *place_buttons[CASENESS_N_FIGURE_PLACES]; /* children of the places */

  CasenessSession *session;     /* owned */
  CasenessFigurePeople *people; /* owned */
  CasenessFigure figure;
  CasenessFigurePlace place;
  GListStore *store;            /* owned */
  GtkSortListModel *sorted;     /* owned */
};

G_DEFINE_FINAL_TYPE (CasenessPeopleWindow, caseness_people_window, ADW_TYPE_WINDOW)

static gboolean
hides_names (CasenessPeopleWindow *self)
{
  return caseness_session_get_meeting_mode (self->session);
}

/* Cells of these columns may end in dots, so that the others fit beside them. */
static gboolean
is_long (CasenessPersonField field)
{
  return field == CASENESS_PERSON_PROBLEM || field == CASENESS_PERSON_REASON;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer field)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number = caseness_person_field_is_number (GPOINTER_TO_UINT (field));

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  if (is_long (GPOINTER_TO_UINT (field)))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), LONG_WIDTH);
    }
  gtk_widget_add_css_class (label, "numeric");
  if (GPOINTER_TO_UINT (field) == CASENESS_PERSON_REFERENCE)
    gtk_widget_add_css_class (label, "strong");
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer field)
{
  CasenessPersonRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = caseness_person_row_dup_text (row, GPOINTER_TO_UINT (field));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer field)
{
  return caseness_person_row_compare ((gpointer) a, (gpointer) b, GPOINTER_TO_UINT (field));
}

static void
add_column (CasenessPeopleWindow *self, CasenessPersonField field)
{
  const CasenessSortedColumn column = {
    .title = caseness_person_field_get_title (field),
    .set_up = G_CALLBACK (setup_cell_cb),
    .bind = G_CALLBACK (bind_cell_cb),
    .compare = compare_rows,
    .data = GUINT_TO_POINTER (field),
    .takes_room = is_long (field),
  };

  caseness_sorted_column_append (self->view, &column);
}

/* The day says something only of appointments and the like, the reason only of those left out. */
static void
show_columns (CasenessPeopleWindow *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint field;

  for (field = 0; field < CASENESS_N_PERSON_FIELDS; field++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, field);
      gboolean is_wanted = TRUE;

      if (field == CASENESS_PERSON_DATE)
        is_wanted = self->people->address->measure->table != CASENESS_TABLE_REFERRAL;
      else if (field == CASENESS_PERSON_REASON)
        is_wanted = self->place == CASENESS_FIGURE_LEFT_OUT;
      gtk_column_view_column_set_visible (column, is_wanted);
    }
}

static void
replace_rows (CasenessPeopleWindow *self)
{
  g_autoptr(CasenessPersonNames) names = caseness_person_names_new (self->people, hides_names (self));
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < self->people->people->len; i++)
    if (g_array_index (self->people->people, CasenessFigurePerson, i).place == self->place)
      g_ptr_array_add (rows, caseness_person_row_new (names, i));
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), rows->pdata, rows->len);
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "people" : "nobody");
}

static void
show_words (CasenessPeopleWindow *self)
{
  const CasenessFigureAddress *address = self->people->address;
  const char *name = self->people->title != NULL ? self->people->title : address->measure->title;
  const char *definition
    = self->people->definition != NULL ? self->people->definition : address->measure->definition;
  g_autofree char *value = caseness_figure_words_value (address->measure, &self->figure);
  g_autofree char *title = g_strdup_printf ("%s  %s", name, value);
  g_autofree char *place = caseness_figure_words_place (address, hides_names (self));
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", definition, place);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  caseness_figure_words_side (self->place, address->measure), -1);
  gtk_label_set_text (self->caution, hides_names (self) ? _("Names nobody")
                                                        : _("Identifies people: not for a projector"));
}

static void
show_all (CasenessPeopleWindow *self)
{
  guint place;

  for (place = 0; place < CASENESS_N_FIGURE_PLACES; place++)
    {
      g_autofree char *label = g_strdup_printf ("%s  %'u",
                                                caseness_figure_words_side (place, self->people->address->measure),
                                                self->people->n[place]);

      gtk_button_set_label (GTK_BUTTON (self->place_buttons[place]), label);
      gtk_widget_set_visible (GTK_WIDGET (self->place_buttons[place]),
                              place == CASENESS_FIGURE_LEFT_OUT
                                ? self->people->id == NULL
                                : place == CASENESS_FIGURE_COUNTED
                                    || self->people->address->measure->denominator->len > 0);
    }
  show_words (self);
  show_columns (self);
  replace_rows (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.export", !hides_names (self));
}

static void
place_toggled_cb (GtkToggleButton *button, gpointer place)
{
  CasenessPeopleWindow *self = CASENESS_PEOPLE_WINDOW (gtk_widget_get_root (GTK_WIDGET (button)));

  if (!gtk_toggle_button_get_active (button) || self->people == NULL)
    return;
  self->place = GPOINTER_TO_UINT (place);
  show_all (self);
}

static void
activated_cb (CasenessPeopleWindow *self, guint position)
{
  caseness_people_window_open (self, position);
}

static void
say_cb (GtkWidget *widget, const char *action_name, GVariant *message)
{
  caseness_toast_show (CASENESS_PEOPLE_WINDOW (widget)->toasts, g_variant_get_string (message, NULL), NULL, NULL);
}

static GtkSelectionModel *
get_selection (CasenessPeopleWindow *self)
{
  return gtk_column_view_get_model (self->view);
}

static void
course_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPeopleWindow *self = CASENESS_PEOPLE_WINDOW (widget);
  guint position = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_selection (self)));

  caseness_people_window_open (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPeopleWindow *self = CASENESS_PEOPLE_WINDOW (widget);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autofree char *name = NULL;
  char day[11];

  name = g_strdup_printf ("people-%s-%s.csv",
                          self->people->id != NULL ? self->people->id : self->people->address->measure->id,
                          caseness_date_write_iso (self->people->address->period.end, day));
  caseness_figure_people_write_csv (writer, self->people);
  caseness_table_export_save (widget, _("Export the People"), name, writer);
}

static void
caseness_people_window_dispose (GObject *object)
{
  CasenessPeopleWindow *self = CASENESS_PEOPLE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->sorted);
  g_clear_object (&self->store);
  g_clear_pointer (&self->people, caseness_figure_people_unref);
  G_OBJECT_CLASS (caseness_people_window_parent_class)->dispose (object);
}

static void
caseness_people_window_class_init (CasenessPeopleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_people_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-people-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPeopleWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeopleWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeopleWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeopleWindow, places);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeopleWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeopleWindow, view);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeopleWindow, caution);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeopleWindow, export_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, CASENESS_SAY_ACTION, "s", say_cb);
  gtk_widget_class_install_action (widget_class, "people.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "people.course", NULL, course_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
make_places (CasenessPeopleWindow *self)
{
  guint place;

  for (place = 0; place < CASENESS_N_FIGURE_PLACES; place++)
    {
      GtkToggleButton *button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());

      self->place_buttons[place] = button;
      gtk_box_append (self->places, GTK_WIDGET (button));
      if (place > 0)
        gtk_toggle_button_set_group (button, self->place_buttons[0]);
      g_signal_connect (button, "toggled", G_CALLBACK (place_toggled_cb), GUINT_TO_POINTER (place));
    }
}

static void
caseness_people_window_init (CasenessPeopleWindow *self)
{
  guint field;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (field = 0; field < CASENESS_N_PERSON_FIELDS; field++)
    add_column (self, field);
  make_places (self);
  self->store = g_list_store_new (CASENESS_TYPE_PERSON_ROW);
  self->sorted = caseness_sorted_column_sort (self->view, G_LIST_MODEL (self->store));
}

GtkWindow *
caseness_people_window_new (CasenessSession *session, CasenessFigurePeople *people, const CasenessFigure *figure)
{
  CasenessPeopleWindow *self;

  g_return_val_if_fail (CASENESS_IS_SESSION (session) && people != NULL && figure != NULL, NULL);
  self = g_object_new (CASENESS_TYPE_PEOPLE_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->people = caseness_figure_people_ref (people);
  self->figure = *figure;
  g_signal_connect_object (session, "notify::meeting-mode", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (self->place_buttons[CASENESS_FIGURE_COUNTED], TRUE);
  return GTK_WINDOW (self);
}

void
caseness_people_window_show_place (CasenessPeopleWindow *self, CasenessFigurePlace place)
{
  g_return_if_fail (CASENESS_IS_PEOPLE_WINDOW (self) && place < CASENESS_N_FIGURE_PLACES);
  gtk_toggle_button_set_active (self->place_buttons[place], TRUE);
}

GListModel *
caseness_people_window_get_rows (CasenessPeopleWindow *self)
{
  g_return_val_if_fail (CASENESS_IS_PEOPLE_WINDOW (self), NULL);
  return G_LIST_MODEL (self->sorted);
}

void
caseness_people_window_sort_by (CasenessPeopleWindow *self, guint field, GtkSortType order)
{
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_return_if_fail (CASENESS_IS_PEOPLE_WINDOW (self) && field < CASENESS_N_PERSON_FIELDS);
  column = g_list_model_get_item (gtk_column_view_get_columns (self->view), field);
  gtk_column_view_sort_by_column (self->view, column, order);
}

GtkWindow *
caseness_people_window_open (CasenessPeopleWindow *self, guint position)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (CasenessListedPerson));
  guint i;

  g_return_val_if_fail (CASENESS_IS_PEOPLE_WINDOW (self), NULL);

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sorted)); i++)
    {
      g_autoptr(CasenessPersonRow) row = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);
      CasenessListedPerson person
        = { caseness_person_row_get_person (row)->pathway, caseness_person_row_get_number (row) };

      g_array_append_val (people, person);
    }
  if (position >= people->len)
    return NULL;
  return caseness_person_window_open (GTK_WIDGET (self), self->session, self->people->snapshot, people, position);
}
