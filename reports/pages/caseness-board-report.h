/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-board.h"
#include "caseness-report-builder.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/** CasenessBoardReportOptions: what goes into a report on a board. */
typedef struct
{
  CasenessBoardKind kind;
  CasenessPeriod period;
  CasenessDate as_at;           /* the day it stands on, and on which staff are counted */
  const CasenessFilter *filter; /* (nullable) */
  gboolean suppresses;          /* for others: small numbers hidden, the others rounded */
} CasenessBoardReportOptions;

/**
 * caseness_board_report_new:
 * @snapshot: a snapshot
 * @options: what goes into it
 * @cancellable: (nullable)
 * @error: return location: cancelled, or a group to filter by that there is not
 *
 * All views of the board, each drawn where it is and with its table; some of its items by team; definitions.
 *
 * Returns: (transfer full) (nullable): the report, or NULL with @error set.
 */
CasenessReport *caseness_board_report_new (CasenessSnapshot *snapshot,
                                                const CasenessBoardReportOptions *options,
                                                GCancellable *cancellable, GError **error);

/** caseness_board_report_add_view: adds one view to a report: its chart if it has one, and its table. */
void caseness_board_report_add_view (CasenessReportBuilder *builder, const CasenessBoard *board,
                                          CasenessBoardView view, guint level, gboolean suppresses);

G_END_DECLS
