/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-private.h"

#include "caseness-spec.h"

#include <string.h>

/* The tables of a submission, in the order of their numbers. */
typedef enum
{
  HEADER,
  PATIENT,
  PRACTICE,
  ACCOMMODATION,
  EMPLOYMENT,
  DISABILITY,
  CIRCUMSTANCE,
  OVERSEAS,
  REFERRAL,
  ONWARD,
  PAUSE,
  CONTACT,
  ACTIVITY,
  INTERNET,
  HISTORY,
  CONDITION,
  COMPLAINT,
  REFERRAL_SCORE,
  ACTIVITY_SCORE,
  CLUSTER,
  QUALIFICATION,
  N_TABLES,
} Table;

static const char *const table_names[N_TABLES] = {
  [HEADER] = "IDS000Header",
  [PATIENT] = "IDS001MPI",
  [PRACTICE] = "IDS002GP",
  [ACCOMMODATION] = "IDS003AccommStatus",
  [EMPLOYMENT] = "IDS004EmpStatus",
  [DISABILITY] = "IDS007DisabilityType",
  [CIRCUMSTANCE] = "IDS011SocPerCircumstances",
  [OVERSEAS] = "IDS012OverseasVisitorChargCat",
  [REFERRAL] = "IDS101Referral",
  [ONWARD] = "IDS105OnwardReferral",
  [PAUSE] = "IDS108WaitingTimePauses",
  [CONTACT] = "IDS201CareContact",
  [ACTIVITY] = "IDS202CareActivity",
  [INTERNET] = "IDS205InternetTherLog",
  [HISTORY] = "IDS601MedHistPrevDiag",
  [CONDITION] = "IDS602LongTermCondition",
  [COMPLAINT] = "IDS603PresentingComplaints",
  [REFERRAL_SCORE] = "IDS606CodedScoreAssessmentRefer",
  [ACTIVITY_SCORE] = "IDS607CodedScoreAssessmentAct",
  [CLUSTER] = "IDS803CareCluster",
  [QUALIFICATION] = "IDS902CarePersQual",
};

/* The month being written. */
typedef struct
{
  const CasenessDemoService *service;
  const CasenessPeriod *month;
  const char *folder;
  CasenessDemoOutput *output;
  CasenessCsvWriter *rows[N_TABLES];
  guint8 *is_sent; /* one a person: rows of the patient are written once */
} Month;

/* One row of text cells; the last argument is NULL. Empty text is an empty cell. */
static void add_row (Month *month, Table table, ...) G_GNUC_NULL_TERMINATED;

static void
add_row (Month *month, Table table, ...)
{
  va_list cells;
  const char *text;

  va_start (cells, table);
  while ((text = va_arg (cells, const char *)) != NULL)
    caseness_csv_writer_text (month->rows[table], text);
  va_end (cells);
  caseness_csv_writer_end_row (month->rows[table]);
}

static const char *
write_time (int seconds, char buffer[9])
{
  g_snprintf (buffer, 9, "%02u:%02u:%02u", (guint) seconds / 3600 % 24, (guint) seconds / 60 % 60,
              (guint) seconds % 60);
  return buffer;
}

static const char *
write_number (int number, char buffer[12])
{
  g_snprintf (buffer, 12, "%d", number);
  return buffer;
}

static void
start_tables (Month *month)
{
  guint i, f;

  for (i = 0; i < N_TABLES; i++)
    {
      const CasenessTableSpec *spec = caseness_spec_find_table (table_names[i]);

      month->rows[i] = caseness_csv_writer_new (FALSE);
      for (f = 0; f < spec->n_fields; f++)
        if (!spec->fields[f].is_only_in_2_0)
          caseness_csv_writer_text (month->rows[i], spec->fields[f].name);
      caseness_csv_writer_end_row (month->rows[i]);
    }
}

static gboolean
save_tables (Month *month, gboolean is_last, GError **error)
{
  guint i;

  for (i = 0; i < N_TABLES; i++)
    if (!caseness_demo_output_save (month->output, month->folder, table_names[i], month->rows[i], is_last,
                                    error))
      return FALSE;
  return TRUE;
}

