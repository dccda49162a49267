/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-recovery-report.h"
#include "caseness-report-builder.h"

G_BEGIN_DECLS

/**
 * caseness_supervision_report_new:
 * @study: a study
 * @review: (nullable): whose notes to read; NULL for everybody's of @study
 * @title: (nullable): whose they are: `Team North`
 * @options: what goes into it; whether it identifies people is not looked at, it never does
 *
 * The supervision list: the people who did not recover or got reliably worse, team by team and those to read first before
 * the others, without names or dates, what the data answer of their notes, the themes that reviewers agreed, and those by
 * team. Its lines are of single people, so that it
 * is for within the service though it names nobody.
 *
 * Returns: (transfer full): the report.
 */
CasenessReport *caseness_supervision_report_new (const CasenessRecoveryStudy *study, const CasenessReview *review,
                                                 const char *title, const CasenessRecoveryReportOptions *options);

/** caseness_supervision_report_add: the same of everybody of @study as a part of a pack: the list itself, with references
 *  and by clinician, only where the pack identifies people; else the counts that may be told outside. */
void caseness_supervision_report_add (CasenessReportBuilder *builder, const CasenessRecoveryStudy *study,
                                      const CasenessRecoveryReportOptions *options);

G_END_DECLS
