/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-journal.h"
#include "caseness-ptl.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/** CasenessPtlReportOptions: what goes into a PTL pack. */
typedef struct
{
  CasenessDate as_at;
  const CasenessFilter *filter; /* (nullable) */
  const CasenessStage *stages;  /* which queues, in order; NULL for all five */
  guint n_stages;
  int standard_days;            /* days or CASENESS_STANDARD_OF_STAGE */
  CasenessJournal *journal;     /* (nullable): actions and kept lists */
  gboolean identifies;          /* print the columns that identify people, and say so on every page */
} CasenessPtlReportOptions;

/**
 * caseness_ptl_report_new:
 * @snapshot: a snapshot
 * @options: what goes into it
 *
 * The PTL pack: for each queue the grids of the IAPT Manual's Appendix E, what became of it since the last meeting, how it
 * clears, the people with what is agreed about them, and the actions; then the definitions used.
 *
 * Returns: (transfer full): the report.
 */
CasenessReport *caseness_ptl_report_new (CasenessSnapshot *snapshot, const CasenessPtlReportOptions *options);

G_END_DECLS
