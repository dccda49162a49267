/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-overview.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/** CasenessMeasuresReportOptions: what the report holds. All of it is borrowed. */
typedef struct
{
  CasenessPeriod period;
  const CasenessFilter *filter; /* (nullable) */
  gboolean identifies;          /* keep it within the service: small numbers are told, the filter names staff */
  const GPtrArray *measures;    /* (nullable) (element-type CasenessMeasure): NULL for all of the national metadata */
  const CasenessOverview *overview; /* (nullable): whose charts over time are added */
  const GPtrArray *variables;   /* (nullable) (element-type CasenessVariable): by what they are broken down */
  const CasenessMeasure *broken_down; /* (nullable): the one that is; NULL for every one */
} CasenessMeasuresReportOptions;

/**
 * caseness_measures_report_new:
 * @snapshot: a snapshot
 * @options: what it holds
 * @cancellable: (nullable)
 * @error: return location: cancelled, or a group to filter by that there is not
 *
 * Measures that the file can answer, each with its interval and standard, and what it counts.
 *
 * Returns: (transfer full) (nullable): the report, or NULL with @error set.
 */
CasenessReport *caseness_measures_report_new (CasenessSnapshot *snapshot, const CasenessMeasuresReportOptions *options,
                                              GCancellable *cancellable, GError **error);

G_END_DECLS
