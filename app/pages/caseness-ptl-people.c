/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-people.h"

#include "caseness-ptl-row-object.h"
#include "caseness-ptl-words.h"
#include "caseness-sorted-column.h"

#include <glib/gi18n-lib.h>

struct _CasenessPtlPeople
{
  AdwBin parent_instance;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkColumnView *view;
  GListStore *store;
  GtkSortListModel *sorted;
  GtkMultiSelection *selection;
};

G_DEFINE_FINAL_TYPE (CasenessPtlPeople, caseness_ptl_people, ADW_TYPE_BIN)

enum
{
  CHOSEN_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* An action longer than this is read in full in its tooltip. */
#define ACTION_IN_CHARACTERS 24

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

/* What is agreed over who does it by when; a way to agree on something where nothing is. */
static void
bind_action_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  CasenessPtlRowObject *row = gtk_list_item_get_item (item);
  GtkWidget *button = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));
  g_autofree char *what = caseness_ptl_row_object_dup_text (row, CASENESS_PTL_FIELD_ACTION);
  g_autofree char *owner = caseness_ptl_row_object_dup_owner (row);
  g_autofree char *words = g_strdup_printf ("%s\n%s", what, owner);
  g_autofree char *markup = g_markup_printf_escaped ("%s\n<small>%s</small>", what, owner);
  gboolean is_none = *what == '\0';

  if (is_none)
    gtk_label_set_text (GTK_LABEL (label), _("+ Add"));
  else
    gtk_label_set_markup (GTK_LABEL (label), markup);
  set_css_class (label, "dim-label", is_none);
  gtk_widget_set_tooltip_text (button, is_none ? _("Record what is to be done (Enter)") : words);
}

static void
action_clicked_cb (GtkButton *button, GtkListItem *item)
{
  GtkWidget *people = gtk_widget_get_ancestor (GTK_WIDGET (button), CASENESS_TYPE_PTL_PEOPLE);

  caseness_ptl_people_choose (CASENESS_PTL_PEOPLE (people), gtk_list_item_get_position (item));
  gtk_widget_activate_action (people, "page.record-action", NULL);
}

/* The keyboard opens the row; the button is for the mouse. */
static void
setup_action_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), ACTION_IN_CHARACTERS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), ACTION_IN_CHARACTERS);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "in-table");
  gtk_widget_set_focusable (button, FALSE);
  g_signal_connect (button, "clicked", G_CALLBACK (action_clicked_cb), item);
  gtk_list_item_set_child (item, button);
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
  gboolean is_action = field == CASENESS_PTL_FIELD_ACTION;
  const CasenessSortedColumn column = {
    .title = caseness_ptl_field_get_title (field),
    .set_up = is_action ? G_CALLBACK (setup_action_cb) : G_CALLBACK (setup_cell_cb),
    .bind = is_action ? G_CALLBACK (bind_action_cb) : G_CALLBACK (bind_cell_cb),
    .compare = compare_rows,
    .data = GUINT_TO_POINTER (field),
  };

  caseness_sorted_column_append (self->view, &column);
}

static void
make_columns (CasenessPtlPeople *self)
{
  guint field;

  for (field = 0; field < CASENESS_N_PTL_FIELDS; field++)
    add_column (self, field);
}

static void
chosen_cb (CasenessPtlPeople *self)
{
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

static void
row_opened_cb (CasenessPtlPeople *self, guint position)
{
  caseness_ptl_people_choose (self, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "page.record-action", NULL);
}

static void
make_models (CasenessPtlPeople *self)
{
  self->store = g_list_store_new (CASENESS_TYPE_PTL_ROW_OBJECT);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_opened_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
caseness_ptl_people_dispose (GObject *object)
{
  CasenessPtlPeople *self = CASENESS_PTL_PEOPLE (object);

  g_clear_object (&self->selection);
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
  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed", CASENESS_TYPE_PTL_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
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

static gboolean
is_same_row (CasenessPtlPeople *self, guint position, GPtrArray *rows, guint index)
{
  g_autoptr(CasenessPtlRowObject) shown = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return caseness_ptl_row_object_is_same (shown, g_ptr_array_index (rows, index));
}

/* One splice of what differs, so that scroll, focus and choice survive an action being recorded. */
static void
splice_rows (CasenessPtlPeople *self, GPtrArray *rows)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint n_new = rows->len;
  guint n_head = 0, n_tail = 0;

  while (n_head < n_old && n_head < n_new && is_same_row (self, n_head, rows, n_head))
    n_head++;
  while (n_tail < n_old - n_head && n_tail < n_new - n_head
         && is_same_row (self, n_old - n_tail - 1, rows, n_new - n_tail - 1))
    n_tail++;
  if (n_head + n_tail < n_old || n_head + n_tail < n_new)
    g_list_store_splice (self->store, n_head, n_old - n_head - n_tail, rows->pdata + n_head, n_new - n_head - n_tail);
}

/* Returns: (transfer full): whose places are chosen now; the model's own set would change with it. */
static GtkBitset *
copy_chosen (CasenessPtlPeople *self)
{
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_copy (chosen);
}

static void
replace_rows (CasenessPtlPeople *self, CasenessPtlAnswer *answer, GPtrArray *people, gboolean hides_names)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkBitset) chosen = copy_chosen (self);
  g_autoptr(GtkBitset) everybody = NULL;
  gboolean is_as_long = g_list_model_get_n_items (G_LIST_MODEL (self->store)) == people->len;
  guint i;

  for (i = 0; i < people->len; i++)
    g_ptr_array_add (rows, caseness_ptl_row_object_new (answer, g_ptr_array_index (people, i), hides_names));
  splice_rows (self, rows);
  everybody = gtk_bitset_new_range (0, people->len);
  /* Whoever is changed comes anew, but in the same place unless the list is another one. */
  if (is_as_long)
    gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, everybody);
}

void
caseness_ptl_people_show (CasenessPtlPeople *self, CasenessPtlAnswer *answer, GPtrArray *people, const char *title,
                          gboolean hides_names)
{
  g_autofree char *count = NULL;

  g_return_if_fail (CASENESS_IS_PTL_PEOPLE (self));

  count = caseness_ptl_words_people_count (answer, people);
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

GPtrArray *
caseness_ptl_people_list_chosen (CasenessPtlPeople *self)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new ();
  g_autoptr(GtkBitset) chosen = NULL;
  guint n, i;

  g_return_val_if_fail (CASENESS_IS_PTL_PEOPLE (self), NULL);

  chosen = copy_chosen (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  for (i = 0; i < n; i++)
    {
      g_autoptr(CasenessPtlRowObject) row = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      if (gtk_bitset_is_empty (chosen) || gtk_bitset_contains (chosen, i))
        g_ptr_array_add (people, (gpointer) caseness_ptl_row_object_get_person (row));
    }
  return g_steal_pointer (&people);
}

void
caseness_ptl_people_choose (CasenessPtlPeople *self, guint position)
{
  g_return_if_fail (CASENESS_IS_PTL_PEOPLE (self));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

void
caseness_ptl_people_sort_by (CasenessPtlPeople *self, guint field, GtkSortType order)
{
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_return_if_fail (CASENESS_IS_PTL_PEOPLE (self));

  column = g_list_model_get_item (gtk_column_view_get_columns (self->view), field);
  gtk_column_view_sort_by_column (self->view, column, order);
}
