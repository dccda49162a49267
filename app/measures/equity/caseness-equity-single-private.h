/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-way.h"

G_BEGIN_DECLS

/**
 * caseness_equity_single_hide:
 * @everybody: the counts of everybody
 * @cut: number of a cut by one characteristic
 * @way: the answer to it of @everybody
 * @stage: a stage
 * @is_hidden: (out caller-allocates): by group of @way, then of all whose group is known: what may not be told
 *
 * Groups add up to all whose group is known, those and the others to all, and where groups are parts of larger ones
 * (`resources/reference/population-folds.csv`), to those: no count below five can be worked out from all of them.
 */
void caseness_equity_single_hide (const CasenessEquityCube *everybody, guint cut, const CasenessEquityWay *way,
                                  CasenessEquityStage stage, gboolean *is_hidden);

G_END_DECLS
