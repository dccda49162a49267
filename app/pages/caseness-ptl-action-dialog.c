/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-action-dialog.h"

#include "caseness-date-button.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

#define WIDTH_IN_CHARACTERS 40
#define MOST_OWNERS 6

struct _CasenessPtlActionDialog
{
  AdwMessageDialog parent_instance;
  GtkEditable *what;
  GtkEditable *owner;
  CasenessWrapBox *owners;
  CasenessDateButton *due;
  GtkCheckButton *done;
};

G_DEFINE_FINAL_TYPE (CasenessPtlActionDialog, caseness_ptl_action_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  WRITTEN,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_stripped (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
what_changed_cb (CasenessPtlActionDialog *self)
{
  g_autofree char *what = dup_stripped (self->what);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "write", *what != '\0');
}

static void
owner_chosen_cb (CasenessPtlActionDialog *self, GtkButton *button)
{
  gtk_editable_set_text (self->owner, gtk_button_get_label (button));
}

static void
caseness_ptl_action_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  CasenessPtlActionDialog *self = CASENESS_PTL_ACTION_DIALOG (dialog);
  g_autofree char *what = dup_stripped (self->what);
  g_autofree char *owner = dup_stripped (self->owner);

  if (g_str_equal (response, "remove"))
    g_signal_emit (self, signals[REMOVED], 0);
  else if (g_str_equal (response, "write") && *what != '\0')
    g_signal_emit (self, signals[WRITTEN], 0, what, owner, caseness_date_button_get_date (self->due),
                   gtk_check_button_get_active (self->done));
}

static void
caseness_ptl_action_dialog_class_init (CasenessPtlActionDialogClass *klass)
{
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = caseness_ptl_action_dialog_response;
  signals[WRITTEN] = g_signal_new ("written", CASENESS_TYPE_PTL_ACTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[REMOVED] = g_signal_new ("removed", CASENESS_TYPE_PTL_ACTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

/* An entry below its name, which also names it to assistive technology. */
static GtkEditable *
add_entry (GtkBox *box, const char *name, const char *hint)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), WIDTH_IN_CHARACTERS);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (box, label);
  gtk_box_append (box, entry);
  return GTK_EDITABLE (entry);
}

static void
add_responses (AdwMessageDialog *dialog)
{
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "write", _("_Record"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "write", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "write");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_enabled (dialog, "write", FALSE);
}

static void
caseness_ptl_action_dialog_init (CasenessPtlActionDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->what = add_entry (GTK_BOX (box), _("_Action"), _("Offer an evening slot"));
  self->owner = add_entry (GTK_BOX (box), _("_Owner"), _("Booking team"));
  self->owners = CASENESS_WRAP_BOX (caseness_wrap_box_new ());
  self->due = CASENESS_DATE_BUTTON (caseness_date_button_new ());
  self->done = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("It is _done")));
  caseness_wrap_box_set_spacing (self->owners, 4);
  caseness_wrap_box_set_line_spacing (self->owners, 4);
  caseness_date_button_set_caption (self->due, C_("of an action", "due"));
  gtk_widget_set_halign (GTK_WIDGET (self->due), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self->done), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->owners));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->due));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->done));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), box);
  add_responses (ADW_MESSAGE_DIALOG (self));
  g_signal_connect_object (self->what, "changed", G_CALLBACK (what_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
offer_owner (CasenessPtlActionDialog *self, const char *owner)
{
  GtkWidget *button = gtk_button_new_with_label (owner);
  /* Translators: %s is who has had actions before */
  g_autofree char *name = g_strdup_printf (_("Owner: %s"), owner);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (owner_chosen_cb), self, G_CONNECT_SWAPPED);
  caseness_wrap_box_append (self->owners, button);
}

GtkWidget *
caseness_ptl_action_dialog_new (GtkWindow *parent, const char *whom, CasenessDate due, const char *const *owners)
{
  CasenessPtlActionDialog *self
      = g_object_new (CASENESS_TYPE_PTL_ACTION_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  guint i;

  g_return_val_if_fail (whom != NULL && owners != NULL, NULL);

  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), _("Record an Action"));
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (self),
                                  /* Translators: %s says whom an action is about: "R-004217", "7 people" */
                                  _("About %s. It is shown to the meeting and printed, so it should name nobody."), whom);
  caseness_date_button_set_date (self->due, due);
  for (i = 0; owners[i] != NULL && i < MOST_OWNERS; i++)
    offer_owner (self, owners[i]);
  return GTK_WIDGET (self);
}

void
caseness_ptl_action_dialog_edit (CasenessPtlActionDialog *self, const CasenessPtlAction *action, gboolean is_done)
{
  g_return_if_fail (CASENESS_IS_PTL_ACTION_DIALOG (self));
  g_return_if_fail (action != NULL);

  caseness_ptl_action_dialog_fill (self, action->what, action->owner);
  caseness_date_button_set_date (self->due, action->due);
  gtk_check_button_set_active (self->done, is_done);
  gtk_widget_set_visible (GTK_WIDGET (self->done), TRUE);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), _("Change the Action"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self), "remove", _("Re_move"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), "remove", ADW_RESPONSE_DESTRUCTIVE);
}

void
caseness_ptl_action_dialog_fill (CasenessPtlActionDialog *self, const char *what, const char *owner)
{
  g_return_if_fail (CASENESS_IS_PTL_ACTION_DIALOG (self));

  gtk_editable_set_text (self->what, what);
  gtk_editable_set_text (self->owner, owner);
}
