/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_ANSWER_MODEL (caseness_answer_model_get_type ())
G_DECLARE_FINAL_TYPE (CasenessAnswerModel, caseness_answer_model, CASENESS, ANSWER_MODEL, GObject)

/**
 * CasenessAnswerFunc:
 * @query: what is asked
 * @cancellable: asked from time to time whether the answer is still wanted
 *
 * Called in a thread.
 *
 * Returns: (transfer full) (nullable): the answer, or NULL when cancelled.
 */
typedef gpointer (*CasenessAnswerFunc) (gconstpointer query, GCancellable *cancellable);

/**
 * CasenessAnswerModel:
 *
 * Answers a page's newest query in a thread; an older one still under way is given up. Answers are immutable.
 *
 * Properties:
 * - `loading` (boolean, read only): whether an answer is awaited
 *
 * Signals:
 * - `answered`: there is another answer, or none any more
 */

/**
 * caseness_answer_model_new:
 * @func: answers a query
 * @free_query: frees one
 * @free_answer: frees what @func returned
 *
 * Returns: (transfer full): a model that was asked nothing.
 */
CasenessAnswerModel *caseness_answer_model_new (CasenessAnswerFunc func, GDestroyNotify free_query,
                                                GDestroyNotify free_answer);

/** caseness_answer_model_ask: asks @query (transfer full) (nullable); NULL forgets the answer. */
void caseness_answer_model_ask (CasenessAnswerModel *self, gpointer query);

/** caseness_answer_model_get_answer: Returns: (transfer none) (nullable): the latest answer. */
gpointer caseness_answer_model_get_answer (CasenessAnswerModel *self);

/** caseness_answer_model_get_loading: whether an answer is awaited. */
gboolean caseness_answer_model_get_loading (CasenessAnswerModel *self);

G_END_DECLS
