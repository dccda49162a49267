/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-maker-private.h"

#include <string.h>

#define EMPLOYMENT_SUPPORT "1098051000000103"
#define OTHER_LOW_INTENSITY "1026111000000108"
#define CBT "304891004"
#define EMDR "449030000"
#define MOST_FAILED_IN_A_ROW 3
/* Waits in days that an assessment of its own is likely to divide. */
#define SHORTEST_SPLIT_WAIT 10
#define LONGEST_USUAL_WAIT 44

static CasenessDate
to_working_day (CasenessDate date)
{
  while (!caseness_demo_is_working_day (date))
    date++;
  return date;
}

static int
draw_days (CasenessDemoMaker *maker, CasenessDemoWait wait)
{
  return caseness_demo_draw_days (maker->tables, wait, &maker->random);
}

static CasenessDemoContact *
last_contact (CasenessDemoCourse *course)
{
  return &g_array_index (course->contacts, CasenessDemoContact, course->contacts->len - 1);
}

static void
add_contact (CasenessDemoMaker *maker,
             CasenessDate date,
             const char *type,
             const char *therapy,
             guint staff,
             int minutes)
{
  CasenessDemoContact contact = {
    .date = date,
    .time = maker->time,
    .type = type,
    .attendance = "5",
    .cancellation = "",
    .therapy = therapy,
    .mechanism = maker->mechanism,
    .location = "",
    .staff = staff,
    .second_staff = -1,
    .minutes = minutes,
    .is_seen = TRUE,
    .session = -1,
  };

  if (caseness_random_below (&maker->random, 5) == 0)
    contact.mechanism = draw_code (maker, DEMO_MECHANISM);
  if (strcmp (contact.mechanism, "01") == 0)
    contact.location = draw_code (maker, DEMO_LOCATION);
  g_array_append_val (maker->course->contacts, contact);
}

/* Somebody was seen: late, unplanned, in a group, by two, and which session it was. */
static void
add_seen (CasenessDemoMaker *maker,
          CasenessDate date,
          const char *type,
          const char *therapy,
          guint staff,
          gboolean is_low)
{
  CasenessDemoContact *contact;
  int minutes = is_low ? caseness_random_between (&maker->random, 25, 40)
                       : caseness_random_between (&maker->random, 50, 60);

  add_contact (maker, date, type, therapy, staff, minutes);
  contact = last_contact (maker->course);
  if (chance (maker, maker->rates->late))
    contact->attendance = "6";
  contact->is_unplanned = chance (maker, maker->rates->unplanned);
  if (is_low && chance (maker, maker->rates->group))
    contact->group = caseness_random_between (&maker->random, 5, 18);
  if (chance (maker, maker->rates->two_clinicians))
    contact->second_staff = (int) caseness_demo_choose_clinician (
        maker->service, &maker->random, maker->person->team, is_low ? "low" : "high", NULL);
  contact->session = maker->course->n_sessions++;
  if (maker->course->first_seen == CASENESS_DATE_NONE)
    maker->course->first_seen = date;
  maker->course->last_session = date;
}

/* An appointment that came to nothing. */
static void
add_failed (CasenessDemoMaker *maker, CasenessDate date, const char *type, guint staff)
{
  CasenessDemoContact *contact;

  add_contact (maker, date, type, "", staff, 0);
  contact = last_contact (maker->course);
  contact->attendance = draw_code (maker, DEMO_FAILED_ATTENDANCE);
  contact->is_seen = FALSE;
  if (*contact->attendance == '2')
    contact->cancellation = chance (maker, maker->rates->short_notice) ? "Y" : "N";
}

/* Failed appointments spread over a wait, on days of their own. */
static void
fail_within (CasenessDemoMaker *maker, CasenessDate from, CasenessDate to, const char *type, guint staff)
{
  CasenessDate before = from;
  int n = 0;
  int i;

  while (n < MOST_FAILED_IN_A_ROW && chance (maker, maker->rates->failed_contact))
    n++;
  for (i = 1; i <= n; i++)
    {
      CasenessDate date = to_working_day (from + (to - from) * i / (n + 1));

      if (date <= before || date >= to)
        continue;
      add_failed (maker, date, type, staff);
      before = date;
    }
}

