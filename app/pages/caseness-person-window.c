/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-window.h"

#include "caseness-toast.h"

#include <glib/gi18n-lib.h>

struct _CasenessPersonWindow
{
  AdwWindow parent_instance;
  AdwToastOverlay *toasts;
  AdwBin *place;
  AdwWindowTitle *title;
  GtkLabel *caution;

  CasenessPersonPage *page;   /* not owned: in @place */
  CasenessSnapshot *snapshot; /* owned */
  GArray *people;             /* owned: CasenessListedPerson */
  guint position;
};

G_DEFINE_FINAL_TYPE (CasenessPersonWindow, caseness_person_window, ADW_TYPE_WINDOW)

static void
show_words (CasenessPersonWindow *self)
{
  CasenessSession *session = caseness_page_get_session (CASENESS_PAGE (self->page));
  gboolean hides = session == NULL || caseness_session_get_meeting_mode (session);
  g_autofree char *name = caseness_person_page_dup_name (self->page);
  /* Translators: where somebody stands on a list. */
  g_autofree char *subtitle = g_strdup_printf (_("person %u of %u"), self->position + 1, self->people->len);

  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.note", !hides);
  gtk_label_set_text (self->caution, hides ? _("Names nobody") : _("Identifies a person: not for a projector"));
}

static void
show_position (CasenessPersonWindow *self, guint position)
{
  const CasenessListedPerson *person = &g_array_index (self->people, CasenessListedPerson, position);

  self->position = position;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.previous", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.next", position + 1 < self->people->len);
  caseness_person_page_show (self->page, self->snapshot, person->pathway, person->number);
}

static void
previous_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPersonWindow *self = CASENESS_PERSON_WINDOW (widget);

  if (self->position > 0)
    show_position (self, self->position - 1);
}

static void
next_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPersonWindow *self = CASENESS_PERSON_WINDOW (widget);

  if (self->position + 1 < self->people->len)
    show_position (self, self->position + 1);
}

/* The page's actions live below the header bar, out of its buttons' reach by name. */
static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (CASENESS_PERSON_WINDOW (widget)->page), "page.print", NULL);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (CASENESS_PERSON_WINDOW (widget)->page), "page.export-table", NULL);
}

static void
note_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (CASENESS_PERSON_WINDOW (widget)->page), "page.note", NULL);
}

/* The window of the list undoes what is recorded in it; here nothing but notes is. */
static void
undo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessSession *session = caseness_page_get_session (CASENESS_PAGE (CASENESS_PERSON_WINDOW (widget)->page));

  caseness_session_undo_journal_async (session, 0, NULL, NULL);
}

static void
message_cb (CasenessPersonWindow *self, const char *message)
{
  caseness_toast_show (self->toasts, message, NULL, NULL);
}

static void
caseness_person_window_dispose (GObject *object)
{
  CasenessPersonWindow *self = CASENESS_PERSON_WINDOW (object);

  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->snapshot, caseness_snapshot_unref);
  G_OBJECT_CLASS (caseness_person_window_parent_class)->dispose (object);
}

static void
caseness_person_window_class_init (CasenessPersonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_person_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-person-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPersonWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CasenessPersonWindow, place);
  gtk_widget_class_bind_template_child (widget_class, CasenessPersonWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CasenessPersonWindow, caution);
  gtk_widget_class_install_action (widget_class, "person.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "person.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "person.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "person.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "person.note", NULL, note_cb);
  gtk_widget_class_install_action (widget_class, "person.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "person.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "person.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "person.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "person.note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "person.undo", NULL);
}

static void
caseness_person_window_init (CasenessPersonWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
caseness_person_window_open (GtkWidget *from, CasenessSession *session, CasenessSnapshot *snapshot,
                             const GArray *people, guint position)
{
  GtkRoot *root;
  CasenessPersonWindow *self;

  g_return_val_if_fail (GTK_IS_WIDGET (from) && CASENESS_IS_SESSION (session) && snapshot != NULL, NULL);
  g_return_val_if_fail (people != NULL && position < people->len, NULL);

  root = GTK_IS_ROOT (from) ? GTK_ROOT (from) : gtk_widget_get_root (from);
  self = g_object_new (CASENESS_TYPE_PERSON_WINDOW, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->snapshot = caseness_snapshot_ref (snapshot);
  self->people = g_array_copy ((GArray *) people);
  self->page = CASENESS_PERSON_PAGE (caseness_person_page_new (session));
  g_signal_connect_object (self->page, "changed", G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "toast", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, GTK_WIDGET (self->page));
  show_position (self, position);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}

CasenessPersonPage *
caseness_person_window_get_page (CasenessPersonWindow *self)
{
  g_return_val_if_fail (CASENESS_IS_PERSON_WINDOW (self), NULL);
  return self->page;
}

static void
add_once (GArray *people, const CasenessListedPerson *person)
{
  if (people->len == 0 || g_array_index (people, CasenessListedPerson, people->len - 1).pathway != person->pathway)
    g_array_append_vals (people, person, 1);
}

GtkWindow *
caseness_person_window_open_row (CasenessDataTable *table, CasenessSession *session, CasenessSnapshot *snapshot,
                                 guint id, CasenessListedFunc func, gconstpointer data)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (CasenessListedPerson));
  guint position = G_MAXUINT, i;
  GListModel *rows;

  g_return_val_if_fail (CASENESS_IS_DATA_TABLE (table) && func != NULL, NULL);

  rows = caseness_data_table_get_rows (table);
  for (i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(CasenessDataRow) row = g_list_model_get_item (rows, i);
      CasenessListedPerson person;

      if (!func (data, caseness_data_row_get_id (row), &person))
        continue;
      add_once (people, &person);
      if (caseness_data_row_get_id (row) == id)
        position = people->len - 1;
    }
  if (position == G_MAXUINT)
    return NULL;
  return caseness_person_window_open (GTK_WIDGET (table), session, snapshot, people, position);
}
