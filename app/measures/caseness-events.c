/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-events.h"

#include "caseness-peq.h"

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

/* Levels that count as a qualification (derivations, section 1). */
static const guint8 qualifying_levels[] = { 10, 11, 12, 13, 14, 15, 16, 17, 30, 31 };

static void
spans_init (CasenessSpans *spans, gsize size)
{
  guint32 zero = 0;

  spans->rows = g_array_new (FALSE, FALSE, size);
  spans->first = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (spans->first, zero);
}

static void
spans_clear (CasenessSpans *spans)
{
  g_array_unref (spans->rows);
  g_array_unref (spans->first);
}

static void
spans_end_owner (CasenessSpans *spans)
{
  guint32 end = spans->rows->len;

  g_array_append_val (spans->first, end);
}

guint
caseness_spans_get (const CasenessSpans *spans, guint owner, guint *n)
{
  guint first;

  g_return_val_if_fail (owner + 1 < spans->first->len, 0);
  first = g_array_index (spans->first, guint32, owner);
  *n = g_array_index (spans->first, guint32, owner + 1) - first;
  return first;
}

static int
compare_employment (gconstpointer a, gconstpointer b)
{
  const CasenessEmploymentRow *first = a, *second = b;

  return first->date != second->date ? COMPARE (first->date, second->date) : COMPARE (first->order, second->order);
}

static void
add_employment (CasenessEvents *events, const CasenessRecords *records, const CasenessPatientRow *patient)
{
  GArray *rows = events->employment.rows;
  guint first = rows->len;
  guint32 index = patient->first_employment;

  while (index != CASENESS_NO_ROW)
    {
      const CasenessEmploymentRow *row = CASENESS_ROW (records->employment, CasenessEmploymentRow, index);

      g_array_append_val (rows, *row);
      index = row->next;
    }
  if (rows->len > first + 1)
    qsort (rows->data + first * sizeof (CasenessEmploymentRow), rows->len - first, sizeof (CasenessEmploymentRow),
           compare_employment);
  spans_end_owner (&events->employment);
}

static int
compare_qualifications (gconstpointer a, gconstpointer b)
{
  const CasenessQualificationRow *first = a, *second = b;

  if (first->provider != second->provider)
    return COMPARE (first->provider, second->provider);
  if (first->staff != second->staff)
    return COMPARE (first->staff, second->staff);
  if (first->level != second->level)
    return COMPARE (first->level, second->level);
  return COMPARE (first->period_end, second->period_end);
}

CasenessEvents *
caseness_events_new (const CasenessRecords *records)
{
  CasenessEvents *events = g_new0 (CasenessEvents, 1);
  guint i;

  spans_init (&events->contacts, sizeof (CasenessContact));
  spans_init (&events->logs, sizeof (CasenessLog));
  spans_init (&events->answers, sizeof (CasenessAnswerEvent));
  for (i = 0; i < CASENESS_N_PATHWAY_LISTS; i++)
    spans_init (&events->lists[i], sizeof (guint32));
  spans_init (&events->employment, sizeof (CasenessEmploymentRow));
  events->staff = g_array_new (FALSE, FALSE, sizeof (guint32));
  events->employment_pathways = g_array_new (FALSE, FALSE, sizeof (guint32));
  events->people = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (i = 0; i < records->patients->len; i++)
    add_employment (events, records, CASENESS_ROW (records->patients, CasenessPatientRow, i));
  events->qualifications = g_array_copy (records->qualifications);
  g_array_sort (events->qualifications, compare_qualifications);
  events->provider_codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (i = 0; i < records->providers->len; i++)
    g_array_append_val (events->provider_codes, CASENESS_ROW (records->providers, CasenessProviderRow, i)->code);
  return events;
}

static void
add_codes (CasenessEvents *events, const CasenessRecords *records, CasenessPathwayList list, guint32 index)
{
  while (index != CASENESS_NO_ROW)
    {
      const CasenessCodeRow *row = CASENESS_ROW (records->codes, CasenessCodeRow, index);

      g_array_append_val (events->lists[list].rows, row->code);
      index = row->next;
    }
  spans_end_owner (&events->lists[list]);
}

static void
add_programmes (CasenessEvents *events, const CasenessRecords *records, const CasenessReferralRow *referral)
{
  CasenessSpans *programmes = &events->lists[CASENESS_PATHWAY_PROGRAMMES];
  guint32 index = referral->first_log;

  while (index != CASENESS_NO_ROW)
    {
      const CasenessLogRow *log = CASENESS_ROW (records->logs, CasenessLogRow, index);

      if (log->programme != 0)
        g_array_append_val (programmes->rows, log->programme);
      index = log->next;
    }
  spans_end_owner (programmes);
}

