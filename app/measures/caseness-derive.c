/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-derive.h"

#include "caseness-complaint.h"
#include "caseness-completeness.h"
#include "caseness-scoring.h"
#include "caseness-tally.h"
#include "caseness-therapy.h"

#include <string.h>

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

/* Appointment types that carry a meaning in the rules (derivations, section 3). */
enum
{
  APP_ASSESSMENT = 1,
  APP_TREATMENT = 2,
  APP_ASSESSMENT_AND_TREATMENT = 3,
  APP_REVIEW_AND_TREATMENT = 5,
  APP_FOLLOW_UP = 6,
  APP_EMPLOYMENT_SUPPORT = 10,
};

enum
{
  ATTENDED_ON_TIME = 5,
  ATTENDED_LATE = 6,
};

/* High in the full list, absent from the list in the footnote of M347. */
static const char *const not_in_footnote[] = { "842901000000108", "286711000000107" };

typedef struct
{
  CasenessTreatment treatment;
  gboolean is_log;
  gint32 time;        /* G_MAXINT32 when not known */
  guint32 contact_id; /* dictionary number */
  guint32 row;        /* of the contact or the log */
} Session;

struct _CasenessDeriver
{
  CasenessRecords *records; /* not owned */
  const CasenessSwitches *switches;
  guint n_therapies;
  CasenessIntensity *intensities; /* by dictionary number, the therapies come first */
  guint32 *labels;                /* number of the short name, likewise */
  guint32 internet;               /* number of "IET" */
  guint32 steps[4];               /* number of the words, by intensity bits */
  GArray *sessions;               /* Session */
  GArray *treatments;             /* CasenessTreatment */
  GArray *scored;                 /* CasenessScored */
  CasenessTally *clinicians;
  CasenessTally *modalities;
};

/* What the activities of one contact say about it. */
typedef struct
{
  gboolean has_employment;
  gboolean has_other;      /* a procedure that is not employment support */
  guint32 intensity;
  guint32 first_therapy;   /* of the lowest activity id with a therapy code */
  guint32 last_therapy;    /* of the highest */
} Procedures;

typedef struct
{
  CasenessDate start;
  CasenessDate end;
} Window;

static CasenessIntensity
get_switched_intensity (const CasenessTherapy *therapy, const CasenessSwitches *switches)
{
  guint i;

  for (i = 0; !switches->hi_codes_are_full && i < G_N_ELEMENTS (not_in_footnote); i++)
    if (strcmp (therapy->code, not_in_footnote[i]) == 0)
      return CASENESS_INTENSITY_NONE;
  return therapy->intensity;
}

CasenessDeriver *
caseness_deriver_new (CasenessRecords *records, const CasenessSwitches *switches)
{
  CasenessDeriver *deriver = g_new0 (CasenessDeriver, 1);
  const CasenessTherapy *therapies;
  guint i;

  g_return_val_if_fail (records != NULL && switches != NULL, NULL);
  deriver->records = records;
  deriver->switches = switches;
  therapies = caseness_therapy_get_all (&deriver->n_therapies);
  deriver->intensities = g_new0 (CasenessIntensity, deriver->n_therapies + 1);
  deriver->labels = g_new0 (guint32, deriver->n_therapies + 1);
  for (i = 0; i < deriver->n_therapies; i++)
    {
      deriver->intensities[i + 1] = get_switched_intensity (&therapies[i], switches);
      deriver->labels[i + 1] = caseness_dictionary_add (records->dictionary, therapies[i].short_name);
    }
  deriver->internet = caseness_dictionary_add (records->dictionary, CASENESS_THERAPY_INTERNET);
  deriver->steps[CASENESS_INTENSITY_LOW] = caseness_dictionary_add (records->dictionary, "Low only");
  deriver->steps[CASENESS_INTENSITY_HIGH] = caseness_dictionary_add (records->dictionary, "High only");
  deriver->steps[CASENESS_INTENSITY_LOW | CASENESS_INTENSITY_HIGH]
    = caseness_dictionary_add (records->dictionary, "Both");
  deriver->sessions = g_array_new (FALSE, FALSE, sizeof (Session));
  deriver->treatments = g_array_new (FALSE, FALSE, sizeof (CasenessTreatment));
  deriver->scored = g_array_new (FALSE, FALSE, sizeof (CasenessScored));
  deriver->clinicians = caseness_tally_new ();
  deriver->modalities = caseness_tally_new ();
  return deriver;
}

