/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-view.h"

#include "caseness-chart-export.h"
#include "caseness-chart-region.h"
#include "caseness-chart-table-window.h"
#include "caseness-chart-theme.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* Room around the picture for the ring of a figure at its edge. */
#define INSET 4

struct _CasenessChartView
{
  GtkWidget parent_instance;
  CasenessChart *chart;        /* owned, nullable */
  CasenessChartLayout *layout; /* owned, nullable: for layout_width */
  GskRenderNode *node;            /* owned, nullable: @layout as drawn */
  GPtrArray *regions;             /* (element-type GtkWidget): children, one per region of @layout, in its order */
  GtkWidget *entry;               /* not owned, nullable: the region Tab comes back to */
  GtkWidget *read;                /* not owned, nullable: the region read out */
  int layout_width;
  int measured_height; /* what containers that do not ask for a width were told */
  guint remeasure_id;
  GtkWidget *menu;        /* not owned: a child */
  GtkWidget *menu_button; /* not owned: a child */
  char *source;           /* owned, nullable */
  gboolean has_selection;
  int selected_row;
  int selected_column;
  GtkWindow *table_window; /* weak, nullable: shows the numbers */
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

  return caseness_chart_lay_out (self->chart, gtk_widget_get_pango_context (GTK_WIDGET (self)), &room, &theme);
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
set_read (CasenessChartView *self, GtkWidget *region)
{
  if (self->read == region)
    return;
  self->read = region;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_OUT]);
}

static void
region_clicked_cb (CasenessChartView *self, GtkButton *button)
{
  CasenessChartRegion *region = CASENESS_CHART_REGION (button);

  g_signal_emit (self, signals[REGION_ACTIVATED], 0, caseness_chart_region_get_row (region),
                 caseness_chart_region_get_column (region));
}

/* The focus may also be in the menu. */
static GtkWidget *
get_focused_region (CasenessChartView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return CASENESS_IS_CHART_REGION (child) ? child : NULL;
}

/* Focus is the stronger of the two: moving the pointer away must not silence it. */
static void
region_state_cb (CasenessChartView *self, GtkStateFlags before, GtkWidget *region)
{
  GtkStateFlags now = gtk_widget_get_state_flags (region);

  if (now & GTK_STATE_FLAG_FOCUSED)
    self->entry = region;
  if (now & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_PRELIGHT))
    set_read (self, region);
  else if (self->read == region)
    set_read (self, get_focused_region (self));
}