static void
add_contacts (CasenessEvents *events, guint pathway, const CasenessDeriver *deriver)
{
  const GArray *contacts = caseness_deriver_get_contacts (deriver), *staff = caseness_deriver_get_staff (deriver);
  guint first_staff = events->staff->len, i;

  if (staff->len > 0)
    g_array_append_vals (events->staff, staff->data, staff->len);
  for (i = 0; i < contacts->len; i++)
    {
      CasenessContact contact = g_array_index (contacts, CasenessContact, i);

      contact.pathway = pathway;
      contact.first_staff += first_staff;
      g_array_append_val (events->contacts.rows, contact);
    }
  spans_end_owner (&events->contacts);
}

static void
add_logs (CasenessEvents *events, guint pathway, const CasenessDeriver *deriver)
{
  const GArray *logs = caseness_deriver_get_logs (deriver);
  guint i;

  for (i = 0; i < logs->len; i++)
    {
      CasenessLog log = g_array_index (logs, CasenessLog, i);

      log.pathway = pathway;
      g_array_append_val (events->logs.rows, log);
    }
  spans_end_owner (&events->logs);
}

/* A question answered twice on one day counts as it was sent last. */
static gboolean
is_answered (const CasenessEvents *events, const CasenessAnswerEvent *answer)
{
  const CasenessSpans *answers = &events->answers;
  guint i = g_array_index (answers->first, guint32, answers->first->len - 1);

  for (; i < answers->rows->len; i++)
    {
      const CasenessAnswerEvent *other = &g_array_index (answers->rows, CasenessAnswerEvent, i);

      if (other->question == answer->question && other->date == answer->date)
        return TRUE;
    }
  return FALSE;
}

/* Lists begin with what was sent last. */
static void
add_list_of_answers (CasenessEvents *events, const CasenessRecords *records, guint pathway, guint32 index)
{
  while (index != CASENESS_NO_ROW)
    {
      const CasenessAnswerRow *row = CASENESS_ROW (records->answers, CasenessAnswerRow, index);
      CasenessAnswerEvent answer = { row->date, pathway, row->question, row->answer };

      if (!is_answered (events, &answer))
        g_array_append_val (events->answers.rows, answer);
      index = row->next;
    }
}

static void
add_answers (CasenessEvents *events, const CasenessRecords *records, guint pathway, const CasenessReferralRow *referral)
{
  guint32 index = referral->first_contact;

  while (index != CASENESS_NO_ROW)
    {
      const CasenessContactRow *contact = CASENESS_ROW (records->contacts, CasenessContactRow, index);

      if (!contact->is_superseded)
        add_list_of_answers (events, records, pathway, contact->first_answer);
      index = contact->next;
    }
  add_list_of_answers (events, records, pathway, referral->first_answer);
  spans_end_owner (&events->answers);
}

guint
caseness_events_get_answered (const CasenessEvents *events, const CasenessDictionary *dictionary)
{
  guint n, flags = 0, i, first = caseness_spans_get (&events->answers, events->answers.first->len - 2, &n);

  for (i = first; i < first + n; i++)
    {
      const CasenessAnswerEvent *answer = &g_array_index (events->answers.rows, CasenessAnswerEvent, i);
      const CasenessPeqQuestion *question
        = caseness_peq_find_question (caseness_dictionary_get (dictionary, answer->question));

      if (answer->answer != 0)
        flags |= question->is_treatment ? CASENESS_PATHWAY_TREATMENT_ANSWERED : CASENESS_PATHWAY_ASSESSMENT_ANSWERED;
    }
  return flags;
}

void
caseness_events_add (CasenessEvents *events, const CasenessRecords *records, guint index,
                     const CasenessDeriver *deriver)
{
  const CasenessReferralRow *referral = CASENESS_ROW (records->referrals, CasenessReferralRow, index);
  const CasenessPatientRow *patient = NULL;

  if (referral->patient != CASENESS_NO_ROW)
    patient = CASENESS_ROW (records->patients, CasenessPatientRow, referral->patient);
  add_contacts (events, events->people->len, deriver);
  add_logs (events, events->people->len, deriver);
  add_answers (events, records, events->people->len, referral);
  add_codes (events, records, CASENESS_PATHWAY_DISABILITIES,
             patient != NULL ? patient->first_disability : CASENESS_NO_ROW);
  add_codes (events, records, CASENESS_PATHWAY_CIRCUMSTANCES,
             patient != NULL ? patient->first_circumstance : CASENESS_NO_ROW);
  add_codes (events, records, CASENESS_PATHWAY_LONG_TERM_CONDITIONS, referral->first_condition);
  add_programmes (events, records, referral);
  g_array_append_val (events->people, referral->patient);
}

