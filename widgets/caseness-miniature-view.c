/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-miniature-view.h"

#include "caseness-chart-theme.h"

#include <math.h>

struct _CasenessMiniatureView
{
  GtkWidget parent_instance;
  CasenessMiniature *miniature; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (CasenessMiniatureView, caseness_miniature_view, GTK_TYPE_WIDGET)

static void
caseness_miniature_view_dispose (GObject *object)
{
  g_clear_pointer (&CASENESS_MINIATURE_VIEW (object)->miniature, caseness_miniature_unref);
  G_OBJECT_CLASS (caseness_miniature_view_parent_class)->dispose (object);
}

static void
caseness_miniature_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                                 int *natural, int *minimum_baseline, int *natural_baseline)
{
  CasenessMiniatureView *self = CASENESS_MINIATURE_VIEW (widget);
  CasenessTheme theme = caseness_chart_theme_of_widget (widget);
  double width = 0, height = 0;

  if (self->miniature != NULL)
    caseness_miniature_get_size (self->miniature, &theme, &width, &height);
  *minimum = *natural = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
}

static void
caseness_miniature_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CasenessMiniatureView *self = CASENESS_MINIATURE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  CasenessTheme theme;
  cairo_t *cr;

  if (self->miniature == NULL || width == 0 || height == 0)
    return;
  theme = caseness_chart_theme_of_widget (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  caseness_miniature_draw (self->miniature, cr, &theme, 0, 0, width, height);
  cairo_destroy (cr);
}

static void
caseness_miniature_view_class_init (CasenessMiniatureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_miniature_view_dispose;
  widget_class->measure = caseness_miniature_view_measure;
  widget_class->snapshot = caseness_miniature_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "miniature");
}

static void
caseness_miniature_view_init (CasenessMiniatureView *self)
{
}

GtkWidget *
caseness_miniature_view_new (void)
{
  return g_object_new (CASENESS_TYPE_MINIATURE_VIEW, NULL);
}

void
caseness_miniature_view_set (CasenessMiniatureView *self, CasenessMiniature *miniature)
{
  const char *label = miniature != NULL ? caseness_miniature_get_label (miniature) : NULL;

  g_return_if_fail (CASENESS_IS_MINIATURE_VIEW (self));

  if (miniature != NULL)
    caseness_miniature_ref (miniature);
  g_clear_pointer (&self->miniature, caseness_miniature_unref);
  self->miniature = miniature;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
