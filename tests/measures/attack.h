/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Attack: what somebody works out who has many prints and knows every number that is told exactly. Each is a sum of the
 * same unknowns; a hidden one follows if its row is made of the rows of those that are told.
 */
typedef struct _Attack Attack;

/** attack_new: Returns: (transfer full): a reader who knows nothing of @n_unknowns unknowns. */
Attack *attack_new (guint n_unknowns);

/** attack_free: frees it. */
void attack_free (Attack *attack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attack, attack_free)

/** attack_tell: the reader is told the sum of the unknowns flagged in @has. */
void attack_tell (Attack *attack, const gboolean *has);

/** attack_knows: Returns: whether the sum of the unknowns flagged in @has follows from what the reader was told. */
gboolean attack_knows (const Attack *attack, const gboolean *has);

G_END_DECLS