void
caseness_deriver_free (CasenessDeriver *deriver)
{
  if (deriver == NULL)
    return;
  g_free (deriver->intensities);
  g_free (deriver->labels);
  g_array_unref (deriver->sessions);
  g_array_unref (deriver->treatments);
  g_array_unref (deriver->scored);
  caseness_tally_free (deriver->clinicians);
  caseness_tally_free (deriver->modalities);
  g_free (deriver);
}

static const char *
get_text (CasenessDeriver *deriver, guint32 number)
{
  return caseness_dictionary_get (deriver->records->dictionary, number);
}

static gboolean
is_therapy (CasenessDeriver *deriver, guint32 code)
{
  return code > 0 && code <= deriver->n_therapies && deriver->intensities[code] != CASENESS_INTENSITY_EMPLOYMENT;
}

static gboolean
is_employment (CasenessDeriver *deriver, guint32 code)
{
  return code > 0 && code <= deriver->n_therapies && deriver->intensities[code] == CASENESS_INTENSITY_EMPLOYMENT;
}

/* Both ends belong to it; an empty one, where the referral ended before it came, holds nothing. */
static gboolean
contains (const Window *window, CasenessDate date)
{
  return date != CASENESS_DATE_NONE && date >= window->start && date <= window->end;
}

/* Referrals stay open to the end of what their provider has sent (rulings 4). */
static Window
get_window (CasenessDeriver *deriver, const CasenessReferralRow *referral)
{
  Window window = { referral->received, referral->discharged };

  if (window.end == CASENESS_DATE_NONE)
    window.end = CASENESS_ROW (deriver->records->providers, CasenessProviderRow, referral->provider)->last_period_end;
  if (window.start == CASENESS_DATE_NONE)
    window.end = CASENESS_DATE_NONE;
  return window;
}

static gboolean
is_attended (CasenessDeriver *deriver, const CasenessContactRow *contact)
{
  return contact->attendance == ATTENDED_ON_TIME || contact->attendance == ATTENDED_LATE
         || (contact->is_unplanned && deriver->switches->unplanned_counts);
}

static Procedures
read_procedures (CasenessDeriver *deriver, const CasenessContactRow *contact)
{
  Procedures procedures = { 0 };
  const char *lowest = NULL, *highest = NULL;
  guint32 index;

  for (index = contact->first_activity; index != CASENESS_NO_ROW;)
    {
      const CasenessActivityRow *activity = CASENESS_ROW (deriver->records->activities, CasenessActivityRow, index);
      const char *id = get_text (deriver, activity->id);

      index = activity->next;
      procedures.has_employment |= is_employment (deriver, activity->code);
      procedures.has_other |= activity->code != 0 && !is_employment (deriver, activity->code);
      if (!is_therapy (deriver, activity->code))
        continue;
      procedures.intensity |= deriver->intensities[activity->code];
      if (lowest == NULL || strcmp (id, lowest) < 0)
        {
          lowest = id;
          procedures.first_therapy = activity->code;
        }
      if (highest == NULL || strcmp (id, highest) > 0)
        {
          highest = id;
          procedures.last_therapy = activity->code;
        }
    }
  return procedures;
}

/* Employment support alone (rulings 33): activities without a procedure do not make it mixed. */
static gboolean
is_employment_only (const CasenessContactRow *contact, const Procedures *procedures)
{
  return contact->app_type == APP_EMPLOYMENT_SUPPORT || (procedures->has_employment && !procedures->has_other);
}

