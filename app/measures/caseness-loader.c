/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-loader.h"

#include "caseness-peq.h"
#include "caseness-therapy.h"

#include <string.h>

/* What a number of the dictionary stands for at present. The stamp says for which month or provider that was written,
 * so that nothing has to be cleared between them. */
typedef struct
{
  guint32 stamp;
  guint32 value;
} Slot;

typedef struct
{
  CasenessRecords *records;
  gboolean is_person_key_local;
  CasenessDate known_until; /* none for all months */
  guint32 submission;      /* ordinal, from 1 */
  guint32 provider;        /* ordinal, from 1 */
  guint32 n_complaints;    /* rows read so far */
  guint32 n_employment;
  guint32 free_code;       /* the first of the rows of codes that nobody has: a later month sent them again */
  CasenessDate period_end; /* of the month being read */
  GArray *tools;           /* Slot by dictionary number: stamp 1, value = tool */
  GArray *questions;       /* likewise: value = question */
  GArray *patients;        /* per month: NHS number tag plus 1 */
  GArray *people;          /* per provider: row of the patient */
  GArray *referrals;       /* per provider: newest row under the id */
  GArray *month_referrals; /* per month: the row the id means in it */
  GArray *contacts;        /* per provider: row */
  GArray *activities;      /* per month: row */
} Loader;

typedef void (*ReadRow) (Loader *loader, CasenessStatement *row);

static void
set_slot (GArray *slots, guint32 number, guint32 stamp, guint32 value)
{
  if (number >= slots->len)
    g_array_set_size (slots, MAX (number + 1, slots->len + slots->len / 4)); /* clearing costs, growing does not */
  g_array_index (slots, Slot, number) = (Slot){ stamp, value };
}

static guint32
get_slot (GArray *slots, guint32 number, guint32 stamp)
{
  if (number == 0 || number >= slots->len || g_array_index (slots, Slot, number).stamp != stamp)
    return CASENESS_NO_ROW;
  return g_array_index (slots, Slot, number).value;
}

static guint32
get_number (Loader *loader, CasenessStatement *row, int column)
{
  return caseness_dictionary_add (loader->records->dictionary, caseness_statement_get_text (row, column));
}

/* The id of a contact or an activity. */
static guint32
get_id (Loader *loader, CasenessStatement *row, int column)
{
  return caseness_dictionary_add (loader->records->ids, caseness_statement_get_text (row, column));
}

static gint32
get_int (CasenessStatement *row, int column, gint32 fallback)
{
  return caseness_statement_is_null (row, column) ? fallback : (gint32) caseness_statement_get_int (row, column);
}

/* Short codes compare as numbers, so that "2" and "02" are one code. */
static guint32
get_code (CasenessStatement *row, int column)
{
  const char *text = caseness_statement_get_text (row, column);

  return text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : 0;
}

/* The procedure without the status that may follow a colon. */
static guint32
get_procedure (Loader *loader, CasenessStatement *row, int column)
{
  const char *text = caseness_statement_get_text (row, column);
  char code[32];
  gsize length;

  if (text == NULL)
    return 0;
  text += strspn (text, " ");
  length = strcspn (text, ": ");
  if (length >= sizeof code)
    return caseness_dictionary_add (loader->records->dictionary, text);
  memcpy (code, text, length);
  code[length] = '\0';
  return caseness_dictionary_add (loader->records->dictionary, code);
}

static CasenessPatientRow *
find_patient (Loader *loader, CasenessStatement *row)
{
  guint32 id = caseness_dictionary_find (loader->records->dictionary, caseness_statement_get_text (row, 0));
  guint32 index = get_slot (loader->people, id, loader->provider);

  return index != CASENESS_NO_ROW ? CASENESS_ROW (loader->records->patients, CasenessPatientRow, index) : NULL;
}

/* Most of what a month sends was sent before, so that the rows of a list that is sent anew are used again. */
static void
drop_codes (Loader *loader, guint32 *first)
{
  CasenessRecords *records = loader->records;
  guint32 *last = first;

  while (*last != CASENESS_NO_ROW)
    last = &CASENESS_ROW (records->codes, CasenessCodeRow, *last)->next;
  *last = loader->free_code;
  loader->free_code = *first;
  *first = CASENESS_NO_ROW;
}

