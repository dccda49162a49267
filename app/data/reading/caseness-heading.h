/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * caseness_heading_normalise:
 * @heading: the heading of a column
 *
 * Underscores, blanks, brackets and capitals come and go between years and between those who publish.
 *
 * Returns: (transfer full): its letters and digits alone, in lower case.
 */
char *caseness_heading_normalise (const char *heading);

G_END_DECLS