static gboolean
is_treatment (CasenessDeriver *deriver, const CasenessContactRow *contact, const Procedures *procedures)
{
  if (contact->app_type != APP_TREATMENT && contact->app_type != APP_ASSESSMENT_AND_TREATMENT
      && contact->app_type != APP_REVIEW_AND_TREATMENT)
    return FALSE;
  if (procedures->has_employment && !deriver->switches->es_mixed_is_treatment)
    return FALSE;
  return !is_employment_only (contact, procedures);
}

static void
set_earliest (CasenessDate *date, CasenessDate other)
{
  if (*date == CASENESS_DATE_NONE || other < *date)
    *date = other;
}

static void
set_latest (CasenessDate *date, CasenessDate other)
{
  if (*date == CASENESS_DATE_NONE || other > *date)
    *date = other;
}

/* The first therapy of a contact matters only for TherapyType_First, so the session carries the last one. */
static void
add_session (CasenessDeriver *deriver, const CasenessContactRow *contact, guint32 row, const Procedures *procedures)
{
  Session session = {
    .treatment = {
      .date = contact->date,
      .ended = contact->date,
      .therapy = procedures->last_therapy,
      .intensity = procedures->intensity,
    },
    .time = contact->time != CASENESS_TIME_NONE ? contact->time : G_MAXINT32,
    .contact_id = contact->id,
    .row = row,
  };

  g_array_append_val (deriver->sessions, session);
}

static void
add_contact_scores (CasenessDeriver *deriver, const CasenessContactRow *contact, guint32 row)
{
  guint32 index;

  for (index = contact->first_score; index != CASENESS_NO_ROW;)
    {
      const CasenessScoreRow *score = CASENESS_ROW (deriver->records->scores, CasenessScoreRow, index);
      CasenessScored scored = {
        .tool = score->tool,
        .value = score->value,
        .date = contact->date,
        .time = contact->time != CASENESS_TIME_NONE ? contact->time : G_MAXINT32,
        .contact = row,
        .contact_id = contact->id,
        .activity_id = CASENESS_ROW (deriver->records->activities, CasenessActivityRow, score->activity)->id,
      };

      g_array_append_val (deriver->scored, scored);
      index = score->next;
    }
}

static void
take_contact (CasenessDeriver *deriver, const CasenessContactRow *contact, guint32 row, CasenessPathway *pathway)
{
  Procedures procedures = read_procedures (deriver, contact);
  gboolean is_employment_alone = is_employment_only (contact, &procedures);
  gboolean is_follow_up = contact->app_type == APP_FOLLOW_UP;

  set_earliest (&pathway->dates[CASENESS_PATHWAY_SEEN_FIRST], contact->date);
  if (contact->app_type == APP_ASSESSMENT || contact->app_type == APP_ASSESSMENT_AND_TREATMENT)
    {
      set_earliest (&pathway->dates[CASENESS_PATHWAY_ASSESSMENT_FIRST], contact->date);
      set_latest (&pathway->dates[CASENESS_PATHWAY_ASSESSMENT_LAST], contact->date);
    }
  if (!is_follow_up && (!is_employment_alone || deriver->switches->es_only_is_contact))
    pathway->counts[CASENESS_PATHWAY_CARE_CONTACTS]++;
  if (!is_follow_up && !is_employment_alone)
    add_contact_scores (deriver, contact, row);
  if (is_treatment (deriver, contact, &procedures))
    add_session (deriver, contact, row, &procedures);
}

static void
take_contacts (CasenessDeriver *deriver, const CasenessReferralRow *referral, const Window *window,
               CasenessPathway *pathway)
{
  guint32 index;

  for (index = referral->first_contact; index != CASENESS_NO_ROW;)
    {
      const CasenessContactRow *contact = CASENESS_ROW (deriver->records->contacts, CasenessContactRow, index);

      if (!contact->is_superseded && contains (window, contact->date) && is_attended (deriver, contact))
        take_contact (deriver, contact, index, pathway);
      index = contact->next;
    }
}

