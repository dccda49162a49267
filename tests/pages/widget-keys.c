/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-keys.h"

#define PATIENCE_SECONDS 60

static gboolean
fits (GtkShortcut *shortcut, guint key, GdkModifierType modifiers)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
         && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

static gboolean
try_controller (GtkWidget *widget, GListModel *shortcuts, guint key, GdkModifierType modifiers)
{
  guint i;

  for (i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (fits (shortcut, key, modifiers)
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
try_widget (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_taken = FALSE;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        is_taken = try_controller (widget, G_LIST_MODEL (controller), key, modifiers);
    }
  return is_taken;
}

gboolean
press_key (GtkWidget *from, guint key, GdkModifierType modifiers)
{
  for (; from != NULL; from = gtk_widget_get_parent (from))
    if (try_widget (from, key, modifiers))
      return TRUE;
  return FALSE;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
run_until (gboolean (*is_done) (gpointer data), gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  guint waker = g_timeout_add (20, wake_cb, NULL);

  while (!is_done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (waker);
}

static gboolean
has_passed (gpointer deadline)
{
  return g_get_monotonic_time () > *(gint64 *) deadline;
}

void
run_for_a_while (void)
{
  gint64 deadline = g_get_monotonic_time () + G_USEC_PER_SEC / 4;

  run_until (has_passed, &deadline);
}

GtkWidget *
find_child (GtkWidget *widget, const char *type_name)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_str_equal (G_OBJECT_TYPE_NAME (child), type_name) ? child : find_child (child, type_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWindow *
find_window (GType type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();
  GList *l;

  for (l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;
  return NULL;
}
