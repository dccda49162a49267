/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-private.h"

#include "caseness-bitmap.h"

#include <stdlib.h>
#include <string.h>

struct _CasenessPtl
{
  gatomicrefcount refs;
  CasenessSnapshot *snapshot; /* owned: the people's texts are its */
  CasenessFilter *filter;     /* owned, nullable: everybody */
  guint64 *passing;           /* owned, nullable: pathways that the dimensions which the list does not know let through */
  CasenessStage stage;
  CasenessDate as_at;
  int standard;
  GArray *people;             /* CasenessPtlPerson */
  GArray *columns;            /* CasenessPtlColumn */
  guint n_past;
  int longest_wait;
};

/* Which split shows the value that a dimension filters by. */
static const struct
{
  CasenessDimension dimension;
  CasenessPtlSplit split;
} filtered_splits[] = {
  { CASENESS_DIMENSION_LOCALITY, CASENESS_PTL_SPLIT_LOCALITY },
  { CASENESS_DIMENSION_TEAM, CASENESS_PTL_SPLIT_TEAM },
  { CASENESS_DIMENSION_THERAPY, CASENESS_PTL_SPLIT_THERAPY },
  { CASENESS_DIMENSION_STEP, CASENESS_PTL_SPLIT_STEP },
  { CASENESS_DIMENSION_CLINICIAN, CASENESS_PTL_SPLIT_CLINICIAN },
  { CASENESS_DIMENSION_PRIORITY, CASENESS_PTL_SPLIT_PRIORITY },
};

static const char *
get_commissioner (const CasenessSnapshot *snapshot, guint index)
{
  const char *commissioner = caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_COMMISSIONER);

  return *commissioner != '\0' ? commissioner : CASENESS_GROUP_NOT_RECORDED;
}

/* The label of a person in a dimension. */
static const char *
get_label (const CasenessSnapshot *snapshot, const CasenessPtlPerson *person, CasenessDimension dimension)
{
  guint i;

  if (dimension == CASENESS_DIMENSION_PROVIDER)
    return person->provider;
  if (dimension == CASENESS_DIMENSION_COMMISSIONER)
    return get_commissioner (snapshot, person->pathway);
  for (i = 0; i < G_N_ELEMENTS (filtered_splits); i++)
    if (filtered_splits[i].dimension == dimension)
      return person->group[filtered_splits[i].split];
  g_assert_not_reached ();
}

/* A step is the one waited for; the intensities that a pathway has had are told by other words, and mean those. */
static gboolean
wants_step (const CasenessPtl *ptl, const CasenessPtlPerson *person)
{
  const char *had = caseness_snapshot_get_text (ptl->snapshot, person->pathway, CASENESS_PATHWAY_STEP);

  return *had != '\0' && caseness_filter_wants (ptl->filter, CASENESS_DIMENSION_STEP, had);
}

static void
select_passing (CasenessPtl *ptl)
{
  CasenessPeriod month = caseness_period_around (CASENESS_PERIOD_MONTH, ptl->as_at);
  g_autoptr(CasenessFrame) frame = caseness_frame_new (ptl->snapshot);

  caseness_frame_set_period (frame, &month);
  if (!caseness_filter_select_unlisted (ptl->filter, frame, &ptl->passing, NULL))
    ptl->passing = caseness_bitmap_new (caseness_snapshot_get_n_pathways (ptl->snapshot));
}

gboolean
caseness_ptl_wants (const CasenessPtl *ptl, const CasenessPtlPerson *person)
{
  guint i;

  if (ptl->passing != NULL && !caseness_bitmap_has (ptl->passing, person->pathway))
    return FALSE;
  for (i = 0; ptl->filter != NULL && i < CASENESS_N_DIMENSIONS; i++)
    if (!caseness_filter_wants (ptl->filter, i, get_label (ptl->snapshot, person, i))
        && (i != CASENESS_DIMENSION_STEP || !wants_step (ptl, person)))
      return FALSE;
  return TRUE;
}

const CasenessSnapshot *
caseness_ptl_get_snapshot (const CasenessPtl *ptl)
{
  return ptl->snapshot;
}

