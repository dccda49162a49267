/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-derive-private.h"

#include "caseness-completeness.h"
#include "caseness-scoring.h"
#include "caseness-therapy-stage.h"

#include <string.h>

/* InterpreterPresentInd */
#define INTERPRETER_NOT_NEEDED 4

/* High in the full list, absent from the list in the footnote of M347. */
static const char *const not_in_footnote[] = { "842901000000108", "286711000000107" };

typedef struct
{
  CasenessTreatment treatment;
  gboolean is_log;
  gint32 time;        /* G_MAXINT32 when not known */
  guint32 contact_id; /* number of ids */
  guint32 row;        /* of the contact or the log */
} Session;

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
caseness_deriver_new (const CasenessRecords *records, const CasenessSwitches *switches)
{
  CasenessDeriver *deriver = g_new0 (CasenessDeriver, 1);
  const CasenessTherapy *therapies;
  guint i;

  g_return_val_if_fail (records != NULL && records->next_received != NULL && switches != NULL, NULL);
  deriver->records = records;
  deriver->switches = switches;
  therapies = caseness_therapy_get_all (&deriver->n_therapies);
  deriver->intensities = g_new0 (CasenessIntensity, deriver->n_therapies + 1);
  deriver->labels = g_new0 (guint32, deriver->n_therapies + 1);
  deriver->counts = g_new0 (guint, deriver->n_therapies + 1);
  for (i = 0; i < deriver->n_therapies; i++)
    {
      deriver->intensities[i + 1] = get_switched_intensity (&therapies[i], switches);
      deriver->counts[i + 1] = caseness_therapy_get_count (&therapies[i]);
      deriver->labels[i + 1] = caseness_dictionary_find (records->dictionary, therapies[i].short_name);
    }
  deriver->internet = caseness_dictionary_find (records->dictionary, CASENESS_THERAPY_INTERNET);
  deriver->interpreter_needed = caseness_dictionary_find (records->dictionary, CASENESS_INTERPRETER_NEEDED);
  deriver->interpreter_not_needed = caseness_dictionary_find (records->dictionary, CASENESS_INTERPRETER_NOT_NEEDED);
  deriver->steps[CASENESS_INTENSITY_LOW] = caseness_dictionary_find (records->dictionary, CASENESS_STEP_LOW);
  deriver->steps[CASENESS_INTENSITY_HIGH] = caseness_dictionary_find (records->dictionary, CASENESS_STEP_HIGH);
  deriver->steps[CASENESS_INTENSITY_LOW | CASENESS_INTENSITY_HIGH]
    = caseness_dictionary_find (records->dictionary, CASENESS_STEP_BOTH);
  deriver->sessions = g_array_new (FALSE, FALSE, sizeof (Session));
  deriver->treatments = g_array_new (FALSE, FALSE, sizeof (CasenessTreatment));
  deriver->scored = g_array_new (FALSE, FALSE, sizeof (CasenessScored));
  deriver->other_high = caseness_therapy_find_count ("OtherHighIntensity");
  deriver->contacts = g_array_new (FALSE, FALSE, sizeof (CasenessContact));
  deriver->staff = g_array_new (FALSE, FALSE, sizeof (guint32));
  deriver->logs = g_array_new (FALSE, FALSE, sizeof (CasenessLog));
  deriver->employment = g_array_new (FALSE, FALSE, sizeof (guint32));
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
  g_free (deriver->counts);
  g_array_unref (deriver->contacts);
  g_array_unref (deriver->staff);
  g_array_unref (deriver->logs);
  g_array_unref (deriver->employment);
  g_array_unref (deriver->sessions);
  g_array_unref (deriver->treatments);
  g_array_unref (deriver->scored);
  caseness_tally_free (deriver->clinicians);
  caseness_tally_free (deriver->modalities);
  g_free (deriver);
}