static void
add_header (Month *month)
{
  const CasenessDemoService *service = month->service;
  char start[11], end[11], created[11];
  g_autofree char *stamp = NULL;

  caseness_date_write_iso (month->month->start, start);
  caseness_date_write_iso (month->month->end, end);
  caseness_date_write_iso (month->month->end + caseness_demo_whole (service->tables->rates.creation_day),
                           created);
  stamp = g_strconcat (created, " 09:30:00", NULL);
  add_row (month, HEADER, "2.1", service->code, service->code, "Caseness demo", start, end, stamp, NULL);
}

/* Whoever is training when the month ends will qualify on a last day of September within the two years
 * allowed. */
static void
add_qualifications (Month *month)
{
  const CasenessDemoService *service = month->service;
  char day[11];
  int year, month_number;
  guint i;

  caseness_date_split (month->month->end, &year, &month_number, NULL);
  for (i = 0; i < service->staff->len; i++)
    {
      const CasenessDemoClinician *clinician = &g_array_index (service->staff, CasenessDemoClinician, i);

      if (clinician->qualified == CASENESS_DATE_NONE)
        {
          caseness_date_write_iso (caseness_date_new (year + (month_number >= 9 ? 1 : 0), 9, 30), day);
          add_row (month, QUALIFICATION, clinician->id, clinician->role->qualification, "", day, NULL);
        }
      else
        {
          caseness_date_write_iso (clinician->qualified, day);
          add_row (month, QUALIFICATION, clinician->id, clinician->role->qualification, day, "", NULL);
        }
    }
}

/* ---- the patient ---- */

static void
add_patient (Month *month, const CasenessDemoPerson *person)
{
  const CasenessDemoService *service = month->service;
  char born[11], known_from[11], registered[11];
  char practice[7];

  caseness_date_write_iso (person->born, born);
  caseness_date_write_iso (person->known_from, known_from);
  caseness_date_write_iso (person->born + 400, registered);
  g_snprintf (practice, sizeof practice, "X%02u%03u", service->number % 100, person->practice % 1000);
  add_row (month, PATIENT, person->id, service->code, person->nhs_number, person->nhs_status, born,
           person->postcode, person->gender, person->identity, person->same_at_birth, person->ethnicity, "",
           person->armed_forces, person->language, person->education, NULL);
  add_row (month, PRACTICE, person->id, practice, registered, "", NULL);
  if (*person->accommodation != '\0')
    add_row (month, ACCOMMODATION, person->id, person->accommodation,
             strcmp (person->accommodation, "14") == 0 ? "N" : "Y", known_from, "", "", NULL);
  if (*person->disability != '\0')
    add_row (month, DISABILITY, person->id, person->disability, NULL);
  if (*person->orientation != '\0')
    add_row (month, CIRCUMSTANCE, person->id, person->orientation, known_from, NULL);
  if (*person->religion != '\0')
    add_row (month, CIRCUMSTANCE, person->id, person->religion, known_from, NULL);
  if (person->is_perinatal)
    add_row (month, CIRCUMSTANCE, person->id, "1127321000000108", known_from, NULL);
}

static void
add_work (Month *month, const CasenessDemoPerson *person, const CasenessDemoCourse *course)
{
  gboolean has_support = course->support_referred != CASENESS_DATE_NONE;
  char date[11], referred[11], ended[11] = "";
  guint i;

  caseness_date_write_iso (course->support_referred, referred);
  if (course->support_ended != CASENESS_DATE_NONE && course->support_ended <= month->month->end)
    caseness_date_write_iso (course->support_ended, ended);
  for (i = 0; i < course->work->len; i++)
    {
      const CasenessDemoWork *work = &g_array_index (course->work, CasenessDemoWork, i);

      if (work->date > month->month->end)
        break;
      add_row (month, EMPLOYMENT, person->id, work->status, caseness_date_write_iso (work->date, date),
               work->hours, work->self_employed, work->off_sick, work->sick_pay, work->benefits,
               strcmp (work->status, "04") == 0 ? work->benefits : "N", work->universal_credit, "N",
               has_support ? "Y" : "NA", referred, ended, NULL);
    }
}

/* ---- the referral ---- */