static GtkWidget *
add_region (CasenessChartView *self)
{
  GtkWidget *region = caseness_chart_region_new ();

  g_signal_connect_object (region, "clicked", G_CALLBACK (region_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (region, "state-flags-changed", G_CALLBACK (region_state_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (region, GTK_WIDGET (self));
  g_ptr_array_add (self->regions, region);
  return region;
}

static void
drop_last_region (CasenessChartView *self)
{
  GtkWidget *region = g_ptr_array_steal_index (self->regions, self->regions->len - 1);

  if (self->entry == region)
    self->entry = NULL;
  if (self->read == region)
    set_read (self, NULL);
  gtk_widget_unparent (region);
}

static void
show_selection (CasenessChartView *self)
{
  guint i;

  for (i = 0; i < self->regions->len; i++)
    {
      CasenessChartRegion *region = g_ptr_array_index (self->regions, i);

      if (self->has_selection && caseness_chart_region_get_row (region) == self->selected_row
          && caseness_chart_region_get_column (region) == self->selected_column)
        gtk_widget_add_css_class (GTK_WIDGET (region), "selected");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (region), "selected");
    }
}

/* One child per region, kept where possible so that focus and assistive technology are not thrown about. */
static void
sync_regions (CasenessChartView *self)
{
  guint n_regions = self->layout != NULL ? caseness_chart_layout_get_n_areas (self->layout) : 0;
  guint i;

  while (self->regions->len > n_regions)
    drop_last_region (self);
  for (i = 0; i < n_regions; i++)
    {
      const CasenessChartArea *place = caseness_chart_layout_get_area (self->layout, i);
      GtkWidget *region = i < self->regions->len ? g_ptr_array_index (self->regions, i) : add_region (self);

      caseness_chart_region_stand_for (CASENESS_CHART_REGION (region), place->row, place->column, place->label);
    }
  show_selection (self);
}

static void
describe (CasenessChartView *self)
{
  g_autofree char *summary = NULL;
  const char *title = NULL;

  if (self->chart != NULL)
    {
      title = caseness_chart_get_title (self->chart);
      summary = caseness_chart_dup_summary (self->chart);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary != NULL ? summary : "", -1);
}

/* Theme, font or contrast changed: the same figures, measured and painted afresh. */
static void
restyle (CasenessChartView *self)
{
  clear_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Areas stand in reading order: the next one of the row. */
static guint
rank_horizontally (const CasenessChartArea *from, const CasenessChartArea *to, int step)
{
  int ahead = (int) (to - from) * step;

  return to->row == from->row && ahead > 0 ? (guint) ahead : G_MAXUINT;
}

/* The next row that has figures, and there the nearest column. */
static guint
rank_vertically (const CasenessChartArea *from, const CasenessChartArea *to, int step)
{
  int ahead = (to->row - from->row) * step;

  return ahead > 0 ? (guint) ahead * 1000 + (guint) ABS (to->column - from->column) : G_MAXUINT;
}

static int
focused_index (CasenessChartView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint index;

  return child != NULL && g_ptr_array_find (self->regions, child, &index) ? (int) index : -1;
}

static GtkWidget *
find_neighbour (CasenessChartView *self, int across, int down)
{
  int from = focused_index (self);
  const CasenessChartArea *start = caseness_chart_layout_get_area (self->layout, (guint) from);
  guint best = G_MAXUINT;
  GtkWidget *found = NULL;
  guint i;

  for (i = 0; i < self->regions->len; i++)
    {
      const CasenessChartArea *place = caseness_chart_layout_get_area (self->layout, i);
      guint rank = across != 0 ? rank_horizontally (start, place, across) : rank_vertically (start, place, down);

      if (rank < best)
        {
          best = rank;
          found = g_ptr_array_index (self->regions, i);
        }
    }
  return found;
}

/* The first or last figure of the focused row, or of the whole chart. */
static GtkWidget *
find_end (CasenessChartView *self, gboolean is_last, gboolean of_all)
{
  int from = focused_index (self);
  int row = from < 0 ? 0 : caseness_chart_layout_get_area (self->layout, (guint) from)->row;
  GtkWidget *found = NULL;
  guint i;

  for (i = 0; i < self->regions->len; i++)
    {
      if (!of_all && from >= 0 && caseness_chart_layout_get_area (self->layout, i)->row != row)
        continue;
      found = g_ptr_array_index (self->regions, i);
      if (!is_last)
        break;
    }
  return found;
}

static GtkWidget *
find_entry (CasenessChartView *self)
{
  if (self->entry != NULL)
    return self->entry;
  return self->regions->len > 0 ? find_end (self, FALSE, TRUE) : NULL;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (widget);
  GtkWidget *target;
  int across, down;

  if (self->layout == NULL || self->regions->len == 0)
    return FALSE;
  g_variant_get (args, "(ii)", &across, &down);
  target = focused_index (self) < 0 ? find_entry (self) : find_neighbour (self, across, down);
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
  gboolean is_last, of_all;

  if (self->layout == NULL || self->regions->len == 0)
    return FALSE;
  g_variant_get (args, "(bb)", &is_last, &of_all);
  gtk_widget_grab_focus (find_end (self, is_last, of_all));
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

/* The button stands in the corner, over the picture; it shows when somebody comes near. */
static void
place_menu (CasenessChartView *self, int width)
{
  GtkAllocation allocation = { 0 };

  gtk_widget_measure (self->menu_button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &allocation.width, NULL, NULL);
  gtk_widget_measure (self->menu_button, GTK_ORIENTATION_VERTICAL, -1, NULL, &allocation.height, NULL, NULL);
  allocation.x = MAX (width - allocation.width, 0);
  gtk_widget_size_allocate (self->menu_button, &allocation, -1);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
caseness_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (widget);
  guint i;

  if (self->chart == NULL)
    return;
  ensure_layout (self, width);
  correct_height (self);
  for (i = 0; i < self->regions->len; i++)
    {
      const CasenessChartArea *place = caseness_chart_layout_get_area (self->layout, i);
      GtkAllocation allocation = { (int) floor (place->x) + INSET, (int) floor (place->y) + INSET,
                                   (int) ceil (place->width), (int) ceil (place->height) };

      gtk_widget_size_allocate (g_ptr_array_index (self->regions, i), &allocation, -1);
    }
  place_menu (self, width);
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
  guint i;

  if (self->layout != NULL && self->node == NULL)
    self->node = draw_node (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  for (i = 0; i < self->regions->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->regions, i), snapshot);
  gtk_widget_snapshot_child (widget, self->menu_button, snapshot);
}

static void
pop_up (CasenessChartView *self, const GdkRectangle *rectangle)
{
  if (self->chart == NULL)
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), rectangle);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
secondary_pressed_cb (CasenessChartView *self, int n_presses, double x, double y)
{
  const GdkRectangle point = { (int) x, (int) y, 1, 1 };

  pop_up (self, &point);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  caseness_chart_view_open_menu (CASENESS_CHART_VIEW (widget));
  return TRUE;
}

static void
copy_picture_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (widget);

  caseness_chart_export_copy_picture (widget, self->chart, self->source);
}

static void
copy_numbers_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  caseness_chart_export_copy_numbers (widget, CASENESS_CHART_VIEW (widget)->chart);
}

static void
save_picture_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (widget);

  caseness_chart_export_save_picture (widget, self->chart, self->source);
}

static void
show_table_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessChartView *self = CASENESS_CHART_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->table_window == NULL)
    g_set_weak_pointer (&self->table_window,
                        caseness_chart_table_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->chart));
  gtk_window_present (self->table_window);
}

