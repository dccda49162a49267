/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-save-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Question: what the dialog is asked; the dialog lives as long as the task, since GTK keeps no reference to it. */
typedef struct
{
  GtkFileChooserNative *dialog; /* owned */
  const CasenessFileKind *kinds;
  guint n_kinds;
} Question;

static void
question_free (Question *question)
{
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (question->dialog));
  g_object_unref (question->dialog);
  g_free (question);
}

static void
add_filter (GtkFileChooser *chooser, const CasenessFileKind *kind)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(kind->name));
  gtk_file_filter_add_suffix (filter, kind->suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

static const CasenessFileKind *
find_chosen_kind (const Question *question)
{
  GtkFileFilter *chosen = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (question->dialog));
  guint i;

  for (i = 0; chosen != NULL && i < question->n_kinds; i++)
    if (g_strcmp0 (gtk_file_filter_get_name (chosen), _(question->kinds[i].name)) == 0)
      return &question->kinds[i];
  return &question->kinds[0];
}

static GFile *
with_ending (GFile *file, const CasenessFileKind *kind)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = NULL;
  g_autoptr(GFile) parent = g_file_get_parent (file);

  if (strchr (base, '.') != NULL || parent == NULL)
    return g_object_ref (file);
  name = g_strconcat (base, ".", kind->suffix, NULL);
  return g_file_get_child (parent, name);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Question *question = g_task_get_task_data (task);
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    g_task_return_pointer (task, with_ending (file, find_chosen_kind (question)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Nothing was saved."));
}

/* Another kind of file has another ending; a name of one's own keeps its own. */
static void
filter_changed_cb (GtkFileChooser *chooser, GParamSpec *pspec, gpointer user_data)
{
  const Question *question = user_data;
  const CasenessFileKind *chosen = find_chosen_kind (question);
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  guint i;

  for (i = 0; dot != NULL && i < question->n_kinds; i++)
    if (g_ascii_strcasecmp (dot + 1, question->kinds[i].suffix) == 0 && chosen != &question->kinds[i])
      {
        g_autofree char *bare = g_strndup (name, (gsize) (dot - name));
        g_autofree char *renamed = g_strconcat (bare, ".", chosen->suffix, NULL);

        gtk_file_chooser_set_current_name (chooser, renamed);
        return;
      }
}

void
caseness_save_dialog_ask_async (GtkWidget *widget, const char *title, const char *name, const CasenessFileKind *kinds,
                                guint n_kinds, GAsyncReadyCallback callback, gpointer user_data)
{
  GtkRoot *root;
  Question *question;
  GTask *task;
  guint i;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (n_kinds > 0);

  root = gtk_widget_get_root (widget);
  question = g_new0 (Question, 1);
  question->kinds = kinds;
  question->n_kinds = n_kinds;
  question->dialog = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                  GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->dialog), name);
  for (i = 0; i < n_kinds; i++)
    add_filter (GTK_FILE_CHOOSER (question->dialog), &kinds[i]);
  task = g_task_new (widget, NULL, callback, user_data);
  g_task_set_source_tag (task, caseness_save_dialog_ask_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_signal_connect (question->dialog, "notify::filter", G_CALLBACK (filter_changed_cb), question);
  g_signal_connect (question->dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->dialog));
}

GFile *
caseness_save_dialog_ask_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, caseness_save_dialog_ask_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
