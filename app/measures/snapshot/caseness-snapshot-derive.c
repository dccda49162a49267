/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-snapshot-private.h"

#include "caseness-events-builder.h"
#include "caseness-packed-private.h"
#include "caseness-spill.h"
#include "caseness-threads.h"

#include "caseness-memory.h"

#include <string.h>

/* Of a service with more pathways than the first, so many are derived before their columns are packed: all columns at once
 * took more than half as much again as its rows. */
#define MOST_AT_ONCE 65536
#define STRIPE 16384

/* Rows that were put aside come back so many bytes at a time. */
#define BROUGHT (24 * 1024 * 1024)

static guint stripe_for_tests;

/* A cell of the columns for what a pathway has of one enumeration. */
static void
write_cells (gint32 **columns, guint index, const gint32 *values, guint n)
{
  guint i;

  for (i = 0; i < n; i++)
    columns[i][index] = values[i];
}

/* @index counts from the start of the stripe, but for texts that stay until the lists are laid over them. */
static void
write_pathway (gint32 **cells, guint start, guint index, const CasenessPathway *pathway)
{
  guint i;

  for (i = 0; i < CASENESS_N_PATHWAY_TEXTS; i++)
    cells[CASENESS_SNAPSHOT_TEXTS + i][caseness_snapshot_is_laid_over (i) ? start + index : index]
      = (gint32) pathway->texts[i];
  write_cells (cells + CASENESS_SNAPSHOT_DATES, index, pathway->dates, CASENESS_N_PATHWAY_DATES);
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
  CasenessRecords *done; /* (nullable): the same, when nobody wants them afterwards; only they may have rows aside */
  guint n_brought;       /* of how many pathways rows were brought so far */
  GError *error;         /* of bringing them; the rest of the pathways have none then */
  CasenessAside *aside;  /* (nullable): has the stripes too, when there are so many rows that they were put aside */
  const CasenessSwitches *switches;
  const guint32 *order; /* referrals, by pathway */
  guint start;          /* of the stripe */
  guint n;              /* pathways in it */
  guint n_pieces;
  gint32 **cells;
  CasenessEventsBuilder *events[CASENESS_MOST_THREADS]; /* of each piece */
  GPtrArray *packed[CASENESS_N_SNAPSHOT_COLUMNS];       /* (element-type CasenessPacked): stripes of each column */
} Derivation;

static void
derive_piece (guint piece, gpointer data)
{
  Derivation *derivation = data;
  guint i = (guint) ((guint64) derivation->n * piece / derivation->n_pieces);
  guint end = (guint) ((guint64) derivation->n * (piece + 1) / derivation->n_pieces);
  g_autoptr(CasenessDeriver) deriver = caseness_deriver_new (derivation->records, derivation->switches);
  CasenessEventsBuilder *events;

  if (piece > 0)
    derivation->events[piece] = caseness_events_builder_new_part (derivation->start + i);
  events = derivation->events[piece];
  for (; i < end; i++)
    {
      guint32 referral = derivation->order[derivation->start + i];
      CasenessPathway pathway;
      guint n_treatments;
      const CasenessTreatment *treatments = caseness_deriver_run (deriver, referral, &pathway, &n_treatments);

      caseness_events_builder_add (events, derivation->records, referral, deriver, treatments, n_treatments);
      pathway.flags |= caseness_events_builder_get_answered (events, derivation->records->dictionary);
      write_pathway (derivation->cells, derivation->start, i, &pathway);
    }
}

static gboolean
stays (guint column)
{
  return column >= CASENESS_SNAPSHOT_TEXTS && column < CASENESS_SNAPSHOT_COUNTS
         && caseness_snapshot_is_laid_over (column - CASENESS_SNAPSHOT_TEXTS);
}

/* The stripe of a column, unless it stays. */
static void
pack_stripe (guint column, gpointer data)
{
  Derivation *derivation = data;

  if (!stays (column))
    g_ptr_array_add (derivation->packed[column], caseness_packed_new (derivation->cells[column], derivation->n));
}

static guint
choose_stripe (guint n_pathways)
{
  if (stripe_for_tests > 0)
    return stripe_for_tests;
  return n_pathways > MOST_AT_ONCE ? STRIPE : n_pathways;
}

