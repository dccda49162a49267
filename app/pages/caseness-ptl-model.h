/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl-answer.h"

G_BEGIN_DECLS

#define CASENESS_TYPE_PTL_MODEL (caseness_ptl_model_get_type ())
G_DECLARE_FINAL_TYPE (CasenessPtlModel, caseness_ptl_model, CASENESS, PTL_MODEL, GObject)

/**
 * CasenessPtlModel:
 *
 * Answers the newest query in a thread; an older one still under way is given up.
 *
 * Properties:
 * - `loading` (boolean, read only): whether an answer is awaited
 *
 * Signals:
 * - `answered`: there is another answer, or none any more
 */

/** caseness_ptl_model_new: Returns: (transfer full): a model that was asked nothing. */
CasenessPtlModel *caseness_ptl_model_new (void);

/** caseness_ptl_model_ask: asks @query; NULL forgets the answer. */
void caseness_ptl_model_ask (CasenessPtlModel *self, const CasenessPtlQuery *query);

/** caseness_ptl_model_get_answer: Returns: (transfer none) (nullable): the latest answer. */
CasenessPtlAnswer *caseness_ptl_model_get_answer (CasenessPtlModel *self);

/** caseness_ptl_model_get_loading: whether an answer is awaited. */
gboolean caseness_ptl_model_get_loading (CasenessPtlModel *self);

G_END_DECLS
