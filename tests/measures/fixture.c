/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-therapy.h"

#include <math.h>
#include <string.h>

#define PROVIDER "XA1"

typedef struct
{
  CasenessRecords *records;
  CasenessLocal *local;
  guint referral;
} Fixture;

static const char *
get_word (char **words, guint index)
{
  if (index >= g_strv_length (words) || strcmp (words[index], "-") == 0)
    return NULL;
  return words[index];
}

static guint32
get_number (Fixture *fixture, char **words, guint index)
{
  return caseness_dictionary_add (fixture->records->dictionary, get_word (words, index));
}

static guint32
get_id (CasenessDictionary *ids, char **words, guint index)
{
  return caseness_dictionary_add (ids, get_word (words, index));
}

static guint32
get_therapy (Fixture *fixture, const char *text)
{
  const CasenessTherapy *therapy = caseness_therapy_find (text);

  return caseness_dictionary_add (fixture->records->dictionary, therapy != NULL ? therapy->code : text);
}

/* "2025-01-31" or "2025-01-31T10:30" */
static CasenessDate
get_date (char **words, guint index, gint32 *time)
{
  const char *word = get_word (words, index);
  g_autofree char *day = NULL;
  CasenessDate date;

  if (time != NULL)
    *time = word != NULL && strlen (word) > 11 ? caseness_time_parse (word + 11) : CASENESS_TIME_NONE;
  if (word == NULL)
    return CASENESS_DATE_NONE;
  day = g_strndup (word, 10);
  date = caseness_date_parse (day);
  g_assert_cmpint (date, !=, CASENESS_DATE_NONE);
  return date;
}

static CasenessReferralRow *
get_referral (Fixture *fixture)
{
  return CASENESS_ROW (fixture->records->referrals, CasenessReferralRow, fixture->referral);
}

static CasenessLocalKey
get_key (Fixture *fixture)
{
  return (CasenessLocalKey){ 0, get_referral (fixture)->service_request_id };
}

static void
add_referral (Fixture *fixture, char **words)
{
  CasenessReferralRow referral = {
    .service_request_id = get_number (fixture, words, 1),
    .received = get_date (words, 2, NULL),
    .discharged = get_date (words, 3, NULL),
    .local_patient_id = caseness_dictionary_add (fixture->records->dictionary,
                                                 get_word (words, 4) != NULL ? words[4] : "P1"),
    .end_code = get_number (fixture, words, 5),
    .age = 40,
    .older = CASENESS_NO_ROW,
    .first_contact = CASENESS_NO_ROW,
    .first_log = CASENESS_NO_ROW,
    .first_complaint = CASENESS_NO_ROW,
    .first_score = CASENESS_NO_ROW,
    .first_answer = CASENESS_NO_ROW,
    .patient = CASENESS_NO_ROW,
    .first_condition = CASENESS_NO_ROW,
    .sent_first = caseness_date_new (2025, 1, 31),
    .sent_last = caseness_date_new (2025, 12, 31),
    .discharge_sent = CASENESS_DATE_NONE,
  };

  fixture->referral = fixture->records->referrals->len;
  g_array_append_val (fixture->records->referrals, referral);
}

static void
add_activity_score (Fixture *fixture, CasenessContactRow *contact, guint activity, const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ":", 2);
  CasenessScoreRow score = { .next = contact->first_score, .activity = activity };

  score.tool = caseness_tool_find_by_prefix (parts[0]);
  score.value = caseness_tool_read_score (score.tool, parts[1]);
  if (score.value == CASENESS_SCORE_NONE)
    return;
  contact->first_score = fixture->records->scores->len;
  g_array_append_val (fixture->records->scores, score);
}

