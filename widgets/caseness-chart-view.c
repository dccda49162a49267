/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-view.h"

#include "caseness-chart-menu.h"
#include "caseness-chart-regions.h"
#include "caseness-chart-steps.h"
#include "caseness-chart-theme.h"
#include "caseness-shared-text.h"

#include <adwaita.h>
#include <math.h>

/* Room around the picture for the ring of a figure at its edge. */
#define INSET 4

struct _CasenessChartView
{
  GtkWidget parent_instance;
  CasenessChart *chart;          /* owned, nullable */
  CasenessChartLayout *layout;   /* owned, nullable: for layout_width */
  CasenessTextStore *texts;      /* owned, nullable: lines that the next layout is likely to need again */
  GskRenderNode *node;           /* owned, nullable: @layout as drawn */
  CasenessChartRegions *regions; /* owned: over the figures of @layout */
  int layout_width;
  int measured_height;           /* what containers that do not ask for a width were told */
  guint remeasure_id;
  CasenessChartMenu *menu;       /* owned */
  char *source;                  /* owned, nullable */
  CasenessChartTeller teller; /* nullable */
  gpointer teller_data;       /* not owned */
};

G_DEFINE_FINAL_TYPE (CasenessChartView, caseness_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_READ_OUT = 1,
  N_PROPS
};

enum
{
  REGION_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static CasenessChartLayout *
lay_out (CasenessChartView *self, int width)
{
  CasenessTheme theme = caseness_chart_theme_of_widget (GTK_WIDGET (self));
  CasenessChartRoom room = { .width = MAX (width - 2 * INSET, 0) };
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->texts == NULL)
    self->texts = caseness_text_store_new (context);
  return caseness_chart_lay_out (self->chart, context, &room, &theme);
}

static void
clear_layout (CasenessChartView *self)
{
  g_clear_pointer (&self->layout, caseness_chart_layout_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

static void
ensure_layout (CasenessChartView *self, int width)
{
  if (self->layout != NULL && self->layout_width == width)
    return;
  clear_layout (self);
  self->layout = lay_out (self, width);
  self->layout_width = width;
}

static void
activated_cb (CasenessChartView *self, int row, int column)
{
  g_signal_emit (self, signals[REGION_ACTIVATED], 0, row, column);
}

static void
read_cb (CasenessChartView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_OUT]);
}

static GtkWidget *
get_focused_region (CasenessChartView *self)
{
  return caseness_chart_regions_get (self->regions, caseness_chart_regions_find_focused (self->regions));
}

static void
describe (CasenessChartView *self)
{
  g_autofree char *summary = self->chart != NULL ? caseness_chart_dup_summary (self->chart) : g_strdup ("");
  const char *title = self->chart != NULL ? caseness_chart_get_title (self->chart) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
}

/* Theme, font or contrast changed: the same figures, measured and painted afresh. */
static void
restyle (CasenessChartView *self)
{
  clear_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static GtkWidget *
find_entry (CasenessChartView *self)
{
  GtkWidget *entry = caseness_chart_regions_get_entry (self->regions);

  if (entry != NULL || self->layout == NULL)
    return entry;
  return caseness_chart_regions_get (self->regions, caseness_chart_steps_find_end (self->layout, -1, FALSE, TRUE));
}

static gboolean
has_figures (CasenessChartView *self)
{
  return self->layout != NULL && caseness_chart_regions_get (self->regions, 0) != NULL;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (widget);
  int focused = caseness_chart_regions_find_focused (self->regions);
  GtkWidget *target;
  int across, down;

  if (!has_figures (self))
    return FALSE;
  g_variant_get (args, "(ii)", &across, &down);
  if (focused < 0)
    target = find_entry (self);
  else
    target = caseness_chart_regions_get (
      self->regions, caseness_chart_steps_find_next (self->layout, (guint) focused, across, down));
  if (target == NULL)
    gtk_widget_error_bell (widget);
  else
    gtk_widget_grab_focus (target);
  return TRUE;
}

static gboolean
jump_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (widget);
  int focused = caseness_chart_regions_find_focused (self->regions);
  gboolean is_last, of_all;

  if (!has_figures (self))
    return FALSE;
  g_variant_get (args, "(bb)", &is_last, &of_all);
  gtk_widget_grab_focus (caseness_chart_regions_get (
    self->regions, caseness_chart_steps_find_end (self->layout, focused, is_last, of_all)));
  return TRUE;
}

