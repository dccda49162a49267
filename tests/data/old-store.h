/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** OLD_STORE_N_VERSIONS: how many earlier versions a service file has had. A new migration adds one, and its script. */
#define OLD_STORE_N_VERSIONS 8

/** old_store_new: Returns: (transfer full): an empty service file at @path as version @version, from 1, made it. */
sqlite3 *old_store_new (const char *path, guint version);

G_END_DECLS
