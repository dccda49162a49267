/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-quality.h"

G_BEGIN_DECLS

/* caseness-quality-rules.c: fills months, rules and submissions. */
void caseness_quality_count_rules (CasenessQuality *quality);

/* caseness-quality-shares.c: fills totals and what cannot be read. */
void caseness_quality_count_totals (CasenessQuality *quality);

/* caseness-quality-faults.c: fills the lists. */
void caseness_quality_find_faults (CasenessQuality *quality);

/* Whether findings of a provider (a number; 0 for a local list) are wanted. */
gboolean caseness_quality_wants_provider (const CasenessQuality *quality, guint32 provider);

/* Whether a finding belongs to the period; those of local lists are of now. */
gboolean caseness_quality_is_in_period (const CasenessQuality *quality, const CasenessFindingRow *finding);

/*
 * caseness-quality-bitmaps.c: what does not depend on the filter. All are dropped with caseness_memo_drop().
 */

/** caseness_quality_get_cohort: Returns: (transfer full): the pathways of a cohort in the period. */
const guint64 *caseness_quality_get_cohort (const CasenessQuality *quality, CasenessCohort cohort);

/** caseness_quality_get_recorded: Returns: (transfer full): the pathways on which an item is recorded. */
const guint64 *caseness_quality_get_recorded (const CasenessQuality *quality, guint item);

/** caseness_quality_get_unread: Returns: (transfer full): those in treatment whose questionnaire cannot be read here. */
const guint64 *caseness_quality_get_unread (const CasenessQuality *quality);

/** caseness_quality_wants_pathway: whether the filter lets pathway @index through. */
gboolean caseness_quality_wants_pathway (const CasenessQuality *quality, guint index);

G_END_DECLS
