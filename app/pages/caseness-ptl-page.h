/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_PTL_PAGE (caseness_ptl_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPtlPage, caseness_ptl_page, CASENESS, PTL_PAGE, CasenessAnswerPage)

/**
 * CasenessPtlPage:
 *
 * Waiting: who is waiting, for what, how long, and who breaches next. Every figure of its grid opens its people.
 *
 * Properties: `stage` (int, a CasenessStage), `widen-people` (boolean).
 *
 * Actions: `page.stage` (int), `page.widen-people`, `page.close-people`, `page.clear-filter`, `page.export-people`,
 * `page.export-grid`, and `page.print` of every page.
 */

/**
 * caseness_ptl_page_new:
 * @session: (nullable): the session all pages share
 *
 * Returns: (transfer full): the page.
 */
GtkWidget *caseness_ptl_page_new (CasenessSession *session);

G_END_DECLS
