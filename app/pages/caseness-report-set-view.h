/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_REPORT_SET_VIEW (caseness_report_set_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessReportSetView, caseness_report_set_view, CASENESS, REPORT_SET_VIEW, AdwBin)

/**
 * CasenessReportSetView:
 *
 * Saved sets of reports, each made with one press, and what it takes to save another: which reports, for whom, how long
 * a period; the filter is the one that pages show.
 */

/** caseness_report_set_view_show: shows the sets of the open file, on behalf of @page, which outlives the view.
 *  Returns: whether there are any. */
gboolean caseness_report_set_view_show (CasenessReportSetView *self, CasenessPage *page);

/**
 * caseness_report_set_view_make:
 * @name: of a set
 * @folder: where to
 *
 * Makes the reports of a set in a thread; the page says when they are there.
 */
void caseness_report_set_view_make (CasenessReportSetView *self, const char *name, const char *folder);

G_END_DECLS
