/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * caseness_claim_take:
 * @file: an open file
 *
 * Claims a file of ours for as long as @file stays open, so that what a killed process left behind can be told from
 * what another one is working on. The claim lies on the first byte, where SQLite takes no locks.
 *
 * Returns: whether nobody else has claimed it.
 */
gboolean caseness_claim_take (int file);

/**
 * caseness_claim_is_left_behind:
 * @path: a file that its maker claimed
 *
 * Returns: whether it is an ordinary file of this user and nobody claims it any more.
 */
gboolean caseness_claim_is_left_behind (const char *path);

G_END_DECLS
