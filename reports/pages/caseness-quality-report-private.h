/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-quality.h"
#include "caseness-report-builder.h"

G_BEGIN_DECLS

/* Anchor of the definitions. */
#define CASENESS_QUALITY_REPORT_DEFINITIONS "definitions"

/* caseness-quality-report-shares.c: completeness as bars, with intervals, and by team and month. */
void caseness_quality_report_add_completeness (CasenessReportBuilder *builder, const CasenessQuality *quality,
                                               gboolean identifies);

/* caseness-quality-report-rows.c: what would be refused, and the lists to put right. */
void caseness_quality_report_add_refused (CasenessReportBuilder *builder, const CasenessQuality *quality,
                                          gboolean identifies);
void caseness_quality_report_add_lists (CasenessReportBuilder *builder, const CasenessQuality *quality,
                                        gboolean identifies);

G_END_DECLS
