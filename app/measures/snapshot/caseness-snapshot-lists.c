/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-snapshot-private.h"

#include <string.h>

/* A snapshot whose columns are not packed yet. */
typedef struct
{
  CasenessSnapshot *snapshot;
  gint32 **texts; /* by CasenessPathwayText */
} Laying;

/* Which pathways a service request id means; several providers may use one id. */
typedef struct
{
  guint32 *first; /* by dictionary number */
  guint32 *next;  /* by pathway */
} IdIndex;

static void
id_index_init (IdIndex *index, const Laying *laying)
{
  guint size = caseness_dictionary_get_size (laying->snapshot->dictionary), i;

  index->first = g_new (guint32, size);
  index->next = g_new (guint32, laying->snapshot->n);
  memset (index->first, 0xff, size * sizeof (guint32));
  for (i = laying->snapshot->n; i-- > 0;)
    {
      guint32 id = (guint32) laying->texts[CASENESS_PATHWAY_SERVICE_REQUEST_ID][i];

      index->next[i] = index->first[id];
      index->first[id] = i;
    }
}

static void
id_index_clear (IdIndex *index)
{
  g_clear_pointer (&index->first, g_free);
  g_clear_pointer (&index->next, g_free);
}

/* The next pathway a row is about, beginning with @pathway. */
static guint32
skip_to_match (const Laying *laying, const IdIndex *index, const CasenessLocalKey *key, guint32 pathway)
{
  while (pathway != CASENESS_NO_ROW && key->provider != 0
         && key->provider != (guint32) laying->texts[CASENESS_PATHWAY_PROVIDER][pathway])
    pathway = index->next[pathway];
  return pathway;
}

/* Every row of the local lists begins with its key. */
static const CasenessLocalKey *
get_key (GArray *rows, guint row)
{
  return (const CasenessLocalKey *) (gconstpointer) (rows->data + (gsize) row * g_array_get_element_size (rows));
}

/* Counts the rows of each pathway, then lays them out one pathway after another, in the order of the list. The rows
 * themselves are packed and freed. */
static void
attach (CasenessAttached *attached, const CasenessForm *form, const Laying *laying, const IdIndex *index, GArray *rows)
{
  guint n = laying->snapshot->n, i;
  g_autofree gint32 *first = g_new0 (gint32, n + 1), *by_pathway = NULL, *next_free = NULL;
  guint32 p;

  for (i = 0; i < rows->len; i++)
    for (p = skip_to_match (laying, index, get_key (rows, i), index->first[get_key (rows, i)->id]);
         p != CASENESS_NO_ROW; p = skip_to_match (laying, index, get_key (rows, i), index->next[p]))
      first[p + 1]++;
  for (i = 0; i < n; i++)
    first[i + 1] += first[i];
  by_pathway = g_new (gint32, MAX (first[n], 1));
  next_free = g_memdup2 (first, (n + 1) * sizeof (gint32));
  for (i = 0; i < rows->len; i++)
    for (p = skip_to_match (laying, index, get_key (rows, i), index->first[get_key (rows, i)->id]);
         p != CASENESS_NO_ROW; p = skip_to_match (laying, index, get_key (rows, i), index->next[p]))
      by_pathway[next_free[p]++] = (gint32) i;
  attached->first = caseness_packed_new (first, n + 1);
  attached->places = caseness_packed_new (by_pathway, (guint) first[n]);
  attached->list = caseness_rows_new (form, rows);
  g_free (g_array_steal (rows, NULL));
}

/* A blank in a later row does not wipe what an earlier one says. */
static void
fill_text (const Laying *laying, CasenessPathwayText which, guint index, guint32 number)
{
  if (number != 0)
    laying->texts[which][index] = (gint32) number;
}

