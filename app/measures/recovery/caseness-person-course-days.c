/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-course-private.h"

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

/* WSAS, work, in hundredths: it does not apply. */
#define NOT_APPLICABLE 900

/* Codes of AppType and AttendOrDNACode (data set 2.0). */
enum
{
  APP_ASSESSMENT = 1,
};
enum
{
  CANCELLED_BY_PERSON = 2,
  MISSED = 3,
  CANCELLED_BY_SERVICE = 4,
  TOO_LATE = 7,
};

static const char *const items[CASENESS_COURSE_N_ITEMS] = {
  "WASAS_Work", "WASAS_HomeManagement", "WASAS_SocialLeisureActivities", "WASAS_PrivateLeisureActivities",
  "WASAS_Relationships",
};
#define WORK 0

static CasenessCourseContactKind
get_kind (const CasenessContact *contact)
{
  if ((contact->facts & CASENESS_CONTACT_TREATMENT) != 0)
    return CASENESS_COURSE_TREATMENT;
  if ((contact->facts & CASENESS_CONTACT_ATTENDED) != 0)
    return contact->app_type == APP_ASSESSMENT ? CASENESS_COURSE_ASSESSMENT : CASENESS_COURSE_OTHER;
  switch (contact->attendance)
    {
    case CANCELLED_BY_PERSON:
      return CASENESS_COURSE_CANCELLED;
    case MISSED:
    case TOO_LATE:
      return CASENESS_COURSE_MISSED;
    case CANCELLED_BY_SERVICE:
      return CASENESS_COURSE_WITHDRAWN;
    default:
      return CASENESS_COURSE_NOT_KNOWN;
    }
}

static void
add_appointments (const CasenessPersonCourse *course, GArray *contacts)
{
  const CasenessEvents *events = caseness_snapshot_get_events (course->snapshot);
  guint n, i, first = caseness_spans_get (&events->spans[CASENESS_EVENT_CONTACTS], course->pathway, &n);

  for (i = first; i < first + n; i++)
    {
      CasenessCourseContact contact;
      CasenessContact row;

      caseness_events_get_contact (events, i, &row);
      contact = (CasenessCourseContact){
        .date = row.date,
        .kind = get_kind (&row),
        .app_type = row.app_type,
        .medium = row.medium,
        .therapies = row.therapies,
        .minutes = row.minutes,
        .first_staff = row.first_staff,
        .n_staff = row.n_staff,
      };
      if (row.date != CASENESS_DATE_NONE)
        g_array_append_val (contacts, contact);
    }
}

static void
add_logs (const CasenessPersonCourse *course, GArray *contacts)
{
  const CasenessEvents *events = caseness_snapshot_get_events (course->snapshot);
  guint n, i, first = caseness_spans_get (&events->spans[CASENESS_EVENT_LOGS], course->pathway, &n);

  for (i = first; i < first + n; i++)
    {
      CasenessCourseContact contact = { .kind = CASENESS_COURSE_INTERNET };
      CasenessLog log;

      caseness_rows_get (events->spans[CASENESS_EVENT_LOGS].rows, i, &log);
      contact.date = log.date;
      contact.minutes = log.minutes;
      if (log.date != CASENESS_DATE_NONE)
        g_array_append_val (contacts, contact);
    }
}

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  const CasenessCourseContact *first = a, *second = b;
  int order = COMPARE (first->date, second->date);

  if (order == 0)
    order = COMPARE (first->session, second->session);
  if (order == 0)
    order = COMPARE (first->kind, second->kind);
  return order != 0 ? order : COMPARE (second->first_staff, first->first_staff);
}

/* The appointment or log that a treatment of the pathway was; a log ends on the day the treatment has been given. */
static CasenessCourseContact *
find_treatment (GArray *contacts, const CasenessTreatment *treatment)
{
  guint i;

  for (i = 0; i < contacts->len; i++)
    {
      CasenessCourseContact *contact = &g_array_index (contacts, CasenessCourseContact, i);

      if (contact->session == 0
          && ((contact->kind == CASENESS_COURSE_TREATMENT && contact->date == treatment->date
               && treatment->ended == treatment->date)
              || (contact->kind == CASENESS_COURSE_INTERNET && contact->date == treatment->ended)))
        return contact;
    }
  return NULL;
}

static void
number_treatments (const CasenessPersonCourse *course, GArray *contacts)
{
  guint i;

  for (i = 0; i < caseness_snapshot_get_n_treatments (course->snapshot, course->pathway); i++)
    {
      CasenessTreatment treatment = caseness_snapshot_get_treatment (course->snapshot, course->pathway, i);
      CasenessCourseContact *contact = find_treatment (contacts, &treatment);

      if (contact == NULL)
        continue;
      contact->session = i + 1;
      contact->intensity = treatment.intensity;
      contact->date = treatment.date;
    }
}

GArray *
caseness_person_course_list_contacts (const CasenessPersonCourse *course)
{
  GArray *contacts = g_array_new (FALSE, FALSE, sizeof (CasenessCourseContact));

  add_appointments (course, contacts);
  add_logs (course, contacts);
  g_array_sort (contacts, compare_contacts);
  number_treatments (course, contacts);
  g_array_sort (contacts, compare_contacts);
  return contacts;
}

static CasenessCourseSitting
new_sitting (CasenessDate date)
{
  CasenessCourseSitting sitting = { .date = date };
  guint i;

  for (i = 0; i < CASENESS_N_COURSE_MEASURES; i++)
    sitting.scores[i].value = CASENESS_SCORE_NONE;
  return sitting;
}

