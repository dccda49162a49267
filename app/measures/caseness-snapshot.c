/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-snapshot.h"

#include "caseness-derive.h"
#include "caseness-loader.h"
#include "caseness-sources.h"

#include "caseness-import.h"

#include <string.h>

/* Rows of a list sorted by the pathway they belong to: those of pathway i are rows[first[i]] to rows[first[i + 1] - 1]. */
typedef struct
{
  guint32 *first;
  guint32 *rows;
} Attached;

struct _CasenessSnapshot
{
  gatomicrefcount refs;
  guint n;
  CasenessDictionary *dictionary;

  /* One cell per pathway in each. */
  CasenessDate *dates[CASENESS_N_PATHWAY_DATES];
  guint32 *texts[CASENESS_N_PATHWAY_TEXTS];
  gint32 *counts[CASENESS_N_PATHWAY_COUNTS];
  guint32 *flags;
  CasenessScorePair *scores[CASENESS_MAX_TOOLS];
  CasenessAnxiety *anxiety;

  CasenessEvents *events;
  GArray *treatments;       /* CasenessTreatment */
  guint32 *first_treatment; /* n + 1 */
  CasenessLocal *local;
  Attached waiting;
  Attached appointments;
  GHashTable *staff;        /* CasenessLocalKey → CasenessStaffRow */
  CasenessFindings *findings;
  CasenessPublishedList *published;

  CasenessDate earliest_period_start;
  CasenessDate latest_period_end;
  char *service_name;
  char *sources;
  guint n_sources;
};

/* Which pathways a service request id means; several providers may use one id. */
typedef struct
{
  guint32 *first; /* by dictionary number */
  guint32 *next;  /* by pathway */
} IdIndex;

