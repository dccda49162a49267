/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-window-private.h"

#include "caseness-data-error.h"
#include "caseness-imports-dialog.h"
#include "caseness-page-types.h"
#include "caseness-recent.h"
#include "caseness-salvage-dialog.h"
#include "caseness-share-dialog.h"
#include "caseness-standards-window.h"
#include "caseness-tell.h"
#include "caseness-toast.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static GCancellable *
start_working (CasenessWindow *self)
{
  g_clear_object (&self->working);
  self->working = g_cancellable_new ();
  return self->working;
}

/* A file on its way to be opened. */
typedef struct
{
  CasenessWindow *window; /* owned */
  GFile *file;            /* owned */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->file);
  g_free (opening);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
open_saved (GtkWindow *window, GFile *saved)
{
  caseness_window_open (CASENESS_WINDOW (window), saved);
}

static void
opened_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Opening) opening = user_data;
  CasenessWindow *self = opening->window;
  g_autoptr(GError) error = NULL;

  if (caseness_session_open_finish (CASENESS_SESSION (session), result, &error))
    caseness_recent_add (caseness_session_get_file (CASENESS_SESSION (session)));
  else if (g_error_matches (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_CORRUPT))
    caseness_salvage_dialog_run (GTK_WINDOW (self), self->session, opening->file, error->message, open_saved);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    caseness_tell (GTK_WINDOW (self), _("The service file could not be opened"), error->message);
}

static void
explored_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (caseness_session_explore_demo_finish (CASENESS_SESSION (session), result, &error))
    caseness_window_toast (self, _("This is the demo service. Everybody in it is invented."));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    caseness_tell (GTK_WINDOW (self), _("The demo service could not be made"), error->message);
}

static void
file_chosen_cb (CasenessWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (file != NULL)
    caseness_window_open (self, file);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *suffix)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffix != NULL)
    gtk_file_filter_add_suffix (filter, suffix);
  else
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

/* Beside the open file, or where imports put theirs, which people would hardly find by themselves. */
static void
start_in_likely_folder (CasenessWindow *self, GtkFileChooser *chooser)
{
  GFile *open = caseness_session_get_file (self->session);
  g_autoptr(GFile) folder = open != NULL ? g_file_get_parent (open)
                                          : g_file_new_build_filename (g_get_user_data_dir (), "caseness", NULL);

  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessWindow *self = CASENESS_WINDOW (widget);
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_("Open a Service File"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                     _("_Open"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  add_filter (GTK_FILE_CHOOSER (chooser), _("Service files"), "caseness");
  add_filter (GTK_FILE_CHOOSER (chooser), _("All files"), NULL);
  start_in_likely_folder (self, GTK_FILE_CHOOSER (chooser));
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->chooser, GTK_NATIVE_DIALOG (chooser));
  gtk_native_dialog_show (self->chooser);
  g_object_unref (chooser);
}

static void
open_recent_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  caseness_window_open (CASENESS_WINDOW (widget), file);
}

static void
close_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  caseness_session_close (CASENESS_WINDOW (widget)->session);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  caseness_window_show_import (CASENESS_WINDOW (widget), NULL, 0);
}

static void
imports_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessWindow *self = CASENESS_WINDOW (widget);
  CasenessImportsDialog *dialog = caseness_imports_dialog_new (GTK_WINDOW (self), self->session);

  g_signal_connect_object (dialog, "toast", G_CALLBACK (caseness_window_toast), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
standards_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (caseness_standards_window_new (GTK_WINDOW (widget), CASENESS_WINDOW (widget)->session));
}

static void
share_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessWindow *self = CASENESS_WINDOW (widget);

  caseness_share_dialog_run (GTK_WINDOW (self), self->session, start_working (self));
}

/* The demo has one place, so that looking at it twice leaves one file and not two. */
static void
explore_demo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessWindow *self = CASENESS_WINDOW (widget);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "caseness", NULL);
  g_autofree char *path = g_build_filename (folder, "demo.caseness", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      caseness_session_explore_demo_async (self->session, file, start_working (self), explored_cb,
                                           g_object_ref (self));
      return;
    }
  g_set_error (&error, G_IO_ERROR, g_io_error_from_errno (errno),
               _("The folder “%s” could not be made: %s. Free some room or ask for the right to write there."),
               folder, g_strerror (errno));
  caseness_tell (GTK_WINDOW (self), _("The demo service could not be made"), error->message);
}

static void
cancel_work_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (CASENESS_WINDOW (widget)->working);
  gtk_widget_action_set_enabled (widget, "win.cancel-work", FALSE);
}

/* What the toast offers is the way back. */
static void
show_step (CasenessWindow *self, const char *title, const char *button, const char *action)
{
  caseness_toast_show (self->toasts, title, button, action);
}

