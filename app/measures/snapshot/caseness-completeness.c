/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-completeness.h"

#include "caseness-reference.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* How an item is looked up. */
typedef enum
{
  KIND_DESCRIPTOR,
  KIND_PAIR_DEPRESSION,
  KIND_PAIR_ANXIETY,
  KIND_PAIR_BOTH,
  KIND_END_CODE,
  KIND_AGE,
  KIND_PERSON, /* a bit that was read with the person */
} Kind;

static const char *const kind_words[] = {
  "descriptor", "pair-depression", "pair-anxiety", "pair-both", "end-code", "age", "person", NULL,
};

/* Where a person's item is kept. */
typedef enum
{
  FIELD_GENDER,
  FIELD_GENDER_IDENTITY,
  FIELD_ETHNICITY,
  FIELD_EX_FORCES,
  FIELD_PRACTICE,
  FIELD_DISABILITY,
  FIELD_CIRCUMSTANCE,
  FIELD_EMPLOYMENT,
} Field;

static const char *const field_words[] = {
  "gender", "gender-identity", "ethnicity", "ex-forces", "practice", "disability", "circumstance", "employment", NULL,
};

static const char *const cohort_words[] = { "received", "treated", "ended", "finished", NULL };

typedef struct
{
  Kind kind;
  Field field;
  char **codes;
  gboolean is_unknown; /* the codes are those that do not count; else the only ones that do */
} Lookup;

typedef struct
{
  guint n;
  CasenessCompletenessItem *items;
  Lookup *lookups;
} Items;

static guint
find_word (const char *const *words, const char *word)
{
  guint i;

  for (i = 0; words[i] != NULL && strcmp (words[i], word) != 0; i++)
    ;
  return i;
}

static const char *
get_cell (guint row, const char *column)
{
  const CasenessReference *table = caseness_reference_get ("completeness");

  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

static void
load_item (Items *items, guint row)
{
  const char *codes = get_cell (row, "codes");
  const char *standard = get_cell (row, "standard");

  items->items[row] = (CasenessCompletenessItem){
    .id = get_cell (row, "item"),
    .name = get_cell (row, "name"),
    .meaning = get_cell (row, "meaning"),
    .cohort = find_word (cohort_words, get_cell (row, "cohort")),
    .standard = *standard != '\0' ? g_ascii_strtod (standard, NULL) / 100 : NAN,
  };
  items->lookups[row] = (Lookup){
    .kind = find_word (kind_words, get_cell (row, "kind")),
    .field = find_word (field_words, get_cell (row, "field")),
    .is_unknown = *codes == '!',
    .codes = g_strsplit (*codes == '!' ? codes + 1 : codes, "|", -1),
  };
  if (items->items[row].cohort == CASENESS_N_COHORTS || items->lookups[row].kind > KIND_PERSON)
    g_error ("completeness.csv: %s: no such cohort or kind", items->items[row].id);
}

static const Items *
get_items (void)
{
  static Items *items;

  if (g_once_init_enter (&items))
    {
      Items *loaded = g_new0 (Items, 1);
      guint i;

      loaded->n = caseness_reference_get_n_rows (caseness_reference_get ("completeness"));
      g_assert (loaded->n <= 32);
      loaded->items = g_new0 (CasenessCompletenessItem, loaded->n);
      loaded->lookups = g_new0 (Lookup, loaded->n);
      for (i = 0; i < loaded->n; i++)
        load_item (loaded, i);
      g_once_init_leave (&items, loaded);
    }
  return items;
}

const CasenessCompletenessItem *
caseness_completeness_get_items (guint *n_items)
{
  g_return_val_if_fail (n_items != NULL, NULL);
  *n_items = get_items ()->n;
  return get_items ()->items;
}

const char *
caseness_cohort_get_words (CasenessCohort cohort)
{
  static const char *const words[CASENESS_N_COHORTS] = {
    [CASENESS_COHORT_RECEIVED] = N_("referrals received"),
    [CASENESS_COHORT_TREATED] = N_("people beginning treatment"),
    [CASENESS_COHORT_ENDED] = N_("referrals discharged"),
    [CASENESS_COHORT_FINISHED] = N_("finished courses"),
  };

  g_return_val_if_fail (cohort < CASENESS_N_COHORTS, NULL);
  return _(words[cohort]);
}

CasenessDate
caseness_cohort_get_day (CasenessCohort cohort, const CasenessSnapshot *snapshot, guint index)
{
  switch (cohort)
    {
    case CASENESS_COHORT_RECEIVED:
      return caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_RECEIVED);
    case CASENESS_COHORT_TREATED:
      return caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_TREATMENT_FIRST);
    case CASENESS_COHORT_ENDED:
      return caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_DISCHARGED);
    case CASENESS_COHORT_FINISHED:
      if ((caseness_snapshot_get_flags (snapshot, index) & CASENESS_PATHWAY_COMPLETED) == 0)
        return CASENESS_DATE_NONE;
      return caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_DISCHARGED);
    case CASENESS_N_COHORTS:
    default:
      g_return_val_if_reached (CASENESS_DATE_NONE);
    }
}

