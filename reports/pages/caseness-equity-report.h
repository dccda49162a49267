/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-words.h"
#include "caseness-report.h"

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

G_END_DECLS
