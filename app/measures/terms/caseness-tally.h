/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-dictionary.h"

G_BEGIN_DECLS

/**
 * CasenessTally:
 *
 * Counts who (or which therapy) a pathway saw most. Each session counts once for everybody in it; a tie goes to
 * whoever came last, within one session to the higher activity id as text (rulings 76 and 94).
 */
typedef struct _CasenessTally CasenessTally;

/** caseness_tally_new: Returns: (transfer full): an empty tally. */
CasenessTally *caseness_tally_new (void);

/** caseness_tally_free: frees the tally. */
void caseness_tally_free (CasenessTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessTally, caseness_tally_free)

/** caseness_tally_clear: forgets everything. */
void caseness_tally_clear (CasenessTally *tally);

/**
 * caseness_tally_add:
 * @tally: a tally
 * @session: position of the session in the order of sessions; never less than before
 * @value: who; 0 is nobody
 * @activity_id: text of the activity, empty for an internet log, which loses ties
 */
void caseness_tally_add (CasenessTally *tally, guint session, guint32 value, const char *activity_id);

/** caseness_tally_get_winner: Returns: who was there most, 0 for nobody. */
guint32 caseness_tally_get_winner (const CasenessTally *tally);

G_END_DECLS
