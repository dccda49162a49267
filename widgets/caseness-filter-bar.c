/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-filter-bar.h"

#include "caseness-filter-choice.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CasenessFilterBar
{
  GtkWidget parent_instance;
  CasenessWrapBox *chips;
  GtkMenuButton *add_button;
  GtkPopover *popover;
  GtkStack *stack;
  GtkListBox *dimension_list;
  GtkLabel *value_title;
  GtkSearchEntry *search;
  GtkListBox *value_list;
  GPtrArray *choices; /* (element-type CasenessFilterChoice): in order of offering */
  int dimension;      /* whose values the popover shows */
};

G_DEFINE_FINAL_TYPE (CasenessFilterBar, caseness_filter_bar, GTK_TYPE_WIDGET)

enum
{
  VALUES_WANTED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CasenessFilterChoice *
find_choice (CasenessFilterBar *self, int dimension)
{
  guint i;

  for (i = 0; i < self->choices->len; i++)
    {
      CasenessFilterChoice *choice = g_ptr_array_index (self->choices, i);

      if (choice->dimension == dimension)
        return choice;
    }
  return NULL;
}

static void
remove_rows (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* A row whose name assistive technology knows: list box rows have no label of their own. */
static GtkWidget *
append_row (GtkListBox *list, GtkWidget *child, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (list, row);
  return row;
}

static void
fill_dimensions (CasenessFilterBar *self)
{
  guint i;

  remove_rows (self->dimension_list);
  for (i = 0; i < self->choices->len; i++)
    {
      CasenessFilterChoice *choice = g_ptr_array_index (self->choices, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *label = gtk_label_new (choice->name);
      GtkWidget *row;

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
      row = append_row (self->dimension_list, box, choice->name);
      gtk_widget_set_sensitive (row, choice->is_unlisted || choice->values[0] != NULL);
    }
}

static void
append_value (CasenessFilterBar *self, const CasenessFilterChoice *choice, guint index)
{
  GtkWidget *check = gtk_check_button_new_with_label (choice->labels[index]);
  GtkWidget *row;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               caseness_filter_choice_is_chosen (choice, choice->values[index]));
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_can_focus (check, FALSE);
  row = append_row (self->value_list, check, choice->labels[index]);
  g_object_set_data_full (G_OBJECT (row), "caseness-value", g_strdup (choice->values[index]), g_free);
}

static void
show_values (CasenessFilterBar *self, int dimension)
{
  const CasenessFilterChoice *choice = find_choice (self, dimension);
  guint i;

  g_assert (choice != NULL);
  if (choice->is_unlisted)
    g_signal_emit (self, signals[VALUES_WANTED], 0, dimension);
  self->dimension = dimension;
  gtk_label_set_text (self->value_title, choice->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value_list), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->name, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  remove_rows (self->value_list);
  for (i = 0; choice->values[i] != NULL; i++)
    append_value (self, choice, i);
  gtk_stack_set_visible_child_name (self->stack, "values");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
show_checks (CasenessFilterBar *self, const CasenessFilterChoice *choice)
{
  GtkListBoxRow *row;
  int i;

  for (i = 0; (row = gtk_list_box_get_row_at_index (self->value_list, i)) != NULL; i++)
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row)),
        caseness_filter_choice_is_chosen (choice, g_object_get_data (G_OBJECT (row), "caseness-value")));
}

static void
chip_clicked_cb (CasenessFilterBar *self, GtkWidget *button)
{
  int dimension = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "caseness-dimension"));

  gtk_menu_button_popup (self->add_button);
  show_values (self, dimension);
}

static void
chip_removed_cb (CasenessFilterBar *self, GtkWidget *button)
{
  static const char *const nothing[] = { NULL };
  int dimension = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "caseness-dimension"));

  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
  g_signal_emit (self, signals[CHANGED], 0, dimension, nothing);
}

static GtkWidget *
make_chip_button (CasenessFilterBar *self, const CasenessFilterChoice *choice, GtkWidget *button, const char *name,
                  GCallback clicked)
{
  g_object_set_data (G_OBJECT (button), "caseness-dimension", GINT_TO_POINTER (choice->dimension));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_chip (CasenessFilterBar *self, const CasenessFilterChoice *choice)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *words = caseness_filter_choice_describe (choice);
  /* Translators: %s is a dimension such as Team */
  g_autofree char *change = g_strdup_printf (_("Change the filter %s"), words);
  g_autofree char *leave = g_strdup_printf (_("Remove the filter %s"), words);

  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (chip), make_chip_button (self, choice, gtk_button_new_with_label (words), change,
                                                    G_CALLBACK (chip_clicked_cb)));
  gtk_box_append (GTK_BOX (chip),
                  make_chip_button (self, choice, gtk_button_new_from_icon_name ("window-close-symbolic"), leave,
                                    G_CALLBACK (chip_removed_cb)));
  return chip;
}

/* The caption stands first and the add button last; the chips are made anew between them. */
static void
fill_chips (CasenessFilterBar *self)
{
  GtkWidget *add = GTK_WIDGET (self->add_button);
  GtkWidget *chip = gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (self->chips)));
  guint i;

  while (chip != add)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (chip);

      gtk_widget_unparent (chip);
      chip = next;
    }
  for (i = 0; i < self->choices->len; i++)
    {
      CasenessFilterChoice *choice = g_ptr_array_index (self->choices, i);

      if (choice->chosen[0] != NULL)
        gtk_widget_insert_before (make_chip (self, choice), GTK_WIDGET (self->chips), add);
    }
}

static void
dimension_activated_cb (CasenessFilterBar *self, GtkListBoxRow *row)
{
  CasenessFilterChoice *choice = g_ptr_array_index (self->choices, gtk_list_box_row_get_index (row));

  show_values (self, choice->dimension);
}