/* ---- the sessions ---- */

/* Queues are longest for the therapies fewest can give. */
static int
lengthen_wait (CasenessDemoMaker *maker, int days)
{
  const char *therapy = maker->course->high_therapy;
  gint64 index = strcmp (therapy, CBT) == 0    ? maker->rates->wait_cbt
                 : strcmp (therapy, EMDR) == 0 ? maker->rates->wait_emdr
                                               : maker->rates->wait_other;

  return (int) (days * index / CASENESS_RANDOM_ONE);
}

static CasenessDate
choose_first_day (CasenessDemoMaker *maker, gboolean is_low)
{
  int wait = draw_days (maker, DEMO_WAIT_FIRST_CONTACT);

  if (!is_low)
    wait = lengthen_wait (maker, wait);
  if (maker->person->is_perinatal)
    wait = (int) (wait * maker->rates->perinatal_wait / CASENESS_RANDOM_ONE);
  return to_working_day (maker->course->received + MAX (wait, 1));
}

/* First contact: mostly an assessment that begins treatment, sometimes an assessment with treatment later. */
static CasenessDate
start_treatment (CasenessDemoMaker *maker, gboolean is_low)
{
  CasenessDemoCourse *course = maker->course;
  guint staff = is_low ? course->low_staff : course->high_staff;
  CasenessDate first = choose_first_day (maker, is_low);
  CasenessDate seen;
  int wait;
  const char *therapy = is_low ? course->low_therapy : course->high_therapy;

  /* An assessment is mostly coded as other low intensity, always so when high intensity follows. */
  if (is_low
      && (course->kind == DEMO_COURSE_ASSESSED_LOW || chance (maker, maker->rates->assessment_low_code)))
    therapy = OTHER_LOW_INTENSITY;
  wait = first - course->received;
  seen = to_working_day (course->received + wait * caseness_random_between (&maker->random, 25, 55) / 100);
  if (wait >= SHORTEST_SPLIT_WAIT && first - seen >= 3
      && chance (maker, wait > LONGEST_USUAL_WAIT ? maker->rates->separate_assessment_late
                                                  : maker->rates->separate_assessment))
    {
      fail_within (maker, course->received, seen, "01", staff);
      add_seen (maker, seen, "01", "", staff, is_low);
      fail_within (maker, seen, first, "02", staff);
      add_seen (maker, first, "02", therapy, staff, is_low);
      return first;
    }
  fail_within (maker, course->received, first, "03", staff);
  add_seen (maker, first, "03", therapy, staff, is_low);
  return first;
}

static void
add_log (CasenessDemoMaker *maker, CasenessDate start, CasenessDate end)
{
  CasenessDemoLog log = {
    .start = start,
    .end = end,
    .minutes = caseness_random_between (&maker->random, 8, 25),
    .staff = maker->course->low_staff,
    .session = maker->course->n_sessions++,
  };

  g_array_append_val (maker->course->logs, log);
  maker->course->last_session = end;
}

/* One more session a usual gap after the last; those that fail put it off by a gap each. Returns its day. */
static CasenessDate
add_session (CasenessDemoMaker *maker, CasenessDate after, int gap, gboolean is_low, gboolean may_be_log)
{
  CasenessDemoCourse *course = maker->course;
  guint staff = is_low ? course->low_staff : course->high_staff;
  CasenessDate date;
  const char *type;
  int n;

  if (may_be_log && chance (maker, maker->rates->internet_log))
    {
      add_log (maker, after + 1, after + 7);
      return after + 7;
    }
  type = chance (maker, maker->rates->review) ? "05" : "02";
  date = to_working_day (after + MAX (gap, 1));
  for (n = 0; n < MOST_FAILED_IN_A_ROW && chance (maker, maker->rates->failed_contact); n++)
    {
      add_failed (maker, date, type, staff);
      date = to_working_day (date + gap);
    }
  add_seen (maker, date, type, is_low ? course->low_therapy : course->high_therapy, staff, is_low);
  return date;
}

