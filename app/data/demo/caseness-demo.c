/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo.h"

#include "caseness-data-error.h"
#include "caseness-demo-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PROVIDERS 100
#define MOST_MONTHS 600
#define MOST_REFERRALS 5000000
#define TRIES_TO_REPEAT 8
#define MONTHS_IN_A_YEAR 12

/* One run of the writing. */
typedef struct
{
  const CasenessDemoOptions *options;
  const char *folder;
  GCancellable *cancellable;  /* nullable */
  CasenessDemoTables *tables; /* owned */
  CasenessDemoLists *lists;   /* owned */
  CasenessDemoOutput *output;
  CasenessDemoNhs nhs; /* one number for each person of all providers */
  guint done, all;     /* months of all providers, and a step for each provider's lists */
} Writing;

void
caseness_demo_options_init (CasenessDemoOptions *options)
{
  memset (options, 0, sizeof *options);
  options->referrals = 12000;
  options->months = 12;
  options->end = caseness_date_new (2025, 6, 30);
  options->seed = 1;
  options->providers = 1;
}

static void
report (Writing *writing, const char *what)
{
  const CasenessDemoOptions *options = writing->options;

  if (options->progress != NULL)
    options->progress ((double) writing->done / writing->all, what, options->progress_data);
  writing->done++;
}

/* ---- when referrals come ---- */

/* How much of the year's referring a day has: the season, and on free days only those who refer themselves.
 */
static guint32
weigh_day (const CasenessDemoTables *tables, CasenessDate date)
{
  int month;

  caseness_date_split (date, NULL, &month, NULL);
  return tables->lists[DEMO_MONTH].options[month - 1].share
         / (caseness_demo_is_working_day (date) ? 100 : 600);
}

static guint64
weigh_days (const CasenessDemoTables *tables, CasenessDate from, CasenessDate to)
{
  guint64 sum = 0;
  CasenessDate date;

  for (date = from; date <= to; date++)
    sum += weigh_day (tables, date);
  return sum;
}

/* Somebody seen before whose referral ended long enough ago, or -1. */
static gint64
find_returning (const CasenessDemoService *service, CasenessRandom *random, CasenessDate received)
{
  const CasenessDemoRates *rates = &service->tables->rates;
  int i;

  if (service->referrals->len == 0 || !caseness_random_chance (random, rates->repeat_referral))
    return -1;
  for (i = 0; i < TRIES_TO_REPEAT; i++)
    {
      guint place = caseness_random_below (random, service->referrals->len);
      const CasenessDemoReferral *earlier = &g_array_index (service->referrals, CasenessDemoReferral, place);

      /* Nobody comes back twice: then no two of their referrals are ever open together. */
      if (!earlier->has_returned
          && earlier->last_day + caseness_demo_whole (rates->repeat_gap_days) < received)
        return place;
    }
  return -1;
}

static guint32
meet_person (CasenessDemoService *service, CasenessDate received, CasenessDemoNhs *nhs)
{
  CasenessDemoKnown known = { .known_from = received };

  known.nhs_body = caseness_demo_take_nhs_body (nhs);
  g_array_append_val (service->known, known);
  return service->known->len - 1;
}

/* Whether some of the course lies before the first month and some in it. */
static gboolean
is_under_way (const CasenessDemoService *service, const CasenessDemoCourse *course)
{
  return course->first_seen != CASENESS_DATE_NONE && course->first_seen < service->first
         && course->discharged >= service->first;
}

/* A submission carries only contacts of its own month, so somebody in treatment when the first month begins
 * would look like somebody first seen late and half recovered. They are made to wait for their first contact
 * instead: the whole course moves, its wait unchanged, until it starts in the first month. The service then
 * begins with a longer queue than it will have, and as many courses under way soon after as it will always
 * have. */
static void
start_later (const CasenessDemoService *service,
             guint number,
             CasenessDemoReferral *referral,
             CasenessDemoPerson *person,
             CasenessDemoCourse *course,
             CasenessRandom *random)
{
  CasenessDemoKnown *known = &g_array_index (service->known, CasenessDemoKnown, referral->person);
  gboolean is_new = known->known_from == referral->received;
  int wait = course->first_seen - referral->received;

  referral->received
      = service->first - 1 - (CasenessDate) caseness_random_below (random, (guint32) MAX (wait, 1));
  do
    {
      if (is_new)
        known->known_from = referral->received;
      caseness_demo_person_make (service, referral->person, person);
      caseness_demo_course_make (service, number, referral->received, person, course);
    }
  while (course->first_seen < service->first && ++referral->received < service->first);
}

