/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-board-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_EXPERIENCE_PAGE (caseness_experience_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessExperiencePage, caseness_experience_page, CASENESS, EXPERIENCE_PAGE, CasenessBoardPage)

/**
 * CasenessExperiencePage:
 *
 * What do people say of us, and what becomes of their work? Questionnaires, employment, its support, work and social
 * adjustment.
 */

/** caseness_experience_page_new: Returns: (transfer floating): the page over @session. */
GtkWidget *caseness_experience_page_new (CasenessSession *session);

G_END_DECLS
