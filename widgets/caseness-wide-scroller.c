/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-wide-scroller.h"

/* Less than this of a child is not worth showing. */
#define LEAST_HEIGHT 150

struct _CasenessWideScroller
{
  GtkWidget parent_instance;
  GtkWidget *child; /* not owned, nullable */
  GtkScrolledWindow *scroller;
  GtkWidget *bar;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (CasenessWideScroller, caseness_wide_scroller, GTK_TYPE_WIDGET)

enum
{
  PROP_CHILD = 1,
  PROP_MOST_HEIGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
update_bar_cb (gpointer user_data)
{
  CasenessWideScroller *self = user_data;
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);

  self->update_id = 0;
  gtk_widget_set_visible (self->bar, gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across));
  return G_SOURCE_REMOVE;
}

/* Told in the middle of an allocation, where nothing may ask for another. */
static void
across_changed_cb (CasenessWideScroller *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_bar_cb, self);
}

static void
caseness_wide_scroller_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_CHILD)
    g_value_set_object (value, caseness_wide_scroller_get_child (CASENESS_WIDE_SCROLLER (object)));
  else if (property_id == PROP_MOST_HEIGHT)
    g_value_set_int (value, gtk_scrolled_window_get_max_content_height (CASENESS_WIDE_SCROLLER (object)->scroller));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
caseness_wide_scroller_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_CHILD)
    caseness_wide_scroller_set_child (CASENESS_WIDE_SCROLLER (object), g_value_get_object (value));
  else if (property_id == PROP_MOST_HEIGHT)
    gtk_scrolled_window_set_max_content_height (CASENESS_WIDE_SCROLLER (object)->scroller, g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
caseness_wide_scroller_dispose (GObject *object)
{
  CasenessWideScroller *self = CASENESS_WIDE_SCROLLER (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->child = NULL;
  G_OBJECT_CLASS (caseness_wide_scroller_parent_class)->dispose (object);
}

static void
caseness_wide_scroller_class_init (CasenessWideScrollerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = caseness_wide_scroller_get_property;
  object_class->set_property = caseness_wide_scroller_set_property;
  object_class->dispose = caseness_wide_scroller_dispose;
  properties[PROP_CHILD]
      = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MOST_HEIGHT] = g_param_spec_int ("most-height", NULL, NULL, -1, G_MAXINT, -1,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "widescroller");
}

static void
caseness_wide_scroller_init (CasenessWideScroller *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkAdjustment *across;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_min_content_height (self->scroller, LEAST_HEIGHT);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));

  across = gtk_scrolled_window_get_hadjustment (self->scroller);
  self->bar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, across);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  g_signal_connect_object (across, "changed", G_CALLBACK (across_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
caseness_wide_scroller_new (void)
{
  return g_object_new (CASENESS_TYPE_WIDE_SCROLLER, NULL);
}

void
caseness_wide_scroller_set_child (CasenessWideScroller *self, GtkWidget *child)
{
  g_return_if_fail (CASENESS_IS_WIDE_SCROLLER (self));

  if (self->child == child)
    return;
  self->child = child;
  gtk_scrolled_window_set_child (self->scroller, child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

GtkWidget *
caseness_wide_scroller_get_child (CasenessWideScroller *self)
{
  g_return_val_if_fail (CASENESS_IS_WIDE_SCROLLER (self), NULL);
  return self->child;
}
