/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_EQUITY_PAGE (caseness_equity_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessEquityPage, caseness_equity_page, CASENESS, EQUITY_PAGE, CasenessAnswerPage)

/**
 * CasenessEquityPage:
 *
 * Who is reached and who recovers, against who lives here: ratios by step, shares, outcomes, waits and therapy, sources of
 * referral, deprivation, the gap over time, one group by itself, and the groups that services tend to miss.
 *
 * Properties:
 * - `view` (int): one of CasenessEquityView
 *
 * Actions: `page.view` (int), `page.population`, `page.export-table`
 */

/** caseness_equity_page_new: Returns: (transfer floating): the page on @session (nullable). */
GtkWidget *caseness_equity_page_new (CasenessSession *session);

G_END_DECLS
