/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * caseness_digest_bytes:
 * @bytes: what a file holds
 *
 * Returns: (transfer full): its SHA-256 in hex, as a receipt gives it.
 */
char *caseness_digest_bytes (GBytes *bytes);

G_END_DECLS
