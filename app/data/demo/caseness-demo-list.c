/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-private.h"

#include "caseness-reference.h"

#include <string.h>

#define WEEKS_OF_CAPACITY 13
#define MOST_BOOKINGS 3

typedef enum
{
  STAFF,
  REFERRALS,
  WAITING,
  APPOINTMENTS,
  POPULATION,
  CAPACITY,
  N_LISTS,
} List;

static const char *const list_names[N_LISTS] = {
  [STAFF] = "LOCStaff",           [REFERRALS] = "LOCReferral",
  [WAITING] = "LOCWaitingList",   [APPOINTMENTS] = "LOCAppointment",
  [POPULATION] = "LOCPopulation", [CAPACITY] = "LOCCapacity",
};

static const char *const headings[N_LISTS] = {
  [STAFF] = "CarePersLocalId,StaffName,Role,Team,Supervisor,WTE,ClinicalHoursPerWeek,StartDate,EndDate",
  [REFERRALS] = "ServiceRequestId,Locality,Team,Site,GPPractice,Priority,Interpreter,IMDDecile",
  [WAITING]
  = "ServiceRequestId,Stage,DateAdded,Therapy,Step,Locality,Team,AllocatedStaffId,DateRemoved,RemovalReason",
  [APPOINTMENTS] = "ServiceRequestId,AppointmentId,AppointmentDate,AppointmentTime,AppType,Therapy,StaffId,"
                   "Locality,Site,Status",
  [POPULATION] = "Area,GroupType,Group,Population,PrevalencePct,PrevalenceSource,PopulationSource",
  [CAPACITY]
  = "WeekStarting,Team,Step,Therapy,ClinicalHours,PlannedLeaveHours,SessionsPerCourse,SessionMinutes,DNAPct",
};

struct _CasenessDemoLists
{
  char *folder;
  gboolean has_providers;
  CasenessCsvWriter *rows[N_LISTS];
};

/* What the lists of one referral are made with. */
typedef struct
{
  CasenessDemoLists *lists;
  const CasenessDemoService *service;
  const CasenessDemoPerson *person;
  const CasenessDemoCourse *course;
  const char *locality, *team;
  CasenessRandom random;
} Entry;

CasenessDemoLists *
caseness_demo_lists_new (const char *folder, gboolean has_providers)
{
  CasenessDemoLists *lists = g_new0 (CasenessDemoLists, 1);
  guint i, k;

  lists->folder = g_strdup (folder);
  lists->has_providers = has_providers;
  for (i = 0; i < N_LISTS; i++)
    {
      g_auto(GStrv) columns = g_strsplit (headings[i], ",", -1);

      lists->rows[i] = caseness_csv_writer_new (FALSE);
      if (has_providers)
        caseness_csv_writer_text (lists->rows[i], "OrgIDProv");
      for (k = 0; columns[k] != NULL; k++)
        caseness_csv_writer_text (lists->rows[i], columns[k]);
      caseness_csv_writer_end_row (lists->rows[i]);
    }
  return lists;
}

void
caseness_demo_lists_free (CasenessDemoLists *lists)
{
  guint i;

  for (i = 0; i < N_LISTS; i++)
    caseness_csv_writer_free (lists->rows[i]);
  g_free (lists->folder);
  g_free (lists);
}

/* One row of text cells; the last argument is NULL. */
static void
add_row (CasenessDemoLists *lists, const CasenessDemoService *service, List list, ...) G_GNUC_NULL_TERMINATED;

static void
add_row (CasenessDemoLists *lists, const CasenessDemoService *service, List list, ...)
{
  va_list cells;
  const char *text;

  if (lists->has_providers)
    caseness_csv_writer_text (lists->rows[list], service->code);
  va_start (cells, list);
  while ((text = va_arg (cells, const char *)) != NULL)
    caseness_csv_writer_text (lists->rows[list], text);
  va_end (cells);
  caseness_csv_writer_end_row (lists->rows[list]);
}