static CasenessPatientRow *
add_patient (Loader *loader, guint32 id)
{
  GArray *patients = loader->records->patients;
  CasenessPatientRow patient = {
    .provider = loader->provider - 1,
    .local_patient_id = id,
    .first_employment = CASENESS_NO_ROW,
    .first_disability = CASENESS_NO_ROW,
    .first_circumstance = CASENESS_NO_ROW,
  };

  set_slot (loader->people, id, loader->provider, patients->len);
  g_array_append_val (patients, patient);
  return CASENESS_ROW (patients, CasenessPatientRow, patients->len - 1);
}

/* What an earlier month said of the person is superseded, employment aside (rulings 26 and 27). */
static void
read_patient (Loader *loader, CasenessStatement *row)
{
  guint32 id = get_number (loader, row, 0);
  CasenessPatientRow *patient = find_patient (loader, row);

  set_slot (loader->patients, id, loader->submission,
            caseness_statement_is_null (row, 1) ? 0 : (guint32) caseness_statement_get_int (row, 1) + 1);
  if (id == 0)
    return;
  if (patient == NULL)
    patient = add_patient (loader, id);
  patient->birth_month = get_int (row, 2, 0);
  patient->gender = get_number (loader, row, 3);
  patient->gender_identity = get_number (loader, row, 4);
  patient->same_gender_at_birth = get_number (loader, row, 5);
  patient->ethnicity = get_number (loader, row, 6);
  patient->ex_forces = get_number (loader, row, 7);
  patient->education = get_number (loader, row, 8);
  patient->language = get_number (loader, row, 9);
  patient->accommodation = 0;
  patient->practice = 0;
  drop_codes (loader, &patient->first_disability);
  drop_codes (loader, &patient->first_circumstance);
}

/* The registration that has not ended; the last one sent where several or none are open. */
static void
read_practice (Loader *loader, CasenessStatement *row)
{
  CasenessPatientRow *patient = find_patient (loader, row);

  if (patient != NULL && (patient->practice == 0 || caseness_statement_is_null (row, 2)))
    patient->practice = get_number (loader, row, 1);
}

static void
add_code (Loader *loader, CasenessStatement *row, guint32 *first)
{
  CasenessRecords *records = loader->records;
  CasenessCodeRow code = { .next = *first, .code = get_number (loader, row, 1) };

  *first = loader->free_code;
  if (*first == CASENESS_NO_ROW)
    {
      *first = records->codes->len;
      g_array_append_val (records->codes, code);
      return;
    }
  loader->free_code = CASENESS_ROW (records->codes, CasenessCodeRow, *first)->next;
  *CASENESS_ROW (records->codes, CasenessCodeRow, *first) = code;
}

static void
read_disability (Loader *loader, CasenessStatement *row)
{
  CasenessPatientRow *patient = find_patient (loader, row);

  if (patient != NULL)
    add_code (loader, row, &patient->first_disability);
}

static void
read_circumstance (Loader *loader, CasenessStatement *row)
{
  CasenessPatientRow *patient = find_patient (loader, row);

  if (patient != NULL)
    add_code (loader, row, &patient->first_circumstance);
}

/* Rows come in the order of their dates, so the last one stands. */
static void
read_accommodation (Loader *loader, CasenessStatement *row)
{
  CasenessPatientRow *patient = find_patient (loader, row);

  if (patient != NULL)
    patient->accommodation = get_number (loader, row, 1);
}

/* The row before the one that an earlier month sent for the same date, so that it can be taken out. */
static guint32 *
find_employment_link (Loader *loader, CasenessPatientRow *patient, CasenessDate date)
{
  guint32 *link = &patient->first_employment;

  while (*link != CASENESS_NO_ROW
         && CASENESS_ROW (loader->records->employment, CasenessEmploymentRow, *link)->date != date)
    link = &CASENESS_ROW (loader->records->employment, CasenessEmploymentRow, *link)->next;
  return link;
}

