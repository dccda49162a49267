/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-private.h"

#include "caseness-therapy.h"

#include <string.h>

/* Appointment types as bits (data set, AppType). */
#define APP(type) (1u << (type))
#define APP_FOLLOW_UP APP (6)
#define APP_ANY_TREATMENT (APP (2) | APP (3) | APP (5))

/* Which booked appointments end the wait of a stage (rulings 69). */
static const struct
{
  guint32 app_types;
  gboolean is_high_only;
} appointments_of[CASENESS_N_STAGES] = {
  [CASENESS_STAGE_FIRST_APPOINTMENT] = { ~APP_FOLLOW_UP, FALSE },
  [CASENESS_STAGE_FIRST_TREATMENT] = { APP_ANY_TREATMENT, FALSE },
  [CASENESS_STAGE_SECOND_TREATMENT] = { APP_ANY_TREATMENT, FALSE },
  [CASENESS_STAGE_STEP_UP] = { APP_ANY_TREATMENT, TRUE },
  [CASENESS_STAGE_FOLLOW_UP] = { APP_FOLLOW_UP, FALSE },
};

/* What had been given by a day. */
typedef struct
{
  guint n;
  CasenessTreatment first;
  CasenessTreatment last;
  CasenessDate last_low;
} Given;

static const char *
get_word (const CasenessSnapshot *snapshot, guint32 number)
{
  return caseness_dictionary_get (caseness_snapshot_get_dictionary (snapshot), number);
}

static gboolean
is_high (const CasenessSnapshot *snapshot, guint32 therapy)
{
  return therapy != 0 && caseness_therapy_get_intensity (get_word (snapshot, therapy)) == CASENESS_INTENSITY_HIGH;
}

/* Open on the day: received by then and not discharged by then (rulings 67). */
static gboolean
is_open (const CasenessSnapshot *snapshot, guint index, CasenessDate as_at)
{
  CasenessDate received = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_RECEIVED);
  CasenessDate discharged = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_DISCHARGED);

  return received != CASENESS_DATE_NONE && received <= as_at
         && (discharged == CASENESS_DATE_NONE || discharged > as_at);
}

static gboolean
is_seen (const CasenessSnapshot *snapshot, guint index, CasenessDate as_at)
{
  CasenessDate seen = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_SEEN_FIRST);

  return seen != CASENESS_DATE_NONE && seen <= as_at;
}

static Given
look_back (const CasenessSnapshot *snapshot, guint index, CasenessDate as_at)
{
  Given given = { .last_low = CASENESS_DATE_NONE };
  guint n = caseness_snapshot_get_n_treatments (snapshot, index), i;

  for (i = 0; i < n; i++)
    {
      CasenessTreatment treatment = caseness_snapshot_get_treatment (snapshot, index, i);

      if (treatment.ended > as_at)
        continue;
      given.n++;
      given.last = treatment;
      if (given.n == 1)
        given.first = treatment;
      if ((treatment.intensity & CASENESS_INTENSITY_LOW) != 0)
        given.last_low = treatment.date;
    }
  return given;
}

static gboolean
is_live (const CasenessWaitingRow *row, CasenessDate as_at)
{
  return row->added != CASENESS_DATE_NONE && row->added <= as_at
         && (row->removed == CASENESS_DATE_NONE || row->removed > as_at);
}

/* The live row for the stage; of several the one that has waited longest. */
static gboolean
find_listed (const CasenessSnapshot *snapshot, guint index, CasenessStage stage, CasenessDate as_at, CasenessWaitingRow *listed)
{
  gboolean is_found = FALSE;
  guint i;

  memset (listed, 0, sizeof *listed);
  for (i = 0; i < caseness_snapshot_get_n_waiting (snapshot, index); i++)
    {
      CasenessWaitingRow row = caseness_snapshot_get_waiting (snapshot, index, i);
      CasenessStage row_stage;

      if (!is_live (&row, as_at) || !caseness_stage_parse (get_word (snapshot, row.stage), &row_stage)
          || row_stage != stage || (is_found && row.added >= listed->added))
        continue;
      *listed = row;
      is_found = TRUE;
    }
  return is_found;
}

static gboolean
is_step_3 (const char *step)
{
  gsize length = strlen (step);

  return length > 0 && step[length - 1] == '3';
}

