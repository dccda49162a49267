/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-rows.h"

G_BEGIN_DECLS

/*
 * For what is packed in several parts because all of it at once would take too much memory.
 */

/**
 * caseness_packed_join:
 * @parts: (array length=n_parts) (transfer full): columns, at least one
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