/* "IET" and the programme as sent (rulings 36). */
static guint32
name_programme (CasenessDeriver *deriver, guint32 programme)
{
  g_autofree char *name = NULL;

  if (programme == 0)
    return deriver->internet;
  name = g_strconcat (CASENESS_THERAPY_INTERNET " ", get_text (deriver, programme), NULL);
  return caseness_dictionary_add (deriver->records->dictionary, g_strchomp (name));
}

/* One completed weekly log is one attended session of high intensity. */
static void
take_logs (CasenessDeriver *deriver, const CasenessReferralRow *referral, const Window *window,
           CasenessPathway *pathway)
{
  guint32 index, next;

  for (index = referral->first_log; index != CASENESS_NO_ROW; index = next)
    {
      const CasenessLogRow *log = CASENESS_ROW (deriver->records->logs, CasenessLogRow, index);
      Session session = { .is_log = TRUE, .row = index };

      next = log->next;
      if (!contains (window, log->start) || !contains (window, log->end)
          || (log->minutes <= 0 && !deriver->switches->iet_zero_minutes_count))
        continue;
      session.treatment.date = deriver->switches->iet_date_is_end ? log->end : log->start;
      session.treatment.ended = log->end;
      session.treatment.therapy = name_programme (deriver, log->programme);
      session.treatment.intensity = CASENESS_INTENSITY_HIGH;
      g_array_append_val (deriver->sessions, session);
      pathway->counts[CASENESS_PATHWAY_CARE_CONTACTS]++;
      pathway->counts[CASENESS_PATHWAY_INTERNET_LOGS]++;
      set_earliest (&pathway->dates[CASENESS_PATHWAY_SEEN_FIRST], log->end);
    }
}

static void
take_referral_scores (CasenessDeriver *deriver, const CasenessReferralRow *referral, const Window *window)
{
  guint32 index;

  for (index = referral->first_score; index != CASENESS_NO_ROW && deriver->switches->include_606;)
    {
      const CasenessScoreRow *score = CASENESS_ROW (deriver->records->scores, CasenessScoreRow, index);
      CasenessScored scored = {
        .tool = score->tool,
        .value = score->value,
        .date = score->date,
        .time = score->time != CASENESS_TIME_NONE ? score->time : G_MAXINT32,
        .contact = CASENESS_NO_ROW,
        .row = index,
      };

      if (contains (window, score->date))
        g_array_append_val (deriver->scored, scored);
      index = score->next;
    }
}

/* Ruling 35: date; contacts, by time and id; then logs, by end and row. */
static int
compare_sessions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Session *first = a, *second = b;
  CasenessDeriver *deriver = user_data;
  int order = COMPARE (first->treatment.date, second->treatment.date);

  if (order == 0)
    order = first->is_log - second->is_log;
  if (order == 0 && first->is_log)
    order = COMPARE (first->treatment.ended, second->treatment.ended);
  if (order == 0 && !first->is_log)
    order = COMPARE (first->time, second->time);
  if (order == 0 && !first->is_log)
    order = strcmp (get_text (deriver, first->contact_id), get_text (deriver, second->contact_id));
  return order != 0 ? order : COMPARE (first->row, second->row);
}

static void
tally_log (CasenessDeriver *deriver, const Session *session, guint position)
{
  const CasenessLogRow *log = CASENESS_ROW (deriver->records->logs, CasenessLogRow, session->row);

  caseness_tally_add (deriver->clinicians, position, log->staff, "");
  caseness_tally_add (deriver->modalities, position, deriver->internet, "");
}

