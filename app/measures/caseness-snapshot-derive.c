/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-snapshot-private.h"

#include "caseness-events-builder.h"

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

static void
derive_pathways (CasenessSnapshot *snapshot, gint32 **cells, CasenessRecords *records,
                 const CasenessSwitches *switches)
{
  g_autoptr(CasenessDeriver) deriver = caseness_deriver_new (records, switches);
  g_autofree guint32 *order = sort_referrals (records);
  CasenessEventsBuilder *events = caseness_events_builder_new (records);
  guint i;

  for (i = 0; i < snapshot->n; i++)
    {
      CasenessPathway pathway;
      guint n_treatments;
      const CasenessTreatment *treatments = caseness_deriver_run (deriver, order[i], &pathway, &n_treatments);

      caseness_events_builder_add (events, records, order[i], deriver, treatments, n_treatments);
      pathway.flags |= caseness_events_builder_get_answered (events, records->dictionary);
      write_pathway (cells, i, &pathway);
    }
  snapshot->events
    = caseness_events_builder_finish (events, cells[CASENESS_SNAPSHOT_DATES + CASENESS_PATHWAY_RECEIVED]);
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

CasenessSnapshot *
caseness_snapshot_new (CasenessRecords *records, CasenessLocal *local, const CasenessSwitches *switches)
{
  gint32 *cells[CASENESS_N_SNAPSHOT_COLUMNS];
  CasenessSnapshot *snapshot;
  guint i;

  g_return_val_if_fail (records != NULL && local != NULL && switches != NULL, NULL);
  snapshot = caseness_snapshot_allocate ();
  snapshot->n = records->referrals->len;
  snapshot->local = local;
  for (i = 0; i < CASENESS_N_SNAPSHOT_COLUMNS; i++)
    cells[i] = g_new (gint32, MAX (snapshot->n, 1));
  note_periods (snapshot, records);
  derive_pathways (snapshot, cells, records, switches);
  snapshot->dictionary = g_steal_pointer (&records->dictionary);
  caseness_dictionary_freeze (snapshot->dictionary);
  caseness_records_free (records);
  caseness_snapshot_add_lists (snapshot, cells);
  for (i = 0; i < CASENESS_N_SNAPSHOT_COLUMNS; i++)
    {
      snapshot->columns[i] = caseness_packed_new (cells[i], snapshot->n);
      g_free (cells[i]);
    }
  return snapshot;
}