/* By date, time and id; contacts without a time come last on their day (rulings 35). */
static int
compare_contacts (CasenessDeriver *deriver, const CasenessContactRow *a, const CasenessContactRow *b)
{
  int order = CASENESS_COMPARE (a->date, b->date);

  if (order == 0)
    order = CASENESS_COMPARE ((guint32) a->time, (guint32) b->time);
  if (order == 0)
    order = strcmp (caseness_deriver_get_contact_id (deriver, a->id), caseness_deriver_get_contact_id (deriver, b->id));
  return order;
}

/* The first therapy of a contact matters only for TherapyType_First, so the session carries the last one. */
static void
add_session (CasenessDeriver *deriver, const CasenessContactRow *contact, guint32 row, const CasenessProcedures *procedures)
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

/* Each count once, though two codes may go to it. */
static void
count_therapies (CasenessDeriver *deriver, const CasenessProcedures *procedures, CasenessPathway *pathway)
{
  guint32 counted = 0;
  guint i;

  for (i = 0; i < deriver->n_therapies; i++)
    {
      guint count = deriver->counts[i + 1];

      if ((procedures->therapies & (1u << i)) == 0 || (counted & (1u << count)) != 0)
        continue;
      counted |= 1u << count;
      pathway->counts[CASENESS_PATHWAY_THERAPIES + count]++;
    }
}

/* An attended contact between referral and discharge. */
static void
take_contact (CasenessDeriver *deriver, const CasenessContactRow *contact, guint32 row,
              const CasenessProcedures *procedures, CasenessPathway *pathway)
{
  gboolean is_employment_alone = caseness_deriver_is_employment_only (contact, procedures);
  gboolean is_follow_up = contact->app_type == CASENESS_APP_FOLLOW_UP;

  caseness_date_set_earliest (&pathway->dates[CASENESS_PATHWAY_SEEN_FIRST], contact->date);
  if (contact->app_type == CASENESS_APP_ASSESSMENT || contact->app_type == CASENESS_APP_ASSESSMENT_AND_TREATMENT)
    {
      caseness_date_set_earliest (&pathway->dates[CASENESS_PATHWAY_ASSESSMENT_FIRST], contact->date);
      caseness_date_set_latest (&pathway->dates[CASENESS_PATHWAY_ASSESSMENT_LAST], contact->date);
    }
  if (!is_follow_up && (!is_employment_alone || deriver->switches->es_only_is_contact))
    pathway->counts[CASENESS_PATHWAY_CARE_CONTACTS]++;
  if (!is_follow_up && !is_employment_alone)
    add_contact_scores (deriver, contact, row);
  if (!caseness_deriver_is_treatment (deriver, contact, procedures))
    return;
  add_session (deriver, contact, row, procedures);
  count_therapies (deriver, procedures, pathway);
}

/* The first and the last contact that says something of medication, in the order of sessions. */
static void
take_medication (CasenessDeriver *deriver, const CasenessContactRow *contact, const CasenessContactRow **first,
                 const CasenessContactRow **last)
{
  if (contact->psych_med == 0)
    return;
  if (*first == NULL || compare_contacts (deriver, contact, *first) < 0)
    *first = contact;
  if (*last == NULL || compare_contacts (deriver, contact, *last) > 0)
    *last = contact;
}

/* Needed at any contact is needed; one that did not come was needed. */
static void
take_interpreter (CasenessDeriver *deriver, const CasenessContactRow *contact, CasenessPathway *pathway)
{
  gboolean is_needed = contact->interpreter != INTERPRETER_NOT_NEEDED;

  if (contact->interpreter != 0 && (is_needed || pathway->texts[CASENESS_PATHWAY_INTERPRETER] == 0))
    pathway->texts[CASENESS_PATHWAY_INTERPRETER]
      = is_needed ? deriver->interpreter_needed : deriver->interpreter_not_needed;
}

