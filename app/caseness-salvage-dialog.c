/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-salvage-dialog.h"

#include "caseness-save-dialog.h"
#include "caseness-tell.h"

#include <glib/gi18n-lib.h>

/* One road with several stops: what is carried from one to the next. */
typedef struct
{
  GtkWindow *parent;        /* owned */
  CasenessSession *session; /* owned */
  GFile *damaged;           /* owned */
  GFile *saved;             /* owned, nullable until it is chosen */
  CasenessSalvageFunc open;
} Saving;

static const CasenessFileKind service_kind = { N_("Service file"), "caseness" };

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->parent);
  g_object_unref (saving->session);
  g_object_unref (saving->damaged);
  g_clear_object (&saving->saved);
  g_free (saving);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
open_cb (GtkWidget *dialog, const char *response, gpointer user_data)
{
  g_autoptr(Saving) saving = user_data;

  if (g_str_equal (response, "open"))
    saving->open (saving->parent, saving->saved);
}

static char *
describe (const CasenessSalvage *salvage)
{
  g_autofree char *rows = g_strdup_printf (ngettext ("%" G_GUINT64_FORMAT " row is saved.",
                                                     "%" G_GUINT64_FORMAT " rows are saved.", (gulong) salvage->n_rows),
                                           salvage->n_rows);
  g_autofree char *tables = NULL;

  if (salvage->lost->len == 0)
    return g_strconcat (rows, " ", _("Nothing was lost."), NULL);
  g_ptr_array_add (salvage->lost, NULL);
  tables = g_strjoinv (", ", (char **) salvage->lost->pdata);
  g_ptr_array_set_size (salvage->lost, (int) salvage->lost->len - 1);
  /* Translators: %1$s is a sentence on how many rows are saved, %2$s a list of names of tables */
  return g_strdup_printf (_("%1$s Some rows of these tables could not be read: %2$s. Import their months again to have "
                            "them back."),
                          rows, tables);
}

static void
saved_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSalvage) salvage = caseness_session_salvage_finish (CASENESS_SESSION (session), result, &error);
  g_autofree char *words = NULL;
  GtkWidget *dialog;

  if (salvage == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        caseness_tell (saving->parent, _("Nothing was saved"), error->message);
      return;
    }
  words = describe (salvage);
  dialog = adw_message_dialog_new (saving->parent, _("What Could Be Read Is Saved"), words);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "open", _("_Open It"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  g_signal_connect (dialog, "response", G_CALLBACK (open_cb), g_steal_pointer (&saving));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Saving) saving = user_data;
  CasenessSession *session = saving->session;
  GFile *damaged = saving->damaged;
  GFile *saved;

  saving->saved = caseness_save_dialog_ask_finish (result, NULL);
  if (saving->saved == NULL)
    return;
  if (g_file_equal (saving->saved, damaged))
    {
      caseness_tell (saving->parent, _("Nothing was saved"),
                     _("This is the damaged file itself, which stays as it is. Choose another name."));
      return;
    }
  saved = saving->saved;
  caseness_session_salvage_async (session, damaged, saved, NULL, saved_cb, g_steal_pointer (&saving));
}

static void
answered_cb (GtkWidget *dialog, const char *response, gpointer user_data)
{
  g_autoptr(Saving) saving = user_data;
  GtkWidget *parent = GTK_WIDGET (saving->parent);
  g_autofree char *base = g_file_get_basename (saving->damaged);
  g_autofree char *name = NULL;

  if (!g_str_equal (response, "save"))
    return;
  if (g_str_has_suffix (base, ".caseness"))
    base[strlen (base) - strlen (".caseness")] = '\0';
  name = g_strconcat (base, "-saved.caseness", NULL);
  caseness_save_dialog_ask_async (parent, _("Save What Can Be Read"), name, &service_kind, 1, chosen_cb,
                                  g_steal_pointer (&saving));
}

void
caseness_salvage_dialog_run (GtkWindow *parent, CasenessSession *session, GFile *damaged, const char *words,
                             CasenessSalvageFunc open)
{
  Saving *saving;
  GtkWidget *dialog;
  g_autofree char *body = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (CASENESS_IS_SESSION (session));
  g_return_if_fail (G_IS_FILE (damaged) && words != NULL && open != NULL);

  saving = g_new0 (Saving, 1);
  saving->parent = g_object_ref (parent);
  saving->session = g_object_ref (session);
  saving->damaged = g_object_ref (damaged);
  saving->open = open;
  body = g_strconcat (words, "\n\n",
                      _("What can still be read of it can be saved into a new service file. This file is not changed."),
                      NULL);
  dialog = adw_message_dialog_new (parent, _("The Service File Is Damaged"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "save",
                                    _("_Save What Can Be Read…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), saving);
  gtk_window_present (GTK_WINDOW (dialog));
}
