/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_REPORT_PREVIEW (caseness_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (CasenessReportPreview, caseness_report_preview, CASENESS, REPORT_PREVIEW, GtkWidget)

/**
 * CasenessReportPreview:
 *
 * The pages of a report, one below the other, exactly as they print.
 *
 * Actions, on the widget: `preview.print`, `preview.export` (PDF, SVG or PNG, by the ending chosen).
 *
 * Signals:
 * - `message` (string): something is done, or could not be, in words
 */

/** caseness_report_preview_new: Returns: (transfer full): a preview of nothing. */
GtkWidget *caseness_report_preview_new (void);

/** caseness_report_preview_get_report: Returns: (transfer none) (nullable): what is shown. */
CasenessReport *caseness_report_preview_get_report (CasenessReportPreview *self);

/** caseness_report_preview_set_report: shows @report, or nothing when NULL. */
void caseness_report_preview_set_report (CasenessReportPreview *self, CasenessReport *report);

/** caseness_report_preview_set_paper: shows what is shown, and what will be, on paper that lies as @paper says. */
void caseness_report_preview_set_paper (CasenessReportPreview *self, CasenessReportPaper paper);

/** caseness_report_preview_save: saves what is shown, by the ending of @file, in the background; a message says how it
 *  went. */
void caseness_report_preview_save (CasenessReportPreview *self, GFile *file);

/**
 * caseness_report_preview_create_print_operation:
 *
 * Returns: (transfer full): an operation that prints @report on paper of its own size and direction.
 */
GtkPrintOperation *caseness_report_preview_create_print_operation (CasenessReport *report);

G_END_DECLS
