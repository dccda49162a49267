/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-figure-card.h"

struct _CasenessFigureCard
{
  GtkButton parent_instance;
  GtkLabel *caption;
  GtkLabel *id;
  GtkLabel *figure;
  GtkLabel *interval;
  GtkLabel *counts;
  GtkLabel *comparisons;
};

G_DEFINE_FINAL_TYPE (CasenessFigureCard, caseness_figure_card, GTK_TYPE_BUTTON)

static void
caseness_figure_card_class_init (CasenessFigureCardClass *klass)
{
}

static GtkLabel *
add_label (GtkBox *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, class);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkBox *
add_line (GtkBox *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (box, line);
  return GTK_BOX (line);
}

static void
caseness_figure_card_init (CasenessFigureCard *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  GtkBox *head = add_line (box), *line;

  self->caption = add_label (head, "chart-subtitle");
  gtk_widget_set_hexpand (GTK_WIDGET (self->caption), TRUE);
  self->id = add_label (head, "chart-subtitle");
  line = add_line (box);
  self->figure = add_label (line, "title-2");
  self->interval = add_label (line, "chart-subtitle");
  gtk_widget_set_valign (GTK_WIDGET (self->interval), GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (GTK_WIDGET (self->figure), GTK_ALIGN_BASELINE);
  self->counts = add_label (box, "chart-subtitle");
  self->comparisons = add_label (box, "chart-subtitle");
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "tile");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

GtkWidget *
caseness_figure_card_new (const char *caption, const char *id)
{
  CasenessFigureCard *self = g_object_new (CASENESS_TYPE_FIGURE_CARD, NULL);

  set_label (self->caption, caption);
  set_label (self->id, id);
  return GTK_WIDGET (self);
}

static void
append_part (GString *words, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", part);
}

void
caseness_figure_card_set_text (CasenessFigureCard *self, const CasenessFigureCardText *text)
{
  g_autoptr(GString) description = g_string_new (NULL);
  g_autofree char *name = NULL;

  g_return_if_fail (CASENESS_IS_FIGURE_CARD (self));
  g_return_if_fail (text != NULL && text->figure != NULL);

  set_label (self->figure, text->figure);
  set_label (self->interval, text->interval);
  set_label (self->counts, text->counts);
  set_label (self->comparisons, text->comparisons);
  append_part (description, text->interval);
  append_part (description, text->counts);
  append_part (description, text->comparisons);
  name = g_strdup_printf ("%s: %s", gtk_label_get_text (self->caption), text->figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str, -1);
}

const char *
caseness_figure_card_get_figure (CasenessFigureCard *self)
{
  g_return_val_if_fail (CASENESS_IS_FIGURE_CARD (self), NULL);
  return gtk_label_get_text (self->figure);
}
