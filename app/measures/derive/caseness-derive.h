/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-pathway.h"
#include "caseness-records.h"

G_BEGIN_DECLS

/**
 * CasenessDeriver:
 *
 * Turns the rows of one referral after another into pathways (derivations, sections 2 to 7). Keeps scratch room
 * between referrals.
 */
typedef struct _CasenessDeriver CasenessDeriver;

/**
 * caseness_deriver_prepare:
 * @records: rows whose dictionary still grows
 *
 * Finds when each person was referred again, and adds to the dictionary every text that deriving can put on a pathway
 * under any decision. From then on @records stay as they are while pathways are derived from them, under one decision
 * after another and by several threads.
 */
void caseness_deriver_prepare (CasenessRecords *records);

/**
 * caseness_deriver_new:
 * @records: the rows, after caseness_deriver_prepare()
 * @switches: decisions
 *
 * Returns: (transfer full): a deriver; both arguments must outlive it.
 */
CasenessDeriver *caseness_deriver_new (const CasenessRecords *records, const CasenessSwitches *switches);

/** caseness_deriver_free: frees the deriver. */
void caseness_deriver_free (CasenessDeriver *deriver);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessDeriver, caseness_deriver_free)

/**
 * caseness_deriver_run:
 * @deriver: a deriver
 * @index: which referral
 * @pathway: (out caller-allocates): what is derived from it
 * @n_treatments: (out): how many
 *
 * Returns: (transfer none) (array length=n_treatments): the treatment sessions in order, valid until the next run.
 */
const CasenessTreatment *caseness_deriver_run (CasenessDeriver *deriver, guint index, CasenessPathway *pathway,
                                               guint *n_treatments);

/*
 * What else the last run found; valid until the next.
 */

/** caseness_deriver_get_contacts: Returns: (transfer none) (element-type CasenessContact): all appointments. */
const GArray *caseness_deriver_get_contacts (const CasenessDeriver *deriver);

/** caseness_deriver_get_staff: Returns: (transfer none) (element-type guint32): who was at them, one after another. */
const GArray *caseness_deriver_get_staff (const CasenessDeriver *deriver);

/** caseness_deriver_get_scored: Returns: (transfer none) (element-type CasenessScored): the scores that count. */
const GArray *caseness_deriver_get_scored (const CasenessDeriver *deriver);

/** caseness_deriver_get_logs: Returns: (transfer none) (element-type CasenessLog): the internet therapy logs. */
const GArray *caseness_deriver_get_logs (const CasenessDeriver *deriver);

G_END_DECLS
