/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-snapshot-private.h"

#include "caseness-events-builder.h"
#include "caseness-threads.h"

#include <string.h>

/* A cell of the columns for what a pathway has of one enumeration. */
static void
write_cells (gint32 **columns, guint index, const gint32 *values, guint n)
{
  guint i;

  for (i = 0; i < n; i++)
    columns[i][index] = values[i];
}

static void
write_pathway (gint32 **cells, guint index, const CasenessPathway *pathway)
{
  guint i;

  write_cells (cells + CASENESS_SNAPSHOT_DATES, index, pathway->dates, CASENESS_N_PATHWAY_DATES);
  write_cells (cells + CASENESS_SNAPSHOT_TEXTS, index, (const gint32 *) pathway->texts, CASENESS_N_PATHWAY_TEXTS);
  write_cells (cells + CASENESS_SNAPSHOT_COUNTS, index, pathway->counts, CASENESS_N_PATHWAY_COUNTS);
  for (i = 0; i < CASENESS_MAX_TOOLS; i++)
    {
      cells[CASENESS_SNAPSHOT_FIRST_SCORES + i][index] = pathway->scores[i].first;
      cells[CASENESS_SNAPSHOT_LAST_SCORES + i][index] = pathway->scores[i].last;
    }
  cells[CASENESS_SNAPSHOT_FLAGS][index] = (gint32) pathway->flags;
  cells[CASENESS_SNAPSHOT_ANXIETY_TOOL][index] = (gint32) pathway->anxiety.tool;
  cells[CASENESS_SNAPSHOT_ANXIETY_FIRST_TOOL][index] = (gint32) pathway->anxiety.first_tool;
  cells[CASENESS_SNAPSHOT_ANXIETY_FIRST][index] = pathway->anxiety.pair.first;
  cells[CASENESS_SNAPSHOT_ANXIETY_LAST][index] = pathway->anxiety.pair.last;
}

static int
compare_texts (const CasenessRecords *records, guint32 a, guint32 b)
{
  return a == b ? 0
                : strcmp (caseness_dictionary_get (records->dictionary, a),
                          caseness_dictionary_get (records->dictionary, b));
}

static int
compare_referrals (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CasenessRecords *records = user_data;
  const CasenessReferralRow *first = CASENESS_ROW (records->referrals, CasenessReferralRow, *(const guint32 *) a);
  const CasenessReferralRow *second = CASENESS_ROW (records->referrals, CasenessReferralRow, *(const guint32 *) b);
  int order = 0;

  if (first->provider != second->provider)
    order = compare_texts (records, CASENESS_ROW (records->providers, CasenessProviderRow, first->provider)->code,
                           CASENESS_ROW (records->providers, CasenessProviderRow, second->provider)->code);
  if (order == 0)
    order = compare_texts (records, first->service_request_id, second->service_request_id);
  if (order == 0)
    order = compare_texts (records, first->local_patient_id, second->local_patient_id);
  return order;
}

static guint32 *
sort_referrals (CasenessRecords *records)
{
  guint n = records->referrals->len, i;
  guint32 *order = g_new (guint32, n);

  for (i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof (guint32), compare_referrals, records);
  return order;
}

/* Pathways one after another are a piece, so that several threads can derive. */
typedef struct
{
  const CasenessRecords *records;
  const CasenessSwitches *switches;
  const guint32 *order; /* referrals, by pathway */
  guint n;
  guint n_pieces;
  gint32 **cells;
  CasenessEventsBuilder *events[CASENESS_MOST_THREADS]; /* of each piece */
  CasenessPacked **packed;                              /* where the columns go */
} Derivation;

static void
derive_piece (guint piece, gpointer data)
{
  Derivation *derivation = data;
  guint i = (guint) ((guint64) derivation->n * piece / derivation->n_pieces);
  guint end = (guint) ((guint64) derivation->n * (piece + 1) / derivation->n_pieces);
  g_autoptr(CasenessDeriver) deriver = caseness_deriver_new (derivation->records, derivation->switches);
  CasenessEventsBuilder *events
    = piece == 0 ? caseness_events_builder_new (derivation->records) : caseness_events_builder_new_part (i);

  for (; i < end; i++)
    {
      CasenessPathway pathway;
      guint n_treatments;
      const CasenessTreatment *treatments = caseness_deriver_run (deriver, derivation->order[i], &pathway, &n_treatments);

      caseness_events_builder_add (events, derivation->records, derivation->order[i], deriver, treatments, n_treatments);
      pathway.flags |= caseness_events_builder_get_answered (events, derivation->records->dictionary);
      write_pathway (derivation->cells, i, &pathway);
    }
  derivation->events[piece] = events;
}

static void
pack_column (guint column, gpointer data)
{
  const Derivation *derivation = data;

  derivation->packed[column] = caseness_packed_new (derivation->cells[column], derivation->n);
}

/* @done: (nullable): the records again, if nobody wants their rows afterwards; the events are put together without them,
 * or both would be in memory at once. */