/* A session at the end of a wait of its own (second treatment, step up). */
static CasenessDate
add_waited_session (CasenessDemoMaker *maker, CasenessDate after, int wait, gboolean is_low)
{
  CasenessDemoCourse *course = maker->course;
  guint staff = is_low ? course->low_staff : course->high_staff;
  CasenessDate date = to_working_day (after + MAX (wait, 1));

  fail_within (maker, after, date, "02", staff);
  add_seen (maker, date, "02", is_low ? course->low_therapy : course->high_therapy, staff, is_low);
  return date;
}

static void
add_sessions (CasenessDemoMaker *maker)
{
  CasenessDemoCourse *course = maker->course;
  int n = caseness_demo_draw_sessions (maker->tables, course->kind, &maker->random);
  int gap = maker->tables->session_gap[course->kind];
  gboolean starts_low = course->kind != DEMO_COURSE_HIGH_ONLY;
  gboolean is_low = starts_low && course->kind != DEMO_COURSE_ASSESSED_LOW;
  int step_up = course->kind == DEMO_COURSE_STEPPED_UP ? caseness_random_between (&maker->random, 3, 6) : n;
  CasenessDate date = start_treatment (maker, starts_low);
  int wait = draw_days (maker, is_low ? DEMO_WAIT_SECOND_LOW : DEMO_WAIT_SECOND_HIGH);
  int i;

  date = add_waited_session (maker, date, is_low ? wait : lengthen_wait (maker, wait), is_low);
  for (i = 2; i < n; i++)
    if (i == step_up)
      {
        is_low = FALSE;
        wait = lengthen_wait (maker, draw_days (maker, DEMO_WAIT_STEP_UP));
        date = add_waited_session (maker, date, wait, FALSE);
      }
    else
      date = add_session (maker, date, gap, is_low, course->kind == DEMO_COURSE_INTERNET && i + 1 < n);
}

/* ---- the ends ---- */

static void
end_unseen (CasenessDemoMaker *maker)
{
  CasenessDemoCourse *course = maker->course;
  CasenessDate booked;

  course->end_code = draw_code (maker, DEMO_END_NOT_SEEN);
  course->discharged = to_working_day (course->received + draw_days (maker, DEMO_WAIT_ENDED_UNSEEN));
  if (course->discharged - course->received < 6 || !chance (maker, maker->rates->booked_unseen))
    return;
  booked = to_working_day (course->received + (course->discharged - course->received) * 6 / 10);
  if (booked >= course->discharged)
    return;
  add_failed (maker, booked, "03", course->low_staff);
  if (booked + 7 < course->discharged && chance (maker, maker->rates->failed_contact))
    add_failed (maker, to_working_day (booked + 3), "03", course->low_staff);
}

static void
end_not_treated (CasenessDemoMaker *maker)
{
  CasenessDemoCourse *course = maker->course;
  CasenessDate seen = choose_first_day (maker, TRUE);

  fail_within (maker, course->received, seen, "01", course->low_staff);
  add_seen (maker, seen, "01", "", course->low_staff, TRUE);
  course->end_code = draw_code (maker, DEMO_END_NOT_TREATED);
  course->discharged = to_working_day (seen + caseness_random_between (&maker->random, 0, 21));
}

static void
end_treated_once (CasenessDemoMaker *maker)
{
  CasenessDemoCourse *course = maker->course;
  CasenessDate seen = start_treatment (maker, course->kind != DEMO_COURSE_HIGH_ONLY);

  course->end_code = draw_code (maker, DEMO_END_TREATED_ONCE);
  course->discharged = to_working_day (seen + draw_days (maker, DEMO_WAIT_ENDED_AFTER_ONE));
  fail_within (maker, seen, course->discharged, "02", course->low_staff);
}