static void
receive_referral (CasenessDemoService *service,
                  CasenessDate received,
                  CasenessRandom *random,
                  CasenessDemoNhs *nhs,
                  CasenessDemoCourse *course)
{
  CasenessDemoReferral referral = { .received = received };
  gint64 earlier = find_returning (service, random, received);
  guint number = service->referrals->len;
  CasenessDemoPerson person;

  if (earlier >= 0)
    {
      CasenessDemoReferral *before = &g_array_index (service->referrals, CasenessDemoReferral, earlier);

      before->has_returned = TRUE;
      referral.person = before->person;
    }
  else
    referral.person = meet_person (service, received, nhs);
  caseness_demo_person_make (service, referral.person, &person);
  caseness_demo_course_make (service, number, received, &person, course);
  if (is_under_way (service, course)
      && course->discharged - course->first_seen
             <= caseness_demo_whole (service->tables->rates.longest_restart_days))
    start_later (service, number, &referral, &person, course, random);
  referral.last_day = course->last_sent;
  referral.last_sent = course->discharged >= service->first && !is_under_way (service, course)
                           ? course->last_sent
                           : CASENESS_DATE_NONE;
  g_array_append_val (service->referrals, referral);
}

/* @n referrals from one day to another, in order: each in its own slice of the weight of the days, somewhere
 * in it. */
static void
receive_referrals (CasenessDemoService *service,
                   CasenessDate from,
                   CasenessDate to,
                   guint n,
                   CasenessRandom *random,
                   CasenessDemoNhs *nhs)
{
  g_autoptr(CasenessDemoCourse) course = caseness_demo_course_new ();
  guint64 total = weigh_days (service->tables, from, to);
  guint64 passed = 0;
  CasenessDate date = from;
  guint i;

  for (i = 0; i < n; i++)
    {
      guint64 at = total * i / n + caseness_random_below (random, (guint32) (total / n + 1));

      while (date < to && passed + weigh_day (service->tables, date) <= at)
        passed += weigh_day (service->tables, date++);
      receive_referral (service, date, random, nhs, course);
    }
}

/* ---- a provider ---- */

static void
clear_service (CasenessDemoService *service)
{
  guint i;

  for (i = 0; service->pools != NULL && service->pools[i] != NULL; i++)
    g_array_unref (service->pools[i]);
  g_free (service->pools);
  g_clear_pointer (&service->staff, g_array_unref);
  g_clear_pointer (&service->known, g_array_unref);
  g_clear_pointer (&service->referrals, g_array_unref);
}

/* Invented codes begin with X, which no English provider or commissioner of these services does. */
static void
name_service (CasenessDemoService *service, guint number)
{
  service->number = number;
  g_snprintf (service->code, sizeof service->code, "X%c%u", 'D' + number / 9, number % 9 + 1);
  g_snprintf (service->commissioner, sizeof service->commissioner, "Q%02u", number % 100);
}

static void
open_service (CasenessDemoService *service, const CasenessDemoOptions *options, guint n, CasenessDemoNhs *nhs)
{
  const CasenessDemoRates *rates = &service->tables->rates;
  guint warm_up = (guint) caseness_demo_whole (rates->warm_up_months);
  guint a_year = n * MONTHS_IN_A_YEAR / options->months;
  guint n_staff = MAX (a_year / (guint) caseness_demo_whole (rates->referrals_per_clinician),
                       (guint) caseness_demo_whole (rates->fewest_clinicians));
  CasenessRandom random = caseness_demo_stream (service, DEMO_TOPIC_DAYS, 0);

  service->last = caseness_date_month_end (options->end);
  service->first
      = caseness_date_add_months (caseness_date_month_start (options->end), -(int) (options->months - 1));
  service->known = g_array_new (FALSE, FALSE, sizeof (CasenessDemoKnown));
  service->referrals = g_array_new (FALSE, FALSE, sizeof (CasenessDemoReferral));
  caseness_demo_hire (service, n_staff);
  receive_referrals (service, caseness_date_add_months (service->first, -(int) warm_up), service->first - 1,
                     n * warm_up / options->months, &random, nhs);
  receive_referrals (service, service->first, service->last, n, &random, nhs);
}

static gboolean
write_month (Writing *writing,
             const CasenessDemoService *service,
             const CasenessPeriod *month,
             const char *folder,
             GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *what = NULL;
  int year, number;

  caseness_date_split (month->start, &year, &number, NULL);
  name = g_strdup_printf ("%04d-%02d", year, number);
  path = g_build_filename (folder, name, NULL);
  /* Translators: %s is a month such as 2025-06. */
  what = g_strdup_printf (_ ("Writing %s"), name);
  report (writing, what);
  return !g_cancellable_set_error_if_cancelled (writing->cancellable, error)
         && caseness_demo_write_month (service, month, path, writing->output, error);
}

