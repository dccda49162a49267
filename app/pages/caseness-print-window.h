/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_PRINT_WINDOW (caseness_print_window_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPrintWindow, caseness_print_window, CASENESS, PRINT_WINDOW, AdwWindow)

/**
 * caseness_print_window_new:
 * @page: a page
 *
 * Shows @page on paper, with whether it names people, and prints or saves it.
 *
 * Returns: (transfer none) (nullable): the window, which GTK owns; NULL when @page has nothing to print.
 */
GtkWindow *caseness_print_window_new (CasenessPage *page);

/**
 * caseness_print_window_new_for_report:
 * @parent: (nullable): its window
 * @report: a report
 * @identifies: whether it names people, which the window then says
 *
 * Shows @report as it is, prints or saves it.
 *
 * Returns: (transfer none): the window, which GTK owns.
 */
GtkWindow *caseness_print_window_new_for_report (GtkWindow *parent, CasenessReport *report, gboolean identifies);

G_END_DECLS
