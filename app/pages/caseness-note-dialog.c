/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-note-dialog.h"

#include "caseness-date-button.h"
#include "caseness-figure-record.h"

#include <glib/gi18n-lib.h>

struct _CasenessNoteDialog
{
  AdwMessageDialog parent_instance;
  char *kind;              /* owned */
  GtkEditable *entry;
  CasenessDateButton *day;
  GtkCheckButton *of_all;
};

G_DEFINE_FINAL_TYPE (CasenessNoteDialog, caseness_note_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
entry_changed_cb (CasenessNoteDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "write", *text != '\0');
}

static void
caseness_note_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  CasenessNoteDialog *self = CASENESS_NOTE_DIALOG (dialog);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  CasenessDate day = caseness_date_button_get_date (self->day);

  if (g_str_equal (response, "write") && *text != '\0' && day != CASENESS_DATE_NONE)
    g_signal_emit (self, signals[WRITTEN], 0, self->kind, day, gtk_check_button_get_active (self->of_all), text);
}

static void
caseness_note_dialog_finalize (GObject *object)
{
  g_free (CASENESS_NOTE_DIALOG (object)->kind);
  G_OBJECT_CLASS (caseness_note_dialog_parent_class)->finalize (object);
}

static void
caseness_note_dialog_class_init (CasenessNoteDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = caseness_note_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = caseness_note_dialog_response;
  signals[WRITTEN] = g_signal_new ("written", CASENESS_TYPE_NOTE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_INT, G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
caseness_note_dialog_init (CasenessNoteDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->entry = GTK_EDITABLE (gtk_entry_new ());
  self->day = CASENESS_DATE_BUTTON (caseness_date_button_new ());
  self->of_all = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("On _every figure")));
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_editable_set_width_chars (self->entry, 40);
  gtk_widget_set_halign (GTK_WIDGET (self->day), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What happened"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->day));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->of_all));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self), "cancel", _("_Cancel"), "write", _("_Record"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), "write", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self), "write");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "write", FALSE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
caseness_note_dialog_new (GtkWindow *parent, const char *kind, const char *name, CasenessDate day)
{
  CasenessNoteDialog *self = g_object_new (CASENESS_TYPE_NOTE_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  gboolean is_change = g_str_equal (kind, CASENESS_RECORD_STEP_CHANGE);

  self->kind = g_strdup (kind);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), is_change ? _("Record a Step Change") : _("Add a Note"));
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (self),
                                  is_change
                                    ? _("From this day on “%s” is another figure: mean and limits begin afresh. Say what "
                                        "changed. Charts are never re-based by themselves.")
                                    : _("What happened that a reader of “%s” should know? It is shown on charts and "
                                        "prints, so it should not identify anybody."),
                                  name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), is_change ? _("What changed") : _("What happened"));
  caseness_date_button_set_caption (self->day, is_change ? _("from") : _("on"));
  caseness_date_button_set_date (self->day, day);
  return GTK_WIDGET (self);
}

void
caseness_note_dialog_set_text (CasenessNoteDialog *self, const char *text)
{
  g_return_if_fail (CASENESS_IS_NOTE_DIALOG (self));
  gtk_editable_set_text (self->entry, text);
}
