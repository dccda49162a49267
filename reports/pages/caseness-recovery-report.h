/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-journal.h"
#include "caseness-recovery-study.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/** CasenessRecoveryReportOptions: what goes into a recovery pack. */
typedef struct
{
  CasenessDate as_at;
  CasenessRecoveryBasis basis;
  gboolean is_widened;
  CasenessJournal *journal; /* (nullable): what reviewers agreed */
  const GPtrArray *cycles;  /* (nullable) (element-type CasenessCycleResult): what was tried */
  gboolean identifies;      /* name people and staff, and tell small numbers */
} CasenessRecoveryReportOptions;

/**
 * caseness_recovery_report_new:
 * @study: what is compared
 * @options: what goes into it
 *
 * The recovery and reflective practice pack: headlines, groups compared with those outside their limits, what became of
 * the courses, therapies and problems, the supervision list with its questions answered, agreed themes, a poster a PDSA cycle, definitions.
 *
 * Returns: (transfer full): the report.
 */
CasenessReport *caseness_recovery_report_new (const CasenessRecoveryStudy *study,
                                              const CasenessRecoveryReportOptions *options);

/**
 * caseness_clinician_report_new:
 * @study: a study by clinician, of everybody
 * @filter: (nullable): whose clinicians get a sheet; all when it names none
 * @as_at: the day it stands on
 *
 * One side of A4 for each clinician: their own figures with intervals beside those of the whole service, in supportive
 * words, never a rank, and what the data say their notes could be read for. It names the clinician and nobody else.
 *
 * Returns: (transfer full): the report.
 */
CasenessReport *caseness_clinician_report_new (const CasenessRecoveryStudy *study, const CasenessFilter *filter,
                                               CasenessDate as_at);

G_END_DECLS