void
caseness_events_finish (CasenessEvents *events, const CasenessDate *received)
{
  guint32 nobody = CASENESS_NO_ROW;
  guint pathway, i;

  for (i = 0; i < events->employment.rows->len; i++)
    g_array_append_val (events->employment_pathways, nobody);
  for (pathway = 0; pathway < events->people->len; pathway++)
    {
      guint32 person = g_array_index (events->people, guint32, pathway);
      guint first, n;

      if (person == CASENESS_NO_ROW)
        continue;
      first = caseness_spans_get (&events->employment, person, &n);
      for (i = first; i < first + n; i++)
        {
          guint32 *latest = &g_array_index (events->employment_pathways, guint32, i);

          if (*latest == CASENESS_NO_ROW || received[pathway] >= received[*latest])
            *latest = pathway;
        }
    }
}

void
caseness_events_free (CasenessEvents *events)
{
  guint i;

  if (events == NULL)
    return;
  spans_clear (&events->contacts);
  spans_clear (&events->logs);
  spans_clear (&events->answers);
  for (i = 0; i < CASENESS_N_PATHWAY_LISTS; i++)
    spans_clear (&events->lists[i]);
  spans_clear (&events->employment);
  g_array_unref (events->staff);
  g_array_unref (events->employment_pathways);
  g_array_unref (events->people);
  g_array_unref (events->qualifications);
  g_array_unref (events->provider_codes);
  g_free (events);
}

static guint
find_qualifications (const CasenessEvents *events, guint32 provider, guint32 staff)
{
  guint low = 0, high = events->qualifications->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CasenessQualificationRow *row
        = CASENESS_ROW (events->qualifications, CasenessQualificationRow, middle);

      if (row->provider < provider || (row->provider == provider && row->staff < staff))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_qualifying (guint level)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (qualifying_levels); i++)
    if (qualifying_levels[i] == level)
      return TRUE;
  return FALSE;
}

static CasenessStaffClass
classify_row (const CasenessQualificationRow *row, CasenessDate day)
{
  if (!is_qualifying (row->level))
    return CASENESS_STAFF_LISTED;
  if (row->awarded != CASENESS_DATE_NONE && row->awarded <= day)
    return CASENESS_STAFF_QUALIFIED;
  return row->planned != CASENESS_DATE_NONE ? CASENESS_STAFF_IN_TRAINING : CASENESS_STAFF_LISTED;
}

/* Of each level the latest row that was known. */
static CasenessStaffClass
classify_member (const CasenessEvents *events, guint32 provider, guint32 staff, CasenessDate day,
                 CasenessDate known_by)
{
  CasenessStaffClass class = CASENESS_STAFF_MISSING;
  guint i;

  for (i = find_qualifications (events, provider, staff); i < events->qualifications->len; i++)
    {
      const CasenessQualificationRow *row = CASENESS_ROW (events->qualifications, CasenessQualificationRow, i);
      const CasenessQualificationRow *next
        = i + 1 < events->qualifications->len ? row + 1 : NULL;

      if (row->provider != provider || row->staff != staff)
        break;
      if (row->period_end > known_by
          || (next != NULL && next->provider == provider && next->staff == staff && next->level == row->level
              && next->period_end <= known_by))
        continue;
      class = MAX (class, classify_row (row, day));
    }
  return class;
}

CasenessStaffClass
caseness_events_classify_staff (const CasenessEvents *events, guint32 provider, const CasenessContact *contact,
                                CasenessDate known_by)
{
  CasenessStaffClass class = CASENESS_STAFF_MISSING;
  guint number, i;

  for (number = 0; number < events->provider_codes->len
                   && g_array_index (events->provider_codes, guint32, number) != provider; number++)
    ;
  for (i = 0; i < contact->n_staff; i++)
    {
      guint32 staff = g_array_index (events->staff, guint32, contact->first_staff + i);

      class = MAX (class, classify_member (events, number, staff, contact->date, known_by));
    }
  return class;
}