static void
add_follow_up (CasenessDemoMaker *maker, CasenessDate date)
{
  CasenessDemoCourse *course = maker->course;
  gboolean is_low = course->kind == DEMO_COURSE_LOW_ONLY || course->kind == DEMO_COURSE_INTERNET;

  add_contact (maker, date, "06", "", is_low ? course->low_staff : course->high_staff, 30);
}

static void
end_finished (CasenessDemoMaker *maker)
{
  CasenessDemoCourse *course = maker->course;
  gboolean is_planned;

  add_sessions (maker);
  course->end_code = draw_code (maker, DEMO_END_FINISHED);
  is_planned = strcmp (course->end_code, "46") == 0;
  course->discharged
      = to_working_day (course->last_session
                        + draw_days (maker, is_planned ? DEMO_WAIT_ENDED_AS_PLANNED : DEMO_WAIT_ENDED_EARLY));
  if (!is_planned)
    fail_within (maker, course->last_session, course->discharged, "02", course->high_staff);
  else if (chance (maker, maker->rates->open_follow_up))
    {
      course->discharged = to_working_day (course->last_session + draw_days (maker, DEMO_WAIT_FOLLOW_UP));
      add_follow_up (maker, course->discharged);
    }
  else if (chance (maker, maker->rates->late_follow_up))
    {
      course->late_contact = to_working_day (course->discharged + draw_days (maker, DEMO_WAIT_FOLLOW_UP));
      add_follow_up (maker, course->late_contact);
    }
  if (course->late_contact == CASENESS_DATE_NONE && chance (maker, maker->rates->peq_late))
    course->late_answers = course->discharged + caseness_random_between (&maker->random, 5, 40);
}

/* ---- beside the therapy ---- */

/* Employment support runs beside the therapy, at a quarter past or to the hour so that two appointments of
 * one day never share a time. */
static void
add_employment_support (CasenessDemoMaker *maker)
{
  CasenessDemoCourse *course = maker->course;
  guint staff = caseness_demo_choose_clinician (maker->service, &maker->random, maker->person->team,
                                                "employment", NULL);
  int n = caseness_random_between (&maker->random, 2, 7);
  CasenessDate date = course->first_seen;
  CasenessDemoContact *contact;

  course->support_referred = course->first_seen;
  while (n-- > 0)
    {
      date = to_working_day (date + caseness_random_between (&maker->random, 7, 16));
      if (date > course->discharged)
        break;
      add_contact (maker, date, "10", EMPLOYMENT_SUPPORT, staff, 45);
      contact = last_contact (course);
      contact->time += 15 * 60;
      contact->is_employment_support = TRUE;
      course->support_ended = date;
    }
}

static void
record_work (CasenessDemoMaker *maker, CasenessDate date, const char *status)
{
  const CasenessDemoRates *rates = maker->rates;
  gboolean is_employed = strcmp (status, "01") == 0;
  gboolean has_benefits = chance (maker, is_employed ? rates->benefits_in_work : rates->benefits_out_of_work);
  gboolean is_off_sick = is_employed && chance (maker, rates->off_sick);
  CasenessDemoWork work = {
    .date = date,
    .status = status,
    .hours = is_employed ? draw_code (maker, DEMO_HOURS) : "98",
    .self_employed = !is_employed                           ? "8"
                     : chance (maker, rates->self_employed) ? "Y"
                                                            : "N",
    .off_sick = !is_employed  ? "8"
                : is_off_sick ? "Y"
                              : "N",
    .sick_pay = is_off_sick && chance (maker, rates->statutory_sick_pay) ? "Y" : "N",
    .benefits = has_benefits ? "Y" : "N",
    .universal_credit = has_benefits && caseness_random_below (&maker->random, 3) != 0 ? "Y" : "N",
  };

  g_array_append_val (maker->course->work, work);
}

