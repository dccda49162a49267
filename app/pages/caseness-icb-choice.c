/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-icb-choice.h"

#include "caseness-own-icb.h"

#include <glib/gi18n-lib.h>

#define SPACING 6

struct _CasenessIcbChoice
{
  AdwBin parent_instance;
  GtkDropDown *list;

  CasenessPage *page;                     /* not owned */
  const CasenessPublishedList *published; /* not owned: of the snapshot shown */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (CasenessIcbChoice, caseness_icb_choice, ADW_TYPE_BIN)

static void
recorded_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr(CasenessIcbChoice) self = data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error))
    caseness_page_toast (self->page, error->message);
}

/* The first of the list leaves it to the national list of providers. */
static const char *
get_chosen (CasenessIcbChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);

  return selected == 0 || selected > self->published->boards->len
           ? ""
           : g_array_index (self->published->boards, CasenessPublishedBoard, selected - 1).code;
}

static void
chosen_cb (CasenessIcbChoice *self)
{
  g_autofree char *body = NULL;
  CasenessJournalChange change = { CASENESS_RECORD_ICB, CASENESS_RECORD_ICB_SUBJECT, NULL };

  if (self->is_showing || self->published == NULL || g_str_equal (get_chosen (self), self->published->chosen_icb))
    return;
  change.body = body = caseness_own_icb_dup_body (get_chosen (self));
  caseness_session_write_journal_async (caseness_page_get_session (self->page), &change, 1, _("ICB chosen"), recorded_cb,
                                        g_object_ref (self));
}

void
caseness_icb_choice_show (CasenessIcbChoice *self, CasenessPage *page, const CasenessPublishedList *published)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_if_fail (CASENESS_IS_ICB_CHOICE (self));
  g_return_if_fail (CASENESS_IS_PAGE (page));
  g_return_if_fail (published != NULL);

  self->page = page;
  self->published = published;
  gtk_string_list_append (names, _("As in the list of providers"));
  for (guint i = 0; i < published->boards->len; i++)
    {
      const CasenessPublishedBoard *board = &g_array_index (published->boards, CasenessPublishedBoard, i);

      gtk_string_list_append (names, board->name);
      if (g_str_equal (board->code, published->chosen_icb))
        selected = i + 1;
    }
  self->is_showing = TRUE;
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->list, selected);
  self->is_showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), published->boards->len > 0);
}

static void
caseness_icb_choice_class_init (CasenessIcbChoiceClass *klass)
{
}

static void
caseness_icb_choice_init (CasenessIcbChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("Our _ICB"));

  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string")));
  gtk_drop_down_set_enable_search (self->list, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->list), _("Whose published figures stand beside ours on every page"));
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->list));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Our ICB"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}
