/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-application.h"

#include "caseness-accelerators.h"
#include "caseness-calendar-file.h"
#include "caseness-preferences.h"
#include "caseness-render.h"
#include "caseness-settings.h"
#include "caseness-window.h"

#include <glib/gi18n-lib.h>

struct _CasenessApplication
{
  AdwApplication parent_instance;
  CasenessSettings *settings; /* owned, from startup on */
  char *render_folder;        /* nullable: where --render puts its pictures */
  int exit_status;
};

G_DEFINE_FINAL_TYPE (CasenessApplication, caseness_application, ADW_TYPE_APPLICATION)

static const AdwColorScheme color_schemes[] = {
  [CASENESS_APPEARANCE_SYSTEM] = ADW_COLOR_SCHEME_DEFAULT,
  [CASENESS_APPEARANCE_LIGHT] = ADW_COLOR_SCHEME_FORCE_LIGHT,
  [CASENESS_APPEARANCE_DARK] = ADW_COLOR_SCHEME_FORCE_DARK,
};

static void
apply_appearance_cb (CasenessApplication *self)
{
  AdwStyleManager *manager = adw_application_get_style_manager (ADW_APPLICATION (self));

  adw_style_manager_set_color_scheme (manager, color_schemes[caseness_settings_get_appearance (self->settings)]);
}

static CasenessWindow *
get_window (CasenessApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !CASENESS_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    return CASENESS_WINDOW (window);
  return caseness_window_new (self, self->settings);
}

static void
rendered_cb (GObject *window, GAsyncResult *result, gpointer user_data)
{
  CasenessApplication *self = user_data;
  g_autoptr(GError) error = NULL;

  if (!caseness_render_finish (result, &error))
    {
      g_printerr ("caseness: %s\n", error->message);
      self->exit_status = 1;
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_application_release (G_APPLICATION (self));
}

/* Pictures must not depend on how large the window was last left, so that settings stay out of it. */
static void
render (CasenessApplication *self, GFile *file)
{
  CasenessWindow *window = caseness_window_new (self, self->settings);

  gtk_window_unmaximize (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), CASENESS_RENDER_WIDTH, CASENESS_RENDER_HEIGHT);
  g_application_hold (G_APPLICATION (self));
  caseness_render_async (window, file, self->render_folder, rendered_cb, self);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CasenessApplication *self = user_data;
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (caseness_preferences_new (parent, self->settings)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const developers[] = { "The Caseness authors", NULL };
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  adw_show_about_window (parent, "application-name", "Caseness", "application-icon", CASENESS_APPLICATION_ID,
                         "version", CASENESS_VERSION, "developer-name", _("The Caseness authors"), "developers",
                         developers, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _("Waiting lists, recovery and equity of a Talking Therapies service, from the data it "
                           "already submits. Everything stays on this computer."),
                         /* Translators: put your own name here, one translator a line */
                         "translator-credits", _("translator-credits"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static const GActionEntry actions[] = {
  { "preferences", preferences_cb },
  { "about", about_cb },
  { "quit", quit_cb },
};

static void
caseness_application_startup (GApplication *application)
{
  CasenessApplication *self = CASENESS_APPLICATION (application);

  G_APPLICATION_CLASS (caseness_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (CASENESS_APPLICATION_ID);
  self->settings = caseness_settings_new ();
  g_signal_connect_object (self->settings, "notify::appearance", G_CALLBACK (apply_appearance_cb), self,
                           G_CONNECT_SWAPPED);
  apply_appearance_cb (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  caseness_accelerators_install (GTK_APPLICATION (self));
  g_free (caseness_calendar_file_read ()); /* what is wrong with it is said in Preferences */
}

static void
caseness_application_activate (GApplication *application)
{
  CasenessApplication *self = CASENESS_APPLICATION (application);

  if (self->render_folder != NULL)
    render (self, NULL);
  else
    gtk_window_present (GTK_WINDOW (get_window (self)));
}

static void
caseness_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  CasenessApplication *self = CASENESS_APPLICATION (application);
  CasenessWindow *window;

  if (self->render_folder != NULL)
    {
      render (self, files[0]);
      return;
    }
  window = get_window (self);
  gtk_window_present (GTK_WINDOW (window));
  caseness_window_take_files (window, files, n_files);
}

static int
caseness_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  CasenessApplication *self = CASENESS_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("caseness %s\n", CASENESS_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "render", "^ay", &self->render_folder))
    {
      GApplicationFlags flags = g_application_get_flags (application);

      g_application_set_flags (application, flags | G_APPLICATION_NON_UNIQUE);
    }
  return -1;
}

static void
caseness_application_dispose (GObject *object)
{
  CasenessApplication *self = CASENESS_APPLICATION (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (caseness_application_parent_class)->dispose (object);
}

static void
caseness_application_finalize (GObject *object)
{
  CasenessApplication *self = CASENESS_APPLICATION (object);

  g_free (self->render_folder);
  G_OBJECT_CLASS (caseness_application_parent_class)->finalize (object);
}

static void
caseness_application_class_init (CasenessApplicationClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  object_class->dispose = caseness_application_dispose;
  object_class->finalize = caseness_application_finalize;
  application_class->startup = caseness_application_startup;
  application_class->activate = caseness_application_activate;
  application_class->open = caseness_application_open;
  application_class->handle_local_options = caseness_application_handle_local_options;
}

static const GOptionEntry options[] = {
  { "render", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_("Write a picture of every page of FILE to DIR, light and dark, and end"), N_("DIR") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and end"), NULL },
  { NULL },
};

static void
caseness_application_init (CasenessApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _("[FILE.caseness | FOLDER…]"));
  g_application_set_option_context_summary (
      application, _("Opens a service file, or offers to import submission folders and local lists."));
}

CasenessApplication *
caseness_application_new (void)
{
  return g_object_new (CASENESS_TYPE_APPLICATION, "application-id", CASENESS_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/io/github/caseness/Caseness", NULL);
}

int
caseness_application_get_exit_status (CasenessApplication *self)
{
  g_return_val_if_fail (CASENESS_IS_APPLICATION (self), 1);

  return self->exit_status;
}
