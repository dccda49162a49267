/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_REPORT_SHEET (caseness_report_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CasenessReportSheet, caseness_report_sheet, CASENESS, REPORT_SHEET, GtkWidget)

/** CasenessReportSheet: one page of a report on white paper, as wide as there is room. */

/** caseness_report_sheet_new: Returns: (transfer full): an empty sheet. */
GtkWidget *caseness_report_sheet_new (void);

/** caseness_report_sheet_show: shows page @page of @report; NULL for none. */
void caseness_report_sheet_show (CasenessReportSheet *self, CasenessReport *report, guint page);

G_END_DECLS