static void
add_activity (Fixture *fixture, guint contact_index, const char *text)
{
  g_auto(GStrv) scores = g_strsplit (text, "+", -1);
  g_auto(GStrv) parts = g_strsplit (scores[0], "/", 3);
  CasenessContactRow *contact = CASENESS_ROW (fixture->records->contacts, CasenessContactRow, contact_index);
  guint index = fixture->records->activities->len, i;
  CasenessActivityRow activity = {
    .id = get_id (fixture->records->activity_ids, parts, 0),
    .contact = contact_index,
    .staff = get_number (fixture, parts, 1),
    .code = get_therapy (fixture, get_word (parts, 2)),
    .next = contact->first_activity,
  };

  contact->first_activity = index;
  g_array_append_val (fixture->records->activities, activity);
  for (i = 1; scores[i] != NULL; i++)
    add_activity_score (fixture, contact, index, scores[i]);
}

static void
add_contact (Fixture *fixture, char **words)
{
  g_auto(GStrv) attendance = g_strsplit (words[4], "/", 3);
  CasenessContactRow contact = {
    .id = get_id (fixture->records->contact_ids, words, 1),
    .submission = 1,
    .next = get_referral (fixture)->first_contact,
    .first_activity = CASENESS_NO_ROW,
    .first_score = CASENESS_NO_ROW,
    .first_answer = CASENESS_NO_ROW,
    .app_type = g_ascii_strtoull (words[3], NULL, 10),
    .attendance = g_ascii_strtoull (attendance[0], NULL, 10),
    .is_unplanned = strchr (attendance[0], 'N') != NULL,
    .is_integrated = strchr (attendance[0], 'I') != NULL,
    .psych_med = get_number (fixture, attendance, 1),
    .medium = get_word (attendance, 2) != NULL ? g_ascii_strtoull (attendance[2], NULL, 10) : 0,
  };
  guint index = fixture->records->contacts->len, i;

  contact.date = get_date (words, 2, &contact.time);
  get_referral (fixture)->first_contact = index;
  g_array_append_val (fixture->records->contacts, contact);
  for (i = 5; words[i] != NULL; i++)
    add_activity (fixture, index, words[i]);
}

static void
add_log (Fixture *fixture, char **words)
{
  CasenessLogRow log = {
    .next = get_referral (fixture)->first_log,
    .start = get_date (words, 1, NULL),
    .end = get_date (words, 2, NULL),
    .programme = get_number (fixture, words, 3),
    .minutes = get_word (words, 4) != NULL ? (int) g_ascii_strtoll (words[4], NULL, 10) : 0,
    .staff = get_number (fixture, words, 5),
  };

  get_referral (fixture)->first_log = fixture->records->logs->len;
  g_array_append_val (fixture->records->logs, log);
}

static void
add_score (Fixture *fixture, char **words)
{
  CasenessScoreRow score = { .next = get_referral (fixture)->first_score };
  gint32 time;

  score.date = get_date (words, 1, &time);
  score.time = time;
  score.tool = caseness_tool_find_by_prefix (words[2]);
  score.value = caseness_tool_read_score (score.tool, words[3]);
  get_referral (fixture)->first_score = fixture->records->scores->len;
  g_array_append_val (fixture->records->scores, score);
}

static void
add_answer (Fixture *fixture, char **words)
{
  CasenessAnswerRow answer = {
    .next = get_referral (fixture)->first_answer,
    .date = get_date (words, 1, NULL),
    .question = get_number (fixture, words, 2),
    .answer = get_number (fixture, words, 3),
  };

  get_referral (fixture)->first_answer = fixture->records->answers->len;
  g_array_append_val (fixture->records->answers, answer);
}

static void
add_complaint (Fixture *fixture, char **words)
{
  CasenessComplaintRow complaint = {
    .next = get_referral (fixture)->first_complaint,
    .scheme = get_word (words, 1) != NULL ? g_ascii_strtoull (words[1], NULL, 10) : 0,
    .code = get_number (fixture, words, 2),
    .significance = get_word (words, 3) != NULL ? g_ascii_strtoull (words[3], NULL, 10) : 0,
    .date = get_date (words, 4, NULL),
    .submission = 1,
    .order = fixture->records->complaints->len,
  };

  get_referral (fixture)->first_complaint = fixture->records->complaints->len;
  g_array_append_val (fixture->records->complaints, complaint);
}

