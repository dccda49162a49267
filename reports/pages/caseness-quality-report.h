/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-quality.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/** CasenessQualityReportOptions: what goes into a data quality report. */
typedef struct
{
  CasenessPeriod period;
  CasenessDate as_at;           /* the day on which windows are judged */
  const CasenessFilter *filter; /* (nullable) */
  gboolean identifies;          /* print references and clinicians, and say so on every page */
} CasenessQualityReportOptions;

/**
 * caseness_quality_report_new:
 * @snapshot: a snapshot
 * @options: what goes into it
 *
 * The data quality report: what would be refused and until when it can be put right, rules broken by month,
 * completeness with intervals, the lists to put right, the rules that were not judged, and the definitions used.
 *
 * Returns: (transfer full): the report.
 */
CasenessReport *caseness_quality_report_new (CasenessSnapshot *snapshot, const CasenessQualityReportOptions *options);

G_END_DECLS
