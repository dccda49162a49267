/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-answer-model.h"
#include "caseness-page-frame.h"
#include "caseness-page.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_ANSWER_PAGE (caseness_answer_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (CasenessAnswerPage, caseness_answer_page, CASENESS, ANSWER_PAGE, CasenessPage)

/**
 * CasenessAnswerPageClass:
 * @make_query: (transfer full): what to ask of @snapshot, with the session's period, filter and day
 * @show: shows @answer (nullable), also when meeting mode changes; what the controls say then is not taken for a choice
 * @describe_empty: whether @answer holds nothing to show, and what to say instead
 * @clear_filter: (chain up): everybody is to be shown again
 * @set_view: (chain up): another view of the answer is to be shown; only called when it is another
 * @asks_of_journal: whether the answer depends on what people recorded, so that it is asked again when that changes
 * @n_views: how many views the page has, see caseness_answer_page_class_install_views()
 *
 * A page that asks one question of the open file: asked again whenever the file, the filter, the period or the day
 * change, answered in a thread, and shown in a CasenessPageFrame. While it is not visible, because the window shows another
 * page, it asks nothing and catches up once it is. A page may show its answer in several views, one at a
 * time: property `view` (int, from 0) and action `page.view` choose it.
 */
struct _CasenessAnswerPageClass
{
  CasenessPageClass parent_class;

  gpointer (*make_query) (CasenessAnswerPage *self, CasenessSession *session, CasenessSnapshot *snapshot);
  void (*show) (CasenessAnswerPage *self, gpointer answer);
  gboolean (*describe_empty) (CasenessAnswerPage *self, gpointer answer, CasenessPageStatus *status);
  void (*clear_filter) (CasenessAnswerPage *self);
  void (*set_view) (CasenessAnswerPage *self, int view);
  gboolean asks_of_journal;
  int n_views;
};

/** caseness_answer_page_class_install_views: gives a page @n_views views and the action `page.view` that chooses one; in
 *  class_init. */
void caseness_answer_page_class_install_views (CasenessAnswerPageClass *klass, int n_views);

/**
 * caseness_answer_page_start:
 * @self: a page whose template is made and whose controls are filled
 * @frame: what it is shown in
 * @model: (transfer full): what answers it
 *
 * To be called once, at the end of the page's init.
 */
void caseness_answer_page_start (CasenessAnswerPage *self, CasenessPageFrame *frame, CasenessAnswerModel *model);

/** caseness_answer_page_get_view: Returns: which view is shown, 0 in a page that has one. */
int caseness_answer_page_get_view (CasenessAnswerPage *self);

/** caseness_answer_page_set_view: shows another view of the answer; before the page is started it only chooses it. */
void caseness_answer_page_set_view (CasenessAnswerPage *self, int view);

/** caseness_answer_page_ask: asks again, unless an answer is just being shown; once it is visible, if it is not. */
void caseness_answer_page_ask (CasenessAnswerPage *self);

/** caseness_answer_page_show: shows the present answer again. */
void caseness_answer_page_show (CasenessAnswerPage *self);

/** caseness_answer_page_is_showing: whether controls are being set by an answer, not used. */
gboolean caseness_answer_page_is_showing (CasenessAnswerPage *self);

/** caseness_answer_page_get_answer: Returns: (transfer none) (nullable): the latest answer. */
gpointer caseness_answer_page_get_answer (CasenessAnswerPage *self);

/** caseness_answer_page_hides_names: whether identifiers and names of clinicians are hidden. */
gboolean caseness_answer_page_hides_names (CasenessAnswerPage *self);

G_END_DECLS