/* A number asked for overrides every standard, perinatal ones too (rulings 70). */
static int
get_standard_of (const CasenessPtl *ptl, guint index, int standard_days)
{
  if (standard_days != CASENESS_STANDARD_OF_STAGE)
    return standard_days;
  return caseness_stage_get_standard_for (
    ptl->stage, caseness_snapshot_get_text (ptl->snapshot, index, CASENESS_PATHWAY_PRIORITY));
}

void
caseness_ptl_name_person (const CasenessSnapshot *snapshot, guint index, CasenessPtlPerson *person)
{
  memset (person, 0, sizeof *person);
  person->pathway = index;
  person->service_request_id = caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_SERVICE_REQUEST_ID);
  person->local_patient_id = caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_LOCAL_PATIENT_ID);
  person->provider = caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_PROVIDER);
}

static void
fill_person (const CasenessPtl *ptl, guint index, int standard_days, const CasenessPtlWait *wait,
             CasenessPtlPerson *person)
{
  caseness_ptl_name_person (ptl->snapshot, index, person);
  person->clock_start = wait->clock_start;
  person->booked_date = wait->is_booked ? wait->appointment.date : CASENESS_DATE_NONE;
  person->wait_days = (wait->is_booked ? person->booked_date : ptl->as_at) - wait->clock_start;
  person->standard_days = get_standard_of (ptl, index, standard_days);
  person->breach_date = person->standard_days != CASENESS_NO_STANDARD ? wait->clock_start + person->standard_days
                                                                      : CASENESS_DATE_NONE;
  person->is_past = person->standard_days != CASENESS_NO_STANDARD && person->wait_days > person->standard_days;
  caseness_ptl_label (ptl->snapshot, ptl->as_at, wait, person);
}

static void
find_people (CasenessPtl *ptl, int standard_days)
{
  guint n = caseness_snapshot_get_n_pathways (ptl->snapshot), i;

  for (i = 0; i < n; i++)
    {
      CasenessPtlWait wait;
      CasenessPtlPerson person;

      if (!caseness_ptl_find_wait (ptl->snapshot, i, ptl->stage, ptl->as_at, &wait))
        continue;
      fill_person (ptl, i, standard_days, &wait, &person);
      if (caseness_ptl_wants (ptl, &person))
        g_array_append_val (ptl->people, person);
    }
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const CasenessPtlPerson *first = a, *second = b;
  int order;

  if (first->clock_start != second->clock_start)
    return first->clock_start < second->clock_start ? -1 : 1;
  order = strcmp (first->service_request_id, second->service_request_id);
  if (order != 0)
    return order;
  return first->pathway < second->pathway ? -1 : first->pathway > second->pathway;
}

/* Days past the breach date of whoever is furthest on; without a standard, days waited. */
static int
find_furthest (const CasenessPtl *ptl)
{
  int furthest = 0;
  guint i;

  for (i = 0; i < ptl->people->len; i++)
    {
      const CasenessPtlPerson *person = &g_array_index (ptl->people, CasenessPtlPerson, i);

      furthest = MAX (furthest, person->wait_days - MAX (person->standard_days, 0));
    }
  return furthest;
}

static void
place_people (CasenessPtl *ptl)
{
  CasenessPtlWeeks weeks;
  guint i;

  caseness_ptl_weeks_init (&weeks, ptl->standard, find_furthest (ptl));
  for (i = 0; i < caseness_ptl_weeks_get_n_columns (&weeks); i++)
    {
      CasenessPtlColumn column;

      caseness_ptl_weeks_describe (&weeks, i, &column);
      g_array_append_val (ptl->columns, column);
    }
  for (i = 0; i < ptl->people->len; i++)
    {
      CasenessPtlPerson *person = &g_array_index (ptl->people, CasenessPtlPerson, i);

      person->column = caseness_ptl_weeks_place (&weeks, person->wait_days, person->standard_days);
      ptl->n_past += person->is_past;
      ptl->longest_wait = MAX (ptl->longest_wait, person->wait_days);
    }
}

static void
clear_column (gpointer data)
{
  CasenessPtlColumn *column = data;

  g_free (column->label);
  g_free (column->short_label);
}

