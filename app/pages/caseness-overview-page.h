/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_OVERVIEW_PAGE (caseness_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessOverviewPage, caseness_overview_page, CASENESS, OVERVIEW_PAGE, CasenessAnswerPage)

/**
 * CasenessOverviewPage:
 *
 * Are we meeting the standards, and is anything really changing? A row a standard: latest value, target in force then,
 * published figures, the last 24 months, what varies and what can be relied on, and a sentence; what needs a
 * conversation first. A row opens its chart.
 */

/** caseness_overview_page_new: Returns: (transfer floating): the page; @session may be NULL. */
GtkWidget *caseness_overview_page_new (CasenessSession *session);

G_END_DECLS