static gboolean
save_lists (CasenessDemoLists *lists, CasenessDemoOutput *output, gboolean is_last, GError **error)
{
  guint i;

  for (i = 0; i < N_LISTS; i++)
    if (!caseness_demo_output_save (output, lists->folder, list_names[i], lists->rows[i], is_last, error))
      return FALSE;
  return TRUE;
}

static const char *
team_name (const CasenessDemoService *service, guint team)
{
  return g_ptr_array_index (service->tables->teams, team);
}

static const CasenessDemoClinician *
get_clinician (const CasenessDemoService *service, guint place)
{
  return &g_array_index (service->staff, CasenessDemoClinician, place);
}

/* ---- staff, population, capacity ---- */

/* Hundredths as the shortest decimal. */
static const char *
write_hundredths (int value, char buffer[16])
{
  if (value % 100 == 0)
    g_snprintf (buffer, 16, "%d", value / 100);
  else if (value % 10 == 0)
    g_snprintf (buffer, 16, "%d.%d", value / 100, value / 10 % 10);
  else
    g_snprintf (buffer, 16, "%d.%02d", value / 100, value % 100);
  return buffer;
}

static void
add_staff (CasenessDemoLists *lists, const CasenessDemoService *service)
{
  char whole_time[16], hours[16], started[11];
  guint i;

  for (i = 0; i < service->staff->len; i++)
    {
      const CasenessDemoClinician *clinician = get_clinician (service, i);

      add_row (lists, service, STAFF, clinician->id, clinician->name, clinician->role->role,
               team_name (service, clinician->team),
               clinician->supervisor < 0 ? "" : get_clinician (service, (guint) clinician->supervisor)->id,
               write_hundredths (clinician->whole_time, whole_time),
               write_hundredths (clinician->whole_time * clinician->role->weekly_hours, hours),
               caseness_date_write_iso (clinician->started, started), "", NULL);
    }
}

static void
add_population (CasenessDemoLists *lists, const CasenessDemoService *service, guint referrals_a_year)
{
  const CasenessDemoTables *tables = service->tables;
  gint64 residents = (gint64) referrals_a_year * caseness_demo_whole (tables->rates.residents_per_referral);
  char people[16];
  guint i;

  for (i = 0; i < tables->n_residents; i++)
    {
      const CasenessDemoResident *group = &tables->residents[i];

      /* To the nearest ten, as an estimate is. */
      g_snprintf (people, sizeof people, "%d",
                  (int) ((residents * group->share / CASENESS_RANDOM_ONE + 5) / 10 * 10));
      add_row (lists, service, POPULATION, service->commissioner, group->type, group->group, people,
               group->prevalence, group->prevalence_source, group->population_source, NULL);
    }
}

/* Clinical hours a week of a team at a step, hundredths. */
static int
count_hours (const CasenessDemoService *service, guint team, const char *step)
{
  int hours = 0;
  guint i;

  for (i = 0; i < service->staff->len; i++)
    {
      const CasenessDemoClinician *clinician = get_clinician (service, i);

      if (clinician->team == team && strcmp (clinician->role->step, step) == 0)
        hours += clinician->whole_time * clinician->role->weekly_hours;
    }
  return hours;
}

/* One week of one team at one step. */
static void
add_capacity_week (CasenessDemoLists *lists,
                   const CasenessDemoService *service,
                   const char *week,
                   guint team,
                   gboolean is_low,
                   CasenessRandom *random)
{
  const CasenessDemoRates *rates = &service->tables->rates;
  int clinical = count_hours (service, team, is_low ? "low" : "high");
  int off = clinical * caseness_random_between (random, 4, 18) / 10000 * 100;
  char hours[16], leave[16], sessions[16], minutes[16], missed[16];

  g_snprintf (sessions, sizeof sessions, "%d",
              caseness_demo_whole (is_low ? rates->capacity_low_sessions : rates->capacity_high_sessions));
  g_snprintf (minutes, sizeof minutes, "%d",
              caseness_demo_whole (is_low ? rates->capacity_low_minutes : rates->capacity_high_minutes));
  g_snprintf (missed, sizeof missed, "%d",
              caseness_demo_whole (is_low ? rates->capacity_low_dna_pct : rates->capacity_high_dna_pct));
  add_row (lists, service, CAPACITY, week, team_name (service, team), is_low ? "2" : "3", "",
           write_hundredths (clinical, hours), write_hundredths (off, leave), sessions, minutes, missed,
           NULL);
}

