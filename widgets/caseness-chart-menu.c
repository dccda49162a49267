/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-menu.h"

#include "caseness-chart-export.h"
#include "caseness-chart-table-window.h"

#include <glib/gi18n-lib.h>

struct _CasenessChartMenu
{
  CasenessChartView *view;  /* not owned: owns this */
  GtkWidget *popover;       /* not owned: a child of the view */
  GtkWidget *button;        /* not owned: a child of the view */
  GtkWindow *table_window;  /* weak, nullable: shows the numbers */
  GSignalGroup *scrolling;  /* owned: of the adjustment that moves the view sideways */
  guint place_id;           /* source: the button is to be placed anew */
};

static void
copy_picture_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessChartView *view = CASENESS_CHART_VIEW (widget);
  g_autoptr(CasenessChart) told = caseness_chart_view_dup_told (view);

  if (told != NULL)
    caseness_chart_export_copy_picture (widget, told, caseness_chart_view_get_source (view));
}

static void
copy_numbers_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(CasenessChart) told = caseness_chart_view_dup_told (CASENESS_CHART_VIEW (widget));

  if (told != NULL)
    caseness_chart_export_copy_numbers (widget, told);
}

static void
save_picture_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessChartView *view = CASENESS_CHART_VIEW (widget);
  g_autoptr(CasenessChart) told = caseness_chart_view_dup_told (view);

  if (told != NULL)
    caseness_chart_export_save_picture (widget, told, caseness_chart_view_get_source (view));
}

static void
show_table_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessChartView *view = CASENESS_CHART_VIEW (widget);
  CasenessChartMenu *self = caseness_chart_view_get_menu (view);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr(CasenessChart) told = self->table_window == NULL ? caseness_chart_view_dup_told (view) : NULL;

  if (told != NULL)
    g_set_weak_pointer (&self->table_window,
                        caseness_chart_table_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, told));
  if (self->table_window != NULL)
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

void
caseness_chart_menu_install_actions (GtkWidgetClass *klass)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (offers); i++)
    gtk_widget_class_install_action (klass, offers[i].action, NULL, offers[i].activate);
}

static void
pop_up (CasenessChartMenu *self, const GdkRectangle *rectangle)
{
  if (caseness_chart_view_get_chart (self->view) == NULL)
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), rectangle);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
secondary_pressed_cb (CasenessChartView *view, int n_presses, double x, double y)
{
  const GdkRectangle point = { (int) x, (int) y, 1, 1 };

  pop_up (caseness_chart_view_get_menu (view), &point);
}

static void
make_popover (CasenessChartMenu *self)
{
  g_autoptr(GMenu) model = g_menu_new ();
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (offers); i++)
    g_menu_append (model, _(offers[i].label), offers[i].action);
  self->popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->view));
}

static void
make_button (CasenessChartMenu *self)
{
  self->button = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_set_can_focus (self->button, FALSE); /* the menu key is its way for the keyboard */
  gtk_widget_set_tooltip_text (self->button, _("Copy, save or show as a table (Shift+F10)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chart menu"), -1);
  gtk_widget_add_css_class (self->button, "chart-menu");
  gtk_widget_add_css_class (self->button, "circular");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self->view));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (caseness_chart_view_open_menu), self->view,
                           G_CONNECT_SWAPPED);
}

static gboolean
place_cb (gpointer data)
{
  CasenessChartMenu *self = data;

  self->place_id = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

/* The adjustment also changes while the view is being placed, when it must not ask to be placed. */
static void
scrolled_cb (CasenessChartView *view)
{
  CasenessChartMenu *self = caseness_chart_view_get_menu (view);

  if (self->place_id == 0)
    self->place_id = g_idle_add (place_cb, self);
}

CasenessChartMenu *
caseness_chart_menu_new (CasenessChartView *view)
{
  CasenessChartMenu *self = g_new0 (CasenessChartMenu, 1);
  GtkGesture *click = gtk_gesture_click_new ();

  self->view = view;
  self->scrolling = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->scrolling, "value-changed", G_CALLBACK (scrolled_cb), view);
  g_signal_group_connect_swapped (self->scrolling, "changed", G_CALLBACK (scrolled_cb), view);
  make_popover (self);
  make_button (self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (secondary_pressed_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  caseness_chart_menu_update (self);
  return self;
}

void
caseness_chart_menu_free (CasenessChartMenu *self)
{
  if (self->table_window != NULL)
    gtk_window_destroy (self->table_window);
  g_clear_weak_pointer (&self->table_window);
  g_clear_handle_id (&self->place_id, g_source_remove);
  g_signal_group_set_target (self->scrolling, NULL);
  g_object_unref (self->scrolling);
  gtk_widget_unparent (self->popover);
  gtk_widget_unparent (self->button);
  g_free (self);
}

void
caseness_chart_menu_update (CasenessChartMenu *self)
{
  CasenessChart *chart = caseness_chart_view_get_chart (self->view);
  g_autoptr(CasenessChart) told = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (offers); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self->view), offers[i].action, chart != NULL);
  gtk_widget_set_visible (self->button, chart != NULL);
  if (self->table_window == NULL)
    return;
  told = caseness_chart_view_dup_told (self->view);
  if (told != NULL)
    caseness_chart_table_window_show (CASENESS_CHART_TABLE_WINDOW (self->table_window), told);
  else
    gtk_window_destroy (self->table_window);
}

/* How far to the right a view of @width is seen: all of it, unless it alone is scrolled. */
static int
find_right_edge (CasenessChartMenu *self, int width)
{
  GtkWidget *viewport = gtk_widget_get_parent (GTK_WIDGET (self->view));
  GtkAdjustment *across = GTK_IS_VIEWPORT (viewport) ? gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport)) : NULL;

  g_signal_group_set_target (self->scrolling, across);
  if (across == NULL || gtk_adjustment_get_page_size (across) <= 0)
    return width;
  return MIN (width, (int) (gtk_adjustment_get_value (across) + gtk_adjustment_get_page_size (across)));
}

/* The button stands in the corner, over the picture; it shows when somebody comes near. */
void
caseness_chart_menu_place (CasenessChartMenu *self, int width)
{
  GtkAllocation allocation = { 0 };

  gtk_widget_measure (self->button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &allocation.width, NULL, NULL);
  gtk_widget_measure (self->button, GTK_ORIENTATION_VERTICAL, -1, NULL, &allocation.height, NULL, NULL);
  allocation.x = MAX (find_right_edge (self, width) - allocation.width, 0);
  gtk_widget_size_allocate (self->button, &allocation, -1);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

GtkWidget *
caseness_chart_menu_get_button (CasenessChartMenu *self)
{
  return self->button;
}

void
caseness_chart_menu_open (CasenessChartMenu *self, GtkWidget *near)
{
  graphene_rect_t bounds;
  GdkRectangle rectangle = { 0 };

  if (gtk_widget_compute_bounds (near != NULL ? near : self->button, GTK_WIDGET (self->view), &bounds))
    rectangle = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                (int) bounds.size.height };
  pop_up (self, &rectangle);
}
