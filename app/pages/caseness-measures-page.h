/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_MEASURES_PAGE (caseness_measures_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessMeasuresPage, caseness_measures_page, CASENESS, MEASURES_PAGE, CasenessAnswerPage)

/**
 * CasenessMeasuresPage:
 *
 * Measures: every measure that can be asked for, to be looked through and searched. One that is opened shows what it
 * counts, its figure, its months on a chart, and its groups, each row of which opens its people.
 *
 * Actions: `page.open-measure` (string id), `page.close-measure`, `page.explain`, `page.pin`, `page.export-table`,
 * `page.export-detail`, and `page.print` of every page.
 */

/**
 * caseness_measures_page_new:
 * @session: (nullable): the session all pages share
 *
 * Returns: (transfer full): the page.
 */
GtkWidget *caseness_measures_page_new (CasenessSession *session);

G_END_DECLS