static void
tally_contact (CasenessDeriver *deriver, const Session *session, guint position)
{
  guint32 index
    = CASENESS_ROW (deriver->records->contacts, CasenessContactRow, session->row)->first_activity;

  while (index != CASENESS_NO_ROW)
    {
      const CasenessActivityRow *activity = CASENESS_ROW (deriver->records->activities, CasenessActivityRow, index);
      const char *id = get_text (deriver, activity->id);

      index = activity->next;
      if (is_employment (deriver, activity->code))
        continue;
      caseness_tally_add (deriver->clinicians, position, activity->staff, id);
      if (is_therapy (deriver, activity->code))
        caseness_tally_add (deriver->modalities, position, deriver->labels[activity->code], id);
    }
}

static void
tally_sessions (CasenessDeriver *deriver, CasenessPathway *pathway)
{
  guint i;

  caseness_tally_clear (deriver->clinicians);
  caseness_tally_clear (deriver->modalities);
  for (i = 0; i < deriver->sessions->len; i++)
    {
      const Session *session = &g_array_index (deriver->sessions, Session, i);

      if (session->is_log)
        tally_log (deriver, session, i);
      else
        tally_contact (deriver, session, i);
    }
  pathway->texts[CASENESS_PATHWAY_CLINICIAN] = caseness_tally_get_winner (deriver->clinicians);
  pathway->texts[CASENESS_PATHWAY_MODALITY] = caseness_tally_get_winner (deriver->modalities);
}

static guint32
get_first_therapy (CasenessDeriver *deriver, const Session *session)
{
  if (session->is_log)
    return session->treatment.therapy;
  return read_procedures (deriver, CASENESS_ROW (deriver->records->contacts, CasenessContactRow, session->row))
    .first_therapy;
}

/* Sessions without a therapy code are passed over for the first and last therapy. */
static void
describe_session (CasenessDeriver *deriver, const Session *session, CasenessPathway *pathway)
{
  const CasenessTreatment *treatment = &session->treatment;

  if ((treatment->intensity & CASENESS_INTENSITY_LOW) != 0)
    set_earliest (&pathway->dates[CASENESS_PATHWAY_LOW_FIRST], treatment->date);
  if ((treatment->intensity & CASENESS_INTENSITY_HIGH) != 0)
    set_earliest (&pathway->dates[CASENESS_PATHWAY_HIGH_FIRST], treatment->date);
  if (treatment->therapy == 0)
    return;
  if (pathway->texts[CASENESS_PATHWAY_THERAPY_FIRST] == 0)
    pathway->texts[CASENESS_PATHWAY_THERAPY_FIRST] = get_first_therapy (deriver, session);
  pathway->texts[CASENESS_PATHWAY_THERAPY_LAST] = treatment->therapy;
}

static void
describe_sessions (CasenessDeriver *deriver, CasenessPathway *pathway)
{
  guint n = deriver->sessions->len, intensity = 0, i;

  g_array_sort_with_data (deriver->sessions, compare_sessions, deriver);
  g_array_set_size (deriver->treatments, 0);
  for (i = 0; i < n; i++)
    {
      const Session *session = &g_array_index (deriver->sessions, Session, i);

      describe_session (deriver, session, pathway);
      intensity |= session->treatment.intensity;
      g_array_append_val (deriver->treatments, session->treatment);
    }
  pathway->counts[CASENESS_PATHWAY_TREATMENTS] = n;
  pathway->texts[CASENESS_PATHWAY_STEP] = deriver->steps[intensity];
  if (n > 0)
    {
      pathway->dates[CASENESS_PATHWAY_TREATMENT_FIRST]
        = g_array_index (deriver->treatments, CasenessTreatment, 0).date;
      pathway->dates[CASENESS_PATHWAY_TREATMENT_LAST]
        = g_array_index (deriver->treatments, CasenessTreatment, n - 1).date;
    }
  if (n > 1)
    pathway->dates[CASENESS_PATHWAY_TREATMENT_SECOND]
      = g_array_index (deriver->treatments, CasenessTreatment, 1).date;
}

