/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-finding-row.h"
#include "caseness-local.h"
#include "caseness-records.h"
#include "caseness-switches.h"

#include "caseness-published.h"
#include "caseness-store.h"

G_BEGIN_DECLS

/*
 * The one place where measures meets the store. Its statements are in resources/sql/select-*.sql.
 */

/**
 * caseness_loader_read_months:
 * @store: a store
 * @switches: decisions; only the person key bears on loading
 * @keeps_rows: whether all rows are to be in memory, however many there are; otherwise see caseness-spill.h
 * @cancellable: (nullable)
 * @error: return location
 *
 * Reads the months that count, earliest first, and lays each over those before it (rulings 26 to 31).
 *
 * Returns: (transfer full) (nullable): the rows, or NULL with @error set.
 */
CasenessRecords *caseness_loader_read_months (CasenessStore *store, const CasenessSwitches *switches,
                                              gboolean keeps_rows, GCancellable *cancellable, GError **error);

/** caseness_loader_set_room: how many bytes of contacts and what hangs from them are in memory, 0 for as many as usual;
 *  for tests. */
void caseness_loader_set_room (gsize n_bytes);

/**
 * caseness_loader_read_lists:
 * @store: a store
 * @dictionary: where the texts go
 * @cancellable: (nullable)
 * @error: return location
 *
 * Reads the local lists that count.
 *
 * Returns: (transfer full) (nullable): their rows, or NULL with @error set.
 */
CasenessLocal *caseness_loader_read_lists (CasenessStore *store, CasenessDictionary *dictionary,
                                           GCancellable *cancellable, GError **error);

/**
 * caseness_loader_read_findings:
 * @store: a store
 * @dictionary: where the texts go
 * @cancellable: (nullable)
 * @error: return location
 *
 * Reads which months count and what importing found wrong with them and with the lists.
 *
 * Returns: (transfer full) (nullable): the findings, or NULL with @error set.
 */
CasenessFindings *caseness_loader_read_findings (CasenessStore *store, CasenessDictionary *dictionary,
                                                 GCancellable *cancellable, GError **error);

/**
 * caseness_loader_read_published:
 * @store: a store
 * @providers: (element-type utf8): codes of the providers held
 * @commissioners: (element-type utf8): codes of those who pay for their referrals
 * @icb: code of the ICB that was chosen for the service; empty: the national list of providers says which it is
 * @cancellable: (nullable)
 * @error: return location
 *
 * Reads what loaded publications say of England, of the providers and of the areas they lie in.
 *
 * Returns: (transfer full) (nullable): the figures, those loaded last first, or NULL with @error set.
 */
CasenessPublishedList *caseness_loader_read_published (CasenessStore *store, GHashTable *providers,
                                                       GHashTable *commissioners, const char *icb,
                                                       GCancellable *cancellable,
                                                       GError **error);

G_END_DECLS