static void
copy_local_referrals (const Laying *laying, const IdIndex *index)
{
  guint i;

  for (i = 0; i < laying->snapshot->local->referrals->len; i++)
    {
      const CasenessLocalReferralRow *row
        = &g_array_index (laying->snapshot->local->referrals, CasenessLocalReferralRow, i);
      guint32 p;

      for (p = skip_to_match (laying, index, &row->key, index->first[row->key.id]); p != CASENESS_NO_ROW;
           p = skip_to_match (laying, index, &row->key, index->next[p]))
        {
          fill_text (laying, CASENESS_PATHWAY_LOCALITY, p, row->locality);
          fill_text (laying, CASENESS_PATHWAY_GIVEN_TEAM, p, row->team);
          fill_text (laying, CASENESS_PATHWAY_SITE, p, row->site);
          fill_text (laying, CASENESS_PATHWAY_PRIORITY, p, row->priority);
          fill_text (laying, CASENESS_PATHWAY_DEPRIVATION, p, row->deprivation);
          if (laying->texts[CASENESS_PATHWAY_INTERPRETER][p] == 0)
            fill_text (laying, CASENESS_PATHWAY_INTERPRETER, p, row->interpreter);
        }
    }
}

static guint
hash_key (gconstpointer key)
{
  const CasenessLocalKey *k = key;

  return k->id * 31 + k->provider;
}

static gboolean
is_equal_key (gconstpointer a, gconstpointer b)
{
  const CasenessLocalKey *first = a, *second = b;

  return first->id == second->id && first->provider == second->provider;
}

void
caseness_snapshot_index_staff (CasenessSnapshot *snapshot)
{
  guint i;

  snapshot->staff = g_hash_table_new (hash_key, is_equal_key);
  for (i = 0; i < snapshot->local->staff->len; i++)
    {
      CasenessStaffRow *staff = &g_array_index (snapshot->local->staff, CasenessStaffRow, i);

      g_hash_table_replace (snapshot->staff, &staff->key, staff);
    }
}

/* Team falls back to the clinician's (local lists, "Whose pathway is it"). */
static void
fill_teams (const Laying *laying)
{
  guint i;

  for (i = 0; i < laying->snapshot->n; i++)
    {
      gint32 team = laying->texts[CASENESS_PATHWAY_GIVEN_TEAM][i];
      const CasenessStaffRow *staff
        = caseness_snapshot_find_staff (laying->snapshot, (guint32) laying->texts[CASENESS_PATHWAY_PROVIDER][i],
                                        (guint32) laying->texts[CASENESS_PATHWAY_CLINICIAN][i]);

      laying->texts[CASENESS_PATHWAY_TEAM][i] = team == 0 && staff != NULL ? (gint32) staff->team : team;
      laying->texts[CASENESS_PATHWAY_SUPERVISOR][i] = staff != NULL ? (gint32) staff->supervisor : 0;
    }
}

gboolean
caseness_snapshot_is_laid_over (CasenessPathwayText text)
{
  switch (text)
    {
    case CASENESS_PATHWAY_PROVIDER:
    case CASENESS_PATHWAY_SERVICE_REQUEST_ID:
    case CASENESS_PATHWAY_CLINICIAN:
    case CASENESS_PATHWAY_LOCALITY:
    case CASENESS_PATHWAY_GIVEN_TEAM:
    case CASENESS_PATHWAY_SITE:
    case CASENESS_PATHWAY_PRIORITY:
    case CASENESS_PATHWAY_DEPRIVATION:
    case CASENESS_PATHWAY_INTERPRETER:
    case CASENESS_PATHWAY_TEAM:
    case CASENESS_PATHWAY_SUPERVISOR:
      return TRUE;
    default:
      return FALSE;
    }
}

void
caseness_snapshot_add_lists (CasenessSnapshot *snapshot, gint32 **cells)
{
  Laying laying = { snapshot, cells + CASENESS_SNAPSHOT_TEXTS };
  IdIndex index;

  id_index_init (&index, &laying);
  attach (&snapshot->waiting, caseness_waiting_get_form (), &laying, &index, snapshot->local->waiting);
  attach (&snapshot->appointments, caseness_appointment_get_form (), &laying, &index, snapshot->local->appointments);
  copy_local_referrals (&laying, &index);
  id_index_clear (&index);
  caseness_snapshot_index_staff (snapshot);
  fill_teams (&laying);
}

void
caseness_snapshot_lay_lists (CasenessSnapshot *snapshot, gint32 **cells)
{
  Laying laying = { snapshot, cells + CASENESS_SNAPSHOT_TEXTS };
  IdIndex index;

  id_index_init (&index, &laying);
  copy_local_referrals (&laying, &index);
  id_index_clear (&index);
  fill_teams (&laying);
}

void
caseness_snapshot_drop_local_referrals (CasenessSnapshot *snapshot)
{
  g_array_set_size (snapshot->local->referrals, 0);
}
