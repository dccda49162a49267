/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-saved-filters.h"

#include "caseness-pack-words.h"
#include "caseness-saved-filter.h"

#include <glib/gi18n-lib.h>

struct _CasenessSavedFilters
{
  AdwBin parent_instance;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkBox *list;
  GtkLabel *hint;
  GtkWidget *saver;
  GtkEditable *name_entry;
  GtkWidget *save_button;
  CasenessSession *session; /* owned, nullable */
  GPtrArray *saved;         /* owned, nullable: CasenessSavedFilter, as listed */
};

G_DEFINE_FINAL_TYPE (CasenessSavedFilters, caseness_saved_filters, ADW_TYPE_BIN)

static void
record (CasenessSavedFilters *self, const char *name, const char *body, const char *words)
{
  const CasenessJournalChange change = { CASENESS_SAVED_FILTER_KIND, name, body };

  if (self->session != NULL && caseness_session_get_file (self->session) != NULL)
    caseness_session_write_journal_async (self->session, &change, 1, words, NULL, NULL);
}

static const CasenessSavedFilter *
get_saved (CasenessSavedFilters *self, GtkWidget *button)
{
  return g_ptr_array_index (self->saved, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "caseness-place")));
}

static void
chosen_cb (CasenessSavedFilters *self, GtkWidget *button)
{
  g_autoptr(CasenessFilter) filter = caseness_filter_ref (get_saved (self, button)->filter);

  gtk_popover_popdown (self->popover);
  caseness_session_set_filter (self->session, filter);
}

static void
removed_cb (CasenessSavedFilters *self, GtkWidget *button)
{
  g_autofree char *name = g_strdup (get_saved (self, button)->name);

  gtk_popover_popdown (self->popover);
  record (self, name, NULL, _("Saved filter removed"));
}

static GtkWidget *
make_button (CasenessSavedFilters *self, GtkWidget *button, guint place, const char *name, GCallback clicked)
{
  g_object_set_data (G_OBJECT (button), "caseness-place", GUINT_TO_POINTER (place));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_words (const CasenessSavedFilter *saved, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (saved->name), *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_add_css_class (label, "chart-subtitle");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
append_saved (CasenessSavedFilters *self, guint place)
{
  const CasenessSavedFilter *saved = g_ptr_array_index (self->saved, place);
  g_autofree char *words = caseness_pack_dup_filter (saved->filter, !caseness_session_get_meeting_mode (self->session));
  /* Translators: the name of a saved filter and what it lets through */
  g_autofree char *name = g_strdup_printf (_("Filter by %1$s: %2$s"), saved->name, words);
  g_autofree char *leave = g_strdup_printf (_("Remove the saved filter %s"), saved->name);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *choose = gtk_button_new (), *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_button_set_child (GTK_BUTTON (choose), make_words (saved, words));
  gtk_widget_set_hexpand (choose, TRUE);
  gtk_widget_set_tooltip_text (remove, leave);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), make_button (self, choose, place, name, G_CALLBACK (chosen_cb)));
  gtk_box_append (GTK_BOX (row), make_button (self, remove, place, leave, G_CALLBACK (removed_cb)));
  gtk_box_append (self->list, row);
}

static gboolean
can_save (CasenessSavedFilters *self)
{
  return self->session != NULL && caseness_session_get_file (self->session) != NULL
         && !caseness_filter_is_empty (caseness_session_get_filter (self->session));
}

static void
name_changed_cb (CasenessSavedFilters *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));

  gtk_widget_set_sensitive (self->save_button, *name != '\0' && can_save (self));
}

static void
shown_cb (CasenessSavedFilters *self)
{
  GtkWidget *child;
  guint i;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  if (self->session == NULL)
    return;
  self->saved = caseness_saved_filter_list (caseness_session_get_journal (self->session));
  for (i = 0; i < self->saved->len; i++)
    append_saved (self, i);
  gtk_widget_set_visible (self->saver, can_save (self));
  gtk_label_set_text (self->hint, can_save (self) ? _("Save the present filter under a name")
                                                  : _("Filter the page first; then the filter can be saved by name."));
  gtk_editable_set_text (self->name_entry, "");
  name_changed_cb (self);
}

static void
save_cb (CasenessSavedFilters *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));

  if (*name == '\0' || !can_save (self))
    return;
  gtk_popover_popdown (self->popover);
  caseness_saved_filters_save (self, name);
}

static void
caseness_saved_filters_dispose (GObject *object)
{
  CasenessSavedFilters *self = CASENESS_SAVED_FILTERS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (caseness_saved_filters_parent_class)->dispose (object);
}

static void
caseness_saved_filters_class_init (CasenessSavedFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_saved_filters_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-saved-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessSavedFilters, button);
  gtk_widget_class_bind_template_child (widget_class, CasenessSavedFilters, popover);
  gtk_widget_class_bind_template_child (widget_class, CasenessSavedFilters, list);
  gtk_widget_class_bind_template_child (widget_class, CasenessSavedFilters, hint);
  gtk_widget_class_bind_template_child (widget_class, CasenessSavedFilters, saver);
  gtk_widget_class_bind_template_child (widget_class, CasenessSavedFilters, name_entry);
  gtk_widget_class_bind_template_child (widget_class, CasenessSavedFilters, save_button);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
caseness_saved_filters_init (CasenessSavedFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
caseness_saved_filters_set_session (CasenessSavedFilters *self, CasenessSession *session)
{
  g_return_if_fail (CASENESS_IS_SAVED_FILTERS (self));
  g_set_object (&self->session, session);
}

void
caseness_saved_filters_save (CasenessSavedFilters *self, const char *name)
{
  g_autofree char *body = NULL;

  g_return_if_fail (CASENESS_IS_SAVED_FILTERS (self) && name != NULL);
  if (!can_save (self))
    return;
  body = caseness_saved_filter_write (caseness_session_get_filter (self->session));
  record (self, name, body, _("Filter saved"));
}
