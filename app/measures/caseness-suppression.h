/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Small numbers (methods, section 14): what may be told outside the service without telling of single people.
 */

/** CASENESS_SUPPRESSED: what stands for a number that may not be told. */
#define CASENESS_SUPPRESSED "*"

/** CASENESS_FEWEST_TOLD: smaller counts, none among them, are not told. */
#define CASENESS_FEWEST_TOLD 5

/** caseness_suppress_is_small: whether @count may not be told. */
gboolean caseness_suppress_is_small (gint64 count);

/** caseness_suppress_round: Returns: @count to the nearest 5. */
gint64 caseness_suppress_round (gint64 count);

/** caseness_suppress_count: Returns: (transfer full): @count as published by NHS Talking Therapies. */
char *caseness_suppress_count (gint64 count);

/** caseness_suppress_count_hes: Returns: (transfer full): @count as published of hospital care, for comparison. */
char *caseness_suppress_count_hes (gint64 count);

/**
 * caseness_suppress_row:
 * @counts: (array length=n): the cells of a line whose total is told
 * @n: how many
 * @is_hidden: (out caller-allocates) (array length=n): which of them may not be told
 *
 * One hidden cell could be worked out from the total, so the smallest of the others goes with it.
 */
void caseness_suppress_row (const gint64 *counts, guint n, gboolean *is_hidden);

G_END_DECLS
