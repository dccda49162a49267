/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * caseness_sources_describe:
 * @list: (element-type CasenessSource): what counts now
 *
 * Returns: (transfer full): one line in the user's language: submissions to which month, lists loaded when, receipts.
 */
char *caseness_sources_describe (const GPtrArray *list);

G_END_DECLS