static void
read_employment (Loader *loader, CasenessStatement *row)
{
  GArray *rows = loader->records->employment;
  CasenessPatientRow *patient = find_patient (loader, row);
  CasenessEmploymentRow employment = { .date = get_int (row, 1, CASENESS_DATE_NONE) };
  guint32 *link, index;

  if (patient == NULL)
    return;
  employment.order = loader->n_employment++;
  employment.status = get_number (loader, row, 2);
  employment.sick_absence = get_number (loader, row, 3);
  employment.sick_pay = get_number (loader, row, 4);
  employment.weekly_hours = get_number (loader, row, 5);
  employment.benefit = get_number (loader, row, 6);
  employment.esa = get_number (loader, row, 7);
  employment.universal_credit = get_number (loader, row, 8);
  employment.pip = get_number (loader, row, 9);
  employment.support = get_number (loader, row, 10);
  employment.support_referred = get_int (row, 11, CASENESS_DATE_NONE);
  employment.support_discharged = get_int (row, 12, CASENESS_DATE_NONE);
  link = find_employment_link (loader, patient, employment.date);
  index = *link;
  if (index != CASENESS_NO_ROW)
    *link = CASENESS_ROW (rows, CasenessEmploymentRow, index)->next;
  employment.next = patient->first_employment;
  patient->first_employment = index != CASENESS_NO_ROW ? index : rows->len;
  if (index != CASENESS_NO_ROW)
    *CASENESS_ROW (rows, CasenessEmploymentRow, index) = employment;
  else
    g_array_append_val (rows, employment);
}

static void
read_qualification (Loader *loader, CasenessStatement *row)
{
  CasenessQualificationRow qualification = {
    .provider = loader->provider - 1,
    .staff = get_number (loader, row, 0),
    .level = get_code (row, 1),
    .period_end = loader->period_end,
    .awarded = get_int (row, 2, CASENESS_DATE_NONE),
    .planned = get_int (row, 3, CASENESS_DATE_NONE),
  };

  g_array_append_val (loader->records->qualifications, qualification);
}

/* Ruling 31: the same id is the same pathway when the local patient id or the NHS number says it is the same person. */
static guint32
find_referral (Loader *loader, guint32 id, guint32 patient, guint32 nhs_tag)
{
  guint32 index = get_slot (loader->referrals, id, loader->provider);

  while (index != CASENESS_NO_ROW)
    {
      const CasenessReferralRow *referral = CASENESS_ROW (loader->records->referrals, CasenessReferralRow, index);

      if (referral->local_patient_id == patient || (nhs_tag != 0 && referral->nhs_tag == nhs_tag))
        break;
      index = referral->older;
    }
  return index;
}

static guint32
add_referral (Loader *loader, guint32 id)
{
  CasenessReferralRow referral = {
    .provider = loader->provider - 1,
    .service_request_id = id,
    .older = get_slot (loader->referrals, id, loader->provider),
    .first_contact = CASENESS_NO_ROW,
    .first_log = CASENESS_NO_ROW,
    .first_complaint = CASENESS_NO_ROW,
    .first_score = CASENESS_NO_ROW,
    .first_answer = CASENESS_NO_ROW,
    .first_condition = CASENESS_NO_ROW,
    .sent_first = loader->period_end,
    .discharge_sent = CASENESS_DATE_NONE,
  };
  guint32 index = loader->records->referrals->len;

  g_array_append_val (loader->records->referrals, referral);
  set_slot (loader->referrals, id, loader->provider, index);
  return index;
}

/* A discharge that was taken back and made again counts from the second time. */
static void
note_sent (Loader *loader, CasenessReferralRow *referral)
{
  referral->sent_last = loader->period_end;
  if (referral->discharged == CASENESS_DATE_NONE)
    referral->discharge_sent = CASENESS_DATE_NONE;
  else if (referral->discharge_sent == CASENESS_DATE_NONE)
    referral->discharge_sent = loader->period_end;
}

