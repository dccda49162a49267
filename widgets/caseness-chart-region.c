/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-region.h"

struct _CasenessChartRegion
{
  GtkButton parent_instance;
  int row;
  int column;
  char *label; /* owned */
};

G_DEFINE_FINAL_TYPE (CasenessChartRegion, caseness_chart_region, GTK_TYPE_BUTTON)

static void
caseness_chart_region_finalize (GObject *object)
{
  CasenessChartRegion *self = CASENESS_CHART_REGION (object);

  g_free (self->label);
  G_OBJECT_CLASS (caseness_chart_region_parent_class)->finalize (object);
}

static void
caseness_chart_region_class_init (CasenessChartRegionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = caseness_chart_region_finalize;
  /* Another CSS node than "button" keeps the theme's frame and padding away. */
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chartregion");
}

static void
caseness_chart_region_init (CasenessChartRegion *self)
{
  self->row = self->column = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
}

GtkWidget *
caseness_chart_region_new (void)
{
  return g_object_new (CASENESS_TYPE_CHART_REGION, NULL);
}

void
caseness_chart_region_stand_for (CasenessChartRegion *self, int row, int column, const char *label)
{
  g_return_if_fail (CASENESS_IS_CHART_REGION (self));

  self->row = row;
  self->column = column;
  if (g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

int
caseness_chart_region_get_row (CasenessChartRegion *self)
{
  g_return_val_if_fail (CASENESS_IS_CHART_REGION (self), -1);
  return self->row;
}

int
caseness_chart_region_get_column (CasenessChartRegion *self)
{
  g_return_val_if_fail (CASENESS_IS_CHART_REGION (self), -1);
  return self->column;
}

const char *
caseness_chart_region_get_label (CasenessChartRegion *self)
{
  g_return_val_if_fail (CASENESS_IS_CHART_REGION (self), NULL);
  return self->label;
}
