/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_ADSM_PAGE (caseness_adsm_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessAdsmPage, caseness_adsm_page, CASENESS, ADSM_PAGE, CasenessAnswerPage)

/**
 * CasenessAdsmPage:
 *
 * Whether the measure meant for a problem is used, and paired; what it costs to judge by GAD-7; and whom to give it
 * next.
 *
 * Properties, each with an action of its name (`page.split` …):
 * - `split` (int, a CasenessAdsmSplit): what the rows are
 * - `family` (int, a CasenessAdsmFamily): which measures
 * - `judged` (int, a CasenessAdsmJudged): what the two measures are compared by
 */

/** caseness_adsm_page_new: Returns: (transfer floating): the page. */
GtkWidget *caseness_adsm_page_new (CasenessSession *session);

G_END_DECLS
