/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** caseness_name_is_same: whether @a and @b are the same but for case, blanks, hyphens and underscores (rulings 60). */
gboolean caseness_name_is_same (const char *a, const char *b);

G_END_DECLS