static void
copy_referral (CasenessDeriver *deriver, const CasenessReferralRow *referral, CasenessPathway *pathway)
{
  guint i;

  memset (pathway, 0, sizeof *pathway);
  for (i = 0; i < CASENESS_N_PATHWAY_DATES; i++)
    pathway->dates[i] = CASENESS_DATE_NONE;
  pathway->dates[CASENESS_PATHWAY_RECEIVED] = referral->received;
  pathway->dates[CASENESS_PATHWAY_DISCHARGED] = referral->discharged;
  pathway->dates[CASENESS_PATHWAY_SENT_FIRST] = referral->sent_first;
  pathway->dates[CASENESS_PATHWAY_SENT_LAST] = referral->sent_last;
  pathway->dates[CASENESS_PATHWAY_DISCHARGE_SENT] = referral->discharge_sent;
  pathway->texts[CASENESS_PATHWAY_PROVIDER]
    = CASENESS_ROW (deriver->records->providers, CasenessProviderRow, referral->provider)->code;
  pathway->texts[CASENESS_PATHWAY_SERVICE_REQUEST_ID] = referral->service_request_id;
  pathway->texts[CASENESS_PATHWAY_LOCAL_PATIENT_ID] = referral->local_patient_id;
  pathway->texts[CASENESS_PATHWAY_COMMISSIONER] = referral->commissioner;
  pathway->texts[CASENESS_PATHWAY_SOURCE] = referral->source;
  pathway->texts[CASENESS_PATHWAY_END_CODE] = referral->end_code;
  pathway->counts[CASENESS_PATHWAY_AGE] = referral->age;
  pathway->counts[CASENESS_PATHWAY_RECORDED]
    = (gint32) caseness_completeness_read_person (deriver->records, referral);
  if (referral->discharged != CASENESS_DATE_NONE && referral->discharged < referral->received)
    pathway->flags |= CASENESS_PATHWAY_FAULTY;
}

static void
judge (CasenessDeriver *deriver, const CasenessReferralRow *referral, CasenessPathway *pathway)
{
  guint32 descriptor = caseness_complaint_choose (deriver->records, referral);
  guint phq = caseness_tool_find_by_prefix ("PHQ9");

  pathway->texts[CASENESS_PATHWAY_DESCRIPTOR] = descriptor;
  caseness_scoring_pick (deriver->scored, deriver->records->dictionary, deriver->switches, pathway->scores);
  pathway->anxiety = caseness_outcome_choose_anxiety (get_text (deriver, descriptor), pathway->scores,
                                                      referral->discharged, deriver->switches);
  if (referral->discharged == CASENESS_DATE_NONE || pathway->counts[CASENESS_PATHWAY_TREATMENTS] < 2)
    return;
  pathway->flags |= CASENESS_PATHWAY_COMPLETED;
  pathway->flags |= caseness_outcome_judge (&pathway->scores[phq], &pathway->anxiety, deriver->switches);
}

const CasenessTreatment *
caseness_deriver_run (CasenessDeriver *deriver, guint index, CasenessPathway *pathway, guint *n_treatments)
{
  const CasenessReferralRow *referral;
  Window window;

  g_return_val_if_fail (deriver != NULL && index < deriver->records->referrals->len, NULL);
  referral = CASENESS_ROW (deriver->records->referrals, CasenessReferralRow, index);
  window = get_window (deriver, referral);
  g_array_set_size (deriver->sessions, 0);
  g_array_set_size (deriver->scored, 0);
  copy_referral (deriver, referral, pathway);
  take_contacts (deriver, referral, &window, pathway);
  take_logs (deriver, referral, &window, pathway);
  take_referral_scores (deriver, referral, &window);
  describe_sessions (deriver, pathway);
  tally_sessions (deriver, pathway);
  judge (deriver, referral, pathway);
  *n_treatments = deriver->treatments->len;
  return (const CasenessTreatment *) deriver->treatments->data;
}