static void
record_employment (CasenessDemoMaker *maker)
{
  CasenessDemoCourse *course = maker->course;
  const char *status = maker->person->employment;

  if (course->first_seen == CASENESS_DATE_NONE || !chance (maker, maker->rates->employment_recorded))
    return;
  if (chance (maker, course->path == DEMO_PATH_FINISHED ? maker->rates->employment_support_finished
                                                        : maker->rates->employment_support_once))
    add_employment_support (maker);
  record_work (maker, course->first_seen, status);
  if (course->last_session > course->first_seen && chance (maker, maker->rates->employment_again))
    {
      if (strcmp (status, "02") == 0 && chance (maker, maker->rates->return_to_work))
        status = "01";
      record_work (maker, course->last_session, status);
    }
}

static void
add_pause (CasenessDemoMaker *maker)
{
  CasenessDemoCourse *course = maker->course;

  if (course->first_seen == CASENESS_DATE_NONE || course->discharged - course->first_seen < 40
      || !chance (maker, maker->rates->pause))
    return;
  course->pause_start = course->first_seen + caseness_random_between (&maker->random, 3, 12);
  course->pause_end = course->pause_start + caseness_random_between (&maker->random, 10, 25);
}

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  const CasenessDemoContact *left = a;
  const CasenessDemoContact *right = b;

  return left->date != right->date ? (left->date < right->date ? -1 : 1) : left->time - right->time;
}

static void
clear_course (CasenessDemoCourse *course)
{
  course->first_seen = course->last_session = CASENESS_DATE_NONE;
  course->late_contact = course->late_answers = CASENESS_DATE_NONE;
  course->support_referred = course->support_ended = CASENESS_DATE_NONE;
  course->pause_start = course->pause_end = CASENESS_DATE_NONE;
  course->n_sessions = 0;
  g_array_set_size (course->contacts, 0);
  g_array_set_size (course->logs, 0);
  g_array_set_size (course->scores, 0);
  g_array_set_size (course->work, 0);
}

void
caseness_demo_course_make (const CasenessDemoService *service,
                           guint number,
                           CasenessDate received,
                           const CasenessDemoPerson *person,
                           CasenessDemoCourse *course)
{
  static void (*const endings[]) (CasenessDemoMaker *) = {
    [DEMO_PATH_NOT_SEEN] = end_unseen,
    [DEMO_PATH_NOT_TREATED] = end_not_treated,
    [DEMO_PATH_TREATED_ONCE] = end_treated_once,
    [DEMO_PATH_FINISHED] = end_finished,
  };
  CasenessDemoMaker maker = {
    .service = service,
    .tables = service->tables,
    .rates = &service->tables->rates,
    .person = person,
    .course = course,
    .random = caseness_demo_stream (service, DEMO_TOPIC_COURSE, number),
  };

  clear_course (course);
  course->number = number;
  course->received = received;
  maker.time = (caseness_random_between (&maker.random, 8, 17) * 60
                + 30 * caseness_random_between (&maker.random, 0, 1))
               * 60;
  maker.mechanism = draw_code (&maker, DEMO_MECHANISM);
  caseness_demo_choose_course (&maker);
  endings[course->path](&maker);
  record_employment (&maker);
  add_pause (&maker);
  g_array_sort (course->contacts, compare_contacts);
  caseness_demo_bend_course (service, person, course);
  course->last_sent = MAX (course->discharged, MAX (course->late_contact, course->late_answers));
}

CasenessDemoCourse *
caseness_demo_course_new (void)
{
  CasenessDemoCourse *course = g_new0 (CasenessDemoCourse, 1);

  course->contacts = g_array_new (FALSE, FALSE, sizeof (CasenessDemoContact));
  course->logs = g_array_new (FALSE, FALSE, sizeof (CasenessDemoLog));
  course->scores = g_array_new (FALSE, FALSE, sizeof (CasenessDemoScore));
  course->work = g_array_new (FALSE, FALSE, sizeof (CasenessDemoWork));
  return course;
}

void
caseness_demo_course_free (CasenessDemoCourse *course)
{
  g_array_unref (course->contacts);
  g_array_unref (course->logs);
  g_array_unref (course->scores);
  g_array_unref (course->work);
  g_free (course);
}
