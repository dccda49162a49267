/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * caseness_stranger_describe:
 * @name: name of a file that cannot be imported
 *
 * Returns: (transfer none): what it seems to be by the ending of its name, and what to do with it, as a sentence in small letters that
 * goes behind its name
 */
const char *caseness_stranger_describe (const char *name);

G_END_DECLS
