/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * caseness_byte_search:
 * @bytes: (array length=size): where to look
 * @size: how many
 * @words: (element-type utf8): a set of words to look for, at any number of lengths
 *
 * Looks for many words at once, in one walk for each length there is. A word of digits inside a longer run of digits is
 * not taken for found: that is some longer number.
 *
 * Returns: (transfer none) (nullable): a word that is there, or NULL.
 */
const char *caseness_byte_search (const char *bytes, gsize size, GHashTable *words);

G_END_DECLS
