/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-loader-private.h"

#include "caseness-peq.h"
#include "caseness-spill.h"
#include "caseness-therapy.h"

#include <string.h>

/* The procedure without the status that may follow a colon. */
static guint32
get_procedure (CasenessLoader *loader, CasenessLoaderRow *row, int column)
{
  const char *text = caseness_loader_get_text (row, column);
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

/* Ruling 31: the same id is the same pathway when the local patient id or the NHS number says it is the same person. */
static guint32
find_referral (CasenessLoader *loader, guint32 id, guint32 patient, guint32 nhs_tag)
{
  guint32 index = caseness_loader_get_slot (loader->referrals, id, loader->provider);

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
add_referral (CasenessLoader *loader, guint32 id)
{
  CasenessReferralRow referral = {
    .provider = loader->provider - 1,
    .service_request_id = id,
    .older = caseness_loader_get_slot (loader->referrals, id, loader->provider),
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
  caseness_loader_set_slot (loader->referrals, id, loader->provider, index);
  return index;
}

/* A discharge that was taken back and made again counts from the second time. */
static void
note_sent (CasenessLoader *loader, CasenessReferralRow *referral)
{
  referral->sent_last = loader->period_end;
  if (referral->discharged == CASENESS_DATE_NONE)
    referral->discharge_sent = CASENESS_DATE_NONE;
  else if (referral->discharge_sent == CASENESS_DATE_NONE)
    referral->discharge_sent = loader->period_end;
}

static void
read_referral (CasenessLoader *loader, CasenessLoaderRow *row)
{
  guint32 id = caseness_loader_get_number (loader, row, 0);
  guint32 patient = caseness_loader_get_number (loader, row, 1);
  guint32 nhs_tag = caseness_loader_get_slot (loader->patients, patient, loader->submission);
  CasenessReferralRow *referral;
  guint32 index, deprivation;

  if (nhs_tag == CASENESS_NO_ROW || loader->is_person_key_local)
    nhs_tag = 0;
  index = find_referral (loader, id, patient, nhs_tag);
  if (index == CASENESS_NO_ROW)
    index = add_referral (loader, id);
  caseness_loader_set_slot (loader->month_referrals, id, loader->submission, index);
  referral = CASENESS_ROW (loader->records->referrals, CasenessReferralRow, index);
  referral->local_patient_id = patient;
  referral->nhs_tag = nhs_tag != 0 ? nhs_tag : referral->nhs_tag;
  referral->received = caseness_loader_get_int (row, 2, CASENESS_DATE_NONE);
  referral->discharged = caseness_loader_get_int (row, 3, CASENESS_DATE_NONE);
  referral->age = caseness_loader_get_int (row, 4, -1);
  referral->commissioner = caseness_loader_get_number (loader, row, 5);
  referral->source = caseness_loader_get_number (loader, row, 6);
  referral->end_code = caseness_loader_get_number (loader, row, 7);
  deprivation = caseness_loader_get_number (loader, row, 8);
  if (deprivation != 0)
    referral->deprivation = deprivation; /* a month without a lookup says nothing of it */
  referral->patient = caseness_loader_get_slot (loader->people, patient, loader->provider);
  note_sent (loader, referral);
  caseness_loader_drop_codes (loader, &referral->first_condition);
}

/* The pathway that a referral id means in this month, NULL for an orphan. */
static CasenessReferralRow *
find_month_referral (CasenessLoader *loader, CasenessLoaderRow *row, int column)
{
  guint32 id = caseness_loader_find_id (loader->records->dictionary, row, column);
  guint32 index = caseness_loader_get_slot (loader->month_referrals, id, loader->submission);

  return index != CASENESS_NO_ROW ? CASENESS_ROW (loader->records->referrals, CasenessReferralRow, index) : NULL;
}

static void
read_condition (CasenessLoader *loader, CasenessLoaderRow *row)
{
  CasenessReferralRow *referral = find_month_referral (loader, row, 0);

  if (referral != NULL)
    caseness_loader_add_code (loader, row, &referral->first_condition);
}

static gboolean
is_yes (CasenessLoaderRow *row, int column)
{
  const char *text = caseness_loader_get_text (row, column);

  return text != NULL && g_ascii_strcasecmp (text, "Y") == 0;
}

static void
read_contact (CasenessLoader *loader, CasenessLoaderRow *row)
{
  GArray *contacts = loader->records->contacts;
  CasenessReferralRow *referral = find_month_referral (loader, row, 1);
  CasenessContactRow contact = {
    .first_activity = CASENESS_NO_ROW,
    .first_score = CASENESS_NO_ROW,
    .first_answer = CASENESS_NO_ROW,
  };
  const char *planned = caseness_loader_get_text (row, 6);
  guint32 earlier;

  if (referral == NULL)
    return;
  contact.id = caseness_loader_get_id (loader->records->contact_ids, row, 0);
  contact.date = caseness_loader_get_int (row, 2, CASENESS_DATE_NONE);
  contact.time = caseness_loader_get_int (row, 3, CASENESS_TIME_NONE);
  contact.app_type = caseness_loader_get_code (row, 4);
  contact.attendance = caseness_loader_get_code (row, 5);
  contact.is_unplanned = planned != NULL && g_ascii_toupper (*planned) == 'N';
  contact.medium = caseness_loader_get_code (row, 7);
  contact.psych_med = caseness_loader_get_number (loader, row, 8);
  contact.is_integrated = is_yes (row, 9);
  contact.minutes = caseness_loader_get_int (row, 10, -1);
  contact.interpreter = caseness_loader_get_code (row, 11);
  contact.submission = loader->submission;
  contact.next = referral->first_contact;
  earlier = caseness_loader_get_slot (loader->contacts, contact.id, loader->provider);
  if (earlier != CASENESS_NO_ROW)
    CASENESS_ROW (contacts, CasenessContactRow, earlier)->is_superseded = TRUE;
  referral->first_contact = contacts->len;
  caseness_loader_set_slot (loader->contacts, contact.id, loader->provider, contacts->len);
  g_array_append_val (contacts, contact);
}

static void
read_activity (CasenessLoader *loader, CasenessLoaderRow *row)
{
  GArray *activities = loader->records->activities;
  CasenessActivityRow activity = { 0 };
  CasenessContactRow *contact;

  activity.contact = caseness_loader_get_slot (
    loader->contacts, caseness_loader_get_id (loader->records->contact_ids, row, 1), loader->provider);
  if (activity.contact == CASENESS_NO_ROW)
    return;
  contact = CASENESS_ROW (loader->records->contacts, CasenessContactRow, activity.contact);
  if (contact->submission != loader->submission)
    return;
  activity.id = caseness_loader_get_id (loader->records->activity_ids, row, 0);
  activity.staff = caseness_loader_get_number (loader, row, 2);
  activity.code = get_procedure (loader, row, 3);
  activity.next = contact->first_activity;
  contact->first_activity = activities->len;
  caseness_loader_set_slot (loader->activities, activity.id, loader->submission, activities->len);
  g_array_append_val (activities, activity);
}

static void
read_log (CasenessLoader *loader, CasenessLoaderRow *row)
{
  CasenessReferralRow *referral = find_month_referral (loader, row, 0);
  CasenessLogRow log;

  if (referral == NULL)
    return;
  log.start = caseness_loader_get_int (row, 1, CASENESS_DATE_NONE);
  log.end = caseness_loader_get_int (row, 2, CASENESS_DATE_NONE);
  log.programme = caseness_loader_get_number (loader, row, 3);
  log.minutes = caseness_loader_get_int (row, 4, 0);
  log.staff = caseness_loader_get_number (loader, row, 5);
  log.next = referral->first_log;
  referral->first_log = loader->records->logs->len;
  g_array_append_val (loader->records->logs, log);
}

/* The row of an earlier month that says the same code on the same day. */
static CasenessComplaintRow *
find_complaint (CasenessLoader *loader, const CasenessReferralRow *referral, const CasenessComplaintRow *wanted)
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
read_complaint (CasenessLoader *loader, CasenessLoaderRow *row)
{
  CasenessReferralRow *referral = find_month_referral (loader, row, 0);
  CasenessComplaintRow complaint, *earlier;

  if (referral == NULL)
    return;
  complaint.scheme = caseness_loader_get_code (row, 1);
  complaint.code = caseness_loader_get_number (loader, row, 2);
  complaint.significance = caseness_loader_get_code (row, 3);
  complaint.date = caseness_loader_get_int (row, 4, CASENESS_DATE_NONE);
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
read_score (CasenessLoader *loader, CasenessLoaderRow *row, int column, CasenessScoreRow *score)
{
  guint32 code = caseness_loader_find_id (loader->records->dictionary, row, column);
  guint32 tool = caseness_loader_get_slot (loader->tools, code, 1);

  if (tool == CASENESS_NO_ROW)
    return FALSE;
  score->tool = tool;
  score->value = caseness_tool_read_score (tool, caseness_loader_get_text (row, column + 1));
  return score->value != CASENESS_SCORE_NONE;
}

/* Adds an answer to the list that begins at @first; FALSE for what is no question about experience. */
static gboolean
add_answer (CasenessLoader *loader, CasenessLoaderRow *row, int column, CasenessDate date, guint32 *first)
{
  CasenessDictionary *dictionary = loader->records->dictionary;
  CasenessAnswerRow answer = { .next = *first, .date = date };

  answer.question = caseness_loader_find_id (dictionary, row, column);
  if (caseness_loader_get_slot (loader->questions, answer.question, 1) == CASENESS_NO_ROW)
    return FALSE;
  answer.answer = caseness_loader_get_number (loader, row, column + 1);
  *first = loader->records->answers->len;
  g_array_append_val (loader->records->answers, answer);
  return TRUE;
}

static void
read_referral_score (CasenessLoader *loader, CasenessLoaderRow *row)
{
  CasenessReferralRow *referral = find_month_referral (loader, row, 0);
  CasenessScoreRow score = { .next = CASENESS_NO_ROW };

  if (referral == NULL
      || add_answer (loader, row, 1, caseness_loader_get_int (row, 3, CASENESS_DATE_NONE), &referral->first_answer)
      || !read_score (loader, row, 1, &score))
    return;
  score.date = caseness_loader_get_int (row, 3, CASENESS_DATE_NONE);
  score.time = caseness_loader_get_int (row, 4, CASENESS_TIME_NONE);
  score.next = referral->first_score;
  referral->first_score = loader->records->scores->len;
  g_array_append_val (loader->records->scores, score);
}

static void
read_activity_score (CasenessLoader *loader, CasenessLoaderRow *row)
{
  CasenessScoreRow score = { .time = CASENESS_TIME_NONE };
  CasenessContactRow *contact;
  guint32 id = caseness_loader_find_id (loader->records->activity_ids, row, 0);

  score.activity = caseness_loader_get_slot (loader->activities, id, loader->submission);
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
static const CasenessLoaderTable month_tables[] = {
  { "select-patients", "IDS001MPI", NULL, caseness_loader_read_patient },
  { "select-practices", "IDS002GP", NULL, caseness_loader_read_practice },
  { "select-accommodation", "IDS003AccommStatus", "AccommodationTypeDate", caseness_loader_read_accommodation },
  { "select-disabilities", "IDS007DisabilityType", NULL, caseness_loader_read_disability },
  { "select-circumstances", "IDS011SocPerCircumstances", NULL, caseness_loader_read_circumstance },
  { "select-employment", "IDS004EmpStatus", NULL, caseness_loader_read_employment },
  { "select-referrals", "IDS101Referral", NULL, read_referral },
  { "select-conditions", "IDS602LongTermCondition", NULL, read_condition },
  { "select-contacts", "IDS201CareContact", NULL, read_contact },
  { "select-activities", "IDS202CareActivity", NULL, read_activity },
  { "select-internet-logs", "IDS205InternetTherLog", NULL, read_log },
  { "select-complaints", "IDS603PresentingComplaints", NULL, read_complaint },
  { "select-referral-scores", "IDS606CodedScoreAssessmentRefer", NULL, read_referral_score },
  { "select-activity-scores", "IDS607CodedScoreAssessmentAct", NULL, read_activity_score },
  { "select-qualifications", "IDS902CarePersQual", NULL, caseness_loader_read_qualification },
};

const CasenessLoaderTable *
caseness_loader_get_tables (guint *n)
{
  *n = G_N_ELEMENTS (month_tables);
  return month_tables;
}

static gboolean
read_table (CasenessLoader *loader, CasenessStore *store, gint64 submission, guint table, GCancellable *cancellable,
            GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, month_tables[table].statement, error);
  CasenessLoaderRow row = { .statement = statement };
  CasenessStep step;

  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_int (statement, ":submission", submission);
  while ((step = caseness_statement_step (statement, cancellable, error)) == CASENESS_STEP_ROW)
    month_tables[table].read (loader, &row);
  return step == CASENESS_STEP_DONE;
}

static CasenessDate
get_date (CasenessStatement *month, int column)
{
  return caseness_statement_is_null (month, column) ? CASENESS_DATE_NONE
                                                    : (CasenessDate) caseness_statement_get_int (month, column);
}

static gboolean
is_known (const CasenessLoader *loader, CasenessStatement *month)
{
  return loader->known_until == CASENESS_DATE_NONE || get_date (month, 3) <= loader->known_until;
}

void
caseness_loader_start_month (CasenessLoader *loader, const char *provider, CasenessDate period_start,
                             CasenessDate period_end)
{
  GArray *providers = loader->records->providers;
  CasenessProviderRow first = {
    .code = caseness_dictionary_add (loader->records->dictionary, provider),
    .first_period_start = period_start,
  };

  loader->submission = ++loader->records->n_submissions;
  if (providers->len == 0
      || CASENESS_ROW (providers, CasenessProviderRow, providers->len - 1)->code != first.code)
    g_array_append_val (providers, first);
  loader->provider = providers->len;
  loader->period_end = period_end;
  CASENESS_ROW (providers, CasenessProviderRow, providers->len - 1)->last_period_end = period_end;
}

/* So much of contacts and what hangs from them is in memory while months are read, or that of one month, whatever its
 * size; that of months before it goes to a file. A year of twenty thousand referrals takes less than half of it. */
#define ROOM (48 * 1024 * 1024)
static gsize room_for_tests;

/* An id takes its text, where that begins, and its slots in two tables. */
#define ID_BYTES 44

void
caseness_loader_set_room (gsize n_bytes)
{
  room_for_tests = n_bytes;
}

static gsize
measure_contacts (const CasenessRecords *records)
{
  return (gsize) records->contacts->len * (sizeof (CasenessContactRow) + ID_BYTES)
         + (gsize) records->activities->len * (sizeof (CasenessActivityRow) + ID_BYTES)
         + (gsize) records->scores->len * sizeof (CasenessScoreRow)
         + (gsize) records->answers->len * sizeof (CasenessAnswerRow);
}

static gboolean
put_aside (CasenessLoader *loader, GError **error)
{
  CasenessRecords *records = loader->records;

  if (records->spill == NULL)
    records->spill = caseness_spill_new (error);
  if (records->spill == NULL || !caseness_spill_put (records->spill, records, error))
    return FALSE;
  g_array_set_size (loader->contacts, 0);
  g_array_set_size (loader->activities, 0);
  return TRUE;
}

/* After a month, and before another. */
static gboolean
make_way (CasenessLoader *loader, GError **error)
{
  if (loader->keeps_rows
      || measure_contacts (loader->records) <= (room_for_tests > 0 ? room_for_tests : ROOM))
    return TRUE;
  return put_aside (loader, error);
}

/* After the last month: of what was put aside in part, all is. */
static gboolean
end_putting (CasenessLoader *loader, GError **error)
{
  return loader->records->spill == NULL
         || (put_aside (loader, error) && caseness_spill_close (loader->records->spill, loader->records, error));
}

/* Of lists that are put aside, no more than so many rows are in memory. */
#define MOST_ROOM (ROOM / sizeof (CasenessScoreRow))

/* Makes room for what every row may add, since growing the long lists took longer than filling them. Room that is not
 * needed is never touched. */
static gboolean
make_room (CasenessLoader *loader, CasenessStore *store, GError **error)
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
          guint n_read = lists[i].rows->len, n_kept = (guint) caseness_statement_get_int (kept, 1);

          g_array_set_size (lists[i].rows, MAX (n_read, loader->keeps_rows ? n_kept : MIN (n_kept, MOST_ROOM)));
          g_array_set_size (lists[i].rows, n_read);
        }
  return step == CASENESS_STEP_DONE;
}

static gboolean
read_months (CasenessLoader *loader, CasenessStore *store, guint n_read, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessStatement) months = caseness_store_prepare (store, "select-submissions", error);
  CasenessStep step;
  guint n_seen = 0, i;

  if (months == NULL || !make_room (loader, store, error))
    return FALSE;
  while ((step = caseness_statement_step (months, cancellable, error)) == CASENESS_STEP_ROW)
    {
      if (!is_known (loader, months) || n_seen++ < n_read)
        continue;
      if (!make_way (loader, error))
        return FALSE;
      caseness_loader_start_month (loader, caseness_statement_get_text (months, 1), get_date (months, 2),
                                   get_date (months, 3));
      for (i = 0; i < G_N_ELEMENTS (month_tables); i++)
        if (!read_table (loader, store, caseness_statement_get_int (months, 0), i, cancellable, error))
          return FALSE;
    }
  return step == CASENESS_STEP_DONE;
}

static GArray *
new_slots (void)
{
  return g_array_new (FALSE, TRUE, sizeof (CasenessLoaderSlot));
}

void
caseness_loader_init (CasenessLoader *loader, const CasenessSwitches *switches)
{
  const CasenessPeqQuestion *questions;
  const CasenessTool *tools;
  CasenessDictionary *dictionary;
  guint n, i;

  *loader = (CasenessLoader){
    .records = caseness_records_new (),
    .is_person_key_local = switches->person_key_is_local,
    .known_until = switches->known_until,
    .free_code = CASENESS_NO_ROW,
  };
  dictionary = loader->records->dictionary;
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
    caseness_loader_set_slot (loader->tools, caseness_dictionary_add (dictionary, tools[i].code), 1, i);
  questions = caseness_peq_get_questions (&n);
  for (i = 0; i < n; i++)
    caseness_loader_set_slot (loader->questions, caseness_dictionary_add (dictionary, questions[i].code), 1, i);
}

void
caseness_loader_clear (CasenessLoader *loader)
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
caseness_loader_read_rest (CasenessLoader *loader, CasenessStore *store, guint n_read, GCancellable *cancellable,
                           GError **error)
{
  if (!read_months (loader, store, n_read, cancellable, error) || !end_putting (loader, error))
    return NULL;
  caseness_dictionary_close (loader->records->contact_ids);
  caseness_dictionary_close (loader->records->activity_ids);
  return g_steal_pointer (&loader->records);
}

CasenessRecords *
caseness_loader_read_months (CasenessStore *store, const CasenessSwitches *switches, gboolean keeps_rows,
                             GCancellable *cancellable, GError **error)
{
  CasenessRecords *records;
  CasenessLoader loader;

  g_return_val_if_fail (store != NULL && switches != NULL, NULL);
  caseness_loader_init (&loader, switches);
  loader.keeps_rows = keeps_rows;
  records = caseness_loader_read_rest (&loader, store, 0, cancellable, error);
  caseness_loader_clear (&loader);
  return records;
}
