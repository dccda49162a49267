/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"
#include "caseness-quality-tables.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_QUALITY_PAGE (caseness_quality_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessQualityPage, caseness_quality_page, CASENESS, QUALITY_PAGE, CasenessAnswerPage)

/**
 * CasenessQualityPage:
 *
 * Data quality: can we trust these figures? Rules broken, what is recorded, and the rows to put right.
 *
 * Properties: `view` (int, a CasenessQualityView).
 *
 * Actions: `page.view` (int), `page.export-table`, `page.export-rows`, `page.close-rows`, and `page.print` of every
 * page.
 */

/**
 * caseness_quality_page_new:
 * @session: (nullable): the session all pages share
 *
 * Returns: (transfer full): the page.
 */
GtkWidget *caseness_quality_page_new (CasenessSession *session);

G_END_DECLS