void
caseness_snapshot_set_stripe (guint n_pathways)
{
  stripe_for_tests = n_pathways;
}

/* The stripe's columns and what hangs from its pathways, unless a file cannot be had: then they stay in memory. */
static void
put_stripe_aside (Derivation *derivation)
{
  guint column;

  if (derivation->aside == NULL)
    return;
  for (column = 0; column < CASENESS_N_SNAPSHOT_COLUMNS; column++)
    if (!stays (column))
      caseness_packed_put_aside (g_ptr_array_index (derivation->packed[column], derivation->packed[column]->len - 1),
                                 derivation->aside);
}

/* How many pathways, a number of whole stripes, have no more rows than may be brought at a time. */
static guint
choose_brought (const CasenessSpill *spill, guint n_pathways)
{
  guint stripe = choose_stripe (n_pathways);
  guint64 n_stripes = BROUGHT / (caseness_spill_get_size (spill) / n_pathways + 1) / stripe;

  return stripe_for_tests > 0 || n_stripes == 0 ? stripe : (guint) n_stripes * stripe;
}

/* Brings the rows that the next stripe needs, if they were put aside. */
static void
bring (Derivation *derivation, guint n_pathways)
{
  guint n;

  if (derivation->records->spill == NULL || derivation->start < derivation->n_brought || derivation->error != NULL)
    return;
  n = MIN (choose_brought (derivation->records->spill, n_pathways), n_pathways - derivation->start);
  caseness_spill_bring (derivation->records->spill, derivation->done, derivation->order + derivation->start, n,
                        &derivation->error);
  derivation->n_brought = derivation->start + n;
}

/* From the pathway at which @derivation stands, of @n_pathways in all. */
static void
derive_stripe (Derivation *derivation, guint n_pathways)
{
  guint i;

  bring (derivation, n_pathways);
  derivation->n = MIN (n_pathways - derivation->start, choose_stripe (n_pathways));
  derivation->n_pieces = caseness_threads_choose (n_pathways, MIN (derivation->n, CASENESS_MOST_THREADS));
  caseness_threads_run (derivation->n_pieces, derivation->n_pieces, derive_piece, derivation);
  for (i = 1; i < derivation->n_pieces; i++)
    caseness_events_builder_append (derivation->events[0], derivation->events[i]);
  caseness_threads_run (caseness_threads_choose (n_pathways, CASENESS_N_SNAPSHOT_COLUMNS), CASENESS_N_SNAPSHOT_COLUMNS,
                        pack_stripe, derivation);
  put_stripe_aside (derivation);
}

/* Puts a column together and frees its cells, unless it stays. */
static void
join_stripes (CasenessSnapshot *snapshot, guint column, gint32 **cells, GPtrArray *stripes)
{
  if (!stays (column))
    {
      g_clear_pointer (&cells[column], g_free);
      snapshot->columns[column] = caseness_packed_join ((CasenessPacked **) stripes->pdata, stripes->len);
    }
  g_ptr_array_unref (stripes);
}

/* @done: (nullable): the records again, if nobody wants their rows afterwards; the events are put together without them,
 * or both would be in memory at once. Returns whether rows that were put aside could be brought. */
static gboolean
derive_pathways (CasenessSnapshot *snapshot, gint32 **cells, const CasenessRecords *records, const guint32 *order,
                 const CasenessSwitches *switches, CasenessRecords *done, GError **error)
{
  Derivation derivation = { records, done, .switches = switches, .order = order, .cells = cells };
  g_autoptr(CasenessAside) aside = records->spill != NULL ? caseness_aside_new (NULL) : NULL;
  g_autofree gint32 *received = NULL;
  guint i;

  derivation.aside = aside;
  for (i = 0; i < CASENESS_N_SNAPSHOT_COLUMNS; i++)
    derivation.packed[i] = g_ptr_array_new ();
  derivation.events[0] = caseness_events_builder_new (records);
  derive_stripe (&derivation, snapshot->n);
  while (derivation.start + derivation.n < snapshot->n)
    {
      caseness_events_builder_pack (derivation.events[0], aside);
      derivation.start += derivation.n;
      derive_stripe (&derivation, snapshot->n);
    }
  if (done != NULL)
    {
      caseness_records_drop_rows (done);
      caseness_memory_give_back ();
    }
  for (i = 0; i < CASENESS_N_SNAPSHOT_COLUMNS; i++)
    join_stripes (snapshot, i, cells, derivation.packed[i]);
  received = caseness_packed_dup (snapshot->columns[CASENESS_SNAPSHOT_DATES + CASENESS_PATHWAY_RECEIVED]);
  snapshot->events = caseness_events_builder_finish (derivation.events[0], received);
  if (derivation.error == NULL)
    return aside == NULL || caseness_aside_check (aside, error);
  g_propagate_error (error, derivation.error);
  return FALSE;
}

