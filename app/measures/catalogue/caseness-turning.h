/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-snapshot.h"
#include "caseness-switches.h"

G_BEGIN_DECLS

/**
 * CasenessTurning:
 *
 * The rows of a service file, read once, from which its pathways are derived under one decision after another. Takes
 * several times the memory of a snapshot, so it is kept only while decisions are being tried. Reference-counted; never
 * changes, so several threads may derive from it.
 */
typedef struct _CasenessTurning CasenessTurning;

/**
 * caseness_turning_new:
 * @store: the service file
 * @known_until: the months that end later are not read; CASENESS_DATE_NONE for all of them
 * @cancellable: (nullable)
 * @error: return location
 *
 * Reads the rows and derives the pathways under the default decisions.
 *
 * Returns: (transfer full) (nullable): what to derive from, or NULL with @error set.
 */
CasenessTurning *caseness_turning_new (CasenessStore *store, CasenessDate known_until, GCancellable *cancellable,
                                       GError **error);

/** caseness_turning_ref: Returns: (transfer full): @turning with one more reference. */
CasenessTurning *caseness_turning_ref (CasenessTurning *turning);

/** caseness_turning_unref: drops a reference. */
void caseness_turning_unref (CasenessTurning *turning);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessTurning, caseness_turning_unref)

/** caseness_turning_get_base: Returns: (transfer none): the pathways under the default decisions. */
CasenessSnapshot *caseness_turning_get_base (const CasenessTurning *turning);

/**
 * caseness_turning_holds:
 * @turning: rows
 * @switches: decisions
 *
 * Returns: whether pathways under @switches come of these rows: not when months would have to be joined otherwise or
 *   others be read.
 */
gboolean caseness_turning_holds (const CasenessTurning *turning, const CasenessSwitches *switches);

/**
 * caseness_turning_run:
 * @turning: rows
 * @store: the file they were read from, used only where @turning does not hold @switches
 * @switches: decisions
 * @cancellable: (nullable)
 * @error: return location
 *
 * As caseness_snapshot_load_with(), without reading rows that are there.
 *
 * Returns: (transfer full) (nullable): the pathways under @switches, or NULL with @error set.
 */
CasenessSnapshot *caseness_turning_run (const CasenessTurning *turning, CasenessStore *store,
                                        const CasenessSwitches *switches, GCancellable *cancellable, GError **error);

G_END_DECLS
