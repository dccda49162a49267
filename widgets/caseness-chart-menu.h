/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-view.h"

G_BEGIN_DECLS

/**
 * CasenessChartMenu:
 *
 * What can be taken away from a chart view: its menu, the button in the corner of what is seen of the view, which opens it,
 * and the window that shows the numbers. For the view alone, which owns it.
 */
typedef struct _CasenessChartMenu CasenessChartMenu;

/** caseness_chart_menu_install_actions: installs what the menu offers on the class of the view. */
void caseness_chart_menu_install_actions (GtkWidgetClass *klass);

/** caseness_chart_menu_new: Returns: (transfer full): the menu of @view, its widgets already children of it. */
CasenessChartMenu *caseness_chart_menu_new (CasenessChartView *view);

/** caseness_chart_menu_free: takes its widgets out of the view, closes the window and frees it. */
void caseness_chart_menu_free (CasenessChartMenu *self);

/** caseness_chart_menu_update: the view shows another chart, or none. */
void caseness_chart_menu_update (CasenessChartMenu *self);

/** caseness_chart_menu_place: allocates its widgets in a view of @width: the button stays where it is seen, however far a
 *  wide chart is scrolled. */
void caseness_chart_menu_place (CasenessChartMenu *self, int width);

/** caseness_chart_menu_get_button: Returns: (transfer none): the button, for the view to draw. */
GtkWidget *caseness_chart_menu_get_button (CasenessChartMenu *self);

/** caseness_chart_menu_open: opens the menu at @near (nullable), a child of the view, else at the button. */
void caseness_chart_menu_open (CasenessChartMenu *self, GtkWidget *near);

/* caseness-chart-view.c, for the menu */

/** caseness_chart_view_get_menu: Returns: (transfer none): its menu. */
CasenessChartMenu *caseness_chart_view_get_menu (CasenessChartView *self);

/** caseness_chart_view_dup_told: Returns: (transfer full) (nullable): the chart that may be taken away. */
CasenessChart *caseness_chart_view_dup_told (CasenessChartView *self);

/** caseness_chart_view_get_source: Returns: (transfer none) (nullable): where its numbers come from. */
const char *caseness_chart_view_get_source (CasenessChartView *self);

G_END_DECLS
