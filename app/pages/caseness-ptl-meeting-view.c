/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-meeting-view.h"

#include "caseness-ptl-meeting-words.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CasenessPtlMeetingView
{
  AdwBin parent_instance;
  GtkLabel *title_label;
  GtkLabel *basis_label;
  GtkLabel *kept_label;
  GtkWidget *keep_button;
  CasenessWrapBox *figures;
  GtkWidget *buttons[CASENESS_N_PTL_MOVES]; /* children of the figures */
  GtkLabel *counts[CASENESS_N_PTL_MOVES];   /* children of the buttons */
};

G_DEFINE_FINAL_TYPE (CasenessPtlMeetingView, caseness_ptl_meeting_view, ADW_TYPE_BIN)

enum
{
  MOVE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
pressed_cb (CasenessPtlMeetingView *self, GtkWidget *button)
{
  int move;

  for (move = 0; move < CASENESS_N_PTL_MOVES && self->buttons[move] != button; move++)
    ;
  g_signal_emit (self, signals[MOVE_ACTIVATED], 0, move);
}

static void
caseness_ptl_meeting_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (caseness_ptl_meeting_view_parent_class)->dispose (object);
}

static void
caseness_ptl_meeting_view_class_init (CasenessPtlMeetingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_ptl_meeting_view_dispose;
  signals[MOVE_ACTIVATED] = g_signal_new ("move-activated", CASENESS_TYPE_PTL_MEETING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-ptl-meeting-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlMeetingView, title_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlMeetingView, basis_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlMeetingView, kept_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlMeetingView, keep_button);
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlMeetingView, figures);
}

static void
add_figure (CasenessPtlMeetingView *self, CasenessPtlMove move)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *caption = gtk_label_new (caseness_ptl_move_get_label (move));

  gtk_label_set_xalign (GTK_LABEL (count), 0);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (count, "heading");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (caption, "chart-subtitle");
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tile");
  gtk_widget_set_tooltip_text (button, _("Show these people"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  self->buttons[move] = button;
  self->counts[move] = GTK_LABEL (count);
  caseness_wrap_box_append (self->figures, button);
}

static void
caseness_ptl_meeting_view_init (CasenessPtlMeetingView *self)
{
  guint move;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (move = 0; move < CASENESS_N_PTL_MOVES; move++)
    add_figure (self, move);
}

GtkWidget *
caseness_ptl_meeting_view_new (void)
{
  return g_object_new (CASENESS_TYPE_PTL_MEETING_VIEW, NULL);
}

static void
show_figure (CasenessPtlMeetingView *self, const CasenessPtlSince *since, CasenessPtlMove move)
{
  g_autofree char *figure = caseness_ptl_meeting_dup_figure (since, move);
  /* Translators: a figure and its number: "Newly past breach: 6" */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), caseness_ptl_move_get_label (move), figure);

  gtk_label_set_text (self->counts[move], figure);
  gtk_widget_set_visible (self->buttons[move], caseness_ptl_meeting_tells (since, move));
  gtk_widget_set_sensitive (self->buttons[move], caseness_ptl_since_count (since, move) > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[move]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
caseness_ptl_meeting_view_show (CasenessPtlMeetingView *self, const CasenessPtlAnswer *answer)
{
  g_autofree char *title = NULL;
  g_autofree char *basis = NULL;
  g_autofree char *day = NULL;
  g_autofree char *kept = NULL;
  guint move;

  g_return_if_fail (CASENESS_IS_PTL_MEETING_VIEW (self));
  g_return_if_fail (answer != NULL);

  title = caseness_ptl_meeting_dup_since (answer->since);
  basis = caseness_ptl_meeting_dup_basis (answer->since);
  day = caseness_date_format_short (answer->query->as_at);
  /* Translators: %s is a day */
  kept = g_strdup_printf (_("The lists of %s are kept for the next meeting."), day);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->basis_label, basis);
  gtk_label_set_text (self->kept_label, kept);
  gtk_widget_set_visible (GTK_WIDGET (self->kept_label), answer->is_kept);
  gtk_widget_set_visible (self->keep_button, !answer->is_kept);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (move = 0; move < CASENESS_N_PTL_MOVES; move++)
    show_figure (self, answer->since, move);
}

GtkWidget *
caseness_ptl_meeting_view_get_figure (CasenessPtlMeetingView *self, CasenessPtlMove move)
{
  g_return_val_if_fail (CASENESS_IS_PTL_MEETING_VIEW (self) && move < CASENESS_N_PTL_MOVES, NULL);
  return self->buttons[move];
}
