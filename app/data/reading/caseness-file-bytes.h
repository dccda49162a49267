/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * caseness_file_bytes_read:
 * @path: a regular file, or a link that leads to one
 * @error: return location: not there, not a regular file, not readable
 *
 * Reads a whole file. A pipe, a device or a link that leads nowhere is refused without waiting (rulings 99).
 *
 * Returns: (transfer full) (nullable): what it holds, or NULL with @error set.
 */
GBytes *caseness_file_bytes_read (const char *path, GError **error);

G_END_DECLS
