/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CasenessReport:
 *
 * An ordered set of pages drawn by Cairo and Pango: the same drawing for the screen, a printer, PDF, SVG and PNG.
 * Reference-counted; what it says never changes, how its paper lies may. Holds its own data, so it may be drawn from any
 * one thread at a time.
 * Same report, same bytes.
 */
typedef struct _CasenessReport CasenessReport;

/** CasenessReportPaper: how the paper lies. */
typedef enum
{
  CASENESS_REPORT_LANDSCAPE, /* A4, for boards and meetings */
  CASENESS_REPORT_PORTRAIT,
} CasenessReportPaper;

/** caseness_report_ref: Returns: (transfer full): @report with one more reference. */
CasenessReport *caseness_report_ref (CasenessReport *report);

/** caseness_report_unref: drops a reference. */
void caseness_report_unref (CasenessReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessReport, caseness_report_unref)

/** caseness_report_get_title: Returns: (transfer none): document title. */
const char *caseness_report_get_title (CasenessReport *report);

/** caseness_report_get_file_name: Returns: (transfer none): a base name without ending fit for an e-mail:
 *  `ptl-pack-exampleshire-2025-06-30`. */
const char *caseness_report_get_file_name (CasenessReport *report);

/** caseness_report_get_n_pages: how many pages it has; paginates on first use. */
guint caseness_report_get_n_pages (CasenessReport *report);

/** caseness_report_get_page_size: the size of every page, in points (A4 landscape is 842 × 595). */
void caseness_report_get_page_size (CasenessReport *report, double *width, double *height);

/** caseness_report_get_paper: how its paper lies. */
CasenessReportPaper caseness_report_get_paper (CasenessReport *report);

/**
 * caseness_report_set_paper:
 * @report: a report that nobody is drawing or saving
 * @paper: how its paper is to lie; each kind begins as it reads best
 *
 * Lays all of it out anew when it is next asked for: numbers of pages change, what it says does not.
 */
void caseness_report_set_paper (CasenessReport *report, CasenessReportPaper paper);

/**
 * caseness_report_draw_page:
 * @report: a report
 * @page: 0 to n_pages - 1
 * @cr: a context whose unit is one point and whose origin is the top left corner of the paper
 */
void caseness_report_draw_page (CasenessReport *report, guint page, cairo_t *cr);

/** CasenessReportFormat: what a report can be written as. SVG and PNG of several pages become one tall picture
 *  each page below the other. */
typedef enum
{
  CASENESS_REPORT_PDF,
  CASENESS_REPORT_SVG,
  CASENESS_REPORT_PNG,
} CasenessReportFormat;

/** caseness_report_format_from_name: tells the format by the ending of @file_name; FALSE when it is none of them. */
gboolean caseness_report_format_from_name (const char *file_name, CasenessReportFormat *format);

/**
 * caseness_report_render:
 * @report: a report
 * @format: which
 * @cancellable: (nullable): asked between pages
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the bytes of the file.
 */
GBytes *caseness_report_render (CasenessReport *report, CasenessReportFormat format, GCancellable *cancellable,
                                GError **error);

/** caseness_report_save: renders to @path, replacing it only when all went well. */
gboolean caseness_report_save (CasenessReport *report, const char *path, CasenessReportFormat format,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
