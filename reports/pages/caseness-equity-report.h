/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-words.h"
#include "caseness-report-builder.h"

G_BEGIN_DECLS

/**
 * caseness_equity_report_new:
 * @answer: an answer; not kept
 *
 * The equity report for contract review: who is reached and who recovers against who lives here, step by step, by what
 * the answer compares and by every other characteristic, deprivation, the gap over time, the group that was picked, the
 * checklist of groups that services tend to miss, and the definitions used. It names nobody: counts are rounded and
 * small ones suppressed.
 *
 * Returns: (transfer full): the report.
 */
CasenessReport *caseness_equity_report_new (const CasenessEquityAnswer *answer);

/**
 * caseness_equity_report_add_groups:
 * @builder: a report
 * @answer: an answer, whatever it is by
 * @name: a variable that people can be compared by
 * @columns: those of caseness_equity_table_new_narrow() to print, ended by -1
 * @is_shared: whether it leaves the service
 *
 * Adds a heading and who of each group came to each step against who would be expected, unless the filter is about the
 * same: then those chosen are as many as everybody, and the others none.
 */
void caseness_equity_report_add_groups (CasenessReportBuilder *builder, const CasenessEquityAnswer *answer,
                                        const char *name, const int *columns, gboolean is_shared);

G_END_DECLS
