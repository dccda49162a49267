/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-board-answer.h"

CasenessBoardQuery *
caseness_board_query_copy (const CasenessBoardQuery *query)
{
  CasenessBoardQuery *copy = g_memdup2 (query, sizeof *query);

  caseness_snapshot_ref (copy->snapshot);
  caseness_filter_ref (copy->filter);
  return copy;
}

void
caseness_board_query_free (CasenessBoardQuery *query)
{
  caseness_snapshot_unref (query->snapshot);
  caseness_filter_unref (query->filter);
  g_free (query);
}

CasenessBoardAnswer *
caseness_board_answer_new (const CasenessBoardQuery *query, GCancellable *cancellable)
{
  CasenessBoard *board = caseness_board_new (query->snapshot, query->kind, &query->period, query->filter, query->variable,
                                             cancellable, NULL);
  CasenessBoardAnswer *answer;

  if (board == NULL)
    return NULL;
  answer = g_new0 (CasenessBoardAnswer, 1);
  answer->query = caseness_board_query_copy (query);
  answer->board = board;
  return answer;
}

void
caseness_board_answer_free (CasenessBoardAnswer *answer)
{
  caseness_board_query_free (answer->query);
  caseness_board_free (answer->board);
  g_free (answer);
}
