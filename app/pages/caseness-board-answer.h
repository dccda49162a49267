/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-board.h"

G_BEGIN_DECLS

/** CasenessBoardQuery: what a page of a board is asked to show. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessBoardKind kind;
  CasenessFilter *filter;
  CasenessPeriod period;
  CasenessDate as_at;
  const CasenessVariable *variable; /* (nullable): by what; everybody without one */
} CasenessBoardQuery;

/** caseness_board_query_copy: Returns: (transfer full): a copy with references of its own. */
CasenessBoardQuery *caseness_board_query_copy (const CasenessBoardQuery *query);

/** caseness_board_query_free: frees a copy. */
void caseness_board_query_free (CasenessBoardQuery *query);

/** CasenessBoardAnswer: everything the page shows for one query. Immutable; made in a thread. */
typedef struct
{
  CasenessBoardQuery *query;
  CasenessBoard *board;
} CasenessBoardAnswer;

/** caseness_board_answer_new: Returns: (transfer full) (nullable): the answer, or NULL when cancelled. */
CasenessBoardAnswer *caseness_board_answer_new (const CasenessBoardQuery *query, GCancellable *cancellable);

/** caseness_board_answer_free: frees an answer. */
void caseness_board_answer_free (CasenessBoardAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessBoardAnswer, caseness_board_answer_free)

G_END_DECLS