/* A live row of any stage that waits for high intensity. */
static gboolean
is_listed_for_high (const CasenessSnapshot *snapshot, guint index, CasenessDate as_at)
{
  guint i;

  for (i = 0; i < caseness_snapshot_get_n_waiting (snapshot, index); i++)
    {
      CasenessWaitingRow row = caseness_snapshot_get_waiting (snapshot, index, i);

      if (is_live (&row, as_at) && (is_high (snapshot, row.therapy) || is_step_3 (get_word (snapshot, row.step))))
        return TRUE;
    }
  return FALSE;
}

/* By date, then time with unknown last, then id. */
static gboolean
is_earlier (const CasenessSnapshot *snapshot, const CasenessAppointmentRow *a, const CasenessAppointmentRow *b)
{
  if (a->date != b->date)
    return a->date < b->date;
  if (a->time != b->time)
    return b->time == CASENESS_TIME_NONE || (a->time != CASENESS_TIME_NONE && a->time < b->time);
  return strcmp (get_word (snapshot, a->id), get_word (snapshot, b->id)) < 0;
}

static gboolean
find_appointment (const CasenessSnapshot *snapshot, guint index, CasenessStage stage, CasenessDate as_at,
                  CasenessAppointmentRow *appointment)
{
  gboolean is_found = FALSE;
  guint i;

  memset (appointment, 0, sizeof *appointment);
  for (i = 0; i < caseness_snapshot_get_n_appointments (snapshot, index); i++)
    {
      CasenessAppointmentRow row = caseness_snapshot_get_appointment (snapshot, index, i);

      if (row.date == CASENESS_DATE_NONE || row.date < as_at
          || (row.app_type < 32 && (appointments_of[stage].app_types & APP (row.app_type)) == 0)
          || (appointments_of[stage].is_high_only && !is_high (snapshot, row.therapy))
          || (is_found && !is_earlier (snapshot, &row, appointment)))
        continue;
      *appointment = row;
      is_found = TRUE;
    }
  return is_found;
}

/* Stage 4: the list says so, or the last treatment was low intensity and high intensity is booked or listed. */
static gboolean
find_step_up (const CasenessSnapshot *snapshot, guint index, CasenessDate as_at, CasenessPtlWait *wait)
{
  Given given = look_back (snapshot, index, as_at);
  gboolean is_low_now = given.n > 0 && (given.last.intensity & CASENESS_INTENSITY_LOW) != 0
                        && (given.last.intensity & CASENESS_INTENSITY_HIGH) == 0;

  if (!wait->is_listed
      && (!is_low_now || (!wait->is_booked && !is_listed_for_high (snapshot, index, as_at))))
    return FALSE;
  wait->clock_start = wait->is_listed ? MAX (wait->listed.added, given.last_low) : given.last_low;
  return TRUE;
}

static gboolean
find_clock_start (const CasenessSnapshot *snapshot, guint index, CasenessStage stage, CasenessDate as_at,
                  CasenessPtlWait *wait)
{
  Given given;

  wait->clock_start = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_RECEIVED);
  switch (stage)
    {
    case CASENESS_STAGE_FIRST_APPOINTMENT:
      return !is_seen (snapshot, index, as_at);
    case CASENESS_STAGE_FIRST_TREATMENT:
      return is_seen (snapshot, index, as_at) && look_back (snapshot, index, as_at).n == 0;
    case CASENESS_STAGE_SECOND_TREATMENT:
      given = look_back (snapshot, index, as_at);
      if (given.n == 1)
        wait->clock_start = given.first.date;
      return given.n == 1;
    case CASENESS_STAGE_STEP_UP:
      return find_step_up (snapshot, index, as_at, wait);
    case CASENESS_STAGE_FOLLOW_UP:
      if (wait->is_listed)
        wait->clock_start = wait->listed.added;
      return wait->is_listed;
    case CASENESS_N_STAGES:
    default:
      g_assert_not_reached ();
    }
}

gboolean
caseness_ptl_find_wait (const CasenessSnapshot *snapshot, guint index, CasenessStage stage, CasenessDate as_at,
                        CasenessPtlWait *wait)
{
  if (!is_open (snapshot, index, as_at))
    return FALSE;
  wait->is_listed = find_listed (snapshot, index, stage, as_at, &wait->listed);
  wait->is_booked = find_appointment (snapshot, index, stage, as_at, &wait->appointment);
  return find_clock_start (snapshot, index, stage, as_at, wait);
}

/* The first of the numbers that says something, 0 when none does. */
static guint32
first_of (guint32 a, guint32 b, guint32 c)
{
  return a != 0 ? a : b != 0 ? b : c;
}

static const char *
label_or (const CasenessSnapshot *snapshot, guint32 number, const char *otherwise)
{
  return number != 0 ? get_word (snapshot, number) : otherwise;
}