/* A provider that receives @n referrals: its months, then its part of the local lists. */
static gboolean
write_service (Writing *writing, CasenessDemoService *service, guint n, GError **error)
{
  const CasenessDemoOptions *options = writing->options;
  g_autofree char *folder = NULL;
  CasenessPeriod month;

  folder = g_build_filename (writing->folder, options->providers > 1 ? service->code : NULL, NULL);
  open_service (service, options, n, &writing->nhs);
  for (month.start = service->first; month.start <= service->last; month.start = month.end + 1)
    {
      month.end = caseness_date_month_end (month.start);
      if (!write_month (writing, service, &month, folder, error))
        return FALSE;
    }
  report (writing, _ ("Writing the local lists"));
  return caseness_demo_lists_add (writing->lists, service, n * MONTHS_IN_A_YEAR / options->months,
                                  writing->output, error);
}

static gboolean
write_services (Writing *writing, GError **error)
{
  const CasenessDemoOptions *options = writing->options;
  guint i;

  if (!caseness_demo_output_make_folder (writing->output, writing->folder, error))
    return FALSE;
  for (i = 0; i < options->providers; i++)
    {
      CasenessDemoService service = { .tables = writing->tables, .seed = options->seed };
      /* Every provider takes its share, the first ones what does not divide. */
      guint n
          = options->referrals / options->providers + (i < options->referrals % options->providers ? 1 : 0);
      gboolean is_written;

      name_service (&service, i);
      is_written = write_service (writing, &service, n, error);
      clear_service (&service);
      if (!is_written)
        return FALSE;
    }
  if (!caseness_demo_lists_finish (writing->lists, writing->output, error))
    return FALSE;
  report (writing, _ ("Done"));
  return TRUE;
}

/* ---- what may be asked, and where ---- */

static gboolean
holds_submission (const char *folder, int depth)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *plain = g_ascii_strdown (name, -1);

      if (g_str_has_prefix (plain, "ids000")
          || (g_str_has_prefix (plain, "loc") && g_str_has_suffix (plain, ".csv")))
        return TRUE;
      if (depth > 0 && g_file_test (path, G_FILE_TEST_IS_DIR) && holds_submission (path, depth - 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_options (const CasenessDemoOptions *options, GError **error)
{
  const char *problem = NULL;

  if (options->months < 1 || options->months > MOST_MONTHS)
    problem = N_ ("A demo service has 1 to 600 months. Ask for a number between these.");
  else if (options->referrals < 1 || options->referrals > MOST_REFERRALS)
    problem = N_ ("A demo service has 1 to 5,000,000 referrals. Ask for a number between these.");
  else if (options->providers < 1 || options->providers > MOST_PROVIDERS
           || options->providers > options->referrals)
    problem = N_ ("A demo has 1 to 100 providers, each with at least one referral. Ask for fewer providers "
                  "or more referrals.");
  else if (options->end == CASENESS_DATE_NONE || options->end < caseness_date_new (2022, 4, 1)
           || options->end > caseness_date_new (2099, 12, 31))
    problem
        = N_ ("The demo's last month must lie between April 2022 and December 2099. Choose another month.");
  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _ (problem));
  return FALSE;
}

static gboolean
check_folder (const char *folder, GError **error)
{
  if (g_file_test (folder, G_FILE_TEST_EXISTS) && !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _ ("%s is a file, not a folder. Choose a folder for the demo service."), folder);
      return FALSE;
    }
  if (holds_submission (folder, 2))
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _ ("%s already holds a submission. Choose an empty folder for the demo service."), folder);
      return FALSE;
    }
  return TRUE;
}

gboolean
caseness_demo_write (const char *folder,
                     const CasenessDemoOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr(CasenessDemoOutput) output = NULL;
  Writing writing = { .options = options, .folder = folder, .cancellable = cancellable };
  gboolean is_written;

  g_return_val_if_fail (folder != NULL && options != NULL, FALSE);

  if (!check_options (options, error) || !check_folder (folder, error))
    return FALSE;
  output = caseness_demo_output_new (cancellable);
  writing.output = output;
  writing.all = options->providers * (options->months + 1);
  writing.tables = caseness_demo_tables_new ();
  writing.lists = caseness_demo_lists_new (folder, options->providers > 1);
  is_written = write_services (&writing, error);
  if (!is_written)
    caseness_demo_output_undo (output);
  caseness_demo_lists_free (writing.lists);
  caseness_demo_tables_free (writing.tables);
  return is_written;
}
