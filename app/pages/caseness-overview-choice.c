/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-overview-choice.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 360

struct _CasenessOverviewChoice
{
  AdwBin parent_instance;
  GtkLabel *heading;
  GtkWidget *list;       /* a box of check buttons */
  GtkDropDown *measures; /* what can be added */

  CasenessPage *page;    /* not owned: holds the choice */
  CasenessOverviewSet set;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (CasenessOverviewChoice, caseness_overview_choice, ADW_TYPE_BIN)

static void
recorded_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr(CasenessOverviewChoice) self = data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error) && self->page != NULL)
    caseness_page_toast (self->page, error->message);
}

static void
record (CasenessOverviewChoice *self, const char *measure, gboolean is_shown)
{
  g_autofree char *subject = caseness_overview_dup_subject (self->set, measure);
  g_autofree char *body = caseness_overview_dup_body (is_shown);
  CasenessJournalChange change = { CASENESS_RECORD_OVERVIEW, subject, body };

  caseness_session_write_journal_async (caseness_page_get_session (self->page), &change, 1,
                                        is_shown ? _("Standard added to the overview")
                                                 : _("Standard left out of the overview"),
                                        recorded_cb, g_object_ref (self));
}

static void
toggled_cb (GtkCheckButton *button, gpointer data)
{
  CasenessOverviewChoice *self = CASENESS_OVERVIEW_CHOICE (data);

  if (!self->is_showing)
    record (self, g_object_get_data (G_OBJECT (button), "measure"), gtk_check_button_get_active (button));
}

static void
add_cb (CasenessOverviewChoice *self)
{
  guint n_measures, position = gtk_drop_down_get_selected (self->measures), listed = 0, i;
  const CasenessMeasure *all = caseness_measure_get_all (&n_measures);

  for (i = 0; i < n_measures; i++)
    if ((all[i].is_listed || all[i].is_local) && listed++ == position)
      record (self, all[i].id, TRUE);
}

static void
add_button (CasenessOverviewChoice *self, const CasenessOverviewStandard *standard)
{
  g_autofree char *label = g_strdup_printf ("%s (%s)", standard->name, standard->measure->id);
  GtkWidget *button = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), !standard->is_hidden);
  gtk_widget_set_sensitive (button, !standard->is_pinned);
  if (standard->is_pinned)
    gtk_widget_set_tooltip_text (button, _("Pinned on the Measures page"));
  g_object_set_data (G_OBJECT (button), "measure", (gpointer) standard->measure->id);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (self->list), button);
}

void
caseness_overview_choice_show (CasenessOverviewChoice *self, const CasenessOverview *overview)
{
  g_autoptr(GArray) standards = caseness_overview_list_standards (overview->set, overview->journal, TRUE);
  g_autofree char *heading = NULL;
  GtkWidget *child;
  guint i;

  g_return_if_fail (CASENESS_IS_OVERVIEW_CHOICE (self));

  self->is_showing = TRUE;
  self->set = overview->set;
  /* Translators: for whom the overview is: Contract review. */
  heading = g_strdup_printf (_("Shown for: %s"), caseness_overview_set_get_name (overview->set));
  gtk_label_set_text (self->heading, heading);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (i = 0; i < standards->len; i++)
    add_button (self, &g_array_index (standards, CasenessOverviewStandard, i));
  self->is_showing = FALSE;
}

static void
caseness_overview_choice_class_init (CasenessOverviewChoiceClass *klass)
{
}

static GtkWidget *
make_measures (CasenessOverviewChoice *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  guint n_measures, i;
  const CasenessMeasure *all = caseness_measure_get_all (&n_measures);

  for (i = 0; i < n_measures; i++)
    if (all[i].is_listed || all[i].is_local)
      {
        g_autofree char *name = g_strdup_printf ("%s %s", all[i].id, all[i].name);

        gtk_string_list_append (names, name);
      }
  self->measures = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), expression));
  gtk_drop_down_set_enable_search (self->measures, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->measures), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->measures), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another measure"),
                                  -1);
  return GTK_WIDGET (self->measures);
}

static void
caseness_overview_choice_init (CasenessOverviewChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add"));

  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_box_append (GTK_BOX (row), make_measures (self));
  gtk_box_append (GTK_BOX (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), row);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
caseness_overview_choice_new (CasenessPage *page)
{
  CasenessOverviewChoice *self = g_object_new (CASENESS_TYPE_OVERVIEW_CHOICE, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}
