/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_EXPERIENCE_PAGE (caseness_experience_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessExperiencePage, caseness_experience_page, CASENESS, EXPERIENCE_PAGE, CasenessAnswerPage)

/**
 * CasenessExperiencePage:
 *
 * What do people say of us, and what becomes of their work? Headlines to choose from, the answers drawn, the table
 * behind them, of everybody or by any variable; each row opens its explanation.
 *
 * Actions: `page.view` chooses a headline, `page.export-table` saves the table as CSV.
 */

/** caseness_experience_page_new: Returns: (transfer floating): the page over @session. */
GtkWidget *caseness_experience_page_new (CasenessSession *session);

G_END_DECLS
