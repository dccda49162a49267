/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-private.h"
#include "caseness-demo-table-private.h"

#include <string.h>

/* Most of a demo is chance about the published rates, in which nobody could find anything. The stories of
 * demo-stories.csv are what there is to find: a team whose courses of one problem went otherwise for a while. They
 * bend only the courses they are about, none of which ends on another day or draws other numbers, so that the rest of
 * the service is as it would be without them. */

#define FEWEST_SESSIONS 3 /* the first, one late, and the last */

GArray *
caseness_demo_read_stories (void)
{
  const CasenessReference *table = caseness_reference_get ("demo-stories");
  GArray *stories = g_array_new (FALSE, FALSE, sizeof (CasenessDemoStory));
  guint row;

  for (row = 0; row < caseness_reference_get_n_rows (table); row++)
    {
      const CasenessDemoStory story = {
        .team = cell (table, row, "team"),
        .descriptor = cell (table, row, "descriptor"),
        .first_month = (int) scaled (table, row, "first_month", 1),
        .last_month = (int) scaled (table, row, "last_month", 1),
        .recovery_shift = (int) scaled (table, row, "recovery_points", 100),
        .specific_paired = scaled (table, row, "specific_paired", CASENESS_RANDOM_ONE),
        .second_wait_days = (int) scaled (table, row, "second_wait_days", 1),
      };

      g_array_append_val (stories, story);
    }
  return stories;
}

/* Whole months from the one of @date to the last one of the service; negative after it. */
static int
count_months_back (const CasenessDemoService *service, CasenessDate date)
{
  int year, month, last_year, last_month;

  caseness_date_split (date, &year, &month, NULL);
  caseness_date_split (service->last, &last_year, &last_month, NULL);
  return (last_year - year) * 12 + last_month - month;
}

const CasenessDemoStory *
caseness_demo_find_story (const CasenessDemoService *service, const CasenessDemoPerson *person,
                          const CasenessDemoCourse *course)
{
  const GArray *stories = service->tables->stories;
  int back = count_months_back (service, course->discharged);
  guint i;

  if (service->number != 0 || course->path != DEMO_PATH_FINISHED || course->descriptor->specific.tool == NULL)
    return NULL;
  for (i = 0; i < stories->len; i++)
    {
      const CasenessDemoStory *story = &g_array_index (stories, CasenessDemoStory, i);

      if (back <= story->first_month && back >= story->last_month
          && strcmp (story->team, g_ptr_array_index (service->tables->teams, person->team)) == 0
          && strcmp (story->descriptor, course->descriptor->name) == 0)
        return story;
    }
  return NULL;
}

static gboolean
is_treatment (const CasenessDemoContact *contact)
{
  return contact->session >= 0 && *contact->therapy != '\0';
}

/* The first treatment, or the day before which the second one does not come. */
static CasenessDate
find_end_of_wait (const CasenessDemoCourse *course, const CasenessDemoStory *story)
{
  guint i;

  for (i = 0; i < course->contacts->len; i++)
    if (is_treatment (&g_array_index (course->contacts, CasenessDemoContact, i)))
      return g_array_index (course->contacts, CasenessDemoContact, i).date + story->second_wait_days;
  return CASENESS_DATE_NONE;
}

/* Sessions after the first treatment and before the wait is over were never given; the last ones stay. */
void
caseness_demo_bend_course (const CasenessDemoService *service, const CasenessDemoPerson *person,
                           CasenessDemoCourse *course)
{
  const CasenessDemoStory *story = caseness_demo_find_story (service, person, course);
  CasenessDate until;
  gboolean is_first = TRUE;
  guint i = 0;

  if (story == NULL || story->second_wait_days == 0 || course->logs->len > 0)
    return;
  until = find_end_of_wait (course, story);
  while (i < course->contacts->len)
    {
      CasenessDemoContact *contact = &g_array_index (course->contacts, CasenessDemoContact, i);

      if (is_treatment (contact) && !is_first && contact->date < until && course->n_sessions > FEWEST_SESSIONS)
        {
          guint k;

          for (k = i + 1; k < course->contacts->len; k++)
            if (g_array_index (course->contacts, CasenessDemoContact, k).session > contact->session)
              g_array_index (course->contacts, CasenessDemoContact, k).session--;
          g_array_remove_index (course->contacts, i);
          course->n_sessions--;
          continue;
        }
      is_first = is_first && !is_treatment (contact);
      i++;
    }
}