static void
add_waiting (Fixture *fixture, char **words)
{
  CasenessWaitingRow waiting = {
    .key = get_key (fixture),
    .stage = get_number (fixture, words, 1),
    .added = get_date (words, 2, NULL),
    .removed = get_date (words, 3, NULL),
    .therapy = get_number (fixture, words, 4),
    .step = get_number (fixture, words, 5),
    .locality = get_number (fixture, words, 6),
    .team = get_number (fixture, words, 7),
    .staff = get_number (fixture, words, 8),
  };

  g_array_append_val (fixture->local->waiting, waiting);
}

static void
add_appointment (Fixture *fixture, char **words)
{
  CasenessAppointmentRow appointment = {
    .key = get_key (fixture),
    .id = get_number (fixture, words, 1),
    .app_type = g_ascii_strtoull (words[3], NULL, 10),
    .therapy = get_number (fixture, words, 4),
    .staff = get_number (fixture, words, 5),
  };

  appointment.date = get_date (words, 2, &appointment.time);
  g_array_append_val (fixture->local->appointments, appointment);
}

static void
add_attributes (Fixture *fixture, char **words)
{
  CasenessLocalReferralRow row = {
    .key = get_key (fixture),
    .locality = get_number (fixture, words, 1),
    .team = get_number (fixture, words, 2),
    .priority = get_number (fixture, words, 3),
  };

  g_array_append_val (fixture->local->referrals, row);
}

/* The same attributes in a row of their own, so that what is wanted is all there is to write. */
static void
add_deprivation (Fixture *fixture, char **words)
{
  CasenessLocalReferralRow row = { .key = get_key (fixture), .deprivation = get_number (fixture, words, 1) };

  g_array_append_val (fixture->local->referrals, row);
}

static void
add_staff (Fixture *fixture, char **words)
{
  CasenessStaffRow staff = {
    .key = { 0, get_number (fixture, words, 1) },
    .team = get_number (fixture, words, 2),
    .role = get_number (fixture, words, 3),
    .wte = 100,
    .started = CASENESS_DATE_NONE,
    .ended = CASENESS_DATE_NONE,
  };

  if (g_strv_length (words) > 4)
    staff.wte = (gint32) (g_ascii_strtod (words[4], NULL) * 100);
  if (g_strv_length (words) > 5)
    staff.started = get_date (words, 5, NULL);
  if (g_strv_length (words) > 6)
    staff.ended = get_date (words, 6, NULL);
  g_array_append_val (fixture->local->staff, staff);
}

static void
add_population (Fixture *fixture, char **words)
{
  CasenessDictionary *dictionary = fixture->records->dictionary;
  CasenessPopulationRow row = {
    .area = caseness_dictionary_add (dictionary, words[1]),
    .type = caseness_dictionary_add (dictionary, g_strdelimit (words[2], "~", ' ')),
    .group = caseness_dictionary_add (dictionary, g_strdelimit (words[3], "~", ' ')),
    .population = g_ascii_strtod (words[4], NULL),
    .prevalence = words[5] != NULL && *words[5] != '-' ? g_ascii_strtod (words[5], NULL) : NAN,
  };

  g_array_append_val (fixture->local->population, row);
}

static void
add_person (Fixture *fixture, char **words)
{
  CasenessPatientRow patient = {
    .local_patient_id = get_referral (fixture)->local_patient_id,
    .birth_month = g_ascii_strtoull (words[1], NULL, 10),
    .gender = get_number (fixture, words, 2),
    .ethnicity = get_number (fixture, words, 3),
    .first_employment = CASENESS_NO_ROW,
    .first_disability = CASENESS_NO_ROW,
    .first_circumstance = CASENESS_NO_ROW,
  };

  get_referral (fixture)->patient = fixture->records->patients->len;
  g_array_append_val (fixture->records->patients, patient);
}

static void
add_condition (Fixture *fixture, char **words)
{
  CasenessReferralRow *referral = get_referral (fixture);
  CasenessCodeRow row = { .next = referral->first_condition, .code = get_number (fixture, words, 1) };

  referral->first_condition = fixture->records->codes->len;
  g_array_append_val (fixture->records->codes, row);
}

