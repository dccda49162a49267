/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-people.h"

#include "caseness-ptl-row-object.h"
#include "caseness-ptl-words.h"

#include <glib/gi18n-lib.h>

struct _CasenessPtlPeople
{
  AdwBin parent_instance;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkColumnView *view;
  GListStore *store;
  GtkSortListModel *sorted;
};

G_DEFINE_FINAL_TYPE (CasenessPtlPeople, caseness_ptl_people, ADW_TYPE_BIN)

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer field)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number = caseness_ptl_field_is_number (GPOINTER_TO_UINT (field));

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_widget_set_halign (label, is_number ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean is_wanted)
{
  if (is_wanted)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Shape and weight say what matters; colour is left to the chart. */
static void
mark_cell (GtkWidget *label, const CasenessPtlPerson *person, CasenessPtlField field)
{
  gboolean is_undated = field == CASENESS_PTL_FIELD_BOOKED && person->booked_date == CASENESS_DATE_NONE;
  gboolean is_late = person->is_past && (field == CASENESS_PTL_FIELD_BREACH || field == CASENESS_PTL_FIELD_WAIT);

  set_css_class (label, "strong", field == CASENESS_PTL_FIELD_REFERENCE || is_late);
  set_css_class (label, "no-date", is_undated);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer field)
{
  CasenessPtlRowObject *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = caseness_ptl_row_object_dup_text (row, GPOINTER_TO_UINT (field));

  gtk_label_set_text (GTK_LABEL (label), text);
  mark_cell (label, caseness_ptl_row_object_get_person (row), GPOINTER_TO_UINT (field));
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer field)
{
  return caseness_ptl_row_object_compare ((gpointer) a, (gpointer) b, GPOINTER_TO_UINT (field));
}

static void
add_column (CasenessPtlPeople *self, CasenessPtlField field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (field), NULL));
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GUINT_TO_POINTER (field));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (field));
  column = gtk_column_view_column_new (caseness_ptl_field_get_title (field), factory);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (sorter);
}

static void
make_columns (CasenessPtlPeople *self)
{
  guint field;

  for (field = 0; field < CASENESS_N_PTL_FIELDS; field++)
    add_column (self, field);
}

static void
make_models (CasenessPtlPeople *self)
{
  GtkSingleSelection *selection;

  self->store = g_list_store_new (CASENESS_TYPE_PTL_ROW_OBJECT);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

static void
caseness_ptl_people_dispose (GObject *object)
{
  CasenessPtlPeople *self = CASENESS_PTL_PEOPLE (object);

  g_clear_object (&self->sorted);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (caseness_ptl_people_parent_class)->dispose (object);
}

static void
caseness_ptl_people_class_init (CasenessPtlPeopleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_ptl_people_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-ptl-people.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlPeople, title);
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlPeople, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlPeople, view);
}

static void
caseness_ptl_people_init (CasenessPtlPeople *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_columns (self);
  make_models (self);
}

GtkWidget *
caseness_ptl_people_new (void)
{
  return g_object_new (CASENESS_TYPE_PTL_PEOPLE, NULL);
}

static void
replace_rows (CasenessPtlPeople *self, CasenessPtlAnswer *answer, GPtrArray *people, gboolean hides_names)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint i;

  for (i = 0; i < people->len; i++)
    g_ptr_array_add (rows, caseness_ptl_row_object_new (answer, g_ptr_array_index (people, i), hides_names));
  g_list_store_splice (self->store, 0, n_old, rows->pdata, rows->len);
}

void
caseness_ptl_people_show (CasenessPtlPeople *self, CasenessPtlAnswer *answer, GPtrArray *people, const char *title,
                          gboolean hides_names)
{
  g_autofree char *count = NULL;

  g_return_if_fail (CASENESS_IS_PTL_PEOPLE (self));

  count = caseness_ptl_words_people_count (people);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
  replace_rows (self, answer, people, hides_names);
}

void
caseness_ptl_people_clear (CasenessPtlPeople *self)
{
  g_return_if_fail (CASENESS_IS_PTL_PEOPLE (self));
  g_list_store_remove_all (self->store);
}

GListModel *
caseness_ptl_people_get_rows (CasenessPtlPeople *self)
{
  g_return_val_if_fail (CASENESS_IS_PTL_PEOPLE (self), NULL);
  return G_LIST_MODEL (self->sorted);
}

void
caseness_ptl_people_sort_by (CasenessPtlPeople *self, guint field, GtkSortType order)
{
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_return_if_fail (CASENESS_IS_PTL_PEOPLE (self));

  column = g_list_model_get_item (gtk_column_view_get_columns (self->view), field);
  gtk_column_view_sort_by_column (self->view, column, order);
}
