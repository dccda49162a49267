/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-page.h"
#include "caseness-board.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_BOARD_PAGE (caseness_board_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (CasenessBoardPage, caseness_board_page, CASENESS, BOARD_PAGE, CasenessAnswerPage)

/**
 * CasenessBoardPageClass:
 * @kind: what the page is about
 *
 * A page of several views, each a headline to choose it by, what is drawn of it, and the table behind that, of everybody or
 * by any variable; each row and each part of a drawing opens its explanation.
 *
 * Actions: `page.view` chooses a headline, `page.export-table` saves the table as CSV or a workbook.
 */
struct _CasenessBoardPageClass
{
  CasenessAnswerPageClass parent_class;

  CasenessBoardKind kind;
};

/** caseness_board_page_class_set_kind: says in class_init what the page is about. */
void caseness_board_page_class_set_kind (CasenessBoardPageClass *klass, CasenessBoardKind kind);

/** CasenessBoardPageWords: how a page is called and what it says while it has nothing to show; in the user's language. */
typedef struct
{
  const char *title;
  const char *icon_name;
  const char *loading;
  const char *unopened;
  const char *unloaded;
} CasenessBoardPageWords;

/** caseness_board_page_start: fills the page and has it ask; to be called once, in the init of its class. */
void caseness_board_page_start (CasenessBoardPage *self, const CasenessBoardPageWords *words);

G_END_DECLS
