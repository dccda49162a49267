/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-snapshot-private.h"

#include "caseness-staff-numbers.h"
#include "caseness-standards.h"

CasenessSnapshot *
caseness_snapshot_allocate (void)
{
  CasenessSnapshot *snapshot = g_new0 (CasenessSnapshot, 1);

  g_atomic_ref_count_init (&snapshot->refs);
  snapshot->service_name = g_strdup ("");
  snapshot->sources = g_strdup ("");
  snapshot->findings = caseness_findings_new ();
  snapshot->published = caseness_published_list_new ();
  snapshot->standards = caseness_standards_new (NULL);
  return snapshot;
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

const CasenessStandards *
caseness_snapshot_get_standards (const CasenessSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);
  return snapshot->standards;
}

CasenessSnapshot *
caseness_snapshot_share (CasenessSnapshot *origin)
{
  CasenessSnapshot *copy = g_memdup2 (origin, sizeof *origin);

  g_atomic_ref_count_init (&copy->refs);
  copy->origin = caseness_snapshot_ref (origin);
  copy->has_own_pathways = FALSE;
  caseness_standards_ref (copy->standards);
  return copy;
}

/* Whose pathways they are. */
static CasenessSnapshot *
find_origin (const CasenessSnapshot *snapshot)
{
  return (CasenessSnapshot *) (snapshot->origin != NULL && !snapshot->has_own_pathways ? snapshot->origin : snapshot);
}

CasenessSnapshot *
caseness_snapshot_with_standards (CasenessSnapshot *snapshot, CasenessStandards *standards)
{
  CasenessSnapshot *copy;

  g_return_val_if_fail (snapshot != NULL && standards != NULL, NULL);
  copy = caseness_snapshot_share (find_origin (snapshot));
  caseness_standards_unref (copy->standards);
  copy->standards = caseness_standards_ref (standards);
  return copy;
}

CasenessSnapshot *
caseness_snapshot_ref (CasenessSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);
  g_atomic_ref_count_inc (&snapshot->refs);
  return snapshot;
}

static void
attached_clear (CasenessAttached *attached)
{
  caseness_packed_free (attached->first);
  caseness_packed_free (attached->places);
  caseness_rows_free (attached->list);
}

static void
free_pathways (CasenessSnapshot *snapshot)
{
  guint i;

  for (i = 0; i < CASENESS_N_SNAPSHOT_COLUMNS; i++)
    caseness_packed_free (snapshot->columns[i]);
  caseness_events_free (snapshot->events);
  for (i = 0; i < CASENESS_N_MEMOS; i++)
    caseness_memo_free (snapshot->memos[i]);
}