/* The weeks from the first Monday after the last month. */
static void
add_capacity (CasenessDemoLists *lists, const CasenessDemoService *service)
{
  CasenessRandom random = caseness_demo_stream (service, DEMO_TOPIC_LISTS, G_MAXUINT32);
  CasenessDate monday = caseness_demo_find_monday (service->last + 1);
  char week[11];
  guint team;
  int i;

  for (i = 0; i < WEEKS_OF_CAPACITY; i++, monday += 7)
    for (team = 0; team < service->tables->teams->len; team++)
      {
        caseness_date_write_iso (monday, week);
        add_capacity_week (lists, service, week, team, TRUE, &random);
        add_capacity_week (lists, service, week, team, FALSE, &random);
      }
}

/* ---- referrals ---- */

static void
add_referral (Entry *entry)
{
  const CasenessDemoRates *rates = &entry->service->tables->rates;
  const CasenessDemoPerson *person = entry->person;
  gboolean is_placed = caseness_random_chance (&entry->random, rates->locality_known);
  gboolean has_practice = caseness_random_chance (&entry->random, rates->practice_known);
  char site[8], practice[8];

  g_snprintf (site, sizeof site, "%s%02u", entry->service->code, person->locality + 1);
  g_snprintf (practice, sizeof practice, "X%02u%03u", entry->service->number % 100, person->practice % 1000);
  if (!is_placed)
    entry->locality = entry->team = "";
  add_row (entry->lists, entry->service, REFERRALS, entry->course->id, entry->locality, entry->team, site,
           has_practice ? practice : "", entry->course->priority,
           entry->course->needs_interpreter ? "Y" : "N", person->deprivation, NULL);
}

/* Where somebody stands on the last day: what was last done, and the appointment that comes next. */
typedef struct
{
  const CasenessDemoContact *last_treatment;  /* nullable */
  const CasenessDemoContact *last_assessment; /* nullable */
  const CasenessDemoContact *next;            /* nullable: next attended one, employment support aside */
  int n_treatments;
} Standing;

static Standing
find_standing (const CasenessDemoCourse *course, CasenessDate day)
{
  Standing standing = { 0 };
  guint i;

  for (i = 0; i < course->contacts->len; i++)
    {
      const CasenessDemoContact *contact = &g_array_index (course->contacts, CasenessDemoContact, i);

      if (!contact->is_seen || contact->is_employment_support)
        continue;
      if (contact->date > day)
        {
          standing.next = contact;
          break;
        }
      if (strcmp (contact->type, "01") == 0)
        standing.last_assessment = contact;
      else if (strcmp (contact->type, "06") != 0)
        {
          standing.last_treatment = contact;
          standing.n_treatments++;
        }
    }
  for (i = 0; i < course->logs->len; i++)
    if (g_array_index (course->logs, CasenessDemoLog, i).end <= day)
      standing.n_treatments++;
  return standing;
}

static gboolean
is_stepping_up (const CasenessDemoCourse *course, const Standing *standing)
{
  return course->kind == DEMO_COURSE_STEPPED_UP && standing->n_treatments >= 2 && standing->next != NULL
         && strcmp (standing->last_treatment->therapy, course->low_therapy) == 0
         && strcmp (standing->next->therapy, course->high_therapy) == 0;
}