/* A day once, by the first treatment of that day. */
static void
add_days_of_contacts (const CasenessPersonCourse *course, GArray *sittings)
{
  guint i;

  for (i = 0; i < course->contacts->len; i++)
    {
      const CasenessCourseContact *contact = &g_array_index (course->contacts, CasenessCourseContact, i);
      CasenessCourseSitting sitting = new_sitting (contact->date), *last;

      if (contact->session == 0 && contact->kind != CASENESS_COURSE_ASSESSMENT)
        continue;
      last = sittings->len > 0 ? &g_array_index (sittings, CasenessCourseSitting, sittings->len - 1) : NULL;
      if (last != NULL && last->date == contact->date)
        {
          last->session = last->session == 0 ? contact->session : last->session;
          last->is_assessment = last->session == 0;
          continue;
        }
      sitting.session = contact->session;
      sitting.is_assessment = contact->session == 0;
      g_array_append_val (sittings, sitting);
    }
}

/* The day's sitting that has no score of @measure yet, a new one where all have. */
static CasenessCourseSitting *
make_room (GArray *sittings, CasenessDate date, CasenessCourseMeasure measure)
{
  CasenessCourseSitting sitting = new_sitting (date);
  guint i;

  for (i = 0; i < sittings->len; i++)
    {
      CasenessCourseSitting *other = &g_array_index (sittings, CasenessCourseSitting, i);

      if (other->date > date)
        break;
      if (other->date == date && other->scores[measure].value == CASENESS_SCORE_NONE)
        return other;
    }
  g_array_insert_val (sittings, i, sitting);
  return &g_array_index (sittings, CasenessCourseSitting, i);
}

static void
add_scores (const CasenessPersonCourse *course, CasenessCourseMeasure measure, const GArray *scores, GArray *sittings)
{
  guint i;

  for (i = 0; i < scores->len; i++)
    {
      const CasenessScoreEvent *score = &g_array_index (scores, CasenessScoreEvent, i);

      if (score->line.tool == course->tools[measure])
        make_room (sittings, score->date, measure)->scores[measure]
          = (CasenessCourseScore){ score->value, score->line.is_first, score->line.is_last };
    }
}

/* The items of WSAS of one day; where one was given twice, the last in order. */
static void
read_items (const GArray *scores, CasenessDate date, CasenessScore values[CASENESS_COURSE_N_ITEMS])
{
  guint i, k;

  for (k = 0; k < CASENESS_COURSE_N_ITEMS; k++)
    values[k] = CASENESS_SCORE_NONE;
  for (i = 0; i < scores->len; i++)
    {
      const CasenessScoreEvent *score = &g_array_index (scores, CasenessScoreEvent, i);

      for (k = 0; score->date == date && k < CASENESS_COURSE_N_ITEMS; k++)
        if (score->line.tool == caseness_tool_find_by_prefix (items[k]))
          values[k] = score->value;
    }
}

static CasenessScore
add_up (const CasenessScore values[CASENESS_COURSE_N_ITEMS], gboolean leaves_out_work)
{
  CasenessScore sum = 0;
  guint k;

  for (k = leaves_out_work ? WORK + 1 : WORK; k < CASENESS_COURSE_N_ITEMS; k++)
    {
      if (values[k] == CASENESS_SCORE_NONE || values[k] > CASENESS_COURSE_MOST_OF_ITEM)
        return CASENESS_SCORE_NONE;
      sum += values[k];
    }
  return sum;
}

static gboolean
is_without_work (const GArray *scores)
{
  guint i, work = caseness_tool_find_by_prefix (items[WORK]);

  for (i = 0; i < scores->len; i++)
    {
      const CasenessScoreEvent *score = &g_array_index (scores, CasenessScoreEvent, i);

      if (score->line.tool == work && score->value == NOT_APPLICABLE)
        return TRUE;
    }
  return FALSE;
}

static void
mark_ends (GArray *sittings, CasenessCourseMeasure measure)
{
  CasenessCourseScore *first = NULL, *last = NULL;
  guint i;

  for (i = 0; i < sittings->len; i++)
    {
      CasenessCourseScore *score = &g_array_index (sittings, CasenessCourseSitting, i).scores[measure];

      if (score->value == CASENESS_SCORE_NONE)
        continue;
      first = first == NULL ? score : first;
      last = score;
    }
  if (first != NULL)
    first->is_first = TRUE;
  if (last != first)
    last->is_last = TRUE;
}

static void
add_function (CasenessPersonCourse *course, const GArray *scores, GArray *sittings)
{
  CasenessDate before = CASENESS_DATE_NONE;
  guint i;

  course->leaves_out_work = is_without_work (scores);
  for (i = 0; i < scores->len; i++)
    {
      CasenessDate date = g_array_index (scores, CasenessScoreEvent, i).date;
      CasenessScore values[CASENESS_COURSE_N_ITEMS], sum;

      if (date == before)
        continue;
      before = date;
      read_items (scores, date, values);
      sum = add_up (values, course->leaves_out_work);
      if (sum != CASENESS_SCORE_NONE)
        make_room (sittings, date, CASENESS_COURSE_FUNCTION)->scores[CASENESS_COURSE_FUNCTION].value = sum;
    }
  mark_ends (sittings, CASENESS_COURSE_FUNCTION);
}

GArray *
caseness_person_course_list_sittings (CasenessPersonCourse *course)
{
  GArray *sittings = g_array_new (FALSE, FALSE, sizeof (CasenessCourseSitting));
  g_autoptr(GArray) scores = g_array_new (FALSE, FALSE, sizeof (CasenessScoreEvent));

  caseness_snapshot_list_scores (course->snapshot, course->pathway, scores);
  add_days_of_contacts (course, sittings);
  add_scores (course, CASENESS_COURSE_DEPRESSION, scores, sittings);
  add_scores (course, CASENESS_COURSE_ANXIETY, scores, sittings);
  add_function (course, scores, sittings);
  return sittings;
}
