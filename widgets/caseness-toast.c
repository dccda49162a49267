/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-toast.h"

/* libadwaita 1.2 frees what it knows of a toast once the toast has faded out, while the animation that slid it in may still
 * play and then reaches for it: somebody closed it at once, or a busy machine drew no frame for as long as it was to stay. So
 * toasts come and go at once; an animation that does not begin has nothing to reach for. */
static void
hold_animations (GtkSettings *settings)
{
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

/* As the desktop has them again. */
static void
release_animations (GtkSettings *settings)
{
  gtk_settings_reset_property (settings, "gtk-enable-animations");
}

/* Under this name an overlay knows what it shows. */
#define SHOWN "caseness-toast-shown"

static void
forget_cb (AdwToast *toast, GObject *overlay)
{
  if (g_object_get_data (overlay, SHOWN) == toast)
    g_object_set_data (overlay, SHOWN, NULL);
}

void
caseness_toast_show (AdwToastOverlay *overlay, const char *message, const char *button, const char *action)
{
  GtkSettings *settings;
  AdwToast *shown;
  g_autofree char *escaped = NULL;
  gboolean are_enabled;
  AdwToast *toast;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (message != NULL);
  g_return_if_fail ((button == NULL) == (action == NULL));

  shown = g_object_get_data (G_OBJECT (overlay), SHOWN);
  if (shown != NULL)
    adw_toast_dismiss (shown);

  settings = gtk_widget_get_settings (GTK_WIDGET (overlay));
  escaped = g_markup_escape_text (message, -1);
  toast = adw_toast_new (escaped);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
    }
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_cb), overlay, 0);
  g_object_set_data_full (G_OBJECT (overlay), SHOWN, g_object_ref (toast), g_object_unref);

  g_object_get (settings, "gtk-enable-animations", &are_enabled, NULL);
  if (!are_enabled)
    {
      adw_toast_overlay_add_toast (overlay, toast);
      return;
    }

  /* Before the overlay connects its own, so that these stand around it: one toast goes there and the next one comes. */
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (hold_animations), settings, G_CONNECT_SWAPPED);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (release_animations), settings,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  hold_animations (settings);
  adw_toast_overlay_add_toast (overlay, toast);
  release_animations (settings);
}