static void
read_referral (Loader *loader, CasenessStatement *row)
{
  guint32 id = get_number (loader, row, 0);
  guint32 patient = get_number (loader, row, 1);
  guint32 nhs_tag = get_slot (loader->patients, patient, loader->submission);
  CasenessReferralRow *referral;
  guint32 index, deprivation;

  if (nhs_tag == CASENESS_NO_ROW || loader->is_person_key_local)
    nhs_tag = 0;
  index = find_referral (loader, id, patient, nhs_tag);
  if (index == CASENESS_NO_ROW)
    index = add_referral (loader, id);
  set_slot (loader->month_referrals, id, loader->submission, index);
  referral = CASENESS_ROW (loader->records->referrals, CasenessReferralRow, index);
  referral->local_patient_id = patient;
  referral->nhs_tag = nhs_tag != 0 ? nhs_tag : referral->nhs_tag;
  referral->received = get_int (row, 2, CASENESS_DATE_NONE);
  referral->discharged = get_int (row, 3, CASENESS_DATE_NONE);
  referral->age = get_int (row, 4, -1);
  referral->commissioner = get_number (loader, row, 5);
  referral->source = get_number (loader, row, 6);
  referral->end_code = get_number (loader, row, 7);
  deprivation = get_number (loader, row, 8);
  if (deprivation != 0)
    referral->deprivation = deprivation; /* a month without a lookup says nothing of it */
  referral->patient = get_slot (loader->people, patient, loader->provider);
  note_sent (loader, referral);
  drop_codes (loader, &referral->first_condition);
}

/* The pathway that a referral id means in this month, NULL for an orphan. */
static CasenessReferralRow *
find_month_referral (Loader *loader, CasenessStatement *row, int column)
{
  guint32 id = caseness_dictionary_find (loader->records->dictionary, caseness_statement_get_text (row, column));
  guint32 index = get_slot (loader->month_referrals, id, loader->submission);

  return index != CASENESS_NO_ROW ? CASENESS_ROW (loader->records->referrals, CasenessReferralRow, index) : NULL;
}

static void
read_condition (Loader *loader, CasenessStatement *row)
{
  CasenessReferralRow *referral = find_month_referral (loader, row, 0);

  if (referral != NULL)
    add_code (loader, row, &referral->first_condition);
}

static gboolean
is_yes (CasenessStatement *row, int column)
{
  const char *text = caseness_statement_get_text (row, column);

  return text != NULL && g_ascii_strcasecmp (text, "Y") == 0;
}

static void
read_contact (Loader *loader, CasenessStatement *row)
{
  GArray *contacts = loader->records->contacts;
  CasenessReferralRow *referral = find_month_referral (loader, row, 1);
  CasenessContactRow contact = {
    .first_activity = CASENESS_NO_ROW,
    .first_score = CASENESS_NO_ROW,
    .first_answer = CASENESS_NO_ROW,
  };
  const char *planned = caseness_statement_get_text (row, 6);
  guint32 earlier;

  if (referral == NULL)
    return;
  contact.id = get_id (loader, row, 0);
  contact.date = get_int (row, 2, CASENESS_DATE_NONE);
  contact.time = get_int (row, 3, CASENESS_TIME_NONE);
  contact.app_type = get_code (row, 4);
  contact.attendance = get_code (row, 5);
  contact.is_unplanned = planned != NULL && g_ascii_toupper (*planned) == 'N';
  contact.medium = get_code (row, 7);
  contact.psych_med = get_number (loader, row, 8);
  contact.is_integrated = is_yes (row, 9);
  contact.minutes = get_int (row, 10, -1);
  contact.interpreter = get_code (row, 11);
  contact.submission = loader->submission;
  contact.next = referral->first_contact;
  earlier = get_slot (loader->contacts, contact.id, loader->provider);
  if (earlier != CASENESS_NO_ROW)
    CASENESS_ROW (contacts, CasenessContactRow, earlier)->is_superseded = TRUE;
  referral->first_contact = contacts->len;
  set_slot (loader->contacts, contact.id, loader->provider, contacts->len);
  g_array_append_val (contacts, contact);
}