static gboolean
is_known (const Lookup *lookup, const char *code)
{
  if (*code == '\0')
    return FALSE;
  return g_strv_contains ((const char *const *) lookup->codes, code) != lookup->is_unknown;
}

static gboolean
has_known_code (const Lookup *lookup, const CasenessRecords *records, guint32 row)
{
  for (; row != CASENESS_NO_ROW; row = CASENESS_ROW (records->codes, CasenessCodeRow, row)->next)
    if (is_known (lookup, caseness_dictionary_get (records->dictionary,
                                                   CASENESS_ROW (records->codes, CasenessCodeRow, row)->code)))
      return TRUE;
  return FALSE;
}

static gboolean
has_known_status (const Lookup *lookup, const CasenessRecords *records, guint32 row)
{
  for (; row != CASENESS_NO_ROW; row = CASENESS_ROW (records->employment, CasenessEmploymentRow, row)->next)
    if (is_known (lookup,
                  caseness_dictionary_get (records->dictionary,
                                           CASENESS_ROW (records->employment, CasenessEmploymentRow, row)->status)))
      return TRUE;
  return FALSE;
}

static guint32
get_number (const CasenessPatientRow *patient, Field field)
{
  switch (field)
    {
    case FIELD_GENDER:
      return patient->gender;
    case FIELD_GENDER_IDENTITY:
      return patient->gender_identity;
    case FIELD_ETHNICITY:
      return patient->ethnicity;
    case FIELD_EX_FORCES:
      return patient->ex_forces;
    case FIELD_PRACTICE:
      return patient->practice;
    case FIELD_DISABILITY:
    case FIELD_CIRCUMSTANCE:
    case FIELD_EMPLOYMENT:
    default:
      g_return_val_if_reached (0);
    }
}

static gboolean
knows (const Lookup *lookup, const CasenessRecords *records, const CasenessPatientRow *patient)
{
  switch (lookup->field)
    {
    case FIELD_DISABILITY:
      return has_known_code (lookup, records, patient->first_disability);
    case FIELD_CIRCUMSTANCE:
      return has_known_code (lookup, records, patient->first_circumstance);
    case FIELD_EMPLOYMENT:
      return has_known_status (lookup, records, patient->first_employment);
    case FIELD_GENDER:
    case FIELD_GENDER_IDENTITY:
    case FIELD_ETHNICITY:
    case FIELD_EX_FORCES:
    case FIELD_PRACTICE:
    default:
      return is_known (lookup, caseness_dictionary_get (records->dictionary, get_number (patient, lookup->field)));
    }
}

guint32
caseness_completeness_read_person (const CasenessRecords *records, const CasenessReferralRow *referral)
{
  const Items *items = get_items ();
  const CasenessPatientRow *patient;
  guint32 bits = 0;
  guint i;

  g_return_val_if_fail (records != NULL && referral != NULL, 0);
  if (referral->patient == CASENESS_NO_ROW)
    return 0;
  patient = CASENESS_ROW (records->patients, CasenessPatientRow, referral->patient);
  for (i = 0; i < items->n; i++)
    if (items->lookups[i].kind == KIND_PERSON && knows (&items->lookups[i], records, patient))
      bits |= 1u << i;
  return bits;
}

static gboolean
is_pair (CasenessScorePair pair)
{
  return pair.first != CASENESS_SCORE_NONE && pair.last != CASENESS_SCORE_NONE;
}

static gboolean
has_depression_pair (const CasenessSnapshot *snapshot, guint index)
{
  return is_pair (caseness_snapshot_get_scores (snapshot, index, caseness_tool_find_by_prefix ("PHQ9")));
}

static gboolean
has_anxiety_pair (const CasenessSnapshot *snapshot, guint index)
{
  return is_pair (caseness_snapshot_get_anxiety (snapshot, index).pair);
}

static gboolean
has_descriptor (const CasenessSnapshot *snapshot, guint index)
{
  const char *descriptor = caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_DESCRIPTOR);

  return *descriptor != '\0' && strcmp (descriptor, "-3") != 0;
}

gboolean
caseness_completeness_is_recorded (guint item, const CasenessSnapshot *snapshot, guint index)
{
  const Items *items = get_items ();

  g_return_val_if_fail (item < items->n && snapshot != NULL, FALSE);
  switch (items->lookups[item].kind)
    {
    case KIND_DESCRIPTOR:
      return has_descriptor (snapshot, index);
    case KIND_PAIR_DEPRESSION:
      return has_depression_pair (snapshot, index);
    case KIND_PAIR_ANXIETY:
      return has_anxiety_pair (snapshot, index);
    case KIND_PAIR_BOTH:
      return has_depression_pair (snapshot, index) && has_anxiety_pair (snapshot, index);
    case KIND_END_CODE:
      return is_known (&items->lookups[item],
                       caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_END_CODE));
    case KIND_AGE:
      return caseness_snapshot_get_count (snapshot, index, CASENESS_PATHWAY_AGE) >= 0;
    case KIND_PERSON:
    default:
      return (caseness_snapshot_get_count (snapshot, index, CASENESS_PATHWAY_RECORDED) & (1 << item)) != 0;
    }
}