/* What is packed when the lists were laid over it. */
typedef struct
{
  CasenessSnapshot *snapshot;
  gint32 **cells;
} Texts;

static void
pack_text (guint text, gpointer data)
{
  const Texts *texts = data;
  guint column = CASENESS_SNAPSHOT_TEXTS + text;

  if (!stays (column))
    return;
  texts->snapshot->columns[column] = caseness_packed_new (texts->cells[column], texts->snapshot->n);
  g_free (texts->cells[column]);
}

static void
pack_texts (CasenessSnapshot *snapshot, gint32 **cells)
{
  Texts texts = { snapshot, cells };

  caseness_threads_run (caseness_threads_choose (snapshot->n, CASENESS_N_PATHWAY_TEXTS), CASENESS_N_PATHWAY_TEXTS,
                        pack_text, &texts);
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
    cells[i] = g_new (gint32, MAX (stays (i) ? n : MIN (n, choose_stripe (n)), 1));
}

static CasenessSnapshot *
make_snapshot (CasenessRecords *records, CasenessLocal *local, const CasenessSwitches *switches, CasenessRecords *done,
               GError **error)
{
  gint32 *cells[CASENESS_N_SNAPSHOT_COLUMNS];
  g_autofree guint32 *order = NULL;
  CasenessSnapshot *snapshot;
  gboolean is_whole;

  order = sort_referrals (records);
  caseness_deriver_prepare (records);
  caseness_dictionary_freeze (records->dictionary);
  snapshot = caseness_snapshot_allocate ();
  snapshot->n = records->referrals->len;
  snapshot->local = local;
  allocate_cells (cells, snapshot->n);
  note_periods (snapshot, records);
  is_whole = derive_pathways (snapshot, cells, records, order, switches, done, error);
  snapshot->dictionary = g_steal_pointer (&records->dictionary);
  caseness_snapshot_add_lists (snapshot, cells);
  pack_texts (snapshot, cells);
  if (!is_whole)
    g_clear_pointer (&snapshot, caseness_snapshot_unref);
  return snapshot;
}

CasenessSnapshot *
caseness_snapshot_new_from (CasenessRecords *records, CasenessLocal *local, const CasenessSwitches *switches)
{
  g_return_val_if_fail (records != NULL && local != NULL && switches != NULL, NULL);
  g_return_val_if_fail (records->spill == NULL, NULL);
  return make_snapshot (records, local, switches, NULL, NULL);
}

CasenessSnapshot *
caseness_snapshot_derive (CasenessRecords *records, CasenessLocal *local, const CasenessSwitches *switches,
                          GError **error)
{
  CasenessSnapshot *snapshot;

  g_return_val_if_fail (records != NULL && local != NULL && switches != NULL, NULL);
  snapshot = make_snapshot (records, local, switches, records, error);
  caseness_records_free (records);
  if (snapshot != NULL)
    caseness_snapshot_drop_local_referrals (snapshot);
  return snapshot;
}

CasenessSnapshot *
caseness_snapshot_new (CasenessRecords *records, CasenessLocal *local, const CasenessSwitches *switches)
{
  g_return_val_if_fail (records != NULL && records->spill == NULL, NULL);
  return caseness_snapshot_derive (records, local, switches, NULL);
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
  derive_pathways (turned, cells, &named, order, switches, NULL, NULL);
  caseness_snapshot_lay_lists (turned, cells);
  pack_texts (turned, cells);
  return turned;
}
