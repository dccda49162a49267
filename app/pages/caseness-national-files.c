/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national-files.h"

#include "caseness-access.h"
#include "caseness-archive.h"

#include <glib/gi18n-lib.h>

struct _CasenessNationalFiles
{
  GObject parent_instance;
  GtkWidget *page;          /* not owned */
  GtkNativeDialog *chooser; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (CasenessNationalFiles, caseness_national_files, G_TYPE_OBJECT)

enum
{
  SIGNAL_PUBLICATION,
  SIGNAL_EXTRACT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* On this page a folder, an archive or a database is an extract to be compared, unless the archive turns out to hold
 * published figures, and any other file is a publication; elsewhere all are imported. */
static void
tell (CasenessNationalFiles *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  gboolean is_extract = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY
                        || caseness_archive_is_name (name) || caseness_access_is_name (name);

  g_signal_emit (self, signals[is_extract ? SIGNAL_EXTRACT : SIGNAL_PUBLICATION], 0, file);
}

static gboolean
dropped_cb (CasenessNationalFiles *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  GFile *file = files != NULL ? files->data : NULL;

  if (file == NULL || files->next != NULL)
    return FALSE;
  tell (self, file);
  return TRUE;
}

static void
chosen_cb (CasenessNationalFiles *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr(GFile) file
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    tell (self, file);
  g_clear_object (&self->chooser);
}

static void
show_chooser (CasenessNationalFiles *self, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkRoot *root = gtk_widget_get_root (self->page);
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, accept, _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (chooser);
  gtk_native_dialog_show (self->chooser);
}

void
caseness_national_files_choose_publication (CasenessNationalFiles *self)
{
  g_return_if_fail (CASENESS_IS_NATIONAL_FILES (self));
  show_chooser (self, _("Choose a Published File"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Load"));
}

void
caseness_national_files_choose_extract (CasenessNationalFiles *self)
{
  g_return_if_fail (CASENESS_IS_NATIONAL_FILES (self));
  show_chooser (self, _("Choose the Folder of an Extract"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Compare"));
}

static void
caseness_national_files_dispose (GObject *object)
{
  g_clear_object (&CASENESS_NATIONAL_FILES (object)->chooser);
  G_OBJECT_CLASS (caseness_national_files_parent_class)->dispose (object);
}

static void
caseness_national_files_class_init (CasenessNationalFilesClass *klass)
{
  static const char *const names[N_SIGNALS] = { "publication", "extract" };
  guint i;

  G_OBJECT_CLASS (klass)->dispose = caseness_national_files_dispose;
  for (i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_FILE);
}

static void
caseness_national_files_init (CasenessNationalFiles *self)
{
}

CasenessNationalFiles *
caseness_national_files_new (GtkWidget *page)
{
  CasenessNationalFiles *self = g_object_new (CASENESS_TYPE_NATIONAL_FILES, NULL);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->page = page;
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (page, GTK_EVENT_CONTROLLER (target));
  return self;
}