static void
add_employment (Fixture *fixture, char **words)
{
  CasenessPatientRow *patient
    = CASENESS_ROW (fixture->records->patients, CasenessPatientRow, get_referral (fixture)->patient);
  CasenessEmploymentRow row = {
    .next = patient->first_employment,
    .order = fixture->records->employment->len,
    .date = get_date (words, 1, NULL),
    .status = get_number (fixture, words, 2),
    .sick_absence = get_number (fixture, words, 3),
    .sick_pay = get_number (fixture, words, 4),
    .support = get_number (fixture, words, 5),
    .support_referred = CASENESS_DATE_NONE,
    .support_discharged = get_date (words, 6, NULL),
  };

  patient->first_employment = fixture->records->employment->len;
  g_array_append_val (fixture->records->employment, row);
}

static void
add_qualification (Fixture *fixture, char **words)
{
  CasenessQualificationRow row = {
    .staff = get_number (fixture, words, 1),
    .level = g_ascii_strtoull (words[2], NULL, 10),
    .period_end = caseness_date_new (2025, 1, 31),
    .awarded = get_date (words, 3, NULL),
    .planned = get_date (words, 4, NULL),
  };

  g_array_append_val (fixture->records->qualifications, row);
}

static const struct
{
  const char *word;
  void (*add) (Fixture *fixture, char **words);
} row_kinds[] = {
  { "R", add_referral }, { "C", add_contact },     { "L", add_log },         { "S", add_score }, { "A", add_answer }, { "P", add_complaint },
  { "W", add_waiting },  { "B", add_appointment }, { "Q", add_attributes },  { "F", add_staff },
  { "M", add_person },   { "E", add_employment },  { "V", add_qualification },
  { "G", add_population }, { "D", add_deprivation }, { "K", add_condition },
};

static void
add_row (Fixture *fixture, const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (row_kinds); i++)
    if (strcmp (words[0], row_kinds[i].word) == 0)
      {
        row_kinds[i].add (fixture, words);
        return;
      }
  g_error ("no such row: %s", text);
}

CasenessSnapshot *
fixture_snapshot_new (const char *script, const CasenessSwitches *switches)
{
  g_auto(GStrv) rows = g_strsplit_set (script, ";", -1);
  Fixture fixture = { caseness_records_new (), caseness_local_new (), 0 };
  CasenessProviderRow provider = {
    .code = caseness_dictionary_add (fixture.records->dictionary, PROVIDER),
    .first_period_start = caseness_date_new (2025, 1, 1),
    .last_period_end = caseness_date_new (2025, 12, 31),
  };
  CasenessSwitches defaults;
  guint i;

  caseness_switches_init (&defaults);
  fixture.records->n_submissions = 1;
  g_array_append_val (fixture.records->providers, provider);
  for (i = 0; rows[i] != NULL; i++)
    if (*g_strstrip (rows[i]) != '\0')
      add_row (&fixture, rows[i]);
  return caseness_snapshot_new (fixture.records, fixture.local, switches != NULL ? switches : &defaults);
}

void
fixture_check_row (const char *csv, guint row, const char *expected, const char *why)
{
  g_auto(GStrv) lines = g_strsplit (csv, "\n", -1);
  g_auto(GStrv) headings = g_strsplit (lines[0], ",", -1);
  g_auto(GStrv) cells = NULL;
  g_auto(GStrv) words = g_strsplit (expected, " ", -1);
  guint i, k;

  g_assert_cmpuint (g_strv_length (lines), >, row + 1);
  cells = g_strsplit (lines[row + 1], ",", -1);
  for (i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (g_strdelimit (words[i], "~", ' '), "=", 2);

      for (k = 0; headings[k] != NULL && strcmp (headings[k], pair[0]) != 0; k++)
        ;
      g_assert_nonnull (headings[k]);
      if (strcmp (cells[k], pair[1]) != 0)
        g_test_message ("%s: row %u, %s", why, row, pair[0]);
      g_assert_cmpstr (cells[k], ==, pair[1]);
    }
}
