/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_NATIONAL_PAGE (caseness_national_page_get_type ())
G_DECLARE_FINAL_TYPE (CasenessNationalPage, caseness_national_page, CASENESS, NATIONAL_PAGE, CasenessAnswerPage)

/**
 * CasenessNationalPage:
 *
 * National: do our figures agree with the national ones? Measure by measure against a loaded publication or England,
 * the identities that published figures obey, the rules in doubt, and the pathways that differ from an extract.
 *
 * Actions: `page.load-publication`, `page.load-extract`, `page.export-table`, `page.export-identities`,
 * `page.export-doubts`, `page.export-detail`, `page.close-detail`, and `page.print` of every page.
 */

/**
 * caseness_national_page_new:
 * @session: (nullable): the session all pages share
 *
 * Returns: (transfer full): the page.
 */
GtkWidget *caseness_national_page_new (CasenessSession *session);

/** caseness_national_page_compare_extract: compares with the extract in @folder, as choosing it does. */
void caseness_national_page_compare_extract (CasenessNationalPage *self, GFile *folder);

/** caseness_national_page_load_publication: imports @file, as choosing it does. */
void caseness_national_page_load_publication (CasenessNationalPage *self, GFile *file);

G_END_DECLS