static void
id_index_init (IdIndex *index, const CasenessSnapshot *snapshot)
{
  guint size = caseness_dictionary_get_size (snapshot->dictionary), i;

  index->first = g_new (guint32, size);
  index->next = g_new (guint32, snapshot->n);
  memset (index->first, 0xff, size * sizeof (guint32));
  for (i = snapshot->n; i-- > 0;)
    {
      guint32 id = snapshot->texts[CASENESS_PATHWAY_SERVICE_REQUEST_ID][i];

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
skip_to_match (const CasenessSnapshot *snapshot, const IdIndex *index, const CasenessLocalKey *key, guint32 pathway)
{
  while (pathway != CASENESS_NO_ROW && key->provider != 0
         && key->provider != snapshot->texts[CASENESS_PATHWAY_PROVIDER][pathway])
    pathway = index->next[pathway];
  return pathway;
}

/* Every row of the local lists begins with its key. */
static const CasenessLocalKey *
get_key (GArray *rows, guint row)
{
  return (const CasenessLocalKey *) (gconstpointer) (rows->data + (gsize) row * g_array_get_element_size (rows));
}

/* Counts the rows of each pathway, then lays them out one pathway after another, in the order of the list. */
static void
attach (Attached *attached, const CasenessSnapshot *snapshot, const IdIndex *index, GArray *rows)
{
  guint32 *next_free;
  guint32 p;
  guint i;

  attached->first = g_new0 (guint32, snapshot->n + 1);
  for (i = 0; i < rows->len; i++)
    for (p = skip_to_match (snapshot, index, get_key (rows, i), index->first[get_key (rows, i)->id]);
         p != CASENESS_NO_ROW; p = skip_to_match (snapshot, index, get_key (rows, i), index->next[p]))
      attached->first[p + 1]++;
  for (i = 0; i < snapshot->n; i++)
    attached->first[i + 1] += attached->first[i];
  attached->rows = g_new (guint32, attached->first[snapshot->n]);
  next_free = g_memdup2 (attached->first, snapshot->n * sizeof (guint32));
  for (i = 0; i < rows->len; i++)
    for (p = skip_to_match (snapshot, index, get_key (rows, i), index->first[get_key (rows, i)->id]);
         p != CASENESS_NO_ROW; p = skip_to_match (snapshot, index, get_key (rows, i), index->next[p]))
      attached->rows[next_free[p]++] = i;
  g_free (next_free);
}

static void
attached_clear (Attached *attached)
{
  g_clear_pointer (&attached->first, g_free);
  g_clear_pointer (&attached->rows, g_free);
}

/* A blank in a later row does not wipe what an earlier one says. */
static void
fill_text (CasenessSnapshot *snapshot, CasenessPathwayText which, guint index, guint32 number)
{
  if (number != 0)
    snapshot->texts[which][index] = number;
}

static void
copy_local_referrals (CasenessSnapshot *snapshot, const IdIndex *index)
{
  guint i;

  for (i = 0; i < snapshot->local->referrals->len; i++)
    {
      const CasenessLocalReferralRow *row
        = &g_array_index (snapshot->local->referrals, CasenessLocalReferralRow, i);
      guint32 p;

      for (p = skip_to_match (snapshot, index, &row->key, index->first[row->key.id]); p != CASENESS_NO_ROW;
           p = skip_to_match (snapshot, index, &row->key, index->next[p]))
        {
          fill_text (snapshot, CASENESS_PATHWAY_LOCALITY, p, row->locality);
          fill_text (snapshot, CASENESS_PATHWAY_GIVEN_TEAM, p, row->team);
          fill_text (snapshot, CASENESS_PATHWAY_SITE, p, row->site);
          fill_text (snapshot, CASENESS_PATHWAY_PRIORITY, p, row->priority);
          fill_text (snapshot, CASENESS_PATHWAY_DEPRIVATION, p, row->deprivation);
          if (snapshot->texts[CASENESS_PATHWAY_INTERPRETER][p] == 0)
            fill_text (snapshot, CASENESS_PATHWAY_INTERPRETER, p, row->interpreter);
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

static void
index_staff (CasenessSnapshot *snapshot)
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
fill_teams (CasenessSnapshot *snapshot)
{
  guint i;

  for (i = 0; i < snapshot->n; i++)
    {
      guint32 team = snapshot->texts[CASENESS_PATHWAY_GIVEN_TEAM][i];
      const CasenessStaffRow *staff
        = caseness_snapshot_find_staff (snapshot, snapshot->texts[CASENESS_PATHWAY_PROVIDER][i],
                                        snapshot->texts[CASENESS_PATHWAY_CLINICIAN][i]);

      snapshot->texts[CASENESS_PATHWAY_TEAM][i] = team == 0 && staff != NULL ? staff->team : team;
      snapshot->texts[CASENESS_PATHWAY_SUPERVISOR][i] = staff != NULL ? staff->supervisor : 0;
    }
}

static void
add_lists (CasenessSnapshot *snapshot)
{
  IdIndex index;

  id_index_init (&index, snapshot);
  attach (&snapshot->waiting, snapshot, &index, snapshot->local->waiting);
  attach (&snapshot->appointments, snapshot, &index, snapshot->local->appointments);
  copy_local_referrals (snapshot, &index);
  id_index_clear (&index);
  index_staff (snapshot);
  fill_teams (snapshot);
}

static void
allocate (CasenessSnapshot *snapshot, guint n)
{
  guint i;

  snapshot->n = n;
  for (i = 0; i < CASENESS_N_PATHWAY_DATES; i++)
    snapshot->dates[i] = g_new (CasenessDate, n);
  for (i = 0; i < CASENESS_N_PATHWAY_TEXTS; i++)
    snapshot->texts[i] = g_new (guint32, n);
  for (i = 0; i < CASENESS_N_PATHWAY_COUNTS; i++)
    snapshot->counts[i] = g_new (gint32, n);
  for (i = 0; i < CASENESS_MAX_TOOLS; i++)
    snapshot->scores[i] = g_new (CasenessScorePair, n);
  snapshot->flags = g_new (guint32, n);
  snapshot->anxiety = g_new (CasenessAnxiety, n);
  snapshot->first_treatment = g_new0 (guint32, n + 1);
  snapshot->treatments = g_array_new (FALSE, FALSE, sizeof (CasenessTreatment));
}

static void
write_pathway (CasenessSnapshot *snapshot, guint index, const CasenessPathway *pathway)
{
  guint i;

  for (i = 0; i < CASENESS_N_PATHWAY_DATES; i++)
    snapshot->dates[i][index] = pathway->dates[i];
  for (i = 0; i < CASENESS_N_PATHWAY_TEXTS; i++)
    snapshot->texts[i][index] = pathway->texts[i];
  for (i = 0; i < CASENESS_N_PATHWAY_COUNTS; i++)
    snapshot->counts[i][index] = pathway->counts[i];
  for (i = 0; i < CASENESS_MAX_TOOLS; i++)
    snapshot->scores[i][index] = pathway->scores[i];
  snapshot->flags[index] = pathway->flags;
  snapshot->anxiety[index] = pathway->anxiety;
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
derive_pathways (CasenessSnapshot *snapshot, CasenessRecords *records, const CasenessSwitches *switches)
{
  g_autoptr(CasenessDeriver) deriver = caseness_deriver_new (records, switches);
  g_autofree guint32 *order = sort_referrals (records);
  guint i;

  allocate (snapshot, records->referrals->len);
  snapshot->events = caseness_events_new (records);
  for (i = 0; i < snapshot->n; i++)
    {
      CasenessPathway pathway;
      guint n_treatments;
      const CasenessTreatment *treatments = caseness_deriver_run (deriver, order[i], &pathway, &n_treatments);

      write_pathway (snapshot, i, &pathway);
      caseness_events_add (snapshot->events, records, order[i], deriver);
      snapshot->flags[i] |= caseness_events_get_answered (snapshot->events, records->dictionary);
      if (n_treatments > 0)
        g_array_append_vals (snapshot->treatments, treatments, n_treatments);
      snapshot->first_treatment[i + 1] = snapshot->treatments->len;
    }
  caseness_events_finish (snapshot->events, snapshot->dates[CASENESS_PATHWAY_RECEIVED]);
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
  CasenessSnapshot *snapshot;

  g_return_val_if_fail (records != NULL && local != NULL && switches != NULL, NULL);
  snapshot = g_new0 (CasenessSnapshot, 1);
  g_atomic_ref_count_init (&snapshot->refs);
  snapshot->service_name = g_strdup ("");
  snapshot->sources = g_strdup ("");
  snapshot->local = local;
  snapshot->findings = caseness_findings_new ();
  snapshot->published = caseness_published_list_new ();
  note_periods (snapshot, records);
  derive_pathways (snapshot, records, switches);
  snapshot->dictionary = g_steal_pointer (&records->dictionary);
  caseness_records_free (records);
  add_lists (snapshot);
  return snapshot;
}

CasenessSnapshot *
caseness_snapshot_load (CasenessStore *store, GCancellable *cancellable, GError **error)
{
  CasenessSwitches switches;

  caseness_switches_init (&switches);
  return caseness_snapshot_load_with (store, &switches, cancellable, error);
}

/* The different texts of a column. */
static GHashTable *
list_texts (const CasenessSnapshot *snapshot, CasenessPathwayText which)
{
  GHashTable *texts = g_hash_table_new (g_str_hash, g_str_equal);
  guint32 last = 0;
  guint i;

  for (i = 0; i < snapshot->n; i++)
    if (snapshot->texts[which][i] != last && (last = snapshot->texts[which][i]) != 0)
      g_hash_table_add (texts, (gpointer) caseness_dictionary_get (snapshot->dictionary, last));
  return texts;
}

static gboolean
load_published (CasenessSnapshot *snapshot, CasenessStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr(GHashTable) providers = list_texts (snapshot, CASENESS_PATHWAY_PROVIDER);
  g_autoptr(GHashTable) commissioners = list_texts (snapshot, CASENESS_PATHWAY_COMMISSIONER);
  CasenessPublishedList *published
    = caseness_loader_read_published (store, providers, commissioners, cancellable, error);

  if (published != NULL)
    caseness_snapshot_take_published (snapshot, published);
  return published != NULL;
}

CasenessSnapshot *
caseness_snapshot_load_with (CasenessStore *store, const CasenessSwitches *switches, GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *service_name = NULL;
  g_autoptr(GPtrArray) sources = NULL;
  g_autoptr(CasenessRecords) records = NULL;
  g_autoptr(CasenessLocal) local = NULL;
  g_autoptr(CasenessFindings) findings = NULL;
  g_autoptr(CasenessSnapshot) snapshot = NULL;

  g_return_val_if_fail (store != NULL && switches != NULL, NULL);
  service_name = caseness_store_dup_service_name (store, error);
  if (service_name == NULL)
    return NULL;
  sources = caseness_import_list_sources (store, error);
  if (sources == NULL)
    return NULL;
  records = caseness_loader_read_months (store, switches, cancellable, error);
  if (records == NULL)
    return NULL;
  local = caseness_loader_read_lists (store, records->dictionary, cancellable, error);
  if (local == NULL)
    return NULL;
  findings = caseness_loader_read_findings (store, records->dictionary, cancellable, error);
  if (findings == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  snapshot = caseness_snapshot_new (g_steal_pointer (&records), g_steal_pointer (&local), switches);
  caseness_snapshot_take_findings (snapshot, g_steal_pointer (&findings));
  if (!load_published (snapshot, store, cancellable, error))
    return NULL;
  g_free (snapshot->service_name);
  snapshot->service_name = g_steal_pointer (&service_name);
  g_free (snapshot->sources);
  snapshot->sources = caseness_sources_describe (sources);
  snapshot->n_sources = sources->len;
  return g_steal_pointer (&snapshot);
}

void
caseness_snapshot_take_findings (CasenessSnapshot *snapshot, CasenessFindings *findings)
{
  g_return_if_fail (snapshot != NULL && findings != NULL);
  caseness_findings_free (snapshot->findings);
  snapshot->findings = findings;
}

const CasenessFindings *
caseness_snapshot_get_findings (const CasenessSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);
  return snapshot->findings;
}

void
caseness_snapshot_take_published (CasenessSnapshot *snapshot, CasenessPublishedList *published)
{
  g_return_if_fail (snapshot != NULL && published != NULL);
  caseness_published_list_free (snapshot->published);
  snapshot->published = published;
}

const CasenessPublishedList *
caseness_snapshot_get_published (const CasenessSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);
  return snapshot->published;
}

CasenessSnapshot *
caseness_snapshot_ref (CasenessSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);
  g_atomic_ref_count_inc (&snapshot->refs);
  return snapshot;
}

static void
free_snapshot (CasenessSnapshot *snapshot)
{
  guint i;

  for (i = 0; i < CASENESS_N_PATHWAY_DATES; i++)
    g_free (snapshot->dates[i]);
  for (i = 0; i < CASENESS_N_PATHWAY_TEXTS; i++)
    g_free (snapshot->texts[i]);
  for (i = 0; i < CASENESS_N_PATHWAY_COUNTS; i++)
    g_free (snapshot->counts[i]);
  for (i = 0; i < CASENESS_MAX_TOOLS; i++)
    g_free (snapshot->scores[i]);
  g_free (snapshot->flags);
  g_free (snapshot->anxiety);
  g_free (snapshot->first_treatment);
  g_array_unref (snapshot->treatments);
  caseness_events_free (snapshot->events);
  caseness_findings_free (snapshot->findings);
  caseness_published_list_free (snapshot->published);
  attached_clear (&snapshot->waiting);
  attached_clear (&snapshot->appointments);
  g_hash_table_unref (snapshot->staff);
  caseness_local_free (snapshot->local);
  caseness_dictionary_free (snapshot->dictionary);
  g_free (snapshot->service_name);
  g_free (snapshot->sources);
  g_free (snapshot);
}

void
caseness_snapshot_unref (CasenessSnapshot *snapshot)
{
  if (snapshot != NULL && g_atomic_ref_count_dec (&snapshot->refs))
    free_snapshot (snapshot);
}

guint
caseness_snapshot_get_n_pathways (const CasenessSnapshot *snapshot)
{
  return snapshot->n;
}

const char *
caseness_snapshot_get_service_name (const CasenessSnapshot *snapshot)
{
  return snapshot->service_name;
}

CasenessDate
caseness_snapshot_get_latest_period_end (const CasenessSnapshot *snapshot)
{
  return snapshot->latest_period_end;
}

CasenessDate
caseness_snapshot_get_earliest_period_start (const CasenessSnapshot *snapshot)
{
  return snapshot->earliest_period_start;
}

guint
caseness_snapshot_get_n_sources (const CasenessSnapshot *snapshot)
{
  return snapshot->n_sources;
}

const char *
caseness_snapshot_describe_sources (const CasenessSnapshot *snapshot)
{
  return snapshot->sources;
}

CasenessDate
caseness_snapshot_get_date (const CasenessSnapshot *snapshot, guint index, CasenessPathwayDate which)
{
  g_return_val_if_fail (index < snapshot->n, CASENESS_DATE_NONE);
  return snapshot->dates[which][index];
}

const char *
caseness_snapshot_get_text (const CasenessSnapshot *snapshot, guint index, CasenessPathwayText which)
{
  g_return_val_if_fail (index < snapshot->n, "");
  return caseness_dictionary_get (snapshot->dictionary, snapshot->texts[which][index]);
}

int
caseness_snapshot_get_count (const CasenessSnapshot *snapshot, guint index, CasenessPathwayCount which)
{
  g_return_val_if_fail (index < snapshot->n, 0);
  return snapshot->counts[which][index];
}

guint
caseness_snapshot_get_flags (const CasenessSnapshot *snapshot, guint index)
{
  g_return_val_if_fail (index < snapshot->n, 0);
  return snapshot->flags[index];
}

CasenessScorePair
caseness_snapshot_get_scores (const CasenessSnapshot *snapshot, guint index, guint tool)
{
  CasenessScorePair none = { CASENESS_SCORE_NONE, CASENESS_SCORE_NONE };

  g_return_val_if_fail (index < snapshot->n && tool < CASENESS_MAX_TOOLS, none);
  return snapshot->scores[tool][index];
}

CasenessAnxiety
caseness_snapshot_get_anxiety (const CasenessSnapshot *snapshot, guint index)
{
  CasenessAnxiety none = { 0, 0, { CASENESS_SCORE_NONE, CASENESS_SCORE_NONE } };

  g_return_val_if_fail (index < snapshot->n, none);
  return snapshot->anxiety[index];
}

void
caseness_snapshot_read (const CasenessSnapshot *snapshot, guint index, CasenessPathway *pathway)
{
  guint i;

  g_return_if_fail (index < snapshot->n && pathway != NULL);
  for (i = 0; i < CASENESS_N_PATHWAY_DATES; i++)
    pathway->dates[i] = snapshot->dates[i][index];
  for (i = 0; i < CASENESS_N_PATHWAY_TEXTS; i++)
    pathway->texts[i] = snapshot->texts[i][index];
  for (i = 0; i < CASENESS_N_PATHWAY_COUNTS; i++)
    pathway->counts[i] = snapshot->counts[i][index];
  for (i = 0; i < CASENESS_MAX_TOOLS; i++)
    pathway->scores[i] = snapshot->scores[i][index];
  pathway->flags = snapshot->flags[index];
  pathway->anxiety = snapshot->anxiety[index];
}

const CasenessDate *
caseness_snapshot_peek_dates (const CasenessSnapshot *snapshot, CasenessPathwayDate which)
{
  return snapshot->dates[which];
}

const guint32 *
caseness_snapshot_peek_texts (const CasenessSnapshot *snapshot, CasenessPathwayText which)
{
  return snapshot->texts[which];
}

const gint32 *
caseness_snapshot_peek_counts (const CasenessSnapshot *snapshot, CasenessPathwayCount which)
{
  return snapshot->counts[which];
}

const guint32 *
caseness_snapshot_peek_flags (const CasenessSnapshot *snapshot)
{
  return snapshot->flags;
}

const CasenessDictionary *
caseness_snapshot_get_dictionary (const CasenessSnapshot *snapshot)
{
  return snapshot->dictionary;
}

const CasenessTreatment *
caseness_snapshot_get_treatments (const CasenessSnapshot *snapshot, guint index, guint *n)
{
  g_return_val_if_fail (index < snapshot->n && n != NULL, NULL);
  *n = snapshot->first_treatment[index + 1] - snapshot->first_treatment[index];
  return (const CasenessTreatment *) (gconstpointer) snapshot->treatments->data + snapshot->first_treatment[index];
}

const CasenessEvents *
caseness_snapshot_get_events (const CasenessSnapshot *snapshot)
{
  return snapshot->events;
}

guint
caseness_snapshot_get_n_waiting (const CasenessSnapshot *snapshot, guint index)
{
  g_return_val_if_fail (index < snapshot->n, 0);
  return snapshot->waiting.first[index + 1] - snapshot->waiting.first[index];
}

const CasenessWaitingRow *
caseness_snapshot_get_waiting (const CasenessSnapshot *snapshot, guint index, guint which)
{
  g_return_val_if_fail (which < caseness_snapshot_get_n_waiting (snapshot, index), NULL);
  return &g_array_index (snapshot->local->waiting, CasenessWaitingRow,
                         snapshot->waiting.rows[snapshot->waiting.first[index] + which]);
}

guint
caseness_snapshot_get_n_appointments (const CasenessSnapshot *snapshot, guint index)
{
  g_return_val_if_fail (index < snapshot->n, 0);
  return snapshot->appointments.first[index + 1] - snapshot->appointments.first[index];
}

const CasenessAppointmentRow *
caseness_snapshot_get_appointment (const CasenessSnapshot *snapshot, guint index, guint which)
{
  g_return_val_if_fail (which < caseness_snapshot_get_n_appointments (snapshot, index), NULL);
  return &g_array_index (snapshot->local->appointments, CasenessAppointmentRow,
                         snapshot->appointments.rows[snapshot->appointments.first[index] + which]);
}

const CasenessPopulationRow *
caseness_snapshot_get_population (const CasenessSnapshot *snapshot, guint *n)
{
  g_return_val_if_fail (snapshot != NULL && n != NULL, NULL);
  *n = snapshot->local->population->len;
  return (const CasenessPopulationRow *) snapshot->local->population->data;
}

const CasenessStaffRow *
caseness_snapshot_get_staff (const CasenessSnapshot *snapshot, guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);
  *n = snapshot->local->staff->len;
  return (const CasenessStaffRow *) (gconstpointer) snapshot->local->staff->data;
}

const CasenessStaffRow *
caseness_snapshot_find_staff (const CasenessSnapshot *snapshot, guint32 provider, guint32 staff)
{
  CasenessLocalKey key = { provider, staff };
  const CasenessStaffRow *row;

  if (staff == 0)
    return NULL;
  row = g_hash_table_lookup (snapshot->staff, &key);
  if (row != NULL)
    return row;
  key.provider = 0;
  return g_hash_table_lookup (snapshot->staff, &key);
}
