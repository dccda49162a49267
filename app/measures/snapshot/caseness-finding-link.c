/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-finding-link.h"

/* A provider's number of a referral or a person, both as the dictionary numbers them. */
static gint64
make_key (guint32 provider, guint32 id)
{
  return ((gint64) provider << 32) | id;
}

static void
insert (GHashTable *table, guint32 provider, guint32 id, guint pathway)
{
  gint64 key = make_key (provider, id);

  g_hash_table_insert (table, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (pathway + 1));
}

static guint32
find (GHashTable *table, guint32 provider, guint32 id)
{
  gint64 key = make_key (provider, id);
  guint found = id == 0 ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (table, &key));

  return found == 0 ? CASENESS_NO_ROW : found - 1;
}

static guint32
get_number (const CasenessSnapshot *snapshot, guint index, CasenessPathwayText which)
{
  return (guint32) caseness_packed_get (caseness_snapshot_peek_texts (snapshot, which), index);
}

/* Of a person's several referrals the one received last, and of one number's several the one sent last. */
static void
index_pathways (const CasenessSnapshot *snapshot, GHashTable *referrals, GHashTable *patients)
{
  for (guint i = 0; i < caseness_snapshot_get_n_pathways (snapshot); i++)
    {
      guint32 provider = get_number (snapshot, i, CASENESS_PATHWAY_PROVIDER);
      guint32 patient = get_number (snapshot, i, CASENESS_PATHWAY_LOCAL_PATIENT_ID);
      guint32 other = find (patients, provider, patient);

      insert (referrals, provider, get_number (snapshot, i, CASENESS_PATHWAY_SERVICE_REQUEST_ID), i);
      if (other == CASENESS_NO_ROW
          || caseness_snapshot_get_date (snapshot, other, CASENESS_PATHWAY_RECEIVED)
               <= caseness_snapshot_get_date (snapshot, i, CASENESS_PATHWAY_RECEIVED))
        insert (patients, provider, patient, i);
    }
}

void
caseness_findings_link (CasenessFindings *findings, const CasenessSnapshot *snapshot)
{
  g_autoptr(GHashTable) referrals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) patients = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_if_fail (findings != NULL && snapshot != NULL);
  if (findings->rows->len == 0)
    return;
  index_pathways (snapshot, referrals, patients);
  for (guint i = 0; i < findings->rows->len; i++)
    {
      CasenessFindingRow *row = &g_array_index (findings->rows, CasenessFindingRow, i);

      row->pathway = find (referrals, row->provider, row->referral);
      if (row->pathway == CASENESS_NO_ROW)
        row->pathway = find (patients, row->provider, row->patient);
    }
}
