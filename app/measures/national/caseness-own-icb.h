/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-journal.h"

G_BEGIN_DECLS

/**
 * CASENESS_RECORD_ICB:
 *
 * The journal's kind for the ICB whose published figures are a service's benchmark; one entry, `icb`. The national list of
 * providers says it for most: it is chosen for a provider that is new, or whose ICB has merged since.
 */
#define CASENESS_RECORD_ICB "icb"
#define CASENESS_RECORD_ICB_SUBJECT "icb"

/** caseness_own_icb_dup: Returns: (transfer full): the code chosen in @journal; empty where none was. */
char *caseness_own_icb_dup (CasenessJournal *journal);

/** caseness_own_icb_dup_body: Returns: (transfer full) (nullable): what the journal is to hold to choose @code; NULL for none. */
char *caseness_own_icb_dup_body (const char *code);

G_END_DECLS
