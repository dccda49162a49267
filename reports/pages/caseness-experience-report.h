/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-experience.h"
#include "caseness-report-builder.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/** CasenessExperienceReportOptions: what goes into a report on experience and employment. */
typedef struct
{
  CasenessPeriod period;
  CasenessDate as_at;           /* the day it stands on, and on which staff are counted */
  const CasenessFilter *filter; /* (nullable) */
  gboolean suppresses;          /* for others: small numbers hidden, the others rounded */
} CasenessExperienceReportOptions;

/**
 * caseness_experience_report_new:
 * @snapshot: a snapshot
 * @options: what goes into it
 * @cancellable: (nullable)
 * @error: return location: cancelled, or a group to filter by that there is not
 *
 * What people say after treatment and after assessment, employment at the start and at the end, sick pay and benefits,
 * employment support, its outcomes and work and social adjustment; the two questionnaires by team; definitions.
 *
 * Returns: (transfer full) (nullable): the report, or NULL with @error set.
 */
CasenessReport *caseness_experience_report_new (CasenessSnapshot *snapshot,
                                                const CasenessExperienceReportOptions *options,
                                                GCancellable *cancellable, GError **error);

/** caseness_experience_report_add_view: adds one view to a report: its chart if it has one, and its table. */
void caseness_experience_report_add_view (CasenessReportBuilder *builder, const CasenessExperience *experience,
                                          CasenessExperienceView view, guint level, gboolean suppresses);

G_END_DECLS