/* Tab takes two steps here: the chart as a whole, then its figures as one stop; the arrows do the rest. */
static gboolean
caseness_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  GtkWidget *entry = find_entry (self);

  if (direction == GTK_DIR_TAB_BACKWARD)
    {
      if (gtk_widget_is_focus (widget))
        return FALSE;
      return inside != NULL || entry == NULL ? gtk_widget_grab_focus (widget) : gtk_widget_grab_focus (entry);
    }
  if (inside != NULL)
    return FALSE;
  if (gtk_widget_is_focus (widget))
    return entry != NULL && gtk_widget_grab_focus (entry);
  return gtk_widget_grab_focus (widget);
}

static int
get_layout_height (CasenessChartView *self)
{
  double width, height;

  caseness_chart_layout_get_size (self->layout, &width, &height);
  return (int) ceil (height) + 2 * INSET;
}

static GtkSizeRequestMode
caseness_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
caseness_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (widget);

  *minimum = *natural = 0;
  if (self->chart == NULL)
    return;
  if (self->layout == NULL)
    ensure_layout (self, self->layout_width);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = (int) ceil (caseness_chart_layout_get_minimum_width (self->layout)) + 2 * INSET;
      return;
    }
  if (for_size >= 0)
    ensure_layout (self, for_size);
  *minimum = *natural = get_layout_height (self);
  if (for_size < 0)
    self->measured_height = *natural;
}

static gboolean
remeasure_cb (gpointer user_data)
{
  CasenessChartView *self = user_data;

  self->remeasure_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* A scrolled window asks for the height before it gives a width; it is told once the width is known. */
static void
correct_height (CasenessChartView *self)
{
  if (self->measured_height != get_layout_height (self) && self->remeasure_id == 0)
    self->remeasure_id = g_idle_add (remeasure_cb, self);
}

static void
caseness_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (widget);

  if (self->chart == NULL)
    return;
  ensure_layout (self, width);
  correct_height (self);
  caseness_chart_regions_allocate (self->regions, self->layout, INSET);
  caseness_chart_menu_place (self->menu, width);
}

static GskRenderNode *
draw_node (CasenessChartView *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double width, height;
  cairo_t *cr;

  caseness_chart_layout_get_size (self->layout, &width, &height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) ceil (width) + 2 * INSET,
                                                            (float) ceil (height) + 2 * INSET));
  cairo_translate (cr, INSET, INSET);
  caseness_chart_layout_draw (self->layout, cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
caseness_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (widget);

  if (self->layout != NULL && self->node == NULL)
    self->node = draw_node (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  caseness_chart_regions_snapshot (self->regions, snapshot);
  gtk_widget_snapshot_child (widget, caseness_chart_menu_get_button (self->menu), snapshot);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  caseness_chart_view_open_menu (CASENESS_CHART_VIEW (widget));
  return TRUE;
}

CasenessChartMenu *
caseness_chart_view_get_menu (CasenessChartView *self)
{
  return self->menu;
}

const char *
caseness_chart_view_get_source (CasenessChartView *self)
{
  return self->source;
}

static void
caseness_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (caseness_chart_view_parent_class)->css_changed (widget, change);
  restyle (CASENESS_CHART_VIEW (widget));
}

static void
caseness_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (caseness_chart_view_parent_class)->system_setting_changed (widget, setting);
  restyle (CASENESS_CHART_VIEW (widget));
}

static void
caseness_chart_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_READ_OUT)
    g_value_set_string (value, caseness_chart_view_get_read_out (CASENESS_CHART_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
caseness_chart_view_dispose (GObject *object)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (object);

  g_clear_handle_id (&self->remeasure_id, g_source_remove);
  g_clear_pointer (&self->menu, caseness_chart_menu_free);
  caseness_chart_regions_drop (self->regions);
  clear_layout (self);
  g_clear_pointer (&self->texts, caseness_text_store_free);
  g_clear_pointer (&self->chart, caseness_chart_unref);
  G_OBJECT_CLASS (caseness_chart_view_parent_class)->dispose (object);
}

/* A chart that is not seen holds no lines for the next. */
static void
caseness_chart_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (caseness_chart_view_parent_class)->unmap (widget);
  g_clear_pointer (&CASENESS_CHART_VIEW (widget)->texts, caseness_text_store_free);
}

static void
caseness_chart_view_finalize (GObject *object)
{
  g_object_unref (CASENESS_CHART_VIEW (object)->regions);
  g_free (CASENESS_CHART_VIEW (object)->source);
  G_OBJECT_CLASS (caseness_chart_view_parent_class)->finalize (object);
}