/* What can be taken away, in the order of the menu. */
static const struct
{
  const char *label;
  const char *action;
  GtkWidgetActionActivateFunc activate;
} offers[] = {
  { N_("Show as _Table"), "chart.show-table", show_table_cb },
  { N_("_Copy Picture"), "chart.copy-picture", copy_picture_cb },
  { N_("Copy _Numbers"), "chart.copy-numbers", copy_numbers_cb },
  { N_("_Save Picture…"), "chart.save-picture", save_picture_cb },
};

static void
make_menu (CasenessChartView *self)
{
  g_autoptr(GMenu) model = g_menu_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (offers); i++)
    g_menu_append (model, _(offers[i].label), offers[i].action);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  self->menu_button = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_set_can_focus (self->menu_button, FALSE); /* the menu key is its way for the keyboard */
  gtk_widget_set_tooltip_text (self->menu_button, _("Copy, save or show as a table (Shift+F10)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chart menu"),
                                  -1);
  gtk_widget_add_css_class (self->menu_button, "chart-menu");
  gtk_widget_add_css_class (self->menu_button, "circular");
  gtk_widget_set_visible (self->menu_button, FALSE);
  gtk_widget_set_parent (self->menu_button, GTK_WIDGET (self));
  g_signal_connect_object (self->menu_button, "clicked", G_CALLBACK (caseness_chart_view_open_menu), self,
                           G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (secondary_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
update_menu (CasenessChartView *self)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (offers); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), offers[i].action, self->chart != NULL);
  gtk_widget_set_visible (self->menu_button, self->chart != NULL);
  if (self->table_window == NULL)
    return;
  if (self->chart != NULL)
    caseness_chart_table_window_show (CASENESS_CHART_TABLE_WINDOW (self->table_window), self->chart);
  else
    gtk_window_destroy (self->table_window);
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
  self->entry = self->read = NULL;
  if (self->table_window != NULL)
    gtk_window_destroy (self->table_window);
  g_clear_weak_pointer (&self->table_window);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->menu_button, gtk_widget_unparent);
  while (self->regions->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->regions, self->regions->len - 1));
  clear_layout (self);
  g_clear_pointer (&self->chart, caseness_chart_unref);
  G_OBJECT_CLASS (caseness_chart_view_parent_class)->dispose (object);
}