/* The therapy of the latest session by the day that has one. */
static guint32
get_last_therapy (const CasenessSnapshot *snapshot, guint index, CasenessDate as_at)
{
  guint n = caseness_snapshot_get_n_treatments (snapshot, index);

  while (n-- > 0)
    {
      CasenessTreatment treatment = caseness_snapshot_get_treatment (snapshot, index, n);

      if (treatment.ended <= as_at && treatment.therapy != 0)
        return treatment.therapy;
    }
  return 0;
}

static const char *
label_step (const CasenessSnapshot *snapshot, const CasenessWaitingRow *listed, guint32 therapy)
{
  const char *step = get_word (snapshot, listed->step);

  if (*step == '\0' && therapy != 0)
    switch (caseness_therapy_get_intensity (get_word (snapshot, therapy)))
      {
      case CASENESS_INTENSITY_LOW:
        step = "2";
        break;
      case CASENESS_INTENSITY_HIGH:
        step = "3";
        break;
      case CASENESS_INTENSITY_NONE:
      case CASENESS_INTENSITY_EMPLOYMENT:
      default:
        break;
      }
  if (strcmp (step, "2") == 0)
    return "Step 2";
  if (strcmp (step, "3") == 0)
    return "Step 3";
  return *step != '\0' ? step : CASENESS_GROUP_NOT_RECORDED;
}

static guint32
find_team (const CasenessSnapshot *snapshot, guint index, guint32 staff)
{
  const CasenessStaffRow *row = caseness_snapshot_find_staff (
    snapshot, caseness_snapshot_get_number (snapshot, index, CASENESS_PATHWAY_PROVIDER), staff);

  return row != NULL ? row->team : 0;
}

/* The list's, the referral's, that of whoever it is allocated to, the pathway's clinician's (rulings 73). Whoever the
 * appointment is with does not say which team's queue the person stands in. */
static guint32
choose_team (const CasenessSnapshot *snapshot, guint index, const CasenessWaitingRow *listed)
{
  guint32 team = first_of (listed->team, caseness_snapshot_get_number (snapshot, index, CASENESS_PATHWAY_GIVEN_TEAM),
                           find_team (snapshot, index, listed->staff));

  return team != 0 ? team : caseness_snapshot_get_number (snapshot, index, CASENESS_PATHWAY_TEAM);
}

void
caseness_ptl_label (const CasenessSnapshot *snapshot, CasenessDate as_at, const CasenessPtlWait *wait,
                    CasenessPtlPerson *person)
{
  const CasenessWaitingRow *listed = &wait->listed;
  guint index = person->pathway;
  guint32 therapy, locality, clinician;

  therapy = first_of (listed->therapy, wait->appointment.therapy, get_last_therapy (snapshot, index, as_at));
  locality = first_of (listed->locality, caseness_snapshot_get_number (snapshot, index, CASENESS_PATHWAY_LOCALITY), 0);
  clinician = first_of (listed->staff, wait->appointment.staff,
                        caseness_snapshot_get_number (snapshot, index, CASENESS_PATHWAY_CLINICIAN));
  person->group[CASENESS_PTL_SPLIT_ALL] = CASENESS_GROUP_ALL;
  person->group[CASENESS_PTL_SPLIT_APPOINTMENT] = wait->is_booked ? CASENESS_GROUP_AGREED : CASENESS_GROUP_UNDATED;
  person->group[CASENESS_PTL_SPLIT_THERAPY]
    = therapy != 0 ? caseness_therapy_get_label (get_word (snapshot, therapy)) : CASENESS_GROUP_NOT_RECORDED;
  person->group[CASENESS_PTL_SPLIT_STEP] = label_step (snapshot, listed, therapy);
  person->group[CASENESS_PTL_SPLIT_LOCALITY] = label_or (snapshot, locality, CASENESS_GROUP_NOT_RECORDED);
  person->group[CASENESS_PTL_SPLIT_TEAM]
    = label_or (snapshot, choose_team (snapshot, index, listed), CASENESS_GROUP_NOT_RECORDED);
  person->group[CASENESS_PTL_SPLIT_CLINICIAN] = label_or (snapshot, clinician, CASENESS_GROUP_NOT_RECORDED);
  person->group[CASENESS_PTL_SPLIT_PRIORITY]
    = label_or (snapshot, caseness_snapshot_get_number (snapshot, index, CASENESS_PATHWAY_PRIORITY),
                CASENESS_GROUP_NO_PRIORITY);
}