static void
read_activity (Loader *loader, CasenessStatement *row)
{
  GArray *activities = loader->records->activities;
  CasenessActivityRow activity = { 0 };
  CasenessContactRow *contact;

  activity.contact = get_slot (loader->contacts, get_id (loader, row, 1), loader->provider);
  if (activity.contact == CASENESS_NO_ROW)
    return;
  contact = CASENESS_ROW (loader->records->contacts, CasenessContactRow, activity.contact);
  if (contact->submission != loader->submission)
    return;
  activity.id = get_id (loader, row, 0);
  activity.staff = get_number (loader, row, 2);
  activity.code = get_procedure (loader, row, 3);
  activity.next = contact->first_activity;
  contact->first_activity = activities->len;
  set_slot (loader->activities, activity.id, loader->submission, activities->len);
  g_array_append_val (activities, activity);
}

static void
read_log (Loader *loader, CasenessStatement *row)
{
  CasenessReferralRow *referral = find_month_referral (loader, row, 0);
  CasenessLogRow log;

  if (referral == NULL)
    return;
  log.start = get_int (row, 1, CASENESS_DATE_NONE);
  log.end = get_int (row, 2, CASENESS_DATE_NONE);
  log.programme = get_number (loader, row, 3);
  log.minutes = get_int (row, 4, 0);
  log.staff = get_number (loader, row, 5);
  log.next = referral->first_log;
  referral->first_log = loader->records->logs->len;
  g_array_append_val (loader->records->logs, log);
}

/* The row of an earlier month that says the same code on the same day. */
static CasenessComplaintRow *
find_complaint (Loader *loader, const CasenessReferralRow *referral, const CasenessComplaintRow *wanted)
{
  guint32 index;

  for (index = referral->first_complaint; index != CASENESS_NO_ROW;)
    {
      CasenessComplaintRow *complaint = CASENESS_ROW (loader->records->complaints, CasenessComplaintRow, index);

      if (complaint->code == wanted->code && complaint->date == wanted->date
          && complaint->submission != wanted->submission)
        return complaint;
      index = complaint->next;
    }
  return NULL;
}

static void
read_complaint (Loader *loader, CasenessStatement *row)
{
  CasenessReferralRow *referral = find_month_referral (loader, row, 0);
  CasenessComplaintRow complaint, *earlier;

  if (referral == NULL)
    return;
  complaint.scheme = get_code (row, 1);
  complaint.code = get_number (loader, row, 2);
  complaint.significance = get_code (row, 3);
  complaint.date = get_int (row, 4, CASENESS_DATE_NONE);
  complaint.submission = loader->submission;
  complaint.order = loader->n_complaints++;
  earlier = find_complaint (loader, referral, &complaint);
  complaint.next = earlier != NULL ? earlier->next : referral->first_complaint;
  if (earlier != NULL)
    {
      *earlier = complaint;
      return;
    }
  referral->first_complaint = loader->records->complaints->len;
  g_array_append_val (loader->records->complaints, complaint);
}

/* Sets tool and value; FALSE for questionnaires without first and last scores and for scores that are none. */
static gboolean
read_score (Loader *loader, CasenessStatement *row, int column, CasenessScoreRow *score)
{
  guint32 code = caseness_dictionary_find (loader->records->dictionary, caseness_statement_get_text (row, column));

  score->tool = get_slot (loader->tools, code, 1);
  if (score->tool == CASENESS_NO_ROW)
    return FALSE;
  score->value = caseness_tool_read_score (score->tool, caseness_statement_get_text (row, column + 1));
  return score->value != CASENESS_SCORE_NONE;
}

/* Adds an answer to the list that begins at @first; FALSE for what is no question about experience. */
static gboolean
add_answer (Loader *loader, CasenessStatement *row, int column, CasenessDate date, guint32 *first)
{
  CasenessDictionary *dictionary = loader->records->dictionary;
  CasenessAnswerRow answer = { .next = *first, .date = date };

  answer.question = caseness_dictionary_find (dictionary, caseness_statement_get_text (row, column));
  if (get_slot (loader->questions, answer.question, 1) == CASENESS_NO_ROW)
    return FALSE;
  answer.answer = get_number (loader, row, column + 1);
  *first = loader->records->answers->len;
  g_array_append_val (loader->records->answers, answer);
  return TRUE;
}

