/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-variable.h"

G_BEGIN_DECLS

/** caseness_group_words_problem: Returns: (transfer full): the label of a problem descriptor as people say it, without its
 *  family and code. */
char *caseness_group_words_problem (const char *label);

/** caseness_group_words: Returns: (transfer full): the label of a group of @variable as people say it. */
char *caseness_group_words (const CasenessVariable *variable, const char *label);

G_END_DECLS
