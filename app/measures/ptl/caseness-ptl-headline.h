/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl.h"

G_BEGIN_DECLS

/**
 * caseness_ptl_describe:
 * @ptl: a list
 *
 * The list in one or two sentences for people, the same on page and paper: `40 of 339 people waiting for a first
 * treatment are past their breach date; 23 of the 40 are waiting for CBT.`
 *
 * Returns: (transfer full): the sentence, in the user's language.
 */
char *caseness_ptl_describe (const CasenessPtl *ptl);

/**
 * caseness_stage_get_phrase:
 * @stage: a stage
 *
 * Returns: (transfer none): what people wait for, to follow "waiting for", in the user's language: `a first treatment`.
 */
const char *caseness_stage_get_phrase (CasenessStage stage);

G_END_DECLS
