/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-table.h"
#include "caseness-board.h"

G_BEGIN_DECLS

/**
 * caseness_board_table_show:
 * @table: a table
 * @experience: the figures
 * @view: which of them
 * @item: where there are groups, the item whose figures they are told by
 * @snapshot: what they are of
 * @variable: (nullable): what the groups are groups of
 * @hides_names: meeting mode: codes stand for members of staff
 *
 * Shows a view: a row an item, told back by its number; or, where there are groups, a row a group.
 */
void caseness_board_table_show (CasenessDataTable *table, const CasenessBoard *board,
                                     CasenessBoardView view, guint item, const CasenessSnapshot *snapshot,
                                     const CasenessVariable *variable, gboolean hides_names);

G_END_DECLS
