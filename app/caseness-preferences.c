/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-preferences.h"

#include "caseness-calendar-file.h"

struct _CasenessPreferences
{
  AdwPreferencesWindow parent_instance;
  CasenessSettings *settings; /* owned */
  AdwComboRow *appearance;
  GtkSwitch *second_display;
  AdwActionRow *calendar;
};

G_DEFINE_FINAL_TYPE (CasenessPreferences, caseness_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
appearance_chosen_cb (CasenessPreferences *self)
{
  if (self->settings != NULL)
    caseness_settings_set_appearance (self->settings, adw_combo_row_get_selected (self->appearance));
}

static void
show_calendar (CasenessPreferences *self)
{
  g_autofree char *sentence = caseness_calendar_file_read ();

  adw_action_row_set_subtitle (self->calendar, sentence);
}

static void
edit_calendar_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessPreferences *self = CASENESS_PREFERENCES (widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = caseness_calendar_file_make (&error);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
  else
    adw_action_row_set_subtitle (self->calendar, error->message);
}

/* Back from editing the calendar. */
static void
active_changed_cb (CasenessPreferences *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    show_calendar (self);
}

static void
caseness_preferences_dispose (GObject *object)
{
  CasenessPreferences *self = CASENESS_PREFERENCES (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), CASENESS_TYPE_PREFERENCES);
  G_OBJECT_CLASS (caseness_preferences_parent_class)->dispose (object);
}

static void
caseness_preferences_class_init (CasenessPreferencesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = caseness_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPreferences, appearance);
  gtk_widget_class_bind_template_child (widget_class, CasenessPreferences, second_display);
  gtk_widget_class_bind_template_child (widget_class, CasenessPreferences, calendar);
  gtk_widget_class_bind_template_callback (widget_class, active_changed_cb);
  gtk_widget_class_install_action (widget_class, "preferences.edit-calendar", NULL, edit_calendar_cb);
  gtk_widget_class_bind_template_callback (widget_class, appearance_chosen_cb);
}

static void
caseness_preferences_init (CasenessPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

CasenessPreferences *
caseness_preferences_new (GtkWindow *parent, CasenessSettings *settings)
{
  CasenessPreferences *self;

  g_return_val_if_fail (CASENESS_IS_SETTINGS (settings), NULL);

  self = g_object_new (CASENESS_TYPE_PREFERENCES, "transient-for", parent, NULL);
  adw_combo_row_set_selected (self->appearance, caseness_settings_get_appearance (settings));
  self->settings = g_object_ref (settings);
  g_object_bind_property (settings, "meeting-mode-on-second-display", self->second_display, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  show_calendar (self);
  return self;
}
