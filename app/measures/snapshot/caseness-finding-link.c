/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-finding-link.h"

#include <string.h>

/* Which pathways have a text in one of their columns: the last of them by the number of the text, and of each the one
 * before it. Two arrays, since keys of millions of pathways in a table took more memory than the pathways. */
typedef struct
{
  const CasenessSnapshot *snapshot;
  guint32 *last;   /* by dictionary number, CASENESS_NO_ROW for none */
  guint32 *before; /* by pathway */
} Index;

static guint32
get_number (const CasenessSnapshot *snapshot, guint index, CasenessPathwayText which)
{
  return (guint32) caseness_packed_get (caseness_snapshot_peek_texts (snapshot, which), index);
}

static void
index_init (Index *index, const CasenessSnapshot *snapshot, CasenessPathwayText which)
{
  guint n = caseness_snapshot_get_n_pathways (snapshot), i;
  guint n_texts = caseness_dictionary_get_size (caseness_snapshot_get_dictionary (snapshot));

  index->snapshot = snapshot;
  index->last = g_new (guint32, n_texts);
  index->before = g_new (guint32, MAX (n, 1));
  memset (index->last, 0xff, n_texts * sizeof (guint32));
  for (i = 0; i < n; i++)
    {
      guint32 number = get_number (snapshot, i, which);

      index->before[i] = index->last[number];
      index->last[number] = i;
    }
}

static void
index_clear (Index *index)
{
  g_free (index->last);
  g_free (index->before);
}

/* The next pathway of @provider, beginning with @pathway itself. */
static guint32
skip_others (const Index *index, guint32 provider, guint32 pathway)
{
  while (pathway != CASENESS_NO_ROW
         && get_number (index->snapshot, pathway, CASENESS_PATHWAY_PROVIDER) != provider)
    pathway = index->before[pathway];
  return pathway;
}

static CasenessDate
get_received (const Index *index, guint32 pathway)
{
  return caseness_snapshot_get_date (index->snapshot, pathway, CASENESS_PATHWAY_RECEIVED);
}

/* Of one number's several referrals the one sent last. */
static guint32
find_referral (const Index *referrals, const CasenessFindingRow *row)
{
  return row->referral == 0 ? CASENESS_NO_ROW : skip_others (referrals, row->provider, referrals->last[row->referral]);
}

/* Of a person's several referrals the one received last. */
static guint32
find_patient (const Index *patients, const CasenessFindingRow *row)
{
  guint32 found, other;

  if (row->patient == 0)
    return CASENESS_NO_ROW;
  found = other = skip_others (patients, row->provider, patients->last[row->patient]);
  while (other != CASENESS_NO_ROW)
    {
      if (get_received (patients, other) > get_received (patients, found))
        found = other;
      other = skip_others (patients, row->provider, patients->before[other]);
    }
  return found;
}

static void
link_by (CasenessFindings *findings, const CasenessSnapshot *snapshot, CasenessPathwayText which,
         guint32 (*find) (const Index *index, const CasenessFindingRow *row))
{
  Index index;
  guint i;

  index_init (&index, snapshot, which);
  for (i = 0; i < findings->rows->len; i++)
    {
      CasenessFindingRow *row = &g_array_index (findings->rows, CasenessFindingRow, i);

      if (row->pathway == CASENESS_NO_ROW)
        row->pathway = find (&index, row);
    }
  index_clear (&index);
}

void
caseness_findings_link (CasenessFindings *findings, const CasenessSnapshot *snapshot)
{
  guint i;

  g_return_if_fail (findings != NULL && snapshot != NULL);
  if (findings->rows->len == 0)
    return;
  for (i = 0; i < findings->rows->len; i++)
    g_array_index (findings->rows, CasenessFindingRow, i).pathway = CASENESS_NO_ROW;
  link_by (findings, snapshot, CASENESS_PATHWAY_SERVICE_REQUEST_ID, find_referral);
  link_by (findings, snapshot, CASENESS_PATHWAY_LOCAL_PATIENT_ID, find_patient);
}
