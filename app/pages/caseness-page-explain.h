/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-explain-popover.h"
#include "caseness-figure-address.h"
#include "caseness-page.h"

G_BEGIN_DECLS

/**
 * caseness_page_explain:
 * @page: a page
 * @beside: the widget that shows the figure: on @page, or @page itself
 * @rectangle: (nullable): the part of @beside that does, such as a bar of a chart; NULL for all of it
 * @address: (nullable): where the figure stands; with NULL, for a figure that no catalogue row makes, nothing happens
 *
 * Explains a figure in a popover beside it, from which the people behind it open. Escape closes it, and the keyboard
 * goes back to where it was.
 *
 * Returns: (transfer none) (nullable): what explains it, or NULL when nothing does.
 */
CasenessExplainPopover *caseness_page_explain (CasenessPage *page, GtkWidget *beside, const GdkRectangle *rectangle,
                                               CasenessFigureAddress *address);

/**
 * caseness_page_explain_figure:
 *
 * As caseness_page_explain(), of the measure called @measure_id over the period and in the filter of the page's
 * session, in the @groups (nullable) that caseness_figure_address_new() takes.
 */
CasenessExplainPopover *caseness_page_explain_figure (CasenessPage *page, GtkWidget *beside,
                                                      const GdkRectangle *rectangle, const char *measure_id,
                                                      const char *const *groups);

G_END_DECLS
