/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-aside.h"
#include "caseness-derive.h"
#include "caseness-events.h"

G_BEGIN_DECLS

/** CasenessEventsBuilder: collects events while pathways are derived, and packs them at the end. */
typedef struct _CasenessEventsBuilder CasenessEventsBuilder;

/** caseness_events_builder_new: Returns: (transfer full): the events of people and staff in @records, none of pathways. */
CasenessEventsBuilder *caseness_events_builder_new (const CasenessRecords *records);

/**
 * caseness_events_builder_new_part:
 * @first: number of the first pathway that will be added
 *
 * Returns: (transfer full): a builder of nothing, whose pathways are to follow those of another
 *   (caseness_events_builder_append()).
 */
CasenessEventsBuilder *caseness_events_builder_new_part (guint first);

/**
 * caseness_events_builder_append:
 * @builder: the builder
 * @part: (transfer full): one whose first pathway follows the last of @builder
 *
 * Adds what @part collected.
 */
void caseness_events_builder_append (CasenessEventsBuilder *builder, CasenessEventsBuilder *part);

/** caseness_events_builder_pack: takes less room for what was added so far, and none in memory when @aside (nullable),
 *  which must stay, has room; not for every few pathways. */
void caseness_events_builder_pack (CasenessEventsBuilder *builder, CasenessAside *aside);

/** caseness_events_builder_free: frees the builder and what it collected. */
void caseness_events_builder_free (CasenessEventsBuilder *builder);

/**
 * caseness_events_builder_add:
 * @events: the builder
 * @records: where the referral is
 * @index: which one
 * @deriver: has just run it
 * @treatments: (array length=n_treatments): what that gave
 *
 * Adds the events of the next pathway.
 */
void caseness_events_builder_add (CasenessEventsBuilder *events, const CasenessRecords *records, guint index,
                                  const CasenessDeriver *deriver, const CasenessTreatment *treatments,
                                  guint n_treatments);

/** caseness_events_builder_get_answered: Returns: CASENESS_PATHWAY_..._ANSWERED of the pathway added last. */
guint caseness_events_builder_get_answered (const CasenessEventsBuilder *events, const CasenessDictionary *dictionary);

/**
 * caseness_events_builder_finish:
 * @builder: (transfer full): the builder, after the last pathway
 * @received: by pathway
 *
 * Returns: (transfer full): all that was added.
 */
CasenessEvents *caseness_events_builder_finish (CasenessEventsBuilder *builder, const CasenessDate *received);

G_END_DECLS