static void
free_snapshot (CasenessSnapshot *snapshot)
{
  caseness_standards_unref (snapshot->standards);
  if (snapshot->origin == NULL || snapshot->has_own_pathways)
    free_pathways (snapshot);
  if (snapshot->origin != NULL)
    {
      caseness_snapshot_unref (snapshot->origin);
      g_free (snapshot);
      return;
    }
  caseness_findings_free (snapshot->findings);
  caseness_published_list_free (snapshot->published);
  attached_clear (&snapshot->waiting);
  attached_clear (&snapshot->appointments);
  g_clear_pointer (&snapshot->staff, g_hash_table_unref);
  g_clear_pointer (&snapshot->staff_numbers, g_hash_table_unref);
  g_clear_pointer (&snapshot->local, caseness_local_free);
  caseness_dictionary_free (snapshot->dictionary);
  g_free (snapshot->service_name);
  g_free (snapshot->sources);
  g_free (snapshot->stored);
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

/* As many bitmaps as a page of two years asks for, whatever the number of pathways; those of the contract review pack too,
 * as long as they are not large. Taken only when it is asked for. */
static const struct
{
  gsize a_pathway;
  gsize a_pathway_of_few;
} memo_bytes[CASENESS_N_MEMOS] = {
  [CASENESS_MEMO_PARTS] = { 64, 64 },
  [CASENESS_MEMO_CONDITIONS] = { 160, 640 },
};
#define MEMO_LEAST_BYTES 65536
#define MEMO_MOST_OF_FEW ((gsize) 96 << 20)

CasenessMemo *
caseness_snapshot_get_memo (const CasenessSnapshot *snapshot, CasenessMemoKind kind)
{
  CasenessSnapshot *self = find_origin (snapshot);
  CasenessMemo *memo = g_atomic_pointer_get (&self->memos[kind]);
  gsize n_bytes;

  if (memo != NULL)
    return memo;
  n_bytes = MAX (MIN (snapshot->n * memo_bytes[kind].a_pathway_of_few, MEMO_MOST_OF_FEW),
                 snapshot->n * memo_bytes[kind].a_pathway);
  memo = caseness_memo_new (MEMO_LEAST_BYTES + n_bytes);
  if (!g_atomic_pointer_compare_and_exchange (&self->memos[kind], NULL, memo))
    caseness_memo_free (memo);
  return g_atomic_pointer_get (&self->memos[kind]);
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

static gint32
get_cell (const CasenessSnapshot *snapshot, guint column, guint index)
{
  return caseness_packed_get (snapshot->columns[column], index);
}

CasenessDate
caseness_snapshot_get_date (const CasenessSnapshot *snapshot, guint index, CasenessPathwayDate which)
{
  g_return_val_if_fail (index < snapshot->n, CASENESS_DATE_NONE);
  return get_cell (snapshot, CASENESS_SNAPSHOT_DATES + which, index);
}

guint32
caseness_snapshot_get_number (const CasenessSnapshot *snapshot, guint index, CasenessPathwayText which)
{
  g_return_val_if_fail (index < snapshot->n, 0);
  return (guint32) get_cell (snapshot, CASENESS_SNAPSHOT_TEXTS + which, index);
}

const char *
caseness_snapshot_get_text (const CasenessSnapshot *snapshot, guint index, CasenessPathwayText which)
{
  g_return_val_if_fail (index < snapshot->n, "");
  return caseness_dictionary_get (snapshot->dictionary, caseness_snapshot_get_number (snapshot, index, which));
}

int
caseness_snapshot_get_count (const CasenessSnapshot *snapshot, guint index, CasenessPathwayCount which)
{
  g_return_val_if_fail (index < snapshot->n, 0);
  return get_cell (snapshot, CASENESS_SNAPSHOT_COUNTS + which, index);
}

guint
caseness_snapshot_get_flags (const CasenessSnapshot *snapshot, guint index)
{
  g_return_val_if_fail (index < snapshot->n, 0);
  return (guint) get_cell (snapshot, CASENESS_SNAPSHOT_FLAGS, index);
}

CasenessScorePair
caseness_snapshot_get_scores (const CasenessSnapshot *snapshot, guint index, guint tool)
{
  CasenessScorePair none = { CASENESS_SCORE_NONE, CASENESS_SCORE_NONE };

  g_return_val_if_fail (index < snapshot->n && tool < CASENESS_MAX_TOOLS, none);
  return (CasenessScorePair){ get_cell (snapshot, CASENESS_SNAPSHOT_FIRST_SCORES + tool, index),
                              get_cell (snapshot, CASENESS_SNAPSHOT_LAST_SCORES + tool, index) };
}

CasenessAnxiety
caseness_snapshot_get_anxiety (const CasenessSnapshot *snapshot, guint index)
{
  CasenessAnxiety anxiety = { 0, 0, { CASENESS_SCORE_NONE, CASENESS_SCORE_NONE } };

  g_return_val_if_fail (index < snapshot->n, anxiety);
  anxiety.tool = (guint) get_cell (snapshot, CASENESS_SNAPSHOT_ANXIETY_TOOL, index);
  anxiety.first_tool = (guint) get_cell (snapshot, CASENESS_SNAPSHOT_ANXIETY_FIRST_TOOL, index);
  anxiety.pair.first = get_cell (snapshot, CASENESS_SNAPSHOT_ANXIETY_FIRST, index);
  anxiety.pair.last = get_cell (snapshot, CASENESS_SNAPSHOT_ANXIETY_LAST, index);
  return anxiety;
}

void
caseness_snapshot_read (const CasenessSnapshot *snapshot, guint index, CasenessPathway *pathway)
{
  guint i;

  g_return_if_fail (index < snapshot->n && pathway != NULL);
  for (i = 0; i < CASENESS_N_PATHWAY_DATES; i++)
    pathway->dates[i] = caseness_snapshot_get_date (snapshot, index, i);
  for (i = 0; i < CASENESS_N_PATHWAY_TEXTS; i++)
    pathway->texts[i] = caseness_snapshot_get_number (snapshot, index, i);
  for (i = 0; i < CASENESS_N_PATHWAY_COUNTS; i++)
    pathway->counts[i] = caseness_snapshot_get_count (snapshot, index, i);
  for (i = 0; i < CASENESS_MAX_TOOLS; i++)
    pathway->scores[i] = caseness_snapshot_get_scores (snapshot, index, i);
  pathway->flags = caseness_snapshot_get_flags (snapshot, index);
  pathway->anxiety = caseness_snapshot_get_anxiety (snapshot, index);
}

const CasenessPacked *
caseness_snapshot_peek_dates (const CasenessSnapshot *snapshot, CasenessPathwayDate which)
{
  return snapshot->columns[CASENESS_SNAPSHOT_DATES + which];
}

const CasenessPacked *
caseness_snapshot_peek_texts (const CasenessSnapshot *snapshot, CasenessPathwayText which)
{
  return snapshot->columns[CASENESS_SNAPSHOT_TEXTS + which];
}

const CasenessPacked *
caseness_snapshot_peek_counts (const CasenessSnapshot *snapshot, CasenessPathwayCount which)
{
  return snapshot->columns[CASENESS_SNAPSHOT_COUNTS + which];
}

const CasenessPacked *
caseness_snapshot_peek_flags (const CasenessSnapshot *snapshot)
{
  return snapshot->columns[CASENESS_SNAPSHOT_FLAGS];
}

const CasenessPacked *
caseness_snapshot_peek_first_scores (const CasenessSnapshot *snapshot, guint tool)
{
  return snapshot->columns[CASENESS_SNAPSHOT_FIRST_SCORES + tool];
}

const CasenessPacked *
caseness_snapshot_peek_last_scores (const CasenessSnapshot *snapshot, guint tool)
{
  return snapshot->columns[CASENESS_SNAPSHOT_LAST_SCORES + tool];
}

const CasenessPacked *
caseness_snapshot_peek_anxiety (const CasenessSnapshot *snapshot, gboolean is_last)
{
  return snapshot->columns[is_last ? CASENESS_SNAPSHOT_ANXIETY_LAST : CASENESS_SNAPSHOT_ANXIETY_FIRST];
}

const CasenessDictionary *
caseness_snapshot_get_dictionary (const CasenessSnapshot *snapshot)
{
  return snapshot->dictionary;
}

guint
caseness_snapshot_get_n_treatments (const CasenessSnapshot *snapshot, guint index)
{
  guint n;

  g_return_val_if_fail (index < snapshot->n, 0);
  caseness_spans_get (&snapshot->events->spans[CASENESS_EVENT_TREATMENTS], index, &n);
  return n;
}

CasenessTreatment
caseness_snapshot_get_treatment (const CasenessSnapshot *snapshot, guint index, guint which)
{
  const CasenessSpans *treatments = &snapshot->events->spans[CASENESS_EVENT_TREATMENTS];
  CasenessTreatment treatment = { CASENESS_DATE_NONE, CASENESS_DATE_NONE, 0, 0 };
  guint first, n;

  g_return_val_if_fail (index < snapshot->n, treatment);
  first = caseness_spans_get (treatments, index, &n);
  g_return_val_if_fail (which < n, treatment);
  caseness_rows_get (treatments->rows, first + which, &treatment);
  return treatment;
}

const CasenessEvents *
caseness_snapshot_get_events (const CasenessSnapshot *snapshot)
{
  return snapshot->events;
}

static guint
count_attached (const CasenessAttached *attached, guint index)
{
  return (guint) (caseness_packed_get (attached->first, index + 1) - caseness_packed_get (attached->first, index));
}

static void
get_attached (const CasenessAttached *attached, guint index, guint which, gpointer row)
{
  guint place = (guint) caseness_packed_get (attached->first, index) + which;

  caseness_rows_get (attached->list, (guint) caseness_packed_get (attached->places, place), row);
}

guint
caseness_snapshot_get_n_waiting (const CasenessSnapshot *snapshot, guint index)
{
  g_return_val_if_fail (index < snapshot->n, 0);
  return count_attached (&snapshot->waiting, index);
}

CasenessWaitingRow
caseness_snapshot_get_waiting (const CasenessSnapshot *snapshot, guint index, guint which)
{
  CasenessWaitingRow row = { { 0 } };

  g_return_val_if_fail (which < caseness_snapshot_get_n_waiting (snapshot, index), row);
  get_attached (&snapshot->waiting, index, which, &row);
  return row;
}

guint
caseness_snapshot_get_n_appointments (const CasenessSnapshot *snapshot, guint index)
{
  g_return_val_if_fail (index < snapshot->n, 0);
  return count_attached (&snapshot->appointments, index);
}

CasenessAppointmentRow
caseness_snapshot_get_appointment (const CasenessSnapshot *snapshot, guint index, guint which)
{
  CasenessAppointmentRow row = { { 0 } };

  g_return_val_if_fail (which < caseness_snapshot_get_n_appointments (snapshot, index), row);
  get_attached (&snapshot->appointments, index, which, &row);
  return row;
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

/* Threads share a snapshot, and most of them never ask. */
GHashTable *
caseness_snapshot_get_staff_numbers (const CasenessSnapshot *snapshot)
{
  const CasenessSnapshot *owner = snapshot;
  GHashTable **numbers;

  while (owner->origin != NULL)
    owner = owner->origin;
  numbers = &((CasenessSnapshot *) owner)->staff_numbers;
  if (g_once_init_enter (numbers))
    g_once_init_leave (numbers, caseness_staff_numbers_new (owner));
  return *numbers;
}
