/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-derive-private.h"

#include <string.h>

enum
{
  ATTENDED_ON_TIME = 5,
  ATTENDED_LATE = 6,
};

gboolean
caseness_window_contains (const CasenessWindow *window, CasenessDate date)
{
  return date != CASENESS_DATE_NONE && date >= window->start && date <= window->end;
}

CasenessWindow
caseness_window_of_referral (const CasenessDeriver *deriver, const CasenessReferralRow *referral)
{
  CasenessWindow window = { referral->received, referral->discharged };

  if (window.end == CASENESS_DATE_NONE)
    window.end = CASENESS_ROW (deriver->records->providers, CasenessProviderRow, referral->provider)->last_period_end;
  if (window.start == CASENESS_DATE_NONE)
    window.end = CASENESS_DATE_NONE;
  return window;
}

void
caseness_date_set_earliest (CasenessDate *date, CasenessDate other)
{
  if (*date == CASENESS_DATE_NONE || other < *date)
    *date = other;
}

void
caseness_date_set_latest (CasenessDate *date, CasenessDate other)
{
  if (*date == CASENESS_DATE_NONE || other > *date)
    *date = other;
}

const char *
caseness_deriver_get_text (const CasenessDeriver *deriver, guint32 number)
{
  return caseness_dictionary_get (deriver->records->dictionary, number);
}

const char *
caseness_deriver_get_contact_id (const CasenessDeriver *deriver, guint32 number)
{
  return caseness_dictionary_get (deriver->records->contact_ids, number);
}

const char *
caseness_deriver_get_activity_id (const CasenessDeriver *deriver, guint32 number)
{
  return caseness_dictionary_get (deriver->records->activity_ids, number);
}

gboolean
caseness_deriver_is_therapy (const CasenessDeriver *deriver, guint32 code)
{
  return code > 0 && code <= deriver->n_therapies && deriver->intensities[code] != CASENESS_INTENSITY_EMPLOYMENT;
}

gboolean
caseness_deriver_is_employment (const CasenessDeriver *deriver, guint32 code)
{
  return code > 0 && code <= deriver->n_therapies && deriver->intensities[code] == CASENESS_INTENSITY_EMPLOYMENT;
}

gboolean
caseness_deriver_is_attended (const CasenessDeriver *deriver, const CasenessContactRow *contact)
{
  return contact->attendance == ATTENDED_ON_TIME || contact->attendance == ATTENDED_LATE
         || (contact->is_unplanned && deriver->switches->unplanned_counts);
}

/* Finds the therapies of the lowest and the highest activity id. */
static void
note_therapy (CasenessProcedures *procedures, const CasenessDeriver *deriver, const CasenessActivityRow *activity,
              const char **lowest, const char **highest)
{
  const char *id = caseness_deriver_get_activity_id (deriver, activity->id);

  procedures->intensity |= deriver->intensities[activity->code];
  if (*lowest == NULL || strcmp (id, *lowest) < 0)
    {
      *lowest = id;
      procedures->first_therapy = activity->code;
    }
  if (*highest == NULL || strcmp (id, *highest) > 0)
    {
      *highest = id;
      procedures->last_therapy = activity->code;
    }
}

CasenessProcedures
caseness_deriver_read_procedures (const CasenessDeriver *deriver, const CasenessContactRow *contact)
{
  CasenessProcedures procedures = { .has_uncoded = contact->first_activity == CASENESS_NO_ROW };
  const char *lowest = NULL, *highest = NULL;
  guint32 index;

  for (index = contact->first_activity; index != CASENESS_NO_ROW;)
    {
      const CasenessActivityRow *activity = CASENESS_ROW (deriver->records->activities, CasenessActivityRow, index);

      index = activity->next;
      procedures.has_employment |= caseness_deriver_is_employment (deriver, activity->code);
      procedures.has_other |= activity->code != 0 && !caseness_deriver_is_employment (deriver, activity->code);
      procedures.has_uncoded |= activity->code == 0;
      if (activity->code > 0 && activity->code <= deriver->n_therapies)
        procedures.therapies |= 1u << (activity->code - 1);
      if (caseness_deriver_is_therapy (deriver, activity->code))
        note_therapy (&procedures, deriver, activity, &lowest, &highest);
    }
  return procedures;
}

gboolean
caseness_deriver_is_employment_only (const CasenessContactRow *contact, const CasenessProcedures *procedures)
{
  return contact->app_type == CASENESS_APP_EMPLOYMENT_SUPPORT || (procedures->has_employment && !procedures->has_other);
}

gboolean
caseness_deriver_is_treatment (const CasenessDeriver *deriver, const CasenessContactRow *contact,
                               const CasenessProcedures *procedures)
{
  if (contact->app_type != CASENESS_APP_TREATMENT && contact->app_type != CASENESS_APP_ASSESSMENT_AND_TREATMENT
      && contact->app_type != CASENESS_APP_REVIEW_AND_TREATMENT)
    return FALSE;
  if (procedures->has_employment && !deriver->switches->es_mixed_is_treatment)
    return FALSE;
  return !caseness_deriver_is_employment_only (contact, procedures);
}

/* Follow-up belongs after discharge, everything else before it. */
static gboolean
is_in_its_place (const CasenessContactRow *contact, guint facts)
{
  if (contact->app_type == CASENESS_APP_FOLLOW_UP)
    return (facts & CASENESS_CONTACT_AFTER) != 0;
  return (facts & CASENESS_CONTACT_WITHIN) != 0;
}

