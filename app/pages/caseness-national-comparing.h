/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-national-answer.h"

G_BEGIN_DECLS

/**
 * CasenessNationalComparing:
 *
 * An extract that is being compared with the open service file, or was.
 *
 * Signals: `compared`, when there is a result or the reason why there is none.
 */
#define CASENESS_TYPE_NATIONAL_COMPARING caseness_national_comparing_get_type ()
G_DECLARE_FINAL_TYPE (CasenessNationalComparing, caseness_national_comparing, CASENESS, NATIONAL_COMPARING, GObject)

/** caseness_national_comparing_new: Returns: (transfer full): nothing compared yet. */
CasenessNationalComparing *caseness_national_comparing_new (void);

/** caseness_national_comparing_begin: compares @extract, a folder, archive or database, with the service file at @store_path. */
void caseness_national_comparing_begin (CasenessNationalComparing *self, const char *store_path, const char *extract);

/** caseness_national_comparing_stop: gives up; what was compared before is forgotten as well, so that nothing half of the
 *  old is shown. */
void caseness_national_comparing_stop (CasenessNationalComparing *self);

/** caseness_national_comparing_is_busy: whether an extract is being compared. */
gboolean caseness_national_comparing_is_busy (CasenessNationalComparing *self);

/** caseness_national_comparing_get_differences: Returns: (transfer none) (nullable): what came of it. */
const CasenessDifferences *caseness_national_comparing_get_differences (CasenessNationalComparing *self);

/** caseness_national_comparing_get_publication: Returns: (transfer none) (nullable): what was to be compared, where it is an
 *  archive of published figures and no extract. */
const char *caseness_national_comparing_get_publication (CasenessNationalComparing *self);

/** caseness_national_comparing_dup_words: Returns: (transfer full): how far it is; why it failed; how to get an extract. */
char *caseness_national_comparing_dup_words (CasenessNationalComparing *self);

G_END_DECLS
