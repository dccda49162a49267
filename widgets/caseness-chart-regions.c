/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-regions.h"

#include <math.h>

struct _CasenessChartRegions
{
  GObject parent_instance;
  GtkWidget *view;    /* not owned */
  GPtrArray *regions; /* owned (element-type CasenessChartRegion): children of @view, in the order of its layout */
  GtkWidget *entry;   /* not owned, nullable: the region Tab comes back to */
  GtkWidget *read;    /* not owned, nullable: the region read out */
  gboolean has_selection;
  int selected_row;
  int selected_column;
};

G_DEFINE_FINAL_TYPE (CasenessChartRegions, caseness_chart_regions, G_TYPE_OBJECT)

enum
{
  ACTIVATED,
  READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_read (CasenessChartRegions *self, GtkWidget *region)
{
  if (self->read == region)
    return;
  self->read = region;
  g_signal_emit (self, signals[READ], 0);
}

static void
region_clicked_cb (CasenessChartRegions *self, GtkButton *button)
{
  CasenessChartRegion *region = CASENESS_CHART_REGION (button);

  g_signal_emit (self, signals[ACTIVATED], 0, caseness_chart_region_get_row (region),
                 caseness_chart_region_get_column (region));
}

/* Focus is the stronger of the two: moving the pointer away must not silence it. */
static void
region_state_cb (CasenessChartRegions *self, GtkStateFlags before, GtkWidget *region)
{
  GtkStateFlags now = gtk_widget_get_state_flags (region);

  if (now & GTK_STATE_FLAG_FOCUSED)
    self->entry = region;
  if (now & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_PRELIGHT))
    set_read (self, region);
  else if (self->read == region)
    set_read (self, caseness_chart_regions_get (self, caseness_chart_regions_find_focused (self)));
}