static void
add_referral (Month *month, const CasenessDemoPerson *person, const CasenessDemoCourse *course)
{
  char received[11], discharged[11] = "", pause[11], pause_end[11] = "", history[11];
  gboolean is_ended = course->discharged <= month->month->end;

  caseness_date_write_iso (course->received, received);
  if (is_ended)
    caseness_date_write_iso (course->discharged, discharged);
  add_row (month, REFERRAL, course->id, person->id, month->service->commissioner, received, course->source,
           course->onset, course->previous_diagnosis, is_ended ? course->end_code : "", discharged, NULL);
  if (strcmp (course->end_code, "13") == 0 && caseness_period_contains (month->month, course->discharged))
    add_row (month, ONWARD, course->id, discharged, "", "", "XQ9", NULL);
  if (course->pause_start != CASENESS_DATE_NONE && course->pause_start <= month->month->end
      && course->pause_end >= month->month->start)
    {
      if (course->pause_end <= month->month->end)
        caseness_date_write_iso (course->pause_end, pause_end);
      add_row (month, PAUSE, "1", course->id, caseness_date_write_iso (course->pause_start, pause), pause_end,
               "02", NULL);
    }
  if (*course->condition != '\0')
    add_row (month, CONDITION, course->id, "04", course->condition, NULL);
  if (*course->previous_diagnosis == 'Y')
    add_row (month, HISTORY, person->id, "02", "F329",
             caseness_date_write_iso (MAX (course->received - 900, person->born + 3000), history), NULL);
}

/* A presenting complaint is recorded at the first appointment; some are put right at the second. */
static void
add_complaints (Month *month, const CasenessDemoCourse *course)
{
  char date[11];
  CasenessDate recorded = course->first_seen != CASENESS_DATE_NONE ? course->first_seen : course->received;
  CasenessDate corrected = recorded;

  if (course->earlier_complaint != NULL)
    corrected = MIN (recorded + 20, course->discharged);
  if (course->earlier_complaint != NULL && recorded < corrected && recorded <= month->month->end)
    add_row (month, COMPLAINT, course->id, course->earlier_scheme, course->earlier_complaint, "1",
             caseness_date_write_iso (recorded, date), NULL);
  if (course->complaint != NULL && corrected <= month->month->end)
    add_row (month, COMPLAINT, course->id, course->descriptor->scheme, course->complaint, "1",
             caseness_date_write_iso (corrected, date), NULL);
  if (course->second_complaint != NULL && recorded <= month->month->end)
    add_row (month, COMPLAINT, course->id, course->second_scheme, course->second_complaint, "2",
             caseness_date_write_iso (recorded, date), NULL);
}

/* ---- what happened in the month ---- */

/* Contacts and activities are numbered along the course, whatever month they fall in. */
static void
write_contact_id (const CasenessDemoCourse *course, guint place, char letter, char buffer[20])
{
  g_snprintf (buffer, 20, "%c%07u%03u", letter, course->number + 1, place + 1);
}

static void
add_activities (Month *month,
                const CasenessDemoCourse *course,
                guint place,
                const CasenessDemoContact *contact)
{
  const GArray *staff = month->service->staff;
  char contact_id[20], activity_id[20], minutes[12];

  write_contact_id (course, place, 'C', contact_id);
  write_contact_id (course, place, 'A', activity_id);
  write_number (contact->minutes, minutes);
  add_row (month, ACTIVITY, activity_id, contact_id,
           g_array_index (staff, CasenessDemoClinician, contact->staff).id, contact->is_seen ? minutes : "",
           contact->therapy, "", "", "", "", "", NULL);
  if (contact->second_staff < 0 || contact->second_staff == (int) contact->staff)
    return;
  write_contact_id (course, place, 'B', activity_id);
  add_row (month, ACTIVITY, activity_id, contact_id,
           g_array_index (staff, CasenessDemoClinician, contact->second_staff).id, minutes, contact->therapy,
           "", "", "", "", "", NULL);
}

static void
add_contact (Month *month,
             const CasenessDemoPerson *person,
             const CasenessDemoCourse *course,
             guint place,
             const CasenessDemoContact *contact)
{
  gboolean is_face_to_face = strcmp (contact->mechanism, "01") == 0;
  char id[20], date[11], time[9], minutes[12], people[12] = "", site[8] = "";

  write_contact_id (course, place, 'C', id);
  write_number (contact->minutes, minutes);
  if (contact->group > 0)
    write_number (contact->group, people);
  if (is_face_to_face)
    g_snprintf (site, sizeof site, "%s%02u", month->service->code, person->locality + 1);
  add_row (month, CONTACT, id, course->id, caseness_date_write_iso (contact->date, date),
           write_time (contact->time, time), month->service->commissioner, contact->is_unplanned ? "N" : "Y",
           contact->attendance, contact->cancellation, contact->is_seen ? minutes : "",
           course->is_integrated ? "Y" : "N", contact->type, contact->mechanism, "",
           contact->group > 0 ? "3" : "1", people, contact->group > 0 ? "2" : "",
           contact->is_seen ? course->medication : "", contact->location, site,
           course->needs_interpreter ? person->language : "en", course->needs_interpreter ? "1" : "4", NULL);
  add_activities (month, course, place, contact);
}