CasenessPtl *
caseness_ptl_new (CasenessSnapshot *snapshot, CasenessStage stage, CasenessDate as_at, int standard_days,
                  const CasenessFilter *filter)
{
  CasenessPtl *ptl;

  g_return_val_if_fail (snapshot != NULL && stage < CASENESS_N_STAGES && as_at != CASENESS_DATE_NONE, NULL);
  ptl = g_new0 (CasenessPtl, 1);
  g_atomic_ref_count_init (&ptl->refs);
  ptl->snapshot = caseness_snapshot_ref (snapshot);
  if (filter != NULL)
    ptl->filter = caseness_filter_ref ((CasenessFilter *) filter); /* counted, never changed */
  ptl->stage = stage;
  ptl->as_at = as_at;
  ptl->standard = standard_days != CASENESS_STANDARD_OF_STAGE ? standard_days : caseness_stage_get_standard (stage);
  ptl->longest_wait = -1;
  ptl->people = g_array_new (FALSE, FALSE, sizeof (CasenessPtlPerson));
  ptl->columns = g_array_new (FALSE, FALSE, sizeof (CasenessPtlColumn));
  g_array_set_clear_func (ptl->columns, clear_column);
  select_passing (ptl);
  find_people (ptl, standard_days);
  g_array_sort (ptl->people, compare_people);
  place_people (ptl);
  return ptl;
}

CasenessPtl *
caseness_ptl_ref (CasenessPtl *ptl)
{
  g_return_val_if_fail (ptl != NULL, NULL);
  g_atomic_ref_count_inc (&ptl->refs);
  return ptl;
}

void
caseness_ptl_unref (CasenessPtl *ptl)
{
  if (ptl == NULL || !g_atomic_ref_count_dec (&ptl->refs))
    return;
  g_array_unref (ptl->people);
  g_array_unref (ptl->columns);
  g_clear_pointer (&ptl->filter, caseness_filter_unref);
  g_free (ptl->passing);
  caseness_snapshot_unref (ptl->snapshot);
  g_free (ptl);
}

const CasenessPtlPerson *
caseness_ptl_get_people (const CasenessPtl *ptl, guint *n_people)
{
  g_return_val_if_fail (ptl != NULL && n_people != NULL, NULL);
  *n_people = ptl->people->len;
  return (const CasenessPtlPerson *) (gconstpointer) ptl->people->data;
}

const CasenessPtlColumn *
caseness_ptl_get_columns (const CasenessPtl *ptl, guint *n_columns)
{
  g_return_val_if_fail (ptl != NULL && n_columns != NULL, NULL);
  *n_columns = ptl->columns->len;
  return (const CasenessPtlColumn *) (gconstpointer) ptl->columns->data;
}

CasenessStage
caseness_ptl_get_stage (const CasenessPtl *ptl)
{
  return ptl->stage;
}

CasenessDate
caseness_ptl_get_as_at (const CasenessPtl *ptl)
{
  return ptl->as_at;
}

int
caseness_ptl_get_standard (const CasenessPtl *ptl)
{
  return ptl->standard;
}

guint
caseness_ptl_get_n_past (const CasenessPtl *ptl)
{
  return ptl->n_past;
}

int
caseness_ptl_get_longest_wait (const CasenessPtl *ptl)
{
  return ptl->longest_wait;
}

static int
compare_label_pointers (gconstpointer a, gconstpointer b)
{
  return caseness_ptl_compare_labels (*(const char *const *) a, *(const char *const *) b);
}

char **
caseness_ptl_list_groups (CasenessSnapshot *snapshot, CasenessDate as_at, CasenessDimension dimension)
{
  g_autoptr(GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
  char **list;
  guint stage, n, i;

  g_return_val_if_fail (snapshot != NULL && dimension < CASENESS_N_DIMENSIONS, NULL);
  for (stage = 0; stage < CASENESS_N_STAGES; stage++)
    {
      g_autoptr(CasenessPtl) ptl = caseness_ptl_new (snapshot, stage, as_at, CASENESS_STANDARD_OF_STAGE, NULL);

      for (i = 0; i < ptl->people->len; i++)
        g_hash_table_add (labels, (gpointer) get_label (snapshot, &g_array_index (ptl->people, CasenessPtlPerson, i),
                                                        dimension));
    }
  list = (char **) g_hash_table_get_keys_as_array (labels, &n);
  qsort (list, n, sizeof *list, compare_label_pointers);
  for (i = 0; i < n; i++)
    list[i] = g_strdup (list[i]);
  return list;
}
