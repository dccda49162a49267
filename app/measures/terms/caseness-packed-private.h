/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-aside.h"
#include "caseness-rows.h"

G_BEGIN_DECLS

/*
 * For what is packed in several parts because all of it at once would take too much memory.
 */

/**
 * caseness_packed_put_aside:
 * @packed: a column
 * @aside: (transfer none): must stay until the column is joined or freed
 *
 * Takes the column out of memory, if it can. Until it is joined to others, if only to none, nobody may read it.
 */
void caseness_packed_put_aside (CasenessPacked *packed, CasenessAside *aside);

/** caseness_rows_put_aside: likewise of all columns of @rows. */
void caseness_rows_put_aside (CasenessRows *rows, CasenessAside *aside);

/**
 * caseness_packed_join:
 * @parts: (array length=n_parts) (transfer full): columns, at least one
 *
 * Cells that cannot be read back are 0; caseness_aside_check() tells.
 *
 * Returns: (transfer full): their cells one after another.
 */
CasenessPacked *caseness_packed_join (CasenessPacked **parts, guint n_parts);

/**
 * caseness_rows_join:
 * @parts: (array length=n_parts) (transfer full): rows of one form, at least one part
 *
 * Returns: (transfer full): all of them, one part after another.
 */
CasenessRows *caseness_rows_join (CasenessRows **parts, guint n_parts);

G_END_DECLS
