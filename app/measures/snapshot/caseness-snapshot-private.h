/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-snapshot.h"

#include "caseness-packed.h"

G_BEGIN_DECLS

/*
 * Shared by the files that make a snapshot: from rows (caseness-snapshot-derive.c), local lists
 * (caseness-snapshot-lists.c), what the service file keeps (caseness-snapshot-stored.c) and a store
 * (caseness-snapshot-load.c).
 */

/** CasenessSnapshotColumn: where each column of pathways stands; those of an enumeration begin at its name. */
typedef enum
{
  CASENESS_SNAPSHOT_DATES,
  CASENESS_SNAPSHOT_TEXTS = CASENESS_SNAPSHOT_DATES + CASENESS_N_PATHWAY_DATES,
  CASENESS_SNAPSHOT_COUNTS = CASENESS_SNAPSHOT_TEXTS + CASENESS_N_PATHWAY_TEXTS,
  CASENESS_SNAPSHOT_FIRST_SCORES = CASENESS_SNAPSHOT_COUNTS + CASENESS_N_PATHWAY_COUNTS,
  CASENESS_SNAPSHOT_LAST_SCORES = CASENESS_SNAPSHOT_FIRST_SCORES + CASENESS_MAX_TOOLS,
  CASENESS_SNAPSHOT_FLAGS = CASENESS_SNAPSHOT_LAST_SCORES + CASENESS_MAX_TOOLS,
  CASENESS_SNAPSHOT_ANXIETY_TOOL,
  CASENESS_SNAPSHOT_ANXIETY_FIRST_TOOL,
  CASENESS_SNAPSHOT_ANXIETY_FIRST,
  CASENESS_SNAPSHOT_ANXIETY_LAST,
  CASENESS_N_SNAPSHOT_COLUMNS
} CasenessSnapshotColumn;

/** CasenessAttached: a list, and which of its rows are a pathway's: those of pathway i are at places[first[i]] to
 *  places[first[i + 1] - 1]. */
typedef struct
{
  CasenessPacked *first;
  CasenessPacked *places;
  CasenessRows *list; /* in its own order, with those that are nobody's */
} CasenessAttached;

struct _CasenessSnapshot
{
  gatomicrefcount refs;
  guint n;
  CasenessDictionary *dictionary;
  CasenessPacked *columns[CASENESS_N_SNAPSHOT_COLUMNS]; /* one cell per pathway in each */
  CasenessEvents *events;

  CasenessLocal *local;
  CasenessAttached waiting;
  CasenessAttached appointments;
  GHashTable *staff; /* CasenessLocalKey → CasenessStaffRow */
  GHashTable *staff_numbers; /* made when first asked for */
  CasenessFindings *findings;
  CasenessPublishedList *published;
  CasenessStandards *standards;
  CasenessSnapshot *origin; /* (nullable) (owned): whose all is but the standards, and what has_own_pathways says */
  gboolean has_own_pathways; /* columns, events and what is worked out from them are not the origin's */

  CasenessDate earliest_period_start;
  CasenessDate latest_period_end;
  char *service_name;
  char *sources;
  guint n_sources;
  CasenessMemo *memos[CASENESS_N_MEMOS]; /* made when first needed, by whichever thread comes first */
  gpointer stored; /* (nullable) (owned): memory that columns and texts lie in */
};

/** caseness_snapshot_allocate: Returns: (transfer full): a snapshot of nothing. */
CasenessSnapshot *caseness_snapshot_allocate (void);

/** caseness_snapshot_share: Returns: (transfer full): a snapshot of all that @origin has, which is no copy itself. */
CasenessSnapshot *caseness_snapshot_share (CasenessSnapshot *origin);

/**
 * caseness_snapshot_load_keeping:
 * @store: a store
 * @switches: decisions
 * @records: (out) (transfer full): the rows, as caseness_snapshot_new_from() leaves them
 * @cancellable: (nullable)
 * @error: return location
 *
 * As caseness_snapshot_load_with(), always from the rows.
 *
 * Returns: (transfer full) (nullable): the snapshot, or NULL with @error set.
 */
CasenessSnapshot *caseness_snapshot_load_keeping (CasenessStore *store, const CasenessSwitches *switches,
                                                  CasenessRecords **records, GCancellable *cancellable, GError **error);

/**
 * caseness_snapshot_load_from:
 * @store: a store
 * @records: (transfer full) (nullable): the rows of its months, NULL to read them
 * @cancellable: (nullable)
 * @error: return location
 *
 * As caseness_snapshot_load().
 *
 * Returns: (transfer full) (nullable): the snapshot, or NULL with @error set.
 */
CasenessSnapshot *caseness_snapshot_load_from (CasenessStore *store, CasenessRecords *records,
                                               GCancellable *cancellable, GError **error);

/**
 * caseness_snapshot_derive:
 * @records: (transfer full): the rows, of which some may be in a file
 * @local: (transfer full): the local lists
 * @switches: decisions
 * @error: return location
 *
 * As caseness_snapshot_new(), of rows that need not all be in memory.
 *
 * Returns: (transfer full) (nullable): the snapshot, or NULL with @error set when the file failed.
 */
CasenessSnapshot *caseness_snapshot_derive (CasenessRecords *records, CasenessLocal *local,
                                            const CasenessSwitches *switches, GError **error);

/**
 * caseness_snapshot_new_from:
 * @records: the rows, all in memory; their dictionary becomes the snapshot's, for which it stays frozen
 * @local: (transfer full): the local lists
 * @switches: decisions
 *
 * As caseness_snapshot_new(), which frees the rows and what the pathways have taken from the lists: they are kept here,
 * to derive from them again.
 *
 * Returns: (transfer full): the snapshot.
 */
CasenessSnapshot *caseness_snapshot_new_from (CasenessRecords *records, CasenessLocal *local,
                                              const CasenessSwitches *switches);

/**
 * caseness_snapshot_turn:
 * @base: what caseness_snapshot_new_from() made of @records
 * @records: those rows
 * @switches: other decisions
 *
 * Returns: (transfer full): the same pathways under other decisions. It shares all that does not depend on them with
 *   @base, whose pathways have the same numbers.
 */
CasenessSnapshot *caseness_snapshot_turn (CasenessSnapshot *base, const CasenessRecords *records,
                                          const CasenessSwitches *switches);

/** caseness_snapshot_drop_local_referrals: forgets the list of referrals, once all of it is on the pathways. */
void caseness_snapshot_drop_local_referrals (CasenessSnapshot *snapshot);

/** caseness_snapshot_lay_lists: lays the lists over pathways derived again, on whose base they lie already. */
void caseness_snapshot_lay_lists (CasenessSnapshot *snapshot, gint32 **cells);

/** caseness_snapshot_is_laid_over: whether local lists are matched by @text or change it. */
gboolean caseness_snapshot_is_laid_over (CasenessPathwayText text);

/** caseness_snapshot_set_stripe: how many pathways are derived at a time, 0 for as many as usual; for tests. */
void caseness_snapshot_set_stripe (guint n_pathways);

/**
 * caseness_snapshot_add_lists:
 * @snapshot: a snapshot with a dictionary
 * @cells: (array length=CASENESS_N_SNAPSHOT_COLUMNS): its columns before they are packed
 *
 * Lays the local lists over the pathways.
 */
void caseness_snapshot_add_lists (CasenessSnapshot *snapshot, gint32 **cells);

/** caseness_snapshot_index_staff: makes the members of staff findable, once the lists are there. */
void caseness_snapshot_index_staff (CasenessSnapshot *snapshot);

G_END_DECLS
