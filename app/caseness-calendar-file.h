/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * caseness_calendar_file_make:
 * @error: return location: what is in the way
 *
 * Makes the user's own submission calendar where there is none yet, holding all that is known, to be continued.
 *
 * Returns: (transfer full) (nullable): its path, or NULL with @error set.
 */
char *caseness_calendar_file_make (GError **error);

/**
 * caseness_calendar_file_read:
 *
 * Reads it as it is now, if there is one; what pages ask from here on is answered by it.
 *
 * Returns: (transfer full): until when windows are known; or what is wrong with the file.
 */
char *caseness_calendar_file_read (void);

G_END_DECLS
