/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-report.h"
#include "caseness-report-builder.h"

G_BEGIN_DECLS

/* Anchor of the definitions. */
#define CASENESS_PTL_REPORT_DEFINITIONS "definitions"

/* caseness-ptl-report-people.c: the people of one queue, those to be talked about first. */
void caseness_ptl_report_add_people (CasenessReportBuilder *builder, const CasenessPtl *ptl, gboolean identifies);

/* caseness-ptl-report-grids.c: the grids of one queue. */
void caseness_ptl_report_add_grids (CasenessReportBuilder *builder, const CasenessPtl *ptl, gboolean identifies);

/* caseness-ptl-report-definitions.c: the last page. */
void caseness_ptl_report_add_definitions (CasenessReportBuilder *builder, GPtrArray *ptls, const char *filter,
                                          const char *sources, gboolean identifies);

G_END_DECLS
