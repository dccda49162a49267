/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-measure.h"
#include "caseness-snapshot.h"

G_BEGIN_DECLS

/** CASENESS_EARLY_MONTHS: in how many of the first months loaded somebody may still seem new who was seen before them. It
 *  is our own choice: most who are in treatment are seen within a quarter. */
#define CASENESS_EARLY_MONTHS 3

/** caseness_early_months_get: Returns: the first months loaded; without a day where nothing is. */
CasenessPeriod caseness_early_months_get (const CasenessSnapshot *snapshot);

/**
 * caseness_early_months_dup_warning:
 * @snapshot: a snapshot
 * @period: what is looked at
 * @measure: (nullable): a measure, of whose kind the warning is only given; NULL warns of any
 *
 * Contacts before the first month loaded are not known, so that the next contact of somebody who was seen before is
 * counted as the first.
 *
 * Returns: (transfer full) (nullable): a warning in words; NULL when @period touches none of the first months, or @measure
 *   counts no first contacts.
 */
char *caseness_early_months_dup_warning (const CasenessSnapshot *snapshot, const CasenessPeriod *period,
                                         const CasenessMeasure *measure);

G_END_DECLS
