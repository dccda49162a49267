/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-share-dialog.h"

#include "caseness-save-dialog.h"
#include "caseness-tell.h"

#include <glib/gi18n-lib.h>

/* One road with several stops: what is carried from one to the next. */
typedef struct
{
  GtkWindow *parent;         /* owned */
  CasenessSession *session;  /* owned */
  GCancellable *cancellable; /* owned */
  GFile *copy;               /* owned, nullable until it is chosen */
} Sharing;

static const CasenessFileKind service_kind = { N_("Service file"), "caseness" };

static void
sharing_free (Sharing *sharing)
{
  g_object_unref (sharing->parent);
  g_object_unref (sharing->session);
  g_object_unref (sharing->cancellable);
  g_clear_object (&sharing->copy);
  g_free (sharing);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sharing, sharing_free)

static void
shared_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Sharing) sharing = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (sharing->copy);
  g_autofree char *body = NULL;

  if (!caseness_session_share_finish (CASENESS_SESSION (session), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        caseness_tell (sharing->parent, _("No copy was made"), error->message);
      return;
    }
  /* Translators: %s is the name of a file */
  body = g_strdup_printf (_("“%s” was searched byte by byte for the ids and identifiers it must not hold: none "
                            "remains. It still tells of single people by their dates: share it with those who need "
                            "it."),
                          name);
  caseness_tell (sharing->parent, _("The Copy Is Made"), body);
}

static gboolean
is_open_file (Sharing *sharing)
{
  GFile *open = caseness_session_get_file (sharing->session);

  return open != NULL && g_file_equal (open, sharing->copy);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Sharing) sharing = user_data;
  CasenessSession *session = sharing->session;
  GCancellable *cancellable = sharing->cancellable;
  GFile *copy;

  sharing->copy = caseness_save_dialog_ask_finish (result, NULL);
  if (sharing->copy == NULL || caseness_session_get_file (session) == NULL)
    return;
  if (is_open_file (sharing))
    {
      caseness_tell (sharing->parent, _("No copy was made"), _("This is the open service file. Choose another name."));
      return;
    }
  copy = sharing->copy;
  caseness_session_share_async (session, copy, cancellable, shared_cb, g_steal_pointer (&sharing));
}

static char *
suggest_name (CasenessSession *session)
{
  g_autofree char *base = g_file_get_basename (caseness_session_get_file (session));

  if (g_str_has_suffix (base, ".caseness"))
    base[strlen (base) - strlen (".caseness")] = '\0';
  return g_strconcat (base, "-shareable.caseness", NULL);
}

static void
answered_cb (GtkWidget *dialog, const char *response, gpointer user_data)
{
  g_autoptr(Sharing) sharing = user_data;
  g_autofree char *name = NULL;
  GtkWidget *parent = GTK_WIDGET (sharing->parent);

  if (!g_str_equal (response, "choose") || caseness_session_get_file (sharing->session) == NULL)
    return;
  name = suggest_name (sharing->session);
  caseness_save_dialog_ask_async (parent, _("Save a Shareable Copy"), name, &service_kind, 1, chosen_cb,
                                  g_steal_pointer (&sharing));
}

void
caseness_share_dialog_run (GtkWindow *parent, CasenessSession *session, GCancellable *cancellable)
{
  Sharing *sharing;
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (CASENESS_IS_SESSION (session));
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  sharing = g_new0 (Sharing, 1);
  sharing->parent = g_object_ref (parent);
  sharing->session = g_object_ref (session);
  sharing->cancellable = g_object_ref (cancellable);
  dialog = adw_message_dialog_new (parent, _("Make a Shareable Copy?"), NULL);
  adw_message_dialog_set_body (
    ADW_MESSAGE_DIALOG (dialog),
    _("What goes: NHS numbers, postcodes, birth dates, names of staff, reasons in free words, everything people "
      "recorded (notes, actions, plans), who imported and from which files. Local ids of patients, referrals, contacts and staff become other ones.\n\n"
      "What stays: dates, birth months, codes and scores, so that every figure is the same.\n\n"
      "This file is not changed."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "choose",
                                    _("_Make a Copy…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "choose", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "choose");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), sharing);
  gtk_window_present (GTK_WINDOW (dialog));
}