static void
caseness_chart_view_class_init (CasenessChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = caseness_chart_view_get_property;
  object_class->dispose = caseness_chart_view_dispose;
  object_class->finalize = caseness_chart_view_finalize;
  widget_class->unmap = caseness_chart_view_unmap;
  widget_class->focus = caseness_chart_view_focus;
  widget_class->get_request_mode = caseness_chart_view_get_request_mode;
  widget_class->measure = caseness_chart_view_measure;
  widget_class->size_allocate = caseness_chart_view_size_allocate;
  widget_class->snapshot = caseness_chart_view_snapshot;
  widget_class->css_changed = caseness_chart_view_css_changed;
  widget_class->system_setting_changed = caseness_chart_view_system_setting_changed;

  properties[PROP_READ_OUT]
      = g_param_spec_string ("read-out", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REGION_ACTIVATED] = g_signal_new ("region-activated", CASENESS_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  caseness_chart_menu_install_actions (widget_class);
  caseness_chart_steps_add_keys (widget_class, move_cb, jump_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
caseness_chart_view_init (CasenessChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->regions = caseness_chart_regions_new (GTK_WIDGET (self));
  g_signal_connect_object (self->regions, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->regions, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->menu = caseness_chart_menu_new (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
}

GtkWidget *
caseness_chart_view_new (void)
{
  return g_object_new (CASENESS_TYPE_CHART_VIEW, NULL);
}

/* Where the focus was, by row and column, so that a new chart can take it up again. */
static void
restore_focus (CasenessChartView *self, int row, int column)
{
  GtkWidget *region = caseness_chart_view_find_region (self, row, column);

  gtk_widget_grab_focus (region != NULL ? region : GTK_WIDGET (self));
}

void
caseness_chart_view_set_chart (CasenessChartView *self, CasenessChart *chart)
{
  GtkWidget *focused;
  int row = -1, column = -1;

  g_return_if_fail (CASENESS_IS_CHART_VIEW (self));
  if (self->chart == chart)
    return;
  focused = get_focused_region (self);
  if (focused != NULL)
    {
      row = caseness_chart_region_get_row (CASENESS_CHART_REGION (focused));
      column = caseness_chart_region_get_column (CASENESS_CHART_REGION (focused));
    }
  clear_layout (self);
  g_clear_pointer (&self->chart, caseness_chart_unref);
  if (chart != NULL)
    self->chart = caseness_chart_ref (chart);
  if (chart != NULL)
    ensure_layout (self, gtk_widget_get_width (GTK_WIDGET (self)));
  caseness_chart_regions_sync (self->regions, self->layout);
  describe (self);
  caseness_chart_menu_update (self->menu);
  if (focused != NULL)
    restore_focus (self, row, column);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_OUT]);
}

CasenessChart *
caseness_chart_view_get_chart (CasenessChartView *self)
{
  g_return_val_if_fail (CASENESS_IS_CHART_VIEW (self), NULL);
  return self->chart;
}

CasenessChart *
caseness_chart_view_dup_told (CasenessChartView *self)
{
  if (self->chart == NULL)
    return NULL;
  return self->teller != NULL ? self->teller (self->teller_data) : caseness_chart_ref (self->chart);
}

void
caseness_chart_view_set_teller (CasenessChartView *self, CasenessChartTeller teller, gpointer data)
{
  g_return_if_fail (CASENESS_IS_CHART_VIEW (self));

  self->teller = teller;
  self->teller_data = data;
}

void
caseness_chart_view_set_source (CasenessChartView *self, const char *source)
{
  g_return_if_fail (CASENESS_IS_CHART_VIEW (self));

  g_free (self->source);
  self->source = g_strdup (source);
}

void
caseness_chart_view_open_menu (CasenessChartView *self)
{
  g_return_if_fail (CASENESS_IS_CHART_VIEW (self));
  caseness_chart_menu_open (self->menu, get_focused_region (self));
}

void
caseness_chart_view_select (CasenessChartView *self, int row, int column)
{
  g_return_if_fail (CASENESS_IS_CHART_VIEW (self));

  caseness_chart_regions_select (self->regions, row, column);
}

void
caseness_chart_view_unselect (CasenessChartView *self)
{
  g_return_if_fail (CASENESS_IS_CHART_VIEW (self));

  caseness_chart_regions_unselect (self->regions);
}

GtkWidget *
caseness_chart_view_find_region (CasenessChartView *self, int row, int column)
{
  g_return_val_if_fail (CASENESS_IS_CHART_VIEW (self), NULL);

  return caseness_chart_regions_find (self->regions, row, column);
}

const char *
caseness_chart_view_get_read_out (CasenessChartView *self)
{
  g_return_val_if_fail (CASENESS_IS_CHART_VIEW (self), NULL);
  return caseness_chart_regions_get_read (self->regions);
}