static void
read_referral_score (Loader *loader, CasenessStatement *row)
{
  CasenessReferralRow *referral = find_month_referral (loader, row, 0);
  CasenessScoreRow score = { .activity = CASENESS_NO_ROW };

  if (referral == NULL
      || add_answer (loader, row, 1, get_int (row, 3, CASENESS_DATE_NONE), &referral->first_answer)
      || !read_score (loader, row, 1, &score))
    return;
  score.date = get_int (row, 3, CASENESS_DATE_NONE);
  score.time = get_int (row, 4, CASENESS_TIME_NONE);
  score.next = referral->first_score;
  referral->first_score = loader->records->scores->len;
  g_array_append_val (loader->records->scores, score);
}

static void
read_activity_score (Loader *loader, CasenessStatement *row)
{
  CasenessScoreRow score = { .date = CASENESS_DATE_NONE, .time = CASENESS_TIME_NONE };
  CasenessContactRow *contact;
  guint32 id = caseness_dictionary_find (loader->records->ids, caseness_statement_get_text (row, 0));

  score.activity = get_slot (loader->activities, id, loader->submission);
  if (score.activity == CASENESS_NO_ROW)
    return;
  contact = CASENESS_ROW (loader->records->contacts, CasenessContactRow,
                          CASENESS_ROW (loader->records->activities, CasenessActivityRow, score.activity)->contact);
  if (add_answer (loader, row, 1, contact->date, &contact->first_answer) || !read_score (loader, row, 1, &score))
    return;
  score.next = contact->first_score;
  contact->first_score = loader->records->scores->len;
  g_array_append_val (loader->records->scores, score);
}

/* In this order, because each looks up what those before it have set. */
static const struct
{
  const char *statement;
  ReadRow read;
} month_tables[] = {
  { "select-patients", read_patient },
  { "select-practices", read_practice },
  { "select-accommodation", read_accommodation },
  { "select-disabilities", read_disability },
  { "select-circumstances", read_circumstance },
  { "select-employment", read_employment },
  { "select-referrals", read_referral },
  { "select-conditions", read_condition },
  { "select-contacts", read_contact },
  { "select-activities", read_activity },
  { "select-internet-logs", read_log },
  { "select-complaints", read_complaint },
  { "select-referral-scores", read_referral_score },
  { "select-activity-scores", read_activity_score },
  { "select-qualifications", read_qualification },
};

static gboolean
read_table (Loader *loader, CasenessStore *store, gint64 submission, guint table, GCancellable *cancellable,
            GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, month_tables[table].statement, error);
  CasenessStep step;

  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_int (statement, ":submission", submission);
  while ((step = caseness_statement_step (statement, cancellable, error)) == CASENESS_STEP_ROW)
    month_tables[table].read (loader, statement);
  return step == CASENESS_STEP_DONE;
}

static gboolean
is_known (const Loader *loader, CasenessStatement *row)
{
  return loader->known_until == CASENESS_DATE_NONE || get_int (row, 3, CASENESS_DATE_NONE) <= loader->known_until;
}

/* Starts the next month; a new provider starts its own ids. */
static void
start_month (Loader *loader, CasenessStatement *row)
{
  GArray *providers = loader->records->providers;
  CasenessProviderRow provider = {
    .code = get_number (loader, row, 1),
    .first_period_start = get_int (row, 2, CASENESS_DATE_NONE),
  };

  loader->submission = ++loader->records->n_submissions;
  if (providers->len == 0
      || CASENESS_ROW (providers, CasenessProviderRow, providers->len - 1)->code != provider.code)
    g_array_append_val (providers, provider);
  loader->provider = providers->len;
  loader->period_end = get_int (row, 3, CASENESS_DATE_NONE);
  CASENESS_ROW (providers, CasenessProviderRow, providers->len - 1)->last_period_end = loader->period_end;
}

