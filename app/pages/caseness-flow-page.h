/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-board-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_FLOW_PAGE (caseness_flow_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessFlowPage, caseness_flow_page, CASENESS, FLOW_PAGE, CasenessBoardPage)

/**
 * CasenessFlowPage:
 *
 * Where do people get to, and where do we lose them? From referral to recovery, endings, waits, sources, appointments,
 * sessions, steps, and referrals open without treatment.
 */

/** caseness_flow_page_new: Returns: (transfer floating): the page over @session. */
GtkWidget *caseness_flow_page_new (CasenessSession *session);

G_END_DECLS