/* The stage somebody waits at and since when, or NULL: the words of the waiting list. */
static const char *
find_stage (const CasenessDemoCourse *course, const Standing *standing, CasenessDate *since)
{
  if (standing->last_treatment == NULL)
    {
      *since = standing->last_assessment != NULL ? standing->last_assessment->date : course->received;
      return standing->last_assessment != NULL ? "first treatment" : "first appointment";
    }
  *since = standing->last_treatment->date;
  if (standing->n_treatments == 1)
    return "second treatment";
  if (is_stepping_up (course, standing))
    return "step-up";
  return standing->next != NULL && strcmp (standing->next->type, "06") == 0 ? "follow-up" : NULL;
}

/* The therapy as people write it on a waiting list. */
static const char *
short_name (const char *therapy)
{
  const CasenessReference *table = caseness_reference_get ("therapies");
  guint code = caseness_reference_find_column (table, "snomed_code");
  guint row;

  for (row = 0; row < caseness_reference_get_n_rows (table); row++)
    if (strcmp (caseness_reference_get_cell (table, row, code), therapy) == 0)
      return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, "short_name"));
  return therapy;
}

/* Somebody not yet seen waits for an assessment with a practitioner; later on the therapy chosen is known. */
static gboolean
is_waiting_for_low (const CasenessDemoCourse *course, const char *stage)
{
  if (strcmp (stage, "step-up") == 0)
    return FALSE;
  if (strcmp (stage, "second treatment") == 0 || strcmp (stage, "follow-up") == 0)
    return course->kind != DEMO_COURSE_HIGH_ONLY && course->kind != DEMO_COURSE_ASSESSED_LOW;
  return course->kind != DEMO_COURSE_HIGH_ONLY;
}

static void
add_waiting (Entry *entry, const char *stage, CasenessDate since, CasenessDate removed)
{
  const CasenessDemoRates *rates = &entry->service->tables->rates;
  const CasenessDemoCourse *course = entry->course;
  gboolean is_low = is_waiting_for_low (course, stage);
  gboolean is_first = strcmp (stage, "first appointment") == 0;
  gboolean is_allocated
      = caseness_random_chance (&entry->random, is_first ? rates->allocated / 2 : rates->allocated);
  /* Before the assessment the therapy is what the referral was screened for, where it was screened at all. */
  gboolean is_chosen = !is_first || caseness_random_chance (&entry->random, rates->screened);
  char added[11], gone[11] = "";

  caseness_date_write_iso (since, added);
  if (removed != CASENESS_DATE_NONE)
    caseness_date_write_iso (removed, gone);
  add_row (entry->lists, entry->service, WAITING, course->id, stage, added,
           is_chosen ? short_name (is_low ? course->low_therapy : course->high_therapy) : "",
           is_low ? "2" : "3", entry->locality, entry->team,
           is_allocated ? get_clinician (entry->service, is_low ? course->low_staff : course->high_staff)->id
                        : "",
           gone, removed == CASENESS_DATE_NONE ? "" : "Seen", NULL);
}

static void
add_booking (
    Entry *entry, const CasenessDemoContact *contact, CasenessDate date, guint nth, gboolean is_cancelled)
{
  gboolean is_assessment = strcmp (contact->type, "01") == 0 || strcmp (contact->type, "03") == 0;
  char id[20], day[11], time[9], site[8] = "";

  g_snprintf (id, sizeof id, "B%07u%02u", entry->course->number + 1, nth);
  g_snprintf (time, sizeof time, "%02u:%02u:00", (guint) contact->time / 3600 % 24,
              (guint) contact->time / 60 % 60);
  if (strcmp (contact->mechanism, "01") == 0)
    g_snprintf (site, sizeof site, "%s%02u", entry->service->code, entry->person->locality + 1);
  add_row (entry->lists, entry->service, APPOINTMENTS, entry->course->id, id,
           caseness_date_write_iso (date, day), time, contact->type, is_assessment ? "" : contact->therapy,
           get_clinician (entry->service, contact->staff)->id, entry->locality, site,
           is_cancelled ? "cancelled" : "booked", NULL);
}