static void
undone_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *title = NULL;

  switch (caseness_session_undo_journal_finish (CASENESS_SESSION (session), result, &words, &error))
    {
    case CASENESS_JOURNAL_DONE:
      /* Translators: %s is what was undone, as “Note on a review” */
      title = g_strdup_printf (_("Undone: %s"), words);
      show_step (self, title, _("_Redo"), "win.redo");
      break;
    case CASENESS_JOURNAL_NOTHING:
      caseness_window_toast (self, _("There is nothing to undo"));
      break;
    default:
      caseness_tell (GTK_WINDOW (self), _("It could not be undone"), error->message);
    }
}

static void
redone_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *title = NULL;

  switch (caseness_session_redo_journal_finish (CASENESS_SESSION (session), result, &words, &error))
    {
    case CASENESS_JOURNAL_DONE:
      /* Translators: %s is what was brought back, as “Note on a review” */
      title = g_strdup_printf (_("Done again: %s"), words);
      show_step (self, title, _("_Undo"), "win.undo");
      break;
    case CASENESS_JOURNAL_NOTHING:
      caseness_window_toast (self, _("There is nothing to redo"));
      break;
    default:
      caseness_tell (GTK_WINDOW (self), _("It could not be done again"), error->message);
    }
}

/* Whoever is typing means the last words typed, which a text keeps track of itself. */
static gboolean
is_meant_for_text (CasenessWindow *self, const char *text_action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  gtk_widget_activate_action (focus, text_action, NULL);
  return TRUE;
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessWindow *self = CASENESS_WINDOW (widget);

  if (!is_meant_for_text (self, "text.undo"))
    caseness_session_undo_journal_async (self->session, 0, undone_cb, g_object_ref (self));
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessWindow *self = CASENESS_WINDOW (widget);

  if (!is_meant_for_text (self, "text.redo"))
    caseness_session_redo_journal_async (self->session, redone_cb, g_object_ref (self));
}

static void
choose_period_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  caseness_period_button_popup (CASENESS_WINDOW (widget)->period);
}

static void
page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  caseness_window_show_page (CASENESS_WINDOW (widget), g_variant_get_int32 (parameter));
}

/* Made when asked for, and not kept hidden as GTK would by itself: GTK 4.8 falls over a hidden window when a screen reader
 * looks for one that has just closed. */
static void
shortcuts_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr(GtkBuilder) builder
      = gtk_builder_new_from_resource ("/io/github/caseness/Caseness/ui/caseness-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
page_named_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  guint n_types, i;
  const CasenessPageType *types = caseness_page_types_get (&n_types);

  for (i = 0; i < n_types; i++)
    if (g_str_equal (types[i].name, g_variant_get_string (parameter, NULL)))
      caseness_window_show_page (CASENESS_WINDOW (widget), i);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessPage *page = caseness_window_get_page (CASENESS_WINDOW (widget));

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "page.print", NULL);
}

static const struct
{
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.open", NULL, open_cb },
  { "win.open-recent", "s", open_recent_cb },
  { "win.close-file", NULL, close_file_cb },
  { "win.import", NULL, import_cb },
  { "win.imports", NULL, imports_cb },
  { "win.standards", NULL, standards_cb },
  { "win.share", NULL, share_cb },
  { "win.explore-demo", NULL, explore_demo_cb },
  { "win.cancel-work", NULL, cancel_work_cb },
  { "win.undo", NULL, undo_cb },
  { "win.redo", NULL, redo_cb },
  { "win.choose-period", NULL, choose_period_cb },
  { "win.page", "i", page_cb },
  { "win.page-named", "s", page_named_cb },
  { "win.print", NULL, print_cb },
  { "win.shortcuts", NULL, shortcuts_cb },
};

void
caseness_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type, actions[i].activate);
}

static void
imported_cb (CasenessWindow *self)
{
  caseness_recent_add (caseness_session_get_file (self->session));
}

static void
import_closed_cb (CasenessWindow *self)
{
  g_clear_weak_pointer (&self->import_dialog);
  caseness_window_update_work (self);
}

void
caseness_window_show_import (CasenessWindow *self, GFile *const *files, guint n_files)
{
  g_return_if_fail (CASENESS_IS_WINDOW (self));

  if (self->import_dialog == NULL)
    {
      CasenessImportDialog *dialog = caseness_import_dialog_new (GTK_WINDOW (self), self->session);

      g_set_weak_pointer (&self->import_dialog, dialog);
      g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (dialog, "toast", G_CALLBACK (caseness_window_toast), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (dialog, "unrealize", G_CALLBACK (import_closed_cb), self, G_CONNECT_SWAPPED);
    }
  caseness_import_dialog_add_files (self->import_dialog, files, n_files);
  gtk_window_present (GTK_WINDOW (self->import_dialog));
}

void
caseness_window_open (CasenessWindow *self, GFile *file)
{
  Opening *opening;

  g_return_if_fail (CASENESS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  opening = g_new (Opening, 1);
  opening->window = g_object_ref (self);
  opening->file = g_object_ref (file);
  caseness_session_open_async (self->session, file, start_working (self), opened_cb, opening);
}
