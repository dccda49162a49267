/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-compare-extract.h"
#include "caseness-doubt-check.h"
#include "caseness-national.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/** CasenessNationalReportOptions: what goes into a national agreement report. All of it is borrowed. */
typedef struct
{
  CasenessDate as_at;
  const GPtrArray *checks;                 /* (nullable) (element-type CasenessDoubtCheck): the rules in doubt */
  const CasenessDifferences *differences;  /* (nullable): an extract compared */
  gboolean identifies;                     /* print the referrals that differ, and say so on every page */
} CasenessNationalReportOptions;

/**
 * caseness_national_report_new:
 * @national: how our figures stand to the national ones
 * @options: what else goes into it
 *
 * The national agreement: measure by measure against a publication or England, the identities month by month, the
 * rules in doubt and what they move, pathways that differ by reason, and the definitions used.
 *
 * Returns: (transfer full): the report.
 */
CasenessReport *caseness_national_report_new (const CasenessNational *national,
                                              const CasenessNationalReportOptions *options);

G_END_DECLS