/* Makes room for what every row may add, since growing the long lists took longer than filling them. Room that is not
 * needed is never touched. */
static gboolean
make_room (Loader *loader, CasenessStore *store, GError **error)
{
  const struct
  {
    const char *table;
    GArray *rows;
  } lists[] = {
    { "IDS201CareContact", loader->records->contacts },
    { "IDS202CareActivity", loader->records->activities },
    { "IDS607CodedScoreAssessmentAct", loader->records->scores },
  };
  g_autoptr(CasenessStatement) kept = caseness_store_prepare (store, "select-kept-rows", error);
  CasenessStep step;
  guint i;

  if (kept == NULL)
    return FALSE;
  while ((step = caseness_statement_step (kept, NULL, error)) == CASENESS_STEP_ROW)
    for (i = 0; i < G_N_ELEMENTS (lists); i++)
      if (strcmp (caseness_statement_get_text (kept, 0), lists[i].table) == 0)
        {
          g_array_set_size (lists[i].rows, (guint) caseness_statement_get_int (kept, 1));
          g_array_set_size (lists[i].rows, 0);
        }
  return step == CASENESS_STEP_DONE;
}

static gboolean
read_months (Loader *loader, CasenessStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessStatement) months = caseness_store_prepare (store, "select-submissions", error);
  CasenessStep step;
  guint i;

  if (months == NULL || !make_room (loader, store, error))
    return FALSE;
  while ((step = caseness_statement_step (months, cancellable, error)) == CASENESS_STEP_ROW)
    {
      if (!is_known (loader, months))
        continue;
      start_month (loader, months);
      for (i = 0; i < G_N_ELEMENTS (month_tables); i++)
        if (!read_table (loader, store, caseness_statement_get_int (months, 0), i, cancellable, error))
          return FALSE;
    }
  return step == CASENESS_STEP_DONE;
}

static GArray *
new_slots (void)
{
  return g_array_new (FALSE, TRUE, sizeof (Slot));
}

static void
loader_init (Loader *loader, const CasenessSwitches *switches)
{
  const CasenessPeqQuestion *questions;
  const CasenessTool *tools;
  guint n, i;

  *loader = (Loader){
    .records = caseness_records_new (),
    .is_person_key_local = switches->person_key_is_local,
    .known_until = switches->known_until,
    .free_code = CASENESS_NO_ROW,
  };
  loader->tools = new_slots ();
  loader->questions = new_slots ();
  loader->patients = new_slots ();
  loader->people = new_slots ();
  loader->referrals = new_slots ();
  loader->month_referrals = new_slots ();
  loader->contacts = new_slots ();
  loader->activities = new_slots ();
  tools = caseness_tool_get_all (&n);
  for (i = 0; i < n; i++)
    set_slot (loader->tools, caseness_dictionary_add (loader->records->dictionary, tools[i].code), 1, i);
  questions = caseness_peq_get_questions (&n);
  for (i = 0; i < n; i++)
    set_slot (loader->questions, caseness_dictionary_add (loader->records->dictionary, questions[i].code), 1, i);
}

static void
loader_clear (Loader *loader)
{
  g_clear_pointer (&loader->records, caseness_records_free);
  g_array_unref (loader->tools);
  g_array_unref (loader->questions);
  g_array_unref (loader->patients);
  g_array_unref (loader->people);
  g_array_unref (loader->referrals);
  g_array_unref (loader->month_referrals);
  g_array_unref (loader->contacts);
  g_array_unref (loader->activities);
}

CasenessRecords *
caseness_loader_read_months (CasenessStore *store, const CasenessSwitches *switches, GCancellable *cancellable,
                             GError **error)
{
  CasenessRecords *records = NULL;
  Loader loader;

  g_return_val_if_fail (store != NULL && switches != NULL, NULL);
  loader_init (&loader, switches);
  if (read_months (&loader, store, cancellable, error))
    {
      records = g_steal_pointer (&loader.records);
      caseness_dictionary_close (records->ids);
    }
  loader_clear (&loader);
  return records;
}