static void
derive_pathways (CasenessSnapshot *snapshot, gint32 **cells, const CasenessRecords *records, const guint32 *order,
                 const CasenessSwitches *switches, CasenessRecords *done)
{
  Derivation derivation = { records, switches, order, snapshot->n, .cells = cells };
  guint i;

  derivation.n_pieces = caseness_threads_choose (snapshot->n, CASENESS_MOST_THREADS);
  caseness_threads_run (derivation.n_pieces, derivation.n_pieces, derive_piece, &derivation);
  if (done != NULL)
    caseness_records_drop_rows (done);
  for (i = 1; i < derivation.n_pieces; i++)
    caseness_events_builder_append (derivation.events[0], derivation.events[i]);
  snapshot->events = caseness_events_builder_finish (derivation.events[0],
                                                     cells[CASENESS_SNAPSHOT_DATES + CASENESS_PATHWAY_RECEIVED]);
}

/* Packs the columns and frees the cells. */
static void
pack_columns (CasenessSnapshot *snapshot, gint32 **cells)
{
  Derivation derivation = { .n = snapshot->n, .cells = cells, .packed = snapshot->columns };
  guint i;

  caseness_threads_run (caseness_threads_choose (snapshot->n, CASENESS_N_SNAPSHOT_COLUMNS), CASENESS_N_SNAPSHOT_COLUMNS,
                        pack_column, &derivation);
  for (i = 0; i < CASENESS_N_SNAPSHOT_COLUMNS; i++)
    g_free (cells[i]);
}

static void
note_periods (CasenessSnapshot *snapshot, const CasenessRecords *records)
{
  guint i;

  snapshot->earliest_period_start = CASENESS_DATE_NONE;
  snapshot->latest_period_end = CASENESS_DATE_NONE;
  for (i = 0; i < records->providers->len; i++)
    {
      const CasenessProviderRow *provider = CASENESS_ROW (records->providers, CasenessProviderRow, i);

      if (i == 0 || provider->first_period_start < snapshot->earliest_period_start)
        snapshot->earliest_period_start = provider->first_period_start;
      snapshot->latest_period_end = MAX (snapshot->latest_period_end, provider->last_period_end);
    }
}

static void
allocate_cells (gint32 **cells, guint n)
{
  guint i;

  for (i = 0; i < CASENESS_N_SNAPSHOT_COLUMNS; i++)
    cells[i] = g_new (gint32, MAX (n, 1));
}

static CasenessSnapshot *
make_snapshot (CasenessRecords *records, CasenessLocal *local, const CasenessSwitches *switches, CasenessRecords *done)
{
  gint32 *cells[CASENESS_N_SNAPSHOT_COLUMNS];
  g_autofree guint32 *order = NULL;
  CasenessSnapshot *snapshot;

  order = sort_referrals (records);
  caseness_deriver_prepare (records);
  caseness_dictionary_freeze (records->dictionary);
  snapshot = caseness_snapshot_allocate ();
  snapshot->n = records->referrals->len;
  snapshot->local = local;
  allocate_cells (cells, snapshot->n);
  note_periods (snapshot, records);
  derive_pathways (snapshot, cells, records, order, switches, done);
  snapshot->dictionary = g_steal_pointer (&records->dictionary);
  caseness_snapshot_add_lists (snapshot, cells);
  pack_columns (snapshot, cells);
  return snapshot;
}

CasenessSnapshot *
caseness_snapshot_new_from (CasenessRecords *records, CasenessLocal *local, const CasenessSwitches *switches)
{
  g_return_val_if_fail (records != NULL && local != NULL && switches != NULL, NULL);
  return make_snapshot (records, local, switches, NULL);
}

CasenessSnapshot *
caseness_snapshot_new (CasenessRecords *records, CasenessLocal *local, const CasenessSwitches *switches)
{
  CasenessSnapshot *snapshot;

  g_return_val_if_fail (records != NULL && local != NULL && switches != NULL, NULL);
  snapshot = make_snapshot (records, local, switches, records);
  caseness_records_free (records);
  caseness_snapshot_drop_local_referrals (snapshot);
  return snapshot;
}

CasenessSnapshot *
caseness_snapshot_turn (CasenessSnapshot *base, const CasenessRecords *records, const CasenessSwitches *switches)
{
  gint32 *cells[CASENESS_N_SNAPSHOT_COLUMNS];
  g_autofree guint32 *order = NULL;
  CasenessRecords named = *records;
  CasenessSnapshot *turned;

  g_return_val_if_fail (base->origin == NULL && records->dictionary == NULL, NULL);
  named.dictionary = base->dictionary;
  order = sort_referrals (&named);
  turned = caseness_snapshot_share (base);
  turned->has_own_pathways = TRUE;
  memset (turned->memos, 0, sizeof turned->memos);
  allocate_cells (cells, turned->n);
  derive_pathways (turned, cells, &named, order, switches, NULL);
  caseness_snapshot_lay_lists (turned, cells);
  pack_columns (turned, cells);
  return turned;
}