static void
caseness_chart_view_finalize (GObject *object)
{
  g_ptr_array_unref (CASENESS_CHART_VIEW (object)->regions);
  g_free (CASENESS_CHART_VIEW (object)->source);
  G_OBJECT_CLASS (caseness_chart_view_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    int across;
    int down;
  } moves[] = { { GDK_KEY_Left, -1, 0 },   { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 },
                { GDK_KEY_KP_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 },      { GDK_KEY_KP_Up, 0, -1 },
                { GDK_KEY_Down, 0, 1 },     { GDK_KEY_KP_Down, 0, 1 } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (klass, moves[i].key, 0, move_cb, "(ii)", moves[i].across, moves[i].down);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, 0, jump_cb, "(bb)", FALSE, FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, 0, jump_cb, "(bb)", TRUE, FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, GDK_CONTROL_MASK, jump_cb, "(bb)", FALSE, TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, GDK_CONTROL_MASK, jump_cb, "(bb)", TRUE, TRUE);
}

static void
caseness_chart_view_class_init (CasenessChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  gsize i;

  object_class->get_property = caseness_chart_view_get_property;
  object_class->dispose = caseness_chart_view_dispose;
  object_class->finalize = caseness_chart_view_finalize;
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
  for (i = 0; i < G_N_ELEMENTS (offers); i++)
    gtk_widget_class_install_action (widget_class, offers[i].action, NULL, offers[i].activate);
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
caseness_chart_view_init (CasenessChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->regions = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  make_menu (self);
  update_menu (self);
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
  sync_regions (self);
  describe (self);
  update_menu (self);
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

void
caseness_chart_view_set_source (CasenessChartView *self, const char *source)
{
  g_return_if_fail (CASENESS_IS_CHART_VIEW (self));

  g_free (self->source);
  self->source = g_strdup (source);
}

/* At the figure in focus, else in the corner. */
void
caseness_chart_view_open_menu (CasenessChartView *self)
{
  GtkWidget *near;
  graphene_rect_t bounds;
  GdkRectangle rectangle = { 0 };

  g_return_if_fail (CASENESS_IS_CHART_VIEW (self));

  near = get_focused_region (self);
  if (near == NULL)
    near = self->menu_button;
  if (gtk_widget_compute_bounds (near, GTK_WIDGET (self), &bounds))
    rectangle = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                (int) bounds.size.height };
  pop_up (self, &rectangle);
}

void
caseness_chart_view_select (CasenessChartView *self, int row, int column)
{
  g_return_if_fail (CASENESS_IS_CHART_VIEW (self));

  self->has_selection = TRUE;
  self->selected_row = row;
  self->selected_column = column;
  show_selection (self);
}

void
caseness_chart_view_unselect (CasenessChartView *self)
{
  g_return_if_fail (CASENESS_IS_CHART_VIEW (self));

  self->has_selection = FALSE;
  show_selection (self);
}

GtkWidget *
caseness_chart_view_find_region (CasenessChartView *self, int row, int column)
{
  guint i;

  g_return_val_if_fail (CASENESS_IS_CHART_VIEW (self), NULL);
  for (i = 0; i < self->regions->len; i++)
    {
      CasenessChartRegion *region = g_ptr_array_index (self->regions, i);

      if (caseness_chart_region_get_row (region) == row && caseness_chart_region_get_column (region) == column)
        return GTK_WIDGET (region);
    }
  return NULL;
}

const char *
caseness_chart_view_get_read_out (CasenessChartView *self)
{
  g_return_val_if_fail (CASENESS_IS_CHART_VIEW (self), NULL);
  return self->read != NULL ? caseness_chart_region_get_label (CASENESS_CHART_REGION (self->read)) : NULL;
}