static void
value_activated_cb (CasenessFilterBar *self, GtkListBoxRow *row)
{
  const char *value = g_object_get_data (G_OBJECT (row), "caseness-value");
  g_auto(GStrv) wanted = caseness_filter_choice_toggle (find_choice (self, self->dimension), value);

  g_signal_emit (self, signals[CHANGED], 0, self->dimension, wanted);
}

static void
back_cb (CasenessFilterBar *self)
{
  gtk_stack_set_visible_child_name (self->stack, "dimensions");
  gtk_widget_grab_focus (GTK_WIDGET (self->dimension_list));
}

static void
popover_shown_cb (CasenessFilterBar *self)
{
  fill_dimensions (self);
  gtk_stack_set_visible_child_name (self->stack, "dimensions");
}

static void
search_changed_cb (CasenessFilterBar *self)
{
  gtk_list_box_invalidate_filter (self->value_list);
}

/* Enter in the search takes the first value that is left. */
static void
search_activate_cb (CasenessFilterBar *self)
{
  GtkListBoxRow *row;
  int i;

  for (i = 0; (row = gtk_list_box_get_row_at_index (self->value_list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        value_activated_cb (self, row);
        return;
      }
}

static gboolean
passes_search (GtkListBoxRow *row, gpointer user_data)
{
  CasenessFilterBar *self = user_data;
  const char *label = gtk_check_button_get_label (GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row)));
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return *wanted == '\0' || g_str_match_string (wanted, label, TRUE);
}

static void
caseness_filter_bar_dispose (GObject *object)
{
  CasenessFilterBar *self = CASENESS_FILTER_BAR (object);
  GtkWidget *child;

  if (self->value_list != NULL)
    gtk_list_box_set_filter_func (self->value_list, NULL, NULL, NULL);
  self->value_list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (caseness_filter_bar_parent_class)->dispose (object);
}

static void
caseness_filter_bar_finalize (GObject *object)
{
  g_ptr_array_unref (CASENESS_FILTER_BAR (object)->choices);
  G_OBJECT_CLASS (caseness_filter_bar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-filter-bar.ui");
  gtk_widget_class_bind_template_child (klass, CasenessFilterBar, chips);
  gtk_widget_class_bind_template_child (klass, CasenessFilterBar, add_button);
  gtk_widget_class_bind_template_child (klass, CasenessFilterBar, popover);
  gtk_widget_class_bind_template_child (klass, CasenessFilterBar, stack);
  gtk_widget_class_bind_template_child (klass, CasenessFilterBar, dimension_list);
  gtk_widget_class_bind_template_child (klass, CasenessFilterBar, value_title);
  gtk_widget_class_bind_template_child (klass, CasenessFilterBar, search);
  gtk_widget_class_bind_template_child (klass, CasenessFilterBar, value_list);
  gtk_widget_class_bind_template_callback (klass, dimension_activated_cb);
  gtk_widget_class_bind_template_callback (klass, value_activated_cb);
  gtk_widget_class_bind_template_callback (klass, back_cb);
  gtk_widget_class_bind_template_callback (klass, popover_shown_cb);
  gtk_widget_class_bind_template_callback (klass, search_changed_cb);
  gtk_widget_class_bind_template_callback (klass, search_activate_cb);
}

static void
caseness_filter_bar_class_init (CasenessFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = caseness_filter_bar_dispose;
  object_class->finalize = caseness_filter_bar_finalize;
  signals[VALUES_WANTED] = g_signal_new ("values-wanted", CASENESS_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CHANGED] = g_signal_new ("changed", CASENESS_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRV);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
caseness_filter_bar_init (CasenessFilterBar *self)
{
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_filter_choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->value_list, passes_search, self, NULL);
}

GtkWidget *
caseness_filter_bar_new (void)
{
  return g_object_new (CASENESS_TYPE_FILTER_BAR, NULL);
}

static CasenessFilterChoice *
add_choice (CasenessFilterBar *self, int dimension)
{
  CasenessFilterChoice *choice = find_choice (self, dimension);

  if (choice != NULL)
    return choice;
  choice = caseness_filter_choice_new (dimension);
  g_ptr_array_add (self->choices, choice);
  return choice;
}

void
caseness_filter_bar_offer (CasenessFilterBar *self, int dimension, const char *name, const char *const *values,
                           const char *const *labels)
{
  CasenessFilterChoice *choice;

  g_return_if_fail (CASENESS_IS_FILTER_BAR (self));
  g_return_if_fail (values != NULL);

  choice = add_choice (self, dimension);
  caseness_filter_choice_offer (choice, name, values, labels);
  if (choice->chosen[0] != NULL)
    fill_chips (self);
}

void
caseness_filter_bar_offer_later (CasenessFilterBar *self, int dimension, const char *name)
{
  g_return_if_fail (CASENESS_IS_FILTER_BAR (self));
  caseness_filter_choice_offer_later (add_choice (self, dimension), name);
}

void
caseness_filter_bar_show (CasenessFilterBar *self, int dimension, const char *const *values)
{
  CasenessFilterChoice *choice;

  g_return_if_fail (CASENESS_IS_FILTER_BAR (self));

  choice = find_choice (self, dimension);
  g_return_if_fail (choice != NULL);
  if (!caseness_filter_choice_choose (choice, values))
    return;
  fill_chips (self);
  if (self->dimension == dimension)
    show_checks (self, choice);
}

void
caseness_filter_bar_popup (CasenessFilterBar *self)
{
  g_return_if_fail (CASENESS_IS_FILTER_BAR (self));
  gtk_menu_button_popup (self->add_button);
}
