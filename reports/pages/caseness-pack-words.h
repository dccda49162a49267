/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-filter.h"

G_BEGIN_DECLS

/* What every report says of itself. */

/** caseness_pack_dup_filter: Returns: (transfer full): what a filter (nullable) says, without naming staff where the
 *  report must not. */
char *caseness_pack_dup_filter (const CasenessFilter *filter, gboolean identifies);

/** caseness_pack_dup_file_name: Returns: (transfer full): a file name without ending: @kind, then letters and digits of
 *  the service's name and the day, joined by hyphens. */
char *caseness_pack_dup_file_name (const char *kind, const char *service, CasenessDate as_at);

/** caseness_pack_get_confidentiality: Returns: (transfer none): who may have a report that names nobody: small numbers that
 *  it tells exactly are for the service alone. */
const char *caseness_pack_get_confidentiality (gboolean tells_exactly);

/** caseness_pack_dup_sentence: Returns: (transfer full): @text ending as a sentence, whatever it ends with. */
char *caseness_pack_dup_sentence (const char *text);

G_END_DECLS