static void
take_contacts (CasenessDeriver *deriver, const CasenessReferralRow *referral, const CasenessWindow *window,
               CasenessPathway *pathway)
{
  const CasenessContactRow *first_medication = NULL, *last_medication = NULL;
  guint32 index, next;

  for (index = referral->first_contact; index != CASENESS_NO_ROW; index = next)
    {
      const CasenessContactRow *contact = CASENESS_ROW (deriver->records->contacts, CasenessContactRow, index);
      CasenessProcedures procedures;

      next = contact->next;
      if (contact->is_superseded)
        continue;
      procedures = caseness_deriver_read_procedures (deriver, contact);
      caseness_deriver_note_contact (deriver, contact, &procedures, window, pathway);
      if (!caseness_window_contains (window, contact->date) || !caseness_deriver_is_attended (deriver, contact))
        continue;
      take_contact (deriver, contact, index, &procedures, pathway);
      take_interpreter (deriver, contact, pathway);
      take_medication (deriver, contact, &first_medication, &last_medication);
    }
  if (first_medication != NULL)
    pathway->texts[CASENESS_PATHWAY_PSYCHOTROPIC_FIRST] = first_medication->psych_med;
  if (last_medication != NULL)
    pathway->texts[CASENESS_PATHWAY_PSYCHOTROPIC_LAST] = last_medication->psych_med;
}

static void
keep_log (CasenessDeriver *deriver, const CasenessLogRow *log, gboolean counts)
{
  CasenessLog kept = { .date = log->end, .is_within = counts, .minutes = log->minutes };

  g_array_append_val (deriver->logs, kept);
}

/* One completed weekly log is one attended session of high intensity. */
static void
take_logs (CasenessDeriver *deriver, const CasenessReferralRow *referral, const CasenessWindow *window,
           CasenessPathway *pathway)
{
  guint32 index, next;

  for (index = referral->first_log; index != CASENESS_NO_ROW; index = next)
    {
      const CasenessLogRow *log = CASENESS_ROW (deriver->records->logs, CasenessLogRow, index);
      Session session = { .is_log = TRUE, .row = index };
      gboolean counts;

      next = log->next;
      counts = caseness_window_contains (window, log->start) && caseness_window_contains (window, log->end)
               && (log->minutes > 0 || deriver->switches->iet_zero_minutes_count);
      keep_log (deriver, log, counts);
      if (!counts)
        continue;
      session.treatment.date = deriver->switches->iet_date_is_end ? log->end : log->start;
      session.treatment.ended = log->end;
      session.treatment.therapy = caseness_deriver_name_programme (deriver->records, log->programme);
      session.treatment.intensity = CASENESS_INTENSITY_HIGH;
      g_array_append_val (deriver->sessions, session);
      pathway->counts[CASENESS_PATHWAY_CARE_CONTACTS]++;
      pathway->counts[CASENESS_PATHWAY_INTERNET_LOGS]++;
      pathway->counts[CASENESS_PATHWAY_INTERNET_MINUTES] += log->minutes;
      pathway->counts[CASENESS_PATHWAY_THERAPIES + deriver->other_high]++;
      caseness_date_set_earliest (&pathway->dates[CASENESS_PATHWAY_SEEN_FIRST], log->end);
    }
}

static void
take_referral_scores (CasenessDeriver *deriver, const CasenessReferralRow *referral, const CasenessWindow *window)
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

      if (caseness_window_contains (window, score->date))
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
  int order = CASENESS_COMPARE (first->treatment.date, second->treatment.date);

  if (order == 0)
    order = first->is_log - second->is_log;
  if (order == 0 && first->is_log)
    order = CASENESS_COMPARE (first->treatment.ended, second->treatment.ended);
  if (order == 0 && !first->is_log)
    order = CASENESS_COMPARE (first->time, second->time);
  if (order == 0 && !first->is_log)
    order = strcmp (caseness_deriver_get_contact_id (deriver, first->contact_id),
                    caseness_deriver_get_contact_id (deriver, second->contact_id));
  return order != 0 ? order : CASENESS_COMPARE (first->row, second->row);
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
      const char *id = caseness_deriver_get_activity_id (deriver, activity->id);

      index = activity->next;
      if (caseness_deriver_is_employment (deriver, activity->code))
        continue;
      caseness_tally_add (deriver->clinicians, position, activity->staff, id);
      if (caseness_deriver_is_therapy (deriver, activity->code))
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
  return caseness_deriver_read_procedures (deriver, CASENESS_ROW (deriver->records->contacts, CasenessContactRow, session->row))
    .first_therapy;
}