/* What is between referral and the end of employment support, or of what is known while that has not come. */
static gboolean
is_in_support (const CasenessContactRow *contact, const CasenessWindow *window, const CasenessPathway *pathway)
{
  CasenessDate end = pathway->dates[CASENESS_PATHWAY_SUPPORT_DISCHARGED];

  return window->start != CASENESS_DATE_NONE && contact->date != CASENESS_DATE_NONE && contact->date >= window->start
         && (end == CASENESS_DATE_NONE || contact->date <= end);
}

static guint
add_seen (const CasenessContactRow *contact, const CasenessProcedures *procedures, guint facts, gboolean is_supported)
{
  gboolean is_support_type = contact->app_type == CASENESS_APP_EMPLOYMENT_SUPPORT;
  gboolean is_placed = is_in_its_place (contact, facts);

  if (is_placed || (is_support_type && is_supported))
    facts |= CASENESS_CONTACT_SEEN;
  if (is_placed && !is_support_type && (procedures->has_other || procedures->has_uncoded))
    facts |= CASENESS_CONTACT_SEEN_THERAPY;
  if ((is_placed && procedures->has_employment) || (is_support_type && is_supported))
    facts |= CASENESS_CONTACT_SEEN_SUPPORT;
  if ((facts & CASENESS_CONTACT_SEEN_SUPPORT) != 0
      || (procedures->has_employment && contact->app_type == CASENESS_APP_FOLLOW_UP && is_supported))
    facts |= CASENESS_CONTACT_SUPPORT;
  return facts;
}

static guint
get_facts (const CasenessDeriver *deriver, const CasenessContactRow *contact, const CasenessProcedures *procedures,
           const CasenessWindow *window, const CasenessPathway *pathway)
{
  CasenessDate discharged = pathway->dates[CASENESS_PATHWAY_DISCHARGED];
  guint facts = 0;

  if (procedures->has_employment)
    facts |= CASENESS_CONTACT_SUPPORT_CODE;
  if (contact->is_integrated)
    facts |= CASENESS_CONTACT_INTEGRATED;
  if (caseness_window_contains (window, contact->date))
    facts |= CASENESS_CONTACT_WITHIN;
  if (discharged != CASENESS_DATE_NONE && contact->date > discharged)
    facts |= CASENESS_CONTACT_AFTER;
  if (!caseness_deriver_is_attended (deriver, contact))
    return facts;
  facts |= CASENESS_CONTACT_ATTENDED;
  if ((facts & CASENESS_CONTACT_WITHIN) != 0 && caseness_deriver_is_treatment (deriver, contact, procedures))
    facts |= CASENESS_CONTACT_TREATMENT;
  return add_seen (contact, procedures, facts, is_in_support (contact, window, pathway));
}

static void
note_dates (const CasenessContactRow *contact, guint facts, CasenessPathway *pathway)
{
  if ((facts & CASENESS_CONTACT_SUPPORT) != 0)
    {
      caseness_date_set_earliest (&pathway->dates[CASENESS_PATHWAY_SUPPORT_FIRST], contact->date);
      caseness_date_set_latest (&pathway->dates[CASENESS_PATHWAY_SUPPORT_LAST], contact->date);
      pathway->counts[CASENESS_PATHWAY_SUPPORT_CONTACTS]++;
    }
  if ((facts & CASENESS_CONTACT_INTEGRATED) == 0 || (facts & CASENESS_CONTACT_ATTENDED) == 0
      || (facts & CASENESS_CONTACT_WITHIN) == 0 || contact->app_type == CASENESS_APP_FOLLOW_UP)
    return;
  caseness_date_set_earliest (&pathway->dates[CASENESS_PATHWAY_INTEGRATED_FIRST], contact->date);
  if ((facts & CASENESS_CONTACT_TREATMENT) != 0)
    caseness_date_set_earliest (&pathway->dates[CASENESS_PATHWAY_INTEGRATED_TREATMENT_FIRST], contact->date);
}

/* Each member of staff once. */
static guint
add_staff (CasenessDeriver *deriver, const CasenessContactRow *contact)
{
  guint first = deriver->staff->len, i;
  guint32 index;

  for (index = contact->first_activity; index != CASENESS_NO_ROW;)
    {
      const CasenessActivityRow *activity = CASENESS_ROW (deriver->records->activities, CasenessActivityRow, index);

      index = activity->next;
      for (i = first; i < deriver->staff->len && g_array_index (deriver->staff, guint32, i) != activity->staff; i++)
        ;
      if (activity->staff != 0 && i == deriver->staff->len && i - first < G_MAXUINT8)
        g_array_append_val (deriver->staff, activity->staff);
    }
  return deriver->staff->len - first;
}

void
caseness_deriver_note_contact (CasenessDeriver *deriver, const CasenessContactRow *contact,
                               const CasenessProcedures *procedures, const CasenessWindow *window,
                               CasenessPathway *pathway)
{
  CasenessContact kept = {
    .date = contact->date,
    .facts = get_facts (deriver, contact, procedures, window, pathway),
    .therapies = procedures->therapies,
    .first_staff = deriver->staff->len,
    .minutes = contact->minutes,
    .app_type = contact->app_type,
    .attendance = contact->attendance,
    .medium = contact->medium,
  };

  note_dates (contact, kept.facts, pathway);
  kept.n_staff = add_staff (deriver, contact);
  g_array_append_val (deriver->contacts, kept);
}
