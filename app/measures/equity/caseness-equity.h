/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-equity-shared.h"

G_BEGIN_DECLS

/**
 * caseness_equity_count:
 * @frame: a snapshot and a period
 * @variable: what to group by
 * @area: (nullable): an area of the local population list; NULL for all its rows
 * @people: (nullable): a bitmap of whom to count (caseness_evaluate_people()), NULL for everybody
 *
 * One variable over one period, as `caseness-cli equity` asks for it.
 *
 * Returns: (transfer full): the answer.
 */
CasenessEquityWay *caseness_equity_count (CasenessFrame *frame, const CasenessVariable *variable, const char *area,
                                          const guint64 *people);

/** caseness_equity_write_csv: writes one stage as `caseness-cli equity` prints it. @shared (nullable) is what may be told of
 *  @way: stars stand for what may not, and other numbers of people are rounded; NULL tells everything. */
void caseness_equity_write_csv (CasenessCsvWriter *writer, const CasenessEquityWay *way, CasenessEquityStage stage,
                                const CasenessEquityShared *shared);

G_END_DECLS