static GtkWidget *
add_region (CasenessChartRegions *self)
{
  GtkWidget *region = caseness_chart_region_new ();

  g_signal_connect_object (region, "clicked", G_CALLBACK (region_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (region, "state-flags-changed", G_CALLBACK (region_state_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (region, self->view);
  g_ptr_array_add (self->regions, region);
  return region;
}

static void
drop_last_region (CasenessChartRegions *self)
{
  GtkWidget *region = g_ptr_array_steal_index (self->regions, self->regions->len - 1);

  if (self->entry == region)
    self->entry = NULL;
  if (self->read == region)
    set_read (self, NULL);
  gtk_widget_unparent (region);
}

static gboolean
stands_for (CasenessChartRegion *region, int row, int column)
{
  return caseness_chart_region_get_row (region) == row && caseness_chart_region_get_column (region) == column;
}

static void
show_selection (CasenessChartRegions *self)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      GtkWidget *region = g_ptr_array_index (self->regions, i);

      if (self->has_selection
          && stands_for (CASENESS_CHART_REGION (region), self->selected_row, self->selected_column))
        gtk_widget_add_css_class (region, "selected");
      else
        gtk_widget_remove_css_class (region, "selected");
    }
}

void
caseness_chart_regions_sync (CasenessChartRegions *self, const CasenessChartLayout *layout)
{
  guint n_regions = layout != NULL ? caseness_chart_layout_get_n_areas (layout) : 0;

  g_return_if_fail (CASENESS_IS_CHART_REGIONS (self));

  while (self->regions->len > n_regions)
    drop_last_region (self);
  for (guint i = 0; i < n_regions; i++)
    {
      const CasenessChartArea *place = caseness_chart_layout_get_area (layout, i);
      GtkWidget *region = i < self->regions->len ? g_ptr_array_index (self->regions, i) : add_region (self);

      caseness_chart_region_stand_for (CASENESS_CHART_REGION (region), place->row, place->column, place->label);
    }
  show_selection (self);
}

void
caseness_chart_regions_allocate (CasenessChartRegions *self, const CasenessChartLayout *layout, int inset)
{
  g_return_if_fail (CASENESS_IS_CHART_REGIONS (self));

  for (guint i = 0; i < self->regions->len; i++)
    {
      const CasenessChartArea *place = caseness_chart_layout_get_area (layout, i);
      GtkAllocation allocation = { (int) floor (place->x) + inset, (int) floor (place->y) + inset,
                                   (int) ceil (place->width), (int) ceil (place->height) };

      gtk_widget_size_allocate (g_ptr_array_index (self->regions, i), &allocation, -1);
    }
}

void
caseness_chart_regions_snapshot (CasenessChartRegions *self, GtkSnapshot *snapshot)
{
  g_return_if_fail (CASENESS_IS_CHART_REGIONS (self));

  for (guint i = 0; i < self->regions->len; i++)
    gtk_widget_snapshot_child (self->view, g_ptr_array_index (self->regions, i), snapshot);
}

void
caseness_chart_regions_select (CasenessChartRegions *self, int row, int column)
{
  g_return_if_fail (CASENESS_IS_CHART_REGIONS (self));

  self->has_selection = TRUE;
  self->selected_row = row;
  self->selected_column = column;
  show_selection (self);
}

void
caseness_chart_regions_unselect (CasenessChartRegions *self)
{
  g_return_if_fail (CASENESS_IS_CHART_REGIONS (self));

  self->has_selection = FALSE;
  show_selection (self);
}

GtkWidget *
caseness_chart_regions_get (CasenessChartRegions *self, int index)
{
  g_return_val_if_fail (CASENESS_IS_CHART_REGIONS (self), NULL);

  return index >= 0 && (guint) index < self->regions->len ? g_ptr_array_index (self->regions, (guint) index) : NULL;
}

GtkWidget *
caseness_chart_regions_find (CasenessChartRegions *self, int row, int column)
{
  g_return_val_if_fail (CASENESS_IS_CHART_REGIONS (self), NULL);

  for (guint i = 0; i < self->regions->len; i++)
    {
      GtkWidget *region = g_ptr_array_index (self->regions, i);

      if (stands_for (CASENESS_CHART_REGION (region), row, column))
        return region;
    }
  return NULL;
}

/* The focus may also be in the menu, which is a child of the view as well. */
int
caseness_chart_regions_find_focused (CasenessChartRegions *self)
{
  GtkWidget *child;
  guint index;

  g_return_val_if_fail (CASENESS_IS_CHART_REGIONS (self), -1);

  child = gtk_widget_get_focus_child (self->view);
  return child != NULL && g_ptr_array_find (self->regions, child, &index) ? (int) index : -1;
}

GtkWidget *
caseness_chart_regions_get_entry (CasenessChartRegions *self)
{
  g_return_val_if_fail (CASENESS_IS_CHART_REGIONS (self), NULL);

  return self->entry;
}

const char *
caseness_chart_regions_get_read (CasenessChartRegions *self)
{
  g_return_val_if_fail (CASENESS_IS_CHART_REGIONS (self), NULL);

  return self->read != NULL ? caseness_chart_region_get_label (CASENESS_CHART_REGION (self->read)) : NULL;
}

void
caseness_chart_regions_drop (CasenessChartRegions *self)
{
  g_return_if_fail (CASENESS_IS_CHART_REGIONS (self));

  self->entry = self->read = NULL; /* first, so that no signal comes from a view that goes */
  while (self->regions->len > 0)
    drop_last_region (self);
}

static void
caseness_chart_regions_finalize (GObject *object)
{
  g_ptr_array_unref (CASENESS_CHART_REGIONS (object)->regions);
  G_OBJECT_CLASS (caseness_chart_regions_parent_class)->finalize (object);
}

static void
caseness_chart_regions_class_init (CasenessChartRegionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = caseness_chart_regions_finalize;
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);
}

static void
caseness_chart_regions_init (CasenessChartRegions *self)
{
  self->regions = g_ptr_array_new ();
}

CasenessChartRegions *
caseness_chart_regions_new (GtkWidget *view)
{
  CasenessChartRegions *self;

  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);

  self = g_object_new (CASENESS_TYPE_CHART_REGIONS, NULL);
  self->view = view;
  return self;
}