static void
add_logs (Month *month, const CasenessDemoCourse *course)
{
  char start[11], end[11], minutes[12];
  guint i;

  for (i = 0; i < course->logs->len; i++)
    {
      const CasenessDemoLog *log = &g_array_index (course->logs, CasenessDemoLog, i);

      if (caseness_period_contains (month->month, log->end))
        add_row (month, INTERNET, course->id, caseness_date_write_iso (log->start, start),
                 caseness_date_write_iso (log->end, end), course->programme,
                 write_number (log->minutes, minutes),
                 g_array_index (month->service->staff, CasenessDemoClinician, log->staff).id, "N", NULL);
    }
}

static void
add_scores (Month *month, const CasenessDemoCourse *course)
{
  char activity[20], date[11], time[9];
  guint i;

  for (i = 0; i < course->scores->len; i++)
    {
      const CasenessDemoScore *score = &g_array_index (course->scores, CasenessDemoScore, i);

      if (!caseness_period_contains (month->month, score->date))
        continue;
      if (score->contact < 0)
        {
          add_row (month, REFERRAL_SCORE, course->id, score->tool, score->value,
                   caseness_date_write_iso (score->date, date), write_time (score->time, time), NULL);
          continue;
        }
      write_contact_id (course, (guint) score->contact, 'A', activity);
      add_row (month, ACTIVITY_SCORE, activity, score->tool, score->value, NULL);
    }
}

/* Open at any time in the month, or back in it for a follow-up or a questionnaire. */
static gboolean
is_in_month (const Month *month, const CasenessDemoCourse *course)
{
  return course->discharged >= month->month->start
         || caseness_period_contains (month->month, course->late_contact)
         || caseness_period_contains (month->month, course->late_answers);
}

static void
add_course (Month *month, guint32 person_number, const CasenessDemoPerson *person, CasenessDemoCourse *course)
{
  guint i;

  if (!month->is_sent[person_number])
    add_patient (month, person);
  month->is_sent[person_number] = TRUE;
  add_work (month, person, course);
  add_referral (month, person, course);
  add_complaints (month, course);
  for (i = 0; i < course->contacts->len; i++)
    {
      const CasenessDemoContact *contact = &g_array_index (course->contacts, CasenessDemoContact, i);

      if (caseness_period_contains (month->month, contact->date))
        add_contact (month, person, course, i, contact);
    }
  add_logs (month, course);
  add_scores (month, course);
}

static gboolean
add_courses (Month *month, GError **error)
{
  g_autoptr(CasenessDemoCourse) course = caseness_demo_course_new ();
  CasenessDemoPerson person;
  guint i;

  for (i = 0; i < month->service->referrals->len; i++)
    {
      const CasenessDemoReferral *referral
          = &g_array_index (month->service->referrals, CasenessDemoReferral, i);

      if (referral->received > month->month->end)
        break;
      if (referral->last_sent < month->month->start)
        continue;
      caseness_demo_person_make (month->service, referral->person, &person);
      caseness_demo_course_make (month->service, i, referral->received, &person, course);
      if (!is_in_month (month, course))
        continue;
      caseness_demo_score (month->service, &person, course);
      add_course (month, referral->person, &person, course);
      if (!save_tables (month, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
caseness_demo_write_month (const CasenessDemoService *service,
                           const CasenessPeriod *period,
                           const char *folder,
                           CasenessDemoOutput *output,
                           GError **error)
{
  Month month = { .service = service, .month = period, .folder = folder, .output = output };
  gboolean is_written;
  guint i;

  if (!caseness_demo_output_make_folder (output, folder, error))
    return FALSE;
  month.is_sent = g_new0 (guint8, service->known->len);
  start_tables (&month);
  add_header (&month);
  add_qualifications (&month);
  is_written = add_courses (&month, error) && save_tables (&month, TRUE, error);
  for (i = 0; i < N_TABLES; i++)
    caseness_csv_writer_free (month.rows[i]);
  g_free (month.is_sent);
  return is_written;
}