/* Sessions without a therapy code are passed over for the first and last therapy. */
static void
describe_session (CasenessDeriver *deriver, const Session *session, CasenessPathway *pathway)
{
  const CasenessTreatment *treatment = &session->treatment;

  if ((treatment->intensity & CASENESS_INTENSITY_LOW) != 0)
    caseness_date_set_earliest (&pathway->dates[CASENESS_PATHWAY_LOW_FIRST], treatment->date);
  if ((treatment->intensity & CASENESS_INTENSITY_HIGH) != 0)
    caseness_date_set_earliest (&pathway->dates[CASENESS_PATHWAY_HIGH_FIRST], treatment->date);
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
find_stages (CasenessDeriver *deriver, CasenessPathway *pathway)
{
  CasenessTherapyStages stages
    = caseness_therapy_stages_find ((const CasenessTreatment *) (gconstpointer) deriver->treatments->data,
                                    deriver->treatments->len);

  pathway->counts[CASENESS_PATHWAY_FIRST_STAGE] = stages.first;
  pathway->counts[CASENESS_PATHWAY_SECOND_STAGE] = stages.second;
  pathway->counts[CASENESS_PATHWAY_STAGE_DAYS] = stages.days;
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
  pathway->texts[CASENESS_PATHWAY_DEPRIVATION] = referral->deprivation;
  pathway->texts[CASENESS_PATHWAY_END_CODE] = referral->end_code;
  pathway->counts[CASENESS_PATHWAY_AGE] = referral->age;
  pathway->counts[CASENESS_PATHWAY_RECORDED]
    = (gint32) caseness_completeness_read_person (deriver->records, referral);
  if (referral->discharged != CASENESS_DATE_NONE && referral->discharged < referral->received)
    pathway->flags |= CASENESS_PATHWAY_FAULTY;
}

const CasenessTreatment *
caseness_deriver_run (CasenessDeriver *deriver, guint index, CasenessPathway *pathway, guint *n_treatments)
{
  const CasenessReferralRow *referral;
  CasenessWindow window;

  g_return_val_if_fail (deriver != NULL && index < deriver->records->referrals->len, NULL);
  referral = CASENESS_ROW (deriver->records->referrals, CasenessReferralRow, index);
  window = caseness_window_of_referral (deriver, referral);
  g_array_set_size (deriver->contacts, 0);
  g_array_set_size (deriver->staff, 0);
  g_array_set_size (deriver->logs, 0);
  g_array_set_size (deriver->sessions, 0);
  g_array_set_size (deriver->scored, 0);
  copy_referral (deriver, referral, pathway);
  caseness_deriver_take_person (deriver, index, pathway);
  take_contacts (deriver, referral, &window, pathway);
  take_logs (deriver, referral, &window, pathway);
  take_referral_scores (deriver, referral, &window);
  caseness_deriver_take_employment (deriver, &window, pathway);
  describe_sessions (deriver, pathway);
  find_stages (deriver, pathway);
  tally_sessions (deriver, pathway);
  caseness_deriver_judge (deriver, referral, pathway);
  *n_treatments = deriver->treatments->len;
  return (const CasenessTreatment *) deriver->treatments->data;
}

const GArray *
caseness_deriver_get_contacts (const CasenessDeriver *deriver)
{
  return deriver->contacts;
}

const GArray *
caseness_deriver_get_staff (const CasenessDeriver *deriver)
{
  return deriver->staff;
}

const GArray *
caseness_deriver_get_logs (const CasenessDeriver *deriver)
{
  return deriver->logs;
}

const GArray *
caseness_deriver_get_scored (const CasenessDeriver *deriver)
{
  return deriver->scored;
}
