/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-tile.h"

#include <glib/gi18n-lib.h>

struct _CasenessTile
{
  GtkToggleButton parent_instance;
  GtkLabel *figure;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (CasenessTile, caseness_tile, GTK_TYPE_TOGGLE_BUTTON)

static void
caseness_tile_class_init (CasenessTileClass *klass)
{
}

static void
caseness_tile_init (CasenessTile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->figure = GTK_LABEL (gtk_label_new (NULL));
  self->caption = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->figure, 0);
  gtk_label_set_xalign (self->caption, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "chart-subtitle");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figure));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->caption));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "tile");
}

GtkWidget *
caseness_tile_new (const char *caption)
{
  CasenessTile *self = g_object_new (CASENESS_TYPE_TILE, NULL);

  gtk_label_set_text (self->caption, caption);
  return GTK_WIDGET (self);
}

void
caseness_tile_set_figure (CasenessTile *self, const char *figure, const char *detail)
{
  g_autofree char *name = NULL;

  g_return_if_fail (CASENESS_IS_TILE (self));

  /* Translators: %1$s is what a figure is, %2$s the figure */
  name = g_strdup_printf (_("%1$s: %2$s"), gtk_label_get_text (self->caption), figure);
  gtk_label_set_text (self->figure, figure);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail != NULL ? detail : "", -1);
}

const char *
caseness_tile_get_figure (CasenessTile *self)
{
  g_return_val_if_fail (CASENESS_IS_TILE (self), NULL);
  return gtk_label_get_text (self->figure);
}