/* The appointments ahead, as far as a service books: all that are soon, some that are later. Of those that
 * will fail only the next is in the book; a few were cancelled already and a new one made. */
static void
add_bookings (Entry *entry)
{
  const CasenessDemoRates *rates = &entry->service->tables->rates;
  CasenessDate day = entry->service->last;
  guint i, n = 0;

  for (i = 0; i < entry->course->contacts->len && n < MOST_BOOKINGS; i++)
    {
      const CasenessDemoContact *contact = &g_array_index (entry->course->contacts, CasenessDemoContact, i);
      gboolean is_soon = contact->date <= day + caseness_demo_whole (rates->booking_days);

      if (contact->date <= day || contact->date > entry->course->discharged)
        continue;
      if (!caseness_random_chance (&entry->random, is_soon ? rates->booked_soon : rates->booked_later))
        break;
      if (caseness_random_chance (&entry->random, rates->booking_cancelled) && contact->date - day > 3)
        add_booking (entry, contact, day + 1 + (contact->date - day) / 2, ++n, TRUE);
      add_booking (entry, contact, contact->date, ++n, FALSE);
    }
}

/* Somebody no longer waiting leaves a row behind for a while: the first time they were seen lately. */
static void
add_removed (Entry *entry)
{
  const CasenessDemoCourse *course = entry->course;
  CasenessDate day = entry->service->last;
  CasenessDate seen = course->first_seen;
  int kept = caseness_demo_whole (entry->service->tables->rates.listed_removed_days);

  if (seen == CASENESS_DATE_NONE || seen > day || seen <= day - kept)
    return;
  add_waiting (entry, "first appointment", course->received, seen);
}

static void
add_queue (Entry *entry)
{
  CasenessDate day = entry->service->last;
  Standing standing = find_standing (entry->course, day);
  const char *stage;
  CasenessDate since;

  if (entry->course->discharged <= day)
    return;
  add_removed (entry);
  stage = find_stage (entry->course, &standing, &since);
  if (stage != NULL && caseness_random_chance (&entry->random, entry->service->tables->rates.listed))
    add_waiting (entry, stage, since, CASENESS_DATE_NONE);
  add_bookings (entry);
}

static gboolean
add_referrals (CasenessDemoLists *lists,
               const CasenessDemoService *service,
               CasenessDemoOutput *output,
               GError **error)
{
  g_autoptr(CasenessDemoCourse) course = caseness_demo_course_new ();
  CasenessDemoPerson person;
  guint i;

  for (i = 0; i < service->referrals->len; i++)
    {
      const CasenessDemoReferral *referral = &g_array_index (service->referrals, CasenessDemoReferral, i);
      Entry entry = { .lists = lists, .service = service, .person = &person, .course = course };

      if (referral->last_sent == CASENESS_DATE_NONE)
        continue;
      caseness_demo_person_make (service, referral->person, &person);
      caseness_demo_course_make (service, i, referral->received, &person, course);
      entry.locality = g_ptr_array_index (service->tables->localities, person.locality);
      entry.team = team_name (service, person.team);
      entry.random = caseness_demo_stream (service, DEMO_TOPIC_LISTS, i);
      add_referral (&entry);
      add_queue (&entry);
      if (!save_lists (lists, output, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
caseness_demo_lists_add (CasenessDemoLists *lists,
                         const CasenessDemoService *service,
                         guint referrals_a_year,
                         CasenessDemoOutput *output,
                         GError **error)
{
  add_staff (lists, service);
  add_population (lists, service, referrals_a_year);
  add_capacity (lists, service);
  return add_referrals (lists, service, output, error);
}

gboolean
caseness_demo_lists_finish (CasenessDemoLists *lists, CasenessDemoOutput *output, GError **error)
{
  return save_lists (lists, output, TRUE, error);
}
