/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include <stdio.h>

/*
 * A window with files in it, as a file manager has: drag-source NAME PATH… shows one that is called NAME; whoever presses on
 * it and moves the pointer drags the files. It tells a line at a time how far that has come, "begun" and, once what is
 * below the pointer would take them, "wanted", and ends well when they were taken.
 */

#define PATIENCE_SECONDS 60

static GtkWindow *window;
static gboolean is_taken;

static void
tell (const char *word)
{
  puts (word);
  fflush (stdout);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer paths)
{
  GSList *files = NULL;
  GdkFileList *list;

  for (char **path = paths; *path != NULL; path++)
    files = g_slist_append (files, g_file_new_for_path (*path));
  list = gdk_file_list_new_from_list (files);
  g_slist_free_full (files, g_object_unref);
  return gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
}

static void
action_changed_cb (GdkDrag *drag)
{
  if (gdk_drag_get_selected_action (drag) != 0)
    tell ("wanted");
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer unused)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (action_changed_cb), NULL);
  tell ("begun");
}

static gboolean
drag_cancel_cb (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason, gpointer unused)
{
  is_taken = FALSE;
  return FALSE;
}

static void
close_window (void)
{
  g_clear_pointer (&window, gtk_window_destroy);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean is_moved, gpointer unused)
{
  close_window ();
}

static gboolean
lose_patience_cb (gpointer unused)
{
  is_taken = FALSE;
  close_window ();
  return G_SOURCE_REMOVE;
}

static void
show_window (const char *name, char **paths)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *label = gtk_label_new (name);

  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), paths);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (drag_cancel_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), NULL);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_title (window, name);
  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_default_size (window, 80, 60);
  gtk_window_set_child (window, label);
  gtk_window_present (window);
}

int
main (int argc, char *argv[])
{
  if (argc < 3 || !gtk_init_check ())
    return 2;
  is_taken = TRUE;
  show_window (argv[1], argv + 2);
  g_timeout_add_seconds (PATIENCE_SECONDS, lose_patience_cb, NULL);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  return is_taken ? 0 : 1;
}
